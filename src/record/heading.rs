//! The headings of questions and answers.

use serde::{Deserialize, Serialize};

use super::PairId;

/// The heading of a question or an answer, which belongs to no text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// As printed, with its number.
    pub text: String,
    /// The page on which it stands; `null` for plain text without form feeds.
    #[serde(default)]
    pub page: Option<usize>,
    /// The pair whose question or answer it heads; `null` for one over several.
    #[serde(default)]
    pub pair: Option<PairId>,
}
