//! Shows how a query was understood, and what matched in each hit.
//!
//! **Invariant:** what is shown is what the engine is asked: the same planner makes both, and nothing here ranks.

use std::collections::BTreeMap;

use serde::Serialize;
use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, EnableScoring, Occur, Query as Engine};
use tantivy::{DocAddress, Searcher};

use super::compile::{self, Planner};
use super::dictionary::Dictionary;
use super::error::Error;
use super::execute;
use super::options::Options;
use super::query::{Node, Query, Text};
use super::results::Results;
use crate::index::{Fields, Key, Part, Reader, Role, Shade};
use crate::normalize;
use crate::record::Id;

/// Most terms that are shown of a word or of the beginning of a word.
const MAX_SHOWN: usize = 20;
/// Most words of one beginning that are counted, in each dictionary.
const MAX_COUNTED: usize = 20_000;

/// How a query was understood, and what matched.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The query that was asked: as typed, or with its unknown words corrected.
    pub query: String,
    /// The query from the outside in; what belongs to a step stands after it, one deeper.
    pub steps: Vec<Step>,
    /// What matched, for each hit in their order.
    pub hits: Vec<Explained>,
}

/// One part of a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// How many steps it stands in.
    pub depth: usize,
    /// What kind of part.
    pub kind: StepKind,
    /// The part as printed; nothing for groups.
    pub text: String,
    /// What the engine looks up, the most frequent first.
    pub looked_up: Vec<LookedUp>,
    /// How many more of them there are than are shown.
    pub more: usize,
}

/// The kinds of the parts of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// All of the steps within.
    All,
    /// Any of them.
    Any,
    /// Not that.
    Not,
    /// A word in all its forms.
    Word,
    /// A word that is not looked for, because nearly every text has it.
    StopWord,
    /// The beginning of a word.
    Prefix,
    /// Words in a row.
    Phrase,
    /// A condition that adds nothing to the score.
    Filter,
}

/// A term that is looked up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LookedUp {
    /// In how many places it occurs; where it is looked up in several fields, in the one that has it most.
    pub count: u64,
    /// The form: `exact`, `stem`, `parts`; of filters the name of their key.
    pub form: String,
    /// The term.
    pub word: String,
}

/// What matched in one hit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    /// The id of the hit.
    pub id: Id,
    /// What matched, in order of the query.
    pub matched: Vec<Matched>,
}

/// A part of the query that matched in a hit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matched {
    /// The part of the query as printed.
    pub text: String,
    /// Where it was found; nothing for conditions.
    #[serde(rename = "in")]
    pub parts: Vec<Part>,
    /// What it adds to the score.
    pub score: f32,
}

/// How a query was understood, and what matched in its hits.
pub(super) fn explain(
    reader: &Reader,
    query: &Query,
    results: &Results,
    options: &Options,
) -> Result<Explanation, Error> {
    let searcher = reader.searcher();
    let corrected = results.did_you_mean.as_ref().filter(|_| results.corrected);
    let query = corrected.map_or_else(|| query.clone(), |better| Query::parse(better).0);
    let planner = Planner { ranking: options.ranking, ..Planner::new(reader.fields()) };
    let mut explainer = Explainer { reader, searcher: &searcher, planner, steps: Vec::new(), leaves: Vec::new() };
    if let Some(root) = &query.root {
        explainer.planner.keep_stop_words = !execute::has_content(root, &mut explainer.planner);
        explainer.step(root, 0)?;
    }
    let hits = results.hits.iter().map(|hit| explainer.hit(&hit.id)).collect::<Result<_, _>>()?;
    Ok(Explanation { query: query.to_string(), steps: explainer.steps, hits })
}

struct Explainer<'i> {
    reader: &'i Reader,
    searcher: &'i Searcher,
    planner: Planner<'i>,
    steps: Vec<Step>,
    /// What is looked for, negations aside.
    leaves: Vec<Node>,
}

