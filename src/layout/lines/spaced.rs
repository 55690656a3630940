//! Joins the letters of words that are set with blanks between them («V r a a g 1»).
//!
//! **Invariant:** only what becomes a word of the list is joined: «A B C D» in a table's head stays.

use super::piece::Piece;
use crate::layout::tuning;
use crate::lexicon;

/// Joins the letters of spaced words.
pub(in crate::layout) fn join(row: Vec<Piece>) -> Vec<Piece> {
    if row.len() < tuning::spaced_letters() {
        return row;
    }
    let mut out = Vec::with_capacity(row.len());
    let mut open: Vec<Piece> = Vec::new();
    for piece in row {
        if !open.last().is_some_and(|last| goes_on(last, &piece)) {
            out.extend(words(std::mem::take(&mut open)));
        }
        open.push(piece);
    }
    out.extend(words(open));
    out
}

fn is_single(piece: &Piece) -> bool {
    let mut signs = piece.text.chars();
    signs.next().is_some_and(char::is_alphanumeric) && signs.next().is_none()
}

/// Both are single signs of one setting, side by side.
fn goes_on(last: &Piece, piece: &Piece) -> bool {
    is_single(last)
        && is_single(piece)
        && last.style == piece.style
        && (last.baseline - piece.baseline).abs() < 0.1 * piece.size
        && piece.left - last.right < tuning::spaced_far() * piece.size
}

/// The pieces of a row of single signs, those of a word in one.
fn words(signs: Vec<Piece>) -> Vec<Piece> {
    if signs.len() < tuning::spaced_letters() {
        return signs;
    }
    let narrowest = signs.windows(2).map(|pair| pair[1].left - pair[0].right).fold(f32::MAX, f32::min);
    let mut groups: Vec<Vec<Piece>> = Vec::new();
    for sign in signs {
        match groups.last_mut() {
            Some(group)
                if group.last().is_some_and(|last| {
                    sign.left - last.right <= tuning::spaced_wider() * narrowest && is_figure(last) == is_figure(&sign)
                }) =>
            {
                group.push(sign);
            }
            _ => groups.push(vec![sign]),
        }
    }
    let is_word = |group: &[Piece]| group.len() >= tuning::spaced_letters() && lexicon::is_word(&text(group));
    let spaced = groups.iter().any(|group| is_word(group));
    let joins = |group: &[Piece]| is_word(group) || spaced && group.iter().all(is_figure);
    groups.into_iter().flat_map(|group| if joins(&group) { vec![joined(group)] } else { group }).collect()
}

fn is_figure(piece: &Piece) -> bool {
    piece.text.chars().all(|sign| sign.is_ascii_digit())
}

fn text(group: &[Piece]) -> String {
    group.iter().map(|piece| piece.text.as_str()).collect()
}

fn joined(group: Vec<Piece>) -> Piece {
    let text = text(&group);
    let edges = group.iter().flat_map(|piece| piece.edges.iter().copied()).collect();
    let (right, last_left) = group.last().map_or((0.0, 0.0), |last| (last.right, last.last_left));
    let first = group.into_iter().next().expect("a group is opened with its first sign");
    Piece { text, edges, right, last_left, ..first }
}
