//! Misspelt words and names, abbreviations, hyphens, and what the analysis says of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vraagbaak::document;
use vraagbaak::index::{Writer, analyse};
use vraagbaak::record::Record;
use vraagbaak::search::{MAX_LIMIT, Options, Query, Results, Searcher};

use crate::index::{file, letter};
use crate::sets::sets;

pub(crate) fn indexed(letters: &[Record]) -> (TempDir, Searcher) {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let mut writer = Writer::open(dir.path()).expect("a new index");
    writer.add(file("letters.ndjson", 1), letters).expect("added");
    writer.close().expect("committed");
    let searcher = Searcher::open(dir.path()).expect("the index");
    (dir, searcher)
}

fn ask(searcher: &Searcher, typed: &str, limit: usize) -> Results {
    let (query, unread) = Query::parse(typed);
    searcher.search(&query, unread, &Options { limit, ..Options::default() }).expect("an answer")
}

/// The letters of the corpus.
fn corpus() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the corpus is there").flatten().map(|f| f.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pdf" || extension == "txt"));
    files.sort();
    let read = |path| document::read(&fs::read(path).expect("a letter can be read")).expect("a letter of the corpus");
    files.iter().map(|path| document::record(&read(path))).collect()
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

/// Words of which a letter is changed in the test.
const WORDS: usize = 300;
/// Fewest letters of such a word.
const LETTERS: usize = 6;

/// Changes one letter in each of some words of these letters: of how many a pair that the right word finds is still
/// among the first ten.
#[expect(clippy::print_stdout, reason = "the share is what the test measures")]
fn misspelt(name: &str, letters: &[Record]) {
    let (_dir, searcher) = indexed(letters);
    let mut words = BTreeSet::new();
    for pair in letters.iter().flat_map(|letter| &letter.pairs) {
        let texts = pair.questions.iter().map(|question| &question.text).chain(pair.answer.as_ref().map(|a| &a.text));
        for token in texts.flat_map(|text| analyse(text)).filter(|token| token.stem.is_some()) {
            if token.word.len() >= LETTERS && token.word.bytes().all(|b| b.is_ascii_lowercase()) {
                words.insert(token.word);
            }
        }
    }
    let mut words: Vec<String> = words.into_iter().collect();
    let mut dice = Dice(20_240_325);
    let (mut right, mut lost) = (0, Vec::new());
    for _ in 0..WORDS {
        let word = words.swap_remove(dice.below(words.len()));
        let mut wrong: Vec<u8> = word.bytes().collect();
        let at = dice.below(wrong.len());
        wrong[at] = (wrong[at] - b'a' + 1 + u8::try_from(dice.below(25)).expect("a letter")) % 26 + b'a';
        let wrong = String::from_utf8(wrong).expect("letters");
        let expect: BTreeSet<_> = ask(&searcher, &word, MAX_LIMIT).hits.into_iter().map(|hit| hit.id).collect();
        let found = ask(&searcher, &wrong, 10);
        if found.hits.iter().any(|hit| expect.contains(&hit.id)) {
            right += 1;
        } else {
            lost.push(format!("{word} as {wrong}, read as {:?}", found.did_you_mean));
        }
    }
    println!("{name}: {right} of {WORDS} words with one wrong letter find what the right word finds; lost: {lost:#?}");
    assert!(right * 100 >= WORDS * 95, "{name}: {right} of {WORDS}; lost: {lost:#?}");
}

#[test]
fn one_wrong_letter_finds_what_the_right_word_finds() {
    misspelt("corpus", &corpus());
    if let Some(sets) = sets() {
        let lines = fs::read_to_string(sets.join("retrieval/letters.ndjson")).expect("the retrieval set is there");
        let letters: Vec<Record> = lines.lines().map(|line| serde_json::from_str(line).expect("a letter")).collect();
        misspelt("retrieval set", &letters);
    }
}

#[test]
fn unknown_words_are_corrected_and_known_ones_are_not() {
    let letters = [
        letter("brief-a", "Vaart de veerboot naar Texel?", "De veerboot vaart."),
        letter("brief-b", "Hoe lang zijn de wachtlijsten in de jeugdzorg?", "Lang. Het kabinet is in beraad."),
        letter("brief-c", "Is de boom gekapt?", "De boot is van het kabinet."),
    ];
    let (_dir, searcher) = indexed(&letters);
    let check = |typed: &str, meant: Option<&str>, expect: &[&str]| {
        let results = ask(&searcher, typed, 10);
        let found: Vec<&str> = results.hits.iter().map(|hit| hit.letter.as_str()).collect();
        assert_eq!((results.did_you_mean.as_deref(), found.as_slice()), (meant, expect), "{typed}");
        assert_eq!(results.corrected, meant.is_some() && !expect.is_empty(), "{typed}");
    };
    check("veerbott", Some("veerboot"), &["brief-a"]);
    check("vereboot", Some("veerboot"), &["brief-a"]);
    check("weerboot", Some("veerboot"), &["brief-a"]);
    // Two letters in a long word, one in a short one.
    check("wachtlyjten", Some("wachtlijsten"), &["brief-b"]);
    check("tecsal", None, &[]);
    check("tezel", Some("texel"), &["brief-a"]);
    // Only the unknown word is corrected, and filters hold.
    check("wachtlijst jeugdzrog", Some("wachtlijst jeugdzorg"), &["brief-b"]);
    check("jeugdzrog soort:brief", Some("jeugdzorg soort:brief"), &["brief-b"]);
    check("jeugdzrog soort:lijst", Some("jeugdzorg soort:lijst"), &[]);
    check("vraag:jeugdzrog", Some("vraag:jeugdzorg"), &["brief-b"]);
    // «boom» is known: it is not taken for «boot».
    check("boom", None, &["brief-c"]);
    check("boom OF veerbott", None, &["brief-c"]);
    check("\"in het beraat\"", None, &[]);
    check("xyzxyzxyz", None, &[]);
    check("bot", None, &[]);
    check("-veerbott boom", None, &["brief-c"]);
}

