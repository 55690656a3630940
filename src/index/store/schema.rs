//! The names and kinds of the index's fields, each named once.
//!
//! **Invariant:** nothing outside `index` and `search` sees a field of the engine.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

use crate::index::entries::keys::{Key, Part, Shade};

/// Version of the schema and of the analysis behind it: an index of another one is not read.
pub(crate) const VERSION: u32 = 4;

/// The role of the documents that hold the list of files.
pub(in crate::index) const FILE: &str = "file";
/// The role of letters of which a newer one with the same id is found.
pub(crate) const SHADOW: &str = "shadow";

/// All fields of the index.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    /// What an entry is: a file, a letter, a pair, a section, a mention.
    pub(crate) role: Field,
    /// The path of the file that the entry came with.
    pub(crate) path: Field,
    /// Which letter of which file the entry belongs to.
    pub(crate) owner: Field,
    /// The id of the letter, pair or section; sorted by, so that ties are always in the same order.
    pub(crate) id: Field,
    /// The day as a number, `20240325`.
    pub(crate) date: Field,
    /// The mark that the publications of one answer share.
    pub(crate) twin: Field,
    /// What is stored, as JSON: a file of the list, a letter, or where in the letter the entry stands.
    pub(crate) stored: Field,
    /// The packed page maps of a letter, beside it.
    pub(crate) maps: Field,
    keys: [Field; Key::ALL.len()],
    texts: [[Option<Field>; Shade::ALL.len()]; Part::ALL.len()],
}

impl Fields {
    /// The field of one kind of exact key.
    pub(crate) fn key(&self, key: Key) -> Field {
        self.keys[key as usize]
    }

    /// The field of one part of a letter in one shade of its words, where that part is kept in that shade.
    pub(crate) fn text(&self, part: Part, shade: Shade) -> Option<Field> {
        self.texts[part as usize][shade as usize]
    }
}

/// The schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let text = |record| {
        TextOptions::default()
            .set_indexing_options(TextFieldIndexing::default().set_index_option(record).set_tokenizer("raw"))
    };
    let fields = Fields {
        role: builder.add_text_field("role", STRING),
        path: builder.add_text_field("path", STRING),
        owner: builder.add_text_field("owner", STRING | FAST),
        id: builder.add_text_field("id", STRING | FAST),
        date: builder.add_u64_field("date", INDEXED | FAST),
        twin: builder.add_u64_field("twin", INDEXED | FAST),
        stored: builder.add_text_field("stored", STORED),
        maps: builder.add_bytes_field("maps", STORED),
        keys: Key::ALL.map(|key| {
            if key.is_counted() {
                builder.add_text_field(key.name(), STRING | FAST)
            } else {
                builder.add_text_field(key.name(), STRING)
            }
        }),
        texts: Part::ALL.map(|part| {
            Shade::ALL.map(|shade| {
                let record = match shade {
                    Shade::Exact => IndexRecordOption::WithFreqsAndPositions,
                    Shade::Stem | Shade::Parts => IndexRecordOption::WithFreqs,
                };
                let is_kept = part.shades().contains(&shade);
                is_kept.then(|| builder.add_text_field(&format!("{}.{}", part.name(), shade.name()), text(record)))
            })
        }),
    };
    (builder.build(), fields)
}
