//! Explains the whole letter at once: of all ways to cut it into questions and answers the one that leaves least open,
//! and what else it could have been.
//!
//! Which labels may lead questions and answers is the matter of `forms`: a scheme is one form for the questions and one
//! for the answers, or none, where type and place tell them. Which labels of a scheme are headings, and which are items of
//! a list or lines of prose, finds `path`, by the signs of `signs`: do the numbers count, has each question an answer, do
//! questions ask and answers not, does a label head nothing. Each sign has a weight, fitted on the letters of the project.
//!
//! **Invariant:** what is nearly as good as the best explanation and differs from it at a pair is a doubt on that pair.

mod forms;
mod ground;
mod labels;
mod path;
mod signs;

use std::ops::Range;

use super::doubt::{Doubt, DoubtKind};
use super::heading::{Head, Role};
use super::pairing::{self, Pair, Paired};
use super::{blocks, heads, tuning};
use crate::layout::Text;
use crate::record::Kind;
use forms::Forms;
use ground::Ground;
use signs::Signs;

/// The best explanation of a letter, and what comes near it.
#[derive(Debug, Default)]
pub(super) struct Explained {
    pub(super) heads: Vec<Head>,
    /// Other ways to cut the letter that are nearly as good.
    rivals: Vec<Vec<Head>>,
    /// Labels about which it is nearly as good to decide otherwise.
    open: Vec<usize>,
}

/// A way to cut the letter.
struct Explanation {
    signs: Signs,
    heads: Vec<Head>,
    /// The one that the words alone tell, which has a start before the others.
    usual: bool,
    /// Where labels stand, and how much less it is worth to decide otherwise about them.
    margins: Vec<(usize, f32)>,
}

impl Explanation {
    fn worth(&self) -> f32 {
        self.signs.worth()
    }

    fn questions(&self) -> impl Iterator<Item = usize> + '_ {
        self.heads.iter().filter(|head| head.role == Role::Question).map(|head| head.at.start)
    }
}

/// Explains a letter. A verslag of a written consultation has no numbers of its own.
pub(super) fn find(text: &Text, kind: Kind) -> Explained {
    let usual = heads::find(text, kind);
    if kind == Kind::SchriftelijkOverleg {
        return Explained { heads: usual, ..Explained::default() };
    }
    let mut all = all(text, usual).into_iter();
    let Some(best) = all.next() else { return Explained::default() };
    let near = |worth: f32| best.worth() - worth < tuning::explanation_margin();
    let open = best.margins.iter().filter(|(_, less)| *less < tuning::explanation_margin());
    let open = open.map(|(at, _)| *at).collect();
    // Who sees other questions is a rival; who merely overlooks the headings of answers is none.
    let rivals = all.filter(|other| near(other.worth()) && !other.questions().eq(best.questions()));
    let rivals = rivals.map(|other| other.heads).collect();
    Explained { heads: best.heads, rivals, open }
}

/// All explanations, the best first: the usual reading of the words among them.
fn all(text: &Text, usual: Vec<Head>) -> Vec<Explanation> {
    let forms = Forms::of(text);
    let ground = Ground::new(text, forms.telling(), forms.bare(text));
    let schemes = forms.schemes();
    let paths = schemes.iter().filter_map(|scheme| path::best(&ground, &scheme.labels, scheme.answers));
    let found =
        paths.map(|path| Explanation { signs: path.signs, heads: path.heads, usual: false, margins: path.margins });
    let mut all: Vec<Explanation> = found.filter(|found| found.heads != usual && is_sound(found)).collect();
    all.push(Explanation { signs: path::signs(&ground, &usual), heads: usual, usual: true, margins: Vec::new() });
    let rank = |one: &Explanation| one.worth() + if one.usual { tuning::explanation_gain() } else { 0.0 };
    all.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
    all
}

fn is_sound(explanation: &Explanation) -> bool {
    explanation.worth() > 0.0 && explanation.questions().count() >= tuning::family_min()
}

