//! What a letter puts into the index: its entries, the words and exact keys of each, and the marks that publications of one
//! answer share.
//!
//! **Invariant:** pure, and no engine is known here.

pub(super) mod keys;
pub(super) mod publications;
pub(super) mod searchable;
pub(super) mod spelling;
