//! Which indexes are read: those that this version of the program built. The schema and the reading of letters each have a
//! number; an index with another pair of them is refused, and built anew from its letters.

use std::path::Path;

use tantivy::Index;

use super::schema;
use crate::index::error::Error;
use crate::record;

/// Opens what is there, if it was built by this version.
pub(in crate::index) fn open(dir: &Path) -> Result<Index, Error> {
    if !dir.join("meta.json").exists() {
        return Err(Error::Missing(dir.to_owned()));
    }
    let index = Index::open_in_dir(dir).map_err(|error| Error::from_engine(dir, error))?;
    let metas = index.load_metas().map_err(|error| Error::from_engine(dir, error))?;
    if metas.payload.as_deref() != Some(&version()) || index.schema() != schema::schema().0 {
        return Err(Error::Version(dir.to_owned()));
    }
    Ok(index)
}

/// What must be equal for an index to be read: the schema and the reading of letters.
pub(in crate::index) fn version() -> String {
    format!("vraagbaak index {}.{}", schema::VERSION, record::VERSION)
}
