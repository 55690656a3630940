//! Makes a hit: what a list of results shows of one pair or section.

use super::letters::Letter;
use super::snippet;
use crate::index::{self, Origin, Part, Role};
use crate::record::{Id, Owner, Pair, Section, SectionId};
use crate::search::compile::Marks;
use crate::search::results::{Hit, Publication};

/// How much of an answer stands in a hit, in characters: the contract's number.
const ANSWER_LENGTH: usize = 300;

/// The hit of a pair or section; `None` where the letter has no such place.
pub(in crate::search) fn hit(letter: &Letter, role: Role, score: f32, marks: &Marks) -> Option<Hit> {
    let record = &letter.record;
    let year = index::vergaderjaar(record);
    let mut hit = Hit {
        id: Id::Letter(record.id.clone()),
        letter: record.id.clone(),
        numbers: Vec::new(),
        title: record.title.clone(),
        date: record.date.clone(),
        vergaderjaar_derived: matches!(year, Some((_, Origin::Derived))),
        vergaderjaar: year.map(|(year, _)| year),
        kind: record.kind,
        askers: record.askers.clone(),
        responders: record.responders.clone(),
        question: None,
        answer: None,
        snippet: snippet::best(&[], marks),
        pages: Vec::new(),
        score,
        source: record.source.clone(),
        others: letter.others.clone(),
        publications: Vec::new(),
        answered_by: None,
        likeness: None,
    };
    match role {
        Role::Pair(at) => {
            let pair = record.pairs.get(at)?;
            hit.id = Id::Pair(pair.id.clone());
            hit.numbers.clone_from(&pair.numbers);
            hit.question = (!pair.questions.is_empty()).then(|| questions(pair));
            hit.answer = pair.answer.as_ref().map(|answer| answer.text.chars().take(ANSWER_LENGTH).collect());
            hit.pages = pair.pages();
            hit.snippet = snippet::best(&texts_of_pair(letter, at, pair), marks);
        }
        Role::Section(at) => {
            let section = record.sections.get(at)?;
            hit.id = Id::Section(SectionId { letter: record.id.clone(), at });
            hit.pages.clone_from(&section.pages);
            hit.snippet = snippet::best(&texts_of_section(letter, at, section), marks);
        }
        Role::Letter | Role::Mention { .. } => return None,
    }
    Some(hit)
}

/// What is said of a letter as a place where an answer was published; `None` where the letter has no such place.
pub(in crate::search) fn publication(letter: &Letter, role: Role) -> Option<Publication> {
    let record = &letter.record;
    let pair = match role {
        Role::Pair(at) => Some(record.pairs.get(at)?.id.clone()),
        _ => None,
    };
    Some(Publication {
        letter: record.id.clone(),
        pair,
        kind: record.kind,
        date: record.date.clone(),
        source: record.source.clone(),
    })
}

/// The question blocks of a pair, each on its own lines.
fn questions(pair: &Pair) -> String {
    pair.questions.iter().map(|question| question.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The texts in which a pair is found, the likeliest to be shown first.
fn texts_of_pair<'l>(letter: &'l Letter, at: usize, pair: &'l Pair) -> Vec<(Part, &'l str)> {
    let mut texts: Vec<(Part, &str)> = Vec::new();
    texts.extend(pair.answer.iter().map(|answer| (Part::Answer, answer.text.as_str())));
    texts.extend(pair.questions.iter().map(|question| (Part::Question, question.text.as_str())));
    texts.extend(notes_and_title(letter, Owner::Pair(at)));
    texts
}

fn texts_of_section<'l>(letter: &'l Letter, at: usize, section: &'l Section) -> Vec<(Part, &'l str)> {
    let mut texts = vec![(Part::Section, section.text.as_str())];
    texts.extend(section.heading.iter().map(|heading| (Part::Section, heading.as_str())));
    texts.extend(notes_and_title(letter, Owner::Section(at)));
    texts
}

fn notes_and_title(letter: &Letter, owner: Owner) -> impl Iterator<Item = (Part, &str)> {
    let Letter { record, belongings, .. } = letter;
    let notes = belongings.notes_of(owner).map(|note| (Part::Note, record.footnotes[note].text.as_str()));
    notes.chain(record.title.iter().map(|title| (Part::Title, title.as_str())))
}
