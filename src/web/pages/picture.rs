//! The picture of a page of a PDF, and what is drawn over it.

use crate::web::source::Source;

/// The address of a page's picture.
pub(in crate::web) fn picture(address: &str, source: &Source, page: usize) -> String {
    format!("{address}/pagina/{page}.png?v={}", source.version())
}

/// A rectangle as SVG takes it: left, top, width, height.
pub(in crate::web) fn rectangle([left, top, right, bottom]: [f32; 4]) -> [f32; 4] {
    [left, top, right - left, bottom - top]
}
