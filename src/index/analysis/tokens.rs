//! Cuts a text into words and punctuation marks, each with its place.
//!
//! **Invariant:** pieces are in order and disjoint; only white space lies between them.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    /// Its place in the text, in bytes.
    pub(super) at: Range<usize>,
    /// It itself.
    pub(super) text: &'t str,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word or number.
    Word,
    /// One character that is neither.
    Mark,
}

/// The hyphens that stand within words; dashes stand between them.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The words and marks of a text.
///
/// ```text
/// word   = run { joint run }
/// run    = letter or digit, with what it carries { … }
/// joint  = hyphen | apostrophe     not between two digits
///        | "." | ","               between two digits
/// ```
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !is_of_word(c) {
            // What prints nothing and stands in no word is as good as absent.
            if !c.is_whitespace() && !is_carried(c) {
                pieces.push(piece(text, start..start + c.len_utf8(), Kind::Mark));
            }
            continue;
        }
        let (mut last, mut end) = (c, start + c.len_utf8());
        while let Some(&(at, c)) = chars.peek() {
            if is_carried(c) {
                end = at + c.len_utf8();
            } else if is_of_word(c) {
                (last, end) = (c, at + c.len_utf8());
            } else if let Some(next) = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next())
                && is_joint(last, c, next)
            {
                last = c;
            } else {
                break;
            }
            chars.next();
        }
        pieces.push(piece(text, start..end, Kind::Word));
    }
    pieces
}

fn piece(text: &str, at: Range<usize>, kind: Kind) -> Piece<'_> {
    let inner = text.get(at.clone()).expect("pieces lie on character boundaries");
    Piece { at, text: inner, kind }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// Accents and soft hyphens belong to the letter before them.
fn is_carried(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_joint(before: char, c: char, after: char) -> bool {
    if !is_of_word(before) || !is_of_word(after) {
        return false;
    }
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match c {
        '.' | ',' => digits,
        '\'' | '’' => !digits,
        c => is_hyphen(c) && !digits,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn finds_words_and_marks() {
        let check = |text: &str, expect: &[&str]| {
            let found: Vec<&str> = pieces(text).iter().map(|piece| piece.text).collect();
            assert_eq!(found, expect, "{text:?}");
        };
        check("Ja.", &["Ja", "."]);
        check("Bent u bekend met foto’s?", &["Bent", "u", "bekend", "met", "foto’s", "?"]);
        check("wiskunde-onderwijs, zorg- en", &["wiskunde-onderwijs", ",", "zorg", "-", "en"]);
        check("covid-19 in 2023-2024", &["covid-19", "in", "2023", "-", "2024"]);
        check("12.500 euro, 1,5%.", &["12.500", "euro", ",", "1,5", "%", "."]);
        check("’s-Gravenhage", &["’", "s-Gravenhage"]);
        check("«één»", &["«", "één", "»"]);
        check("e\u{301}e\u{301}n", &["e\u{301}e\u{301}n"]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn only_white_space_and_the_invisible_lies_between(text in "\\PC{0,40}") {
            let mut end = 0;
            for piece in pieces(&text) {
                prop_assert!(piece.at.start >= end && !piece.text.is_empty());
                let between = text.get(end..piece.at.start).expect("on boundaries");
                prop_assert!(between.chars().all(|c| c.is_whitespace() || is_carried(c)));
                end = piece.at.end;
            }
        }
    }
}
