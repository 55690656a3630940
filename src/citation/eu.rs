//! Law of the European Union: directives, regulations and the Commission's COM documents.

use std::fmt;
use std::ops::Range;

use super::aanhangsel::plain_number;
use super::scan::{Cursor, is_dash};

/// A directive or a regulation: `eu-richtlijn-2019-1937`, `eu-verordening-2004-852`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EuLaw {
    kind: EuKind,
    year: u16,
    number: u16,
}

/// The kinds of law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EuKind {
    /// A directive.
    Richtlijn,
    /// A regulation.
    Verordening,
}

/// From the treaty of 1951 on.
const YEARS: Range<u16> = 1952..2100;

/// Years of two digits: the first are of 1952, and from 2000 on years have four.
const PIVOT: u16 = 52;

/// From 2015 on, regulations too are numbered year first.
const YEAR_FIRST: u16 = 2015;

impl EuLaw {
    pub(super) fn new(kind: EuKind, year: u16, number: u16) -> Option<Self> {
        (YEARS.contains(&year) && number > 0 && number < 10_000).then_some(Self { kind, year, number })
    }

    /// `("richtlijn" | "verordening") "-" dddd "-" d{1,4}`, what follows `eu-`.
    pub(super) fn from_segments(segments: &[&str]) -> Option<Self> {
        let [kind, year, number] = segments else { return None };
        let kind = match kind.to_ascii_lowercase().as_str() {
            "richtlijn" => EuKind::Richtlijn,
            "verordening" => EuKind::Verordening,
            _ => return None,
        };
        Self::new(kind, plain_number(year)?, plain_number(number)?)
    }

    /// Where it can be read, by its European legislation identifier.
    pub(super) fn address(&self) -> String {
        let kind = match self.kind {
            EuKind::Richtlijn => "dir",
            EuKind::Verordening => "reg",
        };
        format!("https://eur-lex.europa.eu/eli/{kind}/{}/{}/oj", self.year, self.number)
    }
}

impl fmt::Display for EuLaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            EuKind::Richtlijn => "richtlijn",
            EuKind::Verordening => "verordening",
        };
        write!(f, "eu-{kind}-{}-{}", self.year, self.number)
    }
}

/// A document of the Commission: `com-2022-123`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Com {
    year: u16,
    number: u16,
}

impl Com {
    pub(super) fn new(year: u16, number: u16) -> Option<Self> {
        (YEARS.contains(&year) && number > 0).then_some(Self { year, number })
    }

    /// `dddd "-" d{1,4}`, what follows `com-`.
    pub(super) fn from_segments(segments: &[&str]) -> Option<Self> {
        let [year, number] = segments else { return None };
        Self::new(plain_number(year)?, plain_number(number).filter(|&number: &u16| number < 10_000)?)
    }

    /// Where it can be read.
    pub(super) fn address(&self) -> String {
        format!("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:{}:{}:FIN", self.year, self.number)
    }
}

impl fmt::Display for Com {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "com-{}-{}", self.year, self.number)
    }
}

/// ```text
/// law     = keyword {"." | "," | ":"} [glue] number (separator number)*
/// keyword = ("richtlijn" | "verordening" | "directive" | "regulation") ["en" | "s"]     also as end of a longer word
/// glue    = ["van de Raad" …] ["van" date] | up to three words before "("
/// number  = {"(" treaty ")" | "nr."} a ("/" | DASH) b ["/" treaty]                      treaty = EU | EG | EEG | EC …
/// ```
pub(super) fn law(cursor: &mut Cursor<'_>) -> Option<Vec<(Range<usize>, EuLaw)>> {
    cursor.attempt(|c| {
        let kind = keyword(c)?;
        let first = c
            .attempt(|c| {
                c.mark(|c| matches!(c, '.' | ',' | ':'));
                glue(c);
                number(c, kind)
            })
            .or_else(|| behind(c, kind))?;
        let mut found = vec![first];
        while let Some(next) = c.attempt(|c| {
            let comma = c.mark(|c| matches!(c, ',' | ';')).is_some();
            c.spaces();
            let word = super::numbers::conjunction(c);
            if !comma && !word {
                return None;
            }
            c.spaces();
            number(c, kind)
        }) {
            found.push(next);
        }
        Some(found)
    })
}

