//! A page's content streams come in; a plain stream of text operators with markers goes out, with the page's rules and
//! pictures.
//!
//! **Invariant:** what goes out has no form, no path but markers, no operator that pdf-extract misreads or panics on.
//! **Invariant:** a marker `n 0 m S` stands before each text whose look differs from the text before; `n` counts looks.

use std::collections::HashMap;
use std::io::Write;

use lopdf::{Dictionary, Object, Stream, StringFormat, decode_text_string};

use super::fonts::Font;
use super::graphics::{Paint, Path};
use super::layers::Layers;
use super::lexer::{Lexer, Operand};
use super::looks::{Looks, TagPath};
use super::page::Sheet;
use super::probe::Glossary;
use crate::pdf::Rect;
use crate::pdf::load::Source;
use crate::pdf::matrix::Matrix;

/// Deepest nesting of `q`. Readers promise 28; letters use up to 12.
const MAX_STATES: usize = 256;
/// Deepest nesting of forms in forms. Letters use up to 4.
const MAX_FORMS: usize = 8;
/// Deepest nesting of marked content.
const MAX_TAGS: usize = 256;
/// Most operations of one page. Dense tables have some 50,000, maps a million.
const MAX_OPERATIONS: usize = 4_000_000;
/// Most bytes of text operators of one page.
const MAX_OUTPUT: usize = 32 << 20;
/// Most pictures kept of a page: some writers cut a scan into strips or a shade into slices.
const MAX_PICTURES: usize = 5_000;
/// Least side of a picture, in points.
const MIN_PICTURE: f32 = 1.0;

/// What all pages share.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) source: &'a Source,
    pub(super) fonts: Vec<Font>,
    pub(super) looks: Looks,
    font_ids: HashMap<usize, usize>,
    fallback: Option<usize>,
    glossary: Glossary,
    layers: Layers,
}

impl<'a> Shared<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self {
            source,
            fonts: Vec::new(),
            looks: Looks::default(),
            font_ids: HashMap::new(),
            fallback: None,
            glossary: Glossary::default(),
            layers: Layers::read(source),
        }
    }

    /// The number of a font; a dictionary is the same font wherever it is named, so its address is its key.
    fn font(&mut self, dict: Option<&Dictionary>) -> usize {
        let Some(dict) = dict else {
            return *self.fallback.get_or_insert_with(|| {
                self.fonts.push(Font::fallback());
                self.fonts.len() - 1
            });
        };
        *self.font_ids.entry(std::ptr::from_ref(dict).addr()).or_insert_with(|| {
            self.fonts.push(Font::read(self.source, dict, &mut self.glossary));
            self.fonts.len() - 1
        })
    }
}

/// A repaired page.
#[derive(Debug, Default)]
pub(super) struct Plain {
    pub(super) content: Vec<u8>,
    pub(super) rules: Vec<Rect>,
    pub(super) pictures: Vec<Rect>,
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
        state: State { ctm: Matrix::IDENTITY, font: None, mode: 0, line_width: 1.0 },
        states: Vec::new(),
        ignored: 0,
        tags: Vec::new(),
        path: Path::default(),
        marker: None,
        operations: 0,
        forms: Vec::new(),
    };
    walk.stream(&bytes, sheet.resources);
    walk.out
}

