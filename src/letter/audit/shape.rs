//! The shape of questions and answers: questions ask, answers do not, and together they are most of the letter.

use std::ops::Range;

use super::reading::Reading;
use crate::layout::Paragraph;
use crate::letter::doubt::Doubt;
use crate::letter::{place, requests, tuning};
use crate::record::{Contradiction, Kind, SectionPart};

/// Words that should stand in a question or an answer: all behind the head of the letter, as far as pairs go on.
pub(super) fn to_explain(reading: &Reading<'_>) -> usize {
    let left_over = reading.sections.iter().filter(|section| section.part == SectionPart::Other);
    let inside = left_over.filter(|section| section.body.start < end_of_pairs(reading));
    explained(reading) + inside.map(|section| reading.words(&section.body)).sum::<usize>()
}

/// Words in well-formed pairs.
pub(super) fn explained(reading: &Reading<'_>) -> usize {
    let pairs = reading.paired.pairs.iter().filter(|pair| pair.answer.is_some() && !pair.questions.is_empty());
    pairs.flat_map(|pair| reading.texts(pair)).map(|at| reading.words(at)).sum()
}

fn end_of_pairs(reading: &Reading<'_>) -> usize {
    let questions = reading.paired.questions.iter().map(|question| question.body.end);
    questions.chain(reading.paired.answers.iter().map(|answer| answer.body.end)).max().unwrap_or_default()
}

/// Several sentences ask something, and there is no question. A verslag puts its questions in prose.
pub(super) fn asks_without_questions(reading: &Reading<'_>) -> Vec<Doubt> {
    if !reading.paired.pairs.is_empty() || reading.kind == Kind::SchriftelijkOverleg {
        return Vec::new();
    }
    let body = place::body_paragraphs(reading.text);
    let asking: Vec<&Paragraph> = body.filter(|p| requests::asks(reading.text.slice(&p.at))).collect();
    match asking.first().filter(|_| asking.len() >= tuning::asking_sentences()) {
        Some(first) => reading.on_all(&Contradiction::AsksWithoutQuestions(asking.len()), &first.at),
        None => Vec::new(),
    }
}

/// Much text among the pairs is in none of them. In a verslag it is the prose of the fractions.
pub(super) fn unexplained(reading: &Reading<'_>) -> Vec<Doubt> {
    let (explained, all) = (explained(reading), to_explain(reading));
    let answered = reading.paired.pairs.iter().filter(|pair| pair.answer.is_some()).count();
    if answered == 0
        || reading.kind == Kind::SchriftelijkOverleg
        || explained as f32 >= tuning::explained_min() * all as f32
    {
        return Vec::new();
    }
    let left = reading.sections.iter().filter(|section| section.part == SectionPart::Other);
    let longest = left.max_by_key(|section| reading.words(&section.body)).map(|section| section.body.clone());
    let percent = (100 * explained / all.max(1)).min(100) as u8;
    reading.on_all(&Contradiction::Unexplained(percent), &longest.unwrap_or_default())
}

/// Most questions have no answer, in a letter that gives some or holds more text than its questions.
pub(super) fn most_unanswered(reading: &Reading<'_>) -> Vec<Doubt> {
    let pairs = &reading.paired.pairs;
    let unanswered = pairs.iter().filter(|pair| pair.answer.is_none()).count();
    let last = reading.paired.questions.iter().map(|question| question.body.end).max().unwrap_or_default();
    let rest = reading.sections.iter().filter(|section| section.body.start >= last);
    let rest: usize = rest.map(|section| reading.words(&section.body)).sum();
    let asked: usize = reading.paired.questions.iter().map(|question| reading.words(&question.body)).sum();
    if reading.kind == Kind::Mededeling || 2 * unanswered <= pairs.len() || (unanswered == pairs.len() && rest < asked)
    {
        return Vec::new();
    }
    let at = reading.paired.questions.last().map(|question| question.body.clone()).unwrap_or_default();
    reading.on_all(&Contradiction::MostUnanswered(unanswered, pairs.len()), &at)
}

/// A question that does not ask to its end, where nearly all others do, may hold its answer or a part of another text.
pub(super) fn does_not_ask(reading: &Reading<'_>) -> Vec<Doubt> {
    let asks = |at: &Range<usize>| place::ends_question(reading.text.slice(at));
    let questions = &reading.paired.questions;
    let asking = questions.iter().filter(|question| asks(&question.body)).count();
    if asking < tuning::asking_questions() || (asking as f32) < tuning::asking_share() * questions.len() as f32 {
        return Vec::new();
    }
    let mut doubts = Vec::new();
    for pair in &reading.paired.pairs {
        // A request is none of ours to judge: it may end as it likes, but it is no longer than other questions.
        let silent = reading.questions(pair).filter(|at| !asks(at)).find(|at| asks_inside(reading, at));
        doubts.extend(silent.map(|at| Reading::on(pair, Contradiction::DoesNotAsk, at)));
    }
    doubts
}

/// True where a paragraph before the last one ends asking: what follows it may be an answer.
fn asks_inside(reading: &Reading<'_>, at: &Range<usize>) -> bool {
    let paragraphs = reading.text.slice(at).split('\n');
    paragraphs.clone().count() > 1 && paragraphs.clone().any(place::ends_question)
}

/// An answer whose first paragraph asks, where no other does, may begin with the end of its question.
pub(super) fn answer_asks(reading: &Reading<'_>) -> Vec<Doubt> {
    let opening = |at: &Range<usize>| opens_asking(reading, at);
    let answers = &reading.paired.answers;
    let asking = answers.iter().filter(|answer| opening(&answer.body)).count();
    if answers.len() < tuning::asking_questions() || asking * 4 > answers.len() {
        return Vec::new();
    }
    let pairs = reading.paired.pairs.iter();
    let asking = pairs.filter_map(|pair| Some((pair, reading.answer(pair).filter(|at| opening(at))?)));
    asking.map(|(pair, at)| Reading::on(pair, Contradiction::AnswerAsks, at)).collect()
}

/// True where the first paragraph of a text ends asking, and another follows it.
pub(super) fn opens_asking(reading: &Reading<'_>, at: &Range<usize>) -> bool {
    let own = reading.text.slice(at);
    own.split_once('\n').is_some_and(|(first, _)| place::ends_question(first))
}
