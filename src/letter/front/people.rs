//! Reads the names of those who ask, with their party, and of those who answer, with their office.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::letter::{place, tuning};
use crate::lexicon::{ministries, parties};

/// A member who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// The name as printed, without «het lid».
    pub name: String,
    /// The party as printed in brackets.
    pub party: Option<String>,
}

/// A minister or state secretary who answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responder {
    /// The name as printed; `None` where only the office stands.
    pub name: Option<String>,
    /// The office as printed, without article.
    pub office: Option<String>,
    /// True for «mede namens».
    pub on_behalf: bool,
}

impl Responder {
    /// Key of the table of ministries.
    #[must_use]
    pub fn ministry(&self) -> Option<&'static str> {
        self.office.as_deref().and_then(ministries::of_office)
    }
}

static MEMBERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:kamer)?(?:lid|leden)\s+(?P<names>\p{Lu}|de |den |der |van |het lid|ter |te |ten |el |’t |'t )",
    )
    .expect("the pattern is a constant")
});
/// What ends a list of members; «van de» may be part of a name.
static MEMBERS_END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\s(?:aan|over|inzake|betreffende|naar|van uw|worden|met|d\.d\.|die|om|en over|heeft|hebben|van de Eerste Kamer|van de Tweede Kamer)\s|\(ingezonden|;|\n|\.\s").expect("the pattern is a constant")
});

/// What members do who ask, and what else may be theirs: the nearest of these words before their names decides.
static ASKING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:\w*vra(?:ag|gen)|gestelde?|stelden?|ingezonden|(?:be)?antwoord(?:en|ing)?)\b")
        .expect("the pattern is a constant")
});
static OTHERWISE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:\w*moties?|toezegging(?:en)?|toegezegd|amendement(?:en)?|initiatief\w*|\w*voorstel(?:len)?|verzoek(?:en)?|inbreng|\w*nota)\b",
    )
    .expect("the pattern is a constant")
});
/// «De leden X (A) en Y (B) hebben vragen gesteld.»
static ASK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^[^.?!]*?\b\w*vra(?:ag|gen)\b").expect("the pattern is a constant"));
/// Where a sentence begins: behind the end of the last one.
static SENTENCE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\p{Ll}{2}[.?!]\s+\p{Lu}").expect("the pattern is a constant"));
/// «de leden van de fracties van A en B», «de leden van de B-fractie»: no one is named.
static GROUP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[^(]*\b(?:\p{L}*[-/])*fracties?\b").expect("the pattern is a constant"));

/// The members named in «… van de leden X (A) en Y (B) …», the first time.
pub(super) fn askers(text: &str) -> Vec<Asker> {
    named(text).next().map(|(_, askers)| askers).unwrap_or_default()
}

/// The members, each with a party, of whom a text says that they ask; not those of a motion or a promise.
pub(super) fn questioners(text: &str) -> Vec<Asker> {
    let with_party =
        |asker: &Asker| asker.party.as_deref().is_some_and(is_party) && !asker.name.chars().any(|c| c.is_ascii_digit());
    let mut all = named(text).filter(|(at, _)| asks(text, at));
    all.find(|(_, askers)| !askers.is_empty() && askers.iter().all(with_party))
        .map(|(_, askers)| askers)
        .unwrap_or_default()
}

/// Whether the members named at a place are those who ask.
fn asks(text: &str, at: &Range<usize>) -> bool {
    let before = text.get(..at.start).unwrap_or_default();
    let start = SENTENCE.find_iter(before).last().map_or(0, |end| end.end() - 1);
    let before = before.get(start..).unwrap_or(before);
    let last = |words: &Regex| words.find_iter(before).last().map(|found| found.start());
    match (last(&ASKING), last(&OTHERWISE)) {
        (None, None) => ASK.is_match(text.get(at.start..).unwrap_or_default()),
        (asking, otherwise) => asking > otherwise,
    }
}

/// The party that a bracket names, of the table or not; «kenmerk: 183361.07U» is none.
fn is_party(bracket: &str) -> bool {
    let shape = bracket.starts_with(char::is_uppercase)
        && bracket.split_whitespace().count() <= tuning::party_words_max()
        && !bracket.contains([':', ';', '='])
        && bracket.chars().filter(char::is_ascii_digit).count() <= tuning::party_digits_max();
    shape || parties::named(bracket).is_some()
}

/// The members named each time that some are, with the place of the words that say so.
fn named(text: &str) -> impl Iterator<Item = (Range<usize>, Vec<Asker>)> {
    MEMBERS.captures_iter(text).filter_map(|found| {
        let start = found.name("names")?.start();
        let rest = text.get(start..)?;
        let end = MEMBERS_END.find(rest).map_or(rest.len(), |m| m.start());
        let list = rest.get(..end)?;
        (!GROUP.is_match(list)).then(|| (found.get(0).map_or(start, |all| all.start())..start + end, members(list)))
    })
}

/// ```ebnf
/// members = names [ "(" [ "beiden" | "allen" ] party ")" ] { separator members }
/// ```
fn members(list: &str) -> Vec<Asker> {
    let mut askers: Vec<Asker> = Vec::new();
    let mut nameless = 0;
    let mut rest = list;
    while let Some((names, after)) = rest.split_once('(') {
        let (party, after) = after.split_once(')').unwrap_or((after, ""));
        askers.extend(split_names(names).map(|name| Asker { name, party: None }));
        let party = ["beiden ", "beide ", "allen ", "alle "]
            .iter()
            .find_map(|w| party.trim().strip_prefix(w))
            .unwrap_or(party.trim());
        for asker in askers.iter_mut().skip(nameless) {
            asker.party = Some(party.to_owned());
        }
        nameless = askers.len();
        rest = after;
    }
    askers.extend(split_names(rest).map(|name| Asker { name, party: None }));
    askers
}

static NAME_SEPARATOR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r",\s*|\s+en\s+|^\s*en\s+").expect("the pattern is a constant"));

