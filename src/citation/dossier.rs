//! A dossier of the chambers: its number and what follows the number.

use std::fmt;
use std::str::FromStr;

use super::Error;
use super::scan::{Cursor, is_dash, is_space, roman, roman_numeral};

/// A dossier: `32847`, `36410-VIII`, `21501-02`, `35570-B`, `CXXXIX`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dossier {
    number: Number,
    toevoeging: Option<Toevoeging>,
}

/// The number of a dossier: five digits, or a Roman numeral for a dossier of the Eerste Kamer alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Number {
    Digits(u32),
    Roman(u16),
}

/// What follows the number of a dossier: a chapter of the budget (`VIII`, `IIA`), a fund (`B`), a council (`02`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Toevoeging(Form);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form {
    /// `1..=39`, with a part `A..=E`.
    Chapter(u16, Option<char>),
    /// `A..=Z` where that is no Roman numeral up to 39.
    Fund(char),
    /// Two digits.
    Digits(u8),
}

/// The highest chapter: budgets have had at most XIX.
const LAST_CHAPTER: u16 = 39;

impl Dossier {
    /// A dossier of the Tweede Kamer, by its five digits.
    pub(super) fn digits(number: u32) -> Option<Self> {
        (10_000..100_000).contains(&number).then_some(Self { number: Number::Digits(number), toevoeging: None })
    }

    /// A dossier of the Eerste Kamer alone.
    pub(super) fn roman(numeral: &str) -> Option<Self> {
        Some(Self { number: Number::Roman(roman(numeral)?), toevoeging: None })
    }

    pub(super) fn with(self, toevoeging: Option<Toevoeging>) -> Self {
        Self { toevoeging, ..self }
    }

    /// What follows the number.
    #[must_use]
    pub fn toevoeging(&self) -> Option<&Toevoeging> {
        self.toevoeging.as_ref()
    }

    /// The dossier without what follows its number.
    #[must_use]
    pub fn base(&self) -> Self {
        Self { number: self.number, toevoeging: None }
    }

    /// True for a dossier of the Eerste Kamer alone.
    pub(super) fn is_roman(&self) -> bool {
        matches!(self.number, Number::Roman(_))
    }

    /// True for the numbers that the Tweede Kamer has given out, or will within a few years: a number without any
    /// keyword is a dossier only then. The counter stood at 10 000 in 1969, at 36 900 in 2026, and grows by 500 a year.
    pub(super) fn plausible(&self) -> bool {
        matches!(self.number, Number::Digits(10_000..=41_999))
    }

    /// True for the dossiers that are kept apart by two digits: councils of the EU, and commission proposals of old.
    pub(super) fn has_councils(&self) -> bool {
        matches!(self.number, Number::Digits(21_501))
    }

    /// True for the dossiers in which two digits after a dash may be a part of the dossier.
    pub(super) fn may_have_councils(&self) -> bool {
        matches!(self.number, Number::Digits(21_501 | 22_112))
    }

    /// Parses the segments of an identifier, `36410-VIII`.
    pub(super) fn from_segments(number: &str, toevoeging: Option<&str>) -> Result<Self, Error> {
        let wrong = || Error::Dossier(number.to_owned());
        let base = if number.bytes().all(|byte| byte.is_ascii_digit()) {
            number.parse().ok().filter(|_| number.len() == 5).and_then(Self::digits).ok_or_else(wrong)?
        } else {
            Self::roman(&number.to_ascii_uppercase()).ok_or_else(wrong)?
        };
        Ok(base.with(toevoeging.map(str::parse).transpose()?))
    }
}

impl fmt::Display for Dossier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            Number::Digits(number) => write!(f, "{number}")?,
            Number::Roman(number) => f.write_str(&roman_numeral(number))?,
        }
        self.toevoeging.as_ref().map_or(Ok(()), |toevoeging| write!(f, "-{toevoeging}"))
    }
}

/// Any notation: `36600-VII`, `36 600 VII`, `36.600 hoofdstuk VII`, `dossier-36600-VII`.
impl FromStr for Dossier {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let wrong = || Error::Dossier(text.to_owned());
        if text.is_empty() {
            return Err(Error::Empty);
        }
        let mut c = Cursor::new(text, 0);
        if c.word("dossier") {
            c.mark(is_dash);
            c.spaces();
        }
        let base = number(&mut c).or_else(|| numeral(&mut c)).ok_or_else(wrong)?;
        rijkswet(&mut c);
        let start = c;
        c.spaces();
        c.eat(is_dash);
        c.spaces();
        if c.done() && c.at() == start.at() {
            return Ok(base);
        }
        c.any_word(&["hoofdstuk", "hfst"]);
        c.spaces();
        let rest = c.after().trim();
        if rest.is_empty() {
            return Err(wrong());
        }
        rest.parse().map(|toevoeging| base.with(Some(toevoeging)))
    }
}

impl Toevoeging {
    /// True for a chapter that no letter of the alphabet can be taken for.
    pub(super) fn is_chapter(self) -> bool {
        matches!(self.0, Form::Chapter(chapter, part) if part.is_some() || roman_numeral(chapter).len() > 1)
    }
}

