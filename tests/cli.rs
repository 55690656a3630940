//! The program as a person or another program runs it: what is typed, and the exit status, stdout and stderr.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A file that calls itself a PDF: the first bytes of a photograph.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9";

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A letter of the corpus with questions and no answers.
pub(crate) fn letter() -> PathBuf {
    root().join("corpus/ah-tk-20252026-87.pdf")
}

fn encrypted() -> PathBuf {
    root().join("tests/pdfs/encrypted.pdf")
}

/// The program in a folder, away from the person's own settings.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vraagbaak"));
    command.current_dir(folder).env("COLUMNS", "100").env("RUST_BACKTRACE", "0");
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// What a run gave.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) talk: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program prints text");
        let status = output.status.code().expect("the program ends by itself");
        Self { status, out: text(output.stdout), talk: text(output.stderr) }
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in {}{}", self.out, self.talk))
    }

    pub(crate) fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
    }
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    Ran::of(command(folder).args(arguments).stdin(Stdio::null()).output().expect("the program runs"))
}

fn run_with(folder: &Path, arguments: &[&str], input: &str) -> Ran {
    let mut child = command(folder)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("the program reads its input");
    Ran::of(child.wait_with_output().expect("the program ends"))
}

/// A letter object with one pair that cites a Kamerstuk in a footnote.
fn record(id: &str, date: &str, question: &str, answer: &str) -> Value {
    json!({
        "id": id, "kind": "aanhangsel", "date": date, "title": "de vuurtorens van Oostmeerland",
        "askers": [{"name": "Tjalsmeer", "party": "BBB"}],
        "responders": [{"name": "Terwindt", "office": "Minister", "ministry": "OCW", "on_behalf": false}],
        "pages": 1,
        "pairs": [{
            "id": format!("{id}#v1"), "numbers": [1],
            "questions": [{"numbers": [1], "text": question, "pages": [1]}],
            "answer": {"text": answer, "pages": [1]}, "see": []
        }],
        "footnotes": [{"id": "footnote:1", "mark": "1", "text": "Kamerstuk 37 214, nr. 7.", "page": 1,
            "anchor": [{"part": "answer", "numbers": "1"}]}],
        "references": [{"id": "kst-37214-7", "in": "footnote:1", "text": "Kamerstuk 37 214, nr. 7", "page": 1}]
    })
}

/// A folder with a small index of letter objects.
pub(crate) fn indexed() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let records = [
        record("ah-tk-20252026-1", "2025-10-01", "Hoeveel vuurtorens zijn er?", "Er zijn elf vuurtorens in gebruik."),
        record("ah-tk-20252026-2", "2025-11-01", "Wie onderhoudt de vuurtorens?", "Rijkswaterstaat onderhoudt ze."),
    ];
    let lines: Vec<_> = records.iter().map(Value::to_string).collect();
    fs::write(folder.path().join("letters.ndjson"), lines.join("\n")).expect("written");
    let ran = run(folder.path(), &["index", "letters.ndjson"]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    folder
}

fn kinds(report: &Value) -> Vec<&str> {
    report["skipped"].as_array().expect("a list").iter().map(|skip| skip["kind"].as_str().expect("a kind")).collect()
}

// ---- read ----------------------------------------------------------------------------------------------------------

#[test]
fn read_prints_one_object_a_line_and_failures_in_their_place() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::copy(letter(), folder.path().join("a.pdf")).expect("copied");
    fs::write(folder.path().join("photo.pdf"), JPEG).expect("written");
    let ran = run(folder.path(), &["read", "--json", "a.pdf", "photo.pdf", "gone.pdf", "a.pdf"]);
    assert_eq!(ran.status, 2);
    let lines = ran.lines();
    assert_eq!(lines[0]["id"], "ah-tk-20252026-87");
    assert_eq!(lines[0]["source"]["path"], "a.pdf");
    assert_eq!(lines[1]["source"]["path"], "photo.pdf");
    assert_eq!(lines[1]["error"]["kind"], "not-a-pdf");
    assert_eq!(lines[2]["error"]["kind"], "missing");
    assert_eq!(lines[3], lines[0]);
}

