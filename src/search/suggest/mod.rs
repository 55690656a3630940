//! Completes what is being typed: words, names, numbers of documents, titles.
//!
//! Every suggestion carries the query that it leads to, and the number of pairs and sections that this query, or for
//! words the word as printed, finds together with what was typed before it.
//!
//! **Invariant:** suggestions find something: what counts nothing is not suggested.
//! **Invariant:** bounded: so many terms of a dictionary are read, so many candidates are counted.

pub(super) mod did_you_mean;
mod numbers;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, PhrasePrefixQuery, Query as Engine, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use super::compile::{self, Planner};
use super::dictionary::Dictionary;
use super::error::Error;
use super::field::{Completion, FIELDS, Field, Grammar};
use super::hits::letters::Letters;
use super::query::Query;
use crate::index::{Key, Part, Reader, Role, SPELLING_MARK, Shade, analyse};
use crate::lexicon::{self, ministries, parties};
use crate::normalize;

/// Most suggestions of one kind.
pub const MAX_SUGGESTIONS: usize = 50;
/// Fewest letters of a word that is completed.
const MIN_WORD: usize = 2;
/// Most terms with one beginning that are read in each dictionary of each segment: «ve» begins some 30,000 words in a
/// million pairs.
const MAX_TERMS: usize = 60_000;
/// Candidates that are counted for one suggestion: the most frequent, of which some do not occur beside other words.
const CANDIDATES: usize = 3;
/// Words with which a beginning of a title is looked for.
const MAX_TITLE_EXPANSION: u32 = 50;
/// Longest text that is completed, in bytes.
const MAX_TYPED: usize = 200;

/// What a text typed so far may become; most of each kind first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Suggestions {
    /// By kind, in the order of [`Suggested`], the most frequent first.
    pub suggestions: Vec<Suggestion>,
}

/// One completion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// As shown: words as they are printed, names and titles in full.
    pub text: String,
    /// What it is.
    pub kind: Suggested,
    /// In how many pairs and sections.
    pub count: usize,
    /// The whole query that it makes of what was typed.
    pub query: String,
}

/// What a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suggested {
    /// A word.
    Word,
    /// A value of a field.
    Value(Field),
}

impl Suggested {
    /// Everything that is suggested, in order.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut fields: Vec<_> = FIELDS.iter().filter(|row| row.completion.is_some()).collect();
        fields.sort_by_key(|row| row.completion);
        [Self::Word].into_iter().chain(fields.into_iter().map(|row| Self::Value(row.field))).collect()
    }

    /// The name in JSON; of values that of their field.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Word => "woord",
            Self::Value(field) => field.name(),
        }
    }
}

impl Serialize for Suggested {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// What a text may become, at most `limit` of each kind.
pub(super) fn suggest(reader: &Reader, typed: &str, limit: usize) -> Result<Suggestions, Error> {
    let searcher = reader.searcher();
    let typed = typed.trim_start();
    let limit = limit.min(MAX_SUGGESTIONS);
    if typed.len() > MAX_TYPED || typed.trim().is_empty() || limit == 0 {
        return Ok(Suggestions::default());
    }
    let mut completer =
        Completer { reader, searcher: &searcher, dictionary: Dictionary { reader, searcher: &searcher }, limit };
    completer.all(typed).map(|suggestions| Suggestions { suggestions })
}

struct Completer<'i> {
    reader: &'i Reader,
    searcher: &'i Searcher,
    dictionary: Dictionary<'i>,
    limit: usize,
}

