//! The lines of a page: glyphs join into pieces, pieces on one baseline into a line, and raised type goes to the line that
//! it belongs to.

mod accent;
pub(super) mod frames;
mod kerning;
pub(super) mod piece;
mod spaced;
pub(super) mod superior;

use std::borrow::Cow;

use super::{Edges, Style};
use crate::layout::{mark, tuning};
use crate::pdf::{self, Rect};
use frames::{Home, Move};
use piece::{Line, Piece};
use superior::Figures;

/// The lines of a page over its full width, from top to bottom, and those of what is printed twice in one place.
pub(super) fn lines(page: &pdf::Page, homes: &[Home], figures: &Figures) -> (Vec<Line>, Vec<Line>) {
    let mut pieces = pieces(page, homes, figures);
    pieces.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if on_baseline(row, &piece) => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    let (mut rows, doubles): (Vec<_>, Vec<_>) = attach_raised(rows).into_iter().map(without_doubles).unzip();
    kerning::mark(&mut rows);
    let line = |row| Line::new(page.number, spaced::join(row));
    let doubles = doubles.into_iter().filter(|row: &Vec<Piece>| !row.is_empty());
    (rows.into_iter().map(line).collect(), doubles.map(line).collect())
}

/// What stands on the page but not in its text: stamps, and type that does not run level.
pub(super) fn stamps(page: &pdf::Page, homes: &[Home]) -> Vec<Line> {
    let stamps = page.runs.iter().zip(homes).filter(|(_, home)| **home == Home::Stamp);
    stamps.filter_map(|(run, _)| Some(Line::new(page.number, vec![Piece::whole(run)?]))).collect()
}

/// Pieces of one line may sit a hair apart (bold and regular fonts, rounding).
fn on_baseline(row: &[Piece], piece: &Piece) -> bool {
    row.first().is_some_and(|first| piece.baseline - first.baseline <= 0.4 + 0.08 * piece.size.min(first.size))
}

