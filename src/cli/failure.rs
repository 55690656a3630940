//! Errors as people and programs see them.

use std::io::{self, Write};

use crate::answer::{Ended, Failure};
use crate::cli::Outcome;
use crate::cli::terminal::ERROR;
use crate::{ingest, search, worker};

/// A question that cannot be answered as it was put.
#[derive(Debug)]
pub(super) struct Refused(Failure);

impl Refused {
    pub(super) fn new(kind: &str, message: impl Into<String>, hint: &str) -> Self {
        Self(Failure { kind: kind.to_owned(), message: message.into(), page: None, hint: Some(hint.to_owned()) })
    }

    /// For people.
    pub(super) fn say(&self) {
        say(&self.0);
    }

    /// For programs.
    pub(super) fn ended(&self) -> Ended {
        Ended { error: self.0.clone() }
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Refused {}

/// Says what went wrong: on stderr for people, on stdout for programs.
pub(super) fn report(error: &anyhow::Error, json: bool) -> Outcome {
    if is_closed_pipe(error) {
        return Outcome::Done;
    }
    let failure = failure_of(error);
    if json {
        say_json(&failure);
    } else {
        say(&failure);
    }
    Outcome::Failed
}

/// Writes an error and what to do about it to stderr.
pub(super) fn say(failure: &Failure) {
    let mut talk = anstream::stderr().lock();
    drop(writeln!(talk, "{ERROR}error:{ERROR:#} {}", failure.message));
    if let Some(hint) = &failure.hint {
        drop(writeln!(talk, "hint: {hint}"));
    }
}

fn say_json(failure: &Failure) {
    let ended = Ended { error: failure.clone() };
    let line = serde_json::to_string(&ended).expect("strings and numbers are JSON");
    drop(writeln!(io::stdout(), "{line}"));
}

/// What clap says of the arguments: help and version are answers, the rest are errors.
pub(super) fn of_arguments(error: &clap::Error) -> Outcome {
    if error.use_stderr() && std::env::args_os().any(|argument| argument == "--json") {
        let text = error.to_string();
        let message = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ").trim().to_owned();
        let hint = Some("see `vraagbaak --help`".to_owned());
        say_json(&Failure { kind: "usage".into(), message, page: None, hint });
        return Outcome::Failed;
    }
    drop(error.print());
    if error.use_stderr() { Outcome::Failed } else { Outcome::Done }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe))
}

fn failure_of(error: &anyhow::Error) -> Failure {
    if let Some(Refused(failure)) = error.downcast_ref() {
        return failure.clone();
    }
    if let Some(cause) = error.downcast_ref::<worker::Error>() {
        // What was added is the path; the causes are in the error's own sentence.
        let failure = Failure::from(cause);
        let path = error.chain().next().map(ToString::to_string).filter(|path| *path != cause.to_string());
        let message = path.map_or_else(|| failure.message.clone(), |path| format!("{path}: {}", failure.message));
        return Failure { message, ..failure };
    }
    let (kind, hint) = if let Some(error) = error.downcast_ref::<search::Error>() {
        (error.kind(), error.hint())
    } else if let Some(error) = error.downcast_ref::<ingest::Error>() {
        (error.kind(), error.hint())
    } else {
        ("io", None)
    };
    Failure { kind: kind.to_owned(), message: format!("{error:#}"), page: None, hint }
}
