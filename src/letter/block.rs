//! A block: the text under one heading.

use std::ops::Range;

use super::heading::Role;
use super::unheaded_answers::Evidence;
use crate::record::Number;

/// A piece of the body with the heading above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) role: Role,
    /// Which numbering of the letter, from 0.
    pub(super) series: usize,
    /// As its heading names them; empty for a bare «Antwoord» and for an answer without heading.
    pub(super) numbers: Vec<Number>,
    /// The heading; empty, at the start of the body, for an answer without one.
    pub(super) head: Range<usize>,
    /// The text, without heading and white space at its ends.
    pub(super) body: Range<usize>,
    /// True for a question whose row of a table has an empty cell for its answer.
    pub(super) unanswered: bool,
    /// How an answer without heading was told.
    pub(super) evidence: Option<Evidence>,
}
