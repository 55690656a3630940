//! Finds where a span of the running text stands in the texts of the letter object.

use std::ops::Range;

use crate::layout::Text;
use crate::letter::Letter;
use crate::record::{Spot, TextOf};

/// The texts of the letter object, each with its span in the running text, in order of place.
pub(super) struct Spots<'a> {
    text: &'a Text,
    spans: Vec<(Range<usize>, TextOf)>,
}

impl<'a> Spots<'a> {
    pub(super) fn of(text: &'a Text, letter: &Letter) -> Self {
        let mut spans = Vec::new();
        for (at, pair) in letter.pairs.iter().enumerate() {
            let questions = pair.questions.iter().filter_map(|&index| letter.questions.get(index)).enumerate();
            spans.extend(
                questions.map(|(question, block)| (block.body.clone(), TextOf::Question { pair: at, question })),
            );
            let answer = pair.answer.and_then(|index| letter.answers.get(index));
            spans.extend(answer.map(|answer| (answer.body.clone(), TextOf::Answer { pair: at })));
        }
        spans.extend(letter.sections.iter().enumerate().map(|(at, one)| (one.body.clone(), TextOf::Section(at))));
        spans.extend(letter.notes.iter().enumerate().map(|(at, note)| (note.body.clone(), TextOf::Footnote(at))));
        spans.sort_by_key(|(span, _)| (span.start, span.end));
        Self { text, spans }
    }

    /// The texts with their spans, in order of place.
    pub(super) fn spans(&self) -> &[(Range<usize>, TextOf)] {
        &self.spans
    }

    /// Where a span stands; `None` outside all texts (in a heading), or across the end of one.
    pub(super) fn at(&self, span: &Range<usize>) -> Option<Spot> {
        // A mark at the end of a text stands at its end, so the end counts in.
        let before = self.spans.partition_point(|(own, _)| own.start <= span.start);
        let (own, text) = self.spans.get(..before)?.iter().rfind(|(own, _)| span.end <= own.end)?;
        let points = |to: usize| self.text.slice(&(own.start..to)).chars().count();
        Some(Spot { text: *text, at: [points(span.start), points(span.end)] })
    }
}
