//! Prints how a query was understood.

use std::io::{self, Write};

use crate::cli::terminal::{FAINT, STRONG, hang, width};
use crate::search::{Explained, Explanation, LookedUp, Matched, Step, StepKind};

/// Columns by which each step stands further in than the one around it.
const INDENT: usize = 2;

pub(super) fn print(out: &mut impl Write, explanation: &Explanation) -> io::Result<()> {
    writeln!(out, "\n{STRONG}asked{STRONG:#}  {}", explanation.query)?;
    for step in &explanation.steps {
        let indent = (step.depth + 1) * INDENT;
        writeln!(out, "{}", hang(&format!("{:indent$}{}", "", line(step)), width(), indent + INDENT))?;
    }
    for hit in explanation.hits.iter().filter(|hit| !hit.matched.is_empty()) {
        writeln!(out, "{STRONG}{}{STRONG:#}", hit.id)?;
        print_matched(out, hit)?;
    }
    Ok(())
}

/// A step on one line.
fn line(step: &Step) -> String {
    let what = match step.kind {
        StepKind::All => return "all of:".to_owned(),
        StepKind::Any => return "any of:".to_owned(),
        StepKind::Not => return "not:".to_owned(),
        StepKind::Word => "word",
        StepKind::StopWord => return format!("{}  not looked for: nearly every text has it", step.text),
        StepKind::Prefix => "words that begin so",
        StepKind::Phrase => "exactly these words",
        StepKind::Filter => "condition",
    };
    let term = |LookedUp { count, form, word }: &LookedUp| format!("{form} {word} ({count})");
    let mut terms: Vec<String> = step.looked_up.iter().map(term).collect();
    if step.more > 0 {
        terms.push(format!("and {} more", step.more));
    }
    let colon = if terms.is_empty() { "" } else { ": " };
    format!("{}  {what}{colon}{}", step.text, terms.join(", "))
}

fn print_matched(out: &mut impl Write, hit: &Explained) -> io::Result<()> {
    for Matched { text, parts, score } in &hit.matched {
        let parts: Vec<&str> = parts.iter().map(|part| part.name()).collect();
        let place = if parts.is_empty() { String::new() } else { format!(" in {}", parts.join(", ")) };
        writeln!(out, "{:INDENT$}{text}{place}  {FAINT}{score:.2}{FAINT:#}", "")?;
    }
    Ok(())
}