impl fmt::Display for Toevoeging {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Form::Chapter(chapter, part) => {
                f.write_str(&roman_numeral(chapter))?;
                part.map_or(Ok(()), |part| write!(f, "{part}"))
            }
            Form::Fund(letter) => write!(f, "{letter}"),
            Form::Digits(digits) => write!(f, "{digits:02}"),
        }
    }
}

impl FromStr for Toevoeging {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let upper = text.to_ascii_uppercase();
        let two_digits = upper.len() == 2 && upper.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(digits) = upper.parse().ok().filter(|_| two_digits) {
            return Ok(Self(Form::Digits(digits)));
        }
        let chapter = |numeral: &str| roman(numeral).filter(|&chapter| chapter <= LAST_CHAPTER);
        if let Some(chapter) = chapter(&upper) {
            return Ok(Self(Form::Chapter(chapter, None)));
        }
        let mut letters = upper.chars();
        let last = letters.next_back().ok_or_else(|| Error::Toevoeging(text.to_owned()))?;
        match (last, letters.as_str()) {
            ('A'..='Z', "") => Some(Self(Form::Fund(last))),
            ('A'..='E', numeral) => chapter(numeral).map(|chapter| Self(Form::Chapter(chapter, Some(last)))),
            _ => None,
        }
        .ok_or_else(|| Error::Toevoeging(text.to_owned()))
    }
}

/// `number = dd [SPACE | "."] ddd`, not within a longer number.
pub(super) fn number(cursor: &mut Cursor<'_>) -> Option<Dossier> {
    number_with_gaps(cursor, 0b0100)
}

/// A number whose space was set at the wrong place («3 6200»), as a text layer may have it. Only after a keyword.
pub(super) fn misspaced(cursor: &mut Cursor<'_>) -> Option<Dossier> {
    [0b0010, 0b1000, 0b1_0000, 0b0110, 0b1100].into_iter().find_map(|gaps| number_with_gaps(cursor, gaps))
}

/// Five digits, where a space may stand before each whose bit is set.
fn number_with_gaps(cursor: &mut Cursor<'_>, gaps: u8) -> Option<Dossier> {
    cursor.attempt(|c| {
        if c.last().is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let mut value = 0;
        for index in 0..5 {
            if gaps >> index & 1 == 1 {
                if index == 2 && c.next_is(|c| c == '.') {
                    c.eat_char('.');
                } else {
                    c.eat(is_space);
                }
            }
            value = value * 10 + c.eat(|c| c.is_ascii_digit())?.to_digit(10)?;
        }
        let goes_on = c.next_is(|c| c.is_ascii_digit())
            || c.sees(|c| {
                // «12.345.678», «36 200,50» are amounts
                let group = c.eat(|c| matches!(c, '.' | ','))?;
                let digits = c.eat_while(|c| c.is_ascii_digit()).len();
                (if group == '.' { digits == 3 } else { digits == 2 && c.boundary() }).then_some(())
            });
        if goes_on { None } else { Dossier::digits(value) }
    })
}

/// A Roman numeral of two letters or more that is the number of a dossier of the Eerste Kamer.
pub(super) fn numeral(cursor: &mut Cursor<'_>) -> Option<Dossier> {
    cursor.attempt(|c| {
        let letters = c.eat_while(|c| c.is_ascii_uppercase());
        (letters.len() >= 2 && c.boundary()).then(|| Dossier::roman(letters))?
    })
}

/// `rijkswet = "(" "R" [SPACE] d{1,4} ")"`: a second numbering, which does not enter the identifier.
pub(super) fn rijkswet(cursor: &mut Cursor<'_>) -> bool {
    cursor
        .attempt(|c| {
            c.spaces();
            c.eat(|c| matches!(c, '(' | '['))?;
            c.spaces();
            c.eat_char('R').then_some(())?;
            c.spaces();
            c.digits(1..5)?;
            c.spaces();
            c.eat(|c| matches!(c, ')' | ']'))
        })
        .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notation_is_one_dossier() {
        let check = |text: &str, expect: &str| {
            let found = text.parse::<Dossier>().map_or_else(|error| error.to_string(), |dossier| dossier.to_string());
            assert_eq!(found, expect, "{text}");
        };
        check("32847", "32847");
        check("32 847", "32847");
        check("32.847", "32847");
        check("36\u{202f}600 VII", "36600-VII");
        check("36600VII", "36600-VII");
        check(
            "36 600, hoofdstuk VII",
            "expected the chapter of a dossier such as `VII`, `B` or `02`, but found `, hoofdstuk VII`",
        );
        check("36 600 hoofdstuk VII", "36600-VII");
        check("dossier-33240-ixb", "33240-IXB");
        check("21501-02", "21501-02");
        check("35570-B", "35570-B");
        check("31 324 (R1844)", "31324");
        check("CXXXIX", "CXXXIX");
        check("3660", "expected a dossier number such as `36600-VII`, but found `3660`");
        check("328470", "expected a dossier number such as `36600-VII`, but found `328470`");
        check("36600-", "expected a dossier number such as `36600-VII`, but found `36600-`");
    }
}
