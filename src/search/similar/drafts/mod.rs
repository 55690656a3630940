//! Divides a pasted text into its draft questions, each on one line.
//!
//! ```text
//! by numbers     «Vraag 1», «Vraag:», «1.», «2)», «(3)», «3a.»; a bare «4» that follows the number before it
//! by letters     «a.», «b)»: where there are no numbers; below a number they belong to its question
//! by bullets     «•», «-», «–», «*»: where they begin questions; below a sentence that asks they belong to it
//! by lines       where every line is a sentence, each question mark at a line's end closes a question
//! by empty lines otherwise; what goes on in small letters after one goes on
//! ```
//!
//! The first of these that the text shows is taken. What stands before the first number or bullet is a question only if
//! it asks. Line ends within a question are those of a page, and their hyphens too.
//!
//! **Invariant:** pure; no draft is kept, written or logged anywhere.
//! **Invariant:** words of a draft are those of the text, in order; only what is no question is left out: numbers, bullets,
//! answers below «Antwoord», greetings, page numbers.

mod line;

use std::collections::BTreeSet;

use line::{Line, Marker};

use crate::lexicon::lists;

/// The draft questions of a text, each once.
pub(super) fn drafts(text: &str) -> Vec<String> {
    let lines = line::lines(text);
    let filled: Vec<&Line<'_>> = lines.iter().filter(|line| !line.is_empty()).collect();
    let mut drafts = match Division::of(&filled) {
        Division::Marks(kind) => by_marks(&filled, kind),
        Division::Lines => by_lines(&filled),
        Division::Paragraphs => by_paragraphs(&lines),
    };
    let mut seen = BTreeSet::new();
    drafts.retain(|draft| draft.chars().any(char::is_alphanumeric) && seen.insert(draft.clone()));
    drafts
}

/// By what the questions of a text are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Division {
    Marks(Kind),
    Lines,
    Paragraphs,
}

/// The kinds of marks that begin a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Numbers,
    Letters,
    Bullets(char),
}

impl Kind {
    fn begins(self, line: &Line<'_>) -> bool {
        match (self, line.marker) {
            (Self::Numbers, Some(Marker::Number { .. } | Marker::Question))
            | (Self::Letters, Some(Marker::Letter(_))) => true,
            (Self::Bullets(bullet), Some(Marker::Bullet(other))) => bullet == other,
            _ => false,
        }
    }
}

impl Division {
    fn of(lines: &[&Line<'_>]) -> Self {
        let begun = |kind: Kind| lines.iter().filter(|line| kind.begins(line)).count();
        // «12 Provincies …» alone is a sentence, «Vragen:» a title.
        let is_sure = |line: &Line<'_>| match line.marker {
            Some(Marker::Number { number, is_bare }) => number == 1 || !is_bare,
            Some(Marker::Question) => !line.text.is_empty(),
            _ => true,
        };
        let first = |kind: Kind| lines.first().is_some_and(|line| kind.begins(line) && is_sure(line));
        let is_marked = |kind: Kind| begun(kind) > 1 || first(kind);
        if is_marked(Kind::Numbers) {
            return Self::Marks(Kind::Numbers);
        }
        if is_marked(Kind::Letters) && asks_after_marks(lines, Kind::Letters) {
            return Self::Marks(Kind::Letters);
        }
        let bullet = lines.iter().find_map(|line| match line.marker {
            Some(Marker::Bullet(bullet)) => Some(Kind::Bullets(bullet)),
            _ => None,
        });
        if let Some(kind) = bullet.filter(|kind| is_marked(*kind) && asks_after_marks(lines, *kind)) {
            return Self::Marks(kind);
        }
        let asks = lines.iter().filter(|line| line.asks()).count();
        if lines.len() > 1 && asks > 0 && lines.iter().all(|line| line.ends_sentence()) {
            return Self::Lines;
        }
        Self::Paragraphs
    }
}

