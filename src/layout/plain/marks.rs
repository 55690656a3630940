//! Note marks glued to words: which digits of the running text are marks, decided by the notes below it.

use super::line::{Line, Zone};
use super::note::Note;
use crate::layout::MarkForm;

/// A mark found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Index of the line.
    pub(super) line: usize,
    /// Bytes of the line that are the mark, with the comma that joins it to the mark before.
    pub(super) at: std::ops::Range<usize>,
    /// Its number.
    pub(super) number: u32,
    /// How it is printed.
    pub(super) form: MarkForm,
}

/// How sure it is that digits are a mark: the place decides, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// In what may be a formula («CO2», «m3», «A12»).
    Formula,
    /// After a year («20225»).
    Year,
    /// Apart from the word, after the end of a sentence («politiezorg. 1»).
    Apart,
    /// After a word, punctuation or a quotation mark.
    Strong,
}

/// Finds the mark of every note in the text above it, in one order with the notes.
pub(super) fn find(lines: &[Line], notes: &[Note]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut from = (0, 0);
    for note in notes {
        let first = note.from.max(if note.form == MarkForm::Raised { from.0 } else { 0 });
        let until = if note.form == MarkForm::Raised { note.first } else { lines.len() };
        let start = if first == from.0 { from.1 } else { 0 };
        let best = lines[first..until]
            .iter()
            .enumerate()
            .filter(|(_, line)| line.part == Zone::Body)
            .flat_map(|(index, line)| {
                candidates(&line.text, note.number, note.form).into_iter().map(move |(at, s)| (first + index, at, s))
            })
            .filter(|(line, at, _)| note.form != MarkForm::Raised || *line > first || at.start >= start)
            .reduce(stronger);
        if let Some((line, at, _)) = best {
            if note.form == MarkForm::Raised {
                from = (line, at.end);
            }
            found.push(Found { line, at, number: note.number, form: note.form });
        }
    }
    found.sort_by_key(|mark| (mark.line, mark.at.start));
    found
}

type Candidate = (usize, std::ops::Range<usize>, Strength);

/// The stronger of two, the earlier of equals.
fn stronger(best: Candidate, next: Candidate) -> Candidate {
    if best.2 >= next.2 { best } else { next }
}

/// True if the text may bear this mark.
pub(super) fn bears(text: &str, number: u32) -> bool {
    !candidates(text, number, MarkForm::Raised).is_empty()
}

/// True if the text bears this mark with its bracket.
pub(super) fn bears_closed(text: &str, number: u32, form: MarkForm) -> bool {
    !candidates(text, number, form).is_empty()
}

/// The places of a line that may be this mark.
fn candidates(text: &str, number: u32, form: MarkForm) -> Vec<(std::ops::Range<usize>, Strength)> {
    let shape = match form {
        MarkForm::Raised => number.to_string(),
        MarkForm::Parenthesis => format!("{number})"),
        MarkForm::Bracket => format!("[{number}]"),
    };
    text.match_indices(&shape)
        .filter_map(|(at, _)| {
            let (before, after) = (text.get(..at)?, text.get(at + shape.len()..)?);
            strength(before, after, form).map(|(back, s)| (at - back..at + shape.len(), s))
        })
        .collect()
}

/// What the surroundings say; with the bytes before the digits that go with the mark.
fn strength(before: &str, after: &str, form: MarkForm) -> Option<(usize, Strength)> {
    match form {
        MarkForm::Bracket => return Some((0, Strength::Strong)),
        MarkForm::Parenthesis => {
            let open = before.matches('(').count() > before.matches(')').count();
            return (!open && !before.is_empty()).then_some((0, Strength::Strong));
        }
        MarkForm::Raised => {}
    }
    let next = after.chars().next();
    // «1)» is a mark of another series, unless the bracket was opened before.
    let closed = next == Some(')') && before.matches('(').count() <= before.matches(')').count();
    if next.is_some_and(char::is_alphanumeric) || decimal(after) || closed {
        return None;
    }
    let last = before.chars().next_back()?;
    if let Some(list) = before.strip_suffix(", ").or_else(|| before.strip_suffix(',')) {
        // The second of two marks: «brief1, 2».
        let digits = list.chars().rev().take_while(char::is_ascii_digit).count();
        let glued = list.chars().rev().nth(digits).is_some_and(|c| !c.is_whitespace());
        return (digits > 0 && digits <= 2 && glued).then_some((before.len() - list.len(), Strength::Strong));
    }
    if last.is_ascii_digit() {
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        // «2021Z06001» is no year with a mark.
        let year = digits == 4 && before.chars().rev().nth(digits).is_none_or(|c| !c.is_alphanumeric());
        return year.then_some((0, Strength::Year));
    }
    if last.is_alphabetic() {
        let word: String = before.chars().rev().take_while(|c| c.is_alphabetic()).collect();
        let formula = word.chars().count() <= 2 || word.chars().all(char::is_uppercase);
        return Some((0, if formula { Strength::Formula } else { Strength::Strong }));
    }
    if last.is_whitespace() {
        let end = before.trim_end().chars().next_back().is_some_and(|c| ".?!»”’)\"".contains(c));
        let opens = after.trim_start().chars().next().is_none_or(char::is_uppercase);
        return (end && opens).then_some((0, Strength::Apart));
    }
    if !".?!,;:»”’)\"]'%".contains(last) {
        return None;
    }
    // «artikel 3.1» and «nr.1» are no marks.
    let inner = before.trim_end_matches(['.', ',', ':']).chars().next_back();
    let numeric = ".,:'".contains(last) && inner.is_some_and(|c| c.is_ascii_digit());
    (!numeric && !before.ends_with("nr.")).then_some((0, Strength::Strong))
}

/// «1,5» and «1.000»: the digits are part of a larger number.
fn decimal(after: &str) -> bool {
    let mut chars = after.chars();
    chars.next().is_some_and(|c| ".,".contains(c)) && chars.next().is_some_and(|c| c.is_ascii_digit())
}
