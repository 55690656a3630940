//! Compiles the Dutch word list: `cargo run --example make-lexicon -- /usr/share/dict/dutch src/lexicon/dutch.fst`.
//!
//! The list is that of Debian's package `wdutch`; see `dutch.md`. With each word goes in how many of the listed words it
//! is the first or last part: the list is its own witness of what composes Dutch words.

use std::collections::BTreeMap;
use std::error::Error;
use std::{env, fs};

use vraagbaak::lexicon::listing::{self, Listing};
use vraagbaak::lexicon::morphology::{MIN_PART, bases, may_be_first, may_be_last};
use vraagbaak::normalize::normalize;

/// Of how many listed words a word is the first and the last part.
#[derive(Clone, Copy, Default)]
struct Counts {
    first: u32,
    last: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [list, target] = arguments.as_slice() else {
        return Err("expected the path of the word list and that of the fst".into());
    };
    // Whether a folded word is listed with a capital only.
    let mut listed: BTreeMap<String, bool> = BTreeMap::new();
    for word in fs::read_to_string(list)?.lines() {
        let has_capital = word.chars().any(char::is_uppercase);
        *listed.entry(normalize(word)).or_insert(true) &= has_capital;
    }
    let counts = count(&listed);
    let mut builder = fst::MapBuilder::memory();
    for (word, &is_name) in &listed {
        let counts = counts.get(word.as_str()).copied().unwrap_or_default();
        let listing = Listing { is_name, as_first: listing::scale(counts.first), as_last: listing::scale(counts.last) };
        builder.insert(word, listing.to_value())?;
    }
    fs::write(target, builder.into_inner()?)?;
    Ok(())
}

/// Counts the parts of all listed words of two listed parts, with or without a linking s.
fn count(listed: &BTreeMap<String, bool>) -> BTreeMap<&str, Counts> {
    let known =
        |word: &str| listed.get_key_value(word).filter(|(_, is_name)| !**is_name).map(|(word, _)| word.as_str());
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    let words = listed.iter().filter(|(word, is_name)| !**is_name && word.chars().all(|c| c.is_ascii_lowercase()));
    for (word, _) in words {
        let bases: Vec<&str> = bases(word).filter(|base| known(base).is_some()).collect();
        for at in MIN_PART..(word.len() + 1).saturating_sub(MIN_PART) {
            let (first, last) = word.split_at(at);
            let Some(last) = known(last).filter(|last| may_be_last(last)) else { continue };
            // «kansen» is the plural of «kans», not «kan» and «sen»: a last part is a word without the inflection too.
            let is_cut = |base: &&str| base.get(at..).is_none_or(|rest| rest.len() < MIN_PART || known(rest).is_none());
            if bases.iter().any(is_cut) {
                continue;
            }
            let plain = known(first).filter(|first| may_be_first(first));
            // «werkstuk» is no «tuk» after a linking s.
            let linked = || {
                let first = first.strip_suffix('s').and_then(known).filter(|first| may_be_first(first))?;
                known(&format!("s{last}")).is_none().then_some(first)
            };
            if let Some(first) = plain.or_else(linked) {
                counts.entry(first).or_default().first += 1;
                counts.entry(last).or_default().last += 1;
            }
        }
    }
    counts
}
