//! How fast, how large: as many invented pairs as asked for, in our index and in one of plain words, as tables.
//!
//! `cargo bench --bench search` measures 200,000 pairs; `cargo bench --bench search -- 20000` others. Both engines are the
//! same tantivy; the plain one has one field of lower-case words and answers with ten documents, with and without how
//! many there are, while ours answers with ten whole hits, their snippets and how many there are, all in one thread.

use std::collections::BTreeMap;
use std::fs::{self, File as OnDisk};
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    AllQuery, BooleanQuery, FuzzyTermQuery, Occur, PhrasePrefixQuery, PhraseQuery, Query as Engine, RangeQuery,
    TermQuery,
};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TEXT};
use tantivy::{Index, TantivyDocument, Term};
use vraagbaak::index::{File, Writer};
use vraagbaak::record::Record;
use vraagbaak::search::{self, Options, Query, Searcher};

mod model;

use model::{Chance, Model};

/// Pairs that are measured when nothing else is said.
const PAIRS: usize = 200_000;
/// Queries of each class.
const QUERIES: usize = 200;
/// Queries of each class that are asked before the clock runs.
const WARM_UP: usize = 40;
/// Hits of an answer.
const LIMIT: usize = 10;
/// Memory of both writers, in bytes: that of the program.
const MEMORY: usize = 100_000_000;

#[expect(clippy::print_stdout, reason = "the tables are the purpose")]
fn main() {
    let pairs = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(PAIRS);
    let folder = tempfile::tempdir().expect("a folder for the indexes");
    let model = Model::new();
    let source = folder.path().join("letters.ndjson");
    let (pairs, bytes) = write(&model, &source, pairs);
    println!("{pairs} pairs, {} MB of letter objects\n", bytes / 1_000_000);

    let plain = timed(|| Plain::build(&folder.path().join("plain"), &source));
    let peak_of_plain = peak_memory();
    let ours_at = folder.path().join("ours");
    let ours = timed(|| build(&ours_at, &source));
    println!("| | ours | plain words |\n|---|---|---|");
    let rate = |took: Duration| format!("{:.0}", pairs as f64 / took.as_secs_f64());
    println!("| build, pairs/s | {} | {} |", rate(ours.1), rate(plain.1));
    let size = |name: &str| megabytes(size_of_folder(&folder.path().join(name)));
    println!("| index, MB | {} | {} |", size("ours"), size("plain"));
    println!("| peak memory so far, MB | {} | {peak_of_plain} |\n", peak_memory());
    print_shares(&ours_at);

    let searcher = Searcher::open(&ours_at).expect("the index");
    println!("\np50/p95/p99 in ms, {QUERIES} queries each, warm, one thread; the plain index has no fields, dates and");
    println!("citations but those that its class needs\n");
    println!(
        "| class | ours | plain, top {LIMIT} | plain, top {LIMIT} and count | found by ours, median |\n|---|---|---|---|---|"
    );
    for class in Class::ALL {
        let mut chance = Chance::new(3);
        let asked: Vec<Asked> = (0..QUERIES + WARM_UP).map(|_| class.ask(&model, &mut chance)).collect();
        let mut found = Vec::new();
        let ours = percentiles(&asked, |asked| found.push(answer(&searcher, class, asked)));
        found.sort_unstable();
        let cell = |with_count: Counted| {
            asked[0]
                .plain(&plain.0)
                .map_or_else(String::new, |_| percentiles(&asked, |asked| plain.0.ask(asked, with_count)))
        };
        println!(
            "| {} | {ours} | {} | {} | {} |",
            class.name(),
            cell(Counted::No),
            cell(Counted::Yes),
            found[found.len() / 2]
        );
    }
    println!("\npeak memory of all this: {} MB", peak_memory());
}

/// Writes letters until there are so many pairs; how many there are, and the bytes.
fn write(model: &Model, to: &Path, pairs: usize) -> (usize, u64) {
    let mut out = BufWriter::new(OnDisk::create(to).expect("a file for the letters"));
    let mut chance = Chance::new(4);
    let (mut written, mut number) = (0, 0);
    while written < pairs {
        let letter = model.letter(number, &mut chance);
        written += letter["pairs"].as_array().map_or(0, Vec::len);
        number += 1;
        writeln!(out, "{letter}").expect("written");
    }
    out.flush().expect("written");
    (written, fs::metadata(to).expect("the file is there").len())
}

