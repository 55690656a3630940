//! The answers of the search side, in the shapes that the contract promises.
//!
//! **Invariant:** plain owned data; nothing here knows an engine or a face.
//! **Invariant:** offsets are Unicode code points, end exclusive.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::compile::expansion::Expansion;
use super::query::Unread;
use crate::citation::{CaseNumber, Citation, Vergaderjaar};
use crate::index::Part;
use crate::record::{
    Asker, Chamber, Footnote, Id, Kind, LetterId, Number, Pair, PairId, Place, Recognised, Record, Reference, Related,
    Relation, Responder, Source, Stated, Warning,
};

/// What a query found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Results {
    /// The query as it was understood.
    pub query: String,
    /// What of it could not be read.
    pub unread: Vec<Unread>,
    /// Nothing had all the words; these have most of them.
    pub relaxed: bool,
    /// How many there are, all pages together; an answer that was published several times is one.
    pub total: usize,
    /// Those of this page, the best first.
    pub hits: Vec<Hit>,
    /// The beginnings of words, `ve*`, that more words have than are looked up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub capped: Vec<String>,
    /// Counts over the whole result, where asked for; by the names of the query language. A facet that the query itself
    /// limits is counted as if it did not: what there would be with each other value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<BTreeMap<String, Vec<Count>>>,
    /// The query with its unknown words and names corrected, where nothing was found.
    pub did_you_mean: Option<String>,
    /// The hits are those of the corrected query.
    pub corrected: bool,
    /// What words of the query became beyond their inflections and parts: names in full or in short, corrections.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expansions: Vec<Expansion>,
}

/// How often a value occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The value as shown, and as the query language takes it.
    pub value: String,
    /// In how many pairs.
    pub count: usize,
}

/// A pair or section that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// The id of the pair or section.
    pub id: Id,
    /// The id of the letter.
    pub letter: LetterId,
    /// The numbers that the answer covers.
    pub numbers: Vec<Number>,
    /// The letter's subject.
    pub title: Option<String>,
    /// The letter's day.
    pub date: Option<Stated<Date>>,
    /// The letter's session year, printed or derived from the date.
    pub vergaderjaar: Option<Vergaderjaar>,
    /// True where the letter prints no session year.
    pub vergaderjaar_derived: bool,
    /// The letter's kind.
    pub kind: Kind,
    /// Who asks.
    pub askers: Vec<Asker>,
    /// Who answers.
    pub responders: Vec<Responder>,
    /// The questions, one a line; `null` in a section.
    pub question: Option<String>,
    /// The first 300 characters of the answer; `null` where there is none.
    pub answer: Option<String>,
    /// The passage that fits the query best.
    pub snippet: Snippet,
    /// The pages on which pair or section stands.
    pub pages: Vec<usize>,
    /// How well it fits; comparable within one answer only.
    pub score: f32,
    /// The file.
    pub source: Option<Source>,
    /// Other files with a letter of the same id, older ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Source>,
    /// Where this answer was published, this hit among them, the oldest first; also where the query does not find it.
    pub publications: Vec<Publication>,
    /// Where the question is open in this letter: the first answer that was given to it since.
    pub answered_by: Option<AnsweredBy>,
    /// In `similar`: how near the question is to the draft.
    #[serde(flatten)]
    pub likeness: Option<Likeness>,
}

/// A letter in which an answer was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Publication {
    /// The id of the letter.
    pub letter: LetterId,
    /// The id of the pair; `null` for a section.
    pub pair: Option<PairId>,
    /// The letter's kind.
    pub kind: Kind,
    /// The letter's day.
    pub date: Option<Stated<Date>>,
    /// The file.
    pub source: Option<Source>,
}

/// What answers a question that another letter leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnsweredBy {
    /// The id of the letter.
    pub letter: LetterId,
    /// The id of the pair; `null` where the letter puts its questions in other words.
    pub pair: Option<PairId>,
    /// The letter's day.
    pub date: Option<Stated<Date>>,
}

/// Another letter of the same case, that the index holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its id.
    pub id: LetterId,
    /// How the two belong together, whichever came first.
    pub how: Relation,
    /// Its kind.
    pub kind: Kind,
    /// Its day.
    pub date: Option<Stated<Date>>,
    /// Its subject.
    pub title: Option<String>,
    /// On what the link rests.
    pub because: Vec<Evidence>,
}

/// On what a link between two letters rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// This letter names the other.
    Names,
    /// The other names this letter.
    NamedBy,
    /// A case number, or the same members asking on the same day about the same subject.
    Case,
    /// The same questions.
    Questions,
    /// The same answers to the same questions.
    Answers,
}

impl Evidence {
    /// The evidence as a sentence's part.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Names => "named here",
            Self::NamedBy => "names this letter",
            Self::Case => "same case number, or same members, day and subject",
            Self::Questions => "same questions",
            Self::Answers => "same answers",
        }
    }
}

/// How near an earlier question is to a draft, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Likeness {
    /// How near; `null` where they share no more than most questions do.
    pub strength: Option<Strength>,
    /// The words of the draft, as they stand in it, that the earlier question or its answer has too.
    pub shared: Vec<String>,
}

