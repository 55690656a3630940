//! Finds the letter or pair that an id names.

use std::rc::Rc;

use super::case_letters::{self, Linked};
use super::hit;
use super::letters::{Letter, Letters};
use crate::index::{self, Reader, Role};
use crate::record::{Id, Owner, Record, Warning};
use crate::search::error::Error;
use crate::search::results::{Front, Shown, ShownLetter, ShownPair};

/// What an id leads to.
pub(in crate::search) fn show(reader: &Reader, id: &str) -> Result<Option<Shown>, Error> {
    let Ok(id) = id.trim().parse::<Id>() else { return Ok(None) };
    let searcher = reader.searcher();
    let mut letters = Letters::new(reader, &searcher);
    let Some(letter) = letters.by_id(id.letter())? else { return Ok(None) };
    let is_there = match &id {
        Id::Letter(_) => true,
        Id::Section(section) => section.at < letter.record.sections.len(),
        Id::Pair(id) => {
            let at = letter.record.pair_at(id);
            return at.map(|at| Ok(Shown::Pair(Box::new(pair(&mut letters, &letter, at)?)))).transpose();
        }
    };
    is_there.then(|| Ok(Shown::Letter(Box::new(whole(&mut letters, &letter)?)))).transpose()
}

fn whole(letters: &mut Letters<'_>, letter: &Letter) -> Result<ShownLetter, Error> {
    let record = &letter.record;
    let linked = case_letters::linked(letters, record)?;
    Ok(ShownLetter {
        others: letter.others.clone(),
        links: linked.iter().map(Linked::link).collect(),
        answered_by: case_letters::answered_by(record, None, &linked),
        letter: Record { related: case_letters::related(record, &linked), ..record.clone() },
    })
}

fn pair(letters: &mut Letters<'_>, letter: &Rc<Letter>, at: usize) -> Result<ShownPair, Error> {
    let record = &letter.record;
    let pair = &record.pairs[at];
    let linked = case_letters::linked(letters, record)?;
    let publications = match index::twins(record)[at] {
        Some(twin) => letters.publications(twin)?,
        None => vec![(Rc::clone(letter), Role::Pair(at))],
    };
    let owner = Owner::Pair(at);
    let concerns = |warning: &&Warning| warning.pair.as_ref() == Some(&pair.id);
    Ok(ShownPair {
        letter: Front { related: case_letters::related(record, &linked), ..front(record, letter) },
        pair: pair.clone(),
        footnotes: letter.belongings.notes_of(owner).map(|note| record.footnotes[note].clone()).collect(),
        references: letter.belongings.references_of(owner).map(|at| record.references[at].clone()).collect(),
        warnings: record.warnings.iter().filter(concerns).cloned().collect(),
        publications: publications.iter().filter_map(|(letter, role)| hit::publication(letter, *role)).collect(),
        links: linked.iter().map(Linked::link).collect(),
        answered_by: case_letters::answered_by(record, Some(pair), &linked),
    })
}

fn front(record: &Record, letter: &Letter) -> Front {
    Front {
        id: record.id.clone(),
        kind: record.kind,
        chamber: record.chamber,
        identifier: record.identifier.clone(),
        vergaderjaar: record.vergaderjaar.clone(),
        asked: record.asked.clone(),
        date: record.date.clone(),
        title: record.title.clone(),
        committee: record.committee.clone(),
        askers: record.askers.clone(),
        responders: record.responders.clone(),
        case_numbers: record.case_numbers.clone(),
        related: record.related.clone(),
        source: record.source.clone(),
        pages: record.pages,
        page_labels: record.page_labels.clone(),
        ocr: record.ocr.clone(),
        others: letter.others.clone(),
    }
}
