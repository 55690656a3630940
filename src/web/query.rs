//! Reads the parameters of a search, the same for a page, the API, a feed and a download.
//!
//! **Invariant:** one reading of parameters for all of them, so that a page, its feed and its download hold the same.

use super::params::Params;
use crate::search::{Field, Options, Query, Sort, Unread};

/// The parameters that are the ends of a span of days.
pub(super) const SPAN: [&str; 2] = ["van", "tot"];

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
pub(super) fn search(params: &Params, limit: usize, facets: Vec<Field>) -> Search {
    let (unfiltered, mut unread) = Query::parse(params.get("q").unwrap_or_default());
    let mut query = unfiltered.clone();
    let mut narrow = |field: Field, value: &str| match Query::field(field, value) {
        Ok(filter) => query = std::mem::take(&mut query).and(filter),
        Err(reason) => unread.push(Unread { text: format!("{}={value}", field.name()), at: [0, 0], reason }),
    };
    for field in Field::filters() {
        params.all(field.name()).for_each(|value| narrow(field, value));
    }
    let [from, until] = SPAN.map(|end| params.get(end));
    if from.or(until).is_some() {
        narrow(Field::Datum, &format!("{}..{}", from.unwrap_or_default(), until.unwrap_or_default()));
    }
    let page = params.get("pagina").and_then(|page| page.parse().ok()).unwrap_or(1).max(1);
    let sort = params.get("volgorde").and_then(Sort::named).unwrap_or_default();
    Search { query, unfiltered, unread, options: Options { limit, page, sort, facets, ..Options::default() } }
}

/// The parameters of a search without its filters.
pub(super) fn unfiltered(params: &Params) -> Params {
    let names = Field::filters().into_iter().map(Field::name).chain(SPAN);
    names.fold(params.clone(), |params, name| params.without(name))
}
