//! Affine maps of the plane, in the row-vector convention of PDF.
#![expect(clippy::many_single_char_names, reason = "a matrix is written `[a b c d e f]` in PDF")]

use super::Rect;

/// `[a b c d e f]`: maps `(x, y)` to `(a·x + c·y + e, b·x + d·y + f)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First `self`, then `next`.
    pub(super) fn then(self, next: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let ((a, b), (c, d), (e, f)) = (next.vector(a, b), next.vector(c, d), next.point(e, f));
        Self([a, b, c, d, e, f])
    }

    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let (across, down) = self.vector(x, y);
        let [.., e, f] = self.0;
        (across + e, down + f)
    }

    /// The same without the shift.
    pub(super) fn vector(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }

    /// How much a length grows, whatever its direction: the root of the area's growth.
    pub(super) fn scale(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }

    /// The box around the image of the rectangle from `(x0, y0)` to `(x1, y1)`.
    pub(super) fn rect(self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> Rect {
        let corners = [(x0, y0), (x0, y1), (x1, y0), (x1, y1)].map(|(x, y)| self.point(x, y));
        around(&corners)
    }

    /// The way back; `None` for a map that flattens.
    pub(super) fn inverse(self) -> Option<Self> {
        let [a, b, c, d, e, f] = self.0;
        let area = a * d - b * c;
        let back = Self([d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]);
        back.is_finite().then_some(back)
    }

    pub(super) fn is_finite(self) -> bool {
        self.0.iter().all(|number| number.is_finite())
    }
}

/// The box around points; all zero when there are none.
pub(super) fn around(points: &[(f64, f64)]) -> Rect {
    let point = |&(x, y): &(f64, f64)| Rect { left: x as f32, top: y as f32, right: x as f32, bottom: y as f32 };
    points.iter().map(point).reduce(Rect::union).unwrap_or_default()
}
