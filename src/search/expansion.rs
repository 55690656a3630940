//! What a word of a query became before the engine was asked, as plain data that can be shown.

use serde::Serialize;

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
    /// The beginning of a word became the words that begin so.
    Prefix {
        /// The beginning, folded.
        prefix: String,
    },
}

impl Expansion {
    /// Does it look for other words than those typed?
    #[must_use]
    pub fn is_of_other_words(&self) -> bool {
        matches!(self, Self::Abbreviation { .. } | Self::Corrected { .. })
    }
}
