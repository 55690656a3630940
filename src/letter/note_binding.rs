//! Gives each note of the letter the places of its marks.

use std::collections::BTreeMap;
use std::ops::Range;

use super::doubt::{Doubt, DoubtKind};
use super::pairing::Paired;
use super::sections::Section;
use crate::layout::{Flow, Mark, MarkForm, Text, Uncertain};
use crate::record::Number;
use crate::record::{NoteSystem, SectionPart};

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The bare mark.
    pub mark: String,
    /// Which series it belongs to.
    pub system: NoteSystem,
    /// How many notes of the series bore the same mark before it: a mark may begin anew in one file.
    pub earlier: usize,
    /// Its text.
    pub body: Range<usize>,
    /// Where its marks stand, in order of place.
    pub places: Vec<Place>,
}

/// Where a mark stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The place in the text.
    pub at: usize,
    /// In what part of the letter.
    pub kind: PlaceKind,
    /// The numbers of the block; empty outside questions and answers.
    pub numbers: Vec<Number>,
}

/// Parts of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// A question block.
    Question,
    /// An answer.
    Answer,
    /// Before the first question.
    Front,
    /// Anywhere else.
    Other,
}

/// How a mark is closed: the two kinds of series that print tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Raised,
    Closed,
}

impl From<MarkForm> for Form {
    fn from(form: MarkForm) -> Self {
        if form == MarkForm::Raised { Self::Raised } else { Self::Closed }
    }
}

/// A note before its series is known.
struct Raw<'a> {
    mark: &'a str,
    form: Form,
    page: Option<usize>,
    body: Range<usize>,
}

/// Finds the notes.
pub(super) fn find(text: &Text, paired: &Paired, sections: &[Section]) -> (Vec<Note>, Vec<Doubt>) {
    let raw = raw(text);
    let (marks_of, orphans) = assign(&raw, text.marks());
    let mut seen: BTreeMap<(NoteSystem, &str), usize> = BTreeMap::new();
    let (mut notes, mut doubts) = (Vec::new(), Vec::new());
    let closed_system = system_of_closed(text, &raw, &marks_of, paired, sections);
    for (note, marks) in raw.iter().zip(&marks_of) {
        let system = if note.form == Form::Raised { NoteSystem::Letter } else { closed_system };
        let earlier = seen.entry((system, note.mark)).or_default();
        let places: Vec<Place> = marks.iter().map(|mark| place(text, mark.at, paired, sections)).collect();
        if places.is_empty() {
            doubts.push(Doubt::general(DoubtKind::NoteWithoutMark(note.mark.to_owned()), note.body.clone()));
        }
        notes.push(Note { mark: note.mark.to_owned(), system, earlier: *earlier, body: note.body.clone(), places });
        *earlier += 1;
    }
    for (at, _) in text.uncertain().iter().filter(|(_, kind)| *kind == Uncertain::Figure) {
        doubts.push(Doubt::general(DoubtKind::MarkWithoutNote(text.slice(at).to_owned()), at.clone()));
    }
    for mark in orphans {
        doubts.push(Doubt::general(DoubtKind::MarkWithoutNote(mark.mark.clone()), mark.at..mark.at));
    }
    (notes, doubts)
}

/// The notes in order of place: each from its mark to the next.
fn raw(text: &Text) -> Vec<Raw<'_>> {
    let mut notes: Vec<Raw<'_>> = Vec::new();
    for paragraph in text.paragraphs().iter().filter(|p| p.flow == Flow::Note) {
        match &paragraph.mark {
            Some(mark) => notes.push(Raw {
                mark: &mark.mark,
                form: mark.form.into(),
                page: paragraph.page,
                body: paragraph.at.clone(),
            }),
            None => {
                if let Some(note) = notes.last_mut() {
                    note.body.end = paragraph.at.end;
                }
            }
        }
    }
    notes
}

