//! Collects what the engine finds: how many, the best of them, and counts of values over all of them.
//!
//! **Invariant:** ties are in order of id, whatever the order in which letters were indexed.
//! **Invariant:** an answer that was published several times counts once: it is ranked by its best publication, and
//! counts for a value if any of the publications found has that value.

mod best;

use std::borrow::Borrow;
use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::query::Query;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use crate::index::Key;
use best::{Best, rank, score};

/// What is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The highest score.
    Score,
    /// The newest; undated ones last.
    Newest,
    /// The oldest; undated ones last.
    Oldest,
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
    /// What counts as one.
    pub(super) unit: Unit,
}

/// What counts as one find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Every entry of the index.
    Entry,
    /// An answer with all its publications, and every entry that is no answer.
    Answer,
}

/// What a query finds.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) total: usize,
    pub(super) best: Vec<(DocAddress, Score)>,
    /// For each key asked for: how often each value occurs.
    pub(super) counts: Vec<BTreeMap<String, usize>>,
    pub(super) years: BTreeMap<u64, usize>,
    /// The publications of each answer that was found more than once.
    repeated: Vec<Vec<DocAddress>>,
}

/// Collects what is wanted of a query's result.
pub(super) fn collect(searcher: &Searcher, query: &dyn Query, wanted: &Wanted) -> tantivy::Result<Collected> {
    let mut collected = searcher.search(query, wanted)?;
    let repeated = std::mem::take(&mut collected.repeated);
    collected.total -= repeated.iter().map(|publications| publications.len() - 1).sum::<usize>();
    for (key, counts) in wanted.keys.iter().zip(&mut collected.counts) {
        let mut values = Values::of(searcher, *key)?;
        for publications in &repeated {
            once::<_, str, _>(counts, values.of_all(publications)?);
        }
    }
    if wanted.years {
        for publications in &repeated {
            once::<_, u64, _>(&mut collected.years, years(searcher, publications)?);
        }
    }
    Ok(collected)
}

/// Counts every value once that several publications of one answer have.
fn once<K: Ord + Borrow<Q>, Q: Ord + ?Sized, V: Borrow<Q> + Ord>(counts: &mut BTreeMap<K, usize>, mut values: Vec<V>) {
    values.sort_unstable();
    for again in values.windows(2).filter(|pair| pair[0] == pair[1]) {
        if let Some(count) = counts.get_mut(again[0].borrow()) {
            *count -= 1;
        }
    }
}

/// The values of a key, each read from the index once.
struct Values {
    columns: Vec<Option<StrColumn>>,
    read: HashMap<(SegmentOrdinal, u64), Rc<str>>,
}

impl Values {
    fn of(searcher: &Searcher, key: Key) -> tantivy::Result<Self> {
        let segments = searcher.segment_readers().iter();
        let columns = segments.map(|segment| segment.fast_fields().str(key.name())).collect::<tantivy::Result<_>>()?;
        Ok(Self { columns, read: HashMap::new() })
    }

    /// Those that documents have, each as often as there are documents that have it.
    fn of_all(&mut self, documents: &[DocAddress]) -> tantivy::Result<Vec<Rc<str>>> {
        let mut values = Vec::new();
        for at in documents {
            let Some(Some(column)) = self.columns.get(at.segment_ord as usize) else { continue };
            for ord in column.term_ords(at.doc_id) {
                values.push(match self.read.entry((at.segment_ord, ord)) {
                    Entry::Occupied(read) => Rc::clone(read.get()),
                    Entry::Vacant(unread) => {
                        let mut value = String::new();
                        column.ord_to_str(ord, &mut value)?;
                        Rc::clone(unread.insert(value.into()))
                    }
                });
            }
        }
        Ok(values)
    }
}

/// The years of these documents.
fn years(searcher: &Searcher, documents: &[DocAddress]) -> tantivy::Result<Vec<u64>> {
    let mut years = Vec::new();
    for at in documents {
        let dates = searcher.segment_reader(at.segment_ord).fast_fields().u64("date")?;
        years.extend(dates.first(at.doc_id).map(year));
    }
    Ok(years)
}

/// The mark that the publications of an answer share.
pub(super) fn twin(searcher: &Searcher, at: DocAddress) -> tantivy::Result<Option<u64>> {
    Ok(searcher.segment_reader(at.segment_ord).fast_fields().u64(TWIN)?.first(at.doc_id))
}

/// The publications of each answer that was found more than once, by the marks of all that was found.
fn repeated(mut twins: Vec<(u64, DocAddress)>) -> Vec<Vec<DocAddress>> {
    // Nearly all marks occur once. A bit for each eighth of a mark, by its low bits, leaves few to be sorted.
    let bits = (twins.len() * 8).next_power_of_two().max(64);
    let mut seen = vec![0_u64; bits / 64];
    let mut suspects = HashSet::new();
    for (twin, _) in &twins {
        let bit = *twin as usize % bits;
        if seen[bit / 64] & (1 << (bit % 64)) != 0 {
            suspects.insert(*twin);
        }
        seen[bit / 64] |= 1 << (bit % 64);
    }
    twins.retain(|(twin, _)| suspects.contains(twin));
    twins.sort_unstable();
    let groups = twins.chunk_by(|(a, _), (b, _)| a == b).filter(|group| group.len() > 1);
    groups.map(|group| group.iter().map(|(_, at)| *at).collect()).collect()
}

