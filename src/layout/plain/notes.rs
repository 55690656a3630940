//! The note blocks of plain text: a number, on a line of its own or before its text, at the end of a page.
//!
//! A block counts as one only where the text above it bears its first mark: a list of questions may put bare numbers
//! on lines of their own too.

use std::collections::VecDeque;

use super::line::{Line, Zone, leading_number};
use super::note::Note;
use super::{furniture, marks};
use crate::layout::MarkForm;
use crate::layout::tuning;

/// Finds the notes and marks their lines.
pub(super) fn find(lines: &mut Vec<Line>) -> Vec<Note> {
    split_listed(lines);
    let mut notes = Vec::new();
    let (mut at, mut from) = (0, 0);
    let mut last = 0;
    while at < lines.len() {
        match block(lines, at, from, last) {
            Some((block, end)) => {
                last = block.last().map_or(last, |note| note.number);
                for line in &mut lines[at..end] {
                    if line.part == Zone::Body {
                        line.part = Zone::Note;
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
fn block(lines: &[Line], at: usize, from: usize, last: u32) -> Option<(Vec<Note>, usize)> {
    let line = &lines[at];
    let (number, _) = mark_of(lines, at)?;
    // Marks count on through a letter; a file that holds two papers begins anew.
    // A bare mark may come before one that print has set above it.
    let near = is_bare(line) && number > last && number <= last + tuning::plain_out_of_order();
    let expected = number == last + 1 || near || (number == 1 && line.blank_above > 0);
    let apart = line.blank_above > 0 || line.page_start || is_bare(line) || closes_page(lines, at);
    if line.part != Zone::Body || !expected || !apart {
        return None;
    }
    if !lines[from..at].iter().any(|above| above.part == Zone::Body && marks::bears(&above.text, number)) {
        return None;
    }
    Some(notes_from(lines, at, from, number))
}

/// True if the page ends within the lines that a note may take.
fn closes_page(lines: &[Line], at: usize) -> bool {
    let page = lines[at].page;
    page.is_some() && lines.get(at + tuning::plain_note_lines()).is_none_or(|below| below.page != page)
}

/// The notes from here to the end of the block, and the index after its last line.
fn notes_from(lines: &[Line], start: usize, from: usize, first: u32) -> (Vec<Note>, usize) {
    let mut notes: Vec<Note> = Vec::new();
    // Marks on lines of their own whose texts are still to come: «15», «16», then both texts.
    let mut waiting: VecDeque<u32> = VecDeque::new();
    let mut filling = false;
    let (mut expected, mut end) = (first, start + 1);
    for (at, line) in lines.iter().enumerate().skip(start) {
        if furniture::ends_page(line) {
            break;
        }
        if line.part != Zone::Body {
            continue;
        }
        let note = |number, skip| Note { number, form: MarkForm::Raised, first: at, skip, end: at + 1, from };
        if let Some((number, skip)) = mark_of(lines, at).filter(|(number, _)| *number == expected) {
            expected += 1;
            filling = false;
            if is_bare(line) {
                waiting.push_back(number);
            } else {
                waiting.clear();
                notes.push(note(number, skip));
            }
        } else if at > start && (line.page_start || (line.blank_above > 0 && waiting.is_empty())) {
            break;
        } else if let Some(number) = waiting.pop_front_if(|_| !filling || opens(&line.text)) {
            notes.push(note(number, 0));
            filling = true;
        } else if let Some(last) = notes.last_mut() {
            last.end = at + 1;
        }
        end = at + 1;
    }
    (notes, end)
}

/// A text that begins anew: a capital, or an address.
pub(super) fn opens(text: &str) -> bool {
    text.starts_with("http")
        || text.starts_with("www.")
        || text.chars().next().is_some_and(|c| c.is_uppercase() || c == '«')
}

/// The mark that a line begins with: `1 Kamerstuk …`, or `1` above its text.
fn mark_of(lines: &[Line], at: usize) -> Option<(u32, usize)> {
    let text = &lines[at].text;
    let (number, digits) = leading_number(text)?;
    let rest = text.get(digits..)?;
    let led = rest.starts_with(' ') && rest.trim_start().chars().next().is_some_and(|c| !c.is_ascii_digit());
    (rest.is_empty() || led).then(|| (number, text.len() - rest.trim_start().len()))
}

/// A number on a line of its own.
pub(super) fn is_bare(line: &Line) -> bool {
    line.text.bytes().all(|b| b.is_ascii_digit())
}

/// A list of `1)` or `[1]` notes that closes the text.
fn closing_list(lines: &mut [Line]) -> Vec<Note> {
    let starts: Vec<(usize, u32, usize, MarkForm)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.part == Zone::Body)
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
            .find(|&i| lines[i].part != Zone::Body || (index + 1 == list.len() && lines[i].blank_above > 0))
            .unwrap_or(next);
        for line in &mut lines[at..end] {
            line.part = Zone::Note;
        }
        notes.push(Note { number, form, first: at, skip, end, from: 0 });
    }
    notes
}

/// A listed note ends where the next mark begins, in mid-line too: such lines become two.
fn split_listed(lines: &mut Vec<Line>) {
    let first = lines.iter().rposition(|line| listed(&line.text).is_some_and(|(number, ..)| number == 1));
    let Some(form) = first.and_then(|at| listed(&lines[at].text)).map(|(.., form)| form) else { return };
    let (mut at, mut expected) = (first.unwrap_or_default() + 1, 2);
    while at < lines.len() {
        let shape = if form == MarkForm::Bracket { format!("[{expected}] ") } else { format!(" {expected}) ") };
        if listed(&lines[at].text).is_some_and(|(number, ..)| number == expected) {
            expected += 1;
        } else if let Some((upper, lower)) = lines[at]
            .text
            .find(&shape)
            .filter(|found| *found > 0)
            .and_then(|found| lines[at].text.split_at_checked(found))
        {
            let below = Line { text: lower.trim().to_owned(), blank_above: 0, page_start: false, ..lines[at].clone() };
            let upper = upper.trim_end().len();
            lines[at].text.truncate(upper);
            lines.insert(at + 1, below);
        }
        at += 1;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_mark_is_ahead_by_one_at_most() {
        let check = |texts: &[&str], expect: usize| {
            let line = |text: &&str| Line {
                text: (*text).to_owned(),
                indent: 0,
                page: Some(1),
                blank_above: 0,
                page_start: false,
                part: Zone::Body,
            };
            assert_eq!(find(&mut texts.iter().map(line).collect()).len(), expect, "{texts:?}");
        };
        check(&["Is de brug dicht?1 En het veer?2", "2", "De Krant, 3 mei."], 1);
        check(&["Is de brug dicht?6", "6", "De Krant, 3 mei."], 0);
    }
}
