//! Text comes in; the days that it names go out.

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::months;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

impl Day {
    fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1800..=2200).contains(&year) && (1..=last).contains(&day)).then_some(Self { year, month, of_month: day })
    }
}

/// ISO 8601.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    let months = months::pattern();
    Regex::new(&format!(
        r"(?i)\b(\d{{1,2}})(?:e|ste|de)?\s+({months})\.?\s+(\d{{4}})\b|\b(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})\b"
    ))
    .expect("the pattern is made of constants")
});

/// The days in a text, in order of place.
pub(super) fn days(text: &str) -> impl Iterator<Item = (Range<usize>, Day)> {
    DAY.captures_iter(text).filter_map(|found| {
        let number = |group: usize| found.get(group).and_then(|m| m.as_str().parse::<u16>().ok());
        let at = found.get(0)?.range();
        let month = match found.get(2) {
            Some(name) => months::number_of(name.as_str())?,
            None => usize::from(number(5)?),
        };
        let (day, year) = (number(1).or(number(4))?, number(3).or(number(6))?);
        Some((at, Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?))
    })
}

/// The first day in a text.
pub(super) fn first(text: &str) -> Option<Day> {
    days(text).next().map(|(_, day)| day)
}
