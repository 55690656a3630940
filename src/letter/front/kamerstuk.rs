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
    title: String,
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
        ["Vastgesteld", "Ontvangen", "Aan de ", "Den Haag", "Ter griffie", "’s-Gravenhage"]
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
    let head_end = match kind {
        Kind::SchriftelijkOverleg => introduction_end(text, &(after..front.end)).unwrap_or(after),
        Kind::Kamerstuk if tail.is_empty() || tail.start >= front.end => after,
        _ => front.end,
    };
    let introduction = text.slice(&(after..head_end.max(after))).replace('\n', " ");
    let opening = text.slice(front).replace('\n', " ");
    let responders = match kind {
        Kind::Kamerstuk => of_letter(text, front, tail, head.as_ref(), &opening),
        _ => put_to(&introduction),
    };
    let by_letter = ANSWERED_BY_LETTER
        .find_iter(&introduction)
        .find_map(|found| introduction.get(found.end()..).and_then(date::first));
    let date = if kind == Kind::Kamerstuk { placed_date(text, front) } else { by_letter };
    let askers = brief::named_members(&introduction);
    let committee = if askers.is_empty() {
        committee::find(if introduction.is_empty() { &opening } else { &introduction })
    } else {
        None
    };
    let committee = committee.filter(|_| kind != Kind::Kamerstuk || !tail.is_empty());
    Front {
        date,
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

fn placed_date(text: &Text, front: &Range<usize>) -> Option<Date> {
    place::paragraphs(text, front).iter().flat_map(|p| &p.lines).find_map(|line| {
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
