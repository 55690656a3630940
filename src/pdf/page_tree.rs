//! Walks the page tree and gives the pages in order, with their measures.

use std::collections::HashSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::matrix::Matrix;
use super::source::Source;

/// Most pages that are read. The thickest letter with annexes of 2010–2024 has some 1,500.
const MAX_PAGES: usize = 20_000;
/// Deepest page tree that is followed.
const MAX_TREE: usize = 64;
/// A4, for pages that give no usable box, in points.
const A4: [f64; 4] = [0.0, 0.0, 595.0, 842.0];
/// Largest side of a page, in points: fifty metres.
const MAX_SIDE: f64 = 144_000.0;

/// A page of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) dict: &'a Dictionary,
    /// Its number; `None` where it stands in the tree itself.
    pub(super) id: Option<ObjectId>,
    /// Its own or inherited resources.
    pub(super) resources: Option<&'a Dictionary>,
    /// From user space to points from the upper left corner of the page as displayed.
    pub(super) frame: Matrix,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// All pages in order. When the page tree is lost, every page object of the file in the order of their numbers.
pub(super) fn sheets(source: &Source) -> Vec<Sheet<'_>> {
    let mut sheets = Vec::new();
    let root = source.dict(&source.document.trailer, b"Root").and_then(|root| root.get(b"Pages").ok());
    if let Some(root) = root {
        let mut seen = HashSet::new();
        walk(source, root, &mut Vec::new(), &mut seen, &mut sheets);
    }
    if sheets.is_empty() {
        let pages = source.document.objects.values().filter_map(|object| object.as_dict().ok());
        let pages = pages.filter(|dict| source.name(dict, b"Type") == Some(b"Page"));
        sheets.extend(pages.take(MAX_PAGES).map(|dict| sheet(source, None, &[dict])));
    }
    sheets
}

/// Whether the page tree promises more pages than are there.
pub(super) fn lacks_pages(source: &Source, found: usize) -> bool {
    let root = source.dict(&source.document.trailer, b"Root").and_then(|root| source.dict(root, b"Pages"));
    let count = root.and_then(|tree| source.number(tree, b"Count")).unwrap_or_default();
    source.cut || count > found as f64 && found < MAX_PAGES
}

fn walk<'a>(
    source: &'a Source,
    node: &'a Object,
    above: &mut Vec<&'a Dictionary>,
    seen: &mut HashSet<ObjectId>,
    sheets: &mut Vec<Sheet<'a>>,
) {
    // A page may stand twice in the tree; a tree node may not stand in itself.
    let id = node.as_reference().ok();
    let Some(dict) = source.resolve(node).and_then(|object| object.as_dict().ok()) else { return };
    if above.len() >= MAX_TREE || sheets.len() >= MAX_PAGES {
        return;
    }
    above.push(dict);
    match source.array(dict, b"Kids") {
        Some(kids) if source.name(dict, b"Type") != Some(b"Page") => {
            if id.is_none_or(|id| seen.insert(id)) {
                for kid in kids {
                    walk(source, kid, above, seen, sheets);
                }
            }
        }
        _ => sheets.push(sheet(source, id, above)),
    }
    above.pop();
}

/// A page under its tree nodes, the outermost first.
fn sheet<'a>(source: &'a Source, id: Option<ObjectId>, path: &[&'a Dictionary]) -> Sheet<'a> {
    let dict = path.last().copied().expect("a path holds at least the page itself");
    let inherited = |key: &[u8]| path.iter().rev().copied().find(|dict| source.get(dict, key).is_some());
    let bounds = |key: &[u8]| bounds(&source.numbers(inherited(key)?, key)?);
    let media = bounds(b"MediaBox").unwrap_or(A4);
    let crop = bounds(b"CropBox").and_then(|crop| meet(crop, media)).unwrap_or(media);
    let turn = inherited(b"Rotate").and_then(|dict| source.number(dict, b"Rotate")).unwrap_or_default();
    let unit = source.number(dict, b"UserUnit").filter(|unit| (0.01..=100.0).contains(unit)).unwrap_or(1.0);
    let [left, bottom, right, top] = crop;
    let (width, height) = (right - left, top - bottom);
    let turned = match (turn as i64).rem_euclid(360) / 90 {
        1 => Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]),
        2 => Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]),
        3 => Matrix([0.0, -1.0, -1.0, 0.0, top, right]),
        _ => Matrix([1.0, 0.0, 0.0, -1.0, -left, top]),
    };
    let frame = turned.then(Matrix([unit, 0.0, 0.0, unit, 0.0, 0.0]));
    let sideways = (turn as i64).rem_euclid(180) != 0;
    let (width, height) = if sideways { (height, width) } else { (width, height) };
    let resources = inherited(b"Resources").and_then(|dict| source.dict(dict, b"Resources"));
    Sheet { dict, id, resources, frame, width: width * unit, height: height * unit }
}

/// A box with its corners in order; `None` for one without area or beyond measure.
fn bounds(numbers: &[f64]) -> Option<[f64; 4]> {
    let [x0, y0, x1, y1] = *numbers else { return None };
    let sorted = [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)];
    let side = |low: f64, high: f64| (1.0..=MAX_SIDE).contains(&(high - low));
    (side(sorted[0], sorted[2]) && side(sorted[1], sorted[3])).then_some(sorted)
}

fn meet(a: [f64; 4], b: [f64; 4]) -> Option<[f64; 4]> {
    bounds(&[a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])]).filter(|met| met[0] < met[2])
}
