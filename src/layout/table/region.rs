//! The lines of a column that form a table, before they are cut into rows and cells.

use crate::layout::Rect;
use crate::layout::lines::piece::Line;
use crate::layout::tuning;

/// Lines that form a table.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where one cell ends and the next begins.
    pub(super) gutters: Vec<f32>,
    /// Horizontal rules between its lines, top to bottom.
    pub(super) rules: Vec<f32>,
    /// Rules under some of its cells only: the others span two rows.
    pub(super) partial: Vec<Rect>,
    /// The blanks around the gutters, where they alone make the table.
    pub(super) blanks: Vec<(f32, f32)>,
    /// Its rows begin with numbers that count, before the text of the first cell.
    pub(super) numbered: bool,
    /// The first row of the table that goes on here, as it may be printed again.
    pub(super) header: Vec<String>,
}

/// What a table leaves open for the next column or page.
#[derive(Debug, Default)]
pub(in crate::layout) struct Open {
    /// The blanks between its cells.
    pub(super) blanks: Vec<(f32, f32)>,
    /// Its rows begin with numbers that count.
    pub(super) numbered: bool,
    /// The text of each cell of its first row.
    pub(super) header: Vec<String>,
}

impl Region {
    pub(super) fn new(start: usize, end: usize, blanks: Vec<(f32, f32)>) -> Self {
        let gutters = blanks.iter().map(|(left, right)| f32::midpoint(*left, *right)).collect();
        Self {
            start,
            end,
            gutters,
            rules: Vec::new(),
            partial: Vec::new(),
            blanks,
            numbered: false,
            header: Vec::new(),
        }
    }

    /// True for a line of running words over several cells: it heads the rows below it.
    pub(super) fn is_across(&self, line: &Line) -> bool {
        let worded = line.pieces.first().is_some_and(|first| first.text.contains(char::is_alphabetic));
        if !worded || line.clone().fragments().len() != 1 {
            return false;
        }
        let within = |left: f32, right: f32| line.left() < left && line.right() > right;
        if self.blanks.is_empty() {
            // No wider a gap where a rule would part cells than between words.
            let parts = |gutter: f32| {
                line.pieces.windows(2).any(|pair| {
                    let gap = pair[1].left - pair[0].right;
                    pair[0].right <= gutter && gutter <= pair[1].left && gap > tuning::cell_gap() * line.size
                })
            };
            let mut crossed = self.gutters.iter().filter(|&&gutter| within(gutter, gutter)).peekable();
            return crossed.peek().is_some() && !crossed.any(|&gutter| parts(gutter));
        }
        let begins = |edge: f32| line.pieces.iter().any(|piece| (piece.left - edge).abs() < tuning::cell_edge());
        let mut crossed = self.blanks.iter().filter(|(left, right)| within(*left, *right)).peekable();
        crossed.peek().is_some() && !crossed.any(|(_, right)| begins(*right))
    }
}

/// The text of each cell of a row.
pub(super) fn texts(cells: &[Vec<Line>]) -> Vec<String> {
    cells.iter().map(|cell| cell.iter().map(Line::text).collect::<Vec<_>>().join(" ")).collect()
}
