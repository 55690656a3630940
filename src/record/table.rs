//! Tables inside texts: their cells, which the text itself prints row by row.

use serde::{Deserialize, Serialize};

use super::spot::TextOf;

/// A table that stands in one text of the letter.
///
/// A table whose cells are the questions and answers themselves is none of these: its cells are texts of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The text in which it stands.
    pub part: TextOf,
    /// Where in it, in code points, end exclusive.
    pub at: [usize; 2],
    /// The text of each cell, row by row; all rows have as many cells, those that hold nothing are empty.
    pub rows: Vec<Vec<String>>,
    /// How many of the first rows head the columns.
    pub header_rows: usize,
}
