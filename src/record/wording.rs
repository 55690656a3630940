//! The arguments of a warning as words of one language, from which the table of kinds makes its sentences.
//!
//! **Invariant:** a sentence is made from the warning alone, so that a stored letter can be worded in either language.
//! A warning that lacks its details, such as one made elsewhere, still gets a sentence that is true.

use super::Number;
use super::detail::Detail;
use super::language::Language;

/// The arguments of a warning as words of one language.
pub(super) struct Words<'w> {
    pub(super) language: Language,
    pub(super) detail: Option<&'w Detail>,
    pub(super) numbers: &'w [Number],
    pub(super) page: Option<usize>,
}

impl Words<'_> {
    fn pick<T>(&self, english: T, dutch: T) -> T {
        match self.language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }

    pub(super) fn is(&self, detail: &Detail) -> bool {
        self.detail == Some(detail)
    }

    /// «page 3»; «a page» where none is known.
    pub(super) fn page(&self) -> String {
        match self.page {
            Some(page) => format!("{} {page}", self.pick("page", "pagina")),
            None => self.pick("a page", "een pagina").to_owned(),
        }
    }

    /// «question 3», «questions 5 and 6», «questions 1 to 8 and 10»; the letter where no number is known.
    pub(super) fn questions(&self) -> String {
        let noun = self.either(self.pick("question", "vraag"), self.pick("questions", "de vragen"));
        match self.runs().as_slice() {
            [] => self.pick("the letter", "de brief").to_owned(),
            [run] => format!("{noun} {run}"),
            [before @ .., last] => format!("{noun} {} {} {last}", before.join(", "), self.pick("and", "en")),
        }
    }

    /// The numbers; three or more in a row as one.
    fn runs(&self) -> Vec<String> {
        let mut runs = Vec::new();
        let mut rest = self.numbers;
        while let Some((first, _)) = rest.split_first() {
            let expected = (first.value..).map(|value| Number { value, letter: None });
            let row = rest.iter().zip(expected).take_while(|(number, expected)| *number == expected).count();
            let (run, others) = rest.split_at(if row > 2 { row } else { 1 });
            runs.push(match run {
                [first, .., last] => format!("{first} {} {last}", self.pick("to", "t/m")),
                _ => first.to_string(),
            });
            rest = others;
        }
        runs
    }

    /// What contradicts the reading.
    pub(super) fn contradiction(&self) -> String {
        match self.detail {
            Some(Detail::Contradiction(contradiction)) => contradiction.words(self.language),
            _ => self.pick("the letter contradicts it", "de brief spreekt dat tegen").to_owned(),
        }
    }

    /// The first where the warning is about one question or none, the second where it is about several.
    pub(super) fn either<'t>(&self, one: &'t str, many: &'t str) -> &'t str {
        if self.numbers.len() > 1 { many } else { one }
    }

    /// The noun with the mark of the note; what else it is called where the mark is unknown.
    pub(super) fn mark(&self, noun: &str, unknown: &str) -> String {
        match self.detail {
            Some(Detail::Mark(mark)) => format!("{noun} {mark}"),
            _ => unknown.to_owned(),
        }
    }

    /// A citation as printed, in quotation marks.
    pub(super) fn printed(&self, unknown: &str) -> String {
        match self.detail {
            Some(Detail::Printed(printed) | Detail::Likeliest { printed, .. } | Detail::Unparsed { printed, .. }) => {
                format!("`{printed}`")
            }
            _ => unknown.to_owned(),
        }
    }

    pub(super) fn glyphs(&self, one: &str, many: &str) -> String {
        match self.detail {
            Some(Detail::Glyphs(1)) => format!("1 {one}"),
            Some(Detail::Glyphs(count)) => format!("{count} {many}"),
            _ => many.to_owned(),
        }
    }
}
