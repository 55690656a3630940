//! Makes the letter object of a document as read.

use std::ops::Range;

use super::ids::{note_id, pair_id};
use super::plain::Encoding;
use super::spots::Spots;
use super::{Document, Scan, left_out, page_labels, page_maps, references, tables, warnings};
use crate::citation::Citation;
use crate::layout::Text;
use crate::letter::{self, Letter};
use crate::record::page_map::Reading;
use crate::record::{
    Answer, Asker, Chamber, Confidence, Footnote, Heading, LetterId, Pair, Paragraph, ParagraphKind, Place, Question,
    Recognised, Record, Related, Relation, Responder, Section, Source, SourceKind, Stated,
};

/// Makes the letter object.
#[must_use]
pub fn record(document: &Document) -> Record {
    reading(document).0
}

/// Makes the letter object and the maps of its pages. The path of its source is left to the caller, who knows it.
#[must_use]
pub fn reading(document: &Document) -> Reading {
    let Document { text, letter, sha256, scans, encoding, frames: _, account: _ } = document;
    let front = &letter.front;
    let id = id(letter, sha256);
    let spots = Spots::of(text, letter);
    let found = references::find(text, letter, &spots);
    let maps = page_maps::make(document, &spots, &found.places);
    let record = Record {
        kind: letter.kind,
        chamber: front.chamber.map(Chamber::from),
        identifier: front.identifier.clone().map(Stated::from),
        vergaderjaar: front.vergaderjaar.map(Stated::from),
        asked: front.asked.map(Stated::from),
        date: front.date.map(Stated::from),
        title: front.title.clone(),
        committee: front.committee.clone(),
        askers: front.askers.iter().map(|a| Asker { name: a.name.clone(), party: a.party.clone() }).collect(),
        responders: front.responders.iter().map(responder).collect(),
        case_numbers: front.case_numbers.iter().cloned().map(Stated::from).collect(),
        related: related(text, letter, &found),
        source: Some(Source { path: String::new(), sha256: Some(sha256.clone()), kind: Some(source_kind(*encoding)) }),
        pages: (!text.pages().is_empty()).then_some(text.pages().len()),
        page_labels: page_labels::labels(text),
        pairs: letter.pairs.iter().map(|p| pair(text, letter, &id, p)).collect(),
        announced: letter.announced,
        sections: letter.sections.iter().map(|s| section(text, s)).collect(),
        headings: headings(text, letter, &id),
        tables: tables::all(text, &spots),
        left_out: left_out::all(text),
        footnotes: letter.notes.iter().map(|n| footnote(text, &spots, n)).collect(),
        features: Some(letter.features),
        warnings: warnings::all(document, &id, &found),
        ocr: scans.iter().filter_map(recognised).collect(),
        references: found.references,
        id,
    };
    (record, maps)
}

/// A page that was read from its picture.
fn recognised(scan: &Scan) -> Option<Recognised> {
    let confidence = Confidence::new(*scan.outcome.as_ref().ok()?);
    Some(Recognised { page: scan.page, confidence })
}

/// The official identifier, else one made of the day and the bytes.
fn id(letter: &Letter, sha256: &str) -> LetterId {
    /// Hex digits of the hash that tell two letters of one day apart.
    const DIGITS: usize = 8;
    let id = letter.front.identifier.as_ref().map_or_else(
        || {
            let day = letter.front.date.map_or_else(|| "undated".to_owned(), |day| day.to_string());
            format!("brief-{day}-{}", sha256.get(..DIGITS).unwrap_or(sha256))
        },
        Citation::id,
    );
    id.parse().expect("official identifiers, dates and hashes have no `#`")
}

/// What the bytes were: only a text file has an encoding.
fn source_kind(encoding: Option<Encoding>) -> SourceKind {
    if encoding.is_some() { SourceKind::Text } else { SourceKind::Pdf }
}

fn responder(responder: &letter::Responder) -> Responder {
    Responder {
        name: responder.name.clone(),
        office: responder.office.clone(),
        ministry: responder.ministry().map(str::to_owned),
        on_behalf: responder.on_behalf,
    }
}

/// The letters that the front names, with how this one belongs to them: Aanhangsels («Zie ook»), and letters of which
/// words say that this one adds to them, corrects or repeats them.
fn related(text: &Text, letter: &Letter, found: &references::All) -> Vec<Related> {
    let mut related: Vec<Related> = Vec::new();
    for (reference, at) in found.references.iter().zip(&found.places).filter(|(r, _)| r.place == Place::Front) {
        let said = letter::relation(letter.kind, letter.front.answers_as, text.slice(&(0..at.start)));
        let Some(said) = said else { continue };
        let letter = match reference.id.value() {
            Some(Citation::Aanhangsel(_)) => true,
            Some(Citation::Kamerstuk(_)) => said != Relation::See,
            _ => false,
        };
        let id = reference.id.to_string();
        if letter && !related.iter().any(|known| known.id == id) {
            related.push(Related { id, how: said });
        }
    }
    related
}

