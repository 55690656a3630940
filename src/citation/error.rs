//! What is wrong with a text that should be a citation, in words for the person who typed it.

/// Why a text is no citation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing there.
    #[error("expected a Kamerstuk such as `32847-808`, but found nothing")]
    Empty,
    /// Not a dossier's number.
    #[error("expected a dossier number such as `36600-VII`, but found `{0}`")]
    Dossier(String),
    /// Not what follows a dossier's number: a chapter of the budget, a fund, a number of two digits.
    #[error("expected the chapter of a dossier such as `VII`, `B` or `02`, but found `{0}`")]
    Toevoeging(String),
    /// Not the number of a paper within its dossier.
    #[error("expected the number of a paper such as `808`, `188b` or `AB`, but found `{0}`")]
    Ondernummer(String),
    /// A dossier where a paper of it is expected.
    #[error("expected the number of a paper after the dossier, as in `kst-32847-808`, but found `{0}`")]
    Unnumbered(String),
    /// Not a session year.
    #[error("expected two successive years such as `2023-2024`, but found `{0}`")]
    Vergaderjaar(String),
    /// An identifier of a known kind, written wrongly.
    #[error("expected an identifier such as `{example}`, but found `{found}`")]
    Identifier {
        /// A right one of the same kind.
        example: &'static str,
        /// The text.
        found: String,
    },
    /// An address that names no document.
    #[error("expected the address of an official document, but found `{0}`")]
    Address(String),
    /// A list or a range.
    #[error("expected one document, but found {}", Ids(.0))]
    Several(Vec<String>),
    /// Nothing that is known.
    #[error("expected a citation such as `32 847, nr. 808`, `36600-VII` or `ah-tk-20232024-1314`, but found `{0}`")]
    Unknown(String),
}

/// A list of ids in a sentence.
struct Ids<'a>(&'a [String]);

impl std::fmt::Display for Ids<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.len())?;
        for (index, id) in self.0.iter().enumerate() {
            write!(f, "{} `{id}`", if index == 0 { ":" } else { "," })?;
        }
        Ok(())
    }
}
