//! Prints a query the way a person would type it.

use std::fmt;

use super::node::{Node, Query, Text};
use crate::index::Part;
use crate::search::field::Field;

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.as_ref().map_or(Ok(()), |root| node(f, root, Around::Nothing))
    }
}

/// In what a node stands: it decides where brackets are needed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Any,
    All,
    Not,
}

fn node(f: &mut fmt::Formatter<'_>, this: &Node, around: Around) -> fmt::Result {
    match this {
        Node::Text { text: words, part } => {
            if let Some(part) = part {
                write!(f, "{}:", name(*part))?;
            }
            text(f, words)
        }
        Node::Exact { field, value } => write!(f, "{}:{}", field.name(), Quoted(value.trim_start_matches("dossier-"))),
        Node::Date { from, to } => range(f, Field::Datum, *from, *to),
        Node::Years { from, to } => range(f, Field::Vergaderjaar, *from, *to),
        Node::All(nodes) => group(f, nodes, " ", Around::All, matches!(around, Around::All | Around::Not)),
        Node::Any(nodes) => group(f, nodes, " OF ", Around::Any, around != Around::Nothing),
        Node::Not(inner) => {
            f.write_str("-")?;
            match **inner {
                Node::Not(_) => {
                    f.write_str("(")?;
                    node(f, inner, Around::Nothing)?;
                    f.write_str(")")
                }
                _ => node(f, inner, Around::Not),
            }
        }
    }
}

fn range<T: fmt::Display + PartialEq>(
    f: &mut fmt::Formatter<'_>,
    field: Field,
    from: Option<T>,
    to: Option<T>,
) -> fmt::Result {
    write!(f, "{}:", field.name())?;
    match (from, to) {
        (Some(from), Some(to)) if from == to => write!(f, "{from}"),
        (from, to) => {
            from.map_or(Ok(()), |end| write!(f, "{end}"))?;
            f.write_str("..")?;
            to.map_or(Ok(()), |end| write!(f, "{end}"))
        }
    }
}

fn group(f: &mut fmt::Formatter<'_>, nodes: &[Node], between: &str, around: Around, brackets: bool) -> fmt::Result {
    if brackets {
        f.write_str("(")?;
    }
    for (at, inner) in nodes.iter().enumerate() {
        if at > 0 {
            f.write_str(between)?;
        }
        node(f, inner, around)?;
    }
    if brackets { f.write_str(")") } else { Ok(()) }
}

fn text(f: &mut fmt::Formatter<'_>, text: &Text) -> fmt::Result {
    match text {
        Text::Word(word) => f.write_str(word),
        Text::Prefix(word) => write!(f, "{word}*"),
        Text::Phrase(phrase) if phrase.contains('"') => write!(f, "«{phrase}»"),
        Text::Phrase(phrase) => write!(f, "\"{phrase}\""),
    }
}

/// A value, in quotation marks where it would not be read as one without.
struct Quoted<'v>(&'v str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | ':' | '/' | '\'');
        if self.0.chars().all(plain) { f.write_str(self.0) } else { write!(f, "\"{}\"", self.0) }
    }
}

/// The name of the field that limits words to a part.
fn name(part: Part) -> &'static str {
    Field::of_part(part).map_or("", Field::name)
}
