//! Page maps: the index keeps what the one reading of a letter gave, and nothing is read again to mark or link it.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use vraagbaak::document::{self, cutouts};
use vraagbaak::index::Writer;
use vraagbaak::record::Record;
use vraagbaak::record::page_map::Reading;
use vraagbaak::search::Searcher;

use crate::cli::{command, root, run};
use crate::index::{file, letter};

/// One page with a pair, as `tesseract` tells it, for whatever picture it is given.
const WORDS: &str = r#"[ "$1" = --list-langs ] && echo nld && exit 0
echo "$@" >> "$(dirname "$0")/calls"
cat > /dev/null
row() { printf '5\t1\t1\t1\t%s\t1\t%s\t%s\t%s\t40\t96\t%s\n' "$@"; }
row 1 300 400 120 Vraag; row 1 440 400 25 1
row 2 300 480 160 Hoeveel; row 2 480 480 160 mensen; row 2 660 480 170 reizen?
row 3 300 640 200 Antwoord; row 3 520 640 25 1
row 4 300 720 100 Tien.
"#;

fn direct(path: &Path) -> Reading {
    document::reading(&document::read(&fs::read(path).expect("a letter")).expect("it is read"))
}

#[test]
fn an_index_keeps_the_maps_of_the_reading() {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = root().join("corpus");
    assert_eq!(run(folder.path(), &["index", "--no-ocr", corpus.to_str().expect("a path of text")]).status, 0);
    let searcher = Searcher::open(&folder.path().join("index")).expect("an index");
    let mut letters = Vec::new();
    searcher.letters(|record| letters.push(record)).expect("its letters");
    let mut cut = 0;
    for record in &letters {
        let maps = searcher.page_maps(record).expect("its maps");
        let path = Path::new(&record.source.as_ref().expect("a file").path).to_owned();
        let (read, expect) = direct(&path);
        assert_eq!(maps, expect, "{}", path.display());
        assert_eq!(maps.is_empty(), path.extension().is_some_and(|extension| extension == "txt"));
        assert_eq!(document::linked(&record.references, &maps), document::linked(&read.references, &expect));
        for pair in 0..record.pairs.len() {
            assert_eq!(cutouts(&maps, pair), cutouts(&expect, pair));
            cut += cutouts(&maps, pair).len();
        }
    }
    assert!(letters.len() > 15 && cut > 50, "{} letters, {cut} cut-outs", letters.len());
}

#[test]
fn maps_belong_to_one_reading() {
    let dir = tempfile::tempdir().expect("a folder");
    let (mut read, maps) = direct(&root().join("corpus/ah-tk-20252026-101.pdf"));
    let mut writer = Writer::open(dir.path()).expect("a new index");
    writer.add_reading(file("read.pdf", 1), &(read.clone(), maps.clone())).expect("added");
    writer.add(file("letters.ndjson", 1), &[letter("a", "Rijdt de trein?", "Ja.")]).expect("added");
    writer.commit().expect("committed");
    let kept = |of: &Record| Searcher::open(dir.path()).and_then(|searcher| searcher.page_maps(of)).expect("an answer");
    assert_eq!(kept(&read), maps);
    assert!(kept(&letter("a", "Rijdt de trein?", "Ja.")).is_empty(), "a letter object has no maps");
    let other = Some("0".repeat(64));
    let own = std::mem::replace(&mut read.source.as_mut().expect("a file").sha256, other);
    assert!(kept(&read).is_empty(), "another file has other maps");

    // A newer letter of the same id hides it, and goes again.
    writer.add(file("newer.ndjson", 2), std::slice::from_ref(&read)).expect("added");
    writer.commit().expect("committed");
    assert!(kept(&read).is_empty(), "the newer one has none");
    writer.remove("newer.ndjson").expect("removed");
    writer.close().expect("committed");
    read.source.as_mut().expect("a file").sha256 = own;
    assert_eq!(kept(&read), maps);
}

/// A folder with a stand-in for `tesseract`, and how often a picture was given to it.
#[cfg(unix)]
pub(crate) struct Scanner(tempfile::TempDir);

#[cfg(unix)]
impl Scanner {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        crate::ocr::stand_in(folder.path(), WORDS);
        Self(folder)
    }

    /// The program, with the stand-in before all others.
    pub(crate) fn command(&self, folder: &Path) -> Command {
        let mut command = command(folder);
        let path = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{path}", self.0.path().display()));
        command
    }

    fn index(&self, folder: &Path) -> serde_json::Value {
        let output = self.command(folder).args(["index", "--json", "letters"]).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("a report")
    }

    fn calls(&self) -> usize {
        fs::read_to_string(self.0.path().join("calls")).unwrap_or_default().lines().count()
    }
}

#[cfg(unix)]
#[test]
fn a_scan_is_recognised_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let scanner = Scanner::new();
    let letters = folder.path().join("letters");
    fs::create_dir(&letters).expect("a folder of letters");
    let scan = letters.join("scan.pdf");
    fs::copy(root().join("tests/scans/ah-tk-20252026-87.pdf"), &scan).expect("copied");
    let report = scanner.index(folder.path());
    let calls = scanner.calls();
    assert_eq!((&report["new"], &report["trust"]["ocr_pages"]), (&1.into(), &2.into()), "{report}");
    assert!(calls >= 2, "it has two pages: {calls}");
    let searcher = Searcher::open(&folder.path().join("index")).expect("an index");
    let mut records = Vec::new();
    searcher.letters(|record| records.push(record)).expect("its letters");
    let maps = searcher.page_maps(&records[0]).expect("its maps");
    assert!(maps.len() == 2 && !cutouts(&maps, 0).is_empty(), "{maps:?}");

    // Touched, copied and moved it stays the same bytes.
    let later = SystemTime::now() + Duration::from_mins(1);
    File::options().append(true).open(&scan).and_then(|file| file.set_modified(later)).expect("touched");
    assert_eq!(scanner.index(folder.path())["changed"], 1);
    fs::copy(&scan, letters.join("copy.pdf")).expect("copied");
    fs::rename(&scan, letters.join("moved.pdf")).expect("moved");
    let report = scanner.index(folder.path());
    assert_eq!((&report["new"], &report["gone"], &report["letters"]), (&2.into(), &1.into(), &2.into()), "{report}");
    assert_eq!(scanner.calls(), calls);
    let searcher = Searcher::open(&folder.path().join("index")).expect("an index");
    let mut records = Vec::new();
    searcher.letters(|record| records.push(record)).expect("its letters");
    assert_eq!(searcher.page_maps(&records[0]).expect("its maps"), maps);

    // Copies that come together are read once.
    let two = tempfile::tempdir().expect("a folder");
    fs::rename(&letters, two.path().join("letters")).expect("moved");
    assert_eq!(scanner.index(two.path())["new"], 2);
    assert_eq!(scanner.calls(), 2 * calls);
}
