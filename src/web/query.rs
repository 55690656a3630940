//! The parameters of a search come in, of a page, of the API or of a feed; the query that they ask goes out.
//!
//! **Invariant:** one reading of parameters for all of them, so that a page, its feed and its download hold the same.

use super::params::Params;
use crate::search::{Facet, Field, Options, Query, Sort, Unread};

/// The parameters that are filters: the fields of the query language, and the ends of a span of days.
pub(super) const FILTERS: [&str; 10] =
    ["ministerie", "vergaderjaar", "bewindspersoon", "lid", "fractie", "soort", "dossier", "kamerstuk", "van", "tot"];

/// What is asked.
#[derive(Debug, Clone)]
pub(super) struct Search {
    /// The query with its filters.
    pub(super) query: Query,
    /// The query alone.
    pub(super) unfiltered: Query,
    pub(super) unread: Vec<Unread>,
    pub(super) options: Options,
}

/// Reads the parameters of a search.
pub(super) fn search(params: &Params, limit: usize, facets: Vec<Facet>) -> Search {
    let (unfiltered, mut unread) = Query::parse(params.get("q").unwrap_or_default());
    let mut query = unfiltered.clone();
    let mut narrow = |field: Field, name: &str, value: &str| match Query::field(field, value) {
        Ok(filter) => query = std::mem::take(&mut query).and(filter),
        Err(reason) => unread.push(Unread { text: format!("{name}={value}"), at: [0, 0], reason }),
    };
    for name in FILTERS {
        let Some(field) = Field::named(name) else { continue };
        params.all(name).for_each(|value| narrow(field, name, value));
    }
    let (from, until) = (params.get("van"), params.get("tot"));
    if from.or(until).is_some() {
        narrow(Field::Datum, "datum", &format!("{}..{}", from.unwrap_or_default(), until.unwrap_or_default()));
    }
    let page = params.get("pagina").and_then(|page| page.parse().ok()).unwrap_or(1).max(1);
    let sort = params.get("volgorde").and_then(Sort::named).unwrap_or_default();
    Search { query, unfiltered, unread, options: Options { limit, page, sort, facets, ..Options::default() } }
}
