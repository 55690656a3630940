//! Which part of an answer is wanted, in which order, with which counts.

use super::query::Field;
use super::ranking::Ranking;
use crate::index::Key;

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
    pub facets: Vec<Facet>,
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

/// What can be counted over a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the terms of the query language")]
pub enum Facet {
    Soort,
    Vergaderjaar,
    Ministerie,
    Bewindspersoon,
    Lid,
    Fractie,
    Dossier,
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

impl Facet {
    /// All facets, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Soort,
        Self::Vergaderjaar,
        Self::Ministerie,
        Self::Bewindspersoon,
        Self::Lid,
        Self::Fractie,
        Self::Dossier,
    ];

    /// The name in the query language.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.field().name()
    }

    /// The field by which a query is limited to a value.
    pub(super) fn field(self) -> Field {
        match self {
            Self::Soort => Field::Soort,
            Self::Vergaderjaar => Field::Vergaderjaar,
            Self::Ministerie => Field::Ministerie,
            Self::Bewindspersoon => Field::Bewindspersoon,
            Self::Lid => Field::Lid,
            Self::Fractie => Field::Fractie,
            Self::Dossier => Field::Dossier,
        }
    }

    /// A value as the query language takes it.
    pub(super) fn shown(self, value: &str) -> String {
        match self {
            Self::Dossier => value.trim_start_matches("dossier-").to_owned(),
            _ => value.to_owned(),
        }
    }

    pub(super) fn key(self) -> Key {
        match self {
            Self::Soort => Key::Kind,
            Self::Vergaderjaar => Key::Vergaderjaar,
            Self::Ministerie => Key::MinistryShown,
            Self::Bewindspersoon => Key::ResponderShown,
            Self::Lid => Key::AskerShown,
            Self::Fractie => Key::PartyShown,
            Self::Dossier => Key::Dossier,
        }
    }
}
