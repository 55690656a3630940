//! Pairs questions and answers: by number, and by place only where no number speaks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::block::Block;
use super::doubt::{Doubt, DoubtKind};
use super::heading::Role;
use super::unheaded_answers::Evidence;
use super::{place, requests, see};
use crate::layout::Text;
use crate::record::Number;

/// A question block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which numbering of the letter its numbers belong to, from 0.
    pub series: usize,
    /// The numbers of its heading.
    pub numbers: Vec<Number>,
    /// Its text, without heading.
    pub body: Range<usize>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which numbering of the letter its numbers belong to, from 0.
    pub series: usize,
    /// The numbers that its heading names, else those of the questions that it follows.
    pub numbers: Vec<Number>,
    /// Its text, without heading.
    pub body: Range<usize>,
    /// Numbers of other questions of the letter that it points to, ascending.
    pub see: Vec<Number>,
}

/// What belongs together: an answer with its questions, or a question without answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Which numbering of the letter, from 0.
    pub series: usize,
    /// The numbers of the answer; of the question, where there is no answer.
    pub numbers: Vec<Number>,
    /// Indices of its questions.
    pub questions: Vec<usize>,
    /// Index of its answer.
    pub answer: Option<usize>,
}

/// The letter's pairs with all they are made of.
#[derive(Debug, Default)]
pub(super) struct Paired {
    pub(super) questions: Vec<Question>,
    pub(super) answers: Vec<Answer>,
    pub(super) pairs: Vec<Pair>,
    pub(super) doubts: Vec<Doubt>,
    /// Answers that no question precedes and no number places: running text.
    pub(super) loose: Vec<Range<usize>>,
}

/// Pairs the blocks.
pub(super) fn pair(text: &Text, blocks: &[Block]) -> Paired {
    let mut paired = Paired::default();
    let named = explicitly_answered(blocks);
    let bare_only = !blocks.iter().any(|block| block.role == Role::Answer && !block.numbers.is_empty());
    let mut open: Vec<usize> = Vec::new();
    for block in blocks {
        let (series, body) = (block.series, block.body.clone());
        match block.role {
            Role::Question => {
                let covered = block.numbers.iter().any(|number| named.contains_key(&(series, *number)));
                if !covered && !block.unanswered {
                    open.push(paired.questions.len());
                }
                paired.questions.push(Question { series, numbers: block.numbers.clone(), body });
            }
            Role::Answer => {
                let numbers = numbers_of(text, block, &mut open, &mut paired, bare_only);
                if numbers.is_empty() {
                    paired.loose.push(body);
                    continue;
                }
                paired.answers.push(Answer { series, numbers, body, see: Vec::new() });
            }
            Role::Notice | Role::Answerer => open.clear(),
        }
    }
    set_right_misprints(blocks, &mut paired);
    paired.pairs = pairs(&paired);
    point(text, &mut paired);
    paired
}

/// The numbers that some answer's heading names, with how often.
fn explicitly_answered(blocks: &[Block]) -> BTreeMap<(usize, Number), usize> {
    let mut named = BTreeMap::new();
    for block in blocks.iter().filter(|block| block.role == Role::Answer) {
        for number in &block.numbers {
            *named.entry((block.series, *number)).or_insert(0) += 1;
        }
    }
    named
}

/// An answer's numbers: its heading's, else those of the questions that stand open before it.
fn numbers_of(text: &Text, block: &Block, open: &mut Vec<usize>, paired: &mut Paired, bare_only: bool) -> Vec<Number> {
    if !block.numbers.is_empty() {
        open.clear();
        return block.numbers.clone();
    }
    let questions: Vec<usize> = open.drain(..).filter(|&at| paired.questions[at].series == block.series).collect();
    let numbers: Vec<Number> = questions.iter().flat_map(|&at| paired.questions[at].numbers.clone()).collect();
    let about = (block.series, numbers.clone());
    if block.evidence == Some(Evidence::Thin) || (block.evidence.is_some() && !bare_only) {
        paired.doubts.push(Doubt::about(DoubtKind::NoHeading, about, block.body.clone()));
    } else if questions[..questions.len().saturating_sub(1)]
        .iter()
        .any(|&at| !asks_to_its_end(text, &paired.questions[at]))
    {
        // One of them may hold an answer of its own.
        paired.doubts.push(Doubt::about(DoubtKind::Boundary, about, block.body.clone()));
    }
    numbers
}

