//! How letters are read: by which program, in how many processes, within which limits.

use std::ffi::OsString;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use crate::document::{self, Scans};

/// Bytes of address space that one reading may take. The largest real letters (400 questions) stay far below a tenth
/// of it; a decompression bomb passes it within a second.
const MEMORY: u64 = 2 << 30;
/// Wall clock for one letter, or for one page of it that is a scan. Real letters take milliseconds; on a busy machine with
/// two cores, at most a few seconds. The program that reads scans is stopped before.
const TIME: Duration = Duration::from_mins(1);

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