#[test]
fn every_bad_file_has_its_message() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let here = folder.path();
    let whole = fs::read(letter()).expect("the letter is there");
    fs::write(here.join("empty.pdf"), b"").expect("written");
    fs::write(here.join("photo.pdf"), JPEG).expect("written");
    fs::write(here.join("cut.pdf"), &whole[..600]).expect("written");
    fs::copy(encrypted(), here.join("locked.pdf")).expect("copied");
    fs::create_dir(here.join("folder")).expect("made");
    fs::write(here.join("read.ndjson"), b"{}").expect("written");
    let check = |file: &str, kind: &str, message: &str| {
        let object = run(here, &["read", "--json", file]).json();
        assert_eq!(object["error"]["kind"], kind, "{object}");
        let told = object["error"]["message"].as_str().expect("a message");
        assert!(told.starts_with(message), "{told}");
        let ran = run(here, &["read", file]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        assert!(ran.talk.starts_with(&format!("error: {file}: {message}")), "{}", ran.talk);
        assert!(ran.talk.contains("\nhint: "), "{}", ran.talk);
    };
    check("missing.pdf", "missing", "the file could not be opened: No such file or directory");
    check("empty.pdf", "empty", "expected a PDF, but the file is empty");
    check("photo.pdf", "not-a-pdf", "expected a PDF, but found a JPEG");
    check("cut.pdf", "damaged", "the PDF is damaged: no page can be read");
    check("locked.pdf", "encrypted", "the PDF is encrypted and needs a password");
    check("folder", "unreadable", "the file could not be opened");
    check("read.ndjson", "records", "the file holds letter objects that have been read already");
}

#[test]
fn read_takes_standard_input() {
    let ran = run_with(root(), &["read", "--json", "-"], "Vraag 1\n\nHoeveel?\n\nAntwoord 1\n\nTwee.\n");
    assert_eq!(ran.status, 0, "{}", ran.talk);
    assert_eq!(ran.json()["source"]["path"], "-");
    assert_eq!(ran.json()["pairs"][0]["answer"]["text"], "Twee.");
}

// ---- index ---------------------------------------------------------------------------------------------------------

#[test]
fn the_corpus_is_indexed_whole_and_only_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let corpus = root().join("corpus");
    let corpus = corpus.to_str().expect("a path of text");
    let first = run(folder.path(), &["index", "--json", corpus]);
    assert_eq!(first.status, 0, "{}", first.talk);
    let first = first.json();
    assert_eq!(first["skipped"], json!([]));
    assert!(first["letters"].as_u64() > Some(9) && first["letters"] == first["new"], "{first}");
    assert!(first["pairs"].as_u64() > first["letters"].as_u64());
    let second = run(folder.path(), &["index", "--json", corpus]).json();
    assert_eq!((&second["new"], &second["unchanged"]), (&json!(0), &first["new"]));
    assert_eq!(second["letters"], first["letters"]);
}

#[test]
fn bad_files_cost_themselves_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let letters = folder.path().join("letters");
    fs::create_dir(&letters).expect("made");
    fs::copy(letter(), letters.join("a.pdf")).expect("copied");
    fs::write(letters.join("b.pdf"), b"").expect("written");
    fs::write(letters.join("c.pdf"), JPEG).expect("written");
    fs::copy(encrypted(), letters.join("d.pdf")).expect("copied");
    let ran = run(folder.path(), &["index", "--json", "letters"]);
    let report = ran.json();
    assert_eq!(ran.status, 0);
    assert_eq!((&report["letters"], &report["new"]), (&json!(1), &json!(1)));
    assert_eq!(kinds(&report), ["empty", "not-a-pdf", "encrypted"]);
    assert_eq!(report["skipped"][0]["path"], "letters/b.pdf");
    let strict = run(folder.path(), &["index", "--strict", "letters"]);
    assert_eq!(strict.status, 2);
    assert!(strict.out.contains("! letters/d.pdf: the PDF is encrypted and needs a password"), "{}", strict.out);
}

