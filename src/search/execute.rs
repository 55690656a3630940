//! A query comes in; the pairs and sections that it finds go out.

use std::collections::BTreeMap;

use tantivy::Searcher;
use tantivy::query::{BooleanQuery, Occur, Query as Engine};

use super::collect::{Collected, Order, Wanted, collect};
use super::error::Error;
use super::letters::Letters;
use super::plan::{self, Marks, Planner};
use super::query::{Node, Query, Text, Unread};
use super::results::{Count, Hit, Results};
use super::{Facet, MAX_DEPTH, MAX_LIMIT, Options, guess, hit};
use crate::index::{Reader, Role};

/// Most values of one facet that are shown.
const MAX_VALUES: usize = 100;

/// The pairs and sections that a query finds, the best first.
pub(super) fn search(reader: &Reader, query: &Query, unread: Vec<Unread>, options: &Options) -> Result<Results, Error> {
    let searcher = reader.searcher();
    let mut results = Results {
        query: query.to_string(),
        unread,
        relaxed: false,
        total: 0,
        hits: Vec::new(),
        facets: (!options.facets.is_empty()).then(BTreeMap::new),
        did_you_mean: None,
        corrected: false,
        expansions: Vec::new(),
    };
    let Some(root) = &query.root else { return Ok(results) };
    let wanted = wanted(options)?;
    let (mut planner, mut collected) = ask(reader, &searcher, root, &wanted)?;
    if collected.total == 0 {
        let better = guess::better(reader, &searcher, query)?;
        results.did_you_mean = better.as_ref().map(|better| better.query.to_string());
        let better = better.and_then(|better| {
            results.expansions = better.expansions;
            better.query.root
        });
        if let Some(better) = &better {
            (planner, collected) = ask(reader, &searcher, better, &wanted)?;
        }
        if collected.total == 0
            && let Some(relaxed) = relax(reader, &searcher, better.as_ref().unwrap_or(root), &mut planner, &wanted)?
        {
            results.relaxed = true;
            collected = relaxed;
        }
        results.corrected = better.is_some() && collected.total > 0;
    }
    for made in planner.expansions.iter().filter(|made| made.is_of_other_words()) {
        // What was relaxed was planned twice.
        if !results.expansions.contains(made) {
            results.expansions.push(made.clone());
        }
    }
    results.total = collected.total;
    if let Some(facets) = &mut results.facets {
        *facets = count(options, &collected);
    }
    results.hits = hits(reader, &searcher, &collected, &planner.marks)?;
    Ok(results)
}

/// What all of a query finds, and the plan by which it was asked.
fn ask<'i>(
    reader: &'i Reader,
    searcher: &Searcher,
    root: &Node,
    wanted: &Wanted,
) -> Result<(Planner<'i>, Collected), Error> {
    let mut planner = Planner::new(reader.fields());
    planner.keep_stop_words = !has_content(root, &mut planner);
    let collected = match planner.node(root) {
        Some(engine) => run(reader, searcher, engine, wanted)?,
        None => Collected::default(),
    };
    Ok((planner, collected))
}

/// The part of a result that is asked for.
pub(super) fn wanted(options: &Options) -> Result<Wanted, Error> {
    let limit = options.limit.min(MAX_LIMIT);
    let offset = options.page.saturating_sub(1).saturating_mul(limit);
    if offset > MAX_DEPTH {
        return Err(Error::Depth);
    }
    let keys = options.facets.iter().map(|facet| facet.key()).collect();
    Ok(Wanted { order: Order::Score, offset, limit, keys, years: false })
}

/// Asks the engine, among pairs and sections.
fn run(reader: &Reader, searcher: &Searcher, engine: Box<dyn Engine>, wanted: &Wanted) -> Result<Collected, Error> {
    let roles = plan::roles(reader.fields(), &[Role::Pair(0).name(), Role::Section(0).name()]);
    let query = BooleanQuery::new(vec![(Occur::Must, engine), (Occur::Must, roles)]);
    collect(searcher, &query, wanted).map_err(|error| reader.error(error).into())
}

/// Asks again with most of the words instead of all, as many as something has; filters hold as before. `None` where
/// there is nothing to leave out, or nothing is found still.
fn relax(
    reader: &Reader,
    searcher: &Searcher,
    root: &Node,
    planner: &mut Planner<'_>,
    wanted: &Wanted,
) -> Result<Option<Collected>, Error> {
    let Node::All(nodes) = root else { return Ok(None) };
    let is_wordy = |node: &&Node| matches!(node, Node::Text { .. } | Node::Any(_));
    let words: Vec<Box<dyn Engine>> = nodes.iter().filter(is_wordy).filter_map(|node| planner.node(node)).collect();
    let half = words.len().div_ceil(2);
    for least in (half..words.len()).rev() {
        let words = words.iter().map(|word| word.box_clone()).collect();
        let most = BooleanQuery::union_with_minimum_required_clauses(words, least);
        let mut clauses: Vec<(Occur, Box<dyn Engine>)> = vec![(Occur::Must, Box::new(most))];
        clauses
            .extend(nodes.iter().filter(|node| !is_wordy(node)).filter_map(|node| planner.clause(node, Occur::Must)));
        let collected = run(reader, searcher, Box::new(BooleanQuery::new(clauses)), wanted)?;
        if collected.total > 0 {
            return Ok(Some(collected));
        }
    }
    Ok(None)
}

/// Does the query look for anything but stop words?
fn has_content(node: &Node, planner: &mut Planner<'_>) -> bool {
    match node {
        Node::Text { text: Text::Word(word), .. } => {
            planner.analyser.analyse(word).iter().any(|token| token.stem.is_some())
        }
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(|node| has_content(node, planner)),
        Node::Not(_) => false,
        Node::Text { .. } | Node::Exact { .. } | Node::Date { .. } => true,
    }
}

/// The counts of the facets asked for, the most frequent values first.
pub(super) fn count(options: &Options, collected: &Collected) -> BTreeMap<String, Vec<Count>> {
    let count = |(facet, counts): (&Facet, &BTreeMap<String, usize>)| {
        let mut values: Vec<Count> =
            counts.iter().map(|(value, count)| Count { value: facet.shown(value), count: *count }).collect();
        values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        values.truncate(MAX_VALUES);
        (facet.name().to_owned(), values)
    };
    options.facets.iter().zip(&collected.counts).map(count).collect()
}

/// The hits of what was collected.
pub(super) fn hits(
    reader: &Reader,
    searcher: &Searcher,
    collected: &Collected,
    marks: &Marks,
) -> Result<Vec<Hit>, Error> {
    let mut letters = Letters::new(reader, searcher);
    let mut hits = Vec::with_capacity(collected.best.len());
    for &(at, score) in &collected.best {
        let (letter, role) = letters.at(at)?;
        hits.push(hit::hit(&letter, role, score, marks).ok_or_else(|| reader.corrupt())?);
    }
    Ok(hits)
}
