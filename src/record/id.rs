//! The ids of letters and of what stands in them, as values that are printed and read in one way everywhere: in JSON, in
//! the index, on the command line, in the addresses of pages.
//!
//! ```text
//! LetterId   ah-tk-20232024-1314
//! PairId     ah-tk-20232024-1314#v3          in a second numbering: ah-tk-20232024-1314#s2.v1
//! SectionId  ah-tk-20232024-1314#section2
//! NoteId     footnote:4                      footnote:questioner:1, footnote:4.2
//! ```
//!
//! **Invariant:** reading what was printed gives the same id, and printing what was read gives the same text.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::number::Number;

/// A text that is not what its place in a letter object asks for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, but found `{found}`")]
pub struct Malformed {
    expected: &'static str,
    found: String,
}

impl Malformed {
    /// An error that names what was found.
    pub(super) fn new(expected: &'static str, found: &str) -> Self {
        Self { expected, found: found.to_owned() }
    }
}

/// The id of a letter: its official number, else one that was made of its date and its bytes. Letters of others may bear
/// any id that is not empty and has no `#`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LetterId(String);

impl LetterId {
    /// The id as printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LetterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for LetterId {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if text.is_empty() || text.contains('#') {
            return Err(Malformed::new("the id of a letter, without `#`", text));
        }
        Ok(Self(text.to_owned()))
    }
}

/// The id of a pair: its letter, and the first of its numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PairId {
    /// The letter in which it stands.
    pub letter: LetterId,
    /// Which of the letter's numberings its numbers belong to, from 0.
    pub numbering: usize,
    /// Its first number; `None` for an answer to no question.
    pub number: Option<Number>,
}

impl PairId {
    /// What follows the letter: `v3`, or `s2.v1` in a second numbering.
    #[must_use]
    pub fn anchor(&self) -> String {
        let numbering = if self.numbering == 0 { String::new() } else { format!("s{}.", self.numbering + 1) };
        format!("{numbering}v{}", self.number.map(|number| number.to_string()).unwrap_or_default())
    }

    /// The id that another number of the same numbering has.
    #[must_use]
    pub fn with_number(&self, number: Number) -> Self {
        Self { number: Some(number), ..self.clone() }
    }
}

impl fmt::Display for PairId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.letter, self.anchor())
    }
}

impl FromStr for PairId {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let read = || {
            let (letter, anchor) = text.split_once('#')?;
            let (numbering, number) = anchor.rsplit_once('v')?;
            let numbering = match numbering {
                "" => 0,
                _ => numbering.strip_prefix('s')?.strip_suffix('.')?.parse::<usize>().ok()?.checked_sub(1)?,
            };
            let number = if number.is_empty() { None } else { Some(number.parse().ok()?) };
            Some(Self { letter: letter.parse().ok()?, numbering, number })
        };
        read()
            .filter(|id| id.to_string() == text)
            .ok_or_else(|| Malformed::new("the id of a pair such as `ah-tk-20232024-1314#v3`", text))
    }
}

/// The id of a section: its letter, and its place in [`Record::sections`](super::Record::sections).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId {
    /// The letter in which it stands.
    pub letter: LetterId,
    /// Its place among the sections, from 0; printed from 1.
    pub at: usize,
}

impl SectionId {
    /// What follows the letter: `section2`.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("section{}", self.at + 1)
    }
}

impl fmt::Display for SectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.letter, self.anchor())
    }
}

impl FromStr for SectionId {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let read = || {
            let (letter, anchor) = text.split_once('#')?;
            let at = anchor.strip_prefix("section")?.parse::<usize>().ok()?.checked_sub(1)?;
            Some(Self { letter: letter.parse().ok()?, at })
        };
        read()
            .filter(|id| id.to_string() == text)
            .ok_or_else(|| Malformed::new("the id of a section such as `ah-tk-20232024-1314#section2`", text))
    }
}

/// The id of anything that is found or shown by itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Id {
    /// A letter.
    Letter(LetterId),
    /// A pair of a letter.
    Pair(PairId),
    /// A section of a letter.
    Section(SectionId),
}

impl Id {
    /// The letter that it names, or in which it stands.
    #[must_use]
    pub fn letter(&self) -> &LetterId {
        match self {
            Self::Letter(letter) => letter,
            Self::Pair(pair) => &pair.letter,
            Self::Section(section) => &section.letter,
        }
    }

