//! Why a file that is named like no letter is not read.

use super::Error;
use crate::pdf::{self, is_pdf};

/// Names of the formats that letters are written in, sent in or published in.
const NAMES: [&str; 12] = ["doc", "docm", "docx", "eml", "htm", "html", "mht", "msg", "odt", "rtf", "xhtml", "xml"];

/// Why a file that is named like no letter is not read, told by its first bytes and, where these say nothing, by the
/// ending of its name; `None` for a file that no one would take for a letter.
#[must_use]
pub fn other(head: &[u8], ending: &str) -> Option<Error> {
    if is_pdf(head) {
        return Some(Error::Misnamed);
    }
    let named = NAMES.contains(&ending.to_ascii_lowercase().as_str());
    match pdf::format(head) {
        Some(found) => Some(Error::NotPdf { found }),
        None if named && head.is_empty() => Some(Error::Empty),
        None if named => Some(Error::NotPdf { found: pdf::format_or_bytes(head) }),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::other;

    #[test]
    fn what_may_be_a_letter_is_never_passed_over() {
        let check = |head: &[u8], ending, expect: Option<&str>| {
            assert_eq!(other(head, ending).map(|error| error.to_string()).as_deref(), expect);
        };
        check(b"PK\x03\x04word/", "docx", Some("expected a PDF, but found a Word document (.docx)"));
        check(b"<html><p>Vraag 1</p></html>", "bak", Some("expected a PDF, but found a web page"));
        check(b"Geachte voorzitter,<br>", "html", Some("expected a PDF, but found plain text"));
        check(b"%PDF-1.7\n", "", Some("the file is a PDF, and its name does not say so"));
        check(b"", "DOCX", Some("expected a PDF, but the file is empty"));
        check(b"", "bak", None);
        check(b"# Leesmij", "md", None);
    }
}
