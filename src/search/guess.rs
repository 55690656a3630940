//! A query that found nothing comes in; the query with its unknown words corrected goes out.
//!
//! **Invariant:** only words that the index does not know are corrected, and only to words that it has.

use std::collections::BTreeSet;

use tantivy::{Searcher, Term};

use super::error::Error;
use super::query::{Node, Query, Text};
use crate::fold;
use crate::index::analysis::Analyser;
use crate::index::{Part, Reader, Shade};

/// Fewest letters of a word that is corrected: of shorter ones too many others are near.
const MIN_LENGTH: usize = 4;
/// Longest word that is corrected, in letters: bounds the number of words that are tried.
const MAX_LENGTH: usize = 40;
/// The letters that are tried in place of others.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// The query with each word that the index does not know replaced by the likeliest that it does; `None` where all words
/// are known, or nothing is near.
pub(super) fn better(reader: &Reader, searcher: &Searcher, query: &Query) -> Result<Option<Query>, Error> {
    let mut words = Words { reader, searcher, analyser: Analyser::default(), changed: false };
    let root = match &query.root {
        Some(root) => Some(words.node(root)?),
        None => None,
    };
    Ok(words.changed.then_some(Query { root }))
}

struct Words<'i> {
    reader: &'i Reader,
    searcher: &'i Searcher,
    analyser: Analyser,
    changed: bool,
}

impl Words<'_> {
    fn node(&mut self, node: &Node) -> Result<Node, Error> {
        Ok(match node {
            Node::Text { text: Text::Word(word), part } => {
                let better = self.word(word)?;
                self.changed |= better.is_some();
                Node::Text { text: Text::Word(better.unwrap_or_else(|| word.clone())), part: *part }
            }
            Node::All(nodes) => Node::All(nodes.iter().map(|node| self.node(node)).collect::<Result<_, _>>()?),
            Node::Any(nodes) => Node::Any(nodes.iter().map(|node| self.node(node)).collect::<Result<_, _>>()?),
            other => other.clone(),
        })
    }

    /// The word of one letter more, less or other that occurs most often, where the word itself does not occur.
    fn word(&mut self, word: &str) -> Result<Option<String>, Error> {
        let folded = fold::fold(word);
        let length = folded.chars().count();
        if !(MIN_LENGTH..=MAX_LENGTH).contains(&length)
            || !folded.chars().all(char::is_alphabetic)
            || self.is_known(word)?
        {
            return Ok(None);
        }
        let mut best: Option<(u64, String)> = None;
        for candidate in near(&folded) {
            let count = self.count(Shade::Exact, &candidate)?;
            // Of equals the first in order.
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, candidate));
            }
        }
        Ok(best.map(|(_, word)| word))
    }

    /// Does the word occur, in any inflection or as a part, whole or by all its parts?
    fn is_known(&mut self, word: &str) -> Result<bool, Error> {
        for token in self.analyser.analyse(word) {
            let Some(stem) = &token.stem else { continue };
            let whole = self.count(Shade::Stem, stem)? + self.count(Shade::Parts, stem)?;
            let mut parts = !token.parts.is_empty();
            for part in &token.parts {
                parts = parts && self.count(Shade::Parts, part)? > 0;
            }
            if whole == 0 && !parts {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// In how many places a word occurs.
    fn count(&self, shade: Shade, word: &str) -> Result<u64, Error> {
        let mut count = 0;
        for part in Part::ALL {
            if let Some(field) = self.reader.fields().text(part, shade) {
                let term = Term::from_field_text(field, word);
                count += self.searcher.doc_freq(&term).map_err(|error| self.reader.error(error))?;
            }
        }
        Ok(count)
    }
}

/// All words that differ in one letter: one more, one less, another one, or two in the other order.
fn near(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut near = BTreeSet::new();
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        let mut add = |middle: &[char], after: &[char]| {
            near.insert(before.iter().chain(middle).chain(after).collect::<String>());
        };
        for letter in LETTERS.chars() {
            add(&[letter], after);
            if let Some((_, rest)) = after.split_first() {
                add(&[letter], rest);
            }
        }
        if let Some((first, rest)) = after.split_first() {
            add(&[], rest);
            if let Some((second, rest)) = rest.split_first() {
                add(&[*second, *first], rest);
            }
        }
    }
    near.remove(word);
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_differ_in_one_letter() {
        let near = near("zorg");
        for word in ["zorgt", "org", "zurg", "zrog", "azorg"] {
            assert!(near.contains(word), "{word}");
        }
        assert!(!near.contains("zorg"));
    }
}
