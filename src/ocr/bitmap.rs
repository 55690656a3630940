//! The picture of a page in grey and in ink, and the blobs of connected ink.

use std::io::Write as _;

use crate::pdf::Picture;

/// A picture in greys: 0 black, 255 white.
#[derive(Debug, Clone)]
pub(super) struct Grey {
    pub(super) width: usize,
    pub(super) height: usize,
    light: Vec<u8>,
}

/// Which pixels are dark.
#[derive(Debug)]
pub(super) struct Ink {
    pub(super) width: usize,
    pub(super) height: usize,
    dark: Vec<bool>,
}

/// A box of pixels; right and bottom are beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Box {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) right: usize,
    pub(super) bottom: usize,
}

impl Box {
    pub(super) fn width(&self) -> usize {
        self.right.saturating_sub(self.left)
    }

    pub(super) fn height(&self) -> usize {
        self.bottom.saturating_sub(self.top)
    }

    /// The box around the blobs of about its height that touch it or stand right beside it; itself where there are none.
    pub(super) fn grown_over(&self, blobs: &[Self]) -> Self {
        let (height, beside) = (self.height(), self.height() / 3);
        let touches = |blob: &&Self| {
            blob.left <= self.right + beside
                && self.left <= blob.right + beside
                && blob.top < self.bottom
                && self.top < blob.bottom
                && (height / 2..=height * 3 / 2).contains(&blob.height())
        };
        blobs.iter().filter(touches).copied().reduce(|a, b| a.with(&b)).unwrap_or(*self)
    }

    /// The smallest box around both.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl Grey {
    pub(super) fn of(picture: &Picture) -> Self {
        Self { width: picture.width(), height: picture.height(), light: picture.grey() }
    }

    /// A white one.
    pub(super) fn white(width: usize, height: usize) -> Self {
        Self { width, height, light: vec![u8::MAX; width * height] }
    }

    /// The pixel; white beyond the edge.
    fn at(&self, x: usize, y: usize) -> u8 {
        if x < self.width { self.light.get(y * self.width + x).copied().unwrap_or(u8::MAX) } else { u8::MAX }
    }

    /// Between the pixels: weighed by nearness. White beyond the edge.
    fn between(&self, x: f32, y: f32) -> u8 {
        if x < 0.0 || y < 0.0 {
            return u8::MAX;
        }
        let (left, top) = (x as usize, y as usize);
        let (across, down) = (x - left as f32, y - top as f32);
        let row = |y: usize| f32::from(self.at(left, y)) * (1.0 - across) + f32::from(self.at(left + 1, y)) * across;
        (row(top) * (1.0 - down) + row(top + 1) * down).round() as u8
    }

    /// The picture turned around its middle so that lines that fall by `angle` (radians, to the right) become level.
    pub(super) fn levelled(&self, angle: f32) -> Self {
        let (sin, cos) = angle.sin_cos();
        let (cx, cy) = (self.width as f32 / 2.0, self.height as f32 / 2.0);
        let mut level = Self::white(self.width, self.height);
        for (y, row) in level.light.chunks_exact_mut(self.width).enumerate() {
            let dy = y as f32 - cy;
            for (x, pixel) in row.iter_mut().enumerate() {
                let dx = x as f32 - cx;
                *pixel = self.between(cx + dx * cos - dy * sin, cy + dx * sin + dy * cos);
            }
        }
        level
    }

    /// Paints a box white, and the blur around it.
    pub(super) fn erase(&mut self, at: &Box) {
        /// Ink fades out over so many pixels.
        const BLUR: usize = 2;
        let (left, right) = (at.left.saturating_sub(BLUR), (at.right + BLUR).min(self.width));
        for y in at.top.saturating_sub(BLUR)..(at.bottom + BLUR).min(self.height) {
            let row = y * self.width;
            if let Some(pixels) = self.light.get_mut(row + left..row + right) {
                pixels.fill(u8::MAX);
            }
        }
    }

    /// Copies a box of another picture to a place in this one, `scale` times as large.
    pub(super) fn paste(&mut self, from: &Self, at: &Box, (left, top): (usize, usize), scale: f32) {
        let (width, height) = ((at.width() as f32 * scale) as usize, (at.height() as f32 * scale) as usize);
        for y in 0..height {
            for x in 0..width {
                let place = (top + y) * self.width + left + x;
                let (dx, dy) = (x as f32 / scale, y as f32 / scale);
                if let Some(pixel) = self.light.get_mut(place).filter(|_| left + x < self.width) {
                    *pixel = from.between(at.left as f32 + dx, at.top as f32 + dy);
                }
            }
        }
    }

