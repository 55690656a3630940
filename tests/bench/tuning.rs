//! Moves every threshold of the tables and says which letters are read otherwise, and which queries are answered otherwise.
//!
//! `tests/tuning` builds and runs this, and makes a table of what it prints: a line of JSON for each letter as usual, for
//! each letter that a moved value changes, and for each value moved. Letters are read from the stage on whose threshold
//! is moved, and only those that asked for it. Words after `--bench` choose rows: `letter`, `letter.asking_min`.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use vraagbaak::document::{self, Document, Scan};
use vraagbaak::index::{self, File, Writer};
use vraagbaak::layout::{self, Text};
use vraagbaak::pdf::{Fault, Frame, Page, Picture};
use vraagbaak::record::Record;
use vraagbaak::search::{Options, Query, Searcher};
use vraagbaak::tuning::{self, Row};
use vraagbaak::{letter, ocr, pdf};

#[path = "../sets.rs"]
mod sets;
#[path = "../thresholds.rs"]
mod thresholds;

/// Of the questions of the retrieval set every so manieth is asked.
const STRIDE: usize = 6;
/// Hits that are compared.
const DEPTH: usize = 10;

type Seen = BTreeSet<(&'static str, &'static str)>;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let is_wanted = |row: &Row| wanted.is_empty() || wanted.iter().any(|name| *name == row.stage || *name == key(row));
    let rows: Vec<&Row> = thresholds::rows().into_iter().filter(|row| is_wanted(row)).collect();
    let scans = rows.iter().any(|row| row.stage == "ocr");
    let letters: Vec<Letter> = sources().into_iter().filter_map(|source| Letter::read(source, scans)).collect();
    for letter in letters.iter() {
        print(&json!({"letter": letter.source.name, "record": letter.usual.0}));
    }
    let asked = rows.iter().any(|row| is_asked(row));
    let retrieval = sets::sets().filter(|_| asked).map(|sets| Retrieval::new(&sets.join("retrieval")));
    let jobs: Vec<(&Row, usize)> =
        rows.into_iter().flat_map(|row| (0..row.moves().len()).map(move |at| (row, at))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((row, at)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            moved(row, *at, &letters, retrieval.as_ref());
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
}

fn key(row: &Row) -> String {
    format!("{}.{}", row.stage, row.name)
}

/// Whether a row of this stage is looked for in answers to queries.
fn is_asked(row: &Row) -> bool {
    matches!(row.stage, "lexicon" | "index" | "search")
}

/// What one moved value changes.
fn moved(row: &Row, at: usize, letters: &[Letter], retrieval: Option<&Retrieval>) {
    let value = row.moves()[at];
    let mut changed = 0;
    for letter in letters.iter().filter(|letter| letter.seen.contains(&(row.stage, row.name))) {
        let read = tuning::with(row.stage, row.name, value, || letter.again(row.stage));
        if read != letter.usual {
            changed += 1;
            print(&json!({"row": key(row), "move": at, "letter": letter.source.name, "record": read.0}));
        }
    }
    let queries = retrieval
        .filter(|_| is_asked(row))
        .map(|set| tuning::with(row.stage, row.name, value, || set.compare(row.stage)));
    print(&json!({"row": key(row), "value": row.value, "move": at, "moved": value, "changed": changed,
        "whole": row.whole, "unit": row.unit, "why": row.why, "queries": queries}));
}

/// One line, whole: two threads print.
#[expect(clippy::print_stdout, reason = "what is printed is the result")]
fn print(line: &Value) {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock();
    println!("{line}");
}

/// A file, or a text out of a file of many.
struct Source {
    name: String,
    bytes: Vec<u8>,
}

/// All letters: those of the project, and of the reference sets where they are there.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> =
        ["corpus", "tests/layouts/pdf", "tests/pdfs", "tests/scans"].map(|name| root.join(name)).into();
    let sets = sets::sets();
    folders.extend(sets.iter().flat_map(|sets| ["letters", "cases"].map(|name| sets.join(name))));
    let files = folders.iter().flat_map(|folder| walkdir::WalkDir::new(folder).sort_by_file_name());
    let files = files.flatten().map(walkdir::DirEntry::into_path);
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "pdf" || extension == "txt"));
    let mut sources: Vec<Source> = files
        .filter_map(|path| {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            Some(Source { name, bytes: fs::read(&path).ok()? })
        })
        .collect();
    for file in ["fronts.txt", "bodies.txt"] {
        let text = fs::read_to_string(root.join("tests/letters").join(file)).expect("the cases are there");
        let cases = text.split("\n=== ").skip(1).filter_map(|case| case.split_once('\n'));
        sources.extend(cases.map(|(name, rest)| Source {
            name: format!("{file}: {name}"),
            bytes: rest.split("\n---\n").next().unwrap_or_default().into(),
        }));
    }
    let texts =
        [(root.join("tests/citations.txt"), " => "), (sets.unwrap_or_default().join("citations/spellings.tsv"), "\t")];
    for (path, end) in texts {
        let rows = fs::read_to_string(&path).unwrap_or_default();
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        sources.extend(rows.lines().enumerate().filter_map(|(at, line)| {
            let text = line.split_once(end)?.0.replace("\\n", "\n").replace("\\s", "\u{A0}").replace("\\h", "\u{2011}");
            Some(Source { name: format!("{file}:{}", at + 1), bytes: text.into() })
        }));
    }
    sources
}

