//! Staatsblad, Staatscourant and Tractatenblad: a year and a number.

use std::fmt;
use std::ops::Range;

use super::aanhangsel::plain_number;
use super::kamerstuk::Version;
use super::numbers::{self, Label};
use super::scan::{Cursor, is_dash, is_space};

/// A number of an official gazette: `stb-2010-139`, `stcrt-2010-21009`, `trb-2009-217`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Publication {
    gazette: Gazette,
    year: u16,
    number: u32,
    version: Option<Version>,
}

/// The official gazettes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gazette {
    /// Laws and royal decrees.
    Staatsblad,
    /// Notices of the ministries.
    Staatscourant,
    /// Treaties.
    Tractatenblad,
}

impl Gazette {
    fn prefix(self) -> &'static str {
        match self {
            Self::Staatsblad => "stb",
            Self::Staatscourant => "stcrt",
            Self::Tractatenblad => "trb",
        }
    }

    /// From the letters of an identifier.
    pub(super) fn from_prefix(prefix: &str) -> Option<Self> {
        [Self::Staatsblad, Self::Staatscourant, Self::Tractatenblad]
            .into_iter()
            .find(|gazette| gazette.prefix() == prefix)
    }
}

impl Publication {
    fn new(gazette: Gazette, year: u16, number: u32) -> Self {
        Self { gazette, year, number, version: None }
    }

    /// `("stb" | "stcrt" | "trb") "-" dddd "-" d{1,6} ["-" version]`, what follows the first dash.
    pub(super) fn from_segments(gazette: Gazette, segments: &[&str]) -> Option<Self> {
        let (year, number, version) = match segments {
            [year, number] => (year, number, None),
            [year, number, version] => (year, number, Some(Version::from_id(version)?)),
            _ => return None,
        };
        let year = plain_number(year).filter(|year| YEARS.contains(year))?;
        let number = plain_number(number).filter(|number| *number < 1_000_000)?;
        Some(Self { gazette, year, number, version })
    }
}

impl fmt::Display for Publication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.gazette.prefix(), self.year, self.number)?;
        self.version.as_ref().map_or(Ok(()), |version| write!(f, "-{version}"))
    }
}

/// The first Staatsblad is of 1813.
const YEARS: Range<u16> = 1813..2100;

/// What stands in print, each number with its place.
type Printed = Vec<(Range<usize>, Publication)>;

/// The words for the gazettes.
pub(super) fn keyword(cursor: &mut Cursor<'_>) -> Option<Gazette> {
    const WORDS: &[(&str, Gazette)] = &[
        ("staatsblad", Gazette::Staatsblad),
        ("stb", Gazette::Staatsblad),
        ("staatscourant", Gazette::Staatscourant),
        ("stcrt", Gazette::Staatscourant),
        ("tractatenblad", Gazette::Tractatenblad),
        ("trb", Gazette::Tractatenblad),
    ];
    if cursor.last().is_some_and(char::is_alphabetic) {
        return None;
    }
    let found = WORDS.iter().find_map(|&(word, gazette)| cursor.word(word).then_some(gazette))?;
    cursor.attempt(|c| {
        c.spaces();
        c.word("van het koninkrijk der nederlanden").then_some(())
    });
    Some(found)
}

/// ```text
/// publication = keyword {"." | "," | ":" | "("} (year-first | date-first | number-first)
/// year-first   = ["jaargang" | "van" | label] year {"," | "/" | DASH | "(" | SPACE} [label] list {(";" | "en") year "," [label] list}
/// date-first   = ["van" | "d.d."] date (label | "," [label]) list
/// number-first = [label] number "," ["van"] (date | year)
/// ```
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Printed> {
    cursor.attempt(|c| {
        let gazette = keyword(c)?;
        lead(c);
        year_first(c, gazette).or_else(|| date_first(c, gazette)).or_else(|| number_first(c, gazette))
    })
}

fn lead(c: &mut Cursor<'_>) {
    for _ in 0..2 {
        c.mark(|c| matches!(c, '.' | ',' | ':' | '('));
    }
    c.spaces();
}

fn year(c: &mut Cursor<'_>) -> Option<u16> {
    c.attempt(|c| c.digits(4..5)?.parse().ok().filter(|year| YEARS.contains(year)))
}

fn year_first(c: &mut Cursor<'_>, gazette: Gazette) -> Option<Printed> {
    c.attempt(|c| {
        c.any_word(&["jaargang", "jrg", "jg", "van"]);
        c.spaces();
        let mut numbers = numbered(c, gazette)?;
        while let Some(more) = c.attempt(|c| {
            if c.mark(|c| c == ';').is_none() {
                c.spaces();
                numbers::conjunction(c).then_some(())?;
            }
            c.spaces();
            c.sees(|c| {
                year(c)?;
                c.eat(|c| matches!(c, ',' | '/'))
            })
            .then(|| numbered(c, gazette))?
        }) {
            numbers.extend(more);
        }
        Some(numbers)
    })
}