    /// As a portable grey map, which every picture program reads.
    pub(super) fn pgm(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.light.len() + 32);
        write!(bytes, "P5\n{} {}\n255\n", self.width, self.height).expect("writing to memory does not fail");
        bytes.extend_from_slice(&self.light);
        bytes
    }

    /// The dark pixels: those below the level that parts the greys best into two kinds (Otsu).
    pub(super) fn ink(&self) -> Ink {
        let level = self.level();
        Ink { width: self.width, height: self.height, dark: self.light.iter().map(|light| *light <= level).collect() }
    }

    fn level(&self) -> u8 {
        let mut counts = [0_u64; 256];
        for light in &self.light {
            counts[usize::from(*light)] += 1;
        }
        let weigh = |(light, count): (usize, &u64)| light as f64 * *count as f64;
        let (all, sum) = (self.light.len() as f64, counts.iter().enumerate().map(weigh).sum::<f64>());
        let (mut below, mut sum_below, mut best, mut level) = (0.0, 0.0, 0.0, 127);
        for light in 0..=u8::MAX {
            below += counts[usize::from(light)] as f64;
            sum_below += weigh((light.into(), &counts[usize::from(light)]));
            let above = all - below;
            if below == 0.0 || above == 0.0 {
                continue;
            }
            let apart = sum_below / below - (sum - sum_below) / above;
            let spread = below * above * apart * apart;
            if spread > best {
                (best, level) = (spread, light);
            }
        }
        level
    }
}

impl Ink {
    pub(super) fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.width && self.dark.get(y * self.width + x).copied().unwrap_or_default()
    }

    pub(super) fn row(&self, y: usize) -> &[bool] {
        self.dark.get(y * self.width..(y + 1) * self.width).unwrap_or_default()
    }

    /// Whether a box holds any ink.
    pub(super) fn any(&self, at: &Box) -> bool {
        (at.top..at.bottom).any(|y| self.row(y).iter().take(at.right).skip(at.left).any(|dark| *dark))
    }

    /// The boxes of all connected blobs, in no order that matters.
    pub(super) fn blobs(&self) -> Vec<Box> {
        let mut blobs = Forest::default();
        // Stretches of the row above, each with its blob.
        let mut above: Vec<(usize, usize, usize)> = Vec::new();
        for y in 0..self.height {
            let mut here = Vec::new();
            let mut first = 0;
            for (left, right) in stretches(self.row(y)) {
                let mut blob = blobs.add(Box { left, top: y, right, bottom: y + 1 });
                while above.get(first).is_some_and(|(_, end, _)| *end < left) {
                    first += 1;
                }
                // Pixels that touch at a corner are one blob.
                for (_, _, other) in above.iter().skip(first).take_while(|(start, _, _)| *start <= right) {
                    blob = blobs.join(blob, *other);
                }
                here.push((left, right, blob));
            }
            above = here;
        }
        blobs.into_boxes()
    }
}

/// The dark stretches of a row: first pixel, and the first beyond.
pub(super) fn stretches(row: &[bool]) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let left = at + row.get(at..)?.iter().position(|dark| *dark)?;
        let right = row.get(left..)?.iter().position(|dark| !dark).map_or(row.len(), |length| left + length);
        at = right;
        Some((left, right))
    })
}

/// Boxes that may turn out to be one.
#[derive(Default)]
struct Forest {
    parents: Vec<usize>,
    boxes: Vec<Box>,
}

impl Forest {
    fn add(&mut self, at: Box) -> usize {
        self.parents.push(self.parents.len());
        self.boxes.push(at);
        self.boxes.len() - 1
    }

    fn root(&mut self, mut tree: usize) -> usize {
        while self.parents[tree] != tree {
            self.parents[tree] = self.parents[self.parents[tree]];
            tree = self.parents[tree];
        }
        tree
    }

    fn join(&mut self, a: usize, b: usize) -> usize {
        let (a, b) = (self.root(a), self.root(b));
        let (keep, drop) = (a.min(b), a.max(b));
        self.parents[drop] = keep;
        self.boxes[keep] = self.boxes[keep].with(&self.boxes[drop]);
        keep
    }

    fn into_boxes(self) -> Vec<Box> {
        let roots = self.parents.iter().enumerate().filter(|(tree, parent)| tree == *parent);
        roots.map(|(tree, _)| self.boxes[tree]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(rows: &[&str]) -> Grey {
        let light = rows.iter().flat_map(|row| row.bytes()).map(|c| if c == b'#' { 10 } else { 240 }).collect();
        Grey { width: rows[0].len(), height: rows.len(), light }
    }

    #[test]
    fn ink_forms_blobs() {
        let check = |rows: &[&str], expect: &[[usize; 4]]| {
            let mut found: Vec<_> =
                drawn(rows).ink().blobs().iter().map(|b| [b.left, b.top, b.right, b.bottom]).collect();
            found.sort_unstable();
            assert_eq!(found, expect);
        };
        check(&["....", "...."], &[]);
        check(&["#.#.", "#.#."], &[[0, 0, 1, 2], [2, 0, 3, 2]]);
        // Touching at a corner, and two arms that meet below.
        check(&["#...", ".#.."], &[[0, 0, 2, 2]]);
        check(&["#.#.", "#.#.", "###."], &[[0, 0, 3, 3]]);
    }

    #[test]
    fn levelling_by_nothing_changes_nothing() {
        let picture = drawn(&["#..#", ".##.", "#..."]);
        assert_eq!(picture.levelled(0.0).light, picture.light);
    }
}
