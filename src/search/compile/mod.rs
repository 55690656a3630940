//! Turns a query into what the engine is asked, and into what is highlighted in its answers.
//!
//! **Invariant:** filters add nothing to a score, and stand inside the query: nothing is filtered after the limit.

mod excluded;
mod expand;
pub(super) mod expansion;

use std::collections::BTreeSet;
use std::ops::Bound;

use jiff::civil::Date;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, InvertedIndexRangeQuery, Occur, PhraseQuery, Query as Engine,
    RangeQuery, TermQuery,
};
use tantivy::schema::IndexRecordOption;

use super::field::{Field, Grammar};
use super::query::{Node, Query, Text};
use super::ranking::Ranking;
use super::tuning;
use crate::citation::Vergaderjaar;
use crate::index::analysis::{self, Analyser, Token};
use crate::index::{Fields, Key, Part, Shade};
use crate::lexicon::{lineage, parties};
use crate::normalize;
use excluded::Excluded;
use expansion::{Expansion, Other};

/// Most names of one query that are looked for in full and in short.
const MAX_ALSO: usize = 8;
/// Most words with one beginning that are looked up, in each part of a pair; where there are more it is said.
pub(super) const MAX_EXPANSION: u64 = 20_000;

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
    /// What the words of the query became.
    pub(super) expansions: Vec<Expansion>,
    /// The beginnings of words that were looked up, as typed.
    pub(super) prefixes: Vec<(String, Option<Part>)>,
    pub(super) ranking: Ranking,
}

impl<'i> Planner<'i> {
    pub(super) fn new(fields: &'i Fields) -> Self {
        Self {
            fields,
            analyser: Analyser::default(),
            marks: Marks::default(),
            keep_stop_words: false,
            expansions: Vec::new(),
            prefixes: Vec::new(),
            ranking: Ranking::default(),
        }
    }

