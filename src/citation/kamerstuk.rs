//! A paper of the chambers: a number within a dossier.

use std::fmt;
use std::str::FromStr;

use super::scan::Cursor;
use super::{Dossier, Error};

/// A limit on work: the most papers that one range names; longer ones are misprints or page numbers.
const RANGE_MAX: usize = 100;

/// A paper: `kst-32847-808`, `kst-36410-VIII-82`, `kst-33506-AB`, `kst-29353-3-h1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kamerstuk {
    dossier: Dossier,
    ondernummer: Ondernummer,
    version: Option<Version>,
}

impl Kamerstuk {
    pub(super) fn new(dossier: Dossier, ondernummer: Ondernummer) -> Self {
        Self { dossier, ondernummer, version: None }
    }

    pub(super) fn with(self, version: Option<Version>) -> Self {
        Self { version, ..self }
    }

    /// The paper that may be meant by a part of a dossier: «36 200 B» is a fund of the budget, or paper B of the Eerste
    /// Kamer.
    #[must_use]
    pub fn lettered(part: &Dossier) -> Option<Self> {
        let letter = part.toevoeging()?.to_string();
        let ondernummer = letter.parse().ok().filter(|_| letter.len() == 1)?;
        Some(Self::new(part.base(), ondernummer))
    }

    /// The dossier that it is part of.
    #[must_use]
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// Its number in the dossier.
    #[must_use]
    pub fn ondernummer(&self) -> &Ondernummer {
        &self.ondernummer
    }

    /// Parses what follows `kst-`.
    ///
    /// ```text
    /// kamerstuk = [dddddddd "-"] dossier ["-" toevoeging] "-" ondernummer ["-" version]
    /// ```
    pub(super) fn from_segments(segments: &[&str], whole: &str) -> Result<Self, Error> {
        let segments = match segments {
            [year, rest @ ..] if year.len() == 8 && year.bytes().all(|b| b.is_ascii_digit()) => rest,
            all => all,
        };
        let (segments, version) = match segments {
            [rest @ .., last] if rest.len() >= 2 && Version::from_id(last).is_some() => (rest, Version::from_id(last)),
            all => (all, None),
        };
        let paper = match segments {
            [] | [_] => return Err(Error::Unnumbered(whole.to_owned())),
            [number, ondernummer] => {
                let dossier = Dossier::from_segments(number, None)?;
                let two_digits = ondernummer.len() == 2 && ondernummer.bytes().all(|b| b.is_ascii_digit());
                if dossier.has_councils() && two_digits {
                    return Err(Error::Unnumbered(whole.to_owned()));
                }
                Self::new(dossier, ondernummer.parse()?)
            }
            [number, toevoeging, ondernummer] => {
                Self::new(Dossier::from_segments(number, Some(toevoeging))?, ondernummer.parse()?)
            }
            _ => return Err(Error::Identifier { example: "kst-36600-VII-12", found: whole.to_owned() }),
        };
        Ok(paper.with(version))
    }
}

impl fmt::Display for Kamerstuk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "kst-{}-{}", self.dossier, self.ondernummer)?;
        self.version.as_ref().map_or(Ok(()), |version| write!(f, "-{version}"))
    }
}

/// The segments of an identifier without the prefix: `32847-808`, also where they may be read as a dossier, `32847-80`.
impl FromStr for Kamerstuk {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::from_segments(&text.split('-').collect::<Vec<_>>(), text)
    }
}

/// The number of a paper in its dossier: `808`, `188b`; in the Eerste Kamer `A`, `AB`, `A2E`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ondernummer(Form);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form {
    /// Four digits at most, then two small letters at most.
    Digits(u16, String),
    /// Capitals, with a digit or two among or after them.
    Letters(String),
}

impl Ondernummer {
    /// The number alone; `None` where it is made of letters.
    #[must_use]
    pub fn number(&self) -> Option<u16> {
        match self.0 {
            Form::Digits(number, _) => Some(number),
            Form::Letters(_) => None,
        }
    }

