//! Which pair or section the notes and references of a letter belong to, said once for all who ask: the index, the answers
//! of a search, the pages.
//!
//! A note belongs where its marks stand, and a reference in a note belongs where the note does. The reading hands on a
//! [`Spot`](super::Spot) for each of them, which names one text of the letter and leaves nothing to guess. Letters of
//! others may have no spots, and headings are in no text: there the numbers of the [`Place`] decide, then the words that
//! stand in the text, then the page.
//!
//! **Invariant:** what stands in no pair and no section belongs to the letter as a whole.

use std::cmp::Reverse;

use super::{Footnote, Pair, Place, Record, Section, SectionPart, TextOf};

/// What something in a letter belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// The letter as a whole.
    Letter,
    /// The section at this place in [`Record::sections`].
    Section(usize),
    /// The pair at this place in [`Record::pairs`].
    Pair(usize),
}

impl Owner {
    /// The pair, where it is one.
    #[must_use]
    pub fn pair(self) -> Option<usize> {
        match self {
            Self::Pair(pair) => Some(pair),
            Self::Letter | Self::Section(_) => None,
        }
    }
}

/// What belongs where in one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belongings {
    /// For each note: the owner of each of its marks, in the order of [`Footnote::anchor`].
    marks: Vec<Vec<Owner>>,
    /// For each reference: its owners, each once.
    references: Vec<Vec<Owner>>,
}

impl Belongings {
    /// Looks up every mark and every reference of a letter.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let marks: Vec<Vec<Owner>> = record.footnotes.iter().map(|note| owners_of_marks(record, note)).collect();
        let references = record.references.iter().map(|reference| {
            let text = reference.spot.map(|spot| spot.text);
            let note = match (&reference.place, text) {
                (_, Some(TextOf::Footnote(note))) => Some(note),
                (Place::Footnote(id), _) => record.footnotes.iter().position(|note| note.id == *id),
                _ => None,
            };
            let mut owners = match note {
                Some(note) => marks.get(note).cloned().unwrap_or_default(),
                None => vec![owner(record, text, &reference.place, reference.page, Some(&reference.text))],
            };
            owners.sort_unstable();
            owners.dedup();
            if owners.is_empty() { vec![Owner::Letter] } else { owners }
        });
        Self { references: references.collect(), marks }
    }

    /// The notes whose marks stand in a pair or section, as places in [`Record::footnotes`].
    pub fn notes_of(&self, owner: Owner) -> impl Iterator<Item = usize> {
        holding(&self.marks, owner)
    }

    /// The references in a pair or section and in its notes, as places in [`Record::references`].
    pub fn references_of(&self, owner: Owner) -> impl Iterator<Item = usize> {
        holding(&self.references, owner)
    }

    /// The pairs to which a reference belongs, each once; `None` stands for what is no pair.
    #[must_use]
    pub fn pairs_of_reference(&self, reference: usize) -> Vec<Option<usize>> {
        let mut pairs: Vec<_> = self.references[reference].iter().map(|owner| owner.pair()).collect();
        pairs.dedup();
        pairs
    }

    /// Which mark of a note stands in a pair, or outside all pairs, as a place in [`Footnote::anchor`].
    #[must_use]
    pub fn mark_in(&self, note: usize, pair: Option<usize>) -> Option<usize> {
        self.marks.get(note)?.iter().position(|owner| owner.pair() == pair)
    }
}

/// The places of the lists that hold an owner.
fn holding(lists: &[Vec<Owner>], owner: Owner) -> impl Iterator<Item = usize> {
    lists.iter().enumerate().filter(move |(_, owners)| owners.contains(&owner)).map(|(at, _)| at)
}

/// The owner of each mark of a note.
fn owners_of_marks(record: &Record, note: &Footnote) -> Vec<Owner> {
    let spots = note.spots.iter().map(|spot| spot.map(|spot| spot.text)).chain(std::iter::repeat(None));
    note.anchor.iter().zip(spots).map(|(place, text)| owner(record, text, place, note.page, None)).collect()
}

/// The owner of what stands in a text, or at a place where no text of the letter is named.
fn owner(record: &Record, text: Option<TextOf>, place: &Place, page: Option<usize>, words: Option<&str>) -> Owner {
    match text.filter(|text| text.of(record).is_some()) {
        Some(TextOf::Question { pair, .. } | TextOf::Answer { pair }) => return Owner::Pair(pair),
        Some(TextOf::Section(section)) => return Owner::Section(section),
        Some(TextOf::Footnote(_)) | None => {}
    }
    let in_section = |part: SectionPart| {
        let sections = record.sections.iter().enumerate().filter(|(_, section)| section.part == part);
        let candidates = sections.map(|(at, section)| (at, texts_of_section(section), section.pages.clone()));
        likeliest(candidates, page, words).map(Owner::Section)
    };
    let in_pair = |is_here: &dyn Fn(&Pair) -> bool| {
        let pairs = record.pairs.iter().enumerate().filter(|(_, pair)| is_here(pair));
        likeliest(pairs.map(|(at, pair)| (at, texts_of_pair(pair), pair.pages())), page, words).map(Owner::Pair)
    };
    let found = match place {
        Place::Front => in_section(SectionPart::Front),
        Place::Other => in_section(SectionPart::Other),
        Place::Question(numbers) => {
            in_pair(&|pair| pair.questions.iter().any(|question| question.numbers[..] == numbers[..]))
        }
        Place::Answer(numbers) => in_pair(&|pair| pair.numbers[..] == numbers[..]),
        Place::Footnote(_) => None,
    };
    found.unwrap_or(Owner::Letter)
}

/// Of candidates with their texts and pages the one with the words, rather on the page; else the one on the page; else
/// the first.
fn likeliest<'r>(
    candidates: impl Iterator<Item = (usize, Vec<&'r str>, Vec<usize>)>,
    page: Option<usize>,
    words: Option<&str>,
) -> Option<usize> {
    let rank = |(_, texts, pages): &(usize, Vec<&'r str>, Vec<usize>)| {
        let has_words = words.is_some_and(|words| texts.iter().any(|text| text.contains(words)));
        Reverse((has_words, page.is_some_and(|page| pages.contains(&page))))
    };
    candidates.min_by_key(rank).map(|(at, ..)| at)
}

fn texts_of_section(section: &Section) -> Vec<&str> {
    section.heading.as_deref().into_iter().chain([section.text.as_str()]).collect()
}

fn texts_of_pair(pair: &Pair) -> Vec<&str> {
    let questions = pair.questions.iter().map(|question| question.text.as_str());
    questions.chain(pair.answer.as_ref().map(|answer| answer.text.as_str())).collect()
}
