//! Keywords with a slip of the pen: «Kamestuk», «Kamertsuk», «Handelngen».
//!
//! **Invariant:** one letter is left out, doubled, wrong or has changed places with its neighbour; two slips are another word.

use super::keyword::Keyword;
use super::scan::Cursor;

/// The keywords long enough that no Dutch word is one slip away from them.
const WORDS: &[(&str, Keyword)] = &[
    ("kamerstuk", Keyword::Kamerstuk),
    ("kamerstukken", Keyword::Kamerstuk),
    ("aanhangsel", Keyword::Aanhangsel),
    ("handelingen", Keyword::Handelingen),
];

/// A whole word that is a keyword but for one slip.
pub(super) fn keyword(c: &mut Cursor<'_>) -> Option<Keyword> {
    c.attempt(|c| {
        if c.last().is_some_and(char::is_alphabetic) {
            return None;
        }
        let word = c.eat_while(char::is_alphabetic).to_lowercase();
        WORDS.iter().find(|(wanted, _)| one_slip(word.as_bytes(), wanted.as_bytes())).map(|&(_, keyword)| keyword)
    })
}

/// True where one letter more, less, other, or two that changed places, make the one word of the other.
fn one_slip(word: &[u8], wanted: &[u8]) -> bool {
    if word.len().abs_diff(wanted.len()) > 1 {
        return false;
    }
    let start = word.iter().zip(wanted).take_while(|(a, b)| a == b).count();
    let (word, wanted) = (word.get(start..).unwrap_or_default(), wanted.get(start..).unwrap_or_default());
    let end = word.iter().rev().zip(wanted.iter().rev()).take_while(|(a, b)| a == b).count();
    let differ = |letters: &[u8]| letters.get(..letters.len() - end).unwrap_or_default().to_vec();
    match (differ(word).as_slice(), differ(wanted).as_slice()) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_more() {
        let check = |word: &str, expect: bool| {
            assert_eq!(keyword(&mut Cursor::new(word, 0)).is_some(), expect, "{word}");
        };
        check("Kamestuk", true); // left out
        check("Kamerstukkken", true); // doubled
        check("Kamertsuk", true); // changed places
        check("Kamerstik", true); // wrong
        check("Kamersutken", false);
        check("Kamervragen", false);
        check("Kamerstuk", false); // no slip at all
        check("onderhandelingen", false);
        check("behandelingen", false);
    }
}
