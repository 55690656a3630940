//! Which ministries did the work of a ministry before it, and when: `VRO` began in 2024, what it does was done by `BZK`
//! and, until 2010, by `VROM`.
//!
//! **Invariant:** only ministries of the table; a ministry is never among its own predecessors, though it may have been
//! renamed and named back (EZ, EZK, EZ).

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::{cabinets, ministries, table};

/// A ministry, and the days in which it did the work of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predecessor {
    /// Its key in the table of ministries.
    pub key: &'static str,
    /// The first day; open where its beginning is before the letters.
    pub from: Option<Date>,
    /// The day on which a successor took over.
    pub until: Date,
}

/// Of each ministry that has any: its predecessors, the latest first.
static PREDECESSORS: LazyLock<BTreeMap<&str, Vec<Predecessor>>> = LazyLock::new(|| {
    let mut all: BTreeMap<&str, Vec<Predecessor>> = BTreeMap::new();
    for [of, key, from, until] in table::rows(include_str!("data/lineage.tsv")) {
        let since = |cabinet: &str| cabinets::named(cabinet).expect("the table of cabinets has it").since;
        let from = (!from.is_empty()).then(|| since(from));
        all.entry(of).or_default().push(Predecessor { key, from, until: since(until) });
    }
    for predecessors in all.values_mut() {
        predecessors.sort_by_key(|predecessor| Reverse(predecessor.until));
    }
    all
});

/// The predecessors of a ministry, by its key, an abbreviation or a name in full, case and accents aside; none where it
/// has none, or is no ministry.
#[must_use]
pub fn predecessors(name: &str) -> &'static [Predecessor] {
    ministries::named(name).and_then(|key| PREDECESSORS.get(key)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predecessors_are_ministries_with_a_time() {
        for (of, predecessors) in &*PREDECESSORS {
            for predecessor in predecessors {
                for key in [*of, predecessor.key] {
                    assert!(ministries::by_key(key).is_some(), "{key}");
                }
                assert_ne!(*of, predecessor.key);
                assert!(predecessor.from.is_none_or(|from| from < predecessor.until), "{of}");
            }
        }
    }

    #[test]
    fn ministries_are_named_in_many_ways() {
        let check = |name: &str, expect: &[&str]| {
            assert_eq!(predecessors(name).iter().map(|p| p.key).collect::<Vec<_>>(), expect, "{name}");
        };
        check("VRO", &["BZK", "VROM"]);
        check("vro", &["BZK", "VROM"]);
        check("Volkshuisvesting en Ruimtelijke Ordening", &["BZK", "VROM"]);
        check("I&W", &["IenM", "VenW", "VROM"]);
        check("kgg", &["EZK", "EZ"]);
        check("A&M", &["JenV", "VenJ", "BZK", "Justitie"]);
        check("OCW", &[]);
        check("vuurtorens", &[]);
    }
}
