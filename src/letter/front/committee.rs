//! Finds the committee that asks, as the opening of the letter prints it.

use std::sync::LazyLock;

use regex::Regex;

use super::people;
use crate::letter::place;
use crate::lexicon::ministries;

static COMMITTEE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:vaste|algemene|tijdelijke|bijzondere|parlementaire|gemengde)\s+",
        r"(?:vaste\s+|gemengde\s+)?(?:kamer)?commissies?\s+(?:voor|van|inzake|over)\s+(?:de\s+|het\s+)?",
    ))
    .expect("the pattern is a constant")
});
/// What leads to the name of a further committee.
static FURTHER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:,\s*|,?\s+en\s+)(?:(?:de\s+)?(?:vaste|algemene)\s+(?:kamer)?commissie\s+)?(?:voor|inzake)\s+(?:de\s+|het\s+)?")
        .expect("the pattern is a constant")
});
/// What joins two parts of one name: «Colleges van Staat / Algemene Zaken en Huis des Konings».
static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\s*/\s*|\s+(?:van|des|der)\s+(?:de\s+|het\s+)?)").expect("the pattern is a constant")
});

/// ```ebnf
/// committees = "vaste commissie" [ "s" ] "voor" name { ( "," | "en" ) [ "de vaste commissie" ] "voor" name }
/// ```
pub(super) fn find(text: &str) -> Option<String> {
    COMMITTEE.find_iter(text).find_map(|found| {
        let mut end = found.end() + name(text.get(found.end()..)?)?;
        while let Some(further) = text.get(end..).and_then(|rest| FURTHER.find(rest)) {
            let Some(length) = text.get(end + further.end()..).and_then(name) else { break };
            end += further.end() + length;
        }
        Some(place::one_line(text.get(found.start()..end)?))
    })
}

/// The length in bytes of the name that a text begins with.
fn name(text: &str) -> Option<usize> {
    let mut end = ministries::name_at_start(text).into_iter().chain(people::capitalised(text)).max()?;
    while let Some(joined) = text.get(end..).and_then(|rest| JOINED.find(rest)) {
        let next = text.get(end + joined.end()..).unwrap_or_default();
        let other = next.starts_with("Tweede") || next.starts_with("Eerste") || next.starts_with("Kamer");
        let Some(length) = people::capitalised(next)
            .filter(|_| !other && people::office_word(next).is_none_or(|(_, at)| at.start > 0))
        else {
            break;
        };
        end += joined.end() + length;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committees_as_printed() {
        let check = |text: &str, expect: &str| assert_eq!(find(text).as_deref(), Some(expect), "{text}");
        check("de vaste commissie voor Financiën heeft", "vaste commissie voor Financiën");
        check("de vaste commissie voor Justitie van de Tweede Kamer", "vaste commissie voor Justitie");
        check(
            "de vaste commissies voor Financiën, voor Defensie en voor Europese Zaken hebben",
            "vaste commissies voor Financiën, voor Defensie en voor Europese Zaken",
        );
        check(
            "de vaste commissie voor Onderwijs, Cultuur en Wetenschap en de vaste commissie voor Financiën over",
            "vaste commissie voor Onderwijs, Cultuur en Wetenschap en de vaste commissie voor Financiën",
        );
        check("de vaste Kamercommissie voor Defensie van de minister", "vaste Kamercommissie voor Defensie");
        check("de algemene commissie voor Digitale Zaken om", "algemene commissie voor Digitale Zaken");
        check(
            "de vaste commissie voor Binnenlandse Zaken en de Hoge Colleges van Staat / Algemene Zaken heeft",
            "vaste commissie voor Binnenlandse Zaken en de Hoge Colleges van Staat / Algemene Zaken",
        );
    }
}
