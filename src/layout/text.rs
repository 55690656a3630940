//! The running text of one document, and its one builder.
//!
//! **Invariant:** the string only grows, paragraph by paragraph, and every range is one into it.

use std::ops::Range;

use super::draft::{Atom, Draft, Setting};
use super::tuning;
use super::{Flow, Mark, Page, Paragraph, Run, Style, Uncertain};

/// The running text of one document.
///
/// The string holds the flows one after the other: the body in reading order, then the notes, then furniture.
/// Paragraphs are separated by `\n`; a line end inside a paragraph is one space, or nothing where a hyphen was undone.
#[derive(Debug, Clone, Default)]
pub struct Text {
    string: String,
    paragraphs: Vec<Paragraph>,
    runs: Vec<Run>,
    marks: Vec<Mark>,
    pages: Vec<Page>,
    uncertain: Vec<(Range<usize>, Uncertain)>,
}

impl Text {
    /// All of the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// The paragraphs in the order of the string; sorted, disjoint, together all of it but the separating `\n`.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Where each piece of the string stands and how it is set; sorted, disjoint. Empty ranges do not occur.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Places of note marks, sorted; the marks themselves are not in the string.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The pages in order; empty for plain text without form feeds.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Where the reading order or the cut into rows and cells is uncertain, in order of place.
    #[must_use]
    pub fn uncertain(&self) -> &[(Range<usize>, Uncertain)] {
        &self.uncertain
    }

    /// The characters of a span. The only place that indexes the string.
    ///
    /// # Panics
    /// If the span does not come from this text.
    #[must_use]
    #[expect(clippy::string_slice, reason = "the one place where a span becomes characters")]
    pub fn slice(&self, at: &Range<usize>) -> &str {
        &self.string[at.clone()]
    }

    /// The pages on which visible characters of a span stand, ascending, each once.
    #[must_use]
    pub fn pages_of(&self, at: &Range<usize>) -> Vec<usize> {
        let first = self.runs.partition_point(|run| run.at.end <= at.start);
        let mut pages: Vec<usize> =
            self.runs.iter().skip(first).take_while(|run| run.at.start < at.end).filter_map(|run| run.page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }
}

impl Text {
    /// The same for plain text, whose places were made up: without rectangles, and without pages unless form feeds have
    /// made them. What wide blanks and short lines leave uncertain is said here.
    pub(super) fn unplaced(mut self, paged: bool) -> Self {
        for run in &mut self.runs {
            (run.rect, run.page) = (None, run.page.filter(|_| paged));
            run.edges.clear();
        }
        for paragraph in &mut self.paragraphs {
            paragraph.page = paragraph.page.filter(|_| paged);
        }
        for mark in &mut self.marks {
            mark.page = mark.page.filter(|_| paged);
        }
        let tables = self.wide_lines().into_iter().map(|at| (at, Uncertain::Table));
        let order = self.short_lines().into_iter().map(|at| (at, Uncertain::Order));
        self.uncertain = tables.chain(order).collect();
        self.uncertain.sort_by_key(|(at, _)| at.start);
        self
    }

    /// Lines with a wide blank, which parts their runs: rows of a table, or two columns.
    fn wide_lines(&self) -> Vec<Range<usize>> {
        let lines = self.paragraphs.iter().flat_map(|paragraph| &paragraph.lines);
        let runs = |line: &Range<usize>| {
            let first = self.runs.partition_point(|run| run.at.end <= line.start);
            self.runs[first..].iter().take_while(|run| run.at.start < line.end).count()
        };
        lines.filter(|line| runs(line) > 1).cloned().collect()
    }

    /// Lines that come out of cells or of another column, where their order need not be the page's.
    fn short_lines(&self) -> Vec<Range<usize>> {
        let body = self.paragraphs.iter().filter(|paragraph| paragraph.flow == Flow::Body);
        let lines: Vec<&Range<usize>> = body.flat_map(|paragraph| &paragraph.lines).collect();
        let is_short = |line: &&Range<usize>| {
            let own = self.slice(line);
            own.chars().count() < tuning::plain_short() && !own.ends_with(['.', '?', '!', ':', ';'])
        };
        let runs = lines.chunk_by(|a, b| is_short(a) && is_short(b));
        runs.filter(|run| run.len() >= tuning::plain_short_run()).flatten().map(|line| (*line).clone()).collect()
    }
}

/// Puts a text together, paragraph by paragraph in its order.
#[derive(Debug)]
pub(super) struct Builder(Text);

impl Builder {
    pub(super) fn new(pages: Vec<Page>) -> Self {
        Self(Text { pages, ..Text::default() })
    }

