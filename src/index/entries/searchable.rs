//! Turns a letter into the entries under which it is found: one for each pair, section and mention, with its words and
//! keys.
//!
//! **Invariant:** no engine is known here; an entry is a function of the letter alone.
//! **Invariant:** a mention in a footnote belongs to the pair where the footnote's mark stands.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::keys::{Key, Part};
use super::publications;
use super::spelling::spellings;
use crate::citation::{Citation, Vergaderjaar};
use crate::index::analysis::{Analyser, Token};
use crate::lexicon::ministries;
use crate::normalize;
use crate::record::{Belongings, Owner, Pair, Record, Section, SectionId, Stated};

/// One thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub role: Role,
    /// The id of the letter, the pair or the section.
    pub id: String,
    /// The day of the letter as a number, `20240325`.
    pub date: Option<u64>,
    /// The mark that a pair shares with the other publications of the same answer.
    pub twin: Option<u64>,
    /// What it is found by exactly.
    pub keys: Vec<(Key, String)>,
    /// What it is found by in words; each text of its own.
    pub texts: Vec<(Part, Vec<Token>)>,
}

/// What an entry is, and where in the letter it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The letter as a whole; found by exact keys only.
    Letter,
    /// The pair at this place in [`Record::pairs`].
    Pair(usize),
    /// The section at this place in [`Record::sections`].
    Section(usize),
    /// A reference, and the pair to which it belongs.
    Mention {
        /// The place in [`Record::references`].
        reference: usize,
        /// The place in [`Record::pairs`].
        pair: Option<usize>,
    },
}

impl Role {
    /// The name by which entries of one role are told apart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Pair(_) => "pair",
            Self::Section(_) => "section",
            Self::Mention { .. } => "mention",
        }
    }
}

impl Entry {
    /// Adds a text, with the spellings of its words.
    fn text(&mut self, part: Part, text: &str, analyser: &mut Analyser) {
        let tokens = analyser.analyse(text);
        self.keys.extend(spellings(text, &tokens).map(|spelling| (Key::Spelling, spelling)));
        self.texts.push((part, tokens));
    }
}

/// All entries of a letter: itself, its pairs, its sections, its mentions.
#[must_use]
pub fn entries(record: &Record, analyser: &mut Analyser) -> Vec<Entry> {
    let belongings = Belongings::of(record);
    let front = Front::of(record, analyser);
    let mut letter = front.named(Role::Letter, record.id.to_string());
    letter.keys.extend(publications::case_keys(record));
    let mut entries = vec![letter];
    for ((at, pair), twin) in record.pairs.iter().enumerate().zip(publications::twins(record)) {
        entries.push(Entry { twin, ..pair_entry(record, &belongings, &front, at, pair, analyser) });
    }
    for (at, section) in record.sections.iter().enumerate() {
        entries.push(section_entry(record, &belongings, &front, at, section, analyser));
    }
    for reference in 0..record.references.len() {
        let ids = citation_keys(record, &[reference]);
        for pair in belongings.pairs_of_reference(reference) {
            let owner = pair.map_or_else(|| record.id.to_string(), |at| record.pairs[at].id.to_string());
            // Ids are sorted by: mentions of one pair stand in the order of the letter.
            let mut entry = front.entry(Role::Mention { reference, pair }, format!("{owner}@{reference:06}"));
            entry.keys.extend(ids.iter().cloned());
            entries.push(entry);
        }
    }
    entries
}

/// By what a ministry is asked for: its key, its abbreviations, its usual name.
fn ministry_names(key: &str) -> impl Iterator<Item = &str> {
    let ministry = ministries::by_key(key);
    let others = ministry.into_iter().flat_map(|ministry| ministry.abbreviations.iter().chain(ministry.names.first()));
    std::iter::once(key).chain(others.copied())
}

/// The letter's title: its words, and the keys of their spellings.
type Title = (Vec<Token>, Vec<(Key, String)>);

/// What all entries of a letter share.
struct Front {
    date: Option<u64>,
    keys: Vec<(Key, String)>,
    title: Option<Title>,
}

