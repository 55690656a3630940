//! Glyph names: what a name itself spells, and the standard encoding as names.

/// The text that a glyph name spells: `uni20AC`, `u1F600`, `f_i`.
pub(super) fn spelled(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split('_').collect();
    if let [_, _, ..] = parts.as_slice() {
        return parts.into_iter().map(|part| one_sign(part).or_else(|| numbered(part))).collect();
    }
    numbered(name)
}

fn one_sign(part: &str) -> Option<String> {
    (part.chars().count() == 1).then(|| part.to_owned())
}

fn numbered(name: &str) -> Option<String> {
    let hex = |digits: &str| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        plain.then(|| u32::from_str_radix(digits, 16).ok()).flatten()
    };
    if let Some(digits) = name.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.len() % 4 == 0) {
        let four = |four: &[u8]| std::str::from_utf8(four).ok().and_then(hex).map(|unit| unit as u16);
        let units: Option<Vec<u16>> = digits.as_bytes().chunks(4).map(four).collect();
        return String::from_utf16(&units?).ok();
    }
    let digits = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?;
    char::from_u32(hex(digits)?).map(String::from)
}

/// Where StandardEncoding differs from PDFDocEncoding, which pdf-extract takes as base (PDF 1.7, annex D.2).
pub(super) const STANDARD: [(u8, &str); 56] = [
    (0x27, "quoteright"),
    (0x60, "quoteleft"),
    (0xA1, "exclamdown"),
    (0xA2, "cent"),
    (0xA3, "sterling"),
    (0xA4, "fraction"),
    (0xA5, "yen"),
    (0xA6, "florin"),
    (0xA7, "section"),
    (0xA8, "currency"),
    (0xA9, "quotesingle"),
    (0xAA, "quotedblleft"),
    (0xAB, "guillemotleft"),
    (0xAC, "guilsinglleft"),
    (0xAD, "guilsinglright"),
    (0xAE, "fi"),
    (0xAF, "fl"),
    (0xB1, "endash"),
    (0xB2, "dagger"),
    (0xB3, "daggerdbl"),
    (0xB4, "periodcentered"),
    (0xB6, "paragraph"),
    (0xB7, "bullet"),
    (0xB8, "quotesinglbase"),
    (0xB9, "quotedblbase"),
    (0xBA, "quotedblright"),
    (0xBB, "guillemotright"),
    (0xBC, "ellipsis"),
    (0xBD, "perthousand"),
    (0xBF, "questiondown"),
    (0xC1, "grave"),
    (0xC2, "acute"),
    (0xC3, "circumflex"),
    (0xC4, "tilde"),
    (0xC5, "macron"),
    (0xC6, "breve"),
    (0xC7, "dotaccent"),
    (0xC8, "dieresis"),
    (0xCA, "ring"),
    (0xCB, "cedilla"),
    (0xCD, "hungarumlaut"),
    (0xCE, "ogonek"),
    (0xCF, "caron"),
    (0xD0, "emdash"),
    (0xE1, "AE"),
    (0xE3, "ordfeminine"),
    (0xE8, "Lslash"),
    (0xE9, "Oslash"),
    (0xEA, "OE"),
    (0xEB, "ordmasculine"),
    (0xF1, "ae"),
    (0xF5, "dotlessi"),
    (0xF8, "lslash"),
    (0xF9, "oslash"),
    (0xFA, "oe"),
    (0xFB, "germandbls"),
];

/// A glyph name without its variant: `one` for `one.oldstyle`.
pub(super) fn base_name(glyph: &str) -> &str {
    glyph.split('.').next().unwrap_or_default()
}
