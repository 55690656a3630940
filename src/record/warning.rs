//! The warnings of a letter, as data: what is amiss in it, and what the reader is unsure of.
//!
//! A kind of warning is one row of a table: its name, whether it is a doubt about our reading, what it is counted as, and
//! its sentence in English and in Dutch. A new kind is a row, the code that finds it, and a letter in which it arises
//! (`tests/witnesses.rs`).
//!
//! **Invariant:** a closed list of kinds; what a sentence about one needs is in its fields, never in another's words.

use serde::{Deserialize, Serialize};

use super::counter::Counter;
use super::detail::Detail;
use super::id::PairId;
use super::language::Language;
use super::number::Number;
use super::wording::Words;

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
    pub pair: Option<PairId>,
    /// The question numbers that it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<Number>,
    /// True where our reading may be wrong; false where the letter itself is so.
    pub doubt: bool,
}

impl Warning {
    /// The warning as a sentence: lower case, no full stop.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let row = self.kind.row();
        let words = Words { language, detail: self.detail.as_ref(), numbers: &self.numbers, page: self.page };
        match language {
            Language::English => (row.english)(&words),
            Language::Dutch => (row.dutch)(&words),
        }
    }

    /// What it is counted as.
    pub(super) fn counter(&self) -> Option<Counter> {
        (self.kind.row().counter)(self.detail.as_ref())
    }
}

/// What the program knows of one kind of warning.
struct Row {
    name: &'static str,
    doubt: bool,
    /// What it is counted as in a [`Trust`](super::Trust); some kinds are not counted of their own.
    counter: fn(Option<&Detail>) -> Option<Counter>,
    english: fn(&Words<'_>) -> String,
    dutch: fn(&Words<'_>) -> String,
}

/// Makes the list of kinds and the table of what is known of each: a kind is one row of [`KINDS`].
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident { name: $name:literal, $($column:ident: $value:expr),* $(,)? })*) => {
        /// The closed list of warnings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum WarningKind {
            $($(#[$doc])* #[serde(rename = $name)] $kind,)*
        }

        impl WarningKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$kind),*];
        }

        static KINDS: &[Row] = &[$(Row { name: $name, $($column: $value),* }),*];
    };
}

