//! Finds short forms: words that stand for a citation elsewhere in the letter, such as «idem» and «zie noot 3».
//!
//! ```text
//! short   = before [["," | "("] ["zie" | "als"] note [")"] | [","] "nr." number] [pages]     where a sentence begins, after a semicolon
//!         | ("idem" | "ibid." | "ibidem") [","] "nr." number                               anywhere
//!         | see {filler} note                                                             anywhere
//!         | note                                                                           alone in its sentence
//! before  = ["zie"] ("idem" | "ibid." | "ibidem" | "t.a.p." | "a.w." | "op. cit." …)
//! see     = "zie" | "vgl." | "vergelijk" | "supra"
//! note    = ("noot" | "voetnoot" | "noten" | "voetnoten") ["nr."] mark {("," | "en" | "t/m" | DASH) mark}
//! ```
//!
//! **Invariant:** a note of another document («zie voetnoot 3 van dat rapport») is no short form.

use std::ops::Range;

use crate::citation::numbers::{self, Label};
use crate::citation::scan::{Cursor, is_dash, is_space};
use crate::citation::{Ondernummer, dossier};

/// A limit on work: the most notes that one short form names.
const NOTES_MAX: usize = 10;

/// A short form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Short {
    pub(super) at: Range<usize>,
    pub(super) target: Target,
    /// «idem, nr. 13»: another paper of the same dossier.
    pub(super) number: Option<Ondernummer>,
}

/// Where the citation is that a short form stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// What was cited last.
    Before,
    /// The note with this mark.
    Note(String),
}

/// All short forms of a text, in order of place.
pub(super) fn shorts(text: &str) -> Vec<Short> {
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

/// `short`; what begins a sentence only where it is fresh.
fn short(c: &mut Cursor<'_>, fresh: bool) -> Option<Vec<Short>> {
    let start = c.at();
    if fresh && let Some(found) = c.attempt(|c| repeated(c, start)).or_else(|| c.attempt(|c| alone(c, start))) {
        return Some(found);
    }
    if let Some(found) = c.attempt(|c| numbered(c, start)) {
        return Some(found);
    }
    c.attempt(|c| {
        c.any_word(&["zie", "vgl", "vergelijk", "supra"]).then_some(())?;
        c.spaces();
        for _ in 0..2 {
            c.any_word(FILLERS);
            c.spaces();
        }
        notes(c, start)
    })
}

/// Words between «zie» and «noot».
const FILLERS: &[&str] = &[
    "ook",
    "hiervoor",
    "hierboven",
    "daarvoor",
    "daarover",
    "eerder",
    "nogmaals",
    "tevens",
    "verder",
    "bijvoorbeeld",
    "de",
    "het",
    "in",
    "onder",
    "bij",
    "eerdergenoemde",
    "genoemde",
    "a.w",
];

/// `before …`
fn repeated(c: &mut Cursor<'_>, start: usize) -> Option<Vec<Short>> {
    c.attempt(|c| (c.any_word(&["zie ook", "zie"]) && c.spaces() > 0).then_some(()));
    c.any_word(&["idem", "ibidem", "ibid", "t.a.p", "a.w", "o.c", "op. cit", "op.cit", "loc. cit", "l.c", "id"])
        .then_some(())?;
    if let Some(found) = c.attempt(|c| {
        c.mark(|c| matches!(c, ',' | '('));
        c.spaces();
        c.any_word(&["zie", "als in", "als"]);
        c.spaces();
        let found = notes(c, start)?;
        c.mark(|c| c == ')');
        Some(found)
    }) {
        return Some(found);
    }
    let number = c.attempt(number);
    // «Idem voor de woningen»: a word of the sentence
    let ended = numbers::pages(c)
        || number.is_some()
        || c.last() == Some('.')
        || c.done()
        || c.sees(|c| {
            c.mark(|c| matches!(c, ',' | '.' | ';' | ':' | ')' | '('))
                .map(|_| ())
                .or_else(|| (c.spaces() > 0 && (numbers::conjunction(c) || c.done())).then_some(()))
        });
    ended.then(|| vec![Short { at: start..c.at(), target: Target::Before, number }])
}

/// «(ibidem nr. 99)»: in mid-sentence only a number shows that it is no word of the sentence.
fn numbered(c: &mut Cursor<'_>, start: usize) -> Option<Vec<Short>> {
    c.any_word(&["idem", "ibidem", "ibid"]).then_some(())?;
    let number = number(c)?;
    Some(vec![Short { at: start..c.at(), target: Target::Before, number: Some(number) }])
}

/// `[","] "nr." number`
fn number(c: &mut Cursor<'_>) -> Option<Ondernummer> {
    c.mark(|c| c == ',');
    c.spaces();
    numbers::label(c)?;
    let list = numbers::list(c, Label::Singular)?;
    list.into_iter().next()?.numbers.into_iter().next()
}

/// «Voetnoot 3.»
fn alone(c: &mut Cursor<'_>, start: usize) -> Option<Vec<Short>> {
    let found = notes(c, start)?;
    numbers::pages(c);
    (c.done() || c.sees(|c| c.mark(|c| matches!(c, '.' | ';' | ')')))).then_some(found)
}

/// `note`: one short form for each of its marks, the first from where it began.
fn notes(c: &mut Cursor<'_>, start: usize) -> Option<Vec<Short>> {
    c.any_word(&["voetnoten", "voetnoot", "noten", "noot"]).then_some(())?;
    c.spaces();
    numbers::label(c);
    let first = mark(c)?;
    let mut found = vec![(start..c.at(), first)];
    while found.len() < NOTES_MAX
        && let Some((from, at)) = c.attempt(|c| {
            let (_, last) = found.last()?;
            let comma = c.mark(|c| c == ',').is_some();
            c.spaces();
            let word = numbers::conjunction(c);
            let range = !(comma || word) && (c.any_word(&["t/m", "tot en met"]) || c.eat(is_dash).is_some());
            (comma || word || range).then_some(())?;
            c.spaces();
            c.attempt(|c| c.any_word(&["voetnoot", "noot"]).then_some(()));
            c.spaces();
            let start = c.at();
            let next = mark(c)?;
            (!range || last < &next).then_some(())?;
            Some((if range { last + 1 } else { next }, (start..c.at(), next)))
        })
    {
        let (place, last) = at;
        found.extend(
            (from..=last).rev().take(NOTES_MAX).map(|mark| (place.clone(), mark)).collect::<Vec<_>>().into_iter().rev(),
        );
    }
    if c.sees(elsewhere) {
        return None;
    }
    Some(
        found
            .into_iter()
            .map(|(at, mark)| Short { at, target: Target::Note(mark.to_string()), number: None })
            .collect(),
    )
}

/// `d{1,3}`, that is not the start of a dossier, a date or a longer number.
fn mark(c: &mut Cursor<'_>) -> Option<u16> {
    if c.sees(|c| dossier::number(c)) {
        return None;
    }
    let mark = c.digits(1..4)?.parse().ok()?;
    (c.boundary() && !c.sees(|c| numbers::unit(c, Label::Singular))).then_some(mark)
}

/// «van het rapport», «in de brief van»: a note of another document.
fn elsewhere(c: &mut Cursor<'_>) -> Option<()> {
    c.spaces();
    c.any_word(&["van", "in", "bij", "uit", "op"]).then_some(())?;
    c.spaces();
    (!c.any_word(&["deze", "dit", "dezelfde", "mijn"])).then_some(())
}
