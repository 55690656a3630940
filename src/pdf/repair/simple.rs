//! Reads a font with one-byte codes and writes one in which every code has its text in a map to Unicode.
//!
//! **Invariant:** an embedded font's own encoding counts only where the file gives no `/Encoding`: in official letters
//! the embedded one is wrong («financiºle»).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object};
use pdf_extract::{Dictionary as OutDict, Document as OutDocument, Object as Out, ObjectId, Stream as OutStream};

use super::names::{STANDARD, base_name, spelled};
use super::objects::{name, real};
use super::probe::{self, Glossary};
use super::program::Program;
use super::tex;
use crate::pdf::Style;
use crate::pdf::source::Source;
use crate::pdf::tuning;

/// Units of an em in every font but Type 3.
const EM: f64 = 1000.0;

/// A font with one-byte codes.
#[derive(Debug)]
pub(super) struct Simple {
    encoding: Encoding,
    /// First code and widths in thousandths.
    widths: Option<(u8, Vec<f64>)>,
    missing_width: f64,
    /// The standard font whose widths, and for symbols whose encoding, are taken.
    stand_in: Option<&'static str>,
}

/// What the codes mean that the map to Unicode does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    /// An encoding that pdf-extract knows by name.
    Named(&'static str),
    Standard,
    /// That of the standard symbol font which stands in.
    Own,
}

impl Simple {
    pub(super) fn fallback() -> Self {
        let encoding = Encoding::Named("WinAnsiEncoding");
        Self { encoding, widths: None, missing_width: 0.0, stand_in: Some("Helvetica") }
    }

    /// Reads the dictionary; what its names and its embedded program say is added to `unicode`.
    pub(super) fn read(
        source: &Source,
        font: &Dictionary,
        style: &Style,
        glossary: &mut Glossary,
        unicode: &mut BTreeMap<u32, String>,
    ) -> Self {
        let descriptor = source.dict(font, b"FontDescriptor");
        let embedded = descriptor.is_some_and(|dict| {
            [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"].iter().any(|key| source.stream(dict, key).is_some())
        });
        let type3 = source.name(font, b"Subtype") == Some(b"Type3");
        let symbols = symbols(&style.font).filter(|_| !embedded && !type3);
        let widths = widths(source, font).filter(|_| symbols.is_none());
        let own = source.get(font, b"Encoding").is_none().then_some(descriptor).flatten();
        for (code, text) in own.and_then(|dict| built_in(source, dict)).unwrap_or_default() {
            unicode.entry(code).or_insert(text);
        }
        if unicode.is_empty()
            && let Some(program) = own.and_then(|dict| Program::read(source, dict, glossary))
        {
            unicode.extend(program.by_code().map(|(code, text)| (u32::from(code), text.to_owned())));
        }
        let encoding = encoding(source, font, glossary, unicode);
        Self {
            encoding: if symbols.is_some() { Encoding::Own } else { encoding },
            stand_in: symbols.or_else(|| (widths.is_none() && !type3).then(|| stand_in(style))),
            widths,
            missing_width: descriptor.and_then(|dict| source.number(dict, b"MissingWidth")).unwrap_or_default(),
        }
    }

    pub(super) fn write(&self) -> OutDict {
        let mut dict = OutDict::new();
        dict.set("Subtype", name("Type1"));
        dict.set("BaseFont", name(self.stand_in.unwrap_or("Unnamed")));
        dict.set("MissingWidth", real(self.missing_width));
        if let Some((first, widths)) = &self.widths {
            dict.set("FirstChar", i64::from(*first));
            dict.set("LastChar", i64::from(*first) + i64::try_from(widths.len()).unwrap_or_default() - 1);
            dict.set("Widths", widths.iter().map(|width| real(*width)).collect::<Vec<_>>());
        }
        match self.encoding {
            Encoding::Own => {}
            Encoding::Named(base) => dict.set("Encoding", name(base)),
            Encoding::Standard => {
                let pairs = STANDARD.iter().flat_map(|(code, glyph)| [Out::Integer(i64::from(*code)), name(glyph)]);
                let mut encoding = OutDict::new();
                encoding.set("Differences", pairs.collect::<Vec<_>>());
                dict.set("Encoding", Out::Dictionary(encoding));
            }
        }
        dict
    }
}

/// The base encoding; what the names over it mean goes into the map to Unicode.
fn encoding(
    source: &Source,
    font: &Dictionary,
    glossary: &mut Glossary,
    unicode: &mut BTreeMap<u32, String>,
) -> Encoding {
    let object = source.get(font, b"Encoding");
    let dict = object.and_then(|object| object.as_dict().ok());
    let base = match dict {
        Some(dict) => source.name(dict, b"BaseEncoding"),
        None => object.and_then(|object| object.as_name().ok()),
    };
    let differences = dict.and_then(|dict| source.array(dict, b"Differences")).unwrap_or_default();
    let names = differences_by_code(source, differences);
    glossary.learn(names.iter().flat_map(|(_, glyph)| [glyph.as_str(), base_name(glyph)]));
    let widths = widths(source, font);
    let width = |code: u8| {
        let (first, widths) = widths.as_ref()?;
        widths.get(usize::from(code.checked_sub(*first)?)).copied().filter(|width| *width > 0.0)
    };
    let bitmaps = tex::encoding(&names, width).filter(|_| source.name(font, b"Subtype") == Some(b"Type3"));
    for (code, glyph) in &names {
        let listed = glossary.text(glyph).or_else(|| glossary.text(base_name(glyph)));
        let text = listed.map(str::to_owned).or_else(|| spelled(base_name(glyph)));
        let text = text.or_else(|| tex::text(bitmaps?, *code).map(str::to_owned));
        // A number in its font, such as `g123`, says nothing.
        let text = text.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.to_string());
        unicode.entry(u32::from(*code)).or_insert(text);
    }
    match base {
        Some(b"WinAnsiEncoding") => Encoding::Named("WinAnsiEncoding"),
        Some(b"MacRomanEncoding") => Encoding::Named("MacRomanEncoding"),
        Some(b"MacExpertEncoding") => Encoding::Named("MacExpertEncoding"),
        _ if source.name(font, b"Subtype") == Some(b"TrueType") => Encoding::Named("WinAnsiEncoding"),
        _ => Encoding::Standard,
    }
}

