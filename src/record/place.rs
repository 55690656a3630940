//! Where in a letter a mark or a mention stands, as far as its headings tell: `front`, `question:3,4,5`, `answer:6`,
//! `footnote:4`, `other`.
//!
//! Two blocks of one letter can have the same place, where a second numbering repeats the numbers. A
//! [`Spot`](super::Spot) tells them apart, and [`Belongings`](super::Belongings) says which pair it is.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use super::{Malformed, NoteId, Number};

/// A part of a letter, named by its heading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Before the first question.
    Front,
    /// The question block with these numbers.
    Question(Numbers),
    /// The answer to the questions with these numbers.
    Answer(Numbers),
    /// A note.
    Footnote(NoteId),
    /// Elsewhere.
    Other,
}

impl Place {
    /// The numbers of its heading; none where it has no numbers.
    #[must_use]
    pub fn numbers(&self) -> &[Number] {
        match self {
            Self::Question(numbers) | Self::Answer(numbers) => numbers,
            Self::Front | Self::Footnote(_) | Self::Other => &[],
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Front => f.write_str("front"),
            Self::Question(numbers) => write!(f, "question:{numbers}"),
            Self::Answer(numbers) => write!(f, "answer:{numbers}"),
            Self::Footnote(note) => note.fmt(f),
            Self::Other => f.write_str("other"),
        }
    }
}

impl FromStr for Place {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let expected = "a place such as `front`, `question:3,4`, `answer:6`, `footnote:4` or `other`";
        let place = match text.split_once(':') {
            None if text == "front" => Some(Self::Front),
            None if text == "other" => Some(Self::Other),
            Some(("question", numbers)) => numbers.parse().ok().map(Self::Question),
            Some(("answer", numbers)) => numbers.parse().ok().map(Self::Answer),
            Some(("footnote", _)) => text.parse().ok().map(Self::Footnote),
            _ => None,
        };
        place.filter(|place| place.to_string() == text).ok_or_else(|| Malformed::new(expected, text))
    }
}

super::serde_as_text!(Place);

/// The numbers of a heading, in its order; printed with commas between them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Numbers(Vec<Number>);

impl From<Vec<Number>> for Numbers {
    fn from(numbers: Vec<Number>) -> Self {
        Self(numbers)
    }
}

impl Deref for Numbers {
    type Target = [Number];

    fn deref(&self) -> &[Number] {
        &self.0
    }
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, number) in self.iter().enumerate() {
            write!(f, "{}{number}", if at == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

impl FromStr for Numbers {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let numbers = text.split(',').filter(|_| !text.is_empty()).map(str::parse).collect::<Result<_, _>>();
        numbers.map(Self).map_err(|_| Malformed::new("numbers such as `3,4,5`", text))
    }
}

/// The places of a note's marks in JSON, where part and numbers stand apart: `{"part": "answer", "numbers": "6"}`.
pub(super) mod anchors {
    use std::borrow::Cow;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use super::Place;

    #[derive(Serialize, Deserialize)]
    struct Anchor<'a> {
        part: Cow<'a, str>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        numbers: Option<Cow<'a, str>>,
    }

    pub(in crate::record) fn serialize<S: Serializer>(places: &[Place], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(places.iter().map(|place| {
            let text = place.to_string();
            let (part, numbers) = text.split_once(':').unwrap_or((&text, ""));
            let numbers = (!numbers.is_empty()).then(|| numbers.to_owned().into());
            Anchor { part: part.to_owned().into(), numbers }
        }))
    }

    pub(in crate::record) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Place>, D::Error> {
        let anchors = Vec::<Anchor<'_>>::deserialize(deserializer)?;
        let place = |Anchor { part, numbers }: &Anchor<'_>| match (part.as_ref(), numbers) {
            ("front" | "other", None) => part.parse(),
            _ => format!("{part}:{}", numbers.as_deref().unwrap_or_default()).parse(),
        };
        anchors.iter().map(|anchor| place(anchor).map_err(de::Error::custom)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_printed() {
        for text in
            ["front", "question:3,4,5", "question:1a", "answer:", "footnote:questioner:1", "footnote:4.2", "other"]
        {
            assert_eq!(text.parse::<Place>().map(|place| place.to_string()).as_deref(), Ok(text));
        }
        for text in ["", "front:1", "question", "question:drie", "answer:1,", "answer:01", "elders"] {
            let error = text.parse::<Place>().expect_err(text);
            assert!(error.to_string().ends_with(&format!("but found `{text}`")), "{error}");
        }
    }
}
