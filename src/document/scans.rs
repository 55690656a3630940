//! Recognises the pages that are scans and puts the text of their picture into them.
//!
//! **Invariant:** a page with text of its own is left as it is.

use crate::ocr::{self, Engine};
use crate::pdf::{self, Fault, Page};

/// What is done with pages that are pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scans {
    /// They are read, when the program for it is installed.
    #[default]
    Recognise,
    /// They stay unread.
    Leave,
}

/// A page that is a picture, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Scan {
    /// Its number, from 1.
    pub page: usize,
    /// How sure its reading is, between 0 and 1, or why it is not read.
    pub outcome: Result<f32, ocr::Error>,
}

/// Whether the program that reads scans is installed, with its Dutch.
#[must_use]
pub fn can_recognise() -> bool {
    Engine::installed().is_ok()
}

/// Most pages of one letter that are read from pictures: a letter with annexes has some dozens, and one takes seconds.
const MOST: usize = 400;

/// Reads the scans among the pages; `done` is told after each.
pub(super) fn recognise(bytes: &[u8], pages: &mut [Page], scans: Scans, done: &mut dyn FnMut()) -> Vec<Scan> {
    let unread = pages.iter_mut().filter(|page| page.faults.contains(&Fault::Scan));
    let read = |(index, page): (usize, &mut Page)| {
        let engine = match scans {
            Scans::Leave => Err(ocr::Error::Off),
            Scans::Recognise if index >= MOST => Err(ocr::Error::TooMany(MOST)),
            Scans::Recognise => Engine::installed(),
        };
        let outcome = engine.and_then(|engine| one(bytes, page, engine));
        done();
        Scan { page: page.number, outcome }
    };
    unread.enumerate().map(read).collect()
}

fn one(bytes: &[u8], page: &mut Page, engine: &Engine) -> Result<f32, ocr::Error> {
    let picture = pdf::draw(bytes, page.number, ocr::SCALE).map_err(|error| ocr::Error::Failed(error.to_string()))?;
    let recognised = ocr::read(&picture, page.width, engine)?;
    // What was stamped on the scan as text is in its picture too.
    page.runs = recognised.runs;
    page.rules.extend(recognised.rules);
    page.faults.retain(|fault| *fault != Fault::Scan);
    Ok(recognised.confidence)
}
