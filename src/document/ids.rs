//! How the pairs and notes of a letter, and the numbers in them, are called in its letter object.

use crate::letter::{self, QuestionNumber};
use crate::record::{LetterId, NoteId, NoteSystem, Number, PairId};

pub(super) fn number(number: QuestionNumber) -> Number {
    Number { value: number.value(), letter: number.letter() }
}

pub(super) fn numbers(list: &[QuestionNumber]) -> Vec<Number> {
    list.iter().copied().map(number).collect()
}

/// The id of a pair: by its first number, with its numbering where the letter has several.
pub(super) fn pair_id(letter: &LetterId, pair: &letter::Pair) -> PairId {
    let first = pair.numbers.iter().min().copied().map(number);
    PairId { letter: letter.clone(), numbering: pair.series, number: first }
}

pub(super) fn note_id(note: &letter::Note) -> NoteId {
    let system = match note.system {
        letter::System::Letter => NoteSystem::Letter,
        letter::System::Questioner => NoteSystem::Questioner,
    };
    NoteId { system, mark: note.mark.clone(), earlier: note.earlier }
}
