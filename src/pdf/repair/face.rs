//! Tells the name of a font and whether it is bold or italic, by name, flags, weight and angle.

use std::sync::Arc;

use lopdf::Dictionary;

use crate::pdf::Style;
use crate::pdf::source::Source;

/// Font descriptor flags (PDF 1.7, table 123).
const ITALIC: i64 = 1 << 6;
const FORCE_BOLD: i64 = 1 << 18;
/// The weight of semibold type (PDF 1.7, table 122: 400 is normal, 700 bold).
const SEMIBOLD: f64 = 600.0;

/// Words in a font name that say bold, in lower case. `medium` is the regular weight of Nimbus and does not.
const BOLD_WORDS: [&str; 7] = ["bold", "black", "heavy", "demi", "cmbx", "sfbx", "vetdruk"];
/// The same for italic.
const ITALIC_WORDS: [&str; 7] = ["italic", "oblique", "cursief", "kursiv", "cmti", "cmsl", "slanted"];
/// Short forms, which must be a part of their own: `MyriadPro-BdIt`.
const BOLD_PARTS: [&str; 4] = ["bd", "bdit", "bo", "sb"];
const ITALIC_PARTS: [&str; 4] = ["it", "bdit", "ita", "obl"];

/// How a font looks.
pub(super) fn face(source: &Source, font: &Dictionary) -> Style {
    let raw = source.name(font, b"BaseFont").or_else(|| source.name(font, b"Name")).unwrap_or_default();
    let name = without_prefix(&String::from_utf8_lossy(raw)).to_owned();
    let descendant = descendant(source, font);
    let descriptor = source.dict(descendant.unwrap_or(font), b"FontDescriptor");
    let number = |key: &[u8]| descriptor.and_then(|dict| source.number(dict, key));
    let flags = number(b"Flags").unwrap_or_default() as i64;
    let lower = name.to_lowercase();
    let parts = || lower.split(['-', ',', '_', ' ']).skip(1);
    let bold = flags & FORCE_BOLD != 0
        || number(b"FontWeight").is_some_and(|weight| weight >= SEMIBOLD)
        || BOLD_WORDS.iter().any(|word| lower.contains(word))
        || parts().any(|part| BOLD_PARTS.contains(&part));
    let italic = flags & ITALIC != 0
        || number(b"ItalicAngle").is_some_and(|angle| angle != 0.0)
        || ITALIC_WORDS.iter().any(|word| lower.contains(word))
        || parts().any(|part| ITALIC_PARTS.contains(&part));
    Style { font: Arc::from(name), bold, italic }
}

/// The CID font under a composite font.
pub(super) fn descendant<'a>(source: &'a Source, font: &'a Dictionary) -> Option<&'a Dictionary> {
    source.resolve(source.array(font, b"DescendantFonts")?.first()?)?.as_dict().ok()
}

/// `ABCDEF+Univers` without its subset prefix.
fn without_prefix(name: &str) -> &str {
    match name.split_once('+') {
        Some((prefix, rest)) if prefix.len() == 6 && prefix.bytes().all(|byte| byte.is_ascii_uppercase()) => rest,
        _ => name,
    }
}
