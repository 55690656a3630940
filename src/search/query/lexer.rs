//! The characters that mean something in a query.

/// The quotation marks of phrases: each opening one, with those that close it.
const QUOTES: [(char, &[char]); 6] = [
    ('"', &['"', '”']),
    ('“', &['”', '“', '"']),
    ('„', &['”', '“', '"']),
    ('‟', &['”', '"']),
    ('”', &['”', '"']),
    ('«', &['»']),
];

/// What closes a phrase that this character opens.
pub(super) fn closers(open: char) -> Option<&'static [char]> {
    QUOTES.iter().find(|(quote, _)| *quote == open).map(|(_, closers)| *closers)
}

/// Is this a single quotation mark that may open a phrase? It is an apostrophe as often: only a closed one opens.
pub(super) fn opens_single(c: char) -> bool {
    matches!(c, '‘' | '‚' | '‛')
}

/// Does this close a phrase that a single quotation mark opened? Not within a word, where it is an apostrophe.
pub(super) fn closes_single(c: char, next: Option<char>) -> bool {
    matches!(c, '’' | '‘') && next.is_none_or(|next| !next.is_alphanumeric())
}

/// Is this a quotation mark that opens or closes phrases?
pub(super) fn is_quote(c: char) -> bool {
    c == '»' || closers(c).is_some()
}

/// Does a word end here, whatever its letters?
pub(super) fn ends_chunk(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c)
}

/// The operators that stand between or before other things, in capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Not,
}

/// The operator that a chunk is.
pub(super) fn operator(chunk: &str) -> Option<Operator> {
    match chunk {
        "OF" | "OR" | "|" | "||" => Some(Operator::Or),
        "EN" | "AND" | "&" | "&&" => Some(Operator::And),
        "NIET" | "NOT" => Some(Operator::Not),
        _ => None,
    }
}
