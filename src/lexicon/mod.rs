//! What is known of the Dutch language and of the world of the letters: which words there are and of what they are
//! composed, what abbreviations stand for, which ministries, cabinets and parties there are and how they belong
//! together, and the words with which letters open and close.
//!
//! The word list is an automaton that is looked up in place. Everything else is a data file in `data/`, with the source
//! and date of each row; a new cabinet, ministry or party is an edit of those files alone.
//!
//! **Invariant:** a leaf; all data is compiled in, and nothing is built at start-up.

pub mod abbreviations;
mod cabinets;
mod compound;
pub mod lineage;
mod list_mark;
pub mod listing;
pub mod lists;
pub mod ministries;
pub mod months;
pub mod morphology;
pub mod parties;
mod sentence;
mod stop;
mod table;
mod tuning;
mod words;

pub use compound::{divides_a_part, is_compound, split};
pub use list_mark::{ListMark, list_mark};
pub use sentence::ends_sentence;
pub use stop::is_stop_word;
pub use tuning::TABLE as TUNING;
pub use words::{hyphenates, is_name, is_word};
