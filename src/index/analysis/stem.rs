//! Finds the stem of a Dutch word.
//!
//! Kraaij and Pohlmann's stemmer, helped where its rules, which know no words, go wrong: the word list tells the base
//! form of plurals and inflected adjectives («beelden», «hoge», «proces»), the prefix ge- is left on words that are no
//! participles («gezag», «regelgeving»), and a list has the irregular plurals and the rest.
//!
//! **Invariant:** accents are folded after stemming; the stemmer needs them.

use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

use crate::index::tuning;
use crate::lexicon;
use crate::normalize::normalize;

/// Kraaij and Pohlmann's stemmer for Dutch.
static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::Dutch));

/// Words whose stem no rule finds, each with the word whose stem it has, in order.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("bestuurlijk", "bestuur"),
    ("financieel", "financien"),
    ("financien", "financien"),
    ("gegevens", "gegevens"),
    ("gemeente", "gemeente"),
    ("gemeentelijk", "gemeente"),
    ("ministerie", "ministerie"),
    ("ministerieel", "minister"),
    ("minister", "minister"),
    ("ouder", "ouder"),
    ("overheid", "overheid"),
    ("politicus", "politiek"),
    ("politici", "politiek"),
    ("provinciaal", "provincie"),
    ("stedelijk", "stad"),
];

/// Endings of irregular plurals, each with that of the singular.
const PLURALS: &[(&str, &str)] = &[
    ("bedragen", "bedrag"),
    ("daken", "dak"),
    ("dagen", "dag"),
    ("gaten", "gat"),
    ("gebreken", "gebrek"),
    ("glazen", "glas"),
    ("heden", "heid"),
    ("kinderen", "kind"),
    ("leden", "lid"),
    ("oorlogen", "oorlog"),
    ("paden", "pad"),
    ("schepen", "schip"),
    ("slagen", "slag"),
    ("steden", "stad"),
    ("verboden", "verbod"),
    ("verdragen", "verdrag"),
    ("wegen", "weg"),
];

/// The folded stem of a word in lower case.
pub(super) fn stem(lower: &str) -> String {
    let folded = normalize(lower);
    if let Some(stem) = exception(&folded) {
        return stem.to_owned();
    }
    let base = base(&folded);
    if let Some(stem) = base.as_deref().and_then(exception) {
        return stem.to_owned();
    }
    let base = base.as_deref().unwrap_or(&folded);
    if ends_in_root_s(base) {
        return unprefixed(base, str::to_owned);
    }
    // Where the list gave another form the accents are gone with the ending; else they help the stemmer.
    let word = if base == folded { lower } else { base };
    unprefixed(word, |word| normalize(&STEMMER.stem(word)))
}

fn exception(folded: &str) -> Option<&'static str> {
    EXCEPTIONS.iter().find(|(word, _)| *word == folded).map(|(_, stem)| *stem)
}

/// The uninflected form of a word, where list or rule has it.
fn base(word: &str) -> Option<String> {
    for (plural, singular) in PLURALS {
        if let Some(front) = word.strip_suffix(plural) {
            let base = format!("{front}{singular}");
            if front.is_empty() || lexicon::is_word(&base) {
                return Some(base);
            }
        }
    }
    if let Some(front) = word.strip_suffix("es").or_else(|| word.strip_suffix("rs")) {
        // «keuzes», «ministers»: the singular, without its own ending.
        let singular = word.get(..front.len() + 1).filter(|singular| is_common(singular))?;
        return base(singular).or_else(|| Some(singular.to_owned()));
    }
    if let Some(front) = word.strip_suffix("en") {
        return word
            .strip_suffix('n')
            .filter(|front| exception(front).is_some())
            .map(str::to_owned)
            .or_else(|| listed_base(front));
    }
    if let Some(front) = word.strip_suffix('t') {
        // «zorgt», «vindt»: a verb in the third person, and no noun with a plural.
        let is_verb = front.len() > tuning::verb_min() && is_common(front) && !lexicon::is_word(&format!("{word}en"));
        return (front.ends_with('d') || is_verb).then(|| front.to_owned());
    }
    let front = word.strip_suffix('e')?;
    // «ruimte», «ziekte»: nouns of an adjective.
    if front.strip_suffix('t').is_some_and(|adjective| adjective.len() > tuning::verb_min() && is_common(adjective)) {
        return None;
    }
    listed_base(front)
}

