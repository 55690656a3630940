//! The analysis of Dutch text: words with their places, their stems, and the parts of which compounds are composed.
//!
//! **Invariant:** pure, and no engine is known here: indexing and searching are two uses of the same tokens.
//! **Invariant:** tokens are in order, disjoint, on character boundaries, and never touch the text.

mod stem;
mod tokens;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::lexicon::{self, abbreviations};
use crate::normalize::{letters, normalize};

/// A word or a punctuation mark of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its place in the text, in bytes.
    pub at: Range<usize>,
    /// Its place among the tokens of the text, from 0.
    pub position: usize,
    /// The word itself, folded.
    pub word: String,
    /// The folded stem; `None` for stop words and punctuation. An abbreviation that only its capitals tell from a stop
    /// word («OM») is its own stem.
    pub stem: Option<String>,
    /// The folded stems of the parts of a compound; none for a word that is no compound.
    pub parts: Vec<String>,
}

/// The words that were met by [`analyse`]: dividing a word anew takes a hundred times as long as remembering it, and every
/// answer that is shown is analysed for what to highlight in it.
static MET: LazyLock<Mutex<Analyser>> = LazyLock::new(Mutex::default);

/// The tokens of a text. Words are remembered between calls; who analyses much at once keeps an [`Analyser`].
#[must_use]
pub fn analyse(text: &str) -> Vec<Token> {
    if crate::tuning::is_moved() {
        return Analyser::default().analyse(text);
    }
    MET.lock().unwrap_or_else(PoisonError::into_inner).analyse(text)
}

/// What the analysis makes of one word, for people who want to see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The folded stem.
    pub stem: String,
    /// The parts of a compound as they stand in it, in lower case, without linking letters; none otherwise.
    pub parts: Vec<String>,
    /// The full names of an abbreviation, or the abbreviations of a full name of one word; searched for as well.
    pub also: Vec<&'static str>,
}

/// What the analysis makes of one word.
#[must_use]
pub fn word(word: &str) -> Word {
    let lower = word.to_lowercase();
    let also = also(word);
    if abbreviations::is_told_by_capitals(word) {
        return Word { stem: word.to_owned(), parts: Vec::new(), also };
    }
    Word { stem: stem::stem(&solid(&lower)), parts: parts(&lower), also }
}

/// For each part of a token, and once for a token without parts: is it divided further where it stands alone?
pub(crate) fn divided_alone(token: &Token) -> Vec<bool> {
    if token.parts.is_empty() {
        return vec![false];
    }
    parts(&token.word).iter().map(|part| !split(part).is_empty()).collect()
}

/// What is searched for beside a word: the names that it is short for, or what is short for it.
pub(crate) fn also(word: &str) -> Vec<&'static str> {
    let names = abbreviations::names_of(word);
    if names.is_empty() { abbreviations::abbreviations_of(&letters(word)) } else { names }
}

/// Most words whose stem and parts are remembered; a million letters have more different words than is worth keeping.
const MAX_REMEMBERED: usize = 200_000;

/// Analyses texts, and remembers the words that it has met.
#[derive(Debug, Default)]
pub struct Analyser {
    known: HashMap<String, Known>,
}

/// What is remembered of a word in lower case.
#[derive(Debug, Clone)]
struct Known {
    word: String,
    stem: Option<String>,
    parts: Vec<String>,
}

impl Analyser {
    /// The tokens of a text.
    pub fn analyse(&mut self, text: &str) -> Vec<Token> {
        let pieces = tokens::pieces(text);
        let mut analysed = Vec::with_capacity(pieces.len());
        for (position, piece) in pieces.into_iter().enumerate() {
            let known = self.look_up(&piece);
            analysed.push(Token {
                at: piece.at,
                position,
                word: known.word.clone(),
                stem: known.stem.clone(),
                parts: known.parts.clone(),
            });
        }
        analysed
    }

    fn look_up(&mut self, piece: &tokens::Piece<'_>) -> &Known {
        if self.known.len() >= MAX_REMEMBERED {
            self.known.clear();
        }
        if abbreviations::is_told_by_capitals(piece.text) {
            return self.known.entry(piece.text.to_owned()).or_insert_with_key(|printed| by_capitals(printed));
        }
        self.known.entry(piece.text.to_lowercase()).or_insert_with_key(|lower| know(lower, piece.kind))
    }
}

/// «het OM»: its capitals are its stem, which no other word has.
fn by_capitals(printed: &str) -> Known {
    Known { word: normalize(printed), stem: Some(printed.to_owned()), parts: Vec::new() }
}

fn know(lower: &str, kind: tokens::Kind) -> Known {
    let word = normalize(lower);
    if kind == tokens::Kind::Mark || lexicon::is_stop_word(&word) {
        return Known { word, stem: None, parts: Vec::new() };
    }
    let parts = parts(lower).iter().map(|part| stem::stem(part)).collect();
    Known { word, stem: Some(stem::stem(&solid(lower))), parts }
}

/// The word with its hyphens taken out: «wiskunde-onderwijs» is found as «wiskundeonderwijs».
fn solid(lower: &str) -> String {
    lower.chars().filter(|c| !tokens::is_hyphen(*c)).collect()
}

/// The parts of a compound as they stand in it: what hyphens divide, and that divided further.
fn parts(lower: &str) -> Vec<String> {
    let pieces: Vec<&str> = lower.split(tokens::is_hyphen).filter(|piece| !piece.is_empty()).collect();
    let mut parts = Vec::new();
    for piece in &pieces {
        let split = split(piece);
        if split.is_empty() {
            parts.push((*piece).to_owned());
        } else {
            parts.extend(split);
        }
    }
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// The parts of a solid word, with its accents.
fn split(lower: &str) -> Vec<String> {
    let folded = normalize(lower);
    let letters: Vec<char> = lower.chars().collect();
    // Folding keeps the number of letters but for ligatures; then the folded parts do.
    let same = letters.len() == folded.chars().count();
    lexicon::split(&folded)
        .into_iter()
        .map(|part| {
            let folded_part = folded.get(part.clone()).expect("parts lie on character boundaries of the word");
            if !same {
                return folded_part.to_owned();
            }
            let start =
                folded.get(..part.start).expect("parts lie on character boundaries of the word").chars().count();
            letters.iter().skip(start).take(folded_part.chars().count()).collect()
        })
        .collect()
}

/// The places of the words of a text, without its punctuation.
#[must_use]
pub fn word_places(text: &str) -> Vec<Range<usize>> {
    tokens::pieces(text).into_iter().filter(|piece| piece.kind == tokens::Kind::Word).map(|piece| piece.at).collect()
}
