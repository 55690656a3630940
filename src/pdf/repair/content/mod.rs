//! Rewrites the content streams of a page as one plain stream of text operators, and gathers rules and pictures on the
//! way.
//!
//! Glyphs are matched to what pdf-extract does not report by markers: before text with another look stands a path `n 0
//! m S`, whose `n` is the number of the look.
//!
//! **Invariant:** what goes out has no form, no path but markers, no operator that pdf-extract misreads or panics on.
//! **Invariant:** a marker `n 0 m S` stands before each text whose look differs from the text before; `n` counts looks.

mod colour;
mod objects;
mod tags;

use std::io::Write;

use lopdf::{Dictionary, Object};

use super::graphics::Space;
use super::graphics::{Paint, Path};
use super::lexer::{Lexer, Operand};
use super::looks::{Ink, TagPath};
use super::shared::Shared;
use crate::pdf::Rect;
use crate::pdf::matrix::Matrix;
use crate::pdf::page_tree::Sheet;
use crate::pdf::source::{MAX_STREAM, Source};

/// Deepest nesting of `q`. Readers promise 28; letters use up to 12.
const MAX_STATES: usize = 256;
/// Most operations of one page. Dense tables have some 50,000, maps a million.
const MAX_OPERATIONS: usize = 4_000_000;
/// Most operations of all pages together: a thousand dense pages have some 10 million.
const MAX_ALL_OPERATIONS: usize = 40_000_000;
/// Most bytes of text operators of one page.
const MAX_OUTPUT: usize = 32 << 20;
/// Most areas kept of a page that are darker than paper: a table has one for each cell.
const MAX_SHADES: usize = 20_000;

/// A repaired page.
#[derive(Debug, Default)]
pub(super) struct Plain {
    pub(super) content: Vec<u8>,
    pub(super) rules: Vec<Rect>,
    pub(super) pictures: Vec<Rect>,
    /// Where something darker than paper is painted.
    pub(super) shades: Vec<Rect>,
    /// Why the page is not whole.
    pub(super) fault: Option<String>,
}

/// Repairs one page.
pub(super) fn plain<'a>(shared: &mut Shared<'a>, sheet: &Sheet<'a>) -> Plain {
    let (bytes, fault) = page_bytes(shared.source, sheet.dict);
    let mut walk = Walk {
        shared,
        sheet,
        out: Plain { fault, ..Plain::default() },
        state: State {
            ctm: Matrix::IDENTITY,
            font: None,
            mode: 0,
            line_width: 1.0,
            paper: false,
            space: Space::Light,
            clear: false,
        },
        states: Vec::new(),
        ignored: 0,
        tags: Vec::new(),
        floor: Floor::default(),
        path: Path::default(),
        marker: None,
        operations: 0,
        forms: Vec::new(),
    };
    walk.stream(&bytes, sheet.resources);
    let Walk { out, operations, .. } = walk;
    shared.operations += operations;
    out
}

/// The content streams of a page in one; a blank between them, since an operator may end at a stream's end.
fn page_bytes(source: &Source, page: &Dictionary) -> (Vec<u8>, Option<String>) {
    let parts: Vec<&Object> = match (page.get(b"Contents"), source.get(page, b"Contents")) {
        (_, Some(Object::Array(items))) => items.iter().collect(),
        (Ok(Object::Null) | Err(_), _) => Vec::new(),
        (Ok(single), _) => vec![single],
    };
    let (mut bytes, mut fault) = (Vec::new(), None);
    for part in parts {
        let stream = source.resolve(part).and_then(|object| object.as_stream().ok());
        match stream.map(|stream| source.bytes(stream)) {
            Some(Some(part)) if bytes.len() + part.len() <= MAX_STREAM => bytes.extend(part),
            Some(_) => fault = Some("a content stream is damaged or too large".to_owned()),
            None => fault = Some("a content stream is missing".to_owned()),
        }
        bytes.push(b'\n');
    }
    (bytes, fault)
}

#[derive(Debug, Clone, Copy)]
struct State {
    ctm: Matrix,
    font: Option<usize>,
    mode: u8,
    line_width: f64,
    /// The colour of fills is that of paper.
    paper: bool,
    /// What the numbers of its colour count.
    space: Space,
    /// Fills are wholly transparent.
    clear: bool,
}

/// How much of the saved states and of the tags stands outside the form that is drawn: its `Q` and `EMC` end there.
#[derive(Debug, Clone, Copy, Default)]
struct Floor {
    states: usize,
    tags: usize,
}

