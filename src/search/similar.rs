//! Draft questions come in; for each, the earlier pairs that ask the same go out.

use std::collections::BTreeMap;
use tantivy::query::{BooleanQuery, Occur, Query as Engine};

use super::collect::collect;
use super::drafts::drafts;
use super::error::Error;
use super::letters::Letters;
use super::likeness::{Rarity, likeness};
use super::plan::{self, Planner};
use super::results::Results;
use super::{Options, execute, hit};
use crate::index::analysis::Token;
use crate::index::{Reader, Role};

/// A word counts at most so often: a question that says it five times is not five times about it.
const MAX_COUNT: usize = 2;
/// Most different words of one draft question that are looked up, the first ones: bounds the work.
const MAX_WORDS: usize = 256;
/// Most draft questions of one text.
const MAX_DRAFTS: usize = 1_000;

/// For each draft question in a text, the earlier pairs that ask the same.
pub(super) fn similar(reader: &Reader, text: &str, options: &Options) -> Result<Vec<Results>, Error> {
    drafts(text).into_iter().take(MAX_DRAFTS).map(|draft| one(reader, &draft, options)).collect()
}

fn one(reader: &Reader, draft: &str, options: &Options) -> Result<Results, Error> {
    let searcher = reader.searcher();
    let mut planner = Planner::new(reader.fields());
    let mut results = Results {
        query: draft.to_owned(),
        unread: Vec::new(),
        relaxed: false,
        total: 0,
        hits: Vec::new(),
        facets: (!options.facets.is_empty()).then(BTreeMap::new),
        did_you_mean: None,
        corrected: false,
        expansions: Vec::new(),
    };
    let tokens = planner.analyser.analyse(draft);
    let words = plan::any(words(&mut planner, &tokens));
    let Some(words) = words else { return Ok(results) };
    let pairs = plan::roles(reader.fields(), &[Role::Pair(0).name()]);
    let query = BooleanQuery::new(vec![(Occur::Must, words), (Occur::Must, pairs)]);
    let collected = collect(&searcher, &query, &execute::wanted(options)?).map_err(|error| reader.error(error))?;
    results.total = collected.total;
    if let Some(facets) = &mut results.facets {
        *facets = execute::count(options, &collected);
    }
    let mut letters = Letters::new(reader, &searcher);
    let mut rarity = Rarity::new(&searcher, reader.fields()).map_err(|error| reader.error(error))?;
    for &(at, score) in &collected.best {
        let (letter, role) = letters.at(at)?;
        let mut hit = hit::hit(&letter, role, score, &planner.marks).ok_or_else(|| reader.corrupt())?;
        let Role::Pair(place) = role else { return Err(reader.corrupt().into()) };
        let pair = letter.record.pairs.get(place).ok_or_else(|| reader.corrupt())?;
        let likeness = likeness(draft, &tokens, pair, &mut planner.analyser, &mut rarity);
        hit.likeness = Some(likeness.map_err(|error| reader.error(error))?);
        results.hits.push(hit);
    }
    Ok(results)
}

/// The clauses of the words of a draft, each weighted by how often it occurs.
fn words(planner: &mut Planner<'_>, tokens: &[Token]) -> Vec<Box<dyn Engine>> {
    let mut counts: BTreeMap<&str, (Token, usize)> = BTreeMap::new();
    for token in tokens {
        let Some(stem) = token.stem.as_deref() else { continue };
        if counts.len() < MAX_WORDS || counts.contains_key(stem) {
            counts.entry(stem).or_insert_with(|| (token.clone(), 0)).1 += 1;
        }
    }
    planner.similar(counts.into_values().map(|(token, count)| (token, count.min(MAX_COUNT))))
}
