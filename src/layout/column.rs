//! Finds the text columns of each page, and what stands beside them.

use std::collections::BTreeSet;

use super::Rect;
use super::lines::piece::Line;
use super::tuning;

/// A column of running text, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) justified: bool,
}

/// The fragments of one page, told apart.
#[derive(Debug, Default)]
pub(super) struct Divided {
    /// The text columns, left to right; one of them unless the page is set in two.
    pub(super) columns: Vec<(Column, Vec<Line>)>,
    /// What stands beside them.
    pub(super) side: Vec<Line>,
}

/// What a page says of its columns beside its text.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    /// It is wider than high.
    pub(super) turned: bool,
    pub(super) rules: &'a [Rect],
    /// Where tables drawn with rules stand.
    pub(super) tables: Vec<Rect>,
}

/// Divides the fragments of each page into text columns and what stands beside them.
///
/// A page that lies among pages that stand holds what is too wide for them: the columns of the others say nothing of it.
pub(super) fn divide(pages: Vec<Vec<Line>>, sheets: &[Sheet]) -> Vec<Divided> {
    let standing = sheets.iter().any(|sheet| !sheet.turned);
    let is_apart = |sheet: &Sheet| standing && sheet.turned;
    let with_sheet = || pages.iter().zip(sheets).filter(|(_, sheet)| !is_apart(sheet));
    let all: Vec<&Line> = with_sheet().flat_map(|(page, _)| page).collect();
    let Some(size) = body_size(&all) else {
        return pages.into_iter().map(|side| Divided { columns: Vec::new(), side }).collect();
    };
    let rules: Vec<&[Rect]> = with_sheet().map(|(_, sheet)| sheet.rules).collect();
    let document = columns(&all, size);
    let table = table(&all, &document, &rules);
    let document = table.map_or(document, |column| vec![column]);
    let beside = side_edges(&all, &document, size);
    pages
        .into_iter()
        .zip(sheets)
        .map(|(page, sheet)| {
            if is_apart(sheet) {
                return Divided { columns: vec![(whole(&page), page)], side: Vec::new() };
            }
            let own: Vec<&Line> = page.iter().collect();
            let enough = own.iter().filter(|line| is_long(line, size)).count() >= tuning::column_lines();
            let columns = if document.len() == 1 && enough && table.is_none() {
                self::columns(&own, size)
            } else {
                document.clone()
            };
            let mut columns = if columns.len() == document.len() { columns } else { document.clone() };
            if let [column] = columns.as_mut_slice() {
                *column = of_table(&own, *column, size, &sheet.tables).unwrap_or(*column);
            }
            split(page, &columns, size, &beside, &sheet.tables)
        })
        .collect()
}

/// One column that takes in all lines.
fn whole(lines: &[Line]) -> Column {
    Column {
        left: lines.iter().map(Line::left).fold(f32::MAX, f32::min),
        right: lines.iter().map(Line::right).fold(0.0, f32::max),
        justified: false,
    }
}

/// The column as wide as a ruled table, where the page's text is one of its columns of cells: what stands below the
/// table begins at its edge.
fn of_table(page: &[&Line], column: Column, size: f32, tables: &[Rect]) -> Option<Column> {
    let text = page.iter().filter(|line| is_long(line, size) && line.left() >= column.left - 2.0);
    let text: Vec<f32> = text.map(|line| line.baseline).collect();
    let holds = |table: &&Rect| {
        let inside = text.iter().filter(|&&baseline| table.top < baseline && baseline < table.bottom).count();
        table.left < column.left && table.right > column.right - 2.0 && 2 * inside > text.len()
    };
    let table = tables.iter().find(holds)?;
    Some(Column { left: table.left, right: table.right.max(column.right), ..column })
}

/// The size of most characters.
pub(super) fn body_size(lines: &[&Line]) -> Option<f32> {
    let mut tally = std::collections::BTreeMap::<i32, usize>::new();
    for line in lines {
        *tally.entry((line.size * 10.0).round() as i32).or_default() += line.chars();
    }
    tally.into_iter().max_by_key(|&(_, chars)| chars).map(|(size, _)| size as f32 / 10.0)
}

