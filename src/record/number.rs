//! The number of a question, as a letter prints it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The number of a question: `7`, or `1a`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    /// The digits.
    pub value: u32,
    /// The letter after them, lower case.
    pub letter: Option<char>,
}

impl Number {
    /// A number without a letter.
    #[must_use]
    pub fn plain(value: u32) -> Self {
        Self { value, letter: None }
    }

    /// True if this number may come right after that one: the next digits, or the next letter.
    #[must_use]
    pub fn follows(self, last: Self) -> bool {
        match (last.letter, self.letter) {
            (Some(a), Some(b)) if last.value == self.value => u32::from(b) == u32::from(a) + 1,
            (None, Some('a')) if last.value == self.value => true,
            (_, None | Some('a')) => self.value == last.value + 1,
            _ => false,
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value)?;
        self.letter.map_or(Ok(()), |letter| write!(f, "{letter}"))
    }
}

impl FromStr for Number {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "expected a question number such as `7` or `1a`";
        let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let mut rest = text.chars().skip(digits.chars().count());
        let letter = rest.next();
        if rest.next().is_some() {
            return Err(EXPECTED);
        }
        digits.parse().map(|value| Self { value, letter }).map_err(|_| EXPECTED)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.letter {
            None => serializer.serialize_u32(self.value),
            Some(_) => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Plain(u32),
            Lettered(String),
        }
        match Either::deserialize(deserializer)? {
            Either::Plain(value) => Ok(Self::plain(value)),
            Either::Lettered(text) => text.parse().map_err(de::Error::custom),
        }
    }
}
