//! Objects of the plain document that is written for pdf-extract.

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// A page under the tree's root.
pub(super) fn page_object(document: &mut Document, root: ObjectId, content: Vec<u8>) -> Object {
    let content = document.add_object(Object::Stream(Stream::new(Dictionary::new(), content)));
    let mut dict = Dictionary::new();
    dict.set("Type", Object::Name(b"Page".to_vec()));
    dict.set("Parent", Object::Reference(root));
    dict.set("Contents", Object::Reference(content));
    Object::Reference(document.add_object(Object::Dictionary(dict)))
}

/// The page tree and the catalogue, with the one set of fonts that all pages share.
pub(super) fn finish(document: &mut Document, root: ObjectId, kids: Vec<Object>, fonts: Dictionary) {
    let mut resources = Dictionary::new();
    resources.set("Font", Object::Dictionary(fonts));
    let mut tree = Dictionary::new();
    tree.set("Type", Object::Name(b"Pages".to_vec()));
    tree.set("Count", i64::try_from(kids.len()).unwrap_or_default());
    tree.set("Kids", kids);
    tree.set("Resources", Object::Dictionary(resources));
    // Our frame knows the true one.
    tree.set("MediaBox", [0, 0, 595, 842].map(Object::Integer).to_vec());
    document.objects.insert(root, Object::Dictionary(tree));
    let mut catalog = Dictionary::new();
    catalog.set("Type", Object::Name(b"Catalog".to_vec()));
    catalog.set("Pages", Object::Reference(root));
    let catalog = document.add_object(Object::Dictionary(catalog));
    document.trailer.set("Root", Object::Reference(catalog));
}

pub(super) fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

pub(super) fn real(number: f64) -> Object {
    Object::Real(number as f32)
}
