//! A word comes in; what is known of it goes out: whether it is Dutch, of what it is composed, what it is
//! short for, whether it is too common to tell texts apart.
//!
//! **Invariant:** a leaf; the data is compiled in and looked up in place, nothing is built at start-up.

pub mod abbreviations;
mod compound;
pub mod lineage;
pub mod listing;
pub mod ministries;
pub mod morphology;
mod stop;
mod tuning;
mod words;

pub use compound::split;
pub use stop::is_stop_word;
pub use tuning::TABLE as TUNING;
pub use words::{is_name, is_word};
