//! A letter comes in; which notes and references belong to which pair or section goes out, as places in its lists.
//!
//! **Invariant:** everything that stands nowhere else belongs to the letter as a whole.

use std::collections::BTreeSet;

use crate::record::{Anchor, Number, Pair, Part, Record, Section, SectionPart};

/// What belongs where.
pub(super) struct Places {
    /// For each pair: every id that leads to it.
    pub(super) names_of_pairs: Vec<Vec<String>>,
    /// For each pair: the notes whose marks stand in it.
    pub(super) notes_of_pairs: Vec<Vec<usize>>,
    /// For each section: the notes whose marks stand in it, as far as their page tells.
    pub(super) notes_of_sections: Vec<Vec<usize>>,
    /// For each reference: the pairs to which it belongs, or the letter as a whole.
    pub(super) pairs_of_references: Vec<Vec<Option<usize>>>,
    /// For each section: the references in it, as far as their page tells.
    pub(super) references_of_sections: Vec<Vec<usize>>,
}

impl Places {
    pub(super) fn of(record: &Record) -> Self {
        let mut notes_of_pairs = vec![Vec::new(); record.pairs.len()];
        let mut notes_of_sections = vec![Vec::new(); record.sections.len()];
        for (at, note) in record.footnotes.iter().enumerate() {
            let pairs: BTreeSet<usize> =
                note.anchor.iter().filter_map(|anchor| pair_at(record, anchor, note.page)).collect();
            for pair in pairs {
                notes_of_pairs[pair].push(at);
            }
            for anchor in &note.anchor {
                if let Some(section) = section_at(record, anchor.part, note.page, None) {
                    notes_of_sections[section].push(at);
                }
            }
        }
        let mut references_of_sections = vec![Vec::new(); record.sections.len()];
        let mut pairs_of_references = Vec::with_capacity(record.references.len());
        for (at, reference) in record.references.iter().enumerate() {
            let anchors = anchors_of(record, &reference.place);
            for anchor in &anchors {
                if let Some(section) = section_at(record, anchor.part, reference.page, Some(&reference.text)) {
                    references_of_sections[section].push(at);
                }
            }
            let pairs: BTreeSet<Option<usize>> =
                anchors.iter().map(|anchor| pair_at(record, anchor, reference.page)).collect();
            pairs_of_references.push(if pairs.is_empty() { vec![None] } else { pairs.into_iter().collect() });
        }
        let names_of_pairs = names_of_pairs(record);
        Self { names_of_pairs, notes_of_pairs, notes_of_sections, pairs_of_references, references_of_sections }
    }

    /// The references that belong to a pair, or to the letter as a whole.
    pub(super) fn references_of(&self, pair: Option<usize>) -> impl Iterator<Item = usize> {
        self.pairs_of_references.iter().enumerate().filter(move |(_, pairs)| pairs.contains(&pair)).map(|(at, _)| at)
    }
}

/// For each pair of a letter: every id that leads to it.
#[must_use]
pub fn names_of_pairs(record: &Record) -> Vec<Vec<String>> {
    record.pairs.iter().map(|pair| names(record, pair)).collect()
}

/// The notes whose marks stand in a pair, as places in [`Record::footnotes`].
#[must_use]
pub fn notes_of_pair(record: &Record, pair: usize) -> Vec<usize> {
    Places::of(record).notes_of_pairs.swap_remove(pair)
}

/// The notes whose marks stand in a section, as places in [`Record::footnotes`].
#[must_use]
pub fn notes_of_section(record: &Record, section: usize) -> Vec<usize> {
    Places::of(record).notes_of_sections.swap_remove(section)
}

/// The references in a pair and in its notes, as places in [`Record::references`].
#[must_use]
pub fn references_of_pair(record: &Record, pair: usize) -> Vec<usize> {
    Places::of(record).references_of(Some(pair)).collect()
}

/// Where a reference stands: `front`, `question:3,4`, `answer:6`, `other`, or at the marks of a footnote.
fn anchors_of(record: &Record, place: &str) -> Vec<Anchor> {
    let anchor = |part, numbers: Option<&str>| vec![Anchor { part, numbers: numbers.map(str::to_owned) }];
    match place.split_once(':') {
        Some(("question", numbers)) => anchor(Part::Question, Some(numbers)),
        Some(("answer", numbers)) => anchor(Part::Answer, Some(numbers)),
        Some(("footnote", _)) => {
            record.footnotes.iter().find(|note| note.id == place).map(|note| note.anchor.clone()).unwrap_or_default()
        }
        _ if place == "front" => anchor(Part::Front, None),
        _ => anchor(Part::Other, None),
    }
}

/// The pair in which an anchor stands. Where a second numbering repeats the numbers, the page decides.
fn pair_at(record: &Record, anchor: &Anchor, page: Option<usize>) -> Option<usize> {
    let numbers = anchor.numbers.as_deref()?;
    let stands_in = |pair: &Pair| match anchor.part {
        Part::Question => pair.questions.iter().any(|question| joined(&question.numbers) == numbers),
        Part::Answer => joined(&pair.numbers) == numbers,
        Part::Front | Part::Other => false,
    };
    let mut candidates = record.pairs.iter().enumerate().filter(|(_, pair)| stands_in(pair)).peekable();
    let first = candidates.peek().map(|(at, _)| *at);
    let on_page = page.and_then(|page| candidates.find(|(_, pair)| pages(pair).any(|p| p == page)).map(|(at, _)| at));
    on_page.or(first)
}

/// The section in which an anchor stands: of its part on that page the one with these words, else the first; else the
/// first of its part.
fn section_at(record: &Record, part: Part, page: Option<usize>, words: Option<&str>) -> Option<usize> {
    let wanted = match part {
        Part::Front => SectionPart::Front,
        Part::Other => SectionPart::Other,
        Part::Question | Part::Answer => return None,
    };
    let of_part = || record.sections.iter().enumerate().filter(|(_, section)| section.part == wanted);
    let on_page = || of_part().filter(|(_, section)| page.is_some_and(|page| section.pages.contains(&page)));
    let holds = |section: &Section, words: &str| {
        section.text.contains(words) || section.heading.as_ref().is_some_and(|heading| heading.contains(words))
    };
    let with = |words: &str| {
        let mut near = on_page().chain(of_part());
        near.find(|(_, section)| holds(section, words))
    };
    words.and_then(with).or_else(|| on_page().next()).or_else(|| of_part().next()).map(|(at, _)| at)
}

/// All ids that lead to a pair: its own, and one for each of its numbers and those of its questions.
fn names(record: &Record, pair: &Pair) -> Vec<String> {
    let mut names = BTreeSet::from([pair.id.clone()]);
    let numbers: BTreeSet<Number> = pair
        .numbers
        .iter()
        .copied()
        .chain(pair.questions.iter().flat_map(|question| question.numbers.iter().copied()))
        .collect();
    if let Some((stem, _)) = pair.id.rsplit_once('v') {
        let others = numbers.iter().map(|number| format!("{stem}v{number}"));
        // An id that another pair bears as its own leads there.
        names.extend(others.filter(|name| !record.pairs.iter().any(|other| other.id == *name && other.id != pair.id)));
    }
    names.into_iter().collect()
}

/// The pages of a pair, questions first.
fn pages(pair: &Pair) -> impl Iterator<Item = usize> {
    let answer = pair.answer.iter().flat_map(|answer| answer.pages.iter().copied());
    pair.questions.iter().flat_map(|question| question.pages.iter().copied()).chain(answer)
}

/// Numbers as anchors print them.
fn joined(numbers: &[Number]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
