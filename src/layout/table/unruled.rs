//! Finds tables without rules, by the gaps between their cells alone.

use super::region::Region;
use crate::layout::lines::piece::Line;
use crate::layout::tuning;

/// Tables told by their gaps alone: successive lines in several fragments that share a gutter. The first may go on with
/// the table before, whose cells need not all be filled here.
pub(super) fn regions(lines: &[Line], open: &[(f32, f32)]) -> Vec<Region> {
    let parts: Vec<Vec<(f32, f32)>> = lines
        .iter()
        .map(|line| line.clone().fragments().iter().map(|fragment| (fragment.left(), fragment.right())).collect())
        .collect();
    let mut regions: Vec<Region> = gone_on(lines, &parts, open).into_iter().collect();
    let mut start = regions.first().map_or(0, |region| region.end);
    while start < lines.len() {
        if parts[start].len() < 2 || lines[start].is_list_item() {
            start += 1;
            continue;
        }
        let (end, full, blanks) = grown(lines, &parts, start, between(&parts[start]));
        // In two columns of a long cell beside a short one most lines stand alone; labels with their values do, too, but
        // those have no third column.
        if full >= tuning::gap_rows() && (2 * full >= end - start || blanks.len() > 1) {
            regions.push(Region::unruled(start, end, blanks));
        }
        start = end;
    }
    regions
}

/// The lines with which a table of the column before goes on: all its gutters stay, the text is beside them.
fn gone_on(lines: &[Line], parts: &[Vec<(f32, f32)>], open: &[(f32, f32)]) -> Option<Region> {
    let (first, last) = (open.first()?, open.last()?);
    let all = |parts: &[(f32, f32)], size| open.iter().all(|gutter| narrowed(*gutter, parts, size).is_some());
    let inside = lines.iter().zip(parts).take_while(|(line, parts)| all(parts, line.size)).count();
    let (end, full, blanks) = grown(lines, &parts[..inside], 0, open.to_vec());
    let last_cell = parts[..end].iter().flatten().all(|(left, _)| *left >= last.0);
    // Of three cells or more one full line tells that they go on; two may be a label with its value.
    let row = open.len() > 1 && parts[..end].iter().any(|parts| parts.len() > open.len());
    let beside = parts[..end].iter().flatten().any(|(left, _)| *left >= first.1);
    (end > 0 && beside && (full >= tuning::gap_rows() || row || last_cell) && blanks.len() == open.len())
        .then(|| Region::unruled(0, end, blanks))
}

/// How far a table that begins at `start` goes, how many of its lines have several fragments, and what is left of the
/// blanks between its cells.
fn grown(
    lines: &[Line],
    parts: &[Vec<(f32, f32)>],
    start: usize,
    blanks: Vec<(f32, f32)>,
) -> (usize, usize, Vec<(f32, f32)>) {
    let mut blanks = blanks;
    let (mut end, mut full) = (start, 0);
    while end < parts.len() {
        let (line, beside) = (&lines[end], |blank: &(f32, f32)| {
            narrowed(*blank, &parts[end], lines[end].size).or_else(|| at_edge(&lines[end], *blank))
        });
        let left: Vec<(f32, f32)> = blanks.iter().filter_map(beside).collect();
        let down = if end == start { 0.0 } else { line.baseline - lines[end - 1].baseline };
        // Around a table in a cell the other cells stay empty.
        let inside =
            blanks.len() > 1 && left.len() == blanks.len() && blanks.iter().all(|blank| line.left() >= blank.0);
        let near = down < if inside { tuning::gap_inside() } else { 3.0 } * line.size;
        // A list may stand in a cell; one at the margin is text again.
        let at_margin = blanks.first().is_some_and(|blank| lines[end].left() < blank.0);
        let listed = end > start && at_margin && parts[end].len() < 3 && lines[end].is_list_item();
        if left.is_empty() || !near || listed {
            break;
        }
        blanks = left;
        full += usize::from(parts[end].len() > 1);
        end += 1;
    }
    (end.max(start + 1).min(parts.len()), full, blanks)
}

/// The blanks between fragments.
fn between(parts: &[(f32, f32)]) -> Vec<(f32, f32)> {
    parts.windows(2).map(|pair| (pair[0].1, pair[1].0)).collect()
}

/// What is left of a gutter where a word begins at the edge of the cell after it, though the one before comes near.
fn at_edge(line: &Line, (left, right): (f32, f32)) -> Option<(f32, f32)> {
    let pair = line
        .pieces
        .windows(2)
        .find(|pair| pair[1].left > left && (pair[1].left - right).abs() < tuning::cell_edge())?;
    // The edge itself stays: else it would drift along a river of blanks in running text.
    (pair[1].left - pair[0].right > tuning::cell_edge_gap() * line.size && pair[0].right > left)
        .then(|| (pair[0].right, right))
}

/// What is left of a gutter beside these fragments, if that is still a gutter.
fn narrowed(gutter: (f32, f32), parts: &[(f32, f32)], size: f32) -> Option<(f32, f32)> {
    let mut gutter = gutter;
    for &(left, right) in parts {
        if right <= gutter.0 || left >= gutter.1 {
            continue;
        }
        if left <= gutter.0 && right >= gutter.1 {
            return None;
        }
        if left <= gutter.0 {
            gutter.0 = right;
        } else if right >= gutter.1 {
            gutter.1 = left;
        } else {
            return None;
        }
    }
    (gutter.1 - gutter.0 > 0.6 * size).then_some(gutter)
}

/// Gutters that run through all lines; lines of one fragment may be a title over the whole width and do not count.
pub(super) fn gutters(lines: &[Line]) -> Vec<f32> {
    let parts: Vec<(Vec<(f32, f32)>, f32)> = lines
        .iter()
        .map(|line| (line.clone().fragments().iter().map(|part| (part.left(), part.right())).collect(), line.size))
        .filter(|(parts, _): &(Vec<(f32, f32)>, f32)| parts.len() > 1)
        .collect();
    let Some((widest, _)) = parts.iter().max_by_key(|(parts, _)| parts.len()) else { return Vec::new() };
    between(widest)
        .into_iter()
        .filter_map(|gutter| parts.iter().try_fold(gutter, |gutter, (parts, size)| narrowed(gutter, parts, *size)))
        .map(|(left, right)| f32::midpoint(left, right))
        .collect()
}
