//! The index run: brings an index up to date with the letters under some paths, and reports what was done.
//!
//! **Invariant:** nothing is lost: only what is gone from under the paths of this run is dropped, a path that cannot
//! be listed drops nothing, and a changed file that can no longer be read keeps its earlier reading.
//! **Invariant:** a run commits as it goes, whole letters together with the list of what is held: after a kill the
//! next run reads only what is missing.
//! **Invariant:** the same bytes are not read twice: what the index or the caller holds of them is taken over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::corpus::{self, Changes, Form, Listing, Stamp, Unlisted};
use crate::index::{self, Counts, Held, Writer};
use crate::record::page_map::Reading;
use crate::record::{Record, Source, Trust, WarningKind, hex};
use crate::worker;

/// Why a run ended early: only the index can end it.
pub use crate::index::Error;

/// Time between two commits. A commit takes some tens of milliseconds and makes the letters before it durable.
const COMMIT_EVERY: Duration = Duration::from_secs(5);
/// The hash of a file of which a part was skipped: it is read again, and its faults are told again, in every run.
const PARTLY_READ: &str = "";

/// What a run did, and what the index holds after it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What the index holds.
    #[serde(flatten)]
    pub totals: Totals,
    /// Files that were read and not held before.
    pub new: usize,
    /// Files that were read again.
    pub changed: usize,
    /// Files that are held as they are.
    pub unchanged: usize,
    /// Files that left the index.
    pub gone: usize,
    /// What could not be read, and why.
    pub skipped: Vec<Skipped>,
    /// True where a path of the run does not exist, or nothing could be read: the run failed.
    #[serde(skip)]
    pub failed: bool,
}

/// How much the index holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each is the number of what it is called")]
pub struct Totals {
    pub letters: usize,
    pub pairs: usize,
    pub footnotes: usize,
    pub references: usize,
    pub warnings: usize,
    pub trust: Trust,
}

impl From<Counts> for Totals {
    fn from(counts: Counts) -> Self {
        let Counts { letters, pairs, footnotes, references, warnings, trust } = counts;
        Self { letters, pairs, footnotes, references, warnings, trust }
    }
}

/// A path or a line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The path as given.
    pub path: String,
    /// One word for programs.
    pub kind: String,
    /// One sentence for people.
    pub message: String,
    /// The page, where it is about one.
    pub page: Option<usize>,
    /// What to do.
    pub hint: Option<String>,
}

/// What happens during a run, for whoever watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// So many files will be read.
    Planned(usize),
    /// A letter is in the index.
    Letter,
    /// A file is done, read or skipped.
    File,
}

/// Reads what is new or changed under the paths into the index in a folder.
pub fn run(paths: &[PathBuf], dir: &Path, workers: &worker::Config, watch: impl FnMut(Event)) -> Result<Report, Error> {
    run_knowing(BTreeMap::new(), paths, dir, workers, watch)
}

/// The same, where some of the letters have been read already: their readings, by the hash of the file.
pub fn run_knowing(
    known: BTreeMap<String, &Reading>,
    paths: &[PathBuf],
    dir: &Path,
    workers: &worker::Config,
    mut watch: impl FnMut(Event),
) -> Result<Report, Error> {
    let listing = corpus::list(paths);
    if listing.roots.is_empty() && matches!(index::Reader::open(dir), Err(Error::Missing(_))) {
        // No path exists: that alone is no reason to make an index.
        let mut report = Report { failed: true, ..Report::default() };
        report.skip_unlisted(&listing);
        return Ok(report);
    }
    let mut run = Run { writer: Writer::open(dir)?, known, report: Report::default(), committed: Instant::now() };
    let changes = listing.compare(&stamps(run.writer.held(), workers.read_scans()));
    watch(Event::Planned(changes.new.len() + changes.changed.len()));
    run.report.unchanged = changes.unchanged.len();
    run.report.skip_unlisted(&listing);
    run.report.skip_others(&listing);
    run.report.skip_empty_paths(&listing, paths);
    let gone = run.read(changes, workers, &mut watch)?;
    // Only now: a file that was moved is taken over from where it was.
    run.drop_gone(&gone)?;
    run.finish()
}

