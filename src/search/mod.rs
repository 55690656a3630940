//! Asks the index: searches, citations, similar questions, suggestions, single letters and pairs.
//!
//! **Invariant:** the only way to ask the index: every face goes through [`Searcher`].
//! **Invariant:** any string is a query; what could not be read of it is said, never an error.
//! **Invariant:** ties are broken by id, so that pages of one answer never overlap; work is bounded whatever is asked.

mod cites;
mod collector;
mod compile;
mod dictionary;
mod document_query;
mod error;
mod execute;
mod explain;
mod field;
mod hits;
mod options;
mod overview;
mod query;
mod ranking;
mod results;
mod similar;
mod suggest;
mod tuning;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

pub use compile::expansion::{Expansion, Other};
pub use error::Error;
pub use explain::{Explained, Explanation, LookedUp, Matched, Step, StepKind};
pub use field::{FIELDS, Field, FieldRow};
pub use hits::snippet::Highlights;
pub use options::{MAX_DEPTH, MAX_LIMIT, Options, Sort};
pub use overview::{Overview, committed_at};
pub use query::{Query, Reason, Unread};
pub use ranking::Ranking;
pub use results::{
    AnsweredBy, Cited, Cites, Citing, Context, Count, Evidence, Front, Hit, Likeness, Link, Publication, Results,
    Shown, ShownLetter, ShownPair, Snippet, Strength,
};
pub use similar::meaning::Embedder;
pub use suggest::{MAX_SUGGESTIONS, Suggested, Suggestion, Suggestions};
pub use tuning::TABLE as TUNING;

use crate::index;
pub use crate::index::{Part, Word, word};
use crate::lexicon::ministries;
use crate::record::Record;
use crate::record::page_map::PageMap;
use hits::letters::Letters;

/// An index that can be asked.
#[derive(Debug)]
pub struct Searcher {
    reader: index::Reader,
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
        self.guarded(|reader| hits::show::show(reader, id))
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
