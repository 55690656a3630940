//! Questions that a number alone leads: `1` on a line of its own, «1. Waar …», the first cell of a table row.
//!
//! Lists inside answers are numbered too: the questions are the one chain of numbers that goes on through the letter
//! and whose members ask something.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unscanny::Scanner;

use super::heading::{Head, Role};
use super::number;
use super::place;
use super::tuning;
use crate::layout::{Flow, Paragraph, Text};
use crate::record::Kind;
use crate::record::Number;

/// How the number is printed: one letter keeps to one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// The number is a line of its own.
    Alone,
    /// `1.` or `1)` before the text.
    Dotted,
    /// Only a gap stands between number and text.
    Spaced,
}

struct Candidate {
    at: Range<usize>,
    /// One, or a group: «3, 4 en 5».
    numbers: Vec<Number>,
    asks: bool,
}

/// Whether answers have headings in the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answers {
    Headed,
    Bare,
}

/// Finds the chain in a part of the letter, if there is one.
pub(super) fn find(text: &Text, within: &Range<usize>, answers: Answers, kind: Kind) -> Vec<Head> {
    by_form(text, within)
        .into_values()
        .map(|candidates| with_moved(chain(&candidates), &candidates))
        .filter(|chain| is_list_of_questions(chain, answers, kind))
        .max_by_key(Vec::len)
        .unwrap_or_default()
        .into_iter()
        .map(|(at, numbers, _)| Head { at, role: Role::Question, numbers, by_number: true })
        .collect()
}

/// A number that leads a paragraph, and its place.
pub(super) type Led = (Range<usize>, Vec<Number>);

/// All numbers that lead a paragraph in a part of the letter, by their form, in order of place.
pub(super) fn leading(text: &Text, within: &Range<usize>) -> BTreeMap<Form, Vec<Led>> {
    let by_form = by_form(text, within).into_iter();
    by_form.map(|(form, found)| (form, found.into_iter().map(|one| (one.at, one.numbers)).collect())).collect()
}

fn by_form(text: &Text, within: &Range<usize>) -> BTreeMap<Form, Vec<Candidate>> {
    let mut by_form: BTreeMap<Form, Vec<Candidate>> = BTreeMap::new();
    let paragraphs = place::paragraphs(text, within);
    let inside = |p: &Paragraph| p.flow == Flow::Body && p.at.start >= within.start;
    for (index, paragraph) in paragraphs.iter().enumerate().filter(|(_, p)| inside(p)) {
        let next = paragraphs.get(index + 1).filter(|next| next.flow == Flow::Body);
        if let Some((form, candidate)) = candidate(text, paragraph, next) {
            by_form.entry(form).or_default().push(candidate);
        }
    }
    by_form
}

type Link = (Range<usize>, Vec<Number>, bool);

/// The chain of numbers that is worth most, in one pass.
fn chain(candidates: &[Candidate]) -> Vec<Link> {
    let mut best: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    let mut top: Option<(u32, usize)> = None;
    for (index, candidate) in candidates.iter().enumerate() {
        let previous = candidate.numbers.first().and_then(|first| previous(&best, *first));
        let own = if candidate.asks { tuning::asking_worth() } else { tuning::silent_worth() };
        let worth = previous.map_or(0, |(worth, ..)| worth) + own;
        before.push(previous.map(|(_, _, at)| at));
        for value in run_ends(&candidate.numbers) {
            let held = best.get(&value).map_or(0, |&(worth, _)| worth);
            if worth > held {
                best.insert(value, (worth, index));
            }
        }
        if top.is_none_or(|(most, _)| worth > most) {
            top = Some((worth, index));
        }
    }
    let mut chain = Vec::new();
    let mut at = top.map(|(_, index)| index);
    while let Some(index) = at {
        let Candidate { at: range, numbers, asks } = &candidates[index];
        chain.push((range.clone(), numbers.clone(), *asks));
        at = before[index];
    }
    chain.reverse();
    chain
}

/// A number that the chain skips may be printed elsewhere, beside a question with which it shares an answer (3, 8, 4
/// in `brief-wolvega`): a candidate that asks, stands inside the chain and holds only numbers that are missing or come next.
fn with_moved(mut chain: Vec<Link>, candidates: &[Candidate]) -> Vec<Link> {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else { return chain };
    let inside = first.0.start..last.0.start;
    let mut held: BTreeSet<Number> = chain.iter().flat_map(|(_, numbers, _)| numbers.iter().copied()).collect();
    let (low, high) = (held.first().copied(), held.last().copied());
    let missing = |number: &Number| {
        Some(*number) > low && (Some(*number) < high || high.is_some_and(|high| number.follows(high)))
    };
    for candidate in candidates.iter().filter(|candidate| candidate.asks && inside.contains(&candidate.at.start)) {
        if candidate.numbers.iter().all(|number| missing(number) && !held.contains(number)) {
            held.extend(candidate.numbers.iter().copied());
            chain.push((candidate.at.clone(), candidate.numbers.clone(), true));
        }
    }
    chain.sort_by_key(|(at, ..)| at.start);
    chain
}

