//! Faults, doubts and near misses come in; the record's warnings go out, each with an English sentence.

use std::ops::Range;

use super::record::{joined, number, pair_id};
use super::references::All;
use super::{Document, Scan};
use crate::citation::NearMissKind;
use crate::layout::{Fault, Text};
use crate::letter::{Doubt, DoubtKind, Letter, Pair};
use crate::ocr;
use crate::record::{Warning, WarningKind};

/// A page that is read with less confidence than this casts doubt on its pairs.
const UNSURE: f32 = 0.8;

/// All warnings: of pages, of the letter, of its citations.
pub(super) fn all(document: &Document, id: &str, found: &All) -> Vec<Warning> {
    let Document { text, letter, scans, .. } = document;
    let scans = scans.iter().flat_map(|scan| of_scan(text, letter, id, scan));
    let faults = text
        .pages
        .iter()
        .flat_map(|page| page.faults.iter().flat_map(|fault| of_fault(text, letter, id, page.number, fault)));
    let doubts = letter.doubts.iter().flat_map(|doubt| of_doubt(text, letter, id, doubt));
    let misses = found.near_misses.iter().map(|(miss, at)| {
        let own = text.slice(at);
        let (kind, message) = match miss.kind {
            NearMissKind::Unread => {
                (WarningKind::CitationUnread, format!("`{own}` looks like a citation and could not be read"))
            }
            NearMissKind::Unresolved => {
                (WarningKind::CitationUnresolved, format!("`{own}` points to no citation that is known"))
            }
            NearMissKind::ImpossibleYear => {
                (WarningKind::ImpossibleYear, format!("the second year of `{own}` is not the first plus one"))
            }
        };
        general(text, kind, message, at)
    });
    let ambiguous = found.ambiguous.iter().map(|(id, at)| {
        let message = format!("`{}` has more than one reading; `{id}` is the likeliest", text.slice(at));
        general(text, WarningKind::CitationAmbiguous, message, at)
    });
    scans.chain(faults).chain(doubts).chain(misses).chain(ambiguous).collect()
}

fn general(text: &Text, kind: WarningKind, message: String, at: &Range<usize>) -> Warning {
    Warning { kind, message, page: page_of(text, at), pair: None, numbers: Vec::new(), doubt: kind.is_doubt() }
}

/// The page on which a span begins; an empty one takes the page of what stands there.
fn page_of(text: &Text, at: &Range<usize>) -> Option<usize> {
    let widened = if at.is_empty() { at.start.saturating_sub(1)..at.end } else { at.clone() };
    text.pages_of(&widened).first().copied()
}

/// A page that failed may have cut the pairs around it: each gets the warning too.
fn of_fault(text: &Text, letter: &Letter, id: &str, page: usize, fault: &Fault) -> Vec<Warning> {
    let (kind, message) = match fault {
        Fault::Failed(reason) => (WarningKind::PageFailed, format!("page {page} could not be read: {reason}")),
        Fault::Unmapped(count) => {
            (WarningKind::UnmappedGlyphs, format!("page {page} has {count} glyphs without a Unicode value"))
        }
        // Told with what became of it.
        Fault::Scan => return Vec::new(),
        Fault::HiddenText => (WarningKind::HiddenText, format!("the text of page {page} is a scanner's hidden layer")),
    };
    let touched = |pages: &[usize]| match fault {
        Fault::Failed(_) => missing_from(pages, page),
        Fault::HiddenText => pages.contains(&page),
        Fault::Unmapped(_) | Fault::Scan => false,
    };
    let pairs = letter.pairs.iter().filter(|pair| touched(&pages_of_pair(text, letter, pair)));
    of_page(kind, &message, page, id, pairs)
}

/// Whether a page that is not there may have cut what stands on these.
fn missing_from(pages: &[usize], page: usize) -> bool {
    pages.first().is_some_and(|first| *first <= page) && pages.last().is_some_and(|last| page <= last + 1)
}

/// A warning about a page, and the same about pairs.
fn of_page<'a>(
    kind: WarningKind,
    message: &str,
    page: usize,
    id: &str,
    pairs: impl Iterator<Item = &'a Pair>,
) -> Vec<Warning> {
    let warning = |pair: Option<&Pair>| Warning {
        kind,
        message: message.to_owned(),
        page: Some(page),
        pair: pair.map(|pair| pair_id(id, pair)),
        numbers: pair.map(|pair| pair.numbers.iter().copied().map(number).collect()).unwrap_or_default(),
        doubt: kind.is_doubt(),
    };
    std::iter::once(warning(None)).chain(pairs.map(|pair| warning(Some(pair)))).collect()
}

