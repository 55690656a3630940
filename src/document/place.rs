//! The page and the words by which a person finds a span of the text.

use std::ops::Range;

use crate::layout::{Flow, Text};

/// Characters of a snippet: a line and a half of a letter, enough to be the only such words on its page.
const SNIPPET: usize = 120;
/// Characters before a short span, so that it is read in its sentence.
const BEFORE: usize = 40;
/// Bytes of a paragraph that is too short to be found by its own words: numbers such as «3, 4 en 5».
const LONE: usize = 12;
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
    let paragraph = text.paragraphs().iter().find(|p| p.at.start <= at.start && at.start <= p.at.end)?;
    // A number that is a paragraph of its own is found by what stands before it.
    let alone = paragraph.at.len() <= LONE && paragraph.flow == Flow::Body;
    let floor =
        if alone { paragraph.at.start.saturating_sub(text_before(text, &paragraph.at)) } else { paragraph.at.start };
    let start = if long { at.start } else { back(text, floor..at.start) };
    let end = if long { at.end } else { paragraph.at.end.max(at.end) };
    let found = cut(text.slice(&(start..end)), at.end.saturating_sub(start).min(end - start));
    let found = found.trim();
    (!found.is_empty()).then(|| found.to_owned())
}

/// The length of the paragraph before one, with the break between them; nothing where that is no running text.
fn text_before(text: &Text, at: &Range<usize>) -> usize {
    let before = text.paragraphs().iter().rfind(|p| p.at.end <= at.start && p.flow == Flow::Body);
    before.map_or(0, |before| at.start - before.at.start)
}

/// The place of the last character of the running text before a page.
pub(super) fn last_before(text: &Text, page: usize) -> Option<usize> {
    let body = text.paragraphs().iter().rfind(|p| p.flow == Flow::Body)?.at.end;
    let runs = text.runs().iter().take_while(|run| run.at.start < body);
    runs.filter(|run| run.page.is_some_and(|own| own < page)).map(|run| run.at.end.saturating_sub(1)).max()
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
    text.runs().iter().filter(|run| run.page == Some(page)).find_map(|run| unmapped_in(text, &run.at))
}

fn unmapped_in(text: &Text, at: &Range<usize>) -> Option<Range<usize>> {
    let (found, glyph) = text.slice(at).char_indices().find(|(_, c)| *c == char::REPLACEMENT_CHARACTER)?;
    Some(at.start + found..at.start + found + glyph.len_utf8())
}
