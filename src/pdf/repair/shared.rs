//! What the pages of one document share while they are rewritten: fonts, looks, layers, and the work that may still be
//! spent.

use std::collections::HashMap;

use lopdf::Dictionary;

use super::fonts::Font;
use super::layers::Layers;
use super::looks::Looks;
use super::probe::Glossary;
use crate::pdf::source::Source;

/// What all pages share.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) source: &'a Source,
    pub(super) fonts: Vec<Font>,
    pub(super) looks: Looks,
    font_ids: HashMap<usize, usize>,
    fallback: Option<usize>,
    glossary: Glossary,
    pub(super) layers: Layers,
    /// Operations of the pages before.
    pub(super) operations: usize,
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
            operations: 0,
        }
    }

    /// The number of a font; a dictionary is the same font wherever it is named, so its address is its key.
    pub(super) fn font(&mut self, dict: Option<&Dictionary>) -> usize {
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
