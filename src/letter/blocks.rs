//! Cuts the text into blocks: each question, answer or notice runs from its heading to the next one, or to the end.

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::Block;
use super::heading::{self, Head, Role};
use super::{closing, place, requests, title, unheaded_answers};
use crate::layout::{Paragraph, Text};
use crate::record::Kind;
use crate::record::Number;

/// Cuts the body at the headings.
pub(super) fn cut(text: &Text, heads: &[Head], kind: Kind) -> Vec<Block> {
    let series = series(text, heads);
    let end = place::body(text).end;
    let come_back = titles_come_back(text, heads);
    let headed = heads.iter().any(|head| head.role == Role::Answer);
    let mut blocks: Vec<Block> = Vec::with_capacity(heads.len());
    for (index, head) in heads.iter().enumerate() {
        let next = heads.get(index + 1).map_or(end, |next| next.at.start);
        let closes = heads.get(index + 1).is_none() || series[index + 1] != series[index];
        let before_question = heads.get(index + 1).is_some_and(|next| next.role == Role::Question);
        let mut body = place::trim(text, &(head.at.end..next));
        body.end = without_heading_rows(text, &body);
        if closes {
            body.end = closing::end_of_last(text, &body);
        } else if before_question {
            // Below a question alone a line without a full stop is as likely its own.
            let by_words = come_back && !(headed && head.role == Role::Question);
            body.end = closing::without_title(text, &body, by_words);
        } else if heads.get(index + 1).is_some_and(|next| answers_others(head, next)) {
            body.end = without_announcement(text, &body);
            body.end = without_heading(text, &body);
        }
        blocks.push(Block {
            role: head.role,
            series: series[index],
            numbers: head.numbers.clone(),
            head: head.at.clone(),
            unanswered: false,
            body: place::trim(text, &body),
            evidence: None,
        });
    }
    if kind == Kind::Mededeling { blocks } else { with_headless(text, blocks) }
}

/// The end of the last question without the heading of all answers: «Antwoorden».
fn without_heading(text: &Text, body: &Range<usize>) -> usize {
    let last = place::paragraphs(text, body).iter().rfind(|paragraph| paragraph.at.start > body.start);
    let heads =
        |own: &str| heading::read(own).is_some_and(|head| head.role == Role::Answer && head.length == own.len());
    let is_title = |paragraph: &&Paragraph| {
        let above = body.start..paragraph.at.start;
        heads(text.slice(&paragraph.at).trim()) || title::is_title(text, paragraph, &above)
    };
    last.filter(is_title).map_or(body.end, |title| title.at.start)
}

/// True where what may be a title stands above several questions, be it the first.
fn titles_come_back(text: &Text, heads: &[Head]) -> bool {
    let mut above = place::body(text).start;
    let mut titles = 0;
    for head in heads {
        let between = above..head.at.start;
        let last = place::paragraphs(text, &between).iter().rfind(|p| !text.slice(&p.at).trim().is_empty());
        let is_title = last.filter(|_| head.role == Role::Question).is_some_and(|last| {
            last.at.start >= above && title::may_be_title(text, last, &(above..last.at.start.max(above)))
        });
        titles += usize::from(is_title);
        above = head.at.end;
    }
    titles > 1
}

/// The end of a text in a table without the rows that head what comes after it.
fn without_heading_rows(text: &Text, body: &Range<usize>) -> usize {
    let paragraphs = place::paragraphs(text, body);
    let heading = paragraphs.iter().rev().take_while(|row| row.at.start > body.start && row.heads_rows());
    let in_table = paragraphs.iter().any(|row| row.filled().count() > 1);
    heading.last().filter(|_| in_table).map_or(body.end, |first| first.at.start)
}

/// True for a question below which the answer to another begins: all questions come first.
fn answers_others(head: &Head, next: &Head) -> bool {
    head.role == Role::Question
        && next.role == Role::Answer
        && !next.numbers.is_empty()
        && !next.numbers.iter().any(|number| head.numbers.contains(number))
}

