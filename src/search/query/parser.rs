//! Parses a query: one function for each production of the grammar in [`super`].

use std::ops::Range;

use super::lexer::{self, Operator};
use super::node::{Node, Query, Text, all};
use super::unread::{Reason, Unread};
use super::value;
use crate::citation::{self, Setting};
use crate::index::analysis;
use crate::normalize::normalize;
use crate::search::field::{Field, Grammar};

/// Most characters that are read of a query; a pasted page belongs to `similar`.
const MAX_LENGTH: usize = 4_000;
/// Most words, phrases and values of a query: bounds the work that it makes.
const MAX_TERMS: usize = 64;
/// Deepest nesting of brackets.
const MAX_DEPTH: usize = 20;
/// Fewest letters before a star: one letter begins a twentieth of all words.
const MIN_PREFIX: usize = 2;
/// Most chunks that one document may be typed in: «36 200 hoofdstuk VII, nr. 12» has six.
const MAX_DOCUMENT_CHUNKS: usize = 8;
/// How often a query is printed and read again until it stays the same: loose numbers may become a document by it.
const MAX_ROUNDS: usize = 3;

/// Reads a query. Printed and read again it is the same, so it is read until that holds.
pub(super) fn parse(typed: &str) -> (Query, Vec<Unread>) {
    let (mut query, unread) = once(typed);
    for _ in 0..MAX_ROUNDS {
        let again = once(&query.to_string()).0;
        if again == query {
            break;
        }
        query = again;
    }
    (query, unread)
}

fn once(typed: &str) -> (Query, Vec<Unread>) {
    let cut = typed.char_indices().nth(MAX_LENGTH).map_or(typed.len(), |(at, _)| at);
    let text = typed.get(..cut).expect("cut at a character boundary");
    let mentions = citation::find(text, Setting::Footnote).mentions;
    let mentions = mentions.into_iter().map(|mention| (mention.at, mention.citation.id())).collect();
    let mut parser = Parser { typed, text, at: 0, mentions, terms: 0, unread: Vec::new() };
    let root = parser.any(0, None);
    if cut < typed.len() {
        parser.leave(cut..typed.len(), Reason::TooMuch);
    }
    (Query { root }, parser.unread)
}

struct Parser<'q> {
    typed: &'q str,
    text: &'q str,
    /// Where the next character is read, in bytes.
    at: usize,
    /// The documents found in the text, in order.
    mentions: Vec<(Range<usize>, String)>,
    terms: usize,
    unread: Vec<Unread>,
}

impl<'q> Parser<'q> {
    /// `any = all { "OF" all }`; at depth 0 to the end of the text, deeper to the closing bracket.
    fn any(&mut self, depth: usize, field: Option<Field>) -> Option<Node> {
        let mut nodes = Vec::new();
        let mut dangling: Option<Range<usize>> = None;
        loop {
            match self.all(depth, field) {
                Some(Node::Any(inner)) => nodes.extend(inner),
                Some(node) => nodes.push(node),
                // The left side of an operator is empty, or its right side was.
                None => {
                    if let Some(operator) = dangling.take().or_else(|| self.peek_or()) {
                        self.leave(operator, Reason::Operator);
                    }
                }
            }
            let Some(operator) = self.peek_or() else { break };
            self.at = operator.end;
            dangling = (!nodes.is_empty()).then_some(operator);
        }
        once_each(&mut nodes);
        if nodes.len() > 1 { Some(Node::Any(nodes)) } else { nodes.pop() }
    }

