//! The texts of a letter come in, in order; what was found in each goes out, «idem» and «zie noot 3» bound.
//!
//! **Invariant:** a short form stands for what is cited before it in the same note, else for all that the note before cites;
//! where nothing was recognised there, or where several documents leave it open, it stays unresolved.

use std::ops::Range;

use super::find::{Found, Mention, NearMiss, NearMissKind, Setting, find};
use super::kamerstuk::Kamerstuk;
use super::numbers::{self, Label};
use super::scan::{Cursor, is_space};
use super::{Citation, Ondernummer};

/// Texts of a letter in order (each note and each block is one), each with its mark if it is a note: finds all, and
/// binds «idem», «ibidem», «zie noot 3» to what they stand for.
#[must_use]
pub fn resolve(texts: &[(Option<&str>, &str)]) -> Vec<Found> {
    let mut all: Vec<Found> = texts
        .iter()
        .map(|(mark, text)| find(text, if mark.is_some() { Setting::Footnote } else { Setting::Running }))
        .collect();
    let mut previous: Option<usize> = None;
    for (index, (mark, text)) in texts.iter().enumerate() {
        if mark.is_none() {
            continue;
        }
        for short in shorts(text) {
            let witnesses = witnesses(&short, index, previous, texts, &all);
            if let Some(found) = all.get_mut(index) {
                bind(found, &short, &witnesses);
            }
        }
        previous = Some(index);
    }
    all
}

/// A short form in a note.
#[derive(Debug, PartialEq, Eq)]
struct Short {
    at: Range<usize>,
    target: Target,
    /// «idem, nr. 13»: another paper of the same dossier.
    number: Option<Ondernummer>,
}

#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// What was cited last.
    Before,
    /// The note with this mark.
    Note(String),
}

/// ```text
/// short = ("idem" | "ibid." | "ibidem" | "t.a.p." | "a.w.") [[","] "nr." number] [pages]       at the start of a note or of a sentence
///       | ["zie"] ["ook"] ("noot" | "voetnoot") d{1,3} [("," | "en") d{1,3}]
/// ```
fn shorts(text: &str) -> Vec<Short> {
    let mut found = Vec::new();
    let mut c = Cursor::new(text, 0);
    let mut fresh = true;
    while !c.done() {
        if !c.last().is_some_and(char::is_alphanumeric)
            && let Some(shorts) = c.attempt(|c| short(c, fresh))
        {
            found.extend(shorts);
        }
        let Some(letter) = c.eat(|_| true) else { break };
        fresh = matches!(letter, '.' | ';' | ':' | '(') || (fresh && is_space(letter));
    }
    found
}

fn short(c: &mut Cursor<'_>, fresh: bool) -> Option<Vec<Short>> {
    let start = c.at();
    if fresh && c.attempt(|c| (before(c) || (c.word("zie") && c.spaces() > 0 && before(c))).then_some(())).is_some() {
        let number = c.attempt(|c| {
            c.mark(|c| c == ',');
            c.spaces();
            numbers::label(c)?;
            let list = numbers::list(c, Label::Singular)?;
            list.into_iter().next()?.numbers.into_iter().next()
        });
        numbers::pages(c);
        return Some(vec![Short { at: start..c.at(), target: Target::Before, number }]);
    }
    c.attempt(|c| {
        c.word("zie").then_some(())?;
        c.spaces();
        c.any_word(&["ook", "hiervoor"]);
        c.spaces();
        note(c, start)
    })
}

fn before(c: &mut Cursor<'_>) -> bool {
    c.any_word(&["idem", "ibidem", "ibid", "t.a.p", "a.w", "id"])
}

/// `("noot" | "voetnoot" | "noten" | "voetnoten") d{1,3} {("," | "en") d{1,3}}`
fn note(c: &mut Cursor<'_>, start: usize) -> Option<Vec<Short>> {
    c.any_word(&["voetnoten", "voetnoot", "noten", "noot"]).then_some(())?;
    let mut from = start;
    let mut found = Vec::new();
    while let Some(mark) = c.attempt(|c| {
        if !found.is_empty() {
            let comma = c.mark(|c| c == ',').is_some();
            c.spaces();
            (numbers::conjunction(c) || comma).then_some(())?;
        }
        c.spaces();
        c.digits(1..4)
    }) {
        found.push(Short { at: from..c.at(), target: Target::Note(mark.to_owned()), number: None });
        from = c.at();
    }
    (!found.is_empty()).then_some(found)
}

/// What a short form stands for.
fn witnesses(
    short: &Short,
    index: usize,
    previous: Option<usize>,
    texts: &[(Option<&str>, &str)],
    all: &[Found],
) -> Vec<Citation> {
    let cited = |index: usize, end: usize| -> Vec<Citation> {
        let mentions = all.get(index).map(|found| found.mentions.as_slice()).unwrap_or_default();
        let mut citations: Vec<_> = mentions.iter().filter(|m| m.at.end <= end).map(|m| m.citation.clone()).collect();
        citations.dedup();
        citations
    };
    match &short.target {
        Target::Before => {
            let own = cited(index, short.at.start);
            match own.last() {
                Some(last) => vec![last.clone()],
                None => previous.map(|previous| cited(previous, usize::MAX)).unwrap_or_default(),
            }
        }
        // the nearest note before with that mark: marks begin anew in a second series
        Target::Note(mark) => (0..index)
            .rev()
            .find(|&other| texts.get(other).is_some_and(|(m, _)| *m == Some(mark.as_str())))
            .map(|other| cited(other, usize::MAX))
            .unwrap_or_default(),
    }
}

/// Adds the mention, or the near miss.
fn bind(found: &mut Found, short: &Short, witnesses: &[Citation]) {
    if found.mentions.iter().any(|mention| mention.at.start < short.at.end && short.at.start < mention.at.end) {
        return;
    }
    let citation = match (&short.number, witnesses) {
        (None, [one]) => Some(one.clone()),
        (Some(number), all) => {
            one_dossier(all).map(|dossier| Citation::Kamerstuk(Kamerstuk::new(dossier, number.clone())))
        }
        _ => None,
    };
    if let Some(citation) = citation {
        found.mentions.push(Mention { at: short.at.clone(), citation, alternatives: Vec::new() });
        found.mentions.sort_by_key(|mention| (mention.at.start, mention.at.end));
    } else {
        found.near_misses.push(NearMiss { at: short.at.clone(), kind: NearMissKind::Unresolved });
        found.near_misses.sort_by_key(|miss| (miss.at.start, miss.at.end, miss.kind));
    }
}

/// The dossier, where all citations are of one.
fn one_dossier(citations: &[Citation]) -> Option<super::Dossier> {
    let first = citations.first()?.dossier()?;
    citations.iter().all(|citation| citation.dossier().as_ref() == Some(&first)).then_some(first)
}
