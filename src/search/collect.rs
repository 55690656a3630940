//! A query of the engine comes in; how many it finds, the best of them and counts over all of them go out.
//!
//! **Invariant:** ties are in order of id, whatever the order in which letters were indexed.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::query::Query;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use crate::index::Key;

/// What is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The highest score.
    Score,
    /// The newest.
    Date,
}

/// What is wanted of a query's result.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) order: Order,
    /// How many of the best come before those wanted.
    pub(super) offset: usize,
    /// How many are wanted.
    pub(super) limit: usize,
    /// What is counted.
    pub(super) keys: Vec<Key>,
    /// Whether years are counted.
    pub(super) years: bool,
}

/// What a query finds.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) total: usize,
    pub(super) best: Vec<(DocAddress, Score)>,
    /// For each key asked for: how often each value occurs.
    pub(super) counts: Vec<BTreeMap<String, usize>>,
    pub(super) years: BTreeMap<u64, usize>,
}

/// Collects what is wanted of a query's result.
pub(super) fn collect(searcher: &Searcher, query: &dyn Query, wanted: &Wanted) -> tantivy::Result<Collected> {
    searcher.search(query, wanted)
}

/// The value of a column of strings for one document.
pub(super) fn string(searcher: &Searcher, at: DocAddress, field: &str) -> tantivy::Result<Option<String>> {
    let segment = searcher.segment_reader(at.segment_ord);
    let Some(column) = segment.fast_fields().str(field)? else { return Ok(None) };
    let Some(ord) = column.term_ords(at.doc_id).next() else { return Ok(None) };
    let mut value = String::new();
    column.ord_to_str(ord, &mut value)?;
    Ok(Some(value))
}

/// A document among the best of its segment: its rank, the order of its id, its number.
type Ranked = (u64, Reverse<u64>, DocId);

/// What one segment finds.
pub(super) struct Part {
    total: usize,
    best: Vec<(u64, String, DocAddress)>,
    counts: Vec<BTreeMap<String, usize>>,
    years: BTreeMap<u64, usize>,
}

/// Collects over one segment.
pub(super) struct InSegment {
    wanted: Wanted,
    segment: SegmentOrdinal,
    total: usize,
    ids: Option<StrColumn>,
    dates: Column<u64>,
    best: BinaryHeap<Reverse<Ranked>>,
    /// For each key: its column, and how often each value occurs, by the value's order.
    counts: Vec<Option<(StrColumn, Vec<usize>)>>,
    years: BTreeMap<u64, usize>,
}

impl Collector for Wanted {
    type Fruit = Collected;
    type Child = InSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<InSegment> {
        let columns = reader.fast_fields();
        let counts = self
            .keys
            .iter()
            .map(|key| {
                let column = columns.str(key.name())?;
                Ok(column.map(|column| {
                    let values = column.num_terms();
                    (column, vec![0; values])
                }))
            })
            .collect::<tantivy::Result<_>>()?;
        Ok(InSegment {
            wanted: self.clone(),
            segment,
            total: 0,
            ids: columns.str("id")?,
            dates: columns.u64("date")?,
            best: BinaryHeap::new(),
            counts,
            years: BTreeMap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Order::Score && self.limit > 0
    }

    fn merge_fruits(&self, parts: Vec<tantivy::Result<Part>>) -> tantivy::Result<Collected> {
        let mut all = Collected { counts: vec![BTreeMap::new(); self.keys.len()], ..Collected::default() };
        let mut best = Vec::new();
        for part in parts {
            let part = part?;
            all.total += part.total;
            best.extend(part.best);
            for (sum, counts) in all.counts.iter_mut().zip(part.counts) {
                for (value, count) in counts {
                    *sum.entry(value).or_default() += count;
                }
            }
            for (year, count) in part.years {
                *all.years.entry(year).or_default() += count;
            }
        }
        best.sort_by(|(rank, id, at), (other_rank, other_id, other_at)| {
            other_rank.cmp(rank).then_with(|| id.cmp(other_id)).then_with(|| at.cmp(other_at))
        });
        let wanted = best.into_iter().skip(self.offset).take(self.limit);
        all.best = wanted.map(|(rank, _, at)| (at, score(rank))).collect();
        Ok(all)
    }
}

impl SegmentCollector for InSegment {
    type Fruit = tantivy::Result<Part>;

    fn collect(&mut self, doc: DocId, found_score: Score) {
        self.total += 1;
        for (column, counts) in self.counts.iter_mut().flatten() {
            for ord in column.term_ords(doc) {
                counts[usize::try_from(ord).expect("as many values as are counted")] += 1;
            }
        }
        if self.wanted.years
            && let Some(date) = self.dates.first(doc)
        {
            *self.years.entry(date / 10_000).or_default() += 1;
        }
        let rank = match self.wanted.order {
            Order::Score => rank(found_score),
            Order::Date => self.dates.first(doc).unwrap_or(0),
        };
        let depth = self.wanted.offset + self.wanted.limit;
        let is_full = self.best.len() >= depth;
        if depth == 0 || (is_full && self.best.peek().is_some_and(|Reverse((worst, _, _))| rank < *worst)) {
            return;
        }
        let id = self.ids.as_ref().and_then(|ids| ids.term_ords(doc).next()).unwrap_or(0);
        self.best.push(Reverse((rank, Reverse(id), doc)));
        if is_full {
            self.best.pop();
        }
    }

    fn harvest(self) -> tantivy::Result<Part> {
        let mut best = Vec::with_capacity(self.best.len());
        for Reverse((rank, Reverse(ord), doc)) in self.best {
            let mut id = String::new();
            if let Some(ids) = &self.ids {
                ids.ord_to_str(ord, &mut id)?;
            }
            best.push((rank, id, DocAddress::new(self.segment, doc)));
        }
        let mut all_counts = Vec::with_capacity(self.counts.len());
        for counted in self.counts {
            let mut values = BTreeMap::new();
            if let Some((column, counts)) = counted {
                for (ord, count) in counts.into_iter().enumerate().filter(|(_, count)| *count > 0) {
                    let mut value = String::new();
                    column.ord_to_str(ord as u64, &mut value)?;
                    values.insert(value, count);
                }
            }
            all_counts.push(values);
        }
        Ok(Part { total: self.total, best, counts: all_counts, years: self.years })
    }
}

/// A score as a number in the same order; no score is negative.
fn rank(score: Score) -> u64 {
    u64::from(score.max(0.0).to_bits())
}

fn score(rank: u64) -> Score {
    u32::try_from(rank).map_or(0.0, f32::from_bits)
}
