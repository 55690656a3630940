//! What each step of the ranking is worth: the retrieval and the reworded set under many settings, as a table.
//!
//! `cargo bench --bench ranking` prints it (`--profile dev` does as well: nothing is timed). The sets are found as in the
//! tests, through `VRAAGBAAK_SETS`. Every set is divided by the MD5 of the id of the row: an even first byte is for
//! choosing, an odd one for testing what was chosen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use md5::{Digest, Md5};
use tempfile::TempDir;
use vraagbaak::index::{File, Writer};
use vraagbaak::record::{Pair, Record};
use vraagbaak::search::{Options, Query, Ranking, Searcher};

#[path = "../sets.rs"]
mod sets;

/// Characters of an answer that is asked for: shorter ones answer any question (see the set's README).
const SHORTEST: usize = 40;
/// Places that are looked at.
const DEPTH: usize = 10;

#[expect(clippy::print_stdout, reason = "the table is the purpose")]
fn main() {
    let Some(sets) = sets::sets() else { return };
    let sets = Sets::load(&sets.join("retrieval"));
    println!(
        "MRR@10 train/test (and recall@10 of all); short: first hits of `reworded` with an answer under {SHORTEST} characters"
    );
    println!("| | answers | reworded | keywords | short |\n|---|---|---|---|---|");
    for (name, ranking) in settings() {
        let [answers, reworded, keywords] = sets.measure(ranking);
        let short = reworded.short as f32 / reworded.asked().max(1) as f32;
        println!("| {name} | {} | {} | {} | {short:.2} |", answers.cell(), reworded.cell(), keywords.cell());
    }
}

/// The settings that are tried: the one that is used, and each of its values on its own changed.
fn settings() -> Vec<(String, Ranking)> {
    let used = Ranking::default();
    let mut all = vec![("as used".to_owned(), used)];
    let mut add = |name: &str, ranking: Ranking| all.push((name.to_owned(), ranking));
    add("whole words only", Ranking { stem: 1.0, parts: 0.0, ..used });
    add("parts only", Ranking { stem: 0.0, parts: 1.0, ..used });
    for stem in [0.25, 0.75, 1.0, 2.0] {
        add(&format!("whole word {stem}"), Ranking { stem, ..used });
    }
    for weight in [0.0, 0.25, 1.0] {
        add(&format!("notes {weight}"), Ranking { note: weight, ..used });
        add(&format!("title {weight}"), Ranking { title: weight, ..used });
    }
    for weight in [0.25, 0.5, 1.0] {
        add(&format!("question besides {weight}"), Ranking { question: weight, ..used });
        add(&format!("answer besides {weight}"), Ranking { answer: weight, ..used });
    }
    for beside in [0.1, 0.25, 0.5, 1.0] {
        add(&format!("side by side {beside}"), Ranking { beside, ..used });
    }
    for repeated in [1, 3, 10] {
        add(&format!("repeated words {repeated}"), Ranking { repeated, ..used });
    }
    for least in [0.01, 0.34, 0.5, 0.67, 0.75] {
        add(&format!("{:.0} % of the words must occur", least * 100.0), Ranking { least, ..used });
    }
    all
}

/// Real questions with the right answers, and the same asked otherwise.
struct Sets {
    answers: Asked,
    reworded: Asked,
    keywords: Asked,
}

