//! Chooses the passage of a text that fits a query best, and the places in it to highlight.
//!
//! **Invariant:** a passage is a piece of the text as printed; nothing is added to it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::index::Part;
use crate::index::analysis::{self, Token};
use crate::search::compile::Marks;
use crate::search::results::{Context, Snippet};

/// Length of a passage, in characters: three lines of a page of results.
const LENGTH: usize = 240;
/// How far before the first highlight a passage may begin, in characters, to begin at a sentence.
const LEAD: usize = 80;
/// How far the passage around a mention reaches on either side, in characters.
const AROUND: usize = 150;

/// What a query highlights in the texts of a letter.
#[derive(Debug, Clone, Default)]
pub struct Highlights(pub(in crate::search) Marks);

impl Highlights {
    /// The places to highlight in a text of some part of a pair, in code points, in order and disjoint.
    #[must_use]
    pub fn places(&self, part: Part, text: &str) -> Vec<[usize; 2]> {
        if self.0 == Marks::default() {
            return Vec::new();
        }
        let found = highlights(text, part, &self.0);
        let found: Vec<_> = found.into_iter().map(|(range, _)| range).collect();
        cut(text, 0..text.len(), &found).highlights
    }
}

/// The passage that has the most of what is looked for; of equals the first.
pub(in crate::search) fn best(texts: &[(Part, &str)], marks: &Marks) -> Snippet {
    let mut best: Option<(usize, usize, Vec<Range<usize>>, usize)> = None;
    for (at, (part, text)) in texts.iter().enumerate() {
        let found = highlights(text, *part, marks);
        for first in 0..found.len().max(1) {
            let within = window(&found, first, text);
            let kinds = within.iter().map(|(_, kind)| kind).collect::<BTreeSet<_>>().len();
            if best.as_ref().is_none_or(|(most, ..)| kinds > *most) {
                best = Some((kinds, at, within.iter().map(|(range, _)| range.clone()).collect(), first));
            }
        }
    }
    let Some((_, at, found, _)) = best else {
        return Snippet { part: Part::Title, text: String::new(), highlights: Vec::new() };
    };
    let (part, text) = texts[at];
    let start = found.first().map_or(0, |range| beginning(text, range.start));
    let last = found.last().map_or(start, |range| range.end);
    let end = word_end(text, advance(text, start, LENGTH).max(last), last);
    let found: Vec<_> = found.into_iter().filter(|range| range.end <= end).collect();
    let Context { text, highlights } = cut(text, start..end, &found);
    Snippet { part, text, highlights }
}

/// The passage around a place of a text.
pub(in crate::search) fn around(text: &str, place: &Range<usize>) -> Context {
    let start = back(text, place.start, AROUND);
    let start = if start == 0 { 0 } else { word_start(text, start, place.start) };
    let end = word_end(text, advance(text, place.end, AROUND), place.end);
    cut(text, start..end, std::slice::from_ref(place))
}

/// A piece of a text, with highlights in code points of that piece.
fn cut(text: &str, piece: Range<usize>, found: &[Range<usize>]) -> Context {
    let inner = text.get(piece.clone()).expect("a passage is cut at character boundaries");
    let points = |at: usize| text.get(piece.start..at).map_or(0, |before| before.chars().count());
    let highlights = found.iter().map(|range| [points(range.start), points(range.end)]).collect();
    Context { text: inner.to_owned(), highlights }
}

/// A place to highlight, and what it stands for: places of one kind count once.
type Found = (Range<usize>, String);

/// The places in a text that are looked for, in order and disjoint.
fn highlights(text: &str, part: Part, marks: &Marks) -> Vec<Found> {
    let tokens = analysis::analyse(text);
    let wanted = |marked: &Option<Part>| marked.is_none_or(|marked| marked == part);
    let mut found: Vec<Found> = Vec::new();
    for token in &tokens {
        let stems = token.stem.iter().chain(&token.parts);
        let stem = stems
            .into_iter()
            .find(|stem| [None, Some(part)].into_iter().any(|of| marks.stems.contains(&(of, (*stem).clone()))));
        let prefix =
            || marks.prefixes.iter().find(|(of, prefix)| wanted(of) && token.word.starts_with(prefix.as_str()));
        if let Some(kind) = stem.or_else(|| prefix().map(|(_, prefix)| prefix)) {
            found.push((token.at.clone(), kind.clone()));
        }
    }
    for (of, phrase) in &marks.phrases {
        if wanted(of) {
            found.extend(phrases(&tokens, phrase).into_iter().map(|at| (at, phrase.join(" "))));
        }
    }
    found.sort_by(|(a, _), (b, _)| a.start.cmp(&b.start).then(b.end.cmp(&a.end)));
    let mut end = 0;
    found.retain(|(at, _)| {
        let is_free = at.start >= end;
        if is_free {
            end = at.end;
        }
        is_free
    });
    found
}

/// Where a phrase stands.
fn phrases(tokens: &[Token], phrase: &[String]) -> Vec<Range<usize>> {
    let runs = tokens.windows(phrase.len().max(1)).filter(|run| run.iter().map(|token| &token.word).eq(phrase));
    runs.filter_map(|run| Some(run.first()?.at.start..run.last()?.at.end)).collect()
}

/// The highlights that fit into one passage with the one at `first`.
fn window<'f>(found: &'f [Found], first: usize, text: &str) -> &'f [Found] {
    let Some((start, _)) = found.get(first) else { return &[] };
    let end = advance(text, start.start, LENGTH - LEAD);
    let fits = found[first..].iter().take_while(|(range, _)| range.end <= end).count();
    &found[first..first + fits.max(1)]
}

/// Where a passage begins whose first highlight is here: at a sentence or line not far before, else at a word.
fn beginning(text: &str, at: usize) -> usize {
    let earliest = back(text, at, LEAD);
    if earliest == 0 {
        return 0;
    }
    let before = text.get(earliest..at).unwrap_or_default();
    let sentence = before.rmatch_indices(['.', '?', '!', '\n']).find_map(|(dot, end)| {
        let after = dot + end.len();
        let rest = before.get(after..)?;
        let space = rest.len() - rest.trim_start().len();
        // «nr. 5» is no end of a sentence: a capital or a line end shows one.
        let is_end = end == "\n" || (space > 0 && rest.trim_start().starts_with(char::is_uppercase));
        is_end.then_some(earliest + after + space)
    });
    sentence.unwrap_or_else(|| word_start(text, earliest, at))
}

/// The first beginning of a word at or after `from`, at most `limit`.
fn word_start(text: &str, from: usize, limit: usize) -> usize {
    let piece = text.get(from..limit).unwrap_or_default();
    piece.find(char::is_whitespace).map_or(limit, |space| {
        let rest = piece.get(space..).unwrap_or_default();
        from + space + (rest.len() - rest.trim_start().len())
    })
}

/// The last end of a word at or before `from`, at least `limit`.
fn word_end(text: &str, from: usize, limit: usize) -> usize {
    if text.get(from..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        return from;
    }
    let piece = text.get(limit..from).unwrap_or_default();
    piece.rfind(char::is_whitespace).map_or(from, |space| limit + space)
}

/// The place some characters after another, at most the end.
fn advance(text: &str, from: usize, characters: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.char_indices().nth(characters).map_or(text.len(), |(at, _)| from + at)
}

/// The place some characters before another, at least the beginning.
fn back(text: &str, from: usize, characters: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    if characters == 0 { from } else { before.char_indices().rev().nth(characters - 1).map_or(0, |(at, _)| at) }
}
