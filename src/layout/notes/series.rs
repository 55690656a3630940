//! Recognises a list of notes at the end of the body whose marks are printed as `1)` or `[1]`, and takes those marks
//! out of the text; likewise for notes at the foot whose marks are printed so.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::layout::draft::Draft;
use crate::layout::{MarkForm, NoteMark, mark};

/// Digits of a year.
const YEAR: usize = 4;

/// Takes the list of notes off the body, and its marks out of it.
pub(in crate::layout) fn take(body: &mut Vec<Draft>) -> Vec<Draft> {
    let Some((start, form)) = list_start(body) else { return Vec::new() };
    let list = take_list(body, start, form);
    let known = (1..=list.len()).map(|number| number.to_string()).collect();
    take_out(&mut body[..start], form, &known);
    list
}

/// Takes the list off the notes, below which it stands where they are printed at the letter's end (layouts «notes-at-end»,
/// «notes-after-rule»).
pub(in crate::layout) fn take_behind_notes(zone: &mut Vec<Draft>, body: &mut [Draft]) -> Vec<Draft> {
    let found = zone.iter().enumerate().rev().find_map(|(index, draft)| {
        let (mark, _) = lead(draft).filter(|_| draft.note.is_none() && index > 0)?;
        (mark.mark == "1" && is_marked(body, &mark)).then_some((index, mark.form))
    });
    let Some((start, form)) = found else { return Vec::new() };
    let list = take_list(zone, start, form);
    let known = (1..=list.len()).map(|number| number.to_string()).collect();
    take_out(body, form, &known);
    list
}

/// Takes the list that begins at a paragraph.
fn take_list(drafts: &mut Vec<Draft>, start: usize, form: MarkForm) -> Vec<Draft> {
    let mut list: Vec<Draft> = Vec::new();
    let mut end = start;
    while end < drafts.len() && leads_with(&drafts[end], form, list.len() + 1) {
        list.push(std::mem::take(&mut drafts[end]));
        end += 1;
        // A note ends where the next mark begins, even in mid-line.
        while let Some(at) = list.last().and_then(|note| inner_start(note, form, list.len() + 1)) {
            let next = list.last_mut().map(|note| note.split_off(at));
            list.extend(next);
        }
    }
    drafts.drain(start..end);
    for draft in &mut list {
        if let Some((mark, width)) = lead(draft) {
            draft.behead(width);
            draft.note = Some(mark);
        }
    }
    list
}

/// Takes the marks of notes at the foot out of the body, where they are printed in brackets.
pub(in crate::layout) fn take_marks(body: &mut [Draft], notes: &[Draft]) {
    for form in [MarkForm::Bracket, MarkForm::Parenthesis] {
        let own = notes.iter().filter_map(|draft| draft.note.as_ref()).filter(|note| note.form == form);
        let known: BTreeSet<String> = own.map(|note| note.mark.clone()).collect();
        if !known.is_empty() {
            take_out(body, form, &known);
        }
    }
}

fn take_out(body: &mut [Draft], form: MarkForm, known: &BTreeSet<String>) {
    let mut all: Vec<Vec<Occurrence>> = body.iter().map(|draft| occurrences(draft, form)).collect();
    for own in &mut all {
        own.retain(|one| known.contains(&one.mark.mark));
    }
    let clear = |own: &[Vec<Occurrence>]| -> Vec<u32> {
        own.iter().flatten().filter(|one| one.clear).filter_map(|one| one.mark.mark.parse().ok()).collect()
    };
    let met = clear(&all);
    for index in 0..body.len() {
        // What may be the end of a number is a mark where no other place has it and it stands in order.
        let in_order = |one: &Occurrence| {
            let (before, after) = (clear(&all[..index]), clear(&all[index + 1..]));
            one.mark.mark.parse::<u32>().is_ok_and(|own| {
                !met.contains(&own) && before.iter().all(|other| *other < own) && after.iter().all(|other| *other > own)
            })
        };
        let mut own: Vec<Occurrence> = all[index].iter().filter(|one| one.clear || in_order(one)).cloned().collect();
        own.dedup_by_key(|one| one.at.end);
        for one in own.into_iter().rev() {
            body[index].take_out(one.at, one.mark);
        }
    }
}

/// What may be a mark inside a paragraph.
#[derive(Debug, Clone)]
struct Occurrence {
    /// Its atoms.
    at: Range<usize>,
    mark: NoteMark,
    /// False for digits behind a number and a full stop: «antwoord op vraag 2.15)».
    clear: bool,
}

