//! A column's lines and the page's rules come in; tables, row by row and cell by cell, are told apart from text.

use std::collections::BTreeSet;

use super::Rect;
use super::column::Column;
use super::paragraph::is_list_item;
use super::piece::Line;

/// Rules closer than this are one, in points.
const TOUCH: f32 = 2.0;
/// The rules of a grid span this share of the column at least; the rule over notes spans a third.
const SPAN: f32 = 0.6;
/// A line without a gap that spans this share of a grid is text between two tables; cells span half at most.
const TEXT_SPAN: f32 = 0.7;
/// A table without rules has so many rows with a gap in one place at least: fewer may be labels with their values.
const ROWS: usize = 3;
/// The lines of one cell are closer than this share of the distance between rows.
const WRAPPED: f32 = 0.92;
/// Rows stand further apart than this share of the distance between the lines of one cell (padding of 4 points and more
/// on a leading of 12 in tables of Word and Typst).
const ROWS_APART: f32 = 1.2;
/// A vertical rule of a grid is drawn over this share of the longest: those of a table inside a cell end with it.
const DRAWN: f32 = 0.5;
/// A table inside a cell may have so much blank around it, as a share of the size (23 points on 8 in `table-plain`).
const INSIDE_GAP: f32 = 6.0;
/// A word that begins within so many points of a cell's edge, begins the cell, however near the cell before comes.
const EDGE: f32 = 1.0;
/// The least blank before such a word, as a share of the size: a narrow word space.
const EDGE_GAP: f32 = 0.2;
/// Blank between two rows where neither rules nor a first cell tell, as a share of the size.
const ROW_GAP: f32 = 1.75;

/// A line of text, or a table's row.
#[derive(Debug)]
pub(super) enum Block {
    Line(Line),
    Row(Row),
}

/// One row of a table.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The column of each cell.
    pub(super) columns: Vec<Column>,
    /// The lines of each cell; a cell may be empty.
    pub(super) cells: Vec<Vec<Line>>,
    /// Where this row begins or ends is a guess: it has no rules, and blank does not part it like the others.
    pub(super) uncertain: bool,
}

impl Row {
    /// The text of each cell.
    pub(super) fn texts(&self) -> Vec<String> {
        let text = |cell: &Vec<Line>| cell.iter().map(Line::text).collect::<Vec<_>>().join(" ");
        self.cells.iter().map(text).collect()
    }

    /// True where this row, at the top of a page, goes on with the last row of the page before.
    pub(super) fn continues(&self, before: &Self) -> bool {
        self.cells.len() == before.cells.len() && self.cells.len() > 2 && self.cells.first().is_some_and(Vec::is_empty)
    }
}

/// Tells the tables among a column's lines from its text; `open` are the blanks between the cells of the table that the
/// column before ended in, and becomes those of the one that this column ends in.
pub(super) fn blocks(lines: Vec<Line>, rules: &[Rect], column: &Column, open: &mut Vec<(f32, f32)>) -> Vec<Block> {
    let mut regions = ruled(&lines, rules, column);
    for region in unruled(&lines, open) {
        if regions.iter().all(|other| region.end <= other.start || region.start >= other.end) {
            regions.push(region);
        }
    }
    regions.sort_by_key(|region| region.start);
    *open = regions
        .last_mut()
        .filter(|last| last.end == lines.len())
        .map(|last| std::mem::take(&mut last.blanks))
        .unwrap_or_default();
    let mut blocks = Vec::new();
    let mut lines = lines.into_iter().enumerate().peekable();
    for region in regions {
        while let Some((_, line)) = lines.next_if(|(index, _)| *index < region.start) {
            blocks.push(Block::Line(line));
        }
        let mut inside = Vec::new();
        while let Some((_, line)) = lines.next_if(|(index, _)| *index < region.end) {
            inside.push(line);
        }
        let (rows, unsure) = rows(inside, &region);
        let columns: Vec<Column> = (0..=region.gutters.len()).map(|cell| cell_column(&rows, cell)).collect();
        blocks.extend(rows.into_iter().enumerate().map(|(index, cells)| {
            Block::Row(Row { columns: columns.clone(), cells, uncertain: unsure.contains(&index) })
        }));
    }
    blocks.extend(lines.map(|(_, line)| Block::Line(line)));
    blocks
}

