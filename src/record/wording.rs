//! A warning comes in; a plain sentence goes out, in English or Dutch, that says what to look at.
//!
//! **Invariant:** every sentence is made from the warning alone, so that a stored letter can be worded in either
//! language; a warning that lacks its details (one made elsewhere) still gets a sentence that is true.

use super::{Detail, Number, Warning, WarningKind};

/// A language in which warnings are worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// The language of the command line.
    English,
    /// The language of the web pages.
    Dutch,
}

impl Warning {
    /// The warning as a sentence: lower case, no full stop.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Dutch => self.dutch(),
        }
    }

    fn english(&self) -> String {
        let about =
            Words { warning: self, one: "question", many: "questions", to: "to", and: "and", whole: "the letter" };
        let page = self.page.map_or_else(|| "a page".to_owned(), |page| format!("page {page}"));
        let the = about.questions();
        let printed = about.printed("a citation");
        match self.kind {
            WarningKind::UnansweredQuestion if self.detail == Some(Detail::Mededeling) => {
                format!("{the} {} no answer: the letter is a mededeling", about.either("has", "have"))
            }
            WarningKind::UnansweredQuestion => format!("{the} {} no answer", about.either("has", "have")),
            WarningKind::AnswerWithoutQuestion => format!("the answer to {the} stands here, the question does not"),
            WarningKind::NumberingGap => match &self.detail {
                Some(Detail::Next(next)) => format!("after {the} comes question {next}"),
                _ => format!("after {the} a number is skipped"),
            },
            WarningKind::NumberingRepeat => format!("the number of {the} stands twice"),
            WarningKind::NoteWithoutMark => format!("{} has no mark in the text", about.mark("footnote", "a footnote")),
            WarningKind::MarkWithoutNote => format!("{} has no footnote", about.mark("mark", "a mark")),
            WarningKind::CitationUnread => {
                format!("{} looks like a citation and could not be read", about.printed("some text"))
            }
            WarningKind::CitationUnresolved => format!("{printed} points back to a citation that is not there"),
            WarningKind::CitationAmbiguous => match &self.detail {
                Some(Detail::Likeliest { id, .. }) => {
                    format!("{printed} has several readings; `{id}` is the likeliest")
                }
                _ => format!("{printed} has several readings"),
            },
            WarningKind::ImpossibleYear => format!("{printed} names a session year that cannot be"),
            WarningKind::TwoDates => "the letter bears two different dates".to_owned(),
            WarningKind::Scan => match &self.detail {
                Some(Detail::Reason(reason)) => format!("{page} is a scan and was not read: {reason}"),
                _ => format!("{page} is a scan: it has pictures and no text, and was not read"),
            },
            WarningKind::Boundary if self.detail == Some(Detail::NotFound) => {
                format!("the letter announces {the}, and {} not found", about.either("it was", "they were"))
            }
            WarningKind::Boundary => format!("where the text of {the} begins or ends is uncertain"),
            WarningKind::NoHeading if self.numbers.is_empty() => {
                "no question was found, though such a document has them".to_owned()
            }
            WarningKind::NoHeading => format!("the answer to {the} has no heading: it was told by its place"),
            WarningKind::ReadingOrder => format!("the order of the lines on {page} is uncertain"),
            WarningKind::UnmappedGlyphs if self.detail == Some(Detail::Windows1252) => {
                "the text is not UTF-8: it was read as Windows-1252, letters with accents may be wrong".to_owned()
            }
            WarningKind::UnmappedGlyphs => {
                let place =
                    if self.numbers.is_empty() { format!("on {page}") } else { format!("in the text of {the}") };
                let glyphs = about.glyphs("unreadable character", "unreadable characters");
                format!("{glyphs} {place}: the file gives no text there")
            }
            WarningKind::Table => format!("the rows or columns of a table in the text of {the} are uncertain"),
            WarningKind::PageFailed => match &self.detail {
                Some(Detail::Reason(reason)) => format!("{page} could not be read: {reason}"),
                _ => format!("{page} could not be read"),
            },
            WarningKind::Ocr => match self.detail {
                Some(Detail::Percent(sure)) => {
                    format!("{page} is a scan, read from its picture with confidence {sure} %: letters may be wrong")
                }
                _ => format!("{page} is a scan, read from its picture: letters may be wrong"),
            },
            WarningKind::HiddenText => match &self.detail {
                Some(Detail::Annotation) => format!("an annotation on {page} was not read"),
                Some(Detail::Field) => format!("what is filled into a form field on {page} was not read"),
                Some(Detail::Invisible) => format!("invisible text on {page} was not read"),
                Some(Detail::OffPage) => format!("text beyond the edge of {page} was not read"),
                _ => format!("the text of {page} is a scanner's hidden layer: letters may be wrong"),
            },
        }
    }

    fn dutch(&self) -> String {
        let about = Words { warning: self, one: "vraag", many: "de vragen", to: "t/m", and: "en", whole: "de brief" };
        let page = self.page.map_or_else(|| "een pagina".to_owned(), |page| format!("pagina {page}"));
        let the = about.questions();
        let printed = about.printed("een verwijzing");
        match self.kind {
            WarningKind::UnansweredQuestion if self.detail == Some(Detail::Mededeling) => {
                format!("{the} {} geen antwoord: de brief is een mededeling", about.either("heeft", "hebben"))
            }
            WarningKind::UnansweredQuestion => format!("{the} {} geen antwoord", about.either("heeft", "hebben")),
            WarningKind::AnswerWithoutQuestion => format!("het antwoord op {the} staat er, de vraag niet"),
            WarningKind::NumberingGap => match &self.detail {
                Some(Detail::Next(next)) => format!("na {the} komt vraag {next}"),
                _ => format!("na {the} is een nummer overgeslagen"),
            },
            WarningKind::NumberingRepeat => format!("het nummer van {the} staat er twee keer"),
            WarningKind::NoteWithoutMark => {
                format!("naar {} wordt nergens verwezen", about.mark("voetnoot", "een voetnoot"))
            }
            WarningKind::MarkWithoutNote => {
                format!("bij {} hoort geen voetnoot", about.mark("nootcijfer", "een nootcijfer"))
            }
            WarningKind::CitationUnread => {
                format!("{} lijkt een verwijzing, maar is niet herkend", about.printed("een stuk tekst"))
            }
            WarningKind::CitationUnresolved => format!("{printed} verwijst terug naar iets wat er niet staat"),
            WarningKind::CitationAmbiguous => match &self.detail {
                Some(Detail::Likeliest { id, .. }) => {
                    format!("{printed} kan op meer manieren worden gelezen; `{id}` is het waarschijnlijkst")
                }
                _ => format!("{printed} kan op meer manieren worden gelezen"),
            },
            WarningKind::ImpossibleYear => format!("{printed} noemt een vergaderjaar dat niet kan bestaan"),
            WarningKind::TwoDates => "de brief draagt twee verschillende datums".to_owned(),
            WarningKind::Scan => format!("{page} is een scan zonder tekst en is niet gelezen"),
            WarningKind::Boundary if self.detail == Some(Detail::NotFound) => {
                format!("de brief kondigt {the} aan, maar die {} niet gevonden", about.either("is", "zijn"))
            }
            WarningKind::Boundary => format!("waar de tekst van {the} begint of eindigt, is niet zeker"),
            WarningKind::NoHeading if self.numbers.is_empty() => {
                "er is geen vraag gevonden, terwijl zo'n stuk vragen heeft".to_owned()
            }
            WarningKind::NoHeading => {
                format!("boven het antwoord op {the} staat geen kopje: de plaats gaf de doorslag")
            }
            WarningKind::ReadingOrder => format!("de volgorde van de regels op {page} is niet zeker"),
            WarningKind::UnmappedGlyphs if self.detail == Some(Detail::Windows1252) => {
                "de tekst is geen UTF-8 en is gelezen als Windows-1252: letters met accenten kunnen fout zijn"
                    .to_owned()
            }
            WarningKind::UnmappedGlyphs => {
                let place =
                    if self.numbers.is_empty() { format!("op {page}") } else { format!("in de tekst van {the}") };
                let glyphs = about.glyphs("onleesbaar teken", "onleesbare tekens");
                format!("{glyphs} {place}: het bestand geeft daar geen tekst")
            }
            WarningKind::Table => format!("de rijen of kolommen van een tabel in de tekst van {the} zijn niet zeker"),
            // The reason is the PDF reader's own and is in English.
            WarningKind::PageFailed => format!("{page} kon niet worden gelezen"),
            WarningKind::Ocr => match self.detail {
                Some(Detail::Percent(sure)) => {
                    format!(
                        "{page} is een scan, door de computer gelezen (zekerheid {sure} %): er kunnen letters fout zijn"
                    )
                }
                _ => format!("{page} is een scan, door de computer gelezen: er kunnen letters fout zijn"),
            },
            WarningKind::HiddenText => match &self.detail {
                Some(Detail::Annotation) => format!("een aantekening op {page} is niet gelezen"),
                Some(Detail::Field) => format!("wat op {page} in een formulierveld staat, is niet gelezen"),
                Some(Detail::Invisible) => format!("onzichtbare tekst op {page} is niet gelezen"),
                Some(Detail::OffPage) => format!("tekst naast het blad van {page} is niet gelezen"),
                _ => format!("de tekst van {page} is een verborgen laag van een scanner: er kunnen letters fout zijn"),
            },
        }
    }
}

