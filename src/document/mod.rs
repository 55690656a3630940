//! The bytes of a file come in; a document as read, and its letter object, go out.
//!
//! **Invariant:** the stages are called here, in order, and nowhere else; only the first can fail.
//! **Invariant:** words no doubt: faults, doubts and near misses become warnings as data with a plain sentence.

mod pages;
mod place;
mod plain;
mod record;
mod references;
mod warnings;

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::layout::{self, Text};
use crate::letter::{self, Letter};
use crate::pdf;

pub use crate::pdf::Error;
pub use plain::Encoding;
pub use record::record;

/// A document as read: its text and what the letter reader made of it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The running text.
    pub text: Text,
    /// The letter.
    pub letter: Letter,
    /// SHA-256 of the file's bytes, in hex.
    pub sha256: String,
    /// How a text file is encoded.
    pub encoding: Encoding,
}

/// Reads a PDF, or plain text as `pdftotext` gives it; the content tells which.
pub fn read(bytes: &[u8]) -> Result<Document, Error> {
    let (text, encoding) = match plain::text(bytes) {
        Some((source, encoding)) => (layout::from_plain(&source), encoding),
        None => (layout::text(&pdf::pages(bytes)?), Encoding::default()),
    };
    let letter = letter::parse(&text);
    Ok(Document { text, letter, sha256: hex(&Sha256::digest(bytes)), encoding })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
