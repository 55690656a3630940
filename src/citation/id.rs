//! Identifiers as the official sites write them: parsed as a whole, or out of a longer text.

use super::aanhangsel::plain_number;
use super::annex::Annex;
use super::eu::{Com, EuKind, EuLaw};
use super::publication::{Gazette, Publication};
use super::regulation::Regulation;
use super::scan::{Cursor, is_space};
use super::{Aanhangsel, CaseNumber, Citation, Dossier, Error, Handelingen, Kamerstuk, QuestionCase};

/// `id = prefix "-" segment {"-" segment}`; `None` where no such prefix is known.
pub(super) fn parse(text: &str) -> Option<Result<Citation, Error>> {
    let segments: Vec<&str> = text.split('-').collect();
    let (prefix, rest) = segments.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let prefix = prefix.to_ascii_lowercase();
    if prefix == "kst" {
        return Some(Kamerstuk::from_segments(rest, text).map(Citation::Kamerstuk));
    }
    if prefix == "dossier" {
        return Some(match rest {
            [number] => Dossier::from_segments(number, None).map(Citation::Dossier),
            [number, toevoeging] => Dossier::from_segments(number, Some(toevoeging)).map(Citation::Dossier),
            _ => Err(Error::Dossier(text.to_owned())),
        });
    }
    let (found, example) = match prefix.as_str() {
        "ah" => (Aanhangsel::from_segments(rest).map(Citation::Aanhangsel), "ah-tk-20232024-1314"),
        "h" => (Handelingen::from_segments(rest).map(Citation::Handelingen), "h-tk-20162017-39-39"),
        "kv" => (QuestionCase::from_segments(rest).map(Citation::QuestionCase), "kv-tk-2024Z11859"),
        "stb" | "stcrt" | "trb" => {
            let gazette = Gazette::from_prefix(&prefix)?;
            (Publication::from_segments(gazette, rest).map(Citation::Publication), "stb-2010-139")
        }
        "blg" => {
            let number = match rest {
                [number] => plain_number(number),
                _ => None,
            };
            (number.map(|number| Citation::Annex(Annex(number))), "blg-1007826")
        }
        "com" => (Com::from_segments(rest).map(Citation::Com), "com-2022-123"),
        "eu" => (EuLaw::from_segments(rest).map(Citation::EuLaw), "eu-richtlijn-2019-1937"),
        _ => return None,
    };
    Some(found.ok_or_else(|| Error::Identifier { example, found: text.to_owned() }))
}

/// An identifier at this place in a text, the longest that can be read; the rest of the word is no part of it.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Citation> {
    cursor.attempt(|c| {
        if c.last().is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) {
            return None;
        }
        let start = c.at();
        if let Some(citation) = c.attempt(broken) {
            return Some(citation);
        }
        let run = c.eat_while(|c| c.is_ascii_alphanumeric() || c == '-');
        let mut end = run.len();
        while let Some(text) = run.get(..end) {
            if let Some(Ok(citation)) = parse(text) {
                c.jump(start + end);
                return Some(citation);
            }
            end = text.rfind('-')?;
        }
        None
    })
}

/// `"kst-" ddddd "-" SPACE d{1,4} ["." …]`: an address that a line end broke at a dash.
fn broken(c: &mut Cursor<'_>) -> Option<Citation> {
    let first = c.eat_while(|c| c.is_ascii_alphanumeric() || c == '-').to_owned();
    (first.ends_with('-') && first.bytes().any(|byte| byte.is_ascii_digit())).then_some(())?;
    c.eat(is_space)?;
    let rest = c.digits(1..6)?;
    c.sees(|c| c.literal(".html").then_some(()).or_else(|| c.literal(".pdf").then_some(()))).then_some(())?;
    parse(&format!("{first}{rest}"))?.ok()
}

/// The end of a word that begins like an identifier of a document of the chambers, and is none.
pub(super) fn misspelt(cursor: &mut Cursor<'_>) -> Option<usize> {
    let whole = !cursor.last().is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let run = cursor.eat_while(|c| c.is_ascii_alphanumeric() || c == '-').trim_end_matches('-');
    let chamber =
        ["kst-", "ah-tk-", "ah-ek-", "h-tk-", "h-ek-"].iter().any(|start| run.to_ascii_lowercase().starts_with(start));
    let wrong = matches!(parse(run), Some(Err(_))) && run.bytes().any(|byte| byte.is_ascii_digit());
    (whole && chamber && wrong).then(|| cursor.at())
}

/// `BWBR ddddddd` at this place.
pub(super) fn regulation(cursor: &mut Cursor<'_>) -> Option<Regulation> {
    cursor.attempt(|c| {
        if c.last().is_some_and(char::is_alphanumeric) {
            return None;
        }
        c.eat_while(|c| c.is_ascii_alphanumeric()).parse().ok()
    })
}

/// A case number at this place.
pub(super) fn case_number(cursor: &mut Cursor<'_>) -> Option<CaseNumber> {
    cursor.attempt(|c| {
        if c.last().is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let year = c.digits(4..5)?;
        let gap = c.eat(is_space).is_some();
        let letter = c.eat(|c| c.is_ascii_alphabetic())?;
        let gap = c.eat(is_space).is_some() || gap;
        // «2023Z 11234»: with a space of the text layer, only the common form
        let digits = if gap { c.digits(5..6)? } else { c.digits(4..7)? };
        c.boundary().then(|| format!("{year}{letter}{digits}").parse().ok())?
    })
}

/// `celex = sector dddd type dddd`, as in `32004R0852` and `52022PC0123`, of a kind that is known here.
pub(super) fn celex(cursor: &mut Cursor<'_>) -> Option<Citation> {
    cursor.attempt(|c| {
        let sector = c.eat(|c| matches!(c, '3' | '5' | '0'))?;
        let mut year = 0;
        for _ in 0..4 {
            year = year * 10 + u16::try_from(c.eat(|c| c.is_ascii_digit())?.to_digit(10)?).ok()?;
        }
        let letters = c.eat_while(|c| c.is_ascii_alphabetic()).to_ascii_uppercase();
        let number = c.digits(4..5)?.parse().ok()?;
        match (sector, letters.as_str()) {
            ('3' | '0', "L") => EuLaw::new(EuKind::Richtlijn, year, number).map(Citation::EuLaw),
            ('3' | '0', "R") => EuLaw::new(EuKind::Verordening, year, number).map(Citation::EuLaw),
            ('5', "PC" | "DC") => Com::new(year, number).map(Citation::Com),
            _ => None,
        }
    })
}
