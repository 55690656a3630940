//! Reads CMaps: which text a code stands for (`ToUnicode`), and how codes are cut out of a string.
//!
//! **Invariant:** never fails: what cannot be understood is left out.

use std::collections::BTreeMap;

use super::lexer::{Lexer, Operand};

/// Most codes that one map may hold; a two-byte code has no more values.
const MAX_CODES: usize = 1 << 16;

/// Reads `bfchar` and `bfrange`: what each code means, as text. Codes that mean nothing are left out.
pub(super) fn to_unicode(bytes: &[u8]) -> BTreeMap<u32, String> {
    let mut map = BTreeMap::new();
    let mut lexer = Lexer::new(bytes);
    let mut operands = Vec::new();
    while let Some(word) = lexer.section(&mut operands) {
        match word {
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [from, to] = pair {
                        insert(&mut map, code(from), text(to, 0));
                    }
                }
            }
            b"endbfrange" => {
                for triple in operands.chunks_exact(3) {
                    if let [from, to, target] = triple {
                        range(&mut map, code(from), code(to), target);
                    }
                }
            }
            _ => {}
        }
    }
    map
}

fn range(map: &mut BTreeMap<u32, String>, from: Option<u32>, to: Option<u32>, target: &Operand) {
    let (Some(from), Some(to)) = (from, to) else { return };
    for (step, code) in (from..=to).take(MAX_CODES).enumerate() {
        let text = match target {
            Operand::Array(items) => items.get(step).and_then(|item| text(item, 0)),
            single => text(single, step as u32),
        };
        insert(map, Some(code), text);
    }
}

fn insert(map: &mut BTreeMap<u32, String>, code: Option<u32>, text: Option<String>) {
    if let (Some(code), Some(text)) = (code, text)
        && map.len() < MAX_CODES
    {
        map.insert(code, text);
    }
}

fn code(operand: &Operand) -> Option<u32> {
    match operand {
        Operand::Text(bytes) if bytes.len() <= 4 => {
            Some(bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
        }
        Operand::Number(number) if (0.0..=f64::from(u32::MAX)).contains(number) => Some(*number as u32),
        _ => None,
    }
}

/// UTF-16 as text, its last unit raised by `step`; `None` where it is no text.
fn text(operand: &Operand, step: u32) -> Option<String> {
    let Operand::Text(bytes) = operand else { return None };
    let mut units: Vec<u16> = match bytes.as_slice() {
        [byte] => vec![u16::from(*byte)],
        _ => bytes.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect(),
    };
    let last = units.last_mut()?;
    *last = last.wrapping_add(step as u16);
    let text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    (!text.chars().all(|sign| sign == '\0' || sign == char::REPLACEMENT_CHARACTER)).then_some(text)
}

/// How a composite font cuts strings into codes, and which glyph each code selects.
#[derive(Debug, Clone, Default)]
pub(super) struct Coding {
    /// Length in bytes, first and last code.
    spaces: Vec<(usize, u32, u32)>,
    /// First code, last code, first CID.
    cids: Vec<(u32, u32, u32)>,
}

impl Coding {
    /// Reads an embedded CMap.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut coding = Self::default();
        let mut lexer = Lexer::new(bytes);
        let mut operands = Vec::new();
        while let Some(word) = lexer.section(&mut operands) {
            let items = &operands;
            match word {
                b"endcodespacerange" => coding.spaces.extend(items.chunks_exact(2).filter_map(|pair| match pair {
                    [Operand::Text(from), to] => Some((from.len(), code(&Operand::Text(from.clone()))?, code(to)?)),
                    _ => None,
                })),
                b"endcidrange" => coding.cids.extend(items.chunks_exact(3).filter_map(|triple| match triple {
                    [from, to, cid] => Some((code(from)?, code(to)?, code(cid)?)),
                    _ => None,
                })),
                b"endcidchar" => coding.cids.extend(items.chunks_exact(2).filter_map(|pair| match pair {
                    [from, cid] => Some((code(from)?, code(from)?, code(cid)?)),
                    _ => None,
                })),
                _ => {}
            }
        }
        coding
    }

    /// Cuts a string into two-byte codes; codes of other lengths are written in two bytes.
    pub(super) fn two_bytes(&self, text: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() * 2);
        let mut rest = text;
        while !rest.is_empty() {
            let (code, length) = self.first_code(rest);
            out.extend((code as u16).to_be_bytes());
            rest = rest.get(length..).unwrap_or_default();
        }
        out
    }

    fn first_code(&self, text: &[u8]) -> (u32, usize) {
        let mut code = 0;
        for (at, byte) in text.iter().take(4).enumerate() {
            code = code << 8 | u32::from(*byte);
            if self.spaces.iter().any(|(length, from, to)| *length == at + 1 && (*from..=*to).contains(&code)) {
                return (code, at + 1);
            }
        }
        let length = text.len().min(2);
        (text.iter().take(length).fold(0, |code, byte| code << 8 | u32::from(*byte)), length)
    }

    /// Every code with its CID.
    pub(super) fn codes(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let all = self.cids.iter().flat_map(|(from, to, cid)| (*from..=*to).zip(*cid..));
        all.take(MAX_CODES)
    }
}