/// Reads every letter under the paths, and changes no index. The letters come in no order; of the report only what was
/// skipped is filled in.
pub fn peruse(
    paths: &[PathBuf],
    workers: &worker::Config,
    mut take: impl FnMut(Record),
    mut watch: impl FnMut(Event),
) -> Report {
    let listing = corpus::list(paths);
    let mut report = Report::default();
    report.skip_unlisted(&listing);
    report.skip_others(&listing);
    report.skip_empty_paths(&listing, paths);
    watch(Event::Planned(listing.files.len()));
    let (letters, records): (Vec<_>, Vec<_>) = listing.files.into_iter().partition(|file| file.form == Form::Letter);
    worker::read_all(
        workers,
        letters,
        |file| worker::open(&file.path),
        |file, result| {
            match result {
                Ok((record, _)) => take(with_path(record, &file.path)),
                Err(error) => report.skip_file(&file.path, &error, ""),
            }
            watch(Event::File);
            true
        },
    );
    for file in records {
        let lines = File::open(&file.path).map(|file| BufReader::new(file).split(b'\n'));
        match lines {
            Ok(lines) => (1..).zip(lines.map_while(Result::ok)).for_each(|(number, line)| match parse(&line) {
                Ok(record) => record.into_iter().for_each(&mut take),
                Err(cause) => report.skip_line(&file.path, number, &cause),
            }),
            Err(cause) => report.skip_file(&file.path, &worker::Error::Open(cause), ""),
        }
        watch(Event::File);
    }
    report.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    report
}

/// Takes all letters under the paths out of the index in a folder.
pub fn forget(paths: &[PathBuf], dir: &Path) -> Result<Report, Error> {
    // Only an index that is there can forget.
    index::Reader::open(dir)?;
    let (writer, known) = (Writer::open(dir)?, BTreeMap::new());
    let mut run = Run { writer, known, report: Report::default(), committed: Instant::now() };
    for path in paths {
        let root = corpus::key(path);
        let under: Vec<_> = run.writer.held().keys().map(PathBuf::from).filter(|key| key.starts_with(&root)).collect();
        if under.is_empty() {
            run.report.skip(path, "not-held", "the index holds nothing under this path", None);
            run.report.failed = true;
        }
        run.drop_gone(&under)?;
    }
    run.close()
}

/// The files that need not be read if they are as they were. Scans that could not be read are read again when they can.
fn stamps(held: &BTreeMap<String, Held>, read_scans: bool) -> BTreeMap<PathBuf, Stamp> {
    let stamp = |held: &Held| {
        if held.file.sha256 == PARTLY_READ || held.file.unread && read_scans {
            // No file is like this one.
            Stamp { size: u64::MAX, modified: i64::MIN }
        } else {
            Stamp { size: held.file.size, modified: held.file.modified }
        }
    };
    held.values().map(|held| (PathBuf::from(&held.file.path), stamp(held))).collect()
}

struct Run<'a> {
    writer: Writer,
    known: BTreeMap<String, &'a Reading>,
    report: Report,
    committed: Instant,
}

/// A file to be read.
struct Job {
    file: corpus::File,
    pile: Pile,
}

#[derive(Clone, Copy)]
enum Pile {
    New,
    Changed,
}