/// The one column that takes in all of a table's columns, where the columns found are a table's («Nr», «Vraag»,
/// «Antwoord») and not those of running text.
fn table(lines: &[&Line], columns: &[Column], rules: &[&[Rect]]) -> Option<Column> {
    let (first, last) = (columns.first()?, columns.last()?);
    let across = || columns.len() > 1 && rules.iter().any(|page| is_ruled(page, *first, *last));
    // Beside a second column the numbers may stand at the margin itself, where a paragraph above the table begins too.
    let text = if columns.len() > 1 { common_left(lines, *first) } else { first.left };
    match numbers_before(lines, text) {
        Some(left) => Some(Column { left, ..*last }),
        None if across() => Some(Column { left: first.left, ..*last }),
        None => {
            // Questions may be so much less than answers that they seem to stand beside the text.
            let cells: Vec<&Line> = lines.iter().filter(|line| line.right() < last.left).copied().collect();
            let text = common_left(&cells, Column { left: f32::MIN, ..*last });
            // The numbers may have a cell of their own, left of what begins above the table.
            let numbers = cells.iter().filter(|line| lone_number(line, last.left).is_some()).map(|line| line.left());
            let edges = [Some(text), numbers.min_by(f32::total_cmp)];
            let left = edges.into_iter().flatten().find(|left| rows_beside_each_other(lines, *left, last.left))?;
            Some(Column { left, ..*last })
        }
    }
}

/// Numbered texts of the first column count up, and each begins on the line of a text in the second that blank parts
/// from the one above: the rows of a table of two columns.
fn rows_beside_each_other(lines: &[&Line], first: f32, second: f32) -> bool {
    let at = |line: &Line, edge: f32| (line.left() - edge).abs() < tuning::same_edge();
    let mut beside: Vec<&Line> = lines.iter().filter(|line| at(line, second)).copied().collect();
    beside.sort_by(|a, b| a.page.cmp(&b.page).then(a.baseline.total_cmp(&b.baseline)));
    let mut pitches: Vec<f32> = beside
        .windows(2)
        .filter(|pair| pair[0].page == pair[1].page)
        .map(|pair| pair[1].baseline - pair[0].baseline)
        .collect();
    pitches.sort_by(f32::total_cmp);
    let Some(pitch) = pitches.get(pitches.len() / 2).copied() else { return false };
    let begins = |line: &Line| {
        let on_line = |other: &&Line| other.page == line.page && (other.baseline - line.baseline).abs() < 1.0;
        // Rows may be as near to each other as lines are, or nearer; hardly ever just as near.
        let runs_on = |other: &&Line| {
            let down = line.baseline - other.baseline;
            other.page == line.page && (down - pitch).abs() < tuning::even_pitch() * pitch
        };
        beside.iter().any(on_line) && !beside.iter().any(runs_on)
    };
    let number = |line: &Line| line.leading_number().or_else(|| lone_number(line, second));
    let numbered = lines.iter().filter(|line| at(line, first));
    let numbered: Vec<(u32, &Line)> = numbered.filter_map(|line| Some((number(line)?, *line))).collect();
    let counts = numbered.iter().zip(1..).all(|((number, _), place)| *number == place);
    let rows = numbered.iter().filter(|(_, line)| begins(line)).count();
    counts && rows >= tuning::table_numbers() && 4 * rows >= 3 * numbered.len()
}

/// The left edge of most text of a column.
fn common_left(lines: &[&Line], column: Column) -> f32 {
    let mut tally = std::collections::BTreeMap::<i32, usize>::new();
    for line in lines.iter().filter(|line| line.left() >= column.left - 2.0 && line.left() < column.right) {
        *tally.entry(line.left().round() as i32).or_default() += line.chars();
    }
    tally.into_iter().max_by_key(|&(_, chars)| chars).map_or(column.left, |(left, _)| left as f32)
}

/// The left edge at which numbers count up before the text of the first column.
fn numbers_before(lines: &[&Line], text_left: f32) -> Option<f32> {
    let numbers: Vec<(&Line, u32)> =
        lines.iter().filter_map(|line| lone_number(line, text_left).map(|number| (*line, number))).collect();
    let counting = numbers.windows(2).filter(|pair| {
        let ((a, low), (b, high)) = (pair[0], pair[1]);
        (a.left() - b.left()).abs() < 2.0 * tuning::label_max() as f32 && (low == high || low + 1 == high)
    });
    // A side column that every page repeats has the same number each time (layout «ministry-left»: «Bijlagen 1»).
    let different = numbers.iter().map(|(_, number)| number).collect::<BTreeSet<_>>().len();
    if counting.count() + 1 < tuning::table_numbers().max(numbers.len() / 2) || different < tuning::table_numbers() {
        return None;
    }
    numbers.iter().map(|(line, _)| line.left()).min_by(f32::total_cmp)
}

