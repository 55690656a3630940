//! Finds the tables that stand inside one text of the letter, as rows and cells.

use std::ops::Range;

use super::spots::Spots;
use crate::layout::{Paragraph, Run, Text};
use crate::record::Table;

/// Fewest rows: one alone is a line with a gap.
const ROWS: usize = 2;

/// All of them, in order of place.
pub(super) fn all(text: &Text, spots: &Spots<'_>) -> Vec<Table> {
    let rows = text.paragraphs().chunk_by(|a, b| is_row(a) && is_row(b) && part(spots, a) == part(spots, b));
    rows.filter(|rows| rows.len() >= ROWS && rows.iter().all(is_row))
        .filter_map(|rows| table(text, spots, rows))
        .collect()
}

fn is_row(paragraph: &Paragraph) -> bool {
    paragraph.cells.len() > 1
}

/// The text in which all of a row stands; none for a row that holds a question and its answer.
fn part(spots: &Spots<'_>, row: &Paragraph) -> Option<crate::record::TextOf> {
    spots.at(&row.at).map(|spot| spot.text)
}

fn table(text: &Text, spots: &Spots<'_>, rows: &[Paragraph]) -> Option<Table> {
    let (first, last) = (rows.first()?, rows.last()?);
    let spot = spots.at(&(first.at.start..last.at.end))?;
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let cells = |row: &Paragraph| {
        let own = row.cells.iter().map(|cell| text.slice(cell).trim().to_owned());
        own.chain(std::iter::repeat(String::new())).take(width).collect()
    };
    let header_rows = rows.iter().take(rows.len() - 1).take_while(|row| heads(text, row, last)).count().min(1);
    Some(Table { part: spot.text, at: spot.at, rows: rows.iter().map(cells).collect(), header_rows })
}

/// A row that heads columns: bold where the others are not, or words above figures.
fn heads(text: &Text, row: &Paragraph, other: &Paragraph) -> bool {
    let figures = |at: &Range<usize>| text.slice(at).contains(|c: char| c.is_ascii_digit());
    let above_figures = || {
        let mut columns = row.cells.iter().zip(&other.cells);
        columns.any(|(own, below)| !own.is_empty() && !figures(own) && figures(below))
    };
    let bold = |row: &Paragraph| {
        let inside = |run: &&Run| row.at.start <= run.at.start && run.at.end <= row.at.end;
        text.runs().iter().filter(inside).all(|run| run.style.bold)
    };
    (bold(row) && !bold(other)) || above_figures()
}
