//! Every threshold can be held to account: its row says what it is counted in, why it is what it is, and who needs it.

use vraagbaak::tuning::Row;

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
    let src = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = std::fs::read_dir(src).expect("the source is there").flatten().map(|entry| entry.path());
    let stages = folders.filter(|path| path.join("tuning.rs").exists());
    let stages: std::collections::BTreeSet<_> =
        stages.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect();
    assert_eq!(stages, rows().iter().map(|row| row.stage.to_owned()).collect());
}
