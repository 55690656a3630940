//! Takes the note zone off the foot of a page and tells its notes apart.

pub(super) mod series;
pub(super) mod weigh;

use std::collections::BTreeSet;

use super::column::Column;
use super::lines::piece::Line;
use super::{MarkForm, NoteMark, Rect};
use crate::layout::{mark, tuning};

/// What is known of the body when a page's zone is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// Size of the body's type in points.
    pub(super) size: f32,
    /// The last line of the notes in which the column or the page before ended.
    pub(super) before: Option<&'a Line>,
    /// Number of the last note met.
    pub(super) last: u32,
    /// What may be marks in the body up to here.
    pub(super) marks: &'a BTreeSet<String>,
}

impl Known<'_> {
    /// The mark that leads this line, if it can be that of a note: a plain number is one only where the text above bears
    /// it.
    fn note(&self, line: &Line) -> Option<NoteMark> {
        let is_plain = |mark: &NoteMark| mark.form == MarkForm::Raised && raised_mark(line).is_none();
        leading_mark(line, self.last).filter(|mark| !is_plain(mark) || self.marks.contains(&mark.mark))
    }

    /// The line is set as the notes of the page before are, in type smaller than the body's.
    fn runs_on(&self, line: &Line) -> bool {
        let same = |before: &Line| (before.size - line.size).abs() < tuning::note_same_type();
        line.size < tuning::note_size() * self.size && self.before.is_some_and(same)
    }

    /// The page before ends inside a sentence of a note.
    fn is_open(&self) -> bool {
        self.before.is_some_and(|line| !line.text().ends_with(['.', '?', '!', ';', '…', '»', '”', '"']))
    }
}

/// What may be marks of notes in lines: raised figures, each by itself, too («12» may stand for 1 and 2), and figures at
/// full size that end a word («sluizen1»), as in what is read from a picture.
pub(super) fn printed_marks<'a>(lines: impl Iterator<Item = &'a Line>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in lines {
        for piece in line.pieces.iter().skip(1).filter(|piece| line.is_raised(piece)) {
            let marks = mark::marks(&piece.text);
            found.extend(marks.iter().flat_map(|mark| mark.mark.chars()).map(String::from));
            found.extend(marks.into_iter().map(|mark| mark.mark));
        }
        found.extend(line.pieces.iter().filter_map(|piece| glued(&piece.text)));
    }
    found
}

/// The figures behind a word and its punctuation.
fn glued(text: &str) -> Option<String> {
    let word = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let letters = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    let figures = text.strip_prefix(word).filter(|figures| !figures.is_empty())?;
    letters.ends_with(char::is_alphabetic).then(|| figures.to_owned())
}

/// Takes the note zone off the end of a column's lines.
pub(super) fn take(lines: &mut Vec<Line>, column: &Column, rules: &[Rect], known: Known<'_>) -> Vec<Line> {
    for line in lines.iter_mut() {
        part_bracket(line);
    }
    match zone_start(lines, column, rules, known) {
        Some(start) => lines.split_off(start),
        None => Vec::new(),
    }
}

fn zone_start(lines: &[Line], column: &Column, rules: &[Rect], known: Known<'_>) -> Option<usize> {
    by_tag(lines)
        .or_else(|| by_rule(lines, column, rules, known))
        .or_else(|| by_raised_mark(lines, known))
        .or_else(|| by_number(lines, known))
        .or_else(|| by_bracket(lines, known))
        .or_else(|| by_open_note(lines, known))
}

fn by_tag(lines: &[Line]) -> Option<usize> {
    let from_end = lines.iter().rev().take_while(|line| line.is_tagged("Note")).count();
    (from_end > 0).then(|| lines.len() - from_end)
}

