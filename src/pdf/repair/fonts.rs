//! A font dictionary as the file has it comes in; one that pdf-extract reads rightly and without panics goes out.
//!
//! **Invariant:** every code that is shown gets a text: U+FFFD where the file gives none.
//! **Invariant:** an embedded font's own encoding counts only where the file gives no `/Encoding`: in official letters
//! the embedded one is wrong («financiºle»).

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::Dictionary;
use pdf_extract::{Dictionary as OutDict, Document as OutDocument, Object as Out, ObjectId, Stream as OutStream};

use super::cmap::{Coding, to_unicode};
use super::face::{descendant, face};
use super::names::{Named, STANDARD, named};
use crate::pdf::Style;
use crate::pdf::load::Source;

/// Most codes in one `/W` range; a two-byte code has no more values.
const MAX_CODES: u32 = 1 << 16;
/// Units of an em in every font but Type 3.
const EM: f64 = 1000.0;

/// A font of the document.
#[derive(Debug)]
pub(super) struct Font {
    /// How it looks.
    pub(super) style: Style,
    kind: Kind,
    unicode: BTreeMap<u32, String>,
    used: Vec<u64>,
}

#[derive(Debug)]
enum Kind {
    Simple(Simple),
    Composite(Composite),
}

#[derive(Debug)]
struct Simple {
    true_type: bool,
    base: Option<&'static str>,
    /// Names by code; `None` in place of a list leaves the embedded font's own encoding.
    names: Option<BTreeMap<u8, String>>,
    /// First code and widths in thousandths.
    widths: Option<(u8, Vec<f64>)>,
    missing_width: f64,
    /// Key and subtype and bytes of the embedded font, where its encoding is needed.
    program: Option<(&'static str, Vec<u8>)>,
    /// The standard font whose widths, and for symbols whose encoding, are taken.
    stand_in: Option<&'static str>,
}

#[derive(Debug)]
struct Composite {
    coding: Option<Coding>,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// Codes are Unicode values.
    identity: bool,
}

impl Font {
    /// The font that text is set in whose own cannot be found.
    pub(super) fn fallback() -> Self {
        let simple = Simple {
            true_type: false,
            base: Some("WinAnsiEncoding"),
            names: Some(BTreeMap::new()),
            widths: None,
            missing_width: 0.0,
            program: None,
            stand_in: Some("Helvetica"),
        };
        let style = Style { font: "Helvetica".into(), bold: false, italic: false };
        Self { style, kind: Kind::Simple(simple), unicode: BTreeMap::new(), used: Vec::new() }
    }

    /// Reads a font dictionary.
    pub(super) fn read(source: &Source, font: &Dictionary) -> Self {
        let style = face(source, font);
        let mut unicode = source
            .stream(font, b"ToUnicode")
            .and_then(|stream| source.bytes(stream))
            .map(|bytes| to_unicode(&bytes))
            .unwrap_or_default();
        let kind = match source.name(font, b"Subtype") {
            Some(b"Type0") => Kind::Composite(Composite::read(source, font)),
            _ => Kind::Simple(Simple::read(source, font, &style, &mut unicode)),
        };
        Self { style, kind, unicode, used: Vec::new() }
    }

    /// A shown string in the codes of the font that is written, its codes noted as used.
    pub(super) fn show(&mut self, text: &[u8]) -> Vec<u8> {
        let (text, step) = match &self.kind {
            Kind::Simple(_) => (text.to_vec(), 1),
            Kind::Composite(Composite { coding: Some(coding), .. }) => (coding.two_bytes(text), 2),
            Kind::Composite(_) => {
                let whole = text.len() - text.len() % 2;
                (text.get(..whole).unwrap_or_default().to_vec(), 2)
            }
        };
        for code in text.chunks_exact(step) {
            let code = code.iter().fold(0, |code, byte| code << 8 | usize::from(*byte));
            let word = code / 64;
            if self.used.len() <= word {
                self.used.resize(word + 1, 0);
            }
            if let Some(bits) = self.used.get_mut(word) {
                *bits |= 1 << (code % 64);
            }
        }
        text
    }