impl Front {
    fn of(record: &Record, analyser: &mut Analyser) -> Self {
        let mut keys = vec![(Key::Letter, record.id.to_string()), (Key::Kind, record.kind.name().to_owned())];
        match vergaderjaar(record) {
            Some((year, Origin::Printed)) => keys.push((Key::Vergaderjaar, year.to_string())),
            Some((year, Origin::Derived)) => {
                keys.extend([Key::Vergaderjaar, Key::DerivedVergaderjaar].map(|key| (key, year.to_string())));
            }
            None => {}
        }
        for asker in &record.askers {
            keys.push((Key::AskerShown, asker.name.clone()));
            keys.extend(name_keys(&asker.name).into_iter().map(|name| (Key::Asker, name)));
            if let Some(party) = &asker.party {
                keys.extend([(Key::PartyShown, party.clone()), (Key::Party, normalize::letters(party))]);
            }
        }
        for responder in &record.responders {
            if let Some(name) = &responder.name {
                keys.push((Key::ResponderShown, name.clone()));
                keys.extend(name_keys(name).into_iter().map(|name| (Key::Responder, name)));
            }
            let ministry = responder.ministry.as_deref();
            keys.extend(ministry.map(|key| (Key::MinistryShown, key.to_owned())));
            let names = ministry.into_iter().flat_map(ministry_names);
            for name in names.chain(responder.office.as_deref()) {
                let stems = analyser.analyse(name).into_iter().filter_map(|token| token.stem);
                keys.extend(stems.chain([normalize::letters(name)]).map(|stem| (Key::Ministry, stem)));
            }
        }
        keys.sort();
        keys.dedup();
        let title = record.title.as_deref().map(|title| {
            let tokens = analyser.analyse(title);
            let spellings = spellings(title, &tokens).map(|spelling| (Key::Spelling, spelling)).collect();
            (tokens, spellings)
        });
        Self { date: day_of(record).and_then(day_number), keys, title }
    }

    /// Adds to an entry what belongs to its pair or section: notes, the letter's title, citations.
    fn completed(
        &self,
        mut entry: Entry,
        record: &Record,
        belongings: &Belongings,
        owner: Owner,
        analyser: &mut Analyser,
    ) -> Entry {
        let notes: Vec<usize> = belongings.notes_of(owner).collect();
        for &note in &notes {
            entry.text(Part::Note, &record.footnotes[note].text, analyser);
        }
        self.titled(&mut entry);
        let references: Vec<usize> = belongings.references_of(owner).collect();
        let has = [(!notes.is_empty(), "voetnoot"), (!references.is_empty(), "verwijzing")];
        entry.keys.extend(has.into_iter().filter(|(has, _)| *has).map(|(_, what)| (Key::Has, what.into())));
        entry.keys.extend(citation_keys(record, &references));
        entry
    }

    /// Puts the letter's title into an entry, as its last text; each key is then there once.
    fn titled(&self, entry: &mut Entry) {
        if let Some((tokens, spellings)) = &self.title {
            entry.texts.push((Part::Title, tokens.clone()));
            entry.keys.extend(spellings.iter().cloned());
        }
        entry.keys.sort();
        entry.keys.dedup();
    }

    fn entry(&self, role: Role, id: String) -> Entry {
        Entry { role, id, date: self.date, twin: None, keys: self.keys.clone(), texts: Vec::new() }
    }

    /// An entry that is looked up by its id.
    fn named(&self, role: Role, id: String) -> Entry {
        let mut entry = self.entry(role, id);
        entry.keys.push((Key::Name, entry.id.clone()));
        entry
    }
}

fn pair_entry(
    record: &Record,
    belongings: &Belongings,
    front: &Front,
    at: usize,
    pair: &Pair,
    analyser: &mut Analyser,
) -> Entry {
    let mut entry = front.named(Role::Pair(at), pair.id.to_string());
    for question in &pair.questions {
        entry.text(Part::Question, &question.text, analyser);
    }
    if let Some(answer) = &pair.answer {
        entry.text(Part::Answer, &answer.text, analyser);
        entry.keys.push((Key::Has, "antwoord".into()));
    }
    if record.is_doubted(&pair.id) {
        entry.keys.push((Key::Has, "twijfel".into()));
    }
    front.completed(entry, record, belongings, Owner::Pair(at), analyser)
}

