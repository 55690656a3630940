//! Finds earlier pairs that ask the same as draft questions.
//!
//! **Invariant:** offline, and the drafts are kept, written and logged nowhere.
//! **Invariant:** the work for a draft is bounded by the entries that its words stand in: the rarest words are looked up
//! first, and common ones only as long as few entries have been asked for.

mod drafts;
mod likeness;
pub(super) mod meaning;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use tantivy::query::{BooleanQuery, Occur, Query as Engine};
use tantivy::{Searcher, Term};

use super::collector::{Collected, Wanted, collect};
use super::compile::{self, Planner};
use super::error::Error;
use super::execute;
use super::hits::hit;
use super::hits::letters::Letters;
use super::options::Options;
use super::results::{Hit, Results};
use crate::index::analysis::Token;
use crate::index::{Part, Reader, Role, Shade};
use drafts::drafts;
use likeness::{Rarity, likeness};
use meaning::{Embedder, fuse};

/// Most different words of one draft question that are looked up, the rarest ones.
const MAX_WORDS: usize = 256;
/// Most entries that the words of one draft stand in, an entry counted for each form of a word: bounds the work on a large
/// index. Chosen, not measured: high enough to leave out nothing of the retrieval set, whose scores it does not change;
/// what it costs in rank and saves in time on 200,000 pairs is still to be compared, on one index with nothing else changed.
const MAX_ENTRIES: u64 = 1_000_000;

/// So many words are looked up however common they are: a draft of common words finds something too.
const COMMON_WORDS: usize = 4;
/// Most draft questions of one text; the longest lists of a committee have some hundreds.
const MAX_DRAFTS: usize = 1_000;

/// For each draft question in a text, the earlier pairs that ask the same, in an order to which a model adds meaning if
/// one is given.
pub(super) fn similar(
    reader: &Reader,
    text: &str,
    options: &Options,
    embedder: Option<&dyn Embedder>,
) -> Result<Vec<Results>, Error> {
    drafts(text).into_iter().take(MAX_DRAFTS).map(|draft| one(reader, &draft, options, embedder)).collect()
}

fn one(reader: &Reader, draft: &str, options: &Options, embedder: Option<&dyn Embedder>) -> Result<Results, Error> {
    let searcher = reader.searcher();
    let mut planner = Planner { ranking: options.ranking, ..Planner::new(reader.fields()) };
    let mut results = Results {
        query: draft.to_owned(),
        unread: Vec::new(),
        relaxed: false,
        total: 0,
        hits: Vec::new(),
        capped: Vec::new(),
        facets: (!options.facets.is_empty()).then(BTreeMap::new),
        did_you_mean: None,
        corrected: false,
        expansions: Vec::new(),
    };
    let tokens = planner.analyser.analyse(draft);
    let words = words(&mut planner, &searcher, &tokens).map_err(|error| reader.error(error))?;
    let Some(words) = compile::any(words) else { return Ok(results) };
    let pairs = compile::roles(reader.fields(), &[Role::Pair(0).name()]);
    let query = BooleanQuery::new(vec![(Occur::Must, words), (Occur::Must, pairs)]);
    let page = execute::wanted(options)?;
    let embedder = embedder.filter(|_| page.offset < meaning::FUSED);
    let wanted = match embedder {
        // What a model may bring to this page is among the first by words.
        Some(_) => Wanted { offset: 0, limit: meaning::FUSED.max(page.offset + page.limit), ..page.clone() },
        None => page.clone(),
    };
    let collected = collect(&searcher, &query, &wanted).map_err(|error| reader.error(error))?;
    results.total = collected.total;
    if let Some(facets) = &mut results.facets {
        *facets = execute::count(options, &collected);
    }
    results.hits = hits(reader, &searcher, &collected, draft, &tokens, &mut planner)?;
    if let Some(embedder) = embedder {
        fuse(draft, &mut results.hits, embedder)?;
        results.hits = results.hits.into_iter().skip(page.offset).take(page.limit).collect();
    }
    Ok(results)
}

/// The hits of what was collected, with how near each is to the draft.
fn hits(
    reader: &Reader,
    searcher: &Searcher,
    collected: &Collected,
    draft: &str,
    tokens: &[Token],
    planner: &mut Planner<'_>,
) -> Result<Vec<Hit>, Error> {
    let mut letters = Letters::new(reader, searcher);
    let mut rarity = Rarity::new(searcher, reader.fields()).map_err(|error| reader.error(error))?;
    let mut hits = Vec::with_capacity(collected.best.len());
    for &(at, score) in &collected.best {
        let (letter, role) = letters.at(at)?;
        let mut hit = hit::hit(&letter, role, score, &planner.marks).ok_or_else(|| reader.corrupt())?;
        let Role::Pair(place) = role else { return Err(reader.corrupt().into()) };
        let pair = letter.record.pairs.get(place).ok_or_else(|| reader.corrupt())?;
        let likeness = likeness(draft, tokens, pair, &mut planner.analyser, &mut rarity);
        hit.likeness = Some(likeness.map_err(|error| reader.error(error))?);
        hits.push(hit);
    }
    Ok(hits)
}

/// The clauses of the words of a draft, each weighted by how often it occurs: the rarest, as many as the bounds allow.
fn words(planner: &mut Planner<'_>, searcher: &Searcher, tokens: &[Token]) -> tantivy::Result<Vec<Box<dyn Engine>>> {
    let mut counts: BTreeMap<&str, (&Token, usize)> = BTreeMap::new();
    for token in tokens {
        let Some(stem) = token.stem.as_deref() else { continue };
        counts.entry(stem).or_insert((token, 0)).1 += 1;
    }
    let mut words = Vec::with_capacity(counts.len());
    for (stem, (token, count)) in counts {
        words.push((entries(planner, searcher, stem, token)?, Reverse(count), token));
    }
    // Of the words of one draft, the order of equals is that of the alphabet.
    words.sort_by_key(|(entries, count, _)| (*entries, *count));
    let mut asked = 0;
    let few = words.into_iter().take(MAX_WORDS).enumerate().take_while(|(at, (entries, ..))| {
        asked += entries;
        *at < COMMON_WORDS || asked <= MAX_ENTRIES
    });
    // A question that says a word five times is not five times about it.
    let most = planner.ranking.repeated;
    let few: Vec<_> = few.map(|(_, (_, Reverse(count), token))| (token.clone(), count.min(most))).collect();
    let mut clauses = planner.similar(few.into_iter());
    for run in tokens.split(|token| token.stem.is_none()).take(MAX_WORDS) {
        clauses.extend(planner.beside(run.iter().map(|token| token.word.as_str())));
    }
    Ok(clauses)
}

/// In how many entries a word or one of its parts stands, an entry counted for each.
fn entries(planner: &Planner<'_>, searcher: &Searcher, stem: &str, token: &Token) -> tantivy::Result<u64> {
    let forms = [(Shade::Stem, stem)].into_iter();
    let parts = token.parts.iter().map(|part| (Shade::Parts, part.as_str()));
    let parts = parts.chain(token.parts.is_empty().then_some((Shade::Parts, stem)));
    let mut sum = 0;
    for (shade, form) in forms.chain(parts) {
        let field = planner.fields.text(Part::Body, shade).expect("bodies are kept as stems and parts");
        sum += searcher.doc_freq(&Term::from_field_text(field, form))?;
    }
    Ok(sum)
}
