//! Keeps the best finds of one segment, each answer once, however often it was published.
//!
//! **Invariant:** of the publications of one answer only the best is kept, so that what is kept is as many answers as are
//! wanted; the best answers of all segments are among the best of each.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use tantivy::{DocId, Score};

/// A find: its rank, the order of its id, its number.
pub(in crate::search) type Ranked = (u64, Reverse<u64>, DocId);

/// The best finds.
#[derive(Debug)]
pub(in crate::search) struct Best {
    depth: usize,
    /// The worst first.
    kept: BTreeSet<Ranked>,
    /// For the mark of each answer kept: which of its publications.
    of_twins: HashMap<u64, Ranked>,
}

impl Best {
    /// Keeps as many as `depth`.
    pub(in crate::search) fn new(depth: usize) -> Self {
        Self { depth, kept: BTreeSet::new(), of_twins: HashMap::new() }
    }

    /// Is there no use in offering a find of this rank?
    pub(in crate::search) fn is_beyond(&self, rank: u64) -> bool {
        self.depth == 0 || (self.kept.len() >= self.depth && self.kept.first().is_some_and(|worst| rank < worst.0))
    }

    /// Keeps a find if it is among the best; `twin_of` tells the mark of any find.
    pub(in crate::search) fn offer(&mut self, find: Ranked, twin_of: impl Fn(DocId) -> Option<u64>) {
        if let Some(twin) = twin_of(find.2) {
            match self.of_twins.get(&twin) {
                Some(held) if *held >= find => return,
                Some(held) => drop(self.kept.remove(held)),
                None => {}
            }
            self.of_twins.insert(twin, find);
        }
        self.kept.insert(find);
        if self.kept.len() > self.depth
            && let Some((_, _, worst)) = self.kept.pop_first()
            && let Some(twin) = twin_of(worst)
        {
            self.of_twins.remove(&twin);
        }
    }

    /// What was kept.
    pub(in crate::search) fn into_kept(self) -> impl Iterator<Item = Ranked> {
        self.kept.into_iter()
    }
}

/// A score as a number in the same order; no score is negative.
pub(in crate::search) fn rank(score: Score) -> u64 {
    u64::from(score.max(0.0).to_bits())
}

/// The score of a rank.
pub(in crate::search) fn score(rank: u64) -> Score {
    u32::try_from(rank).map_or(0.0, f32::from_bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_best_of_each_answer() {
        let twins = [Some(7), None, Some(7), Some(8), Some(7), Some(8)];
        let check = |depth: usize, ranks: &[u64], expect: &[DocId]| {
            let mut best = Best::new(depth);
            for (doc, rank) in (0..).zip(ranks) {
                if !best.is_beyond(*rank) {
                    best.offer((*rank, Reverse(u64::from(doc)), doc), |doc| twins[doc as usize]);
                }
            }
            assert_eq!(best.into_kept().map(|(_, _, doc)| doc).collect::<Vec<_>>(), expect, "{depth} of {ranks:?}");
        };
        check(3, &[1, 2, 3, 4, 5, 6], &[1, 4, 5]);
        check(2, &[1, 2, 3, 4, 5, 6], &[4, 5]);
        check(2, &[9, 2, 3, 4, 5, 1], &[3, 0]);
        // A publication that was pushed out does not keep a better one of the same answer out.
        check(1, &[1, 2, 3, 1, 1, 1], &[2]);
        check(0, &[1], &[]);
        check(2, &[5, 5, 5, 5], &[1, 0]);
    }
}
