//! Divides a pasted text into lines, each with the mark («1.», «a)», «•») that it begins with.
//!
//! **Invariant:** a number is a mark only where it can begin a question: «12.500 woningen», «2 op de 3 treinen» are text.

use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon;

/// A line of a pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// It itself, without white space around it.
    pub(super) whole: &'t str,
    /// What it begins with, if that may begin a question.
    pub(super) marker: Option<Marker>,
    /// What follows the mark.
    pub(super) text: &'t str,
}

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// «1.», «(2)», «3a)», «Vraag 4:»; bare where nothing but the number stands there.
    Number { number: u16, is_bare: bool },
    /// «Vraag:».
    Question,
    /// «a.», «b)».
    Letter(char),
    /// «•», «-».
    Bullet(char),
    /// «Antwoord», «Antwoord op vraag 3».
    Answer,
}

/// The highest number of a question: longer lists are split by committees.
const LAST_NUMBER: u16 = 999;

/// «Vraag 3», «Vragen 3 en 4:», «**Vraag 3.**», «Vraag:».
static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    let list = r"(\d{1,3})[a-z]?(?:\s*(?:,|en|t/m|tot en met|-|–)\s*\d{1,3}[a-z]?)*";
    pattern(&format!(
        r"^[*_#\s]*(?i:vraag|vragen|question)(?:\s*(?:nr\.?|nummer)?\s*{list}\s*[*_]*(?:[.:)–-]|\s|$)|\s*:)[*_]*\s*"
    ))
});
/// «Antwoord», «Antwoord op vraag 3:», «Antwoorden 3 en 4».
static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^[*_#\s]*(?i:antwoord(?:en)?)(?:\s+(?:op\s+)?(?i:de\s+)?(?i:vra(?:ag|gen))?\s*\d[\d\s,]*(?:(?:en|t/m|-|–)\s*\d+)?)?\s*[*_]*(?::|$)",
    )
});
/// «1.», «1)», «(1)», «[1]», «1a.», «1:», «1 -», «1\.» as markdown has it.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[*_#\s]*(?:\((\d{1,3})[a-z]?\)|\[(\d{1,3})\]|(\d{1,3})\s?[a-z]?\s?(?:\\?[.):]|\s[-–]))[*_]*(?:\s+|$)")
});
/// «1» before a tab, a capital, a quote, or the line's end.
static BARE: LazyLock<Regex> = LazyLock::new(|| pattern(r#"^(\d{1,3})(?:\t\s*|\s+([\p{Lu}«“"‘'’(])|$)"#));
/// «a.», «b)», «(c)».
static LETTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:\(([a-z])\)|([a-zA-Z])[.)])\s+"));
/// Bullets, with those that Word's symbol fonts leave.
static BULLET: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:([•◦▪‣●○■□▶➢►·§\u{F0B7}\u{F0A7}\u{F02D}\u{F0D8}])\s*|([-–—*+o])\s+)"));
/// What a page has beside its text: identifiers, numbers of pages, addresses of the publisher.
static FURNITURE: LazyLock<Regex> = LazyLock::new(|| {
    let dossier =
        r"Tweede Kamer(?: der Staten-Generaal)?,? (?i:vergaderjaar) \d{4}\s?[-–/]\s?\d{2,4}(?:, (?i:aanhangsel|\d).*)?";
    pattern(&format!(
        r"^(?:(?:ah|kst|kv)-[\w-]+|ISSN [\d\s–-]+|{dossier}|[’']s-Gravenhage \d{{4}}|(?i:pagina|blz\.?) \d+(?: van \d+)?|- \d+ -|\d+/\d+)$"
    ))
});
/// How a letter greets and ends; whom it is from and to.
static POLITE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:geachte|beste|l\.s\.|met (?:vriendelijke|hartelijke|beleefde) groet|hoogachtend|dank u|alvast dank|(?:schriftelijke )?vragen van (?:het lid|de leden))\b|^(?i:vra(?:ag|gen)):$",
    )
});
/// A question that asks on from the one before it.
static FOLLOW_UP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:(?:en |of )?(?:zo|indien|als) (?:ja|nee|neen|niet|wel)\b|waarom (?:wel|niet)\b|(?:en )?(?:waarom|hoezo)\?)",
    )
});
/// Where a line end was lost before the next number: «…? 2. », «…? Vraag 2:».
static INNER: LazyLock<Regex> = LazyLock::new(|| pattern(r"[.?!;]\s+((?i:vraag )?(\d{1,3})(?:[.)]|:)\s+)[\p{Lu}«“]"));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is valid")
}

