//! Runs the stages of reading a PDF: open, repair, extract. pdf-extract reads the whole document first; after a failure
//! the remaining pages are read one by one, so that a bad page does not take the others along. Pages whose text runs up
//! or down are read once more, turned.
//!
//! **Invariant:** a panic of a PDF crate costs one page, and prints nothing.

use std::sync::Arc;

use pdf_extract::{output_doc, output_doc_page};

use super::load::open;
use super::quiet::quietly;
use super::repair::{Repaired, repair};
use super::runs::Collector;
use super::{Error, Page, Turn};

/// Reads all pages of a PDF in order.
///
/// # Errors
/// When the file as a whole cannot be read: it is no PDF, is empty, too large, needs a password, or has no page.
pub fn pages(bytes: &[u8]) -> Result<Vec<Page>, Error> {
    let repaired = quietly(|| open(bytes).map(|source| repair(&source)))
        .unwrap_or_else(|reason| Err(Error::Damaged(Some(Arc::new(lopdf::Error::InvalidStream(reason))))))?;
    if repaired.pages.is_empty() {
        return Err(Error::Damaged(None));
    }
    Ok(collect(&repaired))
}

fn collect(repaired: &Repaired) -> Vec<Page> {
    let mut collector = Collector::new(&repaired.looks, &repaired.pages);
    let mut result = quietly(|| output_doc(&repaired.document, &mut collector));
    while collector.pages.len() < repaired.pages.len() {
        let failure = match &result {
            Ok(Ok(())) => "the page is missing".to_owned(),
            Ok(Err(error)) => error.to_string(),
            Err(reason) => reason.clone(),
        };
        collector.end(Some(failure));
        while collector.pages.len() < repaired.pages.len() {
            let number = collector.pages.len() as u32 + 1;
            result = quietly(|| output_doc_page(&repaired.document, &mut collector, number));
            if collector.pages.len() < number as usize {
                break;
            }
        }
    }
    let Collector { mut pages, turns, .. } = collector;
    for (at, turn) in turns.into_iter().enumerate().filter(|(_, turn)| *turn != Turn::None) {
        if let Some(page) = turned(repaired, at, turn)
            && let Some(old) = pages.get_mut(at)
        {
            *old = page;
        }
    }
    pages
}

/// Reads the page at `at` once more, turned so that its text runs level.
fn turned(repaired: &Repaired, at: usize, turn: Turn) -> Option<Page> {
    let repair = repaired.pages.get(at)?.turned(turn);
    let mut again = Collector::new(&repaired.looks, std::slice::from_ref(&repair)).behind(at);
    quietly(|| output_doc_page(&repaired.document, &mut again, at as u32 + 1)).ok()?.ok()?;
    again.pages.pop()
}
