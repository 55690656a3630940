//! Finds who cites a document, the newest first.
//!
//! **Invariant:** counts of a document are of mentions; of what is cited beside another, of pairs and sections.

use std::collections::BTreeMap;
use std::ops::Range;

use tantivy::query::{BooleanQuery, Occur, Query as Engine};

use super::collector::{Collected, Order, Unit, Wanted, collect};
use super::document_query::DocumentQuery;
use super::error::Error;
use super::hits::letters::{Letter, Letters};
use super::hits::snippet;
use super::options::Options;
use super::results::{Cited, Cites, Citing, Context, Count};
use super::{compile, execute};
use crate::citation::{Citation, Kamerstuk};
use crate::index::{Key, Reader, Role};
use crate::normalize;
use crate::record::{Place, Record, Reference, SectionPart, Spot, Stated};

/// Most documents that are named as cited in the same places.
const MAX_COCITED: usize = 20;
/// Most papers that are named as near one that nobody cites.
const MAX_NEIGHBOURS: usize = 10;

/// Who cites a document or a dossier.
pub(super) fn cites(reader: &Reader, document: &str, options: &Options) -> Result<Cites, Error> {
    let asked = DocumentQuery::read(document)?;
    let searcher = reader.searcher();
    let ask = |cited: Box<dyn Engine>, roles: &[&str], wanted: &Wanted| {
        let roles = compile::roles(reader.fields(), roles);
        let query = BooleanQuery::new(vec![(Occur::Must, cited), (Occur::Must, roles)]);
        collect(&searcher, &query, wanted).map_err(|error| Error::from(reader.error(error)))
    };
    let mention = Role::Mention { reference: 0, pair: None }.name();
    let cited = || asked.cited(reader.fields());
    let mentions = ask(
        cited(),
        &[mention],
        &Wanted { order: Order::Newest, years: true, unit: Unit::Entry, ..execute::wanted(options)? },
    )?;
    let counted =
        Wanted { order: Order::Newest, unit: Unit::Entry, offset: 0, limit: 0, keys: vec![Key::Cites], years: false };
    let places = ask(cited(), &[Role::Pair(0).name(), Role::Section(0).name()], &counted)?;

    let mut letters = Letters::new(reader, &searcher);
    let mut hits = Vec::with_capacity(mentions.best.len());
    for &(at, _) in &mentions.best {
        let (letter, role) = letters.at(at)?;
        hits.push(citing(&letter, role, &asked).ok_or_else(|| reader.corrupt())?);
    }
    let years =
        mentions.years.iter().rev().map(|(year, count)| Count { value: year.to_string(), count: *count }).collect();
    // One more than is shown may come before: of all mentions the newest, and the letters that they stand in.
    let all = Wanted { limit: 1, keys: vec![Key::Cites, Key::Letter], ..counted.clone() };
    let all = ask(cited(), &[mention], &all)?;
    let newest = all.best.first().map(|&(at, _)| letters.at(at)).transpose()?;
    let newest = newest.and_then(|(letter, _)| letter.record.date.clone());
    let [cited_here, letters_here]: [BTreeMap<String, usize>; 2] =
        all.counts.try_into().map_err(|_| reader.corrupt())?;
    let mut neighbours = Vec::new();
    if let DocumentQuery::One(paper, _) = &asked {
        for dossier in paper.dossier().into_iter().flat_map(|own| [own.clone(), own.base()]) {
            let dossier = compile::exact_term(reader.fields(), Key::Cites, &Citation::Dossier(dossier).id());
            neighbours = near(paper, counts(ask(compile::filter(dossier), &[mention], &counted)?));
            if !neighbours.is_empty() {
                break;
            }
        }
    }
    let cocited = cocited(counts(places), &asked);
    let alternatives = asked.alternatives();
    Ok(Cites {
        id: asked.id(),
        alternatives,
        total: mentions.total,
        letters: letters_here.len(),
        newest,
        hits,
        years,
        cocited,
        papers: papers(cited_here, &asked),
        neighbours,
    })
}

/// How often each document is cited in what was collected.
fn counts(collected: Collected) -> BTreeMap<String, usize> {
    collected.counts.into_iter().next().unwrap_or_default()
}

/// What else is cited, the most often first; the dossiers of what is cited are none.
fn cocited(counts: BTreeMap<String, usize>, asked: &DocumentQuery) -> Vec<Cited> {
    let id = asked.id();
    let others = counts.into_iter().filter(|(other, _)| *other != id && !other.starts_with("dossier-"));
    let mut others: Vec<Cited> = others.map(|(id, count)| Cited { id, count }).collect();
    others.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
    others.truncate(MAX_COCITED);
    others
}

/// The documents that are asked for together, the most often cited first; none where one was asked for.
fn papers(counts: BTreeMap<String, usize>, asked: &DocumentQuery) -> Vec<Cited> {
    let own = asked.id();
    let is_of = |id: &String| *id != own && !id.starts_with("dossier-") && asked.has(&Stated::of(id));
    let mut papers: Vec<Cited> =
        counts.into_iter().filter(|(id, _)| is_of(id)).map(|(id, count)| Cited { id, count }).collect();
    papers.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
    papers.truncate(MAX_COCITED);
    papers
}

