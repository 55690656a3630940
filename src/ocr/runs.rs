//! Turns recognised words, marks and rules, measured in pixels, into runs and rules in points.

use std::sync::Arc;

use super::bitmap::{Box, Ink};
use super::measure::{self, Type};
use super::recognised::Recognised;
use super::tuning;
use super::weight;
use super::words::Word;
use crate::pdf::{Glyph, Origin, Rect, Run, Style};

/// Puts the recognised words, marks and rules on the page, in points instead of pixels of the picture.
pub(super) fn placed(lines: &[Vec<Word>], marks: &[Word], rules: &[Box], ink: &Ink, point: f32) -> Recognised {
    let font: Arc<str> = Arc::from("recognised");
    let lines = lines.iter().map(|words| without_rules(words, rules)).flat_map(stretches);
    let measured: Vec<(Vec<Word>, Type)> = lines
        .map(|words| {
            let line = measured(&words);
            (words, line)
        })
        .collect();
    let letters = |words: &[Word]| words.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let mut sizes: Vec<(f32, usize)> = measured.iter().map(|(words, line)| (line.size, letters(words))).collect();
    measure::agree(&mut sizes);
    let bold = weight::bold(ink, &measured);
    let mut runs = Vec::new();
    for (((words, line), (size, _)), bold) in measured.iter().zip(&sizes).zip(bold) {
        let line = Type { size: *size, ..*line };
        let styles = bold.into_iter().map(|bold| Style { font: Arc::clone(&font), bold, italic: false });
        runs.extend(words.iter().zip(styles).map(|(word, style)| after_blank(run(word, line, style, point))));
    }
    runs.extend(marks.iter().map(|mark| {
        let line = Type { baseline: mark.at.bottom as f32, size: mark.at.height() as f32 / tuning::figure_height() };
        run(mark, line, Style { font: Arc::clone(&font), bold: false, italic: false }, point)
    }));
    let sure: f32 = measured
        .iter()
        .flat_map(|(words, _)| words)
        .map(|word| word.confidence * word.text.chars().count() as f32)
        .sum();
    let count = measured.iter().map(|(words, _)| letters(words)).sum::<usize>();
    let rect = |b: &Box| Rect {
        left: b.left as f32 / point,
        top: b.top as f32 / point,
        right: b.right as f32 / point,
        bottom: b.bottom as f32 / point,
    };
    Recognised { runs, rules: rules.iter().map(rect).collect(), confidence: sure / count.max(1) as f32 }
}

/// The stretches of a line between wide blanks: text and what stands beside it may be set in two sizes.
fn stretches(words: Vec<Word>) -> Vec<Vec<Word>> {
    let mut stretches: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let near =
            |last: &Word| word.at.left as f32 - last.at.right as f32 <= tuning::column_gap() * word.at.height() as f32;
        match stretches.last_mut() {
            Some(open) if open.last().is_some_and(near) => open.push(word),
            _ => stretches.push(vec![word]),
        }
    }
    stretches
}

/// Words but for what is a rule read as dashes or bars.
fn without_rules(words: &[Word], rules: &[Box]) -> Vec<Word> {
    let is_rule = |word: &Word| {
        let strokes = word.text.chars().all(|c| "|—–-_=~.'‘’\"“”[]{}/\\!".contains(c));
        strokes
            && rules.iter().any(|rule| {
                rule.left <= word.at.right
                    && word.at.left <= rule.right
                    && rule.top <= word.at.bottom
                    && word.at.top <= rule.bottom
            })
    };
    words.iter().filter(|word| !is_rule(word)).cloned().collect()
}

/// A line of signs alone is measured by its boxes.
fn measured(words: &[Word]) -> Type {
    measure::line(words).unwrap_or_else(|| {
        let around = words.iter().map(|word| word.at).reduce(|a, b| a.with(&b)).unwrap_or_default();
        Type { baseline: around.bottom as f32, size: around.height() as f32 / tuning::figure_height() }
    })
}

/// Words are parted by blanks; a mark stands at its word («m³»).
fn after_blank(mut run: Run) -> Run {
    let x = run.glyphs.first().map_or(0.0, |glyph| glyph.x);
    run.glyphs.insert(0, Glyph { text: " ".to_owned(), x, advance: 0.0 });
    run
}

/// A word as a run.
fn run(word: &Word, line: Type, style: Style, point: f32) -> Run {
    let (left, right) = (word.at.left as f32 / point, word.at.right as f32 / point);
    let widths: Vec<f32> = word.text.chars().map(width).collect();
    let unit = (right - left) / widths.iter().sum::<f32>().max(f32::EPSILON);
    let mut x = left;
    let mut glyphs: Vec<Glyph> = Vec::new();
    for (char, width) in word.text.chars().zip(widths) {
        glyphs.push(Glyph { text: char.into(), x, advance: width * unit });
        x += width * unit;
    }
    Run {
        glyphs,
        baseline: line.baseline / point,
        size: line.size / point,
        style,
        tag: None,
        tags: Arc::from([]),
        origin: Origin::Recognised(word.confidence),
        level: true,
    }
}

/// How wide a letter is, compared with others.
fn width(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' | '’' | '‘' => 0.5,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 0.7,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 1.5,
        _ if c.is_uppercase() => 1.2,
        _ => 1.0,
    }
}
