//! What the paragraphs of a text are: plain ones, or items of a list.
//!
//! Every text separates its paragraphs by `\n`. Which of them are items is known where the page is read, so that nobody
//! has to guess it from dashes and numbers later.

use serde::{Deserialize, Serialize};

/// A paragraph of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Where in the text, in code points, end exclusive; without the `\n` that ends it.
    pub at: [usize; 2],
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParagraphKind {
    /// Running text, or a line of a table.
    Plain,
    /// An item of a list, with its mark.
    Item,
}
