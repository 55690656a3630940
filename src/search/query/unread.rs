//! What could not be read of a query, and why.

use std::fmt;

use serde::{Serialize, Serializer};

/// Something typed that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// As typed.
    pub text: String,
    /// Its place in what was typed, in code points, end exclusive.
    pub at: [usize; 2],
    /// Why.
    pub reason: Reason,
}

/// Why something typed could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A bracket without its other half.
    Bracket,
    /// Brackets without anything between them.
    EmptyBrackets,
    /// An operator without something on either side.
    Operator,
    /// A phrase without a word or mark in it.
    EmptyPhrase,
    /// A field without a value.
    EmptyField,
    /// Not a day, month, year or range of them.
    Date,
    /// Not a session year or range of them.
    Vergaderjaar,
    /// A range that ends before it begins.
    Backwards,
    /// Not a kind of letter.
    Kind,
    /// Not the number of a document.
    Document,
    /// Not something that a pair can have.
    Has,
    /// The star stands after too few letters.
    ShortPrefix,
    /// The star stands before a word.
    Star,
    /// More than is worked on.
    TooMuch,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bracket => "this bracket has no other half",
            Self::EmptyBrackets => "there is nothing between these brackets",
            Self::Operator => "this operator has nothing to work on",
            Self::EmptyPhrase => "there are no words between these quotation marks",
            Self::EmptyField => "this field has no value",
            Self::Date => "expected a date such as `2023`, `2023-06`, `2023-06-30` or `2023-01..2023-06`",
            Self::Vergaderjaar => "expected a vergaderjaar such as `2023-2024` or `2021-2022..2023-2024`",
            Self::Backwards => "this range ends before it begins",
            Self::Kind => {
                "expected one of `aanhangsel`, `mededeling`, `brief`, `lijst`, `schriftelijk-overleg`, `nota`, `motie`, \
                 `kamerstuk`"
            }
            Self::Document => "expected a Kamerstuk such as `32847-808`, or a dossier such as `36200-VII`",
            Self::Has => "expected one of `voetnoot`, `verwijzing`, `antwoord`, `twijfel`",
            Self::ShortPrefix => "expected at least two letters before the star",
            Self::Star => "a star works only at the end of a word; the word was looked for without it",
            Self::TooMuch => "the query is too long; this was left out",
        })
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
