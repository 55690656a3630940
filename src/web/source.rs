//! The PDF of a letter, pictures of its pages, and the same PDF with links.
//!
//! **Invariant:** only the very bytes that were read are shown: a file that has changed or gone since is said to be so, and
//! no place is marked in it. A record without a hash has no source.
//! **Invariant:** what is drawn is kept within bounds, and made in processes of its own.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use lru::LruCache;
use sha2::{Digest, Sha256};

use super::assets::hex;
use super::failure::Failure;
use crate::document::{self, Signed};
use crate::record::Record;
use crate::record::page_map::PageMap;
use crate::worker::{self, Pool};

/// Pictures that are kept: some of 200 kB each, so some tens of megabytes.
const PICTURES: NonZeroUsize = NonZeroUsize::new(128).expect("not zero");
/// Files whose hash is remembered with their time and size.
const FILES: NonZeroUsize = NonZeroUsize::new(4_096).expect("not zero");

/// The sources of letters, with what was made of them.
#[derive(Debug)]
pub(super) struct Sources {
    pool: Pool,
    hashes: Mutex<LruCache<PathBuf, Known>>,
    pictures: Mutex<LruCache<Drawn, Arc<Vec<u8>>>>,
}

/// A picture: the file's hash, the page, the width.
type Drawn = (String, usize, u32);

/// The hash of a file as it was.
#[derive(Debug, Clone)]
struct Known {
    modified: Option<SystemTime>,
    size: u64,
    sha256: String,
}

/// Why a letter's file cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    /// It was read from plain text, or came without a file.
    NoPdf,
    /// It is no longer there.
    Gone,
    /// It is another than the one that was read.
    Changed,
}

impl From<Absent> for Failure {
    fn from(absent: Absent) -> Self {
        match absent {
            Absent::NoPdf => Self::not_found("this letter was not read from a PDF"),
            Absent::Gone => Self::gone("source-gone", "the file of this letter is gone"),
            Absent::Changed => Self::gone("source-changed", "the file has changed since this letter was read"),
        }
    }
}

/// The file of a letter, as it was read.
#[derive(Debug, Clone)]
pub(super) struct Source {
    path: PathBuf,
    sha256: String,
}

impl Source {
    /// What tells this file from any other, in addresses.
    pub(super) fn version(&self) -> &str {
        self.sha256.get(..8).unwrap_or(&self.sha256)
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let bytes = worker::open(&self.path).map_err(|_| Failure::from(Absent::Gone))?;
        if hash(&bytes) == self.sha256 { Ok(bytes) } else { Err(Absent::Changed.into()) }
    }
}

impl Sources {
    pub(super) fn new(config: worker::Config) -> Self {
        Self {
            pool: Pool::new(config),
            hashes: Mutex::new(LruCache::new(FILES)),
            pictures: Mutex::new(LruCache::new(PICTURES)),
        }
    }

    /// The processes that read letters.
    pub(super) fn pool(&self) -> &Pool {
        &self.pool
    }

    /// The file of a letter, if it is the one that was read.
    pub(super) fn of(&self, record: &Record) -> Result<Source, Absent> {
        let source = record.source.as_ref().filter(|source| is_pdf(&source.path)).ok_or(Absent::NoPdf)?;
        let sha256 = source.sha256.clone().ok_or(Absent::NoPdf)?;
        let path = PathBuf::from(&source.path);
        let meta = fs::metadata(&path).map_err(|_| Absent::Gone)?;
        let (modified, size) = (meta.modified().ok(), meta.len());
        let known = locked(&self.hashes).get(&path).cloned();
        let known = known.filter(|known| known.modified == modified && known.size == size && modified.is_some());
        let now = if let Some(known) = known {
            known.sha256
        } else {
            let sha256 = hash(&worker::open(&path).map_err(|_| Absent::Gone)?);
            locked(&self.hashes).put(path.clone(), Known { modified, size, sha256: sha256.clone() });
            sha256
        };
        if now == sha256 { Ok(Source { path, sha256 }) } else { Err(Absent::Changed) }
    }

    /// A page (from 1) as PNG.
    pub(super) fn picture(&self, source: &Source, page: usize, width: u32) -> Result<Arc<Vec<u8>>, Failure> {
        let key = (source.sha256.clone(), page, width);
        if let Some(picture) = locked(&self.pictures).get(&key) {
            return Ok(Arc::clone(picture));
        }
        let drawn = self.pool.picture(&source.bytes()?, page, width).map_err(|error| unworkable(&error))?;
        let drawn = Arc::new(drawn);
        locked(&self.pictures).put(key, Arc::clone(&drawn));
        Ok(drawn)
    }

    /// The same file with its references clickable.
    pub(super) fn linked(&self, source: &Source, record: &Record, maps: &[PageMap]) -> Result<Vec<u8>, Failure> {
        let links = document::linked(&record.references, maps);
        self.pool.link(&source.bytes()?, links, Signed::Refuse).map_err(|error| unworkable(&error))
    }
}

/// True for the name of a PDF.
pub(super) fn is_pdf(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"))
}

/// What the reading process refuses: the file's fault, said as it says it.
fn unworkable(error: &worker::Error) -> Failure {
    Failure::unprocessable(error.kind(), error.sentence(), error.hint())
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn locked<T>(cache: &Mutex<T>) -> MutexGuard<'_, T> {
    cache.lock().unwrap_or_else(PoisonError::into_inner)
}
