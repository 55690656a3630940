//! The head of a Kamerstuk: «29 338 Wetenschapsbudget», «Nr. 289 Verslag van een schriftelijk overleg», and the
//! committee's introduction below it.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::matter::Front;
use super::{brief, committee, people};
use crate::citation::{Kamerstuk, own_kamerstuk};
use crate::layout::{Flow, Paragraph, Text};
use crate::letter::date;
use crate::letter::place;
use crate::letter::tuning;
use crate::record::Kind;

/// The head as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::letter) struct Head {
    pub(in crate::letter) number: Kamerstuk,
    /// With the number, in one line.
    pub(in crate::letter) title: String,
    end: usize,
}

/// Reads the head: dossier and number, each at the start of a line, in the text or in the margin beside it.
pub(in crate::letter) fn head(text: &Text) -> Option<Head> {
    let body: Vec<&Paragraph> = place::body_paragraphs(text).take(tuning::head_paragraphs()).collect();
    let margin: Vec<&Paragraph> = text
        .paragraphs()
        .iter()
        .filter(|p| p.flow == Flow::Side && p.page == Some(1))
        .take(tuning::head_paragraphs())
        .collect();
    let margin = || margin.iter().flat_map(|p| p.lines.iter().cloned()).collect::<Vec<_>>();
    let own = || body.iter().flat_map(|p| p.lines.iter().cloned()).collect::<Vec<_>>();
    let (number, at) = in_lines(text, &own())
        .or_else(|| in_lines(text, &margin()))
        .or_else(|| in_lines(text, &[margin(), own()].concat()))?;
    let line = body.iter().enumerate().find_map(|(index, p)| {
        let line = p.lines.iter().position(|line| line.start == at.start || place::is_beside(text, line, &at))?;
        Some((index, line))
    });
    let (title, end) = match line {
        Some((index, line)) => title(text, &body, index, line),
        None => (String::new(), place::body(text).start),
    };
    let printed = text.slice(&at).trim();
    let named = printed.split_whitespace().count() > 2 || title.starts_with(printed);
    let title = if named { title } else { place::one_line(&format!("{printed} {title}")) };
    Some(Head { number, title, end })
}

/// The number, with its line.
fn in_lines(text: &Text, lines: &[Range<usize>]) -> Option<(Kamerstuk, Range<usize>)> {
    let (number, at) = own_kamerstuk(lines.iter().map(|line| text.slice(line).trim()))?;
    Some((number, lines.get(at)?.clone()))
}

/// The heading: the number's paragraph from its line on, and the next one where the number stands alone.
fn title(text: &Text, paragraphs: &[&Paragraph], index: usize, line_index: usize) -> (String, usize) {
    let paragraph = paragraphs[index];
    let ends = |line: &str| {
        ["Vastgesteld", "Ontvangen", "Voorgesteld", "Aan de ", "Den Haag", "Ter griffie", "’s-Gravenhage"]
            .iter()
            .any(|w| line.starts_with(w))
    };
    let mut lines: Vec<&str> = Vec::new();
    let mut end = paragraph.at.start;
    for line in &paragraph.lines[line_index..] {
        let own = text.slice(line).trim();
        if ends(own) {
            break;
        }
        lines.push(own);
        end = line.end;
    }
    let number_alone = lines.len() == 1 && lines[0].split_whitespace().count() <= tuning::number_alone_words_max();
    if let (true, Some(next)) = (number_alone, paragraphs.get(index + 1)) {
        let own = text.slice(&next.at).trim();
        if !ends(own) {
            lines.push(own);
            end = next.at.end;
        }
    }
    (place::one_line(&lines.join(" ")), end)
}

