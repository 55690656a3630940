//! Letters come in; an index of their pairs, sections and mentions on disk goes out.
//!
//! **Invariant:** analysis is pure: [`analyse`] and [`entries`] know no engine; the engine is one consumer of theirs.
//! **Invariant:** the index is derived and may be deleted at any time; foreign files in its folder are left alone.
//! **Invariant:** letters and the list of the files that they came from are committed together.

pub mod analysis;
mod entry;
mod error;
mod held;
mod kinds;
mod likeness;
mod places;
mod reader;
mod schema;
mod spelling;
mod writer;

pub use analysis::{Token, Word, analyse, word};
pub use entry::{Entry, Origin, Role, entries, section_id, vergaderjaar};
pub use error::Error;
pub use held::{Counts, File, Held};
pub use kinds::{Key, Part, SPELLING_MARK, Shade};
pub use likeness::{asked, cases, twins};
pub use places::{names_of_pairs, notes_of_pair, notes_of_section, references_of_pair};
pub use reader::Reader;
pub(crate) use schema::Fields;
pub(crate) use writer::SHADOW;
pub use writer::Writer;
