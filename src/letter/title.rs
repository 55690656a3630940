//! Tells titles from text: a short paragraph that is no sentence and is set apart, by its type or by its words.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{place, tuning};
use crate::layout::{Paragraph, Run, Text};
use crate::lexicon::ends_sentence;

/// Words that open the titles of a verslag, whatever their type.
static FRACTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:[IVX]+\.?\s+|[A-Z0-9]{1,2}\.\s+)?(?i:",
        r"(?:vragen|inbreng|opmerkingen|bijdrage|reactie|antwoord(?:en)?|nota|antwoord\s*/\s*reactie|volledige agenda)\b",
        r".*\b(?:fracties?|leden|bewindspersoon|bewindspersonen|minister|ministers|staatssecretaris|staatssecretarissen|kabinet|regering|agenda)\b)",
    ))
    .expect("the pattern is a constant")
});

/// Words that name a fraction, its members or who answers them, as the titles of a verslag do.
pub(super) fn names_fraction(own: &str) -> bool {
    FRACTION.is_match(own)
}

/// True for a title between a text and what comes next: `above` is the text before it.
pub(super) fn is_title(text: &Text, paragraph: &Paragraph, above: &Range<usize>) -> bool {
    let own = text.slice(&paragraph.at).trim();
    is_short(own, paragraph)
        && (is_set_apart(text, paragraph, above)
            || (names_fraction(own) && ends_sentence(text.slice(above).trim_end())))
}

/// True for what may be such a title by its words alone: one line behind the end of a sentence.
pub(super) fn may_be_title(text: &Text, paragraph: &Paragraph, above: &Range<usize>) -> bool {
    let own = text.slice(&paragraph.at).trim();
    let ended = text.slice(above).trim_end();
    is_short(own, paragraph)
        && paragraph.lines.len() == 1
        && !own.ends_with([':', ',', ';'])
        && (ended.is_empty() || (ends_sentence(ended) && !ended.ends_with([':', ';'])))
}

/// No sentence and no item of a list.
fn is_short(own: &str, paragraph: &Paragraph) -> bool {
    !own.is_empty()
        && own.len() < tuning::title_max()
        && !ends_sentence(own)
        && paragraph.cells.is_empty()
        && own.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "«“\"‘".contains(c))
}

/// Set in type of its own: bold, italic, underlined or larger, where the text beside it is not; or tagged as heading.
pub(super) fn is_set_apart(text: &Text, paragraph: &Paragraph, beside: &Range<usize>) -> bool {
    let is_own = |is: &fn(&Run) -> bool| {
        let regular = place::share(text, beside, is).is_some_and(|share| share < 0.5);
        regular && place::share(text, &paragraph.at, is).is_some_and(|share| share > tuning::title_type_min())
    };
    let larger = || {
        let sizes = place::runs(text, beside).iter().map(|run| run.style.size);
        let largest = sizes.fold(0.0, f32::max);
        largest > 0.0 && paragraph.style.size > largest + tuning::heading_larger()
    };
    place::is_tagged_heading(text, &paragraph.at) || place::TYPES.iter().any(is_own) || larger()
}
