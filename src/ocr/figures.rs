//! Places on a page come in; the figures that stand there, read as figures and nothing else, go out.
//!
//! In a line of text tesseract takes a lone or raised «1» for «il» or «*». Set in a picture of figures it knows them.

use super::Error;
use super::bitmap::{Box, Grey};
use super::tesseract::{Engine, Kind};
use super::words::{self, Word};

/// Reads each place; `None` where no number stands or tesseract is less than `sure` of it.
pub(super) fn read(page: &Grey, at: &[Box], sure: f32, engine: &Engine) -> Result<Vec<Option<Word>>, Error> {
    if at.is_empty() {
        return Ok(Vec::new());
    }
    let (sheet, places) = sheet(page, at);
    let table = engine.words(sheet.pgm(), Kind::Figures)?;
    let found: Vec<Word> = words::lines(&table).into_iter().flatten().collect();
    let number = |(at, place): (&Box, Box)| {
        let here: Vec<&Word> = found.iter().filter(|word| overlap(&word.at, &place)).collect();
        let text: String = here.iter().map(|word| word.text.as_str()).collect();
        let confidence = here.iter().map(|word| word.confidence).fold(1.0, f32::min);
        let figures = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) && !text.starts_with('0');
        (figures && confidence >= sure).then_some(Word { text, at: *at, confidence })
    };
    Ok(at.iter().zip(places).map(number).collect())
}

fn overlap(a: &Box, b: &Box) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/// A picture of the places in rows, in the size of text, and where each stands in it.
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