    /// Adds the font to the document that pdf-extract reads.
    pub(super) fn write(&self, out: &mut OutDocument) -> ObjectId {
        let codes: Vec<u32> = self.codes().collect();
        let mut dict = match &self.kind {
            Kind::Simple(simple) => simple.write(out),
            Kind::Composite(composite) => composite.write(&codes),
        };
        dict.set("Type", name("Font"));
        let mut map: BTreeMap<u32, &str> = BTreeMap::new();
        let mut made = Vec::new();
        for code in codes {
            match self.unicode.get(&code) {
                Some(text) => drop(map.insert(code, text)),
                None => made.push((code, self.text_without_map(code))),
            }
        }
        map.extend(made.iter().filter_map(|(code, text)| Some((*code, text.as_deref()?))));
        if !map.is_empty() {
            let stream = OutStream::new(OutDict::new(), cmap(&map, matches!(self.kind, Kind::Composite(_))));
            dict.set("ToUnicode", Out::Reference(out.add_object(Out::Stream(stream))));
        }
        out.add_object(Out::Dictionary(dict))
    }

    fn codes(&self) -> impl Iterator<Item = u32> + '_ {
        let words = self.used.iter().enumerate();
        words.flat_map(|(word, bits)| {
            (0..64).filter(move |bit| bits & (1 << bit) != 0).map(move |bit| word as u32 * 64 + bit)
        })
    }

    /// The text of a code that `/ToUnicode` does not name; `None` leaves it to the encoding.
    fn text_without_map(&self, code: u32) -> Option<String> {
        match &self.kind {
            Kind::Simple(_) => None,
            Kind::Composite(composite) => {
                let known =
                    composite.identity.then(|| char::from_u32(code)).flatten().filter(|sign| !sign.is_control());
                Some(known.unwrap_or(char::REPLACEMENT_CHARACTER).to_string())
            }
        }
    }
}

