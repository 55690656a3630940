//! Finds which labels of a scheme are headings, by dynamic programming over all of them: the path through the labels
//! that is worth most, and for each label how much less the best path is worth that decides otherwise about it.
//!
//! A label is a place of the graph; an edge leads from a heading to the one that comes next, and bears what the text
//! between them and the number of the next say. Which question came last is that of the best path up to a label.

use super::ground::{Answers, Ground};
use super::signs::{Sign, Signs};
use crate::letter::heading::{Head, Role};
use crate::record::Number;

/// Most labels that one text may hold unused: a limit on work.
const SKIPPED_MAX: usize = 24;

/// The best path through the labels of a scheme.
#[derive(Debug, Clone)]
pub(super) struct Path {
    pub(super) signs: Signs,
    pub(super) heads: Vec<Head>,
    /// For each label of the scheme, how much the best path that takes it, or leaves it out, is worth less than this one.
    pub(super) margins: Vec<(usize, f32)>,
}

/// The best way to some label.
#[derive(Debug, Clone, Copy)]
struct Way {
    worth: f32,
    before: Option<usize>,
    question: Option<usize>,
}

struct Edge {
    from: usize,
    to: usize,
    worth: f32,
}

struct Graph<'a> {
    ground: &'a Ground<'a>,
    labels: &'a [Head],
    answers: Answers,
}

/// The best path; `None` where no question leads it.
pub(super) fn best(ground: &Ground<'_>, labels: &[Head], answers: Answers) -> Option<Path> {
    Graph { ground, labels, answers }.best()
}

/// What a given list of headings is worth.
pub(super) fn signs(ground: &Ground<'_>, heads: &[Head]) -> Signs {
    let answers = if heads.iter().any(|head| matches!(head.role, Role::Answer | Role::Notice)) {
        Answers::Headed
    } else {
        Answers::Bare
    };
    let graph = Graph { ground, labels: heads, answers };
    let taken: Vec<usize> = (0..heads.len()).collect();
    graph.along(&taken)
}