    /// The engine's query of a whole query; `None` where it asks nothing.
    pub(super) fn all_of(&mut self, query: &Query) -> Option<Box<dyn Engine>> {
        self.node(query.root.as_ref()?)
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
            Node::Years { from, to } => {
                let field = self.fields.key(Key::Vergaderjaar);
                let end = |year: &Option<Vergaderjaar>| {
                    year.map_or(Bound::Unbounded, |year| {
                        Bound::Included(Term::from_field_text(field, &year.to_string()))
                    })
                };
                // Both open is no range: the parser refuses it. The engine takes the field from the ends.
                Some(filter(Box::new(InvertedIndexRangeQuery::new(end(from), end(to)))))
            }
            Node::All(nodes) => self.all(nodes),
            Node::Any(nodes) => {
                boolean(nodes.iter().filter_map(|node| Some((Occur::Should, self.node(node)?))).collect())
            }
            Node::Not(_) => boolean(self.clause(node, Occur::Must).into_iter().collect()),
        }
    }

    /// All of these nodes; a full name among them may be there in short.
    fn all(&mut self, nodes: &[Node]) -> Option<Box<dyn Engine>> {
        let mut clauses = Vec::new();
        let mut rest = nodes;
        while let [first, others @ ..] = rest {
            if let Some(named) = expand::named(rest) {
                let words = named.nodes.iter().filter_map(|node| self.clause(node, Occur::Must)).collect();
                let short = self.also(&named.typed, named.short, named.part);
                let either = any(boolean(words).into_iter().chain(short));
                clauses.extend(either.map(|either| (Occur::Must, either)));
                rest = rest.get(named.nodes.len()..).unwrap_or_default();
            } else {
                clauses.extend(self.clause(first, Occur::Must));
                rest = others;
            }
        }
        boolean(clauses)
    }

    /// What is looked for beside a word or name: what is short for it, or the names that it is short for.
    fn also(&mut self, typed: &str, also: Vec<&str>, part: Option<Part>) -> Option<Box<dyn Engine>> {
        let told = self.expansions.iter().filter(|made| matches!(made, Expansion::Abbreviation { .. })).count();
        if also.is_empty() || told >= MAX_ALSO {
            return None;
        }
        let into = also.iter().map(|name| (*name).to_owned()).collect();
        self.expansions.push(Expansion::Abbreviation { word: typed.to_owned(), into });
        any(also.into_iter().filter_map(|name| {
            let tokens = self.analyser.analyse(name);
            let engine = match tokens.as_slice() {
                [token] => self.token(token, part)?,
                tokens => {
                    let words: Vec<String> = tokens.iter().map(|token| token.word.clone()).collect();
                    boost(self.phrase(&words, part)?, 1.0 / words.len() as f32)
                }
            };
            Some(boost(engine, tuning::also_weight()))
        }))
    }

    /// A node as a clause: what must not be there is a clause of its own kind.
    pub(super) fn clause(&mut self, node: &Node, occur: Occur) -> Option<(Occur, Box<dyn Engine>)> {
        let Node::Not(inner) = node else { return Some((occur, self.node(node)?)) };
        // What is not wanted is not highlighted either.
        let marks = self.marks.clone();
        let engine = self.node(inner);
        self.marks = marks;
        Some((Occur::MustNot, Box::new(Excluded(engine?))))
    }

    fn text(&mut self, text: &Text, part: Option<Part>) -> Option<Box<dyn Engine>> {
        match text {
            Text::Word(word) => self.word(word, part),
            Text::Prefix(word) => {
                let folded = normalize::normalize(word);
                self.marks.prefixes.insert((part, folded.clone()));
                self.expansions.push(Expansion::Prefix { prefix: folded.clone() });
                self.prefixes.push((word.clone(), part));
                any(self.exact_texts(part).filter_map(|(part, weight)| {
                    let field = self.fields.text(part, Shade::Exact)?;
                    let from = Bound::Included(Term::from_field_text(field, &folded));
                    let to = Bound::Excluded(Term::from_field_text(field, &format!("{folded}{}", char::MAX)));
                    let mut words = InvertedIndexRangeQuery::new(from, to);
                    words.limit(MAX_EXPANSION);
                    Some(boost(Box::new(ConstScoreQuery::new(Box::new(words), 1.0)), weight))
                }))
            }
            Text::Phrase(phrase) => {
                let tokens = self.analyser.analyse(phrase);
                any(expand::spellings(&tokens).iter().filter_map(|words| self.phrase(words, part)))
            }
        }
    }

    fn phrase(&mut self, tokens: &[String], part: Option<Part>) -> Option<Box<dyn Engine>> {
        self.marks.phrases.insert((part, tokens.to_vec()));
        any(self.exact_texts(part).filter_map(|(part, weight)| {
            let field = self.fields.text(part, Shade::Exact)?;
            let terms: Vec<Term> = tokens.iter().map(|token| Term::from_field_text(field, token)).collect();
            let engine: Box<dyn Engine> = match terms.as_slice() {
                [term] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs)),
                _ => Box::new(PhraseQuery::new(terms)),
            };
            Some(boost(engine, weight))
        }))
    }

    /// A word: whole, or by the parts of it, or as a part of others.
    fn word(&mut self, word: &str, part: Option<Part>) -> Option<Box<dyn Engine>> {
        let tokens = self.analyser.analyse(word);
        match tokens.as_slice() {
            [token] if token.stem.is_some() => {
                self.tell(word, token);
                let also = self.also(word, analysis::also(word), part);
                any(self.token(token, part).into_iter().chain(also))
            }
            [token] if self.keep_stop_words || part.is_some() => self.phrase(std::slice::from_ref(&token.word), part),
            _ => None,
        }
    }

    /// Tells what a word becomes.
    fn tell(&mut self, word: &str, token: &Token) {
        let word = word.to_owned();
        let made = match &token.stem {
            _ if !token.parts.is_empty() => Expansion::Parts { word, parts: token.parts.clone() },
            Some(stem) => Expansion::Stem { word, stem: stem.clone() },
            None => return,
        };
        self.expansions.push(made);
    }

    /// A token that is no stop word: as a whole word, or by its parts.
    fn token(&mut self, token: &Token, part: Option<Part>) -> Option<Box<dyn Engine>> {
        let stem = token.stem.as_ref()?;
        let whole = self.terms(part, Shade::Stem, stem, self.ranking.stem);
        let pieces = pieces(token, stem);
        let weight = self.ranking.parts / pieces.len() as f32;
        // «wiskunde» is kept whole in «wiskundeonderwijs», and divided where it stands alone: there its stem is found.
        let alone = analysis::divided_alone(token);
        let by_parts = pieces.iter().zip(alone).map(|(piece, is_divided)| {
            let within = self.terms(part, Shade::Parts, piece, weight);
            let whole = if is_divided { self.terms(part, Shade::Stem, piece, weight) } else { None };
            any(within.into_iter().chain(whole))
        });
        let by_parts = boolean(by_parts.map(|piece| Some((Occur::Must, piece?))).collect::<Option<_>>()?);
        // A word of parts can be one part of a longer word: «ziekenhuis» of «kinderziekenhuis».
        let as_part =
            if token.parts.is_empty() { None } else { self.terms(part, Shade::Parts, stem, self.ranking.parts) };
        any(whole.into_iter().chain(by_parts).chain(as_part))
    }

    /// Any of these tokens or of their parts, each weighted by how often it is said.
    pub(super) fn similar(&mut self, tokens: impl Iterator<Item = (Token, usize)>) -> Vec<Box<dyn Engine>> {
        let mut clauses = Vec::new();
        for (token, count) in tokens {
            let Some(stem) = &token.stem else { continue };
            let count = count as f32;
            clauses.extend(self.terms(None, Shade::Stem, stem, count * self.ranking.stem));
            for piece in pieces(&token, stem) {
                clauses.extend(self.terms(None, Shade::Parts, piece, count * self.ranking.parts));
            }
        }
        clauses
    }

    /// The texts in which words are looked for, each with its weight.
    fn texts(&self, named: Option<Part>) -> impl Iterator<Item = (Part, f32)> + use<> {
        let Ranking { note, title, question, answer, .. } = self.ranking;
        let usual = [(Part::Body, 1.0), (Part::Question, question), (Part::Answer, answer)];
        named_or(named, usual)
            .chain(named_or(named, [(Part::Note, note), (Part::Title, title)]).skip(named.iter().len()))
    }

    /// The same for phrases and beginnings of words, which are looked for as they stand.
    pub(super) fn exact_texts(&self, named: Option<Part>) -> impl Iterator<Item = (Part, f32)> + use<> {
        let Ranking { note, title, .. } = self.ranking;
        let body = [Part::Question, Part::Answer, Part::Section].map(|part| (part, 1.0));
        let [question, answer, section] = body;
        named_or(named, [question, answer, section, (Part::Note, note), (Part::Title, title)])
    }

    /// Words that stand side by side in the query stand so in the text: what that adds, for each two.
    pub(super) fn beside<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) -> Vec<Box<dyn Engine>> {
        if self.ranking.beside <= 0.0 {
            return Vec::new();
        }
        let words: Vec<&str> = words.into_iter().collect();
        let marks = self.marks.clone();
        let two = words.windows(2).filter_map(|two| {
            let words: Vec<String> = two.iter().map(|word| normalize::normalize(word)).collect();
            Some(boost(self.phrase(&words, None)?, self.ranking.beside))
        });
        let two = two.collect();
        self.marks = marks;
        two
    }

    /// A word in any text in which words are looked for.
    fn terms(&mut self, part: Option<Part>, shade: Shade, word: &str, weight: f32) -> Option<Box<dyn Engine>> {
        self.marks.stems.insert((part, word.to_owned()));
        any(self.texts(part).filter_map(|(part, weight_of_text)| {
            let term = Term::from_field_text(self.fields.text(part, shade)?, word);
            let engine = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
            Some(boost(engine, weight * weight_of_text))
        }))
    }

    fn exact(&mut self, field: Field, value: &str) -> Box<dyn Engine> {
        let row = field.row();
        let engine = match row.grammar {
            Grammar::Party => self.party(value),
            Grammar::Ministry => self.ministry(value),
            Grammar::Name => self.any_key(row.keys, &normalize::letters(value)),
            _ => self.any_key(row.keys, value),
        };
        filter(engine.expect("fields of words and days are nodes of their own kinds"))
    }
}

