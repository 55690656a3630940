//! Layout loses nothing: every glyph of a page is in the text, in a mark, or is a hyphen that was undone.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use vraagbaak::layout::{self, Flow, Text};
use vraagbaak::pdf::{Glyph, Origin, Page, Rect, Run, Style};

/// Characters that a joint may drop, a mark's brackets and commas among them.
const DROPPED: [char; 8] = ['-', '\u{AD}', '\u{2010}', '\u{2011}', '(', ')', '[', ']'];

/// Counts all visible characters but those that may go.
fn counts<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.flat_map(str::chars).filter(|c| !c.is_whitespace() && !DROPPED.contains(c) && *c != ',') {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// Asserts that the text holds the glyphs of the pages, and that its ranges are sorted, disjoint and on boundaries.
fn check(pages: &[Page]) -> Text {
    let text = layout::text(pages);
    let printed = pages.iter().flat_map(|page| &page.runs).flat_map(|run| &run.glyphs).map(|glyph| glyph.text.as_str());
    let leads = text.paragraphs().iter().filter_map(|paragraph| paragraph.mark.as_ref()).map(|mark| mark.mark.as_str());
    let marks = text.marks().iter().map(|mark| mark.mark.as_str());
    assert_eq!(counts(printed), counts([text.as_str()].into_iter().chain(leads).chain(marks)));
    for pair in text.runs().windows(2) {
        assert!(pair[0].at.end <= pair[1].at.start, "{pair:?}");
    }
    for run in text.runs() {
        let visible = text.slice(&run.at).chars().filter(|sign| !sign.is_whitespace()).count();
        assert_eq!(run.edges.len(), visible, "{run:?}");
        assert!(run.edges.iter().all(|[left, right]| left <= right), "{run:?}");
    }
    for pair in text.paragraphs().windows(2) {
        assert_eq!(pair[0].at.end + 1, pair[1].at.start);
    }
    for paragraph in text.paragraphs() {
        assert_eq!(text.slice(&paragraph.at), text.slice(&paragraph.at).trim());
        for range in paragraph.lines.iter().chain(&paragraph.cells) {
            assert!(text.as_str().get(range.clone()).is_some(), "{range:?}");
        }
    }
    assert!(text.marks().iter().all(|mark| text.as_str().is_char_boundary(mark.at)));
    text
}

/// A run of letters of half their size.
fn run(text: &str, left: f32, baseline: f32, size: f32, bold: bool) -> Run {
    let glyphs = text
        .chars()
        .scan(left, |x, c| {
            let glyph = Glyph { text: c.to_string(), x: *x, advance: 0.5 * size };
            *x += 0.5 * size;
            Some(glyph)
        })
        .collect();
    let style = Style { font: Arc::from("Univers"), bold, italic: false };
    Run { glyphs, baseline, size, style, tag: None, tags: Arc::from([]), origin: Origin::Printed, level: true }
}

fn page(number: usize, runs: Vec<Run>) -> Page {
    Page { number, width: 595.0, height: 842.0, runs, ..Page::default() }
}

prop_compose! {
    fn runs()(words in prop::collection::vec(("[a-zA-Z0-9.,-]{1,9}( [a-z]{1,7}){0,6}", 20.0_f32..560.0, 1_u16..80, 5_u16..14, any::<bool>()), 0..40)) -> Vec<Run> {
        words.into_iter().map(|(text, left, line, size, bold)| run(&text, left, f32::from(line) * 10.0, f32::from(size), bold)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_is_lost_wherever_it_stands(pages in prop::collection::vec(runs(), 1..4)) {
        let pages: Vec<Page> = pages.into_iter().enumerate().map(|(index, runs)| page(index + 1, runs)).collect();
        check(&pages);
    }
}

#[test]
fn nothing_is_lost_of_the_corpus() {
    for path in std::fs::read_dir("corpus").expect("the corpus is beside the tests").flatten() {
        let path = path.path();
        if path.extension().is_some_and(|extension| extension == "pdf") {
            let bytes = std::fs::read(&path).expect("a committed letter can be read");
            check(&vraagbaak::pdf::pages(&bytes).expect("a committed letter is a PDF"));
        }
    }
}

/// Lines of body type from the top of a page down, each with its left edge.
fn body(lines: &[(&str, f32)]) -> Text {
    let runs = lines
        .iter()
        .zip(1_u8..)
        .map(|((text, left), line)| run(text, *left, 100.0 + f32::from(line) * 12.0, 10.0, false));
    check(&[page(1, runs.collect())])
}

fn paragraphs(text: &Text) -> Vec<&str> {
    text.paragraphs().iter().map(|paragraph| text.slice(&paragraph.at)).collect()
}

#[test]
fn a_mark_alone_on_its_line_leads_nothing() {
    check(&[page(1, vec![run("00 aaaaa aaaaaa", 45.0, 10.0, 13.0, false), run("1", 336.6, 440.0, 5.0, false)])]);
}

#[test]
fn a_line_that_ends_early_ends_its_paragraph() {
    let text = body(&[
        ("De eerste regel van de alinea loopt door tot de kant", 70.0),
        ("en de tweede houdt eerder op.", 70.0),
        ("Een nieuwe alinea begint dan op de regel die er onder", 70.0),
        ("staat en gaat door.", 70.0),
    ]);
    assert_eq!(paragraphs(&text).len(), 2);
    assert!(paragraphs(&text)[0].ends_with("kant en de tweede houdt eerder op."));
}

#[test]
fn an_indented_line_begins_a_paragraph() {
    let text = body(&[
        ("De eerste regel van de alinea loopt door tot de kant,", 70.0),
        ("de tweede staat een haar naar rechts en gaat ook door", 71.0),
        ("Een nieuwe alinea springt in en loopt door tot de kant", 75.0),
        ("en de laatste regel staat weer waar hij hoort te staan", 70.0),
    ]);
    assert_eq!(paragraphs(&text).len(), 2, "{:?}", paragraphs(&text));
}

#[test]
fn words_broken_at_a_line_end_are_whole_again() {
    let text = body(&[
        ("De gemeente heeft naar aanleiding daarvan de regenboog-", 70.0),
        ("provincie gevraagd om een reactie op het besluit van de", 70.0),
        ("leden van GroenLinks-PvdA.", 70.0),
    ]);
    assert_eq!(paragraphs(&text).len(), 1);
    assert!(text.as_str().contains("regenboogprovincie gevraagd"));
}

#[test]
fn raised_marks_leave_the_text_and_exponents_stay() {
    let line = |text, line: u8| run(text, 70.0, 100.0 + f32::from(line) * 12.0, 10.0, false);
    let runs = vec![
        line("Zie het rapport van de commissie over de vaargeul en de", 1),
        run("1", 345.0, 108.0, 6.0, false),
        line("bagger van 12 m", 2),
        run("3", 145.0, 120.0, 6.0, false),
        run("1", 70.0, 697.0, 5.0, false),
        run("Kamerstuk 32 847, nr. 808.", 76.0, 700.0, 7.0, false),
        run("2", 70.0, 707.0, 5.0, false),
        run("Zie aldaar.", 76.0, 710.0, 7.0, false),
        run("3", 70.0, 717.0, 5.0, false),
        run("En ook daar.", 76.0, 720.0, 7.0, false),
    ];
    let text = check(&[page(1, runs)]);
    assert!(
        text.as_str().starts_with("Zie het rapport van de commissie over de vaargeul en de bagger van 12 m3"),
        "{}",
        text.as_str()
    );
    assert_eq!(text.marks().iter().map(|mark| mark.mark.as_str()).collect::<Vec<_>>(), ["1"]);
    let notes: Vec<_> = text.paragraphs().iter().filter_map(|paragraph| paragraph.mark.as_ref()).collect();
    assert_eq!(notes.len(), 3);
}

/// A table without rules of three columns: the cells of each line, and the blank above it in points.
fn table(lines: &[([&str; 3], f32)]) -> Text {
    let mut baseline = 100.0;
    let mut runs = Vec::new();
    for (cells, above) in lines {
        baseline += above;
        let cells = cells.iter().zip([70.0, 110.0, 320.0]).filter(|(text, _)| !text.is_empty());
        runs.extend(cells.map(|(text, left)| run(text, left, baseline, 10.0, false)));
    }
    check(&[page(1, runs)])
}

#[test]
fn a_row_that_blank_does_not_part_is_uncertain() {
    let apart = [
        (["1", "Hoeveel sluizen zijn er in het land?", "Er zijn er 42, waarvan vijf in zee."], 20.0),
        (["2", "Wie beheert de sluizen, en wie de", "Het Rijk beheert ze alle, met de"], 20.0),
        (["", "bruggen?", "bruggen."], 12.0),
        (["3", "Wat kost dat?", "Dat is niet bekend."], 20.0),
    ];
    assert!(table(&apart).uncertain().is_empty());
    let mut close = apart;
    close[3].1 = 12.0;
    assert!(table(&close).uncertain().is_empty(), "a number that counts on begins a row, however close");
    let lettered = [apart[0], apart[1], apart[2], apart[3], (["A", "Wie meet dat?", "Het Rijk."], 12.0)];
    assert!(!table(&lettered).uncertain().is_empty(), "a row close under the one before");
    let mut below = apart;
    below[1].0[2] = "";
    assert_eq!(table(&below).uncertain().len(), 2, "an answer that begins below its row");
}

#[test]
fn a_lying_page_keeps_what_stands_right_of_the_others_column() {
    let prose = |baseline: f32| {
        run("De gemeenten melden dat de sluizen in het afgelopen jaar vaker dicht bleven.", 70.0, baseline, 10.0, false)
    };
    let lying = vec![
        run("Sluis", 70.0, 100.0, 10.0, false),
        run("Beheerder van de sluis", 700.0, 100.0, 10.0, false),
        run("Almerweg", 70.0, 120.0, 10.0, false),
        run("Waterschap Oost", 700.0, 120.0, 10.0, false),
    ];
    let standing = page(1, (0..12).map(|line| prose(100.0 + 12.0 * line as f32)).collect());
    let lying = Page { width: 842.0, height: 595.0, ..page(2, lying) };
    let text = check(&[standing, lying]);
    let side: Vec<_> = text.paragraphs().iter().filter(|p| p.flow == Flow::Side).map(|p| text.slice(&p.at)).collect();
    assert!(side.is_empty(), "{side:?}");
}

#[test]
fn a_ruled_table_keeps_its_cells_beside_the_column() {
    let prose = |line: u8| {
        let text = "De gemeenten melden dat de sluizen in het afgelopen jaar vaker dicht bleven.";
        run(text, 140.0, 100.0 + 12.0 * f32::from(line), 10.0, false)
    };
    let mut runs: Vec<Run> = (0..12).map(prose).collect();
    for (row, cells) in
        [["Naam van de sluis", "Jaar", "Kosten"], ["Sluis in de Almerdijk", "2025", "12"]].iter().enumerate()
    {
        let lefts = [40.0, 200.0, 300.0];
        let baseline = 260.0 + 16.0 * row as f32;
        runs.extend(cells.iter().zip(lefts).map(|(text, left)| run(text, left, baseline, 10.0, false)));
    }
    let rule = |top: f32| Rect { left: 38.0, top, right: 500.0, bottom: top + 0.5 };
    let sheet = Page { rules: vec![rule(248.0), rule(264.0), rule(280.0)], ..page(1, runs) };
    let text = check(&[sheet]);
    let rows: Vec<_> = text.paragraphs().iter().filter(|p| !p.cells.is_empty()).map(|p| text.slice(&p.at)).collect();
    assert_eq!(rows, ["Naam van de sluis Jaar Kosten", "Sluis in de Almerdijk 2025 12"]);
}

#[test]
fn rows_nearer_than_lines_are_rows() {
    // Question and answer side by side, without rules and without a cell for the number.
    let questions = ["1. Hoeveel sluizen zijn er?", "2. Wie beheert de sluizen?", "3. Wat kost het beheer ervan?"];
    let mut runs = Vec::new();
    let mut baseline = 100.0;
    for question in questions {
        runs.push(run(question, 60.0, baseline, 10.0, false));
        for line in ["De gemeenten melden dat de sluizen in het", "afgelopen jaar vaker dicht bleven dan ooit."] {
            runs.push(run(line, 280.0, baseline, 10.0, false));
            baseline += 14.0;
        }
        baseline -= 2.0;
    }
    let text = check(&[page(1, runs)]);
    let rows: Vec<&str> =
        text.paragraphs().iter().filter(|p| p.cells.len() == 2).map(|p| text.slice(&p.cells[0])).collect();
    assert_eq!(rows, questions, "{}", text.as_str());
}

#[test]
fn a_heading_runs_over_ruled_cells() {
    let rows = [
        (["1", "Hoeveel sluizen zijn er?", "Er zijn er 42."], 100.0),
        (["De sluizen van de Almerdijk", "", ""], 116.0),
        (["2", "Wat kost dat?", "Niets."], 132.0),
    ];
    let mut runs = Vec::new();
    for (cells, baseline) in rows {
        let cells = cells.iter().zip([70.0, 110.0, 320.0]).filter(|(text, _)| !text.is_empty());
        runs.extend(cells.map(|(text, left)| run(text, left, baseline, 10.0, false)));
    }
    let level = |top: f32| Rect { left: 66.0, top, right: 500.0, bottom: top + 0.5 };
    let upright = |left: f32, top: f32| Rect { left, top, right: left + 0.5, bottom: top + 16.0 };
    let mut rules: Vec<Rect> = [88.0, 104.0, 120.0, 136.0].map(level).into();
    rules.extend([88.0, 120.0].into_iter().flat_map(|top| [upright(106.0, top), upright(316.0, top)]));
    let text = check(&[Page { rules, ..page(1, runs) }]);
    let cells: Vec<Vec<&str>> =
        text.paragraphs().iter().map(|p| p.cells.iter().map(|cell| text.slice(cell)).collect()).collect();
    assert_eq!(cells[1], ["De sluizen van de Almerdijk", "", ""], "{cells:?}");
}

#[test]
fn notes_in_brackets_need_no_rule() {
    let mut runs = vec![
        run("De gemeenten melden1) dat de sluizen in het afgelopen jaar vaker dicht", 60.0, 100.0, 10.0, false),
        run("bleven dan in de jaren daarvoor, zo blijkt uit het antwoord op vraag 2.2)", 60.0, 112.0, 10.0, false),
    ];
    runs.extend(
        [("1) Dagblad Oost.", 700.0), ("2) Idem, p. 4.", 712.0)]
            .map(|(note, baseline)| {
                let (mark, words) = note.split_at(3);
                vec![run(mark.trim(), 60.0, baseline, 10.0, false), run(words, 75.0, baseline, 10.0, false)]
            })
            .into_iter()
            .flatten(),
    );
    let text = check(&[page(1, runs)]);
    let notes: Vec<&str> =
        text.paragraphs().iter().filter(|p| p.flow == Flow::Note).map(|p| text.slice(&p.at)).collect();
    assert_eq!(notes, ["Dagblad Oost.", "Idem, p. 4."]);
    assert!(text.as_str().contains("antwoord op vraag 2.\n"), "{}", text.as_str());
    assert_eq!(text.marks().len(), 2);
}

#[test]
fn a_rule_right_below_words_underlines_them() {
    let runs = vec![run("Sluizen", 60.0, 100.0, 10.0, false), run("Er zijn er 42.", 60.0, 130.0, 10.0, false)];
    let rule = Rect { left: 60.0, top: 101.5, right: 95.0, bottom: 102.0 };
    let text = check(&[Page { rules: vec![rule], ..page(1, runs) }]);
    let underlined: Vec<bool> = text.paragraphs().iter().map(|p| p.style.underlined).collect();
    assert_eq!(underlined, [true, false]);
}

#[test]
fn an_empty_cell_has_its_place() {
    let mut runs = Vec::new();
    for (row, cells) in [["1", "Hoeveel sluizen zijn er?", ""], ["2", "Wat kost dat?", "Niets."]].iter().enumerate() {
        let cells = cells.iter().zip([70.0, 110.0, 320.0]).filter(|(text, _)| !text.is_empty());
        runs.extend(cells.map(|(text, left)| run(text, left, 100.0 + 16.0 * row as f32, 10.0, false)));
    }
    let level = |top: f32| Rect { left: 66.0, top, right: 500.0, bottom: top + 0.5 };
    let upright = |left: f32| Rect { left, top: 88.0, right: left + 0.5, bottom: 120.5 };
    let rules = vec![level(88.0), level(104.0), level(120.0), upright(106.0), upright(316.0)];
    let text = check(&[Page { rules, ..page(1, runs) }]);
    let cells: Vec<Vec<&str>> =
        text.paragraphs().iter().map(|p| p.cells.iter().map(|cell| text.slice(cell)).collect()).collect();
    assert_eq!(cells, [vec!["1", "Hoeveel sluizen zijn er?", ""], vec!["2", "Wat kost dat?", "Niets."]]);
}

/// Pages of running text at 10 points, each with the lines that stand lower, as text, left edge, baseline and size.
fn pages_with(lower: &[&[(&str, f32, f32, f32)]]) -> Text {
    let pages = lower.iter().zip(1..).map(|(lower, number)| {
        let lines = (0_u8..12).map(|line| {
            let text = format!(
                "Op deze regel {number} van de tekst staat wat er van de sluis {} te zeggen is",
                u32::from(line) * 7 + 20
            );
            run(&text, 70.0, 100.0 + f32::from(line) * 12.0, 10.0, false)
        });
        let lower = lower.iter().map(|(text, left, baseline, size)| run(text, *left, *baseline, *size, false));
        page(number, lines.chain(lower).collect())
    });
    check(&pages.collect::<Vec<_>>())
}

/// What the paragraphs of one flow say.
fn flow(text: &Text, flow: Flow) -> Vec<&str> {
    text.paragraphs().iter().filter(|paragraph| paragraph.flow == flow).map(|p| text.slice(&p.at)).collect()
}

#[test]
fn a_note_runs_on_over_the_page_without_a_rule() {
    let first = [
        ("1", 420.0, 228.0, 6.0),
        ("1", 70.0, 697.0, 5.0),
        ("Zie het verslag van de commissie voor de vaart, die in", 76.0, 700.0, 7.0),
    ];
    let open = pages_with(&[&first, &[("het voorjaar alle sluizen bezocht.", 70.0, 700.0, 7.0)]]);
    assert_eq!(
        flow(&open, Flow::Note).join(" "),
        "Zie het verslag van de commissie voor de vaart, die in het voorjaar alle sluizen bezocht."
    );
    // In type of its own it is another thing.
    let other = pages_with(&[&first, &[("Bron: het bureau voor de vaart.", 70.0, 700.0, 8.0)]]);
    assert_eq!(flow(&other, Flow::Note), ["Zie het verslag van de commissie voor de vaart, die in"]);
    let ended = [first[0], first[1], ("Zie het verslag van de commissie.", 76.0, 700.0, 7.0)];
    let ended = pages_with(&[&ended, &[("Bron: het bureau voor de vaart.", 70.0, 700.0, 7.0)]]);
    assert_eq!(flow(&ended, Flow::Note), ["Zie het verslag van de commissie."]);
}

#[test]
fn small_numbered_lines_are_notes_only_with_marks() {
    let list = [("1", 70.0, 700.0, 7.0), ("Begroting van de sluizen.", 80.0, 700.0, 7.0)];
    assert!(flow(&pages_with(&[&list]), Flow::Note).is_empty());
    let marked = [("1", 420.0, 228.0, 6.0), list[0], list[1]];
    assert_eq!(flow(&pages_with(&[&marked]), Flow::Note), ["Begroting van de sluizen."]);
}

#[test]
fn notes_may_have_a_page_of_their_own() {
    let text: &[_] = &[("1", 395.0, 228.0, 6.0)];
    let mut pages: Vec<Page> = Vec::new();
    let body = (0_u8..12).map(|line| {
        run(
            "Op deze regel van de tekst staat wat er van de sluis te zeggen is",
            70.0,
            100.0 + f32::from(line) * 12.0,
            10.0,
            false,
        )
    });
    let mark = text.iter().map(|(text, left, baseline, size)| run(text, *left, *baseline, *size, false));
    pages.push(page(1, body.chain(mark).collect()));
    pages.push(page(
        2,
        vec![run("1", 70.0, 100.0, 7.0, false), run("Begroting van de sluizen.", 80.0, 100.0, 7.0, false)],
    ));
    let text = check(&pages);
    assert_eq!(flow(&text, Flow::Note), ["Begroting van de sluizen."]);
    assert_eq!(text.marks().len(), 1);
}

#[test]
fn an_enumeration_is_no_list_of_notes() {
    let items = [
        ("Het gaat om twee zaken, namelijk 1) de brug en 2) de", 70.0),
        ("sluis.", 70.0),
        ("1) De brug is oud.", 70.0),
        ("2) De sluis is nieuw.", 70.0),
    ];
    let text = body(&items);
    assert!(flow(&text, Flow::Note).is_empty(), "{:?}", paragraphs(&text));
    assert!(text.as_str().contains("namelijk 1) de brug en 2) de sluis."));
    let notes = [
        ("Kent u het bericht over de brug? 1) Zo ja, wat vindt u van", 70.0),
        ("de sluis 2)?", 70.0),
        ("1) De Havenkrant.", 70.0),
        ("2) De Sluiskrant.", 70.0),
    ];
    let text = body(&notes);
    assert_eq!(flow(&text, Flow::Note), ["De Havenkrant.", "De Sluiskrant."]);
    assert!(text.as_str().starts_with("Kent u het bericht over de brug? Zo ja, wat vindt u van de sluis?"));
}
