//! Finds the page numbers that are printed in heads and feet.

use std::sync::LazyLock;

use regex::Regex;

use crate::layout::{Flow, Text};

/// A number behind the word for it, wherever it stands in the line: «Pagina 2 van 5», «4Pagina1van4», «blz. 3»; and the
/// last number in a foot of the Handelingen.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|\P{L})(?:pagina|bladzijde|blad|blz\.?|page)\s*(\d{1,4})|vergaderjaar\b.*\s(\d{1,4})$")
        .expect("the pattern is a constant")
});

/// A number and nothing else, but the number of all pages and what adorns it: «- 2 -», «2/5», «2 van 5», «[2]».
static BARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[-–—|\[(\s]*(\d{1,4})(?:\s*(?:/|\||van|of)\s*\d{1,4})?[-–—|\])\s.]*$")
        .expect("the pattern is a constant")
});

/// The number of each page: as printed, else as the file itself calls it; `None` where neither is.
pub(super) fn labels(text: &Text) -> Vec<Option<String>> {
    let mut labels = vec![None; text.pages().len()];
    let furniture = text.paragraphs().iter().filter(|p| matches!(p.flow, Flow::Foot | Flow::Head | Flow::Side));
    for paragraph in furniture {
        let Some(page) = paragraph.page else { continue };
        let Some(slot) = page.checked_sub(1).and_then(|at| labels.get_mut(at)) else { continue };
        let printed = text.slice(&paragraph.at).trim();
        // A bare number in the side column may count the annexes.
        let bare = || number(&BARE, printed).filter(|found| paragraph.flow != Flow::Side || *found == page.to_string());
        if slot.is_none() {
            *slot = number(&NAMED, printed).or_else(bare);
        }
    }
    for (slot, page) in labels.iter_mut().zip(text.pages()) {
        *slot = slot.take().or_else(|| page.label.clone());
    }
    labels
}

fn number(pattern: &Regex, printed: &str) -> Option<String> {
    pattern.captures(printed)?.iter().skip(1).flatten().next().map(|found| found.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{BARE, NAMED, number};

    #[test]
    fn numbers_are_printed_in_many_ways() {
        let cases = [
            ("Pagina 2 van 5", Some("2")),
            ("4Pagina1van4", Some("1")),
            ("Brief aan de Kamer | blz. 12", Some("12")),
            ("Blad 3 van 3", Some("3")),
            ("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2", Some("2")),
            ("2/5", Some("2")),
            ("2 van 5", Some("2")),
            ("- 2 -", Some("2")),
            ("[2]", Some("2")),
            ("2.", Some("2")),
            ("Postbus 20301", None),
            ("25 juli 2024", None),
            ("Homepagina", None),
        ];
        for (printed, expect) in cases {
            let found = number(&NAMED, printed).or_else(|| number(&BARE, printed));
            assert_eq!(found.as_deref(), expect, "{printed}");
        }
    }
}
