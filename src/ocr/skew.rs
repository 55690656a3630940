//! Measures how far a scanned page is turned: at the right angle the rows of its ink are sharpest.

use super::bitmap::Ink;
use super::tuning;

/// Most pixels that are looked at: a page of text has some 110,000 after the stride.
const MAX_SAMPLES: usize = 400_000;

/// The angle, in radians, by which the lines fall to the right.
pub(super) fn of(ink: &Ink) -> f32 {
    let samples = (0..ink.height).flat_map(|y| {
        let dark = ink.row(y).iter().enumerate().step_by(tuning::askew_stride()).filter(|(_, dark)| **dark);
        dark.map(move |(x, _)| (x as f32, y as f32))
    });
    let samples: Vec<(f32, f32)> = samples.take(MAX_SAMPLES).collect();
    let coarse = best(&samples, ink.height, 0.0, tuning::askew_max(), tuning::askew_coarse());
    best(&samples, ink.height, coarse, tuning::askew_coarse(), tuning::askew_fine())
}

/// The best angle around `middle`.
fn best(samples: &[(f32, f32)], height: usize, middle: f32, reach: f32, step: f32) -> f32 {
    let steps = (reach / step) as i32;
    let angles = (-steps..=steps).map(|n| middle + n as f32 * step);
    // Where two do as well, the smaller turn.
    angles
        .map(|angle| (sharpness(samples, height, angle), angle))
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.abs().total_cmp(&a.1.abs())))
        .map_or(0.0, |(_, angle)| angle)
}

/// How sharply the ink falls into rows when it is levelled by an angle: the squares of the rows' counts.
fn sharpness(samples: &[(f32, f32)], height: usize, angle: f32) -> f32 {
    let slope = angle.tan();
    let margin = height as f32 / 2.0;
    let mut rows = vec![0_u32; 2 * height];
    for (x, y) in samples {
        let row = y - x * slope + margin;
        if let Some(count) = rows.get_mut(row.max(0.0) as usize) {
            *count += 1;
        }
    }
    // Differences between neighbours: a picture's even darkness says nothing.
    rows.windows(2).map(|pair| (pair[0] as f32 - pair[1] as f32).powi(2)).sum()
}
