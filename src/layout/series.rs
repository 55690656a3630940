//! The body's paragraphs come in; a list of notes at their end whose marks are printed as `1)` or `[1]` goes out, and the
//! marks are taken out of the text.

use super::draft::Draft;
use super::{MarkForm, NoteMark, mark};

/// Takes the list of notes off the body, and its marks out of it.
pub(super) fn take(body: &mut Vec<Draft>) -> Vec<Draft> {
    let Some((start, form)) = list_start(body) else { return Vec::new() };
    let mut list: Vec<Draft> = Vec::new();
    let mut next = 1;
    let mut end = start;
    for draft in &body[start..] {
        match lead(draft) {
            Some((mark, _)) if mark.form == form && mark.mark == next.to_string() => next += 1,
            _ => break,
        }
        end += 1;
    }
    let numbers = 1..next;
    for draft in &mut body[..start] {
        for (at, found) in occurrences(draft, form).into_iter().rev() {
            if found.mark.parse::<u32>().is_ok_and(|number| numbers.contains(&number)) {
                draft.take_out(at, found);
            }
        }
    }
    list.extend(body.drain(start..end));
    for draft in &mut list {
        if let Some((mark, width)) = lead(draft) {
            draft.behead(width);
            draft.note = Some(mark);
        }
    }
    list
}

/// Where the list begins: the last paragraph that opens with mark 1 and whose mark stands in the text before it.
fn list_start(body: &[Draft]) -> Option<(usize, MarkForm)> {
    (0..body.len()).rev().find_map(|index| {
        let (mark, _) = lead(&body[index])?;
        if mark.mark != "1" {
            return None;
        }
        let marked = body[..index].iter().any(|draft| occurrences(draft, mark.form).iter().any(|(_, found)| found.mark == "1"));
        marked.then_some((index, mark.form))
    })
}

/// The mark at a paragraph's start, in brackets, and its width in characters.
fn lead(draft: &Draft) -> Option<(NoteMark, usize)> {
    let word: String = draft.atoms.iter().map(|atom| atom.char).take_while(|c| !c.is_whitespace()).take(8).collect();
    // «[1]Bron»: the bracket may close without a gap.
    let end = word.char_indices().find(|(_, c)| matches!(c, ')' | ']')).map(|(at, c)| at + c.len_utf8())?;
    let printed = word.get(..end)?;
    let mark = mark::one(printed)?;
    (mark.form != MarkForm::Raised && draft.atoms.len() > end + 1).then_some((mark, printed.chars().count()))
}

/// The marks of this form inside a paragraph, as ranges of atoms.
fn occurrences(draft: &Draft, form: MarkForm) -> Vec<(std::ops::Range<usize>, NoteMark)> {
    let chars: Vec<char> = draft.atoms.iter().map(|atom| atom.char).collect();
    let mut found = Vec::new();
    let mut open = 0_i32;
    let mut at = 0;
    while at < chars.len() {
        match chars[at] {
            '(' => open += 1,
            ')' => open = (open - 1).max(0),
            '[' if form == MarkForm::Bracket => {
                let digits = chars[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
                let end = at + 2 + digits;
                if digits > 0 && chars.get(end - 1) == Some(&']') && at > 0 {
                    found.extend(mark::one(&chars[at..end].iter().collect::<String>()).map(|mark| (at..end, mark)));
                }
            }
            c if form == MarkForm::Parenthesis && c.is_ascii_digit() && at > 0 && !chars[at - 1].is_ascii_digit() => {
                let digits = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
                let end = at + digits + 1;
                // «(artikel 3)» closes a bracket that is open, «art. 3.1)» goes on a number.
                let closes = open > 0 || matches!(chars[at - 1], '.' | ',' | '-' | '/');
                if digits <= 3 && chars.get(end - 1) == Some(&')') && !closes {
                    found.extend(mark::one(&chars[at..end].iter().collect::<String>()).map(|mark| (at..end, mark)));
                    at = end;
                    continue;
                }
                at += digits;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}
