//! Reads a scanned page: its picture becomes runs of text, as if the file had printed them.
//!
//! Tesseract finds words and their boxes but says little of type. What layout needs besides is measured in the picture:
//! how far it is turned, the baseline, size and weight of each line, raised marks and thin rules.
//!
//! **Invariant:** runs stand as if the file had printed them; only their origin tells that they were read.
//! **Invariant:** no word is corrected by sense, and none is added; numbers are read a second time, as figures.

mod bitmap;
mod error;
mod figures;
mod marks;
mod measure;
mod recognised;
mod rules;
mod runs;
mod skew;
mod tesseract;
mod tuning;
mod weight;
mod words;

pub use error::Error;
pub use recognised::Recognised;
pub use tesseract::Engine;
pub use tuning::TABLE as TUNING;

use bitmap::{Box, Grey, Ink};
use words::Word;

use crate::pdf::Picture;

/// Pixels to a point of the pictures that are read best: 300 dots to the inch, for which tesseract is made.
pub const SCALE: f32 = 300.0 / 72.0;

/// Reads a page's picture; `width` is the page's, in points.
pub fn read(picture: &Picture, width: f32, engine: &Engine) -> Result<Recognised, Error> {
    let mut page = Grey::of(picture);
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
    let mut lines = words::lines(&table);
    read_lone_figures(&mut lines, &page, &ink, engine)?;
    Ok(runs::placed(&lines, &marks, &rules, &ink, point))
}

/// Lone short words that tesseract is unsure of may be figures: the numbers of a list («il», «7,»).
fn read_lone_figures(lines: &mut [Vec<Word>], page: &Grey, ink: &Ink, engine: &Engine) -> Result<(), Error> {
    let lone = |line: &Vec<Word>| matches!(line.as_slice(), [word] if word.text.chars().count() <= tuning::lone_max() && word.confidence < tuning::lone_unsure());
    let mut unsure: Vec<&mut Word> = lines.iter_mut().filter(|line| lone(line)).flatten().collect();
    // Tesseract's box may hold a part of the number only.
    let blobs = if unsure.is_empty() { Vec::new() } else { ink.blobs() };
    let places: Vec<Box> = unsure.iter().map(|word| word.at.grown_over(&blobs)).collect();
    for (word, number) in unsure.iter_mut().zip(figures::read(page, &places, tuning::lone_sure(), engine)?) {
        if let Some(number) = number {
            **word = number;
        }
    }
    Ok(())
}
