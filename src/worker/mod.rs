//! What takes the bytes of a letter is done in a process of its own: reading it, drawing a page, adding links.
//!
//! A hostile file can exhaust the stack, the memory or the clock, which no error handling inside the process survives.
//! So letters are read by child processes of the same program ([`serve`] is their side). Both sides speak in frames
//! (length in eight bytes, least first, then the content): a request is a frame of JSON that says what is wanted and a
//! frame with the file, the answer a frame of JSON and, behind it, one of bytes: the maps of the pages, a picture, a file.
//!
//! **Invariant:** whatever a file does, it costs that file alone: the worker is ended and the next letter gets a new one.
//! **Invariant:** no file is opened in the child and no path known to it: bytes in, data out.

mod pool;
mod task;

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::document::{self, Scans};
use crate::record::page_map::{self, Reading};
use task::{Answer, Task};

pub use pool::Pool;
pub use task::serve;

/// Bytes of address space that one reading may take. The largest real letters (400 questions) stay far below a tenth
/// of it; a decompression bomb passes it within a second.
const MEMORY: u64 = 2 << 30;
/// Wall clock for one letter, or for one page of it that is a scan. Real letters take milliseconds; on a busy machine with
/// two cores, at most a few seconds. The program that reads scans is stopped before.
const TIME: Duration = Duration::from_mins(1);
/// Bytes of a file: letters with scanned pages reach some tens of megabytes.
const FILE: u64 = 256 << 20;
/// Lines of a child's talk that are kept to tell why it died.
const TALK: usize = 20;
/// The argument that makes a child leave scans unread.
const NO_OCR: &str = "--no-ocr";

/// How letters are read.
#[derive(Debug, Clone)]
pub struct Config {
    /// The program that serves, normally the running one.
    pub program: PathBuf,
    /// The arguments that make it serve.
    pub arguments: Vec<OsString>,
    /// How many processes read side by side.
    pub count: usize,
    /// Bytes of memory that one may take.
    pub memory: u64,
    /// Wall clock for one letter, or for one page of it that is a scan.
    pub time: Duration,
    /// What is done with scans.
    pub scans: Scans,
}

impl Config {
    /// As many processes as the machine has cores, with the usual limits.
    #[must_use]
    pub fn new(program: PathBuf, arguments: Vec<OsString>) -> Self {
        let count = thread::available_parallelism().map_or(1, usize::from);
        Self { program, arguments, count, memory: MEMORY, time: TIME, scans: Scans::default() }
    }

    /// Whether scans will be read: it is wanted, and what it takes is installed.
    #[must_use]
    pub fn read_scans(&self) -> bool {
        self.scans == Scans::Recognise && document::can_recognise()
    }
}

/// Why a letter was not read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file itself could not be had.
    #[error("the file could not be opened")]
    Open(#[source] io::Error),
    /// Too much to be a letter.
    #[error("the file has {0} bytes or more, and at most {FILE} are read")]
    TooLarge(u64),
    /// The reading gave its reason.
    #[error("{}", .0.message)]
    Refused(Refusal),
    /// The clock ran out.
    #[error("reading took longer than {} seconds and was stopped", .0.as_secs())]
    TooSlow(Duration),
    /// The memory ran out.
    #[error("reading took more than {} MiB of memory and was stopped", .0 >> 20)]
    TooBig(u64),
    /// The process died.
    #[error("the reading process died ({0})")]
    Died(String),
    /// There was no process.
    #[error("the reading process could not be started")]
    Start(#[source] io::Error),
}

/// Why the reading said no: what a face tells the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// One word for programs, such as `encrypted`.
    pub kind: String,
    /// One sentence for people.
    pub message: String,
    /// The page, where it is about one.
    pub page: Option<usize>,
    /// What to do.
    pub hint: Option<String>,
}

