//! What stands before the numbers: keyword, chamber, session years, in whatever order.
//!
//! ```text
//! head    = (keyword | chamber | year | filler | separator)*            at least one keyword
//! keyword = Kamerstuk | Kamerstukken | Kamerst. | Kamerstuknr. | Kst. | TK | EK | Tweede Kamer | vergaderjaar | wetsvoorstel | dossier
//!         | Handelingen | Aanhangsel [van de | bij de | der] Handelingen | Bijlagen [van de] Handelingen
//! chamber = I | II | ll | TK | EK | 1 | 2 | 11
//! ```
//!
//! **Invariant:** a head ends where its last element ends; separators and fillers after it are not part of it.

use std::ops::Range;

use super::keyword::Keyword;
use super::scan::{Cursor, is_dash, is_space};
use super::tuning;
use super::vergaderjaar::{self, Printed};
use super::{Kamer, Vergaderjaar, dossier, misspelling, numbers};

/// A head that was read.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// Where it begins.
    pub(super) start: usize,
    /// Its strongest keyword.
    pub(super) keyword: Keyword,
    /// The chamber.
    pub(super) kamer: Option<Kamer>,
    /// The last session year.
    pub(super) year: Option<Vergaderjaar>,
    /// True where a year stands there, of whatever form.
    pub(super) dated: bool,
    /// Places of years that cannot be.
    pub(super) impossible: Vec<Range<usize>>,
    /// True where «Handelingen» stands there.
    pub(super) handelingen: bool,
    /// True where the chamber's name or «vergaderjaar» comes first, as in the feet of pages.
    pub(super) spelled: bool,
}

/// `head`, from a keyword on.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Head> {
    cursor.attempt(|c| {
        let start = c.at();
        let keyword = keyword(c)?;
        let mut head = Head::empty(start);
        head.merge(&keyword);
        elements(c, &mut head);
        Some(head)
    })
}

/// `[chamber] [","] [year]`: what may stand before a dossier without any keyword.
pub(super) fn bare(cursor: &mut Cursor<'_>) -> Head {
    let mut head = Head::empty(cursor.at());
    elements(cursor, &mut head);
    head
}

impl Head {
    fn empty(start: usize) -> Self {
        Self {
            start,
            keyword: Keyword::Vergaderjaar,
            kamer: None,
            year: None,
            dated: false,
            impossible: Vec::new(),
            handelingen: false,
            spelled: false,
        }
    }

    /// The head of a citation without any keyword.
    pub(super) fn unnamed(start: usize, kamer: Option<Kamer>) -> Self {
        Self { kamer, ..Self::empty(start) }
    }

    fn merge(&mut self, word: &Word) {
        // «Vergaderjaar 2023–2024, Aanhangsel 4» is the foot of a page, «Aanhangsel, vergaderjaar …» is none
        let year = word.keyword == Keyword::Vergaderjaar && self.keyword < Keyword::Aanhangsel;
        self.spelled |= year || word.keyword == Keyword::Kamer;
        self.keyword = self.keyword.max(word.keyword);
        self.kamer = self.kamer.or(word.kamer);
        self.handelingen |= word.keyword == Keyword::Handelingen;
    }

    /// A continuation with its own chamber and year, for the next item under the same keyword.
    pub(super) fn next(&self, start: usize) -> Self {
        Self { start, year: None, dated: false, impossible: Vec::new(), ..self.clone() }
    }
}

fn elements(c: &mut Cursor<'_>, head: &mut Head) {
    for _ in 0..tuning::head_elements_max() {
        if c.attempt(|c| element(c, head)).is_none() {
            break;
        }
    }
}

