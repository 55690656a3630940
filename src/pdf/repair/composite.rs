//! Reads a composite font (Type 0) and writes one with two-byte codes and a width for each of them.

use std::collections::BTreeMap;

use lopdf::Dictionary;
use pdf_extract::{Dictionary as OutDict, Object as Out};

use super::cmap::Coding;
use super::face::descendant;
use super::objects::{name, real};
use super::probe::Glossary;
use super::program::Program;
use crate::pdf::Style;
use crate::pdf::source::Source;

/// Most codes in one `/W` range; a two-byte code has no more values.
const MAX_CODES: u32 = 1 << 16;
/// Width of a glyph that `/W` and `/DW` do not give, in thousandths of an em.
const DEFAULT_WIDTH: f64 = 1000.0;

#[derive(Debug)]
pub(super) struct Composite {
    /// How strings are cut into codes; `None` for plain two-byte codes.
    coding: Option<Coding>,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// Codes are Unicode values.
    identity: bool,
}

impl Composite {
    pub(super) fn read(source: &Source, font: &Dictionary) -> Self {
        let coding =
            source.stream(font, b"Encoding").and_then(|stream| source.bytes(stream)).map(|bytes| Coding::parse(&bytes));
        let descendant = descendant(source, font);
        let by_cid = descendant.map(|dict| cid_widths(source, dict)).unwrap_or_default();
        let widths = match &coding {
            Some(coding) => coding.codes().filter_map(|(code, cid)| Some((code, *by_cid.get(&cid)?))).collect(),
            None => by_cid,
        };
        let default_width = descendant.and_then(|dict| source.number(dict, b"DW")).unwrap_or(DEFAULT_WIDTH);
        let unicode_codes = |name: &[u8]| [b"UCS2-H".as_slice(), b"UTF16-H"].iter().any(|end| name.ends_with(end));
        let identity =
            source.name(font, b"ToUnicode").is_some() || source.name(font, b"Encoding").is_some_and(unicode_codes);
        Self { coding, widths, default_width, identity }
    }

    /// A shown string as two-byte codes.
    pub(super) fn two_bytes(&self, text: &[u8]) -> Vec<u8> {
        match &self.coding {
            Some(coding) => coding.two_bytes(text),
            None => text.get(..text.len() - text.len() % 2).unwrap_or_default().to_vec(),
        }
    }

    /// What the glyphs themselves are called, for a font without a map to Unicode: by its embedded program, or by the
    /// order of glyphs that its makers keep to.
    pub(super) fn told(
        &self,
        source: &Source,
        font: &Dictionary,
        style: &Style,
        glossary: &mut Glossary,
    ) -> BTreeMap<u32, String> {
        let Some(dict) = descendant(source, font).filter(|_| !self.identity) else { return BTreeMap::new() };
        let descriptor = source.dict(dict, b"FontDescriptor");
        let embedded = descriptor.and_then(|descriptor| Program::read(source, descriptor, glossary));
        let program = match embedded {
            Some(program) => program,
            None if self.keeps_order(style) => Program::macintosh(glossary),
            None => return BTreeMap::new(),
        };
        let glyphs = source.stream(dict, b"CIDToGIDMap").and_then(|stream| source.bytes(stream));
        let glyph = |cid: u32| match &glyphs {
            Some(map) => {
                let pair = map.get(2 * cid as usize..2 * cid as usize + 2)?;
                Some(pair.iter().fold(0, |glyph, byte| glyph << 8 | u16::from(*byte)))
            }
            None => u16::try_from(cid).ok(),
        };
        let text = |(code, cid): (u32, u32)| Some((code, program.text(glyph(cid)?)?.to_owned()));
        match &self.coding {
            Some(coding) => coding.codes().filter_map(text).collect(),
            None => (0..MAX_CODES).map(|code| (code, code)).filter_map(text).collect(),
        }
    }

    /// Whether the glyphs stand in the order of the Macintosh: fonts that say so by their name and whose figures, where
    /// that order has them, are of one width.
    fn keeps_order(&self, style: &Style) -> bool {
        /// Microsoft's core fonts for the web; all begin with that order.
        const FAMILIES: [&str; 8] =
            ["arial", "verdana", "timesnewroman", "couriernew", "georgia", "trebuchet", "comicsans", "impact"];
        /// Where that order has the figures 0 to 9.
        const FIGURES: std::ops::RangeInclusive<u32> = 19..=28;
        let family: String = style.font.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let mut widths = FIGURES.filter_map(|code| self.widths.get(&code));
        let first = widths.next();
        self.coding.is_none()
            && FAMILIES.iter().any(|known| family.starts_with(known))
            && widths.all(|width| Some(width) == first)
    }

    /// The text of a code that no map names.
    pub(super) fn text(&self, code: u32) -> Option<char> {
        self.identity.then(|| char::from_u32(code)).flatten().filter(|sign| !sign.is_control())
    }

    pub(super) fn write(&self, codes: &[u32]) -> OutDict {
        let mut widths = Vec::with_capacity(codes.len() * 2);
        for code in codes {
            let width = self.widths.get(code).copied().unwrap_or(self.default_width);
            widths.extend([Out::Integer(i64::from(*code)), Out::Array(vec![real(width)])]);
        }
        let mut descendant = OutDict::new();
        descendant.set("FontDescriptor", Out::Dictionary(OutDict::new()));
        descendant.set("W", widths);
        let mut dict = OutDict::new();
        dict.set("Subtype", name("Type0"));
        dict.set("BaseFont", name("Unnamed"));
        dict.set("Encoding", name("Identity-H"));
        dict.set("DescendantFonts", vec![Out::Dictionary(descendant)]);
        dict
    }
}

/// `/W`: lists and ranges.
fn cid_widths(source: &Source, font: &Dictionary) -> BTreeMap<u32, f64> {
    let mut widths = BTreeMap::new();
    let mut items = source.array(font, b"W").unwrap_or_default().iter();
    while let Some(first) = items.next().and_then(|item| source.as_number(item)) {
        let first = first.max(0.0) as u32;
        let Some(next) = items.next().and_then(|item| source.resolve(item)) else { break };
        if let Ok(list) = next.as_array() {
            widths.extend((first..MAX_CODES).zip(list.iter().map(|item| source.as_number(item).unwrap_or_default())));
        } else {
            let (Some(last), Some(width)) =
                (source.as_number(next), items.next().and_then(|item| source.as_number(item)))
            else {
                break;
            };
            let last = last.clamp(0.0, f64::from(MAX_CODES - 1)) as u32;
            widths.extend((first..=last).map(|code| (code, width)));
        }
    }
    widths
}
