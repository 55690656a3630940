//! A composite font's dictionary comes in; one with two-byte codes and a width for each goes out.

use std::collections::BTreeMap;

use lopdf::Dictionary;
use pdf_extract::{Dictionary as OutDict, Object as Out};

use super::cmap::Coding;
use super::face::descendant;
use super::fonts::{name, real};
use crate::pdf::load::Source;

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
        let identity = source.name(font, b"ToUnicode").is_some();
        Self { coding, widths, default_width, identity }
    }

    /// A shown string as two-byte codes.
    pub(super) fn two_bytes(&self, text: &[u8]) -> Vec<u8> {
        match &self.coding {
            Some(coding) => coding.two_bytes(text),
            None => text.get(..text.len() - text.len() % 2).unwrap_or_default().to_vec(),
        }
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
