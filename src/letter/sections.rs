//! Blocks come in; all running text that is in none of them goes out.

use std::ops::Range;

use super::blocks::Block;
use super::front::Front;
use super::heading::Role;
use super::kind::Kind;
use super::place;
use crate::layout::Text;

/// Running text that is in no question and no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Before the first question, or elsewhere.
    pub part: SectionPart,
    /// The line that opens it.
    pub heading: Option<Range<usize>>,
    /// Its text.
    pub body: Range<usize>,
}

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionPart {
    /// Before the first question; in a document without questions its head.
    Front,
    /// Anywhere else.
    Other,
}

/// The body less headings, questions and answers.
pub(super) fn find(text: &Text, blocks: &[Block], loose: &[Range<usize>], front: &Front, kind: Kind) -> Vec<Section> {
    let body = place::body(text);
    let first = blocks.first().map_or(body.end, |block| block.head.start);
    let head_end =
        if blocks.is_empty() || kind == Kind::SchriftelijkOverleg { front.head_end.min(first) } else { first };
    let mut sections = Vec::new();
    let mut add = |at: Range<usize>, part| {
        let body = place::trim(text, &at);
        if !body.is_empty() {
            sections.push(Section { part, heading: None, body });
        }
    };
    add(body.start..head_end, SectionPart::Front);
    let mut at = head_end;
    for block in blocks {
        add(at..block.head.start.max(at), SectionPart::Other);
        let kept = block.role == Role::Notice || loose.contains(&block.body);
        if kept {
            add(block.body.clone(), SectionPart::Other);
        }
        at = block.body.end.max(block.head.end);
    }
    add(at..body.end.max(at), SectionPart::Other);
    sections
}
