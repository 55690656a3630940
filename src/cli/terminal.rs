//! The terminal: its width, its styles, and texts cut to fit.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns where output goes to no terminal: wide enough for a table, narrow enough to read.
pub(super) const WIDTH: usize = 100;
/// Below this many columns nothing is made narrower: it is left to the terminal to wrap.
const NARROWEST: usize = 40;
/// Bytes of a word that may be left out to cut between words; the longest compounds of the letters have about 40, and
/// an address is cut where it has to be.
const LONGEST_LOSS: usize = 24;

/// What is looked for first: ids and headings.
pub(super) const STRONG: Style = Style::new().bold();
/// What is said beside it.
pub(super) const FAINT: Style = Style::new().dimmed();
/// Words that were looked for.
pub(super) const FOUND: Style = AnsiColor::Green.on_default().bold();
/// What asks for care. Never the only sign of it.
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default();
/// What went wrong. Never the only sign of it.
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();

/// The columns of the terminal that output goes to; `COLUMNS` overrules, as in other programs.
pub(super) fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    told.or_else(seen).unwrap_or(WIDTH).max(NARROWEST)
}

/// A text on one line of at most `room` columns: all of it, else its first words … its last words.
pub(super) fn excerpt(text: &str, room: usize) -> String {
    let line = one_line(text);
    if line.width() <= room {
        return line.into_owned();
    }
    let room = room.saturating_sub(" … ".width());
    let tail_room = room / 3;
    let head = take(line.chars(), room - tail_room);
    let backwards = take(line.chars().rev(), tail_room);
    let tail: String = backwards.chars().rev().collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

/// A text on one line, its first words only.
pub(super) fn opening(text: &str, room: usize) -> String {
    let line = one_line(text);
    if line.width() <= room {
        return line.into_owned();
    }
    format!("{} …", take(line.chars(), room.saturating_sub(" …".width())).trim_end())
}

/// Paragraphs stay visible as «¶».
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(text.replace('\n', " ¶ ")) } else { Cow::Borrowed(text) }
}

/// As many characters as fit, up to the end of a word where one ends near.
fn take(characters: impl Iterator<Item = char>, room: usize) -> String {
    let (mut taken, mut used, mut word_end) = (String::new(), 0, 0);
    for character in characters {
        used += character.width().unwrap_or(0);
        if character.is_whitespace() {
            word_end = taken.len();
        }
        if used > room {
            if taken.len() - word_end <= LONGEST_LOSS.min(room / 2) {
                taken.truncate(word_end);
            }
            break;
        }
        taken.push(character);
    }
    taken
}

/// A text in lines of at most `width` columns, every line but the first indented.
pub(super) fn hang(text: &str, width: usize, indent: usize) -> String {
    let indent = " ".repeat(indent);
    textwrap::fill(text, textwrap::Options::new(width).subsequent_indent(&indent))
}

/// A count with its noun.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Pages as people write them: `p1`, `p1-3`, `p1,3`; empty where the file has none.
pub(super) fn pages(pages: &[usize]) -> String {
    let mut text = String::new();
    let mut rest = pages;
    while let Some((&first, _)) = rest.split_first() {
        let run = rest.iter().zip(first..).take_while(|(page, expected)| *page == expected).count();
        let (run, after) = rest.split_at(run);
        text.push_str(if text.is_empty() { "p" } else { "," });
        text.push_str(&first.to_string());
        if let [_, .., last] = run {
            text.push('-');
            text.push_str(&last.to_string());
        }
        rest = after;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_keep_both_ends() {
        let check = |text, room, expect: &str| assert_eq!(excerpt(text, room), expect);
        check("Kunt u dit toelichten?", 40, "Kunt u dit toelichten?");
        check("een twee drie vier vijf zes zeven acht", 24, "een twee drie … acht");
        check(
            "https://www.example.org/een/heel/lang/adres/van/een/stuk.html",
            40,
            "https://www.example.org/e … en/stuk.html",
        );
        check("Ja.\nNee.", 40, "Ja. ¶ Nee.");
    }

    #[test]
    fn pages_are_ranges() {
        let check = |numbers: &[usize], expect: &str| assert_eq!(pages(numbers), expect);
        check(&[], "");
        check(&[4], "p4");
        check(&[1, 2, 3], "p1-3");
        check(&[1, 3, 4], "p1,3-4");
    }
}