/// The marks of each note; and those without any.
fn assign<'a>(notes: &[Raw<'_>], marks: &'a [Mark]) -> (Vec<Vec<&'a Mark>>, Vec<&'a Mark>) {
    let mut by_key: BTreeMap<(Form, &str), Vec<usize>> = BTreeMap::new();
    for (index, note) in notes.iter().enumerate() {
        by_key.entry((note.form, note.mark)).or_default().push(index);
    }
    let mut marks_of: Vec<Vec<&Mark>> = notes.iter().map(|_| Vec::new()).collect();
    let mut orphans = Vec::new();
    for mark in marks {
        let form = Form::from(mark.form);
        let other = if form == Form::Raised { Form::Closed } else { Form::Raised };
        let own = by_key.get(&(form, mark.mark.as_str()));
        // A list printed «1)» may have raised marks in the text, and the other way round.
        let crossed = || by_key.get(&(other, mark.mark.as_str())).filter(|_| !by_key.keys().any(|(f, _)| *f == form));
        match own.or_else(crossed) {
            Some(candidates) => marks_of[nearest(notes, candidates, mark)].push(mark),
            None => orphans.push(mark),
        }
    }
    (marks_of, orphans)
}

/// Of notes with one mark, the one on the mark's page, else the first on a later page, else the last.
fn nearest(notes: &[Raw<'_>], candidates: &[usize], mark: &Mark) -> usize {
    let last = candidates[candidates.len() - 1];
    let same = candidates.iter().find(|&&index| notes[index].page == mark.page);
    let later = || candidates.iter().find(|&&index| notes[index].page > mark.page);
    same.or_else(later).copied().unwrap_or(last)
}

/// Notes marked «1)» or «[1]» are the questioner's, unless an answer bears their marks too, or they stand at the feet of
/// the pages on which their marks are: the questioner's are a list at the end.
fn system_of_closed(
    text: &Text,
    notes: &[Raw<'_>],
    marks_of: &[Vec<&Mark>],
    paired: &Paired,
    sections: &[Section],
) -> NoteSystem {
    let mut closed =
        notes.iter().zip(marks_of).filter(|(note, _)| note.form == Form::Closed).flat_map(|(_, marks)| marks);
    let raised = notes.iter().any(|note| note.form == Form::Raised);
    let in_answers = closed.any(|mark| place(text, mark.at, paired, sections).kind != PlaceKind::Question);
    let last = text.paragraphs().iter().filter(|p| p.flow == Flow::Body).filter_map(|p| p.page).max();
    let own = || notes.iter().zip(marks_of).filter(|(note, _)| note.form == Form::Closed);
    let below = |(note, marks): (&Raw<'_>, &Vec<&Mark>)| marks.iter().all(|mark| mark.page == note.page);
    let at_feet = own().all(below) && own().any(|(note, _)| note.page < last);
    if (in_answers || at_feet) && !raised { NoteSystem::Letter } else { NoteSystem::Questioner }
}

/// The part of the letter in which a mark stands.
fn place(text: &Text, at: usize, paired: &Paired, sections: &[Section]) -> Place {
    // A mark at the end of a block stands at its end, so the end counts in; one behind a heading belongs to the block
    // that the heading opens.
    let heads = |body: &Range<usize>| {
        at < body.start && !text.slice(&(at..body.start)).contains(|sign: char| sign.is_alphanumeric())
    };
    let holds = |body: &Range<usize>| (body.start <= at && at <= body.end) || heads(body);
    if let Some(question) =
        paired.questions.get(paired.questions.partition_point(|q| q.body.end < at)).filter(|q| holds(&q.body))
    {
        return Place { at, kind: PlaceKind::Question, numbers: question.numbers.clone() };
    }
    if let Some(answer) =
        paired.answers.get(paired.answers.partition_point(|a| a.body.end < at)).filter(|a| holds(&a.body))
    {
        return Place { at, kind: PlaceKind::Answer, numbers: answer.numbers.clone() };
    }
    let front = sections.iter().any(|section| section.part == SectionPart::Front && holds(&section.span()));
    Place { at, kind: if front { PlaceKind::Front } else { PlaceKind::Other }, numbers: Vec::new() }
}