fn letters(source: &Path) -> impl Iterator<Item = Record> {
    let lines = BufReader::new(OnDisk::open(source).expect("the file is there")).lines();
    lines.map(|line| serde_json::from_str(&line.expect("a line")).expect("a letter object"))
}

/// Our index, made as `vraagbaak index` makes it of an `.ndjson` file.
fn build(dir: &Path, source: &Path) {
    let mut writer = Writer::open(dir).expect("a new index");
    writer
        .begin(File { path: "letters.ndjson".into(), size: 1, modified: 1, sha256: String::new(), unread: false })
        .expect("begun");
    for letter in letters(source) {
        writer.letter(&letter, &[]).expect("added");
    }
    writer.end().expect("ended");
    writer.close().expect("committed");
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// p50/p95/p99 of asking, in milliseconds; the first ones warm up.
fn percentiles<A, T>(asked: &[A], mut ask: impl FnMut(&A) -> T) -> String {
    let mut times: Vec<Duration> = Vec::with_capacity(asked.len());
    for one in asked {
        times.push(timed(|| ask(one)).1);
    }
    let times = &mut times[WARM_UP..];
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)].as_secs_f64() * 1_000.0;
    [50, 95, 99].map(|percent| format!("{:.2}", at(percent))).join("/")
}

/// Kinds of queries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    OneWord,
    ThreeAll,
    FourAny,
    ThreeCommon,
    Phrase,
    Prefix,
    MinistryAndDates,
    Kamerstuk,
    Fuzzy,
    Similar,
    Facets,
    CommonFacets,
}

/// A query to both engines.
struct Asked {
    typed: String,
    plain: Option<PlainQuery>,
}

/// A query to the plain index.
enum PlainQuery {
    All(Vec<String>),
    Any(Vec<String>),
    Phrase(Vec<String>),
    Prefix(String),
    Fuzzy(String),
    Filtered { word: String, ministry: String, years: (u64, u64) },
}

impl Class {
    const ALL: [Self; 12] = [
        Self::OneWord,
        Self::ThreeAll,
        Self::FourAny,
        Self::ThreeCommon,
        Self::Phrase,
        Self::Prefix,
        Self::MinistryAndDates,
        Self::Kamerstuk,
        Self::Fuzzy,
        Self::Similar,
        Self::Facets,
        Self::CommonFacets,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::OneWord => "one word",
            Self::ThreeAll => "three words, all",
            Self::FourAny => "four words, any",
            Self::ThreeCommon => "three common words, all",
            Self::Phrase => "phrase of three",
            Self::Prefix => "prefix of four",
            Self::MinistryAndDates => "word, ministry and dates",
            Self::Kamerstuk => "kamerstuk",
            Self::Fuzzy => "one letter wrong",
            Self::Similar => "similar, 40 words",
            Self::Facets => "one word with all facets",
            Self::CommonFacets => "common word with all facets",
        }
    }

    fn ask(self, model: &Model, chance: &mut Chance) -> Asked {
        let word = |chance: &mut Chance| model.ranked(chance.within(200, 6_000)).to_owned();
        let common = |chance: &mut Chance| model.ranked(chance.within(40, 120)).to_owned();
        let words = |many: usize, chance: &mut Chance| (0..many).map(|_| word(chance)).collect::<Vec<_>>();
        let (typed, plain) = match self {
            Self::OneWord | Self::Facets => {
                let word = word(chance);
                (word.clone(), Some(PlainQuery::All(vec![word])))
            }
            Self::CommonFacets => {
                let word = common(chance);
                (word.clone(), Some(PlainQuery::All(vec![word])))
            }
            Self::ThreeAll => {
                let words: Vec<String> = (0..3).map(|_| model.ranked(chance.within(100, 900)).to_owned()).collect();
                (words.join(" "), Some(PlainQuery::All(words)))
            }
            Self::FourAny => {
                let words = words(4, chance);
                (words.join(" OF "), Some(PlainQuery::Any(words)))
            }
            Self::ThreeCommon => {
                let words: Vec<String> = (0..3).map(|_| common(chance)).collect();
                (words.join(" "), Some(PlainQuery::All(words)))
            }
            Self::Phrase => {
                let words = vec![common(chance), "van".to_owned(), common(chance)];
                (format!("\"{}\"", words.join(" ")), Some(PlainQuery::Phrase(words)))
            }
            Self::Prefix => {
                let word: String = word(chance).chars().take(4).collect();
                (format!("{word}*"), Some(PlainQuery::Prefix(word)))
            }
            Self::MinistryAndDates => {
                let ministry = chance.of(vraagbaak::lexicon::ministries::all()).key.to_owned();
                let (word, year) = (word(chance), chance.within(2009, 2023) as u64);
                let typed = format!("{word} ministerie:{ministry} datum:{year}..{}", year + 2);
                let years = (year * 10_000, (year + 3) * 10_000);
                (typed, Some(PlainQuery::Filtered { word, ministry, years }))
            }
            Self::Kamerstuk => (model::kamerstuk(chance).1, None),
            Self::Fuzzy => {
                let mut letters: Vec<char> = word(chance).chars().collect();
                let at = chance.below(letters.len());
                letters[at] = if letters[at] == 'x' { 'q' } else { 'x' };
                let wrong: String = letters.into_iter().collect();
                (wrong.clone(), Some(PlainQuery::Fuzzy(wrong)))
            }
            Self::Similar => {
                let text = model.text(40, '?', chance);
                let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                (text.replace('\n', " "), Some(PlainQuery::Any(words.map(str::to_lowercase).collect())))
            }
        };
        Asked { typed, plain }
    }
}