impl Error {
    /// The error with its causes, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        sentence(self)
    }

    /// One word for programs.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::Open(cause) if cause.kind() == io::ErrorKind::NotFound => "missing",
            Self::Open(_) => "unreadable",
            Self::TooLarge(_) => "too-large",
            Self::Refused(refusal) => &refusal.kind,
            Self::TooSlow(_) => "too-slow",
            Self::TooBig(_) => "out-of-memory",
            Self::Died(_) => "crashed",
            Self::Start(_) => "no-worker",
        }
    }

    /// The page, where it is about one.
    #[must_use]
    pub fn page(&self) -> Option<usize> {
        match self {
            Self::Refused(refusal) => refusal.page,
            _ => None,
        }
    }

    /// What to do.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        Some(match self {
            Self::Open(cause) if cause.kind() == io::ErrorKind::NotFound => "check the path",
            Self::Open(cause) if cause.kind() == io::ErrorKind::IsADirectory => {
                "`vraagbaak index FOLDER` reads the letters in a folder"
            }
            Self::Open(_) => "check that you may read it",
            Self::TooLarge(_) => "split the file, or leave out its scanned pages",
            Self::Refused(refusal) => return refusal.hint.as_deref(),
            Self::TooSlow(_) | Self::TooBig(_) | Self::Died(_) => {
                "the file is damaged or built to do harm; print it to a new PDF and read that, or give its text \
                 (`pdftotext -layout FILE`)"
            }
            Self::Start(_) => "check that the program may be run and that the machine has memory left",
        })
    }
}

