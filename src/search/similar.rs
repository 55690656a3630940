//! Draft questions come in; for each, the earlier pairs that ask the same go out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use tantivy::query::{BooleanQuery, Occur, Query as Engine};

use super::collect::collect;
use super::error::Error;
use super::plan::{self, Planner};
use super::results::Results;
use super::{Options, execute};
use crate::index::analysis::Token;
use crate::index::{Reader, Role};

/// Most different words of one draft question that are looked up, the first ones: bounds the work.
const MAX_WORDS: usize = 256;
/// Most draft questions of one text.
const MAX_DRAFTS: usize = 200;

/// For each draft question in a text, the earlier pairs that ask the same.
pub(super) fn similar(reader: &Reader, text: &str, options: &Options) -> Result<Vec<Results>, Error> {
    drafts(text).into_iter().take(MAX_DRAFTS).map(|draft| one(reader, &draft, options)).collect()
}

fn one(reader: &Reader, draft: &str, options: &Options) -> Result<Results, Error> {
    let searcher = reader.searcher();
    let mut planner = Planner::new(reader.fields());
    planner.ranking = options.ranking;
    let mut results = Results {
        query: draft.to_owned(),
        unread: Vec::new(),
        relaxed: false,
        total: 0,
        hits: Vec::new(),
        capped: Vec::new(),
        facets: (!options.facets.is_empty()).then(BTreeMap::new),
        did_you_mean: None,
        corrected: false,
        expansions: Vec::new(),
    };
    let words = plan::any(words(&mut planner, draft));
    let Some(words) = words else { return Ok(results) };
    let pairs = plan::roles(reader.fields(), &[Role::Pair(0).name()]);
    let query = BooleanQuery::new(vec![(Occur::Must, words), (Occur::Must, pairs)]);
    let collected = collect(&searcher, &query, &execute::wanted(options)?).map_err(|error| reader.error(error))?;
    results.total = collected.total;
    if let Some(facets) = &mut results.facets {
        *facets = execute::count(options, &collected);
    }
    results.hits = execute::hits(reader, &searcher, &collected, &planner.marks)?;
    Ok(results)
}

/// The clauses of the words of a draft, each weighted by how often it occurs.
fn words(planner: &mut Planner<'_>, draft: &str) -> Vec<Box<dyn Engine>> {
    let mut counts: BTreeMap<String, (Token, usize)> = BTreeMap::new();
    let tokens = planner.analyser.analyse(draft);
    let mut beside = Vec::new();
    for run in tokens.split(|token| token.stem.is_none()).take(MAX_WORDS) {
        beside.extend(planner.beside(run.iter().map(|token| token.word.as_str())));
    }
    for token in tokens {
        let Some(stem) = token.stem.clone() else { continue };
        if counts.len() < MAX_WORDS || counts.contains_key(&stem) {
            counts.entry(stem).or_insert((token, 0)).1 += 1;
        }
    }
    // A question that says a word five times is not five times about it.
    let most = planner.ranking.repeated;
    let words = planner.similar(counts.into_values().map(|(token, count)| (token, count.min(most))));
    words.into_iter().chain(beside).collect()
}

/// A number or word that begins a draft question on a line of its own or before it: «1.», «2)», «Vraag 3», «Vraag 3:».
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?:(?i:vraag)\s+\d{1,3}[a-z]?\s*[.:)]?(?:\s+|$)|\(?\d{1,3}[a-z]?[.)](?:\s+|$))")
        .expect("the pattern is valid")
});

/// The draft questions of a text: told apart by their numbers, else by empty lines, else by lines that each end in a
/// question mark; else the text is one.
fn drafts(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let numbered = lines.iter().filter(|line| NUMBER.is_match(line)).count();
    let filled: Vec<&str> = lines.iter().copied().filter(|line| !line.trim().is_empty()).collect();
    let begins: Box<dyn Fn(usize) -> bool> =
        if numbered > 1 || (numbered == 1 && filled.first().is_some_and(|line| NUMBER.is_match(line))) {
            Box::new(|at| NUMBER.is_match(lines[at]))
        } else if filled.len() > 1 && filled.iter().all(|line| line.trim_end().ends_with('?')) {
            Box::new(|_| true)
        } else {
            Box::new(|at| at > 0 && lines[at - 1].trim().is_empty())
        };
    let mut drafts: Vec<String> = vec![String::new()];
    for (at, line) in lines.iter().enumerate() {
        if begins(at) {
            drafts.push(String::new());
        }
        let words = if numbered > 0 && begins(at) { NUMBER.replace(line, "") } else { (*line).into() };
        let draft = drafts.last_mut().expect("there is always a draft begun");
        for word in words.split_whitespace() {
            if !draft.is_empty() {
                draft.push(' ');
            }
            draft.push_str(word);
        }
    }
    let mut seen = BTreeSet::new();
    drafts.retain(|draft| draft.chars().any(char::is_alphanumeric) && seen.insert(draft.clone()));
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_drafts_apart() {
        let check = |text: &str, expect: &[&str]| assert_eq!(drafts(text), expect, "{text:?}");
        check("Klopt het dat\nde trein rijdt?", &["Klopt het dat de trein rijdt?"]);
        check("1. Klopt het?\n2. Zo ja, hoe\nlang al?", &["Klopt het?", "Zo ja, hoe lang al?"]);
        check("Vraag 1\nKlopt het?\n\nVraag 2\nHoe lang?\n\nEn waar?", &["Klopt het?", "Hoe lang? En waar?"]);
        check("Klopt het?\nHoe lang?", &["Klopt het?", "Hoe lang?"]);
        check("Klopt het?\n\nIk vraag\ndit echt.", &["Klopt het?", "Ik vraag dit echt."]);
        check("1 op de 3 treinen is te laat. Klopt dat?", &["1 op de 3 treinen is te laat. Klopt dat?"]);
        check("1. Klopt het?", &["Klopt het?"]);
        check("\n ?? \n", &[]);
    }
}
