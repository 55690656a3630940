//! Puts a link on every citation of a PDF that has an address.

use serde::{Deserialize, Serialize};

use super::{Error, plain};
use crate::citation::Citation;
use crate::pdf::{self, Link, Rect, Signed};
use crate::record::page_map::{Area, PageMap};
use crate::record::{Reference, Stated};

/// A citation that becomes a link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Linked {
    /// What it leads to.
    pub id: Stated<Citation>,
    /// The address it opens.
    pub url: String,
    /// As printed.
    pub text: String,
    /// The page of each line of it, from 1, and where it is: left, top, right, bottom, in points from the upper left
    /// corner of the page as displayed.
    pub places: Vec<(usize, Area)>,
}

/// The links of a letter: its references that have an address, where its page maps say that they stand.
#[must_use]
pub fn linked(references: &[Reference], maps: &[PageMap]) -> Vec<Linked> {
    let places = |index: usize| {
        let on = move |map: &PageMap| {
            let own = map.citations.iter().filter(move |cited| cited.reference == index);
            own.map(|cited| (map.page, cited.area)).collect::<Vec<_>>()
        };
        maps.iter().flat_map(on).collect()
    };
    let linked = |(index, reference): (usize, &Reference)| {
        let (id, text) = (reference.id.clone(), reference.text.clone());
        Some(Linked { id, url: reference.url.clone()?, text, places: places(index) })
    };
    references.iter().enumerate().filter_map(linked).collect()
}

/// Adds links to a PDF; the file's bytes are a prefix of what comes of it.
pub fn link(bytes: &[u8], linked: &[Linked], signed: Signed) -> Result<Vec<u8>, Error> {
    if plain::text(bytes).is_some() {
        return Err(Error::NotPdf { found: pdf::PLAIN_TEXT });
    }
    let links: Vec<Link> = linked.iter().flat_map(links_of).collect();
    pdf::link(bytes, &links, signed)
}

fn links_of(linked: &Linked) -> impl Iterator<Item = Link> {
    linked.places.iter().map(|&(page, [left, top, right, bottom])| Link {
        page,
        rect: Rect { left, top, right, bottom },
        address: linked.url.clone(),
        name: format!("{} ({})", linked.text, linked.id),
    })
}
