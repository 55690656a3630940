//! Divides a compound into its parts: «jeugdzorgplus» into «jeugd», «zorg» and «plus».
//!
//! A word is divided where its parts are likelier than the word itself. How likely a word is as first or last part is
//! counted over the listed compounds ([`super::listing`]); a word that is listed itself, or whose uninflected form is,
//! stays whole unless its parts are much used, a word that is not is divided where that is possible at all.
//!
//! On `compounds.txt` of the retrieval set (104 compounds, 50 others; no word of it is named here or in the lists):
//! all parts of .95, .08 of the others divided; with `WHOLE` at 5, 6, 7, 8, 9 that is .83/.04, .90/.06, .94/.06,
//! .95/.08, .95/.08. 250 other words of answers were looked through by eye.

use std::ops::Range;

use super::listing::{self, Listing};
use super::morphology::{MIN_PART, bases, has_vowel, is_particle, may_be_first, may_be_last};
use super::tuning;
use super::words::listing;
use crate::normalize::normalize;

/// All parts that were counted, first or last: the sum over the list.
const TOTAL: f64 = 220_000.0;
/// Longest word that is divided, in letters; the longest real ones have some 50.
const MAX_LENGTH: usize = 60;

/// The parts of a solid, folded word without linking letters, in order; none if it is no compound.
#[must_use]
pub fn split(folded: &str) -> Vec<Range<usize>> {
    if folded.len() > MAX_LENGTH || !folded.bytes().all(|b| b.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    divide(folded, 0..folded.len(), tuning::whole(), &mut parts);
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// Whether a word as printed is a compound of which the list has every part.
#[must_use]
pub fn is_compound(word: &str) -> bool {
    !listed_parts(&normalize(word)).is_empty()
}

/// Whether two pieces are such a compound together, and the break between them is inside a part: «scho», «lenbestand».
#[must_use]
pub fn divides_a_part(tail: &str, head: &str) -> bool {
    let tail = normalize(tail);
    let parts = listed_parts(&format!("{tail}{}", normalize(head)));
    !parts.is_empty() && parts.iter().all(|part| part.start != tail.len())
}

/// The parts of a folded compound, none if one of them is not listed.
fn listed_parts(folded: &str) -> Vec<Range<usize>> {
    let parts = split(folded);
    let listed = |part: &Range<usize>| common(letters(folded, part.clone())).is_some();
    if parts.iter().all(listed) { parts } else { Vec::new() }
}

/// Divides a piece of the word, and its parts in turn.
fn divide(word: &str, piece: Range<usize>, whole: f64, parts: &mut Vec<Range<usize>>) {
    let found = best(letters(word, piece.clone()), whole);
    if found.is_empty() {
        return parts.push(piece);
    }
    for part in found {
        divide(word, piece.start + part.start..piece.start + part.end, tuning::whole_part(), parts);
    }
}

/// First parts of a word up to some place, and what they cost.
#[derive(Clone)]
struct Firsts {
    cost: f64,
    parts: Vec<Range<usize>>,
}

/// The likeliest parts of a word; none where it is likelier whole.
fn best(word: &str, whole: f64) -> Vec<Range<usize>> {
    if word.len() < 2 * MIN_PART || is_participle(word) {
        return Vec::new();
    }
    let bases: Vec<&str> = bases(word).filter(|base| common(base).is_some()).collect();
    // «centrales» is the plural of «centrale», not «centra» and «les».
    let is_cut = |at: usize| {
        bases.iter().any(|base| base.get(at..).is_none_or(|rest| rest.len() < MIN_PART || common(rest).is_none()))
    };
    let mut firsts: Vec<Option<Firsts>> = vec![None; word.len()];
    firsts[0] = Some(Firsts { cost: 0.0, parts: Vec::new() });
    let mut likeliest: Option<Firsts> = None;
    for at in MIN_PART..=word.len() - MIN_PART {
        firsts[at] = firsts_up_to(word, at, &firsts);
        let Some(found) = &firsts[at] else { continue };
        let Some(cost) = last_cost(letters(word, at..word.len())).filter(|_| !is_cut(at)) else { continue };
        let cost = found.cost + cost;
        if likeliest.as_ref().is_none_or(|other| cost < other.cost) {
            let parts = extended(&found.parts, at..word.len());
            likeliest = Some(Firsts { cost, parts });
        }
    }
    let is_listed = common(word).is_some() || !bases.is_empty();
    let limit = if is_listed { whole } else { tuning::unlisted() };
    match likeliest {
        Some(found) if found.cost < limit => found.parts,
        _ if is_listed => Vec::new(),
        _ => after_unknown(word),
    }
}

/// The likeliest first parts that end at a place.
fn firsts_up_to(word: &str, at: usize, firsts: &[Option<Firsts>]) -> Option<Firsts> {
    let mut likeliest: Option<Firsts> = None;
    for (start, before) in firsts.iter().enumerate().take(at + 1 - MIN_PART) {
        let Some(before) = before else { continue };
        let Some((length, cost)) = first_cost(letters(word, start..at)) else { continue };
        let cost = before.cost + cost;
        if likeliest.as_ref().is_none_or(|other| cost < other.cost) {
            let parts = extended(&before.parts, start..start + length);
            likeliest = Some(Firsts { cost, parts });
        }
    }
    likeliest
}

/// How long a segment is as a first part without its linking letters, and what that costs.
fn first_cost(segment: &str) -> Option<(usize, f64)> {
    let plain = |word: &str| {
        let listing = common(word).filter(|_| may_be_first(word))?;
        Some((word.len(), part_cost(word, listing.as_first)))
    };
    let linked = |link: &str, extra: f64| {
        let (length, cost) = segment.strip_suffix(link).and_then(plain)?;
        Some((length, cost + extra))
    };
    if is_particle(segment) {
        return None;
    }
    // «kinder-», «eier-»: the plural of such words ends in -eren.
    let is_er = segment.ends_with("er") && common(&format!("{segment}en")).is_some();
    let is_listed = common(segment).is_some();
    let candidates = [
        plain(segment),
        linked("s", tuning::link_s()),
        is_er.then(|| linked("er", tuning::link_en())).flatten(),
        (!is_listed).then(|| linked("en", tuning::link_en())).flatten(),
        (!is_listed).then(|| linked("e", tuning::link_e())).flatten(),
    ];
    candidates.into_iter().flatten().min_by(|(_, a), (_, b)| a.total_cmp(b))
}

/// What a segment costs as the last part.
fn last_cost(segment: &str) -> Option<f64> {
    let listing = common(segment).filter(|_| may_be_last(segment))?;
    Some(part_cost(segment, listing.as_last))
}

fn part_cost(part: &str, scale: u8) -> f64 {
    let cost = -((listing::count(scale) + tuning::unseen()) / TOTAL).ln();
    if part.len() == MIN_PART { cost + tuning::short_part() } else { cost }
}

/// A much used last part after a first part that is not listed.
fn after_unknown(word: &str) -> Vec<Range<usize>> {
    let mut likeliest: Option<(f64, usize)> = None;
    for at in MIN_PART..word.len().saturating_sub(tuning::last_min() - 1) {
        let (first, last) = word.split_at(at);
        let Some(listing) = common(last).filter(|_| may_be_last(last)) else { continue };
        if listing::count(listing.as_last) < tuning::last_count_min() || !has_vowel(first) {
            continue;
        }
        // Of two last parts the longer is likelier for each letter more by about one factor e.
        let cost = part_cost(last, listing.as_last) - last.len() as f64;
        if likeliest.is_none_or(|(other, _)| cost < other) {
            likeliest = Some((cost, at));
        }
    }
    likeliest.map_or_else(Vec::new, |(_, at)| vec![0..at, at..word.len()])
}

/// Some letters of a word.
fn letters(word: &str, range: Range<usize>) -> &str {
    word.get(range).expect("words that are divided have ASCII letters only")
}

/// The parts and one more.
fn extended(parts: &[Range<usize>], part: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = parts.to_vec();
    parts.push(part);
    parts
}

/// «weggewerkt» is a participle of a separable verb, not «wegge» and «werkt».
fn is_participle(word: &str) -> bool {
    let has_prefix = word.match_indices("ge").any(|(at, _)| is_particle(letters(word, 0..at)));
    has_prefix && ["d", "t", "en", "de", "te"].iter().any(|ending| word.ends_with(ending))
}

/// How a word is listed in lower case.
fn common(folded: &str) -> Option<Listing> {
    listing(folded).filter(|listing| !listing.is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_compounds_and_leaves_others() {
        let check = |word: &str, expect: &[&str]| {
            let parts: Vec<&str> = split(word).into_iter().map(|part| letters(word, part)).collect();
            assert_eq!(parts, expect, "{word}");
        };
        check("grondwaterbeheer", &["grond", "water", "beheer"]);
        check("handhavingsbeleid", &["handhaving", "beleid"]);
        check("kinderartsen", &["kind", "artsen"]);
        check("bedrijfsbezoek", &["bedrijf", "bezoek"]);
        check("zorgverzekeraars", &["zorg", "verzekeraars"]);
        check("centrales", &[]);
        check("kansen", &[]);
        check("onderhandeling", &[]);
        check("werkloosheid", &[]);
        check("weggewerkt", &[]);
        check("zorg", &[]);
        check("", &[]);
    }
}
