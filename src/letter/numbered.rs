//! Questions that a number alone leads: `1` on a line of its own, «1. Waar …», the first cell of a table row.
//!
//! Lists inside answers are numbered too: the questions are the one chain of numbers that goes on through the letter
//! and whose members ask something.

use std::collections::BTreeMap;
use std::ops::Range;

use super::heading::Role;
use super::heads::Head;
use super::kind::Kind;
use super::number::QuestionNumber;
use crate::layout::{Flow, Paragraph, Text};

/// Largest step in a chain: lists with withdrawn questions skip one or two numbers.
const STEP_MAX: u32 = 3;
/// Share of a chain's members that must ask something; in `corpus` and real lists nearly all do, in a letter with
/// numbered measures none.
const ASKING_MIN: f32 = 0.6;
/// The same in a document that calls itself a list of questions: «Noem de cijfers per jaar.» asks too.
const ASKING_MIN_IN_LIST: f32 = 0.3;
/// What a member that asks nothing is worth beside one that does.
const SILENT_WORTH: u32 = 1;
const ASKING_WORTH: u32 = 4;

/// How the number is printed: one letter keeps to one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// The number is a line of its own.
    Alone,
    /// `1.` or `1)` before the text.
    Dotted,
    /// Only a gap stands between number and text.
    Spaced,
}

struct Candidate {
    at: Range<usize>,
    number: QuestionNumber,
    asks: bool,
}

/// Finds the chain, if there is one.
pub(super) fn find(text: &Text, worded: &[Head], kind: Kind) -> Vec<Head> {
    let mut by_form: BTreeMap<Form, Vec<Candidate>> = BTreeMap::new();
    let paragraphs = &text.paragraphs;
    for (index, paragraph) in paragraphs.iter().enumerate().filter(|(_, p)| p.flow == Flow::Body) {
        let next = paragraphs.get(index + 1).filter(|next| next.flow == Flow::Body);
        if let Some((form, candidate)) = candidate(text, paragraph, next) {
            by_form.entry(form).or_default().push(candidate);
        }
    }
    let answers = worded.iter().filter(|head| head.role == Role::Answer).count();
    by_form
        .into_values()
        .map(|candidates| chain(&candidates))
        .filter(|chain| is_list_of_questions(chain, answers, kind))
        .max_by_key(Vec::len)
        .unwrap_or_default()
        .into_iter()
        .map(|(at, number, _)| Head { at, role: Role::Question, numbers: vec![number], by_number: true })
        .collect()
}

type Link = (Range<usize>, QuestionNumber, bool);

/// The chain of numbers that is worth most, in one pass.
fn chain(candidates: &[Candidate]) -> Vec<Link> {
    let mut best: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    let mut top: Option<(u32, usize)> = None;
    for (index, candidate) in candidates.iter().enumerate() {
        let value = candidate.number.value();
        let lettered = u32::from(candidate.number.letter().is_some_and(|letter| letter != 'a'));
        let from = (value + lettered).saturating_sub(STEP_MAX)..value + lettered;
        let previous = from.filter_map(|v| best.get(&v).map(|&(worth, at)| (worth, v, at))).max();
        let own = if candidate.asks { ASKING_WORTH } else { SILENT_WORTH };
        let worth = previous.map_or(0, |(worth, ..)| worth) + own;
        before.push(previous.map(|(_, _, at)| at));
        let held = best.get(&value).map_or(0, |&(worth, _)| worth);
        if worth > held {
            best.insert(value, (worth, index));
        }
        if top.is_none_or(|(most, _)| worth > most) {
            top = Some((worth, index));
        }
    }
    let mut chain = Vec::new();
    let mut at = top.map(|(_, index)| index);
    while let Some(index) = at {
        let Candidate { at: range, number, asks } = &candidates[index];
        chain.push((range.clone(), *number, *asks));
        at = before[index];
    }
    chain.reverse();
    chain
}

/// A list of questions asks; where no word says «antwoord» and the letter is no list, two items could be anything.
fn is_list_of_questions(chain: &[Link], answers: usize, kind: Kind) -> bool {
    let asking = chain.iter().filter(|(_, _, asks)| *asks).count();
    let least = if kind == Kind::Lijst || kind == Kind::Aanhangsel || answers > 0 { 1 } else { 3 };
    let begins = chain.first().is_some_and(|(_, number, _)| kind == Kind::Lijst || number.value() <= STEP_MAX);
    let share = if kind == Kind::Lijst { ASKING_MIN_IN_LIST } else { ASKING_MIN };
    begins && chain.len() >= least && asking as f32 >= share * chain.len() as f32
}

fn candidate(text: &Text, paragraph: &Paragraph, next: Option<&Paragraph>) -> Option<(Form, Candidate)> {
    let own = text.slice(&paragraph.at);
    let digits = own.bytes().take_while(u8::is_ascii_digit).count();
    let letter = own.get(digits..)?.chars().next().filter(char::is_ascii_lowercase).map_or(0, |_| 1);
    let number: QuestionNumber = own.get(..digits + letter)?.parse().ok()?;
    let rest = own.get(digits + letter..)?;
    let body = rest.trim_start_matches(['.', ')', ':']);
    let dotted = body.len() < rest.len();
    let spaced = body.starts_with(char::is_whitespace);
    let asked = body.trim_start();
    let first_line = paragraph.lines.first()?;
    let length = own.len() - asked.len();
    let at = paragraph.at.start..paragraph.at.start + length;
    if asked.is_empty() {
        let asks = next.is_some_and(|next| text.slice(&next.at).contains('?'));
        return Some((Form::Alone, Candidate { at, number, asks }));
    }
    let opens = asked.trim_start_matches(['«', '“', '"', '‘', '\'', '(']).chars().next()?.is_uppercase();
    if !spaced || !opens {
        return None;
    }
    let form = match (dotted, first_line.end <= at.end) {
        (_, true) => Form::Alone,
        (true, _) => Form::Dotted,
        (false, _) => Form::Spaced,
    };
    Some((form, Candidate { at, number, asks: asked.contains('?') }))
}
