//! Finds text that lies over a page in annotations and form fields.
//!
//! Such text is no part of the page's content: it is told, not read. Comments of a reviewer (sticky notes, highlights)
//! are no text of the letter and are not told.

use lopdf::{Dictionary, decode_text_string};

use crate::pdf::source::Source;
use crate::pdf::{Fault, Unread};

/// Most annotations of a page that are looked at.
const MAX_ANNOTATIONS: usize = 2_000;
/// A field's value stands with it or with one of so many fields above it.
const MAX_FIELDS: usize = 8;
/// Flags of an annotation: invisible or hidden (PDF 1.7, table 165).
const HIDDEN: i64 = 0b11;

/// What is written over the page.
pub(super) fn of(source: &Source, page: &Dictionary) -> Vec<Fault> {
    let notes = source.array(page, b"Annots").unwrap_or_default().iter().take(MAX_ANNOTATIONS);
    let notes = notes.filter_map(|note| source.resolve(note)?.as_dict().ok());
    let shown = notes.filter(|note| source.number(note, b"F").unwrap_or_default() as i64 & HIDDEN == 0);
    let told = shown.filter_map(|note| match source.name(note, b"Subtype")? {
        b"FreeText" => Some((Unread::Annotation, text(source, note, b"Contents")?)),
        b"Widget" => Some((Unread::Field, value(source, note)?)),
        _ => None,
    });
    told.map(|(why, text)| Fault::Unread(why, text)).collect()
}

/// The text filled into a field; a choice or a button has none.
fn value(source: &Source, field: &Dictionary) -> Option<String> {
    let mut field = field;
    for _ in 0..MAX_FIELDS {
        if let Some(value) = text(source, field, b"V") {
            return Some(value);
        }
        field = source.dict(field, b"Parent")?;
    }
    None
}

fn text(source: &Source, dict: &Dictionary, key: &[u8]) -> Option<String> {
    let text = decode_text_string(source.get(dict, key)?).ok()?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
