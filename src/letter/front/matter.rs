//! What a letter says of itself, as data.

use std::ops::Range;

use jiff::civil::Date;

use super::people::{Asker, Responder};
use crate::citation::{CaseNumber, Citation, Kamer, Vergaderjaar};
use crate::letter::doubt::{Doubt, DoubtKind};
use crate::record::Relation;

/// What a letter says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Front {
    /// The official number that it bears.
    pub identifier: Option<Citation>,
    /// The chamber that it is written to, or a paper of.
    pub chamber: Option<Kamer>,
    /// Its own session year.
    pub vergaderjaar: Option<Vergaderjaar>,
    /// The day the questions were sent in.
    pub asked: Option<Date>,
    /// The day of the answer.
    pub date: Option<Date>,
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
    pub case_numbers: Vec<CaseNumber>,
    /// Where the head ends in a document without questions.
    pub head_end: usize,
    /// Another day that the letter gives for the same event, with its place.
    pub other_date: Option<(Date, Range<usize>)>,
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
