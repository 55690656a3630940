//! Finds small raised figures, the marks of notes, and reads them apart from the text.
//!
//! Tesseract reads a raised figure as the next best sign of the line («hadden?*», «begonnen?»). So they are found by where
//! they stand, read together as a picture of figures only, and taken out of the page before its text is read.

use super::Error;
use super::bitmap::{Box, Grey, Ink};
use super::figures;
use super::measure::median;
use super::tesseract::Engine;
use super::tuning;
use super::words::Word;

/// Most of them on a page: a table of notes has 60. A picture full of specks has more.
const MOST: usize = 300;

/// A mark and where it stands.
pub(super) type Mark = Word;

/// Finds the marks and reads them.
pub(super) fn read(page: &Grey, ink: &Ink, point: f32, engine: &Engine) -> Result<Vec<Mark>, Error> {
    let groups = grouped(raised(ink, point));
    if groups.is_empty() || groups.len() > MOST {
        return Ok(Vec::new());
    }
    Ok(figures::read(page, &groups, tuning::mark_sure(), engine)?.into_iter().flatten().collect())
}

/// Blobs that stand like raised figures, left to right in each line.
fn raised(ink: &Ink, point: f32) -> Vec<Box> {
    let mut letters: Vec<Box> = ink.blobs();
    letters.retain(|blob| {
        (tuning::letter_height_min()..tuning::letter_height_max()).contains(&(blob.height() as f32 / point))
    });
    letters.sort_by_key(|blob| (blob.left, blob.top));
    let body = commonest_height(&letters) / tuning::x_height();
    letters.iter().filter(|blob| is_raised(blob, &letters, body, ink)).copied().collect()
}

fn is_raised(blob: &Box, letters: &[Box], body: f32, ink: &Ink) -> bool {
    let height = blob.height() as f32;
    let gap = |other: &Box| other.left.saturating_sub(blob.right).max(blob.left.saturating_sub(other.right)) as f32;
    // The letters beside it, on its own line by their height.
    let reach = (tuning::mark_beside() * height) as usize + blob.height() * 8;
    let first = letters.partition_point(|other| other.left + reach < blob.left);
    let near = letters.iter().skip(first).take_while(|other| other.left <= blob.right + reach);
    let mut beside: Vec<(f32, &Box)> = near
        .filter(|other| {
            other.height() as f32 >= tuning::peer_height_min() * height
                && other.top < blob.bottom
                && other.bottom > blob.top
                && (other.right <= blob.left + 1 || other.left + 1 >= blob.right)
        })
        .map(|other| (gap(other), other))
        .collect();
    beside.sort_by(|a, b| a.0.total_cmp(&b.0));
    let tops = beside.iter().map(|(_, other)| other.top).min().unwrap_or_default();
    beside.truncate(tuning::peers());
    if beside.first().is_none_or(|(gap, _)| *gap > tuning::mark_beside() * height) {
        return false;
    }
    let Some(baseline) = median(beside.iter().map(|(_, other)| other.bottom as f32).collect()) else { return false };
    let local = (baseline - tops as f32) / tuning::mark_ascender();
    // Beside «zee» stands no letter that shows the whole height; then it has the body's size, if that fits.
    let low = (local * tuning::mark_ascender() / tuning::x_height() / body - 1.0).abs() < tuning::same_size();
    let size = if low { body } else { local };
    let below = Box { left: blob.left, top: blob.bottom, right: blob.right, bottom: baseline as usize };
    (tuning::mark_height_min()..tuning::mark_height_max()).contains(&(height / size))
        && (tuning::mark_raise_min()..tuning::mark_raise_max()).contains(&((baseline - blob.bottom as f32) / size))
        && blob.width() as f32 <= tuning::mark_width_max() * size
        && !ink.any(&below)
}

/// The height of most letters: of those without ascender, «x».
fn commonest_height(letters: &[Box]) -> f32 {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for letter in letters {
        *counts.entry(letter.height()).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(1.0, |(height, _)| height as f32)
}

/// Figures that stand together are one mark.
fn grouped(mut blobs: Vec<Box>) -> Vec<Box> {
    blobs.sort_by_key(|blob| blob.left);
    let mut groups: Vec<Box> = Vec::new();
    for blob in blobs {
        let height = blob.height() as f32;
        let joins = |group: &&mut Box| {
            blob.left.saturating_sub(group.right) as f32 <= tuning::mark_within() * height
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
