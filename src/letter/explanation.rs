//! Explains the whole letter at once: of several ways to cut it into questions and answers the one that leaves least
//! open, and the one that comes next.
//!
//! A way to cut is a list of headings: one kind of label for the questions (the words «Vraag 3», a number alone, «3.»,
//! a label of any wording that counts), one for the answers, or none, where type tells them. Each of them is cut and
//! paired as if it were right, and then judged by the same measures: do the numbers count, has each question an answer,
//! do questions ask and answers not, how much of the letter is explained.
//!
//! **Invariant:** an explanation that differs from the best and is nearly as good is handed on, so that the pairs on
//! which they differ can be doubted.

use std::ops::Range;

use super::doubt::{Doubt, DoubtKind};
use super::heading::{Head, Role};
use super::labels::{self, Label};
use super::pairing::{self, Pair, Paired};
use super::unheaded_answers::Evidence;
use super::{blocks, heads, numbered, place, requests, tuning};
use crate::layout::Text;
use crate::record::Kind;

/// The best explanation of a letter, and the next best that is nearly as good.
#[derive(Debug, Default)]
pub(super) struct Explained {
    pub(super) heads: Vec<Head>,
    pub(super) rival: Option<Vec<Head>>,
}

/// Explains a letter. A verslag of a written consultation has no numbers of its own.
pub(super) fn find(text: &Text, kind: Kind) -> Explained {
    let usual = heads::find(text, kind);
    // A notice says itself that it stands in place of answers.
    if kind == Kind::SchriftelijkOverleg || usual.iter().any(|head| head.role == Role::Notice) {
        return Explained { heads: usual, rival: None };
    }
    let (worded, families) = (heads::worded(text), labels::families(text));
    let named = worded.iter().filter(|head| !head.numbers.is_empty()).map(|head| head.at.clone());
    let counting = families.iter().filter(|family| labels::counts(family));
    let labels: Vec<Range<usize>> = named.chain(counting.flatten().map(|label| label.at.clone())).collect();
    let measure = |heads: Vec<Head>| (Measures::of(text, &heads, &labels, kind), heads);
    let (own, usual) = measure(usual);
    let is_other = |heads: &Vec<Head>| *heads != usual;
    let others = proposals(text, &worded, &families).into_iter().filter(is_other).map(measure);
    let mut others: Vec<(Measures, Vec<Head>)> = others.filter(|(measures, _)| measures.is_sound()).collect();
    let most = others.iter().map(|(measures, _)| measures.questions).max().unwrap_or_default().max(own.questions);
    others.sort_by(|a, b| b.0.worth(most).total_cmp(&a.0.worth(most)));
    let gain = others.first().map_or(0.0, |(best, _)| best.worth(most) - own.worth(most));
    let is_usual_best = own.questions > 0 && gain <= tuning::explanation_gain();
    let mut all = others;
    let place = if is_usual_best { 0 } else { all.len().min(1) };
    all.insert(place, (own, usual));
    let mut all = all.into_iter();
    let Some((best, heads)) = all.next() else { return Explained::default() };
    // Who sees other questions is a rival; who merely overlooks the headings of answers is none.
    let asks_otherwise = |other: &[Head]| !questions(other).eq(questions(&heads));
    let near = |(other, _): &(Measures, Vec<Head>)| other.questions > 0 && best.is_near(other, most);
    let rival = all.filter(near).map(|(_, other)| other).find(|other| asks_otherwise(other));
    Explained { heads, rival }
}

fn questions(heads: &[Head]) -> impl Iterator<Item = usize> + '_ {
    heads.iter().filter(|head| head.role == Role::Question).map(|head| head.at.start)
}

/// What leads questions or answers.
#[derive(Debug, Clone)]
struct Labels {
    all: Vec<Label>,
    by_number: bool,
    /// What the words say it leads, where they say so.
    role: Option<Role>,
}

