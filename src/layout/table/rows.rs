//! Cuts the lines of a table into rows and cells.

use std::collections::BTreeSet;

use super::super::Rect;
use super::region::{self, Region};
use crate::layout::lines::piece::{Line, Piece};
use crate::layout::tuning;

/// A row as the lines of each of its cells.
type Cells = Vec<Vec<Line>>;

/// A table cut into rows.
pub(super) struct Cut {
    pub(super) rows: Vec<Cells>,
    /// Which of them are guesses.
    pub(super) unsure: BTreeSet<usize>,
    /// Which of them share a cell with another.
    pub(super) spanned: BTreeSet<usize>,
    /// Of a numbered table that goes on here the first row that has no number and is no heading.
    pub(super) unnumbered: Option<usize>,
}

/// Cuts a table into rows.
pub(super) fn cut(lines: Vec<Line>, region: &Region) -> Cut {
    let (spaced, mixed) = spaced_rows(&lines, region);
    let mut cutter = Cutter {
        region,
        pitch: row_pitch(&lines, region),
        spaced,
        mixed,
        rows: Vec::new(),
        unsure: BTreeSet::new(),
        spanned: BTreeSet::new(),
        last: None,
        number: None,
        first_of_band: 0,
    };
    for line in lines {
        cutter.push(line);
    }
    let unnumbered = cutter.unnumbered();
    Cut { rows: cutter.rows, unsure: cutter.unsure, spanned: cutter.spanned, unnumbered }
}

/// Rows in the making.
struct Cutter<'r> {
    region: &'r Region,
    /// The usual distance between rows.
    pitch: f32,
    /// The distance from which on a line begins a new row, where blank parts most rows.
    spaced: Option<f32>,
    /// The same where it parts some rows only.
    mixed: Option<f32>,
    rows: Vec<Cells>,
    unsure: BTreeSet<usize>,
    spanned: BTreeSet<usize>,
    /// The line before, and the band between two rules in which it stands.
    last: Option<(Line, usize)>,
    first_of_band: usize,
    /// The number of the last row, where rows are numbered.
    number: Option<u32>,
}

impl Cutter<'_> {
    fn push(&mut self, line: Line) {
        let gutters = &self.region.gutters;
        let band = self.region.rules.iter().filter(|&&rule| rule < line.baseline - 0.3 * line.size).count();
        if let Some(partial) = parted(self.region, band) {
            if self.last.as_ref().is_none_or(|(_, above)| *above != band) {
                self.first_of_band = self.rows.len();
            }
            push_parted(&mut self.rows, self.first_of_band, &line, gutters, &partial);
            self.spanned.extend(self.first_of_band..self.rows.len());
            self.last = Some((line, band));
            return;
        }
        let mut parts: Cells = vec![Vec::new(); gutters.len() + 1];
        if self.region.is_across(&line) {
            parts[0].push(line.clone());
        } else {
            for fragment in fragments(line.clone(), gutters) {
                parts[cell_of(&fragment, gutters)].push(fragment);
            }
        }
        let new = self.begins_row(&line, band, &parts);
        // A number that counts on leaves no doubt about where its row begins.
        let number = line.leading_number().or_else(|| lone_number(&parts[0]));
        let counts = new && number.is_some_and(|number| self.number.is_none_or(|last| number == last + 1));
        if self.is_close(&line) && !parts[0].is_empty() && !counts && !self.region.numbered {
            self.unsure.extend([self.rows.len() - 1, self.rows.len() - usize::from(!new)]);
        }
        if new {
            self.rows.push(vec![Vec::new(); parts.len()]);
        }
        let at = self.rows.len() - 1;
        // A last cell that begins below its row may span it and the one before.
        let last_cell = parts.len() - 1;
        let late = !new && self.rows[at][last_cell].is_empty() && !parts[last_cell].is_empty();
        if late && self.region.rules.is_empty() && parts.len() > 2 {
            self.unsure.extend([at.saturating_sub(1), at]);
        }
        for (cell, fragments) in self.rows[at].iter_mut().zip(parts) {
            cell.extend(Line::joined(fragments));
        }
        self.number = number.filter(|_| new).or(self.number);
        self.last = Some((line, band));
    }

    fn begins_row(&self, line: &Line, band: usize, parts: &Cells) -> bool {
        let Some((before, above)) = &self.last else { return true };
        // The header of the page before, printed again, is a row of its own.
        if self.rows.len() == 1 && !self.region.header.is_empty() && region::texts(&self.rows[0]) == self.region.header
        {
            return true;
        }
        if self.region.numbered {
            // Its rows may be nearer to each other than its lines.
            let next = line.leading_number().filter(|number| self.number.is_none_or(|last| *number == last + 1));
            let title = |line: &Line| self.region.is_across(line) || self.is_title(line);
            return next.is_some() || title(line) || title(before);
        }
        // With a rule under every row the rules alone part them; else the first cell or a blank does, too.
        let ruled_off = self.region.rules.len() > 3;
        let down = line.baseline - before.baseline;
        let filled = parts.iter().filter(|part| !part.is_empty()).count();
        let first = !parts[0].is_empty();
        // The first cell may run on by itself, closer to its line than one row to the next.
        let runs_on = (filled == 1 && down < tuning::cell_wrapped() * self.pitch)
            || self.spaced.is_some_and(|apart| down < apart);
        *above != band
            || (!ruled_off && ((first && !runs_on) || down > tuning::row_gap() * before.size))
            || (first && filled == parts.len() && filled > 2 && parts[1..].iter().all(|part| is_figure(part)))
    }

    /// The row at the top of a page that goes on with the one before it: the first below the header.
    fn unnumbered(&self) -> Option<usize> {
        let at = self.rows.iter().position(|row| region::texts(row) != self.region.header)?;
        let lead = self.rows[at].first().and_then(|cell| cell.first());
        let goes_on = |line: &Line| line.leading_number().is_none() && !self.is_title(line);
        (self.region.numbered && !self.region.header.is_empty() && lead.is_none_or(goes_on)).then_some(at)
    }

    /// A line of the first cell alone in type that no other line of its row has: it heads the rows below.
    fn is_title(&self, line: &Line) -> bool {
        let set_apart = |line: &Line| {
            let worded = line.pieces.iter().filter(|piece| piece.text.contains(char::is_alphabetic));
            worded.clone().all(|piece| piece.style.bold)
                || worded.clone().all(|piece| piece.style.italic)
                || worded.clone().all(|piece| piece.style.underlined)
        };
        let alone = self.region.gutters.first().is_some_and(|gutter| line.right() < *gutter);
        let first = self.rows.iter().rev().filter_map(|row| row.first()).flatten();
        let regular = first.filter(|other| (other.baseline - line.baseline).abs() > 0.5).any(|other| !set_apart(other));
        alone && set_apart(line) && (regular || self.number.is_none())
    }

    /// Blank parts other rows, and not this line from the one before.
    fn is_close(&self, line: &Line) -> bool {
        self.last.as_ref().zip(self.mixed).is_some_and(|((before, _), apart)| line.baseline - before.baseline < apart)
    }
}

