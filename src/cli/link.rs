//! The command `link`: writes a copy of a letter in which its references can be clicked.
//!
//! **Invariant:** the new file is there whole or not at all, and no letter is ever written over itself.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;

use crate::answer::{self, LinkedLetter};
use crate::cli::args::Link;
use crate::cli::failure::Refused;
use crate::cli::{Outcome, print_json, read, workers};
use crate::document::{self, Linked, Signed};
use crate::worker::{Config, Pool};

pub(super) fn run(args: &Link, out: &mut impl Write) -> anyhow::Result<Outcome> {
    let letter = args.letter.display().to_string();
    if is_same(&args.letter, &args.output_file) {
        let hint = "name another file for `-o`: the letter as it came is the source";
        return Err(Refused::new("same-file", format!("{letter}: OUT is the letter itself"), hint).into());
    }
    let bytes = read::open(&args.letter).with_context(|| letter.clone())?;
    let pool = Pool::new(Config { count: 1, ..workers(args.recognition)? });
    let signed = if args.force { Signed::Change } else { Signed::Refuse };
    // A file that may not be changed says so before it is read, which takes long for scans.
    pool.link(&bytes, Vec::new(), signed).with_context(|| letter.clone())?;
    let (record, maps) = pool.read(&bytes).with_context(|| letter.clone())?;
    let links = document::linked(&record.references, &maps);
    let file = pool.link(&bytes, links.clone(), signed).with_context(|| letter.clone())?;
    write_whole(&args.output_file, &file).with_context(|| args.output_file.display().to_string())?;
    let output = args.output_file.display().to_string();
    if args.output.json {
        print_json(out, &LinkedLetter { source: answer::Path { path: letter }, output, links })?;
    } else {
        outline(out, &links)?;
    }
    Ok(Outcome::Done)
}

/// A line for each link: page, id, words.
fn outline(out: &mut impl Write, links: &[Linked]) -> io::Result<()> {
    for link in links {
        let page = link.places.first().map_or_else(|| "?".to_owned(), |(page, _)| page.to_string());
        writeln!(out, "p. {page}  {}  {}", link.id, link.text.split_whitespace().collect::<Vec<_>>().join(" "))?;
    }
    let citations = if links.len() == 1 { "reference" } else { "references" };
    writeln!(out, "{} {citations} linked", links.len())
}

fn is_same(letter: &Path, output: &Path) -> bool {
    let (letter, output) = (fs::canonicalize(letter), fs::canonicalize(output));
    letter.ok().zip(output.ok()).is_some_and(|(letter, output)| letter == output)
}

/// Writes beside it first, so that no half a file takes the place of a whole one. A device is written as it is.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return fs::write(path, bytes);
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        drop(fs::remove_file(&beside));
    }
    written
}
