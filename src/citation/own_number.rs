//! What a document says of itself in its head and foot: its session year, its official number, its case numbers.
//!
//! A document bears its own number without the words that lead a citation of it. An Aanhangsel has «1314» on a line of
//! its own above the questions; a Kamerstuk has its dossier on one line («29 338 Wetenschapsbudget») and its number on a
//! later one («Nr. 289 Verslag …»); newer ones print their identifier in the foot. Anywhere else such a line would be
//! any number, so these productions are no part of [`find`](super::find): the caller knows which lines are a head.
//!
//! Lines come without white space around them.

use super::aanhangsel::plain_number;
use super::scan::{Cursor, is_dash, is_space};
use super::vergaderjaar::{self, Printed};
use super::{Aanhangsel, CaseNumber, Citation, Dossier, Kamer, Kamerstuk, Ondernummer, Toevoeging, Vergaderjaar};
use super::{dossier, id, kamerstuk};

/// Most digits of an Aanhangsel's number; some 4,000 are printed a year, and a longer one is the ministry's own.
const AANHANGSEL_DIGITS: usize = 4;

/// The session year of a line such as «Tweede Kamer, vergaderjaar 2023–2024, 29 338, nr. 289».
///
/// ```text
/// own-year = [("Tweede" | "Eerste") "Kamer" ["der Staten-Generaal"] [","] [d]] "vergaderjaar" year
/// ```
/// Only at the start of a line: the years of other papers stand inside sentences.
#[must_use]
pub fn own_year(line: &str) -> Option<Vergaderjaar> {
    let mut c = Cursor::new(line, 0);
    if c.any_word(&["tweede kamer", "eerste kamer"]) {
        c.spaces();
        c.word("der staten-generaal");
        c.mark(|c| c == ',');
        c.spaces();
        c.digits(1..2);
        c.spaces();
    }
    c.word("vergaderjaar").then_some(())?;
    c.spaces();
    match vergaderjaar::read(&mut c)? {
        Printed::Pair(year) => Some(year),
        Printed::Single(_) | Printed::Impossible => None,
    }
}

/// The identifier of a paper of the chambers at the start of a line: `ah-tk-20232024-1314`, `kst-29338-289`.
#[must_use]
pub fn own_identifier(line: &str) -> Option<Citation> {
    id::read(&mut Cursor::new(line, 0))
        .filter(|citation| matches!(citation, Citation::Aanhangsel(_) | Citation::Kamerstuk(_)))
}

/// The Aanhangsel that a head of this session year names, down to the line that says who asks.
///
/// ```text
/// own-aanhangsel = { line | "Eerste Kamer" … | d{1,4} }
/// ```
/// The last number counts: what stands above it may be a page.
#[must_use]
pub fn own_aanhangsel<'a>(head: impl IntoIterator<Item = &'a str>, year: Vergaderjaar) -> Option<Aanhangsel> {
    let (mut kamer, mut number) = (Kamer::Tweede, None);
    for line in head {
        if line.starts_with("Eerste Kamer") {
            kamer = Kamer::Eerste;
        }
        if line.len() <= AANHANGSEL_DIGITS {
            number = plain_number(line).or(number);
        }
    }
    Some(Aanhangsel::new(kamer, year, number?))
}

/// The Kamerstuk that a head names, and which of its lines bears the number within the dossier.
///
/// ```text
/// own-kamerstuk = dossier-line { line } number-line
/// dossier-line  = dossier [(SPACE | DASH) (rijkswet | toevoeging)] [SPACE title]
/// number-line   = ("Nr." digits | ["Nr."] letters) [SPACE title]
/// rijkswet      = ["("] "R" d{3,4} [")"]
/// title         = (capital | bracket | quote) …
/// ```
/// Without «Nr.» only the letters of the Eerste Kamer stand so.
#[must_use]
pub fn own_kamerstuk<'a>(head: impl IntoIterator<Item = &'a str>) -> Option<(Kamerstuk, usize)> {
    let mut lines = head.into_iter().enumerate();
    let dossier = lines.find_map(|(_, line)| dossier_line(line))?;
    lines.find_map(|(at, line)| Some((Kamerstuk::new(dossier.clone(), number_line(line)?), at)))
}

