//! What a word of a query became before the engine was asked, as plain data that can be shown.

use jiff::civil::Date;
use serde::Serialize;

use crate::record::Stated;

/// What was made of a word, or of several words in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expansion {
    /// A word became its stem.
    Stem {
        /// The word as typed.
        word: String,
        /// Its stem, folded.
        stem: String,
    },
    /// A compound became its parts as well.
    Parts {
        /// The word as typed.
        word: String,
        /// The stems of its parts, folded.
        parts: Vec<String>,
    },
    /// An abbreviation became its full names as well, or a full name its abbreviations.
    Abbreviation {
        /// The word or words as typed.
        word: String,
        /// What else is looked for.
        into: Vec<String>,
    },
    /// A word that the index does not know became the nearest that it does.
    Corrected {
        /// The word as typed.
        word: String,
        /// The word that is looked for instead.
        into: String,
    },
    /// A party or ministry became what else it is called, and the ones that go on or went before it.
    Widened {
        /// The field of the query language: `fractie`, `ministerie`.
        field: &'static str,
        /// The name as typed.
        word: String,
        /// What else is looked for.
        into: Vec<Other>,
    },
    /// The beginning of a word became the words that begin so.
    Prefix {
        /// The beginning, folded.
        prefix: String,
    },
}

/// A party or ministry that is looked for beside the one that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Other {
    /// Its usual name, or the key of a ministry.
    pub name: String,
    /// The day from which it is meant, `2023-10-27`; absent where that is not known, or from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Stated<Date>>,
    /// The day until which it is meant; absent where it still is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Stated<Date>>,
}

impl Other {
    pub(in crate::search) fn new(name: &str, from: Option<Date>, until: Option<Date>) -> Self {
        Self { name: name.to_owned(), from: from.map(Stated::from), until: until.map(Stated::from) }
    }
}

impl Expansion {
    /// Does it look for other words than those typed?
    #[must_use]
    pub fn is_of_other_words(&self) -> bool {
        matches!(self, Self::Abbreviation { .. } | Self::Corrected { .. } | Self::Widened { .. })
    }
}