/// Lines that form a table.
#[derive(Debug)]
struct Region {
    start: usize,
    end: usize,
    /// Where one cell ends and the next begins.
    gutters: Vec<f32>,
    /// Horizontal rules between its lines, top to bottom.
    rules: Vec<f32>,
    /// Rules under some of its cells only: the others span two rows.
    partial: Vec<Rect>,
    /// The blanks around the gutters, where they alone make the table.
    blanks: Vec<(f32, f32)>,
}

impl Region {
    fn unruled(start: usize, end: usize, blanks: Vec<(f32, f32)>) -> Self {
        let gutters = blanks.iter().map(|(left, right)| f32::midpoint(*left, *right)).collect();
        Self { start, end, gutters, rules: Vec::new(), partial: Vec::new(), blanks }
    }
}

/// Tables drawn with rules: at least two of one width, with cells side by side between them.
fn ruled(lines: &[Line], rules: &[Rect], column: &Column) -> Vec<Region> {
    let width = column.right - column.left;
    let mut regions: Vec<Region> = Vec::new();
    let levels = horizontals(rules, column);
    let mut open: Vec<&Rect> = Vec::new();
    let mut groups: Vec<Vec<&Rect>> = Vec::new();
    let same = |a: &Rect, b: &Rect| (a.left - b.left).abs() < 4.0 * TOUCH && (a.right - b.right).abs() < 4.0 * TOUCH;
    for (index, level) in levels.iter().enumerate().filter(|(_, level)| level.right - level.left > SPAN * width) {
        let last = open.last().copied();
        // A rule under most cells of a row, the others of which span two: the grid goes on below.
        let partial = |last: &Rect| {
            let inside = level.left > last.left - TOUCH && level.right < last.right + TOUCH && !same(last, level);
            inside && levels[index..].iter().any(|below| same(last, below))
        };
        if last.is_some_and(partial) {
            continue;
        }
        if !last.is_some_and(|last| same(last, level)) {
            groups.push(std::mem::take(&mut open));
        }
        open.push(level);
    }
    groups.push(open);
    let drawn = |left: f32, right: f32, top: f32, bottom: f32| verticals(rules, left, right, top, bottom);
    let groups = groups.into_iter().flat_map(|group| parted_by_text(group, lines, &drawn));
    for group in groups.filter(|group| group.len() > 1) {
        let (top, bottom) = (group[0].top, group[group.len() - 1].bottom);
        let start = lines.partition_point(|line| line.baseline < top + TOUCH);
        let end = lines.partition_point(|line| line.baseline < bottom + TOUCH);
        let mut gutters = drawn(group[0].left, group[0].right, top, bottom);
        if gutters.is_empty() {
            gutters = self::gutters(&lines[start..end]);
        }
        if start < end && !gutters.is_empty() {
            let (left, right) = (group[0].left, group[0].right);
            let partial = partial(&levels, &gutters, (left, right), (top, bottom));
            let rules = group.iter().map(|rule| rule.top).collect();
            regions.push(Region { start, end, gutters, rules, partial, blanks: Vec::new() });
        }
    }
    regions
}

/// The rules inside a grid that run from the edge of one cell to that of another, but not over the whole grid.
fn partial(levels: &[Rect], gutters: &[f32], (left, right): (f32, f32), (top, bottom): (f32, f32)) -> Vec<Rect> {
    let edge = |at: f32| gutters.iter().chain([&left, &right]).any(|edge| (at - edge).abs() < 2.0 * TOUCH);
    let whole = |rule: &&Rect| rule.left < left + 2.0 * TOUCH && rule.right > right - 2.0 * TOUCH;
    let inside = levels.iter().filter(|rule| rule.top > top + TOUCH && rule.bottom < bottom - TOUCH);
    inside.filter(|rule| edge(rule.left) && edge(rule.right)).filter(|rule| !whole(rule)).copied().collect()
}

