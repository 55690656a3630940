//! Which chamber a document is written to, or is a paper of.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::citation::{Citation, Kamer};
use crate::layout::{Flow, Paragraph, Text};
use crate::letter::{place, tuning};

/// «Aan de Voorzitter van de Eerste Kamer der Staten-Generaal», «Eerste Kamer, vergaderjaar 2025–2026».
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^\s*(?:aan\s+)?(?:de\s+)?(?:voorzitter\s+(?:van\s+de|der)\s+)?(eerste|tweede)\s+kamer(?:\s+der\b|\s*,|\s*$)",
    )
    .expect("the pattern is a constant")
});

/// The chamber that the number, the heads and feet or the address name; `None` where none of them does.
pub(super) fn of(text: &Text, front: &Range<usize>, own: Option<&Citation>) -> Option<Kamer> {
    match own {
        Some(Citation::Aanhangsel(question)) => return Some(question.kamer()),
        // The Eerste Kamer numbers its papers with letters.
        Some(Citation::Kamerstuk(paper)) if paper.ondernummer().number().is_none() => return Some(Kamer::Eerste),
        _ => {}
    }
    let head = place::paragraphs(text, front).iter().filter(|p| p.flow == Flow::Body).take(tuning::head_paragraphs());
    place::furniture(text).chain(head).find_map(|paragraph| named(text, paragraph))
}

/// The chamber named at the start of a line; the name may go on below.
fn named(text: &Text, paragraph: &Paragraph) -> Option<Kamer> {
    let lines =
        paragraph.lines.windows(2).map(|pair| pair[0].start..pair[1].end).chain(paragraph.lines.iter().cloned());
    lines.into_iter().find_map(|at| {
        let found = NAMED.captures(text.slice(&at))?.get(1)?;
        Some(if found.as_str().eq_ignore_ascii_case("eerste") { Kamer::Eerste } else { Kamer::Tweede })
    })
}
