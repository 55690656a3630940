//! Calls the steps of layout in order.

use std::collections::BTreeSet;

use super::column::{self, Column, Sheet};
use super::draft::{self, Draft, Sign};
use super::hyphen::Vocabulary;
use super::lines::frames;
use super::lines::frames::Home;
use super::lines::piece::Line;
use super::lines::superior::Figures;
use super::notes::series;
use super::notes::weigh::{self, Notes};
use super::paragraph::{self, Between, Placed};
use super::table::{self, Block, Row};
use super::text::Builder;
use super::tuning;
use super::{Flow, MarkForm, NoteMark, Page, Text, furniture, lines, notes};
use crate::pdf;

/// Lays the pages of one document out as one running text.
#[must_use]
pub fn text(pages: &[pdf::Page]) -> Text {
    let figures = Figures::measure(pages);
    let homes: Vec<Vec<Home>> = pages.iter().map(frames::homes).collect();
    let lines = pages.iter().zip(&homes).map(|(page, homes)| lines::lines(page, homes, &figures));
    let (lines, doubles): (Vec<_>, Vec<_>) = lines.unzip();
    let fragments: Vec<Vec<Line>> =
        lines.into_iter().map(|lines| lines.into_iter().flat_map(Line::fragments).collect()).collect();
    let vocabulary = vocabulary(&fragments);
    let body_size = column::body_size(&fragments.iter().flatten().collect::<Vec<_>>()).unwrap_or_default();
    let sheets: Vec<Sheet> = pages
        .iter()
        .map(|page| Sheet { turned: page.width > page.height, rules: &page.rules, tables: table::areas(&page.rules) })
        .collect();
    let mut divided = column::divide(fragments, &sheets);
    let heights: Vec<f32> = pages.iter().map(|page| page.height).collect();
    let furniture = furniture::take(&mut divided, &heights);

    let mut body = Vec::new();
    let mut zone: Vec<(Placed, Starts)> = Vec::new();
    let mut side = Vec::new();
    let mut ordinal = 0;
    let mut last = 0;
    let mut open_table = table::Open::default();
    let mut marks = BTreeSet::new();
    for (page, divided) in pages.iter().zip(divided) {
        for (column, fragments) in divided.columns {
            let mut lines = joined(fragments);
            marks.extend(notes::printed_marks(lines.iter()));
            let before = zone.last().map(|(placed, _)| &placed.line);
            let before = before.filter(|line| line.page + 1 >= page.number);
            let known = notes::Known { size: body_size, before, last, marks: &marks };
            let taken = notes::take(&mut lines, &column, &page.rules, known);
            let starts = notes::starts_of(&taken.iter().collect::<Vec<_>>(), last);
            let mut numbers = starts.iter().flatten().filter_map(|(_, mark)| mark.mark.parse().ok());
            last = numbers.next_back().unwrap_or(last);
            zone.extend(taken.into_iter().zip(starts).map(|(line, starts)| (Placed { line, column, ordinal }, starts)));
            let blocks = table::blocks(lines, &page.rules, &column, &mut open_table);
            body.extend(blocks.into_iter().map(|block| (block, column, ordinal)));
            ordinal += 1;
        }
        side.push(divided.side);
    }

    let mut zone = note_drafts(zone, &vocabulary);
    let unclaimed: Vec<Draft> = zone.drain(..zone.iter().take_while(|draft| draft.note.is_none()).count()).collect();
    let last_text = body.iter().map(|(block, ..)| page_of(block)).max().unwrap_or_default();
    let notes = Notes::of(&zone, last_text);
    let repeated = take_repeated_headers(&mut body);
    let mut body = body_drafts(body, &vocabulary, &notes);
    // Small type before the first note is no part of one: it is the text of its page.
    for draft in unclaimed {
        let at = body.iter().rposition(|other| other.page <= draft.page).map_or(0, |last| last + 1);
        body.insert(at, draft);
    }
    series::take_marks(&mut body, &zone);
    let mut second = series::take(&mut body);
    if second.is_empty() {
        second = series::take_behind_notes(&mut zone, &mut body);
    }

    let page = |page: &pdf::Page| Page { number: page.number, faults: page.faults.clone(), label: page.label.clone() };
    let mut text = Builder::new(pages.iter().map(page).collect());
    for (flow, drafts) in [(Flow::Body, body), (Flow::Note, zone), (Flow::Note, second)] {
        for draft in drafts {
            text.push(draft, flow);
        }
    }
    for lines in side {
        for draft in side_drafts(lines, &vocabulary) {
            text.push(draft, Flow::Side);
        }
    }
    for row in repeated {
        let draft = row_draft(row, 1.0, &vocabulary, &mut no_marks);
        text.push(draft, Flow::Head);
    }
    for (at, (page, doubles)) in furniture.into_iter().zip(doubles).enumerate() {
        let stamps = lines::stamps(&pages[at], &homes[at]);
        let (head, foot) = (joined(page.head), joined(page.foot));
        for (flow, lines) in [(Flow::Head, head), (Flow::Foot, foot), (Flow::Stamp, stamps), (Flow::Double, doubles)] {
            for line in lines {
                let mut draft = Draft::default();
                draft.push_line(&line, &vocabulary, &mut no_marks);
                text.push(draft, flow);
            }
        }
    }
    text.finish()
}

