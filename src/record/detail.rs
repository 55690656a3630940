//! The arguments of warnings beyond pages and numbers.

use serde::{Deserialize, Serialize};

use super::contradiction::Contradiction;
use super::number::Number;

/// The argument of a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Detail {
    /// The number that comes after a gap.
    Next(Number),
    /// The mark of a note.
    Mark(String),
    /// A citation as printed.
    Printed(String),
    /// What looks like a citation, and what it lacks to be one.
    Unparsed {
        /// The words as printed.
        printed: String,
        /// What was expected there, in English.
        expected: String,
    },
    /// The likeliest of several readings of a citation.
    Likeliest {
        /// The citation as printed.
        printed: String,
        /// The id that it was given.
        id: String,
    },
    /// A number of glyphs.
    Glyphs(usize),
    /// Why a page failed or was not read, in English.
    Reason(String),
    /// How sure the reading of a picture is, of 100.
    Percent(u8),
    /// The letter is a mededeling: it puts questions off, or takes them away.
    Mededeling,
    /// Text of an annotation over the page, which was not read.
    Annotation,
    /// Text filled into a form field, which was not read.
    Field,
    /// Text in white on white, or wholly transparent, which was not read.
    Invisible,
    /// Text beyond the page's edge, which was not read.
    OffPage,
    /// A text file that is no UTF-8, and was read as this.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// The letter announces the questions, and they were not found.
    NotFound,
    /// What contradicts the reading.
    Contradiction(Contradiction),
}

impl Detail {
    /// True for text that stands on a page and not in the reading.
    #[must_use]
    pub fn is_unread_text(&self) -> bool {
        matches!(self, Self::Annotation | Self::Field | Self::Invisible | Self::OffPage)
    }
}