fn pair(text: &Text, letter: &Letter, id: &LetterId, pair: &letter::Pair) -> Pair {
    let questions = pair.questions.iter().filter_map(|&index| letter.questions.get(index)).map(|question| Question {
        numbers: question.numbers.clone(),
        text: text.slice(&question.body).to_owned(),
        paragraphs: paragraphs(text, &question.body),
        pages: text.pages_of(&question.body),
    });
    let answer = pair.answer.and_then(|index| letter.answers.get(index));
    Pair {
        id: pair_id(id, pair),
        numbers: pair.numbers.clone(),
        questions: questions.collect(),
        answer: answer.map(|answer| Answer {
            text: text.slice(&answer.body).to_owned(),
            paragraphs: paragraphs(text, &answer.body),
            pages: text.pages_of(&answer.body),
        }),
        see: answer.map(|answer| answer.see.clone()).unwrap_or_default(),
    }
}

/// The headings of questions and answers, each with the pair of the text that comes after it.
fn headings(text: &Text, letter: &Letter, id: &LetterId) -> Vec<Heading> {
    let mut texts: Vec<(usize, &letter::Pair)> = Vec::new();
    for pair in &letter.pairs {
        let questions = pair.questions.iter().filter_map(|&at| letter.questions.get(at)).map(|own| own.body.start);
        let answer = pair.answer.and_then(|at| letter.answers.get(at)).map(|own| own.body.start);
        texts.extend(questions.chain(answer).map(|start| (start, pair)));
    }
    texts.sort_by_key(|(start, _)| *start);
    let heading = |at: &Range<usize>| Heading {
        text: text.slice(at).trim().to_owned(),
        page: text.pages_of(at).first().copied(),
        pair: texts.get(texts.partition_point(|(start, _)| *start < at.end)).map(|(_, pair)| pair_id(id, pair)),
    };
    letter.headings.iter().map(heading).collect()
}

/// The paragraphs of a span, in code points from its start; none where no item of a list is among them.
fn paragraphs(text: &Text, span: &Range<usize>) -> Vec<Paragraph> {
    let first = text.paragraphs().partition_point(|paragraph| paragraph.at.end <= span.start);
    let inside = text.paragraphs()[first..].iter().take_while(|paragraph| paragraph.at.start < span.end);
    let items: Vec<usize> = inside.flat_map(|paragraph| &paragraph.items).copied().collect();
    let (mut start, mut point) = (span.start, 0);
    let paragraphs: Vec<Paragraph> = text
        .slice(span)
        .split('\n')
        .map(|own| {
            let kind = if items.contains(&start) { ParagraphKind::Item } else { ParagraphKind::Plain };
            let at = [point, point + own.chars().count()];
            (start, point) = (start + own.len() + 1, at[1] + 1);
            Paragraph { at, kind }
        })
        .collect();
    if paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::Item) { paragraphs } else { Vec::new() }
}

fn section(text: &Text, section: &letter::Section) -> Section {
    let body: &Range<usize> = &section.body;
    let heading = section.heading.as_ref().map(|heading| text.slice(heading).to_owned());
    Section {
        part: section.part,
        heading,
        text: text.slice(body).to_owned(),
        paragraphs: paragraphs(text, body),
        pages: text.pages_of(&section.span()),
    }
}

fn footnote(text: &Text, spots: &Spots<'_>, note: &letter::Note) -> Footnote {
    let id = note_id(note);
    Footnote {
        mark: id.mark.clone(),
        system: id.system,
        id,
        text: text.slice(&note.body).to_owned(),
        paragraphs: paragraphs(text, &note.body),
        page: text.pages_of(&note.body).first().copied(),
        anchor: note.places.iter().map(place).collect(),
        spots: note.places.iter().map(|place| spots.at(&(place.at..place.at))).collect(),
    }
}

fn place(place: &letter::Place) -> Place {
    match place.kind {
        letter::PlaceKind::Question => Place::Question(place.numbers.clone().into()),
        letter::PlaceKind::Answer => Place::Answer(place.numbers.clone().into()),
        letter::PlaceKind::Front => Place::Front,
        letter::PlaceKind::Other => Place::Other,
    }
}
