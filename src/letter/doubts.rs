//! What is amiss in a letter, and where our reading may be wrong, as data.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use unscanny::Scanner;

use super::doubt::{Doubt, DoubtKind};
use super::heading::{self, End};
use super::number;
use super::pairing::{Pair, Paired};
use super::{place, requests};
use crate::layout::{Paragraph, Text, Uncertain};
use crate::record::Kind;
use crate::record::Number;

/// Puts them in order of place, each once.
pub(super) fn order(doubts: &mut Vec<Doubt>) {
    doubts.sort_by_key(|doubt| doubt.at.start);
    doubts.dedup();
}

/// What the pairs themselves show.
pub(super) fn of_pairs(text: &Text, paired: &Paired, kind: Kind) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for pair in &paired.pairs {
        doubts.extend(of_pair(text, paired, pair, kind != Kind::Mededeling));
    }
    // A letter of any other kind may well be one without questions.
    if paired.pairs.is_empty() && matches!(kind, Kind::Aanhangsel | Kind::Mededeling | Kind::Lijst) {
        doubts.push(Doubt::general(DoubtKind::NoQuestions, 0..0));
    }
    doubts.extend(numbering(text, paired));
    doubts
}

fn of_pair(text: &Text, paired: &Paired, pair: &Pair, answers: bool) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let answer = pair.answer.map(|index| &paired.answers[index]);
    let spans: Vec<&Range<usize>> = pair
        .questions
        .iter()
        .map(|&index| &paired.questions[index].body)
        .chain(answer.map(|answer| &answer.body))
        .collect();
    let Some(at) = spans.first().map(|at| (*at).clone()) else { return doubts };
    let mut add =
        |kind, at: &Range<usize>| doubts.push(Doubt::about(kind, (pair.series, pair.numbers.clone()), at.clone()));
    if answer.is_none() {
        add(DoubtKind::UnansweredQuestion, &at);
        // Its answer may be there, and be read as question.
        if answers && !requests::ends_asking(text.slice(spans[spans.len() - 1])) {
            add(DoubtKind::Boundary, &at);
        }
    }
    if pair.questions.is_empty() {
        // The question may have been there, and have gone to the answer before.
        add(DoubtKind::AnswerWithoutQuestion, &at);
        add(DoubtKind::Boundary, &at);
    }
    for span in &spans {
        let unmapped = text.slice(span).chars().filter(|c| *c == '\u{fffd}').count();
        if unmapped > 0 {
            add(DoubtKind::UnmappedGlyphs(unmapped), &first_unmapped(text, span));
        }
        if span.is_empty() {
            add(DoubtKind::Boundary, span);
        }
        for stray in [stray_number(text, span), stray_heading(text, span), stray_mark(text, span)].into_iter().flatten()
        {
            add(DoubtKind::Boundary, &stray);
        }
        for (kind, at) in uncertain(text, span) {
            add(kind, &at);
        }
    }
    doubts
}

/// Where the first of them stands.
fn first_unmapped(text: &Text, span: &Range<usize>) -> Range<usize> {
    let glyph = char::REPLACEMENT_CHARACTER;
    let at = span.start + text.slice(span).find(glyph).unwrap_or_default();
    at..at + glyph.len_utf8()
}

/// What layout left open in a span: the first place of each kind.
fn uncertain(text: &Text, span: &Range<usize>) -> Vec<(DoubtKind, Range<usize>)> {
    let first = |kind| {
        let mut touching = text.uncertain().iter().filter(|(at, _)| at.start < span.end && at.end > span.start);
        touching.find(|(_, own)| *own == kind).map(|(at, _)| at.clone())
    };
    let table = first(Uncertain::Table).map(|at| (DoubtKind::Table, at));
    let order = first(Uncertain::Order).map(|at| (DoubtKind::ReadingOrder, at));
    table.into_iter().chain(order).collect()
}

/// A line of its own that reads as a heading with numbers: one that was not taken for it.
fn stray_heading(text: &Text, span: &Range<usize>) -> Option<Range<usize>> {
    let lines = place::paragraphs(text, span).iter().flat_map(|p| &p.lines);
    let mut inside = lines.filter(|line| line.start > span.start && line.end <= span.end);
    let is_heading = |line: &str| {
        line.starts_with(char::is_uppercase)
            && heading::read(line).is_some_and(|heading| heading.end == End::Line && !heading.numbers.is_empty())
    };
    inside.find(|line| is_heading(text.slice(line))).cloned()
}

/// In plain text a number glued to a sentence's end («2018.12 Hierbij») is a mark whose note was not found.
fn stray_mark(text: &Text, span: &Range<usize>) -> Option<Range<usize>> {
    static MARK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[\p{Ll}\d)][.?!]\d{1,3}\)?(?:\s+\p{Lu}|\s*$)|\p{Ll}\.\d{1,3}\s")
            .expect("the pattern is a constant")
    });
    let found = MARK.find(text.slice(span)).filter(|_| place::is_plain(text))?;
    Some(span.start + found.start()..span.start + found.end())
}

/// A number, or a group of them, that is a paragraph of its own inside a text: a note's mark, a page number or the
/// heading of a question that was not recognised.
fn stray_number(text: &Text, span: &Range<usize>) -> Option<Range<usize>> {
    let is_number = |p: &&Paragraph| {
        let mut scanner = Scanner::new(text.slice(&p.at).trim());
        p.cells.is_empty()
            && number::list(&mut scanner).is_some_and(|numbers| numbers.iter().all(|number| number.value < 1000))
            && scanner.done()
    };
    place::paragraphs(text, span).iter().find(is_number).map(|p| p.at.clone())
}

/// Gaps and repeats in the numbers of the questions, in order of place.
fn numbering(text: &Text, paired: &Paired) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut held: BTreeMap<usize, BTreeSet<Number>> = BTreeMap::new();
    for question in &paired.questions {
        let series = held.entry(question.series).or_default();
        let repeated: Vec<Number> =
            question.numbers.iter().filter(|number| !series.insert(**number)).copied().collect();
        if !repeated.is_empty() {
            let about = (question.series, repeated);
            doubts.push(Doubt::about(DoubtKind::NumberingRepeat, about.clone(), question.body.clone()));
            doubts.push(Doubt::about(DoubtKind::Boundary, about, question.body.clone()));
        }
    }
    for (series, numbers) in &held {
        let ordered: Vec<Number> = numbers.iter().copied().collect();
        for pair in ordered.windows(2).filter(|pair| !pair[1].follows(pair[0])) {
            let after = paired.questions.iter().find(|q| q.series == *series && q.numbers.contains(&pair[1]));
            let at = after.map_or(0..0, |question| question.body.clone());
            doubts.push(Doubt::about(DoubtKind::NumberingGap(pair[0], pair[1]), (*series, vec![pair[0]]), at));
            doubts.extend(swallowed(text, paired, *series, pair[0]));
        }
    }
    doubts
}

/// Where a number is skipped and the answer before the gap asks something at a paragraph's end, it may hold the
/// question that is missing.
fn swallowed(text: &Text, paired: &Paired, series: usize, last: Number) -> Option<Doubt> {
    let answer = paired.answers.iter().find(|answer| answer.series == series && answer.numbers.contains(&last))?;
    let asks = place::paragraphs(text, &answer.body).iter().skip(1).any(|p| place::ends_question(text.slice(&p.at)));
    asks.then(|| Doubt::about(DoubtKind::Boundary, (series, answer.numbers.clone()), answer.body.clone()))
}
