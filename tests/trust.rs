//! Doubts that can be relied on: of the pairs that carry none, none is read wrong; few of the right ones carry one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A text is right from this likeness on: a hyphen or a note's mark too many, not a lost line.
const ALIKE: f64 = 0.97;
/// Most doubts on right pairs, in hundredths of the pairs.
const MOST_ALARMS: usize = 2;
/// Characters of the pieces by which two texts are compared.
const PIECE: usize = 12;

/// How far the doubts on the pairs of letters can be relied on.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    /// Pairs of the right readings.
    pub(crate) pairs: usize,
    /// Wrong pairs on which no doubt stands.
    pub(crate) silent: Vec<String>,
    /// Right pairs on which a doubt stands.
    pub(crate) alarms: Vec<String>,
}

impl Judged {
    /// Holds the record of a letter to its right reading.
    pub(crate) fn take(&mut self, gold: &Value, ours: &Value) {
        let name = |numbers: &[String]| format!("{} {}", ours["id"].as_str().unwrap_or_default(), numbers.join(","));
        let (right, read) = (by_numbers(gold), by_numbers(ours));
        let doubts: Vec<&Value> = list(&ours["warnings"]).iter().filter(|warning| warning["doubt"] == true).collect();
        let on_pair = |pair: &Value| doubts.iter().any(|doubt| doubt["pair"] == pair["id"]);
        let about = doubts.iter().flat_map(|doubt| numbers(&doubt["numbers"]));
        let doubted: BTreeSet<String> =
            read.iter().filter(|(_, pair)| on_pair(pair)).flat_map(|(key, _)| key.clone()).chain(about).collect();
        self.pairs += right.len();
        for (key, pair) in &right {
            match read.get(key) {
                None if key.iter().all(|number| !doubted.contains(number)) => {
                    self.silent.push(format!("{}: missed", name(key)));
                }
                None => {}
                Some(found) => match (is_right(pair, found), on_pair(found)) {
                    (false, false) => self.silent.push(format!("{}: other text", name(key))),
                    (true, true) => self.alarms.push(name(key)),
                    _ => {}
                },
            }
        }
        let invented = read.iter().filter(|(key, pair)| !right.contains_key(*key) && !on_pair(pair));
        self.silent.extend(invented.map(|(key, _)| format!("{}: invented", name(key))));
    }

    /// Asserts what a reader may rely on.
    pub(crate) fn hold(&self) {
        assert!(self.silent.is_empty(), "wrong without a doubt: {:#?}", self.silent);
        assert!(
            100 * self.alarms.len() <= MOST_ALARMS * self.pairs,
            "of {} pairs these are right in spite of a doubt: {:#?}",
            self.pairs,
            self.alarms
        );
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn numbers(value: &Value) -> Vec<String> {
    list(value).iter().map(|number| number.as_str().map_or_else(|| number.to_string(), str::to_owned)).collect()
}

fn by_numbers(letter: &Value) -> BTreeMap<Vec<String>, &Value> {
    list(&letter["pairs"]).iter().map(|pair| (numbers(&pair["numbers"]), pair)).collect()
}

/// True where every question block and the answer are the right ones.
fn is_right(gold: &Value, ours: &Value) -> bool {
    let block = |question: &Value| {
        let own = numbers(&question["numbers"]);
        list(&ours["questions"]).iter().find(|ours| numbers(&ours["numbers"]) == own)
    };
    let questions = list(&gold["questions"])
        .iter()
        .all(|question| block(question).is_some_and(|ours| likeness(&question["text"], &ours["text"]) >= ALIKE));
    let answer = match &gold["answer"] {
        Value::Null => ours["answer"].is_null(),
        text => likeness(text, &ours["answer"]["text"]) >= ALIKE,
    };
    questions && answer
}

/// How much of the pieces of two texts they have in common, from 0 to 1.
fn likeness(gold: &Value, ours: &Value) -> f64 {
    let (gold, ours) = (pieces(gold), pieces(ours));
    let common = gold.intersection(&ours).count();
    common as f64 / gold.union(&ours).count().max(1) as f64
}

fn pieces(text: &Value) -> BTreeSet<String> {
    let folded = vraagbaak::normalize::normalize(text.as_str().unwrap_or_default());
    let tight: Vec<char> = folded.chars().filter(|c| !c.is_whitespace()).collect();
    tight.windows(PIECE.min(tight.len()).max(1)).map(|piece| piece.iter().collect()).collect()
}

fn check(golds: &Path, letters: &Path) {
    let mut judged = Judged::default();
    let files = fs::read_dir(golds).expect("the set is there").map(|entry| entry.expect("listed").path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.to_string_lossy().ends_with(".gold.json")).collect();
    files.sort();
    for path in files {
        let gold: Value =
            serde_json::from_str(&fs::read_to_string(path).expect("a right reading can be read")).expect("JSON");
        let letter = letters.join(gold["file"].as_str().expect("it names its letter"));
        let document = vraagbaak::document::read(&fs::read(letter).expect("a letter")).expect("it can be read");
        judged.take(&gold, &serde_json::to_value(vraagbaak::document::record(&document)).expect("JSON"));
    }
    assert!(judged.pairs > 100, "the set is whole: {} pairs", judged.pairs);
    judged.hold();
}

#[test]
fn doubts_of_the_corpus_can_be_relied_on() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    check(&corpus, &corpus);
}

#[test]
fn doubts_of_real_letters_can_be_relied_on() {
    if let Some(sets) = crate::sets::sets() {
        check(&sets.join("gold"), &sets.join("letters"));
    }
}

#[test]
fn wrong_pairs_are_silent_without_a_doubt() {
    let gold = serde_json::json!({"pairs": [
        {"numbers": [1], "questions": [{"numbers": [1], "text": "Klopt het dat de brug dicht is?"}], "answer": "Ja."},
        {"numbers": [2], "questions": [{"numbers": [2], "text": "Hoe lang nog?"}], "answer": null}
    ]});
    let check = |pairs: Value, warnings: Value, silent: usize, alarms: usize| {
        let mut judged = Judged::default();
        judged.take(&gold, &serde_json::json!({"id": "a", "pairs": pairs, "warnings": warnings}));
        assert_eq!((judged.silent.len(), judged.alarms.len()), (silent, alarms), "{judged:?}");
    };
    let first = |answer: &str| {
        let question = "Klopt het dat de brug dicht is?";
        serde_json::json!({"id": "a#v1", "numbers": [1], "questions": [{"numbers": [1], "text": question}],
            "answer": {"text": answer}})
    };
    let second = serde_json::json!({"id": "a#v2", "numbers": [2],
        "questions": [{"numbers": [2], "text": "Hoe lang nog?"}], "answer": null});
    let doubt = serde_json::json!([{"doubt": true, "pair": "a#v1", "numbers": [1]}]);
    let none = serde_json::json!([]);
    check(serde_json::json!([first("Ja."), second]), none.clone(), 0, 0);
    check(serde_json::json!([first("Ja."), second]), doubt.clone(), 0, 1);
    check(serde_json::json!([first("Nee, sinds gisteren niet."), second]), none.clone(), 1, 0);
    check(serde_json::json!([first("Nee, sinds gisteren niet."), second]), doubt, 0, 0);
    check(serde_json::json!([first("Ja.")]), none, 1, 0);
    let about = serde_json::json!([{"doubt": true, "numbers": [2]}]);
    check(serde_json::json!([first("Ja.")]), about, 0, 0);
}
