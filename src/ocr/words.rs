//! Reads tesseract's table of words into lines.

use super::bitmap::Box;

/// A word, as boxed and read.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: Box,
    /// Between 0 and 1.
    pub(super) confidence: f32,
}

/// The words of each line, in the order of the table. Lines without words are left out.
pub(super) fn lines(table: &str) -> Vec<Vec<Word>> {
    /// Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    const LINE: std::ops::Range<usize> = 1..5;
    let mut lines: Vec<(Vec<&str>, Vec<Word>)> = Vec::new();
    for row in table.lines() {
        let cells: Vec<&str> = row.split('\t').collect();
        let (Some(line), Some(word)) = (cells.get(LINE), word(&cells)) else { continue };
        match lines.last_mut() {
            Some((last, words)) if last == line => words.push(word),
            _ => lines.push((line.to_vec(), vec![word])),
        }
    }
    lines.into_iter().map(|(_, words)| words).collect()
}

/// The word of a row; `None` for rows of another level, and for words of blanks.
fn word(cells: &[&str]) -> Option<Word> {
    let [level, _, _, _, _, _, left, top, width, height, confidence, text] = *cells else { return None };
    let text = text.trim();
    if level != "5" || text.is_empty() {
        return None;
    }
    let number = |cell: &str| cell.parse::<usize>().ok();
    let (left, top) = (number(left)?, number(top)?);
    let at = Box { left, top, right: left + number(width)?, bottom: top + number(height)? };
    Some(Word { text: text.to_owned(), at, confidence: (confidence.parse::<f32>().ok()? / 100.0).clamp(0.0, 1.0) })
}
