//! What of the pages is in no text of the letter: heads, feet, side columns, stamps, doubles and what was not read.

use super::page_labels;
use crate::citation::{self, Citation, Passage};
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

/// Citations in what was left out, each once, as printed, with its page; not the letter's own number, nor the numbers of
/// the questions that it answers.
pub(super) fn citations(left_out: &[LeftOut], own: Option<&Citation>) -> Vec<(Option<usize>, String)> {
    let mut known: Vec<Citation> = own.into_iter().cloned().collect();
    let mut found = Vec::new();
    for left in left_out {
        let passage = citation::resolve(&[Passage::body(&left.text)]);
        for mention in passage.into_iter().flat_map(|found| found.mentions) {
            let printed = left.text.get(mention.at).unwrap_or_default().to_owned();
            if !matches!(mention.citation, Citation::Case(_)) && !known.contains(&mention.citation) {
                known.push(mention.citation);
                found.push((left.page, printed));
            }
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::{LeftOut, Reason, citations};
    use crate::citation::Citation;

    #[test]
    fn a_citation_that_is_left_out_is_said_once() {
        let foot = |text: &str, page| LeftOut { reason: Reason::RunningFoot, text: text.to_owned(), page: Some(page) };
        let feet = [foot("Zie Kamerstuk 32 847, nr. 808", 1), foot("Zie Kamerstuk 32 847, nr. 808", 2), foot("2", 2)];
        assert_eq!(citations(&feet, None), [(Some(1), "Kamerstuk 32 847, nr. 808".to_owned())]);
        let own: Citation = "kst-32847-808".parse().expect("an id");
        assert_eq!(citations(&feet, Some(&own)), []);
    }
}
