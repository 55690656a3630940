//! Lines, notes and marks of plain text become one [`Text`].

use super::marks::Found;
use super::notes::Note;
use super::{Line, Part};
use crate::layout::hyphen::{Joint, Vocabulary, joint};
use crate::layout::{Flow, Mark, NoteMark, Origin, Page, Paragraph, Run, Style, Text, Uncertain};

/// Blanks after which a new run begins: two columns, `-layout` justifies with two at most.
const GAP: &str = "   ";
/// What a blank line counts as, in points.
const BLANK: f32 = 10.0;
/// A line that ends before this share of the text's width, with room for the next word, ends its paragraph.
/// Full lines of proportional type vary by a tenth in characters (`brief-aandachtsgroepen.txt`: 66 to 76).
const SURELY_SHORT: f32 = 0.8;
/// Longest heading, as share of the width.
const HEADING: f32 = 0.7;
/// Lines below which a text is too short to tell how wide it is set; it counts as set to a usual width.
const SHORT_TEXT: usize = 20;
/// The usual width, in characters.
const USUAL_WIDTH: f32 = 60.0;
/// Share of the lines of a text below a blank line above which blank lines are what parts its paragraphs.
const BLANKS_PART: f32 = 0.06;

/// Puts the text together: body, notes, side columns, feet.
pub(super) fn text(lines: &[Line], notes: &[Note], marks: &[Found], source: &str) -> Text {
    let mut builder = Builder {
        text: Text::default(),
        lines,
        marks,
        next_mark: 0,
        measure: Measure::of(lines),
        vocabulary: Vocabulary::default(),
    };
    for line in lines {
        builder.vocabulary.learn(&line.text);
    }
    builder.body();
    for note in notes {
        builder.note(note);
    }
    for (part, flow) in [(Part::Side, Flow::Side), (Part::Foot, Flow::Foot)] {
        for line in lines.iter().filter(|line| line.part == part) {
            builder.paragraph(flow, line);
            builder.push(line, &line.text, &[], Joint::Glue);
        }
    }
    let paged = source.contains('\u{c}');
    let count = if paged { source.trim_end_matches(['\u{c}', '\n', ' ']).split('\u{c}').count() } else { 0 };
    builder.text.pages = (1..=count).map(|number| Page { number, ..Page::default() }).collect();
    builder.text
}

/// How wide the text is set, and whether blank lines part its paragraphs.
struct Measure {
    width: f32,
    blanks_part: bool,
}

impl Measure {
    fn of(lines: &[Line]) -> Self {
        let body = || lines.iter().filter(|line| line.part == Part::Body);
        let mut widths: Vec<usize> = body().map(|line| line.text.chars().count()).collect();
        widths.sort_unstable();
        let width = widths.get(widths.len() * 3 / 4).copied().unwrap_or_default() as f32;
        let width = if widths.len() < SHORT_TEXT { width.max(USUAL_WIDTH) } else { width };
        let blanks = body().filter(|line| line.blank_above > 0 && !line.page_start).count() as f32;
        Self { width, blanks_part: blanks > BLANKS_PART * widths.len() as f32 }
    }
}

struct Builder<'a> {
    text: Text,
    lines: &'a [Line],
    marks: &'a [Found],
    next_mark: usize,
    measure: Measure,
    vocabulary: Vocabulary,
}

