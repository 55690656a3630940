//! Sentences and headings of the pages that hold numbers and names.

use super::{Words, capital};
use crate::record::Number;
use crate::search::{Expansion, Other};

impl Words {
    /// The head of a list of results.
    pub(in crate::web) fn found(self, number: usize, query: &str) -> String {
        match number {
            0 => {
                self.pick(format!("Geen antwoorden gevonden voor ‘{query}’"), format!("No answers found for ‘{query}’"))
            }
            _ => format!("{} {} ‘{query}’", self.answers_count(number), self.pick("voor", "for")),
        }
    }

    /// «GL: ook GroenLinks en GroenLinks-PvdA (vanaf 27 oktober 2023).»
    pub(in crate::web) fn widened(self, made: &Expansion) -> Option<String> {
        let Expansion::Widened { word, into, .. } = made else { return None };
        let others: Vec<String> = into
            .iter()
            .map(|Other { name, from, until }| {
                let from = from.as_ref().map(|from| format!("{} {}", self.pick("vanaf", "from"), self.date(from)));
                let until = until.as_ref().map(|until| format!("{} {}", self.pick("tot", "until"), self.date(until)));
                let time: Vec<String> = from.into_iter().chain(until).collect();
                if time.is_empty() { name.clone() } else { format!("{name} ({})", time.join(" ")) }
            })
            .collect();
        Some(format!("{word}: {} {}.", self.pick("ook", "also"), self.list(&others)))
    }

    pub(in crate::web) fn window(self, first: usize, last: usize, total: usize) -> String {
        let [first, last, total] = [first, last, total].map(|number| self.number(number));
        self.pick(format!("{first} tot en met {last} van {total}"), format!("{first} to {last} of {total}"))
    }

    pub(in crate::web) fn show_all(self, number: usize) -> String {
        self.pick(format!("Toon alle {number}"), format!("Show all {number}"))
    }

    pub(in crate::web) fn remove_filter(self, what: &str) -> String {
        self.pick(format!("Verwijder filter {what}"), format!("Remove filter {what}"))
    }

    pub(in crate::web) fn without_filters(self, number: usize) -> String {
        let answers = self.answers_count(number);
        self.pick(
            format!("Zonder filters {} er {answers}.", if number == 1 { "is" } else { "zijn" }),
            format!("Without filters there {} {answers}.", if number == 1 { "is" } else { "are" }),
        )
    }

    /// «vraag 3», «vragen 4, 5 en 6»; nothing for text outside the questions.
    pub(in crate::web) fn questions_named(self, numbers: &[Number]) -> String {
        match numbers {
            [] => String::new(),
            [one] => format!("{} {one}", self.pick("vraag", "question")),
            _ => format!("{} {}", self.pick("vragen", "questions"), self.list(numbers)),
        }
    }

    /// The heading of a question block.
    pub(in crate::web) fn question_heading(self, numbers: &[Number]) -> String {
        capital(&self.questions_named(numbers))
    }

    /// The heading of an answer: its numbers where it answers several questions.
    pub(in crate::web) fn answer_heading(self, numbers: &[Number]) -> String {
        if numbers.len() > 1 {
            format!("{} {}", self.pick("Antwoord op", "Answer to"), self.questions_named(numbers))
        } else {
            self.answer().to_owned()
        }
    }

    /// Numbers in the least room: «3», «4–6».
    pub(in crate::web) fn span(self, numbers: &[Number]) -> String {
        match numbers {
            [] => self.running_text().to_lowercase(),
            [one] => one.to_string(),
            [first, .., last] => format!("{first}–{last}"),
        }
    }

    /// Names in a row.
    pub(in crate::web) fn listed(self, names: &[String]) -> String {
        self.list(names)
    }

    pub(in crate::web) fn and_others(self, number: usize) -> String {
        self.pick(format!("en {number} anderen"), format!("and {number} others"))
    }

    pub(in crate::web) fn questions_found(self, found: usize, announced: Option<usize>) -> String {
        let found_text = self.pick(format!("{found} gevonden"), format!("{found} found"));
        match announced.filter(|announced| *announced != found) {
            Some(announced) => self.pick(
                format!("{found_text}, {announced} aangekondigd"),
                format!("{found_text}, {announced} announced"),
            ),
            None => found_text,
        }
    }

    pub(in crate::web) fn answers_found(self, found: usize, unanswered: usize) -> String {
        match unanswered {
            0 => self.pick(format!("{found}, voor alle vragen"), format!("{found}, for all questions")),
            _ => self.pick(
                format!("{found}; {} zonder antwoord", self.questions_count(unanswered)),
                format!("{found}; {} without an answer", self.questions_count(unanswered)),
            ),
        }
    }

    pub(in crate::web) fn notes_found(self, found: usize, loose: usize) -> String {
        match loose {
            0 => self.pick(format!("{found} gevonden"), format!("{found} found")),
            _ => self.pick(
                format!("{found} gevonden, {loose} los van de tekst"),
                format!("{found} found, {loose} without a place"),
            ),
        }
    }

    pub(in crate::web) fn citations_found(self, found: usize, unread: usize) -> String {
        self.pick(
            format!("{found} herkend, {unread} niet begrepen"),
            format!("{found} recognised, {unread} not understood"),
        )
    }

