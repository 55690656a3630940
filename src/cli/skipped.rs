//! Files that were not read, as a run of the index and a check tell of them.

use std::io::Write;

use crate::cli::terminal::{FAINT, WARNING, hang, width};
use crate::ingest::Skipped;

/// A file that was not read, with why and what to do.
pub(super) fn skipped_line(out: &mut impl Write, skip: &Skipped) -> anyhow::Result<()> {
    let page = skip.page.map(|page| format!(", page {page}")).unwrap_or_default();
    let text = hang(&format!("! {}{page}: {}", skip.path, skip.message), width(), 2);
    writeln!(out, "{WARNING}{text}{WARNING:#}")?;
    if let Some(hint) = &skip.hint {
        writeln!(out, "{FAINT}{}{FAINT:#}", hang(&format!("  hint: {hint}"), width(), 8))?;
    }
    Ok(())
}