/// The end of the last question without the sentence that announces the answers: «Op deze vragen antwoord ik als volgt.»
fn without_announcement(text: &Text, body: &Range<usize>) -> usize {
    let paragraphs = place::paragraphs(text, body);
    let asking = paragraphs.iter().rposition(|paragraph| requests::ends_asking(text.slice(&paragraph.at)));
    asking.map_or(body.end, |last| paragraphs[last].at.end.clamp(body.start, body.end))
}

/// Which numbering each heading belongs to: one that begins anew with 1, and goes on, is a second one.
fn series(text: &Text, heads: &[Head]) -> Vec<usize> {
    let mut series = Vec::with_capacity(heads.len());
    let mut seen: BTreeSet<Number> = BTreeSet::new();
    let (mut current, mut first) = (0, None);
    for (index, head) in heads.iter().enumerate() {
        if let (Role::Question, Some(&number)) = (head.role, head.numbers.first()) {
            let next = heads[index + 1..].iter().find(|head| head.role == Role::Question);
            let last = head.numbers.last().copied().unwrap_or(number);
            let goes_on =
                next.and_then(|next| next.numbers.first()).is_none_or(|next| next.follows(last) || *next == number);
            let titled = || {
                let above = index.checked_sub(1).map_or(0, |above| heads[above].at.end)..head.at.start;
                place::paragraphs(text, &above).iter().skip(1).any(|p| closing::opens_set(text, &p.at))
            };
            if Some(number) == first && goes_on && (seen.len() > 1 || (!seen.is_empty() && titled())) {
                current += 1;
                seen.clear();
            }
            first = first.or(Some(number));
            seen.extend(head.numbers.iter().copied());
        }
        series.push(current);
    }
    series
}

/// Splits the questions in which an answer without heading stands.
fn with_headless(text: &Text, blocks: Vec<Block>) -> Vec<Block> {
    let answered: BTreeSet<(usize, Number)> = blocks
        .iter()
        .filter(|block| block.role == Role::Answer)
        .flat_map(|block| block.numbers.iter().map(|number| (block.series, *number)))
        .collect();
    let headed = blocks.iter().any(|block| block.role == Role::Answer);
    let mut split = Vec::with_capacity(blocks.len());
    let mut open_before_bare = vec![false; blocks.len()];
    for index in (0..blocks.len()).rev() {
        open_before_bare[index] = blocks.get(index + 1).is_some_and(|next| match next.role {
            Role::Question => open_before_bare[index + 1],
            Role::Answer => next.numbers.is_empty(),
            Role::Notice | Role::Answerer => false,
        });
    }
    // Where type tells most answers, what is all in the questions' type has none of its own.
    let asked: Vec<&Block> = blocks.iter().filter(|block| block.role == Role::Question).collect();
    let styled: Vec<Range<usize>> = asked
        .iter()
        .filter_map(|block| Some(block.body.start..unheaded_answers::by_style(text, &block.body)?.0))
        .collect();
    let model = styled.first().filter(|_| 2 * styled.len() > asked.len()).cloned();
    let is_question =
        |body: &Range<usize>| model.as_ref().is_some_and(|model| unheaded_answers::is_all_like(text, body, model));
    for (block, before_bare) in blocks.into_iter().zip(open_before_bare) {
        let named = block.numbers.iter().any(|number| answered.contains(&(block.series, *number)));
        let found = if block.role != Role::Question || named || before_bare {
            None
        } else if headed || is_question(&block.body) {
            unheaded_answers::by_style(text, &block.body)
        } else {
            unheaded_answers::find(text, &block.body)
        };
        let Some((at, evidence)) = found else {
            let unanswered = !headed && unheaded_answers::is_unanswered_row(text, &block.body);
            split.push(Block { unanswered, ..block });
            continue;
        };
        let body = place::trim(text, &(at..block.body.end));
        let answer = Block {
            role: Role::Answer,
            series: block.series,
            numbers: Vec::new(),
            head: body.start..body.start,
            unanswered: false,
            body,
            evidence: Some(evidence),
        };
        split.push(Block { body: place::trim(text, &(block.body.start..at)), ..block });
        split.push(answer);
    }
    split
}