impl Asked {
    fn plain(&self, plain: &Plain) -> Option<Box<dyn Engine>> {
        let word = |word: &String| Term::from_field_text(plain.body, word);
        let scored =
            |text: &String| -> Box<dyn Engine> { Box::new(TermQuery::new(word(text), IndexRecordOption::WithFreqs)) };
        Some(match self.plain.as_ref()? {
            PlainQuery::All(words) => Box::new(BooleanQuery::intersection(words.iter().map(scored).collect())),
            PlainQuery::Any(words) => Box::new(BooleanQuery::union(words.iter().map(scored).collect())),
            PlainQuery::Phrase(words) => Box::new(PhraseQuery::new(words.iter().map(word).collect())),
            PlainQuery::Prefix(text) => Box::new(PhrasePrefixQuery::new(vec![word(text)])),
            PlainQuery::Fuzzy(text) => Box::new(FuzzyTermQuery::new(word(text), 1, true)),
            PlainQuery::Filtered { word, ministry, years } => {
                let ministry =
                    TermQuery::new(Term::from_field_text(plain.ministry, ministry), IndexRecordOption::Basic);
                let end = |day| std::ops::Bound::Included(Term::from_field_u64(plain.date, day));
                let dates = RangeQuery::new(end(years.0), end(years.1));
                Box::new(BooleanQuery::new(vec![
                    (Occur::Must, scored(word)),
                    (Occur::Must, Box::new(ministry)),
                    (Occur::Must, Box::new(dates)),
                ]))
            }
        })
    }
}

/// Asks our index; how many it found.
fn answer(searcher: &Searcher, class: Class, asked: &Asked) -> usize {
    let facets = if matches!(class, Class::Facets | Class::CommonFacets) {
        search::Field::facets().collect()
    } else {
        Vec::new()
    };
    let options = Options { limit: LIMIT, facets, ..Options::default() };
    if class == Class::Similar {
        let drafts = searcher.similar(&asked.typed, &options).expect("an answer");
        return drafts.iter().map(|results| results.total).sum();
    }
    let (query, unread) = Query::parse(&asked.typed);
    searcher.search(&query, unread, &options).expect("an answer").total
}

/// An index of plain words, lower case, each pair one document.
struct Plain {
    searcher: tantivy::Searcher,
    body: Field,
    ministry: Field,
    date: Field,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Yes,
    No,
}