/// Are the marked items questions of their own? They are where nothing is asked before them, or where half of them ask.
fn asks_after_marks(lines: &[&Line<'_>], kind: Kind) -> bool {
    let Some(first) = lines.iter().position(|line| kind.begins(line)) else { return false };
    if first == 0 {
        return true;
    }
    let items = by_marks(&lines[first..], kind);
    let asking = items.iter().filter(|item| item.contains('?')).count();
    asking * 2 >= items.len() && asking > 0
}

fn by_marks(lines: &[&Line<'_>], kind: Kind) -> Vec<String> {
    let mut drafts = Vec::new();
    let mut draft = String::new();
    let (mut is_begun, mut is_answer) = (false, false);
    for line in lines {
        if kind.begins(line) {
            // A title before the first question is no question.
            if is_begun || draft.contains('?') {
                drafts.push(std::mem::take(&mut draft));
            }
            draft.clear();
            (is_begun, is_answer) = (true, false);
        } else if line.marker == Some(Marker::Answer) {
            is_answer = is_begun;
        }
        if !is_answer {
            add(&mut draft, if kind.begins(line) { line.text } else { line.whole });
        }
    }
    drafts.push(draft);
    drafts
}

fn by_lines(lines: &[&Line<'_>]) -> Vec<String> {
    let mut drafts: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in lines {
        if line.is_polite() {
            continue;
        }
        match drafts.last_mut() {
            Some(draft) if is_open || line.follows_up() => add(draft, line.whole),
            _ => drafts.push(gathered([line.whole])),
        }
        is_open = !line.asks();
    }
    drafts
}

fn by_paragraphs(lines: &[Line<'_>]) -> Vec<String> {
    let mut drafts: Vec<String> = Vec::new();
    for paragraph in lines.split(Line::is_empty).filter(|lines| !lines.is_empty()) {
        let (Some(first), false) = (paragraph.first(), paragraph.iter().all(Line::is_polite)) else { continue };
        let goes_on = |draft: &&mut String| first.whole.starts_with(char::is_lowercase) && !line::ends_sentence(draft);
        let words = paragraph.iter().map(|line| line.whole);
        match drafts.last_mut().filter(goes_on) {
            Some(draft) => words.for_each(|words| add(draft, words)),
            None => drafts.push(gathered(words)),
        }
    }
    drafts
}

fn gathered<'t>(lines: impl IntoIterator<Item = &'t str>) -> String {
    let mut draft = String::new();
    for line in lines {
        add(&mut draft, line);
    }
    draft
}

/// Adds a line to a draft; a word that the line end divides becomes whole.
fn add(draft: &mut String, line: &str) {
    for (at, word) in line.split_whitespace().enumerate() {
        let stem = draft.strip_suffix(['-', '\u{AD}', '\u{2010}']).filter(|stem| stem.ends_with(char::is_alphabetic));
        let divided = at == 0 && word.starts_with(char::is_lowercase) && !lists::AFTER_SUSPENDED.contains(&word);
        match stem.filter(|_| divided).map(str::len) {
            Some(length) => draft.truncate(length),
            None if !draft.is_empty() => draft.push(' '),
            None => {}
        }
        draft.push_str(word);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(drafts(text), expect, "{text:?}");
    }

    #[test]
    fn by_numbers() {
        check("1. Klopt het?\n2. Zo ja, hoe\nlang al?", &["Klopt het?", "Zo ja, hoe lang al?"]);
        check("1. Klopt het?", &["Klopt het?"]);
        check("1)\tKlopt het?\r\n2)\tHoe lang?\r\n", &["Klopt het?", "Hoe lang?"]);
        check("(1) Klopt het?\n\n(2) Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("[1] Klopt het?\n[2] Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("1: Klopt het?\n2: Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("1 - Klopt het?\n2 - Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("1\\. Klopt het?\n2\\. Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("4. Klopt het?\n7. Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("3a. Klopt het?\n3b. Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("1. Wat kost een wolf\n2. Wat eet een wolf", &["Wat kost een wolf", "Wat eet een wolf"]);
        check("1. Klopt het? 2. Hoe lang? 3. En waar?", &["Klopt het?", "Hoe lang?", "En waar?"]);
        check("  1.  Klopt het?\n\n\n  2.  Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("> 1. Klopt het?\n> 2. Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        // Two lists in one paste.
        check("1. Klopt A?\n2. Klopt B?\n1. Klopt C?", &["Klopt A?", "Klopt B?", "Klopt C?"]);
        // A title before the list is no question; a question before it is one.
        check("Vragen van het lid X over Y\n1. Klopt het?\n2. Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Klopt dit ook?\n1. Klopt het?\n2. Hoe lang?", &["Klopt dit ook?", "Klopt het?", "Hoe lang?"]);
    }

    #[test]
    fn by_bare_numbers() {
        check(
            "1\nBent u bekend met\nhet bericht?\n2\nDeelt u de mening?",
            &["Bent u bekend met het bericht?", "Deelt u de mening?"],
        );
        check("1 Bent u bekend?\n2 Deelt u de mening?", &["Bent u bekend?", "Deelt u de mening?"]);
        check("1\tBent u bekend?\n2\tdeelt u de mening?", &["Bent u bekend?", "deelt u de mening?"]);
        check("Vragen van het lid X\n1\nKlopt het?\n2\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("5\nKlopt het?\n6\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("1\nWaarom zijn er\n2 Kamerbrieven?\n2\nHoe lang?", &["Waarom zijn er 2 Kamerbrieven?", "Hoe lang?"]);
        check(
            "1\nHoeveel woningen zijn er in\n2024 Gebouwd?\n2\nHoe lang?",
            &["Hoeveel woningen zijn er in 2024 Gebouwd?", "Hoe lang?"],
        );
        check("1 op de 3 treinen is te laat. Klopt dat?", &["1 op de 3 treinen is te laat. Klopt dat?"]);
        check("12 Provincies klagen. Klopt dat?", &["12 Provincies klagen. Klopt dat?"]);
        check("Er zijn\n12.500 woningen tekort. Klopt dat?", &["Er zijn 12.500 woningen tekort. Klopt dat?"]);
    }

    #[test]
    fn by_the_word_vraag() {
        check("Vraag 1\nKlopt het?\n\nVraag 2\nHoe lang?\n\nEn waar?", &["Klopt het?", "Hoe lang? En waar?"]);
        check("Vraag 1: Klopt het?\nVraag 2: Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Vraag: Klopt het?\nVraag: Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("**Vraag 1**\nKlopt het?\n\n**Vraag 2**\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("## Vraag 1\nKlopt het?\n## Vraag 2\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("VRAAG 1.\nKlopt het?\nVRAAG 2.\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Vragen 1 en 2\nKlopt het?\nVragen 3, 4 en 5\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Vraag 1: Klopt het? Vraag 2: Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check(
            "Vraag 1\nWaarom wordt in vraag 3 gezegd dat\nvraag 4 fout is?",
            &["Waarom wordt in vraag 3 gezegd dat vraag 4 fout is?"],
        );
        check("Klopt het wat u bij\nvraag 3 zegt?", &["Klopt het wat u bij vraag 3 zegt?"]);
    }

    #[test]
    fn with_what_belongs_to_a_question() {
        // Parts of a question, with letters or bullets, stay with it.
        check(
            "1. Kunt u zeggen:\na. hoeveel;\nb. waar?\n2. Hoe lang?",
            &["Kunt u zeggen: a. hoeveel; b. waar?", "Hoe lang?"],
        );
        check(
            "1. Kunt u zeggen:\n- hoeveel;\n- waar?\n2. Hoe lang?",
            &["Kunt u zeggen: - hoeveel; - waar?", "Hoe lang?"],
        );
        check("Kunt u ingaan op:\n- de kosten\n- de baten", &["Kunt u ingaan op: - de kosten - de baten"]);
        // Answers between the questions of a letter are no drafts.
        check(
            "Vraag 1\nKlopt het?\nAntwoord\nJa.\nVraag 2\nHoe lang?\nAntwoord op vraag 2\nLang.",
            &["Klopt het?", "Hoe lang?"],
        );
        check(
            "Antwoorden van de overheid blijven uit. Klopt dat?",
            &["Antwoorden van de overheid blijven uit. Klopt dat?"],
        );
        // What a page has beside its text.
        check(
            "1\nKlopt het dat\nah-tk-20232024-1314\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel\nhet zo is?\n2\nHoe lang?",
            &["Klopt het dat het zo is?", "Hoe lang?"],
        );
        check(
            "1. Wat doen zieken-\nhuizen?\n2. Wat doet jeugd-\nen ouderenzorg?",
            &["Wat doen ziekenhuizen?", "Wat doet jeugd- en ouderenzorg?"],
        );
    }

    #[test]
    fn by_letters_and_bullets() {
        check("a. Klopt het?\nb. Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("A) Klopt het?\nB) Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("• Klopt het?\n• Hoe lang\nduurt het?", &["Klopt het?", "Hoe lang duurt het?"]);
        check("•\tKlopt het?\n•\tHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("\u{F0B7} Klopt het?\n\u{F0B7} Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("- Klopt het?\n- Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("– Klopt het?\n– Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("* Klopt het?\n* Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Vragen:\n- Klopt het?\n- Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check(
            "• Kunt u zeggen:\no hoeveel;\no waar?\n• Hoe lang?",
            &["Kunt u zeggen: o hoeveel; o waar?", "Hoe lang?"],
        );
        check("- wachttijden in de jeugdzorg\n- stikstof", &["wachttijden in de jeugdzorg", "stikstof"]);
    }

    #[test]
    fn by_lines() {
        check("Klopt het?\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Klopt het?\u{B}Hoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Klopt het?\rHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("De krant meldt X.\nKlopt dat?\nHoe lang al?", &["De krant meldt X. Klopt dat?", "Hoe lang al?"]);
        check("Klopt het?\nZo ja, hoe lang al?\nWie betaalt?", &["Klopt het? Zo ja, hoe lang al?", "Wie betaalt?"]);
        check("Kent u «Wie betaalt?»\nHoe lang?", &["Kent u «Wie betaalt?»", "Hoe lang?"]);
    }

    #[test]
    fn by_empty_lines() {
        check("Klopt het dat\nde trein rijdt?", &["Klopt het dat de trein rijdt?"]);
        check("Klopt het?\n\nIk vraag\ndit echt.", &["Klopt het?", "Ik vraag dit echt."]);
        check("Klopt het dat\n\nde trein rijdt?\n\nHoe lang?", &["Klopt het dat de trein rijdt?", "Hoe lang?"]);
        check("Klopt A? Klopt B? Zo ja, waarom?", &["Klopt A? Klopt B? Zo ja, waarom?"]);
        check("Geachte minister,\n\nKlopt het dat\nX?\n\nMet vriendelijke groet,", &["Klopt het dat X?"]);
        check("Klopt het?\n\nKlopt het?", &["Klopt het?"]);
        check("\u{FEFF}Klopt\u{A0}het\u{2003}dat?", &["Klopt het dat?"]);
        check("jeugdzorg", &["jeugdzorg"]);
        check("\n ?? \n", &[]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn any_text_is_divided(text in "([A-Za-z0-9?.:)(\\-•\n\r\t ]|vraag |antwoord |é|\u{AD}){0,60}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
            let divided = drafts(&text);
            prop_assert!(divided.iter().map(|draft| letters(draft)).sum::<usize>() <= letters(&text));
            prop_assert!(divided.iter().all(|draft| !draft.contains(['\n', '\r', '\t'])));
        }
    }
}
