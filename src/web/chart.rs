//! The measures of a bar chart, for a template to draw as SVG.
//!
//! **Invariant:** all that a chart shows is also text: a title, a description, a table.

use crate::search::Count;

/// Units of the drawing: wide enough for seven years beside each other.
const WIDTH: usize = 280;
const HEIGHT: usize = 120;
/// Room above the bars for numbers, and below for years.
const TOP: usize = 16;
const BOTTOM: usize = 18;
/// Most bars: the newest are shown.
const BARS: i32 = 12;

/// A bar chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chart {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) bars: Vec<Bar>,
}

/// A bar with its number above and its name below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) name: String,
    pub(super) count: usize,
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) middle: usize,
    pub(super) above: usize,
    pub(super) below: usize,
}

impl Chart {
    /// Counts a year, the years between without any included, in order of time.
    pub(super) fn of_years(counts: &[Count]) -> Self {
        let years: Vec<(i32, usize)> =
            counts.iter().filter_map(|count| Some((count.value.parse().ok()?, count.count))).collect();
        let last = years.iter().map(|(year, _)| *year).max().unwrap_or_default();
        let first = years.iter().map(|(year, _)| *year).min().unwrap_or_default().max(last + 1 - BARS);
        let count = |year: i32| years.iter().find(|(own, _)| *own == year).map_or(0, |(_, count)| *count);
        Self::of((first..=last).map(|year| (year.to_string(), count(year))).collect())
    }

    fn of(counts: Vec<(String, usize)>) -> Self {
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
        let step = WIDTH / counts.len().max(1);
        let bars = counts.into_iter().enumerate().map(|(at, (name, count))| {
            let height = (HEIGHT - TOP - BOTTOM) * count / most;
            let y = HEIGHT - BOTTOM - height;
            Bar {
                name,
                count,
                x: at * step + step / 8,
                y,
                width: step - step / 4,
                height,
                middle: at * step + step / 2,
                above: y - 4,
                below: HEIGHT - 4,
            }
        });
        Self { width: WIDTH, height: HEIGHT, bars: bars.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stand_in_order_with_those_between() {
        let count = |value: &str, count| Count { value: value.to_owned(), count };
        let chart = Chart::of_years(&[count("2024", 4), count("2021", 2)]);
        let bars: Vec<_> = chart.bars.iter().map(|bar| (bar.name.as_str(), bar.count)).collect();
        assert_eq!(bars, [("2021", 2), ("2022", 0), ("2023", 0), ("2024", 4)]);
        assert!(chart.bars.iter().all(|bar| bar.y + bar.height == HEIGHT - BOTTOM && bar.above < bar.y));
        assert_eq!(chart.bars[3].height, HEIGHT - TOP - BOTTOM);
    }
}
