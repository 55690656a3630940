//! `serve`: letters are indexed if any are named; then pages and answers are served until the process is told to end.

use std::fs;
use std::io::Write as _;

use anyhow::Context as _;

use crate::cli::args::{self, Serve};
use crate::cli::{Outcome, index, workers};
use crate::web::{self, App, Config, Log};

pub(super) fn run(args: &Serve) -> anyhow::Result<Outcome> {
    let uploads = args.upload_dir.as_ref().filter(|_| args.allow_upload);
    if let Some(dir) = uploads {
        fs::create_dir_all(dir).with_context(|| format!("the folder `{}` cannot be made", dir.display()))?;
    }
    if !args.paths.is_empty() {
        let first = args::Index {
            paths: args.paths.clone(),
            forget: Vec::new(),
            strict: false,
            place: args.place.clone(),
            recognition: args.recognition,
            output: args::Output { json: false },
        };
        if index::run(&first, &mut anstream::stderr())? == Outcome::Failed {
            return Ok(Outcome::Failed);
        }
    }
    let log = match (args.access_log, args.log_queries) {
        (false, _) => Log::Off,
        (true, false) => Log::Access,
        (true, true) => Log::Queries,
    };
    let config = Config {
        index: args.place.dir.clone(),
        base_address: args.base_address.clone(),
        uploads: uploads.cloned(),
        workers: workers(args.recognition)?,
        log,
    };
    web::serve(&App::new(config), args.listen, |address| {
        drop(writeln!(anstream::stderr(), "serving http://{address}/ ; Ctrl-C ends it"));
    })
    .with_context(|| format!("`{}` cannot be listened on", args.listen))?;
    Ok(Outcome::Done)
}
