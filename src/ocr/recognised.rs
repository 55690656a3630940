//! What is read from the picture of a page.

use crate::pdf::{Rect, Run};

/// A page as read.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// Its words, a run each, in points.
    pub runs: Vec<Run>,
    /// Thin lines across and down, in points.
    pub rules: Vec<Rect>,
    /// How sure tesseract is of its letters on the whole, between 0 and 1.
    pub confidence: f32,
}