/// Vertical rules inside a grid, left to right, without those of tables in its cells.
fn verticals(rules: &[Rect], left: f32, right: f32, top: f32, bottom: f32) -> Vec<f32> {
    let mut drawn: Vec<&Rect> = rules
        .iter()
        .filter(|rule| rule.right - rule.left < 3.0 && rule.bottom - rule.top > 6.0)
        .filter(|rule| rule.top < bottom + TOUCH && rule.bottom > top - TOUCH)
        .filter(|rule| rule.left > left + 4.0 && rule.right < right - 4.0)
        .collect();
    drawn.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut found: Vec<(f32, f32)> = Vec::new();
    for rule in drawn {
        let length = rule.bottom.min(bottom) - rule.top.max(top);
        match found.last_mut() {
            Some((at, drawn)) if rule.left - *at < 2.0 * TOUCH => *drawn += length,
            _ => found.push((rule.left, length)),
        }
    }
    let longest = found.iter().map(|(_, drawn)| *drawn).fold(0.0, f32::max);
    found.into_iter().filter(|(_, drawn)| *drawn >= DRAWN * longest).map(|(at, _)| at).collect()
}

/// Two tables of one width are two groups: text runs over the whole width between their rules.
fn parted_by_text<'a>(
    group: Vec<&'a Rect>,
    lines: &[Line],
    drawn: &dyn Fn(f32, f32, f32, f32) -> Vec<f32>,
) -> Vec<Vec<&'a Rect>> {
    let mut parts: Vec<Vec<&Rect>> = Vec::new();
    for rule in group {
        let text_above = parts.last().and_then(|part| part.last()).is_some_and(|above| {
            let width = rule.right - rule.left;
            let wide = |line: &&Line| {
                line.right() - line.left() > TEXT_SPAN * width && Line::clone(line).fragments().len() == 1
            };
            let inside = |line: &&Line| line.baseline > above.bottom && line.baseline < rule.top + TOUCH;
            drawn(rule.left, rule.right, above.top, rule.bottom).is_empty()
                && lines.iter().filter(inside).any(|line| wide(&line))
        });
        match parts.last_mut() {
            Some(part) if !text_above => part.push(rule),
            _ => parts.push(vec![rule]),
        }
    }
    parts
}

/// Horizontal rules, the pieces of one level joined, top to bottom.
fn horizontals(rules: &[Rect], column: &Column) -> Vec<Rect> {
    let mut flat: Vec<Rect> = rules
        .iter()
        .filter(|rule| rule.bottom - rule.top < 3.0 && rule.right - rule.left > 3.0)
        .filter(|rule| rule.right > column.left && rule.left < column.right)
        .copied()
        .collect();
    flat.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.left.total_cmp(&b.left)));
    let mut joined: Vec<Rect> = Vec::new();
    for rule in flat {
        match joined.iter_mut().rev().take(8).find(|other| {
            (other.top - rule.top).abs() < TOUCH
                && rule.left < other.right + 2.0 * TOUCH
                && rule.right > other.left - 2.0 * TOUCH
        }) {
            Some(other) => {
                other.left = other.left.min(rule.left);
                other.right = other.right.max(rule.right);
            }
            None => joined.push(rule),
        }
    }
    joined
}

