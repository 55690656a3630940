//! Replaces private-use characters by the signs they stand for: bullets and arrows of Wingdings and Symbol, old-style
//! digits.

/// The text of a glyph: private-use characters of known symbol fonts become what they look like, controls and nothing
/// become U+FFFD.
pub(super) fn known(text: &str, font: &str) -> String {
    let mut out: String = text.chars().map(|sign| twin(sign, font)).collect();
    if out.is_empty() {
        out.push(char::REPLACEMENT_CHARACTER);
    }
    out
}

fn twin(sign: char, font: &str) -> char {
    match sign {
        '\t' | '\n' | '\r' => ' ',
        // Control and non-characters stand where a writer had no value to give (kst-29338-289).
        '\0'..='\u{1F}' | '\u{7F}' | '\u{FFFE}' | '\u{FFFF}' => char::REPLACEMENT_CHARACTER,
        '\u{F000}'..='\u{F0FF}' if font.contains("Wingdings") => {
            picture((sign as u32 & 0xFF) as u8, font).unwrap_or(sign)
        }
        '\u{F000}'..='\u{F0FF}' => {
            let code = (sign as u32 & 0xFF) as u8;
            // Windows maps the plain ASCII of a symbol-coded text font to this range as well.
            symbol(code).or_else(|| wingding(code)).unwrap_or(sign)
        }
        // Word's map to Unicode gives the code for the sign: «§» for a bullet, «Ø» for an arrow.
        '!'..='\u{FF}' if font.contains("Wingdings") => picture(sign as u8, font).unwrap_or(sign),
        '·' if font.starts_with("Symbol") => '•',
        // Old-style digits and small capitals of Adobe's corporate use.
        '\u{F730}'..='\u{F739}' => char::from(b'0' + (sign as u32 - 0xF730) as u8),
        '\u{F761}'..='\u{F77A}' => char::from(b'a' + (sign as u32 - 0xF761) as u8),
        '\u{F6D9}' | '\u{F8E9}' => '©',
        '\u{F6DA}' | '\u{F8E8}' => '®',
        '\u{F6DB}' | '\u{F8EA}' => '™',
        _ => sign,
    }
}

/// Signs of Microsoft's Symbol that occur in lists and formulas.
fn symbol(code: u8) -> Option<char> {
    Some(match code {
        0x20 => ' ',
        0x2B => '+',
        0x2D => '–',
        0x3C => '<',
        0x3D => '=',
        0x3E => '>',
        0x6D => 'μ',
        0xA0 | 0xDB => '€',
        0xA3 => '≤',
        0xAB => '↔',
        0xAC => '←',
        0xAE => '→',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBB => '≈',
        0xBC => '…',
        0xD7 => '·',
        _ => return None,
    })
}

/// What a code is in the font of that family which is named: the three have different signs.
fn picture(code: u8, font: &str) -> Option<char> {
    match font.split("Wingdings").nth(1).unwrap_or_default().trim_start_matches([' ', '-']).chars().next() {
        Some('2') => Some(match code {
            0x20 => ' ',
            0x4F => '✗',
            0x50 => '✓',
            0x51 | 0x54 => '☒',
            0x52 => '☑',
            0x97 | 0x98 => '●',
            0xA2 => '■',
            0xA3 => '□',
            _ => return None,
        }),
        Some('3') => Some(match code {
            0x20 => ' ',
            0x7D => '▶',
            _ => return None,
        }),
        _ => wingding(code),
    }
}

/// Signs of Wingdings that occur as bullets, arrows and tick boxes.
fn wingding(code: u8) -> Option<char> {
    Some(match code {
        0x20 => ' ',
        0x28 => '☎',
        0x2A => '✉',
        0x6C => '●',
        0x6E => '■',
        0x6F | 0xA8 => '□',
        0x71 => '❑',
        0x73 => '⬧',
        0x75 => '◆',
        0x76 => '❖',
        0x77 => '⬥',
        0x9F => '•',
        0xA7 => '▪',
        0xD8 => '➢',
        0xDF | 0xE7 => '←',
        0xE0 | 0xE8 | 0xF0 => '→',
        0xFB => '✗',
        0xFC => '✓',
        0xFD => '☒',
        0xFE => '☑',
        _ => return None,
    })
}
