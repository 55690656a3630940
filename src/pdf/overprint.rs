//! Drops text that is printed twice, slightly shifted, to look bold; the copy that stays is marked bold.

use std::collections::HashMap;

use super::tuning;
use super::{Origin, Run};

/// Most runs beginning in one place that are compared; a page that has more is no text.
const MAX_NEAR: usize = 16;

/// Drops each run that repeats an earlier one at almost the same place.
pub(super) fn drop_copies(runs: &mut Vec<Run>) {
    /// A whole-point cell; copies lie in the same or a neighbouring one.
    type Cell = (i32, i32);
    let mut first: HashMap<Cell, Vec<usize>> = HashMap::new();
    let mut copies = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let Some(start) = run.glyphs.first() else { continue };
        let (column, row) = (start.x as i32, run.baseline as i32);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (column + dx, row + dy)));
        let mut near =
            around.filter_map(|cell| first.get(&cell)).flat_map(|runs| runs.iter().rev().take(MAX_NEAR)).copied();
        match near.find(|earlier| runs.get(*earlier).is_some_and(|earlier| is_copy(earlier, run))) {
            Some(earlier) => copies.push((earlier, at)),
            None => first.entry((column, row)).or_default().push(at),
        }
    }
    for (earlier, _) in &copies {
        if let Some(run) = runs.get_mut(*earlier) {
            run.style.bold = true;
        }
    }
    let mut copies = copies.into_iter().map(|(_, copy)| copy).peekable();
    let mut at = 0;
    runs.retain(|_| {
        let is_copy = copies.next_if_eq(&at).is_some();
        at += 1;
        !is_copy
    });
}

fn is_copy(earlier: &Run, run: &Run) -> bool {
    let room = run.size * tuning::overprint_aside() as f32;
    let (Some(a), Some(b)) = (earlier.glyphs.first(), run.glyphs.first()) else { return false };
    let visible = run.glyphs.iter().any(|glyph| !glyph.text.trim().is_empty());
    visible
        && run.origin == Origin::Printed
        && earlier.origin == Origin::Printed
        && (a.x - b.x).abs() <= room
        && (earlier.baseline - run.baseline).abs() <= room
        && earlier.glyphs.len() == run.glyphs.len()
        && earlier.glyphs.iter().zip(&run.glyphs).all(|(a, b)| a.text == b.text && (a.x - b.x).abs() <= room)
}
