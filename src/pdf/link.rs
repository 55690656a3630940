//! Puts links on the pages of a PDF by appending an incremental update, so that the original bytes stay as they are.
//!
//! Each line of a citation gets an annotation of its own: readers that ignore `/QuadPoints` (the common ones go by
//! `/Rect` alone) would make the box around two lines clickable, and with it other text.
//!
//! **Invariant:** the bytes that came in are a prefix of those that go out; nothing of the file is written anew but the
//! pages with a link, or their lists of annotations.
//! **Invariant:** annotations that were there stay, and stay before the new ones.
//! **Invariant:** a file in which a reader must guess where its objects are is refused: an update could make it guess
//! otherwise.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write as _;

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Object, ObjectId, Writer, dictionary};
use sha2::{Digest as _, Sha256};

use super::load::{MAX_FILE, open};
use super::page_tree::sheets;
use super::quiet::quietly;
use super::source::Source;
use super::{Error, Rect};

/// How near its end a file says where its last table of objects is, in bytes (PDF 1.7, implementation note 18).
const TAIL: usize = 1024;
/// The highest number of an object that readers take (PDF 1.7, annex C).
const MAX_OBJECT: u32 = 8_388_607;
/// Bit 3 of an annotation's flags: it is printed with the page, as archives (PDF/A) ask of every annotation.
const PRINT: i64 = 4;

/// A link to be put on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The page's number, from 1.
    pub page: usize,
    /// Where, on the page as displayed, in points from its upper left corner.
    pub rect: Rect,
    /// The address it opens.
    pub address: String,
    /// What it leads to, for those who hear the page.
    pub name: String,
}

/// What is done with a signed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// It is left alone.
    Refuse,
    /// It is changed like any other: the signature stays true of the bytes that it covers.
    Change,
}

/// Appends the links.
///
/// # Errors
/// When the file cannot be opened, or nothing can be added to it: it is encrypted, signed or damaged.
pub fn link(bytes: &[u8], links: &[Link], signed: Signed) -> Result<Vec<u8>, Error> {
    quietly(|| append(bytes, links, signed)).unwrap_or(Err(Error::Unsound("it cannot be taken apart")))
}

fn append(bytes: &[u8], links: &[Link], signed: Signed) -> Result<Vec<u8>, Error> {
    let source = open(bytes)?;
    let last = soundness(&source, bytes)?;
    if signed == Signed::Refuse && is_signed(&source) {
        return Err(Error::Signed);
    }
    let mut update = Update::after(&source)?;
    update.add(links)?;
    if update.objects.is_empty() {
        return Ok(bytes.to_vec());
    }
    let linked = update.write(bytes, last)?;
    if linked.len() > MAX_FILE {
        Err(Error::TooLarge { size: linked.len() >> 20, limit: MAX_FILE >> 20 })
    } else {
        Ok(linked)
    }
}

/// Where the last table of objects stands and of which kind it is, when all is as the file says.
fn soundness(source: &Source, bytes: &[u8]) -> Result<Last, Error> {
    let document = &source.document;
    if document.was_encrypted() || document.is_encrypted() {
        return Err(Error::Sealed);
    }
    if !bytes.starts_with(b"%PDF-") {
        return Err(Error::Unsound("it does not begin as a PDF"));
    }
    if source.cut || document.xref_recovery.is_some() {
        return Err(Error::Unsound("its objects are not where its tables say"));
    }
    let lost = Error::Unsound("its last table of objects is not where the file says");
    let at = last_table(bytes).ok_or(lost.clone())?;
    let there = bytes.get(at..).unwrap_or_default().trim_ascii_start();
    let kind = if there.starts_with(b"xref") {
        XrefType::CrossReferenceTable
    } else if there.first().is_some_and(u8::is_ascii_digit) {
        XrefType::CrossReferenceStream
    } else {
        return Err(lost);
    };
    Ok(Last { at, kind })
}

/// A place or number in a file, as PDF counts: files are far smaller than what it can hold.
fn offset(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// The last table of objects of the file as it came.
#[derive(Clone, Copy)]
struct Last {
    at: usize,
    kind: XrefType,
}

/// The number behind the last `startxref`.
fn last_table(bytes: &[u8]) -> Option<usize> {
    const WORD: &[u8] = b"startxref";
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..)?;
    let at = tail.windows(WORD.len()).rposition(|window| window == WORD)?;
    let rest = tail.get(at + WORD.len()..)?.trim_ascii_start();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(rest.get(..digits)?).ok()?.parse().ok()
}