fn by_rule(lines: &[Line], column: &Column, rules: &[Rect], known: Known<'_>) -> Option<usize> {
    let wide = rules
        .iter()
        .filter(|rule| rule.right - rule.left >= tuning::note_rule_max() * (column.right - column.left))
        .count();
    // Over notes that run on from the page before Word draws it over the whole column; the rules of tables are several.
    let most = if known.before.is_some() && wide == 1 { f32::INFINITY } else { tuning::note_rule_max() };
    let candidates = rules
        .iter()
        .filter(|rule| {
            let width = rule.right - rule.left;
            is_alone(rule, rules)
                && rule.bottom - rule.top < 3.0
                && width > tuning::note_rule_min()
                && width < most * (column.right - column.left)
        })
        .filter_map(|rule| {
            let start = lines.iter().position(|line| line.baseline - 0.3 * line.size > rule.bottom)?;
            let first = &lines[start];
            // Where all text of a page stands in cells the notes alone begin at the margin.
            let near = |edge: f32| (rule.left - edge).abs() < tuning::note_rule_edge();
            if !near(column.left) && !near(first.left()) {
                return None;
            }
            // A signature or a table may stand under a rule too: marks or small type must bear it out.
            let marked = known.note(first).is_some();
            let small = lines[start..].iter().all(|line| line.size < tuning::note_size() * known.size);
            let marked =
                marked && (small || rule.right - rule.left < tuning::note_rule_max() * (column.right - column.left));
            let above = start.checked_sub(1).map(|last| &lines[last]);
            let apart = above.is_none_or(|above| above.baseline < rule.top + 1.0);
            // Small type alone is a note that runs on from the page before.
            let runs_on = small && known.runs_on(first);
            // Under an underlined heading stands text.
            let underlines = above.is_some_and(|above| underlines(rule, above));
            (apart && !underlines && (marked || runs_on) && settled(&lines[start..])).then_some((!marked, start))
        });
    candidates.min().map(|(_, start)| start)
}

/// The rule is drawn right under the words of the line, and no wider than they.
fn underlines(rule: &Rect, line: &Line) -> bool {
    rule.top - line.baseline < tuning::underline_below() * line.size
        && rule.right - line.right() < 0.5 * line.size
        && line.pieces.iter().all(|piece| piece.style.underlined)
}

/// No other rule meets it: rules that do are a table's (layout «browser-table»).
fn is_alone(rule: &Rect, rules: &[Rect]) -> bool {
    let near = |other: &Rect| {
        other.left < rule.right + tuning::rules_touch()
            && other.right > rule.left - tuning::rules_touch()
            && other.top < rule.bottom + tuning::rules_touch()
            && other.bottom > rule.top - tuning::rules_touch()
    };
    // One rule may be drawn twice.
    let twin = |other: &Rect| {
        (other.left - rule.left).abs() < tuning::rules_touch()
            && (other.right - rule.right).abs() < tuning::rules_touch()
    };
    !rules.iter().any(|other| near(other) && !twin(other))
}

/// No line after the first is larger than it: no body text follows. A second list, marked «1)», may stand below in type
/// of its own (layout «notes-at-end»).
fn settled(zone: &[Line]) -> bool {
    let Some(first) = zone.first() else { return false };
    let second = zone.iter().position(opens_second).unwrap_or(zone.len());
    zone[..second].iter().all(|line| line.size < tuning::note_same_size() * first.size)
}

fn opens_second(line: &Line) -> bool {
    let mark = line.pieces.first().and_then(|first| mark::one(&first.text));
    line.pieces.len() > 1 && mark.is_some_and(|mark| mark.mark == "1" && mark.form != MarkForm::Raised)
}

fn by_raised_mark(lines: &[Line], known: Known<'_>) -> Option<usize> {
    let start = (0..lines.len()).find(|&index| raised_mark(&lines[index]).is_some() && settled(&lines[index..]))?;
    let first = &lines[start];
    let mut from = start;
    // A note from the page before goes on above the first mark.
    while from > 0 && known.before.is_some() {
        let line = &lines[from - 1];
        let small =
            line.size < tuning::note_size() * known.size && (line.size - first.size).abs() < tuning::note_same_type();
        let near = lines[from].baseline - line.baseline < tuning::furniture_apart() * first.size;
        if !(small && near) {
            break;
        }
        from -= 1;
    }
    Some(from)
}

