//! The abbreviations that letters use, with the names that they stand for, looked up in both directions.
//!
//! **Invariant:** an abbreviation is printed as in the table; what is also a Dutch word («pas», «om») is told by its
//! capitals alone.
//! **Invariant:** names of ministries are those of [`super::ministries`], where one word of the language would not do
//! for the name («Defensie» is no abbreviation's name).

use std::sync::LazyLock;

use super::{is_name, is_stop_word, is_word, ministries, table, tuning};
use crate::normalize::normalize;

/// Longest abbreviation, in bytes: a longer word is not looked up.
const MAX_LENGTH: usize = 8;

/// An abbreviation with the names that it stands for.
struct Row {
    /// As printed.
    printed: &'static str,
    /// As it is looked up.
    normalized: String,
    /// The names, the usual one first.
    names: Vec<&'static str>,
}

/// The table, in order of the normalized abbreviation.
static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("data/abbreviations.tsv"));
    rows.map(|[printed, names]| Row { printed, normalized: normalize(printed), names: table::values(names).collect() })
        .collect()
});

/// The full names that a word stands for, as typed or printed; none where it is no abbreviation, or a word as well.
#[must_use]
pub fn names_of(typed: &str) -> Vec<&'static str> {
    if typed.len() > MAX_LENGTH {
        return Vec::new();
    }
    let folded = normalize(typed);
    let in_table = row(&folded).filter(|row| {
        let is_small = typed.chars().count() >= tuning::small_abbreviation_min() && !is_ambiguous(row.printed);
        row.printed == typed || has_no_capital(row.printed) || is_small
    });
    let mut names = in_table.map_or_else(Vec::new, |row| row.names.clone());
    let of_ministry = ministries().find(|(printed, _)| normalize(printed) == folded).map(|(_, name)| name);
    names.extend(of_ministry.filter(|name| !names.contains(name)));
    names
}

/// The abbreviations that stand for a full name, given as its letters and digits, folded ([`crate::normalize::letters`]); not
/// those that are Dutch words as well, which would find those.
#[must_use]
pub fn abbreviations_of(letters: &str) -> Vec<&'static str> {
    let is_it = |name: &str| {
        // Folding leaves the first letter what it is, or nearly all names would be folded for each word of a query.
        let may_be = !name.is_ascii() || name.bytes().next().map(|b| b.to_ascii_lowercase()) == letters.bytes().next();
        may_be && crate::normalize::letters(name) == letters
    };
    let in_table = TABLE.iter().filter(|row| {
        row.names.iter().any(|name| is_it(name)) && (!is_ambiguous(row.printed) || is_told_by_capitals(row.printed))
    });
    let of_ministries = ministries().filter(|(_, name)| is_it(name));
    in_table.map(|row| row.printed).chain(of_ministries.map(|(printed, _)| printed)).collect()
}

/// Is this an abbreviation that only its capitals tell from a stop word («het OM» and «om»)?
#[must_use]
pub fn is_told_by_capitals(printed: &str) -> bool {
    let may_be = printed.len() <= MAX_LENGTH && printed.len() > 1 && printed.chars().all(char::is_uppercase);
    may_be && row(&normalize(printed)).is_some_and(|row| row.printed == printed) && is_stop_word(&normalize(printed))
}

/// The row of a folded abbreviation.
fn row(folded: &str) -> Option<&'static Row> {
    let at = TABLE.binary_search_by(|row| row.normalized.as_str().cmp(folded)).ok()?;
    TABLE.get(at)
}

/// Ministries whose name is of several words: their keys and abbreviations, each with the usual name.
fn ministries() -> impl Iterator<Item = (&'static str, &'static str)> {
    ministries::all().iter().flat_map(|ministry| {
        let name = ministry.names.first().copied().filter(|name| name.contains(' '));
        let printed = std::iter::once(ministry.key).chain(ministry.abbreviations.iter().copied());
        printed.filter_map(move |printed| Some((printed, name?)))
    })
}

/// Is the abbreviation, in small letters, a word of another meaning?
fn is_ambiguous(printed: &str) -> bool {
    let folded = normalize(printed);
    !has_no_capital(printed) && (is_stop_word(&folded) || (is_word(&folded) && !is_name(&folded)))
}

fn has_no_capital(printed: &str) -> bool {
    !printed.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::letters;

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.is_sorted_by(|a, b| a.normalized < b.normalized));
        assert!(TABLE.iter().all(|row| row.printed.len() <= MAX_LENGTH && !row.names.is_empty()));
    }

    #[test]
    fn abbreviations_lead_to_names_and_back() {
        let check = |typed: &str, name: Option<&str>| assert_eq!(names_of(typed).first().copied(), name, "{typed}");
        check("Wmo", Some("Wet maatschappelijke ondersteuning"));
        check("WMO", Some("Wet maatschappelijke ondersteuning"));
        check("wmo", Some("Wet maatschappelijke ondersteuning"));
        check("VWS", Some("Volksgezondheid, Welzijn en Sport"));
        check("OC&W", Some("Onderwijs, Cultuur en Wetenschap"));
        check("OM", Some("Openbaar Ministerie"));
        check("om", None);
        check("PAS", Some("Programma Aanpak Stikstof"));
        check("pas", None);
        check("Btw", Some("belasting over de toegevoegde waarde"));
        check("Defensie", None);
        check("zorg", None);
        let check = |name: &str, short: &[&str]| assert_eq!(abbreviations_of(&letters(name)), short, "{name}");
        check("immigratie- en naturalisatiedienst", &["IND"]);
        check("Sociaal Economische Raad", &["SER"]);
        check("jeugdwet", &["Jw"]);
        check("openbaar ministerie", &["OM"]);
        check("Programma Aanpak Stikstof", &[]);
        // «rvs» is roestvrij staal.
        check("raad van state", &[]);
        check("centraal planbureau", &["CPB"]);
        check("binnenlandse zaken en koninkrijksrelaties", &["BZK", "BiZa", "WenR"]);
        check("zorg", &[]);
    }
}
