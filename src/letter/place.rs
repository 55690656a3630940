//! Walking the text by paragraph, line and style: what every reader of this module needs.

use std::ops::Range;

use crate::layout::{Flow, Paragraph, Run, Text};

/// The paragraphs that begin inside a span, of whatever flow.
pub(super) fn paragraphs<'a>(text: &'a Text, at: &Range<usize>) -> &'a [Paragraph] {
    let first = text.paragraphs().partition_point(|p| p.at.end <= at.start && p.at.start < at.start);
    let end = text.paragraphs().partition_point(|p| p.at.start < at.end);
    text.paragraphs().get(first..end.max(first)).unwrap_or_default()
}

/// The span of the body.
pub(super) fn body(text: &Text) -> Range<usize> {
    let mut body = text.paragraphs().iter().filter(|p| p.flow == Flow::Body);
    let first = body.next();
    let last = body.next_back().or(first);
    first.map_or(0, |p| p.at.start)..last.map_or(0, |p| p.at.end)
}

/// The paragraphs of the body.
pub(super) fn body_paragraphs(text: &Text) -> impl DoubleEndedIterator<Item = &Paragraph> {
    text.paragraphs().iter().filter(|p| p.flow == Flow::Body)
}

/// The paragraphs of heads and feet, side columns among them.
pub(super) fn furniture(text: &Text) -> impl Iterator<Item = &Paragraph> {
    text.paragraphs().iter().filter(|p| matches!(p.flow, Flow::Foot | Flow::Head | Flow::Side))
}

/// The runs that touch a span.
pub(super) fn runs<'a>(text: &'a Text, at: &Range<usize>) -> &'a [Run] {
    let first = text.runs().partition_point(|run| run.at.end <= at.start);
    let end = text.runs().partition_point(|run| run.at.start < at.end);
    text.runs().get(first..end.max(first)).unwrap_or_default()
}

/// A span without white space at its ends.
pub(super) fn trim(text: &Text, at: &Range<usize>) -> Range<usize> {
    if at.start >= at.end {
        return at.start..at.start;
    }
    let slice = text.slice(at);
    let start = at.start + (slice.len() - slice.trim_start().len());
    let end = at.end - (slice.len() - slice.trim_end().len());
    start.min(end)..end
}

/// How much of a span is bold, from 0 to 1; `None` where no style is known.
pub(super) fn bold_share(text: &Text, at: &Range<usize>) -> Option<f32> {
    share(text, at, |run| run.style.bold)
}

/// How much of a span's characters are in runs of a kind; `None` in plain text or an empty span.
pub(super) fn share(text: &Text, at: &Range<usize>, is: impl Fn(&Run) -> bool) -> Option<f32> {
    let (mut all, mut some) = (0, 0);
    for run in runs(text, at).iter().filter(|run| run.rect.is_some()) {
        let length = run.at.end.min(at.end).saturating_sub(run.at.start.max(at.start));
        all += length;
        some += if is(run) { length } else { 0 };
    }
    (all > 0).then(|| some as f32 / all as f32)
}

/// Types that set a heading or a title apart from what stands beside it.
pub(super) const TYPES: [fn(&Run) -> bool; 3] =
    [|run| run.style.bold, |run| run.style.italic, |run| run.style.underlined];

/// True for plain text, in which nothing has a place or a style.
pub(super) fn is_plain(text: &Text) -> bool {
    text.runs().first().is_none_or(|run| run.rect.is_none())
}

/// True if a span is tagged as a heading.
pub(super) fn is_tagged_heading(text: &Text, at: &Range<usize>) -> bool {
    let tagged = |run: &Run| run.tag.as_deref().is_some_and(is_heading_tag);
    share(text, at, tagged).is_some_and(|share| share > 0.5)
}

fn is_heading_tag(tag: &str) -> bool {
    tag == "vraagNummer" || (tag.starts_with('H') && tag.chars().skip(1).all(|c| c.is_ascii_digit()))
}

/// True if two lines stand on one height of one page, in two columns.
pub(super) fn is_beside(text: &Text, a: &Range<usize>, b: &Range<usize>) -> bool {
    let (Some(a), Some(b)) = (runs(text, a).first(), runs(text, b).first()) else { return false };
    let (Some(left), Some(right)) = (a.rect, b.rect) else { return false };
    let overlap = left.bottom.min(right.bottom) - left.top.max(right.top);
    a.page == b.page && a.at != b.at && overlap > (left.bottom - left.top) / 2.0
}

/// True if the text ends in a question mark, quotation marks and brackets aside.
pub(super) fn ends_question(text: &str) -> bool {
    text.trim_end().trim_end_matches(['»', '”', '’', '"', '\'', ')', ']']).ends_with('?')
}

/// A span as one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
