//! A child process that reads letters: started, asked, and ended when it hangs, takes too much or answers nonsense; what it
//! died of is told from its last words.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::config::Config;
use super::error::Error;
use super::frame::{read_frame, write_frame};
use super::task::{Answer, Task};
use crate::document::Scans;
use crate::record::page_map::{self, Reading};

/// Lines of a child's talk that are kept to tell why it died.
const TALK: usize = 20;
/// The argument that makes a child leave scans unread.
const NO_OCR: &str = "--no-ocr";

pub(super) fn read_one(config: &Config, worker: &mut Option<Worker>, bytes: &[u8]) -> Result<Reading, Error> {
    match ask_one(config, worker, &Task::Read, bytes)? {
        (Answer::Record(record), maps) => match page_map::unpack(&maps) {
            Some(maps) => Ok((*record, maps)),
            None => Err(Error::Died("it gave no maps of the pages".to_owned())),
        },
        (other, _) => Err(Error::Died(format!("it answered {other:?}"))),
    }
}

/// Asks the worker at hand; starts one where there is none, and ends it after a failure of its own.
pub(super) fn ask_one(
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
pub(super) struct Worker {
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
