//! Lays out pages or plain text as one running [`Text`]: reading order, columns, furniture, the note zone, raised
//! marks, hyphens at line ends, paragraphs.
//!
//! **Invariant:** the string is built once. No later stage cleans, rewrites or re-joins it; every later span is a
//! byte range into it.
//! **Invariant:** geometry and type only, no letter conventions: nothing here knows the word «Vraag».
//! **Invariant:** nothing is lost: every glyph of a page is in the string, in a mark, or is white space or a line-end
//! hyphen that was undone.

mod assemble;
mod column;
mod draft;
mod furniture;
mod hyphen;
mod lines;
mod mark;
mod notes;
mod paragraph;
mod plain;
mod table;
mod text;
mod tuning;

use std::ops::Range;
use std::sync::Arc;

pub use crate::pdf::{Fault, Origin, Rect, Unread};
pub use assemble::text;
pub use plain::from_plain;
pub use text::Text;
pub use tuning::TABLE as TUNING;

/// What is uncertain about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncertain {
    /// Rows and cells of a table.
    Table,
    /// Which line follows which.
    Order,
    /// A small raised figure that stays in the text: no note bears it where one could stand.
    Figure,
}

/// One page of the document.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Number in the file, from 1.
    pub number: usize,
    /// What went wrong on it.
    pub faults: Vec<Fault>,
    /// The number that the file itself gives it, whatever is printed on it.
    pub label: Option<String>,
}

/// A paragraph, list item, table row or line of furniture.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its place in the string.
    pub at: Range<usize>,
    /// Which flow it belongs to.
    pub flow: Flow,
    /// The page on which it begins; `None` for plain text without form feeds.
    pub page: Option<usize>,
    /// For a note: its mark (bare, `1`), and whether the mark was printed as `1)` or `[1]`. `None` elsewhere, and for
    /// a further paragraph of the note before.
    pub mark: Option<NoteMark>,
    /// The ranges of its lines as printed (a heading is a line of its own).
    pub lines: Vec<Range<usize>>,
    /// How most of its characters are set.
    pub style: Style,
    /// Space above it, in points, to the line before in the same column; `None` at the top of a page or in plain text
    /// (where a blank line counts as 10).
    pub space_above: Option<f32>,
    /// Its left edge relative to the flow's left margin, in points; 0 for plain text.
    pub indent: f32,
    /// True where its break from the paragraph before is uncertain: a full line or a page end leaves it open.
    pub break_open: bool,
    /// The cells of a table's row, in order, empty ones too; none for all that is no table. A cell that its row shares
    /// with another stands in one of them only.
    pub cells: Vec<Range<usize>>,
    /// True for a row whose last cell is another row's, too, and holds its text there.
    pub shares_last: bool,
    /// Where items of a list begin: the paragraph itself, or a paragraph inside a cell.
    pub items: Vec<usize>,
}

impl Paragraph {
    /// The cells of a row that hold something.
    #[must_use]
    pub fn filled(&self) -> impl DoubleEndedIterator<Item = &Range<usize>> {
        self.cells.iter().filter(|cell| !cell.is_empty())
    }

    /// True for a row that holds something in one cell, and that not the last: it heads the rows below it.
    #[must_use]
    pub fn heads_rows(&self) -> bool {
        self.cells.len() > 1 && self.filled().count() == 1 && self.cells.last().is_some_and(Range::is_empty)
    }
}

/// The flows of a page, in the order of the string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    /// Running text.
    Body,
    /// Notes: at the foot of pages, or a list of them at the end.
    Note,
    /// A column beside the text: address, date, reference.
    Side,
    /// Running heads.
    Head,
    /// Running feet: page numbers, identifier lines.
    Foot,
    /// Stamps, and type that does not run level.
    Stamp,
    /// Words that are printed twice in one place: the second print.
    Double,
}

/// The mark that leads a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteMark {
    /// The bare mark.
    pub mark: String,
    /// How it is printed.
    pub form: MarkForm,
}

/// How a mark is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkForm {
    /// Small and raised, or glued to its word in plain text.
    Raised,
    /// `1)`, at text size or raised.
    Parenthesis,
    /// `[1]`, at text size or raised.
    Bracket,
}

/// A note mark in the running text.
#[derive(Debug, Clone)]
pub struct Mark {
    /// The place in the string at which it stood.
    pub at: usize,
    /// The bare mark.
    pub mark: String,
    /// How it is printed.
    pub form: MarkForm,
    /// The page on which it stands.
    pub page: Option<usize>,
}

/// A piece of the string on one line in one style.
#[derive(Debug, Clone)]
pub struct Run {
    /// Its place in the string.
    pub at: Range<usize>,
    /// The page on which it stands, from 1; `None` for plain text without form feeds.
    pub page: Option<usize>,
    /// Where on the page; `None` for plain text.
    pub rect: Option<Rect>,
    /// The left and the right edge of each of its characters that is no white space; none for plain text.
    pub edges: Vec<Edges>,
    /// How it is set.
    pub style: Style,
    /// The marked content it stands in, such as `H`, `Note`, `TD`.
    pub tag: Option<Arc<str>>,
    /// Where its text comes from.
    pub origin: Origin,
}

/// The left and the right edge of a character, in points.
pub type Edges = [f32; 2];

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Style {
    /// Size in points; 0 for plain text.
    pub size: f32,
    /// Bold type.
    pub bold: bool,
    /// Italic type.
    pub italic: bool,
    /// A rule is drawn right below it.
    pub underlined: bool,
}