/// Small type at the foot whose first line begins with the next note's number, printed plain.
fn by_number(lines: &[Line], known: Known<'_>) -> Option<usize> {
    let small = lines.iter().rev().take_while(|line| line.size < tuning::note_size() * known.size).count();
    let start = lines.len() - small;
    let first = lines.get(start)?;
    (is_apart(lines, start) && known.note(first).is_some()).then_some(start)
}

/// Lines at the foot that blank parts from the text and whose marks, «1)» or «[1]», were not met before and stand in the
/// text above: they may be set as the text is. One mark may have gone to the next page.
fn by_bracket(lines: &[Line], known: Known<'_>) -> Option<usize> {
    let number = |line: &Line| leading_bracket(line).and_then(|mark| mark.mark.parse::<u32>().ok());
    let start = (1..lines.len()).find(|&index| number(&lines[index]).is_some() && is_apart(lines, index))?;
    let form = leading_bracket(&lines[start])?.form;
    let (text, zone) = lines.split_at(start);
    let numbers: Vec<u32> = zone.iter().filter_map(number).collect();
    let each: BTreeSet<u32> = numbers.iter().copied().collect();
    let new = each.len() == numbers.len() && each.last().is_some_and(|last| *last > known.last);
    let words: Vec<&str> = text.iter().flat_map(|line| &line.pieces).map(|piece| piece.text.as_str()).collect();
    let stands = |number: &&u32| {
        let mark = if form == MarkForm::Bracket { format!("[{number}]") } else { format!("{number})") };
        words.iter().any(|word| word.find(&mark).is_some_and(|at| at > 0) || **word == mark)
    };
    let standing = numbers.iter().filter(stands).count();
    (new && standing > 0 && standing + 1 >= numbers.len()).then_some(start)
}

fn leading_bracket(line: &Line) -> Option<NoteMark> {
    let first = line.pieces.first().filter(|_| line.pieces.len() > 1)?;
    mark::bracketed(&first.text).filter(|(_, width)| *width == first.text.len()).map(|(mark, _)| mark)
}

/// Small type at the foot, without a rule and a mark, where the page before ends inside a sentence of a note.
fn by_open_note(lines: &[Line], known: Known<'_>) -> Option<usize> {
    let from_end = lines.iter().rev().take_while(|line| known.runs_on(line)).count();
    let start = lines.len() - from_end;
    (from_end > 0 && known.is_open() && is_apart(lines, start)).then_some(start)
}

/// Blank parts the line from the text above it; nothing stands above it where notes have a page of their own.
fn is_apart(lines: &[Line], start: usize) -> bool {
    let above = start.checked_sub(1).map(|last| lines[last].baseline);
    above.is_none_or(|above| lines[start].baseline - above > tuning::furniture_apart() * lines[start].size)
}

/// The raised mark that leads a line.
pub(super) fn raised_mark(line: &Line) -> Option<NoteMark> {
    let first = line.pieces.first()?;
    if !line.is_raised(first) || line.pieces.len() < 2 {
        return None;
    }
    mark::one(&first.text)
}

/// Makes «[1]Bron», set without a gap, a mark and a word.
fn part_bracket(line: &mut Line) {
    let Some(first) = line.pieces.first() else { return };
    let Some((mark, width)) = mark::bracketed(&first.text) else { return };
    if mark.form != MarkForm::Bracket || width == first.text.len() {
        return;
    }
    let mut rest = first.clone();
    rest.text = rest.text.split_off(width);
    let signs = rest.edges.len() - rest.text.chars().filter(|sign| !sign.is_whitespace()).count();
    rest.edges.drain(..signs);
    rest.left += (first.right - first.left) * width as f32 / first.text.len() as f32;
    rest.after_blank = false;
    let edge = rest.left;
    line.pieces.insert(1, rest);
    line.pieces[0].text.truncate(width);
    line.pieces[0].edges.truncate(signs);
    line.pieces[0].right = edge;
}

