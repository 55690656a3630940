//! The addresses of our pages.

use super::params;
use crate::citation::Citation;

/// Our page about a document.
pub(super) fn address_of(id: &str) -> String {
    match id.parse::<Citation>() {
        Ok(Citation::Dossier(dossier)) => format!("/dossier/{dossier}"),
        _ => format!("/kamerstuk/{}", params::segment(id)),
    }
}
