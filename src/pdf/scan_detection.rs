//! Decides whether a page is a scan: a picture that fills it, with no text of its own or only a hidden layer that a
//! scanner added.

use super::{Fault, Origin, Page, Rect};

/// Part of the page that pictures must cover for a page without text to count as a scan: a letterhead covers some 5 %.
const MIN_COVER: f32 = 0.3;
/// Part of the page from which it counts as a scan in spite of some text.
const FULL_COVER: f32 = 0.8;
/// Most printed signs on a scan: a number or a date of receipt that was stamped on it.
const MAX_STAMP: usize = 40;

/// What is wrong with the page's text as a whole.
pub(super) fn of(page: &Page) -> Option<Fault> {
    let area = |rect: &Rect| (rect.right - rect.left).max(0.0) * (rect.bottom - rect.top).max(0.0);
    let cover = page.pictures.iter().map(area).sum::<f32>() / (page.width * page.height).max(1.0);
    let printed = signs(page, Origin::Printed);
    if signs(page, Origin::Hidden) > printed {
        return (printed <= MAX_STAMP).then_some(Fault::HiddenText);
    }
    let scan = printed == 0 && cover >= MIN_COVER || printed <= MAX_STAMP && cover >= FULL_COVER;
    scan.then_some(Fault::Scan)
}

/// The number of glyphs that are no blanks.
fn signs(page: &Page, origin: Origin) -> usize {
    let runs = page.runs.iter().filter(|run| run.origin == origin);
    runs.flat_map(|run| &run.glyphs).filter(|glyph| !glyph.text.trim().is_empty()).count()
}
