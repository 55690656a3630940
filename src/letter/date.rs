//! Finds the days that a text names: «12 maart 2024», «12-03-2024».

use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use crate::lexicon::months;

/// Years in which a letter may speak of a day; beyond them a number is misread.
const YEARS: RangeInclusive<i16> = 1800..=2200;

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    let months = months::pattern();
    Regex::new(&format!(
        r"(?i)\b(\d{{1,2}})(?:e|ste|de)?\s+({months})\.?\s+(\d{{4}})\b|\b(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})\b"
    ))
    .expect("the pattern is made of constants")
});

/// The days in a text, in order of place.
pub(super) fn days(text: &str) -> impl Iterator<Item = (Range<usize>, Date)> {
    DAY.captures_iter(text).filter_map(|found| {
        let number = |group: usize| found.get(group).and_then(|m| m.as_str().parse::<i16>().ok());
        let at = found.get(0)?.range();
        let month = match found.get(2) {
            Some(name) => i8::try_from(months::number_of(name.as_str())?).ok()?,
            None => i8::try_from(number(5)?).ok()?,
        };
        let (day, year) = (number(1).or(number(4))?, number(3).or(number(6))?);
        let day = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
        YEARS.contains(&year).then_some((at, day))
    })
}

/// The first day in a text.
pub(super) fn first(text: &str) -> Option<Date> {
    days(text).next().map(|(_, day)| day)
}
