//! An id comes in; the letter or pair that it names goes out.

use super::error::Error;
use super::letters::{Letter, Letters};
use super::results::{Front, Shown, ShownLetter, ShownPair};
use crate::index::{self, Reader};
use crate::record::{Record, Warning};

/// What an id leads to.
pub(super) fn show(reader: &Reader, id: &str) -> Result<Option<Shown>, Error> {
    let id = id.trim();
    let searcher = reader.searcher();
    let letters = Letters::new(reader, &searcher);
    if let Some(letter) = letters.by_id(id)? {
        return Ok(Some(Shown::Letter(Box::new(whole(&letter)))));
    }
    let Some((letter_id, _)) = id.rsplit_once('#') else { return Ok(None) };
    let Some(letter) = letters.by_id(letter_id)? else { return Ok(None) };
    let names = index::names_of_pairs(&letter.record);
    // A pair's own id comes before the other numbers of another pair.
    let own = letter.record.pairs.iter().position(|pair| pair.id == id);
    if let Some(at) = own.or_else(|| names.iter().position(|names| names.iter().any(|name| name == id))) {
        return Ok(Some(Shown::Pair(Box::new(pair(&letter, at)))));
    }
    let is_section = (0..letter.record.sections.len()).any(|at| index::section_id(letter_id, at) == id);
    Ok(is_section.then(|| Shown::Letter(Box::new(whole(&letter)))))
}

fn whole(letter: &Letter) -> ShownLetter {
    ShownLetter { letter: letter.record.clone(), others: letter.others.clone() }
}

fn pair(letter: &Letter, at: usize) -> ShownPair {
    let record = &letter.record;
    let pair = &record.pairs[at];
    let concerns = |warning: &&Warning| warning.pair.as_deref() == Some(pair.id.as_str());
    ShownPair {
        letter: front(record, letter),
        pair: pair.clone(),
        footnotes: index::notes_of_pair(record, at).into_iter().map(|note| record.footnotes[note].clone()).collect(),
        references: index::references_of_pair(record, at).into_iter().map(|at| record.references[at].clone()).collect(),
        warnings: record.warnings.iter().filter(concerns).cloned().collect(),
    }
}

fn front(record: &Record, letter: &Letter) -> Front {
    Front {
        id: record.id.clone(),
        kind: record.kind,
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
