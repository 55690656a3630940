//! Rewrites an opened file as a plain document that pdf-extract reads without panics or errors.
//!
//! pdf-extract stumbles over much that letters contain: forms, odd fonts, broken maps to Unicode. So each page is
//! written anew with text operators and fonts of our own. What pdf-extract cannot tell (marked content, colours,
//! layers, rules, pictures, the measures of pages) is gathered on the way; see `looks` for how it is matched to the
//! glyphs again.
//!
//! **Invariant:** nothing of the file reaches pdf-extract as it stands; all that it reads is written here.

mod cmap;
mod composite;
mod content;
mod face;
mod fonts;
mod graphics;
mod labels;
mod layers;
mod lexer;
mod looks;
mod names;
mod notes;
mod objects;
mod probe;
mod program;
mod shared;
mod simple;
mod tex;

use pdf_extract::{Dictionary, Document, Object};

pub(super) use looks::Look;

use super::matrix::Matrix;
use super::page_tree::{lacks_pages, sheets};
use super::source::Source;
use super::{Page, Rect, Turn};
use content::plain;
use objects::{finish, page_object};
use shared::Shared;

/// Most bytes of text operators of all pages together: a thousand dense pages have 60 MB.
const MAX_TOTAL: usize = 256 << 20;

/// A repaired document.
#[derive(Debug)]
pub(super) struct Repaired {
    /// What pdf-extract reads; its pages are `pages`, in order.
    pub(super) document: Document,
    pub(super) looks: Vec<Look>,
    pub(super) pages: Vec<Repair>,
}

/// A repaired page.
#[derive(Debug)]
pub(super) struct Repair {
    /// The page without its text.
    pub(super) page: Page,
    /// From user space to points from the upper left corner.
    pub(super) frame: Matrix,
    /// Why it is not whole.
    pub(super) fault: Option<String>,
    /// Where something darker than paper is painted.
    pub(super) shades: Vec<Rect>,
}

impl Repair {
    /// The same page, turned.
    pub(super) fn turned(&self, turn: Turn) -> Self {
        let (width, height) = (f64::from(self.page.width), f64::from(self.page.height));
        let (to, sideways) = match turn {
            Turn::None => (Matrix::IDENTITY, false),
            Turn::Right => (Matrix([0.0, 1.0, -1.0, 0.0, height, 0.0]), true),
            Turn::Over => (Matrix([-1.0, 0.0, 0.0, -1.0, width, height]), false),
            Turn::Left => (Matrix([0.0, -1.0, 1.0, 0.0, 0.0, width]), true),
        };
        let moved = |rect: &Rect| to.rect((rect.left.into(), rect.top.into()), (rect.right.into(), rect.bottom.into()));
        let all = |rects: &[Rect]| rects.iter().map(moved).collect::<Vec<_>>();
        let (width, height) = if sideways { (height, width) } else { (width, height) };
        let page = Page {
            width: width as f32,
            height: height as f32,
            rules: all(&self.page.rules),
            pictures: all(&self.page.pictures),
            turn,
            ..self.page.clone()
        };
        Self { page, frame: self.frame.then(to), fault: self.fault.clone(), shades: all(&self.shades) }
    }
}

/// Repairs all pages.
pub(super) fn repair(source: &Source) -> Repaired {
    let mut shared = Shared::new(source);
    let mut document = Document::with_version("1.7");
    let root = document.new_object_id();
    let (mut kids, mut pages, mut total) = (Vec::new(), Vec::new(), 0);
    let sheets = sheets(source);
    let labels = labels::of(source, sheets.len());
    for (at, sheet) in sheets.iter().enumerate() {
        let mut plain = plain(&mut shared, sheet);
        total += plain.content.len();
        if total > MAX_TOTAL {
            plain.content.clear();
            plain.fault.get_or_insert_with(|| "the document has too much content".to_owned());
        }
        kids.push(page_object(&mut document, root, plain.content));
        let page = Page {
            number: at + 1,
            width: sheet.width as f32,
            height: sheet.height as f32,
            rules: plain.rules,
            pictures: plain.pictures,
            label: labels.get(at).cloned().flatten(),
            faults: notes::of(source, sheet.dict),
            ..Page::default()
        };
        pages.push(Repair { page, frame: sheet.frame, fault: plain.fault, shades: plain.shades });
    }
    if lacks_pages(source, pages.len())
        && let Some(last) = pages.last_mut()
    {
        last.fault.get_or_insert_with(|| "the file is damaged here: text or pages are missing".to_owned());
    }
    let mut fonts = Dictionary::new();
    for (at, font) in shared.fonts.iter().enumerate() {
        fonts.set(format!("F{at}"), Object::Reference(font.write(&mut document)));
    }
    finish(&mut document, root, kids, fonts);
    Repaired { document, looks: shared.looks.into_looks(), pages }
}