/// The number that a line left of the text consists of.
fn lone_number(line: &Line, text_left: f32) -> Option<u32> {
    let text = line.text();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '.');
    (line.right() < text_left && text.len() <= tuning::label_max()).then(|| digits.parse().ok()).flatten()
}

/// Rules run across the blank between two columns, or along it: a table.
fn is_ruled(rules: &[Rect], first: Column, second: Column) -> bool {
    let across = rules.iter().filter(|rule| rule.left < first.right && rule.right > second.left).count();
    // The border of a table that stands in one of the columns lies on its edge (layout «two-columns»).
    let between =
        |rule: &Rect| rule.left > first.right + tuning::same_edge() && rule.right < second.left - tuning::same_edge();
    // The right border of a table within the first column has nothing beyond it (layout «two-columns-ragged»).
    let goes_on = |upright: &Rect| {
        let mut meeting = rules.iter().filter(|rule| {
            rule.bottom - rule.top < 3.0
                && rule.left < upright.right + 2.0
                && rule.right > upright.left - 2.0
                && rule.top > upright.top - 2.0
                && rule.bottom < upright.bottom + 2.0
        });
        meeting.clone().next().is_none() || meeting.any(|rule| rule.right > upright.right + 2.0)
    };
    let along = rules.iter().any(|rule| between(rule) && rule.bottom - rule.top > 12.0 && goes_on(rule));
    across >= tuning::table_numbers() || along
}

fn is_long(line: &Line, size: f32) -> bool {
    line.chars() >= tuning::long_line() && line.size > 0.9 * size && line.size < 1.2 * size
}

/// The columns of running text among these lines.
fn columns(lines: &[&Line], size: f32) -> Vec<Column> {
    let all = lines;
    let long: Vec<&Line> = lines.iter().filter(|line| is_long(line, size)).copied().collect();
    let lines = if long.is_empty() { lines.to_vec() } else { long };
    let total: usize = lines.iter().map(|line| line.chars()).sum();
    let Some(first) = column(&lines) else { return Vec::new() };
    let beyond: Vec<&Line> = lines.iter().filter(|line| line.left() > first.right).copied().collect();
    let before: Vec<&Line> = lines.iter().filter(|line| line.right() < first.left).copied().collect();
    let weight = |lines: &[&Line]| lines.iter().map(|line| line.chars()).sum::<usize>() as f32 / total.max(1) as f32;
    let mut columns = vec![first];
    let width = |column: &Column| column.right - column.left;
    // Numbers before the text make the second column a table's.
    let numbered = all.iter().any(|line| lone_number(line, first.left).is_some());
    let is_twin = |other: &[&Line]| {
        !numbered
            && other.len() >= tuning::twin_column_lines()
            && column(other).is_some_and(|other| width(&other) >= tuning::twin_column_width() * width(&first))
    };
    for other in [beyond, before] {
        if weight(&other) >= tuning::second_column_share() || is_twin(&other) {
            columns.extend(column(&other));
        }
    }
    columns.sort_by(|a, b| a.left.total_cmp(&b.left));
    columns
}

/// The column in which most of the lines stand.
fn column(lines: &[&Line]) -> Option<Column> {
    let weight_at = |left: f32, tolerance: f32| -> usize {
        lines.iter().filter(|line| (line.left() - left).abs() <= tolerance).map(|line| line.chars()).sum()
    };
    let mut lefts: Vec<f32> = lines.iter().map(|line| (line.left() * 2.0).round() / 2.0).collect();
    lefts.sort_by(f32::total_cmp);
    lefts.dedup();
    let weighted: Vec<(f32, usize)> = lefts.into_iter().map(|left| (left, weight_at(left, 1.0))).collect();
    let &(common, most) = weighted.iter().max_by_key(|&&(_, weight)| weight)?;
    let left = weighted
        .iter()
        .filter(|&&(left, weight)| {
            left >= common - tuning::margin_hang()
                && left <= common
                && weight as f32 >= tuning::margin_share() * most as f32
        })
        .map(|&(left, _)| left)
        .fold(common, f32::min);
    let mut rights: Vec<f32> = lines
        .iter()
        .filter(|line| line.left() >= left - 3.0 && line.left() <= common + tuning::margin_hang())
        .map(|line| line.right())
        .collect();
    rights.sort_by(f32::total_cmp);
    // The very longest lines may be an overlong address or a line set by hand.
    let right = rights.get((rights.len() * 98 / 100).min(rights.len().saturating_sub(1))).copied()?;
    let at_margin = rights.iter().filter(|end| (*end - right).abs() <= 1.0).count();
    Some(Column {
        left,
        right,
        justified: at_margin as f32 >= tuning::justified_share() * rights.len() as f32 && rights.len() > 4,
    })
}

