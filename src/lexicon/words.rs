//! Looks a word up in the Dutch word list.
//!
//! The list is Debian's `wdutch` (OpenTaal), folded and compiled into `dutch.fst` by `make.rs`; source, notice and
//! licence stand in `dutch.md`.

use std::sync::LazyLock;

use fst::{IntoStreamer, Map, Streamer};

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

/// Do more listed words keep a hyphen behind this first part («vwo-examen») than go without? Hyphens between two vowels
/// say nothing: «zee-egel» has one, «zeewater» none.
#[must_use]
pub fn hyphenates(first: &str) -> bool {
    let first = normalize(first);
    let start = format!("{first}-");
    let is_between_vowels = first.ends_with(VOWELS);
    let rest =
        |word: &str| word.get(start.len()..).is_some_and(|rest| !(is_between_vowels && rest.starts_with(VOWELS)));
    let with = beginning(&start).filter(|word| rest(word)).count();
    let solid = |word: &String| word.get(first.len()..).is_some_and(|rest| rest.len() >= MIN_REST && is_word(rest));
    with > 0 && beginning(&first).filter(solid).take(with).count() < with
}

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
/// Fewest letters of a last part: what is shorter is an ending.
const MIN_REST: usize = 2;

/// The listed words that begin so.
fn beginning(start: &str) -> impl Iterator<Item = String> {
    let mut words = LIST.range().ge(start).into_stream();
    let start = start.to_owned();
    std::iter::from_fn(move || {
        let (word, _) = words.next()?;
        std::str::from_utf8(word).ok().filter(|word| word.starts_with(&start)).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_keep_their_hyphen() {
        for first in ["vwo", "hbo", "ICT", "btw", "EU", "niet"] {
            assert!(hyphenates(first), "{first}");
        }
        for first in ["zee", "in", "de", "no", "co", "water", "qwrtz", "", "minister"] {
            assert!(!hyphenates(first), "{first}");
        }
    }

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