/// True where a question ends in a question mark or a request, so that no answer of its own follows it. In plain text a table's rows
/// may have come apart into such questions.
fn asks_to_its_end(text: &Text, question: &Question) -> bool {
    !place::is_plain(text) && requests::ends_asking(text.slice(&question.body))
}

/// A heading that repeats a number already answered, right after a question that no heading names, is a misprint.
fn set_right_misprints(blocks: &[Block], paired: &mut Paired) {
    let named = explicitly_answered(blocks);
    let mut seen: Vec<(usize, Number)> = Vec::new();
    for index in 0..paired.answers.len() {
        let answer = &paired.answers[index];
        let (series, start) = (answer.series, answer.body.start);
        let repeated =
            !answer.numbers.is_empty() && answer.numbers.iter().all(|number| seen.contains(&(series, *number)));
        if repeated {
            let before = paired.questions.iter().rev().find(|question| question.body.start < start);
            let unnamed =
                before.filter(|q| q.series == series && q.numbers.iter().all(|n| !named.contains_key(&(series, *n))));
            let mut about = answer.numbers.clone();
            if let Some(numbers) = unnamed.map(|question| question.numbers.clone()) {
                about.extend(numbers.iter().copied());
                paired.answers[index].numbers = numbers;
            }
            let body = paired.answers[index].body.clone();
            paired.doubts.push(Doubt::about(DoubtKind::NumberingRepeat, (series, about.clone()), body.clone()));
            paired.doubts.push(Doubt::about(DoubtKind::Boundary, (series, about), body));
        }
        let numbers = paired.answers[index].numbers.clone();
        seen.extend(numbers.into_iter().map(|number| (series, number)));
    }
}

/// One pair per answer, one per question that no answer covers, in order of number.
fn pairs(paired: &Paired) -> Vec<Pair> {
    let mut by_number: BTreeMap<(usize, Number), Vec<usize>> = BTreeMap::new();
    for (index, question) in paired.questions.iter().enumerate() {
        for number in &question.numbers {
            by_number.entry((question.series, *number)).or_default().push(index);
        }
    }
    let mut covered = vec![false; paired.questions.len()];
    let mut pairs: Vec<Pair> = Vec::new();
    for (index, answer) in paired.answers.iter().enumerate() {
        let mut questions: Vec<usize> = answer
            .numbers
            .iter()
            .filter_map(|number| by_number.get(&(answer.series, *number)))
            .flatten()
            .copied()
            .collect();
        questions.sort_unstable();
        questions.dedup();
        for &question in &questions {
            covered[question] = true;
        }
        pairs.push(Pair { series: answer.series, numbers: answer.numbers.clone(), questions, answer: Some(index) });
    }
    for (index, question) in paired.questions.iter().enumerate().filter(|(index, _)| !covered[*index]) {
        pairs.push(Pair {
            series: question.series,
            numbers: question.numbers.clone(),
            questions: vec![index],
            answer: None,
        });
    }
    pairs.sort_by_key(|pair| (pair.series, pair.numbers.iter().min().copied()));
    pairs
}

/// Fills in which other questions of the same numbering an answer points to.
fn point(text: &Text, paired: &mut Paired) {
    let known: std::collections::BTreeSet<(usize, Number)> =
        paired.questions.iter().flat_map(|q| q.numbers.iter().map(move |number| (q.series, *number))).collect();
    for answer in &mut paired.answers {
        let mut see = see::numbers(text.slice(&answer.body), &answer.numbers);
        see.retain(|number| known.contains(&(answer.series, *number)));
        answer.see = see;
    }
}
