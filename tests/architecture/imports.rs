//! Which file takes names from which: every `use` and every path in the code, followed through re-exports to the file
//! that defines the name.
//!
//! What has no path in the source is not seen: a method that another file adds to a type.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;

/// The path of a module below the crate, such as `["layout", "table"]`; empty for the crate itself.
pub(super) type Module = Vec<String>;

/// One file takes a name that another file defines.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) from: Module,
    pub(super) to: Module,
    pub(super) name: String,
}

/// All imports between sources, each given as the module that it is and its code.
pub(super) fn imports(sources: &[(Module, String)]) -> Vec<Import> {
    let mut modules = BTreeMap::new();
    for (module, code) in sources {
        Names::read(&words(code), module, &mut modules);
    }
    // What stands in braces within a file belongs to the file.
    let files: BTreeSet<&Module> = sources.iter().map(|(module, _)| module).collect();
    let file = |module: &Module| (0..=module.len()).rev().map(|end| module[..end].to_vec()).find(|m| files.contains(m));
    let mut imports = Vec::new();
    for (module, names) in &modules {
        let Some(from) = file(module) else { continue };
        // What a module only hands on is no import of its own.
        let needed = names.uses.iter().filter(|used| !used.is_public).map(|used| &used.path);
        for path in needed.chain(&names.paths) {
            let to = home(&modules, module, path).and_then(|to| file(&to)).filter(|to| *to != from);
            let name = path.last().expect("a path has a name").clone();
            imports.extend(to.map(|to| Import { from: from.clone(), to, name }));
        }
    }
    imports
}

/// The top-level modules that a source names through `crate::`.
pub(super) fn top_level(code: &str) -> BTreeSet<String> {
    let mut modules = BTreeMap::new();
    Names::read(&words(code), &Module::new(), &mut modules);
    let all = modules.into_values().flat_map(|names| names.uses.into_iter().map(|used| used.path).chain(names.paths));
    all.filter(|path| path[0] == "crate").filter_map(|path| path.into_iter().nth(1)).collect()
}

/// The module that a file is: `layout/table/mod.rs` and `layout/table.rs` are both `["layout", "table"]`.
pub(super) fn module(root: &Path, file: &Path) -> Module {
    let inside = file.strip_prefix(root).expect("listed under the root").with_extension("");
    let names = inside.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name != "mod" && name != "lib").collect()
}

/// The module that defines what a path names; `None` where the path leads out of the crate, or to a module as a whole.
fn home(modules: &BTreeMap<Module, Names>, from: &Module, path: &[String]) -> Option<Module> {
    let mut at = from.clone();
    for (place, name) in path.iter().enumerate() {
        match name.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => drop(at.pop()),
            _ => {
                let below: Module = at.iter().chain([name]).cloned().collect();
                // `use regex::regex` would lead to itself.
                let uses = modules.get(&at).into_iter().flat_map(|names| &names.uses);
                let mut uses = uses.filter(|used| used.path[0] != *name);
                if modules.contains_key(&below) {
                    at = below;
                } else if let Some(used) = uses.find(|used| used.name == *name) {
                    let whole: Vec<String> = used.path.iter().chain(&path[place + 1..]).cloned().collect();
                    return home(modules, &at, &whole);
                } else {
                    // A name that no file declares is defined here or, as the first of a path, in another crate.
                    return (place > 0).then_some(at);
                }
            }
        }
    }
    None
}

/// What a source imports, and every path that its code names.
#[derive(Default)]
struct Names {
    uses: Vec<Use>,
    paths: Vec<Vec<String>>,
}

/// A `use`, one for each name in its braces.
struct Use {
    path: Vec<String>,
    /// What the module calls it.
    name: String,
    is_public: bool,
}

impl Names {
    /// Reads the words of a module, and of the modules that stand in braces within it.
    fn read(words: &[&str], module: &Module, modules: &mut BTreeMap<Module, Self>) {
        let mut names = Self::default();
        let mut at = 0;
        while at < words.len() {
            let before = at.checked_sub(1).map_or("", |before| words[before]);
            // `use<'a>` is no import: it says what a type captures.
            if words[at] == "use" && words.get(at + 1) != Some(&"<") {
                let end = at + words[at..].iter().position(|word| *word == ";").expect("an import has an end");
                names.import(&words[at + 1..end], &[], before == "pub" || before == ")");
                at = end;
            } else if let ["mod", name, "{", within @ ..] = &words[at..] {
                let mut depth = 1;
                let end = within.iter().position(|word| {
                    depth += i32::from(*word == "{") - i32::from(*word == "}");
                    depth == 0
                });
                let end = end.expect("a module has an end");
                let inner = module.iter().map(String::as_str).chain([*name]).map(str::to_owned).collect();
                Self::read(&within[..end], &inner, modules);
                at += 3 + end;
            } else if is_name(words[at]) {
                let mut path = vec![words[at].to_owned()];
                while let [_, "::", next, ..] = words[at..]
                    && is_name(next)
                {
                    path.push(next.to_owned());
                    at += 2;
                }
                // After a dot stands a method or a field.
                if before != "." {
                    names.paths.push(path);
                }
            }
            at += 1;
        }
        modules.insert(module.clone(), names);
    }

    /// Takes one tree of imports apart, such as `crate::{index::{self, Key}, search::Part as Field}`.
    fn import(&mut self, tree: &[&str], above: &[String], is_public: bool) {
        let mut path = above.to_vec();
        for (place, word) in tree.iter().enumerate() {
            match *word {
                "{" => {
                    let mut depth = 0;
                    let branches = tree[place + 1..tree.len() - 1].split(|word| {
                        depth += i32::from(*word == "{") - i32::from(*word == "}");
                        *word == "," && depth == 0
                    });
                    branches.for_each(|branch| self.import(branch, &path, is_public));
                    return;
                }
                "as" => break,
                "self" if !path.is_empty() => {}
                name if is_name(name) => path.push(name.to_owned()),
                _ => {}
            }
        }
        let called = tree.last().filter(|name| is_name(name) && **name != "self").map(|name| (*name).to_owned());
        if let Some(name) = called.or_else(|| path.last().cloned()) {
            self.uses.push(Use { path, name, is_public });
        }
    }
}

/// The words and marks of a source, without comments and texts.
fn words(code: &str) -> Vec<&str> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        let text = r##"r#"(?s:.*?)"#|r"[^"]*"|"(?:\\(?s:.)|[^"\\])*"|'(?:\\(?:u\{[^}]*\}|x..|.)|[^'\\])'"##;
        Regex::new(&format!(r"//[^\n]*|{text}|([A-Za-z_]\w*|::|[^\s\w])")).expect("a pattern")
    });
    WORD.captures_iter(code).filter_map(|found| found.get(1)).map(|word| word.as_str()).collect()
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