#[test]
fn what_is_no_letter_that_we_read_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let here = folder.path();
    let letters = here.join("letters");
    fs::create_dir(&letters).expect("made");
    let xml = "<?xml version=\"1.0\"?>\n<kamervragen><vraag>Hoeveel?</vraag><antwoord>Elf.</antwoord></kamervragen>\n";
    fs::write(letters.join("a.docx"), b"PK\x03\x04word/document.xml").expect("written");
    fs::write(letters.join("b.xml"), xml).expect("written");
    fs::write(letters.join("c.txt"), xml).expect("written");
    fs::copy(letter(), letters.join("d")).expect("copied");
    fs::write(letters.join("notes.md"), "# Leesmij").expect("written");
    let told = ["a Word document (.docx)", "an XML document", "an XML document"];
    let is_told = |talk: &str| {
        for (name, what) in ["a.docx", "b.xml", "c.txt"].iter().zip(told) {
            assert!(talk.contains(&format!("letters/{name}: expected a PDF, but found {what}")), "{talk}");
        }
        assert!(talk.contains("hint: ") && !talk.contains("notes.md"), "{talk}");
    };
    // Nothing is left to be read.
    let ran = run(here, &["index", "letters"]);
    assert_eq!(ran.status, 2);
    is_told(&ran.out);
    assert!(ran.out.contains("! letters/d: the file is a PDF, and its name does not say so"), "{}", ran.out);
    assert!(!ran.out.contains("there are no letters"), "{}", ran.out);
    let ran = run(here, &["check", "letters"]);
    assert_eq!(ran.status, 2);
    is_told(&ran.out);
    let ran = run(here, &["read", "letters/a.docx", "letters/b.xml", "letters/c.txt", "letters/d"]);
    assert_eq!(ran.status, 2);
    is_told(&ran.talk);
    assert!(ran.out.contains("letters/d:"), "a file that is named is read: {}", ran.out);
    // Beside a letter they cost nothing, unless that is asked for.
    fs::copy(letter(), letters.join("e.pdf")).expect("copied");
    let ran = run(here, &["index", "--json", "letters"]);
    assert_eq!((ran.status, &ran.json()["letters"]), (0, &json!(1)));
    assert_eq!(kinds(&ran.json()), ["not-a-pdf", "not-a-pdf", "not-a-pdf", "misnamed"]);
    assert_eq!(run(here, &["index", "--strict", "letters"]).status, 2);
}

#[test]
fn a_missing_path_is_an_error_and_drops_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let letters = folder.path().join("letters");
    fs::create_dir(&letters).expect("made");
    fs::copy(letter(), letters.join("a.pdf")).expect("copied");
    assert_eq!(run(folder.path(), &["index", "letters"]).status, 0);
    fs::rename(&letters, folder.path().join("moved")).expect("renamed");
    let ran = run(folder.path(), &["index", "--json", "letters"]);
    let report = ran.json();
    assert_eq!((ran.status, &report["letters"], &report["gone"]), (2, &json!(1), &json!(0)));
    assert_eq!(kinds(&report), ["missing"]);
    // The other paths of the run are read all the same.
    let ran = run(folder.path(), &["index", "--json", "letters", "moved"]);
    assert_eq!((ran.status, &ran.json()["new"]), (2, &json!(1)));
}

