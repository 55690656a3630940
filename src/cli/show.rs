//! The command `show`: prints a letter or a pair to be read.

use std::io::{self, Write};

use crate::cli::args::Show;
use crate::cli::outline;
use crate::cli::search::{answered_since, publication};
use crate::cli::terminal::{FAINT, STRONG, pages, width};
use crate::cli::{Outcome, Refused, print_json};
use crate::record::{Number, Pair, Record, Relation, Section};
use crate::search::{AnsweredBy, Link, Publication, Searcher, Shown, ShownPair};

/// Columns by which text stands in.
const INDENT: &str = "    ";

pub(super) fn run(args: &Show, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let Some(shown) = Searcher::open(&args.place.dir)?.show(&args.id)? else {
        return nothing(args, out);
    };
    if args.output.json {
        print_json(out, &shown)?;
    } else {
        match shown {
            Shown::Letter(shown) => {
                letter(out, &shown.letter)?;
                case(out, &[], &shown.links, shown.answered_by.as_ref())?;
            }
            Shown::Pair(shown) => {
                let shown = *shown;
                letter(out, &as_letter(&shown))?;
                let is_other = |other: &&Publication| other.pair.as_ref() != Some(&shown.pair.id);
                let others: Vec<_> = shown.publications.iter().filter(is_other).collect();
                case(out, &others, &shown.links, shown.answered_by.as_ref())?;
            }
        }
    }
    Ok(Outcome::Done)
}

fn nothing(args: &Show, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let message = format!("the index holds no letter or question `{}`", args.id);
    let refused =
        Refused::new("not-found", message, "`vraagbaak search` lists the ids, such as `ah-tk-20232024-1314#v3`");
    if args.output.json {
        print_json(out, &refused.ended())?;
    } else {
        refused.say();
    }
    Ok(Outcome::Nothing)
}

/// A pair reads as its letter with everything else left out.
fn as_letter(shown: &ShownPair) -> Record {
    let front = shown.letter.clone();
    Record {
        id: front.id,
        kind: front.kind,
        chamber: front.chamber,
        identifier: front.identifier,
        vergaderjaar: front.vergaderjaar,
        asked: front.asked,
        date: front.date,
        title: front.title,
        committee: front.committee,
        askers: front.askers,
        responders: front.responders,
        case_numbers: front.case_numbers,
        related: front.related,
        source: front.source,
        pages: front.pages,
        page_labels: front.page_labels,
        pairs: vec![shown.pair.clone()],
        announced: None,
        sections: Vec::new(),
        headings: Vec::new(),
        tables: Vec::new(),
        left_out: Vec::new(),
        features: None,
        footnotes: shown.footnotes.clone(),
        references: shown.references.clone(),
        warnings: shown.warnings.clone(),
        ocr: Vec::new(),
    }
}

fn letter(out: &mut impl Write, record: &Record) -> io::Result<()> {
    outline::front_matter(out, record, width())?;
    if let Some(source) = &record.source {
        outline::field(out, "source", &source.path, width())?;
    }
    let front = |section: &&Section| section.part == crate::record::SectionPart::Front;
    for section in record.sections.iter().filter(front) {
        block(out, section.heading.as_deref().unwrap_or("Front"), &section.pages, &section.text)?;
    }
    record.pairs.iter().try_for_each(|shown| pair(out, shown))?;
    for section in record.sections.iter().filter(|section| !front(section)) {
        block(out, section.heading.as_deref().unwrap_or("Other text"), &section.pages, &section.text)?;
    }
    for note in &record.footnotes {
        let mark = format!("Footnote {}, {}", note.mark, outline::anchors(note));
        block(out, &mark, note.page.as_slice(), &note.text)?;
    }
    for reference in &record.references {
        let address = reference.url.as_deref().unwrap_or("no address is known");
        let label = format!("{} in {}", reference.id, reference.place);
        block(out, &label, reference.page.as_slice(), &format!("{}\n{address}", reference.text))?;
    }
    if !record.warnings.is_empty() {
        writeln!(out)?;
    }
    record.warnings.iter().try_for_each(|warning| outline::warning(out, warning, width()))
}

/// What the index holds of the same case.
fn case(
    out: &mut impl Write,
    others: &[&Publication],
    links: &[Link],
    answered_by: Option<&AnsweredBy>,
) -> io::Result<()> {
    if let Some(answer) = answered_by {
        writeln!(out, "\n{}", answered_since(answer))?;
    }
    if !others.is_empty() {
        writeln!(out, "\n{STRONG}The same answer{STRONG:#}")?;
    }
    for other in others {
        writeln!(out, "{INDENT}{}", publication(other))?;
    }
    if !links.is_empty() {
        writeln!(out, "\n{STRONG}The same case{STRONG:#}")?;
    }
    for link in links {
        let date = link.date.as_ref().map_or_else(|| "undated".to_owned(), ToString::to_string);
        let because: Vec<_> = link.because.iter().map(|evidence| evidence.words()).collect();
        let line = format!("{}, {} ({}, {date}): {}", link.id, relation(link.how), link.kind, because.join(", "));
        writeln!(
            out,
            "{}",
            textwrap::fill(&line, textwrap::Options::new(width()).initial_indent(INDENT).subsequent_indent(INDENT))
        )?;
    }
    Ok(())
}

/// How another letter belongs to this one, in words.
fn relation(how: Relation) -> &'static str {
    match how {
        Relation::SameAnswer => "the same answer",
        Relation::Postponed => "one postpones the other",
        Relation::Supplements => "one adds to the other",
        Relation::Corrects => "one corrects the other",
        Relation::See => "see also",
    }
}

fn pair(out: &mut impl Write, pair: &Pair) -> io::Result<()> {
    for question in &pair.questions {
        block(out, &format!("Question {}", list(&question.numbers)), &question.pages, &question.text)?;
    }
    match &pair.answer {
        Some(answer) => block(out, &format!("Answer {}", list(&pair.numbers)), &answer.pages, &answer.text),
        None => block(out, &format!("Answer {}", list(&pair.numbers)), &[], "none in this letter"),
    }
}

fn block(out: &mut impl Write, heading: &str, at: &[usize], text: &str) -> io::Result<()> {
    writeln!(out, "\n{STRONG}{heading}{STRONG:#}  {FAINT}{}{FAINT:#}", pages(at))?;
    let options = textwrap::Options::new(width()).initial_indent(INDENT).subsequent_indent(INDENT);
    text.lines().try_for_each(|paragraph| writeln!(out, "{}", textwrap::fill(paragraph, &options)))
}

fn list(numbers: &[Number]) -> String {
    numbers.iter().map(Number::to_string).collect::<Vec<_>>().join(", ")
}
