//! The house as drawn: `src/lib.rs` lists every arrow between modules, and the code has no other; inside a module no
//! files import each other in a circle.

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use imports::{Import, Module};

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
        let others: Vec<_> = imports::top_level(&code).into_iter().filter(|name| !is_allowed(name)).collect();
        assert!(others.is_empty(), "{} imports {others:?}, which no arrow in lib.rs allows", file.display());
    }
}

#[test]
fn imports_are_read_from_code() {
    let check = |code: &str, expect: &[&str]| assert_eq!(Vec::from_iter(imports::top_level(code)), expect);
    check("use crate::pdf::Page;", &["pdf"]);
    check("use crate::{cli::{Outcome, args}, worker};", &["cli", "worker"]);
    check(
        "use crate::{\n    citation,\n    index::{self, Key},\n};\nfn f() { crate::normalize::normalize() }",
        &["citation", "index", "normalize"],
    );
    check("//! see [`crate::layout`]\nstruct A;", &[]);
}

/// An arrow between two rooms of a folder, with the imports that make it.
type Arrows<'i> = BTreeMap<(&'i str, &'i str), Vec<&'i Import>>;

/// The circles of imports, each with its folder and what ties it.
///
/// The rooms of a folder are its files, its folders and its own `mod.rs`. So a file that takes what `mod.rs` defines, and is
/// called by `mod.rs`, makes a circle; what `mod.rs` only hands on is taken from where it is defined.
fn circles(imports: &[Import]) -> Vec<String> {
    let mut folders: BTreeMap<&[String], Arrows> = BTreeMap::new();
    for import in imports {
        let shared = import.from.iter().zip(&import.to).take_while(|(from, to)| from == to).count();
        let arrow = (room(&import.from, shared), room(&import.to, shared));
        folders.entry(&import.from[..shared]).or_default().entry(arrow).or_default().push(import);
    }
    let mut circles = Vec::new();
    for (folder, arrows) in &folders {
        let mut rooms: BTreeSet<&str> = arrows.keys().map(|(from, _)| *from).collect();
        while let Some(room) = rooms.pop_first() {
            let leads_back = |other: &&str| reached(arrows, other).contains(room);
            let circle: BTreeSet<&str> = reached(arrows, room).into_iter().filter(leads_back).collect();
            if circle.is_empty() {
                continue;
            }
            rooms.retain(|room| !circle.contains(room));
            let ties = arrows.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
            let ties = ties.flat_map(|(_, imports)| imports).map(|Import { from, to, name }| {
                format!("\n    {} takes {name} from {}", from.join("/"), to.join("/"))
            });
            let rooms = circle.iter().copied().collect::<Vec<_>>().join(", ");
            circles.push(format!("{}: {rooms}{}", folder.join("/"), ties.collect::<String>()));
        }
    }
    circles
}

/// The room of a folder, `depth` names below the crate, in which a module stands.
fn room(module: &Module, depth: usize) -> &str {
    module.get(depth).map_or("mod.rs", String::as_str)
}

/// The rooms to which arrows lead from a room, over whatever others.
fn reached<'i>(arrows: &Arrows<'i>, room: &str) -> BTreeSet<&'i str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = vec![room];
    while let Some(at) = next.pop() {
        for (_, to) in arrows.keys().filter(|(from, _)| *from == at) {
            if reached.insert(*to) {
                next.push(to);
            }
        }
    }
    reached
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = files(&source()).into_iter().filter(|(file, _)| !file.ends_with("main.rs"));
    let sources: Vec<_> = sources.map(|(file, code)| (imports::module(&source(), &file), code)).collect();
    let circles = circles(&imports::imports(&sources));
    assert!(circles.is_empty(), "{} circles of imports\n{}", circles.len(), circles.join("\n"));
}

#[test]
fn circles_are_found() {
    let check = |sources: &[(&str, &str)], expect: &[&str]| {
        let module =
            |path: &str| path.split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect::<Module>();
        let sources: Vec<_> = sources.iter().map(|(path, code)| (module(path), (*code).to_owned())).collect();
        let found = circles(&imports::imports(&sources));
        let heads: Vec<_> = found.iter().filter_map(|circle| circle.lines().next()).collect();
        assert_eq!(heads, expect, "{found:#?}");
    };
    // Two files of one folder, by a path and by an import.
    check(&[("a", "mod b; mod c;"), ("a/b", "fn f() { super::c::g() }"), ("a/c", "use super::b::f;")], &["a: b, c"]);
    // A name that the folder hands on ties the file that defines it, not the folder.
    check(
        &[("a", "mod b; mod c; pub use b::{B, f as g};"), ("a/b", "use super::c::C;"), ("a/c", "use crate::a::g;")],
        &["a: b, c"],
    );
    check(&[("a", "mod b; mod c; pub use b::B;"), ("a/b", ""), ("a/c", "use super::B;")], &[]);
    // What the folder itself defines ties a file to the folder, which may not call that file then.
    check(&[("a", "mod b; struct A; fn f() { b::g() }"), ("a/b", "use super::A;")], &["a: b, mod.rs"]);
    check(&[("a", "mod b; struct A;"), ("a/b", "use super::A;")], &[]);
    // Two folders tie each other though no two of their files do.
    let (x, w) = ("use crate::b::y::Y;", "use crate::a::z::Z;");
    check(&[("", ""), ("a", ""), ("a/x", x), ("a/z", ""), ("b", ""), ("b/w", w), ("b/y", "")], &[": a, b"]);
    // Comments and texts import nothing.
    let quoted = "// super::c::f\nconst X: &str = \"super::c::f\";";
    check(&[("a", ""), ("a/b", quoted), ("a/c", "use super::b::X;")], &[]);
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
        ("axum", "web"),
        ("askama", "web"),
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
