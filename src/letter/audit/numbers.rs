//! Numbers that count up: those that no heading uses, and those that a heading skips.

use std::ops::Range;

use super::reading::Reading;
use crate::letter::doubt::{Doubt, DoubtKind};
use crate::letter::numbered;
use crate::letter::{place, tuning};
use crate::record::{Contradiction, Number};

/// Numbers lead paragraphs through most of the letter, and few of them were taken for questions.
pub(super) fn unused(reading: &Reading<'_>) -> Vec<Doubt> {
    let body = place::body(reading.text);
    let mut doubts = Vec::new();
    for led in numbered::leading(reading.text, &body).into_values() {
        let Some((first, last)) = longest_run(&led).map(|run| (&led[run.start], &led[run.end - 1])) else { continue };
        let (low, high) = (first.1[0], last.1[0]);
        let count = (high.value - low.value + 1) as usize;
        let span = first.0.start..last.0.end;
        let wide = span.len() as f32 >= tuning::numbered_share() * body.len() as f32;
        if count >= tuning::numbered_min() && wide && 2 * reading.paired.questions.len() < count {
            doubts.extend(reading.on_all(&Contradiction::UnusedNumbers(low, high), &first.0));
        }
    }
    doubts
}

/// The longest stretch in which each number is the next of the one before, whatever else stands between them.
fn longest_run(led: &[numbered::Led]) -> Option<Range<usize>> {
    let follows = |pair: &[numbered::Led]| {
        let (before, after) = (pair[0].1.last(), pair[1].1.first());
        before.zip(after).is_some_and(|(before, after)| after.value == before.value + 1)
    };
    let mut longest: Option<Range<usize>> = None;
    let mut start = 0;
    for at in 1..=led.len() {
        if at == led.len() || !follows(&led[at - 1..=at]) {
            if longest.as_ref().is_none_or(|known| known.len() < at - start) {
                longest = Some(start..at);
            }
            start = at;
        }
    }
    longest.filter(|run| run.len() > 1 && !led[run.start].1.is_empty() && !led[run.end - 1].1.is_empty())
}

/// A number that is skipped may be a heading that was not recognised, in the pair before it.
pub(super) fn skipped(reading: &Reading<'_>) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut known: Vec<(usize, Number, Range<usize>)> = Vec::new();
    for question in &reading.paired.questions {
        known.extend(question.numbers.iter().map(|number| (question.series, *number, question.body.clone())));
    }
    known.sort_by_key(|(series, number, _)| (*series, *number));
    for pair in known.windows(2).filter(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1) {
        let ((series, before, at), (_, after, _)) = (&pair[0], &pair[1]);
        if !after.follows(*before) {
            let kind = DoubtKind::Structure(Contradiction::SkippedNumber);
            doubts.push(Doubt::about(kind, (*series, vec![*before]), at.clone()));
        }
    }
    doubts
}
