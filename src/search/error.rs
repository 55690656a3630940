//! What can go wrong with a question to the index.

use crate::{citation, index};

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The index cannot be used.
    #[error(transparent)]
    Index(#[from] index::Error),
    /// What is asked for with `cites` is no document.
    #[error("`{text}` is not the number of a Kamerstuk or of another document")]
    Document {
        /// What was asked for.
        text: String,
        /// What the citation grammar said.
        #[source]
        source: citation::Error,
    },
    /// The beginning of something that has no ids after it.
    #[error("expected the beginning of a Kamerstuk or a dossier, but found `{0}`")]
    Beginning(String),
    /// The model of meaning that was handed over cannot read the texts.
    #[error("the model of meaning cannot read the questions")]
    Embedder(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A page so far down is not collected.
    #[error("expected a page within the first {} hits", super::options::MAX_DEPTH)]
    Depth,
}

impl Error {
    /// The name of the kind, for other programs.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Index(error) => error.kind(),
            Self::Document { .. } => "not-a-document",
            Self::Beginning(_) => "not-a-beginning",
            Self::Embedder(_) => "model",
            Self::Depth => "too-deep",
        }
    }

    /// What a person can do about it.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Index(error) => error.hint(),
            Self::Document { .. } => {
                Some("write it as `32847-808`, `32 847, nr. 808`, `36200-VII-12`, or a dossier as `36200-VII`".into())
            }
            Self::Beginning(_) => Some("write it as `32847-*`, `36200-VII-*`, or `32847-80*`".into()),
            Self::Embedder(_) => Some("ask without the model".into()),
            Self::Depth => Some("narrow the search with more words or a filter such as `datum:2024`".into()),
        }
    }
}
