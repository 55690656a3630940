//! What contradicts the reading of a letter as a whole becomes a doubt on the pairs concerned.

use serde_json::{Value, json};
use vraagbaak::document;

/// The contradictions of a letter in plain text, each with the numbers of its pair, as JSON.
fn contradictions(letter: &str) -> Vec<(Value, Value)> {
    let document = document::read(letter.as_bytes()).expect("plain text can be read");
    let record = json!(document::record(&document));
    let warnings = record["warnings"].as_array().expect("a list").iter();
    let structure = warnings.filter(|warning| warning["kind"] == "structure");
    structure.map(|warning| (warning["detail"]["contradiction"].clone(), warning["numbers"].clone())).collect()
}

/// A letter of pairs, each of a question and an answer.
fn letter(pairs: &[(&str, &str)]) -> String {
    let pair = |(at, (question, answer)): (usize, &(&str, &str))| {
        let number = at + 1;
        format!("Vraag {number}\n\n{question}\n\nAntwoord {number}\n\n{answer}\n\n")
    };
    pairs.iter().enumerate().map(pair).collect()
}

#[test]
fn a_sound_letter_is_not_contradicted() {
    let sound = letter(&[
        ("Hoe oud is de brug?", "Tien jaar."),
        ("Wie beheert haar?", "De gemeente."),
        ("Is zij open?", "Ja."),
    ]);
    assert_eq!(contradictions(&sound), []);
}

#[test]
fn asking_letters_without_questions() {
    let asking = |count: usize| {
        let sentence = |at: usize| format!("Hoe gaat het met brug {at} over de Noordoog, en wie beheert haar?\n\n");
        format!("Geachte voorzitter,\n\n{}", (1..=count).map(sentence).collect::<String>())
    };
    assert_eq!(contradictions(&asking(2)), []);
    assert_eq!(contradictions(&asking(3)), [(json!({"asks-without-questions": 3}), Value::Null)]);
}

#[test]
fn text_between_pairs_is_missed() {
    let between = |words: usize| {
        let first = letter(&[("Hoe oud is de brug?", "De brug is tien jaar oud en wordt beheerd.")]);
        let loose = format!("Antwoord\n\n{}.\n\n", vec!["Woord"; words].join(" "));
        format!("{first}{loose}Vraag 2\n\nWie beheert haar?\n\nAntwoord 2\n\nDe gemeente Noordoog beheert de brug.\n")
    };
    assert_eq!(contradictions(&between(2)), []);
    let all = contradictions(&between(60));
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all.iter().all(|(contradiction, _)| contradiction["unexplained"].as_u64() < Some(50)), "{all:?}");
}

#[test]
fn most_questions_without_an_answer() {
    let asked = "Vraag 1\n\nEen?\n\nVraag 2\n\nTwee?\n\nVraag 3\n\nDrie?\n\nAntwoord 3\n\nC.\n";
    let all = contradictions(asked);
    assert_eq!(all.len(), 3, "{all:?}");
    assert!(all.iter().all(|(contradiction, _)| *contradiction == json!({"most-unanswered": [2, 3]})), "{all:?}");
}

#[test]
fn one_that_is_otherwise() {
    let usual = [("Hoe oud is de brug?", "Tien jaar."), ("Wie beheert haar?", "De gemeente."), ("Is zij open?", "Ja.")];
    let with = |last| letter(&[usual.as_slice(), &[last]].concat());
    let silent = with(("Kent u de brug?\n\nDe brug staat er al tien jaar.", "Ja."));
    assert_eq!(contradictions(&silent), [(json!("does-not-ask"), json!([4]))]);
    let asking = with(("Wat kost zij?", "En wie betaalt dat?\n\nDe brug kost een ton."));
    assert_eq!(contradictions(&asking), [(json!("answer-asks"), json!([4]))]);
    // Among few, or where many are so, it is the letter's own way.
    let few =
        letter(&[("Kent u de brug?\n\nDe brug is oud.", "Ja."), ("Is zij open?", "Ja."), ("Wie beheert haar?", "Ik.")]);
    assert_eq!(contradictions(&few), []);
    let many = letter(&[
        ("Kent u de brug?\n\nDe brug is oud.", "Ja."),
        ("Kent u de sluis?\n\nDe sluis is oud.", "Ja."),
        ("Kent u de pont?\n\nDe pont is oud.", "Ja."),
        ("Is de brug open?", "Ja."),
        ("Is de sluis open?", "Ja."),
        ("Is de pont open?", "Ja."),
    ]);
    assert_eq!(contradictions(&many), []);
}

#[test]
fn a_skipped_number_may_be_a_heading_that_was_not_seen() {
    let skipped = "Vraag 1\n\nEen?\n\nAntwoord 1\n\nA.\n\nVraag 3\n\nDrie?\n\nAntwoord 3\n\nC.\n";
    assert_eq!(contradictions(skipped), [(json!("skipped-number"), json!([1]))]);
}

#[test]
fn numbers_that_head_nothing() {
    let list = |count: usize, after: &str| {
        let item = |at: usize| format!("{at}. De gemeente Noordoog herstelt brug {at} nog dit jaar.\n\n");
        format!("Geachte voorzitter,\n\n{}{after}", (1..=count).map(item).collect::<String>())
    };
    assert_eq!(contradictions(&list(4, "")), []);
    assert_eq!(contradictions(&list(5, "")), [(json!({"unused-numbers": [1, 5]}), Value::Null)]);
    let prose = "De gemeente heeft de bruggen over het kanaal zelf in beheer.\n\n".repeat(12);
    assert_eq!(contradictions(&list(5, &prose)), []);
}
