//! Pieces, the unbroken bits of a word in one style, and the lines that they form.

use std::sync::Arc;

use super::frames::Move;
use crate::layout::tuning;
use crate::layout::{Edges, Origin, Style};
use crate::lexicon::list_mark;

/// An unbroken bit of a word in one style.
#[derive(Debug, Clone)]
pub(in crate::layout) struct Piece {
    pub(in crate::layout) text: String,
    /// Where each character of the text is printed, white space aside.
    pub(in crate::layout) edges: Vec<Edges>,
    pub(in crate::layout) left: f32,
    pub(in crate::layout) right: f32,
    pub(in crate::layout) baseline: f32,
    pub(in crate::layout) size: f32,
    pub(in crate::layout) style: Style,
    /// The innermost marked content, and all that it stands in.
    pub(in crate::layout) tag: Option<Arc<str>>,
    pub(in crate::layout) tags: Arc<[Arc<str>]>,
    pub(in crate::layout) origin: Origin,
    /// True where the file has a blank before it.
    pub(in crate::layout) after_blank: bool,
    /// True where that blank does not break («nr. 3» with U+00A0).
    pub(in crate::layout) tied: bool,
    /// True where the gap before it is kerning inside a word.
    pub(in crate::layout) kerned: bool,
    /// Left edge of its last glyph.
    pub(in crate::layout) last_left: f32,
    /// How far from its printed place it is read: its frame is printed over another.
    pub(in crate::layout) moved: Move,
}

/// Pieces on one baseline, left to right; a whole line or a fragment of one.
#[derive(Debug, Clone)]
pub(in crate::layout) struct Line {
    pub(in crate::layout) page: usize,
    pub(in crate::layout) pieces: Vec<Piece>,
    pub(in crate::layout) baseline: f32,
    /// The size of most of its characters.
    pub(in crate::layout) size: f32,
}

impl Line {
    pub(in crate::layout) fn new(page: usize, pieces: Vec<Piece>) -> Self {
        let (baseline, size) = dominant(&pieces);
        Self { page, pieces, baseline, size }
    }

    pub(in crate::layout) fn left(&self) -> f32 {
        self.pieces.first().map_or(0.0, |piece| piece.left)
    }

