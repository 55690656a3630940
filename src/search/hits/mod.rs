//! What was found, made ready to be shown: the letter of a place in the index, its case, the words around what was looked
//! for, and letters and pairs by their id.

pub(super) mod case_letters;
pub(super) mod hit;
pub(super) mod letters;
pub(super) mod show;
pub(super) mod snippet;
