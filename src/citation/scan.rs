//! The cursor that all productions of the citation grammar read with, and the character classes and small words that
//! they share.
//!
//! ```text
//! SPACE = white space | U+00A0 | U+2009 | U+202F | U+00AD | "*"      (emphasis of Markdown sources stands between words)
//! DASH  = "-" | U+2010..U+2015 | U+2212
//! ```
//!
//! **Invariant:** every place is a char boundary; a production that fails leaves the cursor where it was.

use std::ops::Range;

use unscanny::Scanner;

/// The longest run of characters of one class that a production looks at, in characters: the longest part of any
/// identifier has 25 (the last of an ECLI), the widest gap of a table in a letter 60 spaces. Without it, a text of
/// digits alone takes the square of its length.
pub(super) const RUN: usize = 80;

/// A place in a text. Copied to look ahead.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a>(Scanner<'a>);

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let mut scanner = Scanner::new(text);
        scanner.jump(at);
        Self(scanner)
    }

    /// The place, in bytes.
    pub(super) fn at(&self) -> usize {
        self.0.cursor()
    }

    pub(super) fn text(&self) -> &'a str {
        self.0.string()
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.0.get(range)
    }

    pub(super) fn before(&self) -> &'a str {
        self.0.before()
    }

    pub(super) fn after(&self) -> &'a str {
        self.0.after()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.0.peek()
    }

    /// The character before the place.
    pub(super) fn last(&self) -> Option<char> {
        self.0.scout(-1)
    }

    pub(super) fn done(&self) -> bool {
        self.0.done()
    }

    pub(super) fn jump(&mut self, at: usize) {
        self.0.jump(at);
    }

    pub(super) fn next_is(&self, class: impl Fn(char) -> bool) -> bool {
        self.peek().is_some_and(class)
    }

    pub(super) fn eat(&mut self, class: impl Fn(char) -> bool) -> Option<char> {
        let found = self.peek().filter(|&c| class(c))?;
        self.0.eat();
        Some(found)
    }

    pub(super) fn eat_char(&mut self, wanted: char) -> bool {
        self.eat(|c| c == wanted).is_some()
    }

    /// A run of characters, [`RUN`] of them at most.
    pub(super) fn eat_while(&mut self, class: impl Fn(char) -> bool) -> &'a str {
        let mut left = RUN;
        self.0.eat_while(|c: char| {
            let more = left > 0 && class(c);
            left -= usize::from(more);
            more
        })
    }

    /// Runs a production; where it fails the cursor stays.
    pub(super) fn attempt<T>(&mut self, production: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = production(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// True where the production would succeed here.
    pub(super) fn sees<T>(&self, production: impl FnOnce(&mut Self) -> Option<T>) -> bool {
        let mut ahead = *self;
        production(&mut ahead).is_some()
    }

    /// Any number of spaces; how many there were.
    pub(super) fn spaces(&mut self) -> usize {
        self.eat_while(is_space).chars().count()
    }

    /// `SPACE* mark`
    pub(super) fn mark(&mut self, class: impl Fn(char) -> bool) -> Option<char> {
        self.attempt(|c| {
            c.spaces();
            c.eat(class)
        })
    }

    /// A whole run of ASCII digits of a permitted length.
    pub(super) fn digits(&mut self, length: Range<usize>) -> Option<&'a str> {
        self.attempt(|c| {
            let run = c.eat_while(|c| c.is_ascii_digit());
            length.contains(&run.len()).then_some(run)
        })
    }

    /// A word, whatever its case, that does not go on in a letter; a full stop at its end is optional.
    pub(super) fn word(&mut self, wanted: &str) -> bool {
        self.attempt(|c| {
            for letter in wanted.chars() {
                if letter == ' ' {
                    (c.spaces() > 0).then_some(())?;
                } else {
                    c.eat(|c| c.to_lowercase().eq(letter.to_lowercase()))?;
                }
            }
            let letters = wanted.ends_with(char::is_alphabetic);
            if letters && c.next_is(char::is_alphabetic) {
                return None;
            }
            if letters && c.sees(|c| c.eat_char('.').then_some(())) {
                c.eat_char('.');
            }
            Some(())
        })
        .is_some()
    }

    /// Letters, whatever their case, and whatever follows them.
    pub(super) fn literal(&mut self, wanted: &str) -> bool {
        self.attempt(|c| {
            for letter in wanted.chars() {
                c.eat(|c| c.eq_ignore_ascii_case(&letter))?;
            }
            Some(())
        })
        .is_some()
    }

    /// The first of the words that stands here.
    pub(super) fn any_word(&mut self, wanted: &[&str]) -> bool {
        wanted.iter().any(|word| self.word(word))
    }

    /// True where nothing of a word or a number goes on.
    pub(super) fn boundary(&self) -> bool {
        !self.next_is(char::is_alphanumeric)
    }
}

pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '\u{ad}' | '\u{200b}' | '\u{feff}')
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The value of a Roman numeral in capitals, if it is written in the one right way.
pub(super) fn roman(text: &str) -> Option<u16> {
    let mut value = 0_i32;
    let mut next = 0_i32;
    for letter in text.chars().rev() {
        let digit = match letter {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            'D' => 500,
            'M' => 1000,
            _ => return None,
        };
        value += if digit < next { -digit } else { digit };
        next = next.max(digit);
    }
    let value = u16::try_from(value).ok().filter(|&value| value > 0)?;
    (roman_numeral(value) == text).then_some(value)
}

/// A number as Roman numeral.
pub(super) fn roman_numeral(mut value: u16) -> String {
    const STEPS: &[(u16, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut numeral = String::new();
    for &(step, letters) in STEPS {
        while value >= step {
            numeral.push_str(letters);
            value -= step;
        }
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals() {
        for value in 1..2000 {
            assert_eq!(roman(&roman_numeral(value)), Some(value));
        }
        for wrong in ["", "IIX", "VX", "IIII", "A", "IM"] {
            assert_eq!(roman(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn words_end_at_letters() {
        assert!(Cursor::new("Kamerst. II", 0).word("kamerst"));
        assert!(!Cursor::new("Kamerstuk", 0).word("kamerst"));
        assert!(Cursor::new("Tweede\u{a0} Kamer", 0).word("tweede kamer"));
    }
}
