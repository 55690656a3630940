//! Asks pdf-extract what it makes of a code or a glyph name, by letting it read a page that shows just these.
//!
//! It looks names up in lists of its own and reads the encoding of embedded fonts; asked once, a page need not ask
//! again.

use std::collections::HashMap;

use pdf_extract::{Dictionary, Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Transform, output_doc};

use super::objects::{finish, page_object};
use crate::pdf::quiet::quietly;

/// Codes that mean nothing in `WinAnsiEncoding`: a name put there is either known or stays U+0000.
const FREE_CODES: usize = 31;

/// The texts of the codes 0 to 255; `None` when pdf-extract cannot read the font.
pub(super) fn texts(write: impl FnOnce(&mut Document) -> ObjectId) -> Option<Vec<String>> {
    let mut document = Document::with_version("1.7");
    let root = document.new_object_id();
    let font = write(&mut document);
    let mut content = b"BT /F0 1 Tf <".to_vec();
    content.extend((0..=u8::MAX).flat_map(|code| format!("{code:02x}").into_bytes()));
    content.extend(b"> Tj ET");
    let page = page_object(&mut document, root, content);
    let mut fonts = Dictionary::new();
    fonts.set("F0", Object::Reference(font));
    finish(&mut document, root, vec![page], fonts);
    let mut recorder = Recorder(Vec::with_capacity(256));
    quietly(|| output_doc(&document, &mut recorder)).ok()?.ok()?;
    Some(recorder.0).filter(|texts| texts.len() == 256)
}

/// What pdf-extract's lists know of glyph names, asked once for each name.
#[derive(Debug, Default)]
pub(super) struct Glossary {
    known: HashMap<String, Option<String>>,
}

impl Glossary {
    /// Looks up all names that are not known yet.
    pub(super) fn learn<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let mut new: Vec<&str> = names.filter(|name| !self.known.contains_key(*name)).collect();
        new.sort_unstable();
        new.dedup();
        for part in new.chunks(FREE_CODES) {
            let texts = texts(|document| {
                let mut encoding = Dictionary::new();
                encoding.set("BaseEncoding", Object::Name(b"WinAnsiEncoding".to_vec()));
                let names = part.iter().map(|name| Object::Name(name.as_bytes().to_vec()));
                encoding.set("Differences", [Object::Integer(0)].into_iter().chain(names).collect::<Vec<_>>());
                let mut font = Dictionary::new();
                font.set("Subtype", Object::Name(b"Type1".to_vec()));
                font.set("BaseFont", Object::Name(b"Unnamed".to_vec()));
                font.set("Encoding", Object::Dictionary(encoding));
                document.add_object(Object::Dictionary(font))
            });
            let mut texts = texts.unwrap_or_default().into_iter();
            for name in part {
                let text = texts.next().filter(|text| text != "\0" && !text.is_empty());
                self.known.insert((*name).to_owned(), text);
            }
        }
    }

    /// The text of a glyph name.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.known.get(name)?.as_deref()
    }
}

struct Recorder(Vec<String>);

impl OutputDev for Recorder {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(&mut self, _: &Transform, _: f64, _: f64, _: f64, text: &str) -> Result<(), OutputError> {
        self.0.push(text.to_owned());
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
