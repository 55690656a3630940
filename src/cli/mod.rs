//! The command line: parses what was typed, calls the verb, returns the exit status.
//!
//! **Invariant:** stdout is data, stderr is talk; a reader that closes the pipe ends the program quietly.
//! **Invariant:** `anyhow` lives here alone: it adds the path to an error.

mod analyse;
mod args;
mod check;
mod cites;
mod explain;
mod failure;
mod index;
mod link;
mod outcome;
pub mod outline;
mod progress;
mod read;
mod search;
mod serve;
mod show;
mod skipped;
mod stdio;
mod suggest;
mod terminal;
mod workers;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::cli::args::{Args, Verb};
use crate::cli::failure::Refused;
use crate::cli::outcome::Outcome;
use crate::cli::stdio::{print_json, stdin_text, typed_or_stdin};
use crate::cli::workers::workers;
use crate::worker;

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return failure::of_arguments(&error).into(),
    };
    let json = args.verb.wants_json();
    let mut out = BufWriter::new(anstream::stdout().lock());
    let outcome = dispatch(args.verb, &mut out).and_then(|outcome| Ok(out.flush().map(|()| outcome)?));
    outcome.unwrap_or_else(|error| failure::report(&error, json)).into()
}

fn dispatch(verb: Verb, out: &mut impl Write) -> anyhow::Result<Outcome> {
    match verb {
        Verb::Read(args) => read::run(&args, out),
        Verb::Index(args) => index::run(&args, out),
        Verb::Search(args) => search::search(&args, out),
        Verb::Cites(args) => cites::run(&args, out),
        Verb::Similar(args) => search::similar(&args, out),
        Verb::Show(args) => show::run(&args, out),
        Verb::Check(args) => check::run(&args, out),
        Verb::Suggest(args) => suggest::run(&args, out),
        Verb::Link(args) => link::run(&args, out),
        Verb::Analyse(args) => analyse::run(&args, out),
        Verb::Completions(args) => completions(args.shell, out),
        Verb::Man => manual(out),
        Verb::Serve(args) => serve::run(&args),
        Verb::Worker(args) => work(args),
    }
}

fn completions(shell: clap_complete::Shell, out: &mut impl Write) -> anyhow::Result<Outcome> {
    // Into memory first: the generator does not survive a closed pipe.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "vraagbaak", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Done)
}

/// The page of the program, then one section a command.
fn manual(out: &mut impl Write) -> anyhow::Result<Outcome> {
    let mut command = Args::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(out)?;
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        let page = clap_mangen::Man::new(verb.clone());
        writeln!(out, ".SH \"{}\"", verb.get_name().to_uppercase())?;
        page.render_synopsis_section(out)?;
        page.render_description_section(out)?;
        page.render_options_section(out)?;
    }
    Ok(Outcome::Done)
}

fn work(args: args::Worker) -> anyhow::Result<Outcome> {
    worker::serve(args.memory, args.recognition.scans(), io::stdin().lock(), io::stdout().lock())?;
    Ok(Outcome::Done)
}