/// The left edges at which small type stands beside the text, page after page: those of a side column, which keeps its
/// place where lines of the text run wide.
fn side_edges(lines: &[&Line], columns: &[Column], size: f32) -> Vec<f32> {
    let Some(last) = columns.last() else { return Vec::new() };
    let mut tally = std::collections::BTreeMap::<i32, usize>::new();
    for line in lines.iter().filter(|line| line.left() >= last.right + 0.4 * size && is_small(line, size)) {
        *tally.entry(line.left().round() as i32).or_default() += 1;
    }
    tally.into_iter().filter(|(_, lines)| *lines >= tuning::side_lines()).map(|(left, _)| left as f32).collect()
}

fn is_small(line: &Line, size: f32) -> bool {
    line.size < tuning::side_size() * size
}

/// Where rows of a table begin beside the column, in its margin: a fragment there on the line of several fragments in
/// the column, of their size and at one left edge, row after row. From the first of these lines to the last one below it.
fn rows_beside(page: &[Line], column: &Column) -> Vec<(f32, f32)> {
    let inside = |line: &Line| line.left() >= column.left - 2.0 && line.left() < column.right;
    let begins_row = |line: &&Line| {
        let on_line = |other: &&Line| inside(other) && (other.baseline - line.baseline).abs() < 1.0;
        let alike = |other: &&Line| (other.size - line.size).abs() < 0.05 * line.size;
        line.right() <= column.left - 1.0 && page.iter().filter(on_line).filter(alike).count() > 1
    };
    let mut rows: Vec<&Line> = page.iter().filter(begins_row).collect();
    rows.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let near = |pair: [&Line; 2]| {
        (pair[1].left() - pair[0].left()).abs() < 2.0
            && pair[1].baseline - pair[0].baseline < tuning::row_beside_apart() * pair[0].size
    };
    let tables = rows.chunk_by(|a, b| near([a, b])).filter(|rows| rows.len() >= tuning::rows_beside_min());
    let reach = |rows: &[&Line]| {
        let (first, last) = (rows.first()?, rows.last()?);
        Some((first.baseline - first.size, last.baseline + tuning::row_beside_wraps() * last.size))
    };
    tables.filter_map(reach).collect()
}

fn split(page: Vec<Line>, columns: &[Column], size: f32, beside: &[f32], ruled: &[Rect]) -> Divided {
    let mut divided =
        Divided { columns: columns.iter().map(|column| (*column, Vec::new())).collect(), side: Vec::new() };
    let baselines: Vec<(f32, f32)> = page
        .iter()
        .filter(|line| columns.iter().any(|column| line.left() >= column.left - 2.0 && line.left() < column.right))
        .map(|line| (line.baseline, line.left()))
        .collect();
    let in_ruled_table = |line: &Line, column: &Column| {
        ruled.iter().any(|table| {
            let across = table.left < column.right && table.right > column.left;
            let beside = line.left() >= table.left - 2.0 && line.right() <= table.right + 2.0;
            columns.len() == 1 && across && beside && line.baseline > table.top && line.baseline < table.bottom
        })
    };
    let tables = columns.first().map(|first| rows_beside(&page, first)).unwrap_or_default();
    for line in page {
        let home = columns.iter().position(|column| {
            if in_ruled_table(&line, column)
                || line.right() < column.left
                    && tables.iter().any(|(top, bottom)| (top..=bottom).contains(&&line.baseline))
            {
                return true;
            }
            let at_side = is_small(&line, size) && beside.iter().any(|edge| (line.left() - edge).abs() <= 1.5);
            let beyond = at_side || line.left() >= column.right + 0.4 * size;
            let before = line.right() <= column.left - 1.0;
            let label = before
                && line.chars() <= tuning::label_max()
                && baselines.iter().any(|&(baseline, left)| {
                    (baseline - line.baseline).abs() < 1.0 && left > line.right() && left - line.right() < 3.0 * size
                });
            !beyond && (!before || label)
        });
        match home {
            Some(index) => divided.columns[index].1.push(line),
            None => divided.side.push(line),
        }
    }
    divided
}
