//! Questions of members: answered ones in the Aanhangsel van de Handelingen, and those without answer yet.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::head::{self, Head};
use super::kamerstuk::Version;
use super::numbers::{self, Label};
use super::scan::Cursor;
use super::{Error, Kamer, Vergaderjaar};

/// An answered question: `ah-tk-20232024-2147`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Aanhangsel {
    kamer: Kamer,
    year: Vergaderjaar,
    number: u16,
    version: Option<Version>,
}

impl Aanhangsel {
    pub(super) fn new(kamer: Kamer, year: Vergaderjaar, number: u16) -> Self {
        Self { kamer, year, number, version: None }
    }

    /// The chamber whose member asked.
    #[must_use]
    pub fn kamer(&self) -> Kamer {
        self.kamer
    }

    /// The session year.
    #[must_use]
    pub fn vergaderjaar(&self) -> Vergaderjaar {
        self.year
    }

    /// The number in that year.
    #[must_use]
    pub fn number(&self) -> u16 {
        self.number
    }

    /// `"ah-" chamber "-" dddddddd "-" d{1,5} ["-" version]`, what follows `ah-`.
    pub(super) fn from_segments(segments: &[&str]) -> Option<Self> {
        let (kamer, year, number, version) = match segments {
            [kamer, year, number] => (kamer, year, number, None),
            [kamer, year, number, version] => (kamer, year, number, Some(Version::from_id(version)?)),
            _ => return None,
        };
        let kamer = kamer_of_id(kamer)?;
        let year = Vergaderjaar::from_compact(year)?;
        Some(Self { kamer, year, number: plain_number(number)?, version })
    }
}

impl fmt::Display for Aanhangsel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ah-{}-{}-{}", self.kamer, self.year.compact(), self.number)?;
        self.version.as_ref().map_or(Ok(()), |version| write!(f, "-{version}"))
    }
}

pub(super) fn kamer_of_id(text: &str) -> Option<Kamer> {
    match text.to_ascii_lowercase().as_str() {
        "tk" => Some(Kamer::Tweede),
        "ek" => Some(Kamer::Eerste),
        _ => None,
    }
}

/// A positive number of an identifier: digits only.
pub(super) fn plain_number<N: FromStr + PartialOrd + From<u8>>(text: &str) -> Option<N> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number > N::from(0))
}

/// A question without answer yet: `kv-tk-2024Z11859`; before 2010 a bare number, `kv-2989900822`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionCase(Form);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form {
    Case(Kamer, CaseNumber),
    Old(u64),
}

impl QuestionCase {
    /// Parses what follows `kv-`.
    pub(super) fn from_segments(segments: &[&str]) -> Option<Self> {
        match segments {
            [kamer, case] => Some(Self(Form::Case(kamer_of_id(kamer)?, case.parse().ok()?))),
            [number] if number.len() >= 6 && number.len() < 19 => {
                plain_number(number).map(|number| Self(Form::Old(number)))
            }
            _ => None,
        }
    }
}

impl fmt::Display for QuestionCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Case(kamer, case) => write!(f, "kv-{kamer}-{case}"),
            Form::Old(number) => write!(f, "kv-{number}"),
        }
    }
}

/// A case, document or activity of the Tweede Kamer: `2024Z11859`, `2024D39058`, `2024A02517`.
///
/// **Invariant:** the digits are kept as printed; four occur beside five («2016D1980»).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber(String);

impl CaseNumber {
    /// True for a case, which may be that of a question; false for a document or an activity.
    pub(super) fn is_case(&self) -> bool {
        self.0.contains('Z')
    }
}

impl FromStr for CaseNumber {
    type Err = Error;

    /// `case = dddd ("Z" | "D" | "A") d{4,6}`
    fn from_str(text: &str) -> Result<Self, Error> {
        let upper = text.trim().to_ascii_uppercase();
        let shape = matches!(upper.len(), 9..=11)
            && upper.bytes().enumerate().all(|(index, byte)| match index {
                4 => matches!(byte, b'Z' | b'D' | b'A'),
                _ => byte.is_ascii_digit(),
            })
            && matches!(upper.get(..2), Some("19" | "20"));
        if shape {
            Ok(Self(upper))
        } else {
            Err(Error::Identifier { example: "2024Z11859", found: text.trim().to_owned() })
        }
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What follows the keyword, the chamber and the year.
///
/// ```text
/// body = [","] [label] list [pages] [[","] ["("] ["vergaderjaar"] year [")"]] {(";" | "," | "en") [chamber] [year ","] [label] list}
/// ```
/// «Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 4» is the foot of a page.
pub(super) fn body(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<(Range<usize>, Aanhangsel)>> {
    let first = c.attempt(|c| {
        let list = labelled_list(c, |labelled| labelled || head.handelingen || !head.spelled)?;
        let year = head.year.or_else(|| c.attempt(late_year))?;
        Some((list, year))
    })?;
    let kamer = head.kamer.unwrap_or(Kamer::Tweede);
    let mut found = of_year(first.0, kamer, first.1);
    while let Some(more) = c.attempt(|c| {
        let sign = c.mark(|c| matches!(c, ';' | ',')).is_some();
        c.spaces();
        (numbers::conjunction(c) || sign).then_some(())?;
        let own = head::bare(c);
        let list = labelled_list(c, |_| true)?;
        Some(of_year(list, own.kamer.unwrap_or(kamer), own.year?))
    }) {
        found.extend(more);
    }
    (!found.is_empty()).then_some(found)
}

/// `[","] [label] list [pages]`
fn labelled_list(c: &mut Cursor<'_>, enough: impl Fn(bool) -> bool) -> Option<Vec<numbers::Element>> {
    c.attempt(|c| {
        for _ in 0..2 {
            c.mark(|c| matches!(c, ',' | '.' | ':'));
        }
        c.spaces();
        let label = numbers::label(c);
        enough(label.is_some()).then_some(())?;
        let list = numbers::list(c, label.unwrap_or(Label::Singular))?;
        list.first()?.numbers.first()?.number()?;
        numbers::pages(c);
        Some(list)
    })
}

/// `[","] ["("] ["vergaderjaar"] year [")"]`
fn late_year(c: &mut Cursor<'_>) -> Option<Vergaderjaar> {
    let open = c.mark(|c| matches!(c, ',' | '(')) == Some('(');
    let year = head::bare(c).year?;
    if open {
        c.mark(|c| c == ')');
    }
    Some(year)
}

fn of_year(list: Vec<numbers::Element>, kamer: Kamer, year: Vergaderjaar) -> Vec<(Range<usize>, Aanhangsel)> {
    list.into_iter()
        .flat_map(|element| element.numbers.into_iter().map(move |number| (element.at.clone(), number)))
        .filter_map(|(at, number)| Some((at, Aanhangsel::new(kamer, year, number.number()?))))
        .collect()
}