/// The record, and a hash of where its texts stand on the pages and of what is cut out for each pair.
type Read = (Value, u64);

fn told(document: &Document) -> Read {
    let (record, maps) = document::reading(document);
    let cutouts: Vec<_> = (0..record.pairs.len()).map(|pair| document::cutouts(&maps, pair)).collect();
    let mut hasher = DefaultHasher::new();
    format!("{maps:?}{cutouts:?}").hash(&mut hasher);
    (json!(record), hasher.finish())
}

/// A letter with what each stage made of it.
struct Letter {
    source: Source,
    /// None of plain text.
    pages: Vec<Page>,
    pictures: Vec<(usize, Picture)>,
    scans: Vec<Scan>,
    frames: Vec<Frame>,
    text: Text,
    sha256: String,
    encoding: Option<document::Encoding>,
    /// What is read with all values as usual.
    usual: Read,
    /// The thresholds that were asked for.
    seen: Seen,
}

impl Letter {
    /// Reads a letter; `None` for what is none. Scans stay unread but where thresholds of OCR are moved.
    fn read(source: Source, ocr: bool) -> Option<Self> {
        let (read, mut seen) = tuning::seen(|| {
            let document = document::read_with(&source.bytes, document::Scans::Leave, &mut || ()).ok()?;
            let pages = pdf::pages(&source.bytes).unwrap_or_default();
            Some((told(&document), pages, document))
        });
        let (usual, pages, Document { text, scans, frames, sha256, encoding, .. }) = read?;
        let draw = |page: &Page| Some((page.number, pdf::draw(&source.bytes, page.number, ocr::SCALE).ok()?));
        let unread = pages.iter().filter(|page| ocr && page.faults.contains(&Fault::Scan));
        let pictures: Vec<_> = unread.filter_map(draw).collect();
        let mut letter =
            Self { source, pages, pictures, scans, frames, text, sha256, encoding, usual, seen: Seen::new() };
        if !letter.pictures.is_empty() {
            let (read, asked) = tuning::seen(|| letter.again("ocr"));
            letter.usual = read;
            seen.extend(asked);
            letter.pages = letter.recognised();
            letter.text = layout::text(&letter.pages);
        }
        letter.seen = seen;
        Some(letter)
    }

    /// The pages with the text of their pictures.
    fn recognised(&self) -> Vec<Page> {
        let mut pages = self.pages.clone();
        let Ok(engine) = ocr::Engine::installed() else { return pages };
        for (number, picture) in &self.pictures {
            let Some(page) = pages.iter_mut().find(|page| page.number == *number) else { continue };
            if let Ok(recognised) = ocr::read(picture, page.width, engine) {
                page.runs = recognised.runs;
                page.rules.extend(recognised.rules);
                page.faults.retain(|fault| *fault != Fault::Scan);
            }
        }
        pages
    }

    /// The record, read anew from a stage on. A stage that panics is a record of its own.
    fn again(&self, stage: &str) -> Read {
        catch_unwind(AssertUnwindSafe(|| self.from(stage))).ok().flatten().unwrap_or_else(|| (json!("no letter"), 0))
    }

    fn from(&self, stage: &str) -> Option<Read> {
        let text = match stage {
            "letter" | "citation" => self.text.clone(),
            "document" if !self.pages.is_empty() => self.text.clone(),
            "ocr" => layout::text(&self.recognised()),
            "pdf" if !self.pages.is_empty() => layout::text(&pdf::pages(&self.source.bytes).ok()?),
            _ if !self.pages.is_empty() => layout::text(&self.pages),
            _ => return Some(told(&document::read(&self.source.bytes).ok()?)),
        };
        let letter = letter::parse(&text);
        let (sha256, scans, frames) = (self.sha256.clone(), self.scans.clone(), self.frames.clone());
        Some(told(&Document { text, letter, sha256, scans, frames, encoding: self.encoding, account: Vec::new() }))
    }
}

/// Real questions, put to an index of real answers.
struct Retrieval {
    letters: Vec<Record>,
    searcher: Searcher,
    /// Id, text, and the id of the letter that is right.
    rows: Vec<(String, String, String)>,
    compounds: Vec<String>,
    usual: Vec<Answer>,
    _dir: tempfile::TempDir,
}

