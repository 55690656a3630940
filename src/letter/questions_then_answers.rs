//! Recognises letters that print all questions first and all answers after them, as every Aanhangsel did until about
//! 2005, with bare numbers in both parts.
//!
//! **Invariant:** a number below the divide leads an answer only where each question gets exactly one; else the
//! headings stay as they are.

use std::ops::Range;

use super::front::aanhangsel;
use super::heading::{Head, Role};
use super::{numbered, place};
use crate::layout::Text;
use crate::record::Kind;
use crate::record::Number;

/// The headings of such a letter; `None` where it is none.
pub(super) fn find(text: &Text, worded: &[Head], kind: Kind) -> Option<Vec<Head>> {
    let body = place::body(text);
    let divide = divide(text, worded, kind)?;
    // The Aanhangsel's own number stands alone above «Vragen van …».
    let asked = place::body_paragraphs(text).find(|p| aanhangsel::is_asked(text, &p.at));
    let start = asked.map_or(body.start, |p| p.at.end).min(divide.at.start);
    let mut heads = questions(text, worded, start..divide.at.start, kind);
    let asked: Vec<Number> = heads.iter().flat_map(|head| head.numbers.iter().copied()).collect();
    if asked.is_empty() {
        return None;
    }
    let below = divide.says_who.unwrap_or(divide.at.end);
    let named: Vec<Head> =
        worded.iter().filter(|head| head.at.start >= below && head.role == Role::Answer).cloned().collect();
    let answers = if divide.postpones {
        vec![Head { role: Role::Notice, ..whole(below) }]
    } else if named.is_empty() {
        let unnumbered = || divide.says_who.map(|_| vec![whole(below)]);
        by_number(text, &(below..body.end), &asked).or_else(unnumbered)?
    } else {
        named
    };
    heads.push(Head { at: divide.at, role: Role::Answerer, numbers: Vec::new(), by_number: false });
    heads.extend(answers);
    Some(heads)
}

/// What parts the questions from the answers.
struct Divide {
    /// The heading «Antwoord», or the empty place before the sentence that says who answers.
    at: Range<usize>,
    /// Where that sentence ends, if it stands here.
    says_who: Option<usize>,
    /// True if it says that the answer comes later.
    postpones: bool,
}

fn divide(text: &Text, worded: &[Head], kind: Kind) -> Option<Divide> {
    let bare: Vec<&Head> = worded.iter().filter(|head| head.role == Role::Answer && head.numbers.is_empty()).collect();
    let answerer = place::body_paragraphs(text)
        .find(|p| matches!(kind, Kind::Aanhangsel | Kind::Mededeling) && aanhangsel::is_answerer(text, &p.at));
    if let Some(answerer) = answerer {
        let start = answerer.at.start;
        let notice = worded.iter().filter(|head| head.role == Role::Notice);
        let heading = bare
            .into_iter()
            .chain(notice)
            .find(|head| text.slice(&(head.at.end.min(start)..start)).trim().is_empty() && head.at.end <= start);
        let at = heading.map_or(start..start, |head| head.at.clone());
        let postpones = text.slice(&answerer.at).trim_start().starts_with("Mededeling");
        return Some(Divide { at, says_who: Some(answerer.at.end), postpones });
    }
    let [heading] = bare.as_slice() else { return None };
    let alone = worded.iter().all(|head| head.role != Role::Answer || head.numbers.is_empty());
    alone.then(|| Divide { at: heading.at.clone(), says_who: None, postpones: false })
}

/// The questions above the divide: by word, else by number.
fn questions(text: &Text, worded: &[Head], above: Range<usize>, kind: Kind) -> Vec<Head> {
    let named = worded.iter().filter(|head| head.role == Role::Question && !head.numbers.is_empty());
    let named: Vec<Head> = named.filter(|head| head.at.start < above.end).cloned().collect();
    if named.is_empty() { numbered::find(text, &above, numbered::Answers::Headed, kind) } else { named }
}

/// The numbers that lead the answers: in order, from the first line on, all of one form, each question once.
fn by_number(text: &Text, below: &Range<usize>, asked: &[Number]) -> Option<Vec<Head>> {
    let mut open = asked.to_vec();
    let first = place::paragraphs(text, below).iter().find(|p| !text.slice(&p.at).trim().is_empty())?.at.start;
    let led =
        numbered::leading(text, below).into_values().find(|led| led.first().is_some_and(|led| led.0.start == first))?;
    let mut answers = Vec::new();
    for (at, numbers) in led {
        for number in &numbers {
            let known = open.iter().position(|open| open == number)?;
            open.remove(known);
        }
        answers.push(Head { at, role: Role::Answer, numbers, by_number: true });
    }
    open.is_empty().then_some(answers)
}

/// One answer, without a number, to all.
fn whole(at: usize) -> Head {
    Head { at: at..at, role: Role::Answer, numbers: Vec::new(), by_number: false }
}