#[test]
fn what_is_gone_leaves_and_what_is_elsewhere_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["one", "two"] {
        fs::create_dir(folder.path().join(name)).expect("made");
    }
    let write = |path: &str, id: &str| {
        fs::write(folder.path().join(path), record(id, "2025-10-01", "Hoeveel?", "Elf.").to_string()).expect("written");
    };
    write("one/a.ndjson", "ah-tk-20252026-1");
    write("one/b.ndjson", "ah-tk-20252026-2");
    write("two/c.ndjson", "ah-tk-20252026-3");
    assert_eq!(run(folder.path(), &["index", "one", "two"]).status, 0);
    fs::remove_file(folder.path().join("one/b.ndjson")).expect("removed");
    fs::remove_file(folder.path().join("two/c.ndjson")).expect("removed");
    let report = run(folder.path(), &["index", "--json", "one"]).json();
    assert_eq!((&report["letters"], &report["gone"], &report["unchanged"]), (&json!(2), &json!(1), &json!(1)));
    assert_eq!(run(folder.path(), &["show", "ah-tk-20252026-2"]).status, 1);
    assert_eq!(run(folder.path(), &["show", "ah-tk-20252026-3"]).status, 0);
    // What no run will look at again is taken out by name.
    let report = run(folder.path(), &["index", "--json", "--forget", "two"]).json();
    assert_eq!((&report["letters"], &report["gone"]), (&json!(1), &json!(1)));
    assert_eq!(run(folder.path(), &["index", "--forget", "two"]).status, 2);
}

#[test]
fn a_changed_file_that_cannot_be_read_keeps_its_earlier_reading() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::copy(letter(), folder.path().join("a.pdf")).expect("copied");
    assert_eq!(run(folder.path(), &["index", "a.pdf"]).status, 0);
    fs::write(folder.path().join("a.pdf"), JPEG).expect("written");
    let report = run(folder.path(), &["index", "--json", "."]).json();
    assert_eq!(report["letters"], 1);
    let message = report["skipped"][0]["message"].as_str().expect("a message");
    assert!(message.ends_with("; its earlier reading is kept"), "{message}");
}

#[test]
fn a_bad_line_of_letter_objects_costs_itself_and_is_told_in_every_run() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let good = record("ah-tk-20252026-1", "2025-10-01", "Hoeveel?", "Elf.");
    fs::write(folder.path().join("a.ndjson"), format!("{good}\n\n{{\"id\": 3}}\n")).expect("written");
    for _ in 0..2 {
        let ran = run(folder.path(), &["index", "--json", "a.ndjson"]);
        let report = ran.json();
        assert_eq!((ran.status, &report["letters"]), (0, &json!(1)));
        let message = report["skipped"][0]["message"].as_str().expect("a message");
        assert!(message.starts_with("line 3 is no letter object: "), "{message}");
    }
}

#[test]
fn a_folder_without_letters_is_an_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("nothing")).expect("made");
    fs::write(folder.path().join("nothing/README.md"), "no letter").expect("written");
    let ran = run(folder.path(), &["index", "nothing"]);
    assert_eq!(ran.status, 2);
    assert!(ran.out.contains("! nothing: there are no letters in this folder"), "{}", ran.out);
    assert!(ran.talk.starts_with("error: nothing could be read\nhint: "), "{}", ran.talk);
}

