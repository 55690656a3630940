//! Runs a search: finds pairs and sections, relaxes the query where nothing has all its words, corrects it where
//! nothing is found.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::rc::Rc;

use tantivy::Searcher;
use tantivy::query::{BooleanQuery, Occur, Query as Engine};

use super::collector::{self, Collected, Order, Unit, Wanted, collect};
use super::compile::{self, Marks, Planner};
use super::error::Error;
use super::field::Field;
use super::hits::case_letters;
use super::hits::hit;
use super::hits::letters::Letters;
use super::options::{MAX_DEPTH, MAX_LIMIT, Options, Sort};
use super::query::{self, Node, Query, Text, Unread};
use super::results::{Count, Hit, Results};
use super::suggest::did_you_mean;
use crate::index::{Key, Reader, Role, Shade};
use crate::normalize;
use crate::record::LetterId;

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
        expansions: Vec::new(),
    };
    let Some(root) = &query.root else { return Ok(results) };
    let wanted = wanted(options)?;
    let (mut planner, mut collected) = ask(reader, &searcher, root, options, &wanted)?;
    let mut words = Words::All;
    let mut better = None;
    if collected.total == 0 {
        let guessed = did_you_mean::better(reader, &searcher, query)?;
        results.did_you_mean = guessed.as_ref().map(|better| better.query.to_string());
        if let Some(guessed) = guessed {
            results.expansions = guessed.expansions;
            better = guessed.query.root;
        }
        if let Some(better) = &better {
            (planner, collected) = ask(reader, &searcher, better, options, &wanted)?;
        }
        if collected.total == 0
            && let Some((most, relaxed)) =
                relax(reader, &searcher, better.as_ref().unwrap_or(root), &mut planner, &wanted)?
        {
            results.relaxed = true;
            (words, collected) = (most, relaxed);
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
    results.capped = capped(reader, &searcher, &planner)?;
    if let Some(facets) = &mut results.facets {
        let root = better.as_ref().unwrap_or(root);
        count_aside(reader, &searcher, root, words, &mut planner, (options, &wanted), &mut collected)?;
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
    let asked = engine(root, least(root, &mut planner), &mut planner);
    let beside = beside(root, &mut planner).into_iter().map(|two| (Occur::Should, two));
    let asked = asked.and_then(|asked| compile::boolean(std::iter::once((Occur::Must, asked)).chain(beside).collect()));
    let collected = run(reader, searcher, asked, wanted)?;
    Ok((planner, collected))
}

/// How many words must occur where the ranking asks for fewer than all.
fn least(root: &Node, planner: &mut Planner<'_>) -> Words {
    let share = planner.ranking.least;
    if share >= 1.0 { Words::All } else { Words::Most((wordy(root, planner) as f32 * share).ceil() as usize) }
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
        let folded = normalize::normalize(prefix);
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
        while count <= compile::MAX_EXPANSION && words.advance() && words.key().starts_with(prefix.as_bytes()) {
            count += 1;
        }
        if count > compile::MAX_EXPANSION {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Counts a facet that the query limits as if it did not: what else there is to choose from.
fn count_aside(
    reader: &Reader,
    searcher: &Searcher,
    root: &Node,
    words: Words,
    planner: &mut Planner<'_>,
    (options, wanted): (&Options, &Wanted),
    collected: &mut Collected,
) -> Result<(), Error> {
    for ((facet, key), counts) in facets(options).zip(&mut collected.counts) {
        let Some(rest) = without(root, facet) else { continue };
        let aside = Wanted { limit: 0, keys: vec![key], ..wanted.clone() };
        let engine = match &rest.root {
            Some(rest) => engine(rest, words, planner),
            None => Some(compile::everything()),
        };
        *counts = run(reader, searcher, engine, &aside)?.counts.pop().unwrap_or_default();
    }
    Ok(())
}

/// The fields that are counted, each with the key of its values.
fn facets(options: &Options) -> impl Iterator<Item = (Field, Key)> {
    options.facets.iter().filter_map(|field| Some((*field, field.row().shown?)))
}

/// The part of a result that is asked for.
pub(super) fn wanted(options: &Options) -> Result<Wanted, Error> {
    let limit = options.limit.min(MAX_LIMIT);
    let offset = options.page.saturating_sub(1).saturating_mul(limit);
    if offset > MAX_DEPTH {
        return Err(Error::Depth);
    }
    let keys = facets(options).map(|(_, key)| key).collect();
    let order = match options.sort {
        Sort::Relevance => Order::Score,
        Sort::Newest => Order::Newest,
        Sort::Oldest => Order::Oldest,
    };
    Ok(Wanted { order, offset, limit, keys, years: false, unit: Unit::Answer })
}

/// How many of the words of a query must occur.
#[derive(Debug, Clone, Copy)]
enum Words {
    All,
    /// As many as this.
    Most(usize),
}

/// Is this a node of words, some of which may be left out?
fn is_wordy(node: &Node) -> bool {
    match node {
        Node::Text { .. } => true,
        Node::Any(nodes) | Node::All(nodes) => nodes.iter().any(is_wordy),
        Node::Exact { .. } | Node::Date { .. } | Node::Years { .. } | Node::Not(_) => false,
    }
}

/// What the engine is asked; filters hold however many words must occur.
fn engine(root: &Node, words: Words, planner: &mut Planner<'_>) -> Option<Box<dyn Engine>> {
    let (Words::Most(least), Node::All(nodes)) = (words, root) else { return planner.node(root) };
    let words: Vec<Box<dyn Engine>> =
        nodes.iter().filter(|node| is_wordy(node)).filter_map(|node| planner.node(node)).collect();
    let most = BooleanQuery::union_with_minimum_required_clauses(words, least);
    let mut clauses: Vec<(Occur, Box<dyn Engine>)> = vec![(Occur::Must, Box::new(most))];
    clauses.extend(nodes.iter().filter(|node| !is_wordy(node)).filter_map(|node| planner.clause(node, Occur::Must)));
    Some(Box::new(BooleanQuery::new(clauses)))
}

/// The query without its conditions on one field, which may leave nothing of it; `None` where it has none.
fn without(root: &Node, field: Field) -> Option<Query> {
    let limits_alone = |node: &Node| match node {
        Node::Exact { field: of, .. } => *of == field,
        Node::Years { .. } => field == Field::Vergaderjaar,
        _ => false,
    };
    let limits = |node: &Node| match node {
        Node::Any(nodes) => nodes.iter().all(limits_alone),
        node => limits_alone(node),
    };
    match root {
        Node::All(nodes) if nodes.iter().any(limits) => {
            let others = nodes.iter().filter(|node| !limits(node)).cloned().collect();
            Some(Query { root: query::all(others) })
        }
        node if limits(node) => Some(Query::default()),
        _ => None,
    }
}

/// Asks the engine, among pairs and sections; nothing is found by what asks nothing.
fn run(
    reader: &Reader,
    searcher: &Searcher,
    engine: Option<Box<dyn Engine>>,
    wanted: &Wanted,
) -> Result<Collected, Error> {
    let Some(engine) = engine else { return Ok(Collected::default()) };
    let roles = compile::roles(reader.fields(), &[Role::Pair(0).name(), Role::Section(0).name()]);
    let query = BooleanQuery::new(vec![(Occur::Must, engine), (Occur::Must, roles)]);
    collect(searcher, &query, wanted).map_err(|error| reader.error(error).into())
}

/// Asks again with most of the words instead of all, as many as something has. `None` where there is nothing to leave
/// out, or nothing is found still.
fn relax(
    reader: &Reader,
    searcher: &Searcher,
    root: &Node,
    planner: &mut Planner<'_>,
    wanted: &Wanted,
) -> Result<Option<(Words, Collected)>, Error> {
    let words = wordy(root, planner);
    if words < 2 {
        return Ok(None);
    }
    // With fewer words no less is found, so the most that still find something are found by halving.
    let (mut least, mut most) = (words.div_ceil(2), words - 1);
    let mut found = None;
    while least <= most {
        let tried = least.midpoint(most + 1);
        let collected = run(reader, searcher, engine(root, Words::Most(tried), planner), wanted)?;
        if collected.total > 0 {
            (found, least) = (Some((Words::Most(tried), collected)), tried + 1);
        } else {
            most = tried - 1;
        }
    }
    Ok(found)
}

/// How many words or groups of words the query has at its outside, stop words aside.
fn wordy(root: &Node, planner: &mut Planner<'_>) -> usize {
    let Node::All(nodes) = root else { return 0 };
    nodes.iter().filter(|node| is_wordy(node)).filter(|node| planner.node(node).is_some()).count()
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
    let count = |((facet, _), counts): ((Field, Key), &BTreeMap<String, usize>)| {
        let mut values: Vec<Count> =
            counts.iter().map(|(value, count)| Count { value: facet.shown(value), count: *count }).collect();
        values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        values.truncate(MAX_VALUES);
        (facet.name().to_owned(), values)
    };
    facets(options).zip(&collected.counts).map(count).collect()
}

/// The hits of what was collected.
pub(super) fn hits(
    reader: &Reader,
    searcher: &Searcher,
    collected: &Collected,
    marks: &Marks,
) -> Result<Vec<Hit>, Error> {
    let mut letters = Letters::new(reader, searcher);
    let mut cases: BTreeMap<LetterId, Vec<case_letters::Linked>> = BTreeMap::new();
    let mut hits = Vec::with_capacity(collected.best.len());
    for &(at, score) in &collected.best {
        let (letter, role) = letters.at(at)?;
        let mut hit = hit::hit(&letter, role, score, marks).ok_or_else(|| reader.corrupt())?;
        let twin = collector::twin(searcher, at).map_err(|error| reader.error(error))?;
        let publications = twin.map(|twin| letters.publications(twin)).transpose()?;
        let publications = publications.unwrap_or_else(|| vec![(Rc::clone(&letter), role)]);
        hit.publications = publications.iter().filter_map(|(letter, role)| hit::publication(letter, *role)).collect();
        if hit.answer.is_none() {
            let pair = if let Role::Pair(at) = role { letter.record.pairs.get(at) } else { None };
            let linked = match cases.entry(letter.record.id.clone()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(case_letters::linked(&mut letters, &letter.record)?),
            };
            hit.answered_by = case_letters::answered_by(&letter.record, pair, linked);
        }
        hits.push(hit);
    }
    Ok(hits)
}
