//! Recognises the heading of a question or an answer at the start of a line: «Vraag 3», «Antwoord op vraag 2 en 3»,
//! «Beantwoording vragen 4 t/m 6».

use std::ops::Range;

use unscanny::Scanner;

use super::number;
use crate::lexicon::lists;
use crate::record::Number;

/// What a heading announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// «Vraag 1».
    Question,
    /// «Antwoord op vraag 1:».
    Answer,
    /// «Mededeling», in place of answers.
    Notice,
    /// «Antwoord van minister Y (…)» or «Antwoorden» between all the questions and all the answers.
    Answerer,
}

/// A heading as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) role: Role,
    /// The numbers it names, in print order; empty for a bare «Antwoord».
    pub(super) numbers: Vec<Number>,
    /// Its length in bytes, with punctuation after it.
    pub(super) length: usize,
    /// How it ends.
    pub(super) end: End,
}

/// A heading in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// Its own characters, with punctuation after it.
    pub(super) at: Range<usize>,
    pub(super) role: Role,
    /// The numbers it names.
    pub(super) numbers: Vec<Number>,
    /// True if a number alone makes it («1. Waar …»), not a word.
    pub(super) by_number: bool,
}

/// How a heading ends: what stands after it decides whether it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nothing stands after it.
    Line,
    /// A colon, full stop or dash, then text.
    Punctuation,
    /// Text that begins as a sentence.
    Sentence,
    /// Text that runs on: a heading only where the type says so.
    Open,
}

/// ```ebnf
/// heading  = question | answer | notice
/// question = [ "Aanvullende" | "Nadere" ] ( "Vraag" | "Vragen" ) [ "nr." ] [ list ] tail
/// answer   = [ "Aanvullend" | "Nader" ] ( "Antwoord" | "Antwoorden" | "Beantwoording" ) [ "op" | "bij" | "van" | "aan" ] [ "de" ]
///            [ "vraag" | "vragen" ] [ "nr." ] [ list ] tail
/// notice   = "Mededeling" tail
/// tail     = [ "(" … ")" ] [ ":" | "." | "-" | ")" ]
/// ```
pub(super) fn read(text: &str) -> Option<Heading> {
    let mut scanner = Scanner::new(text);
    scanner.eat_whitespace();
    let role = role(&mut scanner)?;
    let mut named = false;
    if role == Role::Answer {
        eat_word(&mut scanner, &["op", "bij", "van", "aan", "voor"]);
        eat_word(&mut scanner, &["de", "het"]);
        let before = scanner.cursor();
        eat_word(&mut scanner, &["vragen", "vraag", "nummers", "nummer"]);
        named = scanner.cursor() > before;
    }
    let after_word = scanner.cursor();
    eat_word(&mut scanner, &["nummers", "nummer", "nrs.", "nr.", "nr"]);
    // «Vraag: 3», but «Antwoord: 38.400.» is an answer.
    let colon = scanner.eat_if(':') && role == Role::Answer && !named;
    scanner.eat_whitespace();
    let numbers = if role == Role::Notice || colon { None } else { number::list(&mut scanner) };
    if numbers.is_none() {
        scanner.jump(after_word);
    }
    let end = tail(&mut scanner)?;
    let numbers = numbers.unwrap_or_default();
    // «Vraag: …» needs its colon, «Antwoord Ja» its colon or type of its own; «Antwoord van de minister» is a sentence.
    let led = role == Role::Answer && end == End::Sentence;
    if numbers.is_empty() && !matches!(end, End::Line | End::Punctuation) && !led {
        return None;
    }
    Some(Heading { role, numbers, length: scanner.cursor(), end })
}

/// The word that opens a heading; it ends at a word's end or at a digit («Vraag9»).
fn role(scanner: &mut Scanner<'_>) -> Option<Role> {
    let mut word = scanner.eat_while(|c: char| c.is_alphabetic());
    if lists::FURTHER_HEADINGS.contains(&word.to_lowercase().as_str()) {
        scanner.eat_while([' ', '\u{a0}']);
        word = scanner.eat_while(|c: char| c.is_alphabetic());
    }
    if word == "Antw" && !scanner.eat_if('.') {
        return None;
    }
    let folded = word.to_lowercase();
    let roles = [
        (&lists::QUESTION_HEADINGS, Role::Question),
        (&lists::ANSWER_HEADINGS, Role::Answer),
        (&lists::NOTICE_HEADINGS, Role::Notice),
    ];
    roles.into_iter().find(|(words, _)| words.contains(&folded.as_str())).map(|(_, role)| role)
}

/// What ends the heading, and what kind of text follows.
fn tail(scanner: &mut Scanner<'_>) -> Option<End> {
    let before = scanner.cursor();
    if scanner.after().trim_start().starts_with('(') {
        scanner.eat_until(')');
        let closed = scanner.eat_if(')');
        // «Vraag 1 (VVD)» on a line of its own; a bracket that opens the text stays in it.
        let alone = scanner.after().trim_start_matches([' ', ':']);
        if !closed || !(alone.is_empty() || alone.starts_with('\n')) {
            scanner.jump(before);
        }
    }
    let blank = scanner.eat_while([' ', '\u{a0}', '\t']).to_owned();
    let mut punctuated = false;
    while scanner.eat_if([':', '.', ')', ';']) {
        punctuated = true;
        scanner.eat_while([' ', '\u{a0}', '\t']);
    }
    if !punctuated && !blank.is_empty() && scanner.eat_if(['–', '-']) {
        punctuated = true;
        scanner.eat_while([' ', '\u{a0}']);
    }
    let rest = scanner.after();
    let first = rest.trim_start_matches(['«', '“', '"', '‘', '\'', '(']).chars().next();
    Some(match first {
        None | Some('\n') => End::Line,
        Some(_) if punctuated => End::Punctuation,
        Some(c) if blank.is_empty() && c.is_alphanumeric() => return None,
        Some(c) if c.is_uppercase() && !blank.is_empty() => End::Sentence,
        Some(_) => End::Open,
    })
}

/// Passes one of these words, if it stands here, and the blanks before it.
fn eat_word(scanner: &mut Scanner<'_>, words: &[&str]) {
    let before = scanner.cursor();
    scanner.eat_while([' ', '\u{a0}', '\t']);
    for word in words {
        let rest = scanner.after();
        let upper = word.to_uppercase();
        // «Antwoord Voor mantelzorgers» begins a sentence.
        let found = rest.get(..word.len()).is_some_and(|start| start == *word || start == upper);
        let next = rest.get(word.len()..).and_then(|rest| rest.chars().next());
        if found && next.is_none_or(|c| !c.is_alphabetic()) {
            scanner.jump(before + (scanner.cursor() - before) + word.len());
            return;
        }
    }
    scanner.jump(before);
}
