//! One dossier in print, with what follows its number, and with the paper's number where a dash binds it.

use std::ops::Range;

use super::head::Head;
use super::kamerstuk::letters;
use super::keyword::Keyword;
use super::numbers::{self, Element, Label};
use super::scan::{Cursor, is_dash};
use super::{Citation, Dossier, Kamer, Kamerstuk, Toevoeging, dossier};

/// A dossier at its place.
#[derive(Debug)]
pub(super) struct PrintedDossier {
    pub(super) at: Range<usize>,
    pub(super) dossier: Dossier,
    /// The numbers that a dash, or a chapter-like letter, binds to the dossier.
    pub(super) number: Option<Vec<Element>>,
    /// The other readings of it.
    pub(super) alternatives: Vec<Citation>,
    /// True where the number of a Rijkswet stands behind.
    pub(super) rijkswet: bool,
}

/// ```text
/// part = number [rijkswet] [toevoeging] [rijkswet]
/// toevoeging = (DASH | SPACE | nothing) ROMAN [A-E]  |  (DASH | SPACE) [A-Z]  |  (DASH | SPACE) dd
///            | [","] ("hoofdstuk" | "hfst.") ROMAN   |  "," ROMAN "," label
/// ```
/// Instead of a toevoeging a dash may bind the number of a paper: `32847-808`, `33506-AB`.
pub(super) fn read(c: &mut Cursor<'_>, head: &Head) -> Option<PrintedDossier> {
    c.attempt(|c| {
        let start = c.at();
        let base = dossier::number(c)
            .or_else(|| (head.keyword == Keyword::Kamerstuk).then(|| dossier::misspaced(c))?)
            .or_else(|| (head.kamer == Some(Kamer::Eerste)).then(|| dossier::numeral(c))?)?;
        let mut rijkswet = dossier::rijkswet(c);
        let end = c.at();
        let mut part =
            PrintedDossier { at: start..end, dossier: base, number: None, alternatives: Vec::new(), rijkswet: false };
        if !part.dossier.is_roman() {
            chapter(c, &mut part, head);
            part.at.end = c.at();
            if part.number.is_none() {
                rijkswet |= dossier::rijkswet(c);
                part.at.end = c.at();
            }
        }
        part.rijkswet = rijkswet;
        Some(part)
    })
}

/// `toevoeging`, or the paper's number in its place.
fn chapter(c: &mut Cursor<'_>, part: &mut PrintedDossier, head: &Head) {
    let found = c.attempt(|c| spelled(c, part)).is_some()
        || c.attempt(|c| after_dash(c, part, head)).is_some()
        || c.attempt(|c| after_space(c, part, head)).is_some()
        || c.attempt(|c| council_after_space(c, part)).is_some()
        || c.attempt(|c| after_slash(c, part, head)).is_some();
    if !found {
        c.attempt(|c| after_comma(c, part, head));
    }
}

fn set(part: &mut PrintedDossier, toevoeging: Toevoeging) {
    part.dossier = part.dossier.clone().with(Some(toevoeging));
}

/// `[","] ("hoofdstuk" | "hfst.") ROMAN | "(" ["hoofdstuk"] ROMAN ")"`
fn spelled(c: &mut Cursor<'_>, part: &mut PrintedDossier) -> Option<()> {
    if c.mark(|c| c == '(').is_some() {
        let named = c.any_word(&["hoofdstuk", "hfst"]);
        c.spaces();
        let word = capitals(c).filter(|word| named || is_chapter(word))?;
        c.mark(|c| c == ')')?;
        set(part, word.parse().ok()?);
        return Some(());
    }
    c.mark(|c| c == ',' || is_dash(c));
    c.spaces();
    c.any_word(&["hoofdstuk", "hoofdst", "hfdst", "hfst", "h"]).then_some(())?;
    c.spaces();
    let toevoeging = capitals(c)?.parse().ok()?;
    set(part, toevoeging);
    Some(())
}

