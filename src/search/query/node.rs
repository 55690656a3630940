//! A query as it is understood: what must hold, as a tree.

use super::value::Period;
use crate::citation::Vergaderjaar;
use crate::index::Part;
use crate::search::field::Field;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Nothing where nothing readable was typed.
    pub(crate) root: Option<Node>,
}

/// A part of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Words in the text of a pair, or of one part of it.
    Text { text: Text, part: Option<Part> },
    /// An exact property of the letter or pair.
    Exact { field: Field, value: String },
    /// Days, both ends included; an open end is `None`.
    Date { from: Option<Period>, to: Option<Period> },
    /// Session years, both ends included; an open end is `None`.
    Years { from: Option<Vergaderjaar>, to: Option<Vergaderjaar> },
    /// All of these.
    All(Vec<Node>),
    /// Any of these.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
}

/// Words that are looked for in texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Text {
    /// A word, in any inflection and as part of compounds.
    Word(String),
    /// The beginning of a word.
    Prefix(String),
    /// Exactly these words and marks.
    Phrase(String),
}

impl Query {
    /// The documents and dossiers that must be cited, as canonical ids.
    #[must_use]
    pub fn documents(&self) -> Vec<String> {
        let nodes = match &self.root {
            Some(Node::All(nodes)) => nodes.as_slice(),
            root => root.as_slice(),
        };
        let document = |node: &Node| match node {
            Node::Exact { field, value } if field.is_of_documents() => Some(value.clone()),
            _ => None,
        };
        nodes.iter().filter_map(document).collect()
    }

    /// The document or dossier that is all that is asked for.
    #[must_use]
    pub fn document(&self) -> Option<String> {
        if matches!(self.root, Some(Node::Exact { .. })) { self.documents().pop() } else { None }
    }

    /// True where nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// The query with one more condition, which must hold as well: how flags narrow a query.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let mut nodes = Vec::new();
        for root in [self.root, other.root].into_iter().flatten() {
            match root {
                Node::All(inner) => nodes.extend(inner),
                node => nodes.push(node),
            }
        }
        Self { root: all(nodes) }
    }
}

/// All of these nodes as one: none, the only one, or a group.
pub(crate) fn all(mut nodes: Vec<Node>) -> Option<Node> {
    if nodes.len() > 1 { Some(Node::All(nodes)) } else { nodes.pop() }
}
