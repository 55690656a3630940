//! Pages (or plain text) come in; one running [`Text`] goes out: reading order, columns, furniture, the note zone,
//! raised marks, dehyphenation, paragraphs.
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
mod notes;
mod paragraph;
mod plain;
mod table;

use std::ops::Range;
use std::sync::Arc;

pub use crate::pdf::{Fault, Origin, Rect, Unread};
pub use assemble::text;
pub use plain::from_plain;

/// The running text of one document.
///
/// The string holds the flows one after the other: the body in reading order, then the notes, then furniture.
/// Paragraphs are separated by `\n`; a line end inside a paragraph is one space, or nothing where a hyphen was undone.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// The text.
    pub string: String,
    /// The paragraphs in the order of the string; sorted, disjoint, together all of it but the separating `\n`.
    pub paragraphs: Vec<Paragraph>,
    /// Where each piece of the string stands and how it is set; sorted, disjoint. Empty ranges do not occur.
    pub runs: Vec<Run>,
    /// Places of note marks, sorted; the marks themselves are not in the string.
    pub marks: Vec<Mark>,
    /// The pages in order; empty for plain text without form feeds.
    pub pages: Vec<Page>,
    /// Where the reading order or the cut into rows and cells is uncertain, in order of place.
    pub uncertain: Vec<(Range<usize>, Uncertain)>,
}

/// What is uncertain about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncertain {
    /// Rows and cells of a table.
    Table,
    /// Which line follows which.
    Order,
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
    /// The cells of a table's row, in order; empty for all that is no table.
    pub cells: Vec<Range<usize>>,
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
}

impl Text {
    /// The characters of a span. The only place that indexes the string.
    ///
    /// # Panics
    /// If the span does not come from this text.
    #[must_use]
    #[expect(clippy::string_slice, reason = "the one place where a span becomes characters")]
    pub fn slice(&self, at: &Range<usize>) -> &str {
        &self.string[at.clone()]
    }

    /// The pages on which visible characters of a span stand, ascending, each once.
    #[must_use]
    pub fn pages_of(&self, at: &Range<usize>) -> Vec<usize> {
        let first = self.runs.partition_point(|run| run.at.end <= at.start);
        let mut pages: Vec<usize> =
            self.runs.iter().skip(first).take_while(|run| run.at.start < at.end).filter_map(|run| run.page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }
}