kinds! {
    /// A question without answer.
    UnansweredQuestion {
        name: "unanswered-question",
        doubt: false,
        counter: |_| Some(Counter::Unanswered),
        english: |w| {
            let why = if w.is(&Detail::Mededeling) { ": the letter is a mededeling" } else { "" };
            format!("{} {} no answer{why}", w.questions(), w.either("has", "have"))
        },
        dutch: |w| {
            let why = if w.is(&Detail::Mededeling) { ": de brief is een mededeling" } else { "" };
            format!("{} {} geen antwoord{why}", w.questions(), w.either("heeft", "hebben"))
        },
    }
    /// An answer whose question is not in the letter.
    AnswerWithoutQuestion {
        name: "answer-without-question",
        doubt: false,
        counter: |_| Some(Counter::AnswersWithoutQuestion),
        english: |w| format!("the answer to {} stands here, the question does not", w.questions()),
        dutch: |w| format!("het antwoord op {} staat er, de vraag niet", w.questions()),
    }
    /// A question number is skipped.
    NumberingGap {
        name: "numbering-gap",
        doubt: false,
        counter: |_| Some(Counter::Numbering),
        english: |w| match w.detail {
            Some(Detail::Next(next)) => format!("after {} comes question {next}", w.questions()),
            _ => format!("after {} a number is skipped", w.questions()),
        },
        dutch: |w| match w.detail {
            Some(Detail::Next(next)) => format!("na {} komt vraag {next}", w.questions()),
            _ => format!("na {} is een nummer overgeslagen", w.questions()),
        },
    }
    /// A question number stands twice.
    NumberingRepeat {
        name: "numbering-repeat",
        doubt: false,
        counter: |_| Some(Counter::Numbering),
        english: |w| format!("the number of {} stands twice", w.questions()),
        dutch: |w| format!("het nummer van {} staat er twee keer", w.questions()),
    }
    /// A note whose mark stands nowhere.
    NoteWithoutMark {
        name: "note-without-mark",
        doubt: false,
        counter: |_| Some(Counter::NotesWithoutMark),
        english: |w| format!("{} has no mark in the text", w.mark("footnote", "a footnote")),
        dutch: |w| format!("naar {} wordt nergens verwezen", w.mark("voetnoot", "een voetnoot")),
    }
    /// A mark whose note stands nowhere.
    MarkWithoutNote {
        name: "mark-without-note",
        doubt: false,
        counter: |_| Some(Counter::MarksWithoutNote),
        english: |w| format!("{} has no footnote", w.mark("mark", "a mark")),
        dutch: |w| format!("bij {} hoort geen voetnoot", w.mark("nootcijfer", "een nootcijfer")),
    }
    /// Looks like a citation and does not parse.
    CitationUnread {
        name: "citation-unread",
        doubt: false,
        counter: |_| Some(Counter::CitationsUnread),
        english: |w| format!("{} looks like a citation and could not be read", w.printed("some text")),
        dutch: |w| format!("{} lijkt een verwijzing, maar is niet herkend", w.printed("een stuk tekst")),
    }
    /// An idem without a witness.
    CitationUnresolved {
        name: "citation-unresolved",
        doubt: false,
        counter: |_| Some(Counter::CitationsUnresolved),
        english: |w| format!("{} points back to a citation that is not there", w.printed("a citation")),
        dutch: |w| format!("{} verwijst terug naar iets wat er niet staat", w.printed("een verwijzing")),
    }
    /// A citation with more than one reading.
    CitationAmbiguous {
        name: "citation-ambiguous",
        doubt: false,
        counter: |_| Some(Counter::CitationsAmbiguous),
        english: |w| match w.detail {
            Some(Detail::Likeliest { printed, id }) => {
                format!("`{printed}` has several readings; `{id}` is the likeliest")
            }
            _ => format!("{} has several readings", w.printed("a citation")),
        },
        dutch: |w| match w.detail {
            Some(Detail::Likeliest { printed, id }) => {
                format!("`{printed}` kan op meer manieren worden gelezen; `{id}` is het waarschijnlijkst")
            }
            _ => format!("{} kan op meer manieren worden gelezen", w.printed("een verwijzing")),
        },
    }
    /// A session year whose second year is not the first plus one.
    ImpossibleYear {
        name: "impossible-year",
        doubt: false,
        counter: |_| Some(Counter::CitationsUnread),
        english: |w| format!("{} names a session year that cannot be", w.printed("a citation")),
        dutch: |w| format!("{} noemt een vergaderjaar dat niet kan bestaan", w.printed("een verwijzing")),
    }
    /// Two different days for one event.
    TwoDates {
        name: "two-dates",
        doubt: false,
        counter: |_| None,
        english: |_| "the letter bears two different dates".to_owned(),
        dutch: |_| "de brief draagt twee verschillende datums".to_owned(),
    }
    /// A page without text and without OCR.
    Scan {
        name: "scan",
        doubt: false,
        counter: |_| Some(Counter::UnreadPages),
        english: |w| match w.detail {
            Some(Detail::Reason(reason)) => format!("{} is a scan and was not read: {reason}", w.page()),
            _ => format!("{} is a scan: it has pictures and no text, and was not read", w.page()),
        },
        dutch: |w| format!("{} is een scan zonder tekst en is niet gelezen", w.page()),
    }
    /// Where a question, answer or note ends may be wrong.
    Boundary {
        name: "boundary",
        doubt: true,
        counter: |_| None,
        english: |w| match w.detail {
            Some(Detail::NotFound) => {
                format!("the letter announces {}, and {} not found", w.questions(), w.either("it was", "they were"))
            }
            _ => format!("where the text of {} begins or ends is uncertain", w.questions()),
        },
        dutch: |w| match w.detail {
            Some(Detail::NotFound) => {
                format!("de brief kondigt {} aan, maar die {} niet gevonden", w.questions(), w.either("is", "zijn"))
            }
            _ => format!("waar de tekst van {} begint of eindigt, is niet zeker", w.questions()),
        },
    }
    /// An answer told by type or place alone.
    NoHeading {
        name: "no-heading",
        doubt: true,
        counter: |_| None,
        english: |w| match w.numbers {
            [] => "no question was found, though such a document has them".to_owned(),
            _ => format!("the answer to {} has no heading: it was told by its place", w.questions()),
        },
        dutch: |w| match w.numbers {
            [] => "er is geen vraag gevonden, terwijl zo'n stuk vragen heeft".to_owned(),
            _ => format!("boven het antwoord op {} staat geen kopje: de plaats gaf de doorslag", w.questions()),
        },
    }
    /// The letter as a whole contradicts our reading.
    Structure {
        name: "structure",
        doubt: true,
        counter: |_| None,
        english: |w| format!("the reading of {} is uncertain: {}", w.questions(), w.contradiction()),
        dutch: |w| format!("hoe {} moet worden gelezen, is niet zeker: {}", w.questions(), w.contradiction()),
    }
    /// The reading order may be wrong.
    ReadingOrder {
        name: "reading-order",
        doubt: true,
        counter: |_| None,
        english: |w| format!("the order of the lines on {} is uncertain", w.page()),
        dutch: |w| format!("de volgorde van de regels op {} is niet zeker", w.page()),
    }
    /// Glyphs without a Unicode value.
    UnmappedGlyphs {
        name: "unmapped-glyphs",
        doubt: true,
        counter: |_| Some(Counter::UnmappedGlyphs),
        english: |w| {
            if w.is(&Detail::Windows1252) {
                return "the text is not UTF-8: it was read as Windows-1252, letters with accents may be wrong".to_owned();
            }
            let place = if w.numbers.is_empty() { format!("on {}", w.page()) } else { format!("in the text of {}", w.questions()) };
            let glyphs = w.glyphs("unreadable character", "unreadable characters");
            format!("{glyphs} {place}: the file gives no text there")
        },
        dutch: |w| {
            if w.is(&Detail::Windows1252) {
                return "de tekst is geen UTF-8 en is gelezen als Windows-1252: letters met accenten kunnen fout zijn".to_owned();
            }
            let place = if w.numbers.is_empty() { format!("op {}", w.page()) } else { format!("in de tekst van {}", w.questions()) };
            let glyphs = w.glyphs("onleesbaar teken", "onleesbare tekens");
            format!("{glyphs} {place}: het bestand geeft daar geen tekst")
        },
    }
    /// A table whose rows or columns may be wrong.
    Table {
        name: "table",
        doubt: true,
        counter: |_| None,
        english: |w| format!("the rows or columns of a table in the text of {} are uncertain", w.questions()),
        dutch: |w| format!("de rijen of kolommen van een tabel in de tekst van {} zijn niet zeker", w.questions()),
    }
    /// A page that could not be read.
    PageFailed {
        name: "page-failed",
        doubt: true,
        counter: |_| Some(Counter::UnreadPages),
        english: |w| match w.detail {
            Some(Detail::Reason(reason)) => format!("{} could not be read: {reason}", w.page()),
            _ => format!("{} could not be read", w.page()),
        },
        // The reason is the PDF reader's own and is in English.
        dutch: |w| format!("{} kon niet worden gelezen", w.page()),
    }
    /// A page read by OCR.
    Ocr {
        name: "ocr",
        doubt: true,
        counter: |_| Some(Counter::OcrPages),
        english: |w| {
            let sure = match w.detail {
                Some(Detail::Percent(sure)) => format!(" with confidence {sure} %"),
                _ => String::new(),
            };
            format!("{} is a scan, read from its picture{sure}: letters may be wrong", w.page())
        },
        dutch: |w| {
            let sure = match w.detail {
                Some(Detail::Percent(sure)) => format!(" (zekerheid {sure} %)"),
                _ => String::new(),
            };
            format!("{} is een scan, door de computer gelezen{sure}: er kunnen letters fout zijn", w.page())
        },
    }
    /// A page whose text is a hidden layer of unknown quality, or hidden text that was not read.
    HiddenText {
        name: "hidden-text",
        doubt: true,
        // A hidden text that was not read says nothing about the rest of its page.
        counter: |detail| match detail {
            Some(detail) if detail.is_unread_text() => Some(Counter::PagesWithUnreadText),
            _ => Some(Counter::OcrPages),
        },
        english: |w| match w.detail {
            Some(Detail::Annotation) => format!("an annotation on {} was not read", w.page()),
            Some(Detail::Field) => format!("what is filled into a form field on {} was not read", w.page()),
            Some(Detail::Invisible) => format!("invisible text on {} was not read", w.page()),
            Some(Detail::OffPage) => format!("text beyond the edge of {} was not read", w.page()),
            _ => format!("the text of {} is a scanner's hidden layer: letters may be wrong", w.page()),
        },
        dutch: |w| match w.detail {
            Some(Detail::Annotation) => format!("een aantekening op {} is niet gelezen", w.page()),
            Some(Detail::Field) => format!("wat op {} in een formulierveld staat, is niet gelezen", w.page()),
            Some(Detail::Invisible) => format!("onzichtbare tekst op {} is niet gelezen", w.page()),
            Some(Detail::OffPage) => format!("tekst naast het blad van {} is niet gelezen", w.page()),
            _ => format!("de tekst van {} is een verborgen laag van een scanner: er kunnen letters fout zijn", w.page()),
        },
    }
}

impl WarningKind {
    fn row(self) -> &'static Row {
        &KINDS[self as usize]
    }

    /// True where the warning means that our reading may be wrong.
    #[must_use]
    pub fn is_doubt(self) -> bool {
        self.row().doubt
    }

    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }
}
