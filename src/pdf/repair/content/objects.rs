//! Draws forms in place, and notes where pictures stand.

use lopdf::{Dictionary, Stream};

use super::{Floor, Walk, named};
use crate::pdf::Rect;
use crate::pdf::matrix::Matrix;
use crate::pdf::repair::lexer::Operand;

/// Deepest nesting of forms in forms. Letters use up to 4.
const MAX_FORMS: usize = 8;
/// Most pictures kept of a page: some writers cut a scan into strips or a shade into slices.
const MAX_PICTURES: usize = 5_000;

impl<'a> Walk<'_, 'a> {
    pub(super) fn draw(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
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
        let ignored = std::mem::take(&mut self.ignored);
        self.forms.push(address);
        self.states.push(self.state);
        self.put(b"q", &[]);
        let outside = std::mem::replace(&mut self.floor, Floor { states: self.states.len(), tags: self.tags.len() });
        if let Some(Ok(matrix)) = source.numbers(&stream.dict, b"Matrix").map(<[f64; 6]>::try_from) {
            self.transform(Matrix(matrix));
        }
        self.stream(&bytes, resources);
        let Floor { states, tags } = std::mem::replace(&mut self.floor, outside);
        self.ignored = 0;
        while self.states.len() >= states {
            self.restore(states - 1);
        }
        self.ignored = ignored;
        self.tags.truncate(tags);
        self.forms.pop();
        self.path.clear();
    }

    /// A picture fills the unit square.
    pub(super) fn picture(&mut self) {
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
        let shows = seen.left < seen.right && seen.top < seen.bottom;
        if shows && self.out.pictures.len() < MAX_PICTURES {
            self.out.pictures.push(seen);
        }
    }
}
