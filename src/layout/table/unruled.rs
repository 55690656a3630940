//! Finds tables without rules, by the gaps between their cells alone.

use std::ops::Range;

use super::region::{Open, Region};
use crate::layout::lines::piece::Line;
use crate::layout::tuning;

/// Tables told by their gaps alone: successive lines in several fragments that share a gutter. The first may go on with
/// the table before, whose cells need not all be filled here.
pub(super) fn regions(lines: &[Line], open: &Open) -> Vec<Region> {
    let parts: Vec<Vec<(f32, f32)>> = lines
        .iter()
        .map(|line| line.clone().fragments().iter().map(|fragment| (fragment.left(), fragment.right())).collect())
        .collect();
    let mut regions: Vec<Region> = gone_on(lines, &parts, open).into_iter().collect();
    let mut start = regions.first().map_or(0, |region| region.end);
    while start < lines.len() {
        // A numbered text with another beside it may be a row: the number alone with its text is an item of a list.
        let numbered = lines[start].leading_number().is_some()
            && parts[start][0].1 - parts[start][0].0 > tuning::numbered_text_min() * lines[start].size;
        if parts[start].len() < 2 || (lines[start].is_list_item() && !numbered) {
            start += 1;
            continue;
        }
        let (end, full, blanks) = grown(lines, &parts, start, between(&parts[start]));
        // In two columns of a long cell beside a short one most lines stand alone; labels with their values do, too, but
        // those have no third column and no numbers.
        let counts = || counts(&lines[start..end], &blanks);
        if full >= tuning::gap_rows() && (2 * full >= end - start || blanks.len() > 1 || counts()) {
            let numbered = blanks.len() == 1 && counts();
            regions.push(Region { numbered, ..Region::new(start, end, blanks) });
        }
        start = end;
    }
    regions
}

/// The lines with which a table of the column before goes on: all its gutters stay, the text is beside them.
fn gone_on(lines: &[Line], parts: &[Vec<(f32, f32)>], before: &Open) -> Option<Region> {
    let open = &before.blanks;
    let (first, last) = (open.first()?, open.last()?);
    let all = |line: &Line, parts: &[(f32, f32)]| {
        let stays =
            |gutter: &(f32, f32)| narrowed(*gutter, parts, line.size).is_some() || at_edge(line, *gutter).is_some();
        open.iter().all(stays)
    };
    let inside =
        (0..lines.len()).take_while(|&at| all(&lines[at], &parts[at]) || heads_rows(lines, parts, at, open)).count();
    let (end, full, blanks) = grown(lines, &parts[..inside], 0, open.clone());
    let last_cell = parts[..end].iter().flatten().all(|(left, _)| *left >= last.0);
    // Of three cells or more one full line tells that they go on, of two a number; else they may be a label with its value.
    let row = open.len() > 1 && parts[..end].iter().any(|parts| parts.len() > open.len())
        || before.numbered && lines[..end].iter().any(|line| line.leading_number().is_some());
    let header = lines.first().is_some_and(|line| {
        let texts: Vec<String> = line.clone().fragments().iter().map(Line::text).collect();
        texts == before.header
    });
    let beside = parts[..end].iter().flatten().any(|(left, _)| *left >= first.1);
    (end > 0 && beside && (full >= tuning::gap_rows() || row || last_cell || header) && blanks.len() == open.len())
        .then(|| Region { numbered: before.numbered, header: before.header.clone(), ..Region::new(0, end, blanks) })
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
        if end > start && end - start <= HEADERS {
            blanks = with_further(lines, parts, start..end, end, blanks);
        }
        let (line, beside) = (&lines[end], |blank: &(f32, f32)| {
            narrowed(*blank, &parts[end], lines[end].size).or_else(|| at_edge(&lines[end], *blank))
        });
        let left: Vec<(f32, f32)> = blanks.iter().filter_map(beside).collect();
        let down = if end == start { 0.0 } else { line.baseline - lines[end - 1].baseline };
        // Around a table in a cell the other cells stay empty.
        let told = blanks.len() > 1 || full >= tuning::gap_rows();
        let inside = told && left.len() == blanks.len() && blanks.iter().all(|blank| line.left() >= blank.0);
        let near = down < if inside { tuning::gap_inside() } else { 3.0 } * line.size;
        // A list may stand in a cell; one at the margin is text again.
        let at_margin = blanks.first().is_some_and(|blank| lines[end].left() < blank.0);
        // Cells may come so near to each other that they seem one piece.
        let near_cells = blanks.iter().any(|blank| at_edge(line, *blank).is_some());
        // What begins a cell of the table beside it is a row's.
        let begins = |blank: &(f32, f32)| parts[end].iter().skip(1).any(|part| begins_cell(part.0, *blank));
        let is_row = near_cells || blanks.iter().any(begins);
        let listed = end > start && at_margin && parts[end].len() < 3 && lines[end].is_list_item() && !is_row;
        let heads_rows = near && at_margin && left.len() < blanks.len() && heads_rows(lines, parts, end, &blanks);
        if heads_rows {
            end += 1;
            continue;
        }
        if left.is_empty() || !near || listed {
            break;
        }
        blanks = left;
        full += usize::from(parts[end].len() > 1 || near_cells);
        end += 1;
    }
    (end.max(start + 1).min(parts.len()), full, blanks)
}

