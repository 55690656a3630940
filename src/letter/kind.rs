//! Tells what kind of document a text is, by its head.

use std::sync::LazyLock;

use regex::Regex;

use super::front::kamerstuk;
use super::heading::{Head, Role};
use super::place;
use super::tuning;
use crate::citation::{Citation, own_identifier};
use crate::layout::{Flow, Text};
use crate::record::Kind;

static CONSULTATION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"verslag\s+van\s+(?:een|het)\s+(?:nader\s+|tweede\s+)?schriftelijk\s+overleg")
        .expect("the pattern is a constant")
});

/// The title of a paper behind its number: «Nr. 6 NOTA NAAR AANLEIDING VAN HET VERSLAG».
static NOTA: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:nr\.?\s*\d+\S*|[A-Z]{1,3})?\s*(?:tweede\s+|nadere\s+|gewijzigde\s+)?nota\s+naar\s+aanleiding\s+van\s+het\b")
        .expect("the pattern is a constant")
});
/// «Nr. 31 GEWIJZIGDE MOTIE VAN HET LID X C.S.»
static MOTIE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:nr\.?\s*\d+\S*|[A-Z]{1,3})?\s*(?:(?:nader\s+)?gewijzigde\s+)?motie\s+van\s+(?:het\s+lid|de\s+leden|de\s+commissie)\b")
        .expect("the pattern is a constant")
});

/// What head and furniture say.
pub(super) fn of_head(text: &Text) -> Kind {
    if is_aanhangsel(text) {
        return Kind::Aanhangsel;
    }
    let head = opening(text).to_lowercase();
    let number = kamerstuk::head(text);
    // A reply to a committee in letter form names the list too, and is a letter.
    let letter = number.is_none() && is_addressed(text);
    let title = |words: &str| !letter && head.contains(words);
    if !letter && CONSULTATION.is_match(&head) {
        return Kind::SchriftelijkOverleg;
    }
    if title("lijst van vragen en antwoorden") || title("lijst van vragen") {
        return Kind::Lijst;
    }
    match number {
        None => Kind::Brief,
        Some(head) if NOTA.is_match(&head.title) => Kind::Nota,
        Some(head) if MOTIE.is_match(&head.title) => Kind::Motie,
        Some(_) => Kind::Kamerstuk,
    }
}

/// A notice among the headings of an Aanhangsel makes it a Mededeling.
pub(super) fn with_heads(kind: Kind, heads: &[Head]) -> Kind {
    let notice = heads.iter().any(|head| head.role == Role::Notice);
    let answer = heads.iter().any(|head| head.role == Role::Answer);
    if kind == Kind::Aanhangsel && notice && !answer { Kind::Mededeling } else { kind }
}

/// Lines of the head, or a foot, that only this layout bears.
fn is_aanhangsel(text: &Text) -> bool {
    let title = "Aanhangsel van de Handelingen";
    let head = place::body_paragraphs(text)
        .take(tuning::head_paragraphs())
        .chain(text.paragraphs().iter().filter(|p| p.flow == Flow::Head));
    let named = head.flat_map(|p| &p.lines).any(|line| {
        let own = text.slice(line).trim();
        // Plain text has the session year before it on the line.
        let own = own.strip_prefix("Vergaderjaar").map_or(own, |rest| rest.trim_start_matches(|c| c != 'A'));
        own.strip_prefix(title).is_some_and(|behind| !behind.contains(char::is_alphabetic))
    });
    named
        || text.paragraphs().iter().filter(|p| p.flow == Flow::Foot).any(|p| {
            let own = text.slice(&p.at);
            matches!(own_identifier(own), Some(Citation::Aanhangsel(_)))
                || (own.contains("vergaderjaar") && own.contains("Aanhangsel"))
        })
}

/// The first paragraphs of the body as one text.
fn opening(text: &Text) -> &str {
    let start = place::body(text).start;
    let end = place::body_paragraphs(text).take(tuning::head_paragraphs()).last().map_or(start, |p| p.at.end);
    text.slice(&(start..end))
}

/// True for a letter: it has an addressee.
fn is_addressed(text: &Text) -> bool {
    let head = place::body_paragraphs(text)
        .take(tuning::head_paragraphs())
        .chain(text.paragraphs().iter().filter(|p| p.flow == Flow::Side));
    head.flat_map(|p| &p.lines).any(|line| {
        let own = text.slice(line).trim().to_lowercase();
        let own = own.trim_start_matches("aan ");
        own.starts_with("de voorzitter van de") || own.starts_with("geachte") || own.starts_with("de voorzitter der")
    })
}
