//! The command `read`: prints outlines or letter objects of files, in the order given.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::answer::{self, Failure, Unread};
use crate::cli::args::Read;
use crate::cli::progress::Progress;
use crate::cli::{Outcome, failure, outline, print_json, terminal, workers};
use crate::record::page_map::Reading;
use crate::record::{Record, Source};
use crate::worker;

pub(super) fn run(args: &Read, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let config = workers(args.recognition)?;
    // A bar beside outlines on the same terminal would only disturb them.
    let mut progress = (!io::stdout().is_terminal()).then(Progress::start);
    if let Some(progress) = &mut progress {
        progress.plan(args.files.len());
    }
    let mut printer = Printer { args, out, outcome: Outcome::Done, printed: 0 };
    let mut waiting = BTreeMap::new();
    let mut problem = Ok(());
    worker::read_all(
        &config,
        0..args.files.len(),
        |&job| open(&args.files[job]),
        |job, result| {
            waiting.insert(job, result);
            while let Some(result) = waiting.remove(&printer.printed) {
                if problem.is_ok() {
                    problem = printer.print(result);
                }
                progress.iter_mut().for_each(Progress::file);
                printer.printed += 1;
            }
            problem.is_ok()
        },
    );
    problem.map(|()| printer.outcome)
}

struct Printer<'a, W> {
    args: &'a Read,
    out: &'a mut W,
    outcome: Outcome,
    printed: usize,
}

impl<W: Write> Printer<'_, W> {
    fn print(&mut self, result: Result<Reading, worker::Error>) -> anyhow::Result<()> {
        let path = self.args.files[self.printed].to_string_lossy().into_owned();
        match result {
            Ok((mut record, _)) => {
                record.source = Some(Source { path, ..record.source.take().unwrap_or_default() });
                self.letter(&record)
            }
            Err(error) => {
                self.outcome = Outcome::Failed;
                self.failure(path, Failure::from(&error))
            }
        }
    }

    fn letter(&mut self, record: &Record) -> anyhow::Result<()> {
        if self.args.output.json {
            return print_json(self.out, record);
        }
        if self.printed > 0 {
            writeln!(self.out)?;
        }
        if self.args.files.len() > 1 {
            writeln!(self.out, "{}:", self.args.files[self.printed].display())?;
        }
        Ok(outline::write(self.out, record, terminal::width())?)
    }

    fn failure(&mut self, path: String, error: Failure) -> anyhow::Result<()> {
        if self.args.output.json {
            return print_json(self.out, &Unread { source: answer::Path { path }, error });
        }
        // What was printed before should stand before it on a terminal.
        self.out.flush()?;
        let page = error.page.map(|page| format!(", page {page}")).unwrap_or_default();
        failure::say(&Failure { message: format!("{path}{page}: {}", error.message), ..error });
        Ok(())
    }
}

/// The bytes of a file, or of standard input for `-`.
pub(super) fn open(path: &Path) -> Result<Vec<u8>, worker::Error> {
    if path.as_os_str() == "-" {
        return worker::take(io::stdin().lock());
    }
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ndjson")) {
        return Err(worker::Error::Refused(worker::Refusal {
            kind: "records".into(),
            message: "the file holds letter objects that have been read already".into(),
            page: None,
            hint: Some(format!("put them into the index with `vraagbaak index {}`", path.display())),
        }));
    }
    worker::open(path)
}
