//! What a letter says of itself, as data.

use std::ops::Range;

use super::people::{Asker, Responder};
use crate::letter::date::Day;
use crate::letter::doubt::{Doubt, DoubtKind};
use crate::letter::relation::Relation;

/// What a letter says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// The official identifier that it bears (`ah-tk-20232024-1314`).
    pub identifier: Option<String>,
    /// Its own session year (`2023-2024`).
    pub vergaderjaar: Option<String>,
    /// The day the questions were sent in.
    pub asked: Option<Day>,
    /// The day of the answer.
    pub date: Option<Day>,
    /// The subject, in one line.
    pub title: Option<String>,
    /// The committee that asks, as printed.
    pub committee: Option<String>,
    /// The members who ask.
    pub askers: Vec<Asker>,
    /// Who answers or signs.
    pub responders: Vec<Responder>,
    /// What the heading calls the answer, where it is no plain one («Nader antwoord»).
    pub answers_as: Option<Relation>,
    /// Z-numbers of the questions answered.
    pub case_numbers: Vec<String>,
    /// Where the head ends in a document without questions.
    pub head_end: usize,
    /// Another day that the letter gives for the same event, with its place.
    pub other_date: Option<(Day, Range<usize>)>,
}

impl Front {
    /// What is amiss in the front matter; `pairs`: how many the letter holds.
    pub(in crate::letter) fn doubts(&self, pairs: usize) -> Vec<Doubt> {
        let other = self.other_date.as_ref();
        let two = other.map(|(_, at)| Doubt::general(DoubtKind::TwoDates, at.clone()));
        let none = (pairs == 0 && self.announces_answers()).then(|| Doubt::general(DoubtKind::NoQuestions, 0..0));
        two.into_iter().chain(none).collect()
    }

    /// True if the subject says that members' questions are answered, not that they will be.
    fn announces_answers(&self) -> bool {
        let subject = self.title.as_deref().unwrap_or_default().to_lowercase();
        let answers = subject.contains("antwoord") && subject.contains("vragen") && !subject.contains("uitstel");
        !self.askers.is_empty() && answers
    }
}
