//! Composes a letter and an accent that is printed over it.
//!
//! Fonts without a composed «ć» print «c» and then «´» over it; the text layer then reads «Kostic´».
//! A ligature is its letters: they were set as one only for the looks.

use unicode_normalization::UnicodeNormalization;

use super::piece::Piece;
use crate::layout::tuning;
use crate::pdf;

/// A glyph's text as plain letters: ligatures of Latin letters resolved, accents composed.
pub(in crate::layout) fn plain(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\u{FB00}' => letters.push_str("ff"),
            '\u{FB01}' => letters.push_str("fi"),
            '\u{FB02}' => letters.push_str("fl"),
            '\u{FB03}' => letters.push_str("ffi"),
            '\u{FB04}' => letters.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => letters.push_str("st"),
            _ => letters.push(sign),
        }
    }
    if letters.chars().any(is_mark) { letters.nfc().collect() } else { letters }
}

fn is_mark(sign: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&sign)
}

/// The combining twin of an accent.
fn combining(accent: char) -> Option<char> {
    Some(match accent {
        mark if is_mark(mark) => mark,
        '`' => '\u{300}',
        '´' | '\u{2CA}' => '\u{301}',
        '^' | 'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        '¯' | 'ˉ' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// Composes the glyph with the end of the piece before it where one is an accent over the other; false where it does
/// not and the glyph is still to be placed.
pub(in crate::layout) fn compose(piece: &mut Piece, glyph: &pdf::Glyph, run: &pdf::Run) -> bool {
    let width = piece.right - piece.last_left;
    // A mark that combines by its own value belongs to the letter before it, from whose right edge it reaches back.
    let reach = if glyph.text.chars().all(is_mark) { 1.0 } else { 0.0 } + tuning::accent_over();
    if glyph.x >= piece.last_left + reach * width.max(1.0) || glyph.x < piece.last_left - width.max(glyph.advance) {
        return false;
    }
    // An accent without a width of its own stands before its letter only where it is printed over it.
    if width <= 0.0 && piece.text.chars().next_back().is_none_or(|last| combining(last).is_none()) {
        return false;
    }
    if (piece.baseline - run.baseline).abs() > 0.5 * run.size {
        return false;
    }
    let Some(last) = piece.text.pop() else { return false };
    let mut chars = glyph.text.chars();
    let (first, lone) = (chars.next().unwrap_or(last), chars.next().is_none());
    let composed = match (combining(last), combining(first)) {
        (None, Some(mark)) if lone => composed(last, mark),
        (Some(mark), None) if lone => composed(first, mark),
        _ => None,
    };
    piece.text.push(composed.unwrap_or(last));
    if composed.is_some() {
        piece.right = piece.right.max(glyph.x + glyph.advance);
        if let Some([left, right]) = piece.edges.last_mut() {
            (*left, *right) = (left.min(glyph.x), piece.right);
        }
    }
    composed.is_some()
}

/// One character out of base and mark, where Unicode has one.
fn composed(base: char, mark: char) -> Option<char> {
    if !base.is_alphabetic() {
        return None;
    }
    // Under an accent the i and the j are set without their dot.
    let base = match base {
        '\u{131}' => 'i',
        '\u{237}' => 'j',
        _ => base,
    };
    let mut chars = [base, mark].into_iter().nfc();
    let first = chars.next();
    if chars.next().is_some() { None } else { first }
}
