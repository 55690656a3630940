//! Gathers every mention of another document in a letter, with the place where it stands.

use std::ops::Range;

use super::ids::note_id;
use super::spots::Spots;
use crate::citation::{self, Citation, NearMiss, Passage};
use crate::layout::Text;
use crate::letter::{Letter, Note};
use crate::record::{NoteSystem, Place, Reference, SectionPart, Stated};

/// What the citations of a letter are.
pub(super) struct All {
    pub(super) references: Vec<Reference>,
    /// The span of each of them in the text.
    pub(super) places: Vec<Range<usize>>,
    /// Near misses, with their span in the text.
    pub(super) near_misses: Vec<(NearMiss, Range<usize>)>,
    /// Citations with more than one reading, with their span.
    pub(super) ambiguous: Vec<(String, Range<usize>)>,
}

/// A part of the letter in which citations are looked for.
struct Searched<'a> {
    place: Place,
    at: Range<usize>,
    note: Option<&'a Note>,
}

fn series(note: &Note) -> usize {
    match note.system {
        NoteSystem::Letter => 0,
        NoteSystem::Questioner => 1,
    }
}

/// Finds and resolves them: sections and blocks in order of place, then the notes.
pub(super) fn find(text: &Text, letter: &Letter, spots: &Spots<'_>) -> All {
    let parts = parts(letter);
    let passages: Vec<Passage<'_>> = parts
        .iter()
        .map(|part| {
            let own = text.slice(&part.at);
            part.note.map_or(Passage::body(own), |note| Passage::note(series(note), &note.mark, own))
        })
        .collect();
    let found = citation::resolve(&passages);
    let mut all = All { references: Vec::new(), places: Vec::new(), near_misses: Vec::new(), ambiguous: Vec::new() };
    for (part, found) in parts.iter().zip(found) {
        for mention in found.mentions {
            let at = part.at.start + mention.at.start..part.at.start + mention.at.end;
            if part.place == Place::Front && is_own(letter, &mention.citation, text.slice(&at)) {
                continue;
            }
            if !mention.alternatives.is_empty() {
                all.ambiguous.push((mention.citation.id(), at.clone()));
            }
            all.places.push(at.clone());
            all.references.push(Reference {
                alternatives: mention.alternatives.into_iter().map(Stated::from).collect(),
                place: part.place.clone(),
                text: text.slice(&at).to_owned(),
                spot: spots.at(&at),
                url: mention.citation.address(),
                page: text.pages_of(&at).first().copied(),
                id: mention.citation.into(),
            });
        }
        for miss in found.near_misses {
            let at = part.at.start + miss.at.start..part.at.start + miss.at.end;
            all.near_misses.push((miss, at));
        }
    }
    all
}

/// The document's own number in its own head cites nothing, nor does its dossier under the session year.
fn is_own(letter: &Letter, cited: &Citation, printed: &str) -> bool {
    let Some(own) = &letter.front.identifier else { return false };
    let head = || matches!(cited, Citation::Dossier(_)) && printed.contains('\n');
    own == cited || (head() && own.dossier() == cited.dossier())
}

fn parts(letter: &Letter) -> Vec<Searched<'_>> {
    let sections = letter.sections.iter().map(|section| Searched {
        place: if section.part == SectionPart::Front { Place::Front } else { Place::Other },
        at: section.span(),
        note: None,
    });
    let questions = letter.questions.iter().map(|question| Searched {
        place: Place::Question(question.numbers.clone().into()),
        at: question.body.clone(),
        note: None,
    });
    let answers = letter.answers.iter().map(|answer| Searched {
        place: Place::Answer(answer.numbers.clone().into()),
        at: answer.body.clone(),
        note: None,
    });
    let mut parts: Vec<Searched<'_>> = sections.chain(questions).chain(answers).collect();
    parts.sort_by_key(|part| part.at.start);
    parts.extend(letter.notes.iter().map(|note| Searched {
        place: Place::Footnote(note_id(note)),
        at: note.body.clone(),
        note: Some(note),
    }));
    parts
}