/// The cases (`2024Z03816`) that a text names, each once, in order.
#[must_use]
pub fn own_cases(text: &str) -> Vec<CaseNumber> {
    let mut cases = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let begins = c.is_ascii_digit() && !last.is_some_and(char::is_alphanumeric);
        last = Some(c);
        if let Some(case) = begins.then(|| id::case_number(&mut Cursor::new(text, at))).flatten()
            && case.is_case()
            && !cases.contains(&case)
        {
            cases.push(case);
        }
    }
    cases
}

/// `dossier-line`
fn dossier_line(line: &str) -> Option<Dossier> {
    let mut c = Cursor::new(line, 0);
    let base = dossier::number(&mut c)?;
    let part = c.attempt(|c| {
        let gap = c.eat_while(|c| is_space(c) || is_dash(c));
        let part = rijkswet(c).then_some(None).or_else(|| toevoeging(c).map(Some))?;
        (!gap.is_empty() && title(c)).then_some(part)
    });
    match part {
        Some(part) => Some(base.with(part)),
        None => title(&mut c).then_some(base),
    }
}

/// `rijkswet`, with or without its brackets: a second numbering, which does not enter the identifier.
fn rijkswet(c: &mut Cursor<'_>) -> bool {
    c.attempt(|c| {
        c.eat_char('(');
        c.eat_char('R').then_some(())?;
        c.digits(3..5)?;
        c.eat_char(')');
        Some(())
    })
    .is_some()
}

fn toevoeging(c: &mut Cursor<'_>) -> Option<Toevoeging> {
    c.eat_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit()).parse().ok()
}

/// `number-line`
fn number_line(line: &str) -> Option<Ondernummer> {
    let mut c = Cursor::new(line, 0);
    let labelled = c.literal("nr.");
    c.spaces();
    let number = kamerstuk::digits(&mut c).or_else(|| kamerstuk::letters(&mut c))?;
    let unlike_any = labelled || number.number().is_none();
    (unlike_any && title(&mut c)).then_some(number)
}

