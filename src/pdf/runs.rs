//! Turns the callbacks of pdf-extract, one for each glyph, into runs of text that share a baseline and a style.
//!
//! **Invariant:** positions are pdf-extract's, brought to the page as displayed; nothing is ordered or joined.

use std::collections::BTreeMap;
use std::sync::Arc;

use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};

use super::matrix::Matrix;
use super::repair::{Look, Repair};
use super::symbols::known;
use super::tuning;
use super::{Fault, Glyph, Origin, Page, Rect, Run, Turn, Unread, overprint};

/// Most bytes that are kept of text that is not read.
const MAX_UNREAD: usize = 400;

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
    last: Option<Last>,
    unmapped: usize,
    /// Pages before the first of `repairs`.
    before: usize,
    /// How each page would have to be turned to make most of its text run level.
    pub(super) turns: Vec<Turn>,
    /// Signs of the page by the turn that would level them.
    signs: [usize; 4],
    /// What is not among the runs, and why.
    unread: BTreeMap<Unread, String>,
}

/// Where and how a glyph stands on the page as displayed.
#[derive(Debug, Clone, Copy)]
struct Place {
    x: f64,
    y: f64,
    /// Unit vector of writing.
    direction: (f64, f64),
    advance: f64,
    size: f32,
    slanted: bool,
}

/// The last glyph: what the next must share with it to continue its run.
#[derive(Debug, Clone, Copy)]
struct Last {
    place: Place,
    look: usize,
    /// Its text replaces all glyphs of its look.
    actual: bool,
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
            last: None,
            unmapped: 0,
            before: 0,
            turns: Vec::new(),
            signs: [0; 4],
            unread: BTreeMap::new(),
        }
    }

    /// The same for pages that begin behind the first `before`.
    pub(super) fn behind(self, before: usize) -> Self {
        Self { before, ..self }
    }

    /// Begins a page, from 1.
    fn begin(&mut self, number: usize) {
        let Some(repair) = number.checked_sub(1 + self.before).and_then(|at| self.repairs.get(at)) else { return };
        self.page = repair.page.clone();
        self.frame = repair.frame;
        self.last = None;
        self.unmapped = 0;
        self.signs = [0; 4];
        self.unread.clear();
        self.look = 0;
    }

    /// Ends the page, with what could be read of it when `failure` says why that is not all.
    pub(super) fn end(&mut self, failure: Option<String>) {
        let number = self.before + self.pages.len() + 1;
        if self.page.number != number {
            self.begin(number);
        }
        let mut page = std::mem::take(&mut self.page);
        let fault = self.repairs.get(self.pages.len()).and_then(|repair| repair.fault.clone());
        page.faults.extend(failure.or(fault).map(Fault::Failed));
        if self.unmapped > 0 {
            page.faults.push(Fault::Unmapped(self.unmapped));
        }
        overprint::drop_copies(&mut page.runs);
        page.faults.extend(super::scan_detection::of(&page));
        let unread = std::mem::take(&mut self.unread).into_iter();
        page.faults.extend(
            unread
                .filter(|(_, text)| says(text))
                .map(|(why, text)| Fault::Unread(why, text.split_whitespace().collect::<Vec<_>>().join(" "))),
        );
        self.turns.push(most(self.signs));
        self.pages.push(page);
    }

    /// A glyph that stands nowhere on the page.
    fn outside(&mut self, text: &str) {
        if self.looks.get(self.look).is_some_and(|look| !look.off && !look.hidden) {
            self.leave_out(Unread::OffPage, text);
        }
    }

    fn leave_out(&mut self, why: Unread, text: &str) {
        let all = self.unread.entry(why).or_default();
        if all.len() < MAX_UNREAD {
            all.push_str(text);
        }
    }

    fn glyph(&mut self, place: Place, text: &str) {
        let Some(look) = self.looks.get(self.look).filter(|look| !look.off) else { return };
        if look.pale && !self.is_on_dark(place) {
            return self.leave_out(Unread::Invisible, text);
        }
        if !look.hidden && !text.trim().is_empty() {
            self.signs[quarter(place)] += 1;
        }
        if self.is_actual(look) {
            return self.widen(place);
        }
        let mut text = known(text, &look.style.font);
        if self.is_overprint(place, &text) {
            if let Some(run) = self.page.runs.last_mut() {
                run.style.bold = true;
            }
            return;
        }
        let mut actual = false;
        if text.contains(char::REPLACEMENT_CHARACTER) {
            let first_of_look = self.last.is_none_or(|last| last.look != self.look);
            match &look.actual {
                Some(told) if first_of_look => {
                    text = told.to_string();
                    actual = true;
                }
                _ => self.unmapped += 1,
            }
        }
        if !self.continues(look, place) {
            self.page.runs.push(open_run(look, place));
        }
        if let Some(run) = self.page.runs.last_mut() {
            run.glyphs.push(Glyph { text, x: place.x as f32, advance: place.advance as f32 });
        }
        self.last = Some(Last { place, look: self.look, actual });
    }

    /// Whether something dark, or a picture, lies where the glyph stands.
    fn is_on_dark(&self, place: Place) -> bool {
        let (x, y) = ((place.x + place.advance / 2.0) as f32, place.y as f32 - place.size / 4.0);
        let under = |rect: &Rect| (rect.left..=rect.right).contains(&x) && (rect.top..=rect.bottom).contains(&y);
        let repair = self.repairs.get(self.pages.len());
        repair.is_some_and(|repair| repair.shades.iter().chain(&repair.page.pictures).any(under))
    }

    /// Whether the text before stands for this glyph as well.
    fn is_actual(&self, look: &Look) -> bool {
        look.actual.is_some() && self.last.is_some_and(|last| last.actual && last.look == self.look)
    }

    /// Lets the last glyph reach to the end of this place.
    fn widen(&mut self, place: Place) {
        if let (Some(last), Some(glyph)) =
            (&mut self.last, self.page.runs.last_mut().and_then(|run| run.glyphs.last_mut()))
        {
            let (dx, dy) = (place.x - last.place.x, place.y - last.place.y);
            let reach = dx * place.direction.0 + dy * place.direction.1 + place.advance;
            last.place.advance = last.place.advance.max(reach);
            glyph.advance = last.place.advance as f32;
        }
    }

    /// Whether the glyph is printed over the last one, a little aside, to make it bold.
    fn is_overprint(&self, place: Place, text: &str) -> bool {
        let (Some(last), Some(glyph)) = (self.last, self.page.runs.last().and_then(|run| run.glyphs.last())) else {
            return false;
        };
        let room = f64::from(place.size) * tuning::overprint_aside();
        let near = (place.x - last.place.x).abs() <= room && (place.y - last.place.y).abs() <= room;
        near && glyph.text == text && !text.trim().is_empty() && place.advance > 0.0
    }

    fn continues(&self, look: &Look, place: Place) -> bool {
        let (Some(Last { place: last, look: last_look, .. }), Some(run)) = (self.last, self.page.runs.last()) else {
            return false;
        };
        let (dx, dy) = (place.x - last.x, place.y - last.y);
        let forward = (dx * place.direction.0 + dy * place.direction.1 - last.advance) as f32;
        let aside = dx * place.direction.1 - dy * place.direction.0;
        let turned = (place.direction.0 - last.direction.0).abs().max((place.direction.1 - last.direction.1).abs());
        (last_look == self.look || self.looks.get(last_look).is_some_and(|last| same_look(last, look)))
            && last.slanted == place.slanted
            && turned <= tuning::level_lean()
            && (run.size - place.size).abs() <= tuning::same_size() * run.size
            && aside.abs() <= tuning::same_baseline()
            && (-tuning::run_overlap() * place.size..=tuning::run_gap() * place.size).contains(&forward)
    }

    /// Brings a glyph's matrix to the page as displayed; `None` for one off the page or without extent.
    fn place(&self, trm: &Transform, width: f64, spacing: f64, size: f64) -> Option<Place> {
        let to = Matrix([trm.m11, trm.m12, trm.m21, trm.m22, trm.m31, trm.m32]).then(self.frame);
        let (x, y) = to.point(0.0, 0.0);
        let (right, upright) = (to.vector(1.0, 0.0), to.vector(0.0, 1.0));
        let (across, up) = (right.0.hypot(right.1), upright.0.hypot(upright.1));
        let on_page = |at: f64, side: f32| {
            (-tuning::off_page_margin()..=f64::from(side) + tuning::off_page_margin()).contains(&at)
        };
        let sound = to.is_finite() && size.is_finite() && across > 0.0 && up > 0.0;
        if !sound || !on_page(x, self.page.width) || !on_page(y, self.page.height) {
            return None;
        }
        // Text of negative size runs backwards.
        let sign = if size < 0.0 { -1.0 } else { 1.0 };
        let scale = self.looks.get(self.look).map_or(1.0, |look| look.scale);
        Some(Place {
            x,
            y,
            direction: (sign * right.0 / across, sign * right.1 / across),
            advance: (width * size + spacing) * across * sign,
            // The height of the letters, however they lean: the area of the unit square over its base.
            size: (size * (right.0 * upright.1 - right.1 * upright.0) / across * scale).abs() as f32,
            // How far the letters' uprights lean from the perpendicular.
            slanted: ((right.0 * upright.0 + right.1 * upright.1) / (across * up)).abs() > tuning::slant_min(),
        })
    }
}

