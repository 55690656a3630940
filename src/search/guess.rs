//! A query that found nothing comes in; the query with its unknown words corrected goes out.

use tantivy::Searcher;

use super::error::Error;
use super::query::Query;
use crate::index::Reader;

/// The query with each word that the index does not know replaced by the likeliest that it does; `None` where all words
/// are known, or nothing is near.
pub(super) fn better(_reader: &Reader, _searcher: &Searcher, _query: &Query) -> Result<Option<Query>, Error> {
    Ok(None)
}
