//! The glyph names of a bitmap font by TeX come in; what they mean goes out.
//!
//! Such fonts (Type 3) name their glyphs by their codes, `a65`, and say nowhere which of TeX's encodings that is. The
//! old one (OT1) has 128 codes, the one for Europe (T1) 256; what both share is sure, the rest where the font shows
//! which of the two it has.

/// Codes that only the old encoding uses in running text: ff, fi, ffi, ffl.
const ONLY_OLD: [u8; 4] = [11, 12, 14, 15];

/// An encoding of TeX.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// OT1.
    Old,
    /// T1.
    Cork,
    /// Its codes leave it open.
    Either,
}

/// The encoding of a font whose glyphs are named by their codes; `None` for names of another kind.
pub(super) fn encoding(names: &[(u8, String)]) -> Option<Encoding> {
    let by_code =
        |(code, name): &(u8, String)| name.strip_prefix('a').and_then(|digits| digits.parse().ok()) == Some(*code);
    let named = !names.is_empty() && names.iter().all(by_code);
    let has = |test: &dyn Fn(u8) -> bool| names.iter().any(|(code, _)| test(*code));
    named.then(|| {
        if has(&|code| code >= 128) {
            Encoding::Cork
        } else if has(&|code| ONLY_OLD.contains(&code)) {
            Encoding::Old
        } else {
            Encoding::Either
        }
    })
}

/// The text of a code.
pub(super) fn text(encoding: Encoding, code: u8) -> Option<&'static str> {
    let plain = |code: u8| {
        /// The codes that both encodings share with ASCII, from the exclamation mark on; blank where they do not.
        const SHARED: &str =
            "! #$%&’()*+,-./0123456789:; = ?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[ ]  ‘abcdefghijklmnopqrstuvwxyz";
        let (at, sign) = SHARED.char_indices().nth(usize::from(code.checked_sub(b'!')?))?;
        SHARED.get(at..at + sign.len_utf8()).filter(|sign| *sign != " ")
    };
    plain(code).or_else(|| match encoding {
        Encoding::Old => old(code),
        Encoding::Cork => cork(code),
        Encoding::Either => None,
    })
}

fn old(code: u8) -> Option<&'static str> {
    Some(match code {
        11 => "ff",
        12 => "fi",
        13 => "fl",
        14 => "ffi",
        15 => "ffl",
        16 => "ı",
        18 => "`",
        19 => "´",
        20 => "ˇ",
        21 => "˘",
        22 => "¯",
        23 => "˚",
        24 => "¸",
        25 => "ß",
        26 => "æ",
        27 => "œ",
        28 => "ø",
        29 => "Æ",
        30 => "Œ",
        31 => "Ø",
        0x22 => "”",
        0x5C => "“",
        0x5E => "ˆ",
        0x5F => "˙",
        0x7B => "–",
        0x7C => "—",
        0x7D => "˝",
        0x7E => "˜",
        0x7F => "¨",
        _ => return None,
    })
}

fn cork(code: u8) -> Option<&'static str> {
    /// The codes from 0x80 on.
    const HIGH: &str = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£\
                        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß";
    Some(match code {
        13 => "‚",
        14 => "‹",
        15 => "›",
        16 => "“",
        17 => "”",
        18 => "„",
        19 => "«",
        20 => "»",
        21 => "–",
        22 => "—",
        25 => "ı",
        27 => "ff",
        28 => "fi",
        29 => "fl",
        30 => "ffi",
        31 => "ffl",
        0x22 => "\"",
        0x3C => "<",
        0x3E => ">",
        0x5C => "\\",
        0x5E => "^",
        0x5F => "_",
        0x7B => "{",
        0x7C => "|",
        0x7D => "}",
        0x7E => "~",
        0x7F => "-",
        0x80.. => {
            let (at, sign) = HIGH.char_indices().nth(usize::from(code - 0x80))?;
            HIGH.get(at..at + sign.len_utf8())?
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{encoding, text};

    #[test]
    fn codes_of_bitmap_fonts_are_letters() {
        let check = |codes: &[u8], expect: &str| {
            let names: Vec<_> = codes.iter().map(|code| (*code, format!("a{code}"))).collect();
            let encoding = encoding(&names).unwrap();
            let found: String = codes.iter().map(|code| text(encoding, *code).unwrap_or("?")).collect();
            assert_eq!(found, expect, "{codes:?}");
        };
        check(b"Ja.", "Ja.");
        check(&[14, b'c', b'i', 0x7F], "ffici¨");
        check(&[19, 0xEB, 28, 20, 0xFF, 0xBC, 0x80], "«ëfi»ßĳĂ");
        // Which of the two is open: fi or ø.
        check(&[b'a', 28], "a?");
        assert_eq!(encoding(&[(65, "A".to_owned())]), None);
    }
}
