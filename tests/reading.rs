//! The reading of letters held against their right reading: numbers of every pair, and the characters of every text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use vraagbaak::record::{Place, Record, SectionPart, Spot, TextOf};

/// Texts and pairs that must be right, in hundredths: the contract's .98 for pairs; texts are held higher than its .92.
const LEAST: usize = 98;

/// White space, kinds of quotes and dashes aside: what is compared are the characters.
fn tight(text: &str) -> String {
    vraagbaak::normalize::normalize(text).chars().filter(|c| !c.is_whitespace()).collect()
}

fn key(numbers: &Value) -> String {
    numbers.to_string()
}

/// What was right and what was looked for.
#[derive(Debug, Default)]
struct Tally {
    pairs: (usize, usize),
    texts: (usize, usize),
    notes: (usize, usize),
}

fn count(place: &mut (usize, usize), right: bool) {
    place.0 += usize::from(right);
    place.1 += 1;
}

/// What is at the exact place of a mention is the mention as printed; marks stand in the block that their anchor names.
fn spots_are_right(record: &Record) {
    for reference in &record.references {
        let Some(Spot { text, at: [start, end] }) = reference.spot else { continue };
        let own = text.of(record).expect("a spot names a text of its letter");
        assert_eq!(own.chars().skip(start).take(end - start).collect::<String>(), reference.text, "{}", record.id);
    }
    for note in &record.footnotes {
        assert_eq!(note.anchor.len(), note.spots.len(), "{} {}", record.id, note.id);
        for (anchor, spot) in note.anchor.iter().zip(&note.spots) {
            let Some(Spot { text, at: [start, end] }) = *spot else { continue };
            assert!(
                start == end && end <= text.of(record).expect("a text").chars().count(),
                "{} {}",
                record.id,
                note.id
            );
            let place = match text {
                TextOf::Question { pair, question } => {
                    Place::Question(record.pairs[pair].questions[question].numbers.clone().into())
                }
                TextOf::Answer { pair } => Place::Answer(record.pairs[pair].numbers.clone().into()),
                TextOf::Section(at) if record.sections[at].part == SectionPart::Front => Place::Front,
                TextOf::Section(_) | TextOf::Footnote(_) => Place::Other,
            };
            assert_eq!(place, *anchor, "{} {}", record.id, note.id);
        }
    }
}

/// Compares one letter with its right reading.
fn compare(tally: &mut Tally, gold: &Value, letter: &Path) {
    let bytes = fs::read(letter).expect("a letter of the set can be read");
    let document = vraagbaak::document::read(&bytes).expect("a letter of the set is a PDF or a text");
    let record = vraagbaak::document::record(&document);
    spots_are_right(&record);
    let ours = serde_json::to_value(record).expect("a record is JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let pairs: BTreeMap<String, Value> =
        list(&ours["pairs"]).into_iter().map(|pair| (key(&pair["numbers"]), pair)).collect();
    for pair in list(&gold["pairs"]) {
        let found = pairs.get(&key(&pair["numbers"]));
        count(&mut tally.pairs, found.is_some());
        let Some(found) = found else { continue };
        let text = |value: &Value| tight(value.as_str().unwrap_or_default());
        count(&mut tally.texts, text(&pair["answer"]) == text(&found["answer"]["text"]));
        for (right, ours) in list(&pair["questions"]).iter().zip(list(&found["questions"])) {
            count(&mut tally.texts, text(&right["text"]) == text(&ours["text"]));
        }
    }
    count(&mut tally.notes, list(&gold["footnotes"]).len() == list(&ours["footnotes"]).len());
}

/// Holds every letter that has a right reading in `golds` to it.
fn check(golds: &Path, letters: &Path) {
    let mut tally = Tally::default();
    let mut files: Vec<_> =
        fs::read_dir(golds).expect("the set is there").flatten().map(|entry| entry.path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.to_string_lossy().ends_with(".gold.json")) {
        let gold: Value =
            serde_json::from_str(&fs::read_to_string(path).expect("a right reading can be read")).expect("JSON");
        compare(&mut tally, &gold, &letters.join(gold["file"].as_str().expect("it names its letter")));
    }
    assert!(tally.pairs.1 > 100, "the set is whole: {tally:?}");
    for (right, all) in [tally.pairs, tally.texts, tally.notes] {
        assert!(100 * right >= LEAST * all, "{tally:?}");
    }
}

#[test]
fn the_corpus_is_read_as_its_sources_say() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    check(&corpus, &corpus);
}

#[test]
fn real_letters_are_read_as_people_read_them() {
    if let Some(sets) = crate::sets::sets() {
        check(&sets.join("gold"), &sets.join("letters"));
    }
}

#[test]
fn tables_hold_rows_and_cells() {
    let bytes = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/brief-veerdienst.pdf")).expect("the corpus");
    let record = vraagbaak::document::record(&vraagbaak::document::read(&bytes).expect("a letter"));
    let [table] = record.tables.as_slice() else { panic!("{:?}", record.tables) };
    assert_eq!(table.part, TextOf::Answer { pair: 5 });
    assert_eq!((table.rows[0].join(" | "), table.header_rows), ("Soort | Enkel | Retour".to_owned(), 1));
    let answer = &record.pairs[5].answer.as_ref().expect("an answer").text;
    let own: String = answer.chars().skip(table.at[0]).take(table.at[1] - table.at[0]).collect();
    assert_eq!(tight(&own), tight(&table.rows.concat().concat()));
}
