//! «nr. 808», «nrs. 12, 13 en 15», «1 t/m 3»: the label, the list and the range that all papers share.
//!
//! ```text
//! label = ("nr" | "nrs" | "nummer" | "nummers" | "no" | "nos" | "mr") {"." | "," | ":"}
//! list  = element (separator [label] element)*
//! element   = number [(DASH | "t/m" | "tot en met") number]
//! separator = "," | "en" | "&" | "+" | "respectievelijk" | "alsmede" | ", en"
//! ```
//!
//! **Invariant:** a number that starts a date, an amount, a year or a dossier is no element.

use std::ops::Range;

use super::kamerstuk::{Ondernummer, digits, letters};
use super::scan::{Cursor, is_dash, is_space};
use super::tuning;
use super::{dossier, vergaderjaar};

/// Four digits that are read as a year where nothing says that they are a number: letters cite papers since 1945.
pub(super) const YEARS: Range<u16> = 1945..2045;

/// A limit on work: the most elements of one list. The longest in letters has 14.
const LIST_MAX: usize = 100;

/// One element: a number, or all numbers of a range, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) at: Range<usize>,
    pub(super) numbers: Vec<Ondernummer>,
}

/// How a list is introduced, which tells how far it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// «nrs.»: all that follows commas belongs to it.
    Plural,
    /// «nr.»: numbers after commas belong to it only if «en» closes the list, else they are pages or the like.
    Singular,
    /// None: the comma before the number is all there is.
    Absent,
}

/// `label`
pub(super) fn label(cursor: &mut Cursor<'_>) -> Option<Label> {
    const WORDS: &[(&str, Label)] = &[
        ("nrs", Label::Plural),
        ("nos", Label::Plural),
        ("nummers", Label::Plural),
        ("nr", Label::Singular),
        ("no", Label::Singular),
        ("nº", Label::Singular),
        ("n°", Label::Singular),
        ("nummer", Label::Singular),
        ("letters", Label::Plural),
        ("letter", Label::Singular),
        // «mr. 216»: the n misread
        ("mr", Label::Singular),
    ];
    cursor.attempt(|c| {
        let label = WORDS.iter().find_map(|&(word, label)| c.word(word).then_some(label))?;
        for _ in 0..2 {
            c.mark(|c| matches!(c, '.' | ',' | ':'));
        }
        c.spaces();
        Some(label)
    })
}

/// `list`, of numbers and of letters.
pub(super) fn list(cursor: &mut Cursor<'_>, label: Label) -> Option<Vec<Element>> {
    elements(cursor, label, self::label)
}

/// A list in which no label stands again.
pub(super) fn unlabelled(cursor: &mut Cursor<'_>, label: Label) -> Option<Vec<Element>> {
    elements(cursor, label, |_| None)
}

fn elements(
    cursor: &mut Cursor<'_>,
    label: Label,
    again: impl Fn(&mut Cursor<'_>) -> Option<Label>,
) -> Option<Vec<Element>> {
    cursor.attempt(|c| {
        let first = element(c, label)?;
        let digits = |element: &Element| element.numbers.first().is_some_and(|number| number.number().is_some());
        let numbered = digits(&first);
        let mut elements = vec![first];
        // Elements after a comma wait until something shows that the list goes on.
        let mut certain = (elements.len(), *c);
        while let Some((joint, element)) = c.attempt(|c| {
            (elements.len() < LIST_MAX).then_some(())?;
            let joint = separator(c)?;
            let labelled = again(c);
            let next = element(c, labelled.unwrap_or(label))?;
            let same_kind = labelled.is_some() || digits(&next) == numbered;
            same_kind.then_some((if labelled.is_some() { Joint::Labelled } else { joint }, next))
        }) {
            elements.push(element);
            if joint != Joint::Comma || label == Label::Plural {
                certain = (elements.len(), *c);
            }
        }
        elements.truncate(certain.0);
        *c = certain.1;
        Some(elements)
    })
}

/// What holds two elements together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Comma,
    Word,
    Labelled,
}

fn separator(cursor: &mut Cursor<'_>) -> Option<Joint> {
    cursor.attempt(|c| {
        let comma = c.mark(|c| c == ',').is_some();
        let mut ahead = *c;
        ahead.spaces();
        if conjunction(&mut ahead) {
            *c = ahead;
            c.spaces();
            return Some(Joint::Word);
        }
        if !comma && c.mark(|c| c == ';').is_some() {
            c.spaces();
            // a semicolon separates citations; only a label after it goes on with this one
            return c.sees(label).then_some(Joint::Labelled);
        }
        c.spaces();
        comma.then_some(Joint::Comma)
    })
}

/// «en» and its kin.
pub(super) fn conjunction(cursor: &mut Cursor<'_>) -> bool {
    cursor.eat(|c| matches!(c, '&' | '+')).is_some()
        || cursor.any_word(&["respectievelijk", "resp", "alsmede", "alsook", "en/of", "en", "of"])
}

/// `element`
fn element(cursor: &mut Cursor<'_>, label: Label) -> Option<Element> {
    cursor.attempt(|c| {
        let start = c.at();
        let first = number(c, label)?;
        let end = c.at();
        let range = c.attempt(|c| {
            c.spaces();
            let dash = c.eat(is_dash).is_some();
            if !dash && !c.any_word(&["t/m", "tot en met", "t.e.m"]) {
                return None;
            }
            c.spaces();
            self::label(c);
            let last = number(c, label)?;
            first.range(&last)
        });
        let numbers = range.unwrap_or_else(|| vec![first]);
        let end = if numbers.len() > 1 { c.at() } else { end };
        Some(Element { at: start..end, numbers })
    })
}

