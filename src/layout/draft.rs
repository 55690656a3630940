//! A paragraph in the making: its lines are joined, its marks taken out, its items and cells kept apart.

use std::sync::Arc;

use super::hyphen::{self, Joint, Vocabulary};
use super::lines::piece::{Line, Piece};
use super::tuning;
use super::{Edges, NoteMark, Origin, Rect, Style};

/// A joint looks at so many characters before it; addresses are the longest words, up to some 300.
const LONGEST_WORD: usize = 400;

/// One character, and where it is printed; a joint's space is printed nowhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    pub(super) char: char,
    /// Index into the draft's settings.
    pub(super) setting: Option<usize>,
    /// Where in its line it is printed.
    pub(super) edges: Edges,
}

impl Atom {
    fn blank(char: char) -> Self {
        Self { char, setting: None, edges: Edges::default() }
    }
}

/// Where and how a piece is printed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    pub(super) page: usize,
    pub(super) line: usize,
    pub(super) rect: Rect,
    pub(super) style: Style,
    pub(super) tag: Option<Arc<str>>,
    pub(super) origin: Origin,
}

/// A paragraph in the making.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) atoms: Vec<Atom>,
    pub(super) settings: Vec<Setting>,
    /// Index of the first atom of each line.
    pub(super) lines: Vec<usize>,
    /// Index of the first atom of each cell of a table's row.
    pub(super) cells: Vec<usize>,
    /// Index of the first atom of each item of a list: of the paragraph itself, or of paragraphs of its cells.
    pub(super) items: Vec<usize>,
    /// Marks by the atom before which they stand.
    pub(super) marks: Vec<(usize, NoteMark, usize)>,
    /// Raised figures that look like marks and stay in the text: no note bears them.
    pub(super) figures: Vec<std::ops::Range<usize>>,
    /// What leads the paragraph, if it is a note.
    pub(super) note: Option<NoteMark>,
    pub(super) page: Option<usize>,
    pub(super) space_above: Option<f32>,
    pub(super) indent: f32,
    pub(super) break_open: bool,
    /// It is a table's row, and where it begins or ends is a guess.
    pub(super) uncertain: bool,
    /// True for a row whose last cell is another row's, too, and holds its text there.
    pub(super) shares_last: bool,
}

/// What a piece of a line prints.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sign {
    /// Text.
    Text,
    /// A raised figure that looks like a mark and stays in the text: no note bears it.
    Figure,
    /// Marks of notes.
    Marks(Vec<NoteMark>),
}

/// Which pieces of a line are printed as text and which are marks.
pub(super) type MarksOf<'a> = &'a mut dyn FnMut(&Line, usize) -> Sign;

impl Draft {
    /// An empty paragraph with blank above it and an indent, both in points.
    pub(super) fn starting(space_above: Option<f32>, indent: f32) -> Self {
        Self { space_above, indent, ..Self::default() }
    }

    /// Adds a line after what is there.
    pub(super) fn push_line(&mut self, line: &Line, vocabulary: &Vocabulary, marks: MarksOf) {
        self.push_joined(line, marks, |before, after| hyphen::joint(before, after, vocabulary));
    }

    fn push_joined(&mut self, line: &Line, marks: MarksOf, joint: impl Fn(&str, &str) -> Joint) {
        if !self.atoms.is_empty() {
            let tail = self.atoms.len().saturating_sub(LONGEST_WORD);
            let before: String = self.atoms[tail..].iter().map(|atom| atom.char).collect();
            match joint(&before, &line.text()) {
                Joint::Space => self.space(),
                Joint::Glue => {}
                Joint::Drop => {
                    self.atoms.pop();
                }
            }
        }
        if self.atoms.is_empty() && line.is_list_item() {
            self.items.push(0);
        }
        self.lines.push(self.atoms.len());
        self.page.get_or_insert(line.page);
        self.push_pieces(line, marks);
    }

    /// Adds a cell of a table's row: its paragraphs, each with its lines.
    pub(super) fn push_cell(&mut self, paragraphs: &[Vec<Line>], vocabulary: &Vocabulary, marks: MarksOf) {
        if !self.atoms.is_empty() {
            self.space();
        }
        self.cells.push(self.atoms.len());
        for (index, lines) in paragraphs.iter().enumerate() {
            if index > 0 {
                self.atoms.push(Atom::blank('\n'));
            }
            let mut paragraph = Self::default();
            for line in lines {
                paragraph.push_joined(line, marks, |before, after| hyphen::joint_in_cell(before, after, vocabulary));
            }
            self.append(paragraph);
        }
    }

    /// Takes over all that another draft holds.
    fn append(&mut self, other: Self) {
        let (atoms, settings, line) = (self.atoms.len(), self.settings.len(), self.lines.len());
        self.page = self.page.or(other.page);
        self.atoms.extend(
            other.atoms.into_iter().map(|atom| Atom { setting: atom.setting.map(|index| index + settings), ..atom }),
        );
        self.settings
            .extend(other.settings.into_iter().map(|setting| Setting { line: setting.line + line, ..setting }));
        self.lines.extend(other.lines.into_iter().map(|start| start + atoms));
        self.items.extend(other.items.into_iter().map(|start| start + atoms));
        self.marks.extend(other.marks.into_iter().map(|(at, mark, page)| (at + atoms, mark, page)));
        self.figures.extend(other.figures.into_iter().map(|at| at.start + atoms..at.end + atoms));
    }