/// Moves raised and lowered small pieces to the line that they belong to.
fn attach_raised(mut rows: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    // Of «1, 2» the second mark stands beside the first, not beside a word; set in another font it may stand a little
    // lower, in a row of its own.
    let mut moved: Option<(usize, f32, f32)> = None;
    let own: Vec<usize> = rows.iter().map(Vec::len).collect();
    for (index, own) in own.into_iter().enumerate() {
        let goes_on: Vec<f32> =
            rows[index].iter().filter(|piece| ends_in_row(&rows[index], piece)).map(|piece| piece.left).collect();
        let mut pieces = std::mem::take(&mut rows[index]);
        // What has come here from a row above stays.
        let mut kept = pieces.split_off(own);
        pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
        for piece in pieces {
            let follows = moved
                .filter(|(line, right, baseline)| {
                    *line != index
                        && (piece.left - right).abs() < 0.6 * piece.size
                        && (piece.baseline - baseline).abs() < 0.6 * piece.size
                })
                .map(|(line, ..)| line);
            // The last word of a small line belongs there, however near the next column stands.
            let host = if goes_on.contains(&piece.left) { None } else { host(&rows, index, &piece).or(follows) };
            match host {
                Some(line) => {
                    moved = Some((line, piece.right, piece.baseline));
                    rows[line].push(piece);
                }
                None => kept.push(piece),
            }
        }
        rows[index].extend(kept);
    }
    rows.retain(|row| !row.is_empty());
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// The piece goes on a line of words in its own type.
fn ends_in_row(row: &[Piece], piece: &Piece) -> bool {
    row.iter().any(|word| {
        let gap = piece.left - word.right;
        word.text.chars().filter(|sign| sign.is_alphabetic()).count() > 1
            && (word.size - piece.size).abs() < 0.05 * piece.size
            && (-0.1 * piece.size..0.5 * piece.size).contains(&gap)
    })
}

/// The row near `index` whose type is larger and that has a word right beside the piece: rather one that it follows than
/// one that it leads, which may be the next column's (layout «latex-two-columns»).
fn host(rows: &[Vec<Piece>], index: usize, piece: &Piece) -> Option<usize> {
    let is_mark = !mark::marks(&piece.text).is_empty() || piece.text == ",";
    let reach = if is_mark { tuning::raised_beside() } else { tuning::raised_word() };
    let nearer = |a: (bool, f32), b: (bool, f32)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
    let near = index.saturating_sub(4)..(index + 5).min(rows.len());
    near.filter(|&other| other != index)
        .filter_map(|other| {
            let beside =
                rows[other].iter().filter(|word| piece.size < tuning::small() * word.size).filter_map(|word| {
                    let apart = (word.baseline - piece.baseline).abs();
                    let after = piece.left - word.right;
                    let before = word.left - piece.right;
                    let follows = after.abs() < reach * word.size;
                    let beside =
                        follows || (is_mark && before > -0.2 * word.size && before < tuning::mark_beside() * word.size);
                    (apart < tuning::mark_farthest() * word.size && beside).then_some((!follows, apart))
                });
            beside.min_by(|a, b| nearer(*a, *b)).map(|near| (other, near))
        })
        .min_by(|a, b| nearer(a.1, b.1))
        .map(|(other, _)| other)
}

/// Bold faked by printing twice shows each piece twice; one is kept, bold, and the others are returned beside it.
fn without_doubles(row: Vec<Piece>) -> (Vec<Piece>, Vec<Piece>) {
    let mut kept: Vec<Piece> = Vec::with_capacity(row.len());
    let mut doubles = Vec::new();
    for piece in row {
        let twin = kept.iter_mut().rev().take(3).find(|other| {
            other.text == piece.text
                && (other.left - piece.left).abs() < 0.08 * piece.size
                && (other.right - piece.right).abs() < 0.08 * piece.size
        });
        match twin {
            Some(twin) => {
                twin.style.bold = true;
                doubles.push(piece);
            }
            None => kept.push(piece),
        }
    }
    (kept, doubles)
}

fn pieces(page: &pdf::Page, homes: &[Home], figures: &Figures) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // A blank met, and whether it is one that does not break.
    let mut blank: Option<bool> = None;
    for (run, home) in page.runs.iter().zip(homes) {
        let Home::Text(moved) = *home else { continue };
        let run = &placed(run, moved);
        let gap = tuning::word_gap() * run.size + letter_spacing(run);
        // A piece never runs over from one run into the next: their styles differ.
        let mut open = false;
        let mut raised = false;
        for glyph in &run.glyphs {
            if glyph.text.chars().all(char::is_whitespace) {
                open = false;
                blank = Some(matches!(glyph.text.as_str(), "\u{A0}" | "\u{202F}"));
                continue;
            }
            if pieces.last_mut().is_some_and(|last| accent::compose(last, glyph, run)) {
                continue;
            }
            let superior = figures.is_superior(glyph, run);
            open &= superior == std::mem::replace(&mut raised, superior);
            match pieces.last_mut() {
                Some(last) if open && glyph.x - last.right <= gap && glyph.x > last.left - 0.5 * run.size => {
                    let text = visible(glyph, run);
                    last.edges.extend(edges(glyph, &text));
                    last.text.push_str(&text);
                    last.last_left = glyph.x;
                    last.right = (glyph.x + glyph.advance.max(0.0)).max(last.right);
                }
                _ => pieces.push(Piece::starting(glyph, run, blank.take(), superior, moved)),
            }
            open = true;
        }
    }
    underline(&mut pieces, &page.rules);
    pieces
}

/// Marks the pieces right under which a rule is drawn.
fn underline(pieces: &mut [Piece], rules: &[Rect]) {
    let level = rules.iter().filter(|rule| rule.bottom - rule.top < rule.right - rule.left);
    let mut level: Vec<&Rect> = level.collect();
    level.sort_by(|a, b| a.bottom.total_cmp(&b.bottom));
    for piece in pieces {
        let reach = tuning::underline_below() * piece.size;
        let first = level.partition_point(|rule| rule.bottom < piece.baseline);
        let near = level[first..].iter().take_while(|rule| rule.top < piece.baseline + reach);
        // It may leave out what hangs below the line.
        let below: f32 = near.map(|rule| (rule.right.min(piece.right) - rule.left.max(piece.left)).max(0.0)).sum();
        piece.style.underlined = 2.0 * below > piece.right - piece.left;
    }
}

impl Piece {
    fn starting(glyph: &pdf::Glyph, run: &pdf::Run, blank: Option<bool>, superior: bool, moved: Move) -> Self {
        let (size, raise) = if superior {
            (tuning::superior_size() * run.size, tuning::superior_raise() * run.size)
        } else {
            (run.size, 0.0)
        };
        let text = visible(glyph, run);
        Self {
            edges: edges(glyph, &text),
            text,
            left: glyph.x,
            right: glyph.x + glyph.advance.max(0.0),
            baseline: run.baseline - raise,
            size,
            style: Style { size: run.size, bold: run.style.bold, italic: run.style.italic, underlined: false },
            tag: run.tag.clone(),
            tags: run.tags.clone(),
            origin: run.origin,
            after_blank: blank.is_some(),
            tied: blank == Some(true),
            kerned: false,
            last_left: glyph.x,
            moved,
        }
    }

