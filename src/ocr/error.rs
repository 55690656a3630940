//! Why a scan is not read.

use std::time::Duration;

/// Why a scan is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nobody asked for it.
    #[error("recognition is switched off")]
    Off,
    /// The program is not there.
    #[error("reading scans needs the program `tesseract`, which is not installed")]
    NotInstalled,
    /// The program is there, its Dutch is not.
    #[error("`tesseract` is installed without Dutch")]
    NoDutch,
    /// The program hung.
    #[error("`tesseract` took longer than {} seconds and was stopped", .0.as_secs())]
    TooSlow(Duration),
    /// The letter has more scans than are read.
    #[error("at most {0} scanned pages of a letter are read")]
    TooMany(usize),
    /// The program, or the drawing of the page, went wrong.
    #[error("recognition failed: {0}")]
    Failed(String),
}

impl Error {
    /// What to do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Off => "read it again without `--no-ocr`",
            Self::NotInstalled => "install it with its Dutch, on Debian: `apt install tesseract-ocr tesseract-ocr-nld`",
            Self::NoDutch => "install it, on Debian: `apt install tesseract-ocr-nld`",
            Self::TooMany(_) => "split the file, for example with `qpdf --split-pages`",
            Self::TooSlow(_) | Self::Failed(_) => "look at the page itself",
        }
    }
}
