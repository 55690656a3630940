//! The parts in which a long letter is shown.

use std::ops::Range;

use crate::record::{Pair, Record};

/// Bytes of HTML that the pairs of one page may take, as weighed by `parts`; longer letters come in parts. With the list of
/// 120 questions beside it a part stays below 100 kB (tests/browser).
const PART: usize = 70_000;
/// Bytes of HTML around the words of a pair: headings, actions, the card with its citation. Witness: 1,500 in kst-37999-5 of
/// tests/browser.
const AROUND_PAIR: usize = 1_500;
/// Bytes of HTML that a byte of text comes to, with the links of its citations and its notes.
const PER_BYTE: usize = 2;

/// The pairs of each part of a letter.
pub(super) fn parts(record: &Record) -> Vec<Range<usize>> {
    let size = |pair: &Pair| {
        let questions: usize = pair.questions.iter().map(|question| question.text.len()).sum();
        let text = questions + pair.answer.as_ref().map_or(0, |answer| answer.text.len());
        AROUND_PAIR + PER_BYTE * text
    };
    let mut parts = Vec::new();
    let (mut start, mut sum) = (0, 0);
    for (at, pair) in record.pairs.iter().enumerate() {
        let own = size(pair);
        if at > start && sum + own > PART {
            parts.push(start..at);
            (start, sum) = (at, 0);
        }
        sum += own;
    }
    parts.push(start..record.pairs.len());
    parts
}
