//! The chamber that a letter is written to.

use serde::{Deserialize, Serialize};

use crate::citation::Kamer;

/// A chamber of the States General.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chamber {
    /// The Tweede Kamer.
    Tweede,
    /// The Eerste Kamer.
    Eerste,
}

impl Chamber {
    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tweede => "tweede",
            Self::Eerste => "eerste",
        }
    }
}

impl From<Kamer> for Chamber {
    fn from(kamer: Kamer) -> Self {
        match kamer {
            Kamer::Tweede => Self::Tweede,
            Kamer::Eerste => Self::Eerste,
        }
    }
}
