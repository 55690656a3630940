//! The trust report as a person or another program runs it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::cli::{indexed, letter, root, run};

/// All is well here.
const SOUND: &str = "Vraag 1\n\nHoeveel bruggen zijn er?\n\nAntwoord 1\n\nTwee.\n";
/// Its opening names three questions, and only two are found; one of them has no answer.
const SHORT: &str = "Hierbij bied ik u de antwoorden aan op de drie vragen over bruggen.\n\nVraag 1\n\nHoeveel bruggen zijn \
                     er?\n\nAntwoord 1\n\nTwee.\n\nVraag 2\n\nWaar staan ze?\n";
/// Number 2 is skipped: it may be that we did not see it.
const GAP: &str = "Vraag 1\n\nHoeveel bruggen zijn er?\n\nAntwoord 1\n\nTwee.\n\nVraag 3\n\nWaar staan ze?\n\nAntwoord \
                   3\n\nIn Oostmeerland.\n";

fn folder(letters: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in letters {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn kinds(report: &Value) -> Vec<&str> {
    let warnings = report["warnings"].as_array().expect("a list");
    warnings.iter().map(|warning| warning["kind"].as_str().expect("a kind")).collect()
}

#[test]
fn each_letter_says_what_it_announces_and_what_was_found() {
    let check = |text: &str, status, announced: Value, found, warned: &[&str]| {
        let folder = folder(&[("a.txt", text)]);
        let ran = run(folder.path(), &["check", "--json", "a.txt"]);
        let report = ran.json();
        assert_eq!(
            (ran.status, &report["announced"], &report["found"]),
            (status, &announced, &json!(found)),
            "{report}"
        );
        assert_eq!(kinds(&report), warned, "{report}");
        assert_eq!(report["source"]["path"], "a.txt");
    };
    check(SOUND, 0, json!(1), 1, &[]);
    check(SHORT, 1, json!(3), 2, &["boundary", "unanswered-question"]);
    check(GAP, 1, json!(3), 2, &["structure", "numbering-gap"]);
    check("Geachte voorzitter,\n\nHierbij mijn brief over bruggen.\n", 0, Value::Null, 0, &[]);
}

#[test]
fn the_worst_letter_comes_first() {
    let folder = folder(&[("a.txt", SOUND), ("b.txt", GAP), ("c.txt", SHORT)]);
    let ran = run(folder.path(), &["check", "--json", "."]);
    let paths: Vec<_> = ran.lines().iter().map(|letter| letter["source"]["path"].clone()).collect();
    assert_eq!((ran.status, paths), (1, vec![json!("./b.txt"), json!("./c.txt"), json!("./a.txt")]));
    let worst = run(folder.path(), &["check", "--json", "--limit", "1", "."]);
    assert_eq!((worst.status, worst.lines().len()), (1, 1));
}

#[test]
fn a_warning_says_where_and_shows_the_words_that_stand_there() {
    let ran = run(root(), &["check", "--json", "corpus/kst-37188-12.pdf", "corpus/brief-veerdienst.pdf"]);
    let report = ran.lines().into_iter().find(|letter| letter["id"].as_str().is_some_and(|id| id.starts_with("brief")));
    let report = report.expect("the brief is reported");
    let warning = &report["warnings"][0];
    assert_eq!(
        (&warning["kind"], &warning["page"], &warning["doubt"]),
        (&json!("unanswered-question"), &json!(2), &json!(false))
    );
    let snippet = warning["snippet"].as_str().expect("there are words");
    let question = &report_of(Path::new("corpus/brief-veerdienst.pdf"))["pairs"][3]["questions"][0]["text"];
    assert!(question.as_str().is_some_and(|text| text.starts_with(snippet)), "{snippet}");
}

fn report_of(letter: &Path) -> Value {
    run(root(), &["read", "--json", letter.to_str().expect("a path of text")]).json()
}

#[test]
fn letters_of_the_index_are_found_by_id() {
    let folder = indexed();
    let all = run(folder.path(), &["check", "--json"]);
    assert_eq!((all.status, all.lines().len()), (0, 2), "{}", all.talk);
    let check = |id: &str, status, letters| {
        let ran = run(folder.path(), &["check", "--json", id]);
        assert_eq!((ran.status, ran.lines().len()), (status, letters), "{id}: {}{}", ran.out, ran.talk);
    };
    check("ah-tk-20252026-2", 0, 1);
    check("ah-tk-20252026-2#v1", 0, 1);
    check("ah-tk-20252026-9", 2, 1);
    check("gone.pdf", 2, 1);
    let unknown = run(folder.path(), &["check", "--json", "ah-tk-20252026-9"]).json();
    assert_eq!(unknown["error"]["kind"], "not-found");
}

#[test]
fn a_bad_file_is_said_and_the_others_are_reported() {
    let folder = folder(&[("a.txt", SOUND), ("b.pdf", "")]);
    let ran = run(folder.path(), &["check", "--json", "."]);
    let lines = ran.lines();
    assert_eq!((ran.status, lines.len()), (2, 2));
    assert_eq!((&lines[1]["source"]["path"], &lines[1]["error"]["kind"]), (&json!("./b.pdf"), &json!("empty")));
}

#[test]
fn the_report_reads_as_a_table_and_its_details() {
    let folder = folder(&[("a.txt", SOUND), ("b.txt", GAP), ("c.txt", SHORT)]);
    fs::copy(letter(), folder.path().join("d.pdf")).expect("copied");
    let ran = run(folder.path(), &["check", "."]);
    insta::assert_snapshot!(ran.out, @r#"
    letter                  announced  found  doubts  unanswered  pages  notes  cites  signs
    brief-undated-a26816f3          3      2       1           -      -      -      -      -
    brief-undated-d1e0c35d          3      2       1           1      -      -      -      -
    ah-tk-20252026-87               8      8       -           8      -      -      -      -
    brief-undated-bf19ef94          1      1       -           -      -      -      -      -

    brief-undated-a26816f3  ./b.txt
           ! structure (doubt): the reading of question 1 is uncertain: a question number is skipped
             here
             «Hoeveel bruggen zijn er?»
           ! numbering-gap: after question 1 comes question 3
             «Waar staan ze?»

    brief-undated-d1e0c35d  ./c.txt
           ! boundary (doubt): the letter announces question 3, and it was not found
             «Hierbij bied ik u de antwoorden aan op de drie vragen over bruggen.»
           ! unanswered-question: question 2 has no answer
             «Waar staan ze?»

    ah-tk-20252026-87  ./d.pdf
    p1     ! unanswered-question: questions 1 to 8 have no answer: the letter is a mededeling
             «Bent u bekend met het bericht «Laatste bibliotheekbus van Oostmeerland stopt»?»
    p1     left out      running foot: Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 1
    p2     left out      running foot: Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 2
    p1     left out      side column: Vergaderjaar 2025–2026
    p1     left out      side column: ah-tk-20252026-87
    p1     left out      side column: ISSN 0921 - 7398
    p1     left out      side column: ’s-Gravenhage 2025

    4 letters: 2 with doubts, 1 with other remarks, 1 with neither
    "#);
}

#[test]
fn the_index_counts_what_the_report_shows() {
    let folder = folder(&[("a.txt", SOUND), ("b.txt", GAP), ("c.txt", SHORT)]);
    let ran = run(folder.path(), &["index", "--json", "."]);
    let trust = &ran.json()["trust"];
    assert_eq!(
        (&trust["doubtful_letters"], &trust["unanswered"], &trust["numbering"]),
        (&json!(2), &json!(1), &json!(1))
    );
    let shown = run(folder.path(), &["index", "."]).out;
    assert!(shown.contains("letters with doubts"), "{shown}");
}