/// The mark that leads a note's first line, raised or plain, and how many pieces it takes; `last` is the number of the
/// note before.
pub(super) fn leading_mark(line: &Line, last: u32) -> Option<NoteMark> {
    raised_mark(line).or_else(|| {
        let first = line.pieces.first()?;
        let mark = mark::one(&first.text)?;
        let stars = mark.form == MarkForm::Raised && !mark.mark.contains(|c: char| c.is_ascii_digit());
        let next = mark.mark.parse::<u32>().is_ok_and(|number| number == last + 1 || (last == 0 && number < 100));
        // A bracket parts the mark from its note where the page shows no gap (layout «notes-brackets»).
        let apart = mark.form != MarkForm::Raised || line.gap_before(1);
        ((next || stars) && line.pieces.len() > 1 && apart).then_some(mark)
    })
}

/// Where notes begin inside a line of the zone: piece index and mark. The first piece, or a raised mark in mid-line that
/// carries the next number.
fn starts(line: &Line, mut last: u32) -> Vec<(usize, NoteMark)> {
    let mut starts = Vec::new();
    // Of a table's notes those of one cell may stand before those of another: «7)» before «5)».
    if let Some(mark) = leading_mark(line, last).or_else(|| leading_bracket(line)) {
        last = mark.mark.parse().unwrap_or(last);
        starts.push((0, mark));
    }
    for (index, piece) in line.pieces.iter().enumerate().skip(1) {
        if line.is_raised(piece)
            && let Some(mark) = mark::one(&piece.text)
            && mark.mark.parse::<u32>().is_ok_and(|number| number == last + 1)
        {
            last += 1;
            starts.push((index, mark));
        }
    }
    starts
}

/// Where notes begin in the lines of one page's zone, line by line.
///
/// A line may begin with a figure that happens to be the next number («van / 3 oktober 2025»): it opens no note where
/// the sentence before it is open and the marks of the zone are raised, or the number leads another line.
pub(super) fn starts_of(zone: &[&Line], mut last: u32) -> Vec<Vec<(usize, NoteMark)>> {
    let raised = zone.iter().any(|line| raised_mark(line).is_some());
    let ended =
        |index: usize| index.checked_sub(1).is_none_or(|before| zone[before].text().ends_with(['.', '?', '!', '/']));
    let mut all = Vec::with_capacity(zone.len());
    for (index, line) in zone.iter().enumerate() {
        let mut starts = starts(line, last);
        let plain = |(piece, mark): &(usize, NoteMark)| {
            *piece == 0 && mark.form == MarkForm::Raised && raised_mark(line).is_none()
        };
        if let Some((_, mark)) = starts.first().filter(|start| plain(start)) {
            let later = (index + 1..zone.len()).any(|other| {
                let same = |found: NoteMark| found.mark == mark.mark;
                raised_mark(zone[other]).is_some_and(same)
                    || (ended(other) && leading_mark(zone[other], last).is_some_and(same))
            });
            if (!ended(index) && (later || raised)) || (raised && later) {
                starts.remove(0);
            }
        }
        last = starts.last().and_then(|(_, mark)| mark.mark.parse().ok()).unwrap_or(last);
        all.push(starts);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::starts_of;
    use crate::layout::lines::piece::{Line, Piece};

    #[test]
    fn a_line_may_begin_with_a_figure() {
        let line = |words: &[(&str, f32, f32)]| {
            let pieces = words.iter().map(|&(text, left, raise)| {
                let size = if raise > 0.0 { 5.0 } else { 8.0 };
                Piece::of(text, left, 100.0 - raise, size)
            });
            Line::new(1, pieces.collect())
        };
        let raised = |mark, text| line(&[(mark, 0.0, 3.0), (text, 6.0, 0.0)]);
        let plain = |mark, text| line(&[(mark, 0.0, 0.0), (text, 8.0, 0.0)]);
        let marks = |zone: &[Line]| {
            let found = starts_of(&zone.iter().collect::<Vec<_>>(), 0);
            let own = found.into_iter().flatten().map(|(_, mark)| mark.mark);
            own.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(marks(&[raised("1", "Bijeenkomst van"), plain("2", "oktober 2025."), raised("2", "Brief.")]), "1 2");
        assert_eq!(marks(&[plain("1", "Bijeenkomst van"), plain("2", "oktober 2025."), plain("2", "Brief.")]), "1 2");
        assert_eq!(marks(&[plain("1", "Bron."), plain("2", "Brief."), plain("3", "Nota.")]), "1 2 3");
    }
}