impl Explainer<'_> {
    fn step(&mut self, node: &Node, depth: usize) -> Result<(), Error> {
        let (kind, inner) = match node {
            Node::All(nodes) => (StepKind::All, nodes.as_slice()),
            Node::Any(nodes) => (StepKind::Any, nodes.as_slice()),
            Node::Not(inner) => (StepKind::Not, std::slice::from_ref(&**inner)),
            leaf => return self.leaf(leaf, depth),
        };
        self.steps.push(Step { depth, kind, text: String::new(), looked_up: Vec::new(), more: 0 });
        let leaves = self.leaves.len();
        for node in inner {
            self.step(node, depth + 1)?;
        }
        if kind == StepKind::Not {
            self.leaves.truncate(leaves);
        }
        Ok(())
    }

    fn leaf(&mut self, node: &Node, depth: usize) -> Result<(), Error> {
        let engine = self.planner.node(node);
        let kind = match node {
            Node::Text { .. } if engine.is_none() => StepKind::StopWord,
            Node::Text { text: Text::Word(_), .. } => StepKind::Word,
            Node::Text { text: Text::Prefix(_), .. } => StepKind::Prefix,
            Node::Text { text: Text::Phrase(_), .. } => StepKind::Phrase,
            _ => StepKind::Filter,
        };
        let mut looked_up = match (node, &engine) {
            (Node::Text { text: Text::Prefix(word), part }, _) => self.beginning(word, *part)?,
            (_, Some(engine)) => self.terms(&**engine)?,
            (_, None) => Vec::new(),
        };
        looked_up.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.cmp(b)));
        let more = looked_up.len().saturating_sub(MAX_SHOWN);
        looked_up.truncate(MAX_SHOWN);
        self.steps.push(Step { depth, kind, text: printed(node), looked_up, more });
        if engine.is_some() {
            self.leaves.push(node.clone());
        }
        Ok(())
    }

    /// The terms that a query of the engine looks up.
    fn terms(&self, engine: &dyn Engine) -> Result<Vec<LookedUp>, Error> {
        let mut counts: BTreeMap<(String, String), u64> = BTreeMap::new();
        let mut failed = None;
        engine.query_terms(&mut |term, _| {
            let Some(word) = term.value().as_str().map(str::to_owned) else { return };
            let form = self.form(term.field());
            match self.searcher.doc_freq(term) {
                Ok(count) => {
                    let most = counts.entry((form, word)).or_default();
                    *most = count.max(*most);
                }
                Err(error) => failed = Some(error),
            }
        });
        if let Some(error) = failed {
            return Err(self.reader.error(error).into());
        }
        Ok(counts.into_iter().map(|((form, word), count)| LookedUp { count, form, word }).collect())
    }

    /// The form of the words of a field.
    fn form(&self, field: tantivy::schema::Field) -> String {
        let name = self.searcher.schema().get_field_name(field);
        name.rsplit('.').next().unwrap_or(name).to_owned()
    }

    /// The words that begin so.
    fn beginning(&self, word: &str, part: Option<Part>) -> Result<Vec<LookedUp>, Error> {
        let fields: Vec<_> = self
            .planner
            .exact_texts(part)
            .filter_map(|(part, _)| self.reader.fields().text(part, Shade::Exact))
            .collect();
        let dictionary = Dictionary { reader: self.reader, searcher: self.searcher };
        let found = dictionary.starting(&fields, &normalize::normalize(word), MAX_COUNTED)?;
        let form = Shade::Exact.name();
        Ok(found.into_iter().map(|(word, count)| LookedUp { count, form: form.to_owned(), word }).collect())
    }

    /// What matched in a hit.
    fn hit(&mut self, id: &Id) -> Result<Explained, Error> {
        let mut matched = Vec::new();
        if let Some(at) = self.place(id)? {
            for node in std::mem::take(&mut self.leaves) {
                let score = self.score(&node, at)?;
                let parts = self.parts(&node, at)?;
                matched.extend(score.map(|score| Matched { text: printed(&node), parts, score }));
                self.leaves.push(node);
            }
        }
        Ok(Explained { id: id.clone(), matched })
    }

    /// Where a hit stands in the index.
    fn place(&self, id: &Id) -> Result<Option<DocAddress>, Error> {
        let fields: &Fields = self.reader.fields();
        let roles = compile::roles(fields, &[Role::Pair(0).name(), Role::Section(0).name()]);
        let query = BooleanQuery::new(vec![
            (Occur::Must, compile::exact_term(fields, Key::Name, &id.to_string())),
            (Occur::Must, roles),
        ]);
        let found = self.searcher.search(&query, &DocSetCollector).map_err(|error| self.reader.error(error))?;
        Ok(found.into_iter().min())
    }

    /// The parts of a pair or section in which a part of the query is found.
    fn parts(&mut self, node: &Node, at: DocAddress) -> Result<Vec<Part>, Error> {
        let Node::Text { text, part } = node else { return Ok(Vec::new()) };
        let parts = part.map_or_else(
            || vec![Part::Question, Part::Answer, Part::Section, Part::Note, Part::Title],
            |part| vec![part],
        );
        let mut found = Vec::new();
        for part in parts {
            // The stems of sections are those of their body, and pairs have no section.
            let field = match (part, text) {
                (Part::Section, Text::Word(_)) if found.is_empty() => Part::Body,
                _ => part,
            };
            if self.score(&Node::Text { text: text.clone(), part: Some(field) }, at)?.is_some() {
                found.push(part);
            }
        }
        Ok(found)
    }

    /// What a part of the query adds to the score of an entry; `None` where it does not match.
    fn score(&mut self, node: &Node, at: DocAddress) -> Result<Option<f32>, Error> {
        let error = |error| self.reader.error(error);
        let Some(engine) = self.planner.node(node) else { return Ok(None) };
        let weight = engine.weight(EnableScoring::enabled_from_searcher(self.searcher)).map_err(error)?;
        let segment = self.searcher.segment_reader(at.segment_ord);
        let mut scorer = weight.scorer(segment, 1.0).map_err(error)?;
        let is_there = scorer.doc() == at.doc_id || (scorer.doc() < at.doc_id && scorer.seek(at.doc_id) == at.doc_id);
        Ok(is_there.then(|| scorer.score()))
    }
}

/// A part of a query as a person would type it.
fn printed(node: &Node) -> String {
    Query { root: Some(node.clone()) }.to_string()
}
