//! The ink of a level page comes in; its small raised figures go out, told by geometry and read apart from the text.
//!
//! Tesseract reads a raised figure as the next best sign of the line («hadden?*», «begonnen?»). So they are found by where
//! they stand, read together as a picture of figures only, and taken out of the page before its text is read.

use super::Error;
use super::bitmap::{Box, Grey, Ink};
use super::measure::median;
use super::tesseract::{Engine, Kind};
use super::words::{self, Word};

/// Height of a blob that may be a letter or figure, in points: 6 point figures raised have 2.6, 24 point capitals 17.
const LETTER: std::ops::Range<f32> = 1.8..20.0;
/// Height of a raised figure as a share of the type's size (.4 to .5); quotes have .26, the degree sign .3.
const HEIGHT: std::ops::Range<f32> = 0.33..0.57;
/// How far its foot stands above the baseline, as a share of the size (.27 to .4); guillemets .07.
const RAISE: std::ops::Range<f32> = 0.16..0.62;
/// Its widest, as a share of the size: figures have .2 to .33.
const WIDEST: f32 = 0.45;
/// So far apart its word may stand, as a share of its own height: a space is .6 of it.
const BESIDE: f32 = 2.2;
/// Gap within a mark of several figures, as a share of their height.
const WITHIN: f32 = 0.5;
/// Letters beside it are at least so high, as a share of its height: «x» is .75 of a figure, a quote .6 of a raised one.
const PEER: f32 = 0.7;
/// Letters around it that tell its line.
const WITNESSES: usize = 8;
/// Most of them on a page: a table of notes has 60. A picture full of specks has more.
const MOST: usize = 300;
/// Tesseract is sure of a lone figure from here.
const SURE: f32 = 0.3;

/// A mark and where it stands.
pub(super) type Mark = Word;

/// Finds the marks and reads them.
pub(super) fn read(page: &Grey, ink: &Ink, point: f32, engine: &Engine) -> Result<Vec<Mark>, Error> {
    let groups = grouped(raised(ink, point));
    if groups.is_empty() || groups.len() > MOST {
        return Ok(Vec::new());
    }
    let (sheet, places) = sheet(page, &groups);
    let table = engine.words(sheet.pgm(), Kind::Figures)?;
    let found: Vec<Word> = words::lines(&table).into_iter().flatten().collect();
    let marks = groups.into_iter().zip(places).filter_map(|(at, place)| {
        let inside = |word: &&Word| overlap(&word.at, &place);
        let here: Vec<&Word> = found.iter().filter(inside).collect();
        let text: String = here.iter().map(|word| word.text.as_str()).collect();
        let confidence = here.iter().map(|word| word.confidence).fold(1.0, f32::min);
        let figures = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) && !text.starts_with('0');
        (figures && confidence >= SURE).then_some(Mark { text, at, confidence })
    });
    Ok(marks.collect())
}

fn overlap(a: &Box, b: &Box) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/// Blobs that stand like raised figures, left to right in each line.
fn raised(ink: &Ink, point: f32) -> Vec<Box> {
    let mut letters: Vec<Box> = ink.blobs();
    letters.retain(|blob| LETTER.contains(&(blob.height() as f32 / point)));
    letters.sort_by_key(|blob| (blob.left, blob.top));
    letters.iter().filter(|blob| is_raised(blob, &letters, ink)).copied().collect()
}

fn is_raised(blob: &Box, letters: &[Box], ink: &Ink) -> bool {
    let height = blob.height() as f32;
    let gap = |other: &Box| other.left.saturating_sub(blob.right).max(blob.left.saturating_sub(other.right)) as f32;
    // The letters beside it, on its own line by their height.
    let reach = (BESIDE * height) as usize + blob.height() * 8;
    let first = letters.partition_point(|other| other.left + reach < blob.left);
    let near = letters.iter().skip(first).take_while(|other| other.left <= blob.right + reach);
    let mut beside: Vec<(f32, &Box)> = near
        .filter(|other| {
            other.height() as f32 >= PEER * height
                && other.top < blob.bottom
                && other.bottom > blob.top
                && (other.right <= blob.left + 1 || other.left + 1 >= blob.right)
        })
        .map(|other| (gap(other), other))
        .collect();
    beside.sort_by(|a, b| a.0.total_cmp(&b.0));
    let tops = beside.iter().map(|(_, other)| other.top).min().unwrap_or_default();
    beside.truncate(WITNESSES);
    if beside.first().is_none_or(|(gap, _)| *gap > BESIDE * height) {
        return false;
    }
    let Some(baseline) = median(beside.iter().map(|(_, other)| other.bottom as f32).collect()) else { return false };
    // Capitals and ascenders are some .74 of the size.
    let size = (baseline - tops as f32) / 0.74;
    let below = Box { left: blob.left, top: blob.bottom, right: blob.right, bottom: baseline as usize };
    HEIGHT.contains(&(height / size))
        && RAISE.contains(&((baseline - blob.bottom as f32) / size))
        && blob.width() as f32 <= WIDEST * size
        && !ink.any(&below)
}

/// Figures that stand together are one mark.
fn grouped(mut blobs: Vec<Box>) -> Vec<Box> {
    blobs.sort_by_key(|blob| blob.left);
    let mut groups: Vec<Box> = Vec::new();
    for blob in blobs {
        let height = blob.height() as f32;
        let joins = |group: &&mut Box| {
            blob.left.saturating_sub(group.right) as f32 <= WITHIN * height
                && (blob.bottom as f32 - group.bottom as f32).abs() <= 0.25 * height
                && blob.left + 2 >= group.right
        };
        match groups.iter_mut().find(joins) {
            Some(group) => *group = group.with(&blob),
            None => groups.push(blob),
        }
    }
    groups.sort_by_key(|group| (group.top, group.left));
    groups
}

/// A picture of the marks in rows, in the size of text, and where each stands in it.
fn sheet(page: &Grey, groups: &[Box]) -> (Grey, Vec<Box>) {
    /// Height of a figure, its room, and the figures in a row, in pixels.
    const FIGURE: usize = 32;
    const ROOM: (usize, usize) = (110, 72);
    const ROW: usize = 8;
    const MARGIN: usize = 40;
    let rows = groups.len().div_ceil(ROW);
    let mut sheet = Grey::white(2 * MARGIN + ROW * ROOM.0, 2 * MARGIN + rows * ROOM.1);
    let places = groups.iter().enumerate().map(|(index, at)| {
        let (left, top) = (MARGIN + index % ROW * ROOM.0, MARGIN + index / ROW * ROOM.1);
        let scale = FIGURE as f32 / at.height().max(1) as f32;
        let wider = Box {
            left: at.left.saturating_sub(1),
            top: at.top.saturating_sub(1),
            right: at.right + 1,
            bottom: at.bottom + 1,
        };
        sheet.paste(page, &wider, (left, top), scale);
        Box {
            left,
            top,
            right: left + (wider.width() as f32 * scale) as usize,
            bottom: top + (wider.height() as f32 * scale) as usize,
        }
    });
    let places = places.collect();
    (sheet, places)
}
