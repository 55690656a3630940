//! Who signs: a line that is an office and nothing else, with a name below it.

use std::ops::Range;

use super::people::{self, Responder};
use crate::layout::{Flow, Paragraph, Text};
use crate::letter::place;

/// Longest line, in characters, that may be a name.
const NAME_MAX: usize = 60;
/// Lines that an office may take.
const OFFICE_LINES: usize = 3;

/// The signatures in a span, with those on whose behalf they are given.
pub(super) fn all(text: &Text, at: &Range<usize>) -> Vec<Responder> {
    let lines: Vec<Range<usize>> = place::paragraphs(text, at)
        .iter()
        .filter(|p| p.flow == Flow::Body)
        .flat_map(|p| p.lines.iter().cloned())
        .filter(|line| line.start >= at.start && line.end <= at.end && !text.slice(line).trim().is_empty())
        .collect();
    let mut signers = Vec::new();
    let mut on_behalf = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let own = text.slice(&lines[index]).trim();
        let lower = own.to_lowercase();
        if lower.starts_with("mede namens") || lower.starts_with("namens") || lower.starts_with("tevens namens") {
            let block = joined(text, &lines[index..(index + OFFICE_LINES).min(lines.len())]);
            let end = block.find(",\n").unwrap_or(block.len());
            on_behalf
                .extend(people::responders(block.get(..end).unwrap_or(&block)).into_iter().filter(|r| r.on_behalf));
            index += block.get(..end).map_or(1, |own| own.matches('\n').count() + 1);
            continue;
        }
        match signature(text, &lines[index..]) {
            Some((responder, taken)) => {
                signers.push(responder);
                index += taken;
            }
            None => index += 1,
        }
    }
    signers.extend(on_behalf);
    signers
}

/// The place in a paragraph at which a signature begins.
pub(in crate::letter) fn start_in(text: &Text, paragraph: &Paragraph) -> Option<usize> {
    let following = text.paragraphs.partition_point(|p| p.at.start <= paragraph.at.start);
    let next = text.paragraphs.get(following..(following + 2).min(text.paragraphs.len())).unwrap_or_default();
    let below: Vec<Range<usize>> =
        next.iter().filter(|p| p.flow == Flow::Body).flat_map(|p| p.lines.iter().cloned()).collect();
    (0..paragraph.lines.len()).find_map(|index| {
        let mut lines = paragraph.lines.get(index..)?.to_vec();
        lines.extend(below.iter().cloned());
        let starts = index == 0 || place::ends_sentence(text.slice(&paragraph.lines[index - 1]));
        (starts && signature(text, &lines).is_some()).then(|| paragraph.lines[index].start)
    })
}

/// The signature that begins with the first of these lines, and how many lines it takes.
fn signature(text: &Text, lines: &[Range<usize>]) -> Option<(Responder, usize)> {
    let first = text.slice(lines.first()?).trim_start();
    let article = ["de ", "De ", "DE "].iter().find_map(|article| first.strip_prefix(article)).unwrap_or(first);
    let (word, found) = people::office_word(article)?;
    if found.start != 0 {
        return None;
    }
    let block = joined(text, &lines[..lines.len().min(OFFICE_LINES + 1)]);
    let from = block.len() - block.trim_start().len() + (first.len() - article.len()) + found.end;
    let rest = block.get(from..)?;
    let (office, length) = match people::ministry(rest) {
        Some((phrase, length)) => (format!("{word} {phrase}"), length),
        None if word.contains("President") => (word.to_owned(), 0),
        None => return None,
    };
    let after = rest.get(length..)?;
    let after = strip_abbreviation(after);
    let ends =
        after.trim_start_matches([' ', ',']).starts_with('\n') || after.trim_matches([' ', ',', '\n']).is_empty();
    let same_line = after.strip_prefix(',');
    if !ends && same_line.is_none() {
        return None;
    }
    let taken_by_office = block.get(..block.len() - after.len())?.matches('\n').count() + 1;
    let below = after.trim_start_matches([',', ' ', '\n']);
    let name = below.split('\n').next().map(str::trim).filter(|name| is_name(name));
    if name.is_none() && !below.is_empty() {
        return None;
    }
    let taken = taken_by_office + usize::from(name.is_some() && ends);
    Some((Responder { name: name.map(str::to_owned), office: Some(office), on_behalf: false }, taken))
}

/// «(SZW)» after a name in full is left out.
fn strip_abbreviation(after: &str) -> &str {
    let Some(inside) = after.trim_start().strip_prefix('(') else { return after };
    inside.split_once(')').filter(|(inside, _)| inside.len() <= 8).map_or(after, |(_, rest)| rest)
}

/// A name: few words, capitals, no sentence.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let particle = |word: &str| {
        matches!(
            word.to_lowercase().as_str(),
            "van"
                | "de"
                | "der"
                | "den"
                | "het"
                | "ter"
                | "ten"
                | "te"
                | "in"
                | "’t"
                | "'t"
                | "drs."
                | "dr."
                | "mr."
                | "ir."
                | "ing."
                | "prof."
                | "mw."
                | "dhr."
                | "bc"
                | "el"
        )
    };
    let capital = |word: &str| word.trim_start_matches(['(', '’', '\'']).chars().next().is_some_and(char::is_uppercase);
    (1..=8).contains(&words.len())
        && line.chars().count() <= NAME_MAX
        && words.iter().any(|word| capital(word))
        && words.iter().all(|word| capital(word) || particle(word))
        && !line.contains([':', '?', '!', ';'])
        && !line.chars().any(|c| c.is_ascii_digit())
        && people::office_word(line).is_none()
        && !words.last().is_some_and(|word| word.ends_with('.') && word.len() > 4)
}

fn joined(text: &Text, lines: &[Range<usize>]) -> String {
    lines.iter().map(|line| text.slice(line).trim()).collect::<Vec<_>>().join("\n")
}
