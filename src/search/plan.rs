//! A query comes in; what the engine is asked, and what is highlighted in its answers, go out.
//!
//! **Invariant:** filters add nothing to a score, and stand inside the query: nothing is filtered after the limit.

use std::collections::BTreeSet;
use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, InvertedIndexRangeQuery, Occur, PhraseQuery, Query as Engine,
    RangeQuery, TermQuery,
};
use tantivy::schema::IndexRecordOption;

use super::query::{Field, Node, Text};
use crate::fold;
use crate::index::analysis::{Analyser, Token};
use crate::index::{Fields, Key, Part, Shade};

/// Weight of the words of each part of a pair.
pub(super) const WEIGHTS: [(Part, f32); 5] =
    [(Part::Question, 1.0), (Part::Answer, 1.0), (Part::Note, 0.5), (Part::Title, 0.5), (Part::Section, 1.0)];
/// Weight of the parts of compounds against whole words.
pub(super) const PARTS_WEIGHT: f32 = 1.0;
/// Most words with one beginning that are looked up, in each part of a pair.
const MAX_EXPANSION: u64 = 20_000;

/// What is highlighted in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Folded stems, of words or of parts of compounds.
    pub(super) stems: BTreeSet<(Option<Part>, String)>,
    /// Folded beginnings of words.
    pub(super) prefixes: BTreeSet<(Option<Part>, String)>,
    /// Folded words and marks in a row.
    pub(super) phrases: BTreeSet<(Option<Part>, Vec<String>)>,
}

/// Makes the engine's queries, and gathers the words that are looked for in them.
pub(super) struct Planner<'i> {
    pub(super) fields: &'i Fields,
    pub(super) analyser: Analyser,
    pub(super) marks: Marks,
    /// True where the query has nothing but stop words: then they count as words.
    pub(super) keep_stop_words: bool,
}

impl<'i> Planner<'i> {
    pub(super) fn new(fields: &'i Fields) -> Self {
        Self { fields, analyser: Analyser::default(), marks: Marks::default(), keep_stop_words: false }
    }

    /// The engine's query of a node; `None` where it asks nothing (a stop word).
    pub(super) fn node(&mut self, node: &Node) -> Option<Box<dyn Engine>> {
        match node {
            Node::Text { text, part } => self.text(text, *part),
            Node::Exact { field, value } => Some(self.exact(*field, value)),
            Node::Date { from, to } => {
                let day = |number| Term::from_field_u64(self.fields.date, number);
                let from = from.map_or(Bound::Unbounded, |day_from| Bound::Included(day(day_from.first())));
                let to = to.map_or(Bound::Unbounded, |day_to| Bound::Included(day(day_to.last())));
                Some(filter(Box::new(RangeQuery::new(from, to))))
            }
            Node::All(nodes) => {
                let all = nodes.iter().filter_map(|node| self.clause(node, Occur::Must)).collect();
                boolean(all)
            }
            Node::Any(nodes) => {
                boolean(nodes.iter().filter_map(|node| Some((Occur::Should, self.node(node)?))).collect())
            }
            Node::Not(_) => boolean(self.clause(node, Occur::Must).into_iter().collect()),
        }
    }

    /// A node as a clause: what must not be there is a clause of its own kind.
    pub(super) fn clause(&mut self, node: &Node, occur: Occur) -> Option<(Occur, Box<dyn Engine>)> {
        let Node::Not(inner) = node else { return Some((occur, self.node(node)?)) };
        // What is not wanted is not highlighted either.
        let marks = self.marks.clone();
        let engine = self.node(inner);
        self.marks = marks;
        Some((Occur::MustNot, engine?))
    }

    fn text(&mut self, text: &Text, part: Option<Part>) -> Option<Box<dyn Engine>> {
        match text {
            Text::Word(word) => self.word(word, part),
            Text::Prefix(word) => {
                let folded = fold::fold(word);
                self.marks.prefixes.insert((part, folded.clone()));
                any(parts(part).map(|(part, weight)| {
                    let field = self.fields.text(part, Shade::Exact);
                    let from = Bound::Included(Term::from_field_text(field, &folded));
                    let to = Bound::Excluded(Term::from_field_text(field, &format!("{folded}{}", char::MAX)));
                    let mut words = InvertedIndexRangeQuery::new(from, to);
                    words.limit(MAX_EXPANSION);
                    boost(Box::new(ConstScoreQuery::new(Box::new(words), 1.0)), weight)
                }))
            }
            Text::Phrase(phrase) => {
                let tokens: Vec<String> = self.analyser.analyse(phrase).into_iter().map(|token| token.word).collect();
                self.phrase(&tokens, part)
            }
        }
    }

