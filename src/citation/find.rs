//! Finds the citations in one text, and what looks like a citation but cannot be read.
//!
//! One regex finds where a citation may begin; at each such place the productions that may begin so are tried. What a
//! production reads is passed over, what none can read is left behind one character further on.
//!
//! **Invariant:** finding is local: it looks at this text alone, and a few words around each place.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::head::{self, Head};
use super::keyword::Keyword;
use super::mention::{Expected, Found, Mention, NearMiss, NearMissKind};
use super::scan::{Cursor, is_space};
use super::unkeyed::{self, Place};
use super::{
    Citation, Kamer, aanhangsel, address, dossier, ecli, eu, handelingen, id, kamerstuk_list, misspelling, numbers,
    publication,
};

/// What kind of text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Running text: a citation needs a keyword, a label, brackets or an address; a line end may stand within it.
    Running,
    /// The text of a footnote: a citation may come without any keyword.
    Footnote,
}

/// Where a citation may begin.
///
/// Every alternative is a name of a production; the first that matches at a place is tried first.
static ANCHOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
          (?P<ecli> (?i:ecli) )
        | (?P<id>   (?i:kst|ah|kv|stb|stcrt|trb|blg|dossier|com|eu|h)- [0-9A-Za-z] )
        | (?P<bwb>  (?i:bwb[rvw]) [0-9] )
        | (?P<case> (?:19|20)[0-9]{2} (?: [ZDAzda] [0-9]{4} | \s?[ZD]\s? [0-9]{5} ) )
        | (?P<celex> [035] (?:19|20)[0-9]{2} [A-Z]{1,2} [0-9]{4} )
        | (?P<eli>  (?i:eli) / )
        | (?P<url>  (?i:officielebekendmakingen\.nl/dossier/ | eerstekamer\.nl/wetsvoorstel/ | [?&]dossier= | uri=com) )
        | (?P<gazette> (?i:staatsblad|staatscourant|tractatenblad|stb|stcrt|trb) )
        | (?P<com>  COM | Com\s?\( )
        | (?P<law>  (?i:richtlijn|verordening|directive|regulation) )
        | (?P<head> (?i: kamers?\s?s?tuk | kamerst | kst | parlementaire\s | tweede\s+kamer | eerste\s+kamer | kamer\sder\sstaten
                       | staten-generaal | vergaderja | zitting | verg\. | handelingen | hand\. | bijlage | bijl\. | aanh
                       | (?:kamer)?dossier | (?:initiatief)?wetsvoorstel | wetsontwerp )
                    | H?[TE]K )
        | (?P<slip> \b [KkAaHh] [A-Za-z]{6,12} \b )
        | (?P<digit> [1-9] [0-9] (?:\.|\s|[*\u{ad}\u{200b}])? [0-9]{3} )
        ",
    )
    .expect("the anchors are one valid regex")
});

/// Finds all citations of a text. Idem and its kin are left to [`super::resolve`].
#[must_use]
pub fn find(text: &str, setting: Setting) -> Found {
    let mut found = Found::default();
    let mut at = 0;
    let lead = note_lead(text, setting);
    while let Some(groups) = ANCHOR.captures_at(text, at) {
        let start = groups.get(0).map_or(text.len(), |whole| whole.start());
        let mut c = Cursor::new(text, start);
        let name = |name| groups.name(name).is_some();
        let mentions = if name("digit") {
            paper_without_keyword(&mut c, setting, lead)
        } else if name("slip") && !c.sees(misspelling::keyword) {
            None
        } else if name("head") || name("slip") {
            headed(&mut c, &mut found.near_misses)
        } else if name("gazette") {
            gazette(&mut c, &mut found.near_misses)
        } else if name("law") {
            eu::law(&mut c).map(|laws| spread(start, laws, Citation::EuLaw))
        } else if name("com") {
            eu::com(&mut c).map(|(at, com)| vec![one(at, Citation::Com(com))])
        } else {
            identifier(&mut c)
                .or_else(|| headed(&mut c, &mut found.near_misses))
                .or_else(|| misspelt(Cursor::new(text, start), &mut found.near_misses))
        };
        // «Kamerstuk 32 847, nr. 28 (33964)»: the number before the brackets is taken
        let taken = found.mentions.last().map_or(0, |mention| mention.at.end);
        match mentions.filter(|mentions| mentions.first().is_none_or(|first| first.at.start >= taken)) {
            Some(mentions) => {
                at = c.at().max(start + 1);
                found.mentions.extend(mentions);
            }
            None => at = start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
        }
    }
    tidy(&mut found);
    found
}

