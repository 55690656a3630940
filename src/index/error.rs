//! What can go wrong with the index, in the words of who has to act on it.

use std::path::{Path, PathBuf};

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError};

/// Why the index cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder does not exist, or holds no index.
    #[error("there is no index in `{}`", .0.display())]
    Missing(PathBuf),
    /// The files of the index cannot be read.
    #[error("the index in `{}` is damaged", dir.display())]
    Corrupt {
        /// The folder of the index.
        dir: PathBuf,
        /// What the engine said.
        #[source]
        source: Option<TantivyError>,
    },
    /// The index was built by another version of the program.
    #[error("the index in `{}` was built by another version of vraagbaak", .0.display())]
    Version(PathBuf),
    /// Another process is writing.
    #[error("the index in `{}` is being written by another process", .0.display())]
    Locked(PathBuf),
    /// The folder or a file of the index cannot be made, read or written.
    #[error("the index in `{}` cannot be read or written", dir.display())]
    Io {
        /// The folder of the index.
        dir: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// Anything else that the engine reports.
    #[error("the search engine failed on the index in `{}`", dir.display())]
    Engine {
        /// The folder of the index.
        dir: PathBuf,
        /// What the engine said.
        #[source]
        source: TantivyError,
    },
}

impl Error {
    /// True where there is no index yet.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing(_))
    }

    /// The name of the kind, for other programs.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Missing(_) => "no-index",
            Self::Corrupt { .. } => "index-corrupt",
            Self::Version(_) => "index-version",
            Self::Locked(_) => "index-locked",
            Self::Io { .. } => "index-io",
            Self::Engine { .. } => "index-engine",
        }
    }

    /// What a person can do about it.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Missing(_) => {
                Some("make one with `vraagbaak index PATH…`, or name another folder with `--index DIR`".into())
            }
            Self::Corrupt { dir, .. } | Self::Version(dir) => Some(format!(
                "the index is derived from the letters: delete `{}` and run `vraagbaak index PATH…` again",
                dir.display()
            )),
            Self::Locked(_) => Some("wait until the other run is done".into()),
            Self::Io { .. } => Some(
                "check that the folder exists and that you may write there, or name another with `--index DIR`".into(),
            ),
            Self::Engine { .. } => None,
        }
    }

    /// The engine's error, told apart by what a person can do.
    pub(super) fn from_engine(dir: &Path, error: TantivyError) -> Self {
        let dir = dir.to_owned();
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Locked(dir),
            TantivyError::LockFailure(LockError::IoError(source), _)
            | TantivyError::IoError(source)
            | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error: source, .. }) => {
                Self::Io { dir, source: std::io::Error::new(source.kind(), source) }
            }
            TantivyError::OpenDirectoryError(_) => Self::Missing(dir),
            TantivyError::IncompatibleIndex(_) | TantivyError::OpenReadError(OpenReadError::IncompatibleIndex(_)) => {
                Self::Version(dir)
            }
            error @ (TantivyError::OpenReadError(_)
            | TantivyError::DataCorruption(_)
            | TantivyError::DeserializeError(_)
            | TantivyError::SchemaError(_)
            | TantivyError::InternalError(_)) => Self::Corrupt { dir, source: Some(error) },
            error => Self::Engine { dir, source: error },
        }
    }
}
