//! Which document a text as a whole names: an id, an address, or a citation as it is printed.

use std::str::FromStr;

use super::find::{Setting, find};
use super::value::Citation;
use super::{Dossier, Error, id};

impl Citation {
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
        if is_address(text) {
            return of_address(text).map(sure);
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

/// True where a text is an address.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !text.contains(char::is_whitespace)
        && (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."))
}

/// The document that an address names: the last one in its path, the first one in the query of tweedekamer.nl.
fn of_address(text: &str) -> Result<Citation, Error> {
    let found = find(text, Setting::Running).mentions;
    let mention = if text.contains("tweedekamer.nl") { found.first() } else { found.last() };
    mention.map(|mention| mention.citation.clone()).ok_or_else(|| Error::Address(text.to_owned()))
}
