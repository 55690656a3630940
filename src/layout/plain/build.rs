//! Lines, notes and marks of plain text become one [`Text`]: each line is set in fixed pitch, one cell a character, and
//! then joined as printed lines are. Only where a paragraph ends is told here, since characters do not tell how wide a
//! line was printed.

use std::ops::Range;
use std::sync::Arc;

use super::line::{Line, Zone};
use super::marks::Found;
use super::note::Note;
use crate::layout::draft::{Draft, Sign};
use crate::layout::hyphen::Vocabulary;
use crate::layout::lines::frames::Move;
use crate::layout::lines::piece::{self, Piece};
use crate::layout::text::Builder;
use crate::layout::tuning;
use crate::layout::{Flow, NoteMark, Origin, Page, Style, Text};
use crate::lexicon;

/// Size of the type and width of a character, in points: the two blanks with which `-layout` justifies make no gutter.
const SIZE: f32 = 10.0;
const CELL: f32 = 4.5;
/// Size of a mark, and how far it is raised, in points.
const MARK: f32 = 6.0;
const RAISE: f32 = 3.5;

/// Puts the text together: body, notes, side columns, feet; `pages` is the number of pages of the file, 0 where it has no
/// form feeds.
pub(super) fn text(lines: &[Line], notes: &[Note], marks: &[Found], pages: usize) -> Text {
    let mut vocabulary = Vocabulary::default();
    for line in lines {
        vocabulary.learn(&line.text);
    }
    let typesetter = Typesetter { lines, marks, measure: Measure::of(lines), vocabulary };
    let mut text = Builder::new((1..=pages).map(|number| Page { number, ..Page::default() }).collect());
    for draft in typesetter.body() {
        text.push(draft, Flow::Body);
    }
    for note in notes {
        text.push(typesetter.note(note), Flow::Note);
    }
    for (part, flow) in [(Zone::Side, Flow::Side), (Zone::Foot, Flow::Foot)] {
        for line in lines.iter().filter(|line| line.part == part) {
            let mut draft = starting(line);
            typesetter.push(&mut draft, line, &line.text, &[]);
            text.push(draft, flow);
        }
    }
    text.finish().unplaced(pages > 0)
}

/// How wide the text is set, and whether blank lines part its paragraphs.
struct Measure {
    width: f32,
    blanks_part: bool,
}

impl Measure {
    fn of(lines: &[Line]) -> Self {
        let body = || lines.iter().filter(|line| line.part == Zone::Body);
        let mut widths: Vec<usize> = body().map(|line| line.text.chars().count()).collect();
        widths.sort_unstable();
        let width = widths.get(widths.len() * 3 / 4).copied().unwrap_or_default() as f32;
        let width =
            if widths.len() < tuning::plain_short_text() { width.max(tuning::plain_usual_width()) } else { width };
        let blanks = body().filter(|line| line.blank_above > 0 && !line.page_start).count() as f32;
        Self { width, blanks_part: blanks > tuning::plain_blanks_part() * widths.len() as f32 }
    }
}

struct Typesetter<'a> {
    lines: &'a [Line],
    marks: &'a [Found],
    measure: Measure,
    vocabulary: Vocabulary,
}