    /// `all = not { ["EN"] not }`
    fn all(&mut self, depth: usize, field: Option<Field>) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            self.skip_space();
            match self.rest().chars().next() {
                None => break,
                Some(')') if depth > 0 => break,
                Some(')') => {
                    self.leave(self.at..self.at + 1, Reason::Bracket);
                    self.at += 1;
                    continue;
                }
                Some(_) if self.peek_or().is_some() => break,
                Some(_) => {}
            }
            if self.terms >= MAX_TERMS {
                self.leave(self.at..self.text.len(), Reason::TooMuch);
                self.at = self.text.len();
                break;
            }
            let before = self.at;
            if let Some((chunk, Operator::And)) = self.peek_operator() {
                self.at = chunk.end;
                self.skip_space();
                let ends = self.rest().is_empty() || self.rest().starts_with(')') || self.peek_or().is_some();
                if nodes.is_empty() || ends {
                    self.leave(chunk, Reason::Operator);
                }
                continue;
            }
            self.not(depth, field, &mut nodes);
            assert!(self.at > before, "every step reads at least one character");
        }
        once_each(&mut nodes);
        all(nodes)
    }

    /// `not = ["-" | "NIET"] atom`
    fn not(&mut self, depth: usize, field: Option<Field>, nodes: &mut Vec<Node>) {
        let sign = match self.peek_operator() {
            Some((chunk, Operator::Not)) => {
                self.at = chunk.end;
                self.skip_space();
                // Said twice it is meant once.
                while let Some((again, Operator::Not)) = self.peek_operator() {
                    self.at = again.end;
                    self.skip_space();
                }
                Some(chunk)
            }
            _ if self.rest().starts_with('-') => {
                let sign = self.at..self.at + 1;
                self.at += 1;
                // A dash with a space after it is a dash.
                if self.rest().chars().next().is_none_or(|c| c.is_whitespace() || c == '-') {
                    return;
                }
                Some(sign)
            }
            _ => None,
        };
        let mut found = Vec::new();
        let ended = self.rest().is_empty() || self.rest().starts_with(')') || self.peek_or().is_some();
        if !ended {
            self.atom(depth, field, &mut found);
        }
        match sign {
            None => nodes.extend(found),
            Some(sign) => match all(found) {
                Some(node) => nodes.push(Node::Not(Box::new(node))),
                None if ended => self.leave(sign, Reason::Operator),
                None => {}
            },
        }
    }

    /// `atom = "(" any ")" | field ":" value | phrase | document | word`
    fn atom(&mut self, depth: usize, field: Option<Field>, nodes: &mut Vec<Node>) {
        let next = self.rest().chars().next();
        if next == Some('(') {
            self.brackets(depth, field, nodes);
        } else if let Some((named, colon, value)) = self.peek_field() {
            let name = self.at..colon;
            self.at = value;
            self.value(depth, named, name, nodes);
        } else if let Some(quoted) = self.quoted() {
            self.phrase(field, self.at, quoted, nodes);
        } else if field.is_none()
            && let Some((at, id)) = self.mention_here()
        {
            self.at = at.end;
            self.terms += 1;
            nodes.push(document(id));
        } else {
            self.word(field, self.at, nodes);
        }
    }

    fn brackets(&mut self, depth: usize, field: Option<Field>, nodes: &mut Vec<Node>) {
        let open = self.at..self.at + 1;
        self.at += 1;
        if depth >= MAX_DEPTH {
            self.leave(open.start..self.text.len(), Reason::TooMuch);
            self.at = self.text.len();
            return;
        }
        match self.any(depth + 1, field) {
            Some(Node::All(inner)) => nodes.extend([Node::All(inner)]),
            node => nodes.extend(node),
        }
        if self.rest().starts_with(')') {
            let is_empty = self.text.get(open.end..self.at).is_some_and(|inner| inner.trim().is_empty());
            self.at += 1;
            if is_empty {
                self.leave(open.start..self.at, Reason::EmptyBrackets);
            }
        } else {
            self.leave(open, Reason::Bracket);
        }
    }

    /// `value = "(" any ")" | phrase | document | range | word`
    fn value(&mut self, depth: usize, field: Field, name: Range<usize>, nodes: &mut Vec<Node>) {
        let next = self.rest().chars().next();
        if next.is_none_or(|c| c.is_whitespace() || c == ')') {
            self.leave(name, Reason::EmptyField);
        } else if field.is_of_documents() {
            self.document_value(field, &name, nodes);
        } else if next == Some('(') {
            self.brackets(depth, Some(field), nodes);
        } else if let Some(quoted) = self.quoted() {
            self.phrase(Some(field), name.start, quoted, nodes);
        } else {
            self.word(Some(field), name.start, nodes);
        }
    }

    /// A document after `kamerstuk:` or `dossier:`, in quotation marks or in as many chunks as belong to it.
    fn document_value(&mut self, field: Field, name: &Range<usize>, nodes: &mut Vec<Node>) {
        self.terms += 1;
        if let Some((typed, end)) = self.quoted() {
            let whole = name.start..end;
            self.at = end;
            return match value::exact(field, &typed) {
                Ok(value) => nodes.push(Node::Exact { field, value }),
                Err(reason) => self.leave(whole, reason),
            };
        }
        let ends = self.chunk_ends();
        for &end in ends.iter().rev() {
            let typed = self.text.get(self.at..end).expect("chunks end at character boundaries");
            if let Ok(value) = value::exact(field, typed.trim_end_matches([',', ';', '.'])) {
                self.at = end;
                return nodes.push(Node::Exact { field, value });
            }
        }
        let next = self.rest().chars().next().map_or(0, char::len_utf8);
        let end = ends.first().copied().unwrap_or(self.at + next);
        self.leave(name.start..end, Reason::Document);
        self.at = end;
    }

    /// A phrase, or an exact value in quotation marks; what is typed begins at `from`, with the field's name.
    fn phrase(&mut self, field: Option<Field>, from: usize, (typed, end): (String, usize), nodes: &mut Vec<Node>) {
        self.at = end;
        self.terms += 1;
        let read = match field {
            None => phrase(&typed, None),
            Some(field) => match field.part() {
                Some(part) => phrase(&typed, Some(part)),
                None => exact(field, &typed),
            },
        };
        match read {
            Ok(node) => nodes.push(node),
            Err(reason) => self.leave(from..end, reason),
        }
    }

    /// A chunk without space: an exact value, or the words in it.
    fn word(&mut self, field: Option<Field>, from: usize, nodes: &mut Vec<Node>) {
        let start = self.at;
        let end = self.chunk_end();
        if end == start {
            // A closing quotation mark that nothing opened.
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            return;
        }
        // A document that stands inside the chunk, «(32847-808)», is read on its own.
        let end = if field.is_none() { self.next_mention(start, end) } else { end };
        self.at = end;
        let chunk = self.text.get(start..end).expect("chunks end at character boundaries");
        if let Some(field) = field.filter(|field| field.part().is_none()) {
            self.terms += 1;
            match exact(field, chunk) {
                Ok(node) => nodes.push(node),
                Err(reason) => self.leave(from..end, reason),
            }
            return;
        }
        let part = field.and_then(Field::part);
        let mut words = Vec::new();
        let places = analysis::word_places(chunk);
        if chunk.starts_with('*') && places.first().is_some_and(|word| word.start == 1) {
            self.leave(start..start + 1, Reason::Star);
        }
        for at in places {
            let word = chunk.get(at.clone()).expect("words end at character boundaries").to_owned();
            let starred = chunk.get(at.end..).is_some_and(|rest| rest.starts_with('*'));
            self.terms += 1;
            let text = if starred && word.chars().count() >= MIN_PREFIX {
                Text::Prefix(word)
            } else {
                if starred {
                    self.leave(start + at.start..start + at.end + 1, Reason::ShortPrefix);
                }
                Text::Word(word)
            };
            words.push(Node::Text { text, part });
        }
        nodes.extend(words);
    }

    /// The field whose name stands here, where the name ends and where its value begins. With a space after the colon only in lower case:
    /// «Vraag: hoe …» is text.
    fn peek_field(&self) -> Option<(Field, usize, usize)> {
        let (name, after) = self.rest().split_once(':')?;
        let field = Field::named(&normalize(name))?;
        let start = self.at + name.len() + 1;
        let spaces = after.len() - after.trim_start_matches([' ', '\u{A0}']).len();
        let is_field = spaces == 0 || name.chars().all(char::is_lowercase);
        is_field.then_some((field, start, start + spaces))
    }

    /// The text of the phrase that opens here, and where it ends, its closing mark included.
    fn quoted(&self) -> Option<(String, usize)> {
        let rest = self.rest();
        let mut chars = rest.char_indices();
        let (_, open) = chars.next()?;
        let closers = lexer::closers(open);
        if closers.is_none() && !lexer::opens_single(open) {
            return None;
        }
        let mut text = String::new();
        for (at, c) in chars {
            let end = at + c.len_utf8();
            let next = || rest.get(end..).and_then(|rest| rest.chars().next());
            if closers.map_or_else(|| lexer::closes_single(c, next()), |closers| closers.contains(&c)) {
                return Some((text, self.at + end));
            }
            text.push(c);
        }
        closers.is_some().then_some((text, self.text.len()))
    }

    fn mention_here(&self) -> Option<(Range<usize>, String)> {
        self.mentions.iter().find(|(at, _)| at.start == self.at && at.end > at.start).cloned()
    }

    /// Where the next document begins in a chunk, else its end.
    fn next_mention(&self, start: usize, end: usize) -> usize {
        self.mentions.iter().map(|(at, _)| at.start).find(|at| (start + 1..end).contains(at)).unwrap_or(end)
    }

    /// The operator that stands here as a chunk of its own.
    fn peek_operator(&self) -> Option<(Range<usize>, Operator)> {
        let end = self.chunk_end();
        let operator = lexer::operator(self.text.get(self.at..end)?)?;
        Some((self.at..end, operator))
    }

    fn peek_or(&self) -> Option<Range<usize>> {
        self.peek_operator().filter(|(_, operator)| *operator == Operator::Or).map(|(at, _)| at)
    }

    fn chunk_end(&self) -> usize {
        self.rest().find(lexer::ends_chunk).map_or(self.text.len(), |end| self.at + end)
    }

    /// The ends of the next chunks on from here, as far as one document may reach.
    fn chunk_ends(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut in_space = true;
        for (at, c) in self.rest().char_indices() {
            if matches!(c, '(' | ')') || lexer::is_quote(c) {
                if !in_space {
                    ends.push(self.at + at);
                }
                return ends;
            }
            if c.is_whitespace() && !in_space {
                ends.push(self.at + at);
            }
            if ends.len() == MAX_DOCUMENT_CHUNKS {
                return ends;
            }
            in_space = c.is_whitespace();
        }
        if !in_space {
            ends.push(self.text.len());
        }
        ends
    }

    fn rest(&self) -> &'q str {
        self.text.get(self.at..).expect("reading goes on at a character boundary")
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn leave(&mut self, at: Range<usize>, reason: Reason) {
        let chars = |end: usize| self.typed.get(..end).map_or(0, |text| text.chars().count());
        let text = self.typed.get(at.clone()).unwrap_or_default().to_owned();
        self.unread.push(Unread { text, at: [chars(at.start), chars(at.end)], reason });
    }
}

