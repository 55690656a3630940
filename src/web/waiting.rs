//! Uploads that have been read and wait for a second word before they are added.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use lru::LruCache;

use crate::record::page_map;
use crate::worker;

/// How many wait; of more the oldest are forgotten.
const WAITING: NonZeroUsize = NonZeroUsize::new(4).expect("not zero");

/// Uploads that wait to be confirmed, by a token that cannot be guessed.
#[derive(Debug)]
pub(super) struct Waiting(Mutex<LruCache<String, Arc<Vec<Received>>>>);

/// A file as it came.
#[derive(Debug)]
pub(super) struct Received {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) reading: Result<page_map::Reading, worker::Error>,
}

impl Default for Waiting {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(WAITING)))
    }
}

impl Waiting {
    pub(super) fn keep(&self, files: Arc<Vec<Received>>) -> String {
        // Two keys of the system's random source: 128 bits that nobody else knows.
        let key = || RandomState::new().build_hasher().finish();
        let token = format!("{:016x}{:016x}", key(), key());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).put(token.clone(), files);
        token
    }

    pub(super) fn get(&self, token: &str) -> Option<Arc<Vec<Received>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(token).cloned()
    }

    pub(super) fn forget(&self, token: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop(token);
    }
}
