//! Finds the headings of all questions and answers of a letter, in order of place.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::heading::{self, End, Head, Heading, Role};
use super::numbered::{self, Answers};
use super::{place, questions_then_answers};
use crate::layout::{Paragraph, Text};
use crate::lexicon::ends_sentence;
use crate::record::Kind;
use crate::record::Number;

/// The headings whose words say what they lead.
pub(super) fn worded(text: &Text) -> Vec<Head> {
    let mut heads: Vec<Head> = place::body_paragraphs(text).flat_map(|p| in_paragraph(text, p)).collect();
    let askers = with_common_asker(text).into_iter();
    heads.extend(askers.filter(|head| !heads.iter().any(|known| known.at.start == head.at.start)).collect::<Vec<_>>());
    heads.sort_by_key(|head| head.at.start);
    heads
}

/// Headings that name who asks in the type of their question: «Vraag 2 van het lid De Vries Klopt het dat …». Where the
/// name ends, those tell that begin with the same words.
fn with_common_asker(text: &Text) -> Vec<Head> {
    let read = |paragraph: &Paragraph| {
        let own = text.slice(&paragraph.at);
        let heading =
            heading::read(own).filter(|heading| heading.role == Role::Question && !heading.numbers.is_empty())?;
        let rest = own.get(heading.length..)?;
        let named = rest.trim_start();
        ["van het lid ", "van de leden "].iter().any(|words| named.starts_with(words)).then(|| {
            let start = paragraph.at.start;
            (start..start + heading.length + rest.len() - named.len(), named.to_owned(), heading.numbers)
        })
    };
    let found: Vec<_> = place::body_paragraphs(text).filter_map(read).collect();
    let shared = |own: &str, other: &str| {
        let words = own.split_inclusive(' ').zip(other.split_inclusive(' '));
        words.take_while(|(own, other)| own == other).map(|(own, _)| own.len()).sum::<usize>()
    };
    let head = |(index, (at, named, numbers)): (usize, &(Range<usize>, String, Vec<Number>))| {
        let others = found.iter().enumerate().filter(|(other, _)| *other != index);
        // The question may begin with the same word, too: what most have in common is the name.
        let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
        for length in others.map(|(_, (_, other, _))| shared(named, other)) {
            if named.get(..length)?.split_whitespace().count() > NAMED_WORDS {
                *lengths.entry(length).or_default() += 1;
            }
        }
        let (length, _) = lengths.into_iter().rev().max_by_key(|(_, count)| *count)?;
        Some(Head { at: at.start..at.end + length, role: Role::Question, numbers: numbers.clone(), by_number: false })
    };
    found.iter().enumerate().filter_map(head).collect()
}

/// «van het lid».
const NAMED_WORDS: usize = 3;

/// Finds the headings. A schriftelijk overleg has none, unless the minister numbered the questions himself.
pub(super) fn find(text: &Text, kind: Kind) -> Vec<Head> {
    let mut heads = worded(text);
    if kind == Kind::SchriftelijkOverleg && !alternate(&heads) {
        return Vec::new();
    }
    if let Some(heads) = questions_then_answers::find(text, &heads, kind) {
        return heads;
    }
    let worded = heads.iter().any(|head| head.role == Role::Question && !head.numbers.is_empty());
    if worded {
        heads.retain(|head| head.role != Role::Question || !head.numbers.is_empty());
    } else {
        let headed = heads.iter().any(|head| head.role == Role::Answer);
        let answers = if headed { Answers::Headed } else { Answers::Bare };
        let numbered = numbered::find(text, &place::body(text), answers, kind);
        if !numbered.is_empty() {
            heads.retain(|head| head.role != Role::Question);
            heads.extend(numbered);
            heads.sort_by_key(|head| head.at.start);
        }
    }
    number_bare_questions(&mut heads);
    let first = heads.iter().position(|head| head.role == Role::Question).unwrap_or(heads.len());
    heads.drain(..first);
    heads
}

/// Whether every numbered question is followed by the heading of its answer.
fn alternate(heads: &[Head]) -> bool {
    let numbered: Vec<&Head> = heads.iter().filter(|head| !head.numbers.is_empty()).collect();
    let is_pair = |pair: &[&Head]| {
        matches!(pair, [question, answer] if question.role == Role::Question && answer.role == Role::Answer
            && question.numbers == answer.numbers)
    };
    !numbered.is_empty() && numbered.chunks(2).all(is_pair)
}

