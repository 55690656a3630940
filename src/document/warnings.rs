//! Gathers faults of pages, doubts of the letter and near misses of citations as the warnings of the record, each with
//! its place and the words that stand there.

use std::ops::Range;

use super::ids::pair_id;
use super::place::{first_unmapped, last_before, page_of, snippet};
use super::plain::Encoding;
use super::references::All;
use super::tuning;
use super::{Document, Scan, account, left_out};
use crate::citation::{NearMiss, NearMissKind};
use crate::layout::{Fault, Origin, Page, Text, Unread};
use crate::letter::{Doubt, DoubtKind, Letter, Pair};
use crate::ocr;
use crate::record::{Contradiction, Detail, Kind, Language, LetterId, Number, Warning, WarningKind};

/// Characters that are shown of text that was not read.
const UNREAD: usize = 80;

/// All warnings: of the file, of pages, of the letter, of its citations.
pub(super) fn all(document: &Document, id: &LetterId, found: &All) -> Vec<Warning> {
    let Document { text, letter, scans, encoding, .. } = document;
    let encoding = encoding.and_then(of_encoding);
    let scans = scans.iter().flat_map(|scan| of_scan(text, letter, id, scan));
    let faults = text
        .pages()
        .iter()
        .flat_map(|page| page.faults.iter().flat_map(|fault| of_fault(text, letter, id, page, fault)));
    let doubts = letter.doubts.iter().flat_map(|doubt| of_doubt(text, letter, id, doubt));
    let gaps = letter.doubts.iter().filter_map(|doubt| of_gap(document, doubt));
    let sums = document.account.iter().map(|(page, contradiction)| {
        about(WarningKind::Structure, Some(Detail::Contradiction(contradiction.clone())))
            .on_page(text, *page, None)
            .worded()
    });
    let stray = account::of_texts(text, letter).into_iter().map(|(at, contradiction)| {
        about(WarningKind::Structure, Some(Detail::Contradiction(contradiction))).at(text, &at).worded()
    });
    let own = letter.front.identifier.as_ref();
    let cited = left_out::citations(&left_out::all(text), own).into_iter().map(|(page, printed)| {
        let detail = Detail::Contradiction(Contradiction::CitationLeftOut(printed));
        let warning = about(WarningKind::Structure, Some(detail));
        match page {
            Some(page) => warning.on_page(text, page, None).worded(),
            None => warning.worded(),
        }
    });
    let misses = found.near_misses.iter().map(|(miss, at)| of_miss(text, miss, at));
    let ambiguous = found.ambiguous.iter().map(|(id, at)| {
        let detail = Detail::Likeliest { printed: text.slice(at).to_owned(), id: id.clone() };
        about(WarningKind::CitationAmbiguous, Some(detail)).at(text, at).worded()
    });
    encoding
        .into_iter()
        .chain(scans)
        .chain(faults)
        .chain(doubts)
        .chain(gaps)
        .chain(sums)
        .chain(stray)
        .chain(cited)
        .chain(misses)
        .chain(ambiguous)
        .collect()
}

/// A warning about the letter, without a place as yet.
fn about(kind: WarningKind, detail: Option<Detail>) -> Unworded {
    Unworded(Warning {
        kind,
        message: String::new(),
        detail,
        snippet: None,
        page: None,
        pair: None,
        numbers: Vec::new(),
        doubt: kind.is_doubt(),
    })
}

/// A warning that is being made: its sentence comes last, because it says all the rest.
#[derive(Clone)]
struct Unworded(Warning);

impl Unworded {
    fn at(mut self, text: &Text, at: &Range<usize>) -> Self {
        self.0.page = page_of(text, at);
        self.0.snippet = snippet(text, at);
        self
    }

    fn on_page(mut self, text: &Text, page: usize, at: Option<Range<usize>>) -> Self {
        self.0.page = Some(page);
        self.0.snippet = at.and_then(|at| snippet(text, &at));
        self
    }

    fn numbered(mut self, numbers: Vec<Number>) -> Self {
        self.0.numbers = numbers;
        self
    }

    fn on_pair(mut self, id: &LetterId, pair: &Pair) -> Self {
        self.0.pair = Some(pair_id(id, pair));
        self
    }

    fn worded(mut self) -> Warning {
        self.0.message = self.0.sentence(Language::English);
        self.0
    }
}

