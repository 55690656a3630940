//! Questions, answers and the text before them come in; how many questions the letter itself says it has goes out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::number::QuestionNumber;
use super::pairing::Paired;
use super::{Section, SectionPart};
use crate::layout::Text;

/// «de 12 vragen», «de twaalf schriftelijke vragen», «vragen 1 tot en met 12».
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let words = WORDS.join("|");
    Regex::new(&format!(
        r"(?i)\b(?:de|op|alle)\s+(?:(\d{{1,3}})|({words}))\s+(?:(?:schriftelijke|feitelijke|gestelde|overige)\s+){{0,2}}vragen\b|\bvragen\s+1\s+(?:t/m|tot\s+en\s+met)\s+(\d{{1,3}})\b"
    ))
    .expect("the pattern is made of constants")
});

/// Numbers as words, from two.
const WORDS: [&str; 19] = [
    "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
    "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
];

/// The highest number of each numbering, of questions and of answers' headings, added up; more where the text before
/// the first question names more. `None` where there are no numbers and no such words.
pub(super) fn questions(text: &Text, paired: &Paired, sections: &[Section]) -> Option<usize> {
    let mut numberings: BTreeMap<usize, BTreeSet<QuestionNumber>> = BTreeMap::new();
    for question in &paired.questions {
        numberings.entry(question.series).or_default().extend(&question.numbers);
    }
    for answer in &paired.answers {
        numberings.entry(answer.series).or_default().extend(&answer.numbers);
    }
    let numbered = numberings.values().map(runs_to).sum::<usize>();
    let fronts = sections.iter().filter(|section| section.part == SectionPart::Front);
    let named = fronts.filter_map(|section| named(text.slice(&section.body))).max();
    // A letter may name the questions of others; without any of its own that is no announcement.
    named.filter(|_| numbered > 0).max(Some(numbered).filter(|numbered| *numbered > 0))
}

/// How many numbers a numbering has if none is missing: `1, 1a, 1b, 2` are four.
fn runs_to(numbers: &BTreeSet<QuestionNumber>) -> usize {
    let values: BTreeSet<u32> = numbers.iter().map(|number| number.value()).collect();
    let lettered = numbers.len() - values.len();
    let highest = values.last().copied().unwrap_or_default();
    usize::try_from(highest).map_or(numbers.len(), |highest| highest + lettered)
}

fn named(text: &str) -> Option<usize> {
    let number = |found: regex::Captures<'_>| {
        let digits = found.get(1).or_else(|| found.get(3)).and_then(|digits| digits.as_str().parse().ok());
        digits.or_else(|| {
            let word = found.get(2)?.as_str().to_lowercase();
            WORDS.iter().position(|known| *known == word).map(|at| at + 2)
        })
    };
    NAMED.captures_iter(text).filter_map(number).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_name_a_number() {
        let check = |opening: &str, expect| assert_eq!(named(opening), expect, "{opening}");
        check("Hierbij zend ik u de antwoorden op de 12 vragen van het lid", Some(12));
        check("de antwoorden op de twaalf schriftelijke vragen van", Some(12));
        check("Bijgaand de antwoorden op vragen 1 tot en met 45.", Some(45));
        check("antwoord op de vragen van de leden van 12 maart 2024", None);
        check("op 7 september vragen de leden", None);
        check("nr. 2023Z19006, deel ik u mede dat de vragen", None);
    }

    #[test]
    fn numberings_run_to_their_highest_number() {
        let check = |numbers: &[&str], expect| {
            let numbers = numbers.iter().map(|number| number.parse().expect("a number")).collect();
            assert_eq!(runs_to(&numbers), expect);
        };
        check(&["1", "2", "4"], 4);
        check(&["1", "1a", "1b", "2"], 4);
        check(&["1a", "1b", "2"], 3);
        check(&[], 0);
    }
}