/// A scan that was read casts doubt where its reading is unsure; one that was not may have cut the pairs around it.
fn of_scan(text: &Text, letter: &Letter, id: &str, scan: &Scan) -> Vec<Warning> {
    let page = scan.page;
    let (kind, message) = match &scan.outcome {
        Ok(confidence) => {
            let percent = (100.0 * confidence).round();
            (WarningKind::Ocr, format!("page {page} is a scan, read from its picture; confidence {percent} %"))
        }
        Err(ocr::Error::Off) => (WarningKind::Scan, format!("page {page} is a scan: it has pictures and no text")),
        Err(error) => {
            let hint = error.hint();
            (WarningKind::Scan, format!("page {page} is a scan: it has pictures and no text; {error}; {hint}"))
        }
    };
    let pairs = letter.pairs.iter().filter(|pair| {
        let pages = pages_of_pair(text, letter, pair);
        match scan.outcome {
            Ok(confidence) => confidence < UNSURE && pages.contains(&page),
            Err(_) => missing_from(&pages, page),
        }
    });
    of_page(kind, &message, page, id, pairs)
}

fn pages_of_pair(text: &Text, letter: &Letter, pair: &Pair) -> Vec<usize> {
    let questions =
        pair.questions.iter().filter_map(|&index| letter.questions.get(index)).map(|question| &question.body);
    let answer = pair.answer.and_then(|index| letter.answers.get(index)).map(|answer| &answer.body);
    let mut pages: Vec<usize> = questions.chain(answer).flat_map(|body| text.pages_of(body)).collect();
    pages.sort_unstable();
    pages.dedup();
    pages
}

/// A doubt stands on every pair that holds one of its numbers; without numbers on the letter.
fn of_doubt(text: &Text, letter: &Letter, id: &str, doubt: &Doubt) -> Vec<Warning> {
    let (series, about) = &doubt.numbers;
    let (kind, message) = worded(&doubt.kind, &joined(about));
    let pairs: Vec<&Pair> = letter
        .pairs
        .iter()
        .filter(|pair| pair.series == *series && pair.numbers.iter().any(|number| about.contains(number)))
        .collect();
    let numbers: Vec<_> = about.iter().copied().map(number).collect();
    let warning = |pair: Option<&Pair>| Warning {
        kind,
        message: message.clone(),
        page: page_of(text, &doubt.at),
        pair: pair.map(|pair| pair_id(id, pair)),
        numbers: numbers.clone(),
        doubt: kind.is_doubt(),
    };
    if pairs.is_empty() { vec![warning(None)] } else { pairs.into_iter().map(|pair| warning(Some(pair))).collect() }
}

fn worded(kind: &DoubtKind, numbers: &str) -> (WarningKind, String) {
    match kind {
        DoubtKind::UnansweredQuestion => (WarningKind::UnansweredQuestion, format!("question {numbers} has no answer")),
        DoubtKind::AnswerWithoutQuestion => {
            (WarningKind::AnswerWithoutQuestion, format!("answer {numbers} has no question in this letter"))
        }
        DoubtKind::NumberingGap(last, next) => {
            (WarningKind::NumberingGap, format!("after question {last} comes question {next}"))
        }
        DoubtKind::NumberingRepeat => (WarningKind::NumberingRepeat, format!("number {numbers} stands twice")),
        DoubtKind::NoteWithoutMark(mark) => {
            (WarningKind::NoteWithoutMark, format!("the mark of footnote {mark} stands nowhere"))
        }
        DoubtKind::MarkWithoutNote(mark) => (WarningKind::MarkWithoutNote, format!("mark {mark} has no footnote")),
        DoubtKind::TwoDates => (WarningKind::TwoDates, "the letter bears two different dates".to_owned()),
        DoubtKind::Boundary => (WarningKind::Boundary, format!("where the text of {numbers} ends is uncertain")),
        DoubtKind::NoHeading => (WarningKind::NoHeading, format!("the answer to {numbers} has no heading")),
        DoubtKind::NoQuestions => {
            (WarningKind::NoHeading, "no question was found, though such a document has them".to_owned())
        }
        DoubtKind::UnmappedGlyphs(count) => {
            (WarningKind::UnmappedGlyphs, format!("{count} glyphs in the text of {numbers} have no Unicode value"))
        }
    }
}
