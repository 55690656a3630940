//! Reads the dictionaries of the index: the terms that begin with some letters, with how often they occur.
//!
//! **Invariant:** work is bounded: of each dictionary only so many terms are read.

use std::collections::BTreeMap;

use tantivy::Searcher;
use tantivy::schema::Field;

use super::error::Error;
use crate::index::Reader;

/// Most words of a name that are looked at; longer ones are offices or lists.
pub(super) const MAX_NAME_WORDS: usize = 8;

/// The terms of an index.
#[derive(Clone, Copy)]
pub(super) struct Dictionary<'i> {
    pub(super) reader: &'i Reader,
    pub(super) searcher: &'i Searcher,
}

impl Dictionary<'_> {
    /// The terms of these fields that begin so, with the number of entries that have them, added up over the fields and
    /// the segments of the index; at most `limit` are read of each. Entries that are deleted and not yet cleared away
    /// count: the numbers rank, they are not shown.
    pub(super) fn starting(self, fields: &[Field], prefix: &str, limit: usize) -> Result<BTreeMap<String, u64>, Error> {
        let error = |error| self.reader.error(error);
        let mut found: BTreeMap<String, u64> = BTreeMap::new();
        for &field in fields {
            for segment in self.searcher.segment_readers() {
                let terms = segment.inverted_index(field).map_err(error)?;
                let stream = terms.terms().range().ge(prefix.as_bytes()).into_stream();
                let mut stream = stream.map_err(|io| error(io.into()))?;
                for _ in 0..limit {
                    if !stream.advance() || !stream.key().starts_with(prefix.as_bytes()) {
                        break;
                    }
                    let Ok(term) = std::str::from_utf8(stream.key()) else { continue };
                    let count = u64::from(stream.value().doc_freq);
                    if let Some(sum) = found.get_mut(term) {
                        *sum += count;
                    } else {
                        found.insert(term.to_owned(), count);
                    }
                }
            }
        }
        Ok(found)
    }
}
