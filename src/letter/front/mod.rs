//! Reads the front matter: what the text before the first question and after the last answer says of the letter.
//!
//! **Invariant:** values as printed; what is not printed is `None`, never derived.

pub(super) mod aanhangsel;
mod brief;
mod chamber;
mod committee;
pub(super) mod kamerstuk;
mod matter;
mod people;
pub(super) mod signature;

use std::ops::Range;

use super::block::Block;
use super::heading::Role;
use super::place;
use crate::citation::{Citation, Vergaderjaar, own_identifier, own_year};
use crate::layout::{Flow, Text};
use crate::record::Kind;
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
        Kind::Lijst | Kind::SchriftelijkOverleg | Kind::Nota | Kind::Motie | Kind::Kamerstuk => {
            kamerstuk::read(text, &front, &tail, kind)
        }
    };
    read.vergaderjaar = vergaderjaar(text, &front);
    read.identifier = identifier(text, &front, kind, read.vergaderjaar);
    read.chamber = chamber::of(text, &front, read.identifier.as_ref());
    read
}

/// The session year of head or foot.
fn vergaderjaar(text: &Text, front: &Range<usize>) -> Option<Vergaderjaar> {
    let head = place::paragraphs(text, front).iter().filter(|p| p.flow == Flow::Body).take(12);
    place::furniture(text).chain(head).flat_map(|p| &p.lines).find_map(|line| own_year(text.slice(line).trim_start()))
}

/// The number that the document bears: its identifier where that is printed, else as its head has it.
fn identifier(text: &Text, front: &Range<usize>, kind: Kind, year: Option<Vergaderjaar>) -> Option<Citation> {
    let mut own = place::furniture(text).chain(place::paragraphs(text, front));
    if let Some(printed) = own.find_map(|p| own_identifier(text.slice(&p.at))) {
        return Some(printed);
    }
    match kind {
        Kind::Aanhangsel | Kind::Mededeling => aanhangsel::number(text, front, year?).map(Citation::Aanhangsel),
        Kind::Brief => None,
        _ => kamerstuk::head(text).map(|head| Citation::Kamerstuk(head.number)),
    }
}