    /// All of a run that stands outside the text, as one piece.
    fn whole(run: &pdf::Run) -> Option<Self> {
        let mut shown = run.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
        let first = shown.next()?;
        let text: String = run.glyphs.iter().map(|glyph| visible(glyph, run)).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let edges = run.glyphs.iter().flat_map(|glyph| edges(glyph, &visible(glyph, run))).collect();
        let right = shown.next_back().map_or(first.x, |last| last.x + last.advance.max(0.0));
        let right = right.max(first.x);
        Some(Self { text, edges, right, ..Self::starting(first, run, None, false, Move::default()) })
    }
}

/// The run in the place at which it is read.
fn placed(run: &pdf::Run, moved: Move) -> Cow<'_, pdf::Run> {
    if moved == Move::default() {
        return Cow::Borrowed(run);
    }
    let mut run = run.clone();
    run.baseline += moved.down;
    run.glyphs.iter_mut().for_each(|glyph| glyph.x += moved.right);
    Cow::Owned(run)
}

/// The glyph's text; a soft hyphen that is printed is a hyphen (Typst maps both to U+00AD).
fn visible(glyph: &pdf::Glyph, run: &pdf::Run) -> String {
    if glyph.text == "\u{AD}" && glyph.advance > tuning::word_gap() * run.size {
        "-".to_owned()
    } else {
        accent::plain(&glyph.text)
    }
}

/// The edges of each visible character of a glyph's text: each of several has an equal share of the glyph.
fn edges(glyph: &pdf::Glyph, text: &str) -> Vec<Edges> {
    let share = glyph.advance.max(0.0) / text.chars().count().max(1) as f32;
    let edge = |at: usize| glyph.x + share * at as f32;
    let visible = text.chars().enumerate().filter(|(_, sign)| !sign.is_whitespace());
    visible.map(|(at, _)| [edge(at), edge(at + 1)]).collect()
}

/// Blank that a letter-spaced heading has between all its letters, in points.
fn letter_spacing(run: &pdf::Run) -> f32 {
    let mut gaps: Vec<f32> = run
        .glyphs
        .windows(2)
        .filter(|pair| pair.iter().all(|glyph| !glyph.text.trim().is_empty()))
        .map(|pair| pair[1].x - pair[0].x - pair[0].advance)
        .collect();
    if gaps.len() < 4 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    gaps[gaps.len() / 2].max(0.0)
}

#[cfg(test)]
mod tests {
    use super::attach_raised;
    use super::piece::Piece;

    /// The pieces of each row after raised ones were moved.
    fn rows(pieces: &[&[(&str, f32, f32, f32)]]) -> Vec<Vec<String>> {
        let piece = |&(text, left, baseline, size): &(&str, f32, f32, f32)| Piece::of(text, left, baseline, size);
        let rows = pieces.iter().map(|row| row.iter().map(piece).collect()).collect();
        attach_raised(rows).into_iter().map(|row| row.into_iter().map(|piece| piece.text).collect()).collect()
    }

    #[test]
    fn a_word_of_the_next_column_is_not_raised() {
        let note = [("vergaderjaar", 50.0, 100.0, 7.0), ("12", 94.0, 100.0, 7.0)];
        assert_eq!(rows(&[&note, &[("Tekst", 104.0, 103.0, 10.0)]]), [vec!["vergaderjaar", "12"], vec!["Tekst"]]);
        assert_eq!(
            rows(&[&[("noot", 50.0, 100.0, 7.0)], &[("Tekst", 67.0, 103.0, 10.0)]]),
            [vec!["noot"], vec!["Tekst"]]
        );
        assert_eq!(rows(&[&[("2", 75.5, 100.0, 6.0)], &[("Tekst", 50.0, 103.0, 10.0)]]), [vec!["Tekst", "2"]]);
        assert_eq!(rows(&[&[("e", 55.2, 100.0, 6.0)], &[("1", 50.0, 103.0, 10.0)]]), [vec!["1", "e"]]);
    }
}
