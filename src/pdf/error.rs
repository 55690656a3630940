//! Why a file as a whole cannot be read.

use std::sync::Arc;

use super::Format;

/// Why no page of a file can be read.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No bytes at all.
    #[error("expected a PDF, but the file is empty")]
    Empty,
    /// Something else than a PDF.
    #[error("expected a PDF, but found {}", .found.name)]
    NotPdf {
        /// What its bytes look like.
        found: Format,
    },
    /// A PDF in a folder of letters, under a name that is not that of one.
    #[error("the file is a PDF, and its name does not say so")]
    Misnamed,
    /// It opens only with a password.
    #[error("the PDF is encrypted and needs a password")]
    Encrypted,
    /// It is encrypted in a way that we do not know, for example for the holders of certificates.
    #[error("the PDF is encrypted in a way that cannot be read")]
    Undeciphered,
    /// Larger than we are willing to read.
    #[error("the PDF is too large: {size} MB, where at most {limit} MB is read")]
    TooLarge {
        /// Size in megabytes.
        size: usize,
        /// The limit in megabytes.
        limit: usize,
    },
    /// A PDF in which no page can be found.
    #[error("the PDF is damaged: no page can be read")]
    Damaged(#[source] Option<Arc<lopdf::Error>>),
    /// A page of which no picture can be made.
    #[error("page {page} cannot be drawn: {reason}")]
    Undrawn {
        /// Its number, from 1.
        page: usize,
        /// Why.
        reason: String,
    },
    /// What is appended to an encrypted file would have to be encrypted too.
    #[error("the PDF is encrypted, and nothing can be added to it")]
    Sealed,
    /// Someone signed it as it is.
    #[error("the PDF is signed, and links would be a change after the signature")]
    Signed,
    /// A reader finds its way in it only by repair, which an update at its end would upset.
    #[error("the PDF is damaged, and no links can be added to it: {0}")]
    Unsound(&'static str),
}

impl Error {
    /// One word for programs.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotPdf { .. } => "not-a-pdf",
            Self::Misnamed => "misnamed",
            Self::Encrypted | Self::Sealed => "encrypted",
            Self::Undeciphered => "undeciphered",
            Self::TooLarge { .. } => "too-large",
            Self::Damaged(_) => "damaged",
            Self::Undrawn { .. } => "undrawn",
            Self::Signed => "signed",
            Self::Unsound(_) => "unsound",
        }
    }

    /// What the reader can do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "fetch the file again",
            Self::NotPdf { found } => found.hint,
            Self::Misnamed => "give it a name that ends in `.pdf`, or name the file itself",
            Self::Encrypted => "remove the password, for example with `qpdf --decrypt --password=… in.pdf out.pdf`",
            Self::Undeciphered => "open it in a PDF reader that can, and print it to a new PDF",
            Self::TooLarge { .. } => "split the file, for example with `qpdf --split-pages`",
            Self::Undrawn { .. } => "look at the page in another program",
            Self::Sealed => "take the encryption off, for example with `qpdf --decrypt in.pdf out.pdf`, and link that",
            Self::Signed => "`--force` adds them all the same; the signature then covers the file as it was before",
            Self::Unsound(_) => "mend it first, for example with `qpdf in.pdf out.pdf`, and link that",
            Self::Damaged(_) => "fetch the file again, or try to mend it with `mutool clean in.pdf out.pdf`",
        }
    }
}
