//! Who signs: a line that is an office and nothing else, with a name below it or above it; two may stand side by side.

use std::ops::Range;

use super::people::{self, Responder};
use crate::layout::{Flow, Paragraph, Run, Text};
use crate::letter::{place, tuning};
use crate::lexicon::{ends_sentence, lists, ministries};

/// The signatures in a span, with those on whose behalf they are given.
pub(super) fn all(text: &Text, at: &Range<usize>) -> Vec<Responder> {
    let lines: Vec<Range<usize>> = place::paragraphs(text, at)
        .iter()
        .filter(|p| p.flow == Flow::Body)
        .flat_map(|p| p.lines.iter().cloned())
        .filter(|line| line.start >= at.start && line.end <= at.end && !text.slice(line).trim().is_empty())
        .collect();
    let lines = apart(text, &whole_words(text, lines));
    let mut signers = Vec::new();
    let mut on_behalf = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let own = text.slice(&lines[index]).trim();
        if is_behalf(own) {
            let block = joined(text, &lines[index..(index + tuning::office_lines()).min(lines.len())]);
            let end = block.find(",\n").unwrap_or(block.len());
            on_behalf
                .extend(people::responders(block.get(..end).unwrap_or(&block)).into_iter().filter(|r| r.on_behalf));
            index += block.get(..end).map_or(1, |own| own.matches('\n').count() + 1);
            // The name of one who signs on behalf of others too may stand below them.
            let name = lines.get(index).map(|line| text.slice(line).trim()).filter(|line| is_name(line));
            if let (Some(name), Some(Responder { name: unnamed @ None, .. })) = (name, signers.last_mut()) {
                *unnamed = Some(name.to_owned());
                index += 1;
            }
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

/// The lines with every word that a line end breaks on the line on which it begins: «… en Ko-», «ninkrijksrelaties,».
fn whole_words(text: &Text, mut lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    for at in 1..lines.len() {
        if lines[at - 1].end == lines[at].start {
            let own = text.slice(&lines[at]);
            let word = own.find(char::is_whitespace).unwrap_or(own.len());
            let blank = own.len() - own.get(word..).unwrap_or_default().trim_start().len() - word;
            lines[at - 1].end += word;
            lines[at].start += word + blank;
        }
    }
    lines.retain(|line| !text.slice(line).trim().is_empty());
    lines
}

/// «mede namens …»
fn is_behalf(line: &str) -> bool {
    let lower = line.to_lowercase();
    ["mede namens", "namens", "tevens namens", "ook namens"].iter().any(|words| lower.starts_with(words))
}

/// The lines with signatures that stand side by side one after the other.
fn apart(text: &Text, lines: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut ordered = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        let begins = |at: &Range<usize>| office_at_start(text.slice(at)).is_some();
        let Some((left, right)) = halves(text, line).filter(|(left, right)| begins(left) && begins(right)) else {
            ordered.push(line.clone());
            rest = after;
            continue;
        };
        let mut columns = [vec![left], vec![right]];
        let mut taken = 0;
        for line in after {
            match (halves(text, line), column_of(text, line, &columns)) {
                (Some((left, right)), _) => {
                    columns[0].push(left);
                    columns[1].push(right);
                }
                (None, Some(column)) => columns[column].push(line.clone()),
                (None, None) => break,
            }
            taken += 1;
        }
        rest = after.get(taken..).unwrap_or_default();
        ordered.extend(columns.into_iter().flatten());
    }
    ordered
}

/// The column that a line without a gap goes on: the one below which it stands, in plain text the one whose office has
/// not come to its comma.
fn column_of(text: &Text, line: &Range<usize>, columns: &[Vec<Range<usize>>; 2]) -> Option<usize> {
    let rect = |at: &Range<usize>| place::runs(text, at).first().and_then(|run| run.rect);
    let unfinished = |column: &Vec<Range<usize>>| {
        column.last().is_some_and(|last| {
            office_at_start(text.slice(&column[0])).is_some() && !text.slice(last).trim_end().ends_with(',')
        })
    };
    let open = [unfinished(&columns[0]), unfinished(&columns[1])];
    let column = match (rect(line), rect(&columns[1][0])) {
        (Some(own), Some(right)) => usize::from(own.left + own.bottom - own.top > right.left),
        _ => open.iter().position(|open| *open)?,
    };
    open[column].then_some(column)
}

/// The two parts of a line with a wide gap in it.
fn halves(text: &Text, line: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    // Plain text parts its runs at wide gaps only. A word space is narrower than the line is high, a tab stop wider.
    let wide = |left: &Run, right: &Run| {
        left.rect.zip(right.rect).is_none_or(|(left, right)| right.left - left.right > left.bottom - left.top)
    };
    let at = place::runs(text, line).windows(2).find(|pair| wide(&pair[0], &pair[1]))?[1].at.start;
    let halves = (place::trim(text, &(line.start..at)), place::trim(text, &(at..line.end)));
    (!halves.0.is_empty() && !halves.1.is_empty()).then_some(halves)
}

/// The place in a paragraph at which a signature begins.
pub(in crate::letter) fn start_in(text: &Text, paragraph: &Paragraph) -> Option<usize> {
    let following = text.paragraphs().partition_point(|p| p.at.start <= paragraph.at.start);
    let next = text.paragraphs().get(following..(following + 2).min(text.paragraphs().len())).unwrap_or_default();
    let below: Vec<Range<usize>> =
        next.iter().filter(|p| p.flow == Flow::Body).flat_map(|p| p.lines.iter().cloned()).collect();
    (0..paragraph.lines.len()).find_map(|index| {
        let mut lines = paragraph.lines.get(index..)?.to_vec();
        lines.extend(below.iter().cloned());
        let lines = apart(text, &whole_words(text, lines));
        let starts = index == 0 || ends_sentence(text.slice(&paragraph.lines[index - 1]));
        (starts && signature(text, &lines).is_some()).then(|| paragraph.lines[index].start)
    })
}

/// The signature that begins with the first of these lines, and how many lines it takes: the name is below the office,
/// or above it, as the letters of some ministries have it.
fn signature(text: &Text, lines: &[Range<usize>]) -> Option<(Responder, usize)> {
    if let Some(signed) = office_first(text, lines) {
        return Some(signed);
    }
    let (name, below) = lines.split_first()?;
    let name = text.slice(name).trim();
    let name = name.strip_prefix("w.g. ").unwrap_or(name);
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    // A person who is spoken of may stand above an office, too.
    let spoken_of = words.iter().take(2).any(|word| lists::FORMS_OF_ADDRESS.contains(&word.as_str()));
    if words.len() < 2 || name.ends_with(',') || !is_name(name) || spoken_of {
        return None;
    }
    let Office { title, lines: taken, same_line: None, .. } = office(text, below)? else { return None };
    // The name below is this office's, unless another office goes with it.
    let own = office_first(text, below).filter(|(signer, _)| signer.name.is_some());
    let belongs_below =
        own.is_some_and(|(_, whole)| below.get(whole..).and_then(|next| self::office(text, next)).is_none());
    let responder = Responder { name: Some(name.to_owned()), office: Some(title), on_behalf: false };
    (!belongs_below).then_some((responder, taken + 1))
}

/// An office at the start of a line: its word with what stands before it, and the bytes up to its end.
fn office_at_start(line: &str) -> Option<(String, usize)> {
    let start = line.trim_start();
    let mut rest = start;
    for article in ["de ", "De ", "DE "] {
        rest = rest.strip_prefix(article).unwrap_or(rest);
    }
    let (word, found) = people::office_word(rest)?;
    let before = rest.get(..found.start)?;
    let office = match before.trim_end().to_lowercase().as_str() {
        "" => word.to_owned(),
        standing @ ("demissionair" | "waarnemend") => {
            let mut chars = standing.chars();
            let first = chars.next()?.to_uppercase();
            first.chain(chars).chain([' ']).chain(word.to_lowercase().chars()).collect()
        }
        _ => return None,
    };
    Some((office, line.len() - rest.len() + found.end))
}

/// An office that is alone on its lines.
struct Office {
    title: String,
    /// Lines that it takes.
    lines: usize,
    /// What follows a comma on its last line.
    same_line: Option<String>,
    /// The line below it.
    below: Option<String>,
}

fn office(text: &Text, lines: &[Range<usize>]) -> Option<Office> {
    let block = joined(text, lines.get(..lines.len().min(tuning::office_lines() + 1))?);
    let (word, from) = office_at_start(&block)?;
    let rest = block.get(from..)?;
    let president = word.ends_with("resident");
    let (office, length) = match people::ministry(rest) {
        Some((phrase, length)) => (format!("{word} {phrase}"), length),
        None if president => {
            let (second, length) = people::general_affairs(rest).unwrap_or_default();
            (format!("{word}{second}"), length)
        }
        None => {
            // «Staatssecretaris Herstel Groningen»: no word links the two.
            let blank = rest.len() - rest.trim_start().len();
            let length = blank + ministries::name_at_start(rest.trim_start()).filter(|_| blank > 0)?;
            (format!("{word} {}", place::one_line(rest.get(..length)?)), length)
        }
    };
    let after = strip_abbreviation(rest.get(length..)?);
    let lines = block.get(..block.len() - after.len())?.matches('\n').count() + 1;
    let (line, below) = after.split_once('\n').map_or((after, None), |(line, below)| (line, Some(below)));
    let below = below.and_then(|below| below.lines().map(str::trim).find(|line| !line.is_empty()));
    let below = below.filter(|line| !lists::is_closing_title(line)).map(str::to_owned);
    let same_line = match line.trim_matches([' ', ',']) {
        "" => None,
        own if line.starts_with(',') => Some(own.to_owned()),
        _ => return None,
    };
    Some(Office { title: office, lines, same_line, below })
}

/// An office with the name behind or below it, or at the end of the letter without one.
fn office_first(text: &Text, lines: &[Range<usize>]) -> Option<(Responder, usize)> {
    let Office { title, lines, same_line, below } = office(text, lines)?;
    let taken = lines + usize::from(same_line.is_none() && below.is_some());
    let name = same_line.or(below);
    let name = name.map(|name| name.strip_prefix("w.g. ").unwrap_or(&name).to_owned());
    if name.as_deref().is_some_and(is_behalf) {
        return Some((Responder { name: None, office: Some(title), on_behalf: false }, lines));
    }
    if name.as_deref().is_some_and(|name| !is_name(name)) {
        return None;
    }
    Some((Responder { name, office: Some(title), on_behalf: false }, taken))
}

/// «(SZW)» after a name in full is left out.
fn strip_abbreviation(after: &str) -> &str {
    let Some(inside) = after.trim_start().strip_prefix('(') else { return after };
    inside
        .split_once(')')
        .filter(|(inside, _)| inside.len() <= tuning::abbreviation_max())
        .map_or(after, |(_, rest)| rest)
}

/// A name: few words, capitals, no sentence.
fn is_name(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let particle = |word: &str| lists::NAME_PARTS.contains(&word.to_lowercase().as_str());
    let capital = |word: &str| word.trim_start_matches(['(', '’', '\'']).chars().next().is_some_and(char::is_uppercase);
    (1..=tuning::name_words_max()).contains(&words.len())
        && line.chars().count() <= tuning::name_max()
        && words.iter().any(|word| capital(word))
        && words.iter().all(|word| capital(word) || particle(word))
        && !line.contains([':', '?', '!', ';'])
        && !line.chars().any(|c| c.is_ascii_digit())
        && people::office_word(line).is_none()
        && !line.ends_with('.')
        && !lists::is_closing_title(line)
}

fn joined(text: &Text, lines: &[Range<usize>]) -> String {
    lines.iter().map(|line| text.slice(line).trim()).collect::<Vec<_>>().join("\n")
}
