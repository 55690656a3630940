//! Why a letter was not read: the file, the limits, or the process that reads.

use std::io;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::document;

/// Bytes of a file: letters with scanned pages reach some tens of megabytes.
pub(super) const FILE: u64 = 256 << 20;

/// Why a letter was not read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file itself could not be had.
    #[error("the file could not be opened")]
    Open(#[source] io::Error),
    /// Too much to be a letter.
    #[error("the file has {0} bytes or more, and at most {FILE} are read")]
    TooLarge(u64),
    /// The reading gave its reason.
    #[error("{}", .0.message)]
    Refused(Refusal),
    /// The clock ran out.
    #[error("reading took longer than {} seconds and was stopped", .0.as_secs())]
    TooSlow(Duration),
    /// The memory ran out.
    #[error("reading took more than {} MiB of memory and was stopped", .0 >> 20)]
    TooBig(u64),
    /// The process died.
    #[error("the reading process died ({0})")]
    Died(String),
    /// There was no process.
    #[error("the reading process could not be started")]
    Start(#[source] io::Error),
}

/// Why the reading said no: what a face tells the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// One word for programs, such as `encrypted`.
    pub kind: String,
    /// One sentence for people.
    pub message: String,
    /// The page, where it is about one.
    pub page: Option<usize>,
    /// What to do.
    pub hint: Option<String>,
}

impl Refusal {
    pub(super) fn of(error: &document::Error) -> Self {
        let hint = Some(error.hint().to_owned());
        Self { kind: error.kind().to_owned(), message: sentence(error), page: None, hint }
    }
}

impl Error {
    /// The error with its causes, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        sentence(self)
    }

    /// One word for programs.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::Open(cause) if cause.kind() == io::ErrorKind::NotFound => "missing",
            Self::Open(_) => "unreadable",
            Self::TooLarge(_) => "too-large",
            Self::Refused(refusal) => &refusal.kind,
            Self::TooSlow(_) => "too-slow",
            Self::TooBig(_) => "out-of-memory",
            Self::Died(_) => "crashed",
            Self::Start(_) => "no-worker",
        }
    }

    /// The page, where it is about one.
    #[must_use]
    pub fn page(&self) -> Option<usize> {
        match self {
            Self::Refused(refusal) => refusal.page,
            _ => None,
        }
    }

    /// What to do.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        Some(match self {
            Self::Open(cause) if cause.kind() == io::ErrorKind::NotFound => "check the path",
            Self::Open(cause) if cause.kind() == io::ErrorKind::IsADirectory => {
                "`vraagbaak index FOLDER` reads the letters in a folder"
            }
            Self::Open(_) => "check that you may read it",
            Self::TooLarge(_) => "split the file, or leave out its scanned pages",
            Self::Refused(refusal) => return refusal.hint.as_deref(),
            Self::TooSlow(_) | Self::TooBig(_) | Self::Died(_) => {
                "the file is damaged or built to do harm; print it to a new PDF and read that, or give its text \
                 (`pdftotext -layout FILE`)"
            }
            Self::Start(_) => "check that the program may be run and that the machine has memory left",
        })
    }
}

/// An error with its causes, in one sentence.
pub(super) fn sentence(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
