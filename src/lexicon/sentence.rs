//! Where sentences end, as far as the end of a line or of a paragraph tells.

use super::lists;

/// What may stand behind the sign that ends a sentence.
const CLOSING: [char; 7] = ['»', '”', '’', '"', '\'', ')', ']'];

/// Whether a text ends like a sentence, or like a clause that a list or a heading follows; closing quotation marks and
/// brackets aside. «zie nr.» does not.
#[must_use]
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(CLOSING);
    let last = text.rsplit([' ', '(', '\u{A0}']).next().unwrap_or_default();
    text.ends_with(['.', '?', '!', ':', ';', '…']) && !is_open_abbreviation(last)
}

/// Whether a word is an abbreviation that something always follows: «nr.», «blz.».
pub(super) fn is_open_abbreviation(word: &str) -> bool {
    lists::OPEN_ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::ends_sentence;

    #[test]
    fn sentences_end_at_their_sign() {
        for text in ["Ja.", "Klopt dat?»", "(zie bijlage.)", "te weten:", "en zo voort… ", "Ja.’"] {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["", "Ja", "Kamerstuk 32 847, nr.", "(blz.", "de heer mr.", "en,"] {
            assert!(!ends_sentence(text), "{text}");
        }
    }
}
