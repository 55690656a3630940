//! Finds tables that are drawn with rules.

use super::super::Rect;
use super::super::column::Column;
use super::region::Region;
use super::unruled;
use crate::layout::lines::piece::Line;
use crate::layout::tuning;

/// Tables drawn with rules: at least two of one width, with cells side by side between them.
pub(super) fn regions(lines: &[Line], rules: &[Rect], column: &Column) -> Vec<Region> {
    let width = column.right - column.left;
    let mut regions: Vec<Region> = Vec::new();
    let levels = horizontals(rules, column);
    let mut open: Vec<&Rect> = Vec::new();
    let mut groups: Vec<Vec<&Rect>> = Vec::new();
    let same = |a: &Rect, b: &Rect| {
        (a.left - b.left).abs() < 4.0 * tuning::rules_touch() && (a.right - b.right).abs() < 4.0 * tuning::rules_touch()
    };
    let spans = |level: &Rect| level.right - level.left > tuning::grid_span() * width || is_boxed(level, rules);
    for (index, level) in levels.iter().enumerate().filter(|(_, level)| spans(level)) {
        let last = open.last().copied();
        // A rule under most cells of a row, the others of which span two: the grid goes on below.
        let partial = |last: &Rect| {
            let inside = level.left > last.left - tuning::rules_touch()
                && level.right < last.right + tuning::rules_touch()
                && !same(last, level);
            let goes_on = || ends(&open, rules).1 > level.bottom + tuning::rules_touch();
            inside && (levels[index..].iter().any(|below| same(last, below)) || goes_on())
        };
        if last.is_some_and(partial) {
            continue;
        }
        if !last.is_some_and(|last| same(last, level)) {
            groups.push(std::mem::take(&mut open));
        }
        open.push(level);
    }
    groups.push(open);
    let drawn = |left: f32, right: f32, top: f32, bottom: f32| verticals(rules, left, right, top, bottom);
    let groups = groups.into_iter().flat_map(|group| parted_by_text(group, lines, &drawn));
    for group in groups {
        let (top, bottom) = ends(&group, rules);
        if group.len() < 2 && (top, bottom) == (group[0].top, group[0].bottom) {
            continue;
        }
        let start = lines.partition_point(|line| line.baseline < top + tuning::rules_touch());
        let end = lines.partition_point(|line| line.baseline < bottom + tuning::rules_touch());
        let mut gutters = drawn(group[0].left, group[0].right, top, bottom);
        if gutters.is_empty() {
            gutters = unruled::gutters(&lines[start..end]);
        }
        if start < end && !gutters.is_empty() {
            let (left, right) = (group[0].left, group[0].right);
            let partial = partial(&levels, &gutters, (left, right), (top, bottom));
            let rules = group.iter().map(|rule| rule.top).collect();
            let region = Region { gutters, rules, partial, ..Region::new(start, end, Vec::new()) };
            regions.push(region);
        }
    }
    regions
}

/// A vertical rule, longer than a dash.
fn is_upright(rule: &Rect) -> bool {
    rule.right - rule.left < 3.0 && rule.bottom - rule.top > 6.0
}

/// Where a grid begins and ends: at its first and its last rule, or, where a page cuts it, as far as its uprights go
/// beyond them.
fn ends(group: &[&Rect], rules: &[Rect]) -> (f32, f32) {
    let (first, last) = (group[0], group[group.len() - 1]);
    let touch = tuning::rules_touch();
    let uprights = || {
        let inside = |rule: &&Rect| rule.left > first.left - 2.0 * touch && rule.right < first.right + 2.0 * touch;
        rules.iter().filter(|rule| is_upright(rule)).filter(inside)
    };
    // Two of them at least go as far: one may be any line.
    let second = |mut found: Vec<f32>| {
        found.sort_by(f32::total_cmp);
        found.get(1).copied()
    };
    // They may be drawn row by row.
    let (mut top, mut bottom) = (first.top, last.bottom);
    let above = |top: f32| uprights().filter(move |rule| rule.bottom > top - touch && rule.top < top - touch);
    while let Some(higher) = second(above(top).map(|rule| rule.top).collect()) {
        top = higher;
    }
    let below = |bottom: f32| uprights().filter(move |rule| rule.top < bottom + touch && rule.bottom > bottom + touch);
    while let Some(lower) = second(below(bottom).map(|rule| -rule.bottom).collect()) {
        bottom = -lower;
    }
    (top, bottom)
}

/// Where three rules or more of one width run under each other: tables, however far they go beyond the text's column.
pub(super) fn areas(rules: &[Rect]) -> Vec<Rect> {
    let page = Column { left: f32::MIN, right: f32::MAX, justified: false };
    let levels = horizontals(rules, &page);
    let touch = 4.0 * tuning::rules_touch();
    let mut areas: Vec<(Rect, usize)> = Vec::new();
    for level in levels {
        let same = |area: &Rect| (area.left - level.left).abs() < touch && (area.right - level.right).abs() < touch;
        match areas.iter_mut().find(|(area, _)| same(area)) {
            Some((area, count)) => {
                *area = area.union(level);
                *count += 1;
            }
            None => areas.push((level, 1)),
        }
    }
    areas.into_iter().filter(|(_, count)| *count > 2).map(|(area, _)| area).collect()
}

