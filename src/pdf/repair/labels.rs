//! Reads the names that a file gives to its pages (`/PageLabels`), such as «iv» or «A-3».
//!
//! **Invariant:** a file without labels names no page, though readers would count them.

use std::collections::BTreeMap;

use lopdf::{Dictionary, decode_text_string};

use crate::pdf::source::Source;

/// Deepest tree of numbers that is followed.
const MAX_TREE: usize = 16;
/// Most ranges of pages with labels of their own.
const MAX_RANGES: usize = 4_096;
/// Largest number that is written in letters or in Roman figures.
const MAX_ROMAN: usize = 3_999;

/// The label of each of `count` pages.
pub(super) fn of(source: &Source, count: usize) -> Vec<Option<String>> {
    let mut ranges = BTreeMap::new();
    let root = source.dict(&source.document.trailer, b"Root");
    if let Some(tree) = root.and_then(|root| source.dict(root, b"PageLabels")) {
        gather(source, tree, MAX_TREE, &mut ranges);
    }
    (0..count)
        .map(|page| {
            let (first, range) = ranges.range(..=page).next_back()?;
            let start = source.number(range, b"St").filter(|start| *start >= 1.0).unwrap_or(1.0) as usize;
            let prefix = source.get(range, b"P").and_then(|prefix| decode_text_string(prefix).ok()).unwrap_or_default();
            let label = prefix + &number(source.name(range, b"S"), start.saturating_add(page - first));
            (!label.is_empty()).then_some(label)
        })
        .collect()
}

fn gather<'a>(source: &'a Source, tree: &'a Dictionary, depth: usize, ranges: &mut BTreeMap<usize, &'a Dictionary>) {
    for pair in source.array(tree, b"Nums").unwrap_or_default().chunks_exact(2) {
        if let [page, range] = pair
            && let Some(page) = source.as_number(page).filter(|page| *page >= 0.0)
            && let Some(range) = source.resolve(range).and_then(|range| range.as_dict().ok())
            && ranges.len() < MAX_RANGES
        {
            ranges.insert(page as usize, range);
        }
    }
    if depth > 0 && ranges.len() < MAX_RANGES {
        for kid in source.array(tree, b"Kids").unwrap_or_default().iter().take(MAX_RANGES) {
            if let Some(kid) = source.resolve(kid).and_then(|kid| kid.as_dict().ok()) {
                gather(source, kid, depth - 1, ranges);
            }
        }
    }
}

/// A page's number in the style that its range asks for; nothing where it asks for none.
fn number(style: Option<&[u8]>, number: usize) -> String {
    match style {
        Some(b"r") if number <= MAX_ROMAN => roman(number),
        Some(b"R") if number <= MAX_ROMAN => roman(number).to_uppercase(),
        Some(b"a") if number <= MAX_ROMAN => letters(number),
        Some(b"A") if number <= MAX_ROMAN => letters(number).to_uppercase(),
        // `D`, and what is not known.
        Some(_) => number.to_string(),
        None => String::new(),
    }
}

fn roman(mut number: usize) -> String {
    const FIGURES: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    for (value, figure) in FIGURES {
        while number >= value {
            text.push_str(figure);
            number -= value;
        }
    }
    text
}

/// `a` to `z`, then `aa` to `zz`, and so on.
fn letters(number: usize) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'a' + (at % 26) as u8);
    std::iter::repeat_n(letter, at / 26 + 1).collect()
}