/// All ways to cut the letter that its labels allow.
fn proposals(text: &Text, worded: &[Head], families: &[Vec<Label>]) -> Vec<Vec<Head>> {
    let of = |role: Role| Labels {
        all: worded
            .iter()
            .filter(|head| head.role == role)
            .map(|head| Label { at: head.at.clone(), numbers: head.numbers.clone() })
            .collect(),
        by_number: false,
        role: Some(role),
    };
    let families = families.iter().cloned().map(|labels| Labels { all: labels, by_number: false, role: None });
    let chains = numbered::chains(text, &place::body(text));
    let chains = chains.into_iter().map(|labels| Labels { all: labels, by_number: true, role: None });
    let mut all: Vec<Labels> = vec![of(Role::Question), of(Role::Answer)];
    all.extend(families.chain(chains));
    all.retain(|labels| !labels.all.is_empty());
    let mut proposals = Vec::new();
    for (at, asking) in all.iter().enumerate() {
        let counts = asking.all.iter().all(|label| !label.numbers.is_empty());
        if asking.role == Some(Role::Answer) || !counts || asking.all.len() < tuning::family_min() {
            continue;
        }
        let answering =
            all.iter().enumerate().filter(|(other, labels)| *other != at && labels.role != Some(Role::Question));
        proposals.extend(answering.filter_map(|(_, answers)| together(asking, answers)));
        proposals.push(asking.heads(Role::Question));
    }
    proposals
}

impl Labels {
    fn heads(&self, role: Role) -> Vec<Head> {
        let head = |label: &Label| Head {
            at: label.at.clone(),
            role,
            numbers: label.numbers.clone(),
            by_number: self.by_number,
        };
        self.all.iter().map(head).collect()
    }
}

/// The headings of questions and of answers, in order of place; `None` where the answers are of other questions.
fn together(asking: &Labels, answering: &Labels) -> Option<Vec<Head>> {
    let first = asking.all.first()?.at.start;
    let asked: Vec<_> = asking.all.iter().flat_map(|label| &label.numbers).collect();
    let answers: Vec<Head> = answering.heads(Role::Answer).into_iter().filter(|head| head.at.start > first).collect();
    let known = answers.iter().flat_map(|head| &head.numbers).filter(|number| asked.contains(number)).count();
    let named = answers.iter().flat_map(|head| &head.numbers).count();
    let enough = answers.len() * 2 >= asking.all.len() || named * 2 >= asked.len();
    if answers.is_empty() || known < named || !enough {
        return None;
    }
    let mut heads = asking.heads(Role::Question);
    let clash = |answer: &Head| heads.iter().any(|head| head.at.start < answer.at.end && answer.at.start < head.at.end);
    if answers.iter().any(clash) {
        return None;
    }
    heads.extend(answers);
    heads.sort_by_key(|head| head.at.start);
    Some(heads)
}

/// What speaks for an explanation; shares between 0 and 1.
#[derive(Debug, Clone, Copy, Default)]
struct Measures {
    questions: usize,
    /// Steps from one question's number to the next that are one.
    counting: f32,
    /// Questions with an answer that a heading, a cell or a change of type tells.
    answered: f32,
    /// Questions that ask or request.
    asking: f32,
    /// Answers that do not begin by asking.
    quiet: f32,
    /// Words of the body that stand in questions and answers.
    explained: f32,
    /// Answers under a heading of their own.
    headed: f32,
    /// Answers that belong to a question, of all that are headed as such.
    placed: f32,
    /// Labels that count and head nothing, inside the questions and answers, for each question.
    unused: f32,
    /// Answers for each question: several questions may share one, all of them rarely do.
    each: f32,
}

impl Measures {
    fn of(text: &Text, heads: &[Head], labels: &[Range<usize>], kind: Kind) -> Self {
        let blocks = blocks::cut(text, heads, kind);
        let paired = pairing::pair(text, &blocks);
        let questions = paired.questions.len();
        if questions == 0 {
            return Self::default();
        }
        let share = |some: usize, all: usize| if all == 0 { 0.0 } else { some as f32 / all as f32 };
        let steps = paired.questions.windows(2).filter(|pair| {
            let (before, after) = (pair[0].numbers.last(), pair[1].numbers.first());
            before.zip(after).is_some_and(|(before, after)| after.follows(*before))
        });
        let asking = paired.questions.iter().filter(|question| requests::asks(text.slice(&question.body))).count();
        let quiet = paired.answers.iter().filter(|answer| {
            let first = text.slice(&answer.body).split('\n').next().unwrap_or_default();
            !place::ends_question(first)
        });
        let clear = |evidence: Option<Evidence>| !matches!(evidence, Some(Evidence::Thin | Evidence::Sentence));
        let told =
            blocks.iter().filter(|block| block.role == Role::Answer && !block.body.is_empty() && clear(block.evidence));
        let headed = blocks.iter().filter(|block| block.role == Role::Answer && block.evidence.is_none()).count();
        let words = |at: &Range<usize>| text.slice(at).split_whitespace().count();
        let body = words(&place::body(text));
        Self {
            questions,
            counting: share(steps.count() + 1, questions),
            answered: share(answered(&paired).min(covered(told.count(), &paired)), questions),
            asking: share(asking, questions),
            quiet: share(quiet.count(), paired.answers.len()),
            explained: share(in_pairs(&paired, words) + heads.iter().map(|head| words(&head.at)).sum::<usize>(), body),
            unused: share(unused(&paired, labels).min(questions), questions),
            headed: share(headed, paired.answers.len()),
            each: share(paired.answers.len().min(questions), questions),
            placed: share(paired.answers.len(), paired.answers.len() + paired.loose.len()),
        }
    }

