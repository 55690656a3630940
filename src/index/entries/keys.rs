//! The closed lists of what entries are found by: exact keys, parts of a letter, forms of its words.

/// What an entry is found by exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Every id that leads to it: a pair of questions 3 and 4 has two.
    Name,
    /// The id of the letter.
    Letter,
    /// The kind of letter.
    Kind,
    /// The session year, printed or derived from the date.
    Vergaderjaar,
    /// Where the session year is derived: it again.
    DerivedVergaderjaar,
    /// The ministry's key and the words of its name, folded.
    Ministry,
    /// The ministry's key as shown.
    MinistryShown,
    /// Who asks: every run of the parts of the name, without spaces and accents.
    Asker,
    /// Who asks, as shown.
    AskerShown,
    /// The parties of who asks, without spaces and accents.
    Party,
    /// The parties as shown.
    PartyShown,
    /// Who answers: every run of the parts of the name.
    Responder,
    /// Who answers, as shown.
    ResponderShown,
    /// Every document cited, and the dossier of each.
    Cites,
    /// The dossiers of the Kamerstukken cited.
    Dossier,
    /// What it has: `voetnoot`, `verwijzing`, `antwoord`, `twijfel`.
    Has,
    /// Of a letter: the cases to which it belongs.
    Case,
    /// Of a letter: its questions, as marks.
    Asked,
    /// Of a letter: the ids of the letters that it names as related.
    Named,
    /// How its words are printed where that is not their folded form: folded word, [`SPELLING_MARK`], word.
    Spelling,
}

/// What stands between a folded word and its spelling; in neither.
pub const SPELLING_MARK: char = '\t';

impl Key {
    /// All keys.
    pub const ALL: [Self; 20] = [
        Self::Name,
        Self::Letter,
        Self::Kind,
        Self::Vergaderjaar,
        Self::DerivedVergaderjaar,
        Self::Ministry,
        Self::MinistryShown,
        Self::Asker,
        Self::AskerShown,
        Self::Party,
        Self::PartyShown,
        Self::Responder,
        Self::ResponderShown,
        Self::Cites,
        Self::Dossier,
        Self::Has,
        Self::Case,
        Self::Asked,
        Self::Named,
        Self::Spelling,
    ];

    /// The name of its field.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Letter => "letter",
            Self::Kind => "kind",
            Self::Vergaderjaar => "vergaderjaar",
            Self::DerivedVergaderjaar => "derived-vergaderjaar",
            Self::Ministry => "ministry",
            Self::MinistryShown => "ministry-shown",
            Self::Asker => "asker",
            Self::AskerShown => "asker-shown",
            Self::Party => "party",
            Self::PartyShown => "party-shown",
            Self::Responder => "responder",
            Self::ResponderShown => "responder-shown",
            Self::Cites => "cites",
            Self::Dossier => "dossier",
            Self::Has => "has",
            Self::Case => "case",
            Self::Asked => "asked",
            Self::Named => "named",
            Self::Spelling => "spelling",
        }
    }

    /// Values of this key can be counted over a result.
    #[must_use]
    pub fn is_counted(self) -> bool {
        !matches!(
            self,
            Self::Name
                | Self::DerivedVergaderjaar
                | Self::Ministry
                | Self::Asker
                | Self::Party
                | Self::Responder
                | Self::Has
                | Self::Case
                | Self::Asked
                | Self::Named
                | Self::Spelling
        )
    }
}

/// The parts of a letter in which words are found.
///
/// Question and answer together are one more text: a pair is ranked by both as by one (see [`crate::search`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The questions of a pair.
    Question,
    /// The answer of a pair.
    Answer,
    /// The footnotes whose marks stand in the pair.
    Note,
    /// The title of the letter.
    Title,
    /// Running text outside the pairs.
    Section,
    /// Question and answer of a pair, or a section: the text by which the entry is ranked.
    Body,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 6] = [Self::Question, Self::Answer, Self::Note, Self::Title, Self::Section, Self::Body];

    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Note => "note",
            Self::Title => "title",
            Self::Section => "section",
            Self::Body => "body",
        }
    }

    /// The forms in which the words of this part are kept.
    #[must_use]
    pub fn shades(self) -> &'static [Shade] {
        match self {
            Self::Question | Self::Answer | Self::Note | Self::Title => &Shade::ALL,
            Self::Section => &[Shade::Exact],
            Self::Body => &[Shade::Stem, Shade::Parts],
        }
    }

    /// True for the parts that make up the body.
    #[must_use]
    pub fn is_of_body(self) -> bool {
        matches!(self, Self::Question | Self::Answer | Self::Section)
    }
}

/// The forms in which the words of a part are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shade {
    /// Every word and punctuation mark as it stands, folded: for phrases.
    Exact,
    /// The stems of words that are no stop words.
    Stem,
    /// The stems of the parts of compounds, and of the words that are none.
    Parts,
}

impl Shade {
    /// All shades.
    pub const ALL: [Self; 3] = [Self::Exact, Self::Stem, Self::Parts];

    /// The name within a field's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Stem => "stem",
            Self::Parts => "parts",
        }
    }
}
