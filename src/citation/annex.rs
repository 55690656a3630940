//! Annexes of papers.

use std::fmt;

/// An annex: `blg-1007826`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Annex(pub(super) u64);

impl fmt::Display for Annex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "blg-{}", self.0)
    }
}