/// Tables told by their gaps alone: successive lines in several fragments that share a gutter. The first may go on with
/// the table before, whose cells need not all be filled here.
fn unruled(lines: &[Line], open: &[(f32, f32)]) -> Vec<Region> {
    let parts: Vec<Vec<(f32, f32)>> = lines
        .iter()
        .map(|line| line.clone().fragments().iter().map(|fragment| (fragment.left(), fragment.right())).collect())
        .collect();
    let mut regions: Vec<Region> = gone_on(lines, &parts, open).into_iter().collect();
    let mut start = regions.first().map_or(0, |region| region.end);
    while start < lines.len() {
        if parts[start].len() < 2 || is_list_item(&lines[start], &lines[start].text()) {
            start += 1;
            continue;
        }
        let (end, full, blanks) = grown(lines, &parts, start, between(&parts[start]));
        // In two columns of a long cell beside a short one most lines stand alone; labels with their values do, too, but
        // those have no third column.
        if full >= ROWS && (2 * full >= end - start || blanks.len() > 1) {
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
    (end > 0 && beside && (full >= ROWS || row || last_cell) && blanks.len() == open.len())
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
        let near = down < if inside { INSIDE_GAP } else { 3.0 } * line.size;
        // A list may stand in a cell; one at the margin is text again.
        let at_margin = blanks.first().is_some_and(|blank| lines[end].left() < blank.0);
        let listed = end > start && at_margin && parts[end].len() < 3 && is_list_item(&lines[end], &lines[end].text());
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
    let pair = line.pieces.windows(2).find(|pair| pair[1].left > left && (pair[1].left - right).abs() < EDGE)?;
    (pair[1].left - pair[0].right > EDGE_GAP * line.size && pair[0].right > left)
        .then(|| (pair[0].right, right.min(pair[1].left)))
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
fn gutters(lines: &[Line]) -> Vec<f32> {
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

/// The rows of a table, and which of them are guesses.
fn rows(lines: Vec<Line>, region: &Region) -> (Vec<Vec<Vec<Line>>>, BTreeSet<usize>) {
    let cells = region.gutters.len() + 1;
    let mut rows: Vec<Vec<Vec<Line>>> = Vec::new();
    let pitch = row_pitch(&lines, region);
    let (spaced, mixed) = spaced_rows(&lines, region);
    let mut unsure = BTreeSet::new();
    // With a rule under every row the rules alone part them; else the first cell or a blank does, too.
    let ruled_off = region.rules.len() > 3;
    let mut last: Option<(Line, usize)> = None;
    let mut first_of_band = 0;
    for line in lines {
        let band = region.rules.iter().filter(|&&rule| rule < line.baseline - 0.3 * line.size).count();
        if let Some(partial) = parted(region, band) {
            if last.as_ref().is_none_or(|(_, above)| *above != band) {
                first_of_band = rows.len();
            }
            push_parted(&mut rows, first_of_band, &line, &region.gutters, &partial);
            last = Some((line, band));
            continue;
        }
        let mut parts = vec![Vec::new(); cells];
        for fragment in cut(line.clone(), &region.gutters) {
            let middle = f32::midpoint(fragment.left(), fragment.right());
            parts[region.gutters.iter().filter(|&&gutter| gutter < middle).count()].push(fragment);
        }
        let new = last.as_ref().is_none_or(|(before, above)| {
            let down = line.baseline - before.baseline;
            let filled = parts.iter().filter(|part| !part.is_empty()).count();
            let first = !parts[0].is_empty();
            // The first cell may run on by itself, closer to its line than one row to the next.
            let runs_on = (filled == 1 && down < WRAPPED * pitch) || spaced.is_some_and(|apart| down < apart);
            *above != band
                || (!ruled_off && ((first && !runs_on) || down > ROW_GAP * before.size))
                || (first && filled == cells && cells > 2 && parts[1..].iter().all(|part| is_figure(part)))
        });
        // Blank parts other rows, and not this line from the one before, though its first cell is filled.
        let close =
            last.as_ref().zip(mixed).is_some_and(|((before, _), apart)| line.baseline - before.baseline < apart);
        if close && !parts[0].is_empty() {
            unsure.extend([rows.len() - 1, rows.len() - usize::from(!new)]);
        }
        if new {
            rows.push(vec![Vec::new(); cells]);
        }
        let at = rows.len() - 1;
        // A last cell that begins below its row may span it and the one before.
        if region.rules.is_empty()
            && cells > 2
            && !new
            && rows[at][cells - 1].is_empty()
            && !parts[cells - 1].is_empty()
        {
            unsure.extend([at.saturating_sub(1), at]);
        }
        if let Some(row) = rows.last_mut() {
            for (cell, fragments) in row.iter_mut().zip(parts) {
                cell.extend(Line::joined(fragments));
            }
        }
        last = Some((line, band));
    }
    (rows, unsure)
}

/// The partial rules between the rules around a band of lines; `None` where there are none.
fn parted(region: &Region, band: usize) -> Option<Vec<Rect>> {
    let top = band.checked_sub(1).and_then(|above| region.rules.get(above)).copied().unwrap_or(f32::MIN);
    let bottom = region.rules.get(band).copied().unwrap_or(f32::MAX);
    let inside = |rule: &&Rect| rule.top > top + TOUCH && rule.top < bottom - TOUCH;
    let found: Vec<Rect> = region.partial.iter().filter(inside).copied().collect();
    (!found.is_empty()).then_some(found)
}

/// Adds a line's cells to the rows of a band that begins at `first`: each goes below the partial rules above it; a cell
/// without any spans the rows and stands in the first, but the last cell, which is read after them all, in the last.
fn push_parted(rows: &mut Vec<Vec<Vec<Line>>>, first: usize, line: &Line, gutters: &[f32], partial: &[Rect]) {
    let mut tops: Vec<f32> = partial.iter().map(|rule| rule.top).collect();
    tops.sort_by(f32::total_cmp);
    tops.dedup_by(|a, b| (*a - *b).abs() < TOUCH);
    let levels = tops.len();
    for fragment in cut(line.clone(), gutters) {
        let middle = f32::midpoint(fragment.left(), fragment.right());
        let above = partial.iter().filter(|rule| {
            rule.left < middle && middle < rule.right && rule.top < fragment.baseline - 0.3 * fragment.size
        });
        let cell = gutters.iter().filter(|&&gutter| gutter < middle).count();
        let spans = !partial.iter().any(|rule| rule.left < middle && middle < rule.right);
        let row = first + if spans && cell == gutters.len() { levels } else { above.count() };
        while rows.len() <= row {
            rows.push(vec![Vec::new(); gutters.len() + 1]);
        }
        rows[row][cell].push(fragment);
    }
}

/// The usual distance between lines that begin in the first cell and go on in others.
fn row_pitch(lines: &[Line], region: &Region) -> f32 {
    let full: Vec<&Line> = lines.iter().filter(|line| cut((*line).clone(), &region.gutters).len() > 1).collect();
    full.windows(2).map(|pair| pair[1].baseline - pair[0].baseline).filter(|down| *down > 0.0).fold(f32::MAX, f32::min)
}

/// The distance from which on a line begins a new row, where blank parts most rows: there «3, 4 en» goes on with «5»
/// on the second line of its row. And the same where it parts only some of a table without rules.
fn spaced_rows(lines: &[Line], region: &Region) -> (Option<f32>, Option<f32>) {
    let (mut inside, mut starts) = (Vec::new(), Vec::new());
    for pair in lines.windows(2) {
        let down = pair[1].baseline - pair[0].baseline;
        let first = region.gutters.first().is_some_and(|gutter| pair[1].left() < *gutter);
        if first { starts.push(down) } else { inside.push(down) }
    }
    inside.sort_by(f32::total_cmp);
    let Some(apart) = inside.get(inside.len() / 2).map(|down| ROWS_APART * down) else { return (None, None) };
    let below = starts.iter().filter(|down| **down >= apart).count();
    let mixed = below > 0 && region.rules.is_empty() && region.gutters.len() > 1;
    ((2 * below > starts.len()).then_some(apart), mixed.then_some(apart))
}

/// A figure, a dash or a short sign, as tables have them under each other.
fn is_figure(part: &[Line]) -> bool {
    part.iter().all(|line| line.text().chars().all(|c| !c.is_lowercase()) && line.chars() <= 12)
}

/// The column in which the lines of a cell stand, measured over all rows.
fn cell_column(rows: &[Vec<Vec<Line>>], cell: usize) -> Column {
    let lines = || rows.iter().flat_map(|row| &row[cell]);
    Column {
        left: lines().map(Line::left).fold(f32::MAX, f32::min),
        right: lines().map(Line::right).fold(0.0, f32::max),
        justified: false,
    }
}

/// The parts of a line between gutters.
fn cut(line: Line, gutters: &[f32]) -> Vec<Line> {
    let mut parts: Vec<Vec<super::piece::Piece>> = vec![Vec::new(); gutters.len() + 1];
    let page = line.page;
    for piece in line.pieces {
        let middle = f32::midpoint(piece.left, piece.right);
        parts[gutters.iter().filter(|&&gutter| gutter < middle).count()].push(piece);
    }
    parts.into_iter().filter(|pieces| !pieces.is_empty()).map(|pieces| Line::new(page, pieces)).collect()
}
