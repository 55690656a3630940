//! Finds thin straight lines in the ink of a level page: borders of tables, the rule over footnotes.

use super::bitmap::{Box, Ink, stretches};
use super::tuning;

/// Lines across and down; `point` is the length of a point in pixels.
pub(super) fn of(ink: &Ink, point: f32) -> Vec<Box> {
    let across = lines((0..ink.height).map(|y| ink.row(y).to_vec()), point);
    let column = |x: usize| (0..ink.height).map(|y| ink.is_dark(x, y)).collect::<Vec<_>>();
    let down = lines((0..ink.width).map(column), point);
    let turned = down.into_iter().map(|b| Box { left: b.top, top: b.left, right: b.bottom, bottom: b.right });
    across.into_iter().chain(turned).collect()
}

/// Long dark stretches of rows, joined with those that lie against them.
fn lines(rows: impl Iterator<Item = Vec<bool>>, point: f32) -> Vec<Box> {
    let mut open: Vec<Box> = Vec::new();
    let mut closed: Vec<Box> = Vec::new();
    for (y, row) in rows.enumerate() {
        for (left, right) in long(&row, point) {
            let here = Box { left, top: y, right, bottom: y + 1 };
            let touching = |b: &Box| b.bottom + 1 >= y && b.left <= right && left <= b.right;
            match open.iter_mut().find(|line| touching(line)) {
                Some(line) => *line = line.with(&here),
                None => open.push(here),
            }
        }
        closed.extend(open.extract_if(.., |line| line.bottom + 1 < y));
    }
    closed.extend(open);
    closed.retain(|line| line.height() as f32 <= tuning::rule_thickness_max() * point);
    closed
}

fn long(row: &[bool], point: f32) -> Vec<(usize, usize)> {
    let gap = (tuning::rule_gap() * point) as usize;
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (left, right) in stretches(row) {
        match joined.last_mut() {
            Some(last) if left - last.1 <= gap => last.1 = right,
            _ => joined.push((left, right)),
        }
    }
    joined.retain(|(left, right)| (right - left) as f32 >= tuning::rule_length_min() * point);
    joined
}
