//! Running feet: lines that a page machine prints, told by their form, since plain text has no places.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::line::{Line, Zone};
use crate::layout::tuning;

/// Page numbering, session feet and identifier lines, whole lines only.
static FOOT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?ix)^(?:",
        r"(?:['’]s-Gravenhage\ \d{4}\s+)?(?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}\s?[\p{Pd}/]\s?\d{2,4}(?:,\ (?:[^.?!]|nrs?\.){1,60}?)?(?:\s+\d{1,4})?",
        r"|\d{0,4}\s*Pagina\s*\d+\s*(?:van|/)\s*\d+",
        r"|(?:ah|kst|kv)-[a-z]*-?[\dA-Z-]+(?:\s+ISSN\ .*)?",
        r"|ISSN\ \d{4}\s?-\s?\d{3}[\dX]",
        r"|['’]s-Gravenhage\ \d{4}",
        r")$"
    ))
    .expect("the pattern is a constant")
});

/// Session feet end a page: a bare number after them is its page number.
static SESSION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:['’]s-Gravenhage \d{4}\s+)?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}")
        .expect("the pattern is a constant")
});

/// True for a foot that ends its page.
pub(super) fn ends_page(line: &Line) -> bool {
    line.part == Zone::Foot && (SESSION.is_match(&line.text) || line.text.contains("agina"))
}

/// Marks running feet, and the page numbers that belong to them.
pub(super) fn mark(lines: &mut [Line]) {
    let mut after_session = false;
    for line in lines.iter_mut() {
        let bare = !line.text.is_empty() && line.text.bytes().all(|b| b.is_ascii_digit());
        if FOOT.is_match(&line.text) || (after_session && bare) {
            line.part = Zone::Foot;
            after_session = SESSION.is_match(&line.text);
        } else {
            after_session = false;
        }
    }
    lone_page_numbers(lines);
    repeated_blocks(lines);
}

/// Marks the side columns that `pdftotext` prints between the paragraphs of each page.
fn repeated_blocks(lines: &mut [Line]) {
    let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let body: Vec<usize> = (0..lines.len()).filter(|&at| lines[at].part == Zone::Body).collect();
    for window in body.windows(tuning::plain_repeated()) {
        let Some(page) = lines[window[0]].page.filter(|page| window.iter().all(|&at| lines[at].page == Some(*page)))
        else {
            continue;
        };
        let key = window.iter().map(|&at| lines[at].text.as_str()).collect::<Vec<_>>().join("\n");
        places.entry(key).or_default().push((page, window[0]));
    }
    let mut side = BTreeSet::new();
    for found in places.values().filter(|found| found.iter().any(|(page, _)| *page != found[0].0)) {
        for (_, start) in found {
            side.extend(body.iter().copied().filter(|at| at >= start).take(tuning::plain_repeated()));
        }
    }
    for at in side {
        lines[at].part = Zone::Side;
    }
}

/// A bare number that ends its page and counts on from page to page is the page number.
fn lone_page_numbers(lines: &mut [Line]) {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let last = lines.get(index + 1).is_none_or(|next| next.page != line.page);
        if let (true, Some(page), Ok(number)) = (last, line.page, line.text.parse::<usize>())
            && line.part == Zone::Body
        {
            ends.push((index, number.wrapping_sub(page)));
        }
    }
    // Two pages that agree are a numbering; one alone may be a value.
    for &(index, offset) in &ends {
        if ends.iter().filter(|(_, other)| *other == offset).count() >= 2 {
            lines[index].part = Zone::Foot;
        }
    }
}
