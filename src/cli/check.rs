//! The command `check`: prints what is doubtful in letters, and where, the worst letter first.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::answer::{self, Checked, Failure, Located, Unread};
use crate::cli::args::Check;
use crate::cli::progress::Progress;
use crate::cli::skipped::skipped_line;
use crate::cli::terminal::{FAINT, STRONG, WARNING, count, hang, opening, width};
use crate::cli::{Outcome, Refused, outline, print_json, workers};
use crate::ingest::{self, Event, Skipped};
use crate::record::{Detail, Id, Language, Record, Trust, Warning};
use crate::search::{Searcher, Shown};

pub(super) fn run(args: &Check, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let (mut letters, skipped) = gather(args)?;
    letters.sort_by_cached_key(Checked::by_how_bad);
    let shown = letters.get(..args.limit.map_or(letters.len(), usize::from)).unwrap_or(&letters);
    if args.output.json {
        shown.iter().try_for_each(|letter| print_json(out, letter))?;
        skipped.iter().try_for_each(|skip| print_json(out, &unread(skip)))?;
    } else {
        if !shown.is_empty() {
            table(out, shown)?;
        }
        let alone = shown.len() == 1;
        shown
            .iter()
            .filter(|letter| alone || !letter.warnings.is_empty())
            .try_for_each(|letter| details(out, letter))?;
        closing(out, &letters)?;
        skipped.iter().try_for_each(|skip| skipped_line(out, skip))?;
    }
    let doubtful = letters.iter().any(|letter| letter.doubtful);
    Ok(match (skipped.is_empty(), doubtful) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Nothing,
        (true, false) => Outcome::Done,
    })
}

/// The letters of files that exist, else of ids in the index, else all of the index.
fn gather(args: &Check) -> anyhow::Result<(Vec<Checked>, Vec<Skipped>)> {
    let mut letters = Vec::new();
    if args.targets.is_empty() {
        Searcher::open(&args.place.dir)?.letters(|record| letters.push(Checked::of(record)))?;
        return Ok((letters, Vec::new()));
    }
    let (paths, ids): (Vec<_>, Vec<_>) = args.targets.iter().partition(|target| is_path(target));
    if !ids.is_empty() {
        let searcher = Searcher::open(&args.place.dir)?;
        for id in ids {
            letters.push(Checked::of(letter(&searcher, id)?));
        }
    }
    let mut skipped = Vec::new();
    if !paths.is_empty() {
        let paths: Vec<_> = paths.into_iter().map(PathBuf::from).collect();
        let mut progress = Progress::start();
        let report = ingest::peruse(
            &paths,
            &workers(args.recognition)?,
            |record| letters.push(Checked::of(record)),
            |event| match event {
                Event::Planned(files) => progress.plan(files),
                Event::Letter => progress.letter(),
                Event::File => progress.file(),
            },
        );
        skipped = report.skipped;
    }
    Ok((letters, skipped))
}

/// A name that is no file may still be meant as one.
fn is_path(target: &str) -> bool {
    let path = Path::new(target);
    path.exists() || path.extension().is_some() || path.components().nth(1).is_some()
}

/// The letter of an id; the id of a pair leads to its letter.
fn letter(searcher: &Searcher, id: &str) -> anyhow::Result<Record> {
    if let Ok(whole) = id.parse::<Id>()
        && let Some(Shown::Letter(shown)) = searcher.show(whole.letter().as_str())?
    {
        return Ok(shown.letter);
    }
    let message = format!("`{id}` is no file or folder, and the index holds no such letter");
    Err(Refused::new("not-found", message, "check the path, or find the id with `vraagbaak search`").into())
}

fn unread(skipped: &Skipped) -> Unread {
    let Skipped { path, kind, message, page, hint } = skipped.clone();
    Unread { source: answer::Path { path }, error: Failure { kind, message, page, hint } }
}

/// Columns between two columns of the table.
const GAP: usize = 2;
/// Most columns of an id; those of letters without an official number have 25.
const ID: usize = 32;

