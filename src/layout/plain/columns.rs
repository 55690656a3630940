//! `pdftotext -layout` prints a side column on the lines of the text, far to the right: takes the two apart.

use super::line::{Line, Zone};
use crate::layout::tuning;

/// Splits every line that carries a side column into its two parts.
pub(super) fn split(lines: &mut Vec<Line>) {
    let mut body = Vec::with_capacity(lines.len());
    let mut side = Vec::new();
    let mut page = None;
    for line in lines.drain(..) {
        if line.page != page {
            body.append(&mut side);
            page = line.page;
        }
        match side_column(&line) {
            Some(0) => side.push(Line { part: Zone::Side, ..line }),
            Some(at) => {
                let text: String = line.text.chars().take(at).collect();
                let rest: String = line.text.chars().skip(at).collect();
                let beside = Line { text: rest.trim().to_owned(), part: Zone::Side, page_start: false, ..line.clone() };
                body.push(Line { text: text.trim_end().to_owned(), ..line });
                side.push(beside);
            }
            None => body.push(line),
        }
    }
    body.append(&mut side);
    *lines = body;
}

/// Where in the line's text (in characters) the side column begins.
fn side_column(line: &Line) -> Option<usize> {
    if line.part != Zone::Body {
        return None;
    }
    if line.indent >= tuning::plain_side_start() {
        return Some(0);
    }
    let mut blanks = 0;
    let mut found = None;
    for (at, c) in line.text.chars().enumerate() {
        if c.is_whitespace() {
            blanks += 1;
            continue;
        }
        if blanks >= tuning::plain_gap() && at + line.indent >= tuning::plain_side_start() {
            found = Some(at);
        }
        blanks = 0;
    }
    found
}