#[test]
fn an_index_that_cannot_be_used_says_so() {
    let check = |spoil: &dyn Fn(&Path), kind: &str| {
        let folder = indexed();
        spoil(&folder.path().join("index"));
        for arguments in [&["search", "--json", "vuurtorens"][..], &["index", "--json", "letters.ndjson"]] {
            let ran = run(folder.path(), arguments);
            assert_eq!(ran.status, 2, "{}{}", ran.out, ran.talk);
            let error = &ran.json()["error"];
            assert_eq!(error["kind"], kind, "{error}");
            assert!(error["hint"].as_str().is_some_and(|hint| hint.contains("delete `index`")), "{error}");
        }
    };
    check(&|index| fs::write(index.join("meta.json"), "not JSON").expect("written"), "index-corrupt");
    check(
        &|index| {
            let meta = fs::read_to_string(index.join("meta.json")).expect("there");
            let other = meta.replace("vraagbaak index ", "vraagbaak index 9");
            assert_ne!(meta, other);
            fs::write(index.join("meta.json"), other).expect("written");
        },
        "index-version",
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ran = run(folder.path(), &["search", "--json", "vuurtorens"]);
    assert_eq!((ran.status, &ran.json()["error"]["kind"]), (2, &json!("no-index")));
}

// ---- questions to the index ----------------------------------------------------------------------------------------

#[test]
fn search_finds_filters_and_says_what_it_could_not_read() {
    let folder = indexed();
    let search = |arguments: &[&str]| run(folder.path(), &[&["search", "--json"], arguments].concat());
    let found = search(&["vuurtorens"]).json();
    assert_eq!(found["total"], 2);
    assert!(found["hits"][0]["letter"].as_str().is_some_and(|id| id.starts_with("ah-tk-20252026-")), "{found}");
    assert_eq!(search(&["vuurtorens", "--datum", "2025-11"]).json()["total"], 1);
    assert_eq!(search(&["vuurtorens datum:2025-11"]).json()["total"], 1);
    assert_eq!(search(&["kamerstuk:37214-7", "--limit", "1", "--page", "2"]).json()["hits"][0]["numbers"], json!([1]));
    assert!(search(&["vuurtorens", "--facets"]).json()["facets"]["ministerie"][0]["count"] == 2);
    assert_eq!(search(&["kernfusie"]).status, 1);
    assert_eq!(run_with(folder.path(), &["search", "--json", "-"], "elf vuurtorens\n").json()["total"], 1);
    let only_quotes = search(&["\"\""]);
    assert_eq!((only_quotes.status, &only_quotes.json()["error"]["kind"]), (2, &json!("empty-query")));
    let bad_date = search(&["vuurtorens", "--datum", "gisteren"]);
    assert_eq!((bad_date.status, &bad_date.json()["error"]["kind"]), (2, &json!("usage")));
    assert!(search(&["vuurtorens"]).json()["explanation"].is_null(), "only where it is asked for");
    let explanation = &search(&["vuurtorens", "--explain"]).json()["explanation"];
    assert_eq!((&explanation["query"], &explanation["steps"][0]["kind"]), (&json!("vuurtorens"), &json!("word")));
    assert_eq!(explanation["hits"].as_array().map(Vec::len), Some(2));
    let shown = run(folder.path(), &["search", "vuurtorens -soort:mededeling", "--explain"]).out;
    for line in [
        "asked  vuurtorens -soort:mededeling",
        "  all of:",
        "    vuurtorens  word: ",
        "    not:",
        "      soort:mededeling",
    ] {
        assert!(shown.contains(line), "{line:?} in {shown}");
    }
    let shown = run(folder.path(), &["search", "fractie:GL"]).out;
    assert!(shown.contains("GL: also GroenLinks, GroenLinks-PvdA (from 2023-10-27)"), "{shown}");
    let shown = run(folder.path(), &["search", "ministerie:VRO+"]).out;
    assert!(shown.contains("VRO+: also BZK (2010-10-14 to 2024-07-02), VROM (until 2010-10-14)"), "{shown}");
    let shown = run(folder.path(), &["search", "onderhoudt", "datum:gisteren"]);
    assert!(shown.out.starts_with("! not read: "), "{}", shown.out);
    assert!(shown.out.contains("ah-tk-20252026-2#v1"), "{}", shown.out);
}

#[test]
fn cites_takes_any_notation() {
    let folder = indexed();
    for notation in ["37 214, nr. 7", "37214-7", "kst-37214-7", "Kamerstukken II 2025/26, 37 214, nr. 7", "37214"] {
        let ran = run(folder.path(), &["cites", "--json", notation]);
        let answer = ran.json();
        assert_eq!((ran.status, &answer["total"]), (0, &json!(2)), "{notation}");
        assert_eq!(answer["hits"][0]["pair"], "ah-tk-20252026-2#v1", "the newest comes first");
        assert_eq!(answer["hits"][0]["in"], "footnote:1");
    }
    assert_eq!(run(folder.path(), &["cites", "37214-8"]).status, 1);
    assert_eq!(run(folder.path(), &["cites", "vuurtoren"]).status, 2);
}

#[test]
fn cites_find_answers_line_by_line() {
    let lines = "zie Kamerstuk 37 214, nr. 7\n\nCoördinatie: Kamerstukken II 2025/26, 36 800 VII, nr. 3\n";
    let ran = run_with(root(), &["cites", "--find", "--json"], lines);
    let answers = ran.lines();
    assert_eq!((ran.status, answers.len()), (0, 3));
    assert_eq!(answers[0]["ids"], json!(["kst-37214-7"]));
    assert_eq!(answers[1], json!({"ids": [], "mentions": []}));
    // Places count characters, not bytes.
    let mention = &answers[2]["mentions"][0];
    let (start, end) = (mention["start"].as_u64().expect("a place"), mention["end"].as_u64().expect("a place"));
    assert_eq!((start, end - start), (13, mention["text"].as_str().expect("a text").chars().count() as u64));
    assert_eq!(run_with(root(), &["cites", "--find"], lines).out, "kst-37214-7\n\nkst-36800-VII-3\n");
    let whole = run_with(root(), &["cites", "--find", "--text", "--json"], lines).json();
    assert_eq!(whole["ids"], json!(["kst-37214-7", "kst-36800-VII-3"]));
}

#[test]
fn similar_answers_each_draft_question() {
    let folder = indexed();
    let ran =
        run_with(folder.path(), &["similar", "--json"], "1. Hoeveel vuurtorens staan er?\n2. Wie onderhoudt ze?\n");
    assert_eq!((ran.status, ran.lines().len()), (0, 2));
    assert_eq!(ran.lines()[0]["hits"][0]["id"], "ah-tk-20252026-1#v1");
    assert_eq!(run(folder.path(), &["similar", "--json", "Kernfusie?"]).status, 1);
    assert_eq!(run_with(folder.path(), &["similar", "-"], " \n").status, 2);
}

#[test]
fn show_prints_letter_or_pair() {
    let folder = indexed();
    let letter = run(folder.path(), &["show", "--json", "ah-tk-20252026-1"]).json();
    assert_eq!(letter["pairs"][0]["answer"]["text"], "Er zijn elf vuurtorens in gebruik.");
    let pair = run(folder.path(), &["show", "--json", "ah-tk-20252026-1#v1"]).json();
    assert_eq!(pair["letter"]["id"], "ah-tk-20252026-1");
    assert_eq!(pair["footnotes"][0]["id"], "footnote:1");
    assert_eq!(pair["references"][0]["id"], "kst-37214-7");
    let read = run(folder.path(), &["show", "ah-tk-20252026-1#v1"]).out;
    assert!(read.contains("Answer 1  p1\n    Er zijn elf vuurtorens in gebruik.\n"), "{read}");
    let missing = run(folder.path(), &["show", "--json", "ah-tk-20252026-9"]);
    assert_eq!((missing.status, &missing.json()["error"]["kind"]), (1, &json!("not-found")));
}

#[test]
fn analyse_shows_stem_and_parts() {
    let ran = run(root(), &["analyse", "--json", "jeugdzorg", "huizen"]);
    let words = ran.lines();
    assert_eq!((ran.status, words.len()), (0, 2));
    assert_eq!(words[0]["parts"], json!(["jeugd", "zorg"]));
    assert_eq!((&words[1]["word"], &words[1]["parts"]), (&json!("huizen"), &json!([])));
    assert_eq!(run(root(), &["analyse", "..."]).status, 1);
}

// ---- README -------------------------------------------------------------------------------------------------------

/// The blocks of a kind in the README, without their fences.
fn blocks<'a>(readme: &'a str, kind: &str) -> Vec<&'a str> {
    let blocks = readme.split("```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix(kind)?.strip_prefix('\n')).collect()
}

