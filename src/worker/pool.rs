//! A pool of reading processes for callers that come from many threads, such as the server.
//!
//! **Invariant:** at most `count` processes work at a time; who comes when all are busy waits for one.

use std::sync::{Condvar, Mutex, PoisonError};

use super::config::Config;
use super::error::Error;
use super::process::{Worker, ask_one, read_one};
use super::task::{Answer, Task};
use crate::document::{Linked, Signed};
use crate::record::page_map::Reading;

/// Reading processes that stay, for a program that is asked for one file at a time.
#[derive(Debug)]
pub struct Pool {
    config: Config,
    /// A seat for each process that may work; those in use are taken out, those that never started are empty.
    seats: Mutex<Vec<Option<Worker>>>,
    free: Condvar,
}

impl Pool {
    /// A pool in which nothing runs yet: a process starts when it is first needed.
    #[must_use]
    pub fn new(config: Config) -> Self {
        let seats = (0..config.count.max(1)).map(|_| None).collect();
        Self { config, seats: Mutex::new(seats), free: Condvar::new() }
    }

    /// Reads a letter.
    pub fn read(&self, bytes: &[u8]) -> Result<Reading, Error> {
        self.seated(|worker| read_one(&self.config, worker, bytes))
    }

    /// A page (from 1) as a PNG, about `width` pixels wide; fewer where the picture would get too large.
    pub fn picture(&self, bytes: &[u8], page: usize, width: u32) -> Result<Vec<u8>, Error> {
        match self.ask(&Task::Picture { page, width }, bytes)? {
            (Answer::Picture, png) => Ok(png),
            _ => Err(unasked()),
        }
    }

    /// The file with these links.
    pub fn link(&self, bytes: &[u8], links: Vec<Linked>, signed: Signed) -> Result<Vec<u8>, Error> {
        match self.ask(&Task::Link { links, signed: signed == Signed::Change }, bytes)? {
            (Answer::Linked, file) => Ok(file),
            _ => Err(unasked()),
        }
    }

    fn ask(&self, task: &Task, bytes: &[u8]) -> Result<(Answer, Vec<u8>), Error> {
        self.seated(|worker| ask_one(&self.config, worker, task, bytes))
    }

    /// Does some work with a process, once there is one that is free.
    fn seated<T>(&self, work: impl FnOnce(&mut Option<Worker>) -> Result<T, Error>) -> Result<T, Error> {
        let seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seats = self.free.wait_while(seats, |seats| seats.is_empty()).unwrap_or_else(PoisonError::into_inner);
        let seat = seats.pop().flatten();
        drop(seats);
        // The seat comes back whatever happens.
        let mut taken = Taken { pool: self, seat };
        work(&mut taken.seat)
    }
}

fn unasked() -> Error {
    Error::Died("it answered something else than it was asked".to_owned())
}

struct Taken<'a> {
    pool: &'a Pool,
    seat: Option<Worker>,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.pool.seats.lock().unwrap_or_else(PoisonError::into_inner).push(self.seat.take());
        self.pool.free.notify_one();
    }
}
