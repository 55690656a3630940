//! Running heads and feet are taken off the pages: what repeats from page to page, apart from the text.

use std::collections::{BTreeMap, BTreeSet};

use super::column::Divided;
use super::lines::piece::Line;
use super::{mark, notes, tuning};

/// The heads and feet of one page.
#[derive(Debug, Default)]
pub(super) struct Furniture {
    pub(super) head: Vec<Line>,
    pub(super) foot: Vec<Line>,
}

/// A line of the page, seen from its edge.
struct Candidate {
    baseline: f32,
    size: f32,
    furniture: bool,
}

/// Takes heads and feet out of the columns of each page.
pub(super) fn take(pages: &mut [Divided], heights: &[f32]) -> Vec<Furniture> {
    let mut seen: BTreeMap<String, Vec<Seen>> = BTreeMap::new();
    let marks: Vec<BTreeSet<String>> = pages.iter().map(raised_marks).collect();
    for (page, divided) in pages.iter().enumerate() {
        for line in lines(divided) {
            let (pattern, this) = Seen::of(page, line, &marks[page]);
            seen.entry(pattern).or_default().push(this);
        }
    }
    let repeats = |page: usize, line: &Line| {
        let (pattern, this) = Seen::of(page, line, &marks[page]);
        seen.get(&pattern).is_some_and(|others| others.iter().any(|other| this.repeats(other)))
    };
    // «Antwoord 2» that happens to head page 2: lines like it stand in the middle of pages as often as here. A bare
    // number says nothing: tables are full of them.
    let belongs_to_text = |line: &Line| {
        let (pattern, _) = pattern(&line.text());
        let others = seen.get(&pattern).filter(|_| pattern.contains(char::is_alphabetic));
        let others = others.map(Vec::as_slice).unwrap_or_default();
        let here =
            others.iter().filter(|other| (other.baseline - line.baseline).abs() < tuning::furniture_shift()).count();
        let inside = |seen: &&Seen| {
            (tuning::furniture_zone()..=1.0 - tuning::furniture_zone()).contains(&(seen.baseline / heights[seen.page]))
        };
        others.iter().filter(inside).count() >= here.max(1)
    };
    let texts: String = pages.iter().flat_map(lines).map(|line| line.text().to_lowercase() + "\n").collect();
    let mut furniture = Vec::new();
    for (page, divided) in pages.iter_mut().enumerate() {
        let height = heights[page];
        // A head that stands on one page only repeats what stands elsewhere: the subject at the left, who writes at the right.
        let heads: BTreeSet<u32> = if page == 0 { BTreeSet::new() } else { said_elsewhere(divided, &texts) };
        let counts_or_repeats = |line: &Line| {
            // Tags of headings are the typesetter's own word.
            let counts = is_page_number(&line.text(), page + 1)
                || (line.baseline > 0.5 * height && ends_in_number(&line.text(), page + 1));
            // A note is none, though its neighbour on the next page says the same in the same place («Idem.»).
            !line.is_tagged("H") && notes::raised_mark(line).is_none() && (counts || repeats(page, line))
        };
        // What stands on the line of the page's number at its foot belongs to the foot.
        let numbered: BTreeSet<u32> = lines(divided)
            .filter(|line| line.baseline > (1.0 - tuning::furniture_zone()) * height)
            .filter(|line| line.text() == (page + 1).to_string())
            .map(|line| line.baseline.to_bits())
            .collect();
        let mut order: Vec<Candidate> = lines(divided)
            .map(|line| Candidate {
                baseline: line.baseline,
                size: line.size,
                furniture: line.is_tagged("Artifact")
                    || numbered.contains(&line.baseline.to_bits())
                    || (line.baseline < tuning::furniture_zone() * height && heads.contains(&line.baseline.to_bits()))
                    || (counts_or_repeats(line) && !belongs_to_text(line)),
            })
            .collect();
        order.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        let head_end = edge(order.iter(), |at| at < tuning::furniture_zone() * height);
        let foot_start = edge(order.iter().rev(), |at| at > (1.0 - tuning::furniture_zone()) * height);
        furniture.push(Furniture {
            head: drain(divided, |at| head_end.is_some_and(|end| at <= end)),
            foot: drain(divided, |at| foot_start.is_some_and(|start| at >= start)),
        });
    }
    furniture
}

/// The baselines on which several pieces of text stand apart, all of which stand elsewhere in the letter, too.
fn said_elsewhere(divided: &Divided, texts: &str) -> BTreeSet<u32> {
    let mut levels: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for line in lines(divided) {
        levels.entry(line.baseline.to_bits()).or_default().push(line.text().to_lowercase());
    }
    let elsewhere = |own: &String| own.contains(char::is_alphabetic) && texts.matches(own.as_str()).nth(1).is_some();
    levels.retain(|_, parts| parts.len() > 1 && parts.iter().all(elsewhere));
    levels.into_keys().collect()
}

