//! How the pairs and notes of a letter are called in its letter object.

use crate::letter::{Note, Pair};
use crate::record::{LetterId, NoteId, PairId};

/// The id of a pair: by its first number, with its numbering where the letter has several.
pub(super) fn pair_id(letter: &LetterId, pair: &Pair) -> PairId {
    let first = pair.numbers.iter().min().copied();
    PairId { letter: letter.clone(), numbering: pair.series, number: first }
}

/// The id of a note.
pub(super) fn note_id(note: &Note) -> NoteId {
    NoteId { system: note.system, mark: note.mark.clone(), earlier: note.earlier }
}
