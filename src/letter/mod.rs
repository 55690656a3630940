//! Reads a laid-out text as a letter: its kind, what its head says, questions and answers, notes, sections, and what is
//! doubtful.
//!
//! The steps in order: the kind is told from the head (`kind`); the headings of questions and answers are those that
//! explain the letter best (`explanation`); the text is cut into blocks at them (`blocks`); blocks are paired by number
//! (`pairing`); what is left becomes sections (`sections`); notes get their anchors (`note_binding`); doubts are
//! gathered (`doubts`); and the whole is looked at once more (`audit`).
//!
//! **Invariant:** the only module that knows letter conventions.
//! **Invariant:** never fails: a text in which no question is found is still a letter; doubt is data.
//! **Invariant:** spans are byte ranges into the text; blocks, headings and sections are disjoint and together all of
//! its body.
//! **Invariant:** questions and answers meet by number; where no number says so, a doubt stands on the pair.
//! **Invariant:** text that is not in the letter is never stored.

mod announced;
mod audit;
mod block;
mod blocks;
mod closing;
mod date;
mod doubt;
mod doubts;
mod explanation;
mod front;
mod heading;
mod heads;
mod kind;
mod note_binding;
mod number;
mod numbered;
mod pairing;
mod place;
mod questions_then_answers;
mod relation;
mod requests;
mod sections;
mod see;
mod title;
mod tuning;
mod unheaded_answers;

pub use doubt::{Doubt, DoubtKind};
#[cfg(feature = "tuning")]
pub use explanation::{Weighed, weighed};
pub use front::{Asker, Front, Responder};
pub use note_binding::{Note, Place, PlaceKind};
pub use pairing::{Answer, Pair, Question};
pub use relation::relation;
pub use sections::Section;
pub use tuning::TABLE as TUNING;

use std::ops::Range;

use crate::layout::Text;
use crate::record::{Features, Kind};

/// A letter as read.
#[derive(Debug, Clone)]
pub struct Letter {
    /// What kind of document it is.
    pub kind: Kind,
    /// What its head, opening and signature say.
    pub front: Front,
    /// The question blocks, in order of place.
    pub questions: Vec<Question>,
    /// The answers, in order of place.
    pub answers: Vec<Answer>,
    /// What belongs together: one per answer, one per unanswered question, in order of number.
    pub pairs: Vec<Pair>,
    /// How many questions the letter itself says it has; `None` where nothing says it.
    pub announced: Option<usize>,
    /// The headings of questions and answers, in order of place.
    pub headings: Vec<Range<usize>>,
    /// The notes, in order of place.
    pub notes: Vec<Note>,
    /// All running text that is in no block, in order of place.
    pub sections: Vec<Section>,
    /// What the reading looks like in figures.
    pub features: Features,
    /// What is amiss in the letter, and where the reading may be wrong.
    pub doubts: Vec<Doubt>,
}

/// Reads a letter.
#[must_use]
pub fn parse(text: &Text) -> Letter {
    let kind = kind::of_head(text);
    let explained = explanation::find(text, kind);
    let kind = kind::with_heads(kind, &explained.heads);
    let blocks = blocks::cut(text, &explained.heads, kind);
    let front = front::read(text, &blocks, kind);
    let paired = pairing::pair(text, &blocks);
    let sections = sections::find(text, &blocks, &paired.loose, &front, kind);
    let (announced, lost) = announced::questions(text, &paired, &sections);
    let (notes, note_doubts) = note_binding::find(text, &paired, &sections);
    let mut doubts = doubts::of_pairs(text, &paired, kind);
    doubts.extend(paired.doubts.iter().cloned());
    doubts.extend(note_doubts);
    doubts.extend(lost);
    doubts.extend(explained.doubts(text, &paired, kind));
    doubts.extend(front.doubts(paired.pairs.len()));
    let reading = audit::Reading { text, kind, paired: &paired, sections: &sections };
    let features = audit::features(&reading);
    doubts.extend(audit::doubts(&reading));
    doubts::order(&mut doubts);
    Letter {
        kind,
        front,
        questions: paired.questions,
        answers: paired.answers,
        pairs: paired.pairs,
        announced,
        headings: blocks.into_iter().map(|block| block.head).filter(|head| !head.is_empty()).collect(),
        notes,
        sections,
        features,
        doubts,
    }
}