/// The number that a cell consists of.
fn lone_number(cell: &[Line]) -> Option<u32> {
    let [line] = cell else { return None };
    line.text().trim_end_matches(['.', ')', ':']).parse().ok()
}

/// The cell in which a fragment stands.
fn cell_of(fragment: &Line, gutters: &[f32]) -> usize {
    let middle = f32::midpoint(fragment.left(), fragment.right());
    gutters.iter().filter(|&&gutter| gutter < middle).count()
}

/// The partial rules between the rules around a band of lines; `None` where there are none.
fn parted(region: &Region, band: usize) -> Option<Vec<Rect>> {
    let top = band.checked_sub(1).and_then(|above| region.rules.get(above)).copied().unwrap_or(f32::MIN);
    let bottom = region.rules.get(band).copied().unwrap_or(f32::MAX);
    let inside = |rule: &&Rect| rule.top > top + tuning::rules_touch() && rule.top < bottom - tuning::rules_touch();
    let found: Vec<Rect> = region.partial.iter().filter(inside).copied().collect();
    (!found.is_empty()).then_some(found)
}

/// Adds a line's cells to the rows of a band that begins at `first`: each goes below the partial rules above it; a cell
/// without any spans the rows and stands in the first, but the last cell, which is read after them all, in the last.
fn push_parted(rows: &mut Vec<Cells>, first: usize, line: &Line, gutters: &[f32], partial: &[Rect]) {
    let mut tops: Vec<f32> = partial.iter().map(|rule| rule.top).collect();
    tops.sort_by(f32::total_cmp);
    tops.dedup_by(|a, b| (*a - *b).abs() < tuning::rules_touch());
    let levels = tops.len();
    for fragment in fragments(line.clone(), gutters) {
        let middle = f32::midpoint(fragment.left(), fragment.right());
        let above = partial.iter().filter(|rule| {
            rule.left < middle && middle < rule.right && rule.top < fragment.baseline - 0.3 * fragment.size
        });
        let cell = cell_of(&fragment, gutters);
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
    let full: Vec<&Line> = lines.iter().filter(|line| fragments((*line).clone(), &region.gutters).len() > 1).collect();
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
    let Some(apart) = inside.get(inside.len() / 2).map(|down| tuning::paragraph_blank() * down) else {
        return (None, None);
    };
    let below = starts.iter().filter(|down| **down >= apart).count();
    let mixed = below > 0 && region.rules.is_empty() && region.gutters.len() > 1;
    ((2 * below > starts.len()).then_some(apart), mixed.then_some(apart))
}

/// A figure, a dash or a short sign, as tables have them under each other.
fn is_figure(part: &[Line]) -> bool {
    part.iter().all(|line| line.text().chars().all(|c| !c.is_lowercase()) && line.chars() <= 12)
}

/// The parts of a line between gutters.
fn fragments(line: Line, gutters: &[f32]) -> Vec<Line> {
    let mut parts: Vec<Vec<Piece>> = vec![Vec::new(); gutters.len() + 1];
    let page = line.page;
    for piece in line.pieces {
        let middle = f32::midpoint(piece.left, piece.right);
        parts[gutters.iter().filter(|&&gutter| gutter < middle).count()].push(piece);
    }
    parts.into_iter().filter(|pieces| !pieces.is_empty()).map(|pieces| Line::new(page, pieces)).collect()
}