fn of_miss(text: &Text, miss: &NearMiss, at: &Range<usize>) -> Warning {
    let kind = match miss.kind {
        NearMissKind::Unread(_) => WarningKind::CitationUnread,
        NearMissKind::Unresolved => WarningKind::CitationUnresolved,
        NearMissKind::ImpossibleYear => WarningKind::ImpossibleYear,
    };
    let printed = text.slice(at).to_owned();
    let detail = match &miss.kind {
        NearMissKind::Unread(expected) => Detail::Unparsed { printed, expected: (*expected).to_string() },
        NearMissKind::Unresolved | NearMissKind::ImpossibleYear => Detail::Printed(printed),
    };
    about(kind, Some(detail)).at(text, at).worded()
}

/// Why text that stands on a page is not in the reading.
fn unread(why: Unread) -> Detail {
    match why {
        Unread::Annotation => Detail::Annotation,
        Unread::Field => Detail::Field,
        Unread::Invisible => Detail::Invisible,
        Unread::OffPage => Detail::OffPage,
    }
}

/// A text file without accents of its own encoding: which it is, is a guess.
fn of_encoding(encoding: Encoding) -> Option<Warning> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf16 => None,
        Encoding::Windows1252 => Some(about(WarningKind::UnmappedGlyphs, Some(Detail::Windows1252)).worded()),
    }
}

/// A fault of a page, and what it means for pairs: one that runs up to a page that failed may go on there.
fn of_fault(text: &Text, letter: &Letter, id: &LetterId, page: &Page, fault: &Fault) -> Vec<Warning> {
    let number = page.number;
    let (kind, detail) = match fault {
        // Told with what became of it.
        Fault::Scan => return Vec::new(),
        Fault::Failed(reason) => (WarningKind::PageFailed, Some(Detail::Reason(reason.clone()))),
        Fault::Unmapped(count) => (WarningKind::UnmappedGlyphs, Some(Detail::Glyphs(*count))),
        Fault::HiddenText => (WarningKind::HiddenText, None),
        Fault::Unread(why, _) => (WarningKind::HiddenText, Some(unread(*why))),
    };
    let at = matches!(fault, Fault::Unmapped(_)).then(|| first_unmapped(text, number)).flatten();
    let mut general = about(kind, detail).on_page(text, number, at);
    if let Fault::Unread(_, words) = fault {
        general.0.snippet = Some(words.chars().take(UNREAD).collect());
    }
    let last = last_before(text, number);
    let on_pair = |body: &Range<usize>| {
        let touched = match fault {
            Fault::Failed(_) => last.is_some_and(|last| body.contains(&last)),
            Fault::HiddenText => text.pages_of(body).contains(&number),
            Fault::Unmapped(_) | Fault::Unread(..) | Fault::Scan => false,
        };
        touched.then(|| general.clone())
    };
    of_page(letter, id, &general, on_pair)
}

/// A scan that was read casts doubt where its reading is unsure; into one that was not, a pair may run on.
fn of_scan(text: &Text, letter: &Letter, id: &LetterId, scan: &Scan) -> Vec<Warning> {
    let (kind, detail) = match &scan.outcome {
        Ok(confidence) => (WarningKind::Ocr, Some(Detail::Percent((100.0 * confidence).round() as u8))),
        Err(ocr::Error::Off) => (WarningKind::Scan, None),
        Err(error) => (WarningKind::Scan, Some(Detail::Reason(format!("{error}; {}", error.hint())))),
    };
    let general = about(kind, detail).on_page(text, scan.page, None);
    let last = last_before(text, scan.page);
    let on_pair = |body: &Range<usize>| match scan.outcome {
        Ok(_) => weakest(text, body, scan.page).map(|at| general.clone().at(text, &at)),
        // The scan is the letter's own; that a pair may run on into it is our doubt.
        Err(_) => {
            last.is_some_and(|last| body.contains(&last)).then(|| about(WarningKind::Boundary, None).at(text, body))
        }
    };
    of_page(letter, id, &general, on_pair)
}

/// The word of a text that was read from the picture of a page with the least confidence, if that is little.
fn weakest(text: &Text, body: &Range<usize>, page: usize) -> Option<Range<usize>> {
    let first = text.runs().partition_point(|run| run.at.end <= body.start);
    let inside = text.runs().iter().skip(first).take_while(|run| run.at.start < body.end);
    let unsure = inside.filter(|run| run.page == Some(page)).filter_map(|run| match run.origin {
        Origin::Recognised(confidence) if confidence < tuning::unsure_word() => Some((confidence, &run.at)),
        _ => None,
    });
    unsure.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, at)| at.clone())
}

