//! The wording of every error and warning that a person can meet: lower case, no full stop, and what to do.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use vraagbaak::record::{Detail, Language, Warning, WarningKind};
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
        pdf::Error::NotPdf { found: pdf::PLAIN_TEXT },
        "expected a PDF, but found plain text",
        "give a PDF, or a text file as `pdftotext` makes it",
    );
    let word = pdf::format(b"PK\x03\x04word/").expect("the beginning of a Word document");
    check(
        pdf::Error::NotPdf { found: word },
        "expected a PDF, but found a Word document (.docx)",
        "save it as a PDF in the program that opens it, and read that",
    );
    check(
        pdf::Error::Misnamed,
        "the file is a PDF, and its name does not say so",
        "give it a name that ends in `.pdf`, or name the file itself",
    );
    check(
        pdf::Error::Encrypted,
        "the PDF is encrypted and needs a password",
        "remove the password, for example with `qpdf --decrypt --password=… in.pdf out.pdf`",
    );
    check(
        pdf::Error::Undeciphered,
        "the PDF is encrypted in a way that cannot be read",
        "open it in a PDF reader that can, and print it to a new PDF",
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
    check(
        pdf::Error::Sealed,
        "the PDF is encrypted, and nothing can be added to it",
        "take the encryption off, for example with `qpdf --decrypt in.pdf out.pdf`, and link that",
    );
    check(
        pdf::Error::Signed,
        "the PDF is signed, and links would be a change after the signature",
        "`--force` adds them all the same; the signature then covers the file as it was before",
    );
    check(
        pdf::Error::Unsound("its last table of objects is not where the file says"),
        "the PDF is damaged, and no links can be added to it: its last table of objects is not where the file says",
        "mend it first, for example with `qpdf in.pdf out.pdf`, and link that",
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
        search::Error::Beginning("36200-V*".into()),
        "expected the beginning of a Kamerstuk or a dossier, but found `36200-V*`",
        "write it as `32847-*`, `36200-VII-*`, or `32847-80*`",
    );
    check(
        search::Error::Embedder("out of memory".into()),
        "the model of meaning cannot read the questions",
        "ask without the model",
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
    check(Reason::Vergaderjaar, "expected a vergaderjaar such as `2023-2024` or `2021-2022..2023-2024`");
    check(Reason::Backwards, "this range ends before it begins");
    check(Reason::EmptyBrackets, "there is nothing between these brackets");
    check(Reason::Star, "a star works only at the end of a word; the word was looked for without it");
    check(
        Reason::Kind,
        "expected one of `aanhangsel`, `mededeling`, `brief`, `lijst`, `schriftelijk-overleg`, `nota`, `motie`, \
         `kamerstuk`",
    );
    check(Reason::Document, "expected a Kamerstuk such as `32847-808`, or a dossier such as `36200-VII`");
    check(Reason::Has, "expected one of `voetnoot`, `verwijzing`, `antwoord`, `twijfel`");
    check(Reason::ShortPrefix, "expected at least two letters before the star");
    check(Reason::TooMuch, "the query is too long; this was left out");
}

/// Every kind of warning in both languages; those with arguments with and without them. `INSTA_UPDATE=always cargo test`
/// renews `warnings.snap`.
#[test]
fn warnings() {
    let mut words = String::new();
    for (kind, detail, numbers) in every_warning() {
        let warning = Warning {
            kind,
            message: String::new(),
            detail,
            snippet: None,
            page: Some(2),
            pair: None,
            numbers: numbers.iter().map(|number| number.parse().expect("a number")).collect(),
            doubt: kind.is_doubt(),
        };
        let (english, dutch) = (warning.sentence(Language::English), warning.sentence(Language::Dutch));
        for told in [&english, &dutch] {
            assert!(!told.ends_with('.') && !told.starts_with(char::is_uppercase), "{told}");
        }
        writeln!(words, "{}\n  {english}\n  {dutch}", kind.name()).expect("memory takes every byte");
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(".");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("warnings", words));
}

fn every_warning() -> Vec<(WarningKind, Option<Detail>, &'static [&'static str])> {
    use WarningKind as Kind;
    let text = |text: &str| text.to_owned();
    let likeliest = Detail::Likeliest { printed: text("35 925 A, nr. 7"), id: text("kst-35925-A-7") };
    vec![
        (Kind::UnansweredQuestion, None, &["7"]),
        (Kind::UnansweredQuestion, Some(Detail::Mededeling), &["1", "2", "3", "5"]),
        (Kind::AnswerWithoutQuestion, None, &["4"]),
        (Kind::NumberingGap, Some(Detail::Next("6".parse().expect("a number"))), &["4"]),
        (Kind::NumberingGap, None, &["4"]),
        (Kind::NumberingRepeat, None, &["1a"]),
        (Kind::NoteWithoutMark, Some(Detail::Mark(text("3"))), &[]),
        (Kind::NoteWithoutMark, None, &[]),
        (Kind::MarkWithoutNote, Some(Detail::Mark(text("3"))), &[]),
        (Kind::CitationUnread, Some(Detail::Printed(text("Kamerstuk 3 6200-"))), &[]),
        (Kind::CitationUnread, None, &[]),
        (Kind::CitationUnresolved, Some(Detail::Printed(text("Idem"))), &[]),
        (Kind::CitationAmbiguous, Some(likeliest), &[]),
        (Kind::CitationAmbiguous, None, &[]),
        (Kind::ImpossibleYear, Some(Detail::Printed(text("2022-2024"))), &[]),
        (Kind::TwoDates, None, &[]),
        (Kind::Scan, None, &[]),
        (Kind::Boundary, None, &["5", "6"]),
        (Kind::Boundary, Some(Detail::NotFound), &["11", "12"]),
        (Kind::NoHeading, None, &["5"]),
        (Kind::NoHeading, None, &[]),
        (Kind::ReadingOrder, None, &["5"]),
        (Kind::UnmappedGlyphs, Some(Detail::Glyphs(1)), &["5"]),
        (Kind::UnmappedGlyphs, Some(Detail::Glyphs(4)), &[]),
        (Kind::UnmappedGlyphs, Some(Detail::Windows1252), &[]),
        (Kind::Table, None, &["5"]),
        (Kind::PageFailed, Some(Detail::Reason(text("its content is cut off"))), &[]),
        (Kind::PageFailed, None, &[]),
        (Kind::Ocr, None, &[]),
        (Kind::HiddenText, None, &[]),
        (Kind::HiddenText, Some(Detail::OffPage), &[]),
        (Kind::HiddenText, Some(Detail::Invisible), &[]),
        (Kind::HiddenText, Some(Detail::Field), &[]),
        (Kind::HiddenText, Some(Detail::Annotation), &[]),
    ]
}
