//! A ministry's letter: date and subject beside their labels, the opening sentences, the signature.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::matter::Front;
use super::people::{self, Responder};
use super::{committee, signature};
use crate::citation::{CaseNumber, own_cases};
use crate::layout::{Flow, Paragraph, Text};
use crate::letter::date;
use crate::letter::place;
use crate::lexicon::{ends_sentence, lists};

/// Reads the front matter; `asks`: the letter holds questions.
pub(super) fn read(text: &Text, front: &Range<usize>, tail: &Range<usize>, asks: bool) -> Front {
    let opening = text.slice(front).replace('\n', " ");
    let title = label(text, front, &["Betreft", "Onderwerp"]);
    let (date, other_date) = dates(text, front);
    let head_end = if asks { front.end } else { head_end(text, front) };
    let named = title.as_deref().map(people::questioners).filter(|found| !found.is_empty());
    let askers = named.unwrap_or_else(|| {
        if asks { people::questioners(&opening) } else { people::questioners(&first_sentences(text, front, head_end)) }
    });
    let committee =
        if askers.is_empty() && (asks || opening.contains("vragen")) { committee::find(&opening) } else { None };
    Front {
        asked: sent_in(&opening),
        date,
        other_date,
        title,
        askers,
        committee,
        responders: responders(text, front, tail, &opening),
        case_numbers: case_numbers(text, front, &opening),
        head_end,
        ..Front::default()
    }
}

/// The paragraph that opens a letter without questions, below its head: what follows may speak of anything.
fn first_sentences(text: &Text, front: &Range<usize>, head_end: usize) -> String {
    let below = place::paragraphs(text, &(head_end..front.end)).iter().filter(|p| p.flow == Flow::Body);
    let mut lines = String::new();
    for paragraph in below {
        let own = place::one_line(text.slice(&paragraph.at));
        lines = format!("{lines} {own}");
        if ends_sentence(&own) && !is_salutation(&own) {
            break;
        }
    }
    lines
}

fn is_salutation(own: &str) -> bool {
    lists::SALUTATIONS.iter().any(|words| own.starts_with(words))
}

/// «(ingezonden 26 september 2025)».
fn sent_in(opening: &str) -> Option<Date> {
    let at = opening.find("ingezonden ")?;
    let rest = opening.get(at..)?;
    let (found, day) = date::days(rest).next()?;
    let near = rest.get(..found.start)?.split_whitespace().count() <= 2;
    near.then_some(day)
}

/// Lines of the first page: side column and body, where labels stand.
fn first_page<'a>(text: &'a Text, front: &Range<usize>) -> impl Iterator<Item = &'a Paragraph> {
    let end = front.end;
    text.paragraphs().iter().filter(move |p| {
        let body = p.flow == Flow::Body && p.at.start < end;
        (body || p.flow == Flow::Side) && p.page.is_none_or(|page| page == 1)
    })
}

/// The label that a line begins with, and what follows it.
fn labelled(line: &str) -> Option<(&'static str, &str)> {
    lists::LABELS.iter().find_map(|label| {
        let rest = line.strip_prefix(label)?;
        let separated = rest.is_empty() || rest.starts_with([':', ' ', '\t', '\u{a0}']);
        separated.then(|| (*label, rest.trim_start_matches([':', ' ', '\t', '\u{a0}'])))
    })
}

/// The value of a label: the rest of its line and the lines below, to the end of the paragraph or the next label.
fn label(text: &Text, front: &Range<usize>, names: &[&str]) -> Option<String> {
    let paragraphs: Vec<&Paragraph> = first_page(text, front).collect();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        for (line_index, line) in paragraph.lines.iter().enumerate() {
            let Some((name, rest)) = labelled(text.slice(line).trim_start()) else { continue };
            if !names.contains(&name) {
                continue;
            }
            let mut value = vec![rest.to_owned()];
            value.extend(lines_to_label(text, &paragraph.lines[line_index + 1..]));
            let alone = rest.trim().is_empty() && paragraph.lines.len() == line_index + 1;
            if let Some(lines) = beside(text, line).filter(|_| alone) {
                return Some(place::one_line(&lines.join(" ")));
            }
            if value.iter().all(|piece| piece.trim().is_empty()) {
                let next = paragraphs.get(index + 1).filter(|next| next.flow == paragraph.flow);
                value.extend(next.map(|next| lines_to_label(text, &next.lines)).unwrap_or_default());
            }
            return Some(place::one_line(&value.join(" "))).filter(|value| !value.is_empty());
        }
    }
    None
}

/// What stands on the height of a label, right of it, in whatever flow, with the lines close below on its edge: where
/// the side column runs into the text (`brief-wolvega`) the two are no lines of one paragraph.
fn beside(text: &Text, label: &Range<usize>) -> Option<Vec<String>> {
    let place = |line: &Range<usize>| {
        let run = place::runs(text, line).first()?;
        Some((run.page, run.rect?))
    };
    let (_, own) = place(label)?;
    let mut lines = text.paragraphs().iter().filter(|p| p.flow <= Flow::Side).flat_map(|p| &p.lines);
    let first = lines
        .find(|line| place::is_beside(text, line, label) && place(line).is_some_and(|(_, at)| at.left >= own.right))?;
    let (page, mut last) = place(first)?;
    let mut value = vec![text.slice(first).to_owned()];
    for line in lines {
        let Some((_, at)) = place(line).filter(|(on, _)| *on == page) else { break };
        let close = at.top > last.top && at.top - last.bottom < last.bottom - last.top;
        if !close || (at.left - last.left).abs() > last.bottom - last.top || labelled(text.slice(line)).is_some() {
            break;
        }
        value.push(text.slice(line).to_owned());
        last = at;
    }
    Some(value)
}