/// Puts all in order of place, and drops a near miss that was read after all.
fn tidy(found: &mut Found) {
    let Found { mentions, near_misses } = found;
    near_misses.retain(|miss| {
        let first = mentions.partition_point(|mention| mention.at.end <= miss.at.start);
        let read = mentions.get(first).is_some_and(|mention| mention.at.start < miss.at.end);
        miss.kind == NearMissKind::ImpossibleYear || !read
    });
    near_misses.sort_by_key(|miss| (miss.at.start, std::cmp::Reverse(miss.at.end), miss.kind));
    // «Aanhangsel Handelingen …» begins with a keyword within a keyword
    let mut end = 0;
    near_misses.retain(|miss| {
        let unread = matches!(miss.kind, NearMissKind::Unread(_));
        let inside = unread && miss.at.end <= end;
        end = if unread { end.max(miss.at.end) } else { end };
        !inside
    });
    near_misses.dedup();
}

fn unread_at(at: Range<usize>, expected: Expected) -> NearMiss {
    NearMiss { at, kind: NearMissKind::Unread(expected) }
}

/// What a head lacks that could not be read.
fn expected(head: &Head) -> Expected {
    match head.keyword {
        Keyword::Aanhangsel | Keyword::Handelingen if head.year.is_none() => Expected::Vergaderjaar,
        Keyword::Aanhangsel => Expected::Number,
        Keyword::Handelingen => Expected::Place,
        _ => Expected::Dossier,
    }
}

fn one(at: Range<usize>, citation: Citation) -> Mention {
    Mention { at, citation, alternatives: Vec::new() }
}

/// The first takes what stands before it, from the keyword on.
fn spread<T>(start: usize, list: Vec<(Range<usize>, T)>, wrap: fn(T) -> Citation) -> Vec<Mention> {
    list.into_iter()
        .enumerate()
        .map(|(index, (at, value))| one(if index == 0 { start..at.end } else { at }, wrap(value)))
        .collect()
}

/// Identifiers, addresses, numbers that name themselves.
fn identifier(c: &mut Cursor<'_>) -> Option<Vec<Mention>> {
    let start = c.at();
    let citation = ecli::read(c)
        .map(Citation::CaseLaw)
        .or_else(|| id::read(c))
        .or_else(|| id::regulation(c).map(Citation::Regulation))
        .or_else(|| id::case_number(c).map(Citation::Case))
        .or_else(|| id::celex(c))
        .or_else(|| eu::eli(c).map(Citation::EuLaw))
        .or_else(|| address::dossier(c).map(Citation::Dossier))
        .or_else(|| address::com(c).map(Citation::Com))?;
    Some(vec![one(start..c.at(), citation)])
}

/// An identifier or an ECLI that does not parse is a near miss; it never yields a mention.
fn misspelt(mut c: Cursor<'_>, near_misses: &mut Vec<NearMiss>) -> Option<Vec<Mention>> {
    let start = c.at();
    if let Some(end) = id::misspelt(&mut c.clone()) {
        near_misses.push(unread_at(start..end, Expected::Identifier));
        return None;
    }
    let whole = !c.last().is_some_and(char::is_alphanumeric);
    if whole && c.literal("ecli") && c.next_is(|c| c == ':' || is_space(c)) {
        c.eat(|_| true);
        let country = c.eat_while(|c| c.is_ascii_uppercase()).len();
        if country == 2 && c.next_is(|c| c == ':') {
            c.eat_while(|c| !is_space(c) && c != ')');
            near_misses.push(unread_at(start..c.at(), Expected::Identifier));
        }
    }
    None
}

fn gazette(c: &mut Cursor<'_>, near_misses: &mut Vec<NearMiss>) -> Option<Vec<Mention>> {
    let start = c.at();
    if let Some(numbers) = publication::read(c) {
        return Some(spread(start, numbers, Citation::Publication));
    }
    let mut ahead = *c;
    let numbered = publication::keyword(&mut ahead).is_some() && {
        ahead.mark(|c| c == ',');
        ahead.spaces();
        numbers::label(&mut ahead);
        !ahead.eat_while(|c| c.is_ascii_digit()).is_empty()
    };
    if numbered {
        near_misses.push(unread_at(start..ahead.at(), Expected::Year));
    }
    None
}