/// One line a letter: what it announces, what was found, and how much is amiss; as many columns as fit.
fn table(out: &mut impl Write, letters: &[Checked]) -> io::Result<()> {
    let ids = letters.iter().map(|letter| letter.id.as_str().chars().count()).max().unwrap_or_default().min(ID);
    let mut room = width().saturating_sub(ids);
    let fits = |(title, _): &Cell| {
        let wide = GAP + title.len();
        let fits = wide <= room;
        room = room.saturating_sub(wide);
        fits
    };
    let shown = cells(None, 0, &Trust::default()).into_iter().take_while(fits).count();
    write!(out, "{STRONG}{:<ids$}", "letter")?;
    cells(None, 0, &Trust::default())
        .iter()
        .take(shown)
        .try_for_each(|(title, _)| write!(out, "{:GAP$}{title}", ""))?;
    writeln!(out, "{STRONG:#}")?;
    for letter in letters {
        write!(out, "{:<ids$}", opening(letter.id.as_str(), ids))?;
        for (title, value) in cells(letter.announced, letter.found, &letter.counts).into_iter().take(shown) {
            write!(out, "{value:>0$}", GAP + title.len())?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The title of a column, and what stands in it.
type Cell = (&'static str, String);

/// The columns of a letter, the most telling first.
fn cells(announced: Option<usize>, found: usize, counts: &Trust) -> [Cell; 8] {
    let some = |number: usize| if number == 0 { "-".to_owned() } else { number.to_string() };
    [
        ("announced", announced.map_or_else(|| "?".to_owned(), |number| number.to_string())),
        ("found", found.to_string()),
        ("doubts", some(counts.doubtful_pairs + counts.other_doubts)),
        ("unanswered", some(counts.unanswered)),
        ("pages", some(counts.unread_pages + counts.ocr_pages + counts.pages_with_unread_text)),
        ("notes", some(counts.notes_without_mark + counts.marks_without_note)),
        ("cites", some(counts.citations_unread + counts.citations_unresolved + counts.citations_ambiguous)),
        ("signs", some(counts.unmapped_glyphs)),
    ]
}

/// The warnings of a letter, each with the words at its place, and what of its pages is in no text.
fn details(out: &mut impl Write, letter: &Checked) -> io::Result<()> {
    let path = letter.source.as_ref().map(|source| source.path.as_str()).unwrap_or_default();
    writeln!(out, "\n{STRONG}{}{STRONG:#}  {FAINT}{path}{FAINT:#}", letter.id)?;
    let mut rest = letter.warnings.as_slice();
    while let Some((first, _)) = rest.split_first() {
        let alike = rest.iter().take_while(|other| is_more_of(other, first)).count().max(1);
        let (these, others) = rest.split_at(alike);
        detail(out, first, &told_once(these))?;
        rest = others;
    }
    outline::left_out(out, &letter.left_out, width())
}

/// True for another of the questions that a mededeling leaves without answer: eight of them are one remark.
fn is_more_of(other: &Located, first: &Located) -> bool {
    let putting_off = Some(Detail::Mededeling);
    first.warning.detail == putting_off && other.warning.detail == putting_off
}

/// One sentence for all of them.
fn told_once(these: &[Located]) -> String {
    match these {
        [alone] => alone.warning.message.clone(),
        [first, ..] => {
            let numbers = these.iter().flat_map(|located| &located.warning.numbers).copied().collect();
            Warning { numbers, ..first.warning.clone() }.sentence(Language::English)
        }
        [] => String::new(),
    }
}

/// Columns of the page in front of a warning.
const PAGES: usize = 7;

fn detail(out: &mut impl Write, Located { warning, page_label }: &Located, message: &str) -> io::Result<()> {
    let page = warning.page.map(|page| format!("p{page}")).unwrap_or_default();
    let printed =
        page_label.as_ref().filter(|label| Some(*label) != warning.page.map(|page| page.to_string()).as_ref());
    let printed = printed.map(|label| format!(" (printed page number {label})")).unwrap_or_default();
    let doubt = if warning.doubt { " (doubt)" } else { "" };
    let line = format!("{page:PAGES$}! {}{doubt}: {message}{printed}", warning.kind.name());
    writeln!(out, "{WARNING}{}{WARNING:#}", hang(&line, width(), PAGES + 2))?;
    let Some(snippet) = &warning.snippet else { return Ok(()) };
    let room = width().saturating_sub(PAGES + 4);
    writeln!(out, "{:indent$}{FAINT}«{}»{FAINT:#}", "", opening(snippet, room), indent = PAGES + 2)
}

fn closing(out: &mut impl Write, letters: &[Checked]) -> io::Result<()> {
    let doubtful = letters.iter().filter(|letter| letter.doubtful).count();
    let remarked = letters.iter().filter(|letter| !letter.doubtful && !letter.warnings.is_empty()).count();
    let all = count(letters.len(), "letter", "letters");
    let clean = letters.len() - doubtful - remarked;
    writeln!(out, "\n{all}: {doubtful} with doubts, {remarked} with other remarks, {clean} with neither")
}
