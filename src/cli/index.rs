//! The command `index`: brings an index up to date and prints what it holds and what was skipped.

use std::io::Write;

use crate::cli::args::Index;
use crate::cli::progress::Progress;
use crate::cli::skipped::skipped_line;
use crate::cli::terminal::STRONG;
use crate::cli::{Outcome, Refused, print_json, workers};
use crate::ingest::{self, Event, Report};
use crate::record::Trust;

pub(super) fn run(args: &Index, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let report = if args.forget.is_empty() {
        let mut progress = Progress::start();
        ingest::run(&args.paths, &args.place.dir, &workers(args.recognition)?, |event| match event {
            Event::Planned(files) => progress.plan(files),
            Event::Letter => progress.letter(),
            Event::File => progress.file(),
        })?
    } else {
        ingest::forget(&args.forget, &args.place.dir)?
    };
    if args.output.json {
        print_json(out, &report)?;
    } else {
        table(out, &report)?;
        out.flush()?;
        if report.failed {
            failed(&report).say();
        }
    }
    let strict = args.strict && !report.skipped.is_empty();
    Ok(if report.failed || strict { Outcome::Failed } else { Outcome::Done })
}

fn failed(report: &Report) -> Refused {
    let message = match report {
        Report { new: 0, changed: 0, unchanged: 0, gone: 0, .. } => "nothing could be read",
        _ => "a path of this run could not be read",
    };
    Refused::new("unread", message, "the list of what was skipped says why")
}

fn table(out: &mut impl Write, report: &Report) -> anyhow::Result<()> {
    let Report { totals, new, changed, unchanged, gone, skipped, .. } = report;
    writeln!(out, "{STRONG}the index holds{STRONG:#}")?;
    for (name, number) in [
        ("letters", totals.letters),
        ("pairs", totals.pairs),
        ("footnotes", totals.footnotes),
        ("references", totals.references),
        ("warnings", totals.warnings),
    ] {
        writeln!(out, "  {name:<12}{number:>9}")?;
    }
    trust(out, &totals.trust)?;
    writeln!(out, "{STRONG}files of this run{STRONG:#}")?;
    for (name, number) in
        [("new", *new), ("changed", *changed), ("unchanged", *unchanged), ("gone", *gone), ("skipped", skipped.len())]
    {
        writeln!(out, "  {name:<12}{number:>9}")?;
    }
    for skip in skipped {
        skipped_line(out, skip)?;
    }
    Ok(())
}

/// What the warnings are about, where there is anything.
fn trust(out: &mut impl Write, trust: &Trust) -> anyhow::Result<()> {
    let rows: Vec<_> = trust.rows().filter(|(_, number)| *number > 0).collect();
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "{STRONG}what to look at: `vraagbaak check` says where{STRONG:#}")?;
    for (name, number) in rows {
        writeln!(out, "  {name:<32}{number:>9}")?;
    }
    Ok(())
}