    pub(in crate::web) fn legible(self, glyphs: usize, recognised: usize, unread: usize) -> String {
        let mut parts = Vec::new();
        if glyphs > 0 {
            parts.push(self.pick(format!("{glyphs} tekens onleesbaar"), format!("{glyphs} characters illegible")));
        }
        if recognised > 0 {
            parts.push(self.count(
                recognised,
                ["pagina is een scan", "pagina’s zijn scans"],
                ["page is a scan", "pages are scans"],
            ));
        }
        if unread > 0 {
            parts.push(self.count(
                unread,
                ["pagina niet gelezen", "pagina’s niet gelezen"],
                ["page not read", "pages not read"],
            ));
        }
        if parts.is_empty() { self.all_readable().to_owned() } else { parts.join(", ") }
    }

    /// «Pagina 1 en 2».
    pub(in crate::web) fn pages(self, pages: &[usize]) -> String {
        let word = if pages.len() == 1 { self.pick("Pagina", "Page") } else { self.pick("Pagina", "Pages") };
        format!("{word} {}", self.list(pages))
    }

    pub(in crate::web) fn page_of(self, page: usize, of: usize) -> String {
        self.pick(format!("In de pdf, pagina {page} van {of}"), format!("In the PDF, page {page} of {of}"))
    }

    pub(in crate::web) fn compare_with(self, page: usize) -> String {
        self.pick(format!("Vergelijk met pagina {page}"), format!("Compare with page {page}"))
    }

    pub(in crate::web) fn to_a_question(self, number: usize) -> String {
        self.pick(format!("Naar een vraag ({number})"), format!("To a question ({number})"))
    }

    pub(in crate::web) fn to_answer(self, number: Number) -> String {
        self.pick(format!("Ga naar antwoord {number}"), format!("Go to answer {number}"))
    }

    /// The same where the name of the question is known.
    pub(in crate::web) fn to_question_named(self, name: &str) -> String {
        format!("{} {}", self.pick("Ga naar", "Go to"), name.to_lowercase())
    }

    pub(in crate::web) fn to_question(self, numbers: &[Number]) -> String {
        format!("{} {}", self.pick("Ga naar", "Go to"), self.questions_named(numbers))
    }

    /// «12 van 12 vragen beantwoord, 17 noten, 12 verwijzingen».
    pub(in crate::web) fn trust_line(
        self,
        answered: usize,
        questions: usize,
        notes: usize,
        citations: usize,
    ) -> String {
        let (notes, citations) = (self.notes_count(notes), self.citations_count(citations));
        let of = self.questions_count(questions);
        self.pick(
            format!("{answered} van {of} beantwoord, {notes}, {citations}"),
            format!("{answered} of {of} answered, {notes}, {citations}"),
        )
    }

    pub(in crate::web) fn cited_in(self, places: usize, letters: usize, newest: Option<&str>) -> String {
        let (places, letters) = (self.places_count(places), self.letters_count(letters));
        let last =
            newest.map(|date| self.pick(format!(", het laatst op {date}"), format!(", most recently on {date}")));
        let last = last.unwrap_or_default();
        self.pick(
            format!("Aangehaald op {places} in {letters}{last}."),
            format!("Cited in {places} of {letters}{last}."),
        )
    }

    pub(in crate::web) fn alike_of(self, found: usize, of: usize) -> String {
        self.pick(
            format!("{found} van uw {of} vragen {} op een eerdere vraag.", if found == 1 { "lijkt" } else { "lijken" }),
            format!("{found} of your {of} questions {} like an earlier one.", if found == 1 { "is" } else { "are" }),
        )
    }

    pub(in crate::web) fn no_proof(self, letters: usize) -> String {
        let letters = self.letters_count(letters);
        self.pick(
            format!(
                "Dit is geen bewijs dat de vraag nooit is gesteld: wij zoeken alleen in de {letters} van deze index."
            ),
            format!("This is no proof that it was never asked: we only search the {letters} of this index."),
        )
    }

    /// What the index holds, in a sentence.
    pub(in crate::web) fn holdings(
        self,
        letters: usize,
        questions: usize,
        notes: usize,
        citations: usize,
        span: Option<(&str, &str)>,
    ) -> String {
        let letters = self.letters_count(letters);
        let (questions, notes, citations) =
            (self.questions_count(questions), self.notes_count(notes), self.citations_count(citations));
        let span = span.map(|(first, last)| {
            self.pick(format!(", van {first} tot en met {last}"), format!(", from {first} to {last}"))
        });
        let span = span.unwrap_or_default();
        self.pick(
            format!("In deze index: {letters} met {questions}, {notes} en {citations}{span}."),
            format!("In this index: {letters} with {questions}, {notes} and {citations}{span}."),
        )
    }

    pub(in crate::web) fn unread(self, text: &str, reason: &str) -> String {
        self.pick(
            format!("‘{text}’ begrijpen wij niet: {reason}."),
            format!("We do not understand ‘{text}’: {reason}."),
        )
    }

    pub(in crate::web) fn did_you_mean_letter(self, id: &str) -> String {
        self.pick(format!("Bedoelde u {id}?"), format!("Did you mean {id}?"))
    }
}

/// A sentence that begins small, as warnings do.
pub(in crate::web) fn sentence(text: &str) -> String {
    format!("{}.", capital(text))
}
