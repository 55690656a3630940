//! How far long work is: a bar on a terminal, a plain line now and then elsewhere.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::terminal::count;

/// Time between two plain lines: rare enough for a log, often enough to see that the work goes on.
const LINES_APART: Duration = Duration::from_secs(5);

/// The progress of one piece of work.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    files: usize,
    files_done: usize,
    letters: usize,
    last: Instant,
}

impl Progress {
    /// Nothing is known yet.
    pub(super) fn start() -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("reading {wide_bar} {pos} of {len} files{msg}");
            ProgressBar::no_length().with_style(style.expect("the template is well-formed"))
        });
        Self { bar, files: 0, files_done: 0, letters: 0, last: Instant::now() }
    }

    /// So many files will be read.
    pub(super) fn plan(&mut self, files: usize) {
        self.files = files;
        match &self.bar {
            Some(bar) => bar.set_length(files as u64),
            None if files > 1 => say(&format!("reading {}", count(files, "file", "files"))),
            None => {}
        }
    }

    /// A letter is done; a file may hold thousands.
    pub(super) fn letter(&mut self) {
        self.letters += 1;
        self.show();
    }

    /// A file is done.
    pub(super) fn file(&mut self) {
        self.files_done += 1;
        self.show();
    }

    fn show(&mut self) {
        // What only reads files counts no letters.
        let letters = || match self.letters {
            0 => String::new(),
            some => format!(", {}", count(some, "letter", "letters")),
        };
        if let Some(bar) = &self.bar {
            bar.set_position(self.files_done as u64);
            bar.set_message(letters());
        } else if self.last.elapsed() >= LINES_APART {
            say(&format!("{} of {}{}", self.files_done, count(self.files, "file", "files"), letters()));
            self.last = Instant::now();
        }
    }
}

fn say(line: &str) {
    drop(writeln!(anstream::stderr(), "{line}"));
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
