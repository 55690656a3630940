//! Lists the letters under some paths, and compares them with what the index holds: what is new, changed or gone.
//!
//! **Invariant:** no file is opened here: bytes are read where they are used, never held for all.
//! **Invariant:** only what lies under the paths of this run can be gone, and nothing under a folder that could not
//! be listed: what was not seen is not missing.
//! **Invariant:** the order is that of the paths, whatever the file system says.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{fs, io};

use walkdir::{DirEntry, WalkDir};

/// What kind of file letters come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// One letter: a PDF, or plain text as `pdftotext` gives it.
    Letter,
    /// Letter objects, one a line.
    Records,
}

impl Form {
    /// The form that a file's name announces; `None` for files that are no letters.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase().as_str() {
            "pdf" | "txt" => Some(Self::Letter),
            "ndjson" => Some(Self::Records),
            _ => None,
        }
    }
}

/// What tells a changed file from an unchanged one without opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// Size in bytes.
    pub size: u64,
    /// Time of the last change, in milliseconds since 1970; 0 where the file system keeps none.
    pub modified: i64,
}

impl Stamp {
    fn of(meta: &fs::Metadata) -> Self {
        let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(0);
        Self { size: meta.len(), modified }
    }
}

/// One file of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The absolute path as text: the same file has the same key from whatever folder it is asked for.
    pub key: PathBuf,
    /// The path as the person gave it, for messages.
    pub path: PathBuf,
    /// What is in it.
    pub form: Form,
    /// Its size and time.
    pub stamp: Stamp,
}

/// A path that could not be listed.
#[derive(Debug)]
pub struct Unlisted {
    /// The absolute path, or as given where there is none.
    pub key: PathBuf,
    /// The path as the person gave it.
    pub path: PathBuf,
    /// True for a PATH of the run itself, false for a folder somewhere below.
    pub root: bool,
    /// Why.
    pub cause: io::Error,
}

/// What lies under some paths.
#[derive(Debug, Default)]
pub struct Listing {
    /// The letters, in order of path, each once.
    pub files: Vec<File>,
    /// Files in a folder whose names are not those of letters: what they are, their bytes tell.
    pub others: Vec<PathBuf>,
    /// What could not be listed.
    pub unlisted: Vec<Unlisted>,
    /// The keys of the paths that could be listed.
    pub roots: Vec<PathBuf>,
}

/// What has to be done for a listing.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are not held.
    pub new: Vec<File>,
    /// Files whose size or time is not the one held.
    pub changed: Vec<File>,
    /// Files that are held as they are.
    pub unchanged: Vec<File>,
    /// Keys that are held and no longer there.
    pub gone: Vec<PathBuf>,
}

/// The absolute form of a path as text, also of one that no longer exists.
#[must_use]
pub fn key(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let real = path.ancestors().find_map(|folder| {
        let rest = path.strip_prefix(folder).ok()?;
        fs::canonicalize(folder).ok().map(|real| join(&real, rest))
    });
    as_text(&real.unwrap_or(path))
}

/// A path of which every byte is text: what the index can keep.
fn as_text(path: &Path) -> PathBuf {
    PathBuf::from(path.to_string_lossy().into_owned())
}

/// Lists the letters under each path; a path that is a file is a letter whatever its name.
#[must_use]
pub fn list(paths: &[PathBuf]) -> Listing {
    let mut listing = Listing::default();
    for path in paths {
        match fs::canonicalize(path).and_then(|key| fs::metadata(&key).map(|meta| (key, meta))) {
            Ok((key, meta)) if meta.is_dir() => list_folder(&key, path, &mut listing),
            Ok((key, meta)) => {
                let form = Form::of(&key).unwrap_or(Form::Letter);
                listing.files.push(File { key: as_text(&key), path: path.clone(), form, stamp: Stamp::of(&meta) });
                listing.roots.push(as_text(&key));
            }
            Err(cause) => listing.unlisted.push(Unlisted { key: key(path), path: path.clone(), root: true, cause }),
        }
    }
    listing.files.sort_by(|a, b| a.key.cmp(&b.key));
    listing.files.dedup_by(|a, b| a.key == b.key);
    listing.others.sort();
    listing.others.dedup();
    listing
}

fn list_folder(root: &Path, given: &Path, listing: &mut Listing) {
    let as_given = |key: &Path| key.strip_prefix(root).map_or_else(|_| key.to_path_buf(), |rest| join(given, rest));
    for entry in WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => {
                let Some(form) = Form::of(entry.path()) else {
                    listing.others.push(as_given(entry.path()));
                    continue;
                };
                match entry.metadata() {
                    Ok(meta) => listing.files.push(File {
                        path: as_given(entry.path()),
                        key: as_text(entry.path()),
                        form,
                        stamp: Stamp::of(&meta),
                    }),
                    Err(error) => listing.unlisted.push(unlisted(error, root, as_given)),
                }
            }
            Ok(_) => {}
            Err(error) => listing.unlisted.push(unlisted(error, root, as_given)),
        }
    }
    listing.roots.push(as_text(root));
}