/// The headings at the line starts of one paragraph.
fn in_paragraph(text: &Text, paragraph: &Paragraph) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    for (index, line) in paragraph.lines.iter().enumerate() {
        if heads.last().is_some_and(|head| head.at.end > line.start) {
            continue;
        }
        let rest = line.start..paragraph.at.end;
        let Some(heading) = heading::read(text.slice(&rest)) else { continue };
        let heading = with_asker(text, paragraph, line, heading);
        if accepted(text, paragraph, index, &heading) {
            let at = line.start..line.start + heading.length;
            heads.push(Head { at, role: heading.role, numbers: heading.numbers, by_number: false });
        }
    }
    heads
}

/// Who asks, behind a question's number: «Vraag 3 van het lid De Vries».
static ASKER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s?van (?:het (?:Kamer)?lid|de (?:Kamer)?leden|de fracties?(?: van)?|lid) [^.?!:]{2,80}?(:\s*|$)")
        .expect("the pattern is a constant")
});

/// A heading goes on over who asks, as far as its colon, its line or its type does.
fn with_asker(text: &Text, paragraph: &Paragraph, line: &Range<usize>, heading: Heading) -> Heading {
    let end = line.start + heading.length;
    if heading.role != Role::Question || heading.numbers.is_empty() || end >= line.end {
        return heading;
    }
    let style = place::runs(text, line).first().map(|run| run.style);
    let own_type = place::runs(text, line).iter().take_while(|run| Some(run.style) == style).last();
    let own_type = own_type.map_or(line.end, |run| run.at.end.min(line.end));
    let ends = [own_type, line.end];
    let found = ends.iter().filter(|&&last| last > end).find_map(|&last| {
        let asker = ASKER.find(text.slice(&(end..last)))?;
        let blank = text.slice(&(end + asker.end()..paragraph.at.end));
        Some(end + asker.end() + blank.len() - blank.trim_start_matches(' ').len())
    });
    match found {
        Some(end) if end >= line.end && *line != paragraph.at => heading,
        Some(end) => {
            let alone = if end >= paragraph.at.end { End::Line } else { End::Punctuation };
            Heading { length: end - line.start, end: alone, ..heading }
        }
        None => heading,
    }
}

/// Whether what reads as a heading stands where a heading stands.
fn accepted(text: &Text, paragraph: &Paragraph, index: usize, heading: &Heading) -> bool {
    let line = &paragraph.lines[index];
    let end = line.start + heading.length;
    let alone = end >= paragraph.at.end || paragraph.lines.iter().skip(index + 1).any(|next| next.start == end);
    let first = index == 0;
    let styled = is_styled(text, &(line.start..end), paragraph);
    let capital = text.slice(line).trim_start().chars().next().is_some_and(char::is_uppercase);
    let numbered = !heading.numbers.is_empty();
    let above = || ends_sentence(text.slice(&paragraph.lines[index - 1]));
    if alone {
        // A line of prose may hold just «antwoord op vraag 4», never after the end of a sentence and with a capital.
        let own_paragraph = first && end >= paragraph.at.end;
        let small = || own_paragraph && numbered && begins_anew(text, paragraph);
        return (first || styled || above()) && (capital || styled || small());
    }
    if heading.role == Role::Notice {
        return first && heading.end == End::Punctuation;
    }
    match heading.end {
        End::Line | End::Punctuation => capital && (first || (numbered && above())),
        End::Sentence => first && capital && (numbered || styled),
        End::Open => first && numbered && styled,
    }
}

/// True if the paragraph above ends a sentence, so that a small letter is no running on.
fn begins_anew(text: &Text, paragraph: &Paragraph) -> bool {
    let index = text.paragraphs().partition_point(|p| p.at.start < paragraph.at.start);
    let above = index.checked_sub(1).and_then(|index| text.paragraphs().get(index));
    above.is_none_or(|above| ends_sentence(text.slice(&above.at)))
}

/// Tagged as heading, or bold, italic or underlined where what follows is not.
fn is_styled(text: &Text, at: &Range<usize>, paragraph: &Paragraph) -> bool {
    if place::is_tagged_heading(text, at) {
        return true;
    }
    place::TYPES.iter().any(|kind| {
        let set = |at: &Range<usize>| place::share(text, at, kind).is_some_and(|share| share > 0.5);
        set(at) && (at.end >= paragraph.at.end || !set(&(at.end..paragraph.at.end)))
    })
}

/// «Vraag» without a number gets the next one: a letter with a single question prints none.
fn number_bare_questions(heads: &mut [Head]) {
    let mut next = 1;
    for head in heads.iter_mut().filter(|head| head.role == Role::Question) {
        if head.numbers.is_empty() {
            head.numbers.push(Number::plain(next));
        }
        next = head.numbers.iter().map(|number| number.value).max().unwrap_or(next) + 1;
    }
}