impl Completer<'_> {
    fn all(&mut self, typed: &str) -> Result<Vec<Suggestion>, Error> {
        // «wachtlijst lid:van der p»: the field that is open, and what stands before it.
        let (before, field, open) = open_field(typed);
        let mut found = Vec::new();
        for kind in Suggested::all() {
            let fits = field.is_none_or(|open| match kind {
                Suggested::Word => open.part().is_some(),
                // What is typed after the name of one field of numbers may be a number of the other.
                Suggested::Value(field) => open == field || open.is_of_documents() && field.is_of_documents(),
            });
            found.extend(match kind {
                _ if !fits => Vec::new(),
                Suggested::Word => self.words(before, field, open)?,
                Suggested::Value(field) => match (field.row().completion, field.row().shown) {
                    (Some(Completion::Names), Some(key)) => self.names(before, open, field, key)?,
                    (Some(Completion::Numbers), Some(key)) => self.numbers(before, open, field, key)?,
                    (Some(Completion::Titles), _) => self.titles(before, open, field)?,
                    _ => Vec::new(),
                },
            });
        }
        Ok(found)
    }

    /// The words that the last one may become.
    fn words(&self, before: &str, field: Option<Field>, open: &str) -> Result<Vec<Suggestion>, Error> {
        let (earlier, last) = open.rsplit_once(char::is_whitespace).unwrap_or(("", open));
        let folded = normalize::normalize(last);
        if folded.chars().count() < MIN_WORD || !folded.starts_with(char::is_alphabetic) {
            return Ok(Vec::new());
        }
        let part = field.and_then(Field::part);
        let parts = part.map_or(Part::ALL.to_vec(), |part| vec![part]);
        let fields: Vec<_> =
            parts.into_iter().filter_map(|part| self.reader.fields().text(part, Shade::Exact)).collect();
        let words = self.dictionary.starting(&fields, &folded, MAX_TERMS)?;
        let words = most(words.into_iter().filter(|(word, _)| !lexicon::is_stop_word(word)), self.limit * CANDIDATES);
        let name = field.map_or_else(String::new, |field| format!("{}:", field.name()));
        let earlier = earlier.split_whitespace().map(|word| format!("{name}{word}")).collect::<Vec<_>>().join(" ");
        let lead = joined(before, &earlier);
        let mut found = Vec::new();
        for word in words {
            let terms = fields.iter().map(|&field| term(field, &word));
            let count = self.count(&lead, compile::any(terms))?;
            let shown = self.spelling(&word)?;
            let query = joined(&lead, &format!("{name}{shown}"));
            found.push(Suggestion { text: shown, kind: Suggested::Word, count, query });
        }
        Ok(self.best(found))
    }

    /// A folded word as it is mostly printed.
    fn spelling(&self, folded: &str) -> Result<String, Error> {
        let prefix = format!("{folded}{SPELLING_MARK}");
        let field = self.reader.fields().key(Key::Spelling);
        let spellings = self.dictionary.starting(&[field], &prefix, MAX_TERMS)?;
        let all = Query::default();
        let plain = {
            let texts = Part::ALL.into_iter().filter_map(|part| self.reader.fields().text(part, Shade::Exact));
            self.count_of(&all, compile::any(texts.map(|field| term(field, folded))))?
        };
        let usual = spellings.into_iter().max_by_key(|(spelling, count)| (*count, Reverse(spelling.clone())));
        // A word that begins sentences is not counted there: half of all places is most.
        let usual = usual.filter(|(_, count)| *count * 2 >= plain as u64);
        let printed = usual.as_ref().and_then(|(spelling, _)| spelling.strip_prefix(&prefix));
        Ok(printed.unwrap_or(folded).to_owned())
    }

    /// The names of which a word, and what follows it, begins so.
    fn names(&self, before: &str, open: &str, field: Field, key: Key) -> Result<Vec<Suggestion>, Error> {
        let wanted = normalize::words(open.trim_start_matches(['"', '«', '“']));
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let names = self.dictionary.starting(&[self.reader.fields().key(key)], "", MAX_TERMS)?;
        let begins = |name: &str| {
            let name = normalize::words(name);
            let starts = name.char_indices().filter(|(at, _)| {
                name.get(..*at).and_then(|before| before.chars().next_back()).is_none_or(|c| !c.is_alphanumeric())
            });
            starts.into_iter().any(|(at, _)| name.get(at..).is_some_and(|rest| rest.starts_with(&wanted)))
        };
        // What else it may be typed by: «GL», «Volksgezondheid».
        let others = |shown: &str| -> Vec<&str> {
            match field.row().grammar {
                Grammar::Party => parties::named(shown).map_or_else(Vec::new, |party| party.names().collect()),
                Grammar::Ministry => ministries::by_key(shown).map_or_else(Vec::new, |ministry| {
                    ministry.names.iter().take(1).chain(&ministry.abbreviations).copied().collect()
                }),
                _ => Vec::new(),
            }
        };
        let fits = |shown: &str| begins(shown) || others(shown).into_iter().any(begins);
        let mut found = Vec::new();
        for name in most(names.into_iter().filter(|(name, _)| fits(name)), self.limit * CANDIDATES) {
            found.extend(self.value(before, field, name)?);
        }
        Ok(self.best(found))
    }

    /// The dossiers, or the documents, whose numbers begin so.
    fn numbers(&self, before: &str, open: &str, field: Field, key: Key) -> Result<Vec<Suggestion>, Error> {
        let Some(prefix) = numbers::beginning(open, field) else { return Ok(Vec::new()) };
        let ids = self.dictionary.starting(&[self.reader.fields().key(key)], &prefix, MAX_TERMS)?;
        let mut found = Vec::new();
        for id in most(ids.into_iter(), self.limit * CANDIDATES) {
            found.extend(self.value(before, field, field.shown(&id))?);
        }
        Ok(self.best(found))
    }

    /// The titles that hold the words typed, in a row, the last one perhaps not whole.
    fn titles(&self, before: &str, open: &str, field: Field) -> Result<Vec<Suggestion>, Error> {
        let tokens = analyse(open.trim_start_matches(['"', '«', '“']));
        let Some(words) = self.reader.fields().text(Part::Title, Shade::Exact).filter(|_| tokens.len() > 1) else {
            return Ok(Vec::new());
        };
        let terms = tokens.iter().map(|token| Term::from_field_text(words, &token.word)).collect();
        let mut phrase = PhrasePrefixQuery::new(terms);
        phrase.set_max_expansions(MAX_TITLE_EXPANSION);
        let query = self.within(before, Some(Box::new(phrase)));
        let some = TopDocs::with_limit(self.limit * CANDIDATES).order_by_score();
        let places = self.searcher.search(&query, &some).map_err(|error| self.reader.error(error))?;
        let mut letters = Letters::new(self.reader, self.searcher);
        let mut titles: BTreeMap<String, u64> = BTreeMap::new();
        for (_, at) in places {
            let (letter, _) = letters.at(at)?;
            if let Some(title) = &letter.record.title {
                *titles.entry(title.clone()).or_default() += 1;
            }
        }
        let mut found = Vec::new();
        for title in most(titles.into_iter(), self.limit) {
            found.extend(self.value(before, field, title)?);
        }
        Ok(self.best(found))
    }

    /// A value of a field; `None` where it cannot be typed.
    fn value(&self, before: &str, field: Field, text: String) -> Result<Option<Suggestion>, Error> {
        let Ok(query) = Query::field(field, &text) else { return Ok(None) };
        let count = self.count(before, Planner::new(self.reader.fields()).all_of(&query))?;
        Ok(Some(Suggestion { text, kind: Suggested::Value(field), count, query: joined(before, &query.to_string()) }))
    }

    /// The most frequent of these that occur at all.
    fn best(&self, mut found: Vec<Suggestion>) -> Vec<Suggestion> {
        found.retain(|suggestion| suggestion.count > 0);
        found.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        found.truncate(self.limit);
        found
    }

    /// How many pairs and sections a condition finds, beside what was typed before.
    fn count(&self, before: &str, engine: Option<Box<dyn Engine>>) -> Result<usize, Error> {
        self.count_of(&Query::parse(before).0, engine)
    }

    fn count_of(&self, before: &Query, engine: Option<Box<dyn Engine>>) -> Result<usize, Error> {
        if engine.is_none() {
            return Ok(0);
        }
        self.searcher.search(&self.with(before, engine), &Count).map_err(|error| self.reader.error(error).into())
    }

    fn within(&self, before: &str, engine: Option<Box<dyn Engine>>) -> BooleanQuery {
        self.with(&Query::parse(before).0, engine)
    }

    /// The condition and the query together, among pairs and sections.
    fn with(&self, before: &Query, engine: Option<Box<dyn Engine>>) -> BooleanQuery {
        let roles = compile::roles(self.reader.fields(), &[Role::Pair(0).name(), Role::Section(0).name()]);
        let before = Planner::new(self.reader.fields()).all_of(before);
        let all = engine.into_iter().chain(before).chain([roles]);
        BooleanQuery::new(all.map(|engine| (Occur::Must, engine)).collect())
    }
}

