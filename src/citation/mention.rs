//! What is found in a text: mentions of documents, and near misses, each with its place.

use std::fmt;
use std::ops::Range;

use super::value::Citation;

/// An occurrence of a citation in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its place in the text, in bytes. The papers of one range («1 t/m 3») share their place, all others are disjoint.
    pub at: Range<usize>,
    /// The likeliest reading.
    pub citation: Citation,
    /// The other readings, where print leaves it open.
    pub alternatives: Vec<Citation>,
}

/// Something that looks like a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// Its place in the text, in bytes.
    pub at: Range<usize>,
    /// Why it was not read.
    pub kind: NearMissKind,
}

/// Why something that looks like a citation was not read, or only in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NearMissKind {
    /// Does not parse: something else was expected.
    Unread(Expected),
    /// An idem, ibidem or «zie noot» without a witness.
    Unresolved,
    /// The second year is not the first plus one.
    ImpossibleYear,
}

/// What a near miss lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expected {
    /// The number of a dossier, after a keyword for papers.
    Dossier,
    /// The session year in which a number counts.
    Vergaderjaar,
    /// The number of an answered question.
    Number,
    /// A meeting with its item, or a page.
    Place,
    /// The year of a gazette.
    Year,
    /// The rest of an identifier.
    Identifier,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dossier => "a dossier number of five digits",
            Self::Vergaderjaar => "a vergaderjaar such as 2023-2024",
            Self::Number => "the number of a question",
            Self::Place => "a meeting with its item, or a page",
            Self::Year => "a year and a number",
            Self::Identifier => "a whole identifier",
        })
    }
}

/// What was found in a text, in order of place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The citations.
    pub mentions: Vec<Mention>,
    /// What looks like one and is none.
    pub near_misses: Vec<NearMiss>,
}
