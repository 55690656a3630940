//! Corrects the unknown words and names of a query that found nothing.
//!
//! A word is corrected to the nearest one of the index: of one other letter (more, less, another, two exchanged), from
//! eight letters on of two; of equals to one with the same first letter, which is seldom mistyped, then to the most
//! frequent. The term dictionary is walked along a Levenshtein automaton, so the work grows with what is near, not with
//! what is indexed.
//!
//! **Invariant:** only what the index does not know is corrected, and only to what it has; never inside phrases.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use tantivy::collector::Count;
use tantivy::query::FuzzyTermQuery;
use tantivy::{Searcher, Term};

use crate::index::analysis::Analyser;
use crate::index::{Part, Reader, Shade};
use crate::lexicon::ministries;
use crate::normalize;
use crate::search::compile::Planner;
use crate::search::compile::expansion::Expansion;
use crate::search::dictionary::{self, Dictionary};
use crate::search::error::Error;
use crate::search::field::{Field, Grammar};
use crate::search::query::{Node, Query, Text};
use crate::search::tuning;

/// Longest word that is corrected, in letters: bounds the automaton.
const MAX_LENGTH: usize = 40;
/// Most unknown words of one query that are corrected.
const MAX_CORRECTED: usize = 8;
/// Most near words that are weighed, in each dictionary.
const MAX_NEAR: usize = 2_000;
/// Most names that are compared.
const MAX_NAMES: usize = 50_000;

/// A query with its unknown words replaced.
#[derive(Debug)]
pub(in crate::search) struct Better {
    /// The query.
    pub(in crate::search) query: Query,
    /// What each unknown word or name became.
    pub(in crate::search) expansions: Vec<Expansion>,
}

/// The query with each word that the index does not know replaced by the likeliest that it does; `None` where all words
/// are known, or nothing is near.
pub(in crate::search) fn better(reader: &Reader, searcher: &Searcher, query: &Query) -> Result<Option<Better>, Error> {
    let Some(root) = &query.root else { return Ok(None) };
    let mut guesser = Guesser { reader, searcher, analyser: Analyser::default(), expansions: Vec::new() };
    let root = Some(guesser.node(root)?);
    let expansions = guesser.expansions;
    Ok((!expansions.is_empty()).then_some(Better { query: Query { root }, expansions }))
}

struct Guesser<'i> {
    reader: &'i Reader,
    searcher: &'i Searcher,
    analyser: Analyser,
    expansions: Vec<Expansion>,
}

