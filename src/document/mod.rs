//! Reads a file: calls the stages in order and gives the document with its letter object.
//!
//! **Invariant:** the stages are called here, in order, and nowhere else; only the first can fail.
//! **Invariant:** words no doubt: faults, doubts and near misses become warnings as data with a plain sentence.

mod account;
mod cutout;
mod ids;
mod left_out;
mod link;
mod other;
mod page_labels;
mod page_maps;
mod picture;
mod place;
mod plain;
mod record;
mod references;
mod scans;
mod spots;
mod tables;
mod tuning;
mod warnings;

use sha2::{Digest, Sha256};

use crate::layout::{self, Text};
use crate::letter::{self, Letter};
use crate::pdf::{self, Frame};
use crate::record::{Contradiction, hex};

pub use crate::pdf::{Error, Signed, is_pdf};
pub use cutout::{Cutout, cutouts};
pub use link::{Linked, link, linked};
pub use other::other;
pub use picture::picture;
pub use plain::Encoding;
pub use record::{reading, record};
pub use scans::{Scan, Scans, can_recognise};
pub use tuning::TABLE as TUNING;

/// A document as read: its text and what the letter reader made of it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The running text.
    pub text: Text,
    /// The letter.
    pub letter: Letter,
    /// SHA-256 of the file's bytes, in hex.
    pub sha256: String,
    /// How a text file is encoded; `None` for a PDF.
    pub encoding: Option<Encoding>,
    /// The pages that are pictures.
    pub scans: Vec<Scan>,
    /// How the pages of a PDF are displayed; none of plain text.
    pub frames: Vec<Frame>,
    /// Pages whose letters do not add up to those of the text, and what is amiss.
    pub account: Vec<(usize, Contradiction)>,
}

/// Reads a PDF, or plain text as `pdftotext` gives it; the content tells which. Scans stay unread.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    read_with(bytes, Scans::Leave, &mut || ())
}

/// The same, and says what is done with scans. Reading one takes seconds: `done` is told after each.
pub fn read_with(bytes: &[u8], scans: Scans, done: &mut dyn FnMut()) -> Result<Document, Error> {
    let mut encoding = None;
    let (mut read, mut frames, mut account) = (Vec::new(), Vec::new(), Vec::new());
    let text = if let Some((source, found)) = plain::text(bytes) {
        encoding = Some(found);
        layout::from_plain(&source)
    } else {
        let mut pages = pdf::pages(bytes)?;
        read = scans::recognise(bytes, &mut pages, scans, done);
        frames = pages.iter().map(pdf::Page::frame).collect();
        let text = layout::text(&pages);
        account = account::of_pages(&pages, &text);
        text
    };
    let letter = letter::parse(&text);
    Ok(Document { text, letter, sha256: hex(&Sha256::digest(bytes)), encoding, scans: read, frames, account })
}
