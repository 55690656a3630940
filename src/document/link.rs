//! A letter's bytes come in; the same file with a link on every citation goes out.

use serde::{Deserialize, Serialize};

use super::geometry::{self, Area};
use super::{Error, Scans, plain, stages};
use crate::pdf::{self, Link, Rect, Signed};

/// A citation that became a link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    /// What it leads to: the canonical id.
    pub id: String,
    /// The address it opens.
    pub url: String,
    /// As printed.
    pub text: String,
    /// The page of each line of it, from 1, and where it is: left, top, right, bottom, in points from the upper left
    /// corner of the page as displayed.
    pub places: Vec<(usize, Area)>,
}

/// Puts a link on every citation that has an address; the file's bytes are a prefix of what comes of it.
pub fn link(
    bytes: &[u8],
    scans: Scans,
    signed: Signed,
    done: &mut dyn FnMut(),
) -> Result<(Vec<u8>, Vec<Linked>), Error> {
    if plain::text(bytes).is_some() {
        return Err(Error::NotPdf { found: "plain text" });
    }
    // A file that may not be changed says so before it is read, which takes long for scans.
    pdf::link(bytes, &[], signed)?;
    let (document, pages) = stages(bytes, scans, done)?;
    let (sheets, references) = geometry::sheets(&document, &pages);
    let mut linked = Vec::new();
    for (index, reference) in references.into_iter().enumerate() {
        let Some(url) = reference.url else { continue };
        let on = |sheet: &geometry::Sheet| {
            let own = sheet.citations.iter().filter(|cited| cited.reference == index);
            own.map(|cited| (sheet.page, cited.area)).collect::<Vec<_>>()
        };
        let places = sheets.iter().flat_map(on).collect();
        linked.push(Linked { id: reference.id, url, text: reference.text, places });
    }
    let links: Vec<Link> = linked.iter().flat_map(links_of).collect();
    Ok((pdf::link(bytes, &links, signed)?, linked))
}

fn links_of(linked: &Linked) -> impl Iterator<Item = Link> {
    linked.places.iter().map(|&(page, [left, top, right, bottom])| Link {
        page,
        rect: Rect { left, top, right, bottom },
        address: linked.url.clone(),
        name: format!("{} ({})", linked.text, linked.id),
    })
}
