//! Finds where the answer begins in a block that holds a question and its answer without a heading between them.

use std::ops::Range;

use super::place;
use super::tuning;
use crate::layout::{Run, Text};
use crate::lexicon::{ends_sentence, lists};

/// How an answer without heading was told from its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// The type changes where it begins.
    Style,
    /// It is the next cell of the table row.
    Cell,
    /// The paragraphs above ask, it does not.
    Paragraph,
    /// The sentences before it ask, it does not; all of one paragraph.
    Sentence,
    /// None of these clearly.
    Thin,
}

/// The place of the answer, by table cell, type, paragraph or sentence, in this order.
pub(super) fn find(text: &Text, body: &Range<usize>) -> Option<(usize, Evidence)> {
    if is_unanswered_row(text, body) || shares_answer(text, body) {
        return None;
    }
    by_cell(text, body).or_else(|| by_style(text, body)).or_else(|| by_paragraph(text, body))
}

/// True for a question that stands alone in its row of a table: the cell for its answer is empty.
pub(super) fn is_unanswered_row(text: &Text, body: &Range<usize>) -> bool {
    let rows = place::paragraphs(text, body);
    matches!(rows, [row] if row.cells.len() > 1 && row.cells.last().is_some_and(Range::is_empty))
}

/// True for a text that is all in the type of another: bold where that is, italic where that is.
pub(super) fn is_all_like(text: &Text, body: &Range<usize>, other: &Range<usize>) -> bool {
    let kinds: [fn(&Run) -> bool; 2] = [|run| run.style.bold, |run| run.style.italic];
    kinds.iter().all(|kind| {
        let model = place::share(text, other, kind).is_some_and(|share| share > 0.5);
        let share = place::share(text, body, kind).unwrap_or_default();
        if model { share > tuning::question_type_share() } else { share < 1.0 - tuning::question_type_share() }
    })
}

/// True for a question whose row has no cell of its own for the answer: that of the rows below is its own, too.
pub(super) fn shares_answer(text: &Text, body: &Range<usize>) -> bool {
    matches!(place::paragraphs(text, body), [row] if row.shares_last)
}

/// The place at which bold (or italic) type ends for good, or begins for good.
pub(super) fn by_style(text: &Text, body: &Range<usize>) -> Option<(usize, Evidence)> {
    let runs: Vec<&Run> = place::runs(text, body).iter().filter(|run| run.rect.is_some()).collect();
    let kinds: [fn(&Run) -> bool; 4] = [|r| r.style.bold, |r| r.style.italic, |r| !r.style.bold, |r| !r.style.italic];
    kinds.iter().find_map(|is_question| change(text, &runs, body, *is_question)).map(|at| (at, Evidence::Style))
}

/// The best place to part runs of a kind from the rest, if they part well there.
fn change(text: &Text, runs: &[&Run], body: &Range<usize>, is_question: fn(&Run) -> bool) -> Option<usize> {
    let length = |run: &Run| run.at.end.min(body.end) - run.at.start.max(body.start);
    let total: usize = runs.iter().map(|run| length(run)).sum();
    let asked: usize = runs.iter().filter(|run| is_question(run)).map(|run| length(run)).sum();
    let (mut before, mut asked_before) = (0, 0);
    let mut best: Option<(usize, usize)> = None;
    for run in runs {
        let starts = before > 0
            && !is_question(run)
            && (opens_block(text, run.at.start) || ends_sentence(text.slice(&(body.start..run.at.start))));
        if starts {
            let wrong = (before - asked_before) + (asked - asked_before);
            let shares = asked_before as f32 >= tuning::question_type_share() * before as f32
                && (asked - asked_before) as f32 <= (1.0 - tuning::question_type_share()) * (total - before) as f32;
            if shares && best.is_none_or(|(least, _)| wrong < least) {
                best = Some((wrong, run.at.start));
            }
        }
        before += length(run);
        asked_before += if is_question(run) { length(run) } else { 0 };
    }
    best.map(|(_, at)| at)
}

