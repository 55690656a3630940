//! What takes the bytes of a letter is done in a process of its own: reading it, drawing a page, adding links.
//!
//! A hostile file can exhaust the stack, the memory or the clock, which no error handling inside the process survives.
//! So letters are read by child processes of the same program ([`serve`] is their side). Both sides speak in frames
//! (length in eight bytes, least first, then the content): a request is a frame of JSON that says what is wanted and a
//! frame with the file, the answer a frame of JSON and, behind it, one of bytes: the maps of the pages, a picture, a file.
//!
//! **Invariant:** whatever a file does, it costs that file alone: the worker is ended and the next letter gets a new one.
//! **Invariant:** no file is opened in the child and no path known to it: bytes in, data out.

mod config;
mod error;
mod frame;
mod pool;
mod process;
mod task;

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::document;
use crate::record::page_map::Reading;
use error::FILE;
use process::read_one;

pub use config::Config;
pub use error::{Error, Refusal};
pub use pool::Pool;
pub use task::serve;

/// Reads many letters side by side. `open` gives the bytes of one, `done` takes each result as it comes, in any order,
/// and says whether to go on.
pub fn read_all<Job: Send>(
    config: &Config,
    jobs: impl IntoIterator<Item = Job>,
    open: impl Fn(&Job) -> Result<Vec<u8>, Error> + Sync,
    mut done: impl FnMut(Job, Result<Reading, Error>) -> bool,
) {
    let queue = Mutex::new(jobs.into_iter().collect::<VecDeque<_>>());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let (results, incoming) = mpsc::sync_channel(config.count);
    thread::scope(|scope| {
        for _ in 0..config.count {
            let (results, next, open) = (results.clone(), &next, &open);
            scope.spawn(move || {
                let mut worker = None;
                while let Some(job) = next() {
                    let result = open(&job).and_then(|bytes| read_one(config, &mut worker, &bytes));
                    if results.send((job, result)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(results);
        // Leaving early closes the channel, and every thread stops at its next result.
        incoming.into_iter().all(|(job, result)| done(job, result));
    });
}

/// The bytes of a file that may be a letter.
pub fn open(path: &Path) -> Result<Vec<u8>, Error> {
    let file = std::fs::File::open(path).map_err(Error::Open)?;
    let size = file.metadata().map_err(Error::Open)?.len();
    if size > FILE {
        return Err(Error::TooLarge(size));
    }
    take(file)
}

/// Bytes at the start of a file that tell what it is.
const HEAD: u64 = 64 << 10;

/// Why a file that is named like no letter is not read; `None` for one that no one would take for a letter.
#[must_use]
pub fn other(path: &Path) -> Option<Error> {
    let mut head = Vec::new();
    if let Err(cause) = std::fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head)) {
        return Some(Error::Open(cause));
    }
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    document::other(&head, ending).map(|error| Error::Refused(Refusal::of(&error)))
}

/// The bytes of a pipe: its size is known only when it passes the limit.
pub fn take(from: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    from.take(FILE + 1).read_to_end(&mut bytes).map_err(Error::Open)?;
    if bytes.len() as u64 > FILE { Err(Error::TooLarge(bytes.len() as u64)) } else { Ok(bytes) }
}
