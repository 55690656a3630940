//! A letter comes in; how many of its questions, notes, citations and pages ask for care goes out.

use std::collections::BTreeSet;
use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

use super::{Detail, Record, Warning, WarningKind};

/// What is amiss in letters, counted. A pair or page with several warnings of one kind counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trust {
    /// Letters with a doubt, or with a page that was not read at all.
    pub doubtful_letters: usize,
    /// Pairs that carry a doubt.
    pub doubtful_pairs: usize,
    /// Doubts about no pair: a page, the numbering, the letter as a whole.
    pub other_doubts: usize,
    /// Questions without answer.
    pub unanswered: usize,
    /// Answers without question.
    pub answers_without_question: usize,
    /// Numbers that are skipped or stand twice.
    pub numbering: usize,
    /// Notes without mark.
    pub notes_without_mark: usize,
    /// Marks without note.
    pub marks_without_note: usize,
    /// What looks like a citation and was not read, an impossible session year included.
    pub citations_unread: usize,
    /// Short citations whose witness is not there.
    pub citations_unresolved: usize,
    /// Citations with several readings.
    pub citations_ambiguous: usize,
    /// Glyphs without a Unicode value.
    pub unmapped_glyphs: usize,
    /// Pages read by OCR, or from a scanner's hidden layer.
    pub ocr_pages: usize,
    /// Pages with text that was left out: annotations, form fields, what cannot be seen.
    pub pages_with_unread_text: usize,
    /// Pages that were not read: scans without OCR, and pages that failed.
    pub unread_pages: usize,
}

impl Trust {
    /// What one letter amounts to.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        use WarningKind as Kind;
        let all = || record.warnings.iter();
        let of = |kinds: &'static [Kind]| all().filter(|warning| kinds.contains(&warning.kind));
        let count = |kinds| of(kinds).count();
        // A hidden text that was not read says nothing about the rest of its page.
        let pages = |kinds| pages_of(of(kinds));
        let (left_out, layers): (Vec<_>, Vec<_>) =
            of(&[Kind::HiddenText]).partition(|warning| warning.is_about_unread_text());
        let doubted: BTreeSet<_> = all().filter(|warning| warning.doubt).filter_map(|w| w.pair.as_ref()).collect();
        Self {
            doubtful_letters: usize::from(record.is_doubtful()),
            doubtful_pairs: doubted.len(),
            other_doubts: all().filter(|warning| warning.doubt && warning.pair.is_none()).count(),
            unanswered: of(&[Kind::UnansweredQuestion]).map(|warning| warning.numbers.len()).sum(),
            answers_without_question: count(&[Kind::AnswerWithoutQuestion]),
            numbering: count(&[Kind::NumberingGap, Kind::NumberingRepeat]),
            notes_without_mark: count(&[Kind::NoteWithoutMark]),
            marks_without_note: count(&[Kind::MarkWithoutNote]),
            citations_unread: count(&[Kind::CitationUnread, Kind::ImpossibleYear]),
            citations_unresolved: count(&[Kind::CitationUnresolved]),
            citations_ambiguous: count(&[Kind::CitationAmbiguous]),
            unmapped_glyphs: of(&[Kind::UnmappedGlyphs]).filter(|warning| warning.pair.is_none()).map(glyphs).sum(),
            ocr_pages: pages_of(of(&[Kind::Ocr]).chain(layers)),
            pages_with_unread_text: pages_of(left_out.into_iter()),
            unread_pages: pages(&[Kind::Scan, Kind::PageFailed]),
        }
    }
}

/// The number of pages that warnings are about.
fn pages_of<'w>(warnings: impl Iterator<Item = &'w Warning>) -> usize {
    warnings.filter_map(|warning| warning.page).collect::<BTreeSet<_>>().len()
}

/// One where the number is unknown: there is a warning, so there is a glyph.
fn glyphs(warning: &Warning) -> usize {
    match warning.detail {
        Some(Detail::Glyphs(count)) => count,
        _ => 1,
    }
}

impl Record {
    /// True where our reading may be wrong somewhere, or where a page was not read at all.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.warnings.iter().any(|warning| warning.doubt || warning.kind == WarningKind::Scan)
    }
}

impl AddAssign for Trust {
    fn add_assign(&mut self, other: Self) {
        self.doubtful_letters += other.doubtful_letters;
        self.doubtful_pairs += other.doubtful_pairs;
        self.other_doubts += other.other_doubts;
        self.unanswered += other.unanswered;
        self.answers_without_question += other.answers_without_question;
        self.numbering += other.numbering;
        self.notes_without_mark += other.notes_without_mark;
        self.marks_without_note += other.marks_without_note;
        self.citations_unread += other.citations_unread;
        self.citations_unresolved += other.citations_unresolved;
        self.citations_ambiguous += other.citations_ambiguous;
        self.unmapped_glyphs += other.unmapped_glyphs;
        self.ocr_pages += other.ocr_pages;
        self.pages_with_unread_text += other.pages_with_unread_text;
        self.unread_pages += other.unread_pages;
    }
}
