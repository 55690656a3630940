//! Adding letters in the browser: an uploaded PDF is read at once and shown, and goes into the index only when that is
//! confirmed.
//!
//! **Invariant:** nothing is written before it is confirmed; then the file lies in the folder of uploads before the index
//! takes it in, under a name of its own, and no file is ever written over.
//! **Invariant:** only a form of this server is taken.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use askama::Template;
use axum::Form;
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use serde::Deserialize;

use super::address_of_letter;
use super::failure::Failure;
use super::pages::letter::{TrustLine, WarningView, trust_line, warnings_of};
use super::pages::{Frame, Visit, html};
use super::state::App;
use super::waiting::Received;
use super::words::Words;
use crate::document::is_pdf;
use crate::ingest::{self, Report};
use crate::record::LetterId;
use crate::worker;

/// Bytes of one upload: some dozens of letters, or one of scanned pages.
pub(super) const MOST: usize = 64 << 20;
/// Characters of a file's name that are kept.
const NAME: usize = 80;

#[derive(Template)]
#[template(path = "upload.html", config = "src/web/askama.toml")]
struct UploadPage {
    frame: Frame,
    token: Option<String>,
    readings: Vec<Reading>,
    added: Vec<(String, String)>,
    skipped: Vec<(String, String)>,
    is_done: bool,
}

/// A file as it was read.
struct Reading {
    name: String,
    title: String,
    trust: Option<TrustLine>,
    warnings: Vec<WarningView>,
    fault: Option<String>,
}

/// The folder of uploads; without one there is no such page.
fn folder(app: &App) -> Result<PathBuf, Failure> {
    app.config().uploads.clone().ok_or_else(|| Failure::not_found("letters cannot be added here"))
}