/// A whole word in capitals.
fn capitals<'a>(c: &mut Cursor<'a>) -> Option<&'a str> {
    c.attempt(|c| {
        let word = c.eat_while(|c| c.is_ascii_uppercase());
        (!word.is_empty() && c.boundary()).then_some(word)
    })
}

/// A chapter of two letters or more: no number of the Eerste Kamer, no initial.
fn is_chapter(word: &str) -> bool {
    word.len() >= 2 && word.parse::<Toevoeging>().is_ok()
}

/// What follows the dash: a chapter, two digits, or the number of a paper.
fn after_dash(c: &mut Cursor<'_>, part: &mut PrintedDossier, head: &Head) -> Option<()> {
    let gap = c.spaces();
    c.eat(is_dash)?;
    let gap = gap + c.spaces();
    if let Some(word) = c.attempt(capitals) {
        return letters_after_dash(c, part, word, gap);
    }
    if let Some(found) = c.attempt(|c| council(c, part)) {
        return Some(found);
    }
    let numbers = numbers::list(c, if gap < 2 { Label::Singular } else { Label::Absent })?;
    numbers.first()?.numbers.first()?.number()?;
    // «21501 – 1 van de»: with spaces on both sides it is a dash in a sentence, unless it ends there under a keyword
    let ended = c.done() || c.sees(|c| c.mark(|c| matches!(c, ',' | ';' | '.' | ')' | ']')));
    (gap < 2 || (head.keyword >= Keyword::Short && ended)).then_some(())?;
    part.number = Some(numbers);
    Some(())
}

fn letters_after_dash(c: &mut Cursor<'_>, part: &mut PrintedDossier, word: &str, gap: usize) -> Option<()> {
    let toevoeging = word.parse::<Toevoeging>().ok();
    let start = c.at() - word.len();
    if is_chapter(word) || (gap == 0 && toevoeging.is_some() && c.sees(number_follows)) {
        set(part, toevoeging?);
        // «36410-VIII-82»
        part.number = c.attempt(|c| {
            c.mark(is_dash)?;
            c.spaces();
            let bound = c.attempt(|c| numbers::list(c, Label::Singular))?;
            Some(bound)
        });
        return Some(());
    }
    if gap > 0 {
        return None;
    }
    c.jump(start);
    let number = letters(c)?;
    let own = Citation::Kamerstuk(Kamerstuk::new(part.dossier.clone(), number.clone()));
    // «36200-V»: a chapter with a Roman numeral of one letter, or a letter of the Eerste Kamer
    if let Some(toevoeging) = toevoeging.filter(|_| matches!(word, "I" | "V" | "X")) {
        set(part, toevoeging);
        part.alternatives = vec![own];
        return Some(());
    }
    if let Some(toevoeging) = toevoeging {
        part.alternatives = vec![Citation::Dossier(part.dossier.clone().with(Some(toevoeging)))];
    }
    part.number = Some(vec![Element { at: start..c.at(), numbers: vec![number] }]);
    Some(())
}

/// `dd` after a dash: part of the dossier where a number follows, where it starts with a zero, and in the dossiers of the councils.
fn council(c: &mut Cursor<'_>, part: &mut PrintedDossier) -> Option<()> {
    let start = c.at();
    let digits = c.digits(2..3)?;
    c.boundary().then_some(())?;
    let toevoeging: Toevoeging = digits.parse().ok()?;
    let with = part.dossier.clone().with(Some(toevoeging));
    let number = digits.parse().ok().map(|number| Citation::Kamerstuk(Kamerstuk::new(part.dossier.clone(), number)));
    if c.sees(number_follows) {
        part.dossier = with;
        part.number = c.attempt(|c| {
            c.eat(is_dash)?;
            numbers::list(c, Label::Singular)
        });
        return Some(());
    }
    if part.dossier.has_councils() || digits.starts_with('0') {
        part.dossier = with;
        part.alternatives.extend(number);
        return Some(());
    }
    if part.dossier.may_have_councils() {
        part.alternatives.push(Citation::Dossier(with));
        c.jump(start);
        part.number = Some(numbers::list(c, Label::Singular)?);
        return Some(());
    }
    None
}