/// What is said twice is looked for once: «ve* ve* ve*» is no more work than «ve*».
fn once_each(nodes: &mut Vec<Node>) {
    let mut seen: Vec<Node> = Vec::with_capacity(nodes.len());
    for node in nodes.drain(..) {
        if !seen.contains(&node) {
            seen.push(node);
        }
    }
    *nodes = seen;
}

/// A document as a condition.
fn document(id: String) -> Node {
    let field = if id.starts_with("dossier-") { Field::Dossier } else { Field::Kamerstuk };
    Node::Exact { field, value: id }
}

/// A phrase: white space as one space, all quotation marks within as the straight one.
fn phrase(typed: &str, part: Option<crate::index::Part>) -> Result<Node, Reason> {
    let text: String = typed.chars().map(|c| if lexer::is_quote(c) { '"' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if analysis::analyse(&text).is_empty() {
        return Err(Reason::EmptyPhrase);
    }
    Ok(Node::Text { text: Text::Phrase(text), part })
}

/// A field with one value, whatever characters the value has.
pub(super) fn field(field: Field, typed: &str) -> Result<Node, Reason> {
    match field.part() {
        Some(part) => phrase(typed, Some(part)),
        None => exact(field, typed),
    }
}

fn exact(field: Field, typed: &str) -> Result<Node, Reason> {
    match field.row().grammar {
        Grammar::Days => value::range(typed, str::parse, Reason::Date).map(|(from, to)| Node::Date { from, to }),
        Grammar::Years => {
            value::range(typed, value::vergaderjaar, Reason::Vergaderjaar).map(|(from, to)| Node::Years { from, to })
        }
        _ => value::exact(field, typed).map(|value| Node::Exact { field, value }),
    }
}
