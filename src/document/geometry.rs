//! A file's bytes come in; where the texts and citations of its letter are printed goes out, page by page.
//!
//! **Invariant:** all measures are points from the upper left corner of the page as displayed.
//! **Invariant:** every line leads to its text by the places of the letter object, which the same reading gives.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::spots::Spots;
use super::{Document, Error, Scans, references, stages};
use crate::layout::{Run, Text};
use crate::pdf::{Page, Rect};
use crate::record::{Reference, TextOf};

/// Left, top, right, bottom.
pub type Area = [f32; 4];

/// A page of a letter: where its texts and citations are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The page's number, from 1.
    pub page: usize,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The lines of every text that has a part on it, in order of reading.
    pub lines: Vec<Line>,
    /// Its citations, a rectangle for each line of them.
    pub citations: Vec<Cited>,
}

/// A line of a text, or the part of one that stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Which text.
    pub text: TextOf,
    /// Where.
    pub area: Area,
}

/// A citation, or the part of it on one line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Cited {
    /// Its place in the references of the letter object.
    pub reference: usize,
    /// Where.
    pub area: Area,
}

/// Widest blank within a line, in heights of its type: justified lines stretch a word space to .8, tab stops and cells
/// are farther apart.
const GAP: f32 = 3.0;
/// Share of the lower of two rectangles that lies beside the other where they are one line.
const BESIDE: f32 = 0.5;
/// Where the baseline is in a run's rectangle, from its top, and how far from it its glyphs stand, as shares of its height.
const BASELINE: f32 = 0.75;
const OFF_BASELINE: f32 = 0.2;

/// Reads a letter for its places. A text file has no page.
pub fn geometry(bytes: &[u8], scans: Scans, done: &mut dyn FnMut()) -> Result<Vec<Sheet>, Error> {
    let (document, pages) = stages(bytes, scans, done)?;
    Ok(sheets(&document, &pages).0)
}

/// The pages, and the references of which they show the places.
pub(super) fn sheets(document: &Document, pages: &[Page]) -> (Vec<Sheet>, Vec<Reference>) {
    let Document { text, letter, .. } = document;
    let spots = Spots::of(text, letter);
    let found = references::find(text, letter, &spots);
    let printed = Printed { text, pages };
    let mut sheets: Vec<Sheet> = pages.iter().map(blank).collect();
    let mut put = |at: &Range<usize>, to: &mut dyn FnMut(&mut Sheet, Area)| {
        for (page, rect) in printed.lines(at) {
            let known = page.checked_sub(1).and_then(|at| Some((pages.get(at)?, sheets.get_mut(at)?)));
            if let Some((page, sheet)) = known {
                let Rect { left, top, right, bottom } = page.displayed(rect);
                to(sheet, [left, top, right, bottom]);
            }
        }
    };
    for (at, text) in spots.spans() {
        put(at, &mut |sheet, area| sheet.lines.push(Line { text: *text, area }));
    }
    for (reference, at) in found.places.iter().enumerate() {
        put(at, &mut |sheet, area| sheet.citations.push(Cited { reference, area }));
    }
    (sheets, found.references)
}

fn blank(page: &Page) -> Sheet {
    let (width, height) = page.measures();
    Sheet { page: page.number, width, height, lines: Vec::new(), citations: Vec::new() }
}

/// The text, and the glyphs it is printed with.
struct Printed<'a> {
    text: &'a Text,
    pages: &'a [Page],
}

impl Printed<'_> {
    /// The lines of a span: page and rectangle, of the page as it was read.
    fn lines(&self, at: &Range<usize>) -> Vec<(usize, Rect)> {
        let mut lines: Vec<(usize, Rect)> = Vec::new();
        let first = self.text.runs.partition_point(|run| run.at.end <= at.start);
        for run in self.text.runs.iter().skip(first).take_while(|run| run.at.start < at.end) {
            let Some((page, rect)) = run.page.zip(run.rect) else { continue };
            let whole = at.start <= run.at.start && run.at.end <= at.end;
            let rect = if whole { rect } else { self.part(run, page, rect, at) };
            match lines.last_mut() {
                Some((own, line)) if *own == page && continues(line, &rect) => *line = around(line, &rect),
                _ => lines.push((page, rect)),
            }
        }
        lines
    }

    /// The part of a run that is in a span: by its glyphs where they are found again, else by counting characters.
    fn part(&self, run: &Run, page: usize, rect: Rect, at: &Range<usize>) -> Rect {
        let within = at.start.max(run.at.start)..at.end.min(run.at.end);
        let signs = |span: Range<usize>| self.text.slice(&span).chars().filter(|sign| !sign.is_whitespace());
        let (before, own) = (signs(run.at.start..within.start).count(), signs(within).count());
        let all: Vec<char> = signs(run.at.clone()).collect();
        if own == 0 {
            return Rect { right: rect.left, ..rect };
        }
        let glyphs = self.pages.get(page.wrapping_sub(1)).map(|page| signs_at(page, &rect)).unwrap_or_default();
        let found = glyphs.windows(all.len()).position(|some| some.iter().zip(&all).all(|(sign, own)| sign.0 == *own));
        let from = found.or_else(|| (glyphs.len() == all.len()).then_some(0)).map(|from| from + before);
        let ends = from.and_then(|from| Some((glyphs.get(from)?.1, glyphs.get(from + own - 1)?.2)));
        let share = |count: usize| rect.left + (rect.right - rect.left) * count as f32 / all.len() as f32;
        let (left, right) = ends.unwrap_or_else(|| (share(before), share(before + own)));
        Rect { left, right, ..rect }
    }
}

/// The signs that are printed in a line's rectangle, from left to right, each with its edges.
fn signs_at(page: &Page, rect: &Rect) -> Vec<(char, f32, f32)> {
    let height = rect.bottom - rect.top;
    let baseline = rect.top + BASELINE * height;
    let runs = page.runs.iter().filter(|run| run.level && (run.baseline - baseline).abs() <= OFF_BASELINE * height);
    let mut signs = Vec::new();
    for glyph in runs.flat_map(|run| &run.glyphs) {
        let middle = glyph.x + glyph.advance / 2.0;
        let count = glyph.text.chars().count().max(1) as f32;
        if !(rect.left..=rect.right).contains(&middle) {
            continue;
        }
        for (place, sign) in glyph.text.chars().enumerate().filter(|(_, sign)| !sign.is_whitespace()) {
            let edge = |place: usize| glyph.x + glyph.advance * place as f32 / count;
            signs.push((sign, edge(place), edge(place + 1)));
        }
    }
    signs.sort_by(|a, b| a.1.total_cmp(&b.1));
    signs
}

/// Whether a rectangle goes on where a line ends.
fn continues(line: &Rect, next: &Rect) -> bool {
    let height = (line.bottom - line.top).min(next.bottom - next.top);
    let beside = line.bottom.min(next.bottom) - line.top.max(next.top);
    let gap = next.left - line.right;
    beside > BESIDE * height && (-height..=GAP * height).contains(&gap)
}

fn around(a: &Rect, b: &Rect) -> Rect {
    Rect {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    }
}