/// Questions to one index.
struct Asked {
    searcher: Searcher,
    /// Texts and the ids of what is right.
    rows: Vec<(String, String)>,
    /// How the rows are divided: true for choosing.
    train: Vec<bool>,
    /// Length of each answer of the index, in characters.
    lengths: BTreeMap<String, usize>,
    command: Command,
    /// Holds the index.
    _dir: TempDir,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Command {
    Search,
    Similar,
}

/// The places of what is right, in the order of the rows.
struct Places {
    at: Vec<Option<usize>>,
    train: Vec<bool>,
    short: usize,
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).expect("the set is readable");
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn length(record: &Record) -> usize {
    record.pairs.iter().filter_map(|pair| pair.answer.as_ref()).map(|answer| answer.text.chars().count()).sum()
}

impl Sets {
    fn load(dir: &Path) -> Self {
        let text = fs::read_to_string(dir.join("letters.ndjson")).expect("the set is readable");
        let letters: Vec<Record> =
            text.lines().map(|line| serde_json::from_str(line).expect("a letter object")).collect();
        let by_id: BTreeMap<&str, &Record> = letters.iter().map(|letter| (letter.id.as_str(), letter)).collect();
        let questions = rows(&dir.join("questions.tsv"));
        let originals: Vec<Record> =
            questions.iter().map(|row| original(&row[0], &row[1], by_id[row[2].as_str()])).collect();
        let asked = questions.iter().filter(|row| length(by_id[row[2].as_str()]) >= SHORTEST);
        let asked = asked.map(|row| (row[0].clone(), row[1].clone(), row[2].clone())).collect();
        let reworded = rows(&dir.join("reworded.tsv"));
        let of_kind = |kind: &str| {
            let rows = reworded.iter().filter(|row| row[0] == kind);
            rows.map(|row| (row[2].clone(), row[1].clone(), row[2].clone())).collect()
        };
        Self {
            answers: Asked::new(&letters, asked, Command::Similar),
            reworded: Asked::new(&originals, of_kind("reworded"), Command::Similar),
            keywords: Asked::new(&originals, of_kind("keywords"), Command::Search),
        }
    }

    fn measure(&self, ranking: Ranking) -> [Places; 3] {
        [&self.answers, &self.reworded, &self.keywords].map(|asked| asked.measure(ranking))
    }
}

/// A question with its own answer as a letter.
fn original(id: &str, question: &str, answer: &Record) -> Record {
    let pair = &answer.pairs[0];
    let question: Pair = serde_json::from_value(serde_json::json!({"id": format!("{id}#v1"), "numbers": [1],
        "questions": [{"numbers": [1], "text": question, "pages": [1]}], "answer": pair.answer}))
    .expect("a pair");
    Record { id: id.parse().expect("the id of a letter"), pairs: vec![question], ..answer.clone() }
}

impl Asked {
    /// Rows: the id by which they are divided, the text, the id of what is right.
    fn new(letters: &[Record], rows: Vec<(String, String, String)>, command: Command) -> Self {
        let dir = tempfile::tempdir().expect("a folder for the index");
        let mut writer = Writer::open(dir.path()).expect("a new index");
        let file = File { path: "set.ndjson".into(), size: 1, modified: 1, sha256: String::new(), unread: false };
        writer.add(file, letters).expect("added");
        writer.close().expect("committed");
        Self {
            searcher: Searcher::open(dir.path()).expect("the index"),
            train: rows.iter().map(|(id, ..)| Md5::digest(id).first().is_some_and(|byte| byte % 2 == 0)).collect(),
            rows: rows.into_iter().map(|(_, text, right)| (text, right)).collect(),
            lengths: letters.iter().map(|letter| (letter.id.to_string(), length(letter))).collect(),
            command,
            _dir: dir,
        }
    }

    fn measure(&self, ranking: Ranking) -> Places {
        let options = Options { limit: DEPTH, ranking, ..Options::default() };
        let mut places = Places { at: Vec::new(), train: self.train.clone(), short: 0 };
        for (text, right) in &self.rows {
            let results = match self.command {
                Command::Similar => self.searcher.similar(text, &options).map(|drafts| drafts.into_iter().next()),
                Command::Search => {
                    let (query, unread) = Query::parse(text);
                    self.searcher.search(&query, unread, &options).map(Some)
                }
            };
            let hits = results.expect("an answer").map(|results| results.hits).unwrap_or_default();
            let first = hits.first().map_or(SHORTEST, |hit| self.lengths[hit.letter.as_str()]);
            places.short += usize::from(first < SHORTEST);
            places.at.push(hits.iter().position(|hit| hit.letter.as_str() == right));
        }
        places
    }
}

impl Places {
    fn asked(&self) -> usize {
        self.at.len()
    }

    /// MRR@10 of the rows for choosing, or of the others.
    fn mrr(&self, train: bool) -> f32 {
        let of_half = self.at.iter().zip(&self.train).filter(|(_, of)| **of == train);
        let places: Vec<_> = of_half.map(|(place, _)| place.map_or(0.0, |at| 1.0 / (at + 1) as f32)).collect();
        places.iter().sum::<f32>() / places.len().max(1) as f32
    }

    fn cell(&self) -> String {
        let found = self.at.iter().flatten().count() as f32 / self.asked().max(1) as f32;
        format!("{:.3}/{:.3} ({found:.3})", self.mrr(true), self.mrr(false))
    }
}
