//! A value that the writer of a letter object may have spelled in a way that nothing here can read.
//!
//! Letters come from `.ndjson` files of others too. An identifier of a kind that [`crate::citation`] does not know, or a
//! date in words, must not make the letter unreadable, and must come out as it went in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value, or the text that stands in its place. In JSON it is a string.
///
/// **Invariant:** what can be read is a value, and is printed in its one canonical form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stated<T> {
    /// It could be read.
    Read(T),
    /// It could not: the text as it stands.
    Unread(String),
}

impl<T> Stated<T> {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &str) -> Self
    where
        T: FromStr,
    {
        text.parse().map_or_else(|_| Self::Unread(text.to_owned()), Self::Read)
    }

    /// The value; `None` where the text is none.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Read(value) => Some(value),
            Self::Unread(_) => None,
        }
    }
}

impl<T> From<T> for Stated<T> {
    fn from(value: T) -> Self {
        Self::Read(value)
    }
}

impl<T: fmt::Display> fmt::Display for Stated<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(value) => value.fmt(f),
            Self::Unread(text) => f.write_str(text),
        }
    }
}

impl<T: fmt::Display> Serialize for Stated<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T: FromStr> Deserialize<'de> for Stated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::of(&text))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;
    use crate::citation::{CaseNumber, Citation, Vergaderjaar};
    use crate::record::Record;

    /// What a text in JSON is read as: its value in canonical form, or «kept» for a text that is none.
    fn check<T: FromStr + fmt::Display>(text: &str, expect: &str) {
        let json = serde_json::to_string(text).expect("a text is JSON");
        let stated: Stated<T> = serde_json::from_str(&json).expect("any text is read");
        let found = stated.value().map_or_else(|| "kept".to_owned(), T::to_string);
        assert_eq!(found, expect, "{text}");
        let printed = serde_json::to_value(&stated).expect("a string");
        assert_eq!(printed, if expect == "kept" { text } else { expect }, "{text}");
    }

    #[test]
    fn values_are_read_and_others_kept() {
        let same = |ids: &[&str]| ids.iter().for_each(|id| check::<Citation>(id, id));
        same(&["kst-32847-808", "kst-36410-VIII-82", "kst-33506-AB", "kst-29353-3-h1", "dossier-36410-VIII"]);
        same(&["ah-tk-20232024-2147", "ah-ek-20092010-3", "kv-tk-2024Z11859", "h-tk-20162017-39-39", "stb-2010-139"]);
        same(&["ECLI:NL:RVS:2017:1789", "eu-richtlijn-2019-1937", "com-2022-123", "blg-1007826", "BWBR0040889"]);
        same(&["2024Z11859", "2024D39058"]);
        check::<Citation>("kst-20232024-32847-808", "kst-32847-808");
        check::<Citation>("nds-tk-2019D12345", "kept");
        check::<Citation>("", "kept");
        check::<Vergaderjaar>("2023-2024", "2023-2024");
        check::<Vergaderjaar>("2023/24", "2023-2024");
        check::<Vergaderjaar>("2023-2025", "kept");
        check::<CaseNumber>("2024Z03816", "2024Z03816");
        check::<CaseNumber>("kenmerk 4711", "kept");
        check::<Date>("2024-03-25", "2024-03-25");
        check::<Date>("2024-02-30", "kept");
        check::<Date>("maart 2024", "kept");
    }

    #[test]
    fn letters_of_others_come_out_as_they_went_in() {
        let other = serde_json::json!({
            "id": "a", "kind": "brief", "identifier": "nds-tk-1", "vergaderjaar": "parlementair jaar 23", "asked": "",
            "date": "maart 2024", "case_numbers": ["kenmerk 4711", "2024Z03816"],
            "references": [{"id": "nds-tk-2019D12345", "alternatives": ["kst-32847-808", "x"], "in": "front", "text": "x"}],
        });
        let record: Record = serde_json::from_value(other.clone()).expect("a letter object");
        let printed = serde_json::to_value(&record).expect("a letter object");
        for (key, value) in other.as_object().expect("an object").iter().filter(|(key, _)| *key != "references") {
            assert_eq!(&printed[key], value, "{key}");
        }
        let (reference, own) = (&other["references"][0], &printed["references"][0]);
        assert_eq!((&own["id"], &own["alternatives"]), (&reference["id"], &reference["alternatives"]));
    }
}
