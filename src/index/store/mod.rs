//! The index on disk: its fields, the list of the files it holds, reading and writing.
//!
//! **Invariant:** the only part of the index that knows the engine.

pub(super) mod manifest;
pub(super) mod reader;
pub(super) mod schema;
pub(super) mod version;
pub(super) mod writer;
