//! Decides whether raised type is the mark of a note.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::layout::lines::piece::{Line, Piece};
use crate::layout::tuning;
use crate::layout::{MarkForm, NoteMark};

/// The marks that a raised piece prints: `1`, `1,2`, `1)`, `[1]`, `*`; empty where it is no mark by its form.
pub(in crate::layout) fn marks(text: &str) -> Vec<NoteMark> {
    let parts: Vec<&str> = text.split([',', ';', ' ', '\u{A0}']).filter(|part| !part.is_empty()).collect();
    let marks: Vec<NoteMark> = parts.iter().filter_map(|part| one(part)).collect();
    if marks.len() == parts.len() { marks } else { Vec::new() }
}

/// One mark in any of its printed forms.
pub(in crate::layout) fn one(part: &str) -> Option<NoteMark> {
    let part: &str = &part.nfkc().collect::<String>();
    let (form, bare) = if let Some(inner) = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        (MarkForm::Bracket, inner)
    } else if let Some(inner) = part.strip_suffix(')') {
        (MarkForm::Parenthesis, inner.strip_prefix('(').unwrap_or(inner))
    } else {
        (MarkForm::Raised, part)
    };
    let number = bare.parse::<u32>().is_ok_and(|number| (1..=tuning::mark_max()).contains(&number))
        && !bare.starts_with(['0', '+']);
    let stars = !bare.is_empty() && bare.chars().all(|c| matches!(c, '*' | '†' | '‡'));
    (number || stars).then(|| NoteMark { mark: bare.to_owned(), form })
}

/// The bracketed mark with which a word begins, «[1]Bron» or «1)», and its width in bytes.
pub(in crate::layout) fn bracketed(word: &str) -> Option<(NoteMark, usize)> {
    let end = word.char_indices().find(|(_, c)| matches!(c, ')' | ']')).map(|(at, c)| at + c.len_utf8())?;
    let mark = one(word.get(..end)?)?;
    (mark.form != MarkForm::Raised).then_some((mark, end))
}

/// A number beside which a raised 2 or 3 is an exponent.
const UNITS: [&str; 10] = ["m", "km", "cm", "dm", "mm", "hm", "dam", "µm", "nm", "kilo"];

/// What a figure makes a formula: oxides, hydrides and acids of the air and the water.
const FORMULAS: [&str; 7] = ["CO", "NO", "SO", "NH", "CH", "PO", "HCO"];

/// The note marks that the piece at `index` of a line prints, given the marks of all notes and the highest number met
/// so far. Empty where it is an exponent, an ordinal or other plain type.
pub(in crate::layout) fn in_line(line: &Line, index: usize, notes: &BTreeSet<String>, highest: u32) -> Vec<NoteMark> {
    let piece = &line.pieces[index];
    // A mark follows its word: at a line's start it leads a note or is plain type.
    if index == 0 || !line.is_raised(piece) {
        return Vec::new();
    }
    let found = marks(&piece.text);
    let known = |mark: &NoteMark| mark.form != MarkForm::Raised || notes.contains(&mark.mark);
    let next = |mark: &NoteMark| mark.mark.parse::<u32>().is_ok_and(|number| number == highest + 1);
    if found.is_empty() || !found.iter().all(|mark| known(mark) || next(mark)) {
        return run_together(&piece.text, notes, highest);
    }
    let before = index.checked_sub(1).filter(|_| !line.gap_before(index)).map(|before| &line.pieces[before]);
    if before.is_some_and(|before| is_base(before, &found)) { Vec::new() } else { found }
}

/// Marks set side by side without a comma («12» for 1 and 2): the next numbers in order, each with its note.
fn run_together(text: &str, notes: &BTreeSet<String>, highest: u32) -> Vec<NoteMark> {
    let mut rest = text;
    let mut found = Vec::new();
    for number in highest + 1.. {
        let mark = number.to_string();
        match rest.strip_prefix(mark.as_str()) {
            Some(after) if notes.contains(&mark) => {
                rest = after;
                found.push(NoteMark { mark, form: MarkForm::Raised });
            }
            _ => break,
        }
    }
    if rest.is_empty() && found.len() > 1 { found } else { Vec::new() }
}

/// The piece before is a unit («m³») or a power's base («10⁶»).
fn is_base(before: &Piece, found: &[NoteMark]) -> bool {
    let text = before.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let small = found.iter().all(|mark| mark.mark == "2" || mark.mark == "3");
    // The last unit of a compound («µg/m»), of a number («250m») or alone. A word that ends so has letters before it.
    let unit = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(text);
    (small && UNITS.contains(&unit)) || text == "10" || is_formula(text, found)
}

/// Formulas whose figure is printed raised by mistake, «NO³».
fn is_formula(text: &str, found: &[NoteMark]) -> bool {
    let is_figure = |mark: &NoteMark| matches!(mark.mark.as_str(), "2" | "3" | "4");
    FORMULAS.contains(&text) && matches!(found, [only] if only.form == MarkForm::Raised && is_figure(only))
}

#[cfg(test)]
mod tests {
    use super::one;

    #[test]
    fn a_year_is_no_mark() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(one(text).map(|mark| mark.mark).as_deref(), expect, "{text}");
        };
        check("12", Some("12"));
        check("[300]", Some("300"));
        check("(1998)", None);
        check("07", None);
    }
}
