//! A word comes in; what is known of it goes out: whether it is Dutch, a stop word, an abbreviation.
//!
//! **Invariant:** a leaf; the data is compiled in and looked up in place, nothing is built at start-up.

pub mod ministries;
mod words;

pub use words::{is_name, is_word};
