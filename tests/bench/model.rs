//! A number comes in; invented letters as long, as repetitive and as full of compounds as real ones go out.
//!
//! The words are those of the compiled list, drawn by Zipf's law; nothing that they make up means anything.
//!
//! **Invariant:** the same seed gives the same letters, on every machine.

use std::fmt::Write as _;

use fst::{Map, Streamer};
use serde_json::{Value, json};
use vraagbaak::lexicon::listing::Listing;
use vraagbaak::lexicon::ministries;

/// Words of which texts are made; the rarest is said once in about a million words.
const VOCABULARY: usize = 60_000;
/// The words at the head of the distribution, in about the order of Dutch prose.
const COMMON: [&str; 32] = [
    "de", "van", "het", "een", "en", "in", "is", "dat", "op", "te", "voor", "met", "zijn", "die", "niet", "aan", "om",
    "er", "als", "bij", "ook", "worden", "door", "naar", "dit", "over", "of", "uit", "hebben", "wordt", "tot", "u",
];
/// One word in so many is a compound made for the occasion: new compounds are what fills a Dutch dictionary.
const ONE_COMPOUND_IN: u64 = 14;
/// Ranks between which the parts of such compounds lie.
const PARTS: (usize, usize) = (60, 4_000);
/// Pairs of a letter.
const PAIRS: (u64, u64) = (3, 11);
/// One answer in so many is «Ja.», as in the letters of the reference set.
const ONE_SHORT_IN: u64 = 10;

/// Numbers that look like chance: splitmix64.
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below another, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number of a range, the end excluded.
    pub(crate) fn within(&mut self, from: usize, end: usize) -> usize {
        from + self.below(end - from)
    }

    pub(crate) fn one_in(&mut self, many: u64) -> bool {
        self.next().is_multiple_of(many)
    }

    /// One of these.
    pub(crate) fn of<'a, T>(&mut self, these: &'a [T]) -> &'a T {
        &these[self.below(these.len())]
    }
}

/// Words by rank, and how often each is drawn.
#[derive(Debug)]
pub(crate) struct Model {
    words: Vec<String>,
    /// The sum of the weights up to each word.
    sums: Vec<f64>,
}

impl Model {
    pub(crate) fn new() -> Self {
        let list = Map::new(include_bytes!("../../src/lexicon/dutch.fst").as_slice()).expect("the committed word list");
        let mut parts = Vec::new();
        let mut others = Vec::new();
        let mut stream = list.stream();
        while let Some((word, value)) = stream.next() {
            let listing = Listing::from_value(value);
            let word = String::from_utf8_lossy(word).into_owned();
            if listing.is_name || !(4..=14).contains(&word.len()) || !word.bytes().all(|b| b.is_ascii_lowercase()) {
                continue;
            }
            if listing.as_first > 4 && listing.as_last > 4 { parts.push(word) } else { others.push(word) }
        }
        let mut chance = Chance::new(1);
        let mut shuffle = |words: &mut Vec<String>| {
            for at in (1..words.len()).rev() {
                words.swap(at, chance.below(at + 1));
            }
        };
        shuffle(&mut parts);
        shuffle(&mut others);
        let mut words: Vec<String> = COMMON.map(str::to_owned).into();
        words.extend(parts.into_iter().chain(others).filter(|word| !COMMON.contains(&word.as_str())));
        words.truncate(VOCABULARY);
        let mut sum = 0.0;
        // A little flatter at the head than Zipf's own law, as prose is (Mandelbrot).
        let weight = |rank: usize| 1.0 / (rank as f64 + 2.7);
        let sums = (0..words.len()).map(|rank| {
            sum += weight(rank);
            sum
        });
        Self { sums: sums.collect(), words }
    }

    /// The word of a rank.
    pub(crate) fn ranked(&self, rank: usize) -> &str {
        &self.words[rank % self.words.len()]
    }

    /// The next word of a text.
    fn word(&self, chance: &mut Chance) -> String {
        if chance.one_in(ONE_COMPOUND_IN) {
            let parts = [0; 2].map(|_| self.ranked(chance.within(PARTS.0, PARTS.1)));
            return parts.concat();
        }
        let all = self.sums.last().copied().unwrap_or_default();
        let drawn = chance.next() as f64 / u64::MAX as f64 * all;
        self.ranked(self.sums.partition_point(|sum| *sum < drawn).min(self.words.len() - 1)).to_owned()
    }

