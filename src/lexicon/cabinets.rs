//! The cabinets, by the day on which they took office: ministries are renamed, split and merged then.

use std::sync::LazyLock;

use jiff::civil::Date;

use super::table;

/// A cabinet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cabinet {
    /// By its prime minister, numbered where there are several: `Rutte II`.
    pub(super) name: &'static str,
    /// The day on which it took office.
    pub(super) since: Date,
}

static ALL: LazyLock<Vec<Cabinet>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("data/cabinets.tsv"));
    rows.map(|[name, since]| Cabinet { name, since: table::day(since).expect("a cabinet has a day") }).collect()
});

/// The cabinet of this name.
pub(super) fn named(name: &str) -> Option<&'static Cabinet> {
    ALL.iter().find(|cabinet| cabinet.name == name)
}
