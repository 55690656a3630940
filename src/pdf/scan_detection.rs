//! Decides whether a page is a scan: a picture that fills it, with no text of its own or only a hidden layer that a
//! scanner added.

use super::tuning;
use super::{Fault, Origin, Page, Rect};

/// What is wrong with the page's text as a whole.
pub(super) fn of(page: &Page) -> Option<Fault> {
    let area = |rect: &Rect| (rect.right - rect.left).max(0.0) * (rect.bottom - rect.top).max(0.0);
    let cover = page.pictures.iter().map(area).sum::<f32>() / (page.width * page.height).max(1.0);
    let printed = signs(page, Origin::Printed);
    if signs(page, Origin::Hidden) > printed {
        return (printed <= tuning::stamp_max()).then_some(Fault::HiddenText);
    }
    let scan = printed == 0 && cover >= tuning::scan_cover_min()
        || printed <= tuning::stamp_max() && cover >= tuning::scan_cover_full();
    scan.then_some(Fault::Scan)
}

/// The number of glyphs that are no blanks.
fn signs(page: &Page, origin: Origin) -> usize {
    let runs = page.runs.iter().filter(|run| run.origin == origin);
    runs.flat_map(|run| &run.glyphs).filter(|glyph| !glyph.text.trim().is_empty()).count()
}