/// A gap in the numbers of a scan: rather we failed to read a heading than that the letter skips a question.
fn of_gap(document: &Document, doubt: &Doubt) -> Option<Warning> {
    let Document { text, scans, .. } = document;
    let DoubtKind::NumberingGap(last, next) = doubt.kind else { return None };
    let page = page_of(text, &doubt.at)?;
    // The heading may stand at the top of the next page.
    let scanned = scans.iter().any(|scan| scan.outcome.is_ok() && (page..=page + 1).contains(&scan.page));
    let missing = (last.value + 1..next.value).map(Number::plain);
    let warning = about(WarningKind::Boundary, None).at(text, &doubt.at);
    scanned.then(|| warning.numbered(missing.collect()).worded())
}

/// A warning about a page, and what it means for the pairs with a text that it touches.
fn of_page(
    letter: &Letter,
    id: &LetterId,
    general: &Unworded,
    on_pair: impl Fn(&Range<usize>) -> Option<Unworded>,
) -> Vec<Warning> {
    let of_pairs = letter.pairs.iter().filter_map(|pair| {
        let warning = bodies(letter, pair).find_map(&on_pair)?;
        Some(warning.numbered(pair.numbers.clone()).on_pair(id, pair).worded())
    });
    std::iter::once(general.clone().worded()).chain(of_pairs).collect()
}

/// The texts of a pair: its questions, then its answer.
fn bodies<'l>(letter: &'l Letter, pair: &'l Pair) -> impl Iterator<Item = &'l Range<usize>> {
    let questions = pair.questions.iter().filter_map(|&index| letter.questions.get(index));
    let answer = pair.answer.and_then(|index| letter.answers.get(index));
    questions.map(|question| &question.body).chain(answer.map(|answer| &answer.body))
}

/// A doubt stands on every pair that holds one of its numbers; without numbers on the letter.
fn of_doubt(text: &Text, letter: &Letter, id: &LetterId, doubt: &Doubt) -> Vec<Warning> {
    let (series, named) = &doubt.numbers;
    let (kind, detail) = kind_of(&doubt.kind, letter.kind);
    let general = about(kind, detail).at(text, &doubt.at).numbered(named.clone());
    let holds = |pair: &&Pair| pair.series == *series && pair.numbers.iter().any(|number| named.contains(number));
    let on_pairs: Vec<Warning> =
        letter.pairs.iter().filter(holds).map(|pair| general.clone().on_pair(id, pair).worded()).collect();
    if on_pairs.is_empty() { vec![general.worded()] } else { on_pairs }
}

fn kind_of(kind: &DoubtKind, letter: Kind) -> (WarningKind, Option<Detail>) {
    match kind {
        DoubtKind::UnansweredQuestion => {
            let mededeling = letter == Kind::Mededeling;
            (WarningKind::UnansweredQuestion, mededeling.then_some(Detail::Mededeling))
        }
        DoubtKind::AnswerWithoutQuestion => (WarningKind::AnswerWithoutQuestion, None),
        DoubtKind::NumberingGap(_, next) => (WarningKind::NumberingGap, Some(Detail::Next(*next))),
        DoubtKind::NumberingRepeat => (WarningKind::NumberingRepeat, None),
        DoubtKind::NoteWithoutMark(mark) => (WarningKind::NoteWithoutMark, Some(Detail::Mark(mark.clone()))),
        DoubtKind::MarkWithoutNote(mark) => (WarningKind::MarkWithoutNote, Some(Detail::Mark(mark.clone()))),
        DoubtKind::TwoDates => (WarningKind::TwoDates, None),
        DoubtKind::Boundary => (WarningKind::Boundary, None),
        DoubtKind::Structure(contradiction) => {
            (WarningKind::Structure, Some(Detail::Contradiction(contradiction.clone())))
        }
        DoubtKind::Lost => (WarningKind::Boundary, Some(Detail::NotFound)),
        // Without numbers: not one question was found.
        DoubtKind::NoHeading | DoubtKind::NoQuestions => (WarningKind::NoHeading, None),
        DoubtKind::Table => (WarningKind::Table, None),
        DoubtKind::ReadingOrder => (WarningKind::ReadingOrder, None),
        DoubtKind::UnmappedGlyphs(count) => (WarningKind::UnmappedGlyphs, Some(Detail::Glyphs(*count))),
    }
}
