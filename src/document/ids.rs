//! How the pairs and notes of a letter, and the numbers in them, are called in its letter object.

use crate::letter::{self, QuestionNumber};
use crate::record::Number;

pub(super) fn number(number: QuestionNumber) -> Number {
    Number { value: number.value(), letter: number.letter() }
}

/// The id of a pair: by its first number, with its numbering where the letter has several.
pub(super) fn pair_id(letter_id: &str, pair: &letter::Pair) -> String {
    let first = pair.numbers.iter().min().map(ToString::to_string).unwrap_or_default();
    match pair.series {
        0 => format!("{letter_id}#v{first}"),
        series => format!("{letter_id}#s{}.v{first}", series + 1),
    }
}

/// `footnote:4`, `footnote:questioner:1`, `footnote:4.2`.
pub(super) fn footnote_id(note: &letter::Note) -> String {
    let system = match note.system {
        letter::System::Letter => "",
        letter::System::Questioner => "questioner:",
    };
    let again = if note.earlier == 0 { String::new() } else { format!(".{}", note.earlier + 1) };
    format!("footnote:{system}{}{again}", note.mark)
}

pub(super) fn joined(numbers: &[QuestionNumber]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
