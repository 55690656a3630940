//! What the warnings of a letter amount to: how many of its questions, notes, citations and pages ask for care.

use std::collections::BTreeSet;

use super::counter::{Trust, Unit};
use super::{Detail, Record, Warning, WarningKind};

impl Trust {
    /// What one letter amounts to.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let doubts = || record.warnings.iter().filter(|warning| warning.doubt);
        let doubted: BTreeSet<_> = doubts().filter_map(|warning| warning.pair.as_ref()).collect();
        let mut trust = Self {
            doubtful_letters: usize::from(record.is_doubtful()),
            doubtful_pairs: doubted.len(),
            other_doubts: doubts().filter(|warning| warning.pair.is_none()).count(),
            ..Self::default()
        };
        let mut pages = BTreeSet::new();
        for warning in &record.warnings {
            let Some(counter) = warning.counter() else { continue };
            *trust.counter(counter) += match counter.unit() {
                Unit::Warnings => 1,
                Unit::Questions => warning.numbers.len(),
                Unit::Pages => usize::from(warning.page.is_some_and(|page| pages.insert((counter, page)))),
                Unit::Characters if warning.pair.is_some() => 0,
                Unit::Characters => glyphs(warning),
            };
        }
        trust
    }
}

/// One where the number is unknown: there is a warning, so there is a glyph.
fn glyphs(warning: &Warning) -> usize {
    match warning.detail {
        Some(Detail::Glyphs(count)) => count,
        _ => 1,
    }
}

impl Record {
    /// True where our reading may be wrong somewhere, or where a page was not read at all.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.warnings.iter().any(|warning| warning.doubt || warning.kind == WarningKind::Scan)
    }
}
