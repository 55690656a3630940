//! What a reading process is asked, and what it answers.
//!
//! **Invariant:** a picture or a file goes as it is, in a frame of its own behind its answer; all else is JSON.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use super::error::{Refusal, sentence};
use super::frame::{read_frame, write_frame};
use crate::document::{self, Linked, Scans, Sheet, Signed};
use crate::record::Record;

/// What is wanted of a file.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Task {
    /// Its letter object.
    Read,
    /// The places of its texts.
    Geometry,
    /// A page (from 1) as a picture, so many pixels wide.
    Picture { page: usize, width: u32 },
    /// The file with links; though it is signed, where `signed` says so.
    Link { signed: bool },
}

/// What comes of it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Answer {
    Record(Box<Record>),
    Geometry(Vec<Sheet>),
    /// The picture follows.
    Picture,
    /// The file follows.
    Linked(Vec<Linked>),
    Error(Refusal),
    /// A scan is read, the letter not yet: the clock begins anew.
    Page,
}

impl Answer {
    /// Whether a frame of bytes follows.
    pub(super) fn has_bytes(&self) -> bool {
        matches!(self, Self::Picture | Self::Linked(_))
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
        let (answer, bytes) =
            perform(task, &file, scans, &mut done).unwrap_or_else(|error| (Answer::Error(refusal(&error)), Vec::new()));
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
            (Answer::Record(Box::new(document::record(&document))), Vec::new())
        }
        Task::Geometry => (Answer::Geometry(document::geometry(file, scans, done)?), Vec::new()),
        Task::Picture { page, width } => (Answer::Picture, document::picture(file, page, width)?),
        Task::Link { signed } => {
            let signed = if signed { Signed::Change } else { Signed::Refuse };
            let (bytes, linked) = document::link(file, scans, signed, done)?;
            (Answer::Linked(linked), bytes)
        }
    })
}

fn refusal(error: &document::Error) -> Refusal {
    Refusal { kind: error.kind().to_owned(), message: sentence(error), page: None, hint: Some(error.hint().to_owned()) }
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
