//! The fields of the query language, one row each: `lid:Klaver`, `datum:2023`, `antwoord:"Ja."`.
//!
//! The parser, the compiler, facets, completion, correction, the flags of the command line, the parameters of the API
//! and the pages all read [`FIELDS`]. A new field whose values are written as those of another is one more row.
//!
//! **Invariant:** a name belongs to one field, and the key of a facet can be counted.

use super::tuning;
use crate::index::{Key, Part};

/// A field, and all that the program knows of it.
#[derive(Debug)]
pub struct FieldRow {
    /// The field.
    pub field: Field,
    /// What it is called in Dutch; the first name is the one that is printed.
    pub dutch: &'static [&'static str],
    /// What else it is called.
    pub english: &'static [&'static str],
    /// The heading over its values, in Dutch and in English.
    pub label: (&'static str, &'static str),
    /// What a condition on it finds, in Dutch and in English.
    pub finds: (&'static str, &'static str),
    /// A value, as it is typed after the colon.
    pub example: &'static str,
    /// What the value of its flag is called in the help of the command line; fields without it have no flag.
    pub flag: Option<&'static str>,
    /// Its place among the filters of the pages and of the API, where it is one.
    pub filter: Option<u8>,
    /// True where the values of a result are counted.
    pub facet: bool,
    /// How its values are written.
    pub(super) grammar: Grammar,
    /// The keys under which a value is looked up.
    pub(super) keys: &'static [Key],
    /// The key that holds the values as they are shown: these are counted, completed and guessed.
    pub(super) shown: Option<Key>,
    /// How a value that is being typed is completed.
    pub(super) completion: Option<Completion>,
    /// The fewest letters of a value for which the nearest one that occurs is guessed; of parties and ministries there are
    /// few, so that three tell them apart.
    pub(super) guessed_from: Option<fn() -> usize>,
}

/// How the values of a field are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grammar {
    /// Words, beginnings of words and phrases, looked for in one part of a pair.
    Words(Part),
    /// The name of a person, or some parts of it in a row.
    Name,
    /// Any name of a party, which also finds what it became; with a plus also the parties before it.
    Party,
    /// A ministry's key or words of its name; with a plus also its predecessors.
    Ministry,
    /// The number of a document, in any notation.
    Document,
    /// The number of a dossier, or of a document in it.
    Dossier,
    /// A kind of letter.
    Kind,
    /// What a pair can have.
    Has,
    /// A session year, or a span of them.
    Years,
    /// A day, a month, a year, or a span of them.
    Days,
}

/// How a value that is being typed is completed, in the order of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Completion {
    /// By the names that have a word that begins so.
    Names,
    /// By the numbers that begin so, in any notation.
    Numbers,
    /// By the titles that hold the words in a row.
    Titles,
}

/// Makes the list of fields and the table of what is known of each. Columns that are left out are those of [`PLAIN`].
macro_rules! fields {
    ($($field:ident { $($column:ident: $value:expr),* $(,)? })*) => {
        /// A field of the query language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the terms of the query language")]
        pub enum Field {
            $($field),*
        }

        /// All fields, in the order in which they are explained.
        #[expect(clippy::needless_update, reason = "a row may name every column")]
        pub static FIELDS: &[FieldRow] = &[$(FieldRow { field: Field::$field, $($column: $value,)* ..PLAIN }),*];
    };
}

/// A field of which nothing is known.
const PLAIN: FieldRow = FieldRow {
    field: Field::Vraag,
    dutch: &[],
    english: &[],
    label: ("", ""),
    finds: ("", ""),
    example: "",
    flag: None,
    filter: None,
    facet: false,
    grammar: Grammar::Name,
    keys: &[],
    shown: None,
    completion: None,
    guessed_from: None,
};

