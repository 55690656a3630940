//! What to cut out of the pages of a letter to show one pair.
//!
//! **Invariant:** a cut-out lies within its page, and holds all lines that are to be marked in it.

use crate::record::TextOf;
use crate::record::page_map::{Area, PageMap};

/// Air around the lines, in points: a line of text, so that the heading over them shows as well.
const AIR: f32 = 14.0;

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Cutout {
    /// The page's number, from 1.
    pub page: usize,
    /// What to cut out.
    pub area: Area,
    /// The lines in it that are to be marked.
    pub marks: Vec<Area>,
}

/// The cut-outs of a pair, by its place in the letter object, in order of reading: one for each page, and for each column
/// where the pair goes on at the top of the next.
#[must_use]
pub fn cutouts(maps: &[PageMap], pair: usize) -> Vec<Cutout> {
    maps.iter().flat_map(|map| on(map, pair)).collect()
}

fn on(map: &PageMap, pair: usize) -> Vec<Cutout> {
    let mut cutouts: Vec<Cutout> = Vec::new();
    for line in map.lines.iter().filter(|line| pair_of(line.text) == Some(pair)) {
        match cutouts.last_mut() {
            Some(last) if last.marks.last().is_none_or(|above| line.area[1] >= above[1]) => {
                last.take(line.area);
            }
            _ => cutouts.push(Cutout { page: map.page, area: line.area, marks: vec![line.area] }),
        }
    }
    // Cells of a row stand side by side, and are shown as one.
    let mut merged: Vec<Cutout> = Vec::new();
    for next in cutouts {
        match merged.iter_mut().find(|one| one.area[1] < next.area[3] && next.area[1] < one.area[3]) {
            Some(one) => next.marks.into_iter().for_each(|mark| one.take(mark)),
            None => merged.push(next),
        }
    }
    merged.into_iter().map(|cutout| Cutout { area: framed(map, cutout.area), ..cutout }).collect()
}

impl Cutout {
    fn take(&mut self, mark: Area) {
        self.area = around(self.area, mark);
        self.marks.push(mark);
    }
}

/// The area in the width of its column, with air.
fn framed(map: &PageMap, area: Area) -> Area {
    let texts = map.lines.iter().filter(|line| pair_of(line.text).is_some()).map(|line| line.area);
    let [left, _, right, _] = texts.filter(|line| line[0] < area[2] && area[0] < line[2]).fold(area, around);
    [(left - AIR).max(0.0), (area[1] - AIR).max(0.0), (right + AIR).min(map.width), (area[3] + AIR).min(map.height)]
}

fn pair_of(text: TextOf) -> Option<usize> {
    match text {
        TextOf::Question { pair, .. } | TextOf::Answer { pair } => Some(pair),
        TextOf::Section(_) | TextOf::Footnote(_) => None,
    }
}

fn around(a: Area, b: Area) -> Area {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::page_map::Line;

    fn check(lines: &[(usize, Area)], pair: usize, expect: &[(Area, usize)]) {
        let lines = lines.iter().map(|&(pair, area)| Line { text: TextOf::Answer { pair }, area }).collect();
        let map = PageMap { page: 2, width: 500.0, height: 800.0, lines, citations: Vec::new() };
        let found = cutouts(&[map], pair);
        assert_eq!(found.iter().map(|one| (one.area, one.marks.len())).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn pairs_are_cut_out_by_column() {
        let wide = |top: f32| [100.0, top, 400.0, top + 10.0];
        let short = [100.0, 120.0, 200.0, 130.0];
        check(&[(0, wide(50.0)), (1, short)], 1, &[([86.0, 106.0, 414.0, 144.0], 1)]);
        check(&[(0, wide(50.0))], 1, &[]);
        check(&[(1, wide(5.0)), (1, wide(785.0))], 1, &[([86.0, 0.0, 414.0, 800.0], 2)]);
        // It goes on at the top of the second column.
        let second = [260.0, 50.0, 450.0, 60.0];
        let expect = [([86.0, 686.0, 214.0, 724.0], 1), ([246.0, 36.0, 464.0, 74.0], 1)];
        check(&[(1, [100.0, 700.0, 200.0, 710.0]), (1, second)], 1, &expect);
        // Two cells of one row.
        let (left, right) = ([100.0, 60.0, 200.0, 70.0], [260.0, 50.0, 450.0, 75.0]);
        check(&[(1, left), (1, right)], 1, &[([86.0, 36.0, 464.0, 89.0], 2)]);
    }
}
