//! What a run of the index and a check both tell: what may be amiss in the letters, and which files were skipped.

use std::io::Write;

use crate::cli::terminal::{FAINT, WARNING, hang, width};
use crate::ingest::Skipped;
use crate::record::Trust;

/// What may be amiss, in the order and the words of the report.
pub(super) fn amiss(trust: &Trust) -> [(&'static str, usize); 15] {
    [
        ("letters with doubts", trust.doubtful_letters),
        ("questions in doubt", trust.doubtful_pairs),
        ("other doubts", trust.other_doubts),
        ("pages not read", trust.unread_pages),
        ("pages read from a picture", trust.ocr_pages),
        ("pages with text left out", trust.pages_with_unread_text),
        ("unreadable characters", trust.unmapped_glyphs),
        ("unanswered questions", trust.unanswered),
        ("answers without question", trust.answers_without_question),
        ("gaps and repeats in numbers", trust.numbering),
        ("footnotes without mark", trust.notes_without_mark),
        ("marks without footnote", trust.marks_without_note),
        ("citations not read", trust.citations_unread),
        ("citations that lead nowhere", trust.citations_unresolved),
        ("citations with several readings", trust.citations_ambiguous),
    ]
}

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