#[test]
fn names_are_corrected_in_their_fields() {
    let mut letters = vec![letter("brief-a", "Vaart de veerboot naar Texel?", "De veerboot vaart.")];
    letters[0].askers = serde_json::from_str(
        r#"[{"name": "Van der Plas", "party": "BBB"}, {"name": "Mutluer", "party": "GroenLinks-PvdA"}]"#,
    )
    .expect("askers");
    letters[0].responders =
        serde_json::from_str(r#"[{"name": "H.M. de Jonge", "office": "Minister", "ministry": "OCW"}]"#)
            .expect("responders");
    let (_dir, searcher) = indexed(&letters);
    let check = |typed: &str, meant: Option<&str>| {
        let results = ask(&searcher, typed, 10);
        assert_eq!(results.did_you_mean.as_deref(), meant, "{typed}");
        assert_eq!(results.total, usize::from(meant.is_some()), "{typed}");
    };
    check("lid:Mutleur", Some("lid:Mutluer"));
    check("lid:\"van de plas\"", Some("lid:\"Van der Plas\""));
    check("bewindspersoon:\"De Jongen\"", Some("bewindspersoon:\"de Jonge\""));
    check("fractie:GroenLinks-PdvA", Some("fractie:GroenLinks-PvdA"));
    check("ministerie:Onderwys", Some("ministerie:Onderwijs"));
    check("ministerie:OVW veerbot", Some("ministerie:OCW veerboot"));
    check("lid:Wilders", None);
}

#[test]
fn abbreviations_find_their_names_and_back() {
    let letters = [
        letter("brief-name", "Geldt de Wet maatschappelijke ondersteuning?", "De Immigratie- en Naturalisatiedienst."),
        letter("brief-short", "Geldt de Wmo?", "De IND en het OM."),
        letter("brief-none", "Geldt de wet om ondersteuning?", "Het is zorg om de maatschappelijke dienst."),
        letter("brief-om", "Wat doet het Openbaar Ministerie?", "Onderzoek van jeugdwet en dienst."),
        letter("brief-jw", "Wat zegt de Jw?", "Niets."),
    ];
    let (_dir, searcher) = indexed(&letters);
    let check = |typed: &str, expect: &[&str]| {
        let results = ask(&searcher, typed, 10);
        let found: Vec<&str> =
            results.hits.iter().map(|hit| hit.letter.as_str().trim_start_matches("brief-")).collect();
        assert_eq!((found.as_slice(), results.relaxed), (expect, false), "{typed}");
        assert!(results.did_you_mean.is_none() && results.hits.iter().all(|hit| !hit.snippet.highlights.is_empty()));
    };
    check("Wmo", &["short", "name"]);
    check("wmo", &["short", "name"]);
    check("wet maatschappelijke ondersteuning", &["none", "name", "short"]);
    check("\"wet maatschappelijke ondersteuning\"", &["name"]);
    check("immigratie- en naturalisatiedienst", &["name", "short"]);
    check("IND Wmo", &["short", "name"]);
    check("vraag:Wmo", &["short", "name"]);
    check("antwoord:Wmo", &[]);
    check("OM", &["short", "om"]);
    check("openbaar ministerie", &["om", "short"]);
    check("jeugdwet", &["jw", "om"]);
    check("geldt -Wmo", &["none"]);
    let results = ask(&searcher, "Wmo", 10);
    let told = serde_json::to_value(&results.expansions).expect("plain data");
    let expect = serde_json::json!([{"abbreviation": {"word": "Wmo", "into": ["Wet maatschappelijke ondersteuning"]}}]);
    assert_eq!(told, expect);
}

#[test]
fn hyphens_and_spaces_in_compounds_are_no_matter() {
    let spellings = ["wiskunde-onderwijs", "wiskundeonderwijs", "wiskunde onderwijs"];
    let letters: Vec<Record> = spellings
        .iter()
        .enumerate()
        .map(|(at, spelling)| letter(&format!("brief-{at}"), &format!("Is het {spelling} beter?"), "Ja."))
        .collect();
    let (_dir, searcher) = indexed(&letters);
    for spelling in spellings {
        for typed in [spelling.to_owned(), format!("\"het {spelling} beter\""), format!("vraag:({spelling})")] {
            let results = ask(&searcher, &typed, 10);
            assert_eq!(results.total, 3, "{typed}");
            for hit in &results.hits {
                let marked: String = hit
                    .snippet
                    .highlights
                    .iter()
                    .map(|[from, to]| hit.snippet.text.chars().skip(*from).take(to - from).collect::<String>())
                    .collect();
                let bare: String = marked.chars().filter(|c| c.is_alphabetic()).collect();
                assert!(bare.contains("wiskundeonderwijs"), "{typed}: {marked}");
            }
        }
    }
    assert_eq!(ask(&searcher, "\"wiskunde beter\"", 10).total, 0);
}
