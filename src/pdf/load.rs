//! Opens a file that claims to be a PDF, even a damaged one, and gives forgiving access to its objects.
//!
//! Tried in this order: the file as it is; its objects found by searching through it; the same with a catalogue added
//! behind a file that breaks off. Files that open with the empty password are decrypted.
//!
//! **Invariant:** nothing here inflates a stream beyond [`MAX_STREAM`].

use std::sync::Arc;

use lopdf::{Document, LoadOptions};

use super::Error;
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
        return Err(Error::NotPdf { found: looks_like(bytes) });
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
    let options = LoadOptions {
        max_decompressed_size: Some(MAX_STREAM),
        force_reconstruct: tables == Tables::Rebuilt,
        ..LoadOptions::default()
    };
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword) => return Err(Error::Encrypted),
        Err(cause) => return Err(Error::Damaged(Some(Arc::new(cause)))),
    };
    if document.is_encrypted() {
        return Err(Error::Encrypted);
    }
    Ok(Source { document, cut: false })
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

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What a file that is no PDF looks like, with its article.
fn looks_like(bytes: &[u8]) -> &'static str {
    const SIGNATURES: [(&[u8], &str); 8] = [
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"\x89PNG", "a PNG picture"),
        (b"GIF8", "a GIF picture"),
        (b"PK\x03\x04", "a zip archive or an Office document"),
        (b"\xD0\xCF\x11\xE0", "an old Office document"),
        (b"{\\rtf", "an RTF document"),
        (b"<", "a web page"),
        (b"%!PS", "a PostScript file"),
    ];
    let start = bytes.trim_ascii_start();
    let known = SIGNATURES.iter().find(|(signature, _)| start.starts_with(signature));
    match known {
        Some((_, name)) => name,
        None if std::str::from_utf8(bytes).is_ok() => "plain text",
        None => "bytes of another kind",
    }
}