impl Plain {
    fn build(dir: &Path, source: &Path) -> Self {
        let mut schema = Schema::builder();
        let body = schema.add_text_field("body", TEXT);
        let ministry = schema.add_text_field("ministry", STRING);
        let date = schema.add_u64_field("date", INDEXED | FAST);
        let stored = schema.add_text_field("stored", STORED);
        fs::create_dir_all(dir).expect("a folder");
        let index = Index::create_in_dir(dir, schema.build()).expect("a new index");
        let mut writer = index.writer(MEMORY).expect("a writer");
        for letter in letters(source) {
            let day = letter.date.as_ref().and_then(|date| date.to_string().replace('-', "").parse::<u64>().ok());
            for pair in &letter.pairs {
                let mut document = TantivyDocument::new();
                for question in &pair.questions {
                    document.add_text(body, &question.text);
                }
                document.add_text(body, pair.answer.as_ref().map_or("", |answer| &answer.text));
                document.add_text(ministry, letter.responders[0].ministry.as_deref().unwrap_or_default());
                document.add_u64(date, day.unwrap_or_default());
                document.add_text(stored, serde_json::to_string(pair).expect("plain data"));
                writer.add_document(document).expect("added");
            }
        }
        writer.commit().expect("committed");
        writer.wait_merging_threads().expect("merged");
        let searcher = index.reader().expect("the index").searcher();
        Self { searcher, body, ministry, date }
    }

    fn ask(&self, asked: &Asked, counted: Counted) -> usize {
        let query = asked.plain(self).unwrap_or_else(|| Box::new(AllQuery));
        let best = TopDocs::with_limit(LIMIT).order_by_score();
        let (found, total) = match counted {
            Counted::No => (self.searcher.search(&query, &best).expect("an answer"), 0),
            Counted::Yes => self.searcher.search(&query, &(best, Count)).expect("an answer"),
        };
        for (_, at) in &found {
            let _: TantivyDocument = self.searcher.doc(*at).expect("the document");
        }
        found.len().max(total)
    }
}

/// What each field takes of our index.
#[expect(clippy::print_stdout, reason = "the tables are the purpose")]
fn print_shares(dir: &Path) {
    let index = Index::open_in_dir(dir).expect("the index");
    let searcher = index.reader().expect("the index").searcher();
    let usage = searcher.space_usage().expect("the sizes");
    let mut shares: BTreeMap<String, [u64; 4]> = BTreeMap::new();
    let mut store = 0;
    for segment in usage.segments() {
        let kinds = [segment.termdict(), segment.postings(), segment.positions(), segment.fast_fields()];
        for (at, kind) in kinds.into_iter().enumerate() {
            for field in kind.fields() {
                shares.entry(field.field_name().to_owned()).or_default()[at] += field.total().get_bytes();
            }
        }
        for field in segment.fieldnorms().fields() {
            shares.entry(field.field_name().to_owned()).or_default()[1] += field.total().get_bytes();
        }
        store += segment.store().total().get_bytes();
    }
    let total: u64 = usage.total().get_bytes();
    println!(
        "| field | MB | share | words | postings and norms | positions | columns |\n|---|---|---|---|---|---|---|"
    );
    let mut rows: Vec<(String, [u64; 4])> = shares.into_iter().collect();
    rows.sort_by_key(|(_, sizes)| std::cmp::Reverse(sizes.iter().sum::<u64>()));
    let share = |bytes: u64| format!("{:.1} %", bytes as f64 / total as f64 * 100.0);
    println!("| letters as stored | {} | {} | | | | |", megabytes(store), share(store));
    for (name, sizes) in rows {
        let sum = sizes.iter().sum();
        println!("| {name} | {} | {} | {} |", megabytes(sum), share(sum), sizes.map(megabytes).join(" | "));
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}

fn size_of_folder(dir: &Path) -> u64 {
    let entries = fs::read_dir(dir).expect("the folder").map(|entry| entry.expect("listed"));
    entries.map(|entry| entry.metadata().map_or(0, |metadata| metadata.len())).sum()
}

/// The most memory that this process has had, in MB; maps of the index files that are in memory count. 0 where the
/// system does not say.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or_default() / 1_000
}