fields! {
    Vraag {
        dutch: &["vraag", "vragen"],
        english: &["question"],
        label: ("Vraag", "Question"),
        finds: ("woorden in de vraag", "words of the question"),
        example: "bereid",
        grammar: Grammar::Words(Part::Question),
    }
    Antwoord {
        dutch: &["antwoord", "antwoorden"],
        english: &["answer"],
        label: ("Antwoord", "Answer"),
        finds: ("woorden in het antwoord", "words of the answer"),
        example: "\"Ja.\"",
        grammar: Grammar::Words(Part::Answer),
    }
    Noot {
        dutch: &["noot", "voetnoot", "noten"],
        english: &["note", "footnote"],
        label: ("Noot", "Note"),
        finds: ("woorden in een noot", "words of a footnote"),
        example: "CBS",
        grammar: Grammar::Words(Part::Note),
    }
    Titel {
        dutch: &["titel", "onderwerp"],
        english: &["title"],
        label: ("Titel", "Title"),
        finds: ("woorden in de titel van de brief", "words of the letter's title"),
        example: "woningbouw",
        grammar: Grammar::Words(Part::Title),
        completion: Some(Completion::Titles),
    }
    Lid {
        dutch: &["lid", "kamerlid"],
        english: &["member", "asker"],
        label: ("Gevraagd door", "Asked by"),
        finds: ("gevraagd door dit Kamerlid", "asked by this member"),
        example: "Klaver",
        flag: Some("NAME"),
        filter: Some(4),
        facet: true,
        grammar: Grammar::Name,
        keys: &[Key::Asker],
        shown: Some(Key::AskerShown),
        completion: Some(Completion::Names),
        guessed_from: Some(tuning::corrected_min),
    }
    Fractie {
        dutch: &["fractie", "partij"],
        english: &["party"],
        label: ("Fractie", "Party"),
        finds: (
            "gevraagd door deze fractie, zoals GL, of door waarin zij opging; met haar voorgangers: NSC+",
            "asked by this party, such as GL, or by what it merged into; with those before it: NSC+",
        ),
        example: "D66",
        flag: Some("PARTY"),
        filter: Some(5),
        facet: true,
        grammar: Grammar::Party,
        keys: &[Key::Party],
        shown: Some(Key::PartyShown),
        completion: Some(Completion::Names),
        guessed_from: Some(tuning::corrected_name_min),
    }
    Bewindspersoon {
        dutch: &["bewindspersoon"],
        english: &["minister", "responder"],
        label: ("Bewindspersoon", "Minister"),
        finds: (
            "beantwoord door deze minister of staatssecretaris",
            "answered by this minister or state secretary",
        ),
        example: "\"De Jonge\"",
        flag: Some("NAME"),
        filter: Some(3),
        facet: true,
        grammar: Grammar::Name,
        keys: &[Key::Responder],
        shown: Some(Key::ResponderShown),
        completion: Some(Completion::Names),
        guessed_from: Some(tuning::corrected_min),
    }
    Ministerie {
        dutch: &["ministerie"],
        english: &["ministry"],
        label: ("Ministerie", "Ministry"),
        finds: (
            "beantwoord door dit ministerie; met zijn voorgangers: VRO+",
            "answered by this ministry, such as OCW; with its predecessors: VRO+",
        ),
        example: "OCW",
        flag: Some("MINISTRY"),
        filter: Some(1),
        facet: true,
        grammar: Grammar::Ministry,
        keys: &[Key::Ministry],
        shown: Some(Key::MinistryShown),
        completion: Some(Completion::Names),
        guessed_from: Some(tuning::corrected_name_min),
    }
    Dossier {
        dutch: &["dossier"],
        label: ("Dossier", "Dossier"),
        finds: ("wat uit dit dossier wordt aangehaald", "citing anything of this dossier"),
        example: "36200-VII",
        flag: Some("DOSSIER"),
        filter: Some(7),
        facet: true,
        grammar: Grammar::Dossier,
        keys: &[Key::Cites],
        shown: Some(Key::Dossier),
        completion: Some(Completion::Numbers),
    }
    Kamerstuk {
        dutch: &["kamerstuk", "kst"],
        english: &["document"],
        label: ("Kamerstuk", "Kamerstuk"),
        finds: ("wie dit Kamerstuk aanhaalt, in elke schrijfwijze", "citing this Kamerstuk, in any notation"),
        example: "\"32 847, nr. 808\"",
        flag: Some("KAMERSTUK"),
        filter: Some(8),
        grammar: Grammar::Document,
        keys: &[Key::Cites, Key::Letter],
        shown: Some(Key::Cites),
        completion: Some(Completion::Numbers),
    }
    Soort {
        dutch: &["soort"],
        english: &["kind"],
        label: ("Soort", "Kind"),
        finds: (
            "van deze soort: aanhangsel, mededeling, brief, lijst, schriftelijk-overleg, nota, motie, kamerstuk",
            "of this kind: aanhangsel, mededeling, brief, lijst, schriftelijk-overleg, nota, motie, kamerstuk",
        ),
        example: "mededeling",
        flag: Some("KIND"),
        filter: Some(6),
        facet: true,
        grammar: Grammar::Kind,
        keys: &[Key::Kind],
        shown: Some(Key::Kind),
    }
    Vergaderjaar {
        dutch: &["vergaderjaar"],
        english: &["session"],
        label: ("Vergaderjaar", "Session year"),
        finds: (
            "uit dit vergaderjaar of deze vergaderjaren, zoals 2021-2022..2023-2024",
            "of this session year or span, such as 2021-2022..2023-2024",
        ),
        example: "2023-2024",
        flag: Some("YEARS"),
        filter: Some(2),
        facet: true,
        grammar: Grammar::Years,
        keys: &[Key::Vergaderjaar],
        shown: Some(Key::Vergaderjaar),
    }
    Datum {
        dutch: &["datum"],
        english: &["date"],
        label: ("Datum", "Date"),
        finds: (
            "van deze dag, maand of periode, of dit jaar, zoals 2023-01..2023-06",
            "of this day, month, year or span, such as 2023-01..2023-06",
        ),
        example: "2023-01..2023-06",
        flag: Some("DATE"),
        grammar: Grammar::Days,
    }
    Heeft {
        dutch: &["heeft"],
        english: &["has"],
        label: ("Heeft", "Has"),
        finds: (
            "met een voetnoot, verwijzing, antwoord of twijfel",
            "with a voetnoot (footnote), verwijzing (reference), antwoord (answer) or twijfel (doubt)",
        ),
        example: "voetnoot",
        grammar: Grammar::Has,
        keys: &[Key::Has],
    }
}

