//! The form in which texts are compared: lower case, without diacritics, with plain quotes, dashes and spaces.
//!
//! **Invariant:** for comparing only: what is stored, shown or cited is never normalized.
//! **Invariant:** it goes character by character, so that every normalized character knows where it came from.
//! **Invariant:** normalizing twice is normalizing once.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The text in lower case, without diacritics and invisible characters; ligatures spelt out, and every kind of quote,
/// dash and space made the plain one.
#[must_use]
pub fn normalize(text: &str) -> String {
    let mut normalized = String::with_capacity(text.len());
    for c in text.chars() {
        normalize_char(c, |c| normalized.push(c));
    }
    normalized
}

/// The normalized characters, each with the byte range of the character of the text that it came from.
pub fn normalized_chars(text: &str) -> impl Iterator<Item = (char, std::ops::Range<usize>)> {
    text.char_indices().flat_map(|(at, c)| {
        let mut normalized = Vec::with_capacity(1);
        normalize_char(c, |f| normalized.push((f, at..at + c.len_utf8())));
        normalized
    })
}

/// Only the letters and digits of the normalized text: how names are compared («Van der Burg», «vanderburg»).
#[must_use]
pub fn letters(text: &str) -> String {
    let mut normalized = normalize(text);
    normalized.retain(char::is_alphanumeric);
    normalized
}

/// The normalized text with each run of white space as one space, and none at either end: how phrases are compared.
#[must_use]
pub fn words(text: &str) -> String {
    let normalized = normalize(text);
    let mut joined = String::with_capacity(normalized.len());
    for word in normalized.split_whitespace() {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// What one character becomes: nothing, one character, or several.
fn normalize_char(c: char, mut emit: impl FnMut(char)) {
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    decompose_compatible(c, |part| {
        if is_combining_mark(part) || is_invisible(part) {
            return;
        }
        for lower in part.to_lowercase() {
            match spell_out(lower) {
                Some(plain) => plain.chars().for_each(&mut emit),
                None if is_combining_mark(lower) => {}
                None => emit(lower),
            }
        }
    });
}

/// Characters that print nothing: soft hyphen, zero-width characters, byte order mark, direction marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// Letters that Unicode does not decompose, and the variants of quote, dash and space.
fn spell_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' | '‹' | '›' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '⁄' => "/",
        c if c.is_whitespace() => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn normalizes() {
        let check = |text: &str, expect: &str| assert_eq!(normalize(text), expect, "{text:?}");
        check("Financiële ĲSBEREN", "financiele ijsberen");
        check("e\u{301}e\u{301}n", "een");
        check("ﬁnancie\u{AD}ring", "financiering");
        check("Kostić, Łukasz, Bjørn", "kostic, lukasz, bjorn");
        check("«’t» – “x”", "\"'t\" - \"x\"");
        check("32\u{A0}847", "32 847");
        check("CO₂", "co2");
    }

    #[test]
    fn joins_names_and_phrases() {
        assert_eq!(letters("’t Veld – Van der Burg"), "tveldvanderburg");
        assert_eq!(words(" het\n antwoord  "), "het antwoord");
    }

    proptest! {
        #[test]
        fn normalizing_twice_is_normalizing_once(text in "\\PC*") {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once);
        }

        #[test]
        fn normalized_characters_are_those_of_the_text(text in "\\PC*") {
            let normalized: String = normalized_chars(&text).map(|(c, _)| c).collect();
            prop_assert_eq!(normalized, normalize(&text));
        }
    }
}
