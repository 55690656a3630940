//! A note of a plain text.

use crate::layout::MarkForm;

/// A note of plain text: the lines it holds.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// Its number.
    pub(super) number: u32,
    /// How its mark is printed.
    pub(super) form: MarkForm,
    /// Index of its first line.
    pub(super) first: usize,
    /// Bytes of the first line that are its mark; its text begins after them.
    pub(super) skip: usize,
    /// Index after its last line.
    pub(super) end: usize,
    /// Index of the first line of the text in which its mark stands.
    pub(super) from: usize,
}