    /// Appends a paragraph; nothing for an empty one.
    pub(super) fn push(&mut self, mut draft: Draft, flow: Flow) {
        let text = &mut self.0;
        while draft.atoms.last().is_some_and(|atom| atom.char.is_whitespace()) {
            draft.atoms.pop();
        }
        if draft.atoms.is_empty() && draft.note.is_none() {
            return;
        }
        if !text.paragraphs.is_empty() {
            text.string.push('\n');
        }
        let start = text.string.len();
        let mut offsets = Vec::with_capacity(draft.atoms.len() + 1);
        for atom in &draft.atoms {
            offsets.push(text.string.len());
            text.string.push(atom.char);
        }
        let end = text.string.len();
        offsets.push(end);
        let offset = |index: usize| offsets[index.min(draft.atoms.len())];
        text.marks.extend(draft.marks.iter().map(|(at, mark, page)| Mark {
            at: offset(*at),
            mark: mark.mark.clone(),
            form: mark.form,
            page: (*page > 0).then_some(*page),
        }));
        let ranges = |starts: &[usize]| {
            let ends = starts.iter().skip(1).copied().chain([draft.atoms.len()]);
            // What is empty at the end stands behind the last character.
            let trimmed = starts.iter().zip(ends).map(|(&from, to)| {
                let to = to.min(draft.atoms.len());
                let from = from.min(to);
                let blank = draft.atoms[from..to].iter().rev().take_while(|atom| atom.char == ' ').count();
                offset(from)..offset(to - blank)
            });
            trimmed.collect::<Vec<_>>()
        };
        if draft.uncertain {
            text.uncertain.push((start..end, Uncertain::Table));
        }
        if flow == Flow::Body {
            let figures = draft.figures.iter().map(|at| (offset(at.start)..offset(at.end), Uncertain::Figure));
            text.uncertain.extend(figures);
        }
        text.paragraphs.push(Paragraph {
            at: start..end,
            flow,
            page: draft.page,
            mark: draft.note.clone(),
            lines: ranges(&draft.lines),
            style: dominant(&draft),
            space_above: draft.space_above,
            indent: draft.indent,
            break_open: draft.break_open,
            cells: ranges(&draft.cells),
            shares_last: draft.shares_last,
            items: draft.items.iter().map(|&start| offset(start)).collect(),
        });
        push_runs(&mut text.runs, &draft, &offsets);
    }

    pub(super) fn finish(self) -> Text {
        let mut text = self.0;
        text.marks.sort_by_key(|mark| mark.at);
        text
    }
}

/// Pieces of one line in one style are one run, unless a wide gap parts them.
fn push_runs(runs: &mut Vec<Run>, draft: &Draft, offsets: &[usize]) {
    let goes_on = |run: &Run, setting: &Setting| {
        run.style == setting.style
            && run.tag == setting.tag
            && run.origin == setting.origin
            && run.page == Some(setting.page)
            && run.rect.is_none_or(|rect| setting.rect.left - rect.right <= tuning::text_run_gap())
    };
    let mut open: Option<(Run, usize)> = None;
    for (index, atom) in draft.atoms.iter().enumerate() {
        let Some(setting) = atom.setting.map(|index| &draft.settings[index]) else { continue };
        let visible = (!atom.char.is_whitespace()).then_some(atom.edges);
        match &mut open {
            Some((run, line)) if *line == setting.line && goes_on(run, setting) => {
                run.at.end = offsets[index + 1];
                run.rect = run.rect.map(|rect| rect.union(setting.rect));
                run.edges.extend(visible);
            }
            _ => {
                runs.extend(open.take().map(|(run, _)| run));
                let run = Run {
                    at: offsets[index]..offsets[index + 1],
                    page: Some(setting.page),
                    rect: Some(setting.rect),
                    edges: visible.into_iter().collect(),
                    style: setting.style,
                    tag: setting.tag.clone(),
                    origin: setting.origin,
                };
                open = Some((run, setting.line));
            }
        }
    }
    runs.extend(open.map(|(run, _)| run));
}

/// How most characters are set.
fn dominant(draft: &Draft) -> Style {
    let mut tally: Vec<(Style, usize)> = Vec::new();
    let setting = |atom: &Atom| atom.setting.map(|index| draft.settings[index].style);
    for style in draft.atoms.iter().filter_map(setting) {
        match tally.iter_mut().find(|(known, _)| *known == style) {
            Some((_, count)) => *count += 1,
            None => tally.push((style, 1)),
        }
    }
    tally.into_iter().max_by_key(|&(_, count)| count).map(|(style, _)| style).unwrap_or_default()
}
