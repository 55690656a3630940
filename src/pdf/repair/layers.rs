//! Tells which optional content (layers) of a file is switched off, and so is not shown.

use std::collections::HashSet;

use lopdf::{Dictionary, Object, ObjectId};

use crate::pdf::source::Source;

/// The layers that a reader does not show.
#[derive(Debug, Default)]
pub(super) struct Layers {
    off: HashSet<ObjectId>,
}

impl Layers {
    /// Reads the default configuration.
    pub(super) fn read(source: &Source) -> Self {
        let root = source.dict(&source.document.trailer, b"Root");
        let properties = root.and_then(|root| source.dict(root, b"OCProperties"));
        let Some((properties, default)) = properties.and_then(|dict| Some((dict, source.dict(dict, b"D")?))) else {
            return Self::default();
        };
        let ids = |dict: &Dictionary, key: &[u8]| -> Vec<ObjectId> {
            let items = source.array(dict, key).unwrap_or_default();
            items.iter().filter_map(|item| item.as_reference().ok()).collect()
        };
        let mut off = HashSet::new();
        if source.name(default, b"BaseState") == Some(b"OFF") {
            off.extend(ids(properties, b"OCGs"));
            for id in ids(default, b"ON") {
                off.remove(&id);
            }
        }
        off.extend(ids(default, b"OFF"));
        Self { off }
    }

    /// Whether content that belongs to `layer` is not shown: a layer that is off, or a set of layers that are all off.
    pub(super) fn hides(&self, source: &Source, layer: &Object) -> bool {
        if self.off.is_empty() {
            return false;
        }
        if let Ok(id) = layer.as_reference()
            && self.off.contains(&id)
        {
            return true;
        }
        let Some(Object::Dictionary(set)) = source.resolve(layer) else { return false };
        let one = |item: &Object| item.as_reference().is_ok_and(|id| self.off.contains(&id));
        match set.get(b"OCGs") {
            Ok(single @ Object::Reference(_)) if one(single) => true,
            Ok(members) => match source.resolve(members).and_then(|members| members.as_array().ok()) {
                Some(members) if source.name(set, b"P") == Some(b"AllOn") => members.iter().any(one),
                Some(members) => !members.is_empty() && members.iter().all(one),
                None => false,
            },
            Err(_) => false,
        }
    }
}