impl Guesser<'_> {
    fn node(&mut self, node: &Node) -> Result<Node, Error> {
        let better = match node {
            Node::All(nodes) => {
                return Ok(Node::All(nodes.iter().map(|node| self.node(node)).collect::<Result<_, _>>()?));
            }
            Node::Any(nodes) => {
                return Ok(Node::Any(nodes.iter().map(|node| self.node(node)).collect::<Result<_, _>>()?));
            }
            _ if self.expansions.len() >= MAX_CORRECTED => None,
            Node::Text { text: Text::Word(word), part } => self.word(word, *part)?.map(|better| {
                let node = Node::Text { text: Text::Word(better.clone()), part: *part };
                (word, better, node)
            }),
            Node::Exact { field, value } => self
                .name(*field, value)?
                .map(|better| (value, better.clone(), Node::Exact { field: *field, value: better })),
            _ => None,
        };
        let Some((word, better, node)) = better else { return Ok(node.clone()) };
        self.expansions.push(Expansion::Corrected { word: word.clone(), into: better });
        Ok(node)
    }

    /// The nearest word that occurs, where the word itself does not.
    fn word(&mut self, word: &str, part: Option<Part>) -> Result<Option<String>, Error> {
        let folded = normalize::normalize(word);
        let length = folded.chars().count();
        if !(tuning::corrected_min()..=MAX_LENGTH).contains(&length)
            || !folded.chars().all(char::is_alphabetic)
            || self.is_known(word, part)?
        {
            return Ok(None);
        }
        let most = if length < tuning::corrected_twice_min() { 1 } else { 2 };
        for distance in 1..=most {
            let near = self.near(&folded, part, distance)?;
            let first = folded.chars().next();
            let best = near
                .into_iter()
                .max_by_key(|(word, count)| (word.chars().next() == first, *count, Reverse(word.clone())));
            if let Some((word, _)) = best {
                return Ok(Some(word));
            }
        }
        Ok(None)
    }

    /// Does the word occur, in any inflection, or the parts of it together?
    fn is_known(&mut self, word: &str, part: Option<Part>) -> Result<bool, Error> {
        let stems: Vec<String> = self.analyser.analyse(word).into_iter().filter_map(|token| token.stem).collect();
        if stems.is_empty() {
            return Ok(true);
        }
        if part.is_none() {
            for stem in &stems {
                if self.occurs(Shade::Stem, stem)? || self.occurs(Shade::Parts, stem)? {
                    return Ok(true);
                }
            }
        }
        let node = Node::Text { text: Text::Word(word.to_owned()), part };
        let Some(engine) = Planner::new(self.reader.fields()).node(&node) else { return Ok(true) };
        Ok(self.searcher.search(&engine, &Count).map_err(|error| self.reader.error(error))? > 0)
    }

    fn occurs(&self, shade: Shade, word: &str) -> Result<bool, Error> {
        for part in Part::ALL {
            if let Some(field) = self.reader.fields().text(part, shade) {
                let term = Term::from_field_text(field, word);
                if self.searcher.doc_freq(&term).map_err(|error| self.reader.error(error))? > 0 {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The words at a distance, each with the number of places where it occurs.
    fn near(&self, folded: &str, part: Option<Part>, distance: u8) -> Result<BTreeMap<String, u64>, Error> {
        let error = |error| self.reader.error(error);
        let mut near = BTreeMap::new();
        let parts = part.map_or(Part::ALL.to_vec(), |part| vec![part]);
        for field in parts.into_iter().filter_map(|part| self.reader.fields().text(part, Shade::Exact)) {
            let term = Term::from_field_text(field, folded);
            let automaton = || FuzzyTermQuery::new(term.clone(), distance, true).automaton();
            for segment in self.searcher.segment_readers() {
                let terms = segment.inverted_index(field).map_err(error)?;
                let found = terms.terms().search(automaton().map_err(error)?).into_stream();
                let mut found = found.map_err(|io| error(io.into()))?;
                for _ in 0..MAX_NEAR {
                    if !found.advance() {
                        break;
                    }
                    let Ok(word) = std::str::from_utf8(found.key()) else { continue };
                    *near.entry(word.to_owned()).or_default() += u64::from(found.value().doc_freq);
                }
            }
        }
        Ok(near)
    }

    /// The nearest name that occurs in a field of names, where the name itself does not.
    fn name(&mut self, field: Field, value: &str) -> Result<Option<String>, Error> {
        let row = field.row();
        let (Some(key), Some(least)) = (row.shown, row.guessed_from) else { return Ok(None) };
        let letters: Vec<char> = normalize::letters(value).chars().collect();
        let node = Node::Exact { field, value: value.to_owned() };
        let known = match Planner::new(self.reader.fields()).node(&node) {
            Some(engine) => self.searcher.search(&engine, &Count).map_err(|error| self.reader.error(error))?,
            None => 0,
        };
        if known > 0 || !(least()..=MAX_LENGTH).contains(&letters.len()) {
            return Ok(None);
        }
        let most = if letters.len() < tuning::corrected_twice_min() { 1 } else { 2 };
        let dictionary = Dictionary { reader: self.reader, searcher: self.searcher };
        let shown = dictionary.starting(&[self.reader.fields().key(key)], "", MAX_NAMES)?;
        let mut best: Option<(usize, Reverse<u64>, String)> = None;
        for (name, count) in shown {
            for asked_for in names(field, &name) {
                let run: Vec<char> = normalize::letters(&asked_for).chars().collect();
                let distance = distance(&letters, &run);
                let found = (distance, Reverse(count), asked_for);
                if distance <= most && best.as_ref().is_none_or(|best| found < *best) {
                    best = Some(found);
                }
            }
        }
        Ok(best.map(|(_, _, name)| name))
    }
}

/// By what a name may be asked for: every run of its words; a ministry by its key, and every run of words
/// of its usual name.
fn names(field: Field, shown: &str) -> BTreeSet<String> {
    let runs = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().take(dictionary::MAX_NAME_WORDS).collect();
        (0..words.len())
            .flat_map(|from| (from + 1..=words.len()).map(move |to| (from, to)))
            .map(|(from, to)| words[from..to].join(" ").trim_end_matches(',').to_owned())
            .collect::<Vec<_>>()
    };
    match ministries::by_key(shown).filter(|_| field.row().grammar == Grammar::Ministry) {
        None => runs(shown).into_iter().collect(),
        // Abbreviations are variants of the key, which says the same.
        Some(ministry) => {
            let usual = ministry.names.iter().take(1).flat_map(|name| runs(name));
            usual.chain([ministry.key.to_owned()]).collect()
        }
    }
}

/// How many letters more, less or other, or exchanged with the next, make one word of another.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut previous: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.iter().enumerate() {
        let mut row = vec![at + 1];
        for (other_at, other) in to.iter().enumerate() {
            let mut cost =
                (above[other_at] + usize::from(letter != other)).min(above[other_at + 1] + 1).min(row[other_at] + 1);
            let crossed = at > 0 && other_at > 0 && from[at - 1] == *other && to[other_at - 1] == *letter;
            if crossed {
                cost = cost.min(previous[other_at - 1] + 1);
            }
            row.push(cost);
        }
        previous = std::mem::replace(&mut above, row);
    }
    above[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_letters() {
        let check = |from: &str, to: &str, expect: usize| {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            assert_eq!(distance(&letters(from), &letters(to)), expect, "{from} {to}");
        };
        check("zorg", "zorg", 0);
        check("zorg", "zorgt", 1);
        check("zorg", "org", 1);
        check("zorg", "zurg", 1);
        check("zorg", "zrog", 1);
        check("zorg", "", 4);
        check("klavre", "klaver", 1);
        check("mutleur", "mutluer", 1);
    }

    #[test]
    fn ministries_are_asked_for_by_key_and_name() {
        let names = names(Field::Ministerie, "OCW");
        for name in ["OCW", "Onderwijs", "Cultuur en Wetenschap"] {
            assert!(names.contains(name), "{name}");
        }
    }
}
