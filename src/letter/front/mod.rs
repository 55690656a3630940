//! The text before the first question, and after the last answer, comes in; what it says of the letter goes out.
//!
//! **Invariant:** values as printed; what is not printed is `None`, never derived.

pub(super) mod aanhangsel;
mod brief;
mod committee;
pub(super) mod kamerstuk;
mod people;
pub(super) mod signature;

use std::ops::Range;

use jiff::civil::Date;

use super::blocks::Block;
use super::doubts::{Doubt, DoubtKind};
use super::heading::Role;
use super::place;
use crate::citation::{CaseNumber, Citation, Vergaderjaar, own_identifier, own_year};
use crate::layout::{Flow, Paragraph, Text};
use crate::record::{Kind, Relation};
pub use people::{Asker, Responder};

/// What a letter says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// The official number that it bears.
    pub identifier: Option<Citation>,
    /// Its own session year.
    pub vergaderjaar: Option<Vergaderjaar>,
    /// The day the questions were sent in.
    pub asked: Option<Date>,
    /// The day of the answer.
    pub date: Option<Date>,
    /// The subject, in one line.
    pub title: Option<String>,
    /// The committee that asks, as printed.
    pub committee: Option<String>,
    /// The members who ask.
    pub askers: Vec<Asker>,
    /// Who answers or signs.
    pub responders: Vec<Responder>,
    /// What the heading calls the answer, where it is no plain one («Nader antwoord»).
    pub answers_as: Option<Relation>,
    /// Z-numbers of the questions answered.
    pub case_numbers: Vec<CaseNumber>,
    /// Where the head ends in a document without questions.
    pub head_end: usize,
    /// Another day that the letter gives for the same event, with its place.
    pub other_date: Option<(Date, Range<usize>)>,
}

impl Front {
    /// What is amiss in the front matter; `pairs`: how many the letter holds.
    pub(super) fn doubts(&self, pairs: usize) -> Vec<Doubt> {
        let other = self.other_date.as_ref();
        let two = other.map(|(_, at)| Doubt::general(DoubtKind::TwoDates, at.clone()));
        let none = (pairs == 0 && self.announces_answers()).then(|| Doubt::general(DoubtKind::NoQuestions, 0..0));
        two.into_iter().chain(none).collect()
    }

    /// True if the subject says that members' questions are answered, not that they will be.
    fn announces_answers(&self) -> bool {
        let subject = self.title.as_deref().unwrap_or_default().to_lowercase();
        let answers = subject.contains("antwoord") && subject.contains("vragen") && !subject.contains("uitstel");
        !self.askers.is_empty() && answers
    }
}

/// Reads the front matter of a letter whose blocks are known.
pub(super) fn read(text: &Text, blocks: &[Block], kind: Kind) -> Front {
    let body = place::body(text);
    let front = body.start..blocks.first().map_or(body.end, |block| block.head.start);
    let tail = blocks.iter().map(|block| block.body.end).max().unwrap_or(front.end)..body.end;
    let answerer = blocks.iter().find(|block| block.role == Role::Answerer).map(|block| &block.body);
    let mut read = match kind {
        Kind::Aanhangsel | Kind::Mededeling => aanhangsel::read(text, &front, answerer),
        Kind::Brief => brief::read(text, &front, &tail, !blocks.is_empty()),
        Kind::Lijst | Kind::SchriftelijkOverleg | Kind::Kamerstuk => kamerstuk::read(text, &front, &tail, kind),
    };
    read.vergaderjaar = vergaderjaar(text, &front);
    read.identifier = identifier(text, &front, kind, read.vergaderjaar);
    read
}

/// Lines of heads and feet, side columns among them.
fn furniture(text: &Text) -> impl Iterator<Item = &Paragraph> {
    text.paragraphs().iter().filter(|p| matches!(p.flow, Flow::Foot | Flow::Head | Flow::Side))
}

/// The session year of head or foot.
fn vergaderjaar(text: &Text, front: &Range<usize>) -> Option<Vergaderjaar> {
    let head = place::paragraphs(text, front).iter().filter(|p| p.flow == Flow::Body).take(12);
    furniture(text).chain(head).flat_map(|p| &p.lines).find_map(|line| own_year(text.slice(line).trim_start()))
}

/// The number that the document bears: its identifier where that is printed, else as its head has it.
fn identifier(text: &Text, front: &Range<usize>, kind: Kind, year: Option<Vergaderjaar>) -> Option<Citation> {
    let mut own = furniture(text).chain(place::paragraphs(text, front));
    if let Some(printed) = own.find_map(|p| own_identifier(text.slice(&p.at))) {
        return Some(printed);
    }
    match kind {
        Kind::Aanhangsel | Kind::Mededeling => aanhangsel::number(text, front, year?).map(Citation::Aanhangsel),
        Kind::Brief => None,
        _ => kamerstuk::head(text).map(|head| Citation::Kamerstuk(head.number)),
    }
}

/// A span as one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