fn split_names(text: &str) -> impl Iterator<Item = String> {
    NAME_SEPARATOR.split(text).filter_map(|piece| {
        let piece = place::one_line(piece);
        let mut name = piece.as_str();
        for lead in ["van ", "de heer ", "mevrouw ", "het lid ", "de leden ", "leden ", "lid "] {
            let title = lead == "van "
                && !(name.starts_with("van het lid")
                    || name.starts_with("van de leden")
                    || name.starts_with("van lid"));
            if !title {
                name = name.strip_prefix(lead).unwrap_or(name);
            }
        }
        let named = name.chars().any(char::is_uppercase);
        named.then(|| name.to_owned())
    })
}

static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?P<office>minister-president|ministers|minister|staatssecretarissen|staatssecretaris|vice-minister-president|ambtgenoten|ambtgenoot|ambtgenote|collega)\b").expect("the pattern is a constant")
});

/// «(Minister-President,) Minister van Algemene Zaken»: one person's second office.
static GENERAL_AFFAIRS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*,?\s*(?P<word>minister)\s+van\s+algemene\s+zaken\b").expect("the pattern is a constant")
});

/// The second office of a minister-president that follows, as printed, and how much of the text it takes.
pub(super) fn general_affairs(text: &str) -> Option<(&'static str, usize)> {
    let found = GENERAL_AFFAIRS.captures(text)?;
    let small = found.name("word")?.as_str().starts_with('m');
    let office = if small { ", minister van Algemene Zaken" } else { ", Minister van Algemene Zaken" };
    Some((office, found.get(0)?.end()))
}

/// An office word: as it is written in the singular, and what of the text it takes.
pub(super) fn office_word(text: &str) -> Option<(&'static str, Range<usize>)> {
    let found = OFFICE.find(text)?;
    let word = match found.as_str().to_lowercase().as_str() {
        "ministers" | "minister" => "Minister",
        "staatssecretarissen" | "staatssecretaris" => "Staatssecretaris",
        "vice-minister-president" => "Vice-Minister-President",
        "ambtgenoten" | "ambtgenoot" => "Ambtgenoot",
        "ambtgenote" => "Ambtgenote",
        "collega" => "Collega",
        _ if found.as_str().ends_with("-President") => "Minister-President",
        _ => "Minister-president",
    };
    Some((word, found.range()))
}

