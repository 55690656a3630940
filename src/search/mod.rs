//! A query comes in; what it found goes out, as plain owned data.
//!
//! **Invariant:** the only way to ask the index: every face goes through [`Searcher`].
//! **Invariant:** any string is a query; what could not be read of it is said, never an error.
//! **Invariant:** ties are broken by id, so that pages of one answer never overlap; work is bounded whatever is asked.

mod best;
mod case_letters;
mod cites;
mod collect;
mod compile;
mod did_you_mean;
mod document_query;
mod drafts;
mod error;
mod excluded;
mod execute;
mod expand;
mod expansion;
mod explain;
mod field;
mod hit;
mod letters;
mod likeness;
mod meaning;
mod overview;
mod query;
mod results;
mod show;
mod similar;
mod snippet;
mod suggest;
mod terms;
mod tuning;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

pub use compile::Ranking;
pub use error::Error;
pub use expansion::{Expansion, Other};
pub use explain::{Explained, Explanation, LookedUp, Matched, Step, StepKind};
pub use field::{FIELDS, Field, FieldRow};
pub use meaning::Embedder;
pub use overview::{Overview, committed_at};
pub use query::{Query, Reason, Unread};
pub use results::{
    AnsweredBy, Cited, Cites, Citing, Context, Count, Evidence, Front, Hit, Likeness, Link, Publication, Results,
    Shown, ShownLetter, ShownPair, Snippet, Strength,
};
pub use snippet::Highlights;
pub use suggest::{MAX_SUGGESTIONS, Suggested, Suggestion, Suggestions};
pub use tuning::TABLE as TUNING;

use crate::index;
pub use crate::index::{Part, Word, word};
use crate::lexicon::ministries;
use crate::record::Record;
use crate::record::page_map::PageMap;
use crate::search::letters::Letters;

/// An index that can be asked.
#[derive(Debug)]
pub struct Searcher {
    reader: index::Reader,
}

/// Which part of an answer is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Hits a page; at most [`MAX_LIMIT`].
    pub limit: usize,
    /// The page, from 1.
    pub page: usize,
    /// What comes first.
    pub sort: Sort,
    /// What is counted over the whole result.
    pub facets: Vec<Field>,
    /// By what hits are ranked.
    pub ranking: Ranking,
}

/// What comes first in a result; of equals the one whose id comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// What fits the query best.
    #[default]
    Relevance,
    /// The newest letters; undated ones last.
    Newest,
    /// The oldest letters; undated ones last.
    Oldest,
}

/// Most hits of one page.
pub const MAX_LIMIT: usize = 1_000;
/// Hits before which a page may begin: the best are kept in memory up to its end.
pub const MAX_DEPTH: usize = 100_000;

impl Default for Options {
    fn default() -> Self {
        Self { limit: 10, page: 1, sort: Sort::default(), facets: Vec::new(), ranking: Ranking::default() }
    }
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::Relevance, Self::Newest, Self::Oldest];

    /// The name in addresses and flags.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }

    /// The order with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// The usual name of a ministry, by its key: `OCW`.
#[must_use]
pub fn ministry_name(key: &str) -> Option<&'static str> {
    ministries::by_key(key)?.names.first().copied()
}

impl Searcher {
    /// Opens the index in a folder.
    pub fn open(dir: &Path) -> Result<Self, Error> {
        Ok(Self { reader: index::Reader::open(dir)? })
    }

    /// Takes in what was committed since.
    pub fn reload(&self) -> Result<(), Error> {
        Ok(self.reader.reload()?)
    }

    /// The pairs and sections that a query finds, the best first. `unread` is what [`Query::parse`] could not read; it
    /// is handed through into the answer.
    pub fn search(&self, query: &Query, unread: Vec<Unread>, options: &Options) -> Result<Results, Error> {
        self.guarded(|reader| execute::search(reader, query, unread, options))
    }

    /// How a query was understood, and what of it matched in the hits of its results.
    pub fn explain(&self, query: &Query, results: &Results, options: &Options) -> Result<Explanation, Error> {
        self.guarded(|reader| explain::explain(reader, query, results, options))
    }

    /// For each draft question in a text, the earlier pairs that ask the same.
    pub fn similar(&self, text: &str, options: &Options) -> Result<Vec<Results>, Error> {
        self.guarded(|reader| similar::similar(reader, text, options, None))
    }

    /// The same in an order to which a model of meaning adds: the best by words, put in an order fused of both.
    pub fn similar_in_meaning(
        &self,
        text: &str,
        options: &Options,
        embedder: &dyn Embedder,
    ) -> Result<Vec<Results>, Error> {
        self.guarded(|reader| similar::similar(reader, text, options, Some(embedder)))
    }

    /// Who cites a document or a whole dossier, in any notation, the newest first.
    pub fn cites(&self, document: &str, options: &Options) -> Result<Cites, Error> {
        self.guarded(|reader| cites::cites(reader, document, options))
    }

    /// What a text typed so far may become, at most `limit` of each kind.
    pub fn suggest(&self, typed: &str, limit: usize) -> Result<Suggestions, Error> {
        self.guarded(|reader| suggest::suggest(reader, typed, limit))
    }

    /// What a query highlights in texts that are shown whole.
    #[must_use]
    pub fn highlights(&self, query: &Query) -> Highlights {
        let mut planner = compile::Planner::new(self.reader.fields());
        drop(planner.all_of(query));
        Highlights(planner.marks)
    }

    /// What the whole index holds.
    pub fn overview(&self) -> Result<Overview, Error> {
        self.guarded(overview::overview)
    }

    /// What an id leads to: a letter or a pair; any number of a group leads to its pair.
    pub fn show(&self, id: &str) -> Result<Option<Shown>, Error> {
        self.guarded(|reader| show::show(reader, id))
    }

    /// Where the texts and citations of a letter that was shown are on its pages; none where it was read from plain text
    /// or came as a letter object.
    pub fn page_maps(&self, letter: &Record) -> Result<Vec<PageMap>, Error> {
        self.guarded(|reader| Letters::new(reader, &reader.searcher()).maps(letter))
    }

    /// Hands over every letter of the index; of several with one id the one that is found.
    pub fn letters(&self, take: impl FnMut(Record)) -> Result<(), Error> {
        self.guarded(|reader| Letters::new(reader, &reader.searcher()).each(take))
    }

    /// Asks the engine. It checks its files only in part when it opens them, and panics on some kinds of damage.
    fn guarded<T>(&self, ask: impl FnOnce(&index::Reader) -> Result<T, Error>) -> Result<T, Error> {
        catch_unwind(AssertUnwindSafe(|| ask(&self.reader))).unwrap_or_else(|_| Err(self.reader.corrupt().into()))
    }
}
