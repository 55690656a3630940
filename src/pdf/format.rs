//! Tells by its bytes what a file is that is no PDF, so that it is named and never taken for plain text.
//!
//! A folder of letters also holds what they were written in or published as: Word files, the XML of a publication, web
//! pages. Many of these are text to a program that looks for signs to print; their tags would become the letter.

/// What a file is that is no PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Its name, with its article.
    pub name: &'static str,
    /// How its letter can be had as a PDF.
    pub hint: &'static str,
}

/// Bytes at the start of a file in which the beginning of a marked-up text is looked for: comments may stand first.
const OPENING: usize = 1024;

const AS_PDF: &str = "save it as a PDF in the program that opens it, and read that";
const PRINTED: &str = "print it to a PDF, or fetch the PDF that it stands for";
const PUBLISHED: &str = "fetch the PDF of the same publication, and read that";
const UNPACKED: &str = "unpack it, and read the PDFs in it";
const SCANNED: &str = "put the picture into a PDF, for example with `img2pdf`: scans in a PDF are read";
const CONVERTED: &str = "make a PDF of it, for example with `ps2pdf`";
const GIVEN: &str = "give a PDF, or a text file as `pdftotext` makes it";

/// The first bytes of a file, and what it is; of several that fit the first is meant.
const SIGNATURES: &[(&[u8], Format)] = &[
    (b"\xFF\xD8\xFF", Format { name: "a JPEG picture", hint: SCANNED }),
    (b"\x89PNG", Format { name: "a PNG picture", hint: SCANNED }),
    (b"GIF8", Format { name: "a GIF picture", hint: SCANNED }),
    (b"II*\0", Format { name: "a TIFF picture", hint: SCANNED }),
    (b"MM\0*", Format { name: "a TIFF picture", hint: SCANNED }),
    (b"{\\rtf", Format { name: "an RTF document", hint: AS_PDF }),
    (b"%!PS", Format { name: "a PostScript file", hint: CONVERTED }),
    (b"\x1F\x8B", Format { name: "a gzip archive", hint: UNPACKED }),
    (b"7z\xBC\xAF", Format { name: "a 7z archive", hint: UNPACKED }),
];

/// Parts that a zip archive of a known kind holds; the last is in every one.
const ZIPPED: &[(&[u8], Format)] = &[
    (b"word/", Format { name: "a Word document (.docx)", hint: AS_PDF }),
    (b"xl/", Format { name: "an Excel workbook (.xlsx)", hint: AS_PDF }),
    (b"ppt/", Format { name: "a PowerPoint presentation (.pptx)", hint: AS_PDF }),
    (b"application/vnd.oasis.opendocument.text", Format { name: "an OpenDocument text (.odt)", hint: AS_PDF }),
    (b"application/vnd.oasis.opendocument", Format { name: "an OpenDocument file", hint: AS_PDF }),
    (b"application/epub", Format { name: "an e-book (.epub)", hint: AS_PDF }),
    (b"PK", Format { name: "a zip archive", hint: UNPACKED }),
];

/// Names of streams in an old Office file; the last is in every one.
const COMPOUND: &[(&[u8], Format)] = &[
    (b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t", Format { name: "an old Word document (.doc)", hint: AS_PDF }),
    (b"s\0u\0b\0s\0t\0g", Format { name: "an Outlook message (.msg)", hint: AS_PDF }),
    (b"\xD0\xCF\x11\xE0", Format { name: "an old Office document", hint: AS_PDF }),
];

const WEB_PAGE: Format = Format { name: "a web page", hint: PRINTED };
const MESSAGE: Format = Format { name: "a mail message or a saved web page", hint: PRINTED };
const XML: Format = Format { name: "an XML document", hint: PUBLISHED };

/// Text without tags, which is read where no page is asked for.
pub const PLAIN_TEXT: Format = Format { name: "plain text", hint: GIVEN };

/// What a file is, told by its first bytes, and better by all of them; `None` where they name no format that we know,
/// which plain text is among.
#[must_use]
pub fn format(bytes: &[u8]) -> Option<Format> {
    let holds = |kinds: &[(&[u8], Format)]| kinds.iter().find(|(part, _)| contains(bytes, part)).map(|(_, kind)| *kind);
    if bytes.starts_with(b"PK\x03\x04") {
        holds(ZIPPED)
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        holds(COMPOUND)
    } else {
        let signed = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, kind)| *kind);
        signed.or_else(|| marked_up(bytes))
    }
}

/// The same, of any file.
#[must_use]
pub fn format_or_bytes(bytes: &[u8]) -> Format {
    let unknown = Format { name: "bytes of another kind", hint: GIVEN };
    format(bytes).unwrap_or(if std::str::from_utf8(bytes).is_ok() { PLAIN_TEXT } else { unknown })
}

/// A text whose tags are not meant to be read, in whatever encoding.
fn marked_up(bytes: &[u8]) -> Option<Format> {
    const MARKS: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let bare = MARKS.iter().find_map(|mark| bytes.strip_prefix(*mark)).unwrap_or(bytes);
    // In UTF-16 every other byte of ASCII is zero.
    let opening = bare.iter().take(OPENING).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect::<Vec<_>>();
    let opening = opening.trim_ascii_start();
    let says = |words: &[&[u8]]| words.iter().any(|word| contains(opening, word));
    let [b'<', next, ..] = opening else {
        return says(&[b"\nmime-version:"]).then_some(MESSAGE);
    };
    if says(&[b"<!doctype html", b"<html"]) {
        return Some(WEB_PAGE);
    }
    let closes = opening.starts_with(b"<?xml") || says(&[b"</", b"/>"]);
    (matches!(next, b'?' | b'!' | b'a'..=b'z') && closes).then_some(XML)
}

pub(super) fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::format;

    #[test]
    fn formats_are_told_by_their_bytes() {
        let check = |bytes: &[u8], expect: Option<&str>| assert_eq!(format(bytes).map(|kind| kind.name), expect);
        check(b"PK\x03\x04....[Content_Types].xml...word/document.xml", Some("a Word document (.docx)"));
        check(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", Some("an OpenDocument text (.odt)"));
        check(b"PK\x03\x04brief.pdf", Some("a zip archive"));
        check(b"\xD0\xCF\x11\xE0\xA1\xB1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", Some("an old Word document (.doc)"));
        check(b"\xD0\xCF\x11\xE0\xA1\xB1", Some("an old Office document"));
        check(b"{\\rtf1 Vraag 1}", Some("an RTF document"));
        check(b"<?xml version=\"1.0\"?>\n<kamervragen/>", Some("an XML document"));
        check(b"\xEF\xBB\xBF\n<officiele-publicatie><al>Vraag</al>", Some("an XML document"));
        check(b"\xFF\xFE<\0?\0x\0m\0l\0 \0?\0>\0", Some("an XML document"));
        check(b"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC>", Some("a web page"));
        check(b"<!-- saved --><HTML lang=nl>", Some("a web page"));
        check(b"From: <griffie@example.nl>\nMIME-Version: 1.0\n\nVraag 1", Some("a mail message or a saved web page"));
        check(b"<1> Vraag 1\nIs dat zo?", None);
        check(b"<naam lid> vraagt", None);
        check("Vraag 1\nIs x < y en y > z?".as_bytes(), None);
        check(b"", None);
    }
}