    /// What follows the letter; `None` for the letter itself.
    #[must_use]
    pub fn anchor(&self) -> Option<String> {
        match self {
            Self::Letter(_) => None,
            Self::Pair(pair) => Some(pair.anchor()),
            Self::Section(section) => Some(section.anchor()),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Letter(letter) => letter.fmt(f),
            Self::Pair(pair) => pair.fmt(f),
            Self::Section(section) => section.fmt(f),
        }
    }
}

impl FromStr for Id {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let letter = text.parse().map(Self::Letter);
        letter.or_else(|_| text.parse().map(Self::Section)).or_else(|_| text.parse().map(Self::Pair))
    }
}

/// The id of a note in its letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId {
    /// The series to which it belongs.
    pub system: NoteSystem,
    /// The bare mark.
    pub mark: String,
    /// How many notes of the series bear the same mark before it: a mark may begin anew in one file.
    pub earlier: usize,
}

impl NoteId {
    /// The mark, and which of the notes with that mark it is: `4`, `4.2`.
    #[must_use]
    pub fn short(&self) -> String {
        if self.earlier == 0 { self.mark.clone() } else { format!("{}.{}", self.mark, self.earlier + 1) }
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let system = match self.system {
            NoteSystem::Letter => "",
            NoteSystem::Questioner => "questioner:",
        };
        write!(f, "footnote:{system}{}", self.short())
    }
}

impl FromStr for NoteId {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let own = text.strip_prefix("footnote:").unwrap_or_default();
        let (system, short) = match own.strip_prefix("questioner:") {
            Some(short) => (NoteSystem::Questioner, short),
            None => (NoteSystem::Letter, own),
        };
        if short.is_empty() {
            return Err(Malformed::new("the id of a note such as `footnote:4`", text));
        }
        let again = short.rsplit_once('.').and_then(|(mark, turn)| {
            let earlier = turn.parse::<usize>().ok()?.checked_sub(1).filter(|earlier| *earlier > 0)?;
            Some(Self { system, mark: mark.to_owned(), earlier }).filter(|id| id.short() == short)
        });
        Ok(again.unwrap_or_else(|| Self { system, mark: short.to_owned(), earlier: 0 }))
    }
}

super::serde_as_text!(LetterId, PairId, SectionId, Id, NoteId);

/// A series of notes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteSystem {
    /// The letter's own notes.
    #[default]
    Letter,
    /// The questioner's sources, listed after the last answer.
    Questioner,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_printed() {
        fn check<T: FromStr<Err = Malformed> + fmt::Display>(texts: &[&str], malformed: &[&str]) {
            for text in texts {
                assert_eq!(text.parse::<T>().map(|id| id.to_string()).as_deref(), Ok(*text));
            }
            for text in malformed {
                let error = text.parse::<T>().map(|id| id.to_string()).expect_err(text);
                assert!(error.to_string().ends_with(&format!("but found `{text}`")), "{error}");
            }
        }
        check::<LetterId>(&["ah-tk-20232024-1314", "Een brief, zomaar"], &["", "brief-x#v1"]);
        let pairs = ["brief-x#v3", "brief-x#v1a", "brief-x#s2.v1", "vv#s12.v3", "brief-x#v"];
        check::<PairId>(&pairs, &["brief-x", "#v1", "x#y#v1", "x#v01", "x#s1.v1", "x#s2v1", "x#w1", "x#section1"]);
        check::<SectionId>(&["brief-x#section1"], &["brief-x#section0", "brief-x#section01", "brief-x"]);
        check::<Id>(&["brief-x", "brief-x#s2.v1", "brief-x#section12"], &["brief-x#deel-1", "#"]);
        let notes =
            ["footnote:4", "footnote:questioner:1", "footnote:4.2", "footnote:*", "footnote:a.b", "footnote:4.1"];
        check::<NoteId>(&notes, &["noot:1", "4", "footnote:"]);
    }

    #[test]
    fn ids_say_what_they_name() {
        let pair: PairId = "brief-x#s2.v1".parse().expect("the id of a pair");
        assert_eq!((pair.numbering, pair.anchor().as_str()), (1, "s2.v1"));
        let note: NoteId = "footnote:questioner:4.2".parse().expect("the id of a note");
        assert_eq!((note.system, note.mark.as_str(), note.earlier), (NoteSystem::Questioner, "4", 1));
    }
}
