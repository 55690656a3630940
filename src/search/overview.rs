//! What an index holds on the whole: counts, the newest letters, what is cited most.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use jiff::civil::Date;
use tantivy::query::Query as Engine;

use super::collector::{Collected, Order, Unit, Wanted, collect};
use super::compile;
use super::error::Error;
use super::results::{Cited, Count};
use crate::index::{Counts, Key, Reader, Role};
use crate::record::{Record, Stated};

/// Letters that are named as the newest.
const NEWEST: usize = 50;
/// Documents that are named as the most cited.
const MOST_CITED: usize = 5;

/// What an index holds on the whole.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What the letters of all files amount to.
    pub counts: Counts,
    /// The day of the oldest letter.
    pub first: Option<Stated<Date>>,
    /// The day of the newest letter.
    pub last: Option<Stated<Date>>,
    /// The newest letters, the newest first.
    pub newest: Vec<Record>,
    /// The papers that are cited most.
    pub cited: Vec<Cited>,
    /// Pairs a ministry, the most first.
    pub ministries: Vec<Count>,
    /// When the index was last written.
    pub committed: Option<SystemTime>,
}

/// When the index in a folder was last written; `None` where there is none. It changes with every commit.
#[must_use]
pub fn committed_at(dir: &Path) -> Option<SystemTime> {
    fs::metadata(dir.join("meta.json")).and_then(|meta| meta.modified()).ok()
}

/// What the index holds.
pub(super) fn overview(reader: &Reader) -> Result<Overview, Error> {
    let searcher = reader.searcher();
    let ask = |role: &str, order: Order, limit: usize, keys: Vec<Key>| -> Result<Collected, Error> {
        let query: Box<dyn Engine> = compile::roles(reader.fields(), &[role]);
        let wanted = Wanted { order, offset: 0, limit, keys, years: false, unit: Unit::Entry };
        collect(&searcher, &*query, &wanted).map_err(|error| reader.error(error).into())
    };
    let letter = Role::Letter.name();
    let newest = ask(letter, Order::Newest, NEWEST, Vec::new())?;
    let mut records = Vec::with_capacity(newest.best.len());
    for &(at, _) in &newest.best {
        records.push(reader.stored::<Record>(&searcher, at)?);
    }
    let oldest = match ask(letter, Order::Oldest, 1, Vec::new())?.best.first() {
        Some(&(at, _)) => reader.stored::<Record>(&searcher, at)?.date,
        None => None,
    };
    let pairs = ask(Role::Pair(0).name(), Order::Newest, 0, vec![Key::MinistryShown])?;
    let mention = Role::Mention { reference: 0, pair: None }.name();
    let mentions = ask(mention, Order::Newest, 0, vec![Key::Cites])?;
    let is_paper = |id: &String| !id.starts_with("dossier-");
    let cited = ranked(first(mentions).into_iter().filter(|(id, _)| is_paper(id)), MOST_CITED);
    Ok(Overview {
        counts: reader.counts()?,
        first: oldest,
        last: records.first().and_then(|newest| newest.date.clone()),
        newest: records,
        cited: cited.into_iter().map(|(id, count)| Cited { id, count }).collect(),
        ministries: ranked(first(pairs), usize::MAX).into_iter().map(|(value, count)| Count { value, count }).collect(),
        committed: committed_at(reader.dir()),
    })
}

/// The counts of the one key that was asked for.
fn first(collected: Collected) -> BTreeMap<String, usize> {
    collected.counts.into_iter().next().unwrap_or_default()
}

/// The most frequent values, of equals the first in order.
fn ranked(counts: impl IntoIterator<Item = (String, usize)>, most: usize) -> Vec<(String, usize)> {
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(most);
    counts
}
