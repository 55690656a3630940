//! Running text comes in; mentions of official documents, with canonical ids and addresses, go out.
//!
//! **Invariant:** a leaf, written as if it were its own crate: no other module of the program is known here.
//! **Invariant:** a value has no position and an occurrence is not a value: [`Citation`] and [`Mention`] are two types.
//! **Invariant:** finding is local and cannot fail; what looks like a citation and does not parse is a [`NearMiss`].

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// A document that is cited: a value, without position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Citation {}

impl Citation {
    /// The canonical id, such as `kst-32847-808`.
    pub fn id(&self) -> String {
        self.to_string()
    }

    /// Where the document can be read.
    pub fn address(&self) -> Option<String> {
        None
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

/// Any notation: the canonical id, an address, or as printed.
impl FromStr for Citation {
    type Err = Error;
    fn from_str(_: &str) -> Result<Self, Error> {
        Err(Error::Empty)
    }
}

/// Why a text is no citation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing there.
    #[error("expected a Kamerstuk such as `32847-808`, but found nothing")]
    Empty,
}

/// An occurrence of a citation in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its place in the text, in bytes.
    pub at: Range<usize>,
    /// The likeliest reading.
    pub citation: Citation,
    /// The other readings.
    pub alternatives: Vec<Citation>,
}

/// Something that looks like a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// Its place in the text, in bytes.
    pub at: Range<usize>,
    /// Why it was not read.
    pub kind: NearMissKind,
}

/// Why something that looks like a citation was not read, or only in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NearMissKind {
    /// Does not parse.
    Unread,
    /// An idem, ibidem or «zie noot» without a witness.
    Unresolved,
    /// The second year is not the first plus one.
    ImpossibleYear,
}

/// What was found in a text, in order of place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The citations.
    pub mentions: Vec<Mention>,
    /// What looks like one and is none.
    pub near_misses: Vec<NearMiss>,
}

/// What kind of text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Running text: a citation needs a keyword, brackets or an address; a line end may stand within it.
    Running,
    /// The text of a footnote: a citation may come without any keyword.
    Footnote,
}

/// Finds all citations of a text. Idem and its kin are left to [`resolve`].
pub fn find(_text: &str, _setting: Setting) -> Found {
    Found::default()
}

/// Texts of a letter in order (each note and each block is one), each with its mark if it is a note: finds all, and
/// binds «idem», «ibidem», «zie noot 3» to what they stand for.
pub fn resolve(texts: &[(Option<&str>, &str)]) -> Vec<Found> {
    texts.iter().map(|(_, text)| find(text, Setting::Running)).collect()
}
