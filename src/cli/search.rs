//! The commands `search` and `similar`: print ranked questions with their answers.

use std::io::{self, Write};

use crate::answer;
use crate::cli::args::{Filters, Search, Similar};
use crate::cli::terminal::{FAINT, FOUND, STRONG, WARNING, hang, opening, pages, width};
use crate::cli::{Outcome, Refused, explain, print_json, stdin_text, typed_or_stdin};
use crate::record::{Asker, Responder};
use crate::search::{
    AnsweredBy, Count, Expansion, Field, Hit, Likeness, Options, Other, Part, Publication, Query, Results, Searcher,
    Strength, Unread,
};

/// Columns under which the lines of a hit are indented.
const INDENT: usize = 4;

pub(super) fn search(args: &Search, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let typed = typed_or_stdin(&args.query)?;
    let (query, unread) = Query::parse(&typed);
    let query = narrow(query, &args.filters)?;
    if query.is_empty() {
        return Err(nothing_asked(&typed, &unread).into());
    }
    if args.count {
        return count(args, &query, out);
    }
    let facets = if args.facets { Field::facets().collect() } else { Vec::new() };
    let options = Options {
        limit: args.window.limit.into(),
        page: args.window.page.into(),
        sort: args.sort.into(),
        facets,
        ..Options::default()
    };
    let searcher = Searcher::open(&args.place.dir)?;
    let results = searcher.search(&query, unread, &options)?;
    let explanation = if args.explain { Some(searcher.explain(&query, &results, &options)?) } else { None };
    if args.output.json {
        print_json(out, &answer::Searched { results: &results, explanation: explanation.as_ref() })?;
    } else {
        print(out, &results, &options)?;
        explanation.map_or(Ok(()), |explanation| explain::print(out, &explanation))?;
    }
    Ok(outcome(results.total))
}

