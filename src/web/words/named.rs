//! The words for values of the core, such as kinds, dates and reasons.

use jiff::civil::Date;

use super::sentences::sentence;
use super::{Words, capital};
use crate::citation::Citation;
use crate::record::{Kind, Language, Place, Relation, Stated};
use crate::search::{Citing, Field, Reason, Strength, ministry_name};
use crate::web::failure::Failure;
use crate::web::text::{label, named};

impl Words {
    /// The heading of a field's values.
    pub(in crate::web) fn field(self, field: Field) -> &'static str {
        let (dutch, english) = field.row().label;
        self.pick(dutch, english)
    }

    pub(in crate::web) fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Aanhangsel => self.pick("Antwoord op Kamervragen", "Answers to parliamentary questions"),
            Kind::Mededeling => self.pick("Mededeling", "Mededeling (notice)"),
            Kind::Brief => self.pick("Brief", "Letter"),
            Kind::Lijst => self.pick("Lijst van vragen en antwoorden", "List of questions and answers"),
            Kind::SchriftelijkOverleg => self.pick("Schriftelijk overleg", "Written consultation"),
            Kind::Nota => self.pick("Nota naar aanleiding van het verslag", "Answers on a bill (nota)"),
            Kind::Motie => self.pick("Motie", "Motion"),
            Kind::Kamerstuk => "Kamerstuk",
        }
    }

    pub(in crate::web) fn relation(self, relation: Relation) -> &'static str {
        match relation {
            Relation::SameAnswer => self.pick("zelfde antwoord", "same answer"),
            Relation::Postponed => self.pick("uitstel", "postponement"),
            Relation::Supplements => self.pick("aanvulling", "addition"),
            Relation::Corrects => self.pick("verbetering", "correction"),
            Relation::See => self.pick("zie ook", "see also"),
        }
    }

    /// A value of a field as people read it.
    pub(in crate::web) fn value(self, field: Field, value: &str) -> String {
        match field {
            Field::Soort => Kind::ALL
                .into_iter()
                .find(|kind| kind.name() == value)
                .map_or_else(|| value.to_owned(), |kind| self.kind(kind).to_owned()),
            Field::Ministerie => match ministry_name(value) {
                Some(name) if name != value => format!("{name} ({value})"),
                _ => value.to_owned(),
            },
            Field::Dossier => named(&format!("dossier-{value}")).trim_start_matches("Dossier ").to_owned(),
            _ => value.to_owned(),
        }
    }

    /// Where something stands in a letter, as `in` of a reference says it.
    pub(in crate::web) fn place_of(self, place: &Place) -> String {
        match place {
            Place::Footnote(note) => format!("{} {}", self.pick("noot", "note"), label(note)),
            Place::Question(numbers) => self.questions_named(numbers),
            Place::Answer(numbers) => {
                self.pick("antwoord op ", "answer to ").to_owned() + &self.questions_named(numbers)
            }
            Place::Front => self.front_text().to_lowercase(),
            Place::Other => self.running_text().to_lowercase(),
        }
    }

    /// Why a part of a query could not be read.
    pub(in crate::web) fn reason(self, reason: Reason) -> String {
        if self.0 == Language::English {
            return reason.to_string();
        }
        let text = match reason {
            Reason::Bracket => "dit haakje heeft geen wederhelft",
            Reason::Operator => "hier ontbreekt een woord",
            Reason::EmptyPhrase => "tussen deze aanhalingstekens staat niets",
            Reason::EmptyBrackets => "tussen deze haakjes staat niets",
            Reason::Backwards => "deze periode eindigt voor zij begint",
            Reason::Star => "een sterretje werkt alleen aan het eind van een woord; wij zochten zonder",
            Reason::EmptyField => "achter de dubbele punt staat niets",
            Reason::Date => "schrijf bijvoorbeeld datum:2023-01..2023-06",
            Reason::Vergaderjaar => "schrijf bijvoorbeeld vergaderjaar:2023-2024",
            Reason::Kind => {
                "kies uit aanhangsel, mededeling, brief, lijst, schriftelijk-overleg, nota, motie en kamerstuk"
            }
            Reason::Document => "schrijf bijvoorbeeld 32847-808, of dossier:36200-VII",
            Reason::Has => "kies uit voetnoot, verwijzing, antwoord en twijfel",
            Reason::ShortPrefix => "voor het sterretje staan ten minste twee letters",
            Reason::TooMuch => "de zoekopdracht is te lang",
        };
        text.to_owned()
    }

    /// Why a file could not be read.
    pub(in crate::web) fn unreadable(self, kind: &str, told: &str) -> String {
        let dutch = match kind {
            "not-a-pdf" | "not-pdf" => "Dit is geen pdf.",
            "encrypted" => "Deze pdf heeft een wachtwoord.",
            "undeciphered" => "Deze pdf is versleuteld op een manier die wij niet kunnen lezen.",
            "too-large" => "Dit bestand is te groot.",
            "too-slow" | "out-of-memory" | "crashed" => "Deze pdf is beschadigd of te zwaar om te lezen.",
            _ => return sentence(told),
        };
        self.pick(dutch.to_owned(), sentence(told))
    }

    /// How near an earlier question is to a draft.
    pub(in crate::web) fn strength(self, strength: Strength) -> &'static str {
        match strength {
            Strength::NearSame => self.near_same(),
            Strength::Alike => self.alike(),
            Strength::Touches => self.touches(),
        }
    }

    /// Why a request has no answer, for people.
    pub(in crate::web) fn failure(self, failure: &Failure) -> String {
        let subject = failure.subject.as_deref().unwrap_or_default();
        match (self.0, failure.kind.as_str()) {
            (_, "source-changed") => self.pdf_changed().to_owned(),
            (_, "source-gone") => self.pdf_gone().to_owned(),
            (Language::English, _) => capital(&format!("{}.", failure.detail)),
            (_, "not-found") if !subject.is_empty() => format!("‘{subject}’ kennen wij niet."),
            (_, "not-found") => "Dit adres heeft geen pagina.".to_owned(),
            (_, "not-a-document") => {
                "Dit is geen nummer van een Kamerstuk of ander stuk. Schrijf bijvoorbeeld 32 847, nr. 808 of 36200-VII."
                    .to_owned()
            }
            (_, "too-large") => "Wat u stuurt, is te groot.".to_owned(),
            (_, "wrong-method") => "Dit adres werkt anders.".to_owned(),
            (_, "empty-query") => "Typ eerst waar u naar zoekt.".to_owned(),
            (_, "too-deep") => "Zo ver bladeren kan niet. Maak de zoekopdracht preciezer.".to_owned(),
            (_, "signed") => "Deze pdf is ondertekend. Wij veranderen hem niet.".to_owned(),
            (_, "encrypted") => "Deze pdf heeft een wachtwoord.".to_owned(),
            (_, "index-locked") => "Iemand anders voegt nu brieven toe. Probeer het zo opnieuw.".to_owned(),
            (_, "upload-gone") => {
                "Deze brieven wachten niet meer: ze zijn al toegevoegd, of het is te lang geleden.".to_owned()
            }
            (_, "forbidden") => "Een formulier van een andere website nemen wij niet aan.".to_owned(),
            _ => capital(&format!("{}.", failure.detail)),
        }
    }

    /// Where a mention stands: «Noot 1 bij het antwoord op vraag 4».
    pub(in crate::web) fn mention_place(self, mention: &Citing) -> String {
        let note = if let Place::Footnote(note) = &mention.place { Some(label(note)) } else { None };
        let block = match mention.block() {
            Place::Question(numbers) => Some(self.questions_named(numbers)),
            Place::Answer(numbers) => {
                let questions = self.questions_named(numbers);
                Some(self.pick(format!("het antwoord op {questions}"), format!("the answer to {questions}")))
            }
            Place::Front | Place::Other | Place::Footnote(_) => None,
        };
        let outside = self.outside_pairs();
        let place = match (note, block) {
            (None, block) => block.unwrap_or_else(|| outside.to_owned()),
            (Some(note), None) => format!("{} {note}, {outside}", self.pick("noot", "note")),
            (Some(note), Some(block)) => {
                self.pick(format!("noot {note} bij {block}"), format!("note {note} to {block}"))
            }
        };
        capital(&place)
    }

    /// «12 augustus 2024»; as it is where it is no date.
    pub(in crate::web) fn date(self, date: &Stated<Date>) -> String {
        dated(date, self.pick(&DUTCH_MONTHS, &ENGLISH_MONTHS))
    }

    /// «12 aug. 2024».
    pub(in crate::web) fn short_date(self, date: &Stated<Date>) -> String {
        dated(date, self.pick(&SHORT_DUTCH_MONTHS, &SHORT_ENGLISH_MONTHS))
    }
}

/// A document in the company of another: of the same dossier its number is enough.
pub(in crate::web) fn within(other: &str, id: &str) -> String {
    let dossier = |id: &str| id.parse::<Citation>().ok().and_then(|citation| citation.dossier());
    let name = named(id);
    match (dossier(other), dossier(id)) {
        (Some(own), Some(of)) if own == of => match name.rsplit_once(", ") {
            Some((_, number)) => number.to_owned(),
            None => name,
        },
        _ => name.trim_start_matches("Kamerstuk ").to_owned(),
    }
}

fn dated(date: &Stated<Date>, months: &[&str; 12]) -> String {
    let Some(day) = date.value() else { return date.to_string() };
    let month = months[usize::try_from(day.month() - 1).unwrap_or_default()];
    format!("{} {month} {}", day.day(), day.year())
}

const DUTCH_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_DUTCH_MONTHS: [&str; 12] =
    ["jan.", "feb.", "maart", "april", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."];
const SHORT_ENGLISH_MONTHS: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