fn term(field: tantivy::schema::Field, word: &str) -> Box<dyn Engine> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::Basic))
}

/// The most frequent of these.
fn most(found: impl Iterator<Item = (String, u64)>, limit: usize) -> Vec<String> {
    let mut found: Vec<_> = found.collect();
    found.sort_by(|(a, a_count), (b, b_count)| b_count.cmp(a_count).then_with(|| a.cmp(b)));
    found.into_iter().take(limit).map(|(text, _)| text).collect()
}

/// Two pieces of a query as one.
fn joined(before: &str, last: &str) -> String {
    [before.trim(), last].into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands before the last field that was typed, the field, and its value so far.
fn open_field(typed: &str) -> (&str, Option<Field>, &str) {
    let starts = typed.char_indices().filter(|(at, _)| {
        typed.get(..*at).and_then(|before| before.chars().next_back()).is_none_or(char::is_whitespace)
    });
    let mut fields = starts.filter_map(|(at, _)| {
        let (before, rest) = typed.split_at_checked(at)?;
        let (name, value) = rest.split_once(':')?;
        Some((before, Some(Field::named(&normalize::normalize(name))?), value))
    });
    fields.next_back().unwrap_or(("", None, typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_field_is_open() {
        let check = |typed: &str, expect: (&str, Option<Field>, &str)| assert_eq!(open_field(typed), expect, "{typed}");
        check("jeugdz", ("", None, "jeugdz"));
        check("jeugdzorg lid:van der p", ("jeugdzorg ", Some(Field::Lid), "van der p"));
        check("fractie:VVD minister:\"De J", ("fractie:VVD ", Some(Field::Bewindspersoon), "\"De J"));
        check("motie: kl", ("", None, "motie: kl"));
    }
}
