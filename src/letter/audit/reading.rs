//! The letter as the checks see it.

use std::ops::Range;

use crate::layout::Text;
use crate::letter::Section;
use crate::letter::doubt::{Doubt, DoubtKind};
use crate::letter::pairing::{Pair, Paired};
use crate::record::{Contradiction, Kind};

/// A letter as read, before its doubts.
pub(in crate::letter) struct Reading<'a> {
    pub(in crate::letter) text: &'a Text,
    pub(in crate::letter) kind: Kind,
    pub(in crate::letter) paired: &'a Paired,
    pub(in crate::letter) sections: &'a [Section],
}

impl Reading<'_> {
    /// A doubt on a pair.
    pub(super) fn on(pair: &Pair, contradiction: Contradiction, at: &Range<usize>) -> Doubt {
        Doubt::about(DoubtKind::Structure(contradiction), (pair.series, pair.numbers.clone()), at.clone())
    }

    /// A doubt on everything in the letter: on each pair, or on the letter where there is none.
    pub(super) fn on_all(&self, contradiction: &Contradiction, at: &Range<usize>) -> Vec<Doubt> {
        if self.paired.pairs.is_empty() {
            return vec![Doubt::general(DoubtKind::Structure(contradiction.clone()), at.clone())];
        }
        self.paired.pairs.iter().map(|pair| Self::on(pair, contradiction.clone(), at)).collect()
    }

    /// The text of a pair's answer.
    pub(super) fn answer(&self, pair: &Pair) -> Option<&Range<usize>> {
        pair.answer.map(|answer| &self.paired.answers[answer].body)
    }

    /// The texts of a pair's questions.
    pub(super) fn questions<'r>(&'r self, pair: &'r Pair) -> impl Iterator<Item = &'r Range<usize>> {
        pair.questions.iter().map(|&question| &self.paired.questions[question].body)
    }

    /// The questions and answers of a pair.
    pub(super) fn texts<'r>(&'r self, pair: &'r Pair) -> impl Iterator<Item = &'r Range<usize>> {
        self.questions(pair).chain(self.answer(pair))
    }

    pub(super) fn words(&self, at: &Range<usize>) -> usize {
        self.text.slice(at).split_whitespace().count()
    }
}