/// A folder joined with nothing stays as it was given, without a slash at its end.
fn join(given: &Path, rest: &Path) -> PathBuf {
    if rest.as_os_str().is_empty() { given.to_path_buf() } else { given.join(rest) }
}

fn is_visible(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn unlisted(error: walkdir::Error, root: &Path, as_given: impl Fn(&Path) -> PathBuf) -> Unlisted {
    let key = error.path().unwrap_or(root).to_path_buf();
    let is_root = error.depth() == 0;
    let cause = error.into_io_error().unwrap_or_else(|| io::Error::other("a link leads back into its own folder"));
    Unlisted { path: as_given(&key), key: as_text(&key), root: is_root, cause }
}

impl Listing {
    /// Compares with what is held, by key.
    #[must_use]
    pub fn compare(&self, held: &BTreeMap<PathBuf, Stamp>) -> Changes {
        let mut changes = Changes::default();
        for file in &self.files {
            let pile = match held.get(&file.key) {
                None => &mut changes.new,
                Some(stamp) if *stamp == file.stamp => &mut changes.unchanged,
                Some(_) => &mut changes.changed,
            };
            pile.push(file.clone());
        }
        changes.gone = held.keys().filter(|key| self.is_gone(key)).cloned().collect();
        changes
    }

    fn is_gone(&self, key: &Path) -> bool {
        self.roots.iter().any(|root| key.starts_with(root))
            && !self.unlisted.iter().any(|folder| key.starts_with(&folder.key))
            && self.files.binary_search_by(|file| file.key.as_path().cmp(key)).is_err()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(listing: &Listing) -> BTreeMap<PathBuf, Stamp> {
        listing.files.iter().map(|file| (file.key.clone(), file.stamp)).collect()
    }

    fn names(files: &[File]) -> Vec<&str> {
        files.iter().map(|file| file.path.file_name().unwrap().to_str().unwrap()).collect()
    }

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for name in names {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        dir
    }

    #[test]
    fn letters_are_told_by_name_and_listed_in_order() {
        let dir = folder(&["b.PDF", "a/z.txt", "c.ndjson", "README.md", ".hidden/x.pdf", "a.outline"]);
        let listing = list(&[dir.path().to_path_buf()]);
        assert_eq!(names(&listing.files), ["z.txt", "b.PDF", "c.ndjson"]);
        assert_eq!(listing.others, ["README.md", "a.outline"].map(|name| dir.path().join(name)));
        assert!(listing.unlisted.is_empty());
    }

    #[test]
    fn a_file_given_twice_is_listed_once() {
        let dir = folder(&["a.pdf"]);
        assert_eq!(list(&[dir.path().to_path_buf(), dir.path().join("a.pdf")]).files.len(), 1);
    }

    #[test]
    fn new_changed_gone() {
        let dir = folder(&["a.pdf", "b.pdf", "c.pdf"]);
        let root = [dir.path().to_path_buf()];
        let before = held(&list(&root));
        fs::write(dir.path().join("b.pdf"), "longer than it was").unwrap();
        fs::remove_file(dir.path().join("c.pdf")).unwrap();
        fs::write(dir.path().join("d.pdf"), "new").unwrap();
        let changes = list(&root).compare(&before);
        assert_eq!(names(&changes.new), ["d.pdf"]);
        assert_eq!(names(&changes.changed), ["b.pdf"]);
        assert_eq!(names(&changes.unchanged), ["a.pdf"]);
        assert_eq!(changes.gone, [fs::canonicalize(dir.path()).unwrap().join("c.pdf")]);
    }

    #[test]
    fn only_what_lies_under_the_paths_of_the_run_is_gone() {
        let dir = folder(&["one/a.pdf", "two/b.pdf"]);
        let before = held(&list(&[dir.path().to_path_buf()]));
        fs::remove_file(dir.path().join("two/b.pdf")).unwrap();
        let changes = list(&[dir.path().join("one")]).compare(&before);
        assert!(changes.gone.is_empty());
    }

    #[test]
    fn a_missing_path_drops_nothing() {
        let dir = folder(&["one/a.pdf"]);
        let one = [dir.path().join("one")];
        let before = held(&list(&one));
        fs::remove_dir_all(dir.path().join("one")).unwrap();
        let listing = list(&one);
        assert!(listing.unlisted[0].root);
        assert!(listing.compare(&before).gone.is_empty());
    }
}
