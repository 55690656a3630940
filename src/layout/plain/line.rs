//! A line of a plain text.

/// A line of the file with what its surroundings say about it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its text, trimmed.
    pub(super) text: String,
    /// Blanks before it, in characters.
    pub(super) indent: usize,
    /// The page it stands on; `None` in a file without form feeds.
    pub(super) page: Option<usize>,
    /// Number of blank lines above it.
    pub(super) blank_above: usize,
    /// First line of a page, known by a form feed or by the single blank that stands in for one.
    pub(super) page_start: bool,
    /// What it is part of.
    pub(super) part: Zone,
}

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    Body,
    Note,
    Side,
    Foot,
}

/// The note's mark that a line begins with, and where its text begins.
pub(super) fn leading_number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 {
        return None;
    }
    Some((text.get(..digits)?.parse().ok()?, digits))
}
