//! The command `suggest`: prints what the text typed so far may become.

use std::io::Write;

use crate::cli::args::Suggest;
use crate::cli::{Outcome, print_json, typed_or_stdin};
use crate::search::Searcher;

pub(super) fn run(args: &Suggest, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let typed = typed_or_stdin(&args.prefix)?;
    let found = Searcher::open(&args.place.dir)?.suggest(&typed, args.limit.into())?;
    if args.output.json {
        print_json(out, &found)?;
    } else {
        for suggestion in &found.suggestions {
            writeln!(out, "{:<16}{}  ({})", suggestion.kind.name(), suggestion.text, suggestion.count)?;
        }
    }
    Ok(if found.suggestions.is_empty() { Outcome::Nothing } else { Outcome::Done })
}