/// Like the outlines, the output in the README is written anew by `INSTA_UPDATE=always cargo test`.
#[test]
fn the_readme_shows_what_the_program_prints() {
    // One letter of the corpus is a scan.
    if !crate::ocr::ready() {
        return;
    }
    let file = root().join("README.md");
    let readme = fs::read_to_string(&file).expect("the README is there");
    let first = blocks(&readme, "sh")[0];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let index = folder.path().to_str().expect("a path of text");
    let mut printed = String::new();
    for line in first.trim().split(" && ") {
        let typed = line.strip_prefix("cargo run --release -- ").expect("the README runs the program");
        let arguments: Vec<_> = typed.split(' ').chain(["--index", index]).collect();
        let ran = run(root(), &arguments);
        assert_eq!(ran.status, 0, "{}", ran.talk);
        printed.push_str(&ran.out);
    }
    let shown = blocks(&readme, "text")[0];
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&file, readme.replace(&format!("```text\n{shown}```"), &format!("```text\n{printed}```")))
            .expect("written");
    } else {
        assert_eq!(shown, printed);
    }
}

// ---- manners -------------------------------------------------------------------------------------------------------

#[test]
fn a_reader_that_closes_the_pipe_ends_it_quietly() {
    let files = vec![letter(); 200];
    let mut child = command(root())
        .args(["read", "--json"])
        .args(&files)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).contains("error")), (Some(0), false));
}

