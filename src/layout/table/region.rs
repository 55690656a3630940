//! The lines of a column that form a table, before they are cut into rows and cells.

use crate::layout::Rect;

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
}

impl Region {
    pub(super) fn unruled(start: usize, end: usize, blanks: Vec<(f32, f32)>) -> Self {
        let gutters = blanks.iter().map(|(left, right)| f32::midpoint(*left, *right)).collect();
        Self { start, end, gutters, rules: Vec::new(), partial: Vec::new(), blanks }
    }
}
