//! `pdftotext` prints the marks of a note block, set apart in their own column, at times below the text of another:
//! brings each back above its text.

use super::line::{Line, Zone};
use super::notes::{is_bare, opens};
use crate::layout::tuning;

/// Moves the bare marks that stand after a higher one of the same page.
pub(super) fn restore(lines: &mut Vec<Line>) {
    let mut start = 0;
    while start < lines.len() {
        let page = lines[start].page;
        let end = start + lines[start..].iter().take_while(|line| line.page == page).count();
        if page.is_some() {
            restore_page(lines, start, end);
        }
        start = end;
    }
}

fn restore_page(lines: &mut Vec<Line>, start: usize, end: usize) {
    let marks: Vec<(usize, u32)> = (start..end)
        .filter(|&at| lines[at].part == Zone::Body && is_bare(&lines[at]))
        .filter_map(|at| Some((at, lines[at].text.parse().ok()?)))
        .collect();
    for late in marks.windows(2).filter(|pair| pair[1].1 < pair[0].1).map(|pair| pair[1]) {
        let place = |number: u32| {
            marks
                .iter()
                .find(|(at, n)| *n == number && *at < late.0 && *at + tuning::plain_block_lines() > late.0)
                .map(|(at, _)| *at)
        };
        let Some(next) = place(late.1 + 1) else { continue };
        let target = match late.1.checked_sub(1).and_then(place).filter(|at| *at < next) {
            Some(before) => (before + 2..next).find(|&at| opens(&lines[at].text)),
            None => (next.saturating_sub(tuning::plain_note_lines()).max(start)..next)
                .rev()
                .find(|&at| lines[at].blank_above > 0),
        };
        let Some(target) = target else { continue };
        let mut mark = lines.remove(late.0);
        mark.blank_above = std::mem::take(&mut lines[target].blank_above);
        lines.insert(target, mark);
        // One mark a page is exchanged; the places of the others no longer hold.
        return;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of one page; one that begins with `¶` stands below a blank line.
    fn check(texts: &[&str], expect: &[&str]) {
        let line = |text: &&str| Line {
            text: text.trim_start_matches('¶').to_owned(),
            indent: 0,
            page: Some(1),
            blank_above: usize::from(text.starts_with('¶')),
            page_start: false,
            part: Zone::Body,
        };
        let mut lines: Vec<Line> = texts.iter().map(line).collect();
        restore(&mut lines);
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_mark_below_the_next_one_goes_above_its_text() {
        check(&["De brug.", "¶Krant.", "2", "Blad.", "1"], &["De brug.", "1", "Krant.", "2", "Blad."]);
        // Its note would be too long.
        let texts = [&["¶De brug"], ["is dicht"; 8].as_slice(), &["2", "Blad.", "1"]].concat();
        let same: Vec<&str> = texts.iter().map(|text| text.trim_start_matches('¶')).collect();
        check(&texts, &same);
        // The head of a page bears a number too, far above the notes.
        let texts = [&["¶Den Haag", "2"], ["De brug is dicht."; 30].as_slice(), &["1"]].concat();
        let same: Vec<&str> = texts.iter().map(|text| text.trim_start_matches('¶')).collect();
        check(&texts, &same);
    }
}
