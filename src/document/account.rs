//! Accounts for what the pages print: every letter of a page stands in the running text once, and every stretch of the
//! running text in one text of the letter object. What does not add up is said with its words.
//!
//! Letters are counted, page by page, without their accents: a figure may be the mark of a note, a hyphen may be undone,
//! an accent may be composed with its letter, but a letter always remains one.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::layout::{Flow, Text};
use crate::letter::Letter;
use crate::normalize;
use crate::pdf;
use crate::record::Contradiction;

/// Characters of the words that are shown.
const SHOWN: usize = 80;

/// Letters of pages that are nowhere in the text, or twice; each with its page.
pub(super) fn of_pages(pages: &[pdf::Page], text: &Text) -> Vec<(usize, Contradiction)> {
    let mut read: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let mut add = |page: Option<usize>, own: &str| read.entry(page.unwrap_or_default()).or_default().push(letters(own));
    for run in text.runs() {
        add(run.page, text.slice(&run.at));
    }
    for mark in text.marks() {
        add(mark.page, &mark.mark);
    }
    for paragraph in text.paragraphs() {
        add(paragraph.page, paragraph.mark.as_ref().map_or("", |mark| &mark.mark));
    }
    let none = Vec::new();
    pages.iter().filter_map(|page| of_page(page, read.get(&page.number).unwrap_or(&none))).collect()
}

fn of_page(page: &pdf::Page, read: &[String]) -> Option<(usize, Contradiction)> {
    let printed: Vec<(String, String)> = page.runs.iter().map(words).map(|words| (letters(&words), words)).collect();
    let mut balance: BTreeMap<char, i64> = BTreeMap::new();
    for (own, _) in &printed {
        own.chars().for_each(|letter| *balance.entry(letter).or_default() += 1);
    }
    for own in read {
        own.chars().for_each(|letter| *balance.entry(letter).or_default() -= 1);
    }
    let text = read.concat();
    let shown = |found: Option<&str>| found.unwrap_or_default().chars().take(SHOWN).collect::<String>();
    if balance.values().any(|count| *count > 0) {
        let lost = printed.iter().find(|(own, _)| !own.is_empty() && !text.contains(own.as_str()));
        return Some((page.number, Contradiction::Nowhere(shown(lost.map(|(_, words)| words.trim())))));
    }
    if balance.values().any(|count| *count < 0) {
        let all: String = printed.iter().map(|(own, _)| own.as_str()).collect();
        let twice = read.iter().find(|own| own.len() > 1 && text.matches(*own).count() > all.matches(*own).count());
        return Some((page.number, Contradiction::Twice(shown(twice.map(String::as_str)))));
    }
    None
}

fn words(run: &pdf::Run) -> String {
    run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

/// The letters alone; an i without its dot is one.
fn letters(text: &str) -> String {
    let letters = normalize::letters(text);
    let plain = letters.chars().filter(|c| c.is_alphabetic()).map(|c| if c == '\u{131}' { 'i' } else { c });
    plain.collect()
}

/// Stretches of the running text that are in no text of the letter object, and those that are in two.
pub(super) fn of_texts(text: &Text, letter: &Letter) -> Vec<(Range<usize>, Contradiction)> {
    let mut spans: Vec<Range<usize>> = letter.questions.iter().map(|question| question.body.clone()).collect();
    spans.extend(letter.answers.iter().map(|answer| answer.body.clone()));
    spans.extend(letter.sections.iter().map(crate::letter::Section::span));
    spans.extend(letter.notes.iter().map(|note| note.body.clone()));
    spans.extend(letter.headings.iter().cloned());
    spans.sort_by_key(|span| (span.start, span.end));
    let mut found = Vec::new();
    let mut say = |at: Range<usize>, of: fn(String) -> Contradiction| {
        let words: String = text.slice(&at).trim().chars().take(SHOWN).collect();
        if words.chars().any(char::is_alphabetic) {
            found.push((at, of(words)));
        }
    };
    let mut end = 0;
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        if span.start < end {
            say(span.start..end.min(span.end), Contradiction::Twice);
        } else {
            uncovered(text, end..span.start).for_each(|at| say(at, Contradiction::Nowhere));
        }
        end = end.max(span.end);
    }
    let last = text.paragraphs().last().map_or(0, |paragraph| paragraph.at.end);
    uncovered(text, end..last).for_each(|at| say(at, Contradiction::Nowhere));
    found
}

/// The parts of a stretch that are body or note.
fn uncovered(text: &Text, at: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let kept = text.paragraphs().iter().filter(|paragraph| matches!(paragraph.flow, Flow::Body | Flow::Note));
    let inside = kept.map(move |paragraph| paragraph.at.start.max(at.start)..paragraph.at.end.min(at.end));
    inside.filter(|part| part.start < part.end)
}

#[cfg(test)]
mod tests {
    use super::{Contradiction, of_pages, of_texts};
    use crate::{layout, letter, pdf};

    fn pages() -> Vec<pdf::Page> {
        let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/kst-37214-7.pdf"));
        pdf::pages(&bytes.expect("the letter is in the corpus")).expect("it is a PDF")
    }

    #[test]
    fn pages_add_up_to_the_text() {
        let mut pages = pages();
        let text = layout::text(&pages);
        assert_eq!(of_pages(&pages, &text), []);
        let gone = layout::text(&pages[..1]);
        let lost = of_pages(&pages, &gone);
        assert!(lost.iter().all(|(page, what)| *page > 1 && matches!(what, Contradiction::Nowhere(_))), "{lost:?}");
        assert_eq!(lost.len(), pages.len() - 1);
        let longest = pages[0].runs.iter().map(|run| run.glyphs.len()).max();
        pages[0].runs.retain(|run| Some(run.glyphs.len()) != longest);
        let twice = of_pages(&pages, &text);
        assert!(matches!(twice.as_slice(), [(1, Contradiction::Twice(_))]), "{twice:?}");
    }

    #[test]
    fn the_text_adds_up_to_the_letter() {
        let text = layout::text(&pages());
        let mut letter = letter::parse(&text);
        assert_eq!(of_texts(&text, &letter), []);
        let answer = letter.answers.remove(0);
        let lost = of_texts(&text, &letter);
        assert!(matches!(lost.as_slice(), [(at, Contradiction::Nowhere(_)), ..] if answer.body.contains(&at.start)));
        letter.answers.insert(0, answer.clone());
        letter.answers.insert(0, answer);
        assert!(of_texts(&text, &letter).iter().any(|(_, what)| matches!(what, Contradiction::Twice(_))));
    }
}
