//! Feet and heads of pages come in; the printed page numbers go out.

use std::sync::LazyLock;

use regex::Regex;

use crate::layout::{Flow, Text};

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\bpagina\s*(\d{1,4})|vergaderjaar\b.*\s(\d{1,4})$|^(?:-\s*)?(\d{1,4})(?:\s*-)?$")
        .expect("the pattern is a constant")
});

/// The printed number of each page; `None` where none is printed.
pub(super) fn labels(text: &Text) -> Vec<Option<String>> {
    let mut labels = vec![None; text.pages.len()];
    let furniture = text.paragraphs.iter().filter(|p| matches!(p.flow, Flow::Foot | Flow::Head | Flow::Side));
    for paragraph in furniture {
        let slot = paragraph.page.and_then(|page| labels.get_mut(page.checked_sub(1)?));
        let Some(slot) = slot else { continue };
        let found = NUMBERED.captures(text.slice(&paragraph.at).trim());
        let number = found.and_then(|found| found.iter().skip(1).flatten().next().map(|m| m.as_str().to_owned()));
        if slot.is_none() {
            *slot = number;
        }
    }
    labels
}