/// A walk over one page's operations.
struct Walk<'s, 'a> {
    shared: &'s mut Shared<'a>,
    sheet: &'s Sheet<'a>,
    out: Plain,
    state: State,
    states: Vec<State>,
    /// Saved states beyond [`MAX_STATES`].
    ignored: usize,
    tags: Vec<TagPath>,
    floor: Floor,
    path: Path,
    /// The look of the last marker.
    marker: Option<usize>,
    operations: usize,
    /// Addresses of the forms that are open.
    forms: Vec<usize>,
}

impl<'a> Walk<'_, 'a> {
    fn stream(&mut self, bytes: &[u8], resources: Option<&'a Dictionary>) {
        let mut lexer = Lexer::new(bytes);
        let mut operands = Vec::new();
        while let Some(operator) = lexer.operation(&mut operands) {
            self.operations += 1;
            let all = self.operations + self.shared.operations;
            if self.operations > MAX_OPERATIONS || all > MAX_ALL_OPERATIONS || self.out.content.len() > MAX_OUTPUT {
                self.out.fault.get_or_insert_with(|| "the page has too much content".to_owned());
                return;
            }
            self.operation(operator, &operands, resources);
        }
    }

    fn operation(&mut self, operator: &[u8], operands: &[Operand], resources: Option<&'a Dictionary>) {
        let numbers = Numbers(operands);
        match operator {
            b"q" => self.save(),
            b"Q" => self.restore(self.floor.states),
            b"cm" => {
                if let Some(matrix) = numbers.matrix() {
                    self.transform(matrix);
                }
            }
            b"w" => self.state.line_width = numbers.last().map_or(0.0, |[width]| width),
            b"gs" => self.graphics_state(operands, resources),
            b"BT" | b"ET" | b"T*" => self.put(operator, &[]),
            b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" => self.put_numbers::<1>(operator, numbers),
            b"Td" | b"TD" => self.put_numbers::<2>(operator, numbers),
            b"Tm" => self.put_numbers::<6>(operator, numbers),
            b"Tr" => self.state.mode = numbers.last().map_or(0, |[mode]| mode.clamp(0.0, 7.0) as u8),
            b"Tf" => self.set_font(operands, resources),
            b"Tj" | b"TJ" => self.show(operands.last()),
            b"'" => {
                self.put(b"T*", &[]);
                self.show(operands.last());
            }
            b"\"" => {
                if let [Operand::Number(word), Operand::Number(sign), _] = operands {
                    self.put(b"Tw", &[*word]);
                    self.put(b"Tc", &[*sign]);
                }
                self.put(b"T*", &[]);
                self.show(operands.last());
            }
            b"g" | b"rg" | b"k" | b"cs" | b"sc" | b"scn" => self.fill_colour(operator, operands, resources),
            b"BMC" | b"BDC" => self.open_tag(operands, resources),
            b"EMC" => self.tags.truncate(self.floor.tags.max(self.tags.len().saturating_sub(1))),
            b"Do" => self.draw(operands, resources),
            b"EI" => self.picture(),
            // A shade fills what the clip leaves, and clips are not followed: it may lie anywhere.
            b"sh" => self.out.shades.push(Rect {
                left: 0.0,
                top: 0.0,
                right: self.sheet.width as f32,
                bottom: self.sheet.height as f32,
            }),
            _ => self.path_operation(operator, numbers),
        }
    }

    fn path_operation(&mut self, operator: &[u8], numbers: Numbers) {
        let to = self.state.ctm.then(self.sheet.frame);
        let paint = match operator {
            b"m" => return numbers.last().map_or((), |[x, y]| self.path.move_to(to, x, y)),
            b"l" => return numbers.last().map_or((), |[x, y]| self.path.line_to(to, x, y)),
            b"c" | b"v" | b"y" => return numbers.last().map_or((), |[x, y]| self.path.curve_to(to, x, y)),
            b"h" => return self.path.close(),
            b"re" => {
                return numbers.last().map_or((), |[x, y, width, height]| self.path.rect(to, x, y, width, height));
            }
            b"n" => return self.path.clear(),
            b"f" | b"F" | b"f*" => Paint { fill: true, stroke: false },
            b"S" => Paint { fill: false, stroke: true },
            b"B" | b"B*" => Paint { fill: true, stroke: true },
            b"s" | b"b" | b"b*" => {
                self.path.close();
                Paint { fill: operator != b"s", stroke: true }
            }
            _ => return,
        };
        if self.is_off() {
            return self.path.clear();
        }
        if paint.fill && !self.state.paper && !self.state.clear && self.out.shades.len() < MAX_SHADES {
            self.out.shades.extend(self.path.areas());
        }
        let line = self.state.line_width * to.scale();
        self.path.paint(paint, line as f32, &mut self.out.rules);
    }

    fn save(&mut self) {
        if self.states.len() < MAX_STATES {
            self.states.push(self.state);
            self.put(b"q", &[]);
        } else {
            self.ignored += 1;
        }
    }

    /// Undoes one `q`, but none of the `floor` outermost.
    fn restore(&mut self, floor: usize) {
        if self.ignored > 0 {
            self.ignored -= 1;
        } else if self.states.len() > floor
            && let Some(state) = self.states.pop()
        {
            self.state = state;
            self.put(b"Q", &[]);
        }
    }

    fn transform(&mut self, matrix: Matrix) {
        let ctm = matrix.then(self.state.ctm);
        if ctm.is_finite() {
            self.state.ctm = ctm;
            self.put(b"cm", &matrix.0);
        }
    }

    fn graphics_state(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
        let source = self.shared.source;
        let Some(state) = named(source, resources, b"ExtGState", operands.last()) else { return };
        let Ok(state) = state.as_dict() else { return };
        if let Some(alpha) = source.number(state, b"ca") {
            self.state.clear = alpha <= 0.0;
        }
        if let Some(width) = source.number(state, b"LW") {
            self.state.line_width = width;
        }
        if let Some([font, size]) = source.array(state, b"Font")
            && let Some(size) = source.as_number(size)
        {
            let font = source.resolve(font).and_then(|font| font.as_dict().ok());
            self.select(font, size);
        }
    }

    fn set_font(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
        let [.., name, Operand::Number(size)] = operands else { return };
        let font = named(self.shared.source, resources, b"Font", Some(name)).and_then(|font| font.as_dict().ok());
        self.select(font, *size);
    }

    fn select(&mut self, font: Option<&Dictionary>, size: f64) {
        let id = self.shared.font(font);
        self.state.font = Some(id);
        // Writing into a vector cannot fail.
        let _ = write!(self.out.content, "/F{id} ");
        self.put(b"Tf", &[size]);
    }

    fn show(&mut self, operand: Option<&Operand>) {
        let Some(id) = self.state.font else { return };
        let Some(font) = self.shared.fonts.get_mut(id) else { return };
        let path = self.tags.last().copied().unwrap_or_default();
        let ink = Ink { mode: self.state.mode, pale: self.state.clear || self.state.paper && self.state.mode == 0 };
        let look = self.shared.looks.id(id, font, ink, path);
        let out = &mut self.out.content;
        if self.marker != Some(look) {
            self.marker = Some(look);
            let _ = writeln!(out, "{look} 0 m S");
        }
        match operand {
            Some(Operand::Text(text)) => {
                hex(out, &font.show(text));
                out.extend(b" Tj\n");
            }
            Some(Operand::Array(items)) => {
                out.push(b'[');
                for item in items {
                    match item {
                        Operand::Text(text) => hex(out, &font.show(text)),
                        Operand::Number(number) => {
                            let _ = write!(out, "{} ", *number as f32);
                        }
                        _ => {}
                    }
                }
                out.extend(b"] TJ\n");
            }
            _ => {}
        }
    }

    fn put_numbers<const N: usize>(&mut self, operator: &[u8], numbers: Numbers) {
        if let Some(numbers) = numbers.last::<N>() {
            self.put(operator, &numbers);
        }
    }

    fn put(&mut self, operator: &[u8], numbers: &[f64]) {
        let out = &mut self.out.content;
        for number in numbers {
            let number = *number as f32;
            let _ = write!(out, "{} ", if number.is_finite() { number } else { 0.0 });
        }
        out.extend(operator);
        out.push(b'\n');
    }
}

/// An object that a resource dictionary names.
fn named<'a>(
    source: &'a Source,
    resources: Option<&'a Dictionary>,
    category: &[u8],
    name: Option<&Operand>,
) -> Option<&'a Object> {
    let Some(Operand::Name(name)) = name else { return None };
    source.get(source.dict(resources?, category)?, name)
}

fn hex(out: &mut Vec<u8>, text: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.push(b'<');
    for byte in text {
        out.extend([byte >> 4, byte & 15].map(|half| DIGITS.get(usize::from(half)).copied().unwrap_or(b'0')));
    }
    out.push(b'>');
}

/// The operands as numbers.
#[derive(Clone, Copy)]
struct Numbers<'a>(&'a [Operand]);

impl Numbers<'_> {
    /// The last `N` operands, when all are numbers.
    fn last<const N: usize>(self) -> Option<[f64; N]> {
        let start = self.0.len().checked_sub(N)?;
        let mut numbers = [0.0; N];
        for (number, operand) in numbers.iter_mut().zip(self.0.get(start..)?) {
            let Operand::Number(value) = operand else { return None };
            *number = *value;
        }
        Some(numbers)
    }

    fn matrix(self) -> Option<Matrix> {
        self.last::<6>().map(Matrix)
    }
}