/// The turn that levels a glyph, as an index into [`TURNS`].
fn quarter(place: Place) -> usize {
    let (across, down) = place.direction;
    match (across.abs() >= down.abs(), across > 0.0, down > 0.0) {
        (true, true, _) => 0,
        (true, false, _) => 2,
        (false, _, false) => 1,
        (false, _, true) => 3,
    }
}

const TURNS: [Turn; 4] = [Turn::None, Turn::Right, Turn::Over, Turn::Left];

/// The turn that levels most signs.
fn most(signs: [usize; 4]) -> Turn {
    let most = signs.iter().copied().max().unwrap_or_default();
    signs.iter().zip(TURNS).find(|(count, _)| **count == most).map_or(Turn::None, |(_, turn)| turn)
}

/// Whether it is text that someone might miss, and no rest of a line.
fn says(text: &str) -> bool {
    text.chars().filter(|sign| sign.is_alphabetic()).count() >= tuning::unread_min()
}

fn same_look(last: &Look, look: &Look) -> bool {
    last.hidden == look.hidden && last.style == look.style && last.tags == look.tags
}

fn open_run(look: &Look, place: Place) -> Run {
    let mut style = look.style.clone();
    style.italic |= place.slanted;
    Run {
        glyphs: Vec::new(),
        baseline: place.y as f32,
        size: place.size,
        style,
        tag: look.tags.last().cloned(),
        tags: Arc::clone(&look.tags),
        origin: if look.hidden { Origin::Hidden } else { Origin::Printed },
        level: place.direction.0 > 0.0 && place.direction.1.abs() <= tuning::level_lean(),
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
        match self.place(trm, width, spacing, size) {
            Some(place) => self.glyph(place, text),
            None => self.outside(text),
        }
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
