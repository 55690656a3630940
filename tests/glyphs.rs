//! What a writer of PDFs may do with signs, blanks and places, and the text that must come of it all the same.
//! The files are made by `tests/pdfs/make.py`; a line here is a paragraph of the text.

use std::fs;
use std::path::Path;

use vraagbaak::document;
use vraagbaak::layout::{self, Flow, Text};
use vraagbaak::pdf::{self, Fault, Turn, Unread};

fn read(name: &str) -> Vec<pdf::Page> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdfs").join(name);
    pdf::pages(&fs::read(path).expect("a committed file can be read")).expect("a committed file is a PDF")
}

fn flow(text: &Text, flow: Flow) -> Vec<&str> {
    text.paragraphs().iter().filter(|p| p.flow == flow).map(|p| text.slice(&p.at)).collect()
}

fn check(name: &str, expect: &[&str]) -> Text {
    let text = layout::text(&read(name));
    assert_eq!(flow(&text, Flow::Body), expect, "{name}");
    text
}

#[test]
fn accents_are_one_with_their_letters() {
    check("accents.pdf", &["Kostić", "Kostić", "financiële", "Yeşilgöz", "auto´s", "ć", "éë", "í"]);
}

#[test]
fn ligatures_are_letters_and_bullets_are_bullets() {
    let expect = ["financiële office flets Bij", "office Wĳ", "• stip", "▪ blok", "➢ pijl", "✓ gedaan", "§ 4"];
    check("ligatures.pdf", &expect);
}

#[test]
fn fonts_without_a_map_are_read_by_what_they_name() {
    let none = "\u{FFFD}";
    let text = check("programs.pdf", &[&format!("Vé Vfi{none}"), "Vé€fiA", "Vé", "Nr. 5é", &none.repeat(6), "Vé"]);
    assert_eq!(text.pages()[0].faults, [Fault::Unmapped(7)]);
}

#[test]
fn blanks_are_where_the_eye_sees_them() {
    check(
        "blanks.pdf",
        &[
            "Kamerstuk 36200-XII-60",
            "Kamer stukken 36",
            "Vraag 1",
            "Vraag 1",
            "ANTWOORD",
            "VRAAG 1 2",
            "wijd gezette woorden in een regel",
            "nr. 3 en 10 %",
            "een zacht-afbreekteken",
            "A b en c",
        ],
    );
}

#[test]
fn what_is_printed_over_one_another_is_read_apart() {
    let pages = read("frames.pdf");
    let text = layout::text(&pages);
    let body = flow(&text, Flow::Body);
    for whole in ["Retouradres Postbus 1", "Datum 25 juli 2024"] {
        assert!(body.contains(&whole), "{body:?}");
    }
    let all = body.join("\n");
    for whole in ["De voorzitter van de Tweede Kamer", "Beantwoording van vragen over de veerdienst"] {
        assert!(all.contains(whole), "{body:?}");
    }
    assert!((0..12).all(|n| all.contains(&format!("Regel {n} van de brief loopt over de hele breedte"))), "{all}");
    assert_eq!(flow(&text, Flow::Stamp), ["CONCEPT", "KOPIE"]);
    // Rectangles are those of the print.
    assert!(text.runs().iter().filter_map(|run| run.rect).all(|rect| rect.bottom > 0.0 && rect.left >= 0.0));
}

#[test]
fn a_page_whose_text_is_turned_is_turned() {
    let pages = read("turned.pdf");
    assert_eq!(pages.iter().map(|page| page.turn).collect::<Vec<_>>(), [Turn::Right, Turn::Left, Turn::None]);
    assert_eq!((pages[0].width, pages[0].height), (800.0, 600.0));
    assert_eq!(pages[0].rules.len(), 1);
    assert!(pages[0].rules[0].right - pages[0].rules[0].left > 400.0);
    let text = layout::text(&pages);
    let words = ["Vraag 1", "Waar ligt de pont?", "Antwoord 1", "In de haven."];
    let last = ["Vraag 2", "Wanneer vaart zij?", "Antwoord 2", "In de zomer."];
    assert_eq!(flow(&text, Flow::Body), [words, words, last].concat());
    assert_eq!(flow(&text, Flow::Stamp), ["3", "Gedrukt in Hoorn"]);
}

#[test]
fn cells_that_span_rows_stand_in_the_first() {
    let text = layout::text(&read("cells.pdf"));
    let rows: Vec<Vec<&str>> = text
        .paragraphs()
        .iter()
        .filter(|row| !row.cells.is_empty())
        .map(|row| row.cells.iter().map(|cell| text.slice(cell)).collect())
        .collect();
    let expect: [&[&str]; 5] = [
        &["Regio", "Uitgaven"],
        &["2022", "2023"],
        &["Noord", "100", "hogere prijzen"],
        &["90", "tweede deel"],
        &["Zuid", "80", "geen"],
    ];
    assert_eq!(rows, expect);
}

#[test]
fn what_is_not_read_is_said() {
    let text = check("unread.pdf", &["gewoon", "wit op blauw", "volle inkt", "weer"]);
    let unread = |why, text: &str| Fault::Unread(why, text.to_owned());
    assert_eq!(
        text.pages()[0].faults,
        [
            unread(Unread::Annotation, "Ontvangen op 3 mei"),
            unread(Unread::Field, "J. Jansen"),
            unread(Unread::Invisible, "wit op papierzonder inktdoorzichtig"),
            unread(Unread::OffPage, "naast het blad"),
        ]
    );
}

#[test]
fn pages_without_a_printed_number_have_that_of_the_file() {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdfs/labels.pdf")).unwrap();
    let record = document::record(&document::read(&bytes).unwrap());
    let labels: Vec<_> = record.page_labels.iter().map(|label| label.as_deref().unwrap_or("-")).collect();
    assert_eq!(labels, ["-", "i", "ii", "A-7", "A-8", "BB"]);
}
