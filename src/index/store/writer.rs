//! Writes letters into the index and commits them together with the list of their files.
//!
//! **Invariant:** what was committed survives a kill; of what was not, nothing is left, and the list of files says so.
//! **Invariant:** of several letters with one id the newest is found; the others are kept with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use tantivy::collector::DocSetCollector;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::tokenizer::PreTokenizedString;
use tantivy::{Index, IndexWriter, TantivyDocument, Term};

use super::manifest::{Counts, File, Held};
use super::schema::{self, FILE, Fields, SHADOW};
use super::{reader, version};
use crate::index::analysis::{Analyser, Token};
use crate::index::entries::keys::{Part, Shade};
use crate::index::entries::searchable::{Entry, Role, entries};
use crate::index::error::Error;
use crate::record::page_map::{PageMap, Reading, pack, unpack};
use crate::record::{LetterId, Record};

/// Memory for building segments, in bytes, over all threads; the engine's own example value per thread and core.
const MEMORY: usize = 100_000_000;
/// Letters not yet committed are kept for settling duplicates up to this size in bytes of JSON; then a commit is made.
const MAX_PENDING: usize = 64_000_000;

/// Writes an index; there is one writer at a time.
pub struct Writer {
    dir: PathBuf,
    index: Index,
    engine: IndexWriter,
    fields: Fields,
    analyser: Analyser,
    held: BTreeMap<String, Held>,
    /// Who has a letter of this id, the newest last.
    holders: BTreeMap<LetterId, BTreeSet<Holder>>,
    /// Letters added since the last commit.
    pending: BTreeMap<String, Pending>,
    pending_size: usize,
    /// The path of the file whose letters are coming.
    open: Option<String>,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("dir", &self.dir).field("files", &self.held.len()).finish_non_exhaustive()
    }
}

/// A letter that is not committed yet: as JSON, with its packed maps.
#[derive(Debug)]
struct Pending {
    json: String,
    maps: Vec<u8>,
}

impl Pending {
    fn size(&self) -> usize {
        self.json.len() + self.maps.len()
    }
}

/// A letter of a file, ordered by age.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Holder {
    modified: i64,
    path: String,
    ordinal: usize,
}

impl Holder {
    /// The key of all that belongs to this letter of this file.
    fn owner(&self) -> String {
        format!("{}\n{}", self.path, self.ordinal)
    }
}

impl Writer {
    /// Opens the index in a folder for writing; makes folder and index where there is none.
    pub fn open(dir: &Path) -> Result<Self, Error> {
        let io = |source| Error::Io { dir: dir.to_owned(), source };
        let engine = |error| Error::from_engine(dir, error);
        fs::create_dir_all(dir).map_err(io)?;
        let (schema, fields) = schema::schema();
        let index = match version::open(dir) {
            Err(Error::Missing(_)) => Index::create_in_dir(dir, schema).map_err(engine)?,
            opened => opened?,
        };
        let writer = index.writer(MEMORY).map_err(engine)?;
        let mut this = Self {
            dir: dir.to_owned(),
            index,
            engine: writer,
            fields,
            analyser: Analyser::default(),
            held: BTreeMap::new(),
            holders: BTreeMap::new(),
            pending: BTreeMap::new(),
            pending_size: 0,
            open: None,
        };
        this.load()?;
        Ok(this)
    }

