//! Opens a file that claims to be a PDF, even a damaged one, and gives forgiving access to its objects.
//!
//! Tried in this order: the file as it is; its objects found by searching through it; the same with a catalogue added
//! behind a file that breaks off. Files that open with the empty password are decrypted, whoever encrypted them.
//!
//! **Invariant:** nothing here inflates a stream beyond [`MAX_STREAM`].

use std::sync::Arc;

use lopdf::{Document, LoadOptions};

use super::Error;
use super::encryption::{is_locked, needs_password, reworded};
use super::format::{contains, format_or_bytes};
use super::page_tree::sheets;
use super::source::{MAX_STREAM, Source};

/// Largest file that is read, in bytes. The largest letter of 2010–2024 with scanned annexes is some 60 MB.
pub(super) const MAX_FILE: usize = 256 << 20;
/// How far into the file its header may stand, in bytes (PDF 1.7, implementation note 13).
const HEADER_WINDOW: usize = 1024;
/// How near its end a whole file says that it ends, in bytes (PDF 1.7, implementation note 18).
const TAIL: usize = 1024;
const MEGABYTE: usize = 1 << 20;

/// Opens a file: checks what it is, rebuilds damaged tables, decrypts with the empty password.
pub(super) fn open(bytes: &[u8]) -> Result<Source, Error> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if bytes.len() > MAX_FILE {
        return Err(Error::TooLarge { size: bytes.len() / MEGABYTE, limit: MAX_FILE / MEGABYTE });
    }
    if !is_pdf(bytes) && !contains(bytes, b"endobj") {
        return Err(Error::NotPdf { found: format_or_bytes(bytes) });
    }
    let header: &[u8] = if is_pdf(bytes) { b"" } else { b"%PDF-1.7\n" };
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    let ends = contains(tail, b"%%EOF");
    // A cut-off file: what stands of its last stream is still read.
    let end: &[u8] = if ends { b"" } else { b"\nendstream\nendobj\n" };
    if header.is_empty() && end.is_empty() {
        return rescue(bytes);
    }
    let mut source = rescue(&[header, bytes, end].concat())?;
    source.cut |= !ends && source.document.xref_recovery.is_some();
    Ok(source)
}

/// Opens a file, as it is or by what can be found of it.
fn rescue(bytes: &[u8]) -> Result<Source, Error> {
    let source = match load(bytes, Tables::AsWritten) {
        Ok(source) if has_pages(&source) => return Ok(source),
        Err(Error::Encrypted) => return Err(Error::Encrypted),
        loaded => loaded,
    };
    match load(bytes, Tables::Rebuilt) {
        Ok(rebuilt) if has_pages(&rebuilt) => Ok(rebuilt),
        // Without its encryption dictionary a damaged file has only noise.
        _ if contains(bytes, b"/Encrypt") => source,
        _ => load(&with_catalog(bytes), Tables::Rebuilt).map(|found| Source { cut: true, ..found }).or(source),
    }
}

/// Where the places of the objects come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tables {
    AsWritten,
    /// From a search for objects through the file.
    Rebuilt,
}

fn load(bytes: &[u8], tables: Tables) -> Result<Source, Error> {
    let mut document = parse(bytes, tables)?;
    if is_locked(&document) {
        document = parse(&reworded(bytes, &document).ok_or(Error::Damaged(None))?, tables)?;
    }
    if is_locked(&document) {
        return Err(if needs_password(&document) { Error::Encrypted } else { Error::Undeciphered });
    }
    Ok(Source { document, cut: false })
}

fn parse(bytes: &[u8], tables: Tables) -> Result<Document, Error> {
    let options = LoadOptions {
        max_decompressed_size: Some(MAX_STREAM),
        force_reconstruct: tables == Tables::Rebuilt,
        ..LoadOptions::default()
    };
    Document::load_mem_with_options(bytes, options).map_err(|cause| match cause {
        lopdf::Error::InvalidPassword => Error::Encrypted,
        lopdf::Error::Decryption(_) | lopdf::Error::UnsupportedSecurityHandler(_) => Error::Undeciphered,
        cause => Error::Damaged(Some(Arc::new(cause))),
    })
}

fn has_pages(source: &Source) -> bool {
    !sheets(source).is_empty()
}

/// A file whose end is lost, with a catalogue of no pages after it: its page objects are then found one by one.
fn with_catalog(bytes: &[u8]) -> Vec<u8> {
    // A number that no letter's object has, and that the search for objects still takes.
    const CATALOG: &[u8] = b"\n999999 0 obj\n<< /Type /Catalog /Pages << /Kids [] >> >>\nendobj\n\
        trailer\n<< /Root 999999 0 R >>\n";
    [bytes, CATALOG].concat()
}

/// Whether a file begins as a PDF does; some programs write a few bytes before.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    contains(bytes.get(..HEADER_WINDOW).unwrap_or(bytes), b"%PDF-")
}
