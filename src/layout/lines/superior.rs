//! Recognises superior figures: marks that are set with the font's own small figures and not raised.
//!
//! Such a figure has the size and the baseline of its line, and often the Unicode value of the plain digit; only its
//! width tells it. Word raises ordinary digits instead, and those tell themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::layout::tuning;
use crate::pdf::{Glyph, Origin, Page, Run};

/// The widest glyph of each figure in each font and size, as a share of the size: small type is often set wider.
#[derive(Debug, Default)]
pub(in crate::layout) struct Figures(BTreeMap<Face, [f32; 10]>);

/// A font, and its size in tenths of a point.
type Face = (Arc<str>, i32);

fn face(run: &Run) -> Face {
    (run.style.font.clone(), (run.size * 10.0).round() as i32)
}

impl Figures {
    /// Measures the figures of all pages.
    pub(in crate::layout) fn measure(pages: &[Page]) -> Self {
        let mut widest: BTreeMap<Face, [f32; 10]> = BTreeMap::new();
        for run in pages.iter().flat_map(|page| &page.runs).filter(|run| run.size > 0.0 && has_widths(run)) {
            for glyph in &run.glyphs {
                if let Some(digit) = digit(&glyph.text) {
                    let share = &mut widest.entry(face(run)).or_default()[digit];
                    *share = share.max(glyph.advance / run.size);
                }
            }
        }
        Self(widest)
    }

    /// Is this glyph a superior figure?
    pub(in crate::layout) fn is_superior(&self, glyph: &Glyph, run: &Run) -> bool {
        if is_superscript(&glyph.text) {
            return true;
        }
        if !has_widths(run) {
            return false;
        }
        let (Some(widest), Some(digit)) = (self.0.get(&face(run)), digit(&glyph.text)) else { return false };
        let share = glyph.advance / run.size;
        let narrow = if digit == 1 { tuning::superior_narrow_one() } else { tuning::superior_narrow() };
        share > 0.0
            && (share < tuning::superior_narrower() * widest[digit]
                || share < narrow * widest.iter().copied().fold(0.0, f32::max))
    }
}

/// Of what is read from a picture only whole words have a width.
fn has_widths(run: &Run) -> bool {
    !matches!(run.origin, Origin::Recognised(_))
}

fn digit(text: &str) -> Option<usize> {
    let digit = text.chars().next().filter(|_| text.len() == 1)?.to_digit(10)?;
    usize::try_from(digit).ok()
}

/// The superscript digits of Unicode.
fn is_superscript(text: &str) -> bool {
    matches!(text, "¹" | "²" | "³" | "⁰" | "⁴" | "⁵" | "⁶" | "⁷" | "⁸" | "⁹")
}
