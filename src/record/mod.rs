//! The letter object: what the program promises to others about one letter, as plain owned data.
//!
//! `.ndjson` files, reading processes, the index's store, `--json` and the API all hold these types.
//!
//! **Invariant:** no type here borrows, or knows another module than [`crate::citation`]; names and meanings of the keys are fixed by the
//! product's contract, more keys may be added. All that is computed is what a record says of itself: its warnings in
//! words, and counted.
//! **Invariant:** unknown is `null`, never an empty string.
//! **Invariant:** offsets are Unicode code points, end exclusive; pages count from 1.

mod as_text;
mod belongings;
mod chamber;
mod confidence;
mod contradiction;
mod counter;
mod detail;
mod features;
mod heading;
mod id;
mod language;
mod left_out;
mod number;
pub mod page_map;
mod paragraph;
mod place;
mod spot;
mod stated;
mod table;
mod trust;
mod warning;
mod wording;

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use as_text::serde_as_text;
pub use belongings::{Belongings, Owner};
pub use chamber::Chamber;
pub use confidence::Confidence;
pub use contradiction::Contradiction;
pub use counter::Trust;
pub use detail::Detail;
pub use features::Features;
pub use heading::Heading;
pub use id::{Id, LetterId, Malformed, NoteId, NoteSystem, PairId, SectionId};
pub use language::Language;
pub use left_out::{LeftOut, Reason};
pub use number::Number;
pub use paragraph::{Paragraph, ParagraphKind};
pub use place::{Numbers, Place};
pub use spot::{Spot, TextOf};
pub use stated::Stated;
pub use table::Table;
pub use warning::{Warning, WarningKind};

use crate::citation::{CaseNumber, Citation, Vergaderjaar};

/// Version of the letter object and of the reading behind it: an index built by another one is not read.
pub const VERSION: u32 = 6;

/// One letter with all that was read from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The official identifier, else `brief-{date}-{8 hex digits}`.
    pub id: LetterId,
    /// What kind of document the letter is.
    pub kind: Kind,
    /// The chamber that it is written to, or is a paper of; `null` where nothing says it.
    #[serde(default)]
    pub chamber: Option<Chamber>,
    /// The official identifier that the document bears (`ah-tk-20232024-1314`).
    #[serde(default)]
    pub identifier: Option<Stated<Citation>>,
    /// The session year printed in head or foot (`2023-2024`).
    #[serde(default)]
    pub vergaderjaar: Option<Stated<Vergaderjaar>>,
    /// The day the questions were sent in, ISO 8601.
    #[serde(default)]
    pub asked: Option<Stated<Date>>,
    /// The day of the answer, ISO 8601.
    #[serde(default)]
    pub date: Option<Stated<Date>>,
    /// The subject as printed, in one line.
    #[serde(default)]
    pub title: Option<String>,
    /// The committee that asks, as printed.
    #[serde(default)]
    pub committee: Option<String>,
    /// The members who put the questions.
    #[serde(default)]
    pub askers: Vec<Asker>,
    /// Who answers or signs.
    #[serde(default)]
    pub responders: Vec<Responder>,
    /// Z-numbers of the questions answered, in order.
    #[serde(default)]
    pub case_numbers: Vec<Stated<CaseNumber>>,
    /// Other letters of the same case.
    #[serde(default)]
    pub related: Vec<Related>,
    /// The file it was read from; absent in letters that come from elsewhere.
    #[serde(default)]
    pub source: Option<Source>,
    /// Number of pages of the file; `null` where a text file has no form feed.
    #[serde(default)]
    pub pages: Option<usize>,
    /// The printed page numbers, one a page; `null` where none is printed.
    #[serde(default)]
    pub page_labels: Vec<Option<String>>,
    /// One per answer, and one per unanswered question, in order of first question number.
    #[serde(default)]
    pub pairs: Vec<Pair>,
    /// All running text that is in no pair, in reading order.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// The headings of questions and answers, which belong to no text, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
    /// The tables that stand in one text, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// What the pages print and no text of the letter holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// How many questions the letter itself says it has: the highest number of each of its numberings, of its answers
    /// too, and what its opening names («de 12 vragen»); `null` where nothing says it.
    #[serde(default)]
    pub announced: Option<usize>,
    /// Every note, in order.
    #[serde(default)]
    pub footnotes: Vec<Footnote>,
    /// Every reference to another document, in order of appearance.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// What is amiss in the letter, and what the reader is unsure of.
    #[serde(default)]
    pub warnings: Vec<Warning>,
    /// What the reading looks like in figures; absent in letters that come from elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<Features>,
    /// The pages that were read from their picture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ocr: Vec<Recognised>,
}