fn keyword(c: &mut Cursor<'_>) -> Option<EuKind> {
    const STEMS: &[(&str, EuKind)] = &[
        ("richtlijn", EuKind::Richtlijn),
        ("verordening", EuKind::Verordening),
        ("directive", EuKind::Richtlijn),
        ("regulation", EuKind::Verordening),
    ];
    let kind = STEMS.iter().find_map(|&(stem, kind)| c.literal(stem).then_some(kind))?;
    let _plural = c.literal("en") || c.literal("s");
    c.boundary().then_some(kind)
}

/// Who made the law and when, between its kind and its number.
fn glue(c: &mut Cursor<'_>) {
    const WORDS: &[&str] =
        &["van het europees parlement en de raad", "van de raad", "van de commissie", "van de europese unie"];
    c.spaces();
    c.any_word(WORDS);
    c.attempt(|c| {
        c.mark(|c| c == ',');
        c.spaces();
        c.word("van").then_some(())?;
        c.spaces();
        c.digits(1..3)?;
        c.spaces();
        super::numbers::month(c)?;
        c.spaces();
        c.digits(4..5)
    });
    c.mark(|c| c == ',');
}

/// `SPACE number`, with the place of its digits.
fn number(c: &mut Cursor<'_>, kind: EuKind) -> Option<(Range<usize>, EuLaw)> {
    c.attempt(|c| {
        c.spaces();
        let start = c.at();
        let mut treaty = c.attempt(bracketed_treaty).or_else(|| c.attempt(self::treaty));
        c.spaces();
        if super::numbers::label(c).is_some() && treaty.is_none() {
            c.spaces();
            treaty = c.attempt(bracketed_treaty);
        }
        c.spaces();
        let (first, second) = pair(c)?;
        let behind = c.attempt(|c| {
            c.mark(|c| c == '/')?;
            c.spaces();
            self::treaty(c)
        });
        resolve(kind, first, second, treaty.or(behind)).map(|law| (start..c.at(), law))
    })
}

/// `word{0,3} "(" number ")"`: the number stands behind the name of the law.
fn behind(c: &mut Cursor<'_>, kind: EuKind) -> Option<(Range<usize>, EuLaw)> {
    c.attempt(|c| {
        glue(c);
        for _ in 0..4 {
            c.spaces();
            if c.eat_char('(') {
                return number(c, kind).filter(|_| c.sees(|c| c.mark(|c| matches!(c, ')' | ',' | ';'))));
            }
            let word = c.eat_while(|c| c.is_alphabetic() || c == '-' || c == '’' || c == '\'');
            (!word.is_empty()).then_some(())?;
        }
        None
    })
}

/// The communities, which tell how their regulations were numbered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Treaty {
    /// Number first.
    Community,
    /// Number first until 2015.
    Union,
}

fn treaty(c: &mut Cursor<'_>) -> Option<Treaty> {
    c.attempt(|c| {
        let letters = c.eat_while(char::is_alphabetic).to_uppercase();
        match letters.as_str() {
            "EG" | "EC" | "EEG" | "EEC" | "EGKS" => Some(Treaty::Community),
            "EU" | "EURATOM" | "GBVB" | "JBZ" => Some(Treaty::Union),
            _ => None,
        }
    })
}

