//! The command `cites`: prints who cites a document; with `--find`, what a text cites.

use std::io::{self, BufRead, Write};

use crate::answer::{FoundLine, FoundMention};
use crate::citation::{self, Found, Mention};
use crate::cli::args::Cites;
use crate::cli::search::highlighted;
use crate::cli::terminal::{FAINT, STRONG, WARNING, count, hang, opening, width};
use crate::cli::{Outcome, print_json, stdin_text, typed_or_stdin};
use crate::search::{self, Cited, Citing, MAX_LIMIT, Options, Searcher};

pub(super) fn run(args: &Cites, out: &mut impl Write) -> anyhow::Result<Outcome> {
    if args.find { find(args, out) } else { cites(args, out) }
}

fn cites(args: &Cites, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let document = typed_or_stdin(&args.kamerstuk)?;
    let searcher = Searcher::open(&args.place.dir)?;
    let options = options(args);
    let cites = match &options {
        Some(options) => searcher.cites(document.trim(), options)?,
        None => all(&searcher, document.trim())?,
    };
    if args.output.json {
        print_json(out, &cites)?;
    } else {
        print(out, &cites, options.as_ref())?;
    }
    Ok(if cites.total == 0 { Outcome::Nothing } else { Outcome::Done })
}

/// The part of the answer that is asked for; `None` for all of it.
fn options(args: &Cites) -> Option<Options> {
    let usual = Options::default();
    (args.limit.is_some() || args.page.is_some()).then(|| Options {
        limit: args.limit.map_or(usual.limit, Into::into),
        page: args.page.map_or(usual.page, Into::into),
        ..usual
    })
}

/// Every mention: the pages of the answer one after the other.
fn all(searcher: &Searcher, document: &str) -> Result<search::Cites, search::Error> {
    let page = |page| searcher.cites(document, &Options { limit: MAX_LIMIT, page, ..Options::default() });
    let mut all = page(1)?;
    for number in 2.. {
        if all.hits.len() >= all.total {
            break;
        }
        let more = page(number)?.hits;
        if more.is_empty() {
            break;
        }
        all.hits.extend(more);
    }
    Ok(all)
}

fn print(out: &mut impl Write, cites: &search::Cites, options: Option<&Options>) -> io::Result<()> {
    let search::Cites { id, alternatives, total, hits, years, cocited, neighbours, .. } = cites;
    if !alternatives.is_empty() {
        writeln!(out, "{WARNING}! read as {id}; it may also mean {}{WARNING:#}", alternatives.join(", "))?;
    }
    if *total == 0 {
        writeln!(out, "nothing cites {id}")?;
        return if neighbours.is_empty() { Ok(()) } else { list(out, "nearest", neighbours) };
    }
    writeln!(out, "{STRONG}{id}{STRONG:#} is cited {}", count(*total, "time", "times"))?;
    if hits.len() < *total {
        let first = options.map_or(0, |options| (options.page - 1) * options.limit);
        match hits.len() {
            0 => writeln!(out, "none of them on this page")?,
            shown => writeln!(out, "{} to {}, the newest first:", first + 1, first + shown)?,
        }
    }
    for hit in hits {
        print_hit(out, hit, id)?;
    }
    let years: Vec<_> = years.iter().map(|year| format!("{} ({})", year.value, year.count)).collect();
    writeln!(out, "\n{}", hang(&format!("by year     {}", years.join(", ")), width(), 12))?;
    if !cocited.is_empty() {
        list(out, "beside it", cocited)?;
    }
    Ok(())
}

/// Documents with how often they are cited, after what they are.
fn list(out: &mut impl Write, name: &str, documents: &[Cited]) -> io::Result<()> {
    let documents: Vec<_> = documents.iter().map(|cited| format!("{} ({})", cited.id, cited.count)).collect();
    writeln!(out, "{}", hang(&format!("{name:<12}{}", documents.join(", ")), width(), 12))
}

fn print_hit(out: &mut impl Write, hit: &Citing, asked: &str) -> io::Result<()> {
    let id = hit.pair.as_ref().map_or_else(|| hit.letter.to_string(), ToString::to_string);
    let page = hit.page.map(|page| format!("  p{page}")).unwrap_or_default();
    let date = hit.date.as_ref().map_or_else(|| "undated".to_owned(), ToString::to_string);
    writeln!(out, "\n{STRONG}{id}{STRONG:#}  {date}  in {}{page}", hit.place)?;
    if let Some(title) = &hit.title {
        writeln!(out, "    {FAINT}{}{FAINT:#}", opening(title, width().saturating_sub(4)))?;
    }
    let lead = if hit.id.to_string() == asked { String::new() } else { format!("{}: ", hit.id) };
    writeln!(out, "{}", highlighted(&lead, &hit.context.text, &hit.context.highlights, width()))
}

fn find(args: &Cites, out: &mut impl Write) -> anyhow::Result<Outcome> {
    if args.text {
        print_found(args, out, &stdin_text()?)?;
        return Ok(Outcome::Done);
    }
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(&line)).into_owned();
        print_found(args, out, &line)?;
    }
    Ok(Outcome::Done)
}

fn print_found(args: &Cites, out: &mut impl Write, text: &str) -> anyhow::Result<()> {
    let found = citation::resolve(&[citation::Passage::body(text)]).pop().unwrap_or_default();
    let line = view(text, &found);
    if args.output.json { print_json(out, &line) } else { Ok(writeln!(out, "{}", line.ids.join(" "))?) }
}

fn view(text: &str, found: &Found) -> FoundLine {
    let mentions: Vec<_> = found.mentions.iter().map(|mention| mention_view(text, mention)).collect();
    FoundLine { ids: mentions.iter().map(|mention| mention.id.clone()).collect(), mentions }
}

fn mention_view(text: &str, mention: &Mention) -> FoundMention {
    let points = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
    FoundMention {
        id: mention.citation.id(),
        alternatives: mention.alternatives.iter().map(citation::Citation::id).collect(),
        start: points(mention.at.start),
        end: points(mention.at.end),
        text: text.get(mention.at.clone()).unwrap_or_default().to_owned(),
    }
}
