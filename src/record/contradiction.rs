//! What contradicts the reading of a letter as a whole: the argument of a `structure` warning.

use serde::{Deserialize, Serialize};

use super::language::Language;
use super::number::Number;

/// What speaks against the reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Contradiction {
    /// So many sentences ask something, and no question was found.
    AsksWithoutQuestions(usize),
    /// Paragraphs are numbered from the first to the second number, and few questions were found.
    UnusedNumbers(Number, Number),
    /// Only so many of a hundred words stand in a question or an answer.
    Unexplained(u8),
    /// So many of the questions have no answer.
    MostUnanswered(usize, usize),
    /// The numbers of questions skip one here.
    SkippedNumber,
    /// The other questions of the letter ask to their end, this one does not.
    DoesNotAsk,
    /// The answer begins with a question, as no other of the letter does.
    AnswerAsks,
    /// A figure behind a unit was taken for the mark of a note: its exponent may be gone.
    MarkAtUnit(String),
    /// A citation stands in what was left out.
    CitationLeftOut(String),
    /// Words of the page that are in no text and were not left out either.
    Nowhere(String),
    /// Words of the page that stand in two places of the letter.
    Twice(String),
}

impl Contradiction {
    /// What speaks against the reading, as the end of a sentence.
    pub(super) fn words(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Dutch => self.dutch(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::AsksWithoutQuestions(count) => format!("{count} sentences ask something, and no question was found"),
            Self::UnusedNumbers(first, last) => {
                format!("paragraphs are numbered {first} to {last}, and few of them were read as questions")
            }
            Self::Unexplained(percent) => format!("only {percent} % of the words stand in a question or an answer"),
            Self::MostUnanswered(some, all) => format!("{some} of {all} questions have no answer"),
            Self::SkippedNumber => "a question number is skipped here".to_owned(),
            Self::DoesNotAsk => "the other questions ask to their end, this one does not".to_owned(),
            Self::AnswerAsks => "the answer begins with a question, as no other does".to_owned(),
            Self::MarkAtUnit(unit) => format!("a figure behind `{unit}` was taken for the mark of a note"),
            Self::CitationLeftOut(printed) => format!("`{printed}` stands in what was left out of the text"),
            Self::Nowhere(words) => format!("`{words}` stands on the page and in no text"),
            Self::Twice(words) => format!("`{words}` stands in two texts and once on the page"),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Self::AsksWithoutQuestions(count) => format!("{count} zinnen vragen iets, en er is geen vraag gevonden"),
            Self::UnusedNumbers(first, last) => {
                format!("alinea’s zijn genummerd van {first} tot {last}, en weinig daarvan zijn als vraag gelezen")
            }
            Self::Unexplained(percent) => format!("maar {percent} % van de woorden staat in een vraag of antwoord"),
            Self::MostUnanswered(some, all) => format!("{some} van de {all} vragen hebben geen antwoord"),
            Self::SkippedNumber => "hier is een vraagnummer overgeslagen".to_owned(),
            Self::DoesNotAsk => "de andere vragen eindigen vragend, deze niet".to_owned(),
            Self::AnswerAsks => "het antwoord begint met een vraag, anders dan alle andere".to_owned(),
            Self::MarkAtUnit(unit) => format!("een cijfer achter `{unit}` is als nootcijfer gelezen"),
            Self::CitationLeftOut(printed) => format!("`{printed}` staat in wat buiten de tekst is gelaten"),
            Self::Nowhere(words) => format!("`{words}` staat op de bladzijde, maar in geen tekst"),
            Self::Twice(words) => format!("`{words}` staat in twee teksten, maar één keer op de bladzijde"),
        }
    }
}
