//! The values of the fields of the query language: kinds, days, session years, documents.
//!
//! **Invariant:** a value is read by its own grammar and printed in one form, which reads back as itself.

use std::fmt;
use std::str::FromStr;

use super::unread::Reason;
use crate::citation::{Citation, Dossier, Vergaderjaar};
use crate::normalize;
use crate::record::Kind;
use crate::search::field::{Field, Grammar};

/// Reads a value of an exact field into its one form.
pub(super) fn exact(field: Field, typed: &str) -> Result<String, Reason> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Reason::EmptyField);
    }
    match field.row().grammar {
        Grammar::Document => document(typed),
        Grammar::Dossier => dossier(typed),
        Grammar::Kind => kind(typed).ok_or(Reason::Kind),
        Grammar::Has => has(typed).ok_or(Reason::Has),
        Grammar::Words(_) | Grammar::Name | Grammar::Party | Grammar::Ministry | Grammar::Years | Grammar::Days => {
            // A name is kept as typed but for white space and quotes, so that it can be shown and read again.
            let shown: String = typed.chars().filter(|c| !super::lexer::is_quote(*c)).collect();
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            if normalize::letters(&shown).is_empty() { Err(Reason::EmptyField) } else { Ok(shown) }
        }
    }
}

/// What a pair can have, with the words for it.
const HAS: [(&str, &[&str]); 4] = [
    ("voetnoot", &["voetnoot", "voetnoten", "noot", "noten", "footnote", "footnotes"]),
    ("verwijzing", &["verwijzing", "verwijzingen", "kamerstuk", "kamerstukken", "reference", "references"]),
    ("antwoord", &["antwoord", "answer"]),
    ("twijfel", &["twijfel", "doubt"]),
];

fn has(typed: &str) -> Option<String> {
    let typed = normalize::normalize(typed);
    HAS.iter().find(|(_, names)| names.contains(&typed.as_str())).map(|(name, _)| (*name).to_owned())
}

/// The canonical id of a document in any notation.
fn document(typed: &str) -> Result<String, Reason> {
    typed.parse::<Citation>().map(|citation| citation.id()).map_err(|_| Reason::Document)
}

/// The canonical id of a dossier; of a Kamerstuk, that of its dossier.
fn dossier(typed: &str) -> Result<String, Reason> {
    let dossier = match typed.parse::<Dossier>() {
        Ok(dossier) => Some(dossier),
        Err(_) => typed.parse::<Citation>().ok().and_then(|citation| citation.dossier()),
    };
    dossier.map(|dossier| Citation::Dossier(dossier).id()).ok_or(Reason::Document)
}

fn kind(typed: &str) -> Option<String> {
    let typed = normalize::letters(typed);
    let kind = Kind::ALL.into_iter().find(|kind| {
        let name = normalize::letters(kind.name());
        typed == name || typed.strip_suffix('s') == Some(&name) || typed.strip_suffix("en") == Some(&name)
    });
    kind.map(|kind| kind.name().to_owned())
}

/// A day, a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl Period {
    /// The number of its first day, `20230601`.
    pub(crate) fn first(self) -> u64 {
        u64::from(self.year) * 10_000 + u64::from(self.month.unwrap_or(1)) * 100 + u64::from(self.day.unwrap_or(1))
    }

    /// A number not below that of its last day; days that no month has are never asked for.
    pub(crate) fn last(self) -> u64 {
        u64::from(self.year) * 10_000 + u64::from(self.month.unwrap_or(12)) * 100 + u64::from(self.day.unwrap_or(31))
    }
}

/// `2023`, `2023-06`, `2023-06-30`.
impl FromStr for Period {
    type Err = Reason;

    fn from_str(typed: &str) -> Result<Self, Reason> {
        let parts: Vec<&str> = typed.split(['-', '/']).collect();
        if parts.len() > 3 || !parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit())) {
            return Err(Reason::Date);
        }
        let number = |at: usize, most: u8| -> Result<Option<u8>, Reason> {
            let Some(part) = parts.get(at) else { return Ok(None) };
            part.parse().ok().filter(|n| (1..=most).contains(n)).map(Some).ok_or(Reason::Date)
        };
        if parts[0].len() != 4 {
            // `30-6-2023`, as it is written in Dutch.
            let reversed: Vec<&str> = parts.iter().rev().copied().collect();
            return if reversed[0].len() == 4 { reversed.join("-").parse() } else { Err(Reason::Date) };
        }
        let year = parts[0].parse().map_err(|_| Reason::Date)?;
        Ok(Self { year, month: number(1, 12)?, day: number(2, 31)? })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// Days, or session years: `2023`, `2023-01..2023-06`, `2023..`, `..2023-06`, `>=2023`, `<=2023-06`.
pub(super) fn range<T: Copy + PartialOrd>(
    typed: &str,
    end: impl Fn(&str) -> Result<T, Reason>,
    unread: Reason,
) -> Result<(Option<T>, Option<T>), Reason> {
    let typed = typed.trim();
    let end = |text: &str| match text.trim() {
        "" => Ok(None),
        text => end(text).map(Some),
    };
    let (from, to) = match typed.split_once("..").or_else(|| typed.split_once('…')) {
        Some((from, to)) => (end(from)?, end(to.trim_start_matches('.'))?),
        None => match (typed.strip_prefix(">="), typed.strip_prefix("<=")) {
            (Some(from), _) => (end(from)?, None),
            (_, Some(to)) => (None, end(to)?),
            _ => (end(typed)?, end(typed)?),
        },
    };
    match (from, to) {
        (None, None) => Err(unread),
        (Some(from), Some(to)) if to < from => Err(Reason::Backwards),
        range => Ok(range),
    }
}

/// A session year in any notation: `2023-2024`, `2023/2024`, `2023/24`, `20232024`.
pub(super) fn vergaderjaar(typed: &str) -> Result<Vergaderjaar, Reason> {
    typed.parse().map_err(|_| Reason::Vergaderjaar)
}
