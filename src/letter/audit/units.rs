//! Units whose exponent may have been taken for the mark of a note: «µg/m³», «20 km²».

use std::sync::LazyLock;

use regex::Regex;

use super::reading::Reading;
use crate::letter::doubt::Doubt;
use crate::record::Contradiction;

/// A unit of length behind a figure or a stroke, at the end of what stands before a mark.
static UNIT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:/|\d\s?|\bper )([kcdm]?m)$").expect("the pattern is a constant"));

/// Marks 2 and 3 right behind a unit.
pub(super) fn marks_at_units(reading: &Reading<'_>) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for mark in reading.text.marks().iter().filter(|mark| matches!(mark.mark.as_str(), "2" | "3")) {
        let holds = |at: &&std::ops::Range<usize>| at.start < mark.at && mark.at <= at.end;
        for pair in &reading.paired.pairs {
            let Some(own) = reading.texts(pair).find(holds) else { continue };
            if let Some(unit) = UNIT.captures(reading.text.slice(&(own.start..mark.at))).and_then(|found| found.get(1))
            {
                let unit = unit.as_str().to_owned();
                doubts.push(Reading::on(pair, Contradiction::MarkAtUnit(unit), &(mark.at..mark.at)));
            }
        }
    }
    doubts
}