/// The papers nearest to one, in its part of the dossier first; of a part of a dossier, the other parts.
fn near(paper: &Citation, counts: BTreeMap<String, usize>) -> Vec<Cited> {
    let Some(own) = paper.dossier() else { return Vec::new() };
    let distance = |other: &Citation| {
        let dossier = other.dossier().filter(|dossier| dossier.base() == own.base())?;
        match (paper, other) {
            (Citation::Kamerstuk(paper), Citation::Kamerstuk(other)) => {
                let ((kind, place), (other_kind, other_place)) = (rank(paper), rank(other));
                Some((dossier != own, kind != other_kind, place.abs_diff(other_place)))
            }
            (Citation::Dossier(_), Citation::Dossier(part)) if part.toevoeging().is_some() => Some((true, false, 0)),
            _ => None,
        }
    };
    let mut near: Vec<_> = counts
        .into_iter()
        .filter_map(|(id, count)| {
            let other: Citation = id.parse().ok()?;
            Some((distance(&other)?, other, count))
        })
        .collect();
    near.sort();
    near.truncate(MAX_NEIGHBOURS);
    near.into_iter().map(|(_, other, count)| Cited { id: other.id(), count }).collect()
}

/// The kind of number of a paper, and its place among those of its kind: numbers 1, 2, 3, letters A … Z, AA, AB.
fn rank(paper: &Kamerstuk) -> (bool, u32) {
    if let Some(number) = paper.ondernummer().number() {
        return (false, number.into());
    }
    let letters = paper.ondernummer().to_string();
    let place = |c: char| u32::from(c) - u32::from('A') + 1;
    let capitals = letters.chars().filter(char::is_ascii_uppercase);
    (true, capitals.fold(0, |sum: u32, c| sum.saturating_mul(26).saturating_add(place(c))))
}

fn citing(letter: &Letter, role: Role, asked: &DocumentQuery) -> Option<Citing> {
    let Role::Mention { reference: at, pair } = role else { return None };
    let record = &letter.record;
    let reference = record.references.get(at)?;
    let (anchor, marked) = match mark(letter, &reference.place, pair) {
        Some((anchor, spot)) => (Some(anchor), spot.and_then(|spot| around(record, spot))),
        None => (None, None),
    };
    let pair = match pair {
        Some(at) => Some(record.pairs.get(at)?.id.clone()),
        None => None,
    };
    Some(Citing {
        letter: record.id.clone(),
        pair,
        place: reference.place.clone(),
        anchor,
        marked,
        id: reference.id.clone(),
        date: record.date.clone(),
        title: record.title.clone(),
        kind: record.kind,
        text: reference.text.clone(),
        context: reference.spot.and_then(|spot| around(record, spot)).unwrap_or_else(|| context(record, at, reference)),
        page: reference.page,
        alternative: !asked.has(&reference.id),
    })
}

/// The passage around a spot.
fn around(record: &Record, spot: Spot) -> Option<Context> {
    let text = spot.text.of(record)?;
    let byte = |point: usize| text.char_indices().nth(point).map_or(text.len(), |(at, _)| at);
    let [start, end] = spot.at.map(byte);
    Some(snippet::around(text, &(start..end.max(start))))
}

/// Where the mark of the note stands in which a mention is: in this pair, where it has several.
fn mark(letter: &Letter, place: &Place, pair: Option<usize>) -> Option<(Place, Option<Spot>)> {
    let Place::Footnote(id) = place else { return None };
    let at = letter.record.footnotes.iter().position(|note| note.id == *id)?;
    let note = &letter.record.footnotes[at];
    let mark = letter.belongings.mark_in(at, pair).unwrap_or(0);
    Some((note.anchor.get(mark)?.clone(), note.spots.get(mark).copied().flatten()))
}

/// The passage around a mention without a spot: in the texts of its place, at the mention's turn among those with the same
/// words.
fn context(record: &Record, at: usize, reference: &Reference) -> Context {
    let same = |other: &&Reference| other.place == reference.place && other.text == reference.text;
    // The members of a list share their words: each distinct id is another member, the same id another mention.
    let turn = record.references[..at].iter().filter(same).filter(|other| other.id == reference.id).count();
    let texts = texts(record, &reference.place);
    let found = texts.iter().flat_map(|text| occurrences(text, &reference.text).into_iter().map(move |at| (*text, at)));
    match found.clone().nth(turn).or_else(|| found.clone().next()) {
        Some((text, place)) => snippet::around(text, &place),
        None => Context { text: reference.text.clone(), highlights: vec![[0, reference.text.chars().count()]] },
    }
}

/// The texts of a place of a letter.
fn texts<'r>(record: &'r Record, place: &Place) -> Vec<&'r str> {
    let in_sections = |part: SectionPart| {
        let sections = record.sections.iter().filter(move |section| section.part == part);
        let texts = sections.flat_map(|section| section.heading.as_deref().into_iter().chain([section.text.as_str()]));
        texts.chain(record.title.as_deref()).collect()
    };
    match place {
        Place::Front => in_sections(SectionPart::Front),
        Place::Other => in_sections(SectionPart::Other),
        Place::Question(numbers) => {
            let questions = record.pairs.iter().flat_map(|pair| &pair.questions);
            questions.filter(|one| one.numbers[..] == numbers[..]).map(|one| one.text.as_str()).collect()
        }
        Place::Answer(numbers) => {
            let pairs = record.pairs.iter().filter(|pair| pair.numbers[..] == numbers[..]);
            pairs.filter_map(|pair| pair.answer.as_ref()).map(|answer| answer.text.as_str()).collect()
        }
        Place::Footnote(id) => {
            record.footnotes.iter().filter(|note| note.id == *id).map(|note| note.text.as_str()).collect()
        }
    }
}

/// The places of some words in a text, white space aside.
fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = normalize::normalized_chars(words).map(|(c, _)| c).filter(|c| !c.is_whitespace()).collect();
    let chars: Vec<(char, Range<usize>)> =
        normalize::normalized_chars(text).filter(|(c, _)| !c.is_whitespace()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let runs = chars.windows(wanted.len()).filter(|run| run.iter().map(|(c, _)| c).eq(&wanted));
    runs.filter_map(|run| Some(run.first()?.1.start..run.last()?.1.end)).collect()
}
