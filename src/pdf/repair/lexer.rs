//! Cuts a content stream into operations: an operator with the operands before it.
//!
//! **Invariant:** never fails and always moves on: what cannot be understood is skipped.

use crate::pdf::tuning;

/// Deepest nesting of arrays and dictionaries in an operand.
const MAX_DEPTH: usize = 16;
/// Most operands that are kept for one operator; PDF needs 33 at most.
const MAX_OPERANDS: usize = 64;

/// An operand.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Operand>),
    Dict(Vec<(Vec<u8>, Operand)>),
    /// `true`, `false`, `null`.
    Other,
}

enum Token<'a> {
    Operand(Operand),
    Word(&'a [u8]),
    /// A closing bracket that belongs to an enclosing array or dictionary, or to nothing.
    Close,
}

/// Reads operations out of one content stream.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next operator, its last operands in `operands`; `None` at the end. An inline image comes as `EI`.
    pub(super) fn operation(&mut self, operands: &mut Vec<Operand>) -> Option<&'a [u8]> {
        self.next(operands, MAX_OPERANDS)
    }

    /// The same with all operands: the sections of a CMap have hundreds.
    pub(super) fn section(&mut self, operands: &mut Vec<Operand>) -> Option<&'a [u8]> {
        self.next(operands, usize::MAX)
    }

    fn next(&mut self, operands: &mut Vec<Operand>, most: usize) -> Option<&'a [u8]> {
        operands.clear();
        loop {
            match self.token(0)? {
                Token::Operand(operand) => {
                    if operands.len() == most {
                        operands.remove(0);
                    }
                    operands.push(operand);
                }
                Token::Word(b"ID") => {
                    self.skip_image();
                    return Some(b"EI");
                }
                Token::Word(word) => return Some(word),
                Token::Close => {}
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn token(&mut self, depth: usize) -> Option<Token<'a>> {
        self.skip_white();
        let first = self.peek()?;
        let start = self.at;
        self.at += 1;
        let token = match first {
            b'/' => Token::Operand(Operand::Name(self.name())),
            b'(' => Token::Operand(Operand::Text(self.literal())),
            b'<' | b'[' if depth >= MAX_DEPTH => Token::Operand(Operand::Other),
            b'<' if self.peek() == Some(b'<') => {
                self.at += 1;
                Token::Operand(self.dict(depth + 1))
            }
            b'<' => Token::Operand(Operand::Text(self.hex())),
            b'>' => {
                self.at += usize::from(self.peek() == Some(b'>'));
                Token::Close
            }
            b'[' => Token::Operand(self.array(depth + 1)),
            b']' | b')' | b'{' | b'}' => Token::Close,
            b'0'..=b'9' | b'+' | b'-' | b'.' => {
                self.at = start;
                Token::Operand(Operand::Number(self.number()))
            }
            _ => self.word(start),
        };
        Some(token)
    }

    fn word(&mut self, start: usize) -> Token<'a> {
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        let word = self.bytes.get(start..self.at).unwrap_or_default();
        match word {
            b"true" | b"false" | b"null" => Token::Operand(Operand::Other),
            _ => Token::Word(word),
        }
    }

    fn skip_white(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_white(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// A number; forgives doubled signs, a second point and a sign inside (`12-34` is 12), as other readers do.
    fn number(&mut self) -> f64 {
        let (mut negative, mut value, mut unit, mut after_point, mut dead) = (false, 0.0_f64, 1.0_f64, false, false);
        let mut first = true;
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            match byte {
                _ if dead => {}
                b'0'..=b'9' if after_point => {
                    unit /= 10.0;
                    value += f64::from(byte - b'0') * unit;
                }
                b'0'..=b'9' => value = value * 10.0 + f64::from(byte - b'0'),
                b'.' if !after_point => after_point = true,
                b'-' if first => negative = true,
                b'+' if first => {}
                b'-' | b'+' | b'.' => dead = true,
                // A letter ends a number: some writers leave out the blank before the operator.
                _ => break,
            }
            first = first && matches!(byte, b'-' | b'+');
            self.at += 1;
        }
        if negative { -value } else { value }
    }

    fn name(&mut self) -> Vec<u8> {
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            let escaped = || {
                let high = hex_digit(*self.bytes.get(self.at)?)?;
                let low = hex_digit(*self.bytes.get(self.at + 1)?)?;
                Some(high << 4 | low)
            };
            match (byte == b'#').then(escaped).flatten() {
                Some(code) => {
                    self.at += 2;
                    name.push(code);
                }
                None => name.push(byte),
            }
        }
        name
    }

    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                b'\r' => {
                    self.at += usize::from(self.peek() == Some(b'\n'));
                    text.push(b'\n');
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        let plain = match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return,
            b'\r' => {
                self.at += usize::from(self.peek() == Some(b'\n'));
                return;
            }
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = self.peek().filter(|digit| (b'0'..=b'7').contains(digit)) else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                code as u8
            }
            other => other,
        };
        text.push(plain);
    }

    fn hex(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut half = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex_digit(byte) else { continue };
            match half.take() {
                Some(high) => text.push(high << 4 | digit),
                None => half = Some(digit),
            }
        }
        text.extend(half.map(|high| high << 4));
        text
    }

    fn array(&mut self, depth: usize) -> Operand {
        let mut items = Vec::new();
        while let Some(token) = self.token(depth) {
            match token {
                Token::Operand(item) => items.push(item),
                Token::Close => break,
                // An operator inside an array: the bracket was never closed. Give the operator back.
                Token::Word(word) => {
                    self.at -= word.len();
                    break;
                }
            }
        }
        Operand::Array(items)
    }

    fn dict(&mut self, depth: usize) -> Operand {
        let mut entries = Vec::new();
        let mut key = None;
        while let Some(token) = self.token(depth) {
            match (token, key.take()) {
                (Token::Operand(value), Some(key)) => entries.push((key, value)),
                (Token::Operand(Operand::Name(name)), None) => key = Some(name),
                (Token::Operand(_), None) => {}
                (Token::Close, _) => break,
                (Token::Word(word), _) => {
                    self.at -= word.len();
                    break;
                }
            }
        }
        Operand::Dict(entries)
    }

    /// Skips an inline image's data: up to an `EI` between white space that no binary data follows.
    fn skip_image(&mut self) {
        let mut at = self.at;
        while let Some(window) = self.bytes.get(at..at + 3) {
            let rest = self.bytes.get(at + 3..).unwrap_or_default();
            let ends = is_white(window.first().copied().unwrap_or_default())
                && window.ends_with(b"EI")
                && rest.first().is_none_or(|byte| is_white(*byte))
                && rest.iter().take(tuning::image_end_proof()).all(|byte| byte.is_ascii_graphic() || is_white(*byte));
            at += 1;
            if ends {
                self.at = at + 2;
                return;
            }
        }
        self.at = self.bytes.len();
    }
}

fn is_white(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_white(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::Lexer;

    #[test]
    fn an_inline_image_ends_where_no_binary_data_follows() {
        let mut lexer = Lexer::new(b"BI /W 2 ID \x01\xFF EI abcd\xFE\xFF EI Q (Ja.) Tj");
        let mut operands = Vec::new();
        let words: Vec<&[u8]> = std::iter::from_fn(|| lexer.section(&mut operands)).collect();
        assert_eq!(words, [b"BI".as_slice(), b"EI", b"Q", b"Tj"]);
    }
}
