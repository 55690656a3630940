//! A place in the index comes in; the letter that it belongs to goes out.

use std::collections::BTreeMap;
use std::rc::Rc;

use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Occur, Query as Engine, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, Term};

use super::error::Error;
use super::{collect, plan};
use crate::index::{Key, Reader, Role, SHADOW};
use crate::record::{Record, Source};

/// A letter, and the files of older letters with its id.
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) record: Record,
    pub(super) others: Vec<Source>,
}

/// The letters of one answer, each read once.
pub(super) struct Letters<'i> {
    reader: &'i Reader,
    searcher: &'i Searcher,
    read: BTreeMap<String, Rc<Letter>>,
}

impl<'i> Letters<'i> {
    pub(super) fn new(reader: &'i Reader, searcher: &'i Searcher) -> Self {
        Self { reader, searcher, read: BTreeMap::new() }
    }

    /// The letter of an entry, and what of it the entry is.
    pub(super) fn at(&mut self, at: DocAddress) -> Result<(Rc<Letter>, Role), Error> {
        let role = self.reader.stored(self.searcher, at)?;
        let owner = collect::string(self.searcher, at, "owner").map_err(|error| self.reader.error(error))?;
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
    pub(super) fn by_id(&self, id: &str) -> Result<Option<Rc<Letter>>, Error> {
        self.one(plan::exact_term(self.reader.fields(), Key::Letter, id))
    }

    /// Every letter that is found, older ones with the same id aside.
    pub(super) fn each(&self, mut take: impl FnMut(Record)) -> Result<(), Error> {
        let letters = plan::roles(self.reader.fields(), &[Role::Letter.name()]);
        for at in self.places(&*letters)? {
            take(self.reader.stored(self.searcher, at)?);
        }
        Ok(())
    }

    fn one(&self, condition: Box<dyn Engine>) -> Result<Option<Rc<Letter>>, Error> {
        let letter = plan::roles(self.reader.fields(), &[Role::Letter.name()]);
        let Some(record) = self.records(letter, condition)?.into_iter().next() else { return Ok(None) };
        let id = Term::from_field_text(self.reader.fields().id, &record.id);
        let shadow = plan::roles(self.reader.fields(), &[SHADOW]);
        let others = self.records(shadow, Box::new(TermQuery::new(id, IndexRecordOption::Basic)))?;
        let mut others: Vec<Source> = others.into_iter().filter_map(|other| other.source).collect();
        others.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Some(Rc::new(Letter { record, others })))
    }

    fn records(&self, role: Box<dyn Engine>, condition: Box<dyn Engine>) -> Result<Vec<Record>, Error> {
        let query = BooleanQuery::new(vec![(Occur::Must, role), (Occur::Must, condition)]);
        self.places(&query)?.into_iter().map(|at| Ok(self.reader.stored(self.searcher, at)?)).collect()
    }

    /// Where a query finds something, in order of place.
    fn places(&self, query: &dyn Engine) -> Result<Vec<DocAddress>, Error> {
        let found = self.searcher.search(query, &DocSetCollector).map_err(|error| self.reader.error(error))?;
        let mut found: Vec<DocAddress> = found.into_iter().collect();
        found.sort();
        Ok(found)
    }
}
