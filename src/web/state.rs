//! What all requests share: the open index and how the server is set up.
//!
//! **Invariant:** what another process commits is seen within [`LOOK`]; a request sees one state of the index to its end.
//! **Invariant:** the core is synchronous and is called on threads that may wait, never on those that serve.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::failure::Failure;
use super::source::Sources;
use super::waiting::Waiting;
use crate::search::{self, Overview, Searcher};
use crate::worker;

/// How often the index on disk is looked at. Reading a file's time costs nothing; opening an index a few milliseconds.
const LOOK: Duration = Duration::from_secs(1);

/// How the server is set up.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder of the index.
    pub index: PathBuf,
    /// The address under which others reach this server, without a slash at its end; absent where nobody else does.
    pub base_address: Option<String>,
    /// Where uploaded letters are written; absent where nothing may be uploaded.
    pub uploads: Option<PathBuf>,
    /// The processes that read letters and draw pages.
    pub workers: worker::Config,
    /// What is written down of each request.
    pub log: Log,
}

/// What is written down of each request, as one line of JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Log {
    /// Nothing.
    #[default]
    Off,
    /// Path, status and time.
    Access,
    /// The query string, too. Drafts are never in one.
    Queries,
}

/// The server's shared state; clones are the same one.
#[derive(Clone)]
pub struct App(Arc<Shared>);

struct Shared {
    config: Config,
    sources: Sources,
    waiting: Waiting,
    opened: Mutex<Opened>,
}

/// The index as it was last opened.
#[derive(Default)]
struct Opened {
    index: Option<Arc<Index>>,
    /// When the index on disk was looked at, and the time it bore.
    looked: Option<(Instant, Option<SystemTime>)>,
}

/// One state of the index, and what is counted over all of it.
pub(super) struct Index {
    pub(super) searcher: Searcher,
    pub(super) overview: Overview,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("config", &self.0.config).finish_non_exhaustive()
    }
}

impl App {
    /// A server over the index of a folder, which may come later.
    #[must_use]
    pub fn new(config: Config) -> Self {
        let sources = Sources::new(config.workers.clone());
        Self(Arc::new(Shared { config, sources, waiting: Waiting::default(), opened: Mutex::default() }))
    }

    pub(super) fn config(&self) -> &Config {
        &self.0.config
    }

    /// The files of the letters; only on threads that may wait.
    pub(super) fn sources(&self) -> &Sources {
        &self.0.sources
    }

    /// Uploads that wait to be confirmed.
    pub(super) fn waiting(&self) -> &Waiting {
        &self.0.waiting
    }

    /// Asks the index, on a thread that may wait.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Index) -> Result<T, search::Error> + Send + 'static,
    ) -> Result<T, Failure> {
        let app = self.clone();
        self.wait(move || Ok(ask(&*app.index()?)?)).await
    }

    /// Does what takes long, on a thread that may wait.
    pub(super) async fn wait<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(Failure::internal(&error)))
    }

    /// The index as it is on disk now.
    fn index(&self) -> Result<Arc<Index>, search::Error> {
        let mut opened = self.0.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let before = opened.looked;
        if let (Some(index), Some((at, _))) = (&opened.index, before)
            && now.duration_since(at) < LOOK
        {
            return Ok(Arc::clone(index));
        }
        let stamp = search::committed_at(&self.0.config.index);
        opened.looked = Some((now, stamp));
        if let (Some(index), Some((_, known))) = (&opened.index, before)
            && known == stamp
        {
            return Ok(Arc::clone(index));
        }
        let searcher = Searcher::open(&self.0.config.index)?;
        let overview = searcher.overview()?;
        let index = Arc::new(Index { searcher, overview });
        opened.index = Some(Arc::clone(&index));
        Ok(index)
    }
}