/// The last baseline of the furniture that `order` begins with, coming from the page's edge: as far as the last wide
/// blank, so that a heading that happens to repeat right above its text stays with it.
fn edge<'a>(order: impl Iterator<Item = &'a Candidate>, in_zone: impl Fn(f32) -> bool) -> Option<f32> {
    let mut confirmed = None;
    let mut last: Option<&Candidate> = None;
    for line in order {
        if let Some(last) = last
            && (line.baseline - last.baseline).abs() > tuning::furniture_apart() * last.size
        {
            confirmed = Some(last.baseline);
        }
        if !in_zone(line.baseline) || !line.furniture {
            return confirmed;
        }
        last = Some(line);
    }
    last.map(|last| last.baseline)
}

fn lines(divided: &Divided) -> impl Iterator<Item = &Line> {
    divided.columns.iter().flat_map(|(_, lines)| lines)
}

/// The raised marks in a page's lines.
fn raised_marks(divided: &Divided) -> BTreeSet<String> {
    let raised = |line: &Line| -> Vec<String> {
        let pieces = line.pieces.iter().skip(1).filter(|piece| line.is_raised(piece));
        pieces.flat_map(|piece| mark::marks(&piece.text)).map(|mark| mark.mark).collect()
    };
    lines(divided).flat_map(raised).collect()
}

/// A line with its place and the numbers in it.
struct Seen {
    page: usize,
    baseline: f32,
    numbers: Vec<usize>,
    /// It begins with a number that stands in the text of its page as a raised mark.
    marked: bool,
}

impl Seen {
    /// A line as it is seen, with its pattern.
    fn of(page: usize, line: &Line, marks: &BTreeSet<String>) -> (String, Self) {
        let (pattern, numbers) = pattern(&line.text());
        let marked = line.pieces.len() > 1 && line.pieces.first().is_some_and(|first| marks.contains(&first.text));
        (pattern, Self { page, baseline: line.baseline, numbers, marked })
    }

    /// The same line on another page: its numbers are the same or count the pages. «Kamerstuk 36 600, nr. 70» and
    /// «nr. 61» in the same place are two notes.
    fn repeats(&self, other: &Self) -> bool {
        // «3» on page 3 and «4» on page 4, whatever the pages are called.
        let counts = |a: usize, b: usize| a.saturating_add(other.page) == b.saturating_add(self.page);
        // «2 Idem.» and «3 Idem.» below texts with marks 2 and 3 are notes, though they seem to count the pages.
        let notes = self.marked && other.marked;
        self.page != other.page
            && !notes
            && (self.baseline - other.baseline).abs() < tuning::furniture_shift()
            && self.numbers.iter().zip(&other.numbers).all(|(&a, &b)| a == b || counts(a, b))
    }
}

/// The text with its numbers taken out, and the numbers.
fn pattern(text: &str) -> (String, Vec<usize>) {
    let mut pattern = String::new();
    let mut numbers: Vec<usize> = Vec::new();
    for c in text.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                if !pattern.ends_with('#') {
                    pattern.push('#');
                    numbers.push(0);
                }
                if let Some(number) = numbers.last_mut() {
                    *number = number.saturating_mul(10).saturating_add(digit as usize);
                }
            }
            // What is read from a picture has hyphens for dashes.
            None if "–—‐‑".contains(c) => pattern.push('-'),
            None => pattern.extend(c.to_lowercase()),
        }
    }
    (pattern, numbers)
}

/// What stands around this page's number and the number of all, in lower case.
const OF_ALL: [&str; 6] = ["paginavan", "bladzijdevan", "bladvan", "blzvan", "van", "pageof"];

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// A bare page number («3», «- 3 -», «3/7») or «Pagina 3 van 7».
fn is_page_number(text: &str, page: usize) -> bool {
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let bare = text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "-–—/|".contains(c));
    let of_all = numbers.len() == 2
        && numbers.first() == Some(&page.to_string().as_str())
        && OF_ALL.contains(&letters(text).as_str());
    // Any other number is one only where it repeats, counting the pages: question 5 may head page 2.
    of_all || numbers.first().is_some_and(|first| bare && *first == page.to_string())
}

/// A short line, no address, that ends in this page's number: a foot. At the page's head it may be a heading («Vraag 1»).
fn ends_in_number(text: &str, page: usize) -> bool {
    let number = text.rsplit(|c: char| !c.is_ascii_digit()).next();
    text.chars().count() < 80 && !text.contains("://") && number == Some(page.to_string().as_str())
}

fn drain(divided: &mut Divided, goes: impl Fn(f32) -> bool) -> Vec<Line> {
    let mut taken = Vec::new();
    for (_, lines) in &mut divided.columns {
        let (gone, kept) = std::mem::take(lines).into_iter().partition(|line| goes(line.baseline));
        *lines = kept;
        taken.extend::<Vec<Line>>(gone);
    }
    taken.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left().total_cmp(&b.left())));
    taken
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn furniture_repeats_in_its_place() {
        let seen = |page, baseline| Seen { page, baseline, numbers: vec![page + 1], marked: false };
        assert!(seen(0, 40.0).repeats(&seen(1, 42.0)));
        assert!(!seen(0, 40.0).repeats(&seen(1, 50.0)));
        assert!(!seen(0, 40.0).repeats(&seen(0, 40.0)));
        let note = |page| Seen { marked: true, ..seen(page, 40.0) };
        assert!(!note(0).repeats(&note(1)));
        assert!(note(0).repeats(&seen(1, 40.0)));
    }
}
