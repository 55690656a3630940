//! Decides whether a paragraph ends between two lines of a column.

use super::column::Column;
use super::lines::piece::{Line, Piece};
use super::mark;
use super::tuning;
use crate::lexicon::ends_sentence;

/// A line in its column.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) line: Line,
    pub(super) column: Column,
    /// Which column of the document it stands in, counted through all pages: lines of one ordinal are one under the other.
    pub(super) ordinal: usize,
}

/// What stands between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Nothing: one paragraph.
    Same,
    /// A new paragraph.
    New,
    /// A full line leaves it open; the sense said one paragraph.
    Open,
}

/// Whether a paragraph ends between `prev` and `next`; `first` is the first line of the paragraph of `prev`, `after` the
/// line after `next`, `leading` the usual distance between lines in points.
pub(super) fn between(first: &Placed, prev: &Placed, next: &Placed, after: Option<&Placed>, leading: f32) -> Between {
    let text = prev.line.text();
    let next_text = next.line.text();
    let same_column = prev.ordinal == next.ordinal;
    if is_apart(prev, next, leading) {
        return Between::New;
    }
    // The mark of a note that has no room on the line of its word.
    if mark::bracketed(&next_text).is_some_and(|(_, width)| width == next_text.len()) {
        let room = prev.ordinal != next.ordinal || ends_short(prev, next);
        return if room { Between::New } else { Between::Same };
    }
    if next.line.is_list_item() && begins_item(&text, prev, next) {
        return Between::New;
    }
    if (prev.line.size - next.line.size).abs() > 0.12 * prev.line.size {
        return Between::New;
    }
    let continues_word = text.ends_with(['-', '\u{AD}', '\u{2010}']);
    if ends_short(prev, next) && !continues_word {
        return Between::New;
    }
    if !continues_word && is_indented(first, prev, next) {
        return Between::New;
    }
    if type_changes(prev, next) && ends_sentence(&text) {
        return Between::New;
    }
    if ends_sentence(&text) && is_heading(next, &next_text, after, leading) {
        return Between::New;
    }
    if ends_sentence(&text) && begins_sentence(&next_text) && !same_column { Between::Open } else { Between::Same }
}

/// A blank stands between two lines of one column.
pub(super) fn is_apart(prev: &Placed, next: &Placed, leading: f32) -> bool {
    prev.ordinal == next.ordinal
        && next.line.baseline - prev.line.baseline > tuning::paragraph_blank() * leading.max(prev.line.size)
}

/// A short line that is alone and ends like no sentence heads what follows: «Antwoord 8» below a question whose last
/// line is full.
fn is_heading(line: &Placed, text: &str, after: Option<&Placed>, leading: f32) -> bool {
    let width = line.line.right() - line.line.left();
    let open = text.ends_with(|c: char| c.is_alphanumeric() || c == ':');
    let alone = after.is_none_or(|after| {
        after.ordinal != line.ordinal
            || after.line.baseline - line.line.baseline > tuning::paragraph_blank() * leading
            || ends_short(line, after)
    });
    begins_sentence(text)
        && open
        && alone
        && width < tuning::heading_width_max() * (line.column.right - line.column.left)
}

/// The line stops where the next word would still have fitted.
fn ends_short(prev: &Placed, next: &Placed) -> bool {
    let size = prev.line.size;
    let room = prev.column.right - prev.line.right();
    if prev.column.justified && room > tuning::word_space() * size && ends_sentence(&prev.line.text()) {
        return true;
    }
    let sentence = ends_sentence(&prev.line.text()) && begins_sentence(&next.line.text());
    let slack = if sentence { tuning::slack_after_sentence() } else { tuning::slack() };
    let fits = room > width_to_move(next) + (tuning::word_space() + slack) * size;
    // A typesetter that weighs whole paragraphs leaves room that the next word would have filled; inside a sentence only
    // a line that stops far before the margin is an end by choice.
    let goes_on = !ends_sentence(&prev.line.text()) && next.line.text().starts_with(|c: char| c.is_lowercase());
    fits && (!goes_on || room > tuning::line_end_far() * (prev.column.right - prev.column.left))
}

/// Width of what would have gone up to the line before: the next word; a number stays with its noun («1 januari»).
fn width_to_move(next: &Placed) -> f32 {
    let (word, width) = next.line.first_words(1);
    if word.chars().all(|c| c.is_ascii_digit()) { next.line.first_words(2).1 } else { width }
}

/// A first-line indent, or the end of a hanging item.
fn is_indented(first: &Placed, prev: &Placed, next: &Placed) -> bool {
    let offset = |placed: &Placed| placed.line.left() - placed.column.left;
    let (first_left, prev_left, next_left) = (offset(first), offset(prev), offset(next));
    if (next_left - prev_left).abs() <= tuning::same_edge() {
        return false;
    }
    let prev_is_first =
        first.ordinal == prev.ordinal && (first.line.baseline - prev.line.baseline).abs() < tuning::same_edge();
    if next_left > prev_left {
        // The rest of a list item or of a label's value hangs under its text.
        return !(prev_is_first && hangs(first, next));
    }
    // Back to the margin: after a first line with an indent, or at the end of an item.
    !(prev_is_first && first_left > next_left) && prev_left - next_left > tuning::same_edge()
}

/// The next line starts under a text that follows a wide blank or a list mark on the first line.
fn hangs(first: &Placed, next: &Placed) -> bool {
    let left = next.line.left() - (next.column.left - first.column.left);
    let pieces = &first.line.pieces;
    pieces.iter().enumerate().skip(1).any(|(index, piece)| {
        (piece.left - left).abs() <= 3.0 && (index <= 3 || piece.left - pieces[index - 1].right > 0.9 * piece.size)
    })
}

/// Bold or italic type begins or ends with the line.
fn type_changes(prev: &Placed, next: &Placed) -> bool {
    let kinds: [fn(&Piece) -> bool; 2] = [|piece| piece.style.bold, |piece| piece.style.italic];
    kinds.iter().any(|is| {
        let all = |line: &Line| line.pieces.iter().filter(|piece| piece.text.chars().any(char::is_alphabetic)).all(is);
        let none = |line: &Line| !line.pieces.iter().any(is);
        (all(&prev.line) && none(&next.line)) || (none(&prev.line) && all(&next.line))
    })
}

fn begins_sentence(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// The line ends in an address or a part of one: what goes on with it holds no list mark and a word after it.
fn ends_in_address(text: &str) -> bool {
    text.rsplit(' ').next().is_some_and(|word| word.contains("://") || word.ends_with('/'))
}

/// A list mark at a line's start begins an item unless it stands there by the accident of a line break («… pagina 3. In»).
fn begins_item(prev_text: &str, prev: &Placed, next: &Placed) -> bool {
    ends_sentence(prev_text)
        || prev_text.ends_with([',', '»'])
        || ends_short(prev, next)
        || ends_in_address(prev_text)
        || prev_text.ends_with(" en")
        || prev_text.ends_with(" of")
        || (next.line.left() - next.column.left) - (prev.line.left() - prev.column.left) > tuning::same_edge()
        || next.line.pieces.get(1).is_some_and(|piece| piece.left - next.line.pieces[0].right > 0.6 * next.line.size)
}