fn differences_by_code(source: &Source, differences: &[Object]) -> Vec<(u8, String)> {
    let mut names = Vec::new();
    let mut code: i64 = 0;
    for item in differences {
        let Some(item) = source.resolve(item) else { continue };
        if let Some(number) = source.as_number(item) {
            code = number as i64;
        } else if let Ok(glyph) = item.as_name() {
            if let Ok(code) = u8::try_from(code) {
                names.push((code, String::from_utf8_lossy(glyph).into_owned()));
            }
            code = code.saturating_add(1);
        }
    }
    names
}

/// What an embedded font program says its codes mean.
fn built_in(source: &Source, descriptor: &Dictionary) -> Option<Vec<(u32, String)>> {
    let file3 = source.stream(descriptor, b"FontFile3");
    let bare = file3.filter(|stream| source.name(&stream.dict, b"Subtype") == Some(b"Type1C"));
    let (key, stream) = match (bare, source.stream(descriptor, b"FontFile")) {
        (Some(stream), _) => ("FontFile3", stream),
        (None, Some(stream)) => ("FontFile", stream),
        (None, None) => return None,
    };
    let bytes = source.bytes(stream)?;
    let texts = probe::texts(|document| with_program(document, key, bytes))?;
    let told = (0..).zip(texts).filter(|(_, text)| text != "\0" && !text.is_empty());
    Some(told.collect())
}

/// A font of nothing but an embedded program.
fn with_program(document: &mut OutDocument, key: &str, bytes: Vec<u8>) -> ObjectId {
    let mut dict = OutDict::new();
    dict.set("Subtype", name("Type1C"));
    let stream = document.add_object(Out::Stream(OutStream::new(dict, bytes)));
    let mut descriptor = OutDict::new();
    descriptor.set(key, Out::Reference(stream));
    let mut font = OutDict::new();
    font.set("Subtype", name("Type1"));
    font.set("BaseFont", name("Unnamed"));
    font.set("FontDescriptor", Out::Dictionary(descriptor));
    if key == "FontFile3" {
        // The embedded encoding wins; this one catches the codes that it lacks.
        font.set("Encoding", Out::Dictionary(OutDict::new()));
    }
    document.add_object(Out::Dictionary(font))
}

/// How large Type 3 text is against its font size: its glyph space is free, and some fonts are drawn in pixels.
pub(super) fn type3_scale(source: &Source, font: &Dictionary) -> f64 {
    let matrix = source.numbers(font, b"FontMatrix").unwrap_or_default();
    let bounds = source.numbers(font, b"FontBBox").unwrap_or_default();
    let ([_, _, c, d, ..], [_, low, _, high]) = (matrix.as_slice(), bounds.as_slice()) else { return 1.0 };
    let height = (high - low).abs() * c.hypot(*d);
    let usual = (1.0 / tuning::type3_height()..=tuning::type3_height()).contains(&height);
    if usual || height == 0.0 || !height.is_finite() { 1.0 } else { height }
}

/// First code and widths in thousandths of an em; those of Type 3 fonts brought to that measure.
fn widths(source: &Source, font: &Dictionary) -> Option<(u8, Vec<f64>)> {
    let first = source.number(font, b"FirstChar").unwrap_or_default();
    let first = if (0.0..=255.0).contains(&first) { first as u8 } else { 0 };
    let unit = match source.name(font, b"Subtype") {
        Some(b"Type3") => {
            let matrix = source.numbers(font, b"FontMatrix").unwrap_or_default();
            matrix.first().map_or(1.0, |a| a.hypot(matrix.get(1).copied().unwrap_or_default()) * EM)
        }
        _ => 1.0,
    };
    let all = source.array(font, b"Widths")?;
    let room = 256 - usize::from(first);
    let widths: Vec<f64> =
        all.iter().take(room).map(|width| source.as_number(width).unwrap_or_default() * unit).collect();
    (!widths.is_empty()).then_some((first, widths))
}

/// The standard symbol font that a name means.
fn symbols(font: &str) -> Option<&'static str> {
    match font {
        "Symbol" | "SymbolMT" => Some("Symbol"),
        "ZapfDingbats" => Some("ZapfDingbats"),
        _ => None,
    }
}

/// The standard font that is nearest to a font without widths.
fn stand_in(style: &Style) -> &'static str {
    let lower = style.font.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let faces = if has(&["courier", "mono", "consolas"]) {
        ["Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"]
    } else if has(&["times", "roman", "garamond", "georgia", "cambria"]) || has(&["serif"]) && !has(&["sans"]) {
        ["Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"]
    } else {
        ["Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"]
    };
    let [regular, bold, italic, both] = faces;
    match (style.bold, style.italic) {
        (false, false) => regular,
        (true, false) => bold,
        (false, true) => italic,
        (true, true) => both,
    }
}
