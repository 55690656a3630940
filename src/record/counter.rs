//! What is counted of letters that ask for care: one row for each count.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

/// In what the warnings of a counter are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// In warnings.
    Warnings,
    /// In question numbers.
    Questions,
    /// In pages, each once.
    Pages,
    /// In characters; those in the text of a pair are counted with their page already.
    Characters,
}

/// Makes [`Trust`] of its counters, each one row: name, unit, words of the report. The first ones are about letters as a
/// whole, the others are what kinds of warnings are counted as.
macro_rules! counters {
    (
        letters { $($(#[$whole_doc:meta])* $whole:ident: $whole_label:literal,)* }
        kinds { $($(#[$doc:meta])* $counter:ident, $field:ident: $unit:ident, $label:literal,)* }
    ) => {
        /// What is amiss in letters, counted. A pair or page with several warnings of one kind counts once.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Trust {
            $($(#[$whole_doc])* pub $whole: usize,)*
            $($(#[$doc])* pub $field: usize,)*
        }

        /// What a kind of warning is counted as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Counter {
            $($(#[$doc])* $counter,)*
        }

        impl Counter {
            pub(super) fn unit(self) -> Unit {
                match self {
                    $(Self::$counter => Unit::$unit,)*
                }
            }
        }

        impl Trust {
            /// The counts with what they count, in English, in the order of reports.
            pub fn rows(&self) -> impl Iterator<Item = (&'static str, usize)> + use<> {
                [$(($whole_label, self.$whole),)* $(($label, self.$field),)*].into_iter()
            }

            pub(super) fn counter(&mut self, counter: Counter) -> &mut usize {
                match counter {
                    $(Counter::$counter => &mut self.$field,)*
                }
            }
        }

        impl AddAssign for Trust {
            fn add_assign(&mut self, other: Self) {
                $(self.$whole += other.$whole;)*
                $(self.$field += other.$field;)*
            }
        }
    };
}

counters! {
    letters {
        /// Letters with a doubt, or with a page that was not read at all.
        doubtful_letters: "letters with doubts",
        /// Pairs that carry a doubt.
        doubtful_pairs: "questions in doubt",
        /// Doubts about no pair: a page, the numbering, the letter as a whole.
        other_doubts: "other doubts",
    }
    kinds {
        /// Pages that were not read: scans without OCR, and pages that failed.
        UnreadPages, unread_pages: Pages, "pages not read",
        /// Pages read by OCR, or from a scanner's hidden layer.
        OcrPages, ocr_pages: Pages, "pages read from a picture",
        /// Pages with text that was left out: annotations, form fields, what cannot be seen.
        PagesWithUnreadText, pages_with_unread_text: Pages, "pages with text left out",
        /// Glyphs without a Unicode value.
        UnmappedGlyphs, unmapped_glyphs: Characters, "unreadable characters",
        /// Questions without answer.
        Unanswered, unanswered: Questions, "unanswered questions",
        /// Answers without question.
        AnswersWithoutQuestion, answers_without_question: Warnings, "answers without question",
        /// Numbers that are skipped or stand twice.
        Numbering, numbering: Warnings, "gaps and repeats in numbers",
        /// Notes without mark.
        NotesWithoutMark, notes_without_mark: Warnings, "footnotes without mark",
        /// Marks without note.
        MarksWithoutNote, marks_without_note: Warnings, "marks without footnote",
        /// What looks like a citation and was not read, an impossible session year included.
        CitationsUnread, citations_unread: Warnings, "citations not read",
        /// Short citations whose witness is not there.
        CitationsUnresolved, citations_unresolved: Warnings, "citations that lead nowhere",
        /// Citations with several readings.
        CitationsAmbiguous, citations_ambiguous: Warnings, "citations with several readings",
    }
}
