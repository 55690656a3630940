//! Decides whether a file is plain text, and decodes it.
//!
//! **Invariant:** what is no text for certain is none: a PDF with a damaged head, a picture, a Word file or a web page is
//! left to others, who say what is wrong with it.

use std::borrow::Cow;

use super::tuning;
use crate::pdf::{format, is_pdf};

/// How a text file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark at its start.
    Utf8,
    /// UTF-16 with a mark at its start, as Windows writes «Unicode».
    Utf16,
    /// The code page of Windows for western Europe.
    Windows1252,
}

/// What the bytes from 0x80 on are in Windows-1252, where it differs from Latin-1; five of them are nothing.
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text of a text file: no PDF header, no tags, no control characters, something to read.
pub(super) fn text(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    if is_pdf(bytes) || format(bytes).is_some() {
        return None;
    }
    let (text, encoding) = match (std::str::from_utf8(bytes), utf_16(bytes)) {
        (_, Some(text)) => (Cow::Owned(text), Encoding::Utf16),
        (Ok(text), None) => (Cow::Borrowed(text), Encoding::Utf8),
        (Err(_), None) => (Cow::Owned(windows(bytes)?), Encoding::Windows1252),
    };
    let control = text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}'));
    (!control && !text.trim().is_empty()).then_some((text, encoding))
}

fn utf_16(bytes: &[u8]) -> Option<String> {
    let (unit, rest): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => (u16::from_be_bytes, rest),
        _ => return None,
    };
    let (pairs, odd) = rest.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<_, _>>().ok();
    text.filter(|_| odd.is_empty())
}

fn windows(bytes: &[u8]) -> Option<String> {
    let plain = bytes.iter().filter(|byte| byte.is_ascii()).count();
    let sign = |byte: &u8| match byte {
        0x80..=0x9F => WINDOWS.get(usize::from(byte - 0x80)).copied().unwrap_or_default(),
        _ => char::from(*byte),
    };
    (plain as f64 >= tuning::ascii_min() * bytes.len() as f64).then(|| bytes.iter().map(sign).collect())
}

#[cfg(test)]
mod tests {
    use super::{Encoding, text};

    fn check(bytes: &[u8], expect: Option<(&str, Encoding)>) {
        assert_eq!(text(bytes).as_ref().map(|(text, encoding)| (text.as_ref(), *encoding)), expect, "{bytes:?}");
    }

    #[test]
    fn text_files_are_read_in_three_encodings() {
        check("Eén vraag".as_bytes(), Some(("Eén vraag", Encoding::Utf8)));
        check(
            b"De financi\xEBle positie van scholen \x96 in \x80",
            Some(("De financiële positie van scholen – in €", Encoding::Windows1252)),
        );
        check(b"\xFF\xFEE\0\xE9\0n\0", Some(("Eén", Encoding::Utf16)));
        check(b"\xFE\xFF\0E\0\xE9\0n", Some(("Eén", Encoding::Utf16)));
        check(b"Een byte die niets is: \x81, dus geen tekst", None);
        check(b"\xFF\xD8\xFF\xE0\x10JFIF\x01\xA0\xB0\xC0", None);
        check(b"%PDF-1.7 \xE2\xE3", None);
        check(b"Ja. \xC0\xE0\xF0\xD0\xB0\xA0\xA1", None);
        check(b"<?xml version='1.0'?><al>Is dat zo?</al>", None);
        check(b"  \n", None);
    }
}
