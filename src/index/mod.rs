//! An index on disk of the pairs, sections and mentions of letters.
//!
//! **Invariant:** analysis is pure: [`analyse`] and [`entries`] know no engine; the engine is one consumer of theirs.
//! **Invariant:** the index is derived and may be deleted at any time; foreign files in its folder are left alone.
//! **Invariant:** letters and the list of the files that they came from are committed together.

pub mod analysis;
mod entries;
mod error;
mod store;
mod tuning;

pub use analysis::{Token, Word, analyse, word};
pub use entries::keys::{Key, Part, SPELLING_MARK, Shade};
pub use entries::publications::{cases, questions_asked, twins};
pub use entries::searchable::{Entry, Origin, Role, entries, vergaderjaar};
pub use error::Error;
pub use store::manifest::{Counts, File, Held};
pub use store::reader::Reader;
pub(crate) use store::schema::{Fields, SHADOW};
pub use store::writer::Writer;
pub use tuning::TABLE as TUNING;
