//! What was understood of each letter of the corpus, as an outline beside it that a person can hold against the page.
//!
//! After a change that is meant, `INSTA_UPDATE=always cargo test golden` writes them anew; `git diff` shows what moved.

use std::fs;
use std::path::{Path, PathBuf};

use vraagbaak::cli::outline;
use vraagbaak::document;

/// The letters of the corpus, in order of name.
fn letters() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let entries = fs::read_dir(corpus).expect("the corpus is there").map(|entry| entry.expect("listed").path());
    let is_letter = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "pdf" || extension == "txt");
    let mut letters: Vec<_> = entries.filter(is_letter).collect();
    letters.sort();
    letters
}

#[test]
fn every_letter_reads_as_its_outline() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../corpus");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // Every letter that moved is told, not only the first.
    let moved = settings.bind(|| {
        letters().into_iter().filter(|path| std::panic::catch_unwind(|| hold_beside(path)).is_err()).collect::<Vec<_>>()
    });
    assert!(moved.is_empty(), "these letters read otherwise than their outlines: {moved:?}");
}

fn hold_beside(path: &Path) {
    let bytes = fs::read(path).expect("a letter can be read");
    let document = document::read(&bytes).expect("a letter of the corpus is readable");
    let name = path.file_name().expect("a file has a name").to_str().expect("the corpus has plain names");
    insta::assert_snapshot!(name, outline::plain(&document::record(&document)));
}