/// The arguments of a warning as words of one language.
struct Words<'a> {
    warning: &'a Warning,
    one: &'static str,
    many: &'static str,
    to: &'static str,
    and: &'static str,
    whole: &'static str,
}

impl Words<'_> {
    /// «question 3», «questions 5 and 6», «questions 1 to 8 and 10»; the letter where no number is known.
    fn questions(&self) -> String {
        let noun = if self.warning.numbers.len() > 1 { self.many } else { self.one };
        match self.runs().as_slice() {
            [] => self.whole.to_owned(),
            [run] => format!("{noun} {run}"),
            [before @ .., last] => format!("{noun} {} {} {last}", before.join(", "), self.and),
        }
    }

    /// The numbers; three or more in a row as one.
    fn runs(&self) -> Vec<String> {
        let mut runs = Vec::new();
        let mut rest = self.warning.numbers.as_slice();
        while let Some((first, _)) = rest.split_first() {
            let expected = (first.value..).map(|value| Number { value, letter: None });
            let row = rest.iter().zip(expected).take_while(|(number, expected)| *number == expected).count();
            let (run, others) = rest.split_at(if row > 2 { row } else { 1 });
            runs.push(match run {
                [first, .., last] => format!("{first} {} {last}", self.to),
                _ => first.to_string(),
            });
            rest = others;
        }
        runs
    }

    /// The first where the warning is about one question or none, the second where it is about several.
    fn either<'w>(&self, one: &'w str, many: &'w str) -> &'w str {
        if self.warning.numbers.len() > 1 { many } else { one }
    }

    /// The noun with the mark of the note; what else it is called where the mark is unknown.
    fn mark(&self, noun: &str, unknown: &str) -> String {
        match &self.warning.detail {
            Some(Detail::Mark(mark)) => format!("{noun} {mark}"),
            _ => unknown.to_owned(),
        }
    }

    /// A citation as printed, in quotation marks.
    fn printed(&self, unknown: &str) -> String {
        match &self.warning.detail {
            Some(Detail::Printed(printed) | Detail::Likeliest { printed, .. } | Detail::Unparsed { printed, .. }) => {
                format!("`{printed}`")
            }
            _ => unknown.to_owned(),
        }
    }

    fn glyphs(&self, one: &str, many: &str) -> String {
        match &self.warning.detail {
            Some(Detail::Glyphs(1)) => format!("1 {one}"),
            Some(Detail::Glyphs(count)) => format!("{count} {many}"),
            _ => many.to_owned(),
        }
    }
}