impl Builder<'_> {
    fn body(&mut self) {
        let mut above: Option<usize> = None;
        for (index, line) in self.lines.iter().enumerate().filter(|(_, line)| line.part == Part::Body) {
            let first = self.next_mark;
            while self.marks.get(self.next_mark).is_some_and(|mark| mark.line <= index) {
                self.next_mark += 1;
            }
            let marks: Vec<Found> = self.marks[first..self.next_mark].to_vec();
            let break_before = above.map_or(Break::Sure, |above| self.break_between(above, index));
            let joint = if break_before == Break::None {
                let left = above.map_or("", |above| self.lines[above].text.as_str());
                joint(left, &line.text, &self.vocabulary)
            } else {
                self.paragraph(Flow::Body, line);
                if let Some(paragraph) = self.text.paragraphs.last_mut() {
                    paragraph.break_open = break_before == Break::Open;
                }
                Joint::Glue
            };
            self.push(line, &line.text, &marks, joint);
            above = Some(index);
        }
    }

    /// Whether a paragraph ends between two lines of the body that follow each other.
    fn break_between(&self, above: usize, below: usize) -> Break {
        let (upper, lower) = (&self.lines[above], &self.lines[below]);
        let over_page = lower.page_start || upper.page != lower.page || above + 1 != below;
        let sentence_end = ends_sentence(&upper.text);
        let capital = opens_sentence(&lower.text);
        let next_word = lower.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        let room = self.measure.width - (upper.text.chars().count() + 1 + next_word) as f32;
        if lower.blank_above > 0 && !over_page {
            return Break::Sure;
        }
        if upper.text.ends_with('-') && !sentence_end {
            return Break::None;
        }
        if room > self.measure.width * (1.0 - SURELY_SHORT) || is_item(&upper.text, &lower.text) {
            return Break::Sure;
        }
        if self.is_heading(below) && sentence_end {
            return Break::Sure;
        }
        if room > 0.0 && sentence_end && capital && (over_page || !self.measure.blanks_part) {
            return if over_page { Break::Open } else { Break::Sure };
        }
        Break::None
    }

    /// A short line that ends no sentence, followed by a break.
    fn is_heading(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let length = line.text.chars().count() as f32;
        let Some(next) = self.lines[index + 1..].iter().find(|next| next.part == Part::Body) else { return false };
        let next_word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        length < self.measure.width * HEADING
            && !ends_sentence(&line.text.replace(':', ""))
            && line.text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            && (next.blank_above > 0 || length + 1.0 + (next_word as f32) < self.measure.width * SURELY_SHORT)
    }

    fn note(&mut self, note: &Note) {
        let lines = self.lines;
        let mut above: Option<&str> = None;
        for (index, line) in lines.iter().enumerate().take(note.end).skip(note.first) {
            let own = if index == note.first { line.text.get(note.skip..).unwrap_or_default() } else { &line.text };
            if line.part != Part::Note || (own.is_empty() && index != note.first) {
                continue;
            }
            let joint = match above {
                Some(above) if !above.is_empty() => joint(above, own, &self.vocabulary),
                Some(_) => Joint::Glue,
                None => {
                    self.paragraph(Flow::Note, line);
                    if let Some(paragraph) = self.text.paragraphs.last_mut() {
                        paragraph.mark = Some(NoteMark { mark: note.number.to_string(), form: note.form });
                    }
                    Joint::Glue
                }
            };
            self.push(line, own, &[], joint);
            above = Some(own);
        }
    }

    /// Opens a paragraph.
    fn paragraph(&mut self, flow: Flow, line: &Line) {
        if !self.text.string.is_empty() {
            self.text.string.push('\n');
        }
        let at = self.text.string.len();
        let above = (line.blank_above > 0 && !line.page_start).then_some(BLANK);
        self.text.paragraphs.push(Paragraph {
            at: at..at,
            flow,
            page: line.page,
            mark: None,
            lines: Vec::new(),
            style: Style::default(),
            space_above: above.or((!line.page_start).then_some(0.0)),
            indent: 0.0,
            break_open: false,
            cells: Vec::new(),
        });
    }

    /// Adds a line to the open paragraph; its marks go to the list of marks.
    fn push(&mut self, line: &Line, own: &str, marks: &[Found], joint: Joint) {
        match joint {
            Joint::Space => self.text.string.push(' '),
            Joint::Drop => drop(self.shorten()),
            Joint::Glue => {}
        }
        let start = self.text.string.len();
        let mut done = 0;
        for mark in marks {
            self.words(own.get(done..mark.at.start).unwrap_or_default(), start);
            let rest = own.get(mark.at.end..).unwrap_or_default();
            let at = self.place_mark(rest, start);
            let form = mark.form;
            self.text.marks.push(Mark { at, mark: mark.number.to_string(), form, page: line.page });
            done = mark.at.end;
        }
        let mut from = start;
        for piece in own.get(done..).unwrap_or_default().split_inclusive(GAP) {
            self.words(piece, start);
            let end = self.text.string.len();
            if end > from {
                let at = from..end;
                self.text.runs.push(Run {
                    at,
                    page: line.page,
                    rect: None,
                    edges: Vec::new(),
                    style: Style::default(),
                    tag: None,
                    origin: Origin::Printed,
                });
                from = end;
            }
        }
        let at = start..self.text.string.len();
        if let Some(paragraph) = self.text.paragraphs.last_mut() {
            paragraph.at.end = at.end;
            paragraph.lines.push(at.clone());
        }
        let kind =
            if own.trim().contains(GAP) { Some(Uncertain::Table) } else { line.astray.then_some(Uncertain::Order) };
        self.text.uncertain.extend(kind.map(|kind| (at, kind)));
    }

    /// The hyphen at the end of the line before goes.
    fn shorten(&mut self) -> Option<char> {
        let hyphen = self.text.string.pop()?;
        let end = self.text.string.len();
        if let Some(paragraph) = self.text.paragraphs.last_mut() {
            paragraph.at.end = end;
            if let Some(line) = paragraph.lines.last_mut() {
                line.end = end;
            }
        }
        if let Some(run) = self.text.runs.last_mut() {
            run.at.end = end;
        }
        Some(hyphen)
    }

    /// The gap before a mark goes where punctuation or the end follows; a mark between two words leaves a gap.
    fn place_mark(&mut self, rest: &str, start: usize) -> usize {
        let next = rest.chars().next();
        let punctuation = next.is_none_or(|c| c.is_whitespace() || ".,;:?!)»”".contains(c));
        while punctuation && self.text.string.len() > start && self.text.string.ends_with(' ') {
            self.text.string.pop();
        }
        let at = self.text.string.len();
        if next.is_some_and(char::is_alphanumeric) {
            self.text.string.push(' ');
        }
        at
    }

    /// Adds characters; runs of blanks, which `-layout` makes, are one.
    fn words(&mut self, own: &str, start: usize) {
        for c in own.chars() {
            let blank = c == ' ' && (self.text.string.len() == start || self.text.string.ends_with(' '));
            if !blank {
                self.text.string.push(c);
            }
        }
    }
}

/// Whether a paragraph ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Break {
    None,
    Open,
    Sure,
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || "»”’\")".contains(c));
    text.ends_with(['.', '?', '!', ':', ';'])
}

fn opens_sentence(text: &str) -> bool {
    let first = text.trim_start_matches(['«', '“', '‘', '"', '\'', '(']).chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// A list item: a mark at the line's start where the line above has come to an end.
fn is_item(upper: &str, lower: &str) -> bool {
    let Some(mark) = lower.split_whitespace().next() else { return false };
    if mark.chars().count() == 1 && mark.starts_with(['•', '▪', '◦', '●', '\u{f0b7}']) {
        return true;
    }
    let number = mark
        .strip_suffix(['.', ')'])
        .is_some_and(|n| !n.is_empty() && n.len() <= 3 && (n.bytes().all(|b| b.is_ascii_digit()) || n.len() == 1));
    let dash = matches!(mark, "–" | "-" | "—" | "o");
    (number || dash) && lower.len() > mark.len() && (ends_sentence(upper) || upper.ends_with(','))
}