impl Record {
    /// Where a pair stands in [`Record::pairs`]: the one with this id, else the one to which this other number of a group
    /// leads.
    #[must_use]
    pub fn pair_at(&self, id: &PairId) -> Option<usize> {
        let own = self.pairs.iter().position(|pair| pair.id == *id);
        own.or_else(|| self.pairs.iter().position(|pair| pair.ids().contains(id)))
    }

    /// True where a doubt stands on a pair.
    #[must_use]
    pub fn is_doubted(&self, pair: &PairId) -> bool {
        self.warnings.iter().any(|warning| warning.doubt && warning.pair.as_ref() == Some(pair))
    }
}

impl TextOf {
    /// The text itself; `None` where the letter has no such place.
    #[must_use]
    pub fn of(self, record: &Record) -> Option<&str> {
        match self {
            Self::Question { pair, question } => Some(&record.pairs.get(pair)?.questions.get(question)?.text),
            Self::Answer { pair } => Some(&record.pairs.get(pair)?.answer.as_ref()?.text),
            Self::Section(at) => Some(&record.sections.get(at)?.text),
            Self::Footnote(at) => Some(&record.footnotes.get(at)?.text),
        }
    }

    /// Its paragraphs as the letter lists them, none where all are plain; `None` where the letter has no such place.
    #[must_use]
    pub fn paragraphs(self, record: &Record) -> Option<&[Paragraph]> {
        match self {
            Self::Question { pair, question } => Some(&record.pairs.get(pair)?.questions.get(question)?.paragraphs),
            Self::Answer { pair } => Some(&record.pairs.get(pair)?.answer.as_ref()?.paragraphs),
            Self::Section(at) => Some(&record.sections.get(at)?.paragraphs),
            Self::Footnote(at) => Some(&record.footnotes.get(at)?.paragraphs),
        }
    }
}

/// A page that was read from its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// Its number, from 1.
    pub page: usize,
    /// How sure its reading is on the whole.
    pub confidence: Confidence,
}

/// The kinds of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Answered questions in the layout of the Aanhangsel van de Handelingen.
    Aanhangsel,
    /// That layout with a postponement in place of answers.
    Mededeling,
    /// A ministry's letter.
    Brief,
    /// Lijst van vragen en antwoorden.
    Lijst,
    /// Verslag van een schriftelijk overleg.
    SchriftelijkOverleg,
    /// Nota naar aanleiding van het verslag: the government answers on a bill.
    Nota,
    /// Motie: what members ask the chamber to say.
    Motie,
    /// Any other Kamerstuk.
    Kamerstuk,
}

impl Kind {
    /// All kinds, in the order in which they are listed to people.
    pub const ALL: [Self; 8] = [
        Self::Aanhangsel,
        Self::Mededeling,
        Self::Brief,
        Self::Lijst,
        Self::SchriftelijkOverleg,
        Self::Nota,
        Self::Motie,
        Self::Kamerstuk,
    ];

    /// The name in JSON, in queries and in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Aanhangsel => "aanhangsel",
            Self::Mededeling => "mededeling",
            Self::Brief => "brief",
            Self::Lijst => "lijst",
            Self::SchriftelijkOverleg => "schriftelijk-overleg",
            Self::Nota => "nota",
            Self::Motie => "motie",
            Self::Kamerstuk => "kamerstuk",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A member who put the questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    /// The name as printed, without «het lid».
    pub name: String,
    /// The party as printed in brackets.
    #[serde(default)]
    pub party: Option<String>,
}

/// A minister or state secretary who answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responder {
    /// The name as printed where the answerer is named first; `null` where only the office stands.
    pub name: Option<String>,
    /// The office as printed, without article.
    pub office: Option<String>,
    /// Key of the table of ministries (`OCW`).
    #[serde(default)]
    pub ministry: Option<String>,
    /// True for «mede namens».
    #[serde(default)]
    pub on_behalf: bool,
}

/// Another letter of the same case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The id of the other letter.
    pub id: String,
    /// How it is related.
    pub how: Relation,
}

/// How two letters of one case belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The same answer, published twice.
    SameAnswer,
    /// A mededeling that postpones the other's answer.
    Postponed,
    /// A later addition to the other.
    Supplements,
    /// A correction of the other.
    Corrects,
    /// «Zie ook».
    See,
}

