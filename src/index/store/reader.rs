//! Opens an index for asking.

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::manifest::{Counts, Held};
use super::schema::{FILE, Fields};
use super::{schema, version};
use crate::index::error::Error;
use crate::record::page_map::{PageMap, unpack};

/// An open index, as it was at its last commit.
pub struct Reader {
    dir: PathBuf,
    engine: tantivy::IndexReader,
    fields: Fields,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("dir", &self.dir).finish_non_exhaustive()
    }
}

impl Reader {
    /// Opens the index in a folder.
    pub fn open(dir: &Path) -> Result<Self, Error> {
        // The engine panics on some kinds of damage.
        let damaged = |_| Err(Error::Corrupt { dir: dir.to_owned(), source: None });
        catch_unwind(|| Self::open_sound(dir)).unwrap_or_else(damaged)
    }

    fn open_sound(dir: &Path) -> Result<Self, Error> {
        let index = version::open(dir)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(|error| Error::from_engine(dir, error))?;
        Ok(Self { dir: dir.to_owned(), engine: reader, fields: schema::schema().1 })
    }

    /// Takes in what was committed since.
    pub fn reload(&self) -> Result<(), Error> {
        self.engine.reload().map_err(|error| self.error(error))
    }

    /// The state to ask; one answer comes from one state.
    pub(crate) fn searcher(&self) -> Searcher {
        self.engine.searcher()
    }

    /// The folder of the index.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What all its files amount to.
    pub fn counts(&self) -> Result<Counts, Error> {
        let searcher = self.searcher();
        let files = TermQuery::new(Term::from_field_text(self.fields.role, FILE), IndexRecordOption::Basic);
        let found = searcher.search(&files, &DocSetCollector).map_err(|error| self.error(error))?;
        let mut sum = Counts::default();
        for at in found.into_iter().collect::<BTreeSet<_>>() {
            sum += self.stored::<Held>(&searcher, at)?.counts;
        }
        Ok(sum)
    }

    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }

    /// The engine's error, in this index's words.
    pub(crate) fn error(&self, error: tantivy::TantivyError) -> Error {
        Error::from_engine(&self.dir, error)
    }

    /// The error where the index contradicts itself.
    pub(crate) fn corrupt(&self) -> Error {
        Error::Corrupt { dir: self.dir.clone(), source: None }
    }

    /// What is stored with an entry.
    pub(crate) fn stored<T: serde::de::DeserializeOwned>(
        &self,
        searcher: &Searcher,
        at: DocAddress,
    ) -> Result<T, Error> {
        stored(&self.dir, &self.fields, searcher, at)
    }

    /// The page maps that are stored with a letter; none where it has none.
    pub(crate) fn maps(&self, searcher: &Searcher, at: DocAddress) -> Result<Vec<PageMap>, Error> {
        let packed = packed_maps(&self.fields, searcher, at).map_err(|error| self.error(error))?;
        unpack(&packed).ok_or_else(|| self.corrupt())
    }
}

/// What is stored with an entry, read back.
pub(in crate::index) fn stored<T: serde::de::DeserializeOwned>(
    dir: &Path,
    fields: &Fields,
    searcher: &Searcher,
    at: DocAddress,
) -> Result<T, Error> {
    let document: TantivyDocument = searcher.doc(at).map_err(|error| Error::from_engine(dir, error))?;
    let text = document.get_first(fields.stored).and_then(|value| value.as_str());
    text.and_then(|text| serde_json::from_str(text).ok())
        .ok_or_else(|| Error::Corrupt { dir: dir.to_owned(), source: None })
}

/// The packed maps that are stored with a letter; none where it has none.
pub(super) fn packed_maps(fields: &Fields, searcher: &Searcher, at: DocAddress) -> tantivy::Result<Vec<u8>> {
    let document: TantivyDocument = searcher.doc(at)?;
    let maps = document.get_first(fields.maps).and_then(|value| value.as_bytes());
    Ok(maps.map(<[u8]>::to_vec).unwrap_or_default())
}