/// `separator* filler* (keyword | chamber | year [DASH]) [")"]`: the dash, where a dossier follows it.
fn element(c: &mut Cursor<'_>, head: &mut Head) -> Option<()> {
    let mut open = false;
    // «Kamervragen (Aanhangsel), vergaderjaar …»
    if c.slice(0..head.start).ends_with('(') {
        c.mark(|c| c == ')');
    }
    for _ in 0..4 {
        match c.mark(|c| matches!(c, ',' | '.' | ':' | '(')) {
            Some('(') => open = true,
            Some(_) => {}
            None => break,
        }
    }
    c.spaces();
    filler(c);
    let start = c.at();
    let ahead = *c;
    if let Some(word) = keyword(c) {
        // «Aanhangsel Handelingen, Kamerstuk 31 765»: a head of its own
        (word.keyword != Keyword::Kamerstuk || head.keyword <= Keyword::Kamerstuk).then_some(())?;
        head.merge(&word);
    } else if let Some(kamer) = c.attempt(chamber) {
        if head.kamer.is_some_and(|other| other != kamer) {
            *c = ahead;
            return None;
        }
        head.kamer = Some(kamer);
    } else {
        if dossier::number(&mut ahead.clone()).is_some() {
            return None;
        }
        let printed = vergaderjaar::read(c)?;
        if c.next_is(char::is_alphanumeric) {
            return None;
        }
        head.dated = true;
        match printed {
            Printed::Pair(year) => {
                head.year = Some(year);
                // «2022/23-29 689»
                c.attempt(|c| {
                    c.eat(is_dash)?;
                    c.sees(|c| dossier::number(c)).then_some(())
                });
            }
            Printed::Impossible => head.impossible.push(start..c.at()),
            // «2023–2024, 1843»: after a session year it is a number
            Printed::Single(year) => (head.year.is_none() && numbers::YEARS.contains(&year)).then_some(())?,
        }
    }
    if open {
        c.mark(|c| c == ')');
    }
    Some(())
}

/// Words between keyword and number that say nothing of the number.
fn filler(c: &mut Cursor<'_>) {
    const WORDS: &[&str] = &[
        "bijlage bij het",
        "bijlage bij",
        "met name",
        "m.n",
        "bijvoorbeeld",
        "bijv",
        "onder andere",
        "onder meer",
        "o.a",
        "zie ook",
        "zie",
        "der kamer",
        "van de",
        "van het",
        "van",
        "bij de",
        "bij",
        "der",
        "de",
    ];
    for _ in 0..2 {
        if c.any_word(WORDS) {
            c.mark(|c| c == ':');
            c.spaces();
        }
    }
}

/// A keyword with the chamber that it names.
struct Word {
    keyword: Keyword,
    kamer: Option<Kamer>,
}

/// Words for the papers; they are taken also where a word before is glued to them.
const KAMERSTUK: &[&str] = &[
    "kamerstukken",
    "kamerstuknummers",
    "kamerstuknummer",
    "kamerstuknrs",
    "kamerstuknr",
    "kamerstuk",
    // a space of the text layer
    "kamers tuk",
    "kamer stuk",
    "kamerst",
    "kstnr",
    "kst",
    "parlementaire stukken",
];

/// All other words that announce a number.
const WORDS: &[(&str, Keyword)] = &[
    ("aanhangsel", Keyword::Aanhangsel),
    // «Aanh. H. 2003/04»
    ("aanh. h", Keyword::Aanhangsel),
    ("aanh", Keyword::Aanhangsel),
    ("handelingen", Keyword::Handelingen),
    ("hand", Keyword::Handelingen),
    ("kamerstukdossier", Keyword::Dossier),
    ("kamerdossiers", Keyword::Dossier),
    ("kamerdossier", Keyword::Dossier),
    ("dossiernummers", Keyword::Dossier),
    ("dossiernummer", Keyword::Dossier),
    ("dossiernr", Keyword::Dossier),
    ("dossiers", Keyword::Dossier),
    ("dossier", Keyword::Dossier),
    ("wetsvoorstellen", Keyword::Dossier),
    ("wetsvoorstel", Keyword::Dossier),
    ("initiatiefwetsvoorstel", Keyword::Dossier),
    ("wetsontwerpen", Keyword::Dossier),
    ("wetsontwerp", Keyword::Dossier),
    ("vergaderjaren", Keyword::Vergaderjaar),
    ("vergaderjaar", Keyword::Vergaderjaar),
    ("zittingsjaar", Keyword::Vergaderjaar),
    ("zitting", Keyword::Vergaderjaar),
    ("verg.jr", Keyword::Vergaderjaar),
    ("verg", Keyword::Vergaderjaar),
];

