//! The forms in which marks of notes are printed: `1`, `1)`, `[1]`, `*`.

use unicode_normalization::UnicodeNormalization;

use super::{MarkForm, NoteMark, tuning};

/// The marks that a raised piece prints: `1`, `1,2`, `1)`, `[1]`, `*`; empty where it is no mark by its form.
pub(super) fn marks(text: &str) -> Vec<NoteMark> {
    let parts: Vec<&str> = text.split([',', ';', ' ', '\u{A0}']).filter(|part| !part.is_empty()).collect();
    let marks: Vec<NoteMark> = parts.iter().filter_map(|part| one(part)).collect();
    if marks.len() == parts.len() { marks } else { Vec::new() }
}

/// One mark in any of its printed forms.
pub(super) fn one(part: &str) -> Option<NoteMark> {
    let part: &str = &part.nfkc().collect::<String>();
    let (form, bare) = if let Some(inner) = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        (MarkForm::Bracket, inner)
    } else if let Some(inner) = part.strip_suffix(')') {
        (MarkForm::Parenthesis, inner.strip_prefix('(').unwrap_or(inner))
    } else {
        (MarkForm::Raised, part)
    };
    let number = bare.parse::<u32>().is_ok_and(|number| (1..=tuning::mark_max()).contains(&number))
        && !bare.starts_with(['0', '+']);
    let stars = !bare.is_empty() && bare.chars().all(|c| matches!(c, '*' | '†' | '‡'));
    (number || stars).then(|| NoteMark { mark: bare.to_owned(), form })
}

/// The bracketed mark with which a word begins, «[1]Bron» or «1)», and its width in bytes.
pub(super) fn bracketed(word: &str) -> Option<(NoteMark, usize)> {
    let end = word.char_indices().find(|(_, c)| matches!(c, ')' | ']')).map(|(at, c)| at + c.len_utf8())?;
    let mark = one(word.get(..end)?)?;
    (mark.form != MarkForm::Raised).then_some((mark, end))
}

#[cfg(test)]
mod tests {
    use super::one;

    #[test]
    fn a_year_is_no_mark() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(one(text).map(|mark| mark.mark).as_deref(), expect, "{text}");
        };
        check("12", Some("12"));
        check("[300]", Some("300"));
        check("(1998)", None);
        check("07", None);
    }
}
