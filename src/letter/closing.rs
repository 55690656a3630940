//! Where the last answer ends: signature, closing formula, «Toelichting», lists of sources are not part of it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::front::signature;
use super::{place, title};
use crate::layout::{Paragraph, Text};
use crate::lexicon::lists;

/// The end of the last answer in this span.
pub(super) fn end_of_last(text: &Text, body: &Range<usize>) -> usize {
    let pieces = place::paragraphs(text, body);
    for paragraph in pieces {
        let start = paragraph.at.start.max(body.start);
        if start > body.start && closes(text, paragraph) {
            return start;
        }
        // A signature may stand in the lines of the last paragraph.
        if let Some(at) = signature::start_in(text, paragraph) {
            return at.max(body.start);
        }
    }
    body.end
}

/// True for a paragraph that opens what is no longer answer.
fn closes(text: &Text, paragraph: &Paragraph) -> bool {
    let own = text.slice(&paragraph.at).trim();
    lists::is_closing_title(own)
        || lists::CLOSINGS.iter().any(|word| own.starts_with(word))
        || is_case_number(own)
        || opens_set(text, &paragraph.at)
}

/// «2024Z03816» at its start: the questions are printed again below.
fn is_case_number(own: &str) -> bool {
    let mut chars = own.chars();
    let digits = |chars: &mut std::str::Chars<'_>, count| {
        chars.by_ref().take(count).filter(char::is_ascii_digit).count() == count
    };
    digits(&mut chars, 4) && chars.next() == Some('Z') && digits(&mut chars, 5)
}

static SET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:(?:Antwoord(?:en)?|Beantwoording)(?:\s+(?:op|van))?\s+(?:de\s+)?)?",
        r"(?:[Ss]chriftelijke\s+|[Mm]ondelinge\s+)?(?:[Kk]amer)?[Vv]ragen\s+(?:van|gesteld\s+door|door)\s+",
        r"(?:het\s+(?:[Kk]amer)?lid|de\s+(?:[Kk]amer)?leden|de\s+fracties?|lid|leden)\b",
    ))
    .expect("the pattern is a constant")
});

/// True for a title that opens another set of questions: «Antwoorden op de vragen van het lid X over …».
pub(super) fn opens_set(text: &Text, at: &Range<usize>) -> bool {
    let own = text.slice(at).trim();
    SET.is_match(own) && !own.ends_with(['?', ':', ';'])
}

/// The end of a text without the titles that stand between it and the next question.
///
/// `come_back`: titles that only their words tell come back through the letter.
pub(super) fn without_title(text: &Text, body: &Range<usize>, come_back: bool) -> usize {
    let mut end = body.end;
    for paragraph in place::paragraphs(text, body).iter().rev() {
        let above = body.start..paragraph.at.start;
        let told =
            || title::is_title(text, paragraph, &above) || (come_back && title::may_be_title(text, paragraph, &above));
        if paragraph.at.start <= body.start || !told() {
            break;
        }
        end = paragraph.at.start;
    }
    end
}