/// `[SPACE title]`, to the end of the line.
fn title(c: &mut Cursor<'_>) -> bool {
    let gap = c.spaces() > 0;
    c.done() || gap && c.next_is(|c| c.is_uppercase() || matches!(c, '(' | '«' | '\'' | '‘'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(text: &str) -> Vergaderjaar {
        text.parse().expect("a session year")
    }

    #[test]
    fn session_years_of_heads_and_feet() {
        let check = |line: &str, expect: Option<&str>| assert_eq!(own_year(line), expect.map(year), "{line}");
        check("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2", Some("2023-2024"));
        check("Tweede Kamer, vergaderjaar 2009–2010, 29 338, nr. 289 3", Some("2009-2010"));
        check("Eerste Kamer, vergaderjaar 1999–2000, Aanhangsel", Some("1999-2000"));
        check("Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2004–2005", Some("2004-2005"));
        check("Vergaderjaar 2023-2024", Some("2023-2024"));
        check("Vergaderjaar 1994/95", Some("1994-1995"));
        check("Tweede Kamer, vergaderjaar 2023–2025, Aanhangsel", None); // the years must follow on each other
        check("Zie Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel", None); // a sentence about another paper
        check("Tweede Kamer 2023–2024", None);
    }

    #[test]
    fn identifiers_of_heads_and_feet() {
        let check = |line: &str, expect: Option<&str>| {
            assert_eq!(own_identifier(line).map(|citation| citation.id()).as_deref(), expect, "{line}");
        };
        check("ah-tk-20232024-1314", Some("ah-tk-20232024-1314"));
        check("ah-ek-20092010-3", Some("ah-ek-20092010-3"));
        check("kst-29338-289", Some("kst-29338-289"));
        check("kst-36410-VIII-82 ISSN 0921 - 7371", Some("kst-36410-VIII-82"));
        check("kst-29353-3-h1", Some("kst-29353-3-h1"));
        check("blg-1007826", None); // an annex is no letter
        check("Zie kst-29338-289", None);
        check("kst-", None);
    }

    #[test]
    fn aanhangsels_of_heads() {
        let check = |head: &[&str], expect: Option<&str>| {
            let found = own_aanhangsel(head.iter().copied(), year("2023-2024"));
            assert_eq!(found.map(|own| own.to_string()).as_deref(), expect, "{head:?}");
        };
        check(
            &["Tweede Kamer der Staten-Generaal", "2", "Vergaderjaar 2023–2024", "1314"],
            Some("ah-tk-20232024-1314"),
        );
        check(
            &["Eerste Kamer der Staten-Generaal", "1", "Aanhangsel van de Handelingen", "7"],
            Some("ah-ek-20232024-7"),
        );
        check(&["0054"], Some("ah-tk-20232024-54"));
        check(&["2030704250"], None); // the ministry's own
        check(&["Vragen gesteld door de leden der Kamer"], None);
    }

    #[test]
    fn kamerstukken_of_heads() {
        let check = |head: &[&str], expect: Option<(&str, usize)>| {
            let found = own_kamerstuk(head.iter().copied()).map(|(paper, at)| (paper.to_string(), at));
            assert_eq!(found.as_ref().map(|(id, at)| (id.as_str(), *at)), expect, "{head:?}");
        };
        check(&["29 338", "Wetenschapsbudget", "Nr. 289", "VERSLAG"], Some(("kst-29338-289", 2)));
        check(
            &["29 338 Wetenschapsbudget", "Nr. 289 Verslag van een schriftelijk overleg"],
            Some(("kst-29338-289", 1)),
        );
        check(&["29338", "nr. 12"], Some(("kst-29338-12", 1)));
        check(&["29.338", "Nr. 0054"], Some(("kst-29338-54", 1)));
        // a chapter of the budget, a fund, a council
        check(&["36 410 VIII Vaststelling van de begrotingsstaten", "Nr. 82"], Some(("kst-36410-VIII-82", 1)));
        check(&["36 410 IXB Vaststelling", "Nr. 5"], Some(("kst-36410-IXB-5", 1)));
        check(&["35 570 B Gemeentefonds", "Nr. 9"], Some(("kst-35570-B-9", 1)));
        check(&["21 501-02 Raad Algemene Zaken", "Nr. 2498 BRIEF"], Some(("kst-21501-02-2498", 1)));
        check(&["36 200 Vaststelling", "Nr. 3"], Some(("kst-36200-3", 1))); // «V» begins a word
        // a Rijkswet has a second number
        check(&["31 324 (R1844) Wijziging", "Nr. 7"], Some(("kst-31324-7", 1)));
        check(&["31 324 R1844", "Nr. 7"], Some(("kst-31324-7", 1)));
        // the Eerste Kamer numbers by letters
        check(&["33 506 Wijziging", "AB VERSLAG"], Some(("kst-33506-AB", 1)));
        check(&["33 506", "A"], Some(("kst-33506-A", 1)));
        check(&["33 506", "Nr. A Brief"], Some(("kst-33506-A", 1)));
        // other lines that begin with a number
        check(&["29 338 euro per jaar", "Nr. 3"], None);
        check(&["12 maart 2024", "29 338", "12"], None);
        check(&["Nr. 289", "29 338"], None); // the dossier comes first
        check(&["29 338", "Nr. 289 van de lijst"], None);
        check(&["2500 EA Den Haag", "Nr. 4"], None);
    }

    #[test]
    fn cases_of_a_text() {
        let check = |text: &str, expect: &[&str]| {
            let found: Vec<String> = own_cases(text).iter().map(ToString::to_string).collect();
            assert_eq!(found, expect, "{text}");
        };
        check("de vragen met kenmerk 2024Z03816 en 2024Z03817, 2024Z03816", &["2024Z03816", "2024Z03817"]);
        check("Uw kenmerk 2024D03816", &[]); // a document is no case
        check("A2024Z03816 12024Z03816 2024Z038161234", &[]);
        check("", &[]);
    }
}
