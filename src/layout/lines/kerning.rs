//! Tells gaps inside words from gaps between them, where the file parts its words by blanks.
//!
//! Uneven kerning leaves gaps that are as wide as a tight word space and hardly seen on paper («Kamers tuk 3 7433»).
//! Where the words of a line are parted by blanks of the file, a gap without one that is clearly narrower parts none.

use super::piece::Piece;
use crate::layout::tuning;

/// Marks the pieces of a page that go on the word before them.
pub(super) fn mark(rows: &mut [Vec<Piece>]) {
    let on_page = on_page(rows);
    for row in rows {
        let blanks: Vec<f32> = blanks(row).collect();
        let least =
            if blanks.len() < tuning::kerned_blanks() { on_page } else { blanks.into_iter().fold(f32::MAX, f32::min) };
        for index in 1..row.len() {
            // What is as wide as a usual word space is one to the eye, too.
            let narrowest = (tuning::kerned_gap() * least).min(tuning::word_space());
            let narrow = gap(&row[index - 1], &row[index]) < narrowest;
            row[index].kerned = narrow && !row[index].after_blank;
        }
    }
}

/// The usual blank of the page, as a share of the size; 0 where words are parted otherwise.
fn on_page(rows: &[Vec<Piece>]) -> f32 {
    let mut all: Vec<f32> = rows.iter().flat_map(|row| blanks(row)).collect();
    let bare = |pair: &[Piece]| !pair[1].after_blank && gap(&pair[0], &pair[1]) > tuning::word_gap();
    let others = rows.iter().flat_map(|row| row.windows(2)).filter(|pair| bare(pair)).count();
    if all.len() < tuning::kerned_share() * others.max(1) {
        return 0.0;
    }
    all.sort_by(f32::total_cmp);
    all[all.len() / 2]
}

/// The widths of the blanks of a row, as shares of the size.
fn blanks(row: &[Piece]) -> impl Iterator<Item = f32> {
    row.windows(2).filter(|pair| pair[1].after_blank).map(|pair| gap(&pair[0], &pair[1]).max(0.0))
}

fn gap(before: &Piece, piece: &Piece) -> f32 {
    (piece.left - before.right) / piece.size
}

#[cfg(test)]
mod tests {
    use super::{Piece, mark};

    #[test]
    fn a_gap_without_a_blank_is_kerning_where_words_have_blanks() {
        let word = |text: &str, left: f32, after_blank: bool| Piece { after_blank, ..Piece::of(text, left, 0.0, 10.0) };
        let kerned = |blanks: bool| {
            let mut rows = vec![vec![
                word("Kamers", 0.0, false),
                word("tuk", 32.0, false),
                word("37", 50.0, blanks),
                word("nr.", 63.0, blanks),
                word("60", 81.0, blanks),
            ]];
            mark(&mut rows);
            rows[0].iter().map(|piece| piece.kerned).collect::<Vec<_>>()
        };
        assert_eq!(kerned(true), [false, true, false, false, false]);
        assert_eq!(kerned(false), [false; 5]);
    }
}
