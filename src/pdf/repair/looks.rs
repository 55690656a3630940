//! Numbers the looks of text (font, ink, marked content), so that they survive pdf-extract as small numbers in markers.

use std::collections::HashMap;
use std::sync::Arc;

use super::fonts::Font;
use crate::pdf::Style;

/// What pdf-extract does not tell about a glyph.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Look {
    pub(in crate::pdf) style: Style,
    /// Enclosing marked content, the outermost first.
    pub(in crate::pdf) tags: Arc<[Arc<str>]>,
    /// Text render modes that paint nothing.
    pub(in crate::pdf) hidden: bool,
    /// In the colour of paper, or wholly transparent: not to be seen but on something dark.
    pub(in crate::pdf) pale: bool,
    /// In a layer that is switched off.
    pub(in crate::pdf) off: bool,
    /// What the file says that the glyphs of this look mean together.
    pub(in crate::pdf) actual: Option<Arc<str>>,
    /// How much larger the text is than its size says.
    pub(in crate::pdf) scale: f64,
}

/// How text is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Ink {
    /// The text render mode.
    pub(super) mode: u8,
    /// In the colour of paper, or wholly transparent.
    pub(super) pale: bool,
}

/// A path of marked content, as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct TagPath(usize);

#[derive(Debug, Clone)]
struct Tags {
    path: Arc<[Arc<str>]>,
    actual: Option<Arc<str>>,
    off: bool,
}

/// All looks and tag paths of a document, each once.
#[derive(Debug)]
pub(super) struct Looks {
    all: Vec<Look>,
    ids: HashMap<(usize, Ink, TagPath), usize>,
    paths: Vec<Tags>,
    path_ids: HashMap<(TagPath, Vec<u8>), TagPath>,
}

impl Default for Looks {
    fn default() -> Self {
        let outside = Tags { path: Arc::from([]), actual: None, off: false };
        Self { all: Vec::new(), ids: HashMap::new(), paths: vec![outside], path_ids: HashMap::new() }
    }
}

/// Tags that say nothing about the text's role: what stands around them counts.
const MEANINGLESS: [&[u8]; 6] = [b"Span", b"NonStruct", b"OC", b"Private", b"Clip", b"Document"];
/// Most paths that are told apart; a tagged letter has some dozens, and one for each text that replaces glyphs.
const MAX_PATHS: usize = 200_000;

impl Looks {
    /// The path one tag deeper; the same for a tag without meaning.
    pub(super) fn deeper(&mut self, path: TagPath, tag: &[u8]) -> TagPath {
        if tag.is_empty() || MEANINGLESS.contains(&tag) {
            return path;
        }
        if let Some(known) = self.path_ids.get(&(path, tag.to_vec())) {
            return *known;
        }
        let deeper = self.add(path, |tags| {
            let name = Arc::from(String::from_utf8_lossy(tag));
            tags.path = tags.path.iter().cloned().chain([name]).collect();
        });
        self.path_ids.insert((path, tag.to_vec()), deeper);
        deeper
    }

    /// The path with a text that replaces what is shown under it.
    pub(super) fn replaced(&mut self, path: TagPath, text: &str) -> TagPath {
        self.add(path, |tags| tags.actual = Some(Arc::from(text)))
    }

    /// The path in a layer that is switched off.
    pub(super) fn switched_off(&mut self, path: TagPath) -> TagPath {
        self.add(path, |tags| tags.off = true)
    }

    fn add(&mut self, path: TagPath, change: impl FnOnce(&mut Tags)) -> TagPath {
        let Some(mut tags) = self.paths.get(path.0).filter(|_| self.paths.len() < MAX_PATHS).cloned() else {
            return path;
        };
        change(&mut tags);
        self.paths.push(tags);
        TagPath(self.paths.len() - 1)
    }

    pub(super) fn is_off(&self, path: TagPath) -> bool {
        self.paths.get(path.0).is_some_and(|tags| tags.off)
    }

    /// The number of a look: a font and its number, how it is painted, the marked content.
    pub(super) fn id(&mut self, id: usize, font: &Font, ink: Ink, path: TagPath) -> usize {
        let Ink { mode, pale } = ink;
        *self.ids.entry((id, ink, path)).or_insert_with(|| {
            let Tags { path, actual, off } = self.paths.get(path.0).cloned().expect("a path's number counts paths");
            // Modes 2 and 6 fill and stroke: forced bold.
            let style = Style { bold: font.style.bold || matches!(mode, 2 | 6), ..font.style.clone() };
            self.all.push(Look {
                style,
                tags: path,
                hidden: matches!(mode, 3 | 7),
                pale,
                off,
                actual,
                scale: font.scale,
            });
            self.all.len() - 1
        })
    }

    pub(super) fn into_looks(self) -> Vec<Look> {
        self.all
    }
}