fn no_marks(_: &Line, _: usize) -> Sign {
    Sign::Text
}

fn page_of(block: &Block) -> usize {
    match block {
        Block::Line(line) => line.page,
        Block::Row(row) => row.cells.iter().flatten().map(|line| line.page).max().unwrap_or_default(),
    }
}

fn vocabulary(pages: &[Vec<Line>]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for line in pages.iter().flatten() {
        vocabulary.learn(&line.text());
    }
    vocabulary
}

/// Fragments on one baseline are one line; top to bottom.
fn joined(mut fragments: Vec<Line>) -> Vec<Line> {
    fragments.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Vec<Line>> = Vec::new();
    for fragment in fragments {
        match rows.last_mut() {
            Some(row)
                if row.first().is_some_and(|first| fragment.baseline - first.baseline <= 0.4 + 0.08 * first.size) =>
            {
                row.push(fragment);
            }
            _ => rows.push(vec![fragment]),
        }
    }
    rows.into_iter().filter_map(Line::joined).collect()
}

/// The usual distance between lines as a share of their size.
fn leading<'a>(lines: impl Iterator<Item = (&'a Line, usize)>) -> f32 {
    let mut tally = std::collections::BTreeMap::<i32, usize>::new();
    let mut before: Option<(&Line, usize)> = None;
    for (line, ordinal) in lines {
        if let Some((last, column)) = before
            && column == ordinal
            && (last.size - line.size).abs() < 0.05 * line.size
        {
            let share = (line.baseline - last.baseline) / line.size;
            if (0.9..2.6).contains(&share) {
                *tally.entry((share * 50.0).round() as i32).or_default() += 1;
            }
        }
        before = Some((line, ordinal));
    }
    let most = tally.values().max().copied().unwrap_or_default();
    // Where lines and paragraphs are as common, the smaller distance is the one between lines.
    tally.into_iter().find(|&(_, count)| 2 * count > most).map_or(1.2, |(share, _)| share as f32 / 50.0)
}

fn body_drafts(blocks: Vec<(Block, Column, usize)>, vocabulary: &Vocabulary, notes: &Notes) -> Vec<Draft> {
    let leading = leading(blocks.iter().filter_map(|(block, _, ordinal)| match block {
        Block::Line(line) => Some((line, *ordinal)),
        Block::Row(_) => None,
    }));
    let mut highest = 0;
    let mut marks_of = |line: &Line, index: usize| {
        let sign = weigh::in_line(line, index, notes, highest);
        if let Sign::Marks(found) = &sign {
            let own = found.iter().filter(|mark| mark.form == MarkForm::Raised);
            highest = own.filter_map(|mark| mark.mark.parse().ok()).fold(highest, u32::max);
        }
        sign
    };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut open: Option<(Placed, Placed)> = None;
    let mut blocks = blocks.into_iter().peekable();
    while let Some((block, column, ordinal)) = blocks.next() {
        match block {
            Block::Row(mut row) => {
                open = None;
                while let Some(next) = continuation(&row, ordinal, &mut blocks) {
                    row.uncertain |= next.uncertain;
                    for (cell, lines) in row.cells.iter_mut().zip(next.cells) {
                        cell.extend(lines);
                    }
                }
                drafts.push(row_draft(row, leading, vocabulary, &mut marks_of));
            }
            Block::Line(line) => {
                let after = match blocks.peek() {
                    Some((Block::Line(line), column, ordinal)) => {
                        Some(Placed { line: line.clone(), column: *column, ordinal: *ordinal })
                    }
                    _ => None,
                };
                let placed = Placed { line, column, ordinal };
                let between = open.as_ref().map_or(Between::New, |(first, prev)| {
                    paragraph::between(first, prev, &placed, after.as_ref(), leading * placed.line.size)
                });
                place(&mut drafts, &mut open, placed, between, leading, vocabulary, &mut marks_of);
            }
        }
    }
    drafts
}

fn row_draft(row: Row, leading: f32, vocabulary: &Vocabulary, marks_of: draft::MarksOf) -> Draft {
    let shares_last = row.spanned && row.cells.last().is_some_and(Vec::is_empty);
    let mut draft = Draft { uncertain: row.uncertain, shares_last, ..Draft::default() };
    let kept = |lines: &Vec<Line>| !(row.spanned && lines.is_empty());
    for (lines, column) in row.cells.into_iter().zip(row.columns).filter(|(lines, _)| kept(lines)) {
        draft.push_cell(&cell_paragraphs(lines, column, leading), vocabulary, marks_of);
    }
    draft
}

