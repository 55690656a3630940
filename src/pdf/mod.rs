//! Reads a PDF into pages of positioned, styled text runs. It also draws a page as a picture and appends links to a
//! file.
//!
//! Official letters are often sloppy PDFs: damaged tables, fonts without a map to Unicode, text in forms, text printed
//! twice to look bold. The file is opened forgivingly (`load`), rewritten as a plain document that holds only what we
//! understand (`repair`), and only then given to pdf-extract (`read`), whose callbacks become runs (`runs`).
//!
//! **Invariant:** the only home of the PDF crates and of repair; no other module sees a PDF object.
//! **Invariant:** the only reading stage that can fail, and only for the file as a whole: a page that cannot be read
//! is a [`Fault`] on that page.
//! **Invariant:** nothing is joined or ordered here: runs stand in content order, reading order is layout's.

mod draw;
mod encryption;
mod error;
mod format;
mod link;
mod load;
mod matrix;
mod overprint;
mod page_tree;
mod quiet;
mod read;
mod repair;
mod runs;
mod scan_detection;
mod source;
mod symbols;
mod tuning;

use std::sync::Arc;

pub use draw::{Picture, draw, draw_to_width};
pub use error::Error;
pub use format::{Format, PLAIN_TEXT, format, format_or_bytes};
pub use link::{Link, Signed, link};
pub use load::is_pdf;
pub use read::pages;
pub use tuning::TABLE as TUNING;

/// One page. All lengths are points (1/72 inch) from the upper left corner of the page as displayed
/// (crop box, rotation undone), y growing downwards.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Number in the file, from 1.
    pub number: usize,
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Text runs in content order.
    pub runs: Vec<Run>,
    /// Thin filled or stroked lines, horizontal or vertical: table borders, the rule over footnotes.
    pub rules: Vec<Rect>,
    /// Where pictures are drawn.
    pub pictures: Vec<Rect>,
    /// What went wrong on this page.
    pub faults: Vec<Fault>,
    /// Number or name that the file itself gives the page (`/PageLabels`), whatever is printed on it.
    pub label: Option<String>,
    /// How the page is turned, from the page as displayed, to make its text run level; all lengths and places are those
    /// of the turned page.
    pub turn: Turn,
}

impl Page {
    /// Its measures, and how it is turned.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame { width: self.width, height: self.height, turn: self.turn }
    }
}

/// What leads from places on a page as it is read to places on the page as displayed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Frame {
    /// Width of the page as it is read, in points.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// How the page is turned to be read.
    pub turn: Turn,
}

impl Frame {
    /// A rectangle of the page as it is read, on the page as displayed.
    #[must_use]
    pub fn displayed(self, rect: Rect) -> Rect {
        let Rect { left, top, right, bottom } = rect;
        let Self { width, height, turn } = self;
        match turn {
            Turn::None => rect,
            Turn::Right => Rect { left: top, top: width - right, right: bottom, bottom: width - left },
            Turn::Over => Rect { left: width - right, top: height - bottom, right: width - left, bottom: height - top },
            Turn::Left => Rect { left: height - bottom, top: left, right: height - top, bottom: right },
        }
    }

    /// Width and height of the page as displayed.
    #[must_use]
    pub fn measures(self) -> (f32, f32) {
        match self.turn {
            Turn::None | Turn::Over => (self.width, self.height),
            Turn::Right | Turn::Left => (self.height, self.width),
        }
    }
}

/// A turn of a page by quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    /// Not turned: most text runs level already.
    #[default]
    None,
    /// Turned clockwise: the text runs up the page as displayed.
    Right,
    /// Turned upside down.
    Over,
    /// Turned anticlockwise: the text runs down the page as displayed.
    Left,
}

/// A piece of text on one baseline in one style. It ends at a gap of more than one and a half times its size.
#[derive(Debug, Clone)]
pub struct Run {
    /// The glyphs in content order; blanks that the file shows are glyphs too.
    pub glyphs: Vec<Glyph>,
    /// Distance of the baseline from the page's upper edge, in points; for text that is not level, of its first glyph.
    pub baseline: f32,
    /// Size in points, as displayed.
    pub size: f32,
    /// Font and weight.
    pub style: Style,
    /// The innermost marked content, such as `H`, `Note`, `Artifact`, `TD`, `P`.
    pub tag: Option<Arc<str>>,
    /// All marked content around the run, the outermost first; `tag` is the last of it.
    pub tags: Arc<[Arc<str>]>,
    /// Where its text comes from.
    pub origin: Origin,
    /// Direction of writing: false for text that runs up or down the page.
    pub level: bool,
}

/// Where the text of a run comes from.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Origin {
    /// The file shows it as text.
    #[default]
    Printed,
    /// The file has it as text and does not show it (text render mode 3): a scanner's hidden layer.
    Hidden,
    /// It was read from the picture of the page, with this confidence between 0 and 1.
    Recognised(f32),
}

/// One glyph.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// Its text: usually one character, several for a ligature, U+FFFD where the file gives no Unicode value.
    pub text: String,
    /// Left edge in points.
    pub x: f32,
    /// Advance in points.
    pub advance: f32,
}

/// Font and weight of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// BaseFont without its subset prefix.
    pub font: Arc<str>,
    /// By name, flags, weight or forced stroke.
    pub bold: bool,
    /// By name, flags or slant.
    pub italic: bool,
}

/// A rectangle in points, upper left and lower right corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Left.
    pub left: f32,
    /// Top.
    pub top: f32,
    /// Right.
    pub right: f32,
    /// Bottom.
    pub bottom: f32,
}

impl Rect {
    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

/// What went wrong on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The page, or a part of it, could not be read, or the file breaks off after it; why.
    Failed(String),
    /// Glyphs without a Unicode value; how many.
    Unmapped(usize),
    /// No text, or no more than a stamp, on pictures that fill the page.
    Scan,
    /// All text of the page is a hidden layer.
    HiddenText,
    /// Text that is on the page but not among its runs: why, and what it says.
    Unread(Unread, String),
}

/// Why text is not among a page's runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unread {
    /// Written over the page as an annotation.
    Annotation,
    /// Filled into a form field.
    Field,
    /// Printed in white on white, or wholly transparent.
    Invisible,
    /// Printed beyond the page's edge.
    OffPage,
}
