//! Widens the words of a query: other spellings, short names and full names.
//!
//! **Invariant:** bounded: so many names of a query, so many spellings of a phrase.

use crate::index::Part;
use crate::index::analysis::Token;
use crate::lexicon::{self, abbreviations};
use crate::normalize;
use crate::search::query::{Node, Text};
use crate::search::tuning;

/// Most words of a full name; «uitvoeringswet … gegevensbescherming» and the like have ten.
const MAX_NAME_WORDS: usize = 12;
/// Most ways in which a phrase is spelt, the typed one included.
const MAX_SPELLINGS: usize = 12;

/// A full name at the beginning of these nodes.
pub(in crate::search) struct Named<'n> {
    /// Its words.
    pub(in crate::search) nodes: &'n [Node],
    /// As typed.
    pub(in crate::search) typed: String,
    /// The part in which it is looked for.
    pub(in crate::search) part: Option<Part>,
    /// What is short for it.
    pub(in crate::search) short: Vec<&'static str>,
}

/// The longest full name of two words or more that the nodes begin with and that has abbreviations.
pub(in crate::search) fn named(nodes: &[Node]) -> Option<Named<'_>> {
    let Node::Text { part, .. } = nodes.first()? else { return None };
    let words = nodes.iter().map_while(|node| match node {
        Node::Text { text: Text::Word(word), part: other } if other == part => Some(word.as_str()),
        _ => None,
    });
    let words: Vec<&str> = words.take(MAX_NAME_WORDS).collect();
    (2..=words.len()).rev().find_map(|count| {
        let words = words.get(..count)?;
        let short = abbreviations::abbreviations_of(&normalize::letters(&words.concat()));
        let nodes = nodes.get(..count)?;
        (!short.is_empty()).then(|| Named { nodes, typed: words.join(" "), part: *part, short })
    })
}

/// The spellings of a phrase, the typed one first: compounds solid, with a hyphen, in two words.
pub(in crate::search) fn spellings(tokens: &[Token]) -> Vec<Vec<String>> {
    let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
    let typed: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let mut spellings = vec![typed];
    let mut add = |at: usize, count: usize, instead: &[&str]| {
        let before = words.iter().take(at);
        let spelling = before.chain(instead).chain(words.iter().skip(at + count)).map(|word| (*word).to_owned());
        let spelling: Vec<String> = spelling.collect();
        if spellings.len() < MAX_SPELLINGS && !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    };
    for (at, word) in words.iter().enumerate() {
        let pieces: Vec<&str> = word.split('-').filter(|piece| !piece.is_empty()).collect();
        if pieces.len() > 1 {
            add(at, 1, &[&pieces.concat()]);
            add(at, 1, &pieces);
        }
        for part in lexicon::split(word).iter().skip(1) {
            let Some((first, last)) = word.split_at_checked(part.start) else { continue };
            if first.len().min(last.len()) < tuning::piece_min() {
                continue;
            }
            add(at, 1, &[first, last]);
            add(at, 1, &[&format!("{first}-{last}")]);
        }
        if let Some(next) = words.get(at + 1) {
            let solid = format!("{word}{next}");
            // «te kort» is not «tekort»: only what is a compound of just these two.
            if lexicon::split(&solid).iter().any(|part| part.start == word.len()) {
                add(at, 2, &[&solid]);
                add(at, 2, &[&format!("{word}-{next}")]);
            }
        }
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::analyse;

    #[test]
    fn phrases_are_spelt_with_and_without_hyphens() {
        let check = |phrase: &str, expect: &[&str]| {
            let found: Vec<String> = spellings(&analyse(phrase)).iter().map(|words| words.join(" ")).collect();
            assert_eq!(found, expect, "{phrase}");
        };
        check("het wiskunde-onderwijs", &["het wiskunde-onderwijs", "het wiskundeonderwijs", "het wiskunde onderwijs"]);
        check("het wiskundeonderwijs", &["het wiskundeonderwijs", "het wiskunde onderwijs", "het wiskunde-onderwijs"]);
        check("wiskunde onderwijs nu", &["wiskunde onderwijs nu", "wiskundeonderwijs nu", "wiskunde-onderwijs nu"]);
        check("het is te kort", &["het is te kort"]);
        check("Ja.", &["ja ."]);
    }

    #[test]
    fn full_names_are_found_in_a_row_of_words() {
        let words = |typed: &str| match crate::search::Query::parse(typed).0.root {
            Some(Node::All(nodes)) => nodes,
            other => other.into_iter().collect(),
        };
        let check = |typed: &str, expect: Option<(usize, &[&str])>| {
            let nodes = words(typed);
            let found = named(&nodes);
            let found = found.as_ref().map(|named| (named.nodes.len(), named.short.as_slice()));
            assert_eq!(found, expect, "{typed}");
        };
        check("wet maatschappelijke ondersteuning gemeenten", Some((3, &["Wmo"])));
        check("immigratie- en naturalisatiedienst", Some((3, &["IND"])));
        check("wet maatschappelijke zorg", None);
        check("jeugdwet", None);
    }
}