/// Where the list begins: the last paragraph that opens with mark 1 and whose mark stands in the text before it, as those
/// of most of the list do; the items of an enumeration bear none.
fn list_start(body: &[Draft]) -> Option<(usize, MarkForm)> {
    (0..body.len()).rev().find_map(|index| {
        let (mark, _) = lead(&body[index]).filter(|(mark, _)| mark.mark == "1")?;
        let led = body[index..].iter().zip(1..).take_while(|(draft, number)| leads_with(draft, mark.form, *number));
        let marks: Vec<NoteMark> =
            led.map(|(_, number)| NoteMark { mark: number.to_string(), form: mark.form }).collect();
        let marked = marks.iter().filter(|mark| is_marked(&body[..index], mark)).count();
        (is_marked(&body[..index], &mark) && 2 * marked > marks.len()).then_some((index, mark.form))
    })
}

/// The mark stands in the text, in its brackets or raised.
fn is_marked(body: &[Draft], mark: &NoteMark) -> bool {
    body.iter().any(|draft| {
        occurrences(draft, mark.form).iter().any(|one| one.clear && one.mark.mark == mark.mark)
            || draft.marks.iter().any(|(_, found, _)| found == mark)
    })
}

fn leads_with(draft: &Draft, form: MarkForm, number: usize) -> bool {
    lead(draft).is_some_and(|(mark, _)| mark.form == form && mark.mark == number.to_string())
}

/// Where inside a note the note of this number begins.
fn inner_start(note: &Draft, form: MarkForm, number: usize) -> Option<usize> {
    let inner = occurrences(note, form).into_iter().find(|one| one.clear && one.mark.mark == number.to_string());
    inner.map(|one| one.at.start)
}

/// The mark at a paragraph's start, in brackets, and its width in characters.
fn lead(draft: &Draft) -> Option<(NoteMark, usize)> {
    let word: String = draft.atoms.iter().map(|atom| atom.char).take_while(|c| !c.is_whitespace()).take(8).collect();
    let (mark, width) = mark::bracketed(&word)?;
    (draft.atoms.len() > width + 1).then_some((mark, width))
}

/// True where digits end the text that are no part of a word, as they are in «m3».
fn ends_number(chars: &[char]) -> bool {
    let digits = chars.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    digits > 0 && chars[..chars.len() - digits].last().is_none_or(|c| !c.is_alphabetic())
}

/// The number between these characters leads an item of a list inside a sentence («namelijk 1) de brug, 2) de sluis»):
/// a blank parts it from the word before, and a word goes on behind it. A mark closes a word or a sentence.
fn enumerates(before: &[char], after: &[char]) -> bool {
    let ends = |c: &char| c.is_whitespace();
    let apart = before.last().is_some_and(ends);
    let word = before.iter().rev().find(|c| !ends(c)).is_none_or(|c| c.is_alphanumeric() || ":,;-–—".contains(*c));
    let goes_on = after.first().is_some_and(ends) && after.iter().find(|c| !ends(c)).is_some_and(|c| c.is_lowercase());
    apart && word && goes_on
}

/// The marks of this form inside a paragraph.
fn occurrences(draft: &Draft, form: MarkForm) -> Vec<Occurrence> {
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
                    found.extend(occurrence(&chars, at..end, true));
                }
            }
            c if form == MarkForm::Parenthesis && c.is_ascii_digit() && at > 0 && !chars[at - 1].is_ascii_digit() => {
                let digits = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
                let end = at + digits + 1;
                // In «20212)» a mark follows a year.
                let year = digits > YEAR
                    && open == 0
                    && !chars[at - 1].is_alphanumeric()
                    && matches!(chars[at..at + 2], ['1', '9'] | ['2', '0']);
                if year && chars.get(end - 1) == Some(&')') {
                    at += YEAR;
                    found.extend(occurrence(&chars, at..end, true));
                    at = end;
                    continue;
                }
                // «(artikel 3)» closes a bracket that is open, «3.1)» goes on a number; «dagen.1)» ends a sentence.
                let number = matches!(chars[at - 1], '.' | ',') && (at < 2 || ends_number(&chars[..at - 1]));
                let closes = open > 0 || matches!(chars[at - 1], '-' | '/') || (number && chars[at - 1] == ',');
                if digits <= 3
                    && chars.get(end - 1) == Some(&')')
                    && !closes
                    && !enumerates(&chars[..at], &chars[end..])
                {
                    found.extend(occurrence(&chars, at..end, !number));
                    // Of «vraag 35)» the 5 may be the mark.
                    found.extend((at + 1..end - 1).filter_map(|start| occurrence(&chars, start..end, false)));
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

fn occurrence(chars: &[char], at: Range<usize>, clear: bool) -> Option<Occurrence> {
    let mark = mark::one(&chars[at.clone()].iter().collect::<String>())?;
    Some(Occurrence { at, mark, clear })
}
