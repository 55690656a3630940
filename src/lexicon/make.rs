//! Compiles the Dutch word list: `cargo run --example make-lexicon -- /usr/share/dict/dutch src/lexicon/dutch.fst`.
//!
//! The list is that of Debian's package `wdutch`; see `dutch.md`.

use std::collections::BTreeMap;
use std::error::Error;
use std::{env, fs};

use vraagbaak::fold::fold;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [list, target] = arguments.as_slice() else {
        return Err("expected the path of the word list and that of the fst".into());
    };
    // Which of the two kinds of listing a folded word has: as written in lower case, with a capital.
    let mut listed: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    for word in fs::read_to_string(list)?.lines() {
        let kinds = listed.entry(fold(word)).or_default();
        if word.chars().any(char::is_uppercase) {
            kinds.1 = true;
        } else {
            kinds.0 = true;
        }
    }
    let mut builder = fst::MapBuilder::memory();
    for (word, kinds) in &listed {
        let value = match kinds {
            (true, false) => 0,
            (_, true) if !kinds.0 => 1,
            _ => 2,
        };
        builder.insert(word, value)?;
    }
    fs::write(target, builder.into_inner()?)?;
    Ok(())
}
