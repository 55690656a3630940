//! Reads single figures again, as figures and nothing else.
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

/// A picture of the places in rows, in the size of text, and where each stands in it. Wide blanks part them: what stands
/// nearer is read as one number.
fn sheet(page: &Grey, at: &[Box]) -> (Grey, Vec<Box>) {
    /// Height of a figure, the blank beside and below it, and the numbers in a row, in pixels.
    const FIGURE: f32 = 32.0;
    const BLANK: (usize, usize) = (90, 40);
    const ROW: usize = 8;
    /// Widest picture of a place: a number of four figures has three times its height.
    const WIDEST: f32 = 4.0;
    let wider = at.iter().map(|at| Box {
        left: at.left.saturating_sub(1),
        top: at.top.saturating_sub(1),
        right: at.right + 1,
        bottom: at.bottom + 1,
    });
    let scaled: Vec<(Box, f32)> = wider.map(|at| (at, FIGURE / at.height() as f32)).collect();
    let width = |(at, scale): &(Box, f32)| (at.width() as f32 * scale).min(WIDEST * FIGURE) as usize;
    let room = (scaled.iter().map(width).max().unwrap_or_default() + BLANK.0, FIGURE as usize + BLANK.1);
    let rows = at.len().div_ceil(ROW);
    let mut sheet = Grey::white(ROW * room.0 + BLANK.0, rows * room.1 + BLANK.1);
    let places = scaled.iter().enumerate().map(|(index, (at, scale))| {
        let (left, top) = (BLANK.0 / 2 + index % ROW * room.0, BLANK.1 + index / ROW * room.1);
        sheet.paste(page, at, (left, top), *scale);
        Box { left, top, right: left + width(&(*at, *scale)), bottom: top + FIGURE as usize }
    });
    let places = places.collect();
    (sheet, places)
}
