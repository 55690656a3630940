//! What all explanations of a letter have in common: its labels, and the signs that a heading and the text below it bear.

use std::ops::Range;

use super::signs::{Sign, Signs};
use crate::layout::Text;
use crate::letter::heading::{Head, Role};
use crate::letter::unheaded_answers::{self, Evidence};
use crate::letter::{closing, place, requests, tuning};

/// The letter as every explanation sees it.
pub(super) struct Ground<'a> {
    pub(super) text: &'a Text,
    pub(super) body: Range<usize>,
    /// Labels that count, each of which should head something, in order of place.
    labels: Vec<Range<usize>>,
    /// Bare labels that come back, in order of place.
    bare: Vec<Range<usize>>,
    /// Where the paragraphs of the body begin, and how many before each of them ask something; at last, how many in all.
    asking: Vec<(usize, usize)>,
}

/// Whether the answers of an explanation have headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answers {
    Headed,
    Bare,
}

impl<'a> Ground<'a> {
    pub(super) fn new(text: &'a Text, mut labels: Vec<Range<usize>>, mut bare: Vec<Range<usize>>) -> Self {
        for labels in [&mut labels, &mut bare] {
            labels.sort_by_key(|label| label.start);
            labels.dedup();
        }
        let mut known = 0;
        let asking = place::body_paragraphs(text).map(|paragraph| {
            let before = known;
            known += usize::from(requests::asks(text.slice(&paragraph.at)));
            (paragraph.at.start, before)
        });
        let mut asking: Vec<(usize, usize)> = asking.collect();
        asking.push((usize::MAX, known));
        Self { text, body: place::body(text), labels, bare, asking }
    }

    /// What the number of a heading says, behind those before it.
    pub(super) fn heading(head: &Head, question: Option<&Head>, before: Option<&Head>) -> Signs {
        let mut signs = Signs::default();
        match head.role {
            Role::Question => {
                signs.add(Sign::Question, 1);
                signs.add(step(question, head), 1);
            }
            Role::Answer | Role::Notice => answered(&mut signs, head, question, before),
            Role::Answerer => {}
        }
        signs
    }

    /// What the text under a heading says, up to where the next one begins.
    pub(super) fn below(&self, head: &Head, end: usize, answers: Answers) -> Signs {
        let mut signs = Signs::default();
        let mut body = place::trim(self.text, &(head.at.end..end.max(head.at.end)));
        if end >= self.body.end {
            body.end = closing::end_of_last(self.text, &body).max(body.start);
        }
        signs.add(Sign::Unused, self.labels_in(&body));
        signs.add(Sign::UnusedBare, within(&self.bare, &body));
        signs.add(Sign::Empty, usize::from(body.is_empty()));
        match (head.role, answers) {
            (Role::Question, Answers::Headed) => {
                signs.add(Sign::Asks, usize::from(self.asks(&body)));
                signs.add(Sign::EndsAsking, usize::from(requests::ends_asking(self.text.slice(&body))));
            }
            (Role::Question, Answers::Bare) => self.unheaded(&mut signs, &body),
            (Role::Answer, _) => {
                let own = self.text.slice(&body);
                let first = own.split_once('\n').map_or(own, |(first, _)| first);
                signs.add(Sign::OpensAsking, usize::from(place::ends_question(first)));
            }
            (Role::Notice | Role::Answerer, _) => {}
        }
        signs
    }

    /// A question and its answer without a heading between them.
    fn unheaded(&self, signs: &mut Signs, body: &Range<usize>) {
        let found = unheaded_answers::find(self.text, body);
        let question = found.map_or(body.clone(), |(at, _)| body.start..at);
        let asks = requests::asks(self.text.slice(&question));
        signs.add(if asks { Sign::Asks } else { Sign::Silent }, 1);
        signs.add(Sign::EndsAsking, usize::from(requests::ends_asking(self.text.slice(&question))));
        let sign = match found.map(|(_, evidence)| evidence) {
            Some(Evidence::Style | Evidence::Cell) => Sign::ByType,
            Some(Evidence::Paragraph) => Sign::ByParagraph,
            Some(Evidence::Sentence | Evidence::Thin) => Sign::ByGuess,
            // The cell of the answer may be that of several rows.
            None if unheaded_answers::shares_answer(self.text, body) => return,
            None => Sign::Unanswered,
        };
        signs.add(sign, 1);
    }

    pub(super) fn labels_in(&self, at: &Range<usize>) -> usize {
        within(&self.labels, at)
    }

    /// Whether a paragraph of a span asks something; its first is looked at without what stands before the span.
    pub(super) fn asks(&self, at: &Range<usize>) -> bool {
        let first = self.asking.partition_point(|(start, _)| *start <= at.start);
        let end = self.asking.partition_point(|(start, _)| *start < at.end);
        let next = self.asking.get(first).map_or(at.end, |(start, _)| (*start).min(at.end));
        let known = |index: usize| self.asking.get(index).map(|(_, known)| *known);
        requests::asks(self.text.slice(&(at.start..next))) || (first < end && known(end) > known(first))
    }
}

/// How many of these begin in a span.
fn within(labels: &[Range<usize>], at: &Range<usize>) -> usize {
    let first = labels.partition_point(|label| label.start < at.start);
    let end = labels.partition_point(|label| label.start < at.end);
    end.saturating_sub(first)
}

/// How a question's number goes on from the one before.
fn step(before: Option<&Head>, head: &Head) -> Sign {
    let Some(first) = head.numbers.first() else { return Sign::Jumps };
    let Some(before) = before else { return if first.value == 1 { Sign::First } else { Sign::Skips } };
    let ends =
        || before.numbers.iter().filter(|number| !before.numbers.iter().any(|next| next.value == number.value + 1));
    if ends().any(|last| first.follows(*last)) {
        Sign::Counts
    } else if ends().any(|last| first.value > last.value && first.value <= last.value + tuning::step_max()) {
        Sign::Skips
    } else if first.value == 1 {
        Sign::Restarts
    } else {
        Sign::Jumps
    }
}

/// Whom an answer answers.
fn answered(signs: &mut Signs, head: &Head, question: Option<&Head>, before: Option<&Head>) {
    let Some(question) = question else { return signs.add(Sign::Astray, 1) };
    let right_behind = before.is_some_and(|before| before.role == Role::Question);
    let last = question.numbers.iter().max().copied();
    match (head.numbers.is_empty(), right_behind) {
        (true, true) => signs.add(Sign::Behind, 1),
        (true, false) => signs.add(Sign::Astray, 1),
        // Up to the last question all was asked; a few letters answer what they ask further on.
        (false, _) => {
            let asked = head.numbers.iter().all(|number| last.is_some_and(|last| number.value <= last.value));
            signs.add(if asked { Sign::Answers } else { Sign::AnswersAhead }, head.numbers.len());
        }
    }
}