impl Graph<'_> {
    fn best(&self) -> Option<Path> {
        let (ways, edges) = self.ways();
        let ends: Vec<Option<f32>> =
            (0..self.labels.len()).map(|at| ways[at].map(|_| self.to_end(at).worth())).collect();
        let rest = Self::rest(&ends, &edges);
        let whole = |at: usize| Some(ways[at]?.worth + rest[at]?);
        let end = |at: usize| Some((at, ways[at]?.worth + ends[at]?));
        let (last, worth) = (0..self.labels.len()).filter_map(end).max_by(|a, b| a.1.total_cmp(&b.1))?;
        let mut taken = vec![last];
        while let Some(before) = taken.last().and_then(|at| ways[*at]?.before) {
            taken.push(before);
        }
        taken.reverse();
        let without = self.without(&ways, &rest, &ends, &edges);
        let other =
            |at: usize| if taken.binary_search(&at).is_ok() { without[at] } else { whole(at).unwrap_or(f32::MIN) };
        let margins = (0..self.labels.len()).map(|at| (self.labels[at].at.start, worth - other(at))).collect();
        let heads = taken.iter().map(|&at| self.labels[at].clone()).collect();
        Some(Path { signs: self.along(&taken), heads, margins })
    }

    /// The best way to each label, and the edges between them.
    fn ways(&self) -> (Vec<Option<Way>>, Vec<Edge>) {
        let mut ways: Vec<Option<Way>> = Vec::with_capacity(self.labels.len());
        let mut edges = Vec::new();
        for to in 0..self.labels.len() {
            let mut best = self.start(to).map(|signs| Way { worth: signs.worth(), before: None, question: Some(to) });
            for (from, way) in ways.iter().enumerate().skip(to.saturating_sub(SKIPPED_MAX)) {
                let apart = |_: &Way| self.labels[from].at.end <= self.labels[to].at.start;
                let Some(way) = way.filter(apart) else { continue };
                let worth = self.between(from, to, way.question).worth();
                edges.push(Edge { from, to, worth });
                if best.is_none_or(|best| way.worth + worth > best.worth) {
                    let question = if self.labels[to].role == Role::Question { Some(to) } else { way.question };
                    best = Some(Way { worth: way.worth + worth, before: Some(from), question });
                }
            }
            ways.push(best);
        }
        (ways, edges)
    }

    /// What the best path from each label to the end is worth.
    fn rest(ends: &[Option<f32>], edges: &[Edge]) -> Vec<Option<f32>> {
        let mut rest = ends.to_vec();
        // The edges to a label stand together, those to the last label last.
        for edge in edges.iter().rev() {
            let through = rest[edge.to].map(|worth| worth + edge.worth);
            if through > rest[edge.from] {
                rest[edge.from] = through;
            }
        }
        rest
    }

    /// What the best path that leaves out each label is worth.
    fn without(&self, ways: &[Option<Way>], rest: &[Option<f32>], ends: &[Option<f32>], edges: &[Edge]) -> Vec<f32> {
        let mut without = vec![0.0_f32; self.labels.len()];
        let mut over = |labels: std::ops::Range<usize>, worth: f32| {
            for other in &mut without[labels] {
                *other = other.max(worth);
            }
        };
        for edge in edges {
            if let Some((way, rest)) = ways[edge.from].zip(rest[edge.to]) {
                over(edge.from + 1..edge.to, way.worth + edge.worth + rest);
            }
        }
        for at in 0..self.labels.len() {
            if let Some((start, rest)) = self.start(at).zip(rest[at]) {
                over(0..at, start.worth() + rest);
            }
            if let Some((way, end)) = ways[at].zip(ends[at]) {
                over(at + 1..self.labels.len(), way.worth + end);
            }
        }
        without
    }

    fn along(&self, taken: &[usize]) -> Signs {
        let mut signs = Signs::default();
        let mut question = None;
        for (index, &at) in taken.iter().enumerate() {
            match index.checked_sub(1) {
                None => signs += self.start(at).unwrap_or_default(),
                Some(before) => signs += self.between(taken[before], at, question),
            }
            if self.labels[at].role == Role::Question {
                question = Some(at);
            }
        }
        if let Some(&last) = taken.last() {
            signs += self.to_end(last);
        }
        signs
    }

    /// A path begins with a question.
    fn start(&self, to: usize) -> Option<Signs> {
        let head = &self.labels[to];
        let mut signs = (head.role == Role::Question).then(|| Ground::heading(head, None, None))?;
        signs.add(Sign::Unused, self.ground.labels_in(&(self.ground.body.start..head.at.start)));
        Some(signs)
    }

    fn between(&self, from: usize, to: usize, question: Option<usize>) -> Signs {
        let (before, head) = (&self.labels[from], &self.labels[to]);
        let question = question.map(|at| &self.labels[at]);
        let mut signs = self.ground.below(before, head.at.start, self.answers);
        signs += Ground::heading(head, question, Some(before));
        signs += self.skipped(from, to, question);
        signs
    }

    fn to_end(&self, from: usize) -> Signs {
        let mut signs = self.ground.below(&self.labels[from], self.ground.body.end, self.answers);
        signs += self.skipped(from, self.labels.len(), None);
        signs
    }

    /// Whether the text of a label asks, up to the next label.
    fn asks(&self, index: usize) -> bool {
        let end = self.labels.get(index + 1).map_or(self.ground.body.end, |next| next.at.start);
        let own = self.labels[index].at.end;
        self.ground.asks(&(own..end.max(own)))
    }

    /// Labels of the scheme that are left out between two headings: those that would go on and ask, and those of answers.
    fn skipped(&self, from: usize, to: usize, question: Option<&Head>) -> Signs {
        let mut signs = Signs::default();
        let last = question.and_then(|question| question.numbers.iter().max().copied());
        let goes_on = |first: &Number| last.is_some_and(|last| first.follows(last));
        for (index, label) in self.labels.iter().enumerate().take(to).skip(from + 1) {
            match label.role {
                Role::Question if label.numbers.first().is_some_and(goes_on) && self.asks(index) => {
                    signs.add(Sign::NextUnused, 1);
                }
                Role::Answer if label.numbers.is_empty() => signs.add(Sign::Unused, 1),
                _ => {}
            }
        }
        signs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Text, from_plain};
    use crate::letter::heading::Head;
    use crate::letter::numbered;
    use crate::letter::place;

    /// The best path over all numbers that lead a paragraph, with answers without headings.
    fn path(source: &str) -> (Text, Path) {
        let text = from_plain(source);
        let found = numbered::leading(&text, &place::body(&text)).into_values().flatten();
        let head = |(at, numbers)| Head { at, role: Role::Question, numbers, by_number: true };
        let mut labels: Vec<Head> = found.map(head).collect();
        labels.sort_by_key(|label| label.at.start);
        let ground = Ground::new(&text, Vec::new(), Vec::new());
        let path = best(&ground, &labels, Answers::Bare).expect("a path");
        (text, path)
    }

    const LIST: &str = "1. Hoe oud is de sluis?\n\nDaarover dit:\n\n1. zij is oud.\n\n2. Zij is diep.\n\n2. Wie beheert haar?\n\nHet Rijk.\n\n3. Wat kost zij?\n\nVeel.\n";

    #[test]
    fn items_of_a_list_in_an_answer_are_no_headings() {
        let (text, path) = path(LIST);
        let start = |head: &Head| text.slice(&(head.at.start..head.at.end + 4));
        let starts: Vec<&str> = path.heads.iter().map(start).collect();
        assert_eq!(starts, ["1. Hoe ", "2. Wie ", "3. Wat "]);
    }

    #[test]
    fn a_margin_is_what_deciding_otherwise_costs() {
        let (text, path) = path(LIST);
        let margin = |words: &str| {
            let at = text.as_str().find(words).expect("it stands there");
            path.margins.iter().find(|(place, _)| *place == at).map(|(_, less)| *less)
        };
        assert!(path.margins.iter().all(|(_, less)| *less >= 0.0), "{:?}", path.margins);
        // It costs more to leave out a question than to take an item for one that asks nothing.
        assert!(margin("3. Wat") > Some(0.0) && margin("2. Zij") > Some(0.0));
    }
}
