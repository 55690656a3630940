//! What a reading process is asked, and what it answers.
//!
//! **Invariant:** pictures, files and packed maps go as they are, in a frame of their own behind the answer; all else is
//! JSON.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::error::Refusal;
use super::frame::{read_frame, write_frame};
use crate::document::{self, Linked, Scans, Signed};
use crate::record::Record;
use crate::record::page_map;

/// What is wanted of a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Task {
    /// Its letter object and the maps of its pages.
    Read,
    /// A page (from 1) as a picture, so many pixels wide.
    Picture { page: usize, width: u32 },
    /// The file with these links; though it is signed, where `signed` says so.
    Link { links: Vec<Linked>, signed: bool },
}

/// What comes of it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Answer {
    /// The packed maps of the pages follow.
    Record(Box<Record>),
    /// The picture follows.
    Picture,
    /// The file follows.
    Linked,
    Error(Refusal),
    /// A scan is read, the letter not yet: the clock begins anew.
    Page,
}

impl Answer {
    /// Whether a frame of bytes follows.
    pub(super) fn has_bytes(&self) -> bool {
        matches!(self, Self::Record(_) | Self::Picture | Self::Linked)
    }
}

/// The child's side: answers every task of `input`, until it ends. `memory` bounds this process from now on.
pub fn serve(memory: u64, scans: Scans, mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    limit(memory)?;
    while let Some(task) = read_frame(&mut input)? {
        let task = serde_json::from_slice(&task)?;
        let file = read_frame(&mut input)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let page = serde_json::to_vec(&Answer::Page)?;
        // That no one listens any more shows at the answer.
        let mut done = || drop(write_frame(&mut output, &page));
        let (answer, bytes) = perform(task, &file, scans, &mut done)
            .unwrap_or_else(|error| (Answer::Error(Refusal::of(&error)), Vec::new()));
        write_frame(&mut output, &serde_json::to_vec(&answer)?)?;
        if answer.has_bytes() {
            write_frame(&mut output, &bytes)?;
        }
    }
    Ok(())
}

fn perform(
    task: Task,
    file: &[u8],
    scans: Scans,
    done: &mut dyn FnMut(),
) -> Result<(Answer, Vec<u8>), document::Error> {
    Ok(match task {
        Task::Read => {
            let document = document::read_with(file, scans, done)?;
            let (record, maps) = document::reading(&document);
            (Answer::Record(Box::new(record)), page_map::pack(&maps))
        }
        Task::Picture { page, width } => (Answer::Picture, document::picture(file, page, width)?),
        Task::Link { links, signed } => {
            let signed = if signed { Signed::Change } else { Signed::Refuse };
            (Answer::Linked, document::link(file, &links, signed)?)
        }
    })
}

/// Bounds the memory of this process.
#[cfg(unix)]
fn limit(memory: u64) -> io::Result<()> {
    let (_, hard) = rlimit::Resource::AS.get()?;
    rlimit::Resource::AS.set(memory.min(hard), hard)
}

#[cfg(not(unix))]
fn limit(_: u64) -> io::Result<()> {
    Ok(())
}
