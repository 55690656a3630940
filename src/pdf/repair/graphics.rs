//! Follows the path operators of a page and keeps what looks like a rule: thin horizontal or vertical lines, filled or
//! stroked.

use super::super::Rect;
use super::super::matrix::{Matrix, around};
use crate::pdf::tuning;

/// Most rules kept of a page: a letter's table has some hundreds, a map has millions of lines.
const MAX_RULES: usize = 20_000;
/// Most points kept of one path.
const MAX_POINTS: usize = 20_000;

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint {
    pub(super) fill: bool,
    pub(super) stroke: bool,
}

/// The path under construction, as straight pieces in page coordinates.
#[derive(Debug, Default)]
pub(super) struct Path {
    parts: Vec<Subpath>,
    points: usize,
}

#[derive(Debug, Default)]
struct Subpath {
    points: Vec<(f64, f64)>,
    curved: bool,
}

impl Path {
    pub(super) fn move_to(&mut self, to: Matrix, x: f64, y: f64) {
        self.parts.push(Subpath { points: vec![to.point(x, y)], curved: false });
        self.points += 1;
    }

    pub(super) fn line_to(&mut self, to: Matrix, x: f64, y: f64) {
        if self.points < MAX_POINTS
            && let Some(part) = self.parts.last_mut()
        {
            part.points.push(to.point(x, y));
            self.points += 1;
        }
    }

    pub(super) fn curve_to(&mut self, to: Matrix, x: f64, y: f64) {
        self.line_to(to, x, y);
        if let Some(part) = self.parts.last_mut() {
            part.curved = true;
        }
    }

    pub(super) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(first) = part.points.first().copied()
        {
            part.points.push(first);
        }
    }

    pub(super) fn rect(&mut self, to: Matrix, x: f64, y: f64, width: f64, height: f64) {
        if self.points >= MAX_POINTS {
            return;
        }
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
        self.parts.push(Subpath { points: corners.map(|(x, y)| to.point(x, y)).to_vec(), curved: false });
        self.points += corners.len();
    }

    pub(super) fn clear(&mut self) {
        self.parts.clear();
        self.points = 0;
    }

    /// The boxes around the areas that the path fills.
    pub(super) fn areas(&self) -> impl Iterator<Item = Rect> + '_ {
        self.parts.iter().map(|part| around(&part.points)).filter(|rect| !is_thin(rect)).take(MAX_RULES)
    }

    /// Paints the path: its thin lines go to `rules`. `line` is the thickness of a stroke in points.
    pub(super) fn paint(&mut self, paint: Paint, line: f32, rules: &mut Vec<Rect>) {
        for part in self.parts.iter().filter(|part| !part.curved) {
            let filled = paint.fill.then(|| fill(part)).flatten();
            if let Some(rule) = filled {
                rules.push(rule);
            } else if paint.stroke && line <= tuning::rule_thickness_max() {
                rules.extend(part.points.windows(2).filter_map(|pair| stroke(pair, line)));
            }
        }
        rules.truncate(MAX_RULES);
        self.clear();
    }
}

/// A filled shape that is thin as a whole; browsers cut the ends of borders aslant.
fn fill(part: &Subpath) -> Option<Rect> {
    (part.points.len() > 2).then(|| around(&part.points)).filter(is_thin)
}

fn stroke(pair: &[(f64, f64)], line: f32) -> Option<Rect> {
    let flat = is_straight(pair)?;
    let mut rect = around(pair);
    let half = line / 2.0;
    if flat {
        rect.top -= half;
        rect.bottom += half;
    } else {
        rect.left -= half;
        rect.right += half;
    }
    Some(rect).filter(is_thin)
}

/// Whether a piece runs along the page's edges: `Some(true)` horizontal, `Some(false)` vertical.
fn is_straight(pair: &[(f64, f64)]) -> Option<bool> {
    let [(x0, y0), (x1, y1)] = pair else { return None };
    let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
    (width.min(height) <= tuning::rule_lean_max()).then_some(width >= height)
}

fn is_thin(rect: &Rect) -> bool {
    let (width, height) = (rect.right - rect.left, rect.bottom - rect.top);
    width.min(height) <= tuning::rule_thickness_max() && width.max(height) >= tuning::rule_length_min()
}

/// What a number of a colour space with one part counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// A share of light.
    Light,
    /// A share of ink.
    Ink,
    /// A place in a list.
    List,
}

#[cfg(test)]
mod tests {
    use super::stroke;

    #[test]
    fn rules_are_straight_and_longer_than_dots() {
        let check = |to: (f64, f64), expect: bool| {
            assert_eq!(stroke(&[(100.0, 100.0), to], 0.5).is_some(), expect, "{to:?}");
        };
        check((250.0, 100.2), true);
        check((250.0, 101.0), false);
        check((100.0, 250.0), true);
        check((104.0, 100.0), true);
        check((102.0, 100.0), false);
    }
}
