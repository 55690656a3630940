//! The warnings of a letter, as data: what is amiss in it, and what the reader is unsure of.
//!
//! **Invariant:** a closed list of kinds; what a sentence about one needs is in its fields, never in another's words.

use serde::{Deserialize, Serialize};

use super::number::Number;

/// Something amiss in the letter, or something that the reader is unsure of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// What is amiss.
    pub kind: WarningKind,
    /// The warning as an English sentence; `sentence` words it in either language.
    pub message: String,
    /// What it is about, beyond page and numbers: the kind says which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Detail>,
    /// The text at that place, as printed, to be found on the page: some words, not the whole of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snippet: Option<String>,
    /// The page to look at.
    #[serde(default)]
    pub page: Option<usize>,
    /// The pair that it is about; absent when it is about the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<String>,
    /// The question numbers that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<Number>,
    /// True where our reading may be wrong; false where the letter itself is so.
    pub doubt: bool,
}

/// The argument of a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// The number that comes after a gap.
    Next(Number),
    /// The mark of a note.
    Mark(String),
    /// A citation as printed.
    Printed(String),
    /// What looks like a citation, and what it lacks to be one.
    Unparsed {
        /// The words as printed.
        printed: String,
        /// What was expected there, in English.
        expected: String,
    },
    /// The likeliest of several readings of a citation.
    Likeliest {
        /// The citation as printed.
        printed: String,
        /// The id that it was given.
        id: String,
    },
    /// A number of glyphs.
    Glyphs(usize),
    /// Why a page failed or was not read, in English.
    Reason(String),
    /// How sure the reading of a picture is, of 100.
    Percent(u8),
    /// The letter is a mededeling: it puts questions off, or takes them away.
    Mededeling,
    /// Text of an annotation over the page, which was not read.
    Annotation,
    /// Text filled into a form field, which was not read.
    Field,
    /// Text in white on white, or wholly transparent, which was not read.
    Invisible,
    /// Text beyond the page's edge, which was not read.
    OffPage,
    /// A text file that is no UTF-8, and was read as this.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// The letter announces the questions, and they were not found.
    NotFound,
}

/// The closed list of warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WarningKind {
    /// A question without answer.
    UnansweredQuestion,
    /// An answer whose question is not in the letter.
    AnswerWithoutQuestion,
    /// A question number is skipped.
    NumberingGap,
    /// A question number stands twice.
    NumberingRepeat,
    /// A note whose mark stands nowhere.
    NoteWithoutMark,
    /// A mark whose note stands nowhere.
    MarkWithoutNote,
    /// Looks like a citation and does not parse.
    CitationUnread,
    /// An idem without a witness.
    CitationUnresolved,
    /// A citation with more than one reading.
    CitationAmbiguous,
    /// A session year whose second year is not the first plus one.
    ImpossibleYear,
    /// Two different days for one event.
    TwoDates,
    /// A page without text and without OCR.
    Scan,
    /// Where a question, answer or note ends may be wrong.
    Boundary,
    /// An answer told by type or place alone.
    NoHeading,
    /// The reading order may be wrong.
    ReadingOrder,
    /// Glyphs without a Unicode value.
    UnmappedGlyphs,
    /// A table whose rows or columns may be wrong.
    Table,
    /// A page that could not be read.
    PageFailed,
    /// A page read by OCR.
    Ocr,
    /// A page whose text is a hidden layer of unknown quality, or hidden text that was not read.
    HiddenText,
}

impl Warning {
    /// True for text that stands on a page and not in the reading.
    #[must_use]
    pub fn is_about_unread_text(&self) -> bool {
        let unread = [Detail::Annotation, Detail::Field, Detail::Invisible, Detail::OffPage];
        self.detail.as_ref().is_some_and(|detail| unread.contains(detail))
    }
}

impl WarningKind {
    /// True where the warning means that our reading may be wrong.
    #[must_use]
    pub fn is_doubt(self) -> bool {
        self >= Self::Boundary
    }

    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::UnansweredQuestion => "unanswered-question",
            Self::AnswerWithoutQuestion => "answer-without-question",
            Self::NumberingGap => "numbering-gap",
            Self::NumberingRepeat => "numbering-repeat",
            Self::NoteWithoutMark => "note-without-mark",
            Self::MarkWithoutNote => "mark-without-note",
            Self::CitationUnread => "citation-unread",
            Self::CitationUnresolved => "citation-unresolved",
            Self::CitationAmbiguous => "citation-ambiguous",
            Self::ImpossibleYear => "impossible-year",
            Self::TwoDates => "two-dates",
            Self::Scan => "scan",
            Self::Boundary => "boundary",
            Self::NoHeading => "no-heading",
            Self::ReadingOrder => "reading-order",
            Self::UnmappedGlyphs => "unmapped-glyphs",
            Self::Table => "table",
            Self::PageFailed => "page-failed",
            Self::Ocr => "ocr",
            Self::HiddenText => "hidden-text",
        }
    }
}
