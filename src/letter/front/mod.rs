//! The text before the first question, and after the last answer, comes in; what it says of the letter goes out.
//!
//! **Invariant:** values as printed; what is not printed is `None`, never derived.

pub(super) mod aanhangsel;
mod brief;
mod committee;
pub(super) mod kamerstuk;
mod matter;
mod people;
pub(super) mod signature;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::block::Block;
use super::heading::Role;
use super::kind::Kind;
use super::place;
use crate::layout::{Flow, Text};
pub use crate::letter::date::Day;
pub use matter::Front;
pub use people::{Asker, Responder};

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
    read.identifier = identifier(text, &front, kind, read.vergaderjaar.as_deref());
    read
}

static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?,?\s+(?:\d\s+)?)?[Vv]ergaderjaar\s+(\d{4})\s?[\p{Pd}/]\s?(\d{4}|\d{2})\b")
        .expect("the pattern is a constant")
});

/// The session year of head or foot, at the start of a line; other papers' years stand inside sentences.
fn vergaderjaar(text: &Text, front: &Range<usize>) -> Option<String> {
    let furniture = text.paragraphs.iter().filter(|p| matches!(p.flow, Flow::Foot | Flow::Head | Flow::Side));
    let head = place::paragraphs(text, front).iter().filter(|p| p.flow == Flow::Body).take(12);
    furniture.chain(head).flat_map(|p| &p.lines).find_map(|line| {
        let found = YEAR.captures(text.slice(line).trim_start())?;
        let (first, second) = (found.get(1)?.as_str(), found.get(2)?.as_str());
        let first_year: u16 = first.parse().ok()?;
        let next = (first_year + 1).to_string();
        next.ends_with(second).then(|| format!("{first}-{next}"))
    })
}

static PRINTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b((?:ah-(?:tk|ek)|kst)-[0-9A-Za-z-]+)\b").expect("the pattern is a constant"));

/// The identifier printed in the furniture, else composed from the document's own head.
fn identifier(text: &Text, front: &Range<usize>, kind: Kind, year: Option<&str>) -> Option<String> {
    let furniture = text.paragraphs.iter().filter(|p| matches!(p.flow, Flow::Foot | Flow::Head | Flow::Side));
    let own =
        furniture.map(|p| text.slice(&p.at)).chain(place::paragraphs(text, front).iter().map(|p| text.slice(&p.at)));
    let mut alone = own.filter(|line| line.starts_with("ah-") || line.starts_with("kst-"));
    if let Some(found) = alone.find_map(|line| PRINTED.find(line)) {
        return Some(found.as_str().to_owned());
    }
    match kind {
        Kind::Aanhangsel | Kind::Mededeling => aanhangsel::identifier(text, front, year?),
        Kind::Brief => None,
        _ => kamerstuk::head(text).map(|head| head.identifier),
    }
}
