//! The languages in which a letter is spoken of.

/// A language in which warnings are worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// The language of the command line.
    English,
    /// The language of the web pages.
    Dutch,
}