impl Simple {
    fn read(source: &Source, font: &Dictionary, style: &Style, unicode: &mut BTreeMap<u32, String>) -> Self {
        let true_type = source.name(font, b"Subtype") == Some(b"TrueType");
        let descriptor = source.dict(font, b"FontDescriptor");
        let embedded = descriptor.is_some_and(|dict| {
            [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"].iter().any(|key| source.stream(dict, key).is_some())
        });
        let widths = widths(source, font);
        let symbols = symbols(&style.font).filter(|_| !embedded);
        let missing = symbols.is_some() || widths.is_none() && source.name(font, b"Subtype") != Some(b"Type3");
        let program = match (source.get(font, b"Encoding"), descriptor) {
            (None, Some(dict)) if !true_type => program(source, dict),
            _ => None,
        };
        let (base, names) = encoding(source, font, true_type, unicode);
        Self {
            true_type,
            base,
            names: (symbols.is_none() && program.is_none()).then_some(names),
            widths: widths.filter(|_| symbols.is_none()),
            missing_width: descriptor.and_then(|dict| source.number(dict, b"MissingWidth")).unwrap_or_default(),
            program,
            stand_in: symbols.or_else(|| missing.then(|| stand_in(style))),
        }
    }

    fn write(&self, out: &mut OutDocument) -> OutDict {
        let mut dict = OutDict::new();
        dict.set("Subtype", name(if self.true_type { "TrueType" } else { "Type1" }));
        dict.set("BaseFont", name(self.stand_in.unwrap_or("Unnamed")));
        dict.set("MissingWidth", real(self.missing_width));
        if let Some((first, widths)) = &self.widths {
            dict.set("FirstChar", i64::from(*first));
            dict.set("LastChar", i64::from(*first) + i64::try_from(widths.len()).unwrap_or_default() - 1);
            dict.set("Widths", widths.iter().map(|width| real(*width)).collect::<Vec<_>>());
        }
        if let Some((kind, bytes)) = &self.program {
            let mut stream = OutDict::new();
            stream.set("Subtype", name("Type1C"));
            let stream = out.add_object(Out::Stream(OutStream::new(stream, bytes.clone())));
            let mut descriptor = OutDict::new();
            descriptor.set(*kind, Out::Reference(stream));
            dict.set("FontDescriptor", Out::Dictionary(descriptor));
        }
        if let Some(names) = &self.names {
            let mut encoding = OutDict::new();
            if let Some(base) = self.base {
                encoding.set("BaseEncoding", name(base));
            }
            let pairs = names.iter().flat_map(|(code, glyph)| [Out::Integer(i64::from(*code)), name(glyph)]);
            encoding.set("Differences", pairs.collect::<Vec<_>>());
            dict.set("Encoding", Out::Dictionary(encoding));
        } else if self.program.as_ref().is_some_and(|(kind, _)| *kind == "FontFile3") {
            // The embedded encoding wins; this one catches the codes that it lacks.
            dict.set("Encoding", Out::Dictionary(OutDict::new()));
        }
        dict
    }
}

/// The base encoding and the names over it; what a name itself spells goes into the map to Unicode.
fn encoding(
    source: &Source,
    font: &Dictionary,
    true_type: bool,
    unicode: &mut BTreeMap<u32, String>,
) -> (Option<&'static str>, BTreeMap<u8, String>) {
    let object = source.get(font, b"Encoding");
    let dict = object.and_then(|object| object.as_dict().ok());
    let base_name = match dict {
        Some(dict) => source.name(dict, b"BaseEncoding"),
        None => object.and_then(|object| object.as_name().ok()),
    };
    let base = match base_name {
        Some(b"WinAnsiEncoding") => Some("WinAnsiEncoding"),
        Some(b"MacRomanEncoding") => Some("MacRomanEncoding"),
        Some(b"MacExpertEncoding") => Some("MacExpertEncoding"),
        _ if true_type => Some("WinAnsiEncoding"),
        _ => None,
    };
    let mut names: BTreeMap<u8, String> = BTreeMap::new();
    if base.is_none() {
        names.extend(STANDARD.iter().map(|(code, name)| (*code, (*name).to_owned())));
    }
    let mut code: i64 = 0;
    for item in dict.and_then(|dict| source.array(dict, b"Differences")).unwrap_or_default() {
        let Some(item) = source.resolve(item) else { continue };
        if let Some(number) = source.as_number(item) {
            code = number as i64;
        } else if let Ok(glyph) = item.as_name() {
            if let Ok(at) = u8::try_from(code) {
                names.remove(&at);
                let text = match named(glyph) {
                    Named::Listed(glyph) => {
                        names.insert(at, glyph);
                        None
                    }
                    Named::Text(text) => Some(text),
                    Named::Nothing => Some(char::REPLACEMENT_CHARACTER.to_string()),
                };
                if let Some(text) = text {
                    unicode.entry(u32::from(at)).or_insert(text);
                }
            }
            code += 1;
        }
    }
    (base, names)
}

/// The embedded font program whose encoding pdf-extract can read.
fn program(source: &Source, descriptor: &Dictionary) -> Option<(&'static str, Vec<u8>)> {
    if let Some(stream) = source.stream(descriptor, b"FontFile3") {
        let bare = source.name(&stream.dict, b"Subtype") == Some(b"Type1C");
        return source.bytes(stream).filter(|_| bare).map(|bytes| ("FontFile3", bytes));
    }
    let stream = source.stream(descriptor, b"FontFile")?;
    source.bytes(stream).map(|bytes| ("FontFile", bytes))
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

impl Composite {
    fn read(source: &Source, font: &Dictionary) -> Self {
        let coding =
            source.stream(font, b"Encoding").and_then(|stream| source.bytes(stream)).map(|bytes| Coding::parse(&bytes));
        let descendant = descendant(source, font);
        let by_cid = descendant.map(|dict| cid_widths(source, dict)).unwrap_or_default();
        let widths = match &coding {
            Some(coding) => coding.codes().filter_map(|(code, cid)| Some((code, *by_cid.get(&cid)?))).collect(),
            None => by_cid,
        };
        let default_width = descendant.and_then(|dict| source.number(dict, b"DW")).unwrap_or(EM);
        let identity = source.name(font, b"ToUnicode").is_some();
        Self { coding, widths, default_width, identity }
    }

    fn write(&self, codes: &[u32]) -> OutDict {
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

/// A CMap in the plainest form: every page parses it again.
fn cmap(map: &BTreeMap<u32, &str>, wide: bool) -> Vec<u8> {
    let digits = if wide { 4 } else { 2 };
    // Writing into a string cannot fail.
    let mut out = String::new();
    let _ = writeln!(out, "{} beginbfchar", map.len());
    for (code, text) in map {
        let _ = write!(out, "<{code:0digits$x}> <");
        for unit in text.encode_utf16() {
            let _ = write!(out, "{unit:04x}");
        }
        out += ">\n";
    }
    out += "endbfchar\n";
    out.into_bytes()
}

fn name(text: &str) -> Out {
    Out::Name(text.as_bytes().to_vec())
}

fn real(number: f64) -> Out {
    Out::Real(number as f32)
}
