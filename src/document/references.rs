//! The parts of a letter come in; every mention of another document, with its place, goes out.

use std::ops::Range;

use super::record::{footnote_id, joined};
use crate::citation::{self, NearMiss};
use crate::layout::Text;
use crate::letter::{Letter, SectionPart};
use crate::record::Reference;

/// What the citations of a letter are.
pub(super) struct All {
    pub(super) references: Vec<Reference>,
    /// Near misses, with their span in the text.
    pub(super) near_misses: Vec<(NearMiss, Range<usize>)>,
    /// Citations with more than one reading, with their span.
    pub(super) ambiguous: Vec<(String, Range<usize>)>,
}

/// A part of the letter in which citations are looked for.
struct Part {
    place: String,
    at: Range<usize>,
    mark: Option<String>,
}

/// Finds and resolves them: sections and blocks in order of place, then the notes.
pub(super) fn find(text: &Text, letter: &Letter) -> All {
    let parts = parts(letter);
    let texts: Vec<(Option<&str>, &str)> =
        parts.iter().map(|part| (part.mark.as_deref(), text.slice(&part.at))).collect();
    let found = citation::resolve(&texts);
    let mut all = All { references: Vec::new(), near_misses: Vec::new(), ambiguous: Vec::new() };
    for (part, found) in parts.iter().zip(found) {
        for mention in found.mentions {
            let at = part.at.start + mention.at.start..part.at.start + mention.at.end;
            let id = mention.citation.id();
            // The document's own number in its own head cites nothing.
            if part.place == "front" && letter.front.identifier.as_deref() == Some(id.as_str()) {
                continue;
            }
            if !mention.alternatives.is_empty() {
                all.ambiguous.push((id.clone(), at.clone()));
            }
            all.references.push(Reference {
                alternatives: mention.alternatives.iter().map(citation::Citation::id).collect(),
                place: part.place.clone(),
                text: text.slice(&at).to_owned(),
                url: mention.citation.address(),
                page: text.pages_of(&at).first().copied(),
                id,
            });
        }
        for miss in found.near_misses {
            let at = part.at.start + miss.at.start..part.at.start + miss.at.end;
            all.near_misses.push((miss, at));
        }
    }
    all
}

fn parts(letter: &Letter) -> Vec<Part> {
    let sections = letter.sections.iter().map(|section| Part {
        place: if section.part == SectionPart::Front { "front" } else { "other" }.to_owned(),
        at: section.span(),
        mark: None,
    });
    let questions = letter.questions.iter().map(|question| Part {
        place: format!("question:{}", joined(&question.numbers)),
        at: question.body.clone(),
        mark: None,
    });
    let answers = letter.answers.iter().map(|answer| Part {
        place: format!("answer:{}", joined(&answer.numbers)),
        at: answer.body.clone(),
        mark: None,
    });
    let mut parts: Vec<Part> = sections.chain(questions).chain(answers).collect();
    parts.sort_by_key(|part| part.at.start);
    parts.extend(letter.notes.iter().map(|note| Part {
        place: footnote_id(note),
        at: note.body.clone(),
        mark: Some(note.mark.clone()),
    }));
    parts
}
