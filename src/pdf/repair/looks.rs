//! Marked content and text state come in; small numbers that pdf-extract carries through as markers go out.

use std::collections::HashMap;
use std::sync::Arc;

use crate::pdf::Style;

/// What pdf-extract does not tell about a glyph.
#[derive(Debug, Clone)]
pub(in crate::pdf) struct Look {
    pub(in crate::pdf) style: Style,
    /// Enclosing marked content, the outermost first.
    pub(in crate::pdf) tags: Arc<[Arc<str>]>,
    /// Text render modes that paint nothing.
    pub(in crate::pdf) hidden: bool,
}

/// A path of marked content, as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct TagPath(usize);

/// All looks and tag paths of a document, each once.
#[derive(Debug)]
pub(super) struct Looks {
    all: Vec<Look>,
    ids: HashMap<(usize, u8, TagPath), usize>,
    paths: Vec<Arc<[Arc<str>]>>,
    path_ids: HashMap<(TagPath, Vec<u8>), TagPath>,
}

impl Default for Looks {
    fn default() -> Self {
        Self { all: Vec::new(), ids: HashMap::new(), paths: vec![Arc::from([])], path_ids: HashMap::new() }
    }
}

/// Tags that say nothing about the text's role: what stands around them counts.
const MEANINGLESS: [&[u8]; 6] = [b"Span", b"NonStruct", b"OC", b"Private", b"Clip", b"Document"];

impl Looks {
    /// The path one tag deeper; the same for a tag without meaning.
    pub(super) fn deeper(&mut self, path: TagPath, tag: &[u8]) -> TagPath {
        if tag.is_empty() || MEANINGLESS.contains(&tag) {
            return path;
        }
        if let Some(known) = self.path_ids.get(&(path, tag.to_vec())) {
            return *known;
        }
        let above = self.paths.get(path.0).map_or(&[][..], |above| above);
        let tags: Arc<[Arc<str>]> = above.iter().cloned().chain([Arc::from(String::from_utf8_lossy(tag))]).collect();
        let id = TagPath(self.paths.len());
        self.paths.push(tags);
        self.path_ids.insert((path, tag.to_vec()), id);
        id
    }

    /// The number of a look: a font, its style, the text render mode, the marked content.
    pub(super) fn id(&mut self, font: usize, style: &Style, mode: u8, path: TagPath) -> usize {
        *self.ids.entry((font, mode, path)).or_insert_with(|| {
            let tags = self.paths.get(path.0).cloned().unwrap_or_else(|| Arc::from([]));
            // Modes 2 and 6 fill and stroke: forced bold.
            let style = Style { bold: style.bold || matches!(mode, 2 | 6), ..style.clone() };
            self.all.push(Look { style, tags, hidden: matches!(mode, 3 | 7) });
            self.all.len() - 1
        })
    }

    pub(super) fn into_looks(self) -> Vec<Look> {
        self.all
    }
}