/// A number that is not the start of something else.
fn number(cursor: &mut Cursor<'_>, label: Label) -> Option<Ondernummer> {
    cursor.attempt(|c| {
        if label == Label::Absent && c.sees(year_like) || c.sees(year_pair) || c.sees(|c| dossier::number(c)) {
            return None;
        }
        let grouped = (label != Label::Absent).then(|| c.attempt(grouped)).flatten();
        let number = grouped.or_else(|| digits(c)).or_else(|| letters(c))?;
        let other = if number.number().is_some() {
            c.sees(|c| unit(c, label))
        } else {
            // «A. Jansen», «EU-landen»
            c.sees(abbreviation)
        };
        (!other).then_some(number)
    })
}

/// `d "." ddd`, after a label: «nr. 1.171».
fn grouped(cursor: &mut Cursor<'_>) -> Option<Ondernummer> {
    let thousands: u16 = cursor.digits(1..2)?.parse().ok().filter(|&digit| digit > 0)?;
    cursor.eat_char('.').then_some(())?;
    let rest: u16 = cursor.digits(3..4)?.parse().ok()?;
    (thousands * 1000 + rest).to_string().parse().ok()
}

/// «2023–2024», «2023/24»: a session year in the place of a number.
fn year_pair(cursor: &mut Cursor<'_>) -> Option<()> {
    let start = cursor.at();
    match vergaderjaar::read(cursor)? {
        // «37–38» is a range, not a year
        vergaderjaar::Printed::Pair(_) if cursor.slice(start..cursor.at()).chars().count() > 5 => Some(()),
        _ => None,
    }
}

/// «2005»: without «nr.», a year rather than a number.
fn year_like(cursor: &mut Cursor<'_>) -> Option<()> {
    let year: u16 = cursor.digits(4..5)?.parse().ok()?;
    YEARS.contains(&year).then_some(())
}

/// `(month | "%" | unit)` after a number: it is a day, or an amount.
pub(super) fn unit(cursor: &mut Cursor<'_>, label: Label) -> Option<()> {
    const UNITS: &[&str] = &[
        "miljoen",
        "miljard",
        "mln",
        "mld",
        "euro",
        "procent",
        "duizend",
        "jaar",
        "dagen",
        "weken",
        "maanden",
        "uur",
        "keer",
        "maal",
        "woningen",
        "huishoudens",
        "inwoners",
        "personen",
        "mensen",
        "bedrijven",
        "leerlingen",
        "studenten",
        "ton",
        "kg",
        "km",
        "kilometer",
        "hectare",
        "ha",
    ];
    if cursor.mark(|c| matches!(c, '%' | '€')).is_some() {
        return Some(());
    }
    let decimals = |c: &mut Cursor<'_>| {
        c.eat(|c| matches!(c, ',' | '.'))?;
        c.eat(|c| c.is_ascii_digit())
    };
    if label == Label::Absent && cursor.sees(decimals) {
        return Some(());
    }
    cursor.spaces();
    (month(cursor).is_some() || cursor.any_word(UNITS)).then_some(())
}

/// The name of a month, in full or cut short.
pub(super) fn month(cursor: &mut Cursor<'_>) -> Option<()> {
    const MONTHS: &[&str] = &[
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "jan",
        "feb",
        "febr",
        "mrt",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "okt",
        "nov",
        "dec",
    ];
    cursor.any_word(MONTHS).then_some(())
}

/// What shows that capitals are the start of a word or a name.
fn abbreviation(cursor: &mut Cursor<'_>) -> Option<()> {
    if cursor.eat(is_dash).is_some() {
        return cursor.next_is(char::is_alphabetic).then_some(());
    }
    cursor.eat_char('.').then_some(())?;
    cursor.eat_while(is_space);
    cursor.next_is(char::is_uppercase).then_some(())
}

/// ```text
/// pages = ("," | SPACE) ("p" | "pp" | "blz" | "pag" | "pagina" | "pagina's" | "pt" | "onder" …) number [DASH number] (("," | "en") number)*
/// ```
/// They are part of what is printed and not of what is cited.
pub(super) fn pages(cursor: &mut Cursor<'_>) -> bool {
    const WORDS: &[&str] =
        &["pp", "p", "blz", "bladzijden", "bladzijde", "pag", "pagina's", "pagina’s", "pagina", "pt"];
    cursor
        .attempt(|c| {
            c.mark(|c| c == ',');
            c.spaces();
            c.any_word(WORDS).then_some(())?;
            c.spaces();
            page(c)?;
            while c
                .attempt(|c| {
                    separator(c)?;
                    page(c)
                })
                .is_some()
            {}
            c.attempt(|c| {
                c.spaces();
                c.any_word(&["e.v", "ev", "ff"]).then_some(())
            });
            Some(())
        })
        .is_some()
}

fn page(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.attempt(|c| {
        if c.sees(|c| dossier::number(c)) {
            return None;
        }
        c.digits(1..6)?;
        c.eat_while(|c| c.is_ascii_lowercase());
        while c
            .attempt(|c| {
                c.mark(is_dash)?;
                c.spaces();
                c.digits(1..6)
            })
            .is_some()
        {}
        (!c.sees(|c| unit(c, Label::Singular))).then_some(())
    })
}

/// `"(" … ")"` of a few words, after a number.
pub(super) fn remark(c: &mut Cursor<'_>) -> Option<()> {
    c.mark(|c| c == '(')?;
    for _ in 0..tuning::title_max() {
        if c.eat(|c| c != '(' && c != ';')? == ')' {
            return Some(());
        }
    }
    None
}
