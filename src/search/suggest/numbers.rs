//! Completes official numbers: reads the beginning of a number in any notation and gives the beginning of the id.
//!
//! ```text
//! beginning = { head } digits { digits } [ toevoeging ] [ "nr" digits ]     "32 8", "kst-328", "36 200 V"
//! head      = "kamerstuk" | "kamerstukken" | "kst" | "dossier" | "tk" | "ii"
//! ```
//!
//! A whole number is read by [`crate::citation`]; a beginning is none yet, and has no meaning but that it goes on.
//! **Invariant:** what is no beginning of a number is none of an id: «12 500 euro» begins nothing.

use crate::citation::Citation;
use crate::normalize;
use crate::search::field::{Field, Grammar};

/// Digits of a dossier's number.
const DIGITS: usize = 5;
/// Fewest digits that begin a number.
const MIN_DIGITS: usize = 2;
/// What may stand before a number.
const HEADS: &[&str] = &["dossier", "ii", "kamerstuk", "kamerstukken", "kst", "tk"];
/// What may stand before an ondernummer.
const NUMBER_SIGNS: &[&str] = &["n", "no", "nr", "nrs", "nummer"];
/// Longest toevoeging: `XXXVIII`.
const MAX_TOEVOEGING: usize = 7;

/// How the ids of documents of a kind begin that are typed so; `None` where no number begins so.
pub(super) fn beginning(typed: &str, field: Field) -> Option<String> {
    let is_dossier = field.row().grammar == Grammar::Dossier;
    let scheme = if is_dossier { "dossier" } else { "kst" };
    if let Ok(citation) = typed.trim().parse::<Citation>() {
        return match (is_dossier, citation.dossier()) {
            (true, Some(dossier)) => Some(Citation::Dossier(dossier).id()),
            (true, None) => None,
            _ => Some(citation.id().replacen("dossier-", "kst-", 1)),
        };
    }
    let folded = normalize::normalize(typed);
    if folded.starts_with("ah-") {
        return (!is_dossier).then_some(folded);
    }
    let pieces = folded.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
    let mut pieces = pieces.skip_while(|piece| HEADS.contains(piece)).peekable();
    let mut number = String::new();
    while number.len() < DIGITS
        && let Some(digits) = pieces.next_if(|piece| piece.bytes().all(|b| b.is_ascii_digit()))
    {
        number.push_str(digits);
    }
    let mut rest: Vec<String> = pieces.filter(|piece| !NUMBER_SIGNS.contains(piece)).map(str::to_uppercase).collect();
    let is_whole = number.len() == DIGITS;
    if number.len() > DIGITS || number.len() < MIN_DIGITS || (!is_whole && !rest.is_empty()) || rest.len() > 2 {
        return None;
    }
    let after_number: &[fn(&str) -> bool] = &[|piece| may_be_toevoeging(piece) || is_short(piece), is_short];
    if !rest.iter().zip(after_number).all(|(piece, fits)| fits(piece)) {
        return None;
    }
    rest.insert(0, number);
    // A dossier has no ondernummer.
    if is_dossier && rest.len() > 2 {
        rest.pop();
    }
    Some(format!("{scheme}-{}", rest.join("-")))
}

/// A Roman numeral, with a letter behind it or not.
fn may_be_toevoeging(piece: &str) -> bool {
    let numeral = piece.strip_suffix(|c: char| c.is_ascii_uppercase()).unwrap_or(piece);
    piece.len() <= MAX_TOEVOEGING && numeral.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
}

/// An ondernummer: digits, or a letter or two of the Eerste Kamer.
fn is_short(piece: &str) -> bool {
    piece.bytes().all(|b| b.is_ascii_digit()) || piece.len() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_begin_in_any_notation() {
        let check = |typed: &str, dossier: Option<&str>, document: Option<&str>| {
            assert_eq!(beginning(typed, Field::Dossier).as_deref(), dossier, "{typed}");
            assert_eq!(beginning(typed, Field::Kamerstuk).as_deref(), document, "{typed}");
        };
        check("32 8", Some("dossier-328"), Some("kst-328"));
        check("kst-328", Some("dossier-328"), Some("kst-328"));
        check("Kamerstukken II 32 847", Some("dossier-32847"), Some("kst-32847"));
        check("32847", Some("dossier-32847"), Some("kst-32847"));
        check("36 200 V", Some("dossier-36200-V"), Some("kst-36200-V"));
        check("36.200 v", Some("dossier-36200-V"), Some("kst-36200-V"));
        check("36 200 VII, nr", Some("dossier-36200-VII"), Some("kst-36200-VII"));
        check("32 847, nr. 8", Some("dossier-32847"), Some("kst-32847-8"));
        check("ah-tk-2023", None, Some("ah-tk-2023"));
        check("12 500 euro extra", None, None);
        check("3", None, None);
        check("zorg", None, None);
        check("", None, None);
    }
}
