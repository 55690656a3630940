//! What speaks for and against an explanation, and what each sign is worth.
//!
//! Every sign is counted per heading, so the worth of an explanation is the sum over its headings: that is what lets
//! `path` find the best one without trying all. The weights stand in `weights.tsv` and are fitted by `tests/weights`.

use std::ops::AddAssign;
use std::sync::LazyLock;

macro_rules! signs {
    ($($sign:ident $name:literal),+ $(,)?) => {
        /// One kind of evidence; what it means says its row of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Sign { $($sign),+ }

        impl Sign {
            /// The names, as the table has them.
            pub(super) const NAMES: &[&str] = &[$($name),+];
        }
    };
}

signs! {
    Question "question",
    Asks "asks",
    EndsAsking "ends-asking",
    Silent "silent",
    First "first",
    Counts "counts",
    Skips "skips",
    Jumps "jumps",
    Restarts "restarts",
    Answers "answers",
    AnswersAhead "answers-ahead",
    Behind "behind",
    Astray "astray",
    OpensAsking "opens-asking",
    ByType "by-type",
    ByParagraph "by-paragraph",
    ByGuess "by-guess",
    Unanswered "unanswered",
    Unused "unused",
    UnusedBare "unused-bare",
    NextUnused "next-unused",
    Empty "empty",
}

const COUNT: usize = Sign::NAMES.len();

/// The weight of each sign, in the order of the signs.
static WEIGHTS: LazyLock<[f32; COUNT]> = LazyLock::new(|| weights(&table()));

/// The table; while weights are fitted, the one that the environment names.
fn table() -> String {
    #[cfg(feature = "tuning")]
    if let Some(other) = std::env::var_os("VRAAGBAAK_WEIGHTS").and_then(|path| std::fs::read_to_string(path).ok()) {
        return other;
    }
    include_str!("weights.tsv").to_owned()
}

fn weights(table: &str) -> [f32; COUNT] {
    let mut weights = [0.0; COUNT];
    for row in table.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = row.split('\t');
        let at = cells.next().and_then(|name| Sign::NAMES.iter().position(|known| *known == name));
        let weight = cells.next().and_then(|weight| weight.parse().ok());
        if let Some((at, weight)) = at.zip(weight) {
            weights[at] = weight;
        }
    }
    weights
}

/// How often each sign stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Signs([f32; COUNT]);

impl Default for Signs {
    fn default() -> Self {
        Self([0.0; COUNT])
    }
}

impl Signs {
    pub(super) fn add(&mut self, sign: Sign, times: usize) {
        self.0[sign as usize] += times as f32;
    }

    /// What they are worth together.
    pub(super) fn worth(&self) -> f32 {
        self.0.iter().zip(WEIGHTS.iter()).map(|(times, weight)| times * weight).sum()
    }

    #[cfg(feature = "tuning")]
    pub(super) const fn counts(&self) -> &[f32] {
        &self.0
    }
}

impl AddAssign for Signs {
    fn add_assign(&mut self, other: Self) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own += other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_row_with_a_weight_and_a_meaning() {
        let rows: Vec<Vec<&str>> = include_str!("weights.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect();
        let names: Vec<&str> = rows.iter().map(|row| row[0]).collect();
        assert_eq!(names, Sign::NAMES);
        assert!(rows.iter().all(|row| row.len() == 3 && row[1].parse::<f32>().is_ok() && !row[2].is_empty()));
    }
}
