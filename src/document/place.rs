//! A span comes in; the page and the words by which a person finds it go out.

use std::ops::Range;

use crate::layout::Text;

/// Characters of a snippet: a line and a half of a letter, enough to be the only such words on its page.
const SNIPPET: usize = 120;
/// Characters before a short span, so that it is read in its sentence.
const BEFORE: usize = 40;
/// Characters of a word that may be left out at a snippet's ends.
const WORD: usize = 24;

/// The page on which a span begins; an empty one takes the page of what stands before it.
pub(super) fn page_of(text: &Text, at: &Range<usize>) -> Option<usize> {
    let widened = if at.is_empty() { at.start.saturating_sub(1)..at.end } else { at.clone() };
    text.pages_of(&widened).first().copied()
}

/// The words at a span: its first, or, where it is short, those around it in its paragraph. `None` where it holds
/// nothing to be found.
pub(super) fn snippet(text: &Text, at: &Range<usize>) -> Option<String> {
    let long = text.slice(at).chars().nth(SNIPPET / 2).is_some();
    let paragraph = text.paragraphs.iter().find(|p| p.at.start <= at.start && at.start <= p.at.end)?;
    let start = if long { at.start } else { back(text, paragraph.at.start..at.start) };
    let end = if long { at.end } else { paragraph.at.end.max(at.end) };
    let found = cut(text.slice(&(start..end)), at.end.saturating_sub(start).min(end - start));
    let found = found.trim();
    (!found.is_empty()).then(|| found.to_owned())
}

/// Where the words before a span begin: at most [`BEFORE`] characters back, at a word.
fn back(text: &Text, before: Range<usize>) -> usize {
    let slice = text.slice(&before);
    let Some((cut, _)) = slice.char_indices().rev().nth(BEFORE) else { return before.start };
    let from = text.slice(&(before.start + cut..before.end));
    let word = from.char_indices().take(WORD).find(|(_, c)| c.is_whitespace());
    before.start + cut + word.map_or(0, |(at, _)| at)
}

/// As much as a snippet holds, but never less than its first `must` bytes unless they alone are too much; up to the
/// end of a word.
fn cut(text: &str, must: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(SNIPPET) else { return text };
    let head = text.get(..end).unwrap_or(text);
    match head.char_indices().rev().take(WORD).find(|(at, c)| c.is_whitespace() && *at >= must.min(end)) {
        Some((word, _)) => head.get(..word).unwrap_or(head),
        None => head,
    }
}

/// The first glyph without a Unicode value in the running text of a page.
pub(super) fn first_unmapped(text: &Text, page: usize) -> Option<Range<usize>> {
    text.runs.iter().filter(|run| run.page == Some(page)).find_map(|run| unmapped_in(text, &run.at))
}

fn unmapped_in(text: &Text, at: &Range<usize>) -> Option<Range<usize>> {
    let (found, glyph) = text.slice(at).char_indices().find(|(_, c)| *c == char::REPLACEMENT_CHARACTER)?;
    Some(at.start + found..at.start + found + glyph.len_utf8())
}
