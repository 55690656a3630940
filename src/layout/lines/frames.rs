//! Sets text frames apart that are printed over one another.
//!
//! A text frame that lost its place is printed at the page's corner, over whatever stands there, and a stamp lies over
//! the text; a reader of lines would mix their words. Each frame was written in one go, so the order of the content
//! still tells them apart.
//!
//! **Invariant:** pages on which nothing is overprinted are left as they are.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::layout::tuning;
use crate::pdf::{Origin, Page, Run};

/// How far to the right and down of its printed place something is read, in points.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::layout) struct Move {
    pub(in crate::layout) right: f32,
    pub(in crate::layout) down: f32,
}

/// Where a run goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::layout) enum Home {
    /// It is read where it stands, moved by so many points.
    Text(Move),
    /// It is no part of the text: a stamp, or type that does not run level.
    Stamp,
}

/// Runs written in one go, line under line.
#[derive(Debug)]
struct Frame {
    runs: Range<usize>,
    left: f32,
    top: f32,
    bottom: f32,
    size: f32,
    signs: usize,
}

/// The home of each run of a page.
pub(in crate::layout) fn homes(page: &Page) -> Vec<Home> {
    let level = |run: &Run| if run.level { Home::Text(Move::default()) } else { Home::Stamp };
    let mut homes: Vec<Home> = page.runs.iter().map(level).collect();
    let frames = frames(&page.runs);
    let (stamps, displaced): (Vec<_>, Vec<_>) = displaced(&page.runs, &frames)
        .into_iter()
        .partition(|(frame, host)| frames[*frame].size > tuning::stamp_size() * frames[*host].size);
    let untouched = |(index, _): &(usize, &Frame)| displaced.iter().all(|(gone, host)| gone != index && host != index);
    let margin = margin(frames.iter().enumerate().filter(untouched).map(|(_, frame)| frame), &page.runs);
    let mut send = |frame: &Frame, home: Home| {
        homes[frame.runs.clone()].iter_mut().filter(|old| **old != Home::Stamp).for_each(|old| *old = home);
    };
    for (frame, _) in stamps {
        send(&frames[frame], Home::Stamp);
    }
    let to_margin = |frame: &Frame| (margin - frame.left).max(0.0);
    for (_, host) in &displaced {
        // The one that keeps its line lost its place as well.
        send(&frames[*host], Home::Text(Move { right: to_margin(&frames[*host]), down: 0.0 }));
    }
    let mut above = 0.0;
    for frame in displaced.iter().rev().map(|(frame, _)| &frames[*frame]) {
        above -= tuning::frame_next_line() * frame.size;
        send(frame, Home::Text(Move { right: to_margin(frame), down: above - frame.bottom }));
        above -= frame.bottom - frame.top;
    }
    homes
}

/// The left edge of most text of these frames: there a frame that lost its place is read.
fn margin<'a>(frames: impl Iterator<Item = &'a Frame>, runs: &[Run]) -> f32 {
    let mut tally = BTreeMap::<i32, usize>::new();
    for run in frames.flat_map(|frame| &runs[frame.runs.clone()]).filter(|run| run.level) {
        let left = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
        *tally.entry(left.round() as i32).or_default() += run.glyphs.len();
    }
    tally.into_iter().max_by_key(|&(_, glyphs)| glyphs).map_or(0.0, |(left, _)| left as f32)
}

fn frames(runs: &[Run]) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        let left = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
        let signs = run.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
        let goes_on = |open: &Frame, before: &Run| {
            let down = run.baseline - before.baseline;
            let alike = run.size < tuning::stamp_size() * open.size && open.size < tuning::stamp_size() * run.size;
            alike && (-0.5 * run.size..tuning::frame_next_line() * run.size).contains(&down)
        };
        match (frames.last_mut(), index.checked_sub(1).and_then(|before| runs.get(before))) {
            // Blanks belong to what is around them.
            (Some(open), _) if signs == 0 => open.runs.end = index + 1,
            (Some(open), Some(before))
                if goes_on(open, before) && !runs[open.runs.clone()].iter().any(|other| collide(other, run)) =>
            {
                open.runs.end = index + 1;
                open.left = open.left.min(left);
                open.top = open.top.min(run.baseline - tuning::frame_letter_height() * run.size);
                open.bottom = open.bottom.max(run.baseline);
                open.size = open.size.max(run.size);
                open.signs += signs;
            }
            _ => frames.push(Frame {
                runs: index..index + 1,
                left,
                top: run.baseline - tuning::frame_letter_height() * run.size,
                bottom: run.baseline,
                size: run.size,
                signs,
            }),
        }
    }
    frames
}

/// The frames that must go, each with the one over which it is printed; in content order.
fn displaced(runs: &[Run], frames: &[Frame]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, usize)> = frames
        .iter()
        .enumerate()
        .flat_map(|(frame, runs)| runs.runs.clone().map(move |run| (run, frame)))
        .filter(|(run, _)| is_text(&runs[*run]))
        .collect();
    order.sort_by(|(a, _), (b, _)| runs[*a].baseline.total_cmp(&runs[*b].baseline));
    let largest = order.iter().map(|(run, _)| runs[*run].size).fold(0.0, f32::max);
    let mut gone: Vec<(usize, usize)> = Vec::new();
    for (at, (a, first)) in order.iter().enumerate() {
        let below = order[at + 1..].iter().take_while(|(b, _)| runs[*b].baseline - runs[*a].baseline < largest);
        for (_, second) in below.filter(|(b, second)| first != second && collide(&runs[*a], &runs[*b])) {
            // The longer one stays; of two that are alike the first.
            let first_stays = (frames[*first].signs, *second) >= (frames[*second].signs, *first);
            gone.push(if first_stays { (*second, *first) } else { (*first, *second) });
        }
    }
    gone.sort_unstable();
    gone.dedup_by_key(|(frame, _)| *frame);
    gone
}

fn is_text(run: &Run) -> bool {
    run.level
        && run.origin != Origin::Hidden
        && run.glyphs.iter().any(|glyph| glyph.text.chars().any(char::is_alphanumeric))
}

/// Whether two runs are printed over one another. They are measured from the first glyph to the last: the widths of
/// fonts may be wrong, the places of glyphs are not.
fn collide(a: &Run, b: &Run) -> bool {
    let extent = |run: &Run| {
        let mut shown = run.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
        let first = shown.next()?;
        Some((first.x, shown.next_back().unwrap_or(first).x))
    };
    let (Some((a_left, a_right)), Some((b_left, b_right))) = (extent(a), extent(b)) else { return false };
    let along = a_right.min(b_right) - a_left.max(b_left);
    let smaller = a.size.min(b.size);
    let shared = a.baseline.min(b.baseline)
        - (a.baseline - tuning::frame_letter_height() * a.size)
            .max(b.baseline - tuning::frame_letter_height() * b.size);
    along > tuning::frame_along() * smaller
        && shared > tuning::frame_shared() * tuning::frame_letter_height() * smaller
        && is_text(a)
        && is_text(b)
        && !same(a, b)
}

/// The same words twice, one copy a shadow.
fn same(a: &Run, b: &Run) -> bool {
    a.glyphs.iter().map(|glyph| glyph.text.as_str()).eq(b.glyphs.iter().map(|glyph| glyph.text.as_str()))
}