/// The content streams of a page in one; a blank between them, since an operator may end at a stream's end.
fn page_bytes(source: &Source, page: &Dictionary) -> (Vec<u8>, Option<String>) {
    let streams: Vec<&Object> = match source.get(page, b"Contents") {
        Some(Object::Array(items)) => items.iter().filter_map(|item| source.resolve(item)).collect(),
        Some(single) => vec![single],
        None => Vec::new(),
    };
    let (mut bytes, mut fault) = (Vec::new(), None);
    for stream in streams.into_iter().filter_map(|object| object.as_stream().ok()) {
        match source.bytes(stream) {
            Some(part) if bytes.len() + part.len() <= crate::pdf::load::MAX_STREAM => bytes.extend(part),
            _ => fault = Some("a content stream is damaged or too large".to_owned()),
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
            if self.operations > MAX_OPERATIONS || self.out.content.len() > MAX_OUTPUT {
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
            b"Q" => self.restore(0),
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
            b"BMC" | b"BDC" => self.open_tag(operands, resources),
            b"EMC" => drop(self.tags.pop()),
            b"Do" => self.draw(operands, resources),
            b"EI" => self.picture(),
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
        let look = self.shared.looks.id(id, font, self.state.mode, path);
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

    fn open_tag(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
        let above = self.tags.last().copied().unwrap_or_default();
        let mut path = above;
        if let [Operand::Name(tag), properties @ ..] = operands
            && self.tags.len() < MAX_TAGS
        {
            path = self.shared.looks.deeper(path, tag);
            let source = self.shared.source;
            match properties {
                [Operand::Dict(entries)] => {
                    let text = entries.iter().find(|(key, _)| key == b"ActualText").map(|(_, value)| value);
                    if let Some(Operand::Text(text)) = text {
                        path = self.replaced(path, &Object::String(text.clone(), StringFormat::Literal));
                    }
                }
                [Operand::Name(name)] => {
                    let named = resources.and_then(|dict| source.dict(dict, b"Properties")?.get(name).ok());
                    if let Some(layer) = named
                        && tag == b"OC"
                        && self.shared.layers.hides(source, layer)
                    {
                        path = self.shared.looks.switched_off(path);
                    }
                    let dict = named.and_then(|object| source.resolve(object)?.as_dict().ok());
                    if let Some(text) = dict.and_then(|dict| source.get(dict, b"ActualText")) {
                        path = self.replaced(path, text);
                    }
                }
                _ => {}
            }
        }
        // Beyond the limit a tag still has its end.
        self.tags.push(path);
    }

    fn replaced(&mut self, path: TagPath, text: &Object) -> TagPath {
        match decode_text_string(text) {
            Ok(text) if !text.trim().is_empty() => self.shared.looks.replaced(path, &text),
            _ => path,
        }
    }

    fn is_off(&self) -> bool {
        self.tags.last().is_some_and(|path| self.shared.looks.is_off(*path))
    }

    fn draw(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
        let source = self.shared.source;
        let Some(object) = named(source, resources, b"XObject", operands.last()) else { return };
        let Ok(stream) = object.as_stream() else { return };
        if stream.dict.get(b"OC").is_ok_and(|layer| self.shared.layers.hides(source, layer)) {
            return;
        }
        match source.name(&stream.dict, b"Subtype") {
            Some(b"Image") => self.picture(),
            _ => self.form(stream, resources),
        }
    }

    fn form(&mut self, stream: &'a Stream, resources: Option<&'a Dictionary>) {
        let address = std::ptr::from_ref(stream).addr();
        if self.forms.len() >= MAX_FORMS || self.forms.contains(&address) {
            return;
        }
        let source = self.shared.source;
        let Some(bytes) = source.bytes(stream) else { return };
        let resources = source.dict(&stream.dict, b"Resources").or(resources);
        let (floor, tags, ignored) = (self.states.len(), self.tags.len(), std::mem::take(&mut self.ignored));
        self.forms.push(address);
        self.states.push(self.state);
        self.put(b"q", &[]);
        if let Some(Ok(matrix)) = source.numbers(&stream.dict, b"Matrix").map(<[f64; 6]>::try_from) {
            self.transform(Matrix(matrix));
        }
        self.stream(&bytes, resources);
        self.ignored = 0;
        while self.states.len() > floor {
            self.restore(floor);
        }
        self.ignored = ignored;
        self.tags.truncate(tags);
        self.forms.pop();
        self.path.clear();
    }

    /// A picture fills the unit square.
    fn picture(&mut self) {
        let rect = self.state.ctm.then(self.sheet.frame).rect((0.0, 0.0), (1.0, 1.0));
        let (width, height) = (self.sheet.width as f32, self.sheet.height as f32);
        let seen = Rect {
            left: rect.left.max(0.0),
            top: rect.top.max(0.0),
            right: rect.right.min(width),
            bottom: rect.bottom.min(height),
        };
        if self.is_off() {
            return;
        }
        let large = seen.right - seen.left >= MIN_PICTURE && seen.bottom - seen.top >= MIN_PICTURE;
        if large && self.out.pictures.len() < MAX_PICTURES {
            self.out.pictures.push(seen);
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
