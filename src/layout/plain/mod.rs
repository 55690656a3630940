//! Lays out plain text as `pdftotext` gives it.
//!
//! **Invariant:** form feeds, and nothing else, make pages; without them no place has a page.
//! **Invariant:** digits leave a word only where the note list says that they are a mark (`20225` is the year 2022
//! with mark 5 only above a note 5).

mod build;
mod columns;
mod furniture;
mod line;
mod marks;
mod note;
mod notes;
mod order;

use crate::layout::Text;
use line::{Line, Zone};

/// Reads plain text.
#[must_use]
pub fn from_plain(source: &str) -> Text {
    let mut lines = lines(source);
    furniture::mark(&mut lines);
    columns::split(&mut lines);
    order::restore(&mut lines);
    let notes = notes::find(&mut lines);
    let marks = marks::find(&lines, &notes);
    let paged = source.contains('\u{c}');
    let count = if paged { source.trim_end_matches(['\u{c}', '\n', ' ']).split('\u{c}').count() } else { 0 };
    build::text(&lines, &notes, &marks, count)
}

/// Takes the file apart into lines; blank lines are counted, not kept.
fn lines(source: &str) -> Vec<Line> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let paged = source.contains('\u{c}');
    let mut lines = Vec::new();
    let mut blank_above = 0;
    for (index, page) in source.split('\u{c}').enumerate() {
        let mut first = index > 0;
        for raw in page.lines() {
            let raw = expand_tabs(raw);
            // `pdftotext` prints a glyph for each: a soft hyphen that is shown is a hyphen.
            let text = raw.trim().replace('\u{ad}', "-");
            if text.is_empty() {
                blank_above += 1;
                continue;
            }
            let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
            // A single blank before a flush text stands in for the form feed (`brief-aandachtsgroepen.txt`).
            let page_start = first || (!paged && indent == 1);
            let page = paged.then_some(index + 1);
            lines.push(Line { text, indent, page, blank_above, page_start, part: Zone::Body });
            (first, blank_above) = (false, 0);
        }
    }
    lines
}

/// Tab stops of eight, as `pdftotext -layout` and terminals have them.
fn expand_tabs(raw: &str) -> String {
    const TAB: usize = 8;
    if !raw.contains('\t') {
        return raw.to_owned();
    }
    let mut line = String::with_capacity(raw.len() + TAB);
    let mut column = 0;
    for c in raw.chars() {
        let width = if c == '\t' { TAB - column % TAB } else { 1 };
        if c == '\t' {
            line.extend(std::iter::repeat_n(' ', width));
        } else {
            line.push(c);
        }
        column += width;
    }
    line
}
