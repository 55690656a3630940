//! What is suggested, as plain data.

use serde::Serialize;

/// What a text typed so far may become; most of each kind first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Suggestions {
    /// By kind, in the order of [`Suggested`], the most frequent first.
    pub suggestions: Vec<Suggestion>,
}

/// One completion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// As shown: words as they are printed, names and titles in full.
    pub text: String,
    /// What it is.
    pub kind: Suggested,
    /// In how many pairs and sections.
    pub count: usize,
    /// The whole query that it makes of what was typed.
    pub query: String,
}

/// What a suggestion is; fields by their names in the query language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the terms of the query language")]
pub enum Suggested {
    Woord,
    Lid,
    Fractie,
    Bewindspersoon,
    Ministerie,
    Dossier,
    Kamerstuk,
    Titel,
}

impl Suggested {
    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Woord => "woord",
            Self::Lid => "lid",
            Self::Fractie => "fractie",
            Self::Bewindspersoon => "bewindspersoon",
            Self::Ministerie => "ministerie",
            Self::Dossier => "dossier",
            Self::Kamerstuk => "kamerstuk",
            Self::Titel => "titel",
        }
    }
}
