//! Running text comes in; mentions of official documents, with canonical ids and addresses, go out.
//!
//! [`find`] reads one text; [`resolve`] reads all texts of a letter and binds what points back. A [`Citation`] is parsed
//! from its id, from an official address or from any printed notation, and printed in the one canonical form.
//!
//! **Invariant:** a leaf, written as if it were its own crate: no other module of the program is known here.
//! **Invariant:** a value has no position and an occurrence is not a value: [`Citation`] and [`Mention`] are two types.
//! **Invariant:** finding is local and cannot fail; what looks like a citation and does not parse is a [`NearMiss`].
//! **Invariant:** what a citation prints parses back to the same value.

mod aanhangsel;
mod address;
mod back_reference;
mod dossier;
mod ecli;
mod error;
mod eu;
mod find;
mod handelingen;
mod head;
mod id;
mod item;
mod kamerstuk;
mod kamerstuk_list;
mod misspelling;
mod notation;
mod numbers;
mod own;
mod part;
mod publication;
mod resolve;
mod scan;
mod tuning;
mod unkeyed;
mod vergaderjaar;

use std::fmt;
use std::str::FromStr;

pub use aanhangsel::{Aanhangsel, CaseNumber, QuestionCase};
pub use dossier::{Dossier, Toevoeging};
pub use ecli::Ecli;
pub use error::Error;
pub use eu::{Com, EuKind, EuLaw};
pub use find::{Expected, Found, Mention, NearMiss, NearMissKind, Setting, find};
pub use handelingen::Handelingen;
pub use id::{Annex, Regulation};
pub use kamerstuk::{Kamerstuk, Ondernummer, Version};
pub use own::{own_aanhangsel, own_cases, own_identifier, own_kamerstuk, own_year};
pub use publication::{Gazette, Publication};
pub use resolve::{Note, Passage, resolve};
pub use tuning::TABLE as TUNING;
pub use vergaderjaar::{Kamer, Vergaderjaar};

/// A document that is cited: a value, without position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Citation {
    /// A paper of the chambers: `kst-32847-808`.
    Kamerstuk(Kamerstuk),
    /// A dossier as a whole: `dossier-36410-VIII`.
    Dossier(Dossier),
    /// An answered question: `ah-tk-20232024-2147`.
    Aanhangsel(Aanhangsel),
    /// A question without answer yet: `kv-tk-2024Z11859`.
    QuestionCase(QuestionCase),
    /// A place in the report of a meeting: `h-tk-20162017-39-39`.
    Handelingen(Handelingen),
    /// Staatsblad, Staatscourant, Tractatenblad: `stb-2010-139`.
    Publication(Publication),
    /// Case law: `ECLI:NL:RVS:2017:1789`.
    CaseLaw(Ecli),
    /// A directive or regulation: `eu-richtlijn-2019-1937`.
    EuLaw(EuLaw),
    /// A document of the European Commission: `com-2022-123`.
    Com(Com),
    /// An annex: `blg-1007826`.
    Annex(Annex),
    /// A regulation of the Netherlands: `BWBR0040889`.
    Regulation(Regulation),
    /// A case, document or activity of the Tweede Kamer: `2024Z11859`.
    Case(CaseNumber),
}

impl Citation {
    /// The canonical id, such as `kst-32847-808`.
    #[must_use]
    pub fn id(&self) -> String {
        self.to_string()
    }

    /// What a text in any notation names: the likeliest reading, and the others where print leaves it open
    /// («21501-02, 12», «36 200 B»).
    ///
    /// # Errors
    ///
    /// As for reading the likeliest alone.
    pub fn readings(text: &str) -> Result<(Self, Vec<Self>), Error> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Error::Empty);
        }
        let sure = |citation| (citation, Vec::new());
        if address::is_address(text) {
            return address::parse(text).map(sure);
        }
        if !text.contains(char::is_whitespace)
            && let Some(parsed) = id::parse(text)
        {
            return parsed.map(sure);
        }
        if let Some(readings) = printed(text)? {
            return Ok(readings);
        }
        let error = match text.parse::<Dossier>() {
            Ok(dossier) => return Ok(sure(Self::Dossier(dossier))),
            Err(error) => error,
        };
        Err(if text.starts_with(|c: char| c.is_ascii_digit()) { error } else { Error::Unknown(text.to_owned()) })
    }

    /// Where the document can be read.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        address::of(self)
    }

    /// The dossier that is cited, or of which a paper is cited.
    #[must_use]
    pub fn dossier(&self) -> Option<Dossier> {
        match self {
            Self::Kamerstuk(paper) => Some(paper.dossier().clone()),
            Self::Dossier(dossier) => Some(dossier.clone()),
            _ => None,
        }
    }

    /// True for a dossier as a whole.
    #[must_use]
    pub fn is_dossier(&self) -> bool {
        matches!(self, Self::Dossier(_))
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kamerstuk(paper) => paper.fmt(f),
            Self::Dossier(dossier) => write!(f, "dossier-{dossier}"),
            Self::Aanhangsel(question) => question.fmt(f),
            Self::QuestionCase(question) => question.fmt(f),
            Self::Handelingen(place) => place.fmt(f),
            Self::Publication(publication) => publication.fmt(f),
            Self::CaseLaw(ecli) => ecli.fmt(f),
            Self::EuLaw(law) => law.fmt(f),
            Self::Com(com) => com.fmt(f),
            Self::Annex(annex) => annex.fmt(f),
            Self::Regulation(regulation) => regulation.fmt(f),
            Self::Case(case) => case.fmt(f),
        }
    }
}

/// The likeliest of the [readings](Citation::readings) of any notation: the canonical id, an official address, or as
/// printed («Kamerstukken II 2020/21, 32 847, nr. 808», «36 200 VII, nr. 12», `32847-808`, a dossier alone).
///
/// # Errors
///
/// [`Error::Several`] where more than one document is named; the other kinds say what was expected instead.
impl FromStr for Citation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::readings(text).map(|readings| readings.0)
    }
}

/// A text that is one printed citation from its first character to its last, with its other readings.
fn printed(text: &str) -> Result<Option<(Citation, Vec<Citation>)>, Error> {
    let bare = text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '.' | ',' | ';' | '«' | '»'));
    // In brackets a citation needs least of what stands around it.
    let bracketed = format!("({bare})");
    for (candidate, setting) in [(bare, Setting::Footnote), (bracketed.as_str(), Setting::Footnote)] {
        let mut mentions = find(candidate, setting).mentions;
        let (Some(first), Some(last)) = (mentions.first(), mentions.last()) else { continue };
        let margin = usize::from(candidate.len() != bare.len());
        if first.at.start > margin || last.at.end + margin < candidate.len() {
            continue;
        }
        if mentions.len() > 1 {
            return Err(Error::Several(mentions.iter().map(|mention| mention.citation.id()).collect()));
        }
        return Ok(mentions.pop().map(|mention| (mention.citation, mention.alternatives)));
    }
    Ok(None)
}
