//! Errors as people and programs see them.

use std::io::{self, Write};

use crate::faces::cli::Outcome;
use crate::faces::cli::terminal::ERROR;
use crate::faces::view::{Ended, Failure};
use crate::worker;

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
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}

fn failure_of(error: &anyhow::Error) -> Failure {
    let message = format!("{error:#}");
    let (kind, page, hint) = if let Some(error) = error.downcast_ref::<worker::Error>() {
        (error.kind(), error.page(), error.hint())
    } else if error.chain().any(|cause| cause.is::<io::Error>()) {
        ("io", None, None)
    } else {
        ("error", None, None)
    };
    Failure { kind: kind.to_owned(), message, page, hint: hint.map(str::to_owned) }
}
