//! Draws one page of a letter as a PNG.

use super::Error;
use crate::pdf;

/// Draws a page (from 1), as it is displayed, about `width` pixels wide; fewer where it would get too large.
pub fn picture(bytes: &[u8], page: usize, width: u32) -> Result<Vec<u8>, Error> {
    let mut png = Vec::new();
    let failed = |cause: std::io::Error| Error::Undrawn { page, reason: cause.to_string() };
    pdf::draw_to_width(bytes, page, width as f32)?.write_png(&mut png).map_err(failed)?;
    Ok(png)
}
