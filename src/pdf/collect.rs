//! What pdf-extract reports goes in; pages of runs go out.
//!
//! **Invariant:** positions are pdf-extract's, brought to the page as displayed; nothing is ordered or joined.

use std::sync::Arc;

use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};

use super::matrix::Matrix;
use super::repair::{Look, Repair};
use super::symbols::known;
use super::{Fault, Glyph, Page, Run};

/// Most difference of baselines within a run, in points.
const SAME_BASELINE: f64 = 0.05;
/// Most relative difference of sizes within a run.
const SAME_SIZE: f32 = 0.01;
/// Gap from which a run ends, forwards and backwards, in parts of its size. Word gaps reach 1 in justified lines.
const MAX_GAP: f32 = 1.5;
const MAX_OVERLAP: f32 = 0.5;
/// Most lean of level text: its rise over its advance.
const MAX_LEAN: f64 = 0.02;
/// Slant of the letters from which text counts as italic: writers that lean a regular font use 0.2 to 0.35.
const MIN_SLANT: f64 = 0.15;
/// How far beyond the page's edge a glyph may start and still be on it, in points.
const MARGIN: f64 = 1.0;

/// Gathers pages.
#[derive(Debug)]
pub(super) struct Collector<'a> {
    looks: &'a [Look],
    repairs: &'a [Repair],
    /// Pages that are complete.
    pub(super) pages: Vec<Page>,
    page: Page,
    frame: Matrix,
    look: usize,
    end: Option<End>,
    unmapped: usize,
}

/// Where the last glyph ended, and what a glyph must share with it to continue its run.
#[derive(Debug, Clone, Copy)]
struct End {
    x: f64,
    y: f64,
    look: usize,
    direction: (f64, f64),
    slanted: bool,
}

impl<'a> Collector<'a> {
    pub(super) fn new(looks: &'a [Look], repairs: &'a [Repair]) -> Self {
        Self {
            looks,
            repairs,
            pages: Vec::new(),
            page: Page::default(),
            frame: Matrix::IDENTITY,
            look: 0,
            end: None,
            unmapped: 0,
        }
    }

    /// Begins a page, from 1.
    fn begin(&mut self, number: usize) {
        let Some(repair) = number.checked_sub(1).and_then(|at| self.repairs.get(at)) else { return };
        self.page = repair.page.clone();
        self.frame = repair.frame;
        self.end = None;
        self.unmapped = 0;
        self.look = 0;
    }

    /// Ends the page, with what could be read of it when `failure` says why that is not all.
    pub(super) fn end(&mut self, failure: Option<String>) {
        let number = self.pages.len() + 1;
        if self.page.number != number {
            self.begin(number);
        }
        let mut page = std::mem::take(&mut self.page);
        let fault = self.repairs.get(self.pages.len()).and_then(|repair| repair.fault.clone());
        page.faults.extend(failure.or(fault).map(Fault::Failed));
        if self.unmapped > 0 {
            page.faults.push(Fault::Unmapped(self.unmapped));
        }
        page.faults.extend(super::faults::of(&page));
        self.pages.push(page);
    }

    fn glyph(&mut self, trm: &Transform, width: f64, spacing: f64, size: f64, text: &str) {
        let to = Matrix([trm.m11, trm.m12, trm.m21, trm.m22, trm.m31, trm.m32]).then(self.frame);
        if !to.is_finite() || !size.is_finite() {
            return;
        }
        let (x, y) = to.point(0.0, 0.0);
        let (right, upright) = (to.vector(1.0, 0.0), to.vector(0.0, 1.0));
        let (across, up) = (right.0.hypot(right.1), upright.0.hypot(upright.1));
        let margins = (-MARGIN..=f64::from(self.page.width) + MARGIN, -MARGIN..=f64::from(self.page.height) + MARGIN);
        if across == 0.0 || !margins.0.contains(&x) || !margins.1.contains(&y) {
            return;
        }
        // Text of negative size runs backwards.
        let sign = if size < 0.0 { -1.0 } else { 1.0 };
        let direction = (sign * right.0 / across, sign * right.1 / across);
        let advance = (width * size + spacing) * across * sign;
        // How far the letters' uprights lean from the perpendicular.
        let slanted = up > 0.0 && ((right.0 * upright.0 + right.1 * upright.1) / (across * up)).abs() > MIN_SLANT;
        let size = (size * up).abs() as f32;
        let text = known(text, self.looks.get(self.look).map_or("", |look| &look.style.font));
        self.unmapped += usize::from(text.contains(char::REPLACEMENT_CHARACTER));
        let level = direction.0 > 0.0 && direction.1.abs() <= MAX_LEAN;
        if !self.continues(x, y, size, direction, slanted) {
            self.open_run(y, size, level, slanted);
        }
        if let Some(run) = self.page.runs.last_mut() {
            run.glyphs.push(Glyph { text, x: x as f32, advance: advance as f32 });
        }
        let (x, y) = (x + direction.0 * advance, y + direction.1 * advance);
        self.end = Some(End { x, y, look: self.look, direction, slanted });
    }

    fn continues(&self, x: f64, y: f64, size: f32, direction: (f64, f64), slanted: bool) -> bool {
        let (Some(end), Some(run)) = (self.end, self.page.runs.last()) else { return false };
        let (dx, dy) = (x - end.x, y - end.y);
        let forward = (dx * direction.0 + dy * direction.1) as f32;
        let aside = dx * direction.1 - dy * direction.0;
        let turned = (direction.0 - end.direction.0).abs().max((direction.1 - end.direction.1).abs()) > MAX_LEAN;
        end.look == self.look
            && end.slanted == slanted
            && !turned
            && (run.size - size).abs() <= SAME_SIZE * run.size
            && aside.abs() <= SAME_BASELINE
            && (-MAX_OVERLAP * size..=MAX_GAP * size).contains(&forward)
    }

    fn open_run(&mut self, y: f64, size: f32, level: bool, slanted: bool) {
        let Some(look) = self.looks.get(self.look) else { return };
        let mut style = look.style.clone();
        style.italic |= slanted;
        self.page.runs.push(Run {
            glyphs: Vec::new(),
            baseline: y as f32,
            size,
            style,
            tag: look.tags.last().cloned(),
            tags: Arc::clone(&look.tags),
            hidden: look.hidden,
            level,
        });
    }
}

impl OutputDev for Collector<'_> {
    fn begin_page(&mut self, number: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.begin(number as usize);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.end(None);
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.glyph(trm, width, spacing, size, text);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    /// A marker: the only path that repair leaves.
    fn stroke(&mut self, _: &Transform, _: &ColorSpace, _: &[f64], path: &Path) -> Result<(), OutputError> {
        if let Some(PathOp::MoveTo(look, _)) = path.ops.first() {
            self.look = *look as usize;
        }
        Ok(())
    }
}
