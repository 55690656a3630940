//! Reads the question numbers that a heading lists: «2», «3, 4 en 5», «6 t/m 9», «1a».

use unscanny::Scanner;

use super::tuning;
use crate::record::Number;

/// ```ebnf
/// list = number { separator number | range number }
/// ```
/// Numbers as named, each once; the scanner stands after the last one. `None` where no number stands.
pub(super) fn list(scanner: &mut Scanner<'_>) -> Option<Vec<Number>> {
    let mut numbers = vec![number(scanner)?];
    loop {
        let before = scanner.cursor();
        let last = numbers[numbers.len() - 1];
        let separator = separator(scanner);
        let next = separator.and_then(|_| number(scanner).or_else(|| bare_letter(scanner, last)));
        match (separator, next) {
            (Some(Separator::Range), Some(next)) if extend(&mut numbers, last, next) => {}
            (Some(Separator::List), Some(next)) => push(&mut numbers, next),
            // «9 10»: a comma is missing in print; only the very next number can follow so.
            (Some(Separator::Blank), Some(next)) if next.value == last.value + 1 => push(&mut numbers, next),
            _ => {
                scanner.jump(before);
                return Some(numbers);
            }
        }
    }
}

/// «1a, b en c»: a letter alone goes on with the digits before it.
fn bare_letter(scanner: &mut Scanner<'_>, last: Number) -> Option<Number> {
    last.letter?;
    let letter = letter_alone(scanner.after())?;
    scanner.eat();
    Some(Number { value: last.value, letter: Some(letter) })
}

/// A small letter that begins a text and is no word's.
fn letter_alone(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let letter = chars.next().filter(char::is_ascii_lowercase)?;
    chars.next().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '’' | '\'')).then_some(letter)
}

/// ```ebnf
/// part = ( "." | " " | "onder" | "sub" | "onderdeel" | "deel" ) letter
/// ```
/// After a blank alone only where the heading, or its list, ends with the letter.
fn part(scanner: &mut Scanner<'_>) -> Option<char> {
    const WORDS: [&str; 4] = ["onderdeel ", "onder ", "sub ", "deel "];
    let rest = scanner.after();
    if let Some(letter) = rest.strip_prefix('.').and_then(letter_alone) {
        scanner.eat();
        scanner.eat();
        return Some(letter);
    }
    let own = rest.trim_start_matches([' ', '\u{a0}', ',']);
    let word = WORDS.iter().find(|word| own.starts_with(**word));
    let own = word.map_or(own, |word| own.get(word.len()..).unwrap_or_default());
    let letter = letter_alone(own).filter(|_| own.len() < rest.len())?;
    let after = own.get(1..).unwrap_or_default();
    let listed = [" en ", " t/m ", ", "].iter().any(|next| {
        after
            .strip_prefix(*next)
            .is_some_and(|rest| letter_alone(rest).is_some() || rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    if word.is_none()
        && !(listed
            || after.is_empty()
            || after.starts_with([':', '.', ')', '\n'])
            || after.trim_start_matches(' ').starts_with('\n'))
    {
        return None;
    }
    scanner.jump(scanner.cursor() + rest.len() - after.len());
    Some(letter)
}

/// ```ebnf
/// number = digit { digit } [ letter | part ]
/// ```
/// The blank before «en» may be missing: «3, 4en 5» of a scan.
fn number(scanner: &mut Scanner<'_>) -> Option<Number> {
    let before = scanner.cursor();
    let digits = scanner.eat_while(|c: char| c.is_ascii_digit());
    let value = (!digits.is_empty() && digits.len() <= tuning::digits_max()).then(|| digits.parse().ok()).flatten();
    let after_digits = scanner.cursor();
    let mut letter = scanner.eat_while(char::is_alphabetic);
    if letter == "en" && scanner.at(char::is_whitespace) {
        scanner.jump(after_digits);
        letter = "";
    }
    let mut letters = letter.chars();
    let read = match (value, letters.next(), letters.next()) {
        (Some(value), None, _) => Some(Number { value, letter: part(scanner) }),
        (Some(value), Some(letter), None) if letter.is_ascii_alphabetic() => {
            Some(Number { value, letter: Some(letter.to_ascii_lowercase()) })
        }
        _ => None,
    };
    if read.is_none() || value == Some(0) {
        scanner.jump(before);
        return None;
    }
    read
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    List,
    Range,
    Blank,
}

/// ```ebnf
/// separator = ( "," | "en" | "&" | "/" | "+" | "," "en" | "alsmede" ) [ ( "op" ) ] [ "de" ] [ "vraag" | "vragen" | "antwoord" ]
/// range     = "t/m" | "tot en met" | "-" | "–"
/// ```
fn separator(scanner: &mut Scanner<'_>) -> Option<Separator> {
    let blank = !scanner.eat_whitespace().is_empty();
    if ["t/m", "T/m", "tot en met", "tot & met", "–", "-", "\u{2010}", "\u{2011}"].iter().any(|w| scanner.eat_if(*w))
    {
        scanner.eat_whitespace();
        return Some(Separator::Range);
    }
    let mut listed = false;
    for word in [",", ";", "en", "&", "/", "+", "alsmede", "and"] {
        let glued = word == "en" && scanner.before().ends_with(|c: char| c.is_ascii_digit());
        if scanner.at(word) && (!word.starts_with(char::is_alphabetic) || blank || listed || glued) {
            scanner.eat_if(word);
            scanner.eat_whitespace();
            listed = true;
        }
    }
    if !listed {
        return blank.then_some(Separator::Blank);
    }
    for word in ["op ", "de ", "vragen ", "vraag ", "antwoord "] {
        scanner.eat_if(word);
    }
    Some(Separator::List)
}

/// Expands a range; `false` if it does not ascend or is too long.
fn extend(numbers: &mut Vec<Number>, last: Number, next: Number) -> bool {
    match (last.letter, next.letter) {
        (Some(a), Some(b)) if last.value == next.value && a < b => {
            for letter in (a..=b).skip(1) {
                push(numbers, Number { value: last.value, letter: Some(letter) });
            }
            true
        }
        _ if next.value > last.value && next.value - last.value <= tuning::range_max() => {
            for value in last.value + 1..next.value {
                push(numbers, Number::plain(value));
            }
            push(numbers, next);
            true
        }
        _ => false,
    }
}

fn push(numbers: &mut Vec<Number>, number: Number) {
    if !numbers.contains(&number) {
        numbers.push(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_no_longer_than_a_list() {
        let check = |last: u32, expect: bool| {
            assert_eq!(extend(&mut vec![Number::plain(1)], Number::plain(1), Number::plain(last)), expect, "1-{last}");
        };
        check(0, false);
        check(40, true);
        check(300, false);
    }
}