/// The name of the column of marks.
const TWIN: &str = "twin";

/// The value of a column of strings for one document.
pub(super) fn string(searcher: &Searcher, at: DocAddress, field: &str) -> tantivy::Result<Option<String>> {
    let segment = searcher.segment_reader(at.segment_ord);
    let Some(column) = segment.fast_fields().str(field)? else { return Ok(None) };
    let Some(ord) = column.term_ords(at.doc_id).next() else { return Ok(None) };
    let mut value = String::new();
    column.ord_to_str(ord, &mut value)?;
    Ok(Some(value))
}

/// What one segment finds.
pub(super) struct SegmentFound {
    total: usize,
    best: Vec<Candidate>,
    counts: Vec<BTreeMap<String, usize>>,
    years: BTreeMap<u64, usize>,
    twins: Vec<(u64, DocAddress)>,
}

/// One of the best of its segment.
struct Candidate {
    rank: u64,
    id: String,
    at: DocAddress,
    twin: Option<u64>,
}

/// Collects over one segment.
pub(super) struct InSegment {
    wanted: Wanted,
    segment: SegmentOrdinal,
    total: usize,
    ids: Option<StrColumn>,
    dates: Column<u64>,
    /// The marks of answers, where publications are one.
    marks: Option<Column<u64>>,
    twins: Vec<(u64, DocAddress)>,
    best: Best,
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
            marks: (self.unit == Unit::Answer).then(|| columns.u64(TWIN)).transpose()?,
            twins: Vec::new(),
            best: Best::new(self.offset + self.limit),
            counts,
            years: BTreeMap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Order::Score && self.limit > 0
    }

    fn merge_fruits(&self, parts: Vec<tantivy::Result<SegmentFound>>) -> tantivy::Result<Collected> {
        let mut all = Collected { counts: vec![BTreeMap::new(); self.keys.len()], ..Collected::default() };
        let (mut best, mut twins) = (Vec::new(), Vec::new());
        for part in parts {
            let part = part?;
            all.total += part.total;
            best.extend(part.best);
            twins.extend(part.twins);
            for (sum, counts) in all.counts.iter_mut().zip(part.counts) {
                for (value, count) in counts {
                    *sum.entry(value).or_default() += count;
                }
            }
            for (year, count) in part.years {
                *all.years.entry(year).or_default() += count;
            }
        }
        best.sort_by(|a, b| b.rank.cmp(&a.rank).then_with(|| a.id.cmp(&b.id)).then_with(|| a.at.cmp(&b.at)));
        let mut seen = HashSet::new();
        best.retain(|candidate| candidate.twin.is_none_or(|twin| seen.insert(twin)));
        let wanted = best.into_iter().skip(self.offset).take(self.limit);
        let score = |rank| if self.order == Order::Score { score(rank) } else { 0.0 };
        all.best = wanted.map(|candidate| (candidate.at, score(candidate.rank))).collect();
        all.repeated = repeated(twins);
        Ok(all)
    }
}

impl SegmentCollector for InSegment {
    type Fruit = tantivy::Result<SegmentFound>;

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
            *self.years.entry(year(date)).or_default() += 1;
        }
        let twin_of = |doc| self.marks.as_ref().and_then(|marks| marks.first(doc));
        if let Some(twin) = twin_of(doc) {
            self.twins.push((twin, DocAddress::new(self.segment, doc)));
        }
        let rank = match self.wanted.order {
            Order::Score => rank(found_score),
            Order::Newest => self.dates.first(doc).unwrap_or(0),
            Order::Oldest => self.dates.first(doc).map_or(0, |date| u64::MAX - date),
        };
        if !self.best.is_beyond(rank) {
            let id = self.ids.as_ref().and_then(|ids| ids.term_ords(doc).next()).unwrap_or(0);
            self.best.offer((rank, Reverse(id), doc), twin_of);
        }
    }

    fn harvest(self) -> tantivy::Result<SegmentFound> {
        let mut best = Vec::new();
        for (rank, Reverse(ord), doc) in self.best.into_kept() {
            let mut id = String::new();
            if let Some(ids) = &self.ids {
                ids.ord_to_str(ord, &mut id)?;
            }
            let twin = self.marks.as_ref().and_then(|marks| marks.first(doc));
            best.push(Candidate { rank, id, at: DocAddress::new(self.segment, doc), twin });
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
        Ok(SegmentFound { total: self.total, best, counts: all_counts, years: self.years, twins: self.twins })
    }
}

/// The year of a day's number.
fn year(date: u64) -> u64 {
    date / 10_000
}
