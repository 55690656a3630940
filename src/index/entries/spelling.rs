//! Finds words whose printed spelling differs from the form in which they are compared, so that suggestions can show
//! «COVID» and not «covid».
//!
//! **Invariant:** a capital that only begins a sentence is no spelling.

use super::keys::SPELLING_MARK;
use crate::index::analysis::Token;

/// Longest word whose spelling is kept, in bytes.
const MAX_LENGTH: usize = 60;

/// The spellings in a text, each as its key ([`crate::index::Key::Spelling`]).
pub(in crate::index) fn spellings<'t>(text: &'t str, tokens: &'t [Token]) -> impl Iterator<Item = String> + 't {
    tokens.iter().enumerate().filter_map(move |(at, token)| {
        let printed: String = text.get(token.at.clone())?.chars().filter(|c| *c != '\u{AD}').collect();
        if token.stem.is_none() || printed == token.word || printed.len() > MAX_LENGTH {
            return None;
        }
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        // Of the marks only these let a sentence go on; a line break is between tokens.
        let goes_on = before.is_some_and(|before| {
            let gap = text.get(before.at.end..token.at.start).unwrap_or_default();
            !gap.contains('\n')
                && (before.word.chars().all(char::is_alphanumeric)
                    || matches!(before.word.as_str(), "," | ";" | "(" | "/" | "&"))
        });
        let mut letters = printed.chars();
        let is_opening = letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase);
        (goes_on || !is_opening).then(|| format!("{}{SPELLING_MARK}{printed}", token.word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::analyse;

    #[test]
    fn capitals_of_sentences_are_no_spellings() {
        let check = |text: &str, expect: &[&str]| {
            let tokens = analyse(text);
            let found: Vec<String> = spellings(text, &tokens).collect();
            let found: Vec<&str> = found.iter().filter_map(|key| Some(key.split_once(SPELLING_MARK)?.1)).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("Scholen in Amsterdam. Leraren melden zich bij DUO.", &["Amsterdam", "DUO"]);
        check("De financiële positie", &["financiële"]);
        check("Wiskunde\nNatuurkunde", &[]);
        check("VWS betaalt; Zorg", &["VWS", "Zorg"]);
    }
}
