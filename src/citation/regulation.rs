//! Regulations of the Netherlands.

use std::fmt;
use std::str::FromStr;

use super::Error;

/// A regulation in the Basiswettenbestand: `BWBR0040889`; treaties are `BWBV…`, circulars `BWBW…`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Regulation(String);

impl fmt::Display for Regulation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Regulation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let upper = text.trim().to_ascii_uppercase();
        let digits = ["BWBR", "BWBV", "BWBW"].iter().find_map(|prefix| upper.strip_prefix(prefix));
        let right = digits.is_some_and(|digits| digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit()));
        if right {
            Ok(Self(upper))
        } else {
            Err(Error::Identifier { example: "BWBR0040889", found: text.trim().to_owned() })
        }
    }
}
