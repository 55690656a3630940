//! How one refers to a pair in a letter or a newspaper: the words that the «copy» buttons put on the clipboard.
//!
//! **Invariant:** the words are in the style of the Aanwijzingen voor de regelgeving, 3.43, and Dutch in either language:
//! they go into Dutch documents.
//! **Invariant:** our own address stands there only where it is one that others reach.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::address_in;
use super::state::App;
use super::words::Words;
use crate::citation::{Citation, Vergaderjaar};
use crate::record::{Kind, Language, LetterId, Number, Pair, PairId, Record, Responder, Stated};
use crate::search::{Citing, Hit};

/// What a reference to a letter is made of.
struct Named<'a> {
    id: &'a LetterId,
    kind: Kind,
    vergaderjaar: Option<Vergaderjaar>,
    date: Option<&'a Stated<Date>>,
    title: Option<&'a str>,
    responders: &'a [Responder],
}

/// A reference to a hit.
pub(super) fn of_hit(app: &App, hit: &Hit) -> String {
    let named = Named {
        id: &hit.letter,
        kind: hit.kind,
        vergaderjaar: hit.vergaderjaar,
        date: hit.date.as_ref(),
        title: hit.title.as_deref(),
        responders: &hit.responders,
    };
    reference(app, &named, hit.id.anchor(), &hit.numbers, &hit.pages)
}

/// A reference to a pair of a letter.
pub(super) fn of_pair(app: &App, record: &Record, pair: &Pair) -> String {
    let named = Named {
        id: &record.id,
        kind: record.kind,
        vergaderjaar: record.vergaderjaar.as_ref().and_then(Stated::value).copied(),
        date: record.date.as_ref(),
        title: record.title.as_deref(),
        responders: &record.responders,
    };
    reference(app, &named, Some(pair.id.anchor()), &pair.numbers, &pair.pages())
}

/// A reference to a mention: to the question or answer in which it stands.
pub(super) fn of_mention(app: &App, hit: &Citing) -> String {
    let named = Named {
        id: &hit.letter,
        kind: hit.kind,
        vergaderjaar: None,
        date: hit.date.as_ref(),
        title: hit.title.as_deref(),
        responders: &[],
    };
    let pages: Vec<usize> = hit.page.into_iter().collect();
    reference(app, &named, hit.pair.as_ref().map(PairId::anchor), hit.block().numbers(), &pages)
}

/// The official address of a letter.
pub(super) fn official(id: &str) -> Option<String> {
    id.parse::<Citation>().ok()?.address()
}

fn reference(app: &App, letter: &Named<'_>, anchor: Option<String>, numbers: &[Number], pages: &[usize]) -> String {
    let words = Words(Language::Dutch);
    let mut reference = document(words, letter);
    if !numbers.is_empty() {
        let _infallible = write!(reference, ", antwoord op {}", words.questions_named(numbers));
    } else if let (Some(first), Some(last)) = (pages.first(), pages.last()) {
        let last = if first == last { String::new() } else { format!("-{last}") };
        let _infallible = write!(reference, ", p. {first}{last}");
    }
    reference.push('.');
    let own = app.config().base_address.as_deref().map(|base| format!("{base}{}", address_in(letter.id, anchor)));
    let addresses = official(letter.id.as_str()).into_iter().chain(own);
    addresses.fold(reference, |reference, address| format!("{reference}\n{address}"))
}

/// The document itself: by its official number, else by who wrote it, when, and about what.
fn document(words: Words, letter: &Named<'_>) -> String {
    if let Ok(citation) = letter.id.as_str().parse::<Citation>() {
        return citation.formal(letter.vergaderjaar);
    }
    let office = letter.responders.iter().find_map(|one| one.office.as_deref().or(one.name.as_deref()));
    let by = office.map(|office| format!(" van de {}", lower(office))).unwrap_or_default();
    let date = letter.date.map(|date| format!(" van {}", words.date(date))).unwrap_or_default();
    let about = letter.title.map(|title| format!(" over {}", title.trim_end_matches('.'))).unwrap_or_default();
    format!("{}{by}{date}{about}", words.kind(letter.kind))
}

/// «Minister van …» within a sentence.
fn lower(office: &str) -> String {
    let mut chars = office.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