/// Whether the first cells count: at least two of the lines that begin there bear a number, each the next.
fn counts(lines: &[Line], blanks: &[(f32, f32)]) -> bool {
    let Some(blank) = blanks.first() else { return false };
    let numbers: Vec<u32> =
        lines.iter().filter(|line| line.left() < blank.0).filter_map(Line::leading_number).collect();
    numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Most lines, header and headings, that may stand above the first row.
const HEADERS: usize = 4;

/// The blanks with those that a line has beside them: in the header above it two short cells may seem one («Nr Vraag»),
/// and a heading may run over several.
fn with_further(
    lines: &[Line],
    parts: &[Vec<(f32, f32)>],
    above: Range<usize>,
    at: usize,
    blanks: Vec<(f32, f32)>,
) -> Vec<(f32, f32)> {
    let further = between(&parts[at]);
    let same = |a: &(f32, f32), b: &(f32, f32)| (a.1 - b.1).abs() < tuning::cell_edge();
    if further.len() <= blanks.len() || !blanks.iter().all(|known| further.iter().any(|blank| same(known, blank))) {
        return blanks;
    }
    let fits = |blank: &(f32, f32)| {
        above.clone().all(|index| {
            let header = index == above.start && parts[index].len() > 1;
            let heading = index > above.start && parts[index].len() == 1 && parts[index][0].0 < blank.0;
            header
                || heading
                || narrowed(*blank, &parts[index], lines[index].size).is_some()
                || at_edge(&lines[index], *blank).is_some()
        })
    };
    let of_all = |blank: (f32, f32)| blanks.iter().find(|known| same(known, &blank)).copied().unwrap_or(blank);
    if further.iter().all(fits) { further.into_iter().map(of_all).collect() } else { blanks }
}

/// A line over several cells heads the rows below it: it stands alone, and the next line has all the cells again.
fn heads_rows(lines: &[Line], parts: &[Vec<(f32, f32)>], at: usize, blanks: &[(f32, f32)]) -> bool {
    let Some((next, below)) = parts.get(at + 1).zip(lines.get(at + 1)) else { return false };
    let fits = |blank: &(f32, f32)| narrowed(*blank, next, below.size).is_some();
    let begins = blanks.iter().any(|blank| next.iter().skip(1).any(|part| begins_cell(part.0, *blank)));
    parts[at].len() == 1
        && begins
        && next.len() > 1
        && blanks.iter().all(fits)
        && below.baseline - lines[at].baseline < tuning::row_gap() * below.size
}

/// Whether a fragment begins at the edge of the cell behind a blank.
fn begins_cell(left: f32, blank: (f32, f32)) -> bool {
    (left - blank.1).abs() < tuning::cell_edge()
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
    (pair[1].left - pair[0].right > tuning::cell_edge_gap() * line.size).then(|| (pair[0].right.max(left), right))
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
