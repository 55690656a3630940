//! The addresses of our pages.

use super::params;
use crate::citation::Citation;
use crate::record::{LetterId, Stated};

/// Our page of a letter.
pub(super) fn address_of_letter(id: &LetterId) -> String {
    format!("/brief/{}", params::segment(id.as_str()))
}

/// Our permanent address of what stands in a letter under an anchor; without one, of the letter.
pub(super) fn address_in(letter: &LetterId, anchor: Option<String>) -> String {
    let anchor = anchor.map(|anchor| format!("/{}", params::segment(&anchor))).unwrap_or_default();
    address_of_letter(letter) + &anchor
}

/// Our page about a document.
pub(super) fn address_of(id: &str) -> String {
    page_about(&Stated::of(id))
}

/// The same, of a document as a letter states it.
pub(super) fn page_about(document: &Stated<Citation>) -> String {
    match document.value() {
        Some(Citation::Dossier(dossier)) => format!("/dossier/{dossier}"),
        _ => format!("/kamerstuk/{}", params::segment(&document.to_string())),
    }
}