/// A citation with a keyword.
fn headed(c: &mut Cursor<'_>, near_misses: &mut Vec<NearMiss>) -> Option<Vec<Mention>> {
    let head = head::read(c)?;
    let end = c.at();
    let found = match head.keyword {
        Keyword::Aanhangsel => aanhangsel::body(c, &head).map(|list| spread(head.start, list, Citation::Aanhangsel)),
        Keyword::Handelingen => {
            // A dossier with a number is a Kamerstuk that someone calls Handelingen.
            let paper = c.attempt(|c| kamerstuk_list::labelled(c, &head));
            let places = |c| handelingen::body(c, &head).map(|list| spread(head.start, list, Citation::Handelingen));
            paper.or_else(|| places(c))
        }
        _ => kamerstuk_list::cited(c, &head),
    };
    let own = head.keyword >= Keyword::Kamerstuk || found.is_some();
    if own {
        near_misses
            .extend(head.impossible.iter().map(|at| NearMiss { at: at.clone(), kind: NearMissKind::ImpossibleYear }));
    }
    if found.is_none()
        && let Some(at) = unread(&head, Cursor::new(c.text(), end))
    {
        near_misses.push(unread_at(at, expected(&head)));
    }
    // «Aanhangsel Handelingen …», the foot of a page: passed over as a whole, lest the rest be read without its first word.
    if head.keyword == Keyword::Aanhangsel && found.is_none() {
        return Some(Vec::new());
    }
    found
}

/// How far a near miss is shown beyond the keyword, in bytes.
const SHOWN: usize = 60;

/// The place of a head after which digits or a label stand that could not be read; the feet of pages are none.
fn unread(head: &Head, mut c: Cursor<'_>) -> Option<Range<usize>> {
    let strong = match head.keyword {
        Keyword::Kamerstuk => true,
        Keyword::Handelingen => head.dated || head.kamer.is_some(),
        Keyword::Aanhangsel => head.handelingen,
        _ => false,
    };
    for _ in 0..2 {
        c.mark(|c| matches!(c, ',' | '.' | ':' | '('));
    }
    c.spaces();
    let label = numbers::label(&mut c).is_some();
    let number = c.next_is(|c| c.is_ascii_digit());
    (strong && number && (label || head.keyword == Keyword::Kamerstuk || head.dated)).then(|| {
        let tail = c.after();
        let stop = tail
            .char_indices()
            .find(|&(index, c)| {
                let sentence = c == '.'
                    && tail
                        .get(index + 1..)
                        .is_none_or(|rest| rest.trim_start().starts_with(char::is_uppercase) || rest.trim().is_empty());
                index >= SHOWN || matches!(c, ')' | ';' | '\n') || sentence
            })
            .map_or(tail.len(), |(index, _)| index);
        head.start..c.at() + stop
    })
}

/// What stands at the start of a note before its first dossier: where that is, and the chamber that is named.
#[derive(Clone, Copy)]
struct Lead {
    end: usize,
    kamer: Option<Kamer>,
}

/// `["zie" ["ook"]] [chamber] [","] [year ","]`
fn note_lead(text: &str, setting: Setting) -> Option<Lead> {
    (setting == Setting::Footnote).then(|| {
        let mut c = Cursor::new(text, 0);
        c.spaces();
        let head = head::bare(&mut c);
        c.mark(|c| c == ',');
        c.spaces();
        Lead { end: c.at(), kamer: head.kamer }
    })
}

/// A dossier without any keyword before it.
fn paper_without_keyword(c: &mut Cursor<'_>, setting: Setting, lead: Option<Lead>) -> Option<Vec<Mention>> {
    // A longer number or a case number begins with the same digits.
    if let Some(found) = identifier(c) {
        return Some(found);
    }
    dossier::number(&mut c.clone())?;
    let start = lead.filter(|lead| lead.end == c.at());
    let place = match (setting, start) {
        (Setting::Running, _) => Place::Anywhere,
        (Setting::Footnote, Some(_)) => Place::NoteStart,
        (Setting::Footnote, None) => Place::Note,
    };
    unkeyed::bare(c, place, start.and_then(|lead| lead.kamer))
}