/// What is compared of an answer, and at which place what is right stands in it.
type Answer = (Value, Option<usize>);

impl Retrieval {
    fn new(set: &Path) -> Self {
        let read = |name: &str| fs::read_to_string(set.join(name)).expect("the set is readable");
        let letters: Vec<Record> =
            read("letters.ndjson").lines().map(|line| serde_json::from_str(line).expect("a letter object")).collect();
        let questions = read("questions.tsv");
        let split = |line: &str| {
            let cells: Vec<&str> = line.split('\t').collect();
            (cells[0].to_owned(), cells[1].to_owned(), cells[2].to_owned())
        };
        let mut rows: Vec<_> = questions.lines().step_by(STRIDE).map(split).collect();
        // Words of questions, misspelt: what is found when a word is corrected.
        let misspelt = questions.lines().step_by(STRIDE * 2).map(split).filter_map(|(id, text, right)| {
            let word = text.split(|c: char| !c.is_alphanumeric()).max_by_key(|word| word.len())?;
            let mut letters: Vec<char> = word.chars().collect();
            letters.remove(letters.len() / 2);
            Some((format!("{id} misspelt"), letters.into_iter().collect(), right))
        });
        rows.extend(misspelt.collect::<Vec<_>>());
        let words = read("reworded.tsv");
        let words =
            words.lines().enumerate().filter_map(|(at, line)| line.strip_prefix("keywords\t").map(|rest| (at, rest)));
        rows.extend(words.filter_map(|(at, rest)| {
            let (text, right) = rest.split_once('\t')?;
            Some((format!("reworded:{}", at + 1), text.to_owned(), right.to_owned()))
        }));
        let compounds = read("compounds.txt").split_whitespace().map(str::to_owned).collect();
        let (dir, searcher) = indexed(&letters);
        let mut retrieval = Self { letters, searcher, rows, compounds, usual: Vec::new(), _dir: dir };
        retrieval.usual = retrieval.answers(&retrieval.searcher);
        retrieval
    }

    fn answers(&self, searcher: &Searcher) -> Vec<Answer> {
        let options = Options { limit: DEPTH, ..Options::default() };
        let words = self.compounds.iter().map(|word| (json!(index::word(word).parts), None));
        let asked = self.rows.iter().map(|(id, text, right)| {
            let results = if id.starts_with('q') && !id.ends_with("misspelt") {
                let drafts = searcher.similar(text, &options);
                drafts.ok().and_then(|drafts| drafts.into_iter().next())
            } else {
                let (query, unread) = Query::parse(text);
                searcher.search(&query, unread, &options).ok()
            };
            let Some(results) = results else { return (Value::Null, None) };
            let place = results.hits.iter().position(|hit| hit.letter.to_string() == *right);
            let hits = results
                .hits
                .iter()
                .map(|hit| json!([hit.letter, hit.id, hit.likeness.as_ref().map(|likeness| likeness.strength)]));
            (json!([hits.collect::<Vec<_>>(), results.total, results.did_you_mean, results.expansions.len()]), place)
        });
        words.chain(asked).collect()
    }

    /// How many answers are others, the id of the first, and the mean reciprocal rank as usual and now.
    fn compare(&self, stage: &str) -> Value {
        let answers = if stage == "search" {
            self.answers(&self.searcher)
        } else {
            let (_dir, searcher) = indexed(&self.letters);
            self.answers(&searcher)
        };
        let names = self.compounds.iter().chain(self.rows.iter().map(|(id, ..)| id));
        let others: Vec<_> =
            names.zip(answers.iter().zip(&self.usual)).filter(|(_, (now, usual))| now.0 != usual.0).collect();
        let rank = |answers: &[Answer]| {
            answers.iter().filter_map(|(_, place)| *place).map(|at| 1.0 / (at + 1) as f64).sum::<f64>()
        };
        let words =
            answers.iter().zip(&self.usual).take(self.compounds.len()).filter(|(now, usual)| now.0 != usual.0).count();
        json!({"changed": others.len(), "words": words, "first": others.first().map(|(name, _)| name),
            "usual": rank(&self.usual) / self.rows.len() as f64, "now": rank(&answers) / self.rows.len() as f64})
    }
}

fn indexed(letters: &[Record]) -> (tempfile::TempDir, Searcher) {
    let dir = tempfile::tempdir().expect("a folder for the index");
    let mut writer = Writer::open(dir.path()).expect("a new index");
    let file = File { path: "set.ndjson".into(), size: 1, modified: 1, sha256: String::new(), unread: false };
    writer.add(file, letters).expect("added");
    writer.close().expect("committed");
    let searcher = Searcher::open(dir.path()).expect("the index");
    (dir, searcher)
}
