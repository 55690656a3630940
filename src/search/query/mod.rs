//! What a person typed comes in; a query, and what could not be read of it, go out.
//!
//! ```text
//! query  = any
//! any    = all { ("OF" | "OR" | "|") all }
//! all    = not { ["EN" | "AND"] not }
//! not    = ["-" | "NIET" | "NOT"] atom
//! atom   = "(" any ")" | field ":" value | phrase | document | word
//! value  = "(" any ")" | phrase | document | range | word           what fits the field
//! phrase = '"' … '"' | «…» | “…” | „…” | ‘…’                       an open one runs to the end; ‘…’ must be closed
//! range  = [end] ".." [end] | ">=" end | "<=" end | end              ends: days, months, years; session years
//! word   = letters ["*"]                                              after a ministry "+": and those before it
//! ```
//!
//! **Invariant:** every string is answered: with a query, and with what was left out of it, each with its place.
//! **Invariant:** printing a query and parsing it again gives the same query.

mod lexer;
mod parser;
mod print;
mod value;

use std::fmt;

use serde::{Serialize, Serializer};

pub(crate) use value::Period;

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

/// Something typed that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// As typed.
    pub text: String,
    /// Its place in what was typed, in code points, end exclusive.
    pub at: [usize; 2],
    /// Why.
    pub reason: Reason,
}

/// Why something typed could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A bracket without its other half.
    Bracket,
    /// Brackets without anything between them.
    EmptyBrackets,
    /// An operator without something on either side.
    Operator,
    /// A phrase without a word or mark in it.
    EmptyPhrase,
    /// A field without a value.
    EmptyField,
    /// Not a day, month, year or range of them.
    Date,
    /// Not a session year or range of them.
    Vergaderjaar,
    /// A range that ends before it begins.
    Backwards,
    /// Not a kind of letter.
    Kind,
    /// Not the number of a document.
    Document,
    /// Not something that a pair can have.
    Has,
    /// The star stands after too few letters.
    ShortPrefix,
    /// The star stands before a word.
    Star,
    /// More than is worked on.
    TooMuch,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bracket => "this bracket has no other half",
            Self::EmptyBrackets => "there is nothing between these brackets",
            Self::Operator => "this operator has nothing to work on",
            Self::EmptyPhrase => "there are no words between these quotation marks",
            Self::EmptyField => "this field has no value",
            Self::Date => "expected a date such as `2023`, `2023-06`, `2023-06-30` or `2023-01..2023-06`",
            Self::Vergaderjaar => "expected a vergaderjaar such as `2023-2024` or `2021-2022..2023-2024`",
            Self::Backwards => "this range ends before it begins",
            Self::Kind => {
                "expected one of `aanhangsel`, `mededeling`, `brief`, `lijst`, `schriftelijk-overleg`, `kamerstuk`"
            }
            Self::Document => "expected a Kamerstuk such as `32847-808`, or a dossier such as `36200-VII`",
            Self::Has => "expected one of `voetnoot`, `verwijzing`, `antwoord`, `twijfel`",
            Self::ShortPrefix => "expected at least two letters before the star",
            Self::Star => "a star works only at the end of a word; the word was looked for without it",
            Self::TooMuch => "the query is too long; this was left out",
        })
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Query {
    /// Reads what a person typed; answers every string.
    #[must_use]
    pub fn parse(typed: &str) -> (Self, Vec<Unread>) {
        parser::parse(typed)
    }

    /// One field with one value: what a flag asks.
    ///
    /// # Errors
    /// Why the value is none of that field.
    pub fn field(field: Field, value: &str) -> Result<Self, Reason> {
        parser::field(field, value).map(|node| Self { root: Some(node) })
    }

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
