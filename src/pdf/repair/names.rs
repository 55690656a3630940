//! Glyph names: what a name says about its text, and the standard encoding as names.

/// What a glyph name in `/Differences` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// A name of the Adobe glyph list, or one that looks so: pdf-extract looks it up.
    Listed(String),
    /// The name itself says the text: `uni20AC`, `f_i`.
    Text(String),
    /// A number in its font, such as `g123`: nothing is known.
    Nothing,
}

/// Reads a glyph name.
pub(super) fn named(name: &[u8]) -> Named {
    let Ok(name) = std::str::from_utf8(name) else { return Named::Nothing };
    let base = name.split('.').next().unwrap_or_default();
    if base.is_empty() {
        return Named::Nothing;
    }
    if let Some(text) = spelled(base) {
        return Named::Text(text);
    }
    let parts: Vec<&str> = base.split('_').collect();
    if parts.len() > 1 {
        let joined: Option<String> = parts.iter().map(|part| one_letter(part)).collect();
        return joined.map_or(Named::Nothing, Named::Text);
    }
    // Families of the Adobe glyph list with numbers in their names.
    let numbered = ["afii", "SF", "H1", "H2"].iter().any(|family| base.starts_with(family));
    if base.bytes().any(|byte| byte.is_ascii_digit()) && !numbered {
        return Named::Nothing;
    }
    Named::Listed(base.to_owned())
}

fn one_letter(part: &str) -> Option<String> {
    (part.chars().count() == 1).then(|| part.to_owned()).or_else(|| spelled(part))
}

/// `uni20AC`, `u1F600`.
fn spelled(base: &str) -> Option<String> {
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok();
    let upper = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if let Some(digits) = base.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.len() % 4 == 0)
        && upper(digits)
    {
        let units: Option<Vec<u16>> = digits
            .as_bytes()
            .chunks(4)
            .map(|four| std::str::from_utf8(four).ok().and_then(hex).map(|unit| unit as u16))
            .collect();
        return String::from_utf16(&units?).ok();
    }
    let digits = base.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()) && upper(digits))?;
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