impl Typesetter<'_> {
    fn body(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut above: Option<usize> = None;
        for (index, line) in self.lines.iter().enumerate().filter(|(_, line)| line.part == Zone::Body) {
            let break_before = above.map_or(Break::Sure, |above| self.break_between(above, index));
            if break_before != Break::None {
                drafts.push(Draft { break_open: break_before == Break::Open, ..starting(line) });
            }
            let first = self.marks.partition_point(|mark| mark.line < index);
            let end = self.marks.partition_point(|mark| mark.line <= index);
            if let Some(draft) = drafts.last_mut() {
                self.push(draft, line, &line.text, &self.marks[first..end]);
            }
            above = Some(index);
        }
        drafts
    }

    fn note(&self, note: &Note) -> Draft {
        let mut draft = starting(&self.lines[note.first]);
        draft.note = Some(NoteMark { mark: note.number.to_string(), form: note.form });
        for (index, line) in self.lines.iter().enumerate().take(note.end).skip(note.first) {
            let own = if index == note.first { line.text.get(note.skip..).unwrap_or_default() } else { &line.text };
            if line.part == Zone::Note && !own.is_empty() {
                self.push(&mut draft, line, own, &[]);
            }
        }
        draft
    }

    /// Adds a line to a paragraph; its marks are taken out.
    fn push(&self, draft: &mut Draft, line: &Line, own: &str, marks: &[Found]) {
        let (set, of_pieces) = set(line, own, marks);
        let sign = |piece: usize| of_pieces[piece].clone().map_or(Sign::Text, |mark| Sign::Marks(vec![mark]));
        draft.push_line(&set, &self.vocabulary, &mut |_, piece| sign(piece));
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
        if room > self.measure.width * (1.0 - tuning::plain_surely_short()) || is_item(&upper.text, &lower.text) {
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
        let Some(next) = self.lines[index + 1..].iter().find(|next| next.part == Zone::Body) else { return false };
        let next_word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        length < self.measure.width * tuning::plain_heading()
            && !ends_sentence(&line.text.replace(':', ""))
            && line.text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            && (next.blank_above > 0
                || length + 1.0 + (next_word as f32) < self.measure.width * tuning::plain_surely_short())
    }
}

/// An empty paragraph that begins with a line.
fn starting(line: &Line) -> Draft {
    let above = if line.blank_above > 0 { tuning::plain_blank() } else { 0.0 };
    Draft::starting((!line.page_start).then_some(above), 0.0)
}

/// A line in fixed pitch, and for each of its pieces the mark that it is.
fn set(line: &Line, own: &str, marks: &[Found]) -> (piece::Line, Vec<Option<NoteMark>>) {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut of_pieces = Vec::new();
    let mut open = None;
    let mut left = 0.0;
    for (at, char) in own.char_indices() {
        let mark = marks.iter().position(|mark| mark.at.contains(&at));
        // A mark was printed in what the file has no room for.
        let width = if mark.is_some() { 0.0 } else { CELL };
        match pieces.last_mut().filter(|_| open == Some(mark)) {
            _ if char.is_whitespace() => {}
            // The comma between two marks goes with them.
            _ if mark.is_some() && char == ',' => {}
            Some(last) => {
                last.text.push(char);
                last.last_left = left;
                last.right = left + width;
            }
            None => {
                pieces.push(piece(char, left..left + width, mark.is_some()));
                let note = |mark: &Found| NoteMark { mark: mark.number.to_string(), form: mark.form };
                of_pieces.push(mark.map(|mark| note(&marks[mark])));
            }
        }
        open = (!char.is_whitespace()).then_some(mark);
        left += width;
    }
    (piece::Line::new(line.page.unwrap_or_default(), pieces), of_pieces)
}

fn piece(char: char, at: Range<f32>, is_mark: bool) -> Piece {
    Piece {
        text: char.into(),
        edges: Vec::new(),
        left: at.start,
        right: at.end,
        baseline: if is_mark { -RAISE } else { 0.0 },
        size: if is_mark { MARK } else { SIZE },
        style: Style::default(),
        tag: None,
        tags: Arc::from([]),
        origin: Origin::Printed,
        after_blank: false,
        tied: false,
        kerned: false,
        last_left: at.start,
        moved: Move::default(),
    }
}

/// Whether a paragraph ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Break {
    None,
    Open,
    Sure,
}

/// Whether a line ends a sentence, the mark of a note behind it aside.
fn ends_sentence(text: &str) -> bool {
    lexicon::ends_sentence(text.trim_end_matches(|c: char| c.is_ascii_digit() || "»”’\")".contains(c)))
}

fn opens_sentence(text: &str) -> bool {
    let first = text.trim_start_matches(['«', '“', '‘', '"', '\'', '(']).chars().next();
    first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// A list item: a mark at the line's start where the line above has come to an end.
fn is_item(upper: &str, lower: &str) -> bool {
    let mark = lexicon::list_mark(lower);
    mark.is_some()
        && (ends_sentence(upper) || upper.ends_with(',') || lower.starts_with(['•', '▪', '◦', '●', '\u{f0b7}']))
}
