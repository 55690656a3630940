//! The command `analyse`: shows what the search makes of words.

use std::io::Write;

use crate::answer::Analysed;
use crate::cli::args::Analyse;
use crate::cli::{Outcome, print_json};
use crate::search;

pub(super) fn run(args: &Analyse, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let words = args.words.iter().flat_map(|words| words.split_whitespace());
    let readable = words.filter(|word| word.chars().any(char::is_alphanumeric));
    let mut outcome = Outcome::Nothing;
    for typed in readable {
        let search::Word { stem, parts, also } = search::word(typed);
        let analysed = Analysed { word: typed.to_owned(), stem, parts, also };
        outcome = Outcome::Done;
        if args.output.json {
            print_json(out, &analysed)?;
        } else {
            let also = analysed.also.iter().map(|name| format!("also «{name}»"));
            let parts = Some(analysed.parts.join(" + ")).filter(|parts| !parts.is_empty());
            let made = parts.into_iter().chain(also).collect::<Vec<_>>().join(", ");
            writeln!(out, "{:<30} {:<20} {made}", analysed.word, analysed.stem)?;
        }
    }
    Ok(outcome)
}