    /// The numbers from this to that one, at most [`RANGE_MAX`] of them; `None` where they do not ascend.
    pub(super) fn range(&self, last: &Self) -> Option<Vec<Self>> {
        match (&self.0, &last.0) {
            (Form::Digits(first, letters), Form::Digits(last, more)) if first < last => {
                let mut numbers: Vec<_> =
                    (*first..=*last).take(RANGE_MAX).map(|n| Self(Form::Digits(n, String::new()))).collect();
                if let Some(number) = numbers.first_mut() {
                    *number = Self(Form::Digits(*first, letters.clone()));
                }
                if let Some(number) = numbers.last_mut().filter(|number| number.number() == Some(*last)) {
                    *number = Self(Form::Digits(*last, more.clone()));
                }
                Some(numbers)
            }
            (Form::Letters(first), Form::Letters(last)) if first.len() == 1 && last.len() == 1 && first < last => {
                let letters = first.chars().next()?..=last.chars().next()?;
                Some(letters.map(|letter| Self(Form::Letters(letter.to_string()))).collect())
            }
            _ => None,
        }
    }
}

impl fmt::Display for Ondernummer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Digits(number, letters) => write!(f, "{number}{letters}"),
            Form::Letters(letters) => f.write_str(letters),
        }
    }
}

impl FromStr for Ondernummer {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let spelled = if text.starts_with(|c: char| c.is_ascii_digit()) {
            text.to_ascii_lowercase()
        } else {
            text.to_ascii_uppercase()
        };
        let mut cursor = Cursor::new(&spelled, 0);
        digits(&mut cursor)
            .or_else(|| letters(&mut cursor))
            .filter(|_| cursor.done())
            .ok_or_else(|| Error::Ondernummer(text.to_owned()))
    }
}

/// `digits = d{1,4} [a-z]{0,2}`; leading zeros go, letters that are the start of a word («3Periode») stay out.
pub(super) fn digits(cursor: &mut Cursor<'_>) -> Option<Ondernummer> {
    cursor.attempt(|c| {
        let number = c.digits(1..5)?.parse().ok().filter(|&number| number > 0)?;
        let letters = c
            .attempt(|c| {
                let letters = c.eat_while(|c| c.is_ascii_lowercase());
                ((1..=2).contains(&letters.len()) && c.boundary()).then_some(letters)
            })
            .unwrap_or_default();
        Some(Ondernummer(Form::Digits(number, letters.to_owned())))
    })
}

/// `letters = [A-Z]{1,2} [d{1,2} [A-Z]]`
pub(super) fn letters(cursor: &mut Cursor<'_>) -> Option<Ondernummer> {
    cursor.attempt(|c| {
        let start = c.at();
        let capitals = c.eat_while(|c| c.is_ascii_uppercase()).len();
        let digits = c.eat_while(|c| c.is_ascii_digit()).len();
        if digits > 0 {
            c.eat(|c| c.is_ascii_uppercase());
        }
        let shape = (1..=2).contains(&capitals) && digits <= 2 && c.boundary();
        shape.then(|| Ondernummer(Form::Letters(c.slice(start..c.at()).to_owned())))
    })
}

/// What follows the number in an identifier: a reprint (`h1`), a part of an annex (`b1`), an addendum (`n1`), a version (`v2`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    kind: char,
    number: u16,
}

impl Version {
    /// The first reprint: what «herdruk» says.
    pub(super) const REPRINT: Self = Self { kind: 'h', number: 1 };

    pub(super) fn from_id(text: &str) -> Option<Self> {
        let mut c = Cursor::new(text, 0);
        let kind = c.eat(|c| c.is_ascii_lowercase())?;
        let number = c.digits(1..4)?.parse().ok()?;
        c.done().then_some(Self { kind, number })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_papers() {
        let check = |text: &str, expect: &str| {
            let found = text.parse::<Ondernummer>().map_or_else(|_| "-".to_owned(), |number| number.to_string());
            assert_eq!(found, expect, "{text}");
        };
        check("808", "808");
        check("0054", "54");
        check("188b", "188b");
        check("AB", "AB");
        check("A2E", "A2E");
        check("0", "-");
        check("12345", "-");
        check("ABC", "-");
        check("3Periode", "-");
    }

    #[test]
    fn ranges_ascend_and_end() {
        let number = |text: &str| text.parse::<Ondernummer>().unwrap();
        let check = |first, last, expect: Option<usize>| {
            assert_eq!(number(first).range(&number(last)).map(|range| range.len()), expect, "{first}-{last}");
        };
        check("1", "3", Some(3));
        check("1", "900", Some(RANGE_MAX));
        check("3", "1", None);
        check("A", "C", Some(3));
        check("A", "3", None);
    }
}
