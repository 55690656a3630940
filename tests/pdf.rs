//! PDFs into positioned, styled runs.

use std::fs;
use std::path::PathBuf;

use vraagbaak::pdf::{Error, Page, pages};

/// The reference sets, where they are.
fn sets() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let sets = std::env::var_os("VRAAGBAAK_SETS").map_or_else(beside, PathBuf::from);
    if sets.is_dir() {
        return Some(sets);
    }
    println!("skipped: no reference sets at {}", sets.display());
    None
}

fn text(page: &Page) -> String {
    page.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.text.as_str()).collect()
}

#[test]
fn official_letters_keep_their_accents() {
    let Some(sets) = sets() else { return };
    let bytes = fs::read(sets.join("letters/ah-tk-20232024-2210.pdf")).unwrap();
    let all: String = pages(&bytes).unwrap().iter().map(text).collect();
    assert!(all.contains('é') && all.contains('ë') && !all.contains(['Ø', 'º', '\u{FFFD}']), "{all}");
}

#[test]
fn what_is_no_pdf_is_said() {
    let check = |bytes: &[u8], expect: &str| {
        let error: Error = pages(bytes).unwrap_err();
        assert_eq!(error.to_string(), expect);
    };
    check(b"", "expected a PDF, but the file is empty");
    check(b"\xFF\xD8\xFF\xE0\x00\x10JFIF", "expected a PDF, but found a JPEG picture");
    check(b"%PDF-1.7\nnothing follows", "the PDF is damaged: no page can be read");
}
