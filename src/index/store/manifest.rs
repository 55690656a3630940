//! The list of what the index holds: files as they were read, and what came of them.

use serde::{Deserialize, Serialize};

use crate::record::{LetterId, Record, Trust};

/// A file of letters as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The path by which it is known.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last changed, in milliseconds since 1970.
    pub modified: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// True where pages of it are scans that were not read.
    #[serde(default)]
    pub unread: bool,
}

/// What the index holds of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The file as it was.
    pub file: File,
    /// False while its letters are still coming: after a kill such a file counts as not held.
    pub complete: bool,
    /// The ids of its letters, in order.
    pub letters: Vec<LetterId>,
    /// What its letters amount to.
    pub counts: Counts,
}

/// What letters amount to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Letters.
    pub letters: usize,
    /// Pairs of question and answer.
    pub pairs: usize,
    /// Footnotes.
    pub footnotes: usize,
    /// References to other documents.
    pub references: usize,
    /// Warnings.
    pub warnings: usize,
    /// What the warnings are about.
    pub trust: Trust,
}

impl Counts {
    /// What one letter amounts to.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        Self {
            letters: 1,
            pairs: record.pairs.len(),
            footnotes: record.footnotes.len(),
            references: record.references.len(),
            warnings: record.warnings.len(),
            trust: Trust::of(record),
        }
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.letters += other.letters;
        self.pairs += other.pairs;
        self.footnotes += other.footnotes;
        self.references += other.references;
        self.warnings += other.warnings;
        self.trust += other.trust;
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, counts| {
            sum += counts;
            sum
        })
    }
}