    fn space(&mut self) {
        if self.atoms.last().is_some_and(|atom| !atom.char.is_whitespace()) {
            self.atoms.push(Atom::blank(' '));
        }
    }

    fn push_pieces(&mut self, line: &Line, marks: MarksOf) {
        let mut after_mark = None;
        for (index, piece) in line.pieces.iter().enumerate() {
            let gap = line.gap_before(index);
            let sign = marks(line, index);
            if let Sign::Marks(found) = sign {
                let at = self.atoms.len();
                self.marks.extend(found.into_iter().map(|mark| (at, mark, line.page)));
                after_mark = Some(after_mark.unwrap_or(false) || gap);
                continue;
            }
            match after_mark.take() {
                // The comma between two marks goes with them.
                Some(_) if piece.text == "," && line.is_raised(piece) => {
                    after_mark = Some(gap);
                    continue;
                }
                Some(before) => {
                    let first = piece.text.chars().next().unwrap_or(' ');
                    let word = first.is_alphanumeric() || "«“‘\"'(".contains(first);
                    if (gap || before || first.is_alphanumeric()) && (word || (gap && !is_closing(first))) {
                        self.space();
                    }
                }
                None if gap => self.space(),
                None => {}
            }
            let at = self.atoms.len();
            self.push_piece(line, piece);
            if sign == Sign::Figure {
                self.figures.push(at..self.atoms.len());
            }
        }
    }

    fn push_piece(&mut self, line: &Line, piece: &Piece) {
        let setting = self.settings.len();
        self.settings.push(Setting {
            page: line.page,
            line: self.lines.len(),
            rect: Rect {
                left: piece.left - piece.moved.right,
                top: piece.baseline - piece.moved.down - tuning::ascent() * piece.size,
                right: piece.right - piece.moved.right,
                bottom: piece.baseline - piece.moved.down + tuning::descent() * piece.size,
            },
            style: piece.style,
            tag: piece.tag.clone(),
            origin: piece.origin,
        });
        let moved = piece.moved.right;
        let mut edges = piece.edges.iter().map(|[left, right]| [left - moved, right - moved]);
        self.atoms.extend(piece.text.chars().map(|char| {
            let edges = if char.is_whitespace() { None } else { edges.next() };
            Atom { char, setting: Some(setting), edges: edges.unwrap_or_default() }
        }));
    }

    /// Takes the characters at `at` out as the given mark, with the space before them where punctuation or the end follows.
    pub(super) fn take_out(&mut self, at: std::ops::Range<usize>, mark: NoteMark) {
        let page = self.atoms[at.start].setting.map_or(0, |index| self.settings[index].page);
        let mut start = at.start;
        let end = at.end;
        let next = self.atoms.get(end).map(|atom| atom.char);
        let spaced = start > 0 && self.atoms[start - 1].char == ' ';
        if spaced && next.is_none_or(|next| is_closing(next) || next == ' ') {
            start -= 1;
        }
        let removed = end - start;
        self.atoms.drain(start..end);
        let shift = |index: &mut usize| {
            if *index >= end {
                *index -= removed;
            } else if *index > start {
                *index = start;
            }
        };
        self.lines.iter_mut().for_each(shift);
        self.cells.iter_mut().for_each(shift);
        self.items.iter_mut().for_each(shift);
        for (index, _, _) in &mut self.marks {
            shift(index);
        }
        self.marks.push((start, mark, page));
        self.marks.sort_by_key(|(index, _, _)| *index);
    }

    /// Parts the paragraph before the atom at `at`; the rest is returned.
    pub(super) fn split_off(&mut self, at: usize) -> Self {
        let after = |starts: &mut Vec<usize>| {
            let keep = starts.partition_point(|&start| start < at);
            starts.split_off(keep).into_iter().map(|start| start - at).collect::<Vec<_>>()
        };
        let lines = after(&mut self.lines);
        let marks = self.marks.partition_point(|(place, _, _)| *place < at);
        let mut rest = Self {
            atoms: self.atoms.split_off(at),
            settings: self.settings.clone(),
            cells: after(&mut self.cells),
            items: after(&mut self.items),
            marks: self
                .marks
                .split_off(marks)
                .into_iter()
                .map(|(place, mark, page)| (place - at, mark, page))
                .collect(),
            ..Self::default()
        };
        if lines.first() != Some(&0) {
            rest.lines.push(0);
        }
        rest.lines.extend(lines);
        rest.page = rest.atoms.iter().find_map(|atom| atom.setting).map(|index| rest.settings[index].page);
        rest
    }

    /// Takes the first `count` characters off, and the space after them.
    pub(super) fn behead(&mut self, count: usize) {
        let rest = self.atoms.iter().skip(count).take_while(|atom| atom.char == ' ').count();
        let cut = count + rest;
        self.atoms.drain(..cut);
        self.items.retain(|start| *start >= cut);
        for start in self
            .lines
            .iter_mut()
            .chain(&mut self.cells)
            .chain(&mut self.items)
            .chain(self.marks.iter_mut().map(|(at, _, _)| at))
        {
            *start = start.saturating_sub(cut);
        }
    }
}

/// Punctuation that stands right behind a word.
fn is_closing(c: char) -> bool {
    ".,;:!?)]»”’\"'…".contains(c)
}
