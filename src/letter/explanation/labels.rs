//! Labels of any wording: «Reactie 3», «V3.», «Antwoord van de minister op vraag 3», and labels without a number that
//! stand above several texts: «Reactie».
//!
//! What makes a label is not its words but that it comes back: the same words stand through the letter, each time with
//! another number, or without any. Labels of the same words and the same place on their line are a family.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unscanny::Scanner;

use crate::layout::{Paragraph, Run, Text};
use crate::letter::{number, place, tuning};
use crate::lexicon::ends_sentence;
use crate::record::Number;

/// A label in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::letter) struct Label {
    /// Its own characters, with punctuation and blanks after it.
    pub(in crate::letter) at: Range<usize>,
    /// The numbers it bears; none for one that stands above several texts.
    pub(in crate::letter) numbers: Vec<Number>,
}

/// The families of a letter, each in order of place.
pub(super) fn families(text: &Text) -> Vec<Vec<Label>> {
    let mut by_words: BTreeMap<Wording, Vec<Label>> = BTreeMap::new();
    let mut ends = Vec::new();
    for paragraph in place::body_paragraphs(text).filter(|paragraph| paragraph.cells.is_empty()) {
        for (index, line) in paragraph.lines.iter().enumerate() {
            // A line may be a label, or lead its text with one: which of them counts, the family tells.
            let leading: [Leading; 3] = [run_in, bare_run_in, styled_run_in];
            let leading = leading.iter().filter(|_| index == 0).find_map(|label| label(text, line));
            for (words, label) in alone(text, paragraph, line).into_iter().chain(leading) {
                by_words.entry(words).or_default().push(label);
            }
            ends.extend(at_end(text, paragraph, index));
            let above = index.checked_sub(1).map(|above| text.slice(&paragraph.lines[above]));
            ends.extend(run_in(text, line).filter(|_| above.is_some_and(ends_sentence)));
        }
    }
    // A short last line, or one that a label leads inside a paragraph, counts only beside others of the same words.
    for (words, label) in ends {
        if let Some(family) = by_words.get_mut(&words).filter(|family| family.len() + 1 >= tuning::family_min()) {
            let place = family.partition_point(|other| other.at.start < label.at.start);
            family.insert(place, label);
        }
    }
    let sure = |(wording, labels): (Wording, Vec<Label>)| {
        family(labels).filter(|own| wording.0 != Shape::Unmarked || counts(own))
    };
    by_words.into_iter().filter_map(sure).collect()
}

/// How a label stands on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    /// The line is the label, with a number: «Reactie 3».
    Alone,
    /// The line is the label, without one.
    Bare,
    /// Text follows on the line: «V1. Hoeveel …».
    RunIn,
    /// The same, and neither punctuation nor type parts it from its text: «V1 Hoeveel …».
    Unmarked,
    /// Text follows the label on the line, and it has no number: «Reactie: Voor …».
    BareRunIn,
}

/// What the labels of a family have in common.
type Wording = (Shape, String);

/// How a label that leads a line is read.
type Leading = fn(&Text, &Range<usize>) -> Option<(Wording, Label)>;

/// Whether a family counts from 1 without a gap: then each of its members heads something.
pub(super) fn counts(family: &[Label]) -> bool {
    let follows = |pair: &[Label]| {
        let (before, after) = (pair[0].numbers.last(), pair[1].numbers.first());
        before.zip(after).is_some_and(|(before, after)| after.follows(*before))
    };
    let from_one = family.first().and_then(|label| label.numbers.first()).is_some_and(|first| first.value == 1);
    from_one && family.len() >= tuning::family_min() && family.windows(2).all(follows)
}

/// The members of a family, each number once; or all of one that bears no numbers and comes back often enough.
fn family(labels: Vec<Label>) -> Option<Vec<Label>> {
    if labels.iter().all(|label| label.numbers.is_empty()) {
        return (labels.len() >= tuning::family_min()).then_some(labels);
    }
    let mut seen = BTreeSet::new();
    let own: Vec<Label> =
        labels.into_iter().filter(|label| label.numbers.first().is_some_and(|first| seen.insert(*first))).collect();
    // One answer may be that to all questions.
    (own.len() > 1 || own.iter().any(|label| label.numbers.len() > 1)).then_some(own)
}

/// A label that is a line of its own: few words, a number among them or none, no sentence.
fn alone(text: &Text, paragraph: &Paragraph, line: &Range<usize>) -> Option<(Wording, Label)> {
    let own = text.slice(line);
    let opens = own.starts_with(char::is_alphabetic);
    if !opens || own.split_whitespace().count() > tuning::label_words_max() || own.ends_with(['?', ';', ',']) {
        return None;
    }
    match own.find(|c: char| c.is_ascii_digit()) {
        None => {
            // Without a number it must be a paragraph of its own: any short line of prose comes back.
            (*line == paragraph.at || is_set_apart(text, line, paragraph)).then(|| bare(text, line)).flatten()
        }
        Some(at) => {
            let (words, rest) = own.split_at(at);
            let mut scanner = Scanner::new(rest);
            let numbers = number::list(&mut scanner)?;
            // What follows the number may be who asks, no date and no amount.
            let rest = scanner.after();
            let after = rest.trim_start_matches([':', '.', ')', ' ']);
            let counted = after.contains(|c: char| c.is_ascii_digit() || "%€".contains(c));
            // «V7. Welke gevolgen heeft de bekostiging van» leads its text.
            let leads =
                rest.starts_with([':', '.', ')']) && after.split_whitespace().count() > tuning::bare_label_words_max();
            (!counted && !leads && !after.ends_with('.'))
                .then(|| ((Shape::Alone, words.trim().to_lowercase()), Label { at: line.clone(), numbers }))
        }
    }
}