    /// Deletes the index in a folder, and nothing else there.
    pub fn erase(dir: &Path) -> Result<(), Error> {
        let io = |source| Error::Io { dir: dir.to_owned(), source };
        let managed: BTreeSet<String> = fs::read(dir.join(".managed.json"))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let own = ["meta.json", ".managed.json", ".tantivy-writer.lock", ".tantivy-meta.lock"].map(str::to_owned);
        for name in managed.into_iter().chain(own) {
            match fs::remove_file(dir.join(name)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(error)),
                _ => {}
            }
        }
        Ok(())
    }

    /// The files that the index holds, by path, those added in this run included.
    #[must_use]
    pub fn held(&self) -> &BTreeMap<String, Held> {
        &self.held
    }

    /// Adds a file with its letters, which have no maps; what the index held of that path goes.
    pub fn add(&mut self, file: File, letters: &[Record]) -> Result<(), Error> {
        self.begin(file)?;
        for letter in letters {
            self.letter(letter, &[])?;
        }
        self.end()
    }

    /// Adds a file that is one letter; what the index held of that path goes.
    pub fn add_reading(&mut self, file: File, (record, maps): &Reading) -> Result<(), Error> {
        self.begin(file)?;
        self.letter(record, maps)?;
        self.end()
    }

    /// What was read from a file that is held and is one letter.
    pub fn reading(&self, path: &str) -> Result<Option<Reading>, Error> {
        let Some(held) = self.held.get(path).filter(|held| held.letters.len() == 1) else { return Ok(None) };
        let holder = Holder { modified: held.file.modified, path: path.to_owned(), ordinal: 0 };
        let (record, maps) = self.recall(&holder)?;
        Ok(Some((record, unpack(&maps).ok_or_else(|| self.damaged())?)))
    }

    /// Begins a file whose letters come one by one through [`Writer::letter`], until [`Writer::end`].
    pub fn begin(&mut self, file: File) -> Result<(), Error> {
        self.remove(&file.path)?;
        self.open = Some(file.path.clone());
        let held = Held { complete: false, letters: Vec::new(), counts: Counts::default(), file };
        self.held.insert(held.file.path.clone(), held);
        Ok(())
    }

    /// Adds a letter, with the maps of its pages where there are any, to the file that was begun.
    ///
    /// # Panics
    /// If no file was begun.
    pub fn letter(&mut self, record: &Record, maps: &[PageMap]) -> Result<(), Error> {
        let path = self.open.clone().expect("a letter belongs to a file that was begun");
        let held = self.held.get_mut(&path).expect("the file that was begun is held");
        let holder = Holder { modified: held.file.modified, path, ordinal: held.letters.len() };
        held.letters.push(record.id.clone());
        held.counts += Counts::of(record);

        let maps = pack(maps);
        let pending = Pending { json: json(record), maps: maps.clone() };
        self.pending_size += pending.size();
        self.pending.insert(holder.owner(), pending);
        let holders = self.holders.entry(record.id.clone()).or_default();
        let newest = holders.last().cloned();
        holders.insert(holder.clone());
        match newest {
            None => self.write_letter(&holder, record, &maps)?,
            Some(newest) if newest < holder => {
                self.hide(&newest)?;
                self.write_letter(&holder, record, &maps)?;
            }
            Some(_) => self.write_shadow(&holder, record, &maps)?,
        }
        if self.pending_size > MAX_PENDING {
            self.commit()?;
        }
        Ok(())
    }

    /// Ends the file that was begun: from the next commit on it is held.
    ///
    /// # Panics
    /// If no file was begun.
    pub fn end(&mut self) -> Result<(), Error> {
        let path = self.open.take().expect("a file that ends was begun");
        let held = self.held.get_mut(&path).expect("the file that was begun is held");
        held.complete = true;
        self.write_file(&path)
    }

    /// Removes a file with its letters; false if the index does not hold it.
    pub fn remove(&mut self, path: &str) -> Result<bool, Error> {
        let Some(held) = self.held.remove(path) else { return Ok(false) };
        self.engine.delete_term(Term::from_field_text(self.fields.path, path));
        let mut bereft = BTreeSet::new();
        for (ordinal, id) in held.letters.iter().enumerate() {
            let holder = Holder { modified: held.file.modified, path: path.to_owned(), ordinal };
            if let Some(size) = self.pending.remove(&holder.owner()).map(|pending| pending.size()) {
                self.pending_size -= size;
            }
            if let Some(holders) = self.holders.get_mut(id) {
                if holders.last() == Some(&holder) {
                    bereft.insert(id.clone());
                }
                holders.remove(&holder);
                if holders.is_empty() {
                    self.holders.remove(id);
                }
            }
        }
        for id in bereft {
            if let Some(heir) = self.holders.get(&id).and_then(|holders| holders.last().cloned()) {
                let (record, maps) = self.recall(&heir)?;
                self.forget(&heir);
                self.write_letter(&heir, &record, &maps)?;
            }
        }
        Ok(true)
    }

    /// Makes durable what was added and removed.
    pub fn commit(&mut self) -> Result<(), Error> {
        if let Some(path) = self.open.clone() {
            self.write_file(&path)?;
        }
        let engine = |error| Error::from_engine(&self.dir, error);
        let mut prepared = self.engine.prepare_commit().map_err(engine)?;
        prepared.set_payload(&version::version());
        prepared.commit().map_err(engine)?;
        self.pending.clear();
        self.pending_size = 0;
        Ok(())
    }

    /// Commits, and waits until the engine has put its files in order.
    pub fn close(mut self) -> Result<(), Error> {
        self.commit()?;
        self.engine.wait_merging_threads().map_err(|error| Error::from_engine(&self.dir, error))
    }

    /// Reads the list of files; what a killed run left half done goes.
    fn load(&mut self) -> Result<(), Error> {
        if self.index.load_metas().map_err(|error| Error::from_engine(&self.dir, error))?.payload.is_none() {
            // A new index: its version is written at once, so that a kill before the first commit does not spoil it.
            return self.commit();
        }
        for held in self.find::<Held>(self.fields.role, FILE)? {
            let modified = held.file.modified;
            for (ordinal, id) in held.letters.iter().enumerate() {
                let holder = Holder { modified, path: held.file.path.clone(), ordinal };
                self.holders.entry(id.clone()).or_default().insert(holder);
            }
            self.held.insert(held.file.path.clone(), held);
        }
        let torn: Vec<String> =
            self.held.values().filter(|held| !held.complete).map(|held| held.file.path.clone()).collect();
        for path in torn {
            self.remove(&path)?;
        }
        Ok(())
    }

    /// Everything stored under an exact term, as committed.
    fn find<T: serde::de::DeserializeOwned>(&self, field: tantivy::schema::Field, term: &str) -> Result<Vec<T>, Error> {
        let engine = |error| Error::from_engine(&self.dir, error);
        let searcher = self.index.reader().map_err(engine)?.searcher();
        let query = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::Basic);
        let found: BTreeSet<_> = searcher.search(&query, &DocSetCollector).map_err(engine)?.into_iter().collect();
        found.into_iter().map(|at| reader::stored(&self.dir, &self.fields, &searcher, at)).collect()
    }

    fn damaged(&self) -> Error {
        Error::Corrupt { dir: self.dir.clone(), source: None }
    }

    /// The letter of a holder with its packed maps, added in this run or before.
    fn recall(&self, holder: &Holder) -> Result<(Record, Vec<u8>), Error> {
        if let Some(Pending { json, maps }) = self.pending.get(&holder.owner()) {
            return serde_json::from_str(json).map(|record| (record, maps.clone())).map_err(|_| self.damaged());
        }
        let engine = |error| Error::from_engine(&self.dir, error);
        let searcher = self.index.reader().map_err(engine)?.searcher();
        let owned = TermQuery::new(Term::from_field_text(self.fields.owner, &holder.owner()), IndexRecordOption::Basic);
        for at in searcher.search(&owned, &DocSetCollector).map_err(engine)?.into_iter().collect::<BTreeSet<_>>() {
            // Of all that belongs to the letter only the letter itself is stored as a record.
            if let Ok(record) = reader::stored::<Record>(&self.dir, &self.fields, &searcher, at) {
                let maps = reader::packed_maps(&self.fields, &searcher, at).map_err(engine)?;
                return Ok((record, maps));
            }
        }
        Err(self.damaged())
    }

    /// Leaves of a letter only what is kept of those that a newer one hides.
    fn hide(&mut self, holder: &Holder) -> Result<(), Error> {
        let (record, maps) = self.recall(holder)?;
        self.forget(holder);
        self.write_shadow(holder, &record, &maps)
    }

    fn forget(&mut self, holder: &Holder) {
        self.engine.delete_term(Term::from_field_text(self.fields.owner, &holder.owner()));
    }

    fn write_letter(&mut self, holder: &Holder, record: &Record, maps: &[u8]) -> Result<(), Error> {
        for entry in entries(record, &mut self.analyser) {
            let mut document = self.document(entry.role.name(), holder);
            match entry.role {
                Role::Letter => self.store(&mut document, record, maps),
                role => document.add_text(self.fields.stored, json(&role)),
            }
            fill(&mut document, &self.fields, entry);
            self.write(document)?;
        }
        Ok(())
    }

    fn write_shadow(&mut self, holder: &Holder, record: &Record, maps: &[u8]) -> Result<(), Error> {
        let mut document = self.document(SHADOW, holder);
        document.add_text(self.fields.id, record.id.as_str());
        self.store(&mut document, record, maps);
        self.write(document)
    }

    fn store(&self, document: &mut TantivyDocument, record: &Record, maps: &[u8]) {
        document.add_text(self.fields.stored, json(record));
        if !maps.is_empty() {
            document.add_bytes(self.fields.maps, maps);
        }
    }

    /// Writes the entry of a file in the list anew.
    fn write_file(&mut self, path: &str) -> Result<(), Error> {
        let holder = Holder { modified: 0, path: path.to_owned(), ordinal: usize::MAX };
        self.forget(&holder);
        let mut document = self.document(FILE, &holder);
        document.add_text(self.fields.stored, json(&self.held[path]));
        self.write(document)
    }

    fn document(&self, role: &str, holder: &Holder) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.fields.role, role);
        document.add_text(self.fields.path, &holder.path);
        document.add_text(self.fields.owner, holder.owner());
        document
    }

    fn write(&self, document: TantivyDocument) -> Result<(), Error> {
        self.engine.add_document(document).map(|_| ()).map_err(|error| Error::from_engine(&self.dir, error))
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("what is stored is plain data with string keys")
}