    /// Sentences of about so many words.
    pub(crate) fn text(&self, words: usize, end: char, chance: &mut Chance) -> String {
        let mut text = String::new();
        let mut left = chance.within(6, 26);
        for at in 0..words {
            let word = self.word(chance);
            let mut letters = word.chars();
            let begins = text.is_empty() || text.ends_with('\n') || text.ends_with(". ");
            match letters.next().filter(|_| begins) {
                Some(first) => text.extend(first.to_uppercase().chain(letters)),
                None => text.push_str(&word),
            }
            left -= 1;
            let last = at + 1 == words;
            if last {
                text.push(end);
            } else if left == 0 {
                left = chance.within(6, 26);
                text.push_str(if chance.one_in(6) { ".\n" } else { ". " });
            } else {
                text.push_str(if chance.one_in(12) { ", " } else { " " });
            }
        }
        text
    }

    /// A letter, with about the front matter, notes and citations of a real one.
    pub(crate) fn letter(&self, number: usize, chance: &mut Chance) -> Value {
        let year = chance.within(2008, 2025);
        let id = format!("ah-tk-{year}{}-{number}", year + 1);
        let ministry = chance.of(ministries::all());
        let count = chance.within(PAIRS.0 as usize, PAIRS.1 as usize);
        let (mut pairs, mut footnotes, mut references) = (Vec::new(), Vec::new(), Vec::new());
        for at in 1..=count {
            let short = chance.one_in(ONE_SHORT_IN);
            let (asked, answered) = (chance.within(15, 70), chance.within(30, 330));
            let mut answer = if short { "Ja.".to_owned() } else { self.text(answered, '.', chance) };
            if chance.one_in(3) {
                let (id, printed) = kamerstuk(chance);
                write!(answer, "\nZie ook {printed}.").expect("a string takes all");
                references.push(json!({"id": id, "in": format!("answer:{at}"), "text": printed, "page": 1}));
            }
            if chance.one_in(2) {
                let mark = footnotes.len() + 1;
                let (id, printed) = kamerstuk(chance);
                let place = format!("footnote:{mark}");
                references.push(json!({"id": id, "in": place, "text": printed, "page": 1}));
                let text = format!("{} {printed}.", self.text(8, '.', chance));
                let anchor = json!([{"part": "answer", "numbers": at.to_string()}]);
                footnotes
                    .push(json!({"id": place, "mark": mark.to_string(), "text": text, "page": 1, "anchor": anchor}));
            }
            let question = self.text(asked, '?', chance);
            pairs.push(json!({"id": format!("{id}#v{at}"), "numbers": [at],
                "questions": [{"numbers": [at], "text": question, "pages": [1]}],
                "answer": {"text": answer, "pages": [1]}}));
        }
        let (month, day) = (chance.within(1, 13), chance.within(1, 29));
        let front = self.text(40, '.', chance);
        json!({"id": id, "kind": "aanhangsel", "identifier": id, "date": format!("{}-{month:02}-{day:02}", year + 1),
            "vergaderjaar": format!("{year}-{}", year + 1), "title": self.text(9, ' ', chance).trim_end(),
            "askers": [{"name": name(self, chance), "party": chance.of(&PARTIES)}],
            "responders": [{"name": name(self, chance), "office": format!("Minister ({})", ministry.names[0]),
                "ministry": ministry.key}],
            "source": {"path": format!("{id}.pdf")}, "pages": 2, "pairs": pairs,
            "sections": [{"part": "front", "text": front, "pages": [1]}],
            "footnotes": footnotes, "references": references})
    }
}

const PARTIES: [&str; 12] =
    ["VVD", "PVV", "CDA", "D66", "SP", "PvdA", "GroenLinks", "PvdD", "ChristenUnie", "SGP", "DENK", "BBB"];

/// One of a few hundred people.
fn name(model: &Model, chance: &mut Chance) -> String {
    let word = model.ranked(chance.within(500, 800));
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A Kamerstuk of one of some thousand dossiers, the low ones more often, with the words in which it is cited.
pub(crate) fn kamerstuk(chance: &mut Chance) -> (String, String) {
    let end = chance.within(1, 4_000);
    let (dossier, number) = (29_000 + chance.below(end), chance.within(1, 400));
    (
        format!("kst-{dossier}-{number}"),
        format!("Kamerstukken II, {} {:03}, nr. {number}", dossier / 1_000, dossier % 1_000),
    )
}
