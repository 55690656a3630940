//! What of the pages is in no text of the letter: heads, feet, side columns, stamps, doubles and what was not read.

use super::page_labels;
use crate::layout::{Fault, Flow, Text};
use crate::record::{LeftOut, Reason};

/// All of it: page by page what is printed, then what is hidden.
pub(super) fn all(text: &Text) -> Vec<LeftOut> {
    let labels = page_labels::labels(text);
    let printed = text.paragraphs().iter().filter_map(|paragraph| {
        let own = text.slice(&paragraph.at).trim();
        let label = || labels.get(paragraph.page?.checked_sub(1)?)?.as_deref();
        let reason = match paragraph.flow {
            Flow::Body | Flow::Note => return None,
            Flow::Side => Reason::SideColumn,
            Flow::Stamp => Reason::Watermark,
            Flow::Double => Reason::Overprint,
            Flow::Head | Flow::Foot if label() == Some(own) => Reason::PageNumber,
            Flow::Head => Reason::RunningHead,
            Flow::Foot => Reason::RunningFoot,
        };
        Some(LeftOut { reason, text: own.to_owned(), page: paragraph.page })
    });
    let mut all: Vec<LeftOut> = printed.chain(hidden(text)).filter(|left| !left.text.is_empty()).collect();
    all.sort_by_key(|left| left.page);
    all
}

/// What the pages do not show, or not as text: annotations, form fields, what lies beyond the edge.
fn hidden(text: &Text) -> impl Iterator<Item = LeftOut> + '_ {
    text.pages().iter().flat_map(|page| {
        page.faults.iter().filter_map(|fault| {
            let Fault::Unread(why, words) = fault else { return None };
            let reason = if matches!(why, crate::layout::Unread::Field) { Reason::Form } else { Reason::Hidden };
            Some(LeftOut { reason, text: words.clone(), page: Some(page.number) })
        })
    })
}