/// Puts an entry into the engine's document.
fn fill(document: &mut TantivyDocument, fields: &Fields, entry: Entry) {
    document.add_text(fields.id, &entry.id);
    if let Some(date) = entry.date {
        document.add_u64(fields.date, date);
    }
    if let Some(twin) = entry.twin {
        document.add_u64(fields.twin, twin);
    }
    for (key, value) in entry.keys {
        document.add_text(fields.key(key), value);
    }
    for (part, tokens) in entry.texts {
        let body = part.is_of_body().then_some(Part::Body);
        for part in [part].into_iter().chain(body) {
            for &shade in part.shades() {
                let field = fields.text(part, shade).expect("a part has a field for each of its shades");
                let tokens = shade_of(&tokens, shade);
                document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
            }
        }
    }
}

/// The tokens of a text in one shade, as the engine takes them.
fn shade_of(tokens: &[Token], shade: Shade) -> Vec<tantivy::tokenizer::Token> {
    let make = |token: &Token, text: &str| tantivy::tokenizer::Token {
        position: token.position,
        text: text.to_owned(),
        ..Default::default()
    };
    match shade {
        Shade::Exact => tokens.iter().map(|token| make(token, &token.word)).collect(),
        Shade::Stem => tokens.iter().filter_map(|token| Some(make(token, token.stem.as_ref()?))).collect(),
        Shade::Parts => tokens
            .iter()
            .flat_map(|token| {
                let whole = if token.parts.is_empty() { token.stem.as_slice() } else { &[] };
                whole.iter().chain(&token.parts).map(|part| make(token, part))
            })
            .collect(),
    }
}
