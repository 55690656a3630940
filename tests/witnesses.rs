//! Every kind of warning has a witness: a letter in which it arises from reading, not from a test's own hand.

use std::fs;
use std::path::Path;

use vraagbaak::document::{self, Scans};
use vraagbaak::record::{Record, WarningKind};

/// A letter that is read.
enum Letter {
    /// Plain text.
    Text(&'static str),
    /// Plain text whose bytes are no UTF-8.
    Bytes(&'static [u8]),
    /// A file of the repository, its scans left unread.
    File(&'static str),
    /// A file of the repository, its scans read from their pictures.
    Scan(&'static str),
}

use Letter::{Bytes, File, Scan, Text};
use WarningKind as Kind;

const WITNESSES: &[(WarningKind, Letter)] = &[
    (Kind::UnansweredQuestion, File("corpus/ah-tk-20252026-87.pdf")),
    (
        Kind::AnswerWithoutQuestion,
        Text("Vraag 1\n\nHoeveel bruggen zijn er?\n\nAntwoord 1\n\nTwee.\n\nAntwoord 2\n\nIn Oostmeerland.\n"),
    ),
    (
        Kind::NumberingGap,
        Text(
            "Vraag 1\n\nHoeveel bruggen zijn er?\n\nAntwoord 1\n\nTwee.\n\nVraag 3\n\nWaar staan ze?\n\nAntwoord 3\n\n\
             In Oostmeerland.\n",
        ),
    ),
    (
        Kind::NumberingRepeat,
        Text(
            "Vraag 1\n\nHoeveel bruggen zijn er?\n\nAntwoord 1\n\nTwee.\n\nVraag 2\n\nWaar staan ze?\n\nAntwoord 1\n\n\
             In Oostmeerland.\n",
        ),
    ),
    (
        Kind::NoteWithoutMark,
        Text(
            "Vraag 1\n\nHoeveel bruggen zijn er? [1]\n\nAntwoord 1\n\nTwee.\n\n[1] Jaarverslag 2023, p. 4.\n\n[2] \
             Jaarverslag 2022, p. 5.\n",
        ),
    ),
    (Kind::MarkWithoutNote, File("tests/layouts/pdf/browser-justified/kst-37214-7.pdf")),
    (Kind::CitationUnread, Text("Vraag 1\n\nKent u Kamerstuk 3176, nr. 5?\n\nAntwoord 1\n\nJa.\n")),
    (Kind::CitationUnresolved, Text("Vraag 1\n\nHoeveel?\n\nAntwoord 1\n\nZie voetnoot 9.\n")),
    (Kind::CitationAmbiguous, Text("Vraag 1\n\nKent u Kamerstuk 22112-12?\n\nAntwoord 1\n\nJa.\n")),
    (Kind::ImpossibleYear, Text("Vraag 1\n\nKent u Kamerstukken II 2017/19, 34 512, nr. 6?\n\nAntwoord 1\n\nJa.\n")),
    (
        Kind::TwoDates,
        Text(
            "Datum     3 februari 2026\nBetreft   Vragen over bruggen\n\nHierbij de antwoorden.\n\nPagina 1 van 2\n\u{c}\
             Vraag 1                                                                            Datum\n\
             Hoeveel bruggen zijn er?                                                           28 januari 2026\n\n\
             Antwoord 1\nTwee.\n\nPagina 2 van 2\n",
        ),
    ),
    (
        Kind::TwoDates,
        Text(
            "37 214          Veren\n\nNr. 19          VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n\
             Vastgesteld 16 januari 2025\n\nDe vaste commissie voor Financiën heeft vragen voorgelegd aan de Minister \
             van Financiën. Bij brief van 16 januari 2026 zijn ze beantwoord.\n\nDe griffier van de commissie,\n\
             Postema\n",
        ),
    ),
    (Kind::Scan, File("tests/scans/kst-37214-7.pdf")),
    (
        Kind::Boundary,
        Text(
            "Hierbij bied ik u de antwoorden aan op de drie vragen over bruggen.\n\nVraag 1\n\nHoeveel bruggen zijn er?\n\n\
             Antwoord 1\n\nTwee.\n\nVraag 2\n\nWaar staan ze?\n",
        ),
    ),
    (
        Kind::NoHeading,
        Text(
            "Lijst van vragen en antwoorden\n\nDe commissie heeft vragen gesteld.\n\n1\nEen?\n\nEn hoe?\n\nJa.\n\n2\nNoem de cijfers.\n\nTien.\n",
        ),
    ),
    (
        Kind::Structure,
        Text(
            "Vraag 1\n\nHoeveel bruggen zijn er?\n\nAntwoord 1\n\nTwee.\n\nVraag 3\n\nWaar staan ze?\n\nAntwoord 3\n\n\
             In Oostmeerland.\n",
        ),
    ),
    (
        Kind::ReadingOrder,
        Text(
            "Vraag 1\n\nHoeveel?\n\nAntwoord 1\n\nHet aantal per\nprovincie\nFriesland\nZeeland\nDrenthe\nLimburg\nis twee.\n",
        ),
    ),
    (Kind::UnmappedGlyphs, Bytes(b"Vraag 1\n\nHoeveel caf\xe9s zijn er?\n\nAntwoord 1\n\nTwee.\n")),
    (
        Kind::Table,
        Text(
            "Vraag 1\n\nHoeveel?\n\nAntwoord 1\n\nJaar        Aantal      Prijs\n2021        3           4\n2022        5           6\n",
        ),
    ),
    (Kind::PageFailed, File("tests/pdfs/bomb.pdf")),
    (Kind::Ocr, Scan("corpus/scan-nota-leeszalen.pdf")),
    (Kind::HiddenText, File("tests/pdfs/scan-hidden.pdf")),
];

/// What is read of a letter; `None` where scans cannot be read here.
fn read(letter: &Letter) -> Option<Record> {
    let file = |path: &str| fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file is committed");
    let (bytes, scans) = match letter {
        Text(text) => (text.as_bytes().to_vec(), Scans::Leave),
        Bytes(bytes) => (bytes.to_vec(), Scans::Leave),
        File(path) => (file(path), Scans::Leave),
        Scan(path) if crate::ocr::ready() => (file(path), Scans::Recognise),
        Scan(_) => return None,
    };
    let document = document::read_with(&bytes, scans, &mut || ()).expect("it can be read");
    Some(document::record(&document))
}

#[test]
fn every_kind_of_warning_arises_from_a_letter() {
    for kind in WarningKind::ALL {
        let witnesses: Vec<&Letter> =
            WITNESSES.iter().filter(|(witnessed, _)| witnessed == kind).map(|(_, letter)| letter).collect();
        assert!(!witnesses.is_empty(), "`{}` has no witness: add a letter in which it arises", kind.name());
        for record in witnesses.into_iter().filter_map(read) {
            let kinds: Vec<&str> = record.warnings.iter().map(|warning| warning.kind.name()).collect();
            assert!(kinds.contains(&kind.name()), "`{}` does not arise, but {kinds:?}", kind.name());
            let doubts_hold = record.warnings.iter().all(|warning| warning.doubt == warning.kind.is_doubt());
            assert!(doubts_hold, "{:?}", record.warnings);
        }
    }
}
