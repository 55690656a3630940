//! Letters come in; an index of their pairs, sections and mentions on disk goes out.
//!
//! **Invariant:** analysis is pure: [`analyse`] and [`entries`] know no engine; the engine is one consumer of theirs.
//! **Invariant:** the index is derived and may be deleted at any time; foreign files in its folder are left alone.
//! **Invariant:** letters and the list of the files that they came from are committed together.

pub mod analysis;
mod error;
mod keys;
mod manifest;
mod places;
mod publications;
mod reader;
mod schema;
mod searchable;
mod spelling;
mod writer;

pub use analysis::{Token, Word, analyse, word};
pub use error::Error;
pub use keys::{Key, Part, SPELLING_MARK, Shade};
pub use manifest::{Counts, File, Held};
pub use places::{names_of_pairs, notes_of_pair, notes_of_section, references_of_pair};
pub use publications::{asked, cases, twins};
pub use reader::Reader;
pub(crate) use schema::{Fields, SHADOW};
pub use searchable::{Entry, Origin, Role, entries, section_id, vergaderjaar};
pub use writer::Writer;