impl Planner<'_> {
    /// A value under any of these keys.
    fn any_key(&self, keys: &[Key], value: &str) -> Option<Box<dyn Engine>> {
        any(keys.iter().map(|key| exact_term(self.fields, *key, value)))
    }

    /// A ministry by its key, or by words of its name or of the office; after a plus also those that did its work before.
    fn ministry(&mut self, value: &str) -> Option<Box<dyn Engine>> {
        let name = value.trim_end_matches('+');
        let stems: Vec<String> = self.analyser.analyse(name).into_iter().filter_map(|token| token.stem).collect();
        let term = |value: &str| exact_term(self.fields, Key::Ministry, value);
        let words = boolean(stems.iter().map(|stem| (Occur::Must, term(stem))).collect());
        let before = if value.len() > name.len() { lineage::predecessors(name) } else { &[] };
        let own = [term(&normalize::letters(name))].into_iter().chain(words);
        let engine = any(own.chain(before.iter().map(|predecessor| {
            self.within(term(&normalize::letters(predecessor.key)), predecessor.from, Some(predecessor.until))
        })));
        let into = before.iter().map(|it| Other::new(it.key, it.from, Some(it.until))).collect();
        self.widened(Field::Ministerie, value, into);
        engine
    }

    /// A party by any of its names, with those that it became or merged into; after a plus also those before it.
    fn party(&mut self, value: &str) -> Option<Box<dyn Engine>> {
        let term = |name: &str| exact_term(self.fields, Key::Party, &normalize::letters(name));
        let Some(party) = parties::named(value) else { return Some(term(value)) };
        let mut others = parties::successors(party);
        if value.ends_with('+') {
            others.extend(parties::predecessors(party));
        }
        let engine = any(party.names().map(term).chain(others.iter().flat_map(|other| {
            other.party.names().map(|name| self.within(term(name), None, other.until)).collect::<Vec<_>>()
        })));
        let usual =
            (normalize::letters(party.name) != normalize::letters(value)).then(|| Other::new(party.name, None, None));
        let into = others.iter().map(|other| Other::new(other.party.name, other.from, other.until));
        self.widened(Field::Fractie, value, usual.into_iter().chain(into).collect());
        engine
    }

    /// Tells what else is looked for in a field of names.
    fn widened(&mut self, field: Field, word: &str, into: Vec<Other>) {
        if !into.is_empty() {
            self.expansions.push(Expansion::Widened { field: field.name(), word: word.to_owned(), into });
        }
    }

    /// The same in letters from one day on, and before another.
    fn within(&self, engine: Box<dyn Engine>, from: Option<Date>, until: Option<Date>) -> Box<dyn Engine> {
        let day = |day: Date| {
            let [year, month, day] = [i64::from(day.year()), day.month().into(), day.day().into()];
            Term::from_field_u64(self.fields.date, (year * 10_000 + month * 100 + day).unsigned_abs())
        };
        if from.is_none() && until.is_none() {
            return engine;
        }
        let from = from.map_or(Bound::Unbounded, |from| Bound::Included(day(from)));
        let until = until.map_or(Bound::Unbounded, |until| Bound::Excluded(day(until)));
        Box::new(BooleanQuery::intersection(vec![engine, Box::new(RangeQuery::new(from, until))]))
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

/// Everything, as a filter.
pub(super) fn everything() -> Box<dyn Engine> {
    filter(Box::new(AllQuery))
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

/// The part that was named, else those that are usual; parts without weight are not asked.
fn named_or<const N: usize>(named: Option<Part>, usual: [(Part, f32); N]) -> impl Iterator<Item = (Part, f32)> {
    let usual = usual.into_iter().filter(move |(_, weight)| named.is_none() && *weight > 0.0);
    named.map(|part| (part, 1.0)).into_iter().chain(usual)
}

/// The parts of a compound; of a word that is none, the word.
fn pieces<'t>(token: &'t Token, stem: &'t String) -> &'t [String] {
    if token.parts.is_empty() { std::slice::from_ref(stem) } else { &token.parts }
}