/// `"(" treaty {"," treaty} ")"`
fn bracketed_treaty(c: &mut Cursor<'_>) -> Option<Treaty> {
    c.eat_char('(').then_some(())?;
    c.spaces();
    let first = treaty(c)?;
    while c.mark(|c| matches!(c, ',' | '/')).is_some() {
        c.spaces();
        treaty(c)?;
    }
    c.mark(|c| c == ')')?;
    Some(first)
}

/// `d{1,4} "/" d{1,4}`
fn pair<'a>(c: &mut Cursor<'a>) -> Option<(&'a str, &'a str)> {
    c.attempt(|c| {
        let first = c.digits(1..5)?;
        c.eat(|c| c == '/' || is_dash(c))?;
        c.spaces();
        let second = c.digits(1..5)?;
        (!c.next_is(char::is_alphabetic)).then_some((first, second))
    })
}

/// Decides which of the two is the year.
fn resolve(kind: EuKind, first: &str, second: &str, treaty: Option<Treaty>) -> Option<EuLaw> {
    let year = |text: &str| match text.len() {
        4 => text.parse().ok().filter(|year| YEARS.contains(year)),
        2 => text.parse::<u16>().ok().filter(|&year| year >= PIVOT).map(|year| 1900 + year),
        _ => None,
    };
    let year_first = || Some((year(first)?, second));
    let number_first = || Some((year(second)?, first));
    let (year, number) = match kind {
        EuKind::Richtlijn => year_first(),
        EuKind::Verordening => {
            let modern = first.len() == 4 && year(first).is_some_and(|year| year >= YEAR_FIRST);
            if modern && (treaty != Some(Treaty::Community) || year(second).is_none()) {
                year_first()
            } else {
                number_first()
            }
        }
    }?;
    EuLaw::new(kind, year, number.parse().ok()?)
}

/// ```text
/// com = "COM" [SPACE | "/"] ("(" (dddd | dd) ")" | dddd) [SPACE | "/" | ","] ["nr."] ["("] d{1,4} [")"]
/// ```
pub(super) fn com(cursor: &mut Cursor<'_>) -> Option<(Range<usize>, Com)> {
    cursor.attempt(|c| {
        if c.last().is_some_and(char::is_alphanumeric) {
            return None;
        }
        let start = c.at();
        c.eat_char('C').then_some(())?;
        c.literal("om").then_some(())?;
        c.mark(|c| c == '/' || is_dash(c));
        c.spaces();
        let open = c.eat(|c| matches!(c, '(' | '[')).is_some();
        c.spaces();
        let digits = c.digits(2..5)?;
        let year: u16 = match (digits.len(), open) {
            (4, _) => digits.parse().ok()?,
            (2, true) => digits.parse().ok().map(|year: u16| if year < PIVOT { 2000 + year } else { 1900 + year })?,
            _ => return None,
        };
        let closed = c.mark(|c| matches!(c, ')' | ']')).is_some();
        let joint = c.mark(|c| matches!(c, '/' | ',' | '(') || is_dash(c)).is_some();
        let spaces = c.spaces();
        (closed == open && (closed || joint || spaces > 0)).then_some(())?;
        super::numbers::label(c);
        let number = c.digits(1..5)?.parse().ok()?;
        Some((start..c.at(), Com::new(year, number)?))
    })
}

/// `eli = "eli/" ("dir" | "reg") ["_del" | "_impl"] "/" dddd "/" d{1,4}`
pub(super) fn eli(cursor: &mut Cursor<'_>) -> Option<EuLaw> {
    cursor.attempt(|c| {
        c.literal("eli/").then_some(())?;
        let kind =
            if c.literal("dir") { EuKind::Richtlijn } else { c.literal("reg").then_some(EuKind::Verordening)? };
        let _ = c.literal("_del") || c.literal("_impl");
        c.eat_char('/').then_some(())?;
        let year = c.digits(4..5)?.parse().ok()?;
        c.eat_char('/').then_some(())?;
        let number = c.digits(1..5)?.parse().ok()?;
        EuLaw::new(kind, year, number)
    })
}
