//! The picture of a page comes in; its words, as runs with their places, go out.
//!
//! Tesseract knows words and boxes, no type. What layout needs besides is measured in the picture: how far it is turned,
//! the baseline and size of each line, raised marks, thin rules.
//!
//! **Invariant:** runs stand as if the file had printed them; only their origin tells that they were read.
//! **Invariant:** no word is corrected, and none is added.

mod bitmap;
mod error;
mod marks;
mod measure;
mod rules;
mod runs;
mod skew;
mod tesseract;
mod words;

pub use error::Error;
pub use tesseract::Engine;

use crate::pdf::{Picture, Rect, Run};

/// Pixels to a point of the pictures that are read best: 300 dots to the inch, for which tesseract is made.
pub const SCALE: f32 = 300.0 / 72.0;

/// A page as read.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// Its words, a run each, in points.
    pub runs: Vec<Run>,
    /// Thin lines across and down, in points.
    pub rules: Vec<Rect>,
    /// How sure tesseract is of its letters on the whole, between 0 and 1.
    pub confidence: f32,
}

/// Reads a page's picture; `width` is the page's, in points.
pub fn read(picture: &Picture, width: f32, engine: &Engine) -> Result<Recognised, Error> {
    let mut page = bitmap::Grey::of(picture);
    let point = page.width as f32 / width.max(1.0);
    let turned = skew::of(&page.ink());
    if turned != 0.0 {
        page = page.levelled(turned);
    }
    let ink = page.ink();
    let rules = rules::of(&ink, point);
    let marks = marks::read(&page, &ink, point, engine)?;
    for mark in &marks {
        page.erase(&mark.at);
    }
    let table = engine.words(page.pgm(), tesseract::Kind::Page)?;
    let lines = words::lines(&table);
    Ok(runs::placed(&lines, &marks, &rules, point))
}