/// Who answers, from «Minister Y (…), mede namens de Minister van …».
pub(super) fn responders(text: &str) -> Vec<Responder> {
    let mut responders = Vec::new();
    let mut at = 0;
    while let Some((word, found)) = text.get(at..).and_then(office_word) {
        let before = text.get(..at + found.start).unwrap_or_default().to_lowercase();
        let on_behalf = before.contains("namens");
        let start = at + found.end;
        let rest = text.get(start..).unwrap_or_default();
        let (read, length) = after_office(word, rest, on_behalf);
        responders.extend(read);
        at = start + length;
    }
    responders
}

/// What an office word is followed by: ministries, or a person with the ministry in brackets.
fn after_office(word: &str, rest: &str, on_behalf: bool) -> (Vec<Responder>, usize) {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((phrase, length)) = rest.get(at..).and_then(ministry) {
        found.push(Responder { name: None, office: Some(format!("{word} {phrase}")), on_behalf });
        at += length;
    }
    if !found.is_empty() {
        return (found, at);
    }
    if word.ends_with("resident")
        && let Some((name, bracket, length)) = person(rest).or(Some((None, None, 0)))
        && let Some((second, more)) = rest.get(length..).and_then(general_affairs).filter(|_| bracket.is_none())
    {
        found.push(Responder { name, office: Some(format!("{word}{second}")), on_behalf });
        return (found, length + more);
    }
    while let Some((name, bracket, length)) = rest.get(at..).and_then(person) {
        let office = bracket.map_or_else(|| word.to_owned(), |ministry| format!("{word} ({ministry})"));
        found.push(Responder { name, office: Some(office), on_behalf });
        at += length;
    }
    if found.is_empty() && word.ends_with("resident") {
        found.push(Responder { name: None, office: Some(word.to_owned()), on_behalf });
    }
    (found, at)
}

static LINK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\s*,)?\s*(?:\([A-Z&a-z]{2,8}\))?\s*(?:,|en|,\s*en)?\s*(?P<link>van|voor|VAN|VOOR)(?:\s+(?:het ministerie van|de|het))?\s+").expect("the pattern is a constant")
});

/// ```ebnf
/// ministry = [ "," | "en" ] ( "van" | "voor" ) name [ "(" abbreviation ")" ]
/// ```
/// The phrase with its link word, and how much of the text it takes.
pub(super) fn ministry(text: &str) -> Option<(String, usize)> {
    let link = LINK.captures(text)?;
    let start = link.get(0)?.end();
    let rest = text.get(start..)?;
    let length =
        ministries::name_at_start(rest).filter(|length| !goes_on(rest, *length)).or_else(|| capitalised(rest))?;
    let name = place::one_line(rest.get(..length)?);
    let name = if name.chars().any(char::is_lowercase) || !name.contains(' ') && name.len() <= tuning::capitals_max() {
        name
    } else {
        ordinary(&name)
    };
    Some((format!("{} {name}", link.name("link")?.as_str().to_lowercase()), start + length))
}

/// A longer name than the table knows: «Financiën – Fiscaliteit …», «Klimaat en Groene Groei en Energie».
fn goes_on(rest: &str, length: usize) -> bool {
    let after = rest.get(length..).unwrap_or_default();
    let dash = [" – ", " - "].iter().any(|dash| after.starts_with(dash));
    let next = after.strip_prefix(" en ").map(|next| next.strip_prefix("de ").unwrap_or(next));
    dash || next.is_some_and(|next| {
        let office = office_word(next).is_some_and(|(_, at)| at.start == 0);
        next.starts_with(char::is_uppercase) && capitalised(next).is_some() && !office
    })
}

