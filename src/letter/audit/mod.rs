//! Looks at the finished reading as a whole, and says what contradicts it.
//!
//! Every stage before decides about one place by what it sees there, and what it decides wrongly looks right from
//! within. Seen as a whole the letter still tells: numbers that count up and head nothing, one question among twelve
//! that does not ask, a unit without its exponent. Each check is a function that knows no kind of letter; what it finds
//! becomes a doubt on the pairs concerned, or on all of them where the letter as a whole is in question.
//!
//! **Invariant:** the audit changes nothing in the reading: it adds doubts.
//! **Invariant:** a check costs few false alarms: on the letters of the project and of the reference sets none of them
//! stands on a right pair (`tests/scores`).

mod numbers;
mod reading;
mod shape;
mod units;

use super::doubt::Doubt;
use super::place;
use crate::layout::Flow;
use crate::record::Features;
pub(super) use reading::Reading;

/// All that contradicts the reading.
pub(super) fn doubts(reading: &Reading<'_>) -> Vec<Doubt> {
    let checks: [fn(&Reading<'_>) -> Vec<Doubt>; 8] = [
        shape::asks_without_questions,
        shape::unexplained,
        shape::most_unanswered,
        shape::does_not_ask,
        shape::answer_asks,
        numbers::unused,
        numbers::skipped,
        units::marks_at_units,
    ];
    checks.into_iter().flat_map(|check| check(reading)).collect()
}

/// What the reading looks like in figures, for those who weigh the checks.
pub(super) fn features(reading: &Reading<'_>) -> Features {
    let pairs = &reading.paired.pairs;
    let share = |some: usize, all: usize| if all == 0 { 0.0 } else { some as f32 / all as f32 };
    let questions = &reading.paired.questions;
    let asking = questions.iter().filter(|own| place::ends_question(reading.text.slice(&own.body))).count();
    let answers = &reading.paired.answers;
    let asked = answers.iter().filter(|own| shape::opens_asking(reading, &own.body)).count();
    let body = reading.text.paragraphs().iter().filter(|paragraph| paragraph.flow == Flow::Body);
    let unmarked = body.filter(|paragraph| paragraph.break_open).count();
    Features {
        explained: share(shape::explained(reading), shape::to_explain(reading)).into(),
        asking: share(asking, questions.len()).into(),
        answers_asking: share(asked, answers.len()).into(),
        unanswered: share(pairs.iter().filter(|pair| pair.answer.is_none()).count(), pairs.len()).into(),
        open_breaks: unmarked,
    }
}
