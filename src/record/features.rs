//! What a reading looks like in figures: so that the checks of a reading can be weighed on many letters.

use serde::{Deserialize, Serialize};

use super::confidence::Confidence;

/// What a reading looks like in figures. Shares are between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Features {
    /// Share of the words, from the first question to the last answer, that stand in a question with its answer.
    pub explained: Confidence,
    /// Share of the questions that end in a question mark.
    pub asking: Confidence,
    /// Share of the answers whose first paragraph ends in one.
    pub answers_asking: Confidence,
    /// Share of the pairs without an answer.
    pub unanswered: Confidence,
    /// Paragraphs whose break from the one before is open.
    pub open_breaks: usize,
}
