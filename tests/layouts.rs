//! One letter, many layouts: what `tests/layouts/make` sets must read the same in all, or carry a doubt where it does not.
//!
//! Printed is a row for every layout. `VRAAGBAAK_LAYOUTS` points to another folder in the same form, such as the texts
//! of real letters that `make --gold` sets.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Texts less alike than this differ; the measure of the gold set, in hundredths.
const ALIKE: usize = 97;
/// Characters of the strings that two alike texts share.
const SHINGLE: usize = 12;
/// Doubts on right pairs, in hundredths of these.
const FALSE_ALARMS: usize = 2;

/// What became of the pairs and notes of a layout.
#[derive(Debug, Default)]
struct Row {
    /// Numbers and texts as they should be.
    right: usize,
    /// Of these, every character.
    exact: usize,
    /// Wrong, with a doubt that says so.
    warned: usize,
    /// Wrong, and nothing says so: letter, numbers.
    silent: Vec<String>,
    /// Right, with a doubt.
    alarms: Vec<String>,
    /// Notes with their text, on their pair.
    notes: usize,
    /// Notes that are not.
    lost: Vec<String>,
}

/// White space, kinds of quotes and dashes aside: what is compared are the characters.
fn tight(text: &str) -> Vec<char> {
    let plain = |c| match c {
        '\u{2010}'..='\u{2014}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{201b}' => '\'',
        '\u{201c}'..='\u{201e}' => '"',
        other => other,
    };
    text.nfkc().filter(|c| !c.is_whitespace() && *c != '\u{ad}').map(plain).collect()
}

