//! Kamerstukken and dossiers in print: one or more dossiers, what follows their number, the numbers of the papers.
//!
//! ```text
//! cited     = head item {(";" | "," | "en") [chamber] [year ","] item}
//! item      = [label] part {("," | "/" | "en") part} [numbers] [pages] {[","] ["en"] label list [pages]}
//! numbers   = [","] ["EK" | "TK"] [label] list | "(" list ")"
//! ```
//!
//! **Invariant:** the numbers belong to the first of several dossiers; the others are cited as dossiers.
//! **Invariant:** mentions are disjoint, but for those of one range, which share its place.

use super::head::{self, Head};
use super::item::{How, Item};
use super::kamerstuk::digits;
use super::keyword::Keyword;
use super::numbers::{self, Element, Label};
use super::printed_dossier::{self, PrintedDossier};
use super::scan::{Cursor, is_dash};
use super::tuning;
use super::{Kamer, Mention, dossier, vergaderjaar};

/// `cited`, after its head.
pub(super) fn cited(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<Mention>> {
    let mut mentions = c.attempt(|c| {
        for _ in 0..3 {
            c.mark(|c| matches!(c, ',' | '.' | ':' | '('));
        }
        c.spaces();
        c.literal("%3a");
        // «het wetsvoorstel met nummer 36 200»
        let labelled = c
            .attempt(|c| {
                c.any_word(&["met", "onder"]);
                c.spaces();
                c.word("het");
                c.spaces();
                numbers::label(c)
            })
            .or_else(|| numbers::label(c));
        c.spaces();
        let item = item(c, head)?;
        accepted(c, head, &item, labelled).then(|| item.mentions(head.start))
    })?;
    while let Some(more) = c.attempt(|c| continuation(c, head)) {
        mentions.extend(more);
    }
    Some(mentions)
}

/// A dossier with labelled numbers, whatever the head says.
pub(super) fn labelled(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<Mention>> {
    c.mark(|c| c == ',');
    c.spaces();
    let item = item(c, head)?;
    let mentions = (item.how == How::Labelled).then(|| item.mentions(head.start))?;
    Some(mentions.into_iter().map(|mention| Mention { alternatives: Vec::new(), ..mention }).collect())
}

/// `(";" | "," | "en") [chamber] [year ","] item`: only with a year of its own or with numbers.
fn continuation(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<Mention>> {
    let strong = c.mark(|c| matches!(c, ';' | '/')).is_some();
    let comma = c.mark(|c| c == ',').is_some();
    c.spaces();
    let word = numbers::conjunction(c);
    if !(strong || comma || word) {
        return None;
    }
    c.spaces();
    c.eat(is_dash);
    c.spaces();
    let start = c.at();
    let mut own = head.next(start);
    let years = head::bare(c);
    (own.kamer, own.dated) = (years.kamer.or(head.kamer), years.dated);
    c.mark(|c| c == ',');
    c.spaces();
    let item = item(c, &own)?;
    let sure = matches!(item.how, How::Labelled | How::Dash) || own.dated || (strong && item.how != How::Alone);
    (sure && item.parts.iter().all(|part| part.dossier.plausible())).then(|| item.mentions(start))
}

/// `item`, without its label.
pub(super) fn item(c: &mut Cursor<'_>, head: &Head) -> Option<Item> {
    c.attempt(|c| {
        let start = c.at();
        let mut parts = vec![printed_dossier::read(c, head)?];
        let mut numbers = parts.last_mut().and_then(|part| part.number.take()).map(|list| (How::Dash, list));
        if numbers.is_none() {
            while parts.len() < tuning::dossiers_max()
                && let Some(next) = c.attempt(|c| further(c, head))
            {
                parts.push(next);
            }
            c.attempt(|c| {
                c.mark(|c| c == ',');
                c.spaces();
                c.any_word(&["enz", "e.v", "c.a", "e.a"]).then_some(())
            });
            numbers = self::numbers(c, head);
        }
        let (how, mut numbers) = numbers.unwrap_or((How::Alone, Vec::new()));
        if how == How::Alone {
            numbers::pages(c);
        }
        let reprint = how != How::Alone && rest(c, &mut numbers);
        let respective =
            parts.len() > 1 && parts.len() == numbers.len() && c.slice(start..c.at()).to_lowercase().contains("resp");
        Some(Item { parts, numbers, how, reprint, respective, end: c.at() })
    })
}

/// `("," | "/" | "en") part`, where the part is no amount and has no numbers of its own by a dash.
fn further(c: &mut Cursor<'_>, head: &Head) -> Option<PrintedDossier> {
    let sign = c.mark(|c| matches!(c, ',' | '/')).is_some();
    c.spaces();
    let word = numbers::conjunction(c);
    if !(sign || word) {
        return None;
    }
    c.spaces();
    let part = printed_dossier::read(c, head)?;
    let spaced = !c.slice(part.at.clone()).bytes().take(5).all(|byte| byte.is_ascii_digit());
    // «32 847, 12 500 woningen»: after a mere comma a word shows an amount, after «en» only a unit does
    let amount = spaced
        && c.sees(|c| {
            if c.sees(|c| numbers::unit(c, Label::Singular)) {
                return Some(());
            }
            (c.spaces() > 0 && !word).then_some(())?;
            if numbers::conjunction(c) || numbers::label(c).is_some() || c.word("tot wet") {
                return None;
            }
            c.eat(char::is_lowercase).map(|_| ())
        });
    (part.dossier.plausible() && part.number.is_none() && !amount).then_some(part)
}

/// `numbers`, or a title between comma and label.
fn numbers(c: &mut Cursor<'_>, head: &Head) -> Option<(How, Vec<Element>)> {
    c.attempt(labelled_numbers)
        .map(|list| (How::Labelled, list))
        .or_else(|| c.attempt(bracketed_numbers).map(|list| (How::Brackets, list)))
        .or_else(|| c.attempt(|c| comma_numbers(c, head)).map(|list| (How::Comma, list)))
        .or_else(|| c.attempt(|c| spaced_number(c, head)).map(|list| (How::Space, list)))
        .or_else(|| c.attempt(|c| titled(c, head)).map(|list| (How::Labelled, list)))
}

/// `[","] [year ","] ["EK" | "TK" [d+] [","]] ["stuk" | "onder"] label list`, or a chamber with the number right behind it.
fn labelled_numbers(c: &mut Cursor<'_>) -> Option<Vec<Element>> {
    c.mark(|c| matches!(c, ',' | '.' | ';' | ':'));
    c.spaces();
    // «29 689, 2022–2023, nr. 5»
    c.attempt(|c| {
        matches!(vergaderjaar::read(c)?, vergaderjaar::Printed::Pair(_)).then_some(())?;
        c.mark(|c| c == ',')?;
        c.spaces();
        c.sees(numbers::label).then_some(())
    });
    let chamber = c.any_word(&["EK", "TK"]);
    if chamber {
        if let Some(list) = c.attempt(|c| {
            c.mark(|c| c == ',');
            c.spaces();
            // «EK 87, nr. 87b»: the meeting comes first
            if c.sees(|c| {
                digits(c)?;
                c.mark(|c| c == ',')?;
                c.spaces();
                numbers::label(c)
            }) {
                return None;
            }
            numbers::list(c, Label::Absent)
        }) {
            return Some(list);
        }
        c.spaces();
        digits(c);
        c.mark(|c| c == ',');
        c.spaces();
    }
    c.any_word(&["stuk", "onder", "ondernummer", "respectievelijk", "resp"]);
    c.spaces();
    let label = numbers::label(c)?;
    if let Some(list) = numbers::list(c, label) {
        return Some(list);
    }
    c.eat_char('(').then_some(())?;
    let list = numbers::list(c, label)?;
    c.mark(|c| c == ')').map(|_| list)
}

/// `"(" [label] list ")"`
fn bracketed_numbers(c: &mut Cursor<'_>) -> Option<Vec<Element>> {
    c.mark(|c| c == '(')?;
    c.spaces();
    if let Some(label) = numbers::label(c) {
        let list = numbers::list(c, label)?;
        return c.mark(|c| matches!(c, ')' | ',')).map(|_| list);
    }
    let mut list = numbers::list(c, Label::Plural)?;
    c.mark(|c| c == ')')?;
    list.retain(|element| {
        element.numbers.iter().any(|number| number.number().is_none_or(|number| !numbers::YEARS.contains(&number)))
    });
    (!list.is_empty()).then_some(list)
}

/// `"," list`: of letters only where a chamber or what follows shows that it is no word.
fn comma_numbers(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<Element>> {
    c.mark(|c| c == ',')?;
    c.spaces();
    let list = numbers::list(c, Label::Absent)?;
    let first = list.first()?.numbers.first()?;
    if first.number().is_some() {
        return Some(list);
    }
    let letters = first.to_string();
    let word = matches!(letters.as_str(), "EK" | "TK" | "EU" | "II" | "NL" | "ZM" | "VN");
    let ended = c.done() || c.sees(|c| c.mark(|c| matches!(c, ',' | ';' | '.' | ')' | ']' | '(')));
    let sure = head.kamer == Some(Kamer::Eerste) || ended;
    (!word && sure && (letters.len() == 1 || head.kamer != Some(Kamer::Tweede))).then_some(list)
}

/// `SPACE number`: «nr.» was forgotten; only where a sign, the end or a gap follows.
fn spaced_number(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<Element>> {
    if head.keyword < Keyword::Kamerstuk || c.spaces() == 0 {
        return None;
    }
    let list = numbers::list(c, Label::Absent)?;
    list.first()?.numbers.first()?.number()?;
    let ended = c.done()
        || c.next_is(|c| matches!(c, ',' | ';' | '.' | ')' | ']'))
        || c.sees(|c| (c.spaces() > 1).then_some(()));
    ended.then_some(list)
}

/// `"," title "," label list`, under a keyword.
fn titled(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<Element>> {
    (head.keyword >= Keyword::Short).then_some(())?;
    c.mark(|c| c == ',')?;
    c.spaces();
    c.next_is(char::is_uppercase).then_some(())?;
    let end = c.at();
    for _ in 0..tuning::title_max() {
        let letter = c.eat(|c| !matches!(c, '.' | ';' | '(' | ')' | ':' | '«' | '»'))?;
        if letter == ',' {
            c.spaces();
            if let Some(label) = c.attempt(numbers::label) {
                return numbers::list(c, label);
            }
        }
        if c.at() > end && dossier::number(&mut c.clone()).is_some() {
            return None;
        }
    }
    None
}

/// Pages, remarks in brackets and further labelled numbers of the same dossier; whether a reprint is meant.
///
/// ```text
/// rest = {pages | "(" remark ")" | [","] "herdruk" | [","] ["en"] label list}
/// ```
fn rest(c: &mut Cursor<'_>, numbers: &mut Vec<Element>) -> bool {
    let mut reprint = false;
    loop {
        if numbers::pages(c) {
            continue;
        }
        if c.attempt(|c| {
            c.mark(|c| matches!(c, ',' | '('));
            c.spaces();
            c.word("herdruk").then_some(())?;
            c.mark(|c| c == ')');
            Some(())
        })
        .is_some()
        {
            reprint = true;
            continue;
        }
        let more = c.attempt(|c| {
            c.attempt(numbers::remark);
            let joint = c.mark(|c| matches!(c, ',' | ';')).is_some();
            c.spaces();
            let word = numbers::conjunction(c);
            c.spaces();
            let label = (joint || word).then(|| numbers::label(c))??;
            numbers::list(c, label)
        });
        match more {
            Some(list) => numbers.extend(list),
            None => return reprint,
        }
    }
}

/// Whether head and item together are enough to be a citation.
fn accepted(c: &Cursor<'_>, head: &Head, item: &Item, label: Option<Label>) -> bool {
    let plausible = item.parts.iter().all(|part| part.dossier.plausible() || part.dossier.is_roman());
    let sure = matches!(item.how, How::Labelled | How::Dash);
    if item.how == How::Alone && c.sees(|c| numbers::unit(c, Label::Singular)) {
        return false;
    }
    if head.keyword == Keyword::Dossier && item.how == How::Dash && c.sees(third_part) {
        return false;
    }
    let roman = item.parts.iter().any(|part| part.dossier.is_roman());
    if roman && (item.how == How::Alone || head.keyword < Keyword::Short && head.kamer != Some(Kamer::Eerste)) {
        return false;
    }
    match head.keyword {
        Keyword::Kamerstuk | Keyword::Handelingen | Keyword::Aanhangsel => true,
        Keyword::Short | Keyword::Dossier => plausible,
        // «Eerste Kamer 35 457, C»: an amount is not followed by a letter
        Keyword::Kamer => plausible && (sure || head.dated || item.lettered()),
        Keyword::Vergaderjaar => {
            let ended =
                c.done() || c.sees(|c| c.mark(|c| matches!(c, ',' | ';' | '.' | ')' | ']') || c.is_uppercase()));
            plausible && head.dated && (sure || label.is_some() || ended)
        }
    }
}

/// `DASH (digit | capital)`: what has three parts is no dossier with a number.
pub(super) fn third_part(c: &mut Cursor<'_>) -> Option<char> {
    c.eat(is_dash)?;
    c.eat(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
}