fn keyword(cursor: &mut Cursor<'_>) -> Option<Word> {
    let word = |keyword| Some(Word { keyword, kamer: None });
    cursor.attempt(|c| {
        let glued = c.last().is_some_and(char::is_alphabetic);
        if c.any_word(KAMERSTUK) {
            return word(Keyword::Kamerstuk);
        }
        if glued {
            return None;
        }
        if c.attempt(bijlagen).is_some() {
            return word(Keyword::Kamerstuk);
        }
        if let Some(&(_, keyword)) = WORDS.iter().find(|(text, _)| c.word(text)) {
            return word(keyword);
        }
        misspelling::keyword(c).map(|keyword| Word { keyword, kamer: None }).or_else(|| chamber_name(c))
    })
}

/// `("bijlagen" | "bijlage" | "bijl.") ["van de" | "bij de" | "der"] ("handelingen" | "hand.")`: the Kamerstukken of old.
fn bijlagen(c: &mut Cursor<'_>) -> Option<()> {
    c.any_word(&["bijlagen", "bijlage", "bijl"]).then_some(())?;
    c.spaces();
    c.any_word(&["van de", "bij de", "der"]);
    c.spaces();
    c.any_word(&["handelingen", "hand"]).then_some(())
}

/// `("Tweede Kamer" | "Eerste Kamer") ["der Staten-Generaal"] | ["Kamer der"] "Staten-Generaal" | ["H"] ("TK" | "EK")`
fn chamber_name(c: &mut Cursor<'_>) -> Option<Word> {
    let kamer = if c.word("tweede kamer") {
        Some(Kamer::Tweede)
    } else if c.word("eerste kamer") {
        Some(Kamer::Eerste)
    } else {
        None
    };
    if kamer.is_some() || c.any_word(&["staten-generaal", "kamer der staten-generaal"]) {
        c.attempt(|c| {
            c.spaces();
            c.word("der staten-generaal").then_some(())
        });
        return Some(Word { keyword: Keyword::Kamer, kamer });
    }
    let keyword = if c.eat_char('H') { Keyword::Handelingen } else { Keyword::Short };
    short(c).map(|kamer| Word { keyword, kamer: Some(kamer) })
}

/// `TK | EK`, in capitals.
fn short(c: &mut Cursor<'_>) -> Option<Kamer> {
    c.attempt(|c| {
        let kamer = if c.eat_char('T') { Kamer::Tweede } else { c.eat_char('E').then_some(Kamer::Eerste)? };
        c.eat_char('K').then_some(())?;
        (!c.next_is(char::is_alphabetic)).then_some(kamer)
    })
}

/// `chamber`
fn chamber(c: &mut Cursor<'_>) -> Option<Kamer> {
    let start = c.at();
    let letters = c.eat_while(|c| matches!(c, 'I' | 'l' | '1' | '2'));
    let after = c.next_is(char::is_alphabetic);
    let kamer = match letters {
        "II" | "ll" | "Il" | "lI" => Some(Kamer::Tweede),
        "I" => Some(Kamer::Eerste),
        // digits only where a year or a whole dossier follows
        "11" | "1" | "2" if c.sees(year_or_dossier) => Some(if letters == "1" { Kamer::Eerste } else { Kamer::Tweede }),
        _ => glued_to_year(c, start),
    }?;
    if after || c.next_is(|c| matches!(c, '\'' | '’')) { None } else { Some(kamer) }
}

/// «II2015–16»: the digits of the year were taken for the chamber's.
fn glued_to_year(c: &mut Cursor<'_>, start: usize) -> Option<Kamer> {
    c.jump(start);
    let letters = c.eat_while(|c| c == 'I');
    let kamer = match letters {
        "II" => Kamer::Tweede,
        "I" => Kamer::Eerste,
        _ => return None,
    };
    c.next_is(|c| c.is_ascii_digit()).then_some(kamer)
}

fn year_or_dossier(c: &mut Cursor<'_>) -> Option<()> {
    c.mark(|c| c == ',');
    c.eat(is_space)?;
    c.spaces();
    if c.sees(|c| matches!(vergaderjaar::read(c)?, Printed::Pair(_)).then_some(())) {
        return Some(());
    }
    dossier::number(c).map(|_| ())
}
