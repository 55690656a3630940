//! What may lead questions or answers in a letter: the words «Vraag 3» and «Antwoord», labels of any wording that
//! count, numbers alone; and the schemes, which say for a whole letter which of them does.

use std::collections::BTreeSet;
use std::ops::Range;

use super::ground::Answers;
use super::labels::{self, Label};
use crate::layout::Text;
use crate::letter::front::aanhangsel;
use crate::letter::heading::{Head, Role};
use crate::letter::{heads, numbered, place, tuning};
use crate::record::Number;

/// Labels of one form.
#[derive(Debug, Clone)]
struct Form {
    labels: Vec<Label>,
    by_number: bool,
    /// What its words say it leads, where they say so.
    role: Option<Role>,
}

/// All that leads something in a letter.
pub(super) struct Forms(Vec<Form>);

/// Which forms lead questions and answers: all their labels, in order of place.
pub(super) struct Scheme {
    pub(super) labels: Vec<Head>,
    pub(super) answers: Answers,
}

impl Forms {
    pub(super) fn of(text: &Text) -> Self {
        let worded = heads::worded(text);
        let of = |role: Role| {
            let own = worded.iter().filter(|head| head.role == role);
            let labels = own.map(|head| Label { at: head.at.clone(), numbers: head.numbers.clone() }).collect();
            Form { labels, by_number: false, role: Some(role) }
        };
        let families = labels::families(text).into_iter();
        let numbers = numbered::leading(text, &place::body(text)).into_values();
        let numbers = numbers.map(|led| led.into_iter().map(|(at, numbers)| Label { at, numbers }).collect());
        let mut all = vec![of(Role::Question), of(Role::Answer), of(Role::Notice)];
        all.extend(families.map(|labels| Form { labels, by_number: false, role: None }));
        all.extend(numbers.map(|labels| Form { labels, by_number: true, role: None }));
        // The Aanhangsel's own number stands alone above «Vragen van …».
        let asked = place::body_paragraphs(text).find(|paragraph| aanhangsel::is_asked(text, &paragraph.at));
        let start = asked.map_or(0, |paragraph| paragraph.at.end);
        for form in all.iter_mut().filter(|form| form.by_number) {
            form.labels.retain(|label| label.at.end >= start);
        }
        all.retain(|form| !form.labels.is_empty());
        Self(all)
    }

    /// Labels each of which should head something: those whose words say so, and those that count from 1 without a gap.
    pub(super) fn telling(&self) -> Vec<Range<usize>> {
        let telling =
            self.0.iter().filter(|form| form.role.is_some() || (!form.by_number && labels::counts(&form.labels)));
        let own = |form: &Form| {
            let bare = form.labels.iter().filter(|label| label.numbers.is_empty()).count();
            // «Antwoord» alone tells where it comes back.
            let all = form.role == Some(Role::Answer) && bare >= tuning::family_min();
            let labels = form.labels.iter().filter(|label| all || !label.numbers.is_empty());
            labels.map(|label| label.at.clone()).collect::<Vec<_>>()
        };
        telling.flat_map(own).collect()
    }

    /// Labels of a word or two without a number that stand alone again and again: «Reactie».
    pub(super) fn bare(&self, text: &Text) -> Vec<Range<usize>> {
        let short = |label: &Label| text.slice(&label.at).split_whitespace().count() <= tuning::bare_words_max();
        let bare = |form: &&Form| {
            form.role.is_none() && form.labels.iter().all(|label| label.numbers.is_empty() && short(label))
        };
        self.0.iter().filter(bare).flat_map(|form| &form.labels).map(|label| label.at.clone()).collect()
    }

    /// All ways to say which form leads questions and which answers.
    pub(super) fn schemes(&self) -> Vec<Scheme> {
        let mut schemes = Vec::new();
        for (at, asking) in self.0.iter().enumerate().filter(|(_, form)| form.may_ask()) {
            schemes.push(Scheme { labels: asking.heads(Role::Question), answers: Answers::Bare });
            let others = self.0.iter().enumerate().filter(|(other, form)| *other != at && form.may_answer());
            schemes.extend(others.filter_map(|(_, answering)| asking.answered_by(answering)));
        }
        schemes
    }
}

impl Form {
    fn may_ask(&self) -> bool {
        let numbered = self.labels.iter().filter(|label| !label.numbers.is_empty()).count();
        match self.role {
            Some(Role::Question) => numbered > 0,
            Some(_) => false,
            None => numbered >= tuning::family_min(),
        }
    }

    fn may_answer(&self) -> bool {
        self.role != Some(Role::Question)
    }

    fn heads(&self, role: Role) -> Vec<Head> {
        let numbered = self.labels.iter().filter(|label| role != Role::Question || !label.numbers.is_empty());
        let head = |label: &Label| Head {
            at: label.at.clone(),
            role,
            numbers: label.numbers.clone(),
            by_number: self.by_number,
        };
        numbered.map(head).collect()
    }

    /// The labels of both, in order of place; of the answers' those that name questions of the letter, or none.
    fn answered_by(&self, answering: &Self) -> Option<Scheme> {
        let mut labels = self.heads(Role::Question);
        let first = labels.first()?.at.start;
        let asked: BTreeSet<Number> = labels.iter().flat_map(|head| head.numbers.iter().copied()).collect();
        let answers = |head: &Head| head.at.start > first && head.numbers.iter().all(|number| asked.contains(number));
        // A notice says that it stands in place of answers.
        let role = if answering.role == Some(Role::Notice) { Role::Notice } else { Role::Answer };
        let answers: Vec<Head> = answering.heads(role).into_iter().filter(answers).collect();
        if answers.is_empty() {
            return None;
        }
        labels.extend(answers);
        labels.sort_by_key(|head| head.at.start);
        Some(Scheme { labels, answers: Answers::Headed })
    }
}
