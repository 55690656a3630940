//! Scans of letters whose right reading is known: what is read from their pictures is what the letter says.
//!
//! `tests/scans/make` made them. Needs `tesseract` with Dutch; without it these tests say that they skip, but in CI.

use std::fs;
use std::path::{Path, PathBuf};

use vraagbaak::document::{self, Document, Scans, can_recognise, record};
use vraagbaak::ocr::{self, Engine};
use vraagbaak::pdf;
use vraagbaak::record::{Record, WarningKind};

/// Whether scans can be read here; in CI they must be.
#[expect(clippy::print_stdout, reason = "a test that skips says so")]
pub(crate) fn ready() -> bool {
    let ready = can_recognise();
    assert!(ready || std::env::var_os("CI").is_none(), "no tesseract with Dutch: see .ci/run");
    if !ready {
        println!("skipped: no tesseract with Dutch");
    }
    ready
}

fn file(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file is committed")
}

fn read(path: &str, scans: Scans) -> Document {
    document::read_with(&file(path), scans, &mut || ()).expect("it is a PDF")
}

/// The texts of pairs and notes, each with its place.
fn texts(record: &Record) -> Vec<(String, &str)> {
    let pairs = record.pairs.iter().flat_map(|pair| {
        let questions =
            pair.questions.iter().map(|question| (format!("question of {:?}", pair.numbers), &*question.text));
        let answer = pair.answer.iter().map(|answer| (format!("answer of {:?}", pair.numbers), &*answer.text));
        questions.chain(answer)
    });
    pairs.chain(record.footnotes.iter().map(|note| (note.id.to_string(), &*note.text))).collect()
}

/// The share of words that two texts have in common, in order, from both ends.
fn alike(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    (head + tail) as f32 / a.len().max(b.len()).max(1) as f32
}

/// The scan reads as the letter; `pages` came by OCR.
fn check(scan: &str, letter: &str, pages: &[usize]) {
    /// A wrong sign in the middle of a text of thirty words costs one word.
    const LEAST: f32 = 0.9;
    if !ready() {
        return;
    }
    let (scanned, printed) = (record(&read(scan, Scans::Recognise)), record(&read(letter, Scans::Leave)));
    assert_eq!(scanned.ocr.iter().map(|page| page.page).collect::<Vec<_>>(), pages);
    assert!(!scanned.warnings.iter().any(|warning| warning.kind == WarningKind::Scan), "{:?}", scanned.warnings);
    let (found, expected) = (texts(&scanned), texts(&printed));
    let places = |texts: &[(String, &str)]| texts.iter().map(|(place, _)| place.clone()).collect::<Vec<_>>();
    assert_eq!(places(&found), places(&expected));
    let total: f32 = found.iter().zip(&expected).map(|((_, a), (_, b))| alike(a, b)).sum();
    let share = total / found.len().max(1) as f32;
    assert!(share >= LEAST, "{share} of {scan} as in {letter}: {found:#?}");
}

#[test]
fn a_scan_reads_as_its_letter() {
    check("tests/scans/ah-tk-20252026-87.pdf", "corpus/ah-tk-20252026-87.pdf", &[1, 2]);
}

#[test]
fn one_scanned_page_stands_in_its_letter() {
    check("tests/scans/kst-37214-7.pdf", "corpus/kst-37214-7.pdf", &[2]);
}

#[test]
fn a_scan_left_unread_says_so() {
    let record = record(&read("tests/scans/kst-37214-7.pdf", Scans::Leave));
    assert!(record.ocr.is_empty());
    assert!(record.warnings.iter().any(|warning| warning.kind == WarningKind::Scan && warning.page == Some(2)));
}

#[test]
fn a_missing_program_is_told() {
    let missing = Engine::at(Path::new("/no/such/tesseract")).expect_err("there is none");
    assert_eq!(missing, ocr::Error::NotInstalled);
}

/// A program that stands in for tesseract.
#[cfg(unix)]
pub(crate) fn stand_in(folder: &Path, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("tesseract");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("the folder can be written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("the file is ours");
    path
}

#[cfg(unix)]
#[test]
fn a_program_that_fails_costs_its_page() {
    let check = |script: &str, expect: &ocr::Error| {
        let folder = tempfile::tempdir().expect("a folder");
        let languages = r#"[ "$1" = --list-langs ] && echo nld && exit 0"#;
        let engine = Engine::at(&stand_in(folder.path(), &format!("{languages}\n{script}"))).expect("it speaks Dutch");
        let picture = pdf::draw(&file("tests/scans/ah-tk-20252026-87.pdf"), 1, 1.0).expect("it can be drawn");
        let error = ocr::read(&picture, 595.0, &engine).expect_err("it cannot be read");
        assert_eq!(&error, expect);
    };
    check("exit 3", &ocr::Error::Failed("exit status: 3".into()));
    let folder = tempfile::tempdir().expect("a folder");
    let without = Engine::at(&stand_in(folder.path(), "echo eng")).expect_err("no Dutch");
    assert_eq!(without, ocr::Error::NoDutch);
}

#[test]
fn drawing_never_fails_hard() {
    let check = |bytes: &[u8], page: usize| assert!(pdf::draw(bytes, page, 2.0).is_err());
    check(b"", 1);
    check(b"%PDF-1.7 nothing", 1);
    let letter = file("corpus/ah-tk-20252026-87.pdf");
    check(&letter, 0);
    check(&letter, 99);
    check(&letter[..letter.len() / 3], 1);
    let picture = pdf::draw(&letter, 1, 0.5).expect("a page");
    let mut png = Vec::new();
    assert!(picture.width() > 250 && picture.height() > 350);
    picture.write_png(&mut png).expect("memory takes all");
    assert!(png.starts_with(b"\x89PNG"));
}
