//! The index: what is held, what survives, what happens to foreign files and to letters with one id.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use vraagbaak::index::{Counts, Error, File, Writer};
use vraagbaak::record::{LetterId, Record};
use vraagbaak::search::{Options, Query, Searcher, Shown};

/// A letter with one pair.
pub(crate) fn letter(id: &str, question: &str, answer: &str) -> Record {
    let json = format!(
        r#"{{"id": "{id}", "kind": "brief", "date": "2024-03-25", "title": "de proef", "source": {{"path": "{id}.pdf"}},
            "pairs": [{{"id": "{id}#v1", "numbers": [1], "questions": [{{"numbers": [1], "text": "{question}", "pages": [1]}}],
                        "answer": {{"text": "{answer}", "pages": [1, 2]}}}}]}}"#
    );
    serde_json::from_str(&json).expect("a letter object")
}

pub(crate) fn file(path: &str, modified: i64) -> File {
    File { path: path.into(), size: 1, modified, sha256: String::new(), unread: false }
}

fn ids(dir: &Path, typed: &str) -> Vec<String> {
    let (query, unread) = Query::parse(typed);
    let results = Searcher::open(dir).and_then(|searcher| searcher.search(&query, unread, &Options::default()));
    results.expect("an answer").hits.into_iter().map(|hit| hit.id.to_string()).collect()
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

#[test]
fn holds_what_was_added_and_drops_what_was_removed() {
    let dir = folder();
    let mut writer = Writer::open(dir.path()).expect("a new index");
    writer.add(file("a.pdf", 1), &[letter("a", "Rijdt de trein?", "De trein rijdt.")]).expect("added");
    writer
        .add(file("b.ndjson", 1), &[letter("b", "Vaart de boot?", "Ja."), letter("c", "Vliegt de boot?", "Nee.")])
        .expect("added");
    writer.close().expect("committed");

    let mut writer = Writer::open(dir.path()).expect("the same index");
    assert_eq!(writer.held().keys().collect::<Vec<_>>(), ["a.pdf", "b.ndjson"]);
    let letters = writer.held()["b.ndjson"].letters.iter().map(LetterId::as_str).collect::<Vec<_>>();
    assert_eq!(letters, ["b", "c"]);
    let sum: Counts = writer.held().values().map(|held| held.counts).sum();
    assert_eq!((sum.letters, sum.pairs), (3, 3));
    assert_eq!(ids(dir.path(), "boot"), ["b#v1", "c#v1"]);

    assert!(writer.remove("b.ndjson").expect("removed"));
    assert!(!writer.remove("never.pdf").expect("nothing to remove"));
    writer.add(file("a.pdf", 2), &[letter("a", "Rijdt de bus?", "De bus rijdt.")]).expect("replaced");
    writer.close().expect("committed");
    assert_eq!(ids(dir.path(), "boot"), [""; 0]);
    assert_eq!(ids(dir.path(), "trein"), [""; 0]);
    assert_eq!(ids(dir.path(), "bus"), ["a#v1"]);
}

#[test]
fn a_run_that_is_killed_leaves_what_was_committed() {
    let dir = folder();
    let mut writer = Writer::open(dir.path()).expect("a new index");
    writer.add(file("a.pdf", 1), &[letter("a", "Rijdt de trein?", "Ja.")]).expect("added");
    writer.begin(file("b.ndjson", 1)).expect("begun");
    writer.letter(&letter("b", "Vaart de boot?", "Ja."), &[]).expect("added");
    writer.commit().expect("committed");
    writer.letter(&letter("c", "Vliegt de boot?", "Nee."), &[]).expect("added");
    drop(writer);

    let mut writer = Writer::open(dir.path()).expect("the same index");
    assert_eq!(writer.held().keys().collect::<Vec<_>>(), ["a.pdf"], "a file that was cut short is read again");
    writer.commit().expect("committed");
    assert_eq!(ids(dir.path(), "boot"), [""; 0]);
    assert_eq!(ids(dir.path(), "trein"), ["a#v1"]);
}

#[test]
fn of_two_letters_with_one_id_the_newer_is_found() {
    let dir = folder();
    let sourced = |path: &str, answer: &str| {
        let mut letter = letter("a", "Rijdt de trein?", answer);
        letter.source.as_mut().expect("a source").path = path.into();
        letter
    };
    let shown = || {
        let shown = Searcher::open(dir.path()).and_then(|searcher| searcher.show("a")).expect("an answer");
        let Some(Shown::Letter(shown)) = shown else { panic!("the letter is found") };
        let others: Vec<String> = shown.others.iter().map(|source| source.path.clone()).collect();
        (shown.letter.source.expect("a source").path, others)
    };
    let mut writer = Writer::open(dir.path()).expect("a new index");
    writer.add(file("new.pdf", 9), &[sourced("new.pdf", "Nu wel.")]).expect("added");
    writer.add(file("old.pdf", 1), &[sourced("old.pdf", "Nog niet.")]).expect("added");
    writer.commit().expect("committed");
    assert_eq!(shown(), ("new.pdf".to_owned(), vec!["old.pdf".to_owned()]));
    assert_eq!(ids(dir.path(), "trein"), ["a#v1"], "it is found once");

    // A newer one comes, after a commit and before one.
    writer.add(file("newest.pdf", 10), &[sourced("newest.pdf", "Allang.")]).expect("added");
    writer.add(file("last.pdf", 11), &[sourced("last.pdf", "Eindelijk.")]).expect("added");
    writer.commit().expect("committed");
    assert_eq!(shown().0, "last.pdf");
    assert_eq!(shown().1.len(), 3);

    for (removed, next) in [("last.pdf", "newest.pdf"), ("newest.pdf", "new.pdf"), ("new.pdf", "old.pdf")] {
        writer.remove(removed).expect("removed");
        writer.commit().expect("committed");
        assert_eq!(shown().0, next, "after {removed} went");
    }
    assert_eq!(ids(dir.path(), "trein"), ["a#v1"]);
}

#[test]
fn foreign_files_are_left_alone() {
    let dir = folder();
    for name in ["README.md", ".gitignore"] {
        fs::write(dir.path().join(name), "mine").expect("written");
    }
    let mut writer = Writer::open(dir.path()).expect("a new index beside other files");
    writer.add(file("a.pdf", 1), &[letter("a", "Rijdt de trein?", "Ja.")]).expect("added");
    writer.close().expect("committed");
    Writer::erase(dir.path()).expect("erased");
    let mut left: Vec<_> =
        fs::read_dir(dir.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name()).collect();
    left.sort();
    assert_eq!(left, [".gitignore", "README.md"]);
}

#[test]
fn an_index_that_cannot_be_used_says_why() {
    let dir = folder();
    let kind = |error: Error| error.kind();
    let open = |dir: &Path| vraagbaak::index::Reader::open(dir).map(|_| ()).expect_err("no index").kind();
    assert_eq!(open(dir.path()), "no-index");
    assert_eq!(open(&dir.path().join("absent")), "no-index");

    let writer = Writer::open(dir.path()).expect("a new index");
    assert_eq!(kind(Writer::open(dir.path()).expect_err("a second writer")), "index-locked");
    writer.close().expect("committed");

    let meta = dir.path().join("meta.json");
    let sound = fs::read_to_string(&meta).expect("the engine's list");
    fs::write(&meta, sound.replace("vraagbaak index ", "vraagbaak index 999")).expect("written");
    assert_eq!(open(dir.path()), "index-version");
    assert_eq!(kind(Writer::open(dir.path()).expect_err("another version")), "index-version");
    fs::write(&meta, "no list at all").expect("written");
    assert_eq!(open(dir.path()), "index-corrupt");
    assert_eq!(kind(Writer::open(dir.path()).expect_err("damaged")), "index-corrupt");
}

#[test]
fn a_damaged_segment_is_an_error() {
    let dir = folder();
    let mut writer = Writer::open(dir.path()).expect("a new index");
    writer.add(file("a.pdf", 1), &[letter("a", "Rijdt de trein?", "Ja.")]).expect("added");
    writer.close().expect("committed");
    for entry in fs::read_dir(dir.path()).expect("a folder") {
        let path = entry.expect("an entry").path();
        let is_data = path.extension().is_some_and(|extension| extension != "json" && extension != "lock");
        if is_data {
            fs::write(&path, b"rubbish").expect("written");
        }
    }
    let (query, _) = Query::parse("trein");
    let result =
        Searcher::open(dir.path()).and_then(|searcher| searcher.search(&query, Vec::new(), &Options::default()));
    assert_eq!(result.expect_err("damaged").kind(), "index-corrupt");
}