fn lines_to_label(text: &Text, lines: &[Range<usize>]) -> Vec<String> {
    let own = lines.iter().map(|line| text.slice(line).trim());
    own.take_while(|line| labelled(line).is_none()).map(str::to_owned).collect()
}

static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    let places = lists::PLACES.join("|").replace('’', "[’'`]");
    Regex::new(&format!(r"^(?:{places}),?\s")).expect("the pattern is made of constants")
});

/// The letter's day, and another one that a later side column gives.
fn dates(text: &Text, front: &Range<usize>) -> (Option<Date>, Option<(Date, Range<usize>)>) {
    let labelled_date = label(text, front, &["Datum"]).as_deref().and_then(date::first);
    let placed = || {
        first_page(text, front).flat_map(|p| &p.lines).find_map(|line| {
            let own = text.slice(line).trim_start();
            PLACED.is_match(own).then(|| date::first(own)).flatten()
        })
    };
    let alone = || {
        // A date that is a line of its own, where the label stands in another column.
        first_page(text, front).flat_map(|p| &p.lines).find_map(|line| {
            let own = text.slice(line).trim();
            date::days(own).find(|(at, _)| at.start == 0 && at.end == own.len()).map(|(_, day)| day)
        })
    };
    let beside = || {
        // The first page may be damaged: later side columns repeat the day.
        let later = text.paragraphs().iter().filter(|p| p.flow == Flow::Side).flat_map(|p| &p.lines);
        later.clone().zip(later.skip(1)).find_map(|(label, value)| {
            (text.slice(label).trim() == "Datum").then(|| date::first(text.slice(value))).flatten()
        })
    };
    let day = labelled_date.or_else(placed).or_else(alone).or_else(beside);
    let other = later_days(text).find(|(other, _)| day.is_some_and(|day| day != *other));
    (day, other)
}

/// The days that the furniture of later pages gives beside or below the label «Datum».
fn later_days(text: &Text) -> impl Iterator<Item = (Date, Range<usize>)> {
    let later = place::furniture(text).filter(|p| p.page.is_some_and(|page| page > 1));
    let lines: Vec<&Range<usize>> = later.flat_map(|p| &p.lines).collect();
    let below: Vec<_> = lines.iter().skip(1).map(|line| Some(*line)).chain([None]).collect();
    lines.into_iter().zip(below).filter_map(|(line, below)| {
        let ("Datum", value) = labelled(text.slice(line).trim())? else { return None };
        let (at, value) = if value.is_empty() { (below?, text.slice(below?).trim()) } else { (line, value) };
        let (found, day) = date::days(value).next()?;
        (found.start == 0).then(|| (day, at.clone()))
    })
}

/// Who signs, in the cover letter or after the last answer, and on whose behalf.
pub(super) fn responders(text: &Text, front: &Range<usize>, tail: &Range<usize>, opening: &str) -> Vec<Responder> {
    let mut signers: Vec<Responder> = signature::all(text, front);
    if !signers.iter().any(|signer| !signer.on_behalf) {
        signers.splice(0..0, signature::all(text, tail));
    }
    let (mut signers, mut behalf): (Vec<_>, Vec<_>) = signers.into_iter().partition(|signer| !signer.on_behalf);
    if behalf.is_empty() {
        behalf = on_behalf(opening);
    }
    signers.dedup_by(|a, b| a.office == b.office);
    for other in behalf {
        if !signers.iter().any(|signer| signer.office == other.office) {
            signers.push(other);
        }
    }
    signers
}

static BEHALF: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\bmede namens\b").expect("the pattern is a constant"));
static BEHALF_END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\.\s|\s(?:op|aan|deel|bied|zend|stuur|de vragen|de antwoorden|antwoord|uw Kamer|reageer|beantwoord|hierbij)\b").expect("the pattern is a constant")
});

/// «… mede namens de Minister van A en de Staatssecretaris van B …», the first time it is said.
fn on_behalf(opening: &str) -> Vec<Responder> {
    let Some(found) = BEHALF.find(opening) else { return Vec::new() };
    let rest = opening.get(found.start()..).unwrap_or_default();
    let end = BEHALF_END.find(rest).map_or(rest.len(), |m| m.start());
    people::responders(rest.get(..end).unwrap_or_default())
        .into_iter()
        .filter(|responder| responder.on_behalf)
        .collect()
}

/// The cases of the opening and of «Uw kenmerk», each once.
fn case_numbers(text: &Text, front: &Range<usize>, opening: &str) -> Vec<CaseNumber> {
    let side = first_page(text, front).filter(|p| p.flow == Flow::Side).map(|p| text.slice(&p.at));
    let mut found: Vec<CaseNumber> = Vec::new();
    for case in std::iter::once(opening).chain(side).flat_map(own_cases) {
        if !found.contains(&case) {
            found.push(case);
        }
    }
    found
}

/// Where the head of a letter without questions ends: at the salutation, else below date and subject.
fn head_end(text: &Text, front: &Range<usize>) -> usize {
    let paragraphs = place::paragraphs(text, front);
    let salutation = paragraphs.iter().find(|p| is_salutation(text.slice(&p.at).trim_start()));
    if let Some(salutation) = salutation {
        return salutation.at.start;
    }
    let mut labels = paragraphs.iter().filter(|p| {
        let own = text.slice(&p.at).trim_start();
        labelled(own).is_some() || PLACED.is_match(own) || own.to_lowercase().starts_with("aan de ")
    });
    labels.next_back().map_or(front.start, |p| p.at.end)
}
