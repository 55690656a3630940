//! Words that are too common to tell texts apart.

use std::sync::LazyLock;

use super::table;

/// The stop words, folded, in order.
static STOP_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| table::words(include_str!("data/stop_words.tsv")));

/// Is this, folded, a stop word?
#[must_use]
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_in_order_and_folded() {
        assert!(STOP_WORDS.iter().all(|word| crate::normalize::normalize(word) == *word));
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("het") && !is_stop_word("zorg"));
    }
}
