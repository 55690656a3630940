//! `analyse`: words come in; what the search makes of them goes out.

use std::io::Write;

use crate::faces::cli::args::Analyse;
use crate::faces::cli::{Outcome, print_json};
use crate::faces::view::Analysed;
use crate::search;

pub(super) fn run(args: &Analyse, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let words = args.words.iter().flat_map(|words| words.split_whitespace());
    let readable = words.filter(|word| word.chars().any(char::is_alphanumeric));
    let mut outcome = Outcome::Nothing;
    for typed in readable {
        let search::Word { stem, parts } = search::word(typed);
        let analysed = Analysed { word: typed.to_owned(), stem, parts };
        outcome = Outcome::Done;
        if args.output.json {
            print_json(out, &analysed)?;
        } else {
            writeln!(out, "{:<30} {:<20} {}", analysed.word, analysed.stem, analysed.parts.join(" + "))?;
        }
    }
    Ok(outcome)
}
