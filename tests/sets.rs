//! Where the reference sets lie: real letters, spellings and questions that are not part of the project.
//!
//! Without them a test says that it skips. Under `CI` sets that are there must be whole, and sets that are named by
//! `VRAAGBAAK_SETS` must be there: a gate that silently measures less is none.

use std::path::{Path, PathBuf};

/// What the tests read of the sets.
const FOLDERS: [&str; 5] = ["cases", "citations", "gold", "letters", "retrieval"];

/// The folder of the reference sets: `VRAAGBAAK_SETS`, by default `shared` beside the checkout.
#[expect(clippy::print_stdout, reason = "a test that skips says so")]
pub(crate) fn sets() -> Option<PathBuf> {
    let given = std::env::var_os("VRAAGBAAK_SETS").map(PathBuf::from);
    let folder = given.clone().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let missing: Vec<_> = FOLDERS.into_iter().filter(|name| !folder.join(name).is_dir()).collect();
    if missing.is_empty() {
        return Some(folder);
    }
    let expected = given.is_some() || folder.is_dir();
    assert!(
        !(expected && std::env::var_os("CI").is_some()),
        "the reference sets at {} lack {}",
        folder.display(),
        missing.join(", ")
    );
    println!("skipped: no whole reference sets at {}", folder.display());
    None
}
