//! Dossiers without any keyword, where label, dash or brackets show what they are.
//!
//! ```text
//! bare     = part numbers                  with a label or a dash, or in brackets; at the start of a footnote after a comma
//! reversed = label number "(" part ")"     «nr. 28 (33964)», as in a debate
//! ```
//!
//! **Invariant:** only numbers that the chambers have given out are dossiers here.

use super::head::Head;
use super::item::How;
use super::kamerstuk::digits;
use super::kamerstuk_list::{item, third_part};
use super::numbers;
use super::printed_dossier;
use super::scan::{Cursor, is_dash, is_space};
use super::{Citation, Dossier, Kamer, Kamerstuk, Mention};

/// Where a dossier stands without any keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere in a text.
    Anywhere,
    /// At the start of a footnote, or after its chamber and year.
    NoteStart,
    /// Elsewhere in a footnote.
    Note,
}

/// `bare | reversed`, at the dossier's first digit.
pub(super) fn bare(c: &mut Cursor<'_>, place: Place, kamer: Option<Kamer>) -> Option<Vec<Mention>> {
    let start = c.at();
    let before = c.before().trim_end_matches(is_space);
    let brackets = before.ends_with(['(', '[']);
    if !free(c, before) {
        return None;
    }
    if brackets && let Some(mention) = c.attempt(|c| reversed(c, before)) {
        return Some(vec![mention]);
    }
    c.attempt(|c| {
        let head = Head::unnamed(start, kamer);
        let item = item(c, &head)?;
        let first = item.parts.first()?;
        let together = c.slice(start..first.at.end).bytes().take(5).all(|byte| byte.is_ascii_digit());
        let letters =
            item.numbers.first().and_then(|element| element.numbers.first()).is_some_and(|n| n.number().is_none());
        let enough = match item.how {
            How::Labelled => true,
            // «37.410-VIII-82»: nothing else has a chapter between two dashes
            How::Dash => {
                let chapter = first.dossier.toevoeging().is_some_and(|toevoeging| toevoeging.is_chapter());
                together || brackets || chapter || place != Place::Anywhere || announced(before)
            }
            How::Comma => place == Place::NoteStart || (brackets && letters),
            How::Alone => brackets && (first.rijkswet || closed_chapter(c, &first.dossier)),
            How::Brackets | How::Space => false,
        };
        // «12345-67 890», «12345-67-8»: a number that goes on is no paper's
        let goes_on = item.how == How::Dash
            && (c.sees(third_part)
                || c.sees(|c| {
                    c.eat(is_space)?;
                    c.digits(3..4)
                }));
        (enough && !goes_on && item.parts.iter().all(|part| part.dossier.plausible())).then(|| item.mentions(start))
    })
}

/// «motie 36 410-12»: a paper is announced, if not by a keyword.
fn announced(before: &str) -> bool {
    const PAPERS: &[&str] = &["kamerbrief", "kamerbrieven", "motie", "moties", "amendement", "amendementen"];
    PAPERS.contains(&last_word(before).as_str())
}

/// The word before a place, in small letters.
fn last_word(before: &str) -> String {
    let word = before.trim_end_matches(['.', ':', ',']).rsplit(|c: char| !c.is_alphanumeric() && c != '-').next();
    word.unwrap_or_default().to_lowercase()
}

/// «(36 410 XVI)»: a chapter of the budget, alone in its brackets.
fn closed_chapter(c: &Cursor<'_>, dossier: &Dossier) -> bool {
    dossier.toevoeging().is_some_and(|toevoeging| toevoeging.is_chapter())
        && c.sees(|c| c.mark(|c| matches!(c, ')' | ']')))
}

/// True where nothing before the digits shows that they are part of something else.
fn free(c: &Cursor<'_>, before: &str) -> bool {
    const OTHERS: &[&str] = &[
        "kenmerk",
        "referentie",
        "zaaknummer",
        "zaaknr",
        "zaak",
        "artikel",
        "art",
        "postbus",
        "perceel",
        "rekening",
        "rekeningnummer",
        "parketnummer",
        "telefoon",
        "tel",
        "factuur",
        "factuurnummer",
        "kvk-nummer",
        "bestelnummer",
        "postcode",
        "issn",
        "eur",
        "bedrag",
        "totaal",
        "aantal",
        "circa",
        "ca",
        "ongeveer",
        "ruim",
        "bijna",
        "tussen",
    ];
    if c.last().is_some_and(|c| {
        c.is_alphanumeric() || is_dash(c) || matches!(c, '/' | ':' | '.' | ',' | '=' | '_' | '#' | '@' | '&')
    }) {
        return false;
    }
    !before.ends_with(['€', '$', '£', '+']) && !OTHERS.contains(&last_word(before).as_str()) && !dated(before)
}

/// «12 mei 2024, nr.»: the number of a letter, not of a dossier.
fn dated(before: &str) -> bool {
    let unlabelled = before.strip_suffix('.').unwrap_or(before).strip_suffix("nr");
    unlabelled.is_some_and(|rest| {
        let date = rest.trim_end_matches(|c: char| is_space(c) || c == ',');
        let digits = date.len() - date.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        digits == 4 && date.len() < rest.len()
    })
}

/// `label number "(" part ")"`; the cursor stands in the brackets, the mention begins at the label.
fn reversed(c: &mut Cursor<'_>, before: &str) -> Option<Mention> {
    let outside = before.trim_end_matches(['(', '[']).trim_end_matches(is_space);
    let spelled = outside.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let mut back = Cursor::new(c.text(), spelled.len());
    let number = digits(&mut back).filter(|_| back.at() == outside.len())?;
    let words = spelled.trim_end_matches(|c: char| is_space(c) || c == '.' || c == ':');
    let label = words.trim_end_matches(char::is_alphabetic).len();
    numbers::label(&mut Cursor::new(c.text(), label))?;
    let head = Head::unnamed(c.at(), None);
    let part = printed_dossier::read(c, &head).filter(|part| part.number.is_none() && part.dossier.plausible())?;
    c.mark(|c| matches!(c, ')' | ']'))?;
    let citation = Citation::Kamerstuk(Kamerstuk::new(part.dossier, number));
    Some(Mention { at: label..c.at(), citation, alternatives: Vec::new() })
}