impl Explained {
    /// Doubts on the pairs that could be cut otherwise.
    pub(super) fn doubts(&self, text: &Text, paired: &Paired, kind: Kind) -> Vec<Doubt> {
        let rivals = self.rivals.iter().flat_map(|rival| contested(text, paired, rival, kind));
        let open = self.open.iter().flat_map(|&at| {
            let about = |pair: &Pair| Doubt::about(DoubtKind::Boundary, (pair.series, pair.numbers.clone()), at..at);
            around(paired, at).into_iter().map(about).collect::<Vec<_>>()
        });
        rivals.chain(open).collect()
    }
}

/// The pairs that a label parts, or in which it stands.
fn around(paired: &Paired, at: usize) -> Vec<&Pair> {
    let texts = paired.pairs.iter().flat_map(|pair| {
        let (questions, answer) = spans(paired, pair);
        questions.into_iter().chain(answer).map(move |own| (own, pair))
    });
    let mut texts: Vec<(Range<usize>, &Pair)> = texts.collect();
    texts.sort_by_key(|(own, _)| own.start);
    let next = texts.partition_point(|(own, _)| own.end <= at);
    let inside = texts.get(next).is_some_and(|(own, _)| own.start < at);
    let first = if inside { next } else { next.saturating_sub(1) };
    texts.get(first..texts.len().min(next + 1)).unwrap_or_default().iter().map(|(_, pair)| *pair).collect()
}

/// The texts of a pair's questions and of its answer.
type Spans = (Vec<Range<usize>>, Option<Range<usize>>);

fn spans(paired: &Paired, pair: &Pair) -> Spans {
    let questions = pair.questions.iter().map(|&at| paired.questions[at].body.clone()).collect();
    (questions, pair.answer.map(|at| paired.answers[at].body.clone()))
}

/// Doubts on the pairs that a rival cuts otherwise.
fn contested(text: &Text, paired: &Paired, rival: &[Head], kind: Kind) -> Vec<Doubt> {
    let other = pairing::pair(text, &blocks::cut(text, rival, kind));
    let known: Vec<_> = other.pairs.iter().map(|pair| spans(&other, pair)).collect();
    let own = paired.pairs.iter().map(|pair| (pair, spans(paired, pair))).filter(|(_, spans)| !known.contains(spans));
    own.map(|(pair, (questions, answer))| {
        let at = questions.into_iter().chain(answer).next().unwrap_or_default();
        Doubt::about(DoubtKind::Boundary, (pair.series, pair.numbers.clone()), at)
    })
    .collect()
}

/// An explanation with its signs and what it makes of the letter, for `tests/weights`.
#[cfg(feature = "tuning")]
#[derive(Debug)]
pub struct Weighed {
    /// How often each sign stands, in the order of the table of weights.
    pub signs: Vec<f32>,
    /// What it is worth by the weights in use.
    pub worth: f32,
    /// Its headings as printed.
    pub heads: Vec<String>,
    /// The texts of the questions of each pair, with their numbers, and of its answer.
    pub pairs: Vec<(Vec<(String, String)>, Option<String>)>,
}

/// All explanations of a letter, the best first.
#[cfg(feature = "tuning")]
#[must_use]
pub fn weighed(text: &Text) -> Vec<Weighed> {
    let kind = super::kind::of_head(text);
    let all = all(text, heads::find(text, kind));
    all.into_iter()
        .map(|explanation| {
            let paired = pairing::pair(text, &blocks::cut(text, &explanation.heads, kind));
            let question = |at: &usize| {
                let question = &paired.questions[*at];
                let numbers: Vec<String> = question.numbers.iter().map(ToString::to_string).collect();
                (numbers.join(","), text.slice(&question.body).to_owned())
            };
            let pair = |pair: &Pair| {
                let answer = pair.answer.map(|at| text.slice(&paired.answers[at].body).to_owned());
                (pair.questions.iter().map(question).collect(), answer)
            };
            Weighed {
                signs: explanation.signs.counts().to_vec(),
                worth: explanation.worth(),
                heads: explanation.heads.iter().map(|head| text.slice(&head.at).to_owned()).collect(),
                pairs: paired.pairs.iter().map(pair).collect(),
            }
        })
        .collect()
}
