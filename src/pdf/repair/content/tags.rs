//! Follows marked content: tags such as `H` and `Note`, text that replaces glyphs (`/ActualText`), layers that are
//! switched off.

use lopdf::{Dictionary, Object, StringFormat, decode_text_string};

use super::Walk;
use crate::pdf::repair::lexer::Operand;
use crate::pdf::repair::looks::TagPath;

/// Deepest nesting of marked content.
const MAX_TAGS: usize = 256;

impl<'a> Walk<'_, 'a> {
    pub(super) fn open_tag(&mut self, operands: &[Operand], resources: Option<&'a Dictionary>) {
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

    pub(super) fn is_off(&self) -> bool {
        self.tags.last().is_some_and(|path| self.shared.looks.is_off(*path))
    }
}
