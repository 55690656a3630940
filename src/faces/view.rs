//! What the answers look like to programs: the types behind `--json`, and later behind the API.
//!
//! **Invariant:** the letter itself is no view: it is a [`Record`](crate::record::Record) everywhere.

use serde::Serialize;

use crate::worker;

/// Why something went wrong, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// One word.
    pub kind: String,
    /// One sentence.
    pub message: String,
    /// The page of the file, where it is about one.
    pub page: Option<usize>,
    /// What to do.
    pub hint: Option<String>,
}

impl From<&worker::Error> for Failure {
    fn from(error: &worker::Error) -> Self {
        Self {
            kind: error.kind().to_owned(),
            message: error.sentence(),
            page: error.page(),
            hint: error.hint().map(str::to_owned),
        }
    }
}

/// An error that ends a command: `{"error": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// What went wrong.
    pub error: Failure,
}

/// A file that `read` could not read, on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Which file.
    pub source: Path,
    /// What went wrong.
    pub error: Failure,
}

/// A file by its path alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Path {
    /// The path as given.
    pub path: String,
}

/// What is cited in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundLine {
    /// The ids in order of place.
    pub ids: Vec<String>,
    /// The same with their places.
    pub mentions: Vec<FoundMention>,
}

/// A citation in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundMention {
    /// The likeliest reading.
    pub id: String,
    /// The other readings.
    pub alternatives: Vec<String>,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// As printed.
    pub text: String,
}

/// What the analysis makes of a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Analysed {
    /// As typed.
    pub word: String,
    /// Its stem.
    pub stem: String,
    /// The parts of a compound, lower case.
    pub parts: Vec<String>,
}
