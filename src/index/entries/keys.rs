//! The closed lists of what entries are found by: exact keys, parts of a letter, forms of its words.

/// How the values of a key are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// To be looked up, and to be counted over a result.
    Counted,
    /// To be looked up.
    LookedUp,
}

/// Makes the list of keys, each one row: what it holds, the name of its field, what its values are for.
macro_rules! keys {
    ($($(#[$doc:meta])* $key:ident: $name:literal, $use:ident;)*) => {
        /// What an entry is found by exactly.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $($(#[$doc])* $key,)*
        }

        impl Key {
            /// All keys.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$key),*];

            fn row(self) -> (&'static str, Use) {
                match self {
                    $(Self::$key => ($name, Use::$use),)*
                }
            }
        }
    };
}

keys! {
    /// The id of a letter, pair or section.
    Name: "name", LookedUp;
    /// The id of the letter.
    Letter: "letter", Counted;
    /// The kind of letter.
    Kind: "kind", Counted;
    /// The session year, printed or derived from the date.
    Vergaderjaar: "vergaderjaar", Counted;
    /// Where the session year is derived: it again.
    DerivedVergaderjaar: "derived-vergaderjaar", LookedUp;
    /// The ministry's key and the words of its name, folded.
    Ministry: "ministry", LookedUp;
    /// The ministry's key as shown.
    MinistryShown: "ministry-shown", Counted;
    /// Who asks: every run of the parts of the name, without spaces and accents.
    Asker: "asker", LookedUp;
    /// Who asks, as shown.
    AskerShown: "asker-shown", Counted;
    /// The parties of who asks, without spaces and accents.
    Party: "party", LookedUp;
    /// The parties as shown.
    PartyShown: "party-shown", Counted;
    /// Who answers: every run of the parts of the name.
    Responder: "responder", LookedUp;
    /// Who answers, as shown.
    ResponderShown: "responder-shown", Counted;
    /// Every document cited, and the dossier of each.
    Cites: "cites", Counted;
    /// The dossiers of the Kamerstukken cited.
    Dossier: "dossier", Counted;
    /// What it has: `voetnoot`, `verwijzing`, `antwoord`, `twijfel`.
    Has: "has", LookedUp;
    /// Of a letter: the cases to which it belongs.
    Case: "case", LookedUp;
    /// Of a letter: its questions, as marks.
    Asked: "asked", LookedUp;
    /// Of a letter: the ids of the letters that it names as related.
    Named: "named", LookedUp;
    /// How its words are printed where that is not their folded form: folded word, [`SPELLING_MARK`], word.
    Spelling: "spelling", LookedUp;
}

/// What stands between a folded word and its spelling; in neither.
pub const SPELLING_MARK: char = '\t';

impl Key {
    /// The name of its field.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Values of this key can be counted over a result.
    #[must_use]
    pub fn is_counted(self) -> bool {
        self.row().1 == Use::Counted
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