/// `year {"," | "/" | DASH | "(" | SPACE} [label] list`
fn numbered(c: &mut Cursor<'_>, gazette: Gazette) -> Option<Printed> {
    c.attempt(|c| {
        let labelled = numbers::label(c).is_some();
        let year = year(c)?;
        let joint = c.mark(|c| matches!(c, ',' | '/' | '(' | ')' | ':' | ';' | '.') || is_dash(c));
        if labelled && joint != Some(',') {
            return None;
        }
        if c.spaces() == 0 && joint.is_none() {
            return None;
        }
        let label = numbers::label(c);
        if label.is_none() && joint.is_none() && c.sees(|c| day(c)) {
            return None;
        }
        list(c, label.unwrap_or(Label::Singular), gazette, year)
    })
}

/// The numbers of a gazette go higher than those of papers, and are never letters.
fn list(c: &mut Cursor<'_>, label: Label, gazette: Gazette, year: u16) -> Option<Printed> {
    let element = |c: &mut Cursor<'_>| {
        c.attempt(|c| {
            let start = c.at();
            let number = if gazette == Gazette::Staatscourant { c.attempt(grouped) } else { None };
            let number = number.or_else(|| c.digits(1..7)?.parse().ok()).filter(|&number| number > 0)?;
            let end = c.at();
            let other = c.sees(|c| {
                c.spaces();
                numbers::month(c)
            }) || c.sees(|c| {
                c.eat(|c| c == '/')?;
                c.eat(|c| c.is_ascii_digit())
            });
            (!other).then_some((start..end, number))
        })
    };
    let mut found = vec![element(c)?];
    let mut certain = (1, *c);
    while let Some((word, next)) = c.attempt(|c| {
        let comma = c.mark(|c| c == ',').is_some();
        c.spaces();
        let word = numbers::conjunction(c);
        c.spaces();
        let labelled = (comma || word).then(|| numbers::label(c))?.is_some();
        // «Stb. 1998, 507 en 2005, 254»: a year begins anew
        let anew = c.sees(|c| {
            self::year(c)?;
            c.eat(|c| c == ',')
        });
        if anew { None } else { Some((word || labelled, element(c)?)) }
    }) {
        found.push(next);
        if word || label == Label::Plural {
            certain = (found.len(), *c);
        }
    }
    found.truncate(certain.0);
    *c = certain.1;
    Some(found.into_iter().map(|(at, number)| (at, Publication::new(gazette, year, number))).collect())
}

/// `d{1,2} SPACE ddd`: only the Staatscourant has numbers that long.
fn grouped(c: &mut Cursor<'_>) -> Option<u32> {
    let thousands: u32 = c.digits(1..3)?.parse().ok()?;
    c.eat(is_space)?;
    let rest: u32 = c.digits(3..4)?.parse().ok()?;
    Some(thousands * 1000 + rest)
}

/// `date = d{1,2} month dddd | d{1,2} DASH d{1,2} DASH dddd`; its year.
fn date(c: &mut Cursor<'_>) -> Option<u16> {
    c.attempt(|c| {
        day(c)?;
        c.spaces();
        year(c)
    })
    .or_else(|| {
        c.attempt(|c| {
            c.digits(1..3)?;
            c.eat(is_dash)?;
            c.digits(1..3)?;
            c.eat(is_dash)?;
            year(c)
        })
    })
}

fn day(c: &mut Cursor<'_>) -> Option<()> {
    c.attempt(|c| {
        c.digits(1..3)?;
        c.spaces();
        numbers::month(c)
    })
}

fn date_first(c: &mut Cursor<'_>, gazette: Gazette) -> Option<Printed> {
    c.attempt(|c| {
        c.any_word(&["van", "d.d", "dd"]);
        c.spaces();
        let year = date(c)?;
        let comma = c.mark(|c| c == ',');
        c.spaces();
        let label = numbers::label(c).or(comma.map(|_| Label::Singular))?;
        list(c, label, gazette, year)
    })
}

fn number_first(c: &mut Cursor<'_>, gazette: Gazette) -> Option<Printed> {
    c.attempt(|c| {
        numbers::label(c);
        let start = c.at();
        let number = c.digits(1..7)?.parse().ok().filter(|&number| number > 0)?;
        let comma = c.mark(|c| matches!(c, ',' | '(')).is_some();
        c.spaces();
        let van = c.any_word(&["van", "d.d", "dd"]);
        c.spaces();
        let year = (comma || van).then(|| date(c).or_else(|| year(c)))??;
        // «Stb. 2004, 12 april 2004»: the year stands twice, a number nowhere
        if c.next_is(|c| matches!(c, '/' | '-')) || number == u32::from(year) {
            return None;
        }
        Some(vec![(start..c.at(), Publication::new(gazette, year, number))])
    })
}