impl Field {
    /// What is known of the field.
    #[must_use]
    pub fn row(self) -> &'static FieldRow {
        &FIELDS[self as usize]
    }

    /// The field of a folded name.
    #[must_use]
    pub fn named(folded: &str) -> Option<Self> {
        FIELDS.iter().find(|row| row.dutch.iter().chain(row.english).any(|name| *name == folded)).map(|row| row.field)
    }

    /// The name that is printed, in Dutch.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().dutch[0]
    }

    /// The fields whose values can be counted over a result.
    pub fn facets() -> impl Iterator<Item = Self> {
        FIELDS.iter().filter(|row| row.facet).map(|row| row.field)
    }

    /// The fields that are filters of the pages and of the API, in the order of the pages.
    #[must_use]
    pub fn filters() -> Vec<Self> {
        let mut filters: Vec<&FieldRow> = FIELDS.iter().filter(|row| row.filter.is_some()).collect();
        filters.sort_by_key(|row| row.filter);
        filters.into_iter().map(|row| row.field).collect()
    }

    /// The part of a pair whose words the field limits; `None` for fields of exact values.
    pub(super) fn part(self) -> Option<Part> {
        match self.row().grammar {
            Grammar::Words(part) => Some(part),
            _ => None,
        }
    }

    /// The field of the words of a part.
    pub(super) fn of_part(part: Part) -> Option<Self> {
        FIELDS.iter().find(|row| row.grammar == Grammar::Words(part)).map(|row| row.field)
    }

    /// True where values are numbers of documents or dossiers.
    pub(super) fn is_of_documents(self) -> bool {
        matches!(self.row().grammar, Grammar::Document | Grammar::Dossier)
    }

    /// A value out of the index, as the query language takes it.
    pub(super) fn shown(self, value: &str) -> String {
        match self.row().grammar {
            Grammar::Dossier => value.trim_start_matches("dossier-").to_owned(),
            _ => value.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_is_whole() {
        let mut names = BTreeSet::new();
        for row in FIELDS {
            let name = row.field.name();
            assert_eq!(row.field.row().field, row.field, "{name}");
            for alias in row.dutch.iter().chain(row.english) {
                assert!(names.insert(alias), "`{alias}` is the name of two fields");
                assert_eq!(Field::named(alias), Some(row.field));
            }
            for said in [row.label.0, row.label.1, row.finds.0, row.finds.1, row.example] {
                assert!(!said.is_empty(), "{name}");
            }
            assert!(!row.facet || row.shown.is_some_and(Key::is_counted), "{name} cannot be counted");
            let from_key = row.completion.is_some_and(|completion| completion != Completion::Titles);
            assert!(!from_key || row.shown.is_some(), "{name} cannot be completed");
            assert!(row.guessed_from.is_none() || row.shown.is_some(), "{name} cannot be guessed");
        }
    }
}