#[test]
fn colour_is_for_terminals() {
    let plain = run(root(), &["read", "corpus/ah-tk-20252026-87.pdf"]);
    assert!(!plain.out.contains('\u{1b}'));
    let arguments = ["read", "corpus/ah-tk-20252026-87.pdf"];
    let forced = command(root()).args(arguments).env("CLICOLOR_FORCE", "1").output().expect("the program runs");
    assert!(Ran::of(forced).out.contains('\u{1b}'));
}

#[test]
fn lines_fit_the_terminal() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let index = folder.path().to_str().expect("a path of text");
    assert_eq!(run(root(), &["index", "corpus", "--index", index]).status, 0);
    for arguments in [
        &["read", "corpus/kst-37214-7.pdf"][..],
        &["search", "--facets", "bibliotheek", "--index", index],
        &["cites", "37214-7", "--index", index],
        &["show", "kst-37214-9", "--index", index],
        &["similar", "Hoeveel bibliotheken zijn er?", "--index", index],
        &["check", "--index", index],
    ] {
        let output = command(root()).args(arguments).env("COLUMNS", "80").output().expect("the program runs");
        for line in Ran::of(output).out.lines() {
            assert!(line.chars().count() <= 80 || line.contains("https://"), "{arguments:?}: {line}");
        }
    }
}

#[test]
fn every_command_explains_itself() {
    for verb in ["read", "index", "search", "cites", "similar", "show", "check", "suggest", "analyse"] {
        let help = run(root(), &[verb, "--help"]);
        assert_eq!(help.status, 0);
        assert!(help.out.contains("Example") && help.out.contains("Exit status"), "{verb}: {}", help.out);
        let wrong = run(root(), &[verb, "--json", "--no-such-flag"]);
        assert_eq!((wrong.status, &wrong.json()["error"]["kind"]), (2, &json!("usage")));
    }
}

#[test]
fn completions_and_manual_come_with_it() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = run(root(), &["completions", shell]);
        assert!(ran.status == 0 && ran.out.contains("similar"), "{shell}");
    }
    let manual = run(root(), &["man"]).out;
    assert!(manual.contains(".TH vraagbaak") && manual.contains("\\-\\-forget"), "{manual}");
}