/// The chain that a number goes on best: what it is worth, the number that ends it and the candidate that bears it.
fn previous(best: &BTreeMap<u32, (u32, usize)>, first: Number) -> Option<(u32, u32, usize)> {
    let value = first.value;
    let end = value + u32::from(first.letter.is_some_and(|letter| letter != 'a'));
    best.range(end.saturating_sub(tuning::step_limit())..end)
        .filter_map(|(&last, &(worth, at))| {
            let cost = if last + tuning::step_max() < end { tuning::step_cost() } else { 0 };
            (worth > cost).then(|| (worth - cost, last, at))
        })
        .max()
}

/// The last number of each unbroken run: a letter that groups 3, 4, 5, 9 and 10 goes on with 6, or with 11.
fn run_ends(numbers: &[Number]) -> impl Iterator<Item = u32> {
    let values = numbers.iter().map(|number| number.value);
    values.filter(|value| !numbers.iter().any(|number| number.value == value + 1))
}

/// A list of questions asks; where no word says «antwoord» and the letter is no list, two items could be anything.
fn is_list_of_questions(chain: &[Link], answers: Answers, kind: Kind) -> bool {
    let asking = chain.iter().filter(|(_, _, asks)| *asks).count();
    let least = if kind == Kind::Lijst || kind == Kind::Aanhangsel || answers == Answers::Headed {
        1
    } else {
        tuning::chain_min()
    };
    let begins = chain.first().and_then(|(_, numbers, _)| numbers.first()).is_some_and(|first| {
        kind == Kind::Lijst || first.value <= tuning::step_max() || chain.len() >= tuning::late_chain_min()
    });
    let share = if kind == Kind::Lijst { tuning::asking_min_in_list() } else { tuning::asking_min() };
    begins && chain.len() >= least && asking as f32 >= share * chain.len() as f32
}

fn candidate(text: &Text, paragraph: &Paragraph, next: Option<&Paragraph>) -> Option<(Form, Candidate)> {
    let own = text.slice(&paragraph.at);
    let mut scanner = Scanner::new(own);
    let numbers = number::list(&mut scanner)?;
    let rest = scanner.after();
    let body = rest.trim_start_matches(['.', ')', ':']);
    let dotted = body.len() < rest.len();
    let spaced = body.starts_with(char::is_whitespace);
    let asked = body.trim_start();
    let first_line = paragraph.lines.first()?;
    let length = own.len() - asked.len();
    let at = paragraph.at.start..paragraph.at.start + length;
    if asked.is_empty() {
        let asks = next.is_some_and(|next| text.slice(&next.at).contains('?'));
        return Some((Form::Alone, Candidate { at, numbers, asks }));
    }
    let opens = asked.trim_start_matches(['«', '“', '"', '‘', '\'', '(']).chars().next()?;
    // «8. 2024 was een jaar met veel branden. Ziet u een verband?» asks, as does a row of a table whose first cell is the
    // number; «2. 12 gemeenten deden mee.» is an item.
    let cell = paragraph.filled().count() > 2 && paragraph.filled().next().is_some_and(|first| first.end <= at.end);
    let asks = asked.contains('?') && (cell || (dotted && opens.is_ascii_digit()));
    if !spaced || !(opens.is_uppercase() || asks) {
        return None;
    }
    let form = match (dotted, first_line.end <= at.end) {
        (_, true) => Form::Alone,
        (true, _) => Form::Dotted,
        (false, _) => Form::Spaced,
    };
    Some((form, Candidate { at, numbers, asks: asked.contains('?') }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_takes_questions_and_small_steps() {
        let check = |items: &[(u32, bool)], expect: &[u32]| {
            let candidate = |(at, &(value, asks)): (usize, &(u32, bool))| Candidate {
                at: at..at + 1,
                numbers: vec![Number::plain(value)],
                asks,
            };
            let candidates: Vec<_> = items.iter().enumerate().map(candidate).collect();
            let found: Vec<u32> =
                chain(&candidates).iter().flat_map(|(_, numbers, _)| numbers).map(|number| number.value).collect();
            assert_eq!(found, expect, "{items:?}");
        };
        // A question is worth more than three measures.
        check(&[(1, false), (2, false), (3, false), (1, true)], &[1]);
        // Two withdrawn questions cost nothing; a larger step costs more than an item that does not ask brings.
        check(&[(1, true), (4, false)], &[1, 4]);
        check(&[(1, true), (30, false)], &[1]);
        check(&[(1, true), (30, true)], &[1, 30]);
        // A page number is no question.
        check(&[(1, true), (60, true)], &[1]);
    }

    #[test]
    fn a_list_that_begins_late_is_longer() {
        let check = |numbers: std::ops::RangeInclusive<u32>, expect: bool| {
            let chain: Vec<Link> = numbers.clone().map(|value| (0..1, vec![Number::plain(value)], true)).collect();
            assert_eq!(is_list_of_questions(&chain, Answers::Headed, Kind::Brief), expect, "{numbers:?}");
        };
        check(1..=3, true);
        check(7..=9, false);
        check(7..=10, true);
    }
}
