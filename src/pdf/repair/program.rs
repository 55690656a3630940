//! Asks the tables of an embedded font program what its glyphs mean.
//!
//! Writers leave out the map to Unicode and number the glyphs instead of the letters; the program then still has its
//! table from Unicode to glyphs, or a name for each glyph.
//!
//! **Invariant:** a text is told only where a table or a name of the program tells it; nothing is guessed from shapes.

use std::collections::BTreeMap;

use lopdf::Dictionary;
use ttf_parser::{GlyphId, RawFace, Tag, cff, cmap, post};

use super::names::{base_name, spelled};
use super::probe::Glossary;
use crate::pdf::source::Source;

/// Most glyphs of a program: their numbers have two bytes.
const MAX_GLYPHS: u16 = u16::MAX;
/// Where a symbol font has its codes: 0xF000 and on.
const SYMBOLS: u32 = 0xF000;

/// What a font program says.
#[derive(Debug, Default)]
pub(super) struct Program {
    /// The text of each glyph that has one.
    texts: BTreeMap<u16, String>,
    /// The glyph of each one-byte code, in a program that has such a table.
    codes: BTreeMap<u8, u16>,
}

impl Program {
    /// Reads the program that a font descriptor embeds; `None` where there is none that can be read. Programs of
    /// Type 1 are pdf-extract's.
    pub(super) fn read(source: &Source, descriptor: &Dictionary, glossary: &mut Glossary) -> Option<Self> {
        let file = [b"FontFile2".as_slice(), b"FontFile3"].iter().find_map(|key| source.stream(descriptor, key))?;
        let bytes = source.bytes(file)?;
        let (mut names, mut symbols) = (BTreeMap::new(), BTreeMap::new());
        let mut program = Self::default();
        if let Ok(face) = RawFace::parse(&bytes, 0) {
            let table = |tag| face.table(Tag::from_bytes(tag));
            names.extend(table(b"CFF ").and_then(cff_names).unwrap_or_default());
            names.extend(table(b"post").map(post_names).unwrap_or_default());
            if let Some(cmap) = table(b"cmap").and_then(cmap::Table::parse) {
                program.read_cmap(&cmap, &mut symbols);
            }
        } else {
            names.extend(cff_names(&bytes)?);
        }
        program.name(&names, glossary);
        for (glyph, sign) in symbols {
            program.texts.entry(glyph).or_insert_with(|| sign.to_string());
        }
        Some(program)
    }

    /// The order of glyphs in fonts that keep to the 258 of the Macintosh: what the numbers mean in a font that is not
    /// embedded.
    pub(super) fn macintosh(glossary: &mut Glossary) -> Self {
        /// Glyphs of that order.
        const COUNT: u16 = 258;
        // A table of names that lists them one by one, for the list that the parser has.
        let mut table = vec![0, 2, 0, 0];
        table.resize(32, 0);
        table.extend((0..=COUNT).map(|number| if number == 0 { COUNT } else { number - 1 }).flat_map(u16::to_be_bytes));
        let mut program = Self::default();
        program.name(&post_names(&table), glossary);
        program
    }

    fn name(&mut self, names: &BTreeMap<u16, String>, glossary: &mut Glossary) {
        glossary.learn(names.values().flat_map(|name| [name.as_str(), base_name(name)]));
        for (glyph, name) in names {
            let listed = glossary.text(name).or_else(|| glossary.text(base_name(name)));
            if let Some(text) = listed.map(str::to_owned).or_else(|| spelled(base_name(name))) {
                self.texts.entry(*glyph).or_insert(text);
            }
        }
    }

    /// Takes in the tables from codes to glyphs; what a symbol font calls its glyphs, by its private codes, goes to
    /// `symbols`: names say more.
    fn read_cmap(&mut self, cmap: &cmap::Table, symbols: &mut BTreeMap<u16, char>) {
        for table in cmap.subtables {
            let glyph = |code: u32| table.glyph_index(code).map(|glyph| glyph.0).filter(|glyph| *glyph > 0);
            if table.is_unicode() {
                // The lowest character of a glyph is the plain one: a blank is also the one that does not break.
                for sign in (' '..='\u{FFFF}').filter(|sign| !('\u{E000}'..='\u{F8FF}').contains(sign)) {
                    if let Some(glyph) = glyph(u32::from(sign)) {
                        self.texts.entry(glyph).or_insert_with(|| sign.to_string());
                    }
                }
            } else {
                for code in 0..=u8::MAX {
                    let found = glyph(u32::from(code));
                    let symbol = glyph(SYMBOLS + u32::from(code));
                    if let Some(glyph) = found.or(symbol) {
                        self.codes.entry(code).or_insert(glyph);
                    }
                    symbols.extend(symbol.zip(char::from_u32(SYMBOLS + u32::from(code))));
                }
            }
        }
    }

    /// The text of a glyph.
    pub(super) fn text(&self, glyph: u16) -> Option<&str> {
        self.texts.get(&glyph).map(String::as_str)
    }

    /// The texts of one-byte codes.
    pub(super) fn by_code(&self) -> impl Iterator<Item = (u8, &str)> {
        self.codes.iter().filter_map(|(code, glyph)| Some((*code, self.text(*glyph)?)))
    }
}

fn cff_names(bytes: &[u8]) -> Option<BTreeMap<u16, String>> {
    let table = cff::Table::parse(bytes)?;
    let count = table.number_of_glyphs();
    Some((1..count).filter_map(|glyph| Some((glyph, table.glyph_name(GlyphId(glyph))?.to_owned()))).collect())
}

/// The names in a table `post`; the parser would walk its list from the start for every glyph, here it is walked once.
fn post_names(table: &[u8]) -> BTreeMap<u16, String> {
    /// Names that the table does not list itself, and where it lists the number of each glyph's name.
    const KNOWN: usize = 258;
    const NUMBERS: usize = 34;
    let Some(post) = post::Table::parse(table) else { return BTreeMap::new() };
    let listed: Vec<&str> = post.names().collect();
    // A table of another version lists no names, and the parser tells none.
    let numbers = table.get(NUMBERS..).unwrap_or_default().chunks_exact(2);
    let name = |(glyph, pair): (u16, &[u8])| {
        let number = pair.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
        let name = match number.checked_sub(KNOWN) {
            Some(at) => *listed.get(at)?,
            None => post.glyph_name(GlyphId(glyph))?,
        };
        Some((glyph, name.to_owned()))
    };
    (0..MAX_GLYPHS).zip(numbers).skip(1).filter_map(name).collect()
}