/// `[","] label d`, `DASH d`, or `"," d`: the number of a paper comes next.
fn number_follows(c: &mut Cursor<'_>) -> Option<()> {
    if c.eat(is_dash).is_some() {
        return c.next_is(|c| c.is_ascii_digit()).then_some(());
    }
    c.mark(|c| matches!(c, ',' | '.' | ';'));
    c.spaces();
    numbers::label(c)?;
    c.next_is(|c| c.is_ascii_alphanumeric()).then_some(())
}

/// A chapter or a fund after a space, or glued to the digits («31.700XII»).
fn after_space(c: &mut Cursor<'_>, part: &mut PrintedDossier, head: &Head) -> Option<()> {
    let gap = c.spaces();
    let start = c.at();
    let word = capitals(c)?;
    if is_chapter(word) {
        set(part, word.parse().ok()?);
        // «34 550 XVIII-12»
        part.number = c.attempt(|c| {
            c.mark(is_dash)?;
            c.spaces();
            numbers::list(c, Label::Singular)
        });
        return Some(());
    }
    let toevoeging: Toevoeging = word.parse().ok()?;
    if c.sees(number_follows) {
        set(part, toevoeging);
        part.number = c.attempt(|c| {
            c.eat(is_dash)?;
            numbers::list(c, Label::Singular)
        });
        return Some(());
    }
    // «35 570 B, 7» under a keyword
    if c.sees(|c| {
        c.mark(|c| c == ',')?;
        c.spaces();
        numbers::list(c, Label::Absent)
    }) {
        set(part, toevoeging);
        return Some(());
    }
    let ended = c.done() || c.sees(|c| c.mark(|c| matches!(c, ',' | ';' | ')' | ']' | '.')));
    (ended && gap > 0).then_some(())?;
    let number = word.parse().ok()?;
    if head.kamer == Some(Kamer::Eerste) {
        part.alternatives = vec![Citation::Dossier(part.dossier.clone().with(Some(toevoeging)))];
        part.number = Some(vec![Element { at: start..c.at(), numbers: vec![number] }]);
    } else {
        part.alternatives = vec![Citation::Kamerstuk(Kamerstuk::new(part.dossier.clone(), number))];
        set(part, toevoeging);
    }
    Some(())
}

/// «33840/10» under a keyword; a year is none.
fn after_slash(c: &mut Cursor<'_>, part: &mut PrintedDossier, head: &Head) -> Option<()> {
    (head.keyword >= Keyword::Short).then_some(())?;
    c.eat_char('/').then_some(())?;
    let numbers = numbers::list(c, Label::Absent)?;
    numbers.first()?.numbers.first()?.number()?;
    part.number = Some(numbers);
    Some(())
}

/// «21 501 02, nr. 5»
fn council_after_space(c: &mut Cursor<'_>, part: &mut PrintedDossier) -> Option<()> {
    (c.spaces() > 0).then_some(())?;
    let toevoeging = c.digits(2..3)?.parse().ok()?;
    (c.boundary() && (part.dossier.has_councils() || c.sees(number_follows))).then_some(())?;
    set(part, toevoeging);
    Some(())
}

/// «36 200, VII, nr. 12», where it cannot be a letter of the Eerste Kamer.
fn after_comma(c: &mut Cursor<'_>, part: &mut PrintedDossier, head: &Head) -> Option<()> {
    c.mark(|c| c == ',')?;
    c.spaces();
    let word = capitals(c)?;
    let chapter = is_chapter(word) || head.kamer == Some(Kamer::Tweede) && word.len() == 1;
    (chapter && head.kamer != Some(Kamer::Eerste) && c.sees(number_follows)).then_some(())?;
    set(part, word.parse().ok()?);
    Some(())
}
