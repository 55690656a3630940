//! PDFs into positioned, styled runs. The small files in `tests/pdfs` are made by the script beside them.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::sets::sets;
use vraagbaak::pdf::{Error, Fault, Origin, Page, Run, pages};

fn own(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdfs").join(name)).expect("a committed file can be read")
}

fn text(run: &Run) -> String {
    run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

/// `x y size [marks] text`, a line for each run; `b` bold, `i` italic, `h` hidden, `t` turned, tags with slashes.
fn outline(page: &Page) -> String {
    let mut out = String::new();
    for run in &page.runs {
        let first = run.glyphs.first().expect("a run has glyphs");
        write!(out, "{:.0} {:.0} {:.0} ", first.x, run.baseline, run.size).expect("a String takes all");
        let marks =
            [(run.style.bold, 'b'), (run.style.italic, 'i'), (run.origin == Origin::Hidden, 'h'), (!run.level, 't')];
        out.extend(marks.iter().filter(|(on, _)| *on).map(|(_, mark)| mark));
        assert_eq!(run.tag.as_ref(), run.tags.last());
        for tag in run.tags.iter() {
            write!(out, "/{tag}").expect("a String takes all");
        }
        writeln!(out, " {}", text(run)).expect("a String takes all");
    }
    out.replace("  ", " ")
}

fn check(name: &str, expect: &[&str]) -> Page {
    let page = pages(&own(name)).expect("the file can be read").swap_remove(0);
    assert_eq!(outline(&page).lines().collect::<Vec<_>>(), expect, "{name}");
    page
}

#[test]
fn a_turned_page_reads_as_displayed() {
    let pages = pages(&own("rotated.pdf")).unwrap();
    let found: Vec<_> =
        pages.iter().map(|page| (page.width as i32, page.height as i32, outline(page).trim().to_owned())).collect();
    // The crop box is 50 100 550 780; the text stands at 100 700 in the file.
    let expect = [
        (500, 680, "50 80 10 Hallo"),
        (680, 500, "600 50 10 Hallo"),
        (500, 680, "450 600 10 Hallo"),
        (680, 500, "80 450 10 Hallo"),
    ];
    assert_eq!(found, expect.map(|(width, height, text)| (width, height, text.to_owned())));
}

#[test]
fn forms_are_read_in_place_and_never_in_circles() {
    check(
        "forms.pdf",
        &[
            "100 100 10 /P voor",
            "150 220 10 /P buiten",
            "150 270 10 b/P binnen",
            "100 300 10 /P lus",
            "100 400 10 /P na",
        ],
    );
}

#[test]
fn composite_fonts_need_a_map() {
    let page =
        check("type0.pdf", &["100 100 10 b abc fi€", "100 200 10 b \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"]);
    assert_eq!(page.faults, [Fault::Unmapped(6)]);
    let places: Vec<_> = page.runs[0].glyphs.iter().map(|glyph| (glyph.x, glyph.advance)).collect();
    // Widths 500 from a range, 1000 by default for the blank, 600 and 700 from a list.
    assert_eq!(places, [(100.0, 5.0), (105.0, 5.0), (110.0, 5.0), (115.0, 10.0), (125.0, 6.0), (131.0, 7.0)]);
}

#[test]
fn type_3_text_has_the_size_that_is_seen() {
    let page = check("type3.pdf", &["100 100 10 A\u{FFFD}C"]);
    assert_eq!(page.faults, [Fault::Unmapped(1)]);
    assert!((page.runs[0].glyphs[1].x - 108.0).abs() < 0.01);
}

#[test]
fn fonts_that_are_not_embedded_have_widths_and_signs() {
    let page = check(
        "standard.pdf",
        &[
            "100 100 10 b financiële",
            "100 120 10 •α",
            "100 140 10 ✔",
            "100 160 10 i Æ\u{FB01}",
            "100 180 10 €\u{FB01}\u{FFFD}Š",
            "100 200 10 Arial",
        ],
    );
    assert!(page.runs[0].glyphs.iter().all(|glyph| glyph.advance > 1.0));
}

#[test]
fn operators_that_readers_stumble_over() {
    check(
        "operators.pdf",
        &[
            "100 100 10 een",
            "100 112 10 twee",
            "100 124 10 drie vier",
            "100 200 10 vijf",
            "100 220 10 zes",
            "100 295 10 hoog",
            "122 300 10 smal",
            "133 300 10 b vet",
            "100 350 10 i schuin",
            "300 500 10 t omhoog",
            "100 400 10 b dubbel",
            "100 450 10 na het plaatje",
            "100 500 9 zonder lettertype",
        ],
    );
}

#[test]
fn marked_content_comes_along() {
    check(
        "tags.pdf",
        &[
            "100 100 10 /H Vraag 1",
            "100 120 10 /Note/P noot",
            "100 140 10 los",
            "100 160 10 Eeten",
            "100 200 10 aan",
            "100 220 10 /Artifact kop",
        ],
    );
}

#[test]
fn rules_are_thin_and_pictures_are_boxes() {
    let page = check("graphics.pdf", &["100 50 10 tekst"]);
    let boxes = |rects: &[vraagbaak::pdf::Rect]| -> Vec<[i32; 4]> {
        rects
            .iter()
            .map(|rect| [rect.left, rect.top, rect.right, rect.bottom].map(|side| side.round() as i32))
            .collect()
    };
    assert_eq!(boxes(&page.pictures), [[300, 260, 380, 300]]);
    assert_eq!(
        boxes(&page.rules),
        [
            [100, 100, 300, 100],
            [100, 199, 300, 200],
            [100, 400, 200, 400],
            [200, 350, 200, 400],
            [100, 350, 200, 350],
            [100, 350, 100, 400],
            [10, 789, 100, 790],
        ]
    );
}

#[test]
fn scans_and_hidden_layers_are_told() {
    assert_eq!(check("scan.pdf", &[]).faults, [Fault::Scan]);
    assert_eq!(check("scan-stamped.pdf", &["100 100 10 ontvangen 25 maart 2024"]).faults, [Fault::Scan]);
    assert_eq!(check("scan-hidden.pdf", &["100 100 10 h verborgen laag"]).faults, [Fault::HiddenText]);
}

#[test]
fn damaged_files_are_read_as_far_as_they_go() {
    let lines = |name: &str| {
        let page = pages(&own(name)).expect("the file can be read").swap_remove(0);
        (page.runs.len(), page.faults.iter().any(|fault| matches!(fault, Fault::Failed(_))))
    };
    assert_eq!(lines("whole.pdf"), (20, false));
    assert_eq!(lines("wrong-length.pdf"), (20, false));
    assert_eq!(lines("no-header.pdf"), (20, false));
    assert_eq!(lines("no-end.pdf"), (20, true));
    assert_eq!(lines("no-tables.pdf"), (20, true));
    assert_eq!(lines("cut.pdf"), (15, true));
    assert_eq!(lines("encrypted-empty.pdf"), (20, false));
    assert_eq!(lines("encrypted-rc4.pdf"), (20, false));
    for how in ["inline-rc4-40", "inline-rc4-128", "inline-aes-128", "inline-aes-256", "padded"] {
        assert_eq!(lines(&format!("encrypted-{how}.pdf")), (20, false), "{how}");
    }
}

#[test]
fn hostile_files_cost_a_page_at_most() {
    let failed = |name: &str| {
        let page = pages(&own(name)).expect("the file can be read").swap_remove(0);
        page.faults.iter().any(|fault| matches!(fault, Fault::Failed(_)))
    };
    assert!(failed("bomb.pdf"));
    assert!(failed("deep.pdf"));
    assert!(failed("fan.pdf"));
    assert!(!failed("brackets.pdf"));
    assert!(failed("page-loop.pdf"));
}

#[test]
fn why_a_file_cannot_be_read_is_said() {
    let check = |bytes: &[u8], expect: &str| {
        let error: Error = pages(bytes).unwrap_err();
        assert_eq!(format!("{error}; hint: {}", error.hint()), expect);
    };
    let fetch = "fetch the file again, or try to mend it with `mutool clean in.pdf out.pdf`";
    let give = "give a PDF, or a text file as `pdftotext` makes it";
    check(b"", "expected a PDF, but the file is empty; hint: fetch the file again");
    let picture = "put the picture into a PDF, for example with `img2pdf`: scans in a PDF are read";
    check(b"\xFF\xD8\xFF\xE0\x00\x10JFIF", &format!("expected a PDF, but found a JPEG picture; hint: {picture}"));
    check(b"Vraag 1\n", &format!("expected a PDF, but found plain text; hint: {give}"));
    check(b"%PDF-1.7\nnothing follows", &format!("the PDF is damaged: no page can be read; hint: {fetch}"));
    for name in ["encrypted-password.pdf", "encrypted-inline-password.pdf"] {
        check(
            &own(name),
            "the PDF is encrypted and needs a password; hint: remove the password, for example with \
             `qpdf --decrypt --password=… in.pdf out.pdf`",
        );
    }
    check(
        &own("encrypted-certificate.pdf"),
        "the PDF is encrypted in a way that cannot be read; hint: open it in a PDF reader that can, and print it to a \
         new PDF",
    );
}

/// Flips, cuts and blanks bytes: whatever comes, there is an answer and no panic.
#[test]
fn damage_never_panics() {
    const ROUNDS: usize = 120;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    for name in ["forms.pdf", "type0.pdf", "type3.pdf", "standard.pdf", "operators.pdf", "tags.pdf", "rotated.pdf"] {
        let whole = own(name);
        for round in 0..ROUNDS {
            let mut bytes = whole.clone();
            if round % 3 == 0 {
                bytes.truncate(random(whole.len()));
            } else {
                for _ in 0..=random(30) {
                    let at = random(bytes.len());
                    bytes[at] = if round % 3 == 1 { random(256) as u8 } else { b'0' + random(10) as u8 };
                }
            }
            if let Ok(pages) = pages(&bytes) {
                assert!(!pages.is_empty(), "{name}, round {round}");
            }
        }
    }
}

#[test]
fn official_letters_keep_their_accents_tags_and_weights() {
    let Some(sets) = sets() else { return };
    let pages = pages(&fs::read(sets.join("letters/ah-tk-20232024-2210.pdf")).unwrap()).unwrap();
    let runs = || pages.iter().flat_map(|page| &page.runs);
    let all: String = runs().map(text).collect();
    assert!(all.contains('é') && all.contains('ë') && !all.contains(['Ø', 'º', '\u{FFFD}']), "{all}");
    let heading = runs().find(|run| text(run).starts_with("Vraag 1")).unwrap();
    assert_eq!(heading.tag.as_deref(), Some("H"));
    assert!(runs().all(|run| run.style.bold == (&*run.style.font == "Univers-Black")));
    assert!(runs().any(|run| run.style.bold));
    assert!(runs().any(|run| run.tags.iter().any(|tag| &**tag == "Note") && run.size < 7.5));
}

#[test]
fn a_glyph_without_unicode_is_told() {
    let Some(sets) = sets() else { return };
    let pages = pages(&fs::read(sets.join("letters/kst-29338-289.pdf")).unwrap()).unwrap();
    assert_eq!(pages[0].faults, [Fault::Unmapped(4)]);
    assert!(pages.iter().skip(1).all(|page| page.faults.is_empty()));
}
