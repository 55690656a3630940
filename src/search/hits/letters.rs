//! Loads the letters that entries of the index belong to, each once for an answer.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Occur, Query as Engine, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, Term};

use crate::index::{Key, Reader, Role, SHADOW};
use crate::record::page_map::PageMap;
use crate::record::{Belongings, LetterId, Record, Source};
use crate::search::error::Error;
use crate::search::{collector, compile};

/// Most letters of one case that are looked at: bounds the work where a key turns out to be common.
const MAX_WITH: usize = 50;

/// A letter, what belongs where in it, and the files of older letters with its id.
#[derive(Debug)]
pub(in crate::search) struct Letter {
    pub(in crate::search) record: Record,
    pub(in crate::search) belongings: Belongings,
    pub(in crate::search) others: Vec<Source>,
}

/// The letters of one answer, each read once.
pub(in crate::search) struct Letters<'i> {
    reader: &'i Reader,
    searcher: &'i Searcher,
    read: BTreeMap<String, Rc<Letter>>,
}

impl<'i> Letters<'i> {
    pub(in crate::search) fn new(reader: &'i Reader, searcher: &'i Searcher) -> Self {
        Self { reader, searcher, read: BTreeMap::new() }
    }

    /// The letter of an entry, and what of it the entry is.
    pub(in crate::search) fn at(&mut self, at: DocAddress) -> Result<(Rc<Letter>, Role), Error> {
        let role = self.reader.stored(self.searcher, at)?;
        let owner = collector::string(self.searcher, at, "owner").map_err(|error| self.reader.error(error))?;
        let owner = owner.ok_or_else(|| self.reader.corrupt())?;
        if let Some(letter) = self.read.get(&owner) {
            return Ok((Rc::clone(letter), role));
        }
        let field = self.reader.fields().owner;
        let belongs = TermQuery::new(Term::from_field_text(field, &owner), IndexRecordOption::Basic);
        let letter = self.one(Box::new(belongs))?.ok_or_else(|| self.reader.corrupt())?;
        self.read.insert(owner, Rc::clone(&letter));
        Ok((letter, role))
    }

    /// The letter with an id.
    pub(in crate::search) fn by_id(&self, id: &LetterId) -> Result<Option<Rc<Letter>>, Error> {
        self.one(compile::exact_term(self.reader.fields(), Key::Letter, id.as_str()))
    }

    /// The page maps of the reading that gave this letter; none where the index holds another, or none.
    pub(in crate::search) fn maps(&self, of: &Record) -> Result<Vec<PageMap>, Error> {
        let hash = |record: &Record| record.source.as_ref().and_then(|source| source.sha256.clone());
        let letter = compile::roles(self.reader.fields(), &[Role::Letter.name()]);
        for at in self.both(letter, compile::exact_term(self.reader.fields(), Key::Letter, of.id.as_str()))? {
            let record: Record = self.reader.stored(self.searcher, at)?;
            if hash(&record).is_some() && hash(&record) == hash(of) {
                return Ok(self.reader.maps(self.searcher, at)?);
            }
        }
        Ok(Vec::new())
    }

    /// The letters that have any of these exact keys.
    pub(in crate::search) fn with(&self, keys: &[(Key, &str)]) -> Result<Vec<Record>, Error> {
        self.with_most(keys, MAX_WITH)
    }

    /// The letters that have most of these exact keys, at most so many.
    pub(in crate::search) fn with_most(&self, keys: &[(Key, &str)], most: usize) -> Result<Vec<Record>, Error> {
        let mut counts: BTreeMap<DocAddress, usize> = BTreeMap::new();
        for (key, value) in keys {
            let letter = compile::roles(self.reader.fields(), &[Role::Letter.name()]);
            let key = compile::exact_term(self.reader.fields(), *key, value);
            for at in self.both(letter, key)? {
                *counts.entry(at).or_default() += 1;
            }
        }
        let mut places: Vec<(DocAddress, usize)> = counts.into_iter().collect();
        places.sort_by_key(|(at, count)| (Reverse(*count), *at));
        places.into_iter().take(most).map(|(at, _)| Ok(self.reader.stored(self.searcher, at)?)).collect()
    }

    /// Every publication of the answer with this mark: letter and pair, the oldest first.
    pub(in crate::search) fn publications(&mut self, twin: u64) -> Result<Vec<(Rc<Letter>, Role)>, Error> {
        let term = Term::from_field_u64(self.reader.fields().twin, twin);
        let places = self.places(&TermQuery::new(term, IndexRecordOption::Basic))?;
        let mut found = places.into_iter().take(MAX_WITH).map(|at| self.at(at)).collect::<Result<Vec<_>, Error>>()?;
        found.sort_by(|(a, _), (b, _)| (&a.record.date, &a.record.id).cmp(&(&b.record.date, &b.record.id)));
        Ok(found)
    }

    /// Every letter that is found, older ones with the same id aside.
    pub(in crate::search) fn each(&self, mut take: impl FnMut(Record)) -> Result<(), Error> {
        let letters = compile::roles(self.reader.fields(), &[Role::Letter.name()]);
        for at in self.places(&*letters)? {
            take(self.reader.stored(self.searcher, at)?);
        }
        Ok(())
    }

    fn one(&self, condition: Box<dyn Engine>) -> Result<Option<Rc<Letter>>, Error> {
        let letter = compile::roles(self.reader.fields(), &[Role::Letter.name()]);
        let Some(record) = self.records(letter, condition)?.into_iter().next() else { return Ok(None) };
        let id = Term::from_field_text(self.reader.fields().id, record.id.as_str());
        let shadow = compile::roles(self.reader.fields(), &[SHADOW]);
        let others = self.records(shadow, Box::new(TermQuery::new(id, IndexRecordOption::Basic)))?;
        let mut others: Vec<Source> = others.into_iter().filter_map(|other| other.source).collect();
        others.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Some(Rc::new(Letter { belongings: Belongings::of(&record), record, others })))
    }

    fn records(&self, role: Box<dyn Engine>, condition: Box<dyn Engine>) -> Result<Vec<Record>, Error> {
        self.both(role, condition)?.into_iter().map(|at| Ok(self.reader.stored(self.searcher, at)?)).collect()
    }

    /// Where both of two queries find something, in order of place.
    fn both(&self, role: Box<dyn Engine>, condition: Box<dyn Engine>) -> Result<Vec<DocAddress>, Error> {
        self.places(&BooleanQuery::new(vec![(Occur::Must, role), (Occur::Must, condition)]))
    }

    /// Where a query finds something, in order of place.
    fn places(&self, query: &dyn Engine) -> Result<Vec<DocAddress>, Error> {
        let found = self.searcher.search(query, &DocSetCollector).map_err(|error| self.reader.error(error))?;
        let mut found: Vec<DocAddress> = found.into_iter().collect();
        found.sort();
        Ok(found)
    }
}