pub(super) fn similar(args: &Similar, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let text = if args.text.is_empty() { stdin_text()? } else { typed_or_stdin(&args.text)? };
    let options = Options { limit: args.limit.into(), ..Options::default() };
    let drafts = Searcher::open(&args.place.dir)?.similar(&text, &options)?;
    if drafts.is_empty() {
        let message = "expected the text of a question, but found nothing";
        return Err(
            Refused::new("empty-query", message, "paste the draft, or give it as `vraagbaak similar < FILE`").into()
        );
    }
    for (at, results) in drafts.iter().enumerate() {
        if args.output.json {
            print_json(out, results)?;
            continue;
        }
        if drafts.len() > 1 {
            let gap = if at > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{STRONG}{}{STRONG:#}", opening(&results.query, width()))?;
        }
        print(out, results, &options)?;
    }
    Ok(outcome(drafts.iter().map(|results| results.total).sum()))
}

/// How many there are, and nothing else.
fn count(args: &Search, query: &Query, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let options = Options { limit: 0, ..Options::default() };
    let results = Searcher::open(&args.place.dir)?.search(query, Vec::new(), &options)?;
    // Most of the words, or other words, are not what was asked to be counted.
    let total = if results.relaxed || results.corrected { 0 } else { results.total };
    writeln!(out, "{total}")?;
    Ok(outcome(total))
}

fn outcome(total: usize) -> Outcome {
    if total == 0 { Outcome::Nothing } else { Outcome::Done }
}

/// The query with the flags as further conditions.
fn narrow(query: Query, filters: &Filters) -> anyhow::Result<Query> {
    let mut narrowed = query;
    for (field, value) in &filters.0 {
        let condition = Query::field(*field, value).map_err(|reason| {
            let message = format!("`--{} {value}` cannot be read: {reason}", field.name());
            Refused::new("usage", message, "see `vraagbaak search --help`")
        })?;
        narrowed = narrowed.and(condition);
    }
    Ok(narrowed)
}

fn nothing_asked(typed: &str, unread: &[Unread]) -> Refused {
    let message = match unread {
        [] => "expected a query, but found no words".to_owned(),
        [first, ..] => format!("there is nothing to look for in `{}`: {}", typed.trim(), where_and_why(first)),
    };
    Refused::new("empty-query", message, "give at least one word, such as `vraagbaak search jeugdzorg`")
}

fn where_and_why(unread: &Unread) -> String {
    format!("`{}` at character {}: {}", unread.text, unread.at[0] + 1, unread.reason)
}

fn print(out: &mut impl Write, results: &Results, options: &Options) -> io::Result<()> {
    for unread in &results.unread {
        writeln!(out, "{WARNING}! not read: {}{WARNING:#}", where_and_why(unread))?;
    }
    let first = (options.page - 1) * options.limit;
    match (results.total, results.hits.len()) {
        (0, _) => writeln!(out, "nothing found")?,
        (total, 0) => writeln!(out, "{} found, none on page {}", total, options.page)?,
        (total, shown) if shown < total => writeln!(out, "{total} found, {} to {}", first + 1, first + shown)?,
        (total, _) => writeln!(out, "{total} found")?,
    }
    if results.relaxed {
        writeln!(out, "{WARNING}! nothing has all the words: these have most of them{WARNING:#}")?;
    }
    match &results.did_you_mean {
        Some(meant) if results.corrected => {
            writeln!(out, "{WARNING}! nothing has what you typed; these are for{WARNING:#} {STRONG}{meant}{STRONG:#}")?;
        }
        Some(meant) => writeln!(out, "did you mean: {STRONG}{meant}{STRONG:#}")?,
        None => {}
    }
    for beginning in &results.capped {
        let too_many = format!("too many words begin so; not all were looked for: {beginning}");
        writeln!(out, "{WARNING}! {too_many}{WARNING:#}")?;
    }
    for made in &results.expansions {
        let (word, into) = match made {
            Expansion::Abbreviation { word, into } => (word, into.clone()),
            Expansion::Widened { word, into, .. } => (word, into.iter().map(other).collect()),
            _ => continue,
        };
        writeln!(out, "{FAINT}{word}: also {}{FAINT:#}", into.join(", "))?;
    }
    for (number, hit) in (first + 1..).zip(&results.hits) {
        print_hit(out, number, hit)?;
    }
    for (name, counts) in results.facets.iter().flatten().filter(|(_, counts)| !counts.is_empty()) {
        let values: Vec<_> = counts.iter().map(|Count { value, count }| format!("{value} ({count})")).collect();
        writeln!(out, "{}", hang(&format!("{name:<16}{}", values.join(", ")), width(), 16))?;
    }
    Ok(())
}

/// «GroenLinks-PvdA (from 2023-10-27)».
fn other(other: &Other) -> String {
    match (&other.from, &other.until) {
        (None, None) => other.name.clone(),
        (Some(from), None) => format!("{} (from {from})", other.name),
        (None, Some(until)) => format!("{} (until {until})", other.name),
        (Some(from), Some(until)) => format!("{} ({from} to {until})", other.name),
    }
}

fn print_hit(out: &mut impl Write, number: usize, hit: &Hit) -> io::Result<()> {
    let width = width();
    let pages = pages(&hit.pages);
    let date = hit.date.as_ref().map_or_else(|| "undated".to_owned(), ToString::to_string);
    let facts = [date, pages, answered_by(&hit.responders)];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join("  ");
    let id = hit.id.to_string();
    let facts = opening(&facts, width.saturating_sub(INDENT + id.len() + 2));
    writeln!(out, "\n{FAINT}{number:>2}.{FAINT:#} {STRONG}{id}{STRONG:#}  {facts}")?;
    let indent = " ".repeat(INDENT);
    let room = width.saturating_sub(INDENT);
    if let Some(title) = &hit.title {
        writeln!(out, "{indent}{FAINT}{}{FAINT:#}", opening(title, room))?;
    }
    if !hit.askers.is_empty() {
        writeln!(out, "{indent}{FAINT}{}{FAINT:#}", opening(&format!("asked by {}", asked_by(&hit.askers)), room))?;
    }
    // The passage below may be of the question itself.
    if let Some(question) = hit.question.as_ref().filter(|_| hit.snippet.part != Part::Question) {
        let numbers: Vec<_> = hit.numbers.iter().map(ToString::to_string).collect();
        writeln!(out, "{indent}{}", opening(&format!("question {}: {question}", numbers.join(", ")), room))?;
    }
    let part = hit.snippet.part.name();
    let lead = format!("{part}: ");
    writeln!(out, "{}", highlighted(&lead, &hit.snippet.text, &hit.snippet.highlights, width))?;
    if let Some(Likeness { strength, shared }) = &hit.likeness {
        let near = match strength {
            Some(Strength::NearSame) => "nearly the same",
            Some(Strength::Alike) => "alike",
            Some(Strength::Touches) => "touching",
            None => "hardly alike",
        };
        let lead = format!("{indent}{near}: ");
        writeln!(out, "{}", hang(&format!("{lead}{}", shared.join(", ")), width, INDENT))?;
    }
    for other in &hit.others {
        writeln!(out, "{indent}{FAINT}also in {}{FAINT:#}", other.path)?;
    }
    for other in hit.publications.iter().filter(|other| other.letter != hit.letter) {
        writeln!(out, "{indent}{FAINT}also in {}{FAINT:#}", publication(other))?;
    }
    if let Some(answer) = &hit.answered_by {
        writeln!(out, "{indent}{}", answered_since(answer))?;
    }
    Ok(())
}

/// A passage with its highlights, wrapped and indented. Escapes have no width for the wrapping.
pub(super) fn highlighted(lead: &str, text: &str, highlights: &[[usize; 2]], width: usize) -> String {
    let mut marked = lead.to_owned();
    for (at, character) in text.chars().enumerate() {
        if highlights.iter().any(|[start, _]| *start == at) {
            marked.push_str(&FOUND.render().to_string());
        }
        marked.push(if character == '\n' { ' ' } else { character });
        if highlights.iter().any(|[_, end]| *end == at + 1) {
            marked.push_str(&FOUND.render_reset().to_string());
        }
    }
    let indent = " ".repeat(INDENT);
    textwrap::fill(&marked, textwrap::Options::new(width).initial_indent(&indent).subsequent_indent(&indent))
}

/// Where else an answer was published.
pub(super) fn publication(publication: &Publication) -> String {
    let id = publication.pair.as_ref().map_or_else(|| publication.letter.to_string(), ToString::to_string);
    format!(
        "{id} ({}, {})",
        publication.kind,
        publication.date.as_ref().map_or_else(|| "undated".to_owned(), ToString::to_string)
    )
}

/// By what an open question was answered.
pub(super) fn answered_since(answer: &AnsweredBy) -> String {
    let id = answer.pair.as_ref().map_or_else(|| answer.letter.to_string(), ToString::to_string);
    format!(
        "answered since by {STRONG}{id}{STRONG:#}  {}",
        answer.date.as_ref().map_or_else(|| "undated".to_owned(), ToString::to_string)
    )
}

fn answered_by(responders: &[Responder]) -> String {
    let name = |responder: &Responder| {
        let name = responder.name.as_deref().or(responder.office.as_deref()).unwrap_or_default();
        responder.ministry.as_ref().map_or_else(|| name.to_owned(), |ministry| format!("{name} ({ministry})"))
    };
    responders.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn asked_by(askers: &[Asker]) -> String {
    let name = |asker: &Asker| match &asker.party {
        Some(party) => format!("{} ({party})", asker.name),
        None => asker.name.clone(),
    };
    askers.iter().map(name).collect::<Vec<_>>().join(", ")
}
