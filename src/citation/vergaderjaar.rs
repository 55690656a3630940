//! The chambers and the session year.

use std::fmt;
use std::str::FromStr;

use super::Error;
use super::scan::{Cursor, is_dash, is_space};

/// A chamber of the States General.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kamer {
    /// The Eerste Kamer, `ek` in identifiers, «I» in print.
    Eerste,
    /// The Tweede Kamer, `tk` in identifiers, «II» in print.
    Tweede,
}

impl fmt::Display for Kamer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Eerste => "ek",
            Self::Tweede => "tk",
        })
    }
}

/// A session year, from one September to the next: `2023-2024`.
///
/// **Invariant:** the second year is the first plus one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vergaderjaar(u16);

impl Vergaderjaar {
    /// The first year with a States General of two chambers, and a far future.
    const FIRST: std::ops::RangeInclusive<u16> = 1814..=2999;

    pub(super) fn new(first: u16, second: u16) -> Option<Self> {
        (Self::FIRST.contains(&first) && second == first + 1).then_some(Self(first))
    }

    /// The one that begins in September of a year.
    #[must_use]
    pub fn beginning(first: u16) -> Option<Self> {
        Self::new(first, first.checked_add(1)?)
    }

    /// The first of its two years.
    #[must_use]
    pub fn first(self) -> u16 {
        self.0
    }

    /// As in identifiers: `20232024`.
    #[must_use]
    pub fn compact(self) -> String {
        format!("{}{}", self.0, self.0 + 1)
    }

    /// From the form of identifiers.
    pub(super) fn from_compact(text: &str) -> Option<Self> {
        let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
        let (first, second) = text.split_at_checked(4).filter(|_| digits)?;
        Self::new(first.parse().ok()?, second.parse().ok()?)
    }
}

impl fmt::Display for Vergaderjaar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

/// The canonical form as a string.
impl serde::Serialize for Vergaderjaar {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Any notation: `2023-2024`, `2023/24`, `20232024`.
impl FromStr for Vergaderjaar {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let mut cursor = Cursor::new(text.trim(), 0);
        match read(&mut cursor) {
            Some(Printed::Pair(year)) if cursor.done() => Ok(year),
            _ => Err(Error::Vergaderjaar(text.trim().to_owned())),
        }
    }
}

/// What print says of a session year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Printed {
    /// Two successive years.
    Pair(Vergaderjaar),
    /// One year.
    Single(u16),
    /// Two years that are not successive, or a garbled second one.
    Impossible,
}

/// ```text
/// year   = first (("/" [DASH] | DASH) second) | dddddddd | first
/// first  = dddd | ["'"] dd          second = dddd | ["'"] dd
/// ```
/// Four digits may be broken by a space («20 13-2014», «2000-200 1»), as OCR has it, if a second year follows.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Printed> {
    cursor.attempt(|c| {
        if c.last().is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        if let Some(year) = c.attempt(|c| c.digits(8..9).and_then(Vergaderjaar::from_compact)) {
            return Some(Printed::Pair(year));
        }
        let (first, certain) = first(c)?;
        if let Some(printed) = c.attempt(|c| {
            c.spaces();
            if c.eat_char('/') {
                c.spaces();
                c.eat(is_dash);
            } else {
                c.eat(is_dash)?;
            }
            c.spaces();
            // «17-1233» is a meeting and a page: two short years must be successive
            second(c, first).filter(|printed| certain || *printed != Printed::Impossible)
        }) {
            return Some(printed);
        }
        (certain && c.boundary()).then_some(Printed::Single(first))
    })
}

/// Years of two digits below this are of this century: dossiers with five digits begin in 1969.
const PIVOT: u16 = 60;

/// The first year of a pair, and whether it may stand alone.
fn first(cursor: &mut Cursor<'_>) -> Option<(u16, bool)> {
    cursor.attempt(|c| {
        let short = c.eat(|c| matches!(c, '\'' | '’' | '‘')).is_some();
        let run = c.eat_while(|c| c.is_ascii_digit());
        match run.len() {
            4 => Some((run.parse().ok().filter(|year| (1814..2100).contains(year))?, true)),
            2 => {
                if !short
                    && let Some(year) = c.attempt(|c| {
                        c.eat(is_space)?;
                        let rest = c.digits(2..3)?;
                        let year = format!("{run}{rest}").parse().ok().filter(|year| (1814..2100).contains(year))?;
                        c.sees(|c| c.mark(|c| c == '/' || is_dash(c))).then_some(year)
                    })
                {
                    return Some((year, false));
                }
                let year: u16 = run.parse().ok()?;
                c.next_is(|c| c == '/' || is_dash(c)).then_some(())?;
                Some((if year < PIVOT { 2000 + year } else { 1900 + year }, false))
            }
            _ => None,
        }
    })
}

/// The second year of a pair, which tells how far its digits go.
fn second(cursor: &mut Cursor<'_>, first: u16) -> Option<Printed> {
    let wanted = first + 1;
    let year = Vergaderjaar::new(first, wanted)?;
    let full = wanted.to_string();
    for form in [full.as_str(), full.get(2..)?] {
        let matched = cursor.attempt(|c| {
            c.eat(|c| matches!(c, '\'' | '’'));
            for (index, digit) in form.chars().enumerate() {
                // OCR puts a space inside a year; a short year is not taken apart.
                if index > 0 && form.len() == 4 {
                    c.eat(is_space);
                }
                c.eat(|c| c == digit)?;
            }
            (!c.next_is(|c| c.is_ascii_digit())).then_some(())
        });
        if matched.is_some() {
            return Some(Printed::Pair(year));
        }
    }
    cursor.attempt(|c| {
        let run = c.eat_while(|c| c.is_ascii_digit());
        match run.len() {
            2 | 4 if !c.sees(garbled_rest) => Some(Printed::Impossible),
            1..=3 => garbled_rest(c).map(|()| Printed::Impossible),
            _ => None,
        }
    })
}

/// `SPACE d{1,4} ","`: the rest of a second year that was torn apart («2000–20 001,»).
fn garbled_rest(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.attempt(|c| {
        c.eat(is_space)?;
        c.digits(1..4)?;
        c.next_is(|c| c == ',').then_some(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_as_printed() {
        let check = |text: &str, expect: &str| {
            let mut cursor = Cursor::new(text, 0);
            let printed = match read(&mut cursor) {
                Some(Printed::Pair(year)) => year.to_string(),
                other => format!("{other:?}"),
            };
            assert_eq!(format!("{printed}|{}", cursor.after()), expect, "{text}");
        };
        check("2022/23, 1", "2022-2023|, 1");
        check("2022–2023", "2022-2023|");
        check("1999/2000 x", "1999-2000| x");
        check("2022/-23,", "2022-2023|,"); // a misprint of a letter of 2023
        check("20 13-2014,", "2013-2014|,"); // OCR
        check("2000-200 1, 27", "2000-2001|, 27");
        check("2012-20 13, 33 400", "2012-2013|, 33 400");
        check("20042005,", "2004-2005|,");
        check("94/95 24 206", "1994-1995| 24 206");
        check("1977, 14", "Some(Single(1977))|, 14");
        check("1997/89,", "Some(Impossible)|,");
        check("2000–20 001, 27", "Some(Impossible)|, 27");
        check("2004-2005 21501-20", "2004-2005| 21501-20");
        check("31066", "None|31066");
    }
}