/// «Binnenlandse Zaken en Koninkrijkrelaties»: capitalised words, with «en», and commas in a list that «en» ends.
pub(super) fn capitalised(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut listed = None;
    let mut at = 0;
    for (index, word) in text.split_inclusive(char::is_whitespace).enumerate() {
        let bare = word.trim_end();
        let name = bare.trim_end_matches([',', '.', ')', ';', ':']);
        // «Binnenlandse Zaken en de Koninkrijksrelaties»: an article goes on with the name behind «en» only.
        let article = name == "de" && text.get(..at).is_some_and(|before| before.ends_with(" en "));
        let connector = matches!(name, "en" | "–" | "-") || article;
        let capital = name.chars().next().is_some_and(char::is_uppercase) && !name.contains('.');
        if !(capital || (connector && index > 0)) || (index > 0 && office_word(name).is_some()) {
            break;
        }
        if capital {
            let to = at + name.len();
            match listed {
                // After a comma the words count only once «en» and a last one have come.
                Some(open) if !text.get(open..at).is_some_and(|since| since.contains(" en ")) => {}
                _ => {
                    end = to;
                    listed = None;
                }
            }
        }
        if bare.len() > name.len() {
            if !bare.ends_with(',') {
                break;
            }
            listed = listed.or(Some(at));
        }
        at += word.len();
    }
    (end > 0).then_some(end)
}

/// «FINANCIËN» → «Financiën»; small words stay small.
fn ordinary(name: &str) -> String {
    let words = name.split(' ').map(|word| {
        let lower = word.to_lowercase();
        if matches!(lower.as_str(), "en" | "van" | "voor" | "de" | "het") {
            return lower;
        }
        let mut chars = lower.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A person after the office word, with the ministry in brackets: `None` where no name stands.
fn person(text: &str) -> Option<(Option<String>, Option<String>, usize)> {
    let lead = text.len() - text.trim_start_matches([' ', ',']).len();
    let rest = text.get(lead..)?;
    let rest_start = rest.strip_prefix("en ").map_or(0, |_| 3);
    let rest = rest.get(rest_start..)?;
    let stop = rest.find([',', '(']).unwrap_or(rest.len());
    let raw = rest.get(..stop)?;
    let end = [" en de ", " mede ", " en ", " van ", " namens "]
        .iter()
        .filter_map(|word| raw.find(word).filter(|at| *at > 0 && !raw.get(..*at).is_some_and(str::is_empty)))
        .filter(|at| raw.get(*at..).is_some_and(|rest| office_word(rest).is_some() || rest.contains("namens")))
        .min()
        .unwrap_or(raw.len());
    let name = place::one_line(raw.get(..end)?);
    let name = name.trim_end_matches('.');
    let named = name.chars().next().is_some_and(char::is_uppercase) && office_word(name).is_none();
    let bracket_only = name.is_empty() && rest.starts_with('(');
    if !named && !bracket_only {
        return None;
    }
    let name = (!name.is_empty()).then(|| name.to_owned());
    let mut length = lead + rest_start + end;
    let mut ministry = None;
    if end == stop && rest.get(stop..).is_some_and(|after| after.starts_with('(')) {
        let inside = rest.get(stop + 1..)?.split_once(')').map_or("", |(inside, _)| inside);
        length += inside.len() + 2;
        ministry = Some(place::one_line(inside)).filter(|inside| !inside.is_empty());
    }
    (length > 0).then_some((name, ministry, length.min(text.len())))
}

#[cfg(test)]
mod tests {
    use super::is_party;

    #[test]
    fn a_bracket_that_is_no_party() {
        let check = |bracket: &str, expect: bool| assert_eq!(is_party(bracket), expect, "{bracket}");
        check("SP", true);
        check("50PLUS", true);
        check("Lid Van der Berg", true);
        check("Groep van de Veerstoep", true);
        check("kenmerk: 183361.07U", false);
        check("Kamerstuk 32847", false);
        check("Een verslag van een vergadering van de commissie", false);
    }
}
