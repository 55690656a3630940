//! Finds the other letters of a letter's case: postponement, answer, addition, correction; and for an open question its
//! answer.
//!
//! Letters are linked when they are asked for, by keys that each of them has by itself (see [`crate::index`]): nothing in
//! the index is rewritten when another letter of the case comes in, in whatever order.
//!
//! **Invariant:** a link says on what it rests; a question that many letters ask is not enough for one.

use std::collections::{BTreeMap, BTreeSet};

use super::letters::Letters;
use crate::index::{self, Key};
use crate::normalize;
use crate::record::{Kind, LetterId, Pair, Record, Related, Relation};
use crate::search::error::Error;
use crate::search::results::{AnsweredBy, Evidence, Link};

/// Most letters with the same questions that are compared, those with most of them first: bounds the work.
const MAX_COMPARED: usize = 20;
/// Most questions and answers of a letter by which others are looked for: bounds the work on a lijst of hundreds.
const MAX_LOOKED_UP: usize = 64;

/// Another letter of the case.
pub(in crate::search) struct Linked {
    record: Record,
    how: Relation,
    because: BTreeSet<Evidence>,
}

impl Linked {
    pub(in crate::search) fn link(&self) -> Link {
        let Record { id, kind, date, title, .. } = &self.record;
        Link {
            id: id.clone(),
            how: self.how,
            kind: *kind,
            date: date.clone(),
            title: title.clone(),
            because: self.because.iter().copied().collect(),
        }
    }
}

/// The other letters of the case of a letter, the oldest first.
pub(in crate::search) fn linked(letters: &mut Letters<'_>, record: &Record) -> Result<Vec<Linked>, Error> {
    let mut found: BTreeMap<LetterId, (Record, BTreeSet<Evidence>)> = BTreeMap::new();
    let mut note = |other: Record, evidence: Evidence| {
        if other.id != record.id {
            found.entry(other.id.clone()).or_insert((other, BTreeSet::new())).1.insert(evidence);
        }
    };
    for related in &record.related {
        for other in letters.with(&[(Key::Letter, &related.id)])? {
            note(other, Evidence::Names);
        }
    }
    for other in letters.with(&[(Key::Named, record.id.as_str())])? {
        note(other, Evidence::NamedBy);
    }
    for case in index::cases(record) {
        for other in letters.with(&[(Key::Case, &case)])? {
            note(other, Evidence::Case);
        }
    }
    let asked = index::questions_asked(record);
    let questions: Vec<_> = asked.iter().take(MAX_LOOKED_UP).map(|mark| (Key::Asked, mark.as_str())).collect();
    for other in letters.with_most(&questions, MAX_COMPARED)? {
        if is_same_case(record, &asked, &other) {
            note(other, Evidence::Questions);
        }
    }
    for twin in index::twins(record).into_iter().flatten().take(MAX_LOOKED_UP) {
        for (letter, _) in letters.publications(twin)? {
            note(letter.record.clone(), Evidence::Answers);
        }
    }
    let mut linked: Vec<Linked> = found
        .into_values()
        .map(|(other, because)| Linked { how: how(record, &other, &because), record: other, because })
        .collect();
    linked.sort_by(|a, b| (&a.record.date, &a.record.id).cmp(&(&b.record.date, &b.record.id)));
    Ok(linked)
}

/// Are at least two questions, and half of the questions of the shorter letter, the same? One is enough where each letter
/// has only that one.
fn is_same_case(record: &Record, asked: &[String], other: &Record) -> bool {
    let others: BTreeSet<String> = index::questions_asked(other).into_iter().collect();
    let shared = asked.iter().filter(|mark| others.contains(*mark)).count();
    let is_only = |record: &Record| record.pairs.iter().map(|pair| pair.questions.len()).sum::<usize>() == 1;
    let is_enough = shared > 1 || (shared == 1 && is_only(record) && is_only(other));
    is_enough && shared * 2 >= asked.len().min(others.len())
}

/// How two letters belong together: what one of them says, and what their answers show.
fn how(record: &Record, other: &Record, because: &BTreeSet<Evidence>) -> Relation {
    let said = |by: &Record, of: &Record| by.related.iter().find(|related| related.id == of.id.as_str()).map(|r| r.how);
    let said: Vec<Relation> = said(record, other).into_iter().chain(said(other, record)).collect();
    let adds = said.iter().find(|how| matches!(how, Relation::Supplements | Relation::Corrects));
    if let Some(how) = adds {
        return *how;
    }
    if because.contains(&Evidence::Answers) {
        return Relation::SameAnswer;
    }
    if is_open(record) != is_open(other) {
        return Relation::Postponed;
    }
    said.into_iter().find(|how| *how != Relation::See).unwrap_or(Relation::See)
}

/// Does the letter leave all its questions open?
fn is_open(record: &Record) -> bool {
    let has_no_answer = record.pairs.iter().all(|pair| pair.answer.is_none());
    record.kind == Kind::Mededeling || (!record.pairs.is_empty() && has_no_answer)
}

/// What a letter says of others, and then what was found besides.
pub(in crate::search) fn related(record: &Record, linked: &[Linked]) -> Vec<Related> {
    let mut related = record.related.clone();
    for link in linked {
        match related.iter_mut().find(|said| said.id == link.record.id.as_str()) {
            Some(said) => said.how = link.how,
            None => related.push(Related { id: link.record.id.to_string(), how: link.how }),
        }
    }
    related
}

/// The first answer that was given since to an open question of a letter; without a question, to a letter that leaves all
/// its questions open. `None` also where the question has its answer.
pub(in crate::search) fn answered_by(record: &Record, open: Option<&Pair>, linked: &[Linked]) -> Option<AnsweredBy> {
    if open.map_or(!is_open(record), |pair| pair.answer.is_some()) {
        return None;
    }
    let since = linked.iter().filter(|link| match (&link.record.date, &record.date) {
        (Some(other), Some(own)) => other >= own,
        _ => true,
    });
    let mut answers = since.filter(|link| link.record.pairs.iter().any(|pair| pair.answer.is_some()));
    answers.find_map(|link| {
        let pair = open.and_then(|open| answer(record, open, &link.record));
        // A letter that is put off as a whole is answered even where its questions were put in other words.
        (pair.is_some() || (is_open(record) && link.how == Relation::Postponed)).then(|| AnsweredBy {
            letter: link.record.id.clone(),
            pair: pair.map(|pair| pair.id.clone()),
            date: link.record.date.clone(),
        })
    })
}

/// The pair of another letter of the case that answers a question: the one that asks it in the same words, else the one
/// with its number where both letters number as many questions.
fn answer<'o>(record: &Record, open: &Pair, other: &'o Record) -> Option<&'o Pair> {
    let mut answered = other.pairs.iter().filter(|pair| pair.answer.is_some());
    let texts =
        |pair: &Pair| pair.questions.iter().map(|question| normalize::letters(&question.text)).collect::<Vec<_>>();
    let asked = texts(open);
    let same = answered.clone().find(|pair| texts(pair).iter().any(|text| asked.contains(text)));
    same.or_else(|| {
        let numbers =
            |record: &Record| record.pairs.iter().flat_map(|pair| pair.numbers.clone()).collect::<BTreeSet<_>>();
        let first = open.numbers.first()?;
        let is_alike = is_open(record) && numbers(record) == numbers(other);
        is_alike.then(|| answered.find(|pair| pair.numbers.contains(first))).flatten()
    })
}
