//! Words that letters print in certain places: openers and closings, labels, places of the dateline, titles of persons,
//! and the small words that tell how a line goes on. Each list is a file in `data/`.

use std::sync::LazyLock;

use super::table;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $file:literal $(, $kind:literal)?;)*) => {$(
        $(#[$doc])*
        pub static $name: LazyLock<Vec<&'static str>> =
            LazyLock::new(|| lists!(@of include_str!(concat!("data/", $file)) $(, $kind)?));
    )*};
    (@of $text:expr) => { table::words($text) };
    (@of $text:expr, $kind:literal) => { table::words_of($text, $kind) };
}

lists! {
    /// First words of a paragraph that ends the last answer: «Hoogachtend»; case as printed.
    CLOSINGS: "closings.tsv", "start";
    /// Titles that end the last answer when they are a paragraph of their own, in small letters.
    CLOSING_TITLES: "closings.tsv", "title";
    /// Labels of a letter's head: «Datum», «Betreft».
    LABELS: "labels.tsv";
    /// Places of the dateline: «Den Haag, 3 mei 2024».
    PLACES: "places.tsv";
    /// How a letter addresses its reader: «Geachte».
    SALUTATIONS: "salutations.tsv";
    /// Words that open the heading of a question, of an answer, and of a notice in its place, in small letters.
    QUESTION_HEADINGS: "heading_words.tsv", "question";
    /// See [`QUESTION_HEADINGS`].
    ANSWER_HEADINGS: "heading_words.tsv", "answer";
    /// See [`QUESTION_HEADINGS`].
    NOTICE_HEADINGS: "heading_words.tsv", "notice";
    /// Words that may stand before those: «Nader antwoord».
    FURTHER_HEADINGS: "heading_words.tsv", "further";
    /// Words that open a request, which only a question makes: «Graag»; case as printed.
    REQUESTS: "requests.tsv";
    /// What members do when they ask, in small letters: «verzoeken», «vernemen».
    ASKING_WORDS: "asking_words.tsv";
    /// Titles of persons and small words in their names, in small letters: «drs.», «van».
    NAME_PARTS: "name_parts.tsv";
    /// What stands before the name of a person who is spoken to or of, in small letters: «dhr.», «mevrouw».
    FORMS_OF_ADDRESS: "forms_of_address.tsv";
    /// Words that follow a suspended compound: «zorg- en welzijn».
    AFTER_SUSPENDED: "suspended.tsv";
    /// First parts of words that keep their hyphen: «niet-westers».
    HYPHENATED_PREFIXES: "prefixes.tsv", "hyphenated";
    /// Parts that are no words and yet begin one: «ver-».
    SYLLABLE_PREFIXES: "prefixes.tsv", "syllable";
    /// Abbreviations that something always follows, so that their full stop ends no sentence: «nr.».
    OPEN_ABBREVIATIONS: "open_abbreviations.tsv";
}

/// Whether a paragraph is one of the [`CLOSING_TITLES`]: «TOELICHTING», «Bijlage:».
#[must_use]
pub fn is_closing_title(paragraph: &str) -> bool {
    CLOSING_TITLES.contains(&paragraph.trim_end_matches([':', '.']).to_lowercase().as_str())
}

/// Numbers as words, from two, each with the number.
pub static NUMERALS: LazyLock<Vec<(&'static str, usize)>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("data/numerals.tsv"));
    rows.map(|[number, word]| (word, number.parse().expect("the suite reads every number"))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_a_list() {
        let check = |text: &'static str, lists: &[&LazyLock<Vec<&'static str>>]| {
            assert!(lists.iter().all(|list| !list.is_empty()));
            assert_eq!(lists.iter().map(|list| list.len()).sum::<usize>(), table::words(text).len(), "{text}");
        };
        check(include_str!("data/closings.tsv"), &[&CLOSINGS, &CLOSING_TITLES]);
        let headings = [&QUESTION_HEADINGS, &ANSWER_HEADINGS, &NOTICE_HEADINGS, &FURTHER_HEADINGS];
        check(include_str!("data/heading_words.tsv"), &headings);
        check(include_str!("data/prefixes.tsv"), &[&HYPHENATED_PREFIXES, &SYLLABLE_PREFIXES]);
        assert!(NUMERALS.iter().map(|(_, number)| *number).eq(2..NUMERALS.len() + 2));
    }
}
