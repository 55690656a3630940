//! The wording of every error that a person can meet: lower case, no full stop, and what to do.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use vraagbaak::search::Reason;
use vraagbaak::{index, ocr, pdf, search, worker};

/// An error's words and its hint.
fn check(error: &impl std::error::Error, hint: Option<&str>, message: &str, expected_hint: &str) {
    let told = error.to_string();
    assert_eq!(told, message);
    assert_eq!(hint.unwrap_or_default(), expected_hint, "the hint of: {message}");
    assert!(!told.ends_with('.') && !told.starts_with(char::is_uppercase), "{told}");
}

#[test]
fn pdf() {
    let check = |error: pdf::Error, message, hint| check(&error, Some(error.hint()), message, hint);
    check(pdf::Error::Empty, "expected a PDF, but the file is empty", "fetch the file again");
    check(
        pdf::Error::NotPdf { found: "a JPEG picture" },
        "expected a PDF, but found a JPEG picture",
        "give a PDF, or a text file as `pdftotext` makes it",
    );
    check(
        pdf::Error::Encrypted,
        "the PDF is encrypted and needs a password",
        "remove the password, for example with `qpdf --decrypt --password=… in.pdf out.pdf`",
    );
    check(
        pdf::Error::TooLarge { size: 300, limit: 256 },
        "the PDF is too large: 300 MB, where at most 256 MB is read",
        "split the file, for example with `qpdf --split-pages`",
    );
    check(
        pdf::Error::Damaged(None),
        "the PDF is damaged: no page can be read",
        "fetch the file again, or try to mend it with `mutool clean in.pdf out.pdf`",
    );
    check(
        pdf::Error::Undrawn { page: 3, reason: "there is no such page".into() },
        "page 3 cannot be drawn: there is no such page",
        "look at the page in another program",
    );
}

#[test]
fn ocr() {
    let check = |error: ocr::Error, message, hint| check(&error, Some(error.hint()), message, hint);
    check(ocr::Error::Off, "recognition is switched off", "read it again without `--no-ocr`");
    check(
        ocr::Error::NotInstalled,
        "reading scans needs the program `tesseract`, which is not installed",
        "install it with its Dutch, on Debian: `apt install tesseract-ocr tesseract-ocr-nld`",
    );
    check(
        ocr::Error::NoDutch,
        "`tesseract` is installed without Dutch",
        "install it, on Debian: `apt install tesseract-ocr-nld`",
    );
    let look = "look at the page itself";
    check(
        ocr::Error::TooSlow(Duration::from_secs(40)),
        "`tesseract` took longer than 40 seconds and was stopped",
        look,
    );
    check(
        ocr::Error::TooMany(400),
        "at most 400 scanned pages of a letter are read",
        "split the file, for example with `qpdf --split-pages`",
    );
    check(ocr::Error::Failed("signal: 9".into()), "recognition failed: signal: 9", look);
}

#[test]
fn worker() {
    let harm = "the file is damaged or built to do harm; print it to a new PDF and read that, or give its text \
                (`pdftotext -layout FILE`)";
    let check = |error: worker::Error, message, hint| check(&error, error.hint(), message, hint);
    let open = |kind: io::ErrorKind| worker::Error::Open(kind.into());
    check(open(io::ErrorKind::NotFound), "the file could not be opened", "check the path");
    check(open(io::ErrorKind::PermissionDenied), "the file could not be opened", "check that you may read it");
    check(
        open(io::ErrorKind::IsADirectory),
        "the file could not be opened",
        "`vraagbaak index FOLDER` reads the letters in a folder",
    );
    check(
        worker::Error::TooLarge(268_435_457),
        "the file has 268435457 bytes or more, and at most 268435456 are read",
        "split the file, or leave out its scanned pages",
    );
    check(worker::Error::TooSlow(Duration::from_mins(1)), "reading took longer than 60 seconds and was stopped", harm);
    check(worker::Error::TooBig(2 << 30), "reading took more than 2048 MiB of memory and was stopped", harm);
    check(worker::Error::Died("signal: 11".into()), "the reading process died (signal: 11)", harm);
    check(
        worker::Error::Start(io::ErrorKind::NotFound.into()),
        "the reading process could not be started",
        "check that the program may be run and that the machine has memory left",
    );
}

#[test]
fn index() {
    let dir = || PathBuf::from("index");
    let check = |error: index::Error, message, hint| check(&error, error.hint().as_deref(), message, hint);
    let rebuild = "the index is derived from the letters: delete `index` and run `vraagbaak index PATH…` again";
    check(
        index::Error::Missing(dir()),
        "there is no index in `index`",
        "make one with `vraagbaak index PATH…`, or name another folder with `--index DIR`",
    );
    check(index::Error::Corrupt { dir: dir(), source: None }, "the index in `index` is damaged", rebuild);
    check(index::Error::Version(dir()), "the index in `index` was built by another version of vraagbaak", rebuild);
    check(
        index::Error::Locked(dir()),
        "the index in `index` is being written by another process",
        "wait until the other run is done",
    );
    check(
        index::Error::Io { dir: dir(), source: io::ErrorKind::PermissionDenied.into() },
        "the index in `index` cannot be read or written",
        "check that the folder exists and that you may write there, or name another with `--index DIR`",
    );
}

#[test]
fn search() {
    let check = |error: search::Error, message, hint| check(&error, error.hint().as_deref(), message, hint);
    let source = "vuurtoren".parse::<vraagbaak::citation::Citation>().expect_err("no document");
    check(
        search::Error::Document { text: "vuurtoren".into(), source },
        "`vuurtoren` is not the number of a Kamerstuk or of another document",
        "write it as `32847-808`, `32 847, nr. 808`, `36200-VII-12`, or a dossier as `36200-VII`",
    );
    check(
        search::Error::Depth,
        "expected a page within the first 100000 hits",
        "narrow the search with more words or a filter such as `datum:2024`",
    );
}

#[test]
fn what_a_query_leaves_unread() {
    let check = |reason: Reason, message: &str| assert_eq!(reason.to_string(), message);
    check(Reason::Bracket, "this bracket has no other half");
    check(Reason::Operator, "this operator has nothing to work on");
    check(Reason::EmptyPhrase, "there are no words between these quotation marks");
    check(Reason::EmptyField, "this field has no value");
    check(Reason::Date, "expected a date such as `2023`, `2023-06`, `2023-06-30` or `2023-01..2023-06`");
    check(Reason::Vergaderjaar, "expected a vergaderjaar such as `2023-2024`");
    check(
        Reason::Kind,
        "expected one of `aanhangsel`, `mededeling`, `brief`, `lijst`, `schriftelijk-overleg`, `kamerstuk`",
    );
    check(Reason::Document, "expected a Kamerstuk such as `32847-808`, or a dossier such as `36200-VII`");
    check(Reason::Has, "expected one of `voetnoot`, `verwijzing`, `antwoord`, `twijfel`");
    check(Reason::ShortPrefix, "expected at least two letters before the star");
    check(Reason::TooMuch, "the query is too long; this was left out");
}
