//! Reads any font dictionary and writes one that pdf-extract reads correctly. `simple` and `composite` know the two
//! families.
//!
//! **Invariant:** every code that is shown gets a text: U+FFFD where the file gives none.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::Dictionary;
use pdf_extract::{Dictionary as OutDict, Document as OutDocument, Object as Out, ObjectId, Stream as OutStream};

use super::cmap::to_unicode;
use super::composite::Composite;
use super::face::face;
use super::objects::name;
use super::probe::Glossary;
use super::simple::{Simple, type3_scale};
use crate::pdf::Style;
use crate::pdf::source::Source;

/// A font of the document.
#[derive(Debug)]
pub(super) struct Font {
    /// How it looks.
    pub(super) style: Style,
    /// How much larger its text is than its size says.
    pub(super) scale: f64,
    kind: Kind,
    unicode: BTreeMap<u32, String>,
    /// One bit for each code that is shown.
    used: Vec<u64>,
}

#[derive(Debug)]
enum Kind {
    Simple(Simple),
    Composite(Composite),
}

impl Font {
    /// The font that text is set in whose own cannot be found.
    pub(super) fn fallback() -> Self {
        let style = Style { font: "Helvetica".into(), bold: false, italic: false };
        let kind = Kind::Simple(Simple::fallback());
        Self { style, scale: 1.0, kind, unicode: BTreeMap::new(), used: Vec::new() }
    }

    /// Reads a font dictionary.
    pub(super) fn read(source: &Source, font: &Dictionary, glossary: &mut Glossary) -> Self {
        let style = face(source, font);
        let mut unicode = source
            .stream(font, b"ToUnicode")
            .and_then(|stream| source.bytes(stream))
            .map(|bytes| to_unicode(&bytes))
            .unwrap_or_default();
        let kind = match source.name(font, b"Subtype") {
            Some(b"Type0") => {
                let composite = Composite::read(source, font);
                if unicode.is_empty() || unicode.values().any(|text| says_nothing(text)) {
                    unicode.retain(|_, text| !says_nothing(text));
                    for (code, text) in composite.told(source, font, &style, glossary) {
                        unicode.entry(code).or_insert(text);
                    }
                }
                Kind::Composite(composite)
            }
            _ => Kind::Simple(Simple::read(source, font, &style, glossary, &mut unicode)),
        };
        let scale = if source.name(font, b"Subtype") == Some(b"Type3") { type3_scale(source, font) } else { 1.0 };
        Self { style, scale, kind, unicode, used: Vec::new() }
    }

    /// A shown string in the codes of the font that is written, its codes noted as used.
    pub(super) fn show(&mut self, text: &[u8]) -> Vec<u8> {
        let (text, step) = match &self.kind {
            Kind::Simple(_) => (text.to_vec(), 1),
            Kind::Composite(composite) => (composite.two_bytes(text), 2),
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
            Kind::Simple(simple) => simple.write(),
            Kind::Composite(composite) => composite.write(&codes),
        };
        dict.set("Type", name("Font"));
        let map: BTreeMap<u32, String> = codes.into_iter().filter_map(|code| Some((code, self.text(code)?))).collect();
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

    /// The text of a code; `None` leaves it to the base encoding.
    fn text(&self, code: u32) -> Option<String> {
        match (self.unicode.get(&code), &self.kind) {
            (Some(text), _) => Some(text.clone()),
            (None, Kind::Simple(_)) => None,
            (None, Kind::Composite(composite)) => {
                let known = composite.text(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                Some(known.to_string())
            }
        }
    }
}

/// A map that gives a control or no character for a glyph has no value for it (kst-29338-289).
fn says_nothing(text: &str) -> bool {
    text.chars().all(|sign| (sign.is_control() && !sign.is_whitespace()) || matches!(sign, '\u{FFFD}'..='\u{FFFF}'))
}

/// A CMap in the plainest form: every page parses it again.
fn cmap(map: &BTreeMap<u32, String>, wide: bool) -> Vec<u8> {
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
