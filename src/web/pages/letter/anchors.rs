//! The anchors by which the pairs of a letter are addressed: `v3`, `s2.v3`.

use std::collections::BTreeSet;

use crate::record::{Number, Pair, Record};

/// The pair with an anchor, also where that is another number of a group.
pub(in crate::web) fn place(record: &Record, anchor: &str) -> Option<usize> {
    let own = record.pairs.iter().position(|pair| anchor_of(pair) == anchor);
    own.or_else(|| record.pairs.iter().position(|pair| anchors(pair).iter().any(|one| one == anchor)))
}

/// The anchor of a pair: what follows `#` in its id.
pub(in crate::web) fn anchor_of(pair: &Pair) -> &str {
    pair.id.split_once('#').map_or(pair.id.as_str(), |(_, anchor)| anchor)
}

/// The anchors of all numbers of a pair, in its numbering.
pub(super) fn anchors(pair: &Pair) -> Vec<String> {
    let own = anchor_of(pair);
    let numbering = own.rsplit_once('v').map_or("", |(numbering, _)| numbering);
    let asked = pair.questions.iter().flat_map(|question| &question.numbers);
    let all: BTreeSet<Number> = pair.numbers.iter().chain(asked).copied().collect();
    all.into_iter().map(|number| format!("{numbering}v{number}")).collect()
}