/// True at the start of a paragraph.
fn opens_block(text: &Text, at: usize) -> bool {
    text.paragraphs().binary_search_by_key(&at, |p| p.at.start).is_ok()
}

/// In a table row the answer is the last cell; a row that goes on in a further one is read with less trust.
fn by_cell(text: &Text, body: &Range<usize>) -> Option<(usize, Evidence)> {
    let rows = place::paragraphs(text, body);
    let row = rows.first().filter(|row| row.filled().count() > 1)?;
    let answer = row.cells.last().filter(|cell| cell.start > body.start && !cell.is_empty())?;
    let goes_on = rows.iter().skip(1).any(|row| row.filled().count() > 1);
    Some((answer.start, if goes_on { Evidence::Thin } else { Evidence::Cell }))
}

/// The first paragraph that does not ask after those that do.
fn by_paragraph(text: &Text, body: &Range<usize>) -> Option<(usize, Evidence)> {
    let pieces: Vec<Range<usize>> = place::paragraphs(text, body)
        .iter()
        .map(|p| p.at.start.max(body.start)..p.at.end.min(body.end))
        .filter(|at| !at.is_empty())
        .collect();
    let asks: Vec<bool> = pieces.iter().map(|at| ends_asking(text.slice(at))).collect();
    let first = asks.iter().position(|asks| *asks);
    let Some(first) = first else { return without_asking_paragraph(text, &pieces) };
    let last = first + asks.iter().skip(first).take_while(|asks| **asks).count();
    let answer = pieces.get(last)?;
    let evidence = if first == 0 { Evidence::Paragraph } else { Evidence::Thin };
    Some((answer.start, evidence))
}

/// True for a paragraph that ends in a question, or in a request that follows one: «… van 2025? Graag met toelichting.»
fn ends_asking(text: &str) -> bool {
    let request = |(_, rest): (&str, &str)| {
        let rest = rest.trim();
        let one = rest.strip_suffix('.').is_some_and(|sentence| !sentence.contains(". "));
        one && lists::REQUESTS
            .iter()
            .any(|word| rest.strip_prefix(word).is_some_and(|after| after.starts_with([' ', '.'])))
    };
    place::ends_question(text) || text.rsplit_once('?').is_some_and(request)
}

/// No paragraph ends in a question mark: question and answer are run together, or the question is no sentence that asks.
fn without_asking_paragraph(text: &Text, pieces: &[Range<usize>]) -> Option<(usize, Evidence)> {
    let first = pieces.first()?;
    match after_questions(text.slice(first)) {
        Some((at, clear)) if pieces.len() == 1 || clear => {
            let evidence = if clear { Evidence::Sentence } else { Evidence::Thin };
            Some((first.start + at, evidence))
        }
        _ => pieces.get(1).map(|second| (second.start, Evidence::Thin)),
    }
}

/// Where, after its first sentences that ask, a paragraph no longer asks; and whether it never asks again.
fn after_questions(text: &str) -> Option<(usize, bool)> {
    let mut after = None;
    let mut asked = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = matches!(c, '?' | '.' | '!')
            && chars.peek().is_none_or(|(_, next)| next.is_whitespace() || "»”’\")".contains(*next));
        if !ends {
            continue;
        }
        if c == '?' {
            if after.is_some_and(|(_, sentences)| sentences > 0) {
                return after.map(|(at, _)| (at, false));
            }
            asked = true;
            let end = at + 1;
            let gap = text
                .get(end..)
                .map_or(0, |rest| rest.len() - rest.trim_start_matches(['»', '”', '’', '"', ')', ' ']).len());
            after = Some((end + gap, 0));
        } else if asked {
            after = after.map(|(at, sentences)| (at, sentences + 1));
        }
    }
    after.filter(|(at, _)| *at < text.len()).map(|(at, _)| (at, true))
}