impl Run<'_> {
    fn drop_gone(&mut self, gone: &[PathBuf]) -> Result<(), Error> {
        for key in gone {
            self.report.gone += usize::from(self.writer.remove(&key.to_string_lossy())?);
        }
        Ok(())
    }

    /// Reads what is new or changed, and gives back what is gone.
    fn read(
        &mut self,
        changes: Changes,
        workers: &worker::Config,
        watch: &mut impl FnMut(Event),
    ) -> Result<Vec<PathBuf>, Error> {
        let new = changes.new.into_iter().map(|file| Job { file, pile: Pile::New });
        let again = changes.changed.into_iter().map(|file| Job { file, pile: Pile::Changed });
        let (letters, records): (Vec<_>, Vec<_>) = new.chain(again).partition(|job| job.file.form == Form::Letter);
        // Files of one size may be copies of each other: the others wait until the first is held.
        let mut sizes = BTreeSet::new();
        let (first, others): (Vec<_>, Vec<_>) = letters.into_iter().partition(|job| sizes.insert(job.file.stamp.size));
        for letters in [first, others] {
            let unknown = self.take_over(letters, workers, watch)?;
            self.read_letters(unknown, workers, watch)?;
        }
        records.iter().try_for_each(|job| self.take_records(job, watch))?;
        Ok(changes.gone)
    }

    /// Takes over what is known of the bytes of files; those of which nothing is known are given back.
    fn take_over(
        &mut self,
        letters: Vec<Job>,
        workers: &worker::Config,
        watch: &mut impl FnMut(Event),
    ) -> Result<Vec<Job>, Error> {
        let mut unknown = Vec::new();
        for job in letters {
            match self.known(&job.file, workers)? {
                Some(reading) => self.take_letter(&job, Ok(reading), watch)?,
                None => unknown.push(job),
            }
        }
        Ok(unknown)
    }

    /// What is known of the bytes of a file, told by their hash. No file is opened of whose size nothing is held.
    fn known(&self, file: &corpus::File, workers: &worker::Config) -> Result<Option<Reading>, Error> {
        let again = |held: &&Held| held.file.unread && workers.read_scans();
        let alike = self.writer.held().values().filter(|held| held.file.size == file.stamp.size);
        let alike: Vec<&Held> = alike.filter(|held| held.complete && !again(held)).collect();
        if alike.is_empty() && self.known.is_empty() {
            return Ok(None);
        }
        let Ok(bytes) = worker::open(&file.path) else { return Ok(None) };
        let sha256 = hex(&Sha256::digest(bytes));
        if let Some(reading) = self.known.get(&sha256) {
            return Ok(Some((*reading).clone()));
        }
        let same = alike.into_iter().find(|held| held.file.sha256 == sha256);
        same.map_or(Ok(None), |held| self.writer.reading(&held.file.path))
    }

    fn read_letters(
        &mut self,
        letters: Vec<Job>,
        workers: &worker::Config,
        watch: &mut impl FnMut(Event),
    ) -> Result<(), Error> {
        let mut problem = Ok(());
        worker::read_all(
            workers,
            letters,
            |job| worker::open(&job.file.path),
            |job, result| {
                problem = self.take_letter(&job, result, watch);
                problem.is_ok()
            },
        );
        problem
    }

    fn take_letter(
        &mut self,
        job: &Job,
        result: Result<Reading, worker::Error>,
        watch: &mut impl FnMut(Event),
    ) -> Result<(), Error> {
        match result {
            Ok((record, maps)) => {
                let record = with_path(record, &job.file.path);
                let sha256 = record.source.as_ref().and_then(|source| source.sha256.clone());
                let unread = record.warnings.iter().any(|warning| warning.kind == WarningKind::Scan);
                let file = index::File { unread, ..held_file(&job.file, sha256.unwrap_or_default()) };
                self.writer.add_reading(file, &(record, maps))?;
                self.count(job);
                watch(Event::Letter);
            }
            Err(error) => self.skip(job, &error),
        }
        watch(Event::File);
        self.commit_now_and_then()
    }

    fn count(&mut self, job: &Job) {
        match job.pile {
            Pile::New => self.report.new += 1,
            Pile::Changed => self.report.changed += 1,
        }
    }

    fn skip(&mut self, job: &Job, error: &worker::Error) {
        let kept = match job.pile {
            Pile::New => "",
            Pile::Changed => "; its earlier reading is kept",
        };
        self.report.skip_file(&job.file.path, error, kept);
    }

    /// Letter objects, one a line; a bad line costs itself. The file is read twice, because it has to be known whether
    /// all of it is good before its first letter is written.
    fn take_records(&mut self, job: &Job, watch: &mut impl FnMut(Event)) -> Result<(), Error> {
        let sha256 = match self.survey(&job.file.path) {
            Ok(sha256) => sha256,
            Err(cause) => {
                self.skip(job, &worker::Error::Open(cause));
                watch(Event::File);
                return Ok(());
            }
        };
        self.writer.begin(held_file(&job.file, sha256))?;
        let lines = File::open(&job.file.path).map(|file| BufReader::new(file).split(b'\n'));
        for line in lines.into_iter().flatten().map_while(Result::ok) {
            if let Ok(Some(record)) = parse(&line) {
                self.writer.letter(&record, &[])?;
                watch(Event::Letter);
                self.commit_now_and_then()?;
            }
        }
        self.writer.end()?;
        self.count(job);
        watch(Event::File);
        self.commit_now_and_then()
    }

    /// The hash of a file of letter objects, or [`PARTLY_READ`]; its bad lines are skipped.
    fn survey(&mut self, path: &Path) -> io::Result<String> {
        let skipped = self.report.skipped.len();
        let mut hasher = Sha256::new();
        for (number, line) in (1..).zip(BufReader::new(File::open(path)?).split(b'\n')) {
            let line = line?;
            hasher.update(&line);
            hasher.update(b"\n");
            if let Err(cause) = parse(&line) {
                self.report.skip_line(path, number, &cause);
            }
        }
        let all_good = self.report.skipped.len() == skipped;
        Ok(if all_good { hex(&hasher.finalize()) } else { PARTLY_READ.to_owned() })
    }

    fn commit_now_and_then(&mut self) -> Result<(), Error> {
        if self.committed.elapsed() >= COMMIT_EVERY {
            self.writer.commit()?;
            self.committed = Instant::now();
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Report, Error> {
        let report = &mut self.report;
        report.failed |= report.new + report.changed + report.unchanged == 0;
        report.skipped.sort_by(|a, b| a.path.cmp(&b.path));
        self.close()
    }

    fn close(self) -> Result<Report, Error> {
        let mut report = self.report;
        report.totals = self.writer.held().values().map(|held| held.counts).sum::<Counts>().into();
        self.writer.close()?;
        Ok(report)
    }
}

impl Report {
    fn skip(&mut self, path: &Path, kind: &str, message: &str, hint: Option<&str>) {
        let (path, kind, message) = (path.to_string_lossy().into_owned(), kind.to_owned(), message.to_owned());
        self.skipped.push(Skipped { path, kind, message, page: None, hint: hint.map(str::to_owned) });
    }

    /// A file of which nothing could be read; `kept` says what is left of it.
    fn skip_file(&mut self, path: &Path, error: &worker::Error, kept: &str) {
        let message = format!("{}{kept}", error.sentence());
        self.skip(path, error.kind(), &message, error.hint());
        if let Some(skipped) = self.skipped.last_mut() {
            skipped.page = error.page();
        }
    }

    fn skip_line(&mut self, path: &Path, number: usize, cause: &str) {
        let message = format!("line {number} is no letter object: {cause}");
        let hint = "each line is one object as `vraagbaak read --json` prints it";
        self.skip(path, "not-a-letter", &message, Some(hint));
    }

    fn skip_unlisted(&mut self, listing: &Listing) {
        for Unlisted { path, root, cause, .. } in &listing.unlisted {
            let (kind, hint) = match cause.kind() {
                io::ErrorKind::NotFound => {
                    ("missing", "check the path; `--forget PATH` takes its letters out of the index")
                }
                _ => ("unreadable", "check that you may read it"),
            };
            self.skip(path, kind, &format!("the path cannot be listed: {cause}"), Some(hint));
            self.failed |= root;
        }
    }

    /// Files that are no letters by their names, and may hold one.
    fn skip_others(&mut self, listing: &Listing) {
        for path in &listing.others {
            if let Some(error) = worker::other(path) {
                self.skip_file(path, &error, "");
            }
        }
    }

    fn skip_empty_paths(&mut self, listing: &Listing, paths: &[PathBuf]) {
        for path in paths {
            let root = corpus::key(path);
            let listed = listing.roots.contains(&root);
            let is_told = self.skipped.iter().any(|skipped| Path::new(&skipped.path).starts_with(path));
            if listed && !is_told && !listing.files.iter().any(|file| file.key.starts_with(&root)) {
                let hint = "letters are files named .pdf or .txt, letter objects files named .ndjson";
                self.skip(path, "no-letters", "there are no letters in this folder", Some(hint));
            }
        }
    }
}

/// A letter with the path of its file, which the process that read it did not know.
fn with_path(mut record: Record, path: &Path) -> Record {
    let source = record.source.take().unwrap_or_default();
    record.source = Some(Source { path: path.to_string_lossy().into_owned(), ..source });
    record
}

fn held_file(file: &corpus::File, sha256: String) -> index::File {
    let Stamp { size, modified } = file.stamp;
    index::File { path: file.key.to_string_lossy().into_owned(), size, modified, sha256, unread: false }
}

/// The letter object of a line; nothing for an empty line.
fn parse(line: &[u8]) -> Result<Option<Record>, String> {
    if line.trim_ascii().is_empty() {
        Ok(None)
    } else {
        serde_json::from_slice(line).map_err(|error| error.to_string())
    }
}