/// A few words without a number that are a line of their own.
fn bare(text: &Text, line: &Range<usize>) -> Option<(Wording, Label)> {
    let words = text.slice(line).trim_end_matches([':', '.', ' ']);
    let few = words.split_whitespace().count() <= tuning::bare_label_words_max();
    few.then(|| ((Shape::Bare, words.to_lowercase()), Label { at: line.clone(), numbers: Vec::new() }))
}

/// True for a line in bold, italic or underlined type inside a paragraph that is set otherwise.
fn is_set_apart(text: &Text, line: &Range<usize>, paragraph: &Paragraph) -> bool {
    place::TYPES.iter().any(|kind| {
        place::share(text, line, kind).is_some_and(|share| share > tuning::title_type_min())
            && place::share(text, &paragraph.at, kind).is_some_and(|share| share < 0.5)
    })
}

/// The same as the last line of a paragraph, which was set below its text without a blank.
fn at_end(text: &Text, paragraph: &Paragraph, index: usize) -> Option<(Wording, Label)> {
    let line = paragraph.lines.get(index).filter(|line| index > 0 && line.end == paragraph.at.end)?;
    let own = text.slice(line);
    let opens = own.starts_with(char::is_uppercase) && !own.ends_with(['?', ';', ',', '.']);
    opens.then(|| bare(text, line)).flatten()
}

/// A label before its text on one line: «V1. Hoeveel …».
fn run_in(text: &Text, line: &Range<usize>) -> Option<(Wording, Label)> {
    let own = text.slice(line);
    let letters = own.chars().take_while(|c| c.is_alphabetic()).count();
    let start = own.char_indices().nth(letters).map_or(own.len(), |(at, _)| at);
    let rest = own.get(start..)?;
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    let mut scanner = Scanner::new(rest.get(blank..)?);
    let numbers = number::list(&mut scanner).filter(|_| letters > 0)?;
    let digits = scanner.cursor();
    let after = scanner.after();
    let body = after.trim_start_matches([':', '.', ')']);
    // A word needs no full stop behind its number, a letter does, or type of its own.
    let end = line.start + start + blank + digits;
    let punctuated = body.len() < after.len()
        || (letters > 1 && own.starts_with(char::is_uppercase))
        || own_type(text, line).is_some_and(|own| text.slice(&(end.min(own)..end.max(own))).trim().is_empty());
    let spaced = body.starts_with([' ', '\u{a0}']);
    let opens = body.trim_start().trim_start_matches(['«', '“', '"', '‘', '\'', '(']).chars().next()?;
    let length = start + blank + digits + (after.len() - body.trim_start().len());
    let label = Label { at: line.start..line.start + length, numbers };
    // Without any of these the labels must count: «A4 Papier …» is none.
    let shape = if punctuated { Shape::RunIn } else { Shape::Unmarked };
    (spaced && opens.is_uppercase()).then(|| ((shape, own.get(..start).unwrap_or_default().to_owned()), label))
}

/// A label without a number before its text: «Reactie: Voor …».
fn bare_run_in(text: &Text, line: &Range<usize>) -> Option<(Wording, Label)> {
    let own = text.slice(line);
    let (words, rest) = own.split_once(':')?;
    let blank = rest.len() - rest.trim_start().len();
    let label = Label { at: line.start..line.start + words.len() + 1 + blank, numbers: Vec::new() };
    (is_bare(words) && blank > 0 && blank < rest.len()).then(|| ((Shape::BareRunIn, words.to_lowercase()), label))
}

/// The same in type of its own, without a colon.
fn styled_run_in(text: &Text, line: &Range<usize>) -> Option<(Wording, Label)> {
    let end = own_type(text, line)?;
    let rest = text.slice(&(end..line.end));
    let blank = rest.len() - rest.trim_start().len();
    let words = text.slice(&(line.start..end)).trim();
    let opens = rest.trim_start().trim_start_matches(['«', '“', '"', '‘', '\'', '(']).starts_with(char::is_uppercase);
    let label = Label { at: line.start..end + blank, numbers: Vec::new() };
    (opens && is_bare(words)).then(|| ((Shape::BareRunIn, words.to_lowercase()), label))
}

/// Where the type ends in which a line begins, where that is bold, italic or underlined and other type follows.
fn own_type(text: &Text, line: &Range<usize>) -> Option<usize> {
    let runs = place::runs(text, line);
    let style = runs.first().filter(|run| run.rect.is_some())?.style;
    let own = |run: &&Run| run.style == style;
    let end = runs.iter().take_while(own).last()?.at.end;
    ((style.bold || style.italic || style.underlined) && end < line.end).then_some(end)
}

/// A few words with a capital, and nothing else.
fn is_bare(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && words.chars().all(|c| c.is_alphabetic() || c == ' ')
        && words.split_whitespace().count() <= tuning::bare_label_words_max()
}