    pub(in crate::layout) fn right(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.right).fold(0.0, f32::max)
    }

    pub(in crate::layout) fn chars(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.chars().count()).sum()
    }

    /// Whether the page shows a gap before the piece at `index`; not where there is none or nothing before it.
    pub(in crate::layout) fn gap_before(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|index| self.pieces.get(index));
        let Some((before, piece)) = before.zip(self.pieces.get(index)) else { return false };
        let share = if piece.after_blank { tuning::word_gap_at_blank() } else { tuning::word_gap() };
        !piece.kerned && piece.left - before.right > share * before.size.max(piece.size).min(self.size)
    }

    /// True where all of it stands in this marked content.
    pub(in crate::layout) fn is_tagged(&self, name: &str) -> bool {
        self.pieces.iter().all(|piece| piece.tags.iter().any(|tag| &**tag == name))
    }

    /// The text, gaps as one blank.
    pub(in crate::layout) fn text(&self) -> String {
        let mut text = String::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            if self.gap_before(index) {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        text
    }

    /// The first `count` words that a line may break between, without blanks, and the width that they take.
    pub(in crate::layout) fn first_words(&self, count: usize) -> (String, f32) {
        let mut gaps = (1..self.pieces.len()).filter(|&index| self.gap_before(index) && !self.pieces[index].tied);
        let end = gaps.nth(count - 1).unwrap_or(self.pieces.len());
        let text = self.pieces[..end].iter().map(|piece| piece.text.as_str()).collect();
        (text, self.pieces[..end].last().map_or(0.0, |last| last.right - self.left()))
    }

    /// True for a piece that stands above or below its line in smaller type; positive `raise` is up.
    pub(in crate::layout) fn is_raised(&self, piece: &Piece) -> bool {
        piece.size < tuning::small() * self.size && self.baseline - piece.baseline > tuning::raised() * self.size
    }

    /// Does the line begin with a list mark? A raised figure is the mark of a note.
    pub(in crate::layout) fn is_list_item(&self) -> bool {
        let raised = self.pieces.first().is_some_and(|piece| self.is_raised(piece));
        !raised && list_mark(&self.text()).is_some()
    }

    /// The number that leads a sentence: «12. Waar …», «12 Waar …».
    pub(in crate::layout) fn leading_number(&self) -> Option<u32> {
        let text = self.text();
        let digits = text.split(|c: char| !c.is_ascii_digit()).next()?;
        let rest = text.get(digits.len()..)?.trim_start_matches(['.', ')', ':']);
        let opens = rest.trim_start_matches([' ', '«', '“', '"', '‘', '\'', '(']).starts_with(char::is_uppercase);
        (opens && rest.starts_with(' ')).then(|| digits.parse().ok()).flatten()
    }

    /// One line out of fragments on the same baseline.
    pub(in crate::layout) fn joined(fragments: Vec<Self>) -> Option<Self> {
        let page = fragments.first()?.page;
        let mut pieces: Vec<Piece> = fragments.into_iter().flat_map(|line| line.pieces).collect();
        pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
        Some(Self::new(page, pieces))
    }

    /// True for a line of running text whose blanks are all as wide: a justified one of few words, or one that was
    /// broken by hand. Cells have their pitch in common, not the blanks between them, unless all are figures.
    fn is_stretched(&self) -> bool {
        // The mark of a note has a blank of its own behind it.
        let from = 1 + usize::from(self.pieces.first().is_some_and(|first| self.is_raised(first)));
        let gaps: Vec<f32> = (from..self.pieces.len())
            .filter(|index| self.gap_before(*index))
            .map(|index| self.pieces[index].left - self.pieces[index - 1].right)
            .collect();
        let (narrowest, widest) =
            gaps.iter().fold((f32::MAX, 0.0_f32), |(low, high), gap| (low.min(*gap), high.max(*gap)));
        let words = self.pieces.iter().filter(|piece| piece.text.chars().any(char::is_alphabetic)).count();
        gaps.len() >= tuning::stretched_blanks()
            && widest < tuning::stretched_even() * narrowest
            && 2 * words > self.pieces.len()
    }

    /// The fragments between wide blanks.
    pub(in crate::layout) fn fragments(self) -> Vec<Self> {
        if self.is_stretched() {
            return vec![self];
        }
        let mut fragments: Vec<Vec<Piece>> = Vec::new();
        // The mark that leads a note stays with it, however its first line is stretched (layout «browser-justified»).
        let leads = |open: &[Piece]| matches!(open, [only] if only.size < tuning::small() * self.size && self.baseline - only.baseline > tuning::raised() * self.size);
        for piece in self.pieces {
            match fragments.last_mut() {
                Some(open)
                    if leads(open)
                        || open.last().is_some_and(|last| {
                            piece.left - last.right <= tuning::gutter() * self.size.max(piece.size)
                        }) =>
                {
                    open.push(piece);
                }
                _ => fragments.push(vec![piece]),
            }
        }
        fragments.into_iter().map(|pieces| Self::new(self.page, pieces)).collect()
    }
}

/// Baseline and size of most characters.
fn dominant(pieces: &[Piece]) -> (f32, f32) {
    let mut tally: Vec<(f32, f32, usize)> = Vec::new();
    // Beside words figures may be marks, and more of them than letters: «Ja¹¹ ¹²».
    let letters = |piece: &Piece| piece.text.chars().filter(|c| c.is_alphabetic()).count();
    let worded = pieces.iter().any(|piece| letters(piece) > 0);
    for piece in pieces {
        let chars = if worded { letters(piece) } else { piece.text.chars().count() };
        match tally.iter_mut().find(|(baseline, size, _)| {
            (baseline - piece.baseline).abs() < 0.5 && (size - piece.size).abs() < 0.05 * piece.size
        }) {
            Some((_, _, count)) => *count += chars,
            None => tally.push((piece.baseline, piece.size, chars)),
        }
    }
    // Where a tie leaves it open («1 Ja»), the larger type is the line.
    tally
        .into_iter()
        .max_by(|a, b| (a.2, a.1).partial_cmp(&(b.2, b.1)).unwrap_or(std::cmp::Ordering::Equal))
        .map_or((0.0, 0.0), |(baseline, size, _)| (baseline, size))
}

#[cfg(test)]
impl Piece {
    /// A word in its place, half its size to a letter.
    pub(in crate::layout) fn of(text: &str, left: f32, baseline: f32, size: f32) -> Self {
        let right = left + 0.5 * size * text.chars().count() as f32;
        Self {
            text: text.to_owned(),
            edges: Vec::new(),
            left,
            right,
            baseline,
            size,
            style: Style { size, ..Style::default() },
            tag: None,
            tags: Arc::default(),
            origin: Origin::Printed,
            after_blank: false,
            tied: false,
            kerned: false,
            last_left: left,
            moved: Move::default(),
        }
    }
}