/// The file a letter was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The path as given.
    pub path: String,
    /// SHA-256 of the file's bytes, in hex.
    #[serde(default)]
    pub sha256: Option<String>,
    /// What its bytes were, whatever its name; absent where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
}

impl Source {
    /// False where it was read from another kind of file than a PDF; where nobody said what it is, its bytes must tell.
    #[must_use]
    pub fn may_be_pdf(&self) -> bool {
        self.kind.is_none_or(|kind| kind == SourceKind::Pdf)
    }
}

/// What kind of file a letter was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A PDF.
    Pdf,
    /// Plain text.
    Text,
}

/// Bytes as hex digits: how hashes are written, here and in addresses.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|half| char::from_digit(half.into(), 16)).collect()
}

/// An answer with the questions it answers, or a question without answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// `{letter id}#v{first number}`; in a second numbering `{letter id}#s2.v{first number}`.
    pub id: PairId,
    /// The numbers that the answer covers.
    pub numbers: Vec<Number>,
    /// The question blocks, each with the numbers of its own heading.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// `null` where the question stands unanswered.
    pub answer: Option<Answer>,
    /// Questions of the same letter that the answer points to.
    #[serde(default)]
    pub see: Vec<Number>,
}

impl Pair {
    /// The pages on which it stands, each once, in order.
    #[must_use]
    pub fn pages(&self) -> Vec<usize> {
        let answer = self.answer.iter().flat_map(|answer| answer.pages.iter().copied());
        let questions = self.questions.iter().flat_map(|question| question.pages.iter().copied());
        questions.chain(answer).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Every id that leads to it, in order: its own, and one for each number of its answer and of its questions.
    #[must_use]
    pub fn ids(&self) -> Vec<PairId> {
        let asked = self.questions.iter().flat_map(|question| &question.numbers);
        let numbers = self.numbers.iter().chain(asked).map(|number| self.id.with_number(*number));
        numbers.chain([self.id.clone()]).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// One question block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The numbers of its own heading.
    pub numbers: Vec<Number>,
    /// The text as printed; paragraphs separated by `\n`.
    pub text: String,
    /// Its paragraphs, where one of them is an item of a list; left out where all are plain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// The pages on which it stands.
    #[serde(default)]
    pub pages: Vec<usize>,
}

/// The text of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The text as printed; paragraphs separated by `\n`.
    pub text: String,
    /// Its paragraphs, where one of them is an item of a list; left out where all are plain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// The pages on which it stands.
    #[serde(default)]
    pub pages: Vec<usize>,
}

/// Running text that is in no pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Before the first question, or elsewhere.
    pub part: SectionPart,
    /// Its heading, where one was told apart.
    #[serde(default)]
    pub heading: Option<String>,
    /// The text as printed; paragraphs separated by `\n`.
    pub text: String,
    /// Its paragraphs, where one of them is an item of a list; left out where all are plain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// The pages on which it stands.
    #[serde(default)]
    pub pages: Vec<usize>,
}

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionPart {
    /// Before the first question.
    Front,
    /// Anywhere else.
    Other,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// `footnote:4`, `footnote:questioner:1`; `footnote:4.2` where a mark begins anew in the same file.
    pub id: NoteId,
    /// The bare mark.
    pub mark: String,
    /// Which series it belongs to.
    #[serde(default)]
    pub system: NoteSystem,
    /// The text as printed.
    pub text: String,
    /// Its paragraphs, where one of them is an item of a list; left out where all are plain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// The page on which it begins.
    #[serde(default)]
    pub page: Option<usize>,
    /// Where its marks stand in the body.
    #[serde(default, with = "place::anchors")]
    pub anchor: Vec<Place>,
    /// The exact place of each of those marks, in the same order; `null` for one outside running text, in a heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spots: Vec<Option<Spot>>,
}

/// A reference to another document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The likeliest document (`kst-31839-1024`).
    pub id: Stated<Citation>,
    /// The other readings, where print leaves it open.
    #[serde(default)]
    pub alternatives: Vec<Stated<Citation>>,
    /// `front`, `question:3,4,5`, `answer:6`, a footnote's id, or `other`.
    #[serde(rename = "in")]
    pub place: Place,
    /// The mention as printed.
    pub text: String,
    /// Its exact place; `null` where it stands outside running text, in a heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<Spot>,
    /// Where the document can be read; `null` where no address is known.
    #[serde(default)]
    pub url: Option<String>,
    /// The page of the mention.
    #[serde(default)]
    pub page: Option<usize>,
}