/// A table's first row that is printed again on its further pages heads the page: it is no row of the table.
fn take_repeated_headers(blocks: &mut Vec<(Block, Column, usize)>) -> Vec<Row> {
    let mut header: Option<(Vec<String>, usize)> = None;
    let mut repeated = Vec::new();
    let mut kept = Vec::with_capacity(blocks.len());
    for (block, column, ordinal) in blocks.drain(..) {
        let Block::Row(row) = block else {
            header = None;
            kept.push((block, column, ordinal));
            continue;
        };
        let texts = row.texts();
        match &header {
            Some((first, page)) if *page < ordinal && *first == texts => repeated.push(row),
            _ => {
                header.get_or_insert((texts, ordinal));
                kept.push((Block::Row(row), column, ordinal));
            }
        }
    }
    *blocks = kept;
    repeated
}

/// The next row, where it stands on a later page and goes on with this one.
fn continuation(
    row: &Row,
    ordinal: usize,
    blocks: &mut std::iter::Peekable<impl Iterator<Item = (Block, Column, usize)>>,
) -> Option<Row> {
    let next =
        blocks.next_if(|(block, _, page)| matches!(block, Block::Row(next) if *page > ordinal && next.continues(row)));
    match next {
        Some((Block::Row(next), _, _)) => Some(next),
        _ => None,
    }
}

/// The paragraphs of a cell: told as in running text where the cell is wide enough for such, else by blank alone.
fn cell_paragraphs(lines: Vec<Line>, column: Column, leading: f32) -> Vec<Vec<Line>> {
    let mut paragraphs: Vec<Vec<Placed>> = Vec::new();
    for line in lines {
        let placed = Placed { ordinal: line.page, line, column };
        let between = paragraphs.last().and_then(|open| Some((open.first()?, open.last()?))).map_or(
            Between::New,
            |(first, prev)| {
                let leading = leading * placed.line.size;
                if column.right - column.left > tuning::wide_cell() * placed.line.size {
                    paragraph::between(first, prev, &placed, None, leading)
                } else if paragraph::is_apart(prev, &placed, leading) {
                    Between::New
                } else {
                    Between::Same
                }
            },
        );
        match paragraphs.last_mut() {
            Some(open) if between != Between::New => open.push(placed),
            _ => paragraphs.push(vec![placed]),
        }
    }
    paragraphs.into_iter().map(|lines| lines.into_iter().map(|placed| placed.line).collect()).collect()
}

/// Adds a line to the open paragraph, or begins one with it.
fn place(
    drafts: &mut Vec<Draft>,
    open: &mut Option<(Placed, Placed)>,
    placed: Placed,
    between: Between,
    leading: f32,
    vocabulary: &Vocabulary,
    marks_of: draft::MarksOf,
) {
    if between == Between::New || drafts.is_empty() {
        let above = open.as_ref().filter(|(_, prev)| prev.ordinal == placed.ordinal);
        let space = above.map(|(_, prev)| placed.line.baseline - prev.line.baseline - leading * placed.line.size);
        drafts.push(Draft::starting(space, placed.line.left() - placed.column.left));
    }
    if let Some(draft) = drafts.last_mut() {
        draft.break_open |= between == Between::Open;
        draft.push_line(&placed.line, vocabulary, marks_of);
    }
    *open = Some(match (open.take(), between) {
        (Some((first, _)), Between::Same | Between::Open) => (first, placed),
        _ => (placed.clone(), placed),
    });
}

/// Where notes begin in a line: at which piece, with which mark.
type Starts = Vec<(usize, NoteMark)>;

/// The notes, one draft each, and one for each further paragraph of a note.
fn note_drafts(zone: Vec<(Placed, Starts)>, vocabulary: &Vocabulary) -> Vec<Draft> {
    let leading = leading(zone.iter().map(|(placed, _)| (&placed.line, placed.ordinal)));
    let mut drafts: Vec<Draft> = Vec::new();
    let mut open: Option<(Placed, Placed)> = None;
    for (placed, starts) in zone {
        let mut bounds: Vec<(usize, Option<NoteMark>)> = Vec::new();
        if starts.first().is_none_or(|(index, _)| *index > 0) {
            bounds.push((0, None));
        }
        bounds.extend(starts.into_iter().map(|(index, mark)| (index, Some(mark))));
        for (position, (start, note)) in bounds.iter().enumerate() {
            let end = bounds.get(position + 1).map_or(placed.line.pieces.len(), |(next, _)| *next);
            let from = start + usize::from(note.is_some());
            let part =
                Placed { line: Line::new(placed.line.page, placed.line.pieces[from..end].to_vec()), ..placed.clone() };
            if note.is_some() {
                open = None;
            }
            let between = open.as_ref().map_or(Between::New, |(first, prev)| {
                paragraph::between(first, prev, &part, None, leading * part.line.size)
            });
            place(&mut drafts, &mut open, part, between, leading, vocabulary, &mut no_marks);
            if let (Some(mark), Some(draft)) = (note, drafts.last_mut()) {
                draft.note = Some(mark.clone());
            }
        }
    }
    drafts
}

/// A side column's paragraphs: its lines are short, so only blank and weight part them.
fn side_drafts(lines: Vec<Line>, vocabulary: &Vocabulary) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for line in joined(lines) {
        let mut draft = Draft::default();
        draft.push_line(&line, vocabulary, &mut no_marks);
        drafts.push(draft);
    }
    drafts
}