fn is_common(word: &str) -> bool {
    lexicon::is_word(word) && !lexicon::is_name(word)
}

/// The listed word that a form without its ending stands for by the rules of spelling: `beeld`, `hog` → `hoog`, `natt`
/// → `nat`, `liev` → `lief`. A vowel that the ending left open is long («namen»: `naam`, not `nam`), unless no such word
/// is listed («sectoren»).
fn listed_base(front: &str) -> Option<String> {
    let letters: Vec<char> = front.chars().collect();
    let (&last, rest) = letters.split_last()?;
    let is_vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    if rest.len() < 2 || is_vowel(&last) {
        return None;
    }
    let hard = match last {
        'v' => 'f',
        'z' => 's',
        other => other,
    };
    let mut candidates: Vec<String> = Vec::new();
    if rest.last() == Some(&last) {
        candidates.push(rest.iter().collect());
    } else {
        candidates.push(rest.iter().chain([&hard]).collect());
        if let Some(vowel) = rest.last().filter(|vowel| matches!(vowel, 'a' | 'e' | 'o' | 'u')) {
            // «brieven» is of «brief»; but «financiele» lacks its trema.
            let place = if is_digraph(rest[rest.len() - 2], *vowel) { candidates.len() } else { 0 };
            candidates.insert(place, rest.iter().chain([vowel, &hard]).collect());
        }
    }
    let listed = candidates.iter().find(|candidate| is_common(candidate));
    // «Europese»: adjectives of names are listed with a capital.
    let named =
        || candidates.iter().find(|candidate| candidate.len() > tuning::name_min() && lexicon::is_word(candidate));
    listed.or_else(named).cloned()
}

/// Two letters that are one sound: in «brieven» the e is not open.
fn is_digraph(first: char, second: char) -> bool {
    first == second || matches!((first, second), ('i' | 'o', 'e') | ('e' | 'o' | 'a', 'u'))
}

/// «proces», «mens»: the s is of the root where the plural keeps it.
fn ends_in_root_s(word: &str) -> bool {
    let Some(front) = word.strip_suffix('s').filter(|front| front.len() > 1) else { return false };
    ["sen", "ssen", "zen"].iter().any(|plural| lexicon::is_word(&format!("{front}{plural}")))
}

/// Particles after which -ge- marks a participle: «aangekondigd».
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "bloot", "bovenaan", "dicht", "door", "goed", "in", "kwijt", "los", "mede",
    "mee", "na", "neer", "om", "onder", "op", "open", "over", "plaats", "rond", "samen", "stil", "tegemoet", "tegen",
    "terug", "thuis", "toe", "uit", "vast", "vol", "voor", "voorbij", "voort", "vrij", "weg", "weer",
];

/// Nouns and adjectives in ge- that end as participles do.
const NO_PARTICIPLES: &[&str] = &[
    "gebeur",
    "gebied",
    "gebit",
    "gebod",
    "geboort",
    "gebruik",
    "gedacht",
    "gedicht",
    "geduld",
    "geest",
    "gehandicapt",
    "gelaat",
    "gelid",
    "gelo",
    "geluid",
    "gemoed",
    "geneesmid",
    "geniet",
    "genot",
    "gerecht",
    "gereed",
    "geschikt",
    "geslacht",
    "gevecht",
    "geweld",
    "gewest",
    "gewicht",
    "gezant",
    "gezicht",
    "gezond",
];

/// Stems a word with every -ge- out of sight that marks no participle.
fn unprefixed(word: &str, stem: impl Fn(&str) -> String) -> String {
    // A letter that no word has and no rule of the stemmer knows.
    const HIDDEN: char = '\u{E000}';
    let marks = |at: usize| {
        let before = word.get(..at).unwrap_or_default();
        let from = word.get(at..).unwrap_or_default();
        let is_prefix = before.is_empty() || PARTICLES.contains(&before);
        let may_be =
            ["d", "t", "en", "de", "te"].iter().any(|ending| from.ends_with(ending)) && from.chars().count() > 4;
        is_prefix && may_be && !NO_PARTICIPLES.iter().any(|noun| from.starts_with(noun))
    };
    let hidden: String = word
        .char_indices()
        .map(|(at, c)| if word.get(at..).is_some_and(|from| from.starts_with("ge")) && !marks(at) { HIDDEN } else { c })
        .collect();
    stem(&hidden).replace(HIDDEN, "g")
}
