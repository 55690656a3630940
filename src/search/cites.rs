//! A document in any notation comes in; who cites it goes out, the newest first.

use std::collections::BTreeMap;
use std::ops::Range;

use tantivy::query::{BooleanQuery, Occur};

use super::collect::{Order, Unit, Wanted, collect};
use super::error::Error;
use super::letters::Letters;
use super::results::{Cites, Citing, Cocited, Context, Count};
use super::{Options, execute, plan, snippet};
use crate::citation::{Citation, Dossier};
use crate::fold;
use crate::index::{Key, Reader, Role};
use crate::record::{Record, Reference};

/// Most documents that are named as cited in the same places.
const MAX_COCITED: usize = 20;

/// Who cites a document or a dossier.
pub(super) fn cites(reader: &Reader, document: &str, options: &Options) -> Result<Cites, Error> {
    let id = canonical(document)?;
    let searcher = reader.searcher();
    let cited = || plan::filter(plan::exact_term(reader.fields(), Key::Cites, &id));
    let ask = |roles: &[&str], wanted: &Wanted| {
        let roles = plan::roles(reader.fields(), roles);
        let query = BooleanQuery::new(vec![(Occur::Must, cited()), (Occur::Must, roles)]);
        collect(&searcher, &query, wanted).map_err(|error| Error::from(reader.error(error)))
    };
    let mention = Role::Mention { reference: 0, pair: None }.name();
    let mentions =
        ask(&[mention], &Wanted { order: Order::Newest, years: true, unit: Unit::Entry, ..execute::wanted(options)? })?;
    let places =
        Wanted { order: Order::Newest, offset: 0, limit: 0, keys: vec![Key::Cites], years: false, unit: Unit::Entry };
    let places = ask(&[Role::Pair(0).name(), Role::Section(0).name()], &places)?;

    let mut letters = Letters::new(reader, &searcher);
    let mut hits = Vec::with_capacity(mentions.best.len());
    for &(at, _) in &mentions.best {
        let (letter, role) = letters.at(at)?;
        hits.push(citing(&letter.record, role, &id).ok_or_else(|| reader.corrupt())?);
    }
    let years =
        mentions.years.iter().rev().map(|(year, count)| Count { value: year.to_string(), count: *count }).collect();
    let counts = places.counts.into_iter().next().unwrap_or_default();
    Ok(Cites { total: mentions.total, hits, years, cocited: cocited(counts, &id), id })
}

/// The canonical id of a document or dossier in any notation.
fn canonical(document: &str) -> Result<String, Error> {
    match document.parse::<Citation>() {
        Ok(citation) => Ok(citation.id()),
        Err(source) => match document.parse::<Dossier>() {
            Ok(dossier) => Ok(Citation::Dossier(dossier).id()),
            Err(_) => Err(Error::Document { text: document.to_owned(), source }),
        },
    }
}

/// What else is cited, the most often first; the dossiers of what is cited are none.
fn cocited(counts: BTreeMap<String, usize>, id: &str) -> Vec<Cocited> {
    let others = counts.into_iter().filter(|(other, _)| other != id && !other.starts_with("dossier-"));
    let mut others: Vec<Cocited> = others.map(|(id, count)| Cocited { id, count }).collect();
    others.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.id.cmp(&b.id)));
    others.truncate(MAX_COCITED);
    others
}

fn citing(record: &Record, role: Role, asked: &str) -> Option<Citing> {
    let Role::Mention { reference: at, pair } = role else { return None };
    let reference = record.references.get(at)?;
    let pair = match pair {
        Some(at) => Some(record.pairs.get(at)?.id.clone()),
        None => None,
    };
    Some(Citing {
        letter: record.id.clone(),
        pair,
        place: reference.place.clone(),
        id: reference.id.clone(),
        date: record.date.clone(),
        title: record.title.clone(),
        kind: record.kind,
        text: reference.text.clone(),
        context: context(record, at, reference),
        page: reference.page,
        alternative: !belongs(&reference.id, asked),
    })
}

/// Is the first document the second, or of the dossier that the second is?
fn belongs(id: &str, asked: &str) -> bool {
    if id == asked {
        return true;
    }
    let dossier = id.parse::<Citation>().ok().and_then(|citation| citation.dossier());
    dossier.is_some_and(|dossier| [dossier.base(), dossier].into_iter().any(|own| Citation::Dossier(own).id() == asked))
}

/// The passage around a mention: in the texts of its place, at the mention's turn among those with the same words.
fn context(record: &Record, at: usize, reference: &Reference) -> Context {
    let same = |other: &&Reference| other.place == reference.place && other.text == reference.text;
    // The members of a list share their words: each distinct id is another member, the same id another mention.
    let turn = record.references[..at].iter().filter(same).filter(|other| other.id == reference.id).count();
    let texts = texts(record, &reference.place);
    let mut places =
        texts.iter().flat_map(|text| occurrences(text, &reference.text).into_iter().map(move |at| (*text, at)));
    let found = places.nth(turn).or_else(|| {
        texts.iter().find_map(|text| Some((*text, occurrences(text, &reference.text).into_iter().next()?)))
    });
    match found {
        Some((text, place)) => snippet::around(text, &place),
        None => Context { text: reference.text.clone(), highlights: vec![[0, reference.text.chars().count()]] },
    }
}

/// The texts of a place of a letter.
fn texts<'r>(record: &'r Record, place: &str) -> Vec<&'r str> {
    use crate::record::SectionPart;
    let joined =
        |numbers: &[crate::record::Number]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    match place.split_once(':') {
        Some(("question", numbers)) => record
            .pairs
            .iter()
            .flat_map(|pair| &pair.questions)
            .filter(|question| joined(&question.numbers) == numbers)
            .map(|question| question.text.as_str())
            .collect(),
        Some(("answer", numbers)) => {
            let pairs = record.pairs.iter().filter(|pair| joined(&pair.numbers) == numbers);
            pairs.filter_map(|pair| pair.answer.as_ref()).map(|answer| answer.text.as_str()).collect()
        }
        Some(_) => record.footnotes.iter().filter(|note| note.id == place).map(|note| note.text.as_str()).collect(),
        None => {
            let part = if place == "front" { SectionPart::Front } else { SectionPart::Other };
            let sections = record.sections.iter().filter(|section| section.part == part);
            sections
                .flat_map(|s| s.heading.as_deref().into_iter().chain([s.text.as_str()]))
                .chain(record.title.as_deref())
                .collect()
        }
    }
}

/// The places of some words in a text, white space aside.
fn occurrences(text: &str, words: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = fold::folded_chars(words).map(|(c, _)| c).filter(|c| !c.is_whitespace()).collect();
    let chars: Vec<(char, Range<usize>)> = fold::folded_chars(text).filter(|(c, _)| !c.is_whitespace()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let runs = chars.windows(wanted.len()).filter(|run| run.iter().map(|(c, _)| c).eq(&wanted));
    runs.filter_map(|run| Some(run.first()?.1.start..run.last()?.1.end)).collect()
}
