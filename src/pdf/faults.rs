//! A page comes in; what its text and pictures say about a scan goes out.

use super::{Fault, Page};

/// Part of the page that pictures must cover for a page without text to count as a scan: a letterhead covers some 5 %.
const MIN_COVER: f32 = 0.3;

/// What is wrong with the page's text as a whole.
pub(super) fn of(page: &Page) -> Option<Fault> {
    let shown = |run: &&super::Run| run.glyphs.iter().any(|glyph| !glyph.text.trim().is_empty());
    let mut runs = page.runs.iter().filter(shown).peekable();
    if runs.peek().is_none() {
        let area = |rect: &super::Rect| (rect.right - rect.left) * (rect.bottom - rect.top);
        let covered: f32 = page.pictures.iter().map(area).sum();
        return (covered >= MIN_COVER * page.width * page.height).then_some(Fault::Scan);
    }
    runs.all(|run| run.hidden).then_some(Fault::HiddenText)
}