/// A form of another site is refused: the browser says where it comes from.
fn own_form(headers: &HeaderMap) -> Result<(), Failure> {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    let is_own = match (site, text(header::ORIGIN), text(header::HOST)) {
        (Some(site), _, _) => matches!(site, "same-origin" | "none"),
        // Our pages send no referrer, and over plain http a browser then says no more than `null`. What such a form may
        // do is read files, which writes nothing, and confirm with a token that nobody can guess.
        (None, Some("null"), _) => true,
        (None, Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        (None, ..) => true,
    };
    if is_own { Ok(()) } else { Err(Failure::forbidden("a form of another site is not taken")) }
}

/// The form.
pub(super) async fn form(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    folder(&app)?;
    html(&page(&app, &visit, None, Vec::new()))
}

fn page(app: &App, visit: &Visit, token: Option<String>, readings: Vec<Reading>) -> UploadPage {
    let frame = Frame::of(visit, app, visit.words.upload());
    UploadPage { frame, token, readings, added: Vec::new(), skipped: Vec::new(), is_done: false }
}

/// Takes the uploaded files, reads them, and shows what was read; they wait until that is confirmed.
pub(super) async fn read(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    mut parts: Multipart,
) -> Result<Response, Failure> {
    folder(&app)?;
    own_form(&headers)?;
    let broken =
        |error: axum::extract::multipart::MultipartError| Failure::new(error.status(), "bad-upload", error.body_text());
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(broken)? {
        let Some(name) = part.file_name().map(str::to_owned) else { continue };
        let bytes = part.bytes().await.map_err(broken)?.to_vec();
        if !name.is_empty() || !bytes.is_empty() {
            files.push((name, bytes));
        }
    }
    let reader = app.clone();
    let files = app
        .wait(move || {
            let read = |(name, bytes): (String, Vec<u8>)| {
                let reading = if is_pdf(&bytes) { reader.sources().pool().read(&bytes) } else { Err(no_pdf()) };
                Received { name, bytes, reading }
            };
            Ok(Arc::new(files.into_iter().map(read).collect::<Vec<_>>()))
        })
        .await?;
    let readings: Vec<Reading> = files.iter().map(|file| reading(visit.words, file)).collect();
    let is_any = files.iter().any(|file| file.reading.is_ok());
    let token = is_any.then(|| app.waiting().keep(files));
    html(&page(&app, &visit, token, readings))
}

/// Text files are letters too, but have no page to check a reading against.
fn no_pdf() -> worker::Error {
    worker::Error::Refused(worker::Refusal {
        kind: "not-a-pdf".to_owned(),
        message: "the file is not a PDF".to_owned(),
        page: None,
        hint: None,
    })
}

fn reading(words: Words, file: &Received) -> Reading {
    match &file.reading {
        Ok((record, _)) => Reading {
            name: file.name.clone(),
            title: record.title.clone().unwrap_or_else(|| words.kind(record.kind).to_owned()),
            trust: Some(trust_line(words, record)),
            warnings: warnings_of(words, "", record.warnings.iter()),
            fault: None,
        },
        Err(error) => Reading {
            name: file.name.clone(),
            title: String::new(),
            trust: None,
            warnings: Vec::new(),
            fault: Some(words.unreadable(error.kind(), &error.sentence())),
        },
    }
}

/// What the second form sends.
#[derive(Deserialize)]
pub(super) struct Confirmed {
    token: String,
}

/// Puts the files that were read into the index.
pub(super) async fn add(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(Confirmed { token }): Form<Confirmed>,
) -> Result<Response, Failure> {
    let folder = folder(&app)?;
    own_form(&headers)?;
    let files = app.waiting().get(&token).ok_or_else(|| {
        Failure::gone("upload-gone", "this upload no longer waits: it was added already, or it is too long ago")
    })?;
    let own = app.clone();
    let (added, report) = app
        .wait(move || {
            let (mut added, mut known) = (Vec::new(), BTreeMap::new());
            for file in files.iter() {
                let Ok(reading) = &file.reading else { continue };
                let record = &reading.0;
                write(&folder, &file.name, &file.bytes).map_err(|error| Failure::internal(&error))?;
                known.extend(record.source.as_ref().and_then(|source| Some((source.sha256.clone()?, reading))));
                added.push((record.title.clone().unwrap_or_else(|| record.id.to_string()), record.id.clone()));
            }
            let config = own.config();
            let report = ingest::run_knowing(known, &[folder], &config.index, &config.workers, |_| ())?;
            Ok((added, report))
        })
        .await?;
    // Where the index was busy the form can be sent again.
    app.waiting().forget(&token);
    let Report { skipped, .. } = report;
    let link = |(title, id): (String, LetterId)| (title, address_of_letter(&id));
    let mut page = page(&app, &visit, None, Vec::new());
    page.is_done = true;
    page.added = added.into_iter().map(link).collect();
    page.skipped = skipped.into_iter().map(|one| (one.path, visit.words.unreadable(&one.kind, &one.message))).collect();
    html(&page)
}

/// Writes a file under its name, or one like it that is free.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let stem = safe_stem(name);
    let mut taken = BTreeSet::new();
    for turn in 1.. {
        let name = if turn == 1 { format!("{stem}.pdf") } else { format!("{stem}-{turn}.pdf") };
        let path = folder.join(&name);
        // The same letter again is the same file.
        if fs::read(&path).is_ok_and(|held| held == bytes) {
            return Ok(());
        }
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => return file.write_all(bytes),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && taken.insert(name) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A name that is one on every system, and leads nowhere else.
fn safe_stem(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = base.strip_suffix(".pdf").or_else(|| base.strip_suffix(".PDF")).unwrap_or(base);
    let keep = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '.') { c } else { '_' };
    let safe: String = stem.chars().map(keep).take(NAME).collect();
    let safe = safe.trim_matches(['.', ' ']);
    if safe.is_empty() { "brief".to_owned() } else { safe.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_else() {
        assert_eq!(safe_stem("brief 1.pdf"), "brief 1");
        assert_eq!(safe_stem("../../etc/passwd"), "passwd");
        assert_eq!(safe_stem("C:\\x\\.htaccess"), "htaccess");
        assert_eq!(safe_stem("..."), "brief");
    }

    #[test]
    fn no_file_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for bytes in [b"one", b"two", b"one"] {
            write(folder.path(), "a.pdf", bytes).unwrap();
        }
        assert_eq!(fs::read(folder.path().join("a.pdf")).unwrap(), b"one");
        assert_eq!(fs::read(folder.path().join("a-2.pdf")).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
