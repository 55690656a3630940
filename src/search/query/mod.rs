//! The query language: what a person typed becomes a query, and a list of what could not be read of it.
//!
//! ```text
//! query  = any
//! any    = all { ("OF" | "OR" | "|") all }
//! all    = not { ["EN" | "AND"] not }
//! not    = ["-" | "NIET" | "NOT"] atom
//! atom   = "(" any ")" | field ":" value | phrase | document | word
//! value  = "(" any ")" | phrase | document | range | word           what fits the field
//! phrase = '"' … '"' | «…» | “…” | „…” | ‘…’                       an open one runs to the end; ‘…’ must be closed
//! range  = [end] ".." [end] | ">=" end | "<=" end | end              ends: days, months, years; session years
//! word   = letters ["*"]                                              after a ministry "+": and those before it
//! ```
//!
//! **Invariant:** every string is answered: with a query, and with what was left out of it, each with its place.
//! **Invariant:** printing a query and parsing it again gives the same query.

mod lexer;
mod node;
mod parser;
mod print;
mod unread;
mod value;

pub use node::Query;
pub(crate) use node::{Node, Text, all};
pub use unread::{Reason, Unread};

use crate::search::field::Field;

impl Query {
    /// Reads what a person typed; answers every string.
    #[must_use]
    pub fn parse(typed: &str) -> (Self, Vec<Unread>) {
        parser::parse(typed)
    }

    /// One field with one value: what a flag asks.
    ///
    /// # Errors
    /// Why the value is none of that field.
    pub fn field(field: Field, value: &str) -> Result<Self, Reason> {
        parser::field(field, value).map(|node| Self { root: Some(node) })
    }
}