/// Whether anything in the file is a signature: a dictionary that says which bytes it covers.
fn is_signed(source: &Source) -> bool {
    let signs = |dict: &Dictionary| dict.has(b"ByteRange") && dict.has(b"Contents");
    let in_field = |dict: &Dictionary| dict.get(b"V").and_then(Object::as_dict).is_ok_and(signs);
    let dicts = source.document.objects.values().filter_map(|object| object.as_dict().ok());
    dicts.into_iter().any(|dict| signs(dict) || in_field(dict))
}

/// Objects to be appended.
struct Update<'a> {
    source: &'a Source,
    objects: BTreeMap<ObjectId, Object>,
    next: u32,
}

impl<'a> Update<'a> {
    fn after(source: &'a Source) -> Result<Self, Error> {
        let document = &source.document;
        let size = source.number(&document.trailer, b"Size").unwrap_or_default();
        let used = document.reference_table.entries.keys().next_back().copied().unwrap_or_default();
        let next = (size.clamp(0.0, f64::from(u32::MAX)) as u32).max(used.max(document.max_id).saturating_add(1));
        if next > MAX_OBJECT / 2 {
            return Err(Error::Unsound("the numbers of its objects are out of bounds"));
        }
        Ok(Self { source, objects: BTreeMap::new(), next })
    }

    fn new_id(&mut self) -> ObjectId {
        self.next += 1;
        (self.next - 1, 0)
    }

    /// Puts the links on their pages.
    fn add(&mut self, links: &[Link]) -> Result<(), Error> {
        let sheets = sheets(self.source);
        let mut by_page: BTreeMap<usize, Vec<&Link>> = BTreeMap::new();
        for link in links {
            by_page.entry(link.page).or_default().push(link);
        }
        // Annotations in a list that several pages share would show on all of them.
        let mut lists: HashMap<ObjectId, usize> = HashMap::new();
        let mut counted = HashSet::new();
        for sheet in sheets.iter().filter(|sheet| sheet.id.is_none_or(|id| counted.insert(id))) {
            if let Ok(Object::Reference(id)) = sheet.dict.get(b"Annots") {
                *lists.entry(*id).or_default() += 1;
            }
        }
        let mut done = HashSet::new();
        for (page, links) in by_page {
            let Some(sheet) = page.checked_sub(1).and_then(|at| sheets.get(at)) else { continue };
            let id = sheet.id.ok_or(Error::Unsound("a page is no object of its own"))?;
            // A page that stands twice in the tree carries its links already.
            if !done.insert(id) {
                continue;
            }
            let back = sheet.frame.inverse().ok_or(Error::Unsound("a page has no area"))?;
            let mut all = self.source.array(sheet.dict, b"Annots").unwrap_or_default().to_vec();
            for link in links {
                let Rect { left, top, right, bottom } = link.rect;
                let rect = back.rect((left.into(), top.into()), (right.into(), bottom.into()));
                let annotation = self.new_id();
                self.objects.insert(annotation, Object::Dictionary(annotation_of(link, rect, id)));
                all.push(Object::Reference(annotation));
            }
            match sheet.dict.get(b"Annots") {
                Ok(Object::Reference(list)) if lists.get(list) == Some(&1) && self.is_array(*list) => {
                    self.objects.insert(*list, Object::Array(all));
                }
                _ => {
                    let mut dict = sheet.dict.clone();
                    dict.set("Annots", Object::Array(all));
                    self.objects.insert(id, Object::Dictionary(dict));
                }
            }
        }
        Ok(())
    }

    fn is_array(&self, id: ObjectId) -> bool {
        matches!(self.source.document.objects.get(&id), Some(Object::Array(_)))
    }

