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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::{Glyph, Run, Style};

    #[test]
    fn a_picture_makes_a_scan_of_a_page_without_text() {
        let check = |cover: f32, signs: usize, expect: Option<Fault>| {
            let glyph = Glyph { text: "x".into(), x: 10.0, advance: 5.0 };
            let style = Style { font: "Univers".into(), bold: false, italic: false };
            let (tags, origin) = (Vec::new().into(), Origin::Printed);
            let glyphs = vec![glyph; signs];
            let runs = vec![Run { glyphs, baseline: 50.0, size: 10.0, style, tag: None, tags, origin, level: true }];
            let pictures = vec![Rect { left: 0.0, top: 0.0, right: 100.0 * cover, bottom: 100.0 }];
            let page = Page { width: 100.0, height: 100.0, runs, pictures, ..Page::default() };
            assert_eq!(of(&page), expect, "{signs} signs, {cover} covered");
        };
        // A letterhead.
        check(0.1, 0, None);
        check(0.5, 0, Some(Fault::Scan));
        // A photograph with a caption, and a scan that was stamped.
        check(0.5, 10, None);
        check(0.9, 10, Some(Fault::Scan));
    }
}
