//! A letter and an accent printed over it come in; the composed letter goes out.
//!
//! Fonts without a composed «ć» print «c» and then «´» over it; the text layer then reads «Kostic´».

use unicode_normalization::UnicodeNormalization;

use super::piece::Piece;
use crate::pdf;

/// An accent stands over its letter when it begins before this share of the letter's width; an apostrophe printed as
/// an accent («auto´s») begins at 1.0. Witness: ah-tk-20232024-1314, .23.
const OVER: f32 = 0.7;

/// The combining twin of a spacing accent.
fn combining(accent: char) -> Option<char> {
    Some(match accent {
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
pub(super) fn compose(piece: &mut Piece, glyph: &pdf::Glyph, run: &pdf::Run) -> bool {
    let width = piece.right - piece.last_left;
    if width <= 0.0 || glyph.x >= piece.last_left + OVER * width || glyph.x < piece.last_left - width {
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
    }
    composed.is_some()
}

/// One character out of base and mark, where Unicode has one.
fn composed(base: char, mark: char) -> Option<char> {
    if !base.is_alphabetic() {
        return None;
    }
    let mut chars = [base, mark].into_iter().nfc();
    let first = chars.next();
    if chars.next().is_some() { None } else { first }
}
