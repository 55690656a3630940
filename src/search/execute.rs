//! A query comes in; the pairs and sections that it finds go out.

use std::collections::{BTreeMap, BTreeSet};

use tantivy::Searcher;
use tantivy::query::{BooleanQuery, Occur, Query as Engine};

use super::collect::{Collected, Order, Wanted, collect};
use super::error::Error;
use super::letters::Letters;
use super::plan::{self, Marks, Planner};
use super::query::{Node, Query, Text, Unread};
use super::results::{Count, Hit, Results};
use super::{Facet, MAX_DEPTH, MAX_LIMIT, Options, guess, hit};
use crate::fold;
use crate::index::{Reader, Role, Shade};

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
        capped: Vec::new(),
        facets: (!options.facets.is_empty()).then(BTreeMap::new),
        did_you_mean: None,
        corrected: false,
    };
    let Some(root) = &query.root else { return Ok(results) };
    let wanted = wanted(options)?;
    let (mut planner, mut collected) = ask(reader, &searcher, root, options, &wanted)?;
    if collected.total == 0 {
        let better = guess::better(reader, &searcher, query)?.map(|better| better.query);
        results.did_you_mean = better.as_ref().map(Query::to_string);
        let better = better.and_then(|query| query.root);
        if let Some(better) = &better {
            (planner, collected) = ask(reader, &searcher, better, options, &wanted)?;
        }
        if collected.total == 0
            && let Some(relaxed) = relax(reader, &searcher, better.as_ref().unwrap_or(root), &mut planner, &wanted)?
        {
            results.relaxed = true;
            collected = relaxed;
        }
        results.corrected = better.is_some() && collected.total > 0;
    }
    results.total = collected.total;
    results.capped = capped(reader, &searcher, &planner)?;
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
    options: &Options,
    wanted: &Wanted,
) -> Result<(Planner<'i>, Collected), Error> {
    let mut planner = Planner { ranking: options.ranking, ..Planner::new(reader.fields()) };
    planner.keep_stop_words = !has_content(root, &mut planner);
    let least = planner.ranking.least;
    let asked = match Most::of(root, &mut planner).filter(|_| least < 1.0) {
        Some(most) => Some(most.engine((most.words.len() as f32 * least).ceil() as usize)),
        None => planner.node(root),
    };
    let collected = match asked {
        Some(engine) => {
            let beside = beside(root, &mut planner).into_iter().map(|two| (Occur::Should, two));
            let clauses = std::iter::once((Occur::Must, engine)).chain(beside).collect();
            run(reader, searcher, plan::boolean(clauses).expect("there is a clause"), wanted)?
        }
        None => Collected::default(),
    };
    Ok((planner, collected))
}

/// What words of the query add that stand side by side in a text as they do in the query.
fn beside(root: &Node, planner: &mut Planner<'_>) -> Vec<Box<dyn Engine>> {
    let Node::All(nodes) = root else { return Vec::new() };
    let word = |node: &Node| match node {
        Node::Text { text: Text::Word(word), part: None } => Some(word.clone()),
        _ => None,
    };
    let words: Vec<Option<String>> = nodes.iter().map(word).collect();
    words.split(Option::is_none).flat_map(|run| planner.beside(run.iter().flatten().map(String::as_str))).collect()
}

/// The beginnings of words of which not all words were looked up.
fn capped(reader: &Reader, searcher: &Searcher, planner: &Planner<'_>) -> Result<Vec<String>, Error> {
    let mut capped = BTreeSet::new();
    for (prefix, part) in &planner.prefixes {
        let folded = fold::fold(prefix);
        for field in planner.exact_texts(*part).filter_map(|(part, _)| reader.fields().text(part, Shade::Exact)) {
            if has_more(searcher, field, &folded).map_err(|error| reader.error(error))? {
                capped.insert(format!("{prefix}*"));
                break;
            }
        }
    }
    Ok(capped.into_iter().collect())
}

/// Do more words of a field begin so than are looked up, in any segment?
fn has_more(searcher: &Searcher, field: tantivy::schema::Field, prefix: &str) -> tantivy::Result<bool> {
    for segment in searcher.segment_readers() {
        let words = segment.inverted_index(field)?;
        let mut words = words.terms().range().ge(prefix.as_bytes()).into_stream()?;
        let mut count = 0;
        while count <= plan::MAX_EXPANSION && words.advance() && words.key().starts_with(prefix.as_bytes()) {
            count += 1;
        }
        if count > plan::MAX_EXPANSION {
            return Ok(true);
        }
    }
    Ok(false)
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
    let Some(most) = Most::of(root, planner) else { return Ok(None) };
    // With fewer words more is found: the most that still find something are found by halving.
    let (mut finds, mut most_that_may) = (most.words.len().div_ceil(2), most.words.len().saturating_sub(1));
    let mut best = None;
    while finds <= most_that_may {
        let least = finds.midpoint(most_that_may + 1);
        let collected = run(reader, searcher, most.engine(least), wanted)?;
        if collected.total > 0 {
            (best, finds) = (Some(collected), least + 1);
        } else {
            most_that_may = least - 1;
        }
    }
    Ok(best)
}

/// A query of several words, any of which may be missing, and of conditions that hold all the same.
struct Most {
    words: Vec<Box<dyn Engine>>,
    conditions: Vec<(Occur, Box<dyn Engine>)>,
}

impl Most {
    fn of(root: &Node, planner: &mut Planner<'_>) -> Option<Self> {
        let Node::All(nodes) = root else { return None };
        let is_wordy = |node: &&Node| matches!(node, Node::Text { .. } | Node::Any(_));
        let words: Vec<_> = nodes.iter().filter(is_wordy).filter_map(|node| planner.node(node)).collect();
        let conditions = nodes.iter().filter(|node| !is_wordy(node));
        let conditions = conditions.filter_map(|node| planner.clause(node, Occur::Must)).collect();
        (words.len() > 1).then_some(Self { words, conditions })
    }

    /// The query of the engine where this many words at least must occur.
    fn engine(&self, least: usize) -> Box<dyn Engine> {
        let words = self.words.iter().map(|word| word.box_clone()).collect();
        let most = BooleanQuery::union_with_minimum_required_clauses(words, least);
        let conditions = self.conditions.iter().map(|(occur, condition)| (*occur, condition.box_clone()));
        let most: Box<dyn Engine> = Box::new(most);
        Box::new(BooleanQuery::new(std::iter::once((Occur::Must, most)).chain(conditions).collect()))
    }
}

/// Does the query look for anything but stop words?
pub(super) fn has_content(node: &Node, planner: &mut Planner<'_>) -> bool {
    match node {
        Node::Text { text: Text::Word(word), .. } => {
            planner.analyser.analyse(word).iter().any(|token| token.stem.is_some())
        }
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().any(|node| has_content(node, planner)),
        Node::Not(_) => false,
        Node::Text { .. } | Node::Exact { .. } | Node::Date { .. } | Node::Years { .. } => true,
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
