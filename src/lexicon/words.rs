//! Looks a word up in the Dutch word list.
//!
//! The list is Debian's `wdutch` (OpenTaal), folded and compiled into `dutch.fst` by `make.rs`; source, notice and
//! licence stand in `dutch.md`.

use std::sync::LazyLock;

use fst::Map;

use super::listing::Listing;
use crate::normalize::normalize;

/// The compiled list: folded word → [`Listing`].
static LIST: LazyLock<Map<&'static [u8]>> =
    LazyLock::new(|| Map::new(include_bytes!("dutch.fst").as_slice()).expect("the committed word list is a valid fst"));

/// How a folded word is listed; `None` where it is not.
pub(super) fn listing(folded: &str) -> Option<Listing> {
    LIST.get(folded).map(Listing::from_value)
}

/// Is this, case and accents aside, a Dutch word or a name that the list knows?
#[must_use]
pub fn is_word(word: &str) -> bool {
    LIST.contains_key(normalize(word))
}

/// Is this, case and accents aside, listed with a capital only: a name («Almelo») or an abbreviation («ABP»)?
#[must_use]
pub fn is_name(word: &str) -> bool {
    listing(&normalize(word)).is_some_and(|listing| listing.is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_words_and_names() {
        for word in ["regenboog", "Provincie", "financiële", "financiele", "almelo", "zorg", "ABP"] {
            assert!(is_word(word), "{word}");
        }
        for word in ["regen-", "qwrtz", "", "regenboogprovincie"] {
            assert!(!is_word(word), "{word}");
        }
        assert!(is_name("Almelo") && is_name("ABP"));
        assert!(!is_name("zorg") && !is_name("bus"));
    }
}
