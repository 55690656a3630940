//! What the answers look like to programs: the types behind `--json` and the API.
//!
//! **Invariant:** the letter itself is no view: it is a [`Record`] everywhere.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::document::Linked;
use crate::record::{LeftOut, LetterId, Record, Source, Trust, Warning};
use crate::search::{Explanation, Results};
use crate::worker;

/// Why something went wrong, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// One word.
    pub kind: String,
    /// One sentence.
    pub message: String,
    /// The page of the file, where it is about one.
    pub page: Option<usize>,
    /// What to do.
    pub hint: Option<String>,
}

impl From<&worker::Error> for Failure {
    fn from(error: &worker::Error) -> Self {
        Self {
            kind: error.kind().to_owned(),
            message: error.sentence(),
            page: error.page(),
            hint: error.hint().map(str::to_owned),
        }
    }
}

/// An error that ends a command: `{"error": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// What went wrong.
    pub error: Failure,
}

/// A file that `read` could not read, on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Which file.
    pub source: Path,
    /// What went wrong.
    pub error: Failure,
}

/// A letter whose citations became links.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkedLetter {
    /// Which file.
    pub source: Path,
    /// Where it is now.
    pub output: String,
    /// What was linked, in order of appearance.
    pub links: Vec<Linked>,
}

/// A file by its path alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Path {
    /// The path as given.
    pub path: String,
}

/// The answer of `search`, with the explanation where it was asked for.
#[derive(Debug, Clone, Serialize)]
pub struct Searched<'r> {
    /// The answer.
    #[serde(flatten)]
    pub results: &'r Results,
    /// How the query was understood, and what matched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<&'r Explanation>,
}

/// The trust report of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// The letter's id.
    pub id: LetterId,
    /// Its file.
    pub source: Option<Source>,
    /// Its subject.
    pub title: Option<String>,
    /// How many questions the letter itself says it has; `null` where nothing says it.
    pub announced: Option<usize>,
    /// How many numbered questions were found.
    pub found: usize,
    /// True where our reading may be wrong somewhere, or a page was not read at all.
    pub doubtful: bool,
    /// What the warnings are about, counted.
    pub counts: Trust,
    /// What the pages print and no text of the letter holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The warnings: doubts about pairs, other doubts, the rest; each in order of page.
    pub warnings: Vec<Located>,
}

/// A warning with the number that is printed on its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located {
    /// The warning.
    #[serde(flatten)]
    pub warning: Warning,
    /// The printed number of its page.
    pub page_label: Option<String>,
}

impl Checked {
    /// The trust report of a letter.
    #[must_use]
    pub fn of(record: Record) -> Self {
        let (counts, doubtful, found) = (Trust::of(&record), record.is_doubtful(), found(&record));
        let labels = record.page_labels;
        let label = |page: usize| labels.get(page.checked_sub(1)?).cloned().flatten();
        let mut warnings: Vec<_> = record
            .warnings
            .into_iter()
            .map(|warning| Located { page_label: warning.page.and_then(label), warning })
            .collect();
        warnings.sort_by_key(|Located { warning, .. }| (!warning.doubt, warning.pair.is_none(), warning.page));
        let Record { id, source, title, announced, left_out, .. } = record;
        Self { id, source, title, announced, found, doubtful, counts, left_out, warnings }
    }

    /// The order of the report: the letters with most doubted pairs first, then by pages that were not read, by other
    /// doubts and by all warnings.
    #[must_use]
    pub fn by_how_bad(&self) -> impl Ord + use<> {
        let Trust { doubtful_pairs, unread_pages, other_doubts, .. } = self.counts;
        (Reverse((doubtful_pairs, unread_pages, other_doubts, self.warnings.len())), self.id.clone())
    }
}

/// The numbers of the questions, each once in its numbering.
fn found(record: &Record) -> usize {
    let numbers = record.pairs.iter().flat_map(|pair| {
        let asked = pair.questions.iter().flat_map(|question| &question.numbers);
        asked.map(|number| (pair.id.numbering, *number))
    });
    numbers.collect::<BTreeSet<_>>().len()
}

/// What is cited in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundLine {
    /// The ids in order of place.
    pub ids: Vec<String>,
    /// The same with their places.
    pub mentions: Vec<FoundMention>,
}

/// A citation in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundMention {
    /// The likeliest reading.
    pub id: String,
    /// The other readings.
    pub alternatives: Vec<String>,
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// As printed.
    pub text: String,
}

/// What the analysis makes of a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Analysed {
    /// As typed.
    pub word: String,
    /// Its stem.
    pub stem: String,
    /// The parts of a compound, lower case.
    pub parts: Vec<String>,
    /// The full names of an abbreviation, or the abbreviations of a name: searched for as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<&'static str>,
}