impl<'t> Line<'t> {
    fn read(whole: &'t str, before: Option<&Line<'_>>, last: Option<u16>) -> Self {
        let after = |marker: Marker, length: usize| Line {
            whole,
            marker: Some(marker),
            text: whole.get(length..).expect("a match ends on a character boundary"),
        };
        let number = |text: &str| text.parse().ok().filter(|number| (1..=LAST_NUMBER).contains(number));
        let is_next = |number: u16| last.map_or(number == 1, |last| number == last + 1 || number == last);
        // A number at the end of a printed line may be the next line's first word.
        let is_free = before.is_none_or(|line| line.is_empty() || line.ends_sentence() || line.marker.is_some());
        let is_heading = is_free || whole.trim_start_matches(['*', '_', '#', ' ']).starts_with(char::is_uppercase);
        if let Some(found) = QUESTION.captures(whole).filter(|_| is_heading) {
            let length = found[0].len();
            let marker = found.get(1).and_then(|digits| number(digits.as_str()));
            return after(marker.map_or(Marker::Question, |number| Marker::Number { number, is_bare: false }), length);
        }
        if let Some(found) = ANSWER.find(whole) {
            return after(Marker::Answer, found.end());
        }
        if let Some(found) = NUMBER.captures(whole)
            && let Some(number) = found.iter().skip(1).flatten().find_map(|digits| number(digits.as_str()))
            && (is_free || is_next(number))
        {
            return after(Marker::Number { number, is_bare: false }, found[0].len());
        }
        if let Some(found) = BARE.captures(whole)
            && let Some(number) = number(&found[1])
            && (is_next(number) || number == 1 || before.is_none())
            // Before the first number stands a title, which ends in no full stop.
            && (is_free || (number == 1 && last.is_none() && found.get(2).is_none()))
        {
            let end = found.get(2).map_or(found[0].len(), |text| text.start());
            return after(Marker::Number { number, is_bare: true }, end);
        }
        let letter = LETTER.captures(whole).and_then(|found| {
            let letter = found.get(1).or_else(|| found.get(2))?.as_str().chars().next()?;
            Some((letter.to_ascii_lowercase(), found[0].len()))
        });
        if let Some((letter, length)) = letter {
            return after(Marker::Letter(letter), length);
        }
        if let Some(found) = BULLET.captures(whole) {
            let bullet = found.get(1).or_else(|| found.get(2)).and_then(|bullet| bullet.as_str().chars().next());
            return after(
                Marker::Bullet(bullet.expect("one of the two matched, and is one character")),
                found[0].len(),
            );
        }
        Line { whole, marker: None, text: whole }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// Does it end in a question mark?
    pub(super) fn asks(&self) -> bool {
        self.whole.trim_end_matches(CLOSING).ends_with('?')
    }

    pub(super) fn ends_sentence(&self) -> bool {
        ends_sentence(self.whole)
    }

    /// Is it a question only together with the one before it?
    pub(super) fn follows_up(&self) -> bool {
        FOLLOW_UP.is_match(self.whole)
    }

    /// Is it a greeting, an ending or a title, and no question?
    pub(super) fn is_polite(&self) -> bool {
        POLITE.is_match(self.whole) && !self.whole.contains('?')
    }
}

/// What may stand after the mark that ends a sentence: quotes, brackets, the mark of a note.
const CLOSING: [char; 9] = ['»', '”', '’', '"', '\'', ')', ']', '*', '_'];

/// Does a text end where a sentence does, the mark of a note aside?
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| CLOSING.contains(&c) || c.is_ascii_digit() || c == '[');
    lexicon::ends_sentence(if bare.is_empty() { text } else { bare })
}

/// The lines of a text, without what a page has beside its text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut last = None;
    let ends = ['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];
    for printed in text.split("\r\n").flat_map(|piece| piece.split(ends)) {
        let printed = printed.trim_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '\u{FEFF}' | '\u{200B}'));
        if FURNITURE.is_match(printed) {
            continue;
        }
        for whole in unfolded(printed, last) {
            let line = Line::read(whole, lines.last(), last);
            if let Some(Marker::Number { number, .. }) = line.marker {
                last = Some(number);
            }
            lines.push(line);
        }
    }
    lines
}

/// A line, divided before each number that is the next: «1. Klopt het? 2. Hoe lang al?».
fn unfolded(printed: &str, mut last: Option<u16>) -> Vec<&str> {
    let first = Line::read(printed, None, last).marker;
    if let Some(Marker::Number { number, .. }) = first {
        last = Some(number);
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for found in INNER.captures_iter(printed) {
        let (Some(mark), Ok(number)) = (found.get(1), found[2].parse::<u16>()) else { continue };
        if last.is_some_and(|last| number == last + 1) {
            lines.extend(printed.get(start..mark.start()).map(str::trim_end));
            (start, last) = (mark.start(), Some(number));
        }
    }
    lines.extend(printed.get(start..));
    lines
}
