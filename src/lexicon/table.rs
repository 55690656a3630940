//! Reads the data files in `data/`: what the program knows about the world, such as cabinets, parties and the words
//! with which letters close, so that a change of the world is an edit of data.
//!
//! A file is tab-separated text. Lines that begin with `#` say what the table is; then comes a line with the names of
//! the columns, and then one row a line, in order of its first column. Each row ends with its source and the date on
//! which it was taken from there, which are for people. A cell may hold several values with `; ` between them.
//!
//! The files are compiled in. A table is parsed when it is first used, not at start-up: the longest has some 300 rows,
//! which takes less than a tenth of a millisecond.

use jiff::civil::Date;

/// The rows of a table, each as its first `N` cells.
pub(super) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// The values of a cell that may hold several.
pub(super) fn values(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split("; ").filter(|value| !value.is_empty())
}

/// The first column of a table.
pub(super) fn words(text: &'static str) -> Vec<&'static str> {
    rows(text).map(|[word]| word).collect()
}

/// The first column of the rows whose second has this value.
pub(super) fn words_of(text: &'static str, kind: &str) -> Vec<&'static str> {
    rows(text).filter(|[_, own]| *own == kind).map(|[word, _]| word).collect()
}

/// A day, `2010-10-14`; `None` for an empty cell.
pub(super) fn day(cell: &str) -> Option<Date> {
    (!cell.is_empty()).then(|| cell.parse().expect("the suite reads every day of the tables"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::normalize::normalize;

    /// Every file, with the number of its columns that tell its rows apart.
    const FILES: [(&str, usize); 21] = [
        ("abbreviations.tsv", 1),
        ("asking_words.tsv", 1),
        ("cabinets.tsv", 1),
        ("closings.tsv", 2),
        ("forms_of_address.tsv", 1),
        ("heading_words.tsv", 2),
        ("labels.tsv", 1),
        ("lineage.tsv", 2),
        ("ministries.tsv", 1),
        ("months.tsv", 1),
        ("name_parts.tsv", 1),
        ("numerals.tsv", 1),
        ("open_abbreviations.tsv", 1),
        ("parties.tsv", 1),
        ("party_relations.tsv", 2),
        ("places.tsv", 1),
        ("prefixes.tsv", 2),
        ("requests.tsv", 1),
        ("salutations.tsv", 1),
        ("stop_words.tsv", 1),
        ("suspended.tsv", 1),
    ];

    #[test]
    fn every_file_is_a_table_in_order_with_sources() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
        let mut names: Vec<_> = fs::read_dir(&folder)
            .expect("the folder of the tables")
            .map(|entry| entry.expect("listed").file_name().into_string().expect("a plain name"))
            .collect();
        names.sort();
        assert_eq!(names, FILES.map(|(name, _)| name));
        for (name, keys) in FILES {
            let text = fs::read_to_string(folder.join(name)).expect("a table is text");
            assert!(text.starts_with("# ") && text.ends_with('\n') && !text.contains('\r'), "{name}");
            let mut lines = text.lines().skip_while(|line| line.starts_with('#'));
            let columns: Vec<&str> = lines.next().expect("a line with the names of the columns").split('\t').collect();
            assert!(columns.ends_with(&["source", "date"]), "{name}: {columns:?}");
            let mut seen = BTreeSet::new();
            let mut above = String::new();
            for line in lines {
                let cells: Vec<&str> = line.split('\t').collect();
                assert_eq!(cells.len(), columns.len(), "{name}: {line}");
                assert!(cells.iter().all(|cell| cell.trim() == *cell), "{name}: {line}");
                let &[.., source, date] = cells.as_slice() else { panic!("{name}: {line}") };
                assert!(!source.is_empty() && day(date).is_some(), "{name}: {line}");
                for (column, cell) in columns.iter().zip(&cells).filter(|(column, _)| **column == "since") {
                    assert!(cell.is_empty() || cell.parse::<Date>().is_ok(), "{name}: {column} {cell}");
                }
                assert!(cells[..keys].iter().all(|key| !key.is_empty()), "{name}: {line}");
                assert!(seen.insert(cells[..keys].to_vec()), "{name}: twice {line}");
                let first = normalize(cells[0]);
                assert!(above <= first, "{name}: {above} stands before {first}");
                above = first;
            }
            assert!(!seen.is_empty(), "{name}");
        }
    }
}
