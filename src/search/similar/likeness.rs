//! Measures how near a draft question is to an earlier one, and which words they share.
//!
//! Nearness is the cosine of the two questions as sets of words, compounds as their parts, each weighted by how rare it is
//! among the questions of the index. The answer has no part in it: on the reworded questions of the retrieval set the words
//! of the question alone tell the right pairs from others better (a half of those above the threshold is right where 63 %
//! of the right ones lie above it; with the answer's words a third).
//!
//! **Invariant:** of words, not of meaning: that no pair is near is no proof that a question was never asked.

use std::collections::{BTreeSet, HashMap};

use tantivy::{Searcher, Term};

use crate::index::analysis::{Analyser, Token};
use crate::index::{Fields, Part, Role, Shade};
use crate::record::Pair;
use crate::search::results::{Likeness, Strength};
use crate::search::tuning;

/// How rare each word is among the questions of an index.
pub(in crate::search) struct Rarity<'i> {
    searcher: &'i Searcher,
    fields: &'i Fields,
    pairs: u64,
    known: HashMap<String, f32>,
}

impl<'i> Rarity<'i> {
    pub(in crate::search) fn new(searcher: &'i Searcher, fields: &'i Fields) -> tantivy::Result<Self> {
        let pairs = searcher.doc_freq(&Term::from_field_text(fields.role, Role::Pair(0).name()))?;
        Ok(Self { searcher, fields, pairs, known: HashMap::new() })
    }

    /// The weight of a word in a cosine: the square of its inverse document frequency, as BM25 has it.
    fn weight(&mut self, word: &str) -> tantivy::Result<f32> {
        if let Some(weight) = self.known.get(word) {
            return Ok(*weight);
        }
        let field = self.fields.text(Part::Question, Shade::Parts).expect("questions are kept in all shades");
        let found = self.searcher.doc_freq(&Term::from_field_text(field, word))?;
        let all = self.pairs.max(found) as f32;
        let found = (found as f32).max(tuning::rarest() * all);
        let weight = (1.0 + (all - found + 0.5) / (found + 0.5)).ln().powi(2);
        self.known.insert(word.to_owned(), weight);
        Ok(weight)
    }

    fn sum<'w>(&mut self, words: impl IntoIterator<Item = &'w String>) -> tantivy::Result<f32> {
        words.into_iter().try_fold(0.0, |sum, word| Ok(sum + self.weight(word)?))
    }
}

/// How near a pair is to a draft.
pub(in crate::search) fn likeness(
    draft: &str,
    tokens: &[Token],
    pair: &Pair,
    analyser: &mut Analyser,
    rarity: &mut Rarity<'_>,
) -> tantivy::Result<Likeness> {
    let asked = words(tokens);
    let mut nearness: f32 = 0.0;
    let mut all = BTreeSet::new();
    let whole = rarity.sum(&asked)?;
    for question in &pair.questions {
        let tokens = analyser.analyse(&question.text);
        let words = words(&tokens);
        let shared = rarity.sum(asked.intersection(&words))?;
        let sizes = (whole * rarity.sum(&words)?).sqrt();
        if sizes > 0.0 {
            nearness = nearness.max(shared / sizes);
        }
        all.extend(forms(&tokens));
    }
    if let Some(answer) = &pair.answer {
        all.extend(forms(&analyser.analyse(&answer.text)));
    }
    Ok(Likeness { strength: strength(nearness), shared: shared(draft, tokens, &all) })
}

fn strength(nearness: f32) -> Option<Strength> {
    let levels = [
        (tuning::near_same(), Strength::NearSame),
        (tuning::alike(), Strength::Alike),
        (tuning::touches(), Strength::Touches),
    ];
    levels.into_iter().find(|(least, _)| nearness >= *least).map(|(_, strength)| strength)
}

/// The words of a text, compounds as their parts.
fn words(tokens: &[Token]) -> BTreeSet<String> {
    let pieces = |token: &Token| {
        let stem = token.stem.clone().filter(|_| token.parts.is_empty());
        token.parts.iter().cloned().chain(stem).collect::<Vec<_>>()
    };
    tokens.iter().filter(|token| token.stem.is_some()).flat_map(pieces).collect()
}

/// The words of a text, compounds as wholes and as their parts.
fn forms(tokens: &[Token]) -> impl Iterator<Item = String> {
    tokens.iter().flat_map(|token| token.stem.iter().chain(&token.parts).cloned())
}

/// The words of a draft as they stand in it that are among these or have a part that is, each once.
fn shared(draft: &str, tokens: &[Token], others: &BTreeSet<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let is_shared = |token: &&Token| token.stem.iter().chain(&token.parts).any(|form| others.contains(form));
    let words = tokens.iter().filter(is_shared).filter(|token| seen.insert(token.stem.clone()));
    words.filter_map(|token| draft.get(token.at.clone())).map(str::to_owned).collect()
}