/// How near two questions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// They are about the same.
    Touches,
    /// They may well ask the same.
    Alike,
    /// They are one question, some words aside.
    NearSame,
}

/// A passage, with what to highlight in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// The part of the pair from which it comes.
    pub part: Part,
    /// The passage, as printed.
    pub text: String,
    /// What to highlight, in order.
    pub highlights: Vec<[usize; 2]>,
}

/// Who cites a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cites {
    /// The canonical id of what was asked for; one that ends in `*` is the beginning of those that were.
    pub id: String,
    /// What else the notation may mean.
    pub alternatives: Vec<String>,
    /// How many mentions there are, all pages together.
    pub total: usize,
    /// In how many letters they stand.
    pub letters: usize,
    /// The day of the newest of these letters.
    pub newest: Option<Stated<Date>>,
    /// Those of this page, the newest first.
    pub hits: Vec<Citing>,
    /// Mentions a year, the newest first.
    pub years: Vec<Count>,
    /// What is cited in the same places, the most often first.
    pub cocited: Vec<Cited>,
    /// Of a dossier, or of a beginning of ids: which of its papers are cited, the most often first.
    pub papers: Vec<Cited>,
    /// The papers of the same dossier that are cited, the nearest numbers first; of a part of a dossier, the other parts.
    pub neighbours: Vec<Cited>,
}

/// A document that is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// Its canonical id.
    pub id: String,
    /// How often: beside another document, in how many pairs or sections; by itself, how many mentions.
    pub count: usize,
}

/// A mention of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Citing {
    /// The id of the letter.
    pub letter: LetterId,
    /// The id of the pair to which the mention belongs; `null` outside the pairs.
    pub pair: Option<PairId>,
    /// Where it stands: a footnote, a question, an answer, front, other.
    #[serde(rename = "in")]
    pub place: Place,
    /// Of a footnote: where its mark stands, `answer:4`.
    pub anchor: Option<Place>,
    /// Of a footnote: the passage around its mark, with the place of the mark, which has no length.
    pub marked: Option<Context>,
    /// What is cited there; another than asked for when a whole dossier was asked for.
    pub id: Stated<Citation>,
    /// The letter's day.
    pub date: Option<Stated<Date>>,
    /// The letter's subject.
    pub title: Option<String>,
    /// The letter's kind.
    pub kind: Kind,
    /// The mention as printed.
    pub text: String,
    /// The passage around it.
    pub context: Context,
    /// The page.
    pub page: Option<usize>,
    /// True where what was asked for is not the likeliest reading of the mention.
    pub alternative: bool,
}

impl Citing {
    /// The part of the letter in which the mention stands; of a mention in a note the one in which its mark stands.
    #[must_use]
    pub fn block(&self) -> &Place {
        self.anchor.as_ref().unwrap_or(&self.place)
    }
}

/// The passage around a mention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Context {
    /// The passage, as printed.
    pub text: String,
    /// Where in it the mention stands.
    pub highlights: Vec<[usize; 2]>,
}

/// What an id leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Shown {
    /// A letter.
    Letter(Box<ShownLetter>),
    /// A pair.
    Pair(Box<ShownPair>),
}

/// A letter, and the other files with one of the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownLetter {
    /// The letter.
    ///
    /// `related` has what the letter says, and after it what was found across the index.
    #[serde(flatten)]
    pub letter: Record,
    /// Other files with a letter of the same id, older ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Source>,
    /// The letters of the same case that the index holds, the oldest first.
    pub links: Vec<Link>,
    /// Where the letter leaves all its questions open: the first letter that answers them.
    pub answered_by: Option<AnsweredBy>,
}

/// A pair with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownPair {
    /// The letter's front matter.
    pub letter: Front,
    /// The pair.
    pub pair: Pair,
    /// The notes whose marks stand in it.
    pub footnotes: Vec<Footnote>,
    /// The references in it and in those notes.
    pub references: Vec<Reference>,
    /// The warnings about it.
    pub warnings: Vec<Warning>,
    /// Where the same answer was published, this pair among them, the oldest first.
    pub publications: Vec<Publication>,
    /// The letters of the same case that the index holds, the oldest first.
    pub links: Vec<Link>,
    /// Where the question is open in this letter: the first answer that was given to it since.
    pub answered_by: Option<AnsweredBy>,
}

/// What stands before the questions of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the fields are those of the letter object, documented there")]
pub struct Front {
    pub id: LetterId,
    pub kind: Kind,
    pub chamber: Option<Chamber>,
    pub identifier: Option<Stated<Citation>>,
    pub vergaderjaar: Option<Stated<Vergaderjaar>>,
    pub asked: Option<Stated<Date>>,
    pub date: Option<Stated<Date>>,
    pub title: Option<String>,
    pub committee: Option<String>,
    pub askers: Vec<Asker>,
    pub responders: Vec<Responder>,
    pub case_numbers: Vec<Stated<CaseNumber>>,
    pub related: Vec<Related>,
    pub source: Option<Source>,
    pub pages: Option<usize>,
    pub page_labels: Vec<Option<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ocr: Vec<Recognised>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Source>,
}
