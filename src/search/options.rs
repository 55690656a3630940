//! Which part of an answer is wanted, in which order, with which counts.

use super::field::Field;
use super::ranking::Ranking;

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
