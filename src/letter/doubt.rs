//! A doubt: something to tell the reader of a letter.

use std::ops::Range;

use crate::record::{Contradiction, Number};

/// Something to tell the reader of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What it is.
    pub kind: DoubtKind,
    /// The numbering and the question numbers it is about; empty for the letter as a whole.
    pub numbers: (usize, Vec<Number>),
    /// Where to look.
    pub at: Range<usize>,
}

/// The kinds, with their arguments. Those from `Boundary` on mean that our reading may be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubtKind {
    /// A question without answer.
    UnansweredQuestion,
    /// An answer whose question is not in the letter.
    AnswerWithoutQuestion,
    /// A question number is skipped: the last before and the first after.
    NumberingGap(Number, Number),
    /// A number stands twice.
    NumberingRepeat,
    /// A note whose mark stands nowhere.
    NoteWithoutMark(String),
    /// A mark whose note stands nowhere.
    MarkWithoutNote(String),
    /// Two different days for one event.
    TwoDates,
    /// Where a question or an answer ends may be wrong.
    Boundary,
    /// The letter as a whole contradicts the reading.
    Structure(Contradiction),
    /// Questions that the letter announces and that were not found.
    Lost,
    /// An answer told by type or place alone.
    NoHeading,
    /// A document of questions and answers in which not one question was found.
    NoQuestions,
    /// Rows and cells of a table may be cut wrongly.
    Table,
    /// Lines may stand out of their order.
    ReadingOrder,
    /// Glyphs without a Unicode value; how many.
    UnmappedGlyphs(usize),
}

impl Doubt {
    pub(super) fn about(kind: DoubtKind, numbers: (usize, Vec<Number>), at: Range<usize>) -> Self {
        Self { kind, numbers, at }
    }

    pub(super) fn general(kind: DoubtKind, at: Range<usize>) -> Self {
        Self { kind, numbers: (0, Vec::new()), at }
    }
}
