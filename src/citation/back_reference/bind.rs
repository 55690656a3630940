//! Binds the short forms of a letter («idem», «zie noot 3») to what they stand for. The passages of the letter are read
//! in order, body and notes.
//!
//! **Invariant:** a short form stands for what is cited last before it in the same note, else for what the note before
//! cites, else for what the note that it names cites; where that is several documents, the others are its alternatives.
//! **Invariant:** where nothing is cited there, or where a note may be missing in between, it stays unresolved.

use std::collections::HashMap;

use super::find::{Short, Target, shorts};
use crate::citation::find::{Setting, find};
use crate::citation::kamerstuk::Kamerstuk;
use crate::citation::mention::{Found, Mention, NearMiss, NearMissKind};
use crate::citation::tuning;
use crate::citation::{Citation, Ondernummer};

/// A text of a letter: a block of its body, or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The text.
    pub text: &'a str,
    /// Which note it is; `None` for the body.
    pub note: Option<Note<'a>>,
}

/// A note, by the series that it belongs to and its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Note<'a> {
    /// Each series of notes counts for itself; 0 is the letter's own.
    pub series: usize,
    /// The bare mark: «3».
    pub mark: &'a str,
}

impl<'a> Passage<'a> {
    /// A block of the body.
    #[must_use]
    pub fn body(text: &'a str) -> Self {
        Self { text, note: None }
    }

    /// A note.
    #[must_use]
    pub fn note(series: usize, mark: &'a str, text: &'a str) -> Self {
        Self { text, note: Some(Note { series, mark }) }
    }
}

/// Finds all citations of a letter, and binds «idem», «ibidem», «zie noot 3» to what they stand for.
#[must_use]
pub fn resolve(passages: &[Passage<'_>]) -> Vec<Found> {
    let mut all: Vec<Found> = passages
        .iter()
        .map(|passage| find(passage.text, if passage.note.is_some() { Setting::Footnote } else { Setting::Running }))
        .collect();
    let mut notes = Notes::of(passages);
    // the body points to notes only: it comes last, though it stands first
    let (first, last): (Vec<_>, Vec<_>) = passages.iter().enumerate().partition(|(_, passage)| passage.note.is_some());
    for (index, passage) in first.into_iter().chain(last) {
        let mut shorts = shorts(passage.text);
        // in the body «idem» is a word of the sentence, but for «idem, nr. 13»
        shorts.retain(|short| passage.note.is_some() || short.target != Target::Before || short.number.is_some());
        if let Some(found) = all.get_mut(index) {
            bind(found, shorts, |short| notes.candidates(short, index, passage.note));
            notes.cite(index, found);
        }
    }
    all
}

/// The notes of a letter, with what each of them cites.
struct Notes<'a> {
    /// The places of all notes, by their mark, ascending.
    places: HashMap<&'a str, Vec<(usize, usize)>>,
    /// The note right before, where the marks say that none is missing.
    before: HashMap<usize, usize>,
    /// The documents that a passage cites, each once; at most one more than [`OPEN`].
    cited: HashMap<usize, Vec<Citation>>,
}

impl<'a> Notes<'a> {
    fn of(passages: &[Passage<'a>]) -> Self {
        let mut notes = Self { places: HashMap::new(), before: HashMap::new(), cited: HashMap::new() };
        let mut last: HashMap<usize, (usize, &str)> = HashMap::new();
        for (index, note) in passages.iter().enumerate().filter_map(|(index, p)| Some((index, p.note?))) {
            notes.places.entry(note.mark).or_default().push((note.series, index));
            if let Some((previous, mark)) = last.insert(note.series, (index, note.mark))
                && successive(mark, note.mark)
            {
                notes.before.insert(index, previous);
            }
        }
        notes
    }

    fn cite(&mut self, index: usize, found: &Found) {
        let cited = self.cited.entry(index).or_default();
        for mention in &found.mentions {
            if cited.len() > tuning::open_max() {
                break;
            }
            if !cited.contains(&mention.citation) {
                cited.push(mention.citation.clone());
            }
        }
    }

    /// The documents that a short form without a witness in its own note may stand for, likeliest first; `None` where the
    /// body points to a note that cites nothing: an article in a newspaper, which is no matter of ours.
    fn candidates(&self, short: &Short, index: usize, own: Option<Note<'_>>) -> Option<Vec<Citation>> {
        let cited = |index: usize| self.cited.get(&index).cloned().unwrap_or_default();
        match &short.target {
            // in the body only what stands before it in the same text is its witness
            Target::Before if own.is_none() => None,
            Target::Before => {
                let mut cited = self.before.get(&index).map(|&before| cited(before)).unwrap_or_default();
                cited.reverse();
                Some(cited)
            }
            Target::Note(mark) => {
                let places = self.places.get(mark.as_str()).map(Vec::as_slice).unwrap_or_default();
                let Some(own) = own else {
                    let open: Vec<_> =
                        places.iter().take(tuning::open_max()).flat_map(|&(_, place)| cited(place)).collect();
                    return (places.is_empty() || !open.is_empty()).then_some(open);
                };
                // the nearest note before with that mark: marks may begin anew
                let before = |&&(series, place): &&(usize, usize)| series == own.series && place < index;
                let found = places.iter().rfind(before).or_else(|| places.iter().find(|&&(_, place)| place != index));
                Some(found.map(|&(_, place)| cited(place)).unwrap_or_default())
            }
        }
    }
}

/// «3», «4»: no note is missing between them. Of marks that do not count nothing is known.
fn successive(first: &str, second: &str) -> bool {
    match (first.parse::<u32>(), second.parse::<u32>()) {
        (Ok(first), Ok(second)) => first.checked_add(1) == Some(second),
        _ => true,
    }
}

/// Adds mentions and near misses for the short forms of one passage.
fn bind(found: &mut Found, shorts: Vec<Short>, candidates: impl Fn(&Short) -> Option<Vec<Citation>>) {
    let mut read = std::mem::take(&mut found.mentions).into_iter().peekable();
    let mut mentions: Vec<Mention> = Vec::new();
    for short in shorts {
        while let Some(mention) = read.next_if(|mention| mention.at.end <= short.at.start) {
            mentions.push(mention);
        }
        if read.peek().is_some_and(|next| next.at.start < short.at.end) {
            continue;
        }
        let own = mentions.last().filter(|_| short.target == Target::Before);
        let Some(open) = own.map(|last| vec![last.citation.clone()]).or_else(|| candidates(&short)) else { continue };
        let mut open = meant(open, short.number.as_ref());
        if open.is_empty() || open.len() > tuning::open_max() {
            found.near_misses.push(NearMiss { at: short.at, kind: NearMissKind::Unresolved });
        } else {
            let citation = open.remove(0);
            mentions.push(Mention { at: short.at, citation, alternatives: open });
        }
    }
    mentions.extend(read);
    found.mentions = mentions;
    found.near_misses.sort_by_key(|miss| (miss.at.start, miss.at.end, miss.kind));
}

/// What is meant: the documents themselves, or with «nr. 13» another paper of their dossiers; each once.
fn meant(open: Vec<Citation>, number: Option<&Ondernummer>) -> Vec<Citation> {
    let mut meant: Vec<Citation> = Vec::new();
    for citation in open {
        let citation = match number {
            None => citation,
            Some(number) => {
                let Some(dossier) = citation.dossier() else { continue };
                Citation::Kamerstuk(Kamerstuk::new(dossier, number.clone()))
            }
        };
        if !meant.contains(&citation) {
            meant.push(citation);
        }
    }
    meant
}
