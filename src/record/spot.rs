//! Which text of a letter, and where in it: how marks and mentions are found again in what is shown.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A place in one of the texts of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Spot {
    /// Which text.
    pub text: TextOf,
    /// Where in it, in code points, end exclusive; the mark of a note, which is not in the text, has no length.
    pub at: [usize; 2],
}

/// A text of a letter, by its places in the lists of the letter object; printed as a JSON pointer (RFC 6901) into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextOf {
    /// A question block of a pair: `/pairs/2/questions/0/text`.
    Question {
        /// The place in [`Record::pairs`](super::Record::pairs).
        pair: usize,
        /// The place in [`Pair::questions`](super::Pair::questions).
        question: usize,
    },
    /// The answer of a pair: `/pairs/2/answer/text`.
    Answer {
        /// The place in [`Record::pairs`](super::Record::pairs).
        pair: usize,
    },
    /// A section: `/sections/0/text`.
    Section(usize),
    /// A note: `/footnotes/3/text`.
    Footnote(usize),
}

impl fmt::Display for TextOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question { pair, question } => write!(f, "/pairs/{pair}/questions/{question}/text"),
            Self::Answer { pair } => write!(f, "/pairs/{pair}/answer/text"),
            Self::Section(at) => write!(f, "/sections/{at}/text"),
            Self::Footnote(at) => write!(f, "/footnotes/{at}/text"),
        }
    }
}

impl FromStr for TextOf {
    type Err = &'static str;

    fn from_str(pointer: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "expected a pointer to a text of the letter such as `/pairs/2/answer/text`";
        let place = |digits: &str| digits.parse::<usize>().map_err(|_| EXPECTED);
        let parts: Vec<&str> = pointer.split('/').collect();
        match parts.as_slice() {
            ["", "pairs", pair, "questions", question, "text"] => {
                Ok(Self::Question { pair: place(pair)?, question: place(question)? })
            }
            ["", "pairs", pair, "answer", "text"] => Ok(Self::Answer { pair: place(pair)? }),
            ["", "sections", at, "text"] => place(at).map(Self::Section),
            ["", "footnotes", at, "text"] => place(at).map(Self::Footnote),
            _ => Err(EXPECTED),
        }
    }
}

super::serde_as_text!(TextOf);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_read_as_printed() {
        for text in [
            TextOf::Question { pair: 2, question: 0 },
            TextOf::Answer { pair: 12 },
            TextOf::Section(0),
            TextOf::Footnote(3),
        ] {
            assert_eq!(text.to_string().parse(), Ok(text));
        }
        assert!("/pairs/2/answer".parse::<TextOf>().is_err());
        assert!("/pairs/x/answer/text".parse::<TextOf>().is_err());
    }
}
