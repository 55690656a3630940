//! What takes the bytes of a letter is done in a process of its own: reading it, drawing a page, adding links.
//!
//! A hostile file can exhaust the stack, the memory or the clock, which no error handling inside the process survives.
//! So letters are read by child processes of the same program ([`serve`] is their side). Both sides speak in frames
//! (length in eight bytes, least first, then the content): a request is a frame of JSON that says what is wanted and a
//! frame with the file, the answer a frame of JSON and, behind it, one of bytes: the maps of the pages, a picture, a file.
//!
//! **Invariant:** whatever a file does, it costs that file alone: the worker is ended and the next letter gets a new one.
//! **Invariant:** no file is opened in the child and no path known to it: bytes in, data out.

mod error;
mod frame;
mod pool;
mod task;

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::document::{self, Scans};
use crate::record::page_map::{self, Reading};
use error::FILE;
use frame::{read_frame, write_frame};
use task::{Answer, Task};

pub use error::{Error, Refusal};
pub use pool::Pool;
pub use task::serve;

/// Bytes of address space that one reading may take. The largest real letters (400 questions) stay far below a tenth
/// of it; a decompression bomb passes it within a second.
const MEMORY: u64 = 2 << 30;
/// Wall clock for one letter, or for one page of it that is a scan. Real letters take milliseconds; on a busy machine with
/// two cores, at most a few seconds. The program that reads scans is stopped before.
const TIME: Duration = Duration::from_mins(1);
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
