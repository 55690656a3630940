//! The house as drawn: `src/lib.rs` lists every arrow between modules, and the code has no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// Lines of a source file, tests aside: about 400 is the aim, one grammar in one file may pass it.
const LONGEST_FILE: usize = 550;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file under a folder, with the part of its text that is no test.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.expect("listed"));
    let sources = entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
    sources
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).expect("a source file is text");
            let code = text.split("#[cfg(test)]\nmod tests").next().expect("a split has a first part").to_owned();
            (entry.into_path(), code)
        })
        .collect()
}

/// The module of the top level to which a file belongs.
fn module(file: &Path) -> String {
    let inside = file.strip_prefix(source()).expect("listed under src");
    let first = inside.components().next().expect("a file has a name").as_os_str();
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The arrows as `src/lib.rs` draws them.
fn drawn() -> BTreeMap<String, BTreeSet<String>> {
    let map = fs::read_to_string(source().join("lib.rs")).expect("lib.rs is there");
    let arrows = map.lines().filter_map(|line| line.strip_prefix("//! ")?.split_once('→'));
    arrows
        .map(|(from, to)| (from.trim().to_owned(), to.split(',').map(|name| name.trim().to_owned()).collect()))
        .collect()
}

/// The modules that a text names through `crate::`, in its code.
fn imports(code: &str) -> BTreeSet<String> {
    static PATH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\bcrate::(\{[^;]*|[a-z_]+)").expect("a pattern"));
    static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\s{]*([a-z_]+)").expect("a pattern"));
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for found in PATH.captures_iter(&code) {
        // In `crate::{a, b::{c, d}}` only what follows a comma of the outer braces is a module.
        let mut depth = 0;
        let outer = found[1].split(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == ',' && depth == 1
        });
        names.extend(outer.filter_map(|part| NAME.captures(part)).map(|name| name[1].to_owned()));
    }
    names
}

#[test]
fn imports_follow_the_arrows() {
    let drawn = drawn();
    let none = BTreeSet::new();
    for (file, code) in files(&source()) {
        let module = module(&file);
        if module == "lib" || module == "main" {
            continue;
        }
        let allowed = [&module, "every stage"].map(|from| drawn.get(from).unwrap_or(&none));
        let is_allowed = |name: &String| *name == module || allowed.iter().any(|arrows| arrows.contains(name));
        let others: Vec<_> = imports(&code).into_iter().filter(|name| !is_allowed(name)).collect();
        assert!(others.is_empty(), "{} imports {others:?}, which no arrow in lib.rs allows", file.display());
    }
}

#[test]
fn imports_are_read_from_code() {
    let check =
        |code: &str, expect: &[&str]| assert_eq!(imports(code).iter().map(String::as_str).collect::<Vec<_>>(), expect);
    check("use crate::pdf::Page;", &["pdf"]);
    check("use crate::{cli::{Outcome, args}, worker};", &["cli", "worker"]);
    check(
        "use crate::{\n    citation,\n    index::{self, Key},\n};\nfn f() { crate::normalize::normalize() }",
        &["citation", "index", "normalize"],
    );
    check("//! see [`crate::layout`]\nstruct A;", &[]);
}

#[test]
fn every_module_is_on_the_map() {
    let map = fs::read_to_string(source().join("lib.rs")).expect("lib.rs is there");
    for module in map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')) {
        assert!(map.contains(&format!("| [`{module}`] |")), "{module} is not in the table of modules");
    }
}

#[test]
fn foreign_crates_stay_in_their_home() {
    let homes = [
        ("pdf_extract::", "pdf"),
        ("lopdf", "pdf"),
        ("hayro", "pdf"),
        ("tantivy::", "index search"),
        ("clap", "cli"),
        ("anyhow::", "cli"),
        ("walkdir::", "corpus"),
        ("rlimit::", "worker"),
    ];
    for (file, code) in files(&source()) {
        let module = module(&file);
        let code: Vec<_> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for (name, home) in homes.iter().filter(|(_, home)| !home.split(' ').any(|home| home == module)) {
            let found =
                code.iter().any(|line| line.starts_with(&format!("use {name}")) || line.contains(&format!(" {name}")));
            assert!(!found, "{} uses {name}, whose home is {home}", file.display());
        }
    }
}

#[test]
fn files_begin_with_what_they_do_and_stay_readable() {
    for (file, code) in files(&source()) {
        assert!(code.starts_with("//! "), "{} does not say what it does", file.display());
        let lines = code.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", file.display());
    }
}