    /// The bytes of the file, the objects, and where they are.
    fn write(mut self, bytes: &[u8], last: Last) -> Result<Vec<u8>, Error> {
        let unwritten = Error::Unsound("its pages cannot be written");
        let mut out = bytes.to_vec();
        if !out.ends_with(b"\n") && !out.ends_with(b"\r") {
            out.push(b'\n');
        }
        let mut places = BTreeMap::new();
        for (id, object) in &self.objects {
            places.insert(id.0, (out.len(), id.1));
            let written = writeln!(out, "{} {} obj", id.0, id.1).is_ok()
                && Writer::write_object(&mut out, object).is_ok()
                && out.write_all(b"\nendobj\n").is_ok();
            if !written {
                return Err(unwritten);
            }
        }
        let at = out.len();
        let trailer = |size: u32| {
            let mut trailer = dictionary! { "Size" => i64::from(size), "Prev" => offset(last.at) };
            for key in [b"Root".as_slice(), b"Info"] {
                if let Ok(value) = self.source.document.trailer.get(key) {
                    trailer.set(key, value.clone());
                }
            }
            if let Some([first, _]) = self.source.array(&self.source.document.trailer, b"ID") {
                let digest = Sha256::digest(&out).iter().take(16).copied().collect::<Vec<u8>>();
                let changed = Object::String(digest, lopdf::StringFormat::Hexadecimal);
                trailer.set("ID", vec![first.clone(), changed]);
            }
            trailer
        };
        let written = match last.kind {
            XrefType::CrossReferenceTable => {
                let trailer = trailer(self.next);
                write_table(&mut out, &places, &trailer)
            }
            XrefType::CrossReferenceStream => {
                let own = self.next;
                self.next += 1;
                places.insert(own, (at, 0));
                let trailer = trailer(own + 1);
                write_stream(&mut out, own, &places, trailer)
            }
        };
        written.and_then(|()| Ok(write!(out, "startxref\n{at}\n%%EOF\n")?)).map_err(|_| unwritten)?;
        Ok(out)
    }
}

fn annotation_of(link: &Link, rect: Rect, page: ObjectId) -> Dictionary {
    // Hundredths of a point are finer than any screen.
    let rounded = |at: f32| Object::Real((at * 100.0).round() / 100.0);
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        // The box has its lower side first here: it is back in user space, where y grows upwards.
        "Rect" => [rect.left, rect.top, rect.right, rect.bottom].map(rounded).to_vec(),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => PRINT,
        "P" => Object::Reference(page),
        "Contents" => lopdf::text_string(&link.name),
        "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(link.address.as_str()) },
    }
}

/// The numbers in unbroken rows: the first, and the places.
fn rows(places: &BTreeMap<u32, (usize, u16)>) -> Vec<(u32, Vec<(usize, u16)>)> {
    let mut rows: Vec<(u32, Vec<(usize, u16)>)> = Vec::new();
    for (&number, &place) in places {
        match rows.last_mut() {
            Some((first, row)) if *first + row.len() as u32 == number => row.push(place),
            _ => rows.push((number, vec![place])),
        }
    }
    rows
}

fn write_table(out: &mut Vec<u8>, places: &BTreeMap<u32, (usize, u16)>, trailer: &Dictionary) -> lopdf::Result<()> {
    out.extend(b"xref\n");
    for (first, row) in rows(places) {
        writeln!(out, "{first} {}", row.len())?;
        for (at, generation) in row {
            write!(out, "{at:010} {generation:05} n\r\n")?;
        }
    }
    out.extend(b"trailer\n");
    Writer::write_object(out, &Object::Dictionary(trailer.clone()))?;
    out.extend(b"\n");
    Ok(())
}

fn write_stream(
    out: &mut Vec<u8>,
    own: u32,
    places: &BTreeMap<u32, (usize, u16)>,
    trailer: Dictionary,
) -> lopdf::Result<()> {
    let (mut index, mut content) = (Vec::<Object>::new(), Vec::new());
    for (first, row) in rows(places) {
        index.extend([i64::from(first).into(), offset(row.len()).into()]);
        for (at, generation) in row {
            content.push(1);
            content.extend((at as u32).to_be_bytes());
            content.extend(generation.to_be_bytes());
        }
    }
    let mut dict = trailer;
    dict.set("Type", "XRef");
    dict.set("W", vec![1.into(), 4.into(), 2.into()]);
    dict.set("Index", index);
    writeln!(out, "{own} 0 obj")?;
    Writer::write_object(out, &Object::Stream(lopdf::Stream::new(dict, content)))?;
    out.extend(b"\nendobj\n");
    Ok(())
}
