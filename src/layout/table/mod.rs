//! Tells tables apart from running text, row by row and cell by cell.
//!
//! **Invariant:** each line is in one block, in order; a cell may be empty.

mod region;
mod rows;
mod ruled;
mod unruled;

use super::Rect;
use super::column::Column;
use super::lines::piece::Line;
use super::{mark, tuning};
pub(super) use region::Open;

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
    /// It shares a cell with another row, or may do so: what is empty need not be.
    pub(super) spanned: bool,
    /// Its table is numbered, and it has no number: it goes on with the row of the page before.
    pub(super) unnumbered: bool,
}

impl Row {
    /// The text of each cell.
    pub(super) fn texts(&self) -> Vec<String> {
        region::texts(&self.cells)
    }

    /// True where this row, at the top of a page, goes on with the last row of the page before.
    pub(super) fn continues(&self, before: &Self) -> bool {
        if self.unnumbered && self.cells.len() == before.cells.len() {
            return true;
        }
        let is_last_alone = self.cells.iter().rev().skip(1).all(Vec::is_empty);
        self.cells.len() == before.cells.len()
            && self.cells.first().is_some_and(Vec::is_empty)
            && (self.cells.len() > 2 || is_last_alone)
    }
}

/// Tells the tables among a column's lines from its text; `open` is what the table leaves open in which the column before
/// ended, and becomes what this one does.
pub(super) fn blocks(lines: Vec<Line>, rules: &[Rect], column: &Column, open: &mut Open) -> Vec<Block> {
    let mut regions = ruled::regions(&lines, rules, column);
    for region in unruled::regions(&lines, open) {
        if regions.iter().all(|other| region.end <= other.start || region.start >= other.end) {
            regions.push(region);
        }
    }
    regions.sort_by_key(|region| region.start);
    *open = regions
        .last_mut()
        .filter(|last| only_notes(&lines, last))
        .map(|last| Open { blanks: last.blanks.clone(), numbered: last.numbered, header: last.header.clone() })
        .unwrap_or_default();
    let last_end = regions.last().map_or(0, |last| last.end);
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
        let rows::Cut { rows, unsure, spanned, unnumbered } = rows::cut(inside, &region);
        if open.header.is_empty() && region.end == last_end {
            open.header = rows.first().map(|cells| region::texts(cells)).unwrap_or_default();
        }
        let columns: Vec<Column> = (0..=region.gutters.len()).map(|cell| cell_column(&rows, cell)).collect();
        blocks.extend(rows.into_iter().enumerate().map(|(index, cells)| {
            let (uncertain, spanned) = (unsure.contains(&index), spanned.contains(&index) || unsure.contains(&index));
            let unnumbered = unnumbered == Some(index);
            Block::Row(Row { columns: columns.clone(), cells, uncertain, spanned, unnumbered })
        }));
    }
    blocks.extend(lines.map(|(_, line)| Block::Line(line)));
    blocks
}

/// Nothing stands below the table, or what is set as notes are: smaller, or led by «1)».
fn only_notes(lines: &[Line], region: &region::Region) -> bool {
    let Some((table, below)) = lines.split_at_checked(region.end) else { return false };
    let Some((last, first)) = table.last().zip(below.first()) else { return below.is_empty() };
    let small = |line: &Line| line.size < tuning::note_size() * last.size;
    below.iter().all(small) || first.pieces.first().is_some_and(|lead| mark::bracketed(&lead.text).is_some())
}

/// Where tables drawn with rules stand on a page.
pub(super) fn areas(rules: &[Rect]) -> Vec<Rect> {
    ruled::areas(rules)
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
