//! Runs the program `tesseract` on a picture.
//!
//! **Invariant:** no shell and no files: the picture goes in by a pipe, the words come out by one.
//! **Invariant:** a program that hangs, floods or dies costs one page.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::Error;

/// The language that letters are in, as tesseract calls it.
const LANGUAGE: &str = "nld";
/// Wall clock for one page. A full one takes 2 to 5 seconds of one core, on a busy machine up to 20. With drawing it stays
/// below the clock of the process that reads letters, which would leave a hanging program behind.
const TIME: Duration = Duration::from_secs(40);
/// Wall clock for a few figures, or a question about the program itself: .2 seconds.
const ASK: Duration = Duration::from_secs(10);
/// Most bytes of an answer: a full page has some 60 kB.
const MAX_ANSWER: u64 = 4 << 20;

/// What a picture holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// A page, its parts in any arrangement.
    Page,
    /// Figures here and there, and nothing else.
    Figures,
}

/// The program that reads pictures: installed, with the language it needs.
#[derive(Debug, Clone)]
pub struct Engine {
    program: PathBuf,
}

impl Engine {
    /// Looks for `tesseract` with Dutch.
    pub fn find() -> Result<Self, Error> {
        Self::at(Path::new("tesseract"))
    }

    /// What [`find`](Self::find) finds; looked for once.
    pub fn installed() -> Result<&'static Self, Error> {
        static FOUND: LazyLock<Result<Engine, Error>> = LazyLock::new(Engine::find);
        FOUND.as_ref().map_err(Error::clone)
    }

    /// The same as [`find`](Self::find) for a program of another name or place.
    pub fn at(program: &Path) -> Result<Self, Error> {
        let engine = Self { program: program.to_owned() };
        let languages = engine.run(&["--list-langs"], Vec::new(), ASK)?;
        if languages.lines().any(|line| line.trim() == LANGUAGE) { Ok(engine) } else { Err(Error::NoDutch) }
    }

    /// The table of words («tsv») in a picture, a portable grey map.
    pub(super) fn words(&self, picture: Vec<u8>, kind: Kind) -> Result<String, Error> {
        let input = ["stdin", "stdout", "-l", LANGUAGE, "--dpi", "300"];
        let (how, time): (&[&str], _) = match kind {
            Kind::Page => (&["--psm", "3", "tsv"], TIME),
            Kind::Figures => (&["--psm", "11", "-c", "tessedit_char_whitelist=0123456789", "tsv"], ASK),
        };
        self.run(&[&input, how].concat(), picture, time)
    }

    fn run(&self, arguments: &[&str], input: Vec<u8>, time: Duration) -> Result<String, Error> {
        let mut command = Command::new(&self.program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // Letters are read side by side, one a core: more threads would only wait for each other.
        command.env("OMP_THREAD_LIMIT", "1").env("LC_ALL", "C");
        let mut child = command.spawn().map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => Error::NotInstalled,
            _ => Error::Failed(cause.to_string()),
        })?;
        let mut stdin = child.stdin.take().expect("the child's input is piped");
        let stdout = child.stdout.take().expect("the child's output is piped");
        // A child that stops listening shows by its answer.
        thread::spawn(move || drop(stdin.write_all(&input)));
        let (send, answer) = mpsc::channel();
        thread::spawn(move || {
            let mut text = Vec::new();
            let read = stdout.take(MAX_ANSWER).read_to_end(&mut text);
            drop(send.send(read.map(|_| text)));
        });
        let answer = answer.recv_timeout(time);
        if answer.is_err() {
            drop(child.kill());
        }
        // What is not read to its end blocks no one: the pipe is closed by now.
        let status = child.wait();
        match (answer, status) {
            (Ok(Ok(text)), Ok(status)) if status.success() => Ok(String::from_utf8_lossy(&text).into_owned()),
            (Err(RecvTimeoutError::Timeout), _) => Err(Error::TooSlow(time)),
            (Ok(Err(cause)), _) | (_, Err(cause)) => Err(Error::Failed(cause.to_string())),
            (_, Ok(status)) => Err(Error::Failed(status.to_string())),
        }
    }
}
