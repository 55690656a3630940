//! Tells which words are bold.
//!
//! Tesseract does not tell. The strokes of bold letters are wider: their width is the length of the dark stretches of
//! rows through the letters' lower halves, most of which cross a stem.

use super::bitmap::{Box, Ink, stretches};
use super::measure::{Type, weighed_median};
use super::tuning;
use super::words::Word;

/// For each word of each line whether it is bold.
pub(super) fn bold(ink: &Ink, lines: &[(Vec<Word>, Type)]) -> Vec<Vec<bool>> {
    let widths: Vec<Vec<Option<f32>>> =
        lines.iter().map(|(words, line)| words.iter().map(|word| stroke(ink, word, *line)).collect()).collect();
    let letters = |word: &Word| word.text.chars().count();
    let mut all: Vec<(f32, usize)> = Vec::new();
    for ((words, _), widths) in lines.iter().zip(&widths) {
        all.extend(words.iter().zip(widths).filter_map(|(word, width)| Some(((*width)?, letters(word)))));
    }
    let Some(regular) = lower(all) else { return lines.iter().map(|(words, _)| vec![false; words.len()]).collect() };
    let decide = |((words, _), widths): (&(Vec<Word>, Type), &Vec<Option<f32>>)| {
        let told: Vec<Option<bool>> = widths.iter().map(|width| Some((*width)? > tuning::bolder() * regular)).collect();
        let first = told.iter().flatten().next().copied().unwrap_or_default();
        let mut last = first;
        let mut bold: Vec<bool> = told
            .into_iter()
            .map(|told| {
                last = told.unwrap_or(last);
                last
            })
            .collect();
        let total: usize = words.iter().map(letters).sum();
        let heavy: usize = words.iter().zip(&bold).filter(|(_, bold)| **bold).map(|(word, _)| letters(word)).sum();
        let share = heavy as f32 / total.max(1) as f32;
        if share >= tuning::agreed_share() || share <= 1.0 - tuning::agreed_share() {
            bold.fill(share >= tuning::agreed_share());
        }
        bold
    };
    lines.iter().zip(&widths).map(decide).collect()
}

/// The value below which the lightest part of the letters lies, in its middle.
fn lower(mut widths: Vec<(f32, usize)>) -> Option<f32> {
    widths.sort_by(|a, b| a.0.total_cmp(&b.0));
    let enough = widths.iter().map(|(_, letters)| letters).sum::<usize>() as f32 * tuning::regular_share();
    let mut seen = 0;
    let lightest = widths.into_iter().take_while(|(_, letters)| {
        let before = seen;
        seen += letters;
        before as f32 <= enough
    });
    weighed_median(lightest.collect())
}

/// The width of a word's strokes as a share of the size.
fn stroke(ink: &Ink, word: &Word, line: Type) -> Option<f32> {
    if word.text.chars().filter(|c| c.is_alphanumeric()).count() < tuning::telling_letters() || line.size <= 0.0 {
        return None;
    }
    let row = |share: f32| (line.baseline - share * line.size).max(0.0) as usize;
    let Box { left, right, .. } = word.at;
    let rows = row(tuning::stem_band_high())..row(tuning::stem_band_low());
    let inside = rows.flat_map(|y| stretches(ink.row(y).get(left..right.min(ink.width)).unwrap_or_default()));
    let lengths = inside.map(|(start, end)| ((end - start) as f32, 1));
    let stems: Vec<_> = lengths.filter(|(length, _)| *length <= tuning::stem_max() * line.size).collect();
    // The mean, for a median would count whole pixels; of a stroke .1 wide at 9 points they are 4.
    let sum: f32 = stems.iter().map(|(length, _)| length).sum();
    (!stems.is_empty()).then(|| sum / stems.len() as f32 / line.size)
}
