//! Measures the baseline of a line and the size of its type.
//!
//! Tesseract tells boxes of ink, no type. A box reaches from the top of its highest letter to the bottom of its lowest,
//! so which letters stand in it says what part of the type's size its height is.

use super::tuning;
use super::words::Word;

/// Baseline and size of a line, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type {
    pub(super) baseline: f32,
    pub(super) size: f32,
}

/// Measures a line; `None` where no word has a letter or figure.
pub(super) fn line(words: &[Word]) -> Option<Type> {
    let letters: Vec<(&Word, Reach)> = words.iter().filter_map(|word| Some((word, reach(&word.text)?))).collect();
    let bottoms = letters.iter().filter(|(_, reach)| reach.down == 0.0).map(|(word, _)| word.at.bottom as f32);
    // A line of one word with a tail («pagina») has its baseline above the tail.
    let above_tail = |(word, reach): &(&Word, Reach)| {
        word.at.bottom as f32 - word.at.height() as f32 * reach.down / (reach.up + reach.down)
    };
    let baseline = median(bottoms.collect()).or_else(|| median(letters.iter().map(above_tail).collect()))?;
    // Wide words weigh more: they hold more letters.
    let weighed = letters.iter().filter_map(|(word, reach)| {
        let up = baseline - word.at.top as f32;
        (up > 0.0).then_some((up / reach.up, word.text.chars().count()))
    });
    let size = weighed_median(weighed.collect())?;
    Some(Type { baseline, size })
}

/// How far a word reaches above and below the baseline, as shares of the size.
#[derive(Debug, Clone, Copy)]
struct Reach {
    up: f32,
    down: f32,
}

/// `None` for a word without letters and figures.
fn reach(text: &str) -> Option<Reach> {
    let mut reach = Reach { up: 0.0, down: 0.0 };
    let mut readable = false;
    for c in text.chars() {
        let up = match c {
            'b' | 'd' | 'f' | 'h' | 'k' | 'l' | '(' | ')' | '[' | ']' | '/' | '|' => tuning::ascender(),
            'i' | 'j' | '"' | '“' | '”' | '‘' | '’' | '\'' | '?' | '!' | '%' | '&' => tuning::capital(),
            't' => tuning::t_height(),
            _ if c.is_uppercase() || c.is_ascii_digit() => tuning::capital(),
            // Letters with accents reach about as high as capitals.
            _ if c.is_alphabetic() && !c.is_ascii() => tuning::capital(),
            _ if c.is_alphabetic() => tuning::x_height(),
            _ => 0.0,
        };
        let down = match c {
            'g' | 'j' | 'p' | 'q' | 'y' | '(' | ')' | '[' | ']' | '/' | '|' | 'Q' | '@' | ',' | ';' => {
                tuning::descender()
            }
            _ => 0.0,
        };
        readable |= c.is_alphanumeric();
        reach = Reach { up: reach.up.max(up), down: reach.down.max(down) };
    }
    (readable && reach.up > 0.0).then_some(reach)
}

pub(super) fn median(values: Vec<f32>) -> Option<f32> {
    weighed_median(values.into_iter().map(|value| (value, 1)).collect())
}

/// The value that half of the weight lies below.
pub(super) fn weighed_median(mut values: Vec<(f32, usize)>) -> Option<f32> {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<usize>() / 2;
    let mut below = 0;
    values
        .into_iter()
        .find(|(_, weight)| {
            below += weight;
            below > half
        })
        .map(|(value, _)| value)
}

/// Gives lines of about one size that very size, the commonest first; each size comes with its letters.
pub(super) fn agree(sizes: &mut [(f32, usize)]) {
    let mut open: Vec<usize> = (0..sizes.len()).collect();
    while !open.is_empty() {
        let near = |middle: f32, at: &usize| (sizes[*at].0 / middle - 1.0).abs() <= tuning::size_spread();
        let weight = |middle: f32| open.iter().filter(|at| near(middle, at)).map(|at| sizes[*at].1).sum::<usize>();
        let Some(middle) = open.iter().map(|at| sizes[*at].0).max_by_key(|size| weight(*size)) else { return };
        let (group, rest): (Vec<usize>, Vec<usize>) = open.iter().partition(|at| near(middle, at));
        let size = weighed_median(group.iter().map(|at| sizes[*at]).collect()).unwrap_or(middle);
        for at in group {
            sizes[at].0 = size;
        }
        open = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ocr::bitmap::Box;

    fn word(text: &str, top: usize, bottom: usize) -> Word {
        Word { text: text.to_owned(), at: Box { left: 0, top, right: 10, bottom }, confidence: 1.0 }
    }

    #[test]
    fn type_is_measured_by_its_letters() {
        let check = |words: &[Word], expect: Option<(i32, i32)>| {
            let found = line(words).map(|found| (found.baseline.round() as i32, found.size.round() as i32));
            assert_eq!(found, expect);
        };
        // Type of 40 pixels on a baseline at 100.
        check(&[word("dat", 70, 100)], Some((100, 40)));
        check(&[word("van", 78, 100)], Some((100, 41)));
        check(&[word("vraag", 78, 108)], Some((100, 40)));
        check(&[word("Vraag", 71, 108), word("1", 71, 100)], Some((100, 40)));
        check(&[word("—", 85, 88)], None);
    }

    #[test]
    fn sizes_agree() {
        let mut sizes = [(40.0, 60), (41.0, 50), (39.0, 5), (33.0, 40), (32.5, 20), (60.0, 1)];
        agree(&mut sizes);
        assert_eq!(sizes.map(|(size, _)| size.round() as i32), [40, 40, 40, 33, 33, 60]);
    }
}