/// How much two texts share, in hundredths.
fn alikeness(left: &str, right: &str) -> usize {
    let (left, right) = (tight(left), tight(right));
    if left == right {
        return 100;
    }
    let shingles =
        |text: &[char]| text.windows(SHINGLE.min(text.len()).max(1)).map(<[char]>::to_vec).collect::<BTreeSet<_>>();
    let (left, right) = (shingles(&left), shingles(&right));
    100 * left.intersection(&right).count() / left.union(&right).count().max(1)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Numbers as text: `4,5` or `1a`.
fn numbers(value: &Value) -> Vec<String> {
    list(value).iter().map(|number| number.to_string().trim_matches('"').to_owned()).collect()
}

fn by_numbers(pairs: &Value) -> BTreeMap<Vec<String>, &Value> {
    list(pairs).iter().map(|pair| (numbers(&pair["numbers"]), pair)).collect()
}

/// How alike the texts of two pairs are, the least alike of them.
fn pair_alikeness(gold: &Value, ours: &Value) -> usize {
    let questions = by_numbers(&ours["questions"]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let asked = list(&gold["questions"]).iter().map(|right| {
        let found =
            questions.get(&numbers(&right["numbers"])).map_or(String::new(), |question| text(&question["text"]));
        alikeness(&text(&right["text"]), &found)
    });
    let answered = if gold["answer"].is_null() {
        100 * usize::from(ours["answer"].is_null())
    } else {
        alikeness(&text(&gold["answer"]), &text(&ours["answer"]["text"]))
    };
    asked.chain([answered]).min().unwrap_or_default()
}

/// Counts the pairs of one letter in one layout.
fn count_pairs(row: &mut Row, letter: &str, gold: &Value, ours: &Value) {
    let (right, found) = (by_numbers(&gold["pairs"]), by_numbers(&ours["pairs"]));
    let doubts: Vec<_> = list(&ours["warnings"]).iter().filter(|warning| warning["doubt"] == true).collect();
    let doubted = |pair: &Value| doubts.iter().any(|doubt| doubt["pair"] == pair["id"]);
    let named: BTreeSet<String> = doubts
        .iter()
        .flat_map(|doubt| numbers(&doubt["numbers"]))
        .chain(found.iter().filter(|(_, pair)| doubted(pair)).flat_map(|(numbers, _)| numbers.clone()))
        .collect();
    let name = |numbers: &[String]| format!("{letter} {}", numbers.join(","));
    for (numbers, pair) in &right {
        let (alike, said) = found.get(numbers).map_or_else(
            || (0, numbers.iter().any(|number| named.contains(number))),
            |ours| (pair_alikeness(pair, ours), doubted(ours)),
        );
        match (alike >= ALIKE, said) {
            (true, _) => {
                row.right += 1;
                row.exact += usize::from(alike == 100);
                row.alarms.extend(said.then(|| name(numbers)));
            }
            (false, true) => row.warned += 1,
            (false, false) => row.silent.push(name(numbers)),
        }
    }
    for (numbers, _) in found.iter().filter(|(numbers, pair)| !right.contains_key(*numbers) && !doubted(pair)) {
        row.silent.push(format!("{} (invented)", name(numbers)));
    }
}

/// Counts the notes: text and places as they should be. The series counts where a letter has two.
fn count_notes(row: &mut Row, letter: &str, gold: &Value, ours: &Value) {
    let systems: BTreeSet<_> = list(&gold["footnotes"]).iter().map(|note| note["system"].to_string()).collect();
    let places = |note: &Value| {
        list(&note["anchor"])
            .iter()
            .map(|place| format!("{} {}", place["part"], place["numbers"]))
            .collect::<BTreeSet<_>>()
    };
    for right in list(&gold["footnotes"]) {
        let found = list(&ours["footnotes"]).iter().any(|note| {
            note["mark"] == right["mark"]
                && (systems.len() < 2 || (note["system"] == "questioner") == (right["system"] == "questioner"))
                && places(note) == places(right)
                && alikeness(right["text"].as_str().unwrap_or_default(), note["text"].as_str().unwrap_or_default())
                    >= ALIKE
        });
        if found {
            row.notes += 1;
        } else {
            row.lost.push(format!("{letter} note {}", right["mark"].as_str().unwrap_or_default()));
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// One letter in one layout, held against its right reading.
fn read_into(row: &mut Row, folder: &Path, pdf: &Path) {
    let letter = stem(pdf);
    let name = format!("{} {letter}", stem(pdf.parent().expect("a letter lies in the folder of its layout")));
    let gold =
        fs::read_to_string(folder.join(format!("{letter}.gold.json"))).expect("every letter has a right reading");
    let gold: Value = serde_json::from_str(&gold).expect("a right reading is JSON");
    let document = vraagbaak::document::read(&fs::read(pdf).expect("a letter can be read")).expect("a letter is a PDF");
    let ours = serde_json::to_value(vraagbaak::document::record(&document)).expect("a record is JSON");
    count_pairs(row, &name, &gold, &ours);
    count_notes(row, &name, &gold, &ours);
}

/// All layouts of a folder, read on as many threads as there are.
fn rows(folder: &Path) -> BTreeMap<String, Row> {
    let is_pdf = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "pdf");
    let jobs: Vec<_> = entries(folder)
        .into_iter()
        .filter(|path| path.is_dir())
        .flat_map(|layout| entries(&layout).into_iter().filter(is_pdf).map(move |pdf| (stem(&layout), pdf)))
        .collect();
    let (next, rows) = (Mutex::new(jobs.iter()), Mutex::new(BTreeMap::<String, Row>::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, std::num::NonZero::get) {
            scope.spawn(|| {
                loop {
                    let Some((layout, pdf)) = next.lock().expect("no reader panicked").next() else { break };
                    let mut row = Row::default();
                    read_into(&mut row, folder, pdf);
                    rows.lock().expect("no reader panicked").entry(layout.clone()).or_default().add(row);
                }
            });
        }
    });
    rows.into_inner().expect("no reader panicked")
}

impl Row {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.exact += other.exact;
        self.warned += other.warned;
        self.silent.extend(other.silent);
        self.alarms.extend(other.alarms);
        self.notes += other.notes;
        self.lost.extend(other.lost);
    }

    fn print(&self, layout: &str) -> String {
        let numbers =
            [self.right, self.exact, self.warned, self.silent.len(), self.alarms.len(), self.notes, self.lost.len()];
        numbers.iter().fold(format!("{layout:32}"), |line, number| format!("{line}{number:>8}"))
    }
}

/// What is still wrong, a line each: `layout letter numbers`, or `layout letter note mark`. It may only shrink.
fn known() -> BTreeSet<&'static str> {
    include_str!("layouts/known.txt").lines().filter(|line| !line.starts_with('#')).collect()
}

/// Prints the table, and says what is silently wrong, needlessly doubted or lost.
#[expect(clippy::print_stdout, reason = "the table is what this test is for")]
fn check(folder: &Path) {
    let rows = rows(folder);
    println!(
        "{:32}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "layout", "right", "exact", "warned", "silent", "alarms", "notes", "lost"
    );
    let mut all = Row::default();
    let mut told = String::new();
    let mut layouts = BTreeSet::new();
    for (layout, row) in rows {
        layouts.insert(layout.clone());
        println!("{}", row.print(&layout));
        for (what, which) in [("silent", &row.silent), ("alarms", &row.alarms), ("lost", &row.lost)] {
            if !which.is_empty() {
                told.extend(["\n", what, ": ", &which.join("; ")]);
            }
        }
        all.add(row);
    }
    println!("{}{told}", all.print("all"));
    let known = known();
    let wrong: BTreeSet<&str> = all.silent.iter().chain(&all.lost).map(String::as_str).collect();
    let here = |what: &&&str| what.split(' ').next().is_some_and(|layout| layouts.contains(layout));
    let mended: Vec<_> = known.iter().filter(here).filter(|what| !wrong.contains(**what)).collect();
    let fresh: Vec<_> = all.silent.iter().chain(&all.lost).filter(|what| !known.contains(what.as_str())).collect();
    assert!(fresh.is_empty(), "pairs differ and nothing says so, or notes are not on their pair: {fresh:?}");
    assert!(mended.is_empty(), "no longer wrong: take these lines out of known.txt: {mended:?}");
    assert!(100 * all.alarms.len() <= FALSE_ALARMS * all.right, "right pairs are doubted: see the list above");
}

#[test]
fn layouts_by_typst_read_the_same() {
    let folder = std::env::var_os("VRAAGBAAK_LAYOUTS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/layouts"), PathBuf::from);
    if !folder.is_dir() {
        skip(&folder);
        return;
    }
    check(&folder);
}

/// Where the gate runs, the layouts have been set before.
#[expect(clippy::print_stdout, reason = "a test that skips says so")]
fn skip(folder: &Path) {
    assert!(std::env::var_os("CI").is_none(), "no layouts at {}", folder.display());
    println!("skipped: no layouts at {}: tests/layouts/make sets them", folder.display());
}

#[test]
fn layouts_by_other_typesetters_read_the_same() {
    check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts/pdf"));
}
