//! Makes the maps of a letter's pages: the lines of each text, and the citations.
//!
//! A span of the running text is followed through its runs. A run knows the edges of its characters, so that the part
//! of it that lies in the span is exact. Runs that stand beside each other on one line become one area.

use std::ops::Range;

use super::Document;
use super::spots::Spots;
use crate::layout::{Rect, Run, Text};
use crate::pdf::Frame;
use crate::record::page_map::{Area, Cited, Line, PageMap, rounded};

/// Widest blank within a line, in heights of its type: justified lines stretch a word space to .8, tab stops and cells
/// are farther apart.
const GAP: f32 = 3.0;
/// Share of the lower of two rectangles that lies beside the other where they are one line.
const BESIDE: f32 = 0.5;

/// One map for each page of a PDF; `citations` are the spans of the references, in their order.
pub(super) fn make(document: &Document, spots: &Spots<'_>, citations: &[Range<usize>]) -> Vec<PageMap> {
    let Document { text, frames, .. } = document;
    let mut maps: Vec<PageMap> = (1..).zip(frames).map(|(page, frame)| blank(page, frame)).collect();
    for (at, of) in spots.spans() {
        put(text, frames, at, &mut maps, |map, area| map.lines.push(Line { text: *of, area }));
    }
    for (reference, at) in citations.iter().enumerate() {
        put(text, frames, at, &mut maps, |map, area| map.citations.push(Cited { reference, area }));
    }
    maps
}

fn blank(page: usize, frame: &Frame) -> PageMap {
    let (width, height) = frame.measures();
    PageMap { page, width: rounded(width), height: rounded(height), lines: Vec::new(), citations: Vec::new() }
}

/// Hands each line of a span to the map of its page.
fn put(text: &Text, frames: &[Frame], at: &Range<usize>, maps: &mut [PageMap], put: impl Fn(&mut PageMap, Area)) {
    for (page, rect) in lines(text, at) {
        let known = page.checked_sub(1).and_then(|at| Some((frames.get(at)?, maps.get_mut(at)?)));
        if let Some((frame, map)) = known {
            let Rect { left, top, right, bottom } = frame.displayed(rect);
            put(map, [left, top, right, bottom].map(rounded));
        }
    }
}

/// The lines of a span: page and rectangle, of the page as it was read.
fn lines(text: &Text, at: &Range<usize>) -> Vec<(usize, Rect)> {
    let mut lines: Vec<(usize, Rect)> = Vec::new();
    let first = text.runs.partition_point(|run| run.at.end <= at.start);
    for run in text.runs.iter().skip(first).take_while(|run| run.at.start < at.end) {
        let Some((page, rect)) = run.page.zip(part(text, run, at)) else { continue };
        match lines.last_mut() {
            Some((own, line)) if *own == page && continues(line, &rect) => *line = around(line, &rect),
            _ => lines.push((page, rect)),
        }
    }
    lines
}

/// The part of a run that is in a span; `None` where no visible character is.
fn part(text: &Text, run: &Run, at: &Range<usize>) -> Option<Rect> {
    let rect = run.rect?;
    let within = at.start.max(run.at.start)..at.end.min(run.at.end);
    let visible = |span: Range<usize>| text.slice(&span).chars().filter(|sign| !sign.is_whitespace()).count();
    let (before, own) = (visible(run.at.start..within.start), visible(within));
    let edges = run.edges.get(before..before + own)?;
    let left = edges.iter().map(|[left, _]| *left).reduce(f32::min)?;
    let right = edges.iter().map(|[_, right]| *right).reduce(f32::max)?;
    Some(Rect { left, right, ..rect })
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