    fn phrase(&mut self, tokens: &[String], part: Option<Part>) -> Option<Box<dyn Engine>> {
        self.marks.phrases.insert((part, tokens.to_vec()));
        any(parts(part).map(|(part, weight)| {
            let field = self.fields.text(part, Shade::Exact);
            let terms: Vec<Term> = tokens.iter().map(|token| Term::from_field_text(field, token)).collect();
            let engine: Box<dyn Engine> = match terms.as_slice() {
                [term] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs)),
                _ => Box::new(PhraseQuery::new(terms)),
            };
            boost(engine, weight)
        }))
    }

    /// A word: whole, or by the parts of it, or as a part of others.
    fn word(&mut self, word: &str, part: Option<Part>) -> Option<Box<dyn Engine>> {
        let tokens = self.analyser.analyse(word);
        match tokens.as_slice() {
            [token] if token.stem.is_some() => self.token(token, part),
            [token] if self.keep_stop_words => self.phrase(std::slice::from_ref(&token.word), part),
            _ => None,
        }
    }

    /// The clauses of a token that is no stop word.
    pub(super) fn token(&mut self, token: &Token, part: Option<Part>) -> Option<Box<dyn Engine>> {
        let stem = token.stem.as_ref()?;
        self.marks.stems.insert((part, stem.clone()));
        let whole = any(parts(part).map(|(part, weight)| self.term(part, Shade::Stem, stem, weight)))?;
        let by_parts = if token.parts.is_empty() {
            any(parts(part).map(|(part, weight)| self.term(part, Shade::Parts, stem, weight * PARTS_WEIGHT)))
        } else {
            let mut all = Vec::new();
            for piece in &token.parts {
                self.marks.stems.insert((part, piece.clone()));
                let weight_of_piece = PARTS_WEIGHT / token.parts.len() as f32;
                let piece =
                    any(parts(part)
                        .map(|(part, weight)| self.term(part, Shade::Parts, piece, weight * weight_of_piece)));
                all.push((Occur::Must, piece?));
            }
            boolean(all)
        };
        any([whole].into_iter().chain(by_parts))
    }

    /// Any of these tokens, each as often as said.
    pub(super) fn similar(&mut self, tokens: impl Iterator<Item = (Token, usize)>) -> Vec<Box<dyn Engine>> {
        tokens.filter_map(|(token, count)| Some(boost(self.token(&token, None)?, count as f32))).collect()
    }

    fn term(&self, part: Part, shade: Shade, word: &str, weight: f32) -> Box<dyn Engine> {
        let term = Term::from_field_text(self.fields.text(part, shade), word);
        boost(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)), weight)
    }

    fn exact(&mut self, field: Field, value: &str) -> Box<dyn Engine> {
        let key = |key: Key, value: &str| exact_term(self.fields, key, value);
        let engine = match field {
            Field::Kamerstuk => any([key(Key::Cites, value), key(Key::Letter, value)]),
            Field::Dossier => Some(key(Key::Cites, value)),
            Field::Lid => Some(key(Key::Asker, &fold::letters(value))),
            Field::Fractie => Some(key(Key::Party, &fold::letters(value))),
            Field::Bewindspersoon => Some(key(Key::Responder, &fold::letters(value))),
            Field::Ministerie => {
                let stems: Vec<String> =
                    self.analyser.analyse(value).into_iter().filter_map(|token| token.stem).collect();
                let words = boolean(
                    stems.iter().map(|stem| (Occur::Must, exact_term(self.fields, Key::Ministry, stem))).collect(),
                );
                any([exact_term(self.fields, Key::Ministry, &fold::letters(value))].into_iter().chain(words))
            }
            Field::Soort => Some(key(Key::Kind, value)),
            Field::Vergaderjaar => Some(key(Key::Vergaderjaar, value)),
            Field::Heeft => Some(key(Key::Has, value)),
            Field::Vraag | Field::Antwoord | Field::Noot | Field::Titel | Field::Datum => None,
        };
        filter(engine.expect("fields of words and days are nodes of their own kinds"))
    }
}

/// An exact term of a key.
pub(super) fn exact_term(fields: &Fields, key: Key, value: &str) -> Box<dyn Engine> {
    Box::new(TermQuery::new(Term::from_field_text(fields.key(key), value), IndexRecordOption::Basic))
}

/// Entries of these roles only, as a filter.
pub(super) fn roles(fields: &Fields, names: &[&str]) -> Box<dyn Engine> {
    let role = |name: &&str| -> Box<dyn Engine> {
        Box::new(TermQuery::new(Term::from_field_text(fields.role, name), IndexRecordOption::Basic))
    };
    filter(any(names.iter().map(role)).unwrap_or_else(|| Box::new(AllQuery)))
}

/// A condition that adds nothing to the score.
pub(super) fn filter(engine: Box<dyn Engine>) -> Box<dyn Engine> {
    Box::new(ConstScoreQuery::new(engine, 0.0))
}

/// Any of these, their scores added up; `None` where there are none.
pub(super) fn any(engines: impl IntoIterator<Item = Box<dyn Engine>>) -> Option<Box<dyn Engine>> {
    let mut engines: Vec<_> = engines.into_iter().collect();
    if engines.len() > 1 { Some(Box::new(BooleanQuery::union(engines))) } else { engines.pop() }
}

/// All of these clauses; clauses that only exclude exclude from everything.
pub(super) fn boolean(mut clauses: Vec<(Occur, Box<dyn Engine>)>) -> Option<Box<dyn Engine>> {
    if clauses.is_empty() {
        return None;
    }
    if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        clauses.push((Occur::Must, filter(Box::new(AllQuery))));
    }
    Some(Box::new(BooleanQuery::new(clauses)))
}

pub(super) fn boost(engine: Box<dyn Engine>, weight: f32) -> Box<dyn Engine> {
    Box::new(BoostQuery::new(engine, weight))
}

/// The parts in which words are looked for, with their weights; a part that was named weighs fully.
fn parts(named: Option<Part>) -> impl Iterator<Item = (Part, f32)> {
    WEIGHTS.into_iter().filter_map(move |(part, weight)| match named {
        None => Some((part, weight)),
        Some(named) => (named == part).then_some((part, 1.0)),
    })
}
