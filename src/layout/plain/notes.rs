//! The note blocks of plain text: a number, on a line of its own or before its text, at the end of a page.
//!
//! A block counts as one only where the text above it bears its first mark: a list of questions may put bare numbers
//! on lines of their own too.

use super::{Line, Part, leading_number, marks};
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

/// Finds the notes and marks their lines.
pub(super) fn find(lines: &mut [Line]) -> Vec<Note> {
    let mut notes = Vec::new();
    let (mut at, mut from) = (0, 0);
    let mut last = 0;
    while at < lines.len() {
        match block(lines, at, from, last) {
            Some(block) => {
                let end = block.last().map_or(at + 1, |note| note.end);
                last = block.last().map_or(last, |note| note.number);
                for line in &mut lines[at..end] {
                    if line.part == Part::Body {
                        line.part = Part::Note;
                    }
                }
                notes.extend(block);
                (at, from) = (end, end);
            }
            None => at += 1,
        }
    }
    notes.extend(closing_list(lines));
    notes
}

/// The block that begins at this line, if one does.
fn block(lines: &[Line], at: usize, from: usize, last: u32) -> Option<Vec<Note>> {
    let line = &lines[at];
    let (number, _) = mark_of(lines, at)?;
    // Marks count on through a letter; a file that holds two papers begins anew.
    let expected = number == last + 1 || (number == 1 && line.blank_above > 0);
    let apart = line.blank_above > 0 || line.page_start || is_bare(line);
    if line.part != Part::Body || !expected || !apart {
        return None;
    }
    if !lines[from..at].iter().any(|above| above.part == Part::Body && marks::bears(&above.text, number)) {
        return None;
    }
    Some(notes_from(lines, at, from, number))
}

/// The notes from here to the end of the block.
fn notes_from(lines: &[Line], start: usize, from: usize, first: u32) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let (mut at, mut expected) = (start, first);
    while at < lines.len() {
        let line = &lines[at];
        if line.part != Part::Body {
            // A foot ends the page and its block; a side column does not.
            if line.part == Part::Foot {
                break;
            } else {
                at += 1;
                continue;
            }
        }
        match mark_of(lines, at) {
            Some((number, skip)) if number == expected => {
                notes.push(Note { number, form: MarkForm::Raised, first: at, skip, end: at + 1, from });
                expected += 1;
                // The text of a mark on a line of its own may stand below a blank line.
                if is_bare(line) && at + 1 < lines.len() && lines[at + 1].part == Part::Body {
                    at += 1;
                }
            }
            _ if line.page_start || (line.blank_above > 0 && at > start) => break,
            _ => {}
        }
        at += 1;
        if let Some(note) = notes.last_mut() {
            note.end = at;
        }
    }
    notes
}

/// The mark that a line begins with: `1 Kamerstuk …`, or `1` above its text.
fn mark_of(lines: &[Line], at: usize) -> Option<(u32, usize)> {
    let text = &lines[at].text;
    let (number, digits) = leading_number(text)?;
    let rest = text.get(digits..)?;
    let led = rest.starts_with(' ') && rest.trim_start().chars().next().is_some_and(|c| !c.is_ascii_digit());
    (rest.is_empty() || led).then(|| (number, text.len() - rest.trim_start().len()))
}

fn is_bare(line: &Line) -> bool {
    line.text.bytes().all(|b| b.is_ascii_digit())
}

/// A list of `1)` or `[1]` notes that closes the text.
fn closing_list(lines: &mut [Line]) -> Vec<Note> {
    let starts: Vec<(usize, u32, usize, MarkForm)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.part == Part::Body)
        .filter_map(|(at, line)| listed(&line.text).map(|(number, skip, form)| (at, number, skip, form)))
        .collect();
    let Some(first) = starts.iter().rposition(|(_, number, ..)| *number == 1) else { return Vec::new() };
    let list = &starts[first..];
    let in_order = list.iter().zip(1..).all(|(start, expected)| start.1 == expected);
    let (begin, _, _, form) = list[0];
    let borne = lines[..begin].iter().any(|line| marks::bears_closed(&line.text, 1, form));
    if !in_order || !borne {
        return Vec::new();
    }
    let mut notes = Vec::new();
    for (index, &(at, number, skip, form)) in list.iter().enumerate() {
        let next = list.get(index + 1).map_or(lines.len(), |start| start.0);
        let end = (at + 1..next)
            .find(|&i| lines[i].part != Part::Body || (index + 1 == list.len() && lines[i].blank_above > 0))
            .unwrap_or(next);
        for line in &mut lines[at..end] {
            line.part = Part::Note;
        }
        notes.push(Note { number, form, first: at, skip, end, from: 0 });
    }
    notes
}

/// `1) …` or `[1] …` at a line's start.
fn listed(text: &str) -> Option<(u32, usize, MarkForm)> {
    let (inner, form, offset) = match text.strip_prefix('[') {
        Some(inner) => (inner, MarkForm::Bracket, 1),
        None => (text, MarkForm::Parenthesis, 0),
    };
    let (number, digits) = leading_number(inner)?;
    let close = if form == MarkForm::Bracket { ']' } else { ')' };
    let rest = inner.get(digits..)?.strip_prefix(close)?;
    let skip = offset + digits + 1 + (rest.len() - rest.trim_start().len());
    (!rest.trim().is_empty()).then_some((number, skip, form))
}
