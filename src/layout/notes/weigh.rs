//! Weighs whether a raised figure is the mark of a note.
//!
//! A mark is one only with its note: a note of that number stands where one can stand (at the foot of the page or of the
//! next, or in a list at the end), and the figure is no exponent and no part of a formula. A figure without a note stays
//! in the text as printed, and is handed on as such.

use std::collections::{BTreeMap, BTreeSet};

use crate::layout::draft::{Draft, Sign};
use crate::layout::lines::piece::{Line, Piece};
use crate::layout::{MarkForm, NoteMark, mark};

/// The notes of the letter by their marks, with the pages on which they begin.
#[derive(Debug, Default)]
pub(in crate::layout) struct Notes {
    pages: BTreeMap<String, BTreeSet<usize>>,
    /// They stand at the feet of pages, not in a list at the end.
    at_feet: bool,
}

impl Notes {
    /// Of the drafts of the note zones; `last_text` is the last page with running text.
    pub(in crate::layout) fn of(zone: &[Draft], last_text: usize) -> Self {
        let mut pages: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (note, page) in zone.iter().filter_map(|draft| draft.note.as_ref().zip(draft.page)) {
            pages.entry(note.mark.clone()).or_default().insert(page);
        }
        let at_feet = pages.values().flatten().any(|&page| page < last_text);
        Self { pages, at_feet }
    }

    /// A note of this mark stands where it can: at the foot of this page or of a neighbour, or anywhere for a mark met
    /// before and for notes in a list. A text in two columns may end beyond the page of its note
    /// (`ah-tk-19981999-2907.pdf`).
    fn stands(&self, mark: &str, page: usize, highest: u32) -> bool {
        let again = mark.parse::<u32>().is_ok_and(|number| number <= highest);
        let near = |&at: &usize| !self.at_feet || again || at.abs_diff(page) <= 1;
        // Where the next note is there, the one between was not found: its mark is one (layout «browser-justified»).
        let gap = || {
            let number = mark.parse::<u32>().ok().filter(|&number| number == highest + 1);
            number.is_some_and(|number| self.pages.contains_key(&(number + 1).to_string()))
        };
        self.pages.get(mark).map_or_else(gap, |pages| pages.iter().any(near))
    }
}

/// A number beside which a raised 2 or 3 is an exponent.
const UNITS: [&str; 10] = ["m", "km", "cm", "dm", "mm", "hm", "dam", "µm", "nm", "kilo"];

/// What a figure makes a formula: oxides, hydrides and acids of the air and the water.
const FORMULAS: [&str; 7] = ["CO", "NO", "SO", "NH", "CH", "PO", "HCO"];

/// What the piece at `index` of a line prints, given all notes and the highest number met so far.
pub(in crate::layout) fn in_line(line: &Line, index: usize, notes: &Notes, highest: u32) -> Sign {
    let piece = &line.pieces[index];
    // A mark follows its word: at a line's start it leads a note or is plain type.
    if index == 0 || !line.is_raised(piece) {
        return Sign::Text;
    }
    let found = mark::marks(&piece.text);
    let before = index.checked_sub(1).filter(|_| !line.gap_before(index)).map(|before| &line.pieces[before]);
    if before.is_some_and(|before| is_base(before, &found)) {
        return Sign::Text;
    }
    let stands = |mark: &str| notes.stands(mark, line.page, highest);
    let goes_on = |mark: &NoteMark| mark.mark.parse::<u32>().is_ok_and(|number| number <= highest + 1);
    let together = || run_together(&piece.text, highest, stands);
    let known = !found.is_empty() && found.iter().all(|mark| mark.form != MarkForm::Raised || stands(&mark.mark));
    // Of «23» behind note 1 the next two marks are likelier than a note 23.
    let marks = if known && found.iter().any(goes_on) {
        found
    } else {
        let together = together();
        if together.is_empty() && known { found } else { together }
    };
    match marks.is_empty() {
        false => Sign::Marks(marks),
        true if mark::marks(&piece.text).is_empty() => Sign::Text,
        true => Sign::Figure,
    }
}

/// Marks set side by side without a comma («12» for 1 and 2): the next numbers in order, each with its note.
fn run_together(text: &str, highest: u32, stands: impl Fn(&str) -> bool) -> Vec<NoteMark> {
    let mut rest = text;
    let mut found = Vec::new();
    for number in highest + 1.. {
        let mark = number.to_string();
        match rest.strip_prefix(mark.as_str()) {
            Some(after) if stands(&mark) => {
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
    use super::{Notes, is_base, run_together};
    use crate::layout::draft::Draft;
    use crate::layout::lines::piece::Piece;
    use crate::layout::{MarkForm, NoteMark, mark};

    #[test]
    fn an_exponent_is_no_mark() {
        let check = |word: &str, figure: &str, expect: bool| {
            assert_eq!(is_base(&Piece::of(word, 0.0, 0.0, 9.0), &mark::marks(figure)), expect, "{word}{figure}");
        };
        check("µg/m", "3", true);
        check("(1.200m", "2", true);
        check("NO", "3", true);
        check("10", "6", true);
        check("stam", "3", false);
        check("m", "4", false);
        check("VVD", "2", false);
    }

    #[test]
    fn a_note_stands_near_its_mark() {
        let note = |number: &str, page| Draft {
            note: Some(NoteMark { mark: number.to_owned(), form: MarkForm::Raised }),
            page: Some(page),
            ..Draft::default()
        };
        let feet = Notes::of(&[note("1", 1), note("2", 5)], 6);
        assert!(feet.stands("1", 1, 0) && feet.stands("2", 4, 1));
        assert!(!feet.stands("2", 1, 1), "the figure stands four pages before the note");
        assert!(feet.stands("1", 6, 2), "a mark may stand again");
        let list = Notes::of(&[note("1", 6), note("2", 6)], 6);
        assert!(list.stands("1", 1, 0) && !list.stands("3", 1, 2));
    }

    #[test]
    fn marks_side_by_side_are_the_next_ones() {
        let found = |text: &str, highest| run_together(text, highest, |_| true).len();
        assert_eq!((found("23", 1), found("1011", 9), found("23", 22)), (2, 2, 0));
    }
}
