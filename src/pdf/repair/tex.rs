//! Gives the letters of TeX's bitmap fonts by the names of their glyphs.
//!
//! Such fonts (Type 3) name their glyphs by their codes, `a65`, and say nowhere which of TeX's encodings that is. The
//! old one (OT1) has 128 codes, the one for Europe (T1) 256; what both share is sure, the rest where the font shows
//! which of the two it has.

use crate::pdf::tuning;

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

/// Codes that are an accent or a narrow letter in the old encoding, as wide as its figures; «, » and fi in the other,
/// a ninth wider (Computer Modern and its kin: .5 and .556 of the size).
const TELLING: [u8; 3] = [19, 20, 28];

/// The encoding of a font whose glyphs are named by their codes, and by the widths of these; `None` for names of another
/// kind.
pub(super) fn encoding(names: &[(u8, String)], width: impl Fn(u8) -> Option<f64>) -> Option<Encoding> {
    let mut codes = names.iter().filter(|(_, name)| name != ".notdef").peekable();
    codes.peek()?;
    let mut found = Encoding::Either;
    for (code, name) in codes {
        if name.strip_prefix('a').and_then(|digits| digits.parse().ok()) != Some(*code) {
            return None;
        }
        match code {
            128.. => found = Encoding::Cork,
            _ if ONLY_OLD.contains(code) && found == Encoding::Either => found = Encoding::Old,
            _ => {}
        }
    }
    let shown = |code: &u8| names.iter().any(|(other, name)| other == code && name != ".notdef");
    let mut widths = TELLING.iter().filter(|code| shown(code)).filter_map(|code| width(*code));
    let figure = (b'0'..=b'9').filter(shown).find_map(&width);
    if let (Encoding::Either, Some(figure), Some(telling)) = (found, figure, widths.next()) {
        found = if telling >= tuning::wider_sign() * figure { Encoding::Cork } else { Encoding::Old };
    }
    Some(found)
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
    use super::{Encoding, encoding, text};

    #[test]
    fn codes_of_bitmap_fonts_are_letters() {
        let check = |codes: &[u8], expect: &str| {
            let names: Vec<_> = codes.iter().map(|code| (*code, format!("a{code}"))).collect();
            let encoding = encoding(&names, |_| None).unwrap();
            let found: String = codes.iter().map(|code| text(encoding, *code).unwrap_or("?")).collect();
            assert_eq!(found, expect, "{codes:?}");
        };
        check(b"Ja.", "Ja.");
        check(&[14, b'c', b'i', 0x7F], "ffici¨");
        check(&[19, 0xEB, 28, 20, 0xFF, 0xBC, 0x80], "«ëfi»ßĳĂ");
        // Which of the two is open: fi or ø.
        check(&[b'a', 28], "a?");
        assert_eq!(encoding(&[(65, "A".to_owned())], |_| None), None);
        assert_eq!(encoding(&[(0, ".notdef".to_owned())], |_| None), None);
        // Widths tell what codes leave open.
        let names = [(19, "a19".to_owned()), (b'2', "a50".to_owned())];
        let wide = |code| Some(if code == 19 { 46.1 } else { 41.5 });
        assert_eq!(encoding(&names, wide), Some(Encoding::Cork));
        assert_eq!(encoding(&names, |_| Some(41.5)), Some(Encoding::Old));
    }
}
