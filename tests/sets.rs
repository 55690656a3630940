//! Where the reference sets lie: real letters that are not part of the project.

use std::path::PathBuf;

/// The folder of the reference sets: `VRAAGBAAK_SETS`, by default `shared` beside the checkout. Where it is absent the
/// test says that it skips.
#[expect(clippy::print_stdout, reason = "a test that skips says so")]
pub(crate) fn sets() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let sets = std::env::var_os("VRAAGBAAK_SETS").map_or_else(beside, PathBuf::from);
    if sets.is_dir() {
        return Some(sets);
    }
    println!("skipped: no reference sets at {}", sets.display());
    None
}
