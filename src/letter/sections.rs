//! All running text that is in no question or answer, divided at its headings.

use std::ops::Range;

use super::block::Block;
use super::front::Front;
use super::heading::Role;
use super::tuning;
use super::{date, place, title};
use crate::layout::{Paragraph, Text};
use crate::lexicon::ends_sentence;
use crate::record::{Kind, SectionPart};

/// Running text that is in no question and no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Before the first question, or elsewhere.
    pub part: SectionPart,
    /// The heading that opens it, not part of its text.
    pub heading: Option<Range<usize>>,
    /// Its text; empty where the next heading follows at once.
    pub body: Range<usize>,
}

impl Section {
    /// Heading and text.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.heading.as_ref().map_or(self.body.start, |heading| heading.start)..self.body.end
    }
}

/// The body less headings, questions and answers.
pub(super) fn find(text: &Text, blocks: &[Block], loose: &[Range<usize>], front: &Front, kind: Kind) -> Vec<Section> {
    let body = place::body(text);
    let first = blocks.first().map_or(body.end, |block| block.head.start);
    let head_end =
        if blocks.is_empty() || kind == Kind::SchriftelijkOverleg { front.head_end.min(first) } else { first };
    let mut sections = Vec::new();
    let mut add = |at: Range<usize>, part| {
        let body = place::trim(text, &at);
        match part {
            SectionPart::Front if !body.is_empty() => sections.push(Section { part, heading: None, body }),
            SectionPart::Front => {}
            SectionPart::Other => sections.extend(parted(text, &body)),
        }
    };
    add(body.start..head_end, SectionPart::Front);
    let mut at = head_end;
    for block in blocks {
        add(at..block.head.start.max(at), SectionPart::Other);
        let kept = matches!(block.role, Role::Notice | Role::Answerer) || loose.contains(&block.body);
        if kept {
            add(block.body.clone(), SectionPart::Other);
        }
        at = block.body.end.max(block.head.end);
    }
    add(at..body.end.max(at), SectionPart::Other);
    sections
}

/// A stretch of running text, parted at the headings in it.
fn parted(text: &Text, at: &Range<usize>) -> Vec<Section> {
    let paragraphs = place::paragraphs(text, at);
    let mut sections = Vec::new();
    let mut open: (Option<Range<usize>>, usize) = (None, at.start);
    let mut close = |(heading, start): (Option<Range<usize>>, usize), end: usize| {
        let body = place::trim(text, &(start..end));
        if heading.is_some() || !body.is_empty() {
            sections.push(Section { part: SectionPart::Other, heading, body });
        }
    };
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let whole = paragraph.at.start >= at.start && paragraph.at.end <= at.end;
        let below = paragraphs[index + 1..].iter().find(|below| !text.slice(&below.at).trim().is_empty());
        if whole && below.is_some_and(|below| below.at.end <= at.end && is_heading(text, paragraph, below)) {
            let heading = place::trim(text, &paragraph.at);
            close(std::mem::replace(&mut open, (Some(heading), paragraph.at.end)), paragraph.at.start);
        }
    }
    close(open, at.end);
    sections
}

/// A short paragraph without a sentence's end above running text: set apart by tag or type, named as the headings of a
/// verslag are, or, where no type is known, above prose.
fn is_heading(text: &Text, paragraph: &Paragraph, below: &Paragraph) -> bool {
    let own = text.slice(&paragraph.at).trim();
    let first = own.chars().next();
    let opens = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let dated = date::first(own).is_some() && own.split_whitespace().count() <= tuning::dated_words_max();
    if dated
        || own.len() > tuning::heading_max()
        || !paragraph.cells.is_empty()
        || !opens
        || own.ends_with([',', ';', '.', ':'])
    {
        return false;
    }
    // A table's title heads the table, not what follows it.
    if !below.cells.is_empty() && !own.starts_with("Bijlage") {
        return false;
    }
    if place::is_tagged_heading(text, &paragraph.at) {
        return true;
    }
    if ends_sentence(own) || !own.chars().any(char::is_alphabetic) {
        return false;
    }
    let mut letters = own.chars().filter(|c| c.is_alphabetic());
    if own.contains(' ') && letters.all(char::is_uppercase) {
        return true;
    }
    let Some(bold) = place::bold_share(text, &paragraph.at) else {
        let prose = text.slice(&below.at);
        let runs_on = prose.len() >= tuning::prose_min() && ends_sentence(prose);
        return title::names_fraction(own) || (runs_on && paragraph.lines.len() == 1);
    };
    let italic = place::share(text, &paragraph.at, |run| run.style.italic).unwrap_or_default();
    let underlined = place::share(text, &paragraph.at, |run| run.style.underlined).unwrap_or_default();
    let larger = paragraph.style.size > below.style.size + tuning::heading_larger();
    [bold, italic, underlined].iter().any(|share| *share > tuning::heading_type_share())
        || larger
        || title::names_fraction(own)
}
