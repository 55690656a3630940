//! Draws one page of a file as a [`Picture`]: for the pages of the web, and as what OCR reads of a scan.
//!
//! **Invariant:** a picture has at most [`MAX_PIXELS`] pixels, whatever the page's size and the scale asked for.
//! **Invariant:** a panic of the drawing crate is an error, and prints nothing.

use std::io::{self, Write};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use super::Error;
use super::load::MAX_FILE;
use super::quiet::quietly;

/// Most pixels of a picture: A3 at 300 dots to the inch has 17 million, and takes 70 MB.
const MAX_PIXELS: f32 = 24e6;
/// Longest side of a picture, in pixels: the drawing crate counts in sixteen bits.
const MAX_SIDE: f32 = 16_000.0;

/// A page as drawn, opaque, from the upper left corner, row by row.
#[derive(Debug)]
pub struct Picture(Pixmap);

/// Draws a page (from 1), as it is displayed, with `scale` pixels to the point; fewer where it would get too large.
///
/// # Errors
/// When the file cannot be opened, has no such page, or drawing it fails.
pub fn draw(bytes: &[u8], page: usize, scale: f32) -> Result<Picture, Error> {
    draw_at(bytes, page, |_| scale)
}

/// The same, `pixels` wide.
///
/// # Errors
/// As [`draw`].
pub fn draw_to_width(bytes: &[u8], page: usize, pixels: f32) -> Result<Picture, Error> {
    draw_at(bytes, page, |width| pixels / width)
}

/// Draws a page at the scale that its width in points asks for.
fn draw_at(bytes: &[u8], page: usize, scale: impl FnOnce(f32) -> f32) -> Result<Picture, Error> {
    if bytes.len() > MAX_FILE {
        return Err(Error::TooLarge { size: bytes.len() >> 20, limit: MAX_FILE >> 20 });
    }
    let failed = |reason: String| Error::Undrawn { page, reason };
    let drawn = quietly(|| {
        let file = Pdf::new(bytes.to_vec()).map_err(|error| format!("{error:?}"))?;
        let pages = file.pages();
        let sheet = page.checked_sub(1).and_then(|at| pages.get(at)).ok_or("there is no such page")?;
        let (width, height) = sheet.render_dimensions();
        let scale = bounded(scale(width), width, height).ok_or("the page has no area")?;
        let settings = RenderSettings { force_image_interpolation: true, ..RenderSettings::default() };
        let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        Ok(hayro::render(sheet, &RenderCache::new(), &InterpreterSettings::default(), &settings, &pixmap))
    });
    drawn.map_err(failed)?.map_err(failed).map(Picture)
}

/// The scale, or as much of it as keeps the picture within its bounds; `None` where no pixel would be left.
fn bounded(scale: f32, width: f32, height: f32) -> Option<f32> {
    let within = (MAX_PIXELS / (width * height)).sqrt().min(MAX_SIDE / width.max(height));
    let scale = scale.min(within);
    (scale.is_finite() && scale * width >= 1.0 && scale * height >= 1.0).then_some(scale)
}

impl Picture {
    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> usize {
        self.0.width().into()
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> usize {
        self.0.height().into()
    }

    /// How light each pixel is, 0 black, 255 white.
    #[must_use]
    pub fn grey(&self) -> Vec<u8> {
        // Rec. 601 weights in 256ths.
        let light = |r: u8, g: u8, b: u8| (77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b)) >> 8;
        self.0.data().iter().map(|pixel| light(pixel.r, pixel.g, pixel.b) as u8).collect()
    }

    /// Writes it as a PNG.
    pub fn write_png(self, to: &mut impl Write) -> io::Result<()> {
        to.write_all(&self.0.into_png().map_err(io::Error::other)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_bounded() {
        let check = |scale: f32, width: f32, height: f32, expect: Option<f32>| {
            let found = bounded(scale, width, height);
            assert_eq!(found.map(|scale| (scale * 1000.0).round()), expect.map(|scale| (scale * 1000.0).round()));
        };
        check(2.0, 595.0, 842.0, Some(2.0));
        check(100.0, 600.0, 1000.0, Some(6.325));
        check(1.0, 144_000.0, 10.0, Some(0.111));
        check(0.001, 10.0, 10.0, None);
        check(1.0, 0.0, 842.0, None);
        check(f32::NAN, 595.0, 842.0, Some(6.921));
    }
}
