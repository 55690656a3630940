//! The ministries: the key of each (`OCW`), its names in full and its abbreviations, and which ministry the name of an
//! office means: «Minister voor Rechtsbescherming» is of `JenV`.
//!
//! **Invariant:** a key is what a person would type; former ministries keep their own.

use std::sync::LazyLock;

use super::table;
use crate::normalize;

/// A ministry, or a minister's portfolio that belongs to one.
#[derive(Debug, PartialEq, Eq)]
pub struct Ministry {
    /// The abbreviation by which it is asked for.
    pub key: &'static str,
    /// Names in full, the usual one first; those of portfolios inside the ministry too.
    pub names: Vec<&'static str>,
    /// Abbreviations in print, the key aside.
    pub abbreviations: Vec<&'static str>,
}

static ALL: LazyLock<Vec<Ministry>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("data/ministries.tsv"));
    rows.map(|[key, names, abbreviations]| Ministry {
        key,
        names: table::values(names).collect(),
        abbreviations: table::values(abbreviations).collect(),
    })
    .collect()
});

/// All ministries since 2000, in order of their keys.
#[must_use]
pub fn all() -> &'static [Ministry] {
    &ALL
}

/// The ministry with this key.
#[must_use]
pub fn by_key(key: &str) -> Option<&'static Ministry> {
    ALL.iter().find(|ministry| ministry.key == key)
}

/// The key of the ministry that an office names: in full, or by its abbreviation; the longest name wins.
#[must_use]
pub fn of_office(office: &str) -> Option<&'static str> {
    let spelled = office.replace('\n', " ");
    let named = ALL
        .iter()
        .flat_map(|ministry| ministry.names.iter().map(move |name| (ministry.key, *name)))
        .filter(|(_, name)| spelled.to_lowercase().contains(&name.to_lowercase()))
        .max_by_key(|(_, name)| name.len())
        .map(|(key, _)| key);
    named
        .or_else(|| {
            let mut words = spelled.split(|c: char| !(c.is_alphanumeric() || c == '&' || c == '-'));
            words.find_map(by_abbreviation)
        })
        .or_else(|| spelled.to_lowercase().starts_with("minister-president").then_some("AZ"))
}

/// The key that this abbreviation stands for.
#[must_use]
pub fn by_abbreviation(word: &str) -> Option<&'static str> {
    ALL.iter().find(|m| m.key == word || m.abbreviations.contains(&word)).map(|m| m.key)
}

/// The key of a ministry by its key, an abbreviation or a name in full, without regard to case, accents and signs.
#[must_use]
pub fn named(name: &str) -> Option<&'static str> {
    let wanted = normalize::letters(name);
    let is_meant = |name: &str| normalize::letters(name) == wanted;
    let bears = |ministry: &&Ministry| {
        let mut names = std::iter::once(&ministry.key).chain(&ministry.abbreviations).chain(&ministry.names);
        names.any(|name| is_meant(name))
    };
    ALL.iter().find(bears).map(|ministry| ministry.key)
}

/// The length in bytes of the longest full name that a text begins with, white space and case aside.
#[must_use]
pub fn name_at_start(text: &str) -> Option<usize> {
    ALL.iter().flat_map(|ministry| &ministry.names).filter_map(|name| match_start(text, name)).max()
}

fn match_start(text: &str, name: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    for wanted in name.chars() {
        let (_, found) = chars.next()?;
        let blank = wanted == ' ' && found.is_whitespace();
        if !blank && !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
        if blank {
            while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        }
    }
    let end = chars.peek().map_or(text.len(), |(at, _)| *at);
    chars.next().is_none_or(|(_, c)| !c.is_alphanumeric()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_lead_to_keys() {
        let check = |office: &str, key: Option<&str>| assert_eq!(of_office(office), key, "{office}");
        check("Minister (Onderwijs, Cultuur en Wetenschap)", Some("OCW"));
        check("Minister voor Rechtsbescherming", Some("JenV"));
        check("Minister (BZ)", Some("BZ"));
        check("Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", Some("BZ"));
        check("Staatssecretaris (Financiën – Fiscaliteit en Belastingdienst)", Some("Fin"));
        check("Minister van Economische Zaken en Klimaat", Some("EZK"));
        check("Minister-President", Some("AZ"));
        check("Minister voor Immigratie en Asiel", Some("BZK"));
        check("Minister voor Wonen en Rijksdienst", Some("BZK"));
        check("Minister voor Milieu en Wonen", Some("BZK"));
        check("Minister voor Grote Steden- en Integratiebeleid", Some("BZK"));
        check("Minister voor Vreemdelingenzaken en Integratie", Some("Justitie"));
        check("Staatssecretaris Herstel Groningen", Some("BZK"));
        check("Minister van Onderwijs, Cultuur en Wetenschappen", Some("OCW"));
        check("Minister van Landbouw, Natuurbeheer en Visserij", Some("LNV"));
        check("Minister van VWS", Some("VWS"));
        check("De voorzitter", None);
    }

    #[test]
    fn names_are_matched_over_line_ends() {
        assert_eq!(name_at_start("Sociale Zaken en\nWerkgelegenheid, X"), Some(32));
        assert_eq!(name_at_start("FINANCIËN"), Some(10));
        assert_eq!(name_at_start("Financieel"), None);
    }
}