fn section_entry(
    record: &Record,
    belongings: &Belongings,
    front: &Front,
    at: usize,
    section: &Section,
    analyser: &mut Analyser,
) -> Entry {
    let id = SectionId { letter: record.id.clone(), at };
    let mut entry = front.named(Role::Section(at), id.to_string());
    for text in section.heading.iter().chain([&section.text]) {
        entry.text(Part::Section, text, analyser);
    }
    front.completed(entry, record, belongings, Owner::Section(at), analyser)
}

/// The documents that these references may mean, and their dossiers.
fn citation_keys(record: &Record, references: &[usize]) -> Vec<(Key, String)> {
    let mut keys = BTreeSet::new();
    for reference in references.iter().map(|&at| &record.references[at]) {
        for id in std::iter::once(&reference.id).chain(&reference.alternatives) {
            keys.insert((Key::Cites, id.to_string()));
            for dossier in id.value().map(dossiers).unwrap_or_default() {
                keys.insert((Key::Cites, dossier.clone()));
                keys.insert((Key::Dossier, dossier));
            }
        }
    }
    keys.into_iter().collect()
}

/// The dossiers to which a document belongs: `kst-36410-VIII-82` to `dossier-36410-VIII` and to `dossier-36410`.
fn dossiers(citation: &Citation) -> Vec<String> {
    let Some(dossier) = citation.dossier() else { return Vec::new() };
    let own = Citation::Dossier(dossier.clone()).id();
    let base = Citation::Dossier(dossier.base()).id();
    if own == base { vec![own] } else { vec![base, own] }
}

/// Whether a session year stands in the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It does.
    Printed,
    /// It follows from the date.
    Derived,
}

/// The session year of a letter: as printed, else the one in which its date falls.
#[must_use]
pub fn vergaderjaar(record: &Record) -> Option<(Vergaderjaar, Origin)> {
    if let Some(year) = record.vergaderjaar.as_ref().and_then(Stated::value) {
        return Some((*year, Origin::Printed));
    }
    let date = day_of(record)?;
    // A session year begins on the third Tuesday of September (Grondwet, article 65).
    let opening = Date::new(date.year(), 9, 1).ok()?.nth_weekday_of_month(3, Weekday::Tuesday).ok()?;
    let first = if date < opening { date.year() - 1 } else { date.year() };
    Some((Vergaderjaar::beginning(u16::try_from(first).ok()?)?, Origin::Derived))
}

/// The day of a letter.
fn day_of(record: &Record) -> Option<Date> {
    record.date.as_ref().and_then(Stated::value).copied()
}

/// A date as a number whose order is that of the days: `20240325`.
fn day_number(date: Date) -> Option<u64> {
    let year = u64::try_from(date.year()).ok()?;
    Some(year * 10_000 + u64::from(date.month().unsigned_abs()) * 100 + u64::from(date.day().unsigned_abs()))
}

/// Longest name, in parts, of which all runs are kept; longer ones are offices or lists.
const MAX_NAME_PARTS: usize = 8;

/// Every run of the parts of a name, each without spaces and accents: «H.M. de Jonge» is found by `jonge`, `dejonge`,
/// `hmdejonge`.
fn name_keys(name: &str) -> BTreeSet<String> {
    let folded = normalize::normalize(name);
    let parts: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).take(MAX_NAME_PARTS).collect();
    (0..parts.len())
        .flat_map(|from| (from + 1..=parts.len()).map(move |to| (from, to)))
        .map(|(from, to)| parts[from..to].concat())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dossiers_of_a_document() {
        let check = |id: &str, expect: &[&str]| assert_eq!(dossiers(&id.parse().expect("an id")), expect, "{id}");
        check("kst-32847-808", &["dossier-32847"]);
        check("kst-36410-VIII-82", &["dossier-36410", "dossier-36410-VIII"]);
        check("kst-21501-02-2498", &["dossier-21501", "dossier-21501-02"]);
        check("kst-33506-AB", &["dossier-33506"]);
        check("kst-32847-808-b1", &["dossier-32847"]);
        check("kst-CXXXIX-B", &["dossier-CXXXIX"]);
        check("dossier-36410-VIII", &["dossier-36410", "dossier-36410-VIII"]);
        check("ah-tk-20232024-2147", &[]);
    }

    #[test]
    fn names_are_found_by_their_parts() {
        let keys = name_keys("H.M. de Jonge");
        for key in ["jonge", "dejonge", "hmdejonge", "hm"] {
            assert!(keys.contains(key), "{key}");
        }
    }
}