/// Reads many letters side by side. `open` gives the bytes of one, `done` takes each result as it comes, in any order,
/// and says whether to go on.
pub fn read_all<Job: Send>(
    config: &Config,
    jobs: impl IntoIterator<Item = Job>,
    open: impl Fn(&Job) -> Result<Vec<u8>, Error> + Sync,
    mut done: impl FnMut(Job, Result<Reading, Error>) -> bool,
) {
    let queue = Mutex::new(jobs.into_iter().collect::<VecDeque<_>>());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let (results, incoming) = mpsc::sync_channel(config.count);
    thread::scope(|scope| {
        for _ in 0..config.count {
            let (results, next, open) = (results.clone(), &next, &open);
            scope.spawn(move || {
                let mut worker = None;
                while let Some(job) = next() {
                    let result = open(&job).and_then(|bytes| read_one(config, &mut worker, &bytes));
                    if results.send((job, result)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(results);
        // Leaving early closes the channel, and every thread stops at its next result.
        incoming.into_iter().all(|(job, result)| done(job, result));
    });
}

/// The bytes of a file that may be a letter.
pub fn open(path: &Path) -> Result<Vec<u8>, Error> {
    let file = std::fs::File::open(path).map_err(Error::Open)?;
    let size = file.metadata().map_err(Error::Open)?.len();
    if size > FILE {
        return Err(Error::TooLarge(size));
    }
    take(file)
}

/// The bytes of a pipe: its size is known only when it passes the limit.
pub fn take(from: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    from.take(FILE + 1).read_to_end(&mut bytes).map_err(Error::Open)?;
    if bytes.len() as u64 > FILE { Err(Error::TooLarge(bytes.len() as u64)) } else { Ok(bytes) }
}

fn read_one(config: &Config, worker: &mut Option<Worker>, bytes: &[u8]) -> Result<Reading, Error> {
    match ask_one(config, worker, &Task::Read, bytes)? {
        (Answer::Record(record), maps) => match page_map::unpack(&maps) {
            Some(maps) => Ok((*record, maps)),
            None => Err(Error::Died("it gave no maps of the pages".to_owned())),
        },
        (other, _) => Err(Error::Died(format!("it answered {other:?}"))),
    }
}

/// Asks the worker at hand; starts one where there is none, and ends it after a failure of its own.
fn ask_one(
    config: &Config,
    worker: &mut Option<Worker>,
    task: &Task,
    bytes: &[u8],
) -> Result<(Answer, Vec<u8>), Error> {
    let mut running = match worker.take() {
        Some(running) => running,
        None => Worker::start(config).map_err(Error::Start)?,
    };
    let answer = running.ask(config, task, bytes);
    if answer.as_ref().is_err_and(|error| !matches!(error, Error::Refused(_))) {
        return answer;
    }
    *worker = Some(running);
    answer
}

/// A running child; ended when dropped.
#[derive(Debug)]
struct Worker {
    child: Child,
    input: Option<ChildStdin>,
    answers: Receiver<Vec<u8>>,
    talk: Arc<Mutex<VecDeque<String>>>,
}

impl Worker {
    fn start(config: &Config) -> io::Result<Self> {
        let mut command = Command::new(&config.program);
        command.args(&config.arguments).arg(config.memory.to_string());
        if config.scans == Scans::Leave {
            command.arg(NO_OCR);
        }
        // A backtrace would push the reason out of the last lines that are kept.
        command.env("RUST_BACKTRACE", "0");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let input = child.stdin.take();
        let mut output = child.stdout.take().expect("the child's output is piped");
        let errors = child.stderr.take().expect("the child's talk is piped");
        let (send, answers) = mpsc::channel();
        thread::spawn(move || {
            while let Ok(Some(frame)) = read_frame(&mut output) {
                if send.send(frame).is_err() {
                    break;
                }
            }
        });
        let talk = Arc::new(Mutex::new(VecDeque::new()));
        let heard = Arc::clone(&talk);
        thread::spawn(move || listen(errors, &heard));
        Ok(Self { child, input, answers, talk })
    }

    /// The answer, with the bytes behind it.
    fn ask(&mut self, config: &Config, task: &Task, bytes: &[u8]) -> Result<(Answer, Vec<u8>), Error> {
        let died = |cause: serde_json::Error| Error::Died(cause.to_string());
        let task = serde_json::to_vec(task).map_err(died)?;
        // A child that died while it was idle or reading shows below, by the missing answer.
        if let Some(input) = &mut self.input {
            drop(write_frame(input, &task).and_then(|()| write_frame(input, bytes)));
        }
        loop {
            let frame = self.frame(config)?;
            match serde_json::from_slice(&frame).map_err(died)? {
                Answer::Error(refusal) => return Err(Error::Refused(refusal)),
                Answer::Page => {}
                answer if answer.has_bytes() => return Ok((answer, self.frame(config)?)),
                answer => return Ok((answer, Vec::new())),
            }
        }
    }

    fn frame(&mut self, config: &Config) -> Result<Vec<u8>, Error> {
        match self.answers.recv_timeout(config.time) {
            Ok(frame) => Ok(frame),
            Err(RecvTimeoutError::Timeout) => Err(Error::TooSlow(config.time)),
            Err(RecvTimeoutError::Disconnected) => Err(self.autopsy(config)),
        }
    }

    fn autopsy(&mut self, config: &Config) -> Error {
        drop(self.child.kill());
        let status = self.child.wait();
        // The listener may still be reading the last words.
        while Arc::strong_count(&self.talk) > 1 {
            thread::sleep(Duration::from_millis(1));
        }
        let talk = self.talk.lock().unwrap_or_else(PoisonError::into_inner);
        if talk.iter().any(|line| line.contains("memory allocation of") || line.contains("out of memory")) {
            return Error::TooBig(config.memory);
        }
        // A panic says where on one line, and why on the next.
        let is_reason = |line: &&String| line.contains("overflowed its stack") || line.contains("panicked");
        let words: Vec<_> = talk.iter().skip_while(|line| !is_reason(line)).take(2).map(|line| line.trim()).collect();
        Error::Died(if words.is_empty() { end_of(status) } else { words.join(" ") })
    }
}

impl Drop for Worker {
    /// A child between two letters leaves by itself when its input closes; one that hangs has to be ended.
    fn drop(&mut self) {
        self.input = None;
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn end_of(status: io::Result<ExitStatus>) -> String {
    status.map_or_else(|cause| cause.to_string(), |status| status.to_string())
}

fn listen(errors: impl Read, heard: &Mutex<VecDeque<String>>) {
    for line in io::BufRead::lines(io::BufReader::new(errors)).map_while(Result::ok) {
        let mut talk = heard.lock().unwrap_or_else(PoisonError::into_inner);
        talk.push_back(line);
        if talk.len() > TALK {
            talk.pop_front();
        }
    }
}

/// An error with its causes, in one sentence.
fn sentence(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(unix)]
fn limit(memory: u64) -> io::Result<()> {
    let (_, hard) = rlimit::Resource::AS.get()?;
    rlimit::Resource::AS.set(memory.min(hard), hard)
}

#[cfg(not(unix))]
fn limit(_: u64) -> io::Result<()> {
    Ok(())
}

/// The next frame; `None` where the other side has closed between two frames.
fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut head = [0; 8];
    match from.read(&mut head[..1])? {
        0 => return Ok(None),
        _ => from.read_exact(&mut head[1..])?,
    }
    let length = u64::from_le_bytes(head);
    let mut frame = Vec::new();
    if from.take(length).read_to_end(&mut frame)? as u64 == length {
        Ok(Some(frame))
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn write_frame(to: &mut impl Write, frame: &[u8]) -> io::Result<()> {
    to.write_all(&(frame.len() as u64).to_le_bytes())?;
    to.write_all(frame)?;
    to.flush()
}
