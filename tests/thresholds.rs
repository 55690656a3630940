//! Every threshold can be held to account: its row says what it is counted in, why it is what it is, and who needs it.

use std::path::Path;

use vraagbaak::tuning::{NONE_KNOWN, Row};

/// The rows of all tables, stage by stage in the order of the pipeline.
pub(crate) fn rows() -> Vec<&'static Row> {
    use vraagbaak::{citation, document, index, layout, letter, lexicon, ocr, pdf, search};
    let tables = [
        pdf::TUNING,
        ocr::TUNING,
        layout::TUNING,
        letter::TUNING,
        citation::TUNING,
        document::TUNING,
        lexicon::TUNING,
        index::TUNING,
        search::TUNING,
    ];
    tables.into_iter().flatten().collect()
}

#[test]
fn every_row_is_whole() {
    let mut names = std::collections::BTreeSet::new();
    for row in rows() {
        let Row { stage, name, value, unit, why, same: (least, most), witness, .. } = row;
        assert!(names.insert((stage, name)), "{stage}.{name} stands twice in its table");
        assert!(!unit.is_empty() && !witness.is_empty(), "{stage}.{name} lacks a unit or a witness");
        assert!(why.iter().any(|line| !line.trim().is_empty()), "{stage}.{name} gives no reason");
        assert!((*least..=*most).contains(value), "{stage}.{name}: {value} is not within {least} to {most}");
    }
}

#[test]
fn every_table_is_known_here() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = std::fs::read_dir(src).expect("the source is there").flatten().map(|entry| entry.path());
    let stages = folders.filter(|path| path.join("tuning.rs").exists());
    let stages: std::collections::BTreeSet<_> =
        stages.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect();
    assert_eq!(stages, rows().iter().map(|row| row.stage.to_owned()).collect());
}

/// The text of all sources of the library and its tests.
fn sources(folder: &Path, text: &mut String) {
    for path in std::fs::read_dir(folder).expect("the source is there").flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&std::fs::read_to_string(path).expect("source is text"));
        }
    }
}

#[test]
fn every_witness_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    sources(&root.join("src"), &mut code);
    sources(&root.join("tests"), &mut code);
    for Row { stage, name, witness, .. } in rows() {
        // Moving those of OCR takes an hour; two scans of the project do not show all of them.
        assert!(*witness != NONE_KNOWN || *stage == "ocr", "{stage}.{name} has no witness: delete it, or write a test");
        if let Some(test) = witness.strip_prefix("test ") {
            let function = test.rsplit("::").next().unwrap_or(test);
            assert!(code.contains(&format!("fn {function}(")), "{stage}.{name}: there is no test {test}");
        } else if witness.starts_with("tests/") {
            assert!(root.join(witness).exists(), "{stage}.{name}: there is no {witness}");
        } else if let Some((file, case)) = witness.split_once(".txt: ") {
            let cases =
                std::fs::read_to_string(root.join(format!("tests/letters/{file}.txt"))).expect("a file of cases");
            assert!(cases.contains(&format!("=== {case}\n")), "{stage}.{name}: there is no case {case} in {file}.txt");
        }
    }
}