    /// Whether it explains a letter at all: a plain letter with a numbered list of measures is none.
    fn is_sound(&self) -> bool {
        self.questions >= tuning::family_min()
            && self.counting >= tuning::counting_min()
            && self.answered >= tuning::answered_min()
            && self.unused <= 1.0 - tuning::counting_min()
            && (self.headed >= tuning::answered_min() || self.asking >= tuning::asking_or_headed_min())
    }

    /// What it is worth, of 10; `most`: the questions of the explanation that finds most.
    fn worth(&self, most: usize) -> f32 {
        if self.questions == 0 {
            return 0.0;
        }
        let found = self.questions as f32 / most.max(1) as f32;
        let told = 2.0 * self.answered + self.counting + self.asking + 0.5 * self.quiet;
        told + 2.0 * self.explained + 0.5 * self.headed + self.placed + self.each + found - 2.0 * self.unused
    }

    fn is_near(&self, other: &Self, most: usize) -> bool {
        self.worth(most) - other.worth(most) < tuning::explanation_margin()
    }
}

/// Doubts on the pairs that a rival cuts otherwise.
pub(super) fn contested(text: &Text, paired: &Paired, rival: &[Head], kind: Kind) -> Vec<Doubt> {
    let other = pairing::pair(text, &blocks::cut(text, rival, kind));
    let spans = |paired: &Paired, pair: &Pair| {
        let questions: Vec<_> = pair.questions.iter().map(|&at| paired.questions[at].body.clone()).collect();
        (questions, pair.answer.map(|at| paired.answers[at].body.clone()))
    };
    let known: Vec<_> = other.pairs.iter().map(|pair| spans(&other, pair)).collect();
    let own = paired.pairs.iter().map(|pair| (pair, spans(paired, pair))).filter(|(_, spans)| !known.contains(spans));
    own.map(|(pair, (questions, answer))| {
        let at = questions.into_iter().chain(answer).next().unwrap_or_default();
        Doubt::about(DoubtKind::Boundary, (pair.series, pair.numbers.clone()), at)
    })
    .collect()
}

/// Labels inside texts: each of them is one that heads nothing.
fn unused(paired: &Paired, labels: &[Range<usize>]) -> usize {
    let texts = paired.questions.iter().map(|own| &own.body).chain(paired.answers.iter().map(|own| &own.body));
    let texts: Vec<_> = texts.collect();
    let inside = |label: &&Range<usize>| texts.iter().any(|at| at.start <= label.start && label.end <= at.end);
    labels.iter().filter(inside).count()
}

fn answered(paired: &Paired) -> usize {
    let pairs = paired.pairs.iter().filter(|pair| pair.answer.is_some_and(|at| !paired.answers[at].body.is_empty()));
    pairs.map(|pair| pair.questions.len()).sum()
}

/// Questions that so many answers stand for: one answer may be that of several.
fn covered(answers: usize, paired: &Paired) -> usize {
    if paired.answers.is_empty() { 0 } else { answers * paired.questions.len() / paired.answers.len() }
}

fn in_pairs(paired: &Paired, words: impl Fn(&Range<usize>) -> usize) -> usize {
    let answered = paired.pairs.iter().filter(|pair| pair.answer.is_some());
    let questions = answered.clone().flat_map(|pair| &pair.questions).map(|&at| words(&paired.questions[at].body));
    let answers = answered.filter_map(|pair| pair.answer).map(|at| words(&paired.answers[at].body));
    questions.chain(answers).sum()
}
