//! Case law: the European case law identifier.

use std::fmt;
use std::str::FromStr;

use super::Error;
use super::scan::Cursor;

/// An ECLI: `ECLI:NL:RVS:2017:1789`.
///
/// **Invariant:** five parts in capitals, kept as printed: numbers with letters at their end occur.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ecli(String);

impl fmt::Display for Ecli {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Ecli {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let mut cursor = Cursor::new(text.trim(), 0);
        read(&mut cursor)
            .filter(|_| cursor.done())
            .ok_or_else(|| Error::Identifier { example: "ECLI:NL:RVS:2017:1789", found: text.trim().to_owned() })
    }
}

/// ```text
/// ecli  = "ECLI" colon [A-Z]{2} colon [A-Z0-9]{1,7} colon dddd colon [A-Z0-9.]{1,25}      colon = ":" | "%3A"
/// ```
/// A full stop at the end is the sentence's.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Ecli> {
    cursor.attempt(|c| {
        if c.last().is_some_and(char::is_alphanumeric) {
            return None;
        }
        let mut parts = vec!["ECLI".to_owned()];
        c.literal("ecli").then_some(())?;
        for index in 0..4 {
            colon(c)?;
            let dots = index == 3;
            let start = c.at();
            c.eat_while(|c| c.is_ascii_alphanumeric() || dots && c == '.');
            let end = start + c.slice(start..c.at()).trim_end_matches('.').len();
            c.jump(end);
            let part = c.slice(start..end);
            let right = match index {
                0 => part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic()),
                1 => (1..=7).contains(&part.len()),
                2 => part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()),
                _ => (1..=25).contains(&part.len()),
            };
            right.then(|| parts.push(part.to_ascii_uppercase()))?;
        }
        Some(Ecli(parts.join(":")))
    })
}

fn colon(c: &mut Cursor<'_>) -> Option<()> {
    (c.eat_char(':') || c.literal("%3a")).then_some(())
}
