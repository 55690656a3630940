//! How far long work is: a bar on a terminal, a plain line now and then elsewhere.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Time between two plain lines: rare enough for a log, often enough to see that the work goes on.
const LINES_APART: Duration = Duration::from_secs(5);

/// The progress of one piece of work.
pub struct Progress {
    bar: Option<ProgressBar>,
    total: usize,
    done: usize,
    last: Instant,
}

impl Progress {
    /// Begins; `what` is one letter or many.
    pub fn start(total: usize) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("reading {wide_bar} {pos} of {len} {eta}");
            ProgressBar::new(total as u64).with_style(style.expect("the template is well-formed"))
        });
        Self { bar, total, done: 0, last: Instant::now() }
    }

    /// One more is done.
    pub fn step(&mut self) {
        self.done += 1;
        match &self.bar {
            Some(bar) => bar.inc(1),
            None if self.last.elapsed() >= LINES_APART => {
                self.last = Instant::now();
                self.say(&format!("read {} of {}", self.done, self.total));
            }
            None => {}
        }
    }

    /// A line of talk, which does not disturb the bar.
    pub fn say(&self, line: &str) {
        let write = || drop(writeln!(anstream::stderr(), "{line}"));
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