static ANSWERED_BY_LETTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)bij brief van\s|antwoordbrief van\s|beantwoord (?:op|bij brief d\.d\.|per brief van)\s|antwoorden? (?:is|zijn) ontvangen op\s").expect("the pattern is a constant")
});
/// «De Staatssecretaris heeft op 12 mei 2026 gereageerd.»
static REACTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:minister|staatssecretaris|regering)(?:\s[^.]{0,80}?)?\s(?:heeft|hebben)\s(?:[^.]{0,40}?\s)?op\s(?P<day>[^.]{8,24}?)\s(?:gereageerd|geantwoord)")
        .expect("the pattern is a constant")
});
static PUT_TO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:voorgelegd|gesteld|gericht)\s+aan\s|overleg\s+gevoerd\s+met\s|\saan\s+de\s+(?:minister|staatssecretaris|regering)")
        .expect("the pattern is a constant")
});
static PLACED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:Den Haag|[’']s-Gravenhage),?\s").expect("the pattern is a constant"));

/// Reads head and introduction.
pub(super) fn read(text: &Text, front: &Range<usize>, tail: &Range<usize>, kind: Kind) -> Front {
    let head = head(text);
    let after = head.as_ref().map_or(front.start, |head| head.end);
    // Others than a committee's list or verslag are signed by who wrote them.
    let is_signed = matches!(kind, Kind::Nota | Kind::Motie | Kind::Kamerstuk);
    let asks = tail.start > front.end;
    let head_end = match kind {
        Kind::SchriftelijkOverleg => introduction_end(text, &(after..front.end)).unwrap_or(after),
        _ if is_signed && !asks => after,
        _ => front.end,
    };
    let introduction = text.slice(&(after..head_end.max(after))).replace('\n', " ");
    let opening = text.slice(front).replace('\n', " ");
    let named = if is_signed { Vec::new() } else { put_to(&introduction) };
    let responders = if named.is_empty() { of_letter(text, front, tail, head.as_ref(), &opening) } else { named };
    let stamped = stamped(text, &(after..front.end));
    let day = |word: &str| stamped.iter().find(|(stamp, ..)| *stamp == word).map(|(_, day, at)| (*day, at.clone()));
    let (date, other_date) = if is_signed {
        let received = day("Ontvangen").or_else(|| day("Voorgesteld")).map(|(day, _)| day);
        let fixed = || day("Vastgesteld").map(|(day, _)| day);
        (received.or_else(|| placed_dates(text, front).next()).or_else(fixed), None)
    } else {
        let answered = by_letter(&introduction).or_else(|| placed_dates(text, front).last());
        // What is fixed before it was answered has one of two days wrong.
        (answered, day("Vastgesteld").filter(|(fixed, _)| answered.is_some_and(|day| *fixed < day)))
    };
    let askers = people::questioners(&introduction);
    let committee = if askers.is_empty() && (asks || !is_signed) {
        committee::find(if introduction.is_empty() { &opening } else { &introduction })
    } else {
        None
    };
    Front {
        date,
        other_date,
        title: head.map(|head| head.title).or_else(|| own_title(text, front)),
        committee,
        askers,
        responders,
        head_end,
        ..Front::default()
    }
}

/// The title of a list without number: the paragraph that says what it is.
fn own_title(text: &Text, front: &Range<usize>) -> Option<String> {
    place::paragraphs(text, front).iter().map(|p| place::one_line(text.slice(&p.at))).find(|own| {
        let lower = own.to_lowercase();
        lower.starts_with("lijst van vragen") || lower.starts_with("verslag van een schriftelijk")
    })
}

/// A letter: its signature, else the office in its heading.
fn of_letter(
    text: &Text,
    front: &Range<usize>,
    tail: &Range<usize>,
    head: Option<&Head>,
    opening: &str,
) -> Vec<people::Responder> {
    let signed = brief::responders(text, front, tail, opening);
    if signed.iter().any(|signer| !signer.on_behalf) {
        return signed;
    }
    head.map(|head| people::responders(&head.title)).unwrap_or_default()
}

/// «heeft een aantal vragen voorgelegd aan de Minister van …».
fn put_to(introduction: &str) -> Vec<people::Responder> {
    let Some(found) = PUT_TO.find(introduction) else { return Vec::new() };
    let rest = introduction.get(found.start()..).unwrap_or_default();
    let end = [" over ", " naar aanleiding ", ". ", " inzake "]
        .iter()
        .filter_map(|word| rest.find(word))
        .min()
        .unwrap_or(rest.len());
    let addressed = rest.get(..end).unwrap_or_default();
    let named = people::responders(addressed);
    if named.is_empty() && addressed.contains("de regering") {
        return vec![people::Responder { name: None, office: Some("Regering".to_owned()), on_behalf: false }];
    }
    named
}

/// The day of the answer, as the committee's introduction gives it.
fn by_letter(introduction: &str) -> Option<Date> {
    let mut letters = ANSWERED_BY_LETTER.find_iter(introduction);
    let by_letter = letters.find_map(|found| introduction.get(found.end()..).and_then(date::first));
    let reacted = || REACTED.captures_iter(introduction).find_map(|found| date::first(found.name("day")?.as_str()));
    by_letter.or_else(reacted)
}

/// What the chamber stamps a document with, below its head: «Ontvangen 30 april 2026».
const STAMPS: [&str; 3] = ["Ontvangen", "Voorgesteld", "Vastgesteld"];

/// The stamps near the head, with their days and places.
fn stamped(text: &Text, at: &Range<usize>) -> Vec<(&'static str, Date, Range<usize>)> {
    let near = place::paragraphs(text, at).iter().filter(|p| p.flow == Flow::Body).take(tuning::head_paragraphs());
    let stamp = |line: &Range<usize>| {
        let own = text.slice(line).trim();
        let (stamp, rest) = STAMPS.iter().find_map(|stamp| Some((*stamp, own.strip_prefix(stamp)?.trim_start())))?;
        let rest = rest.strip_prefix("op ").unwrap_or(rest);
        let (found, day) = date::days(rest).next()?;
        (found.start == 0).then(|| (stamp, day, line.clone()))
    };
    near.flat_map(|p| &p.lines).filter_map(stamp).collect()
}

/// The days of datelines, «Den Haag, 12 mei 2026», in order of place.
fn placed_dates(text: &Text, front: &Range<usize>) -> impl Iterator<Item = Date> {
    place::paragraphs(text, front).iter().flat_map(|p| &p.lines).filter_map(|line| {
        let own = text.slice(line).trim_start();
        PLACED.is_match(own).then(|| date::first(own)).flatten()
    })
}

/// The end of a committee's introduction: below the names of its chair and clerk.
fn introduction_end(text: &Text, at: &Range<usize>) -> Option<usize> {
    let paragraphs = place::paragraphs(text, at);
    let clerk = paragraphs.iter().rposition(|p| {
        let own = text.slice(&p.at).to_lowercase();
        own.len() < tuning::clerk_max()
            && (own.contains("griffier van de")
                || own.contains("griffier,")
                || own.starts_with("de voorzitter van de commissie"))
    })?;
    // The clerk's name is in the same paragraph or alone in the next.
    let own = text.slice(&paragraphs[clerk].at).trim_end();
    let below = paragraphs
        .get(clerk + 1)
        .filter(|next| own.ends_with(',') && text.slice(&next.at).chars().count() <= tuning::name_max());
    Some(below.map_or(paragraphs[clerk].at.end, |next| next.at.end))
}
