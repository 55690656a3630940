//! An opened document, whose objects are looked up without trust in what the file says of them.
//!
//! **Invariant:** nothing here inflates a stream beyond [`MAX_STREAM`].

use lopdf::{Dictionary, Document, Object, Stream};

/// Largest size of one stream once inflated, in bytes. A page of dense text is some 0.1 MB, a map 10 MB.
pub(super) const MAX_STREAM: usize = 64 << 20;

/// Longest chain of references that is followed.
const MAX_REFERENCES: usize = 32;

/// An opened document, with forgiving access to its objects.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) document: Document,
    /// The end of the file or its page tree is lost, so pages or text may be missing.
    pub(super) cut: bool,
}

impl Source {
    /// Follows references to the object itself; `None` for a missing or null one.
    pub(super) fn resolve<'a>(&'a self, mut object: &'a Object) -> Option<&'a Object> {
        for _ in 0..MAX_REFERENCES {
            match object {
                Object::Reference(id) => object = self.document.objects.get(id)?,
                Object::Null => return None,
                _ => return Some(object),
            }
        }
        None
    }

    pub(super) fn get<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        self.resolve(dict.get(key).ok()?)
    }

    /// A dictionary, or the dictionary of a stream.
    pub(super) fn dict<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        match self.get(dict, key)? {
            Object::Dictionary(inner) => Some(inner),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub(super) fn stream<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Stream> {
        self.get(dict, key)?.as_stream().ok()
    }

    pub(super) fn array<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
        self.get(dict, key)?.as_array().ok().map(Vec::as_slice)
    }

    pub(super) fn name<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
        self.get(dict, key)?.as_name().ok()
    }

    pub(super) fn number(&self, dict: &Dictionary, key: &[u8]) -> Option<f64> {
        self.as_number(dict.get(key).ok()?)
    }

    pub(super) fn as_number(&self, object: &Object) -> Option<f64> {
        match self.resolve(object)? {
            Object::Integer(number) => Some(*number as f64),
            Object::Real(number) => Some(f64::from(*number)),
            _ => None,
        }
        .filter(|number| number.is_finite())
    }

    /// All numbers of an array; `None` when one is none.
    pub(super) fn numbers(&self, dict: &Dictionary, key: &[u8]) -> Option<Vec<f64>> {
        self.array(dict, key)?.iter().map(|object| self.as_number(object)).collect()
    }

    /// A stream's bytes, inflated up to [`MAX_STREAM`]; `None` when it inflates beyond that or has an unknown filter.
    pub(super) fn bytes(&self, stream: &Stream) -> Option<Vec<u8>> {
        let has_filter = stream.dict.get(b"Filter").is_ok_and(|filter| self.resolve(filter).is_some());
        if !has_filter {
            return (stream.content.len() <= MAX_STREAM).then(|| stream.content.clone());
        }
        let indirect = |key: &[u8]| matches!(stream.dict.get(key), Ok(Object::Reference(_)));
        if indirect(b"Filter") || indirect(b"DecodeParms") {
            let mut direct = stream.clone();
            for key in [b"Filter".as_slice(), b"DecodeParms"] {
                match self.get(&stream.dict, key) {
                    Some(object) => direct.dict.set(key, object.clone()),
                    None => drop(direct.dict.remove(key)),
                }
            }
            return direct.decompressed_content_with_limit(MAX_STREAM).ok();
        }
        stream.decompressed_content_with_limit(MAX_STREAM).ok()
    }
}
