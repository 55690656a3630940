//! The months, and how letters write them.

use std::sync::LazyLock;

use super::table;

/// The names of each month, from January.
static ALL: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("data/months.tsv"));
    rows.map(|[_, name, others]| std::iter::once(name).chain(table::values(others)).collect()).collect()
});

/// The month of this name, from 1, without regard to the case of letters.
#[must_use]
pub fn number_of(name: &str) -> Option<usize> {
    ALL.iter().position(|names| names.iter().any(|known| known.eq_ignore_ascii_case(name))).map(|at| at + 1)
}

/// All names as the alternatives of a regular expression: `januari|jan|…`.
#[must_use]
pub fn pattern() -> String {
    ALL.concat().join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_their_numbers() {
        let numbers: Vec<_> = table::rows(include_str!("data/months.tsv")).map(|[number]| number.parse()).collect();
        assert_eq!(numbers, (1..=12).map(Ok).collect::<Vec<Result<usize, _>>>());
        assert_eq!(
            ["Maart", "mrt", "sept", "DECEMBER", "m"].map(number_of),
            [Some(3), Some(3), Some(9), Some(12), None]
        );
    }
}