/// Rules meet this one from above or below at both its ends and between them: a grid, however narrow.
fn is_boxed(level: &Rect, rules: &[Rect]) -> bool {
    let meets = |rule: &&Rect| {
        is_upright(rule)
            && rule.top < level.bottom + tuning::rules_touch()
            && rule.bottom > level.top - tuning::rules_touch()
    };
    let at = |left: f32, right: f32| rules.iter().filter(meets).any(|rule| rule.left > left && rule.right < right);
    at(level.left - tuning::rules_touch(), level.left + tuning::rules_touch())
        && at(level.right - tuning::rules_touch(), level.right + tuning::rules_touch())
        && at(level.left + tuning::rules_touch(), level.right - tuning::rules_touch())
}

/// The rules inside a grid that run from the edge of one cell to that of another, but not over the whole grid.
fn partial(levels: &[Rect], gutters: &[f32], (left, right): (f32, f32), (top, bottom): (f32, f32)) -> Vec<Rect> {
    let edge =
        |at: f32| gutters.iter().chain([&left, &right]).any(|edge| (at - edge).abs() < 2.0 * tuning::rules_touch());
    let whole = |rule: &&Rect| {
        rule.left < left + 2.0 * tuning::rules_touch() && rule.right > right - 2.0 * tuning::rules_touch()
    };
    let inside = levels
        .iter()
        .filter(|rule| rule.top > top + tuning::rules_touch() && rule.bottom < bottom - tuning::rules_touch());
    inside.filter(|rule| edge(rule.left) && edge(rule.right)).filter(|rule| !whole(rule)).copied().collect()
}

/// Vertical rules inside a grid, left to right, without those of tables in its cells.
fn verticals(rules: &[Rect], left: f32, right: f32, top: f32, bottom: f32) -> Vec<f32> {
    let mut drawn: Vec<&Rect> = rules
        .iter()
        .filter(|rule| is_upright(rule))
        .filter(|rule| rule.top < bottom + tuning::rules_touch() && rule.bottom > top - tuning::rules_touch())
        .filter(|rule| rule.left > left + 4.0 && rule.right < right - 4.0)
        .collect();
    drawn.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut found: Vec<(f32, f32)> = Vec::new();
    for rule in drawn {
        let length = rule.bottom.min(bottom) - rule.top.max(top);
        match found.last_mut() {
            Some((at, drawn)) if rule.left - *at < 2.0 * tuning::rules_touch() => *drawn += length,
            _ => found.push((rule.left, length)),
        }
    }
    let longest = found.iter().map(|(_, drawn)| *drawn).fold(0.0, f32::max);
    found.into_iter().filter(|(_, drawn)| *drawn >= tuning::grid_drawn() * longest).map(|(at, _)| at).collect()
}

/// Two tables of one width are two groups: text runs over the whole width between their rules.
fn parted_by_text<'a>(
    group: Vec<&'a Rect>,
    lines: &[Line],
    drawn: &dyn Fn(f32, f32, f32, f32) -> Vec<f32>,
) -> Vec<Vec<&'a Rect>> {
    let mut parts: Vec<Vec<&Rect>> = Vec::new();
    for rule in group {
        let text_above = parts.last().and_then(|part| part.last()).is_some_and(|above| {
            let width = rule.right - rule.left;
            let wide = |line: &&Line| {
                line.right() - line.left() > tuning::grid_text_span() * width
                    && Line::clone(line).fragments().len() == 1
            };
            let inside =
                |line: &&Line| line.baseline > above.bottom && line.baseline < rule.top + tuning::rules_touch();
            // Uprights that end at the rule above are those of the table that it closes.
            let clear = 3.0 * tuning::rules_touch();
            drawn(rule.left, rule.right, above.bottom + clear, rule.top - clear).is_empty()
                && lines.iter().filter(inside).any(|line| wide(&line))
        });
        match parts.last_mut() {
            Some(part) if !text_above => part.push(rule),
            _ => parts.push(vec![rule]),
        }
    }
    parts
}

/// Horizontal rules, the pieces of one level joined, top to bottom.
fn horizontals(rules: &[Rect], column: &Column) -> Vec<Rect> {
    let mut flat: Vec<Rect> = rules
        .iter()
        .filter(|rule| rule.bottom - rule.top < 3.0 && rule.right - rule.left > 3.0)
        .filter(|rule| rule.right > column.left && rule.left < column.right)
        .copied()
        .collect();
    flat.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.left.total_cmp(&b.left)));
    let mut joined: Vec<Rect> = Vec::new();
    for rule in flat {
        match joined.iter_mut().rev().take(8).find(|other| {
            (other.top - rule.top).abs() < tuning::rules_touch()
                && rule.left < other.right + 2.0 * tuning::rules_touch()
                && rule.right > other.left - 2.0 * tuning::rules_touch()
        }) {
            Some(other) => {
                other.left = other.left.min(rule.left);
                other.right = other.right.max(rule.right);
            }
            None => joined.push(rule),
        }
    }
    joined
}
