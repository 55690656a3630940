//! How many questions the letter itself says it has, by its numbers and its opening; a doubt stands where that is more
//! than were found.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Section;
use super::doubt::{Doubt, DoubtKind};
use super::pairing::Paired;
use crate::layout::Text;
use crate::lexicon::lists;
use crate::record::{Number, SectionPart};

/// «de 12 vragen», «de twaalf schriftelijke vragen», «vragen 1 tot en met 12».
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let words = lists::NUMERALS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join("|");
    Regex::new(&format!(
        r"(?i)\b(?:de|op|alle|uw|onderstaande)\s+(?:(\d{{1,3}})|({words}))\s+(?:(?:schriftelijke|feitelijke|gestelde|overige)\s+){{0,2}}(?:kamer)?vragen\b|\bvragen\s+1\s+(?:t/m|tot\s+en\s+met)\s+(\d{{1,3}})\b"
    ))
    .expect("the pattern is made of constants")
});

/// The highest number of each numbering, of questions and of answers' headings, added up; more where the text before
/// the first question names more. `None` where there are no numbers: a letter may name the questions of others.
pub(super) fn questions(text: &Text, paired: &Paired, sections: &[Section]) -> (Option<usize>, Option<Doubt>) {
    let mut numberings: BTreeMap<usize, BTreeSet<Number>> = BTreeMap::new();
    for question in &paired.questions {
        numberings.entry(question.series).or_default().extend(&question.numbers);
    }
    for answer in &paired.answers {
        numberings.entry(answer.series).or_default().extend(&answer.numbers);
    }
    let numbered = numberings.values().map(runs_to).sum::<usize>();
    if numbered == 0 {
        return (None, None);
    }
    let fronts = sections.iter().filter(|section| section.part == SectionPart::Front);
    let named = fronts.filter_map(|section| named(text, &section.body)).max_by_key(|(number, _)| *number);
    match named.filter(|(number, _)| *number > numbered) {
        Some((number, at)) => (Some(number), lost(&numberings, number, at)),
        None => (Some(numbered), None),
    }
}

/// The last questions of a letter may have gone under in what stands before them.
fn lost(numberings: &BTreeMap<usize, BTreeSet<Number>>, named: usize, at: Range<usize>) -> Option<Doubt> {
    let (series, numbers) = numberings.iter().next().filter(|_| numberings.len() == 1)?;
    let last = numbers.last()?.value;
    let missing = (last + 1..=u32::try_from(named).ok()?).map(Number::plain).collect();
    Some(Doubt::about(DoubtKind::Lost, (*series, missing), at))
}

/// How many numbers a numbering has if none is missing: `1, 1a, 1b, 2` are four.
fn runs_to(numbers: &BTreeSet<Number>) -> usize {
    let values: BTreeSet<u32> = numbers.iter().map(|number| number.value).collect();
    let lettered = numbers.len() - values.len();
    let highest = values.last().copied().unwrap_or_default();
    usize::try_from(highest).map_or(numbers.len(), |highest| highest + lettered)
}

/// The highest number of questions that a span names, and where.
fn named(text: &Text, at: &Range<usize>) -> Option<(usize, Range<usize>)> {
    let all = all_named(text.slice(at));
    let highest = all.into_iter().max_by_key(|(number, _)| *number);
    highest.map(|(number, found)| (number, at.start + found.start..at.start + found.end))
}

fn all_named(text: &str) -> Vec<(usize, Range<usize>)> {
    let number = |found: &regex::Captures<'_>| -> Option<usize> {
        let digits = found.get(1).or_else(|| found.get(3)).and_then(|digits| digits.as_str().parse().ok());
        digits.or_else(|| {
            let word = found.get(2)?.as_str().to_lowercase();
            lists::NUMERALS.iter().find(|(known, _)| *known == word).map(|(_, number)| *number)
        })
    };
    let place = |found: &regex::Captures<'_>| found.get(0).map(|whole| whole.range());
    NAMED.captures_iter(text).filter_map(|found| Some((number(&found)?, place(&found)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_name_a_number() {
        let check = |opening: &str, expect: &[usize]| {
            let numbers: Vec<usize> = all_named(opening).into_iter().map(|(number, _)| number).collect();
            assert_eq!(numbers, expect, "{opening}");
        };
        check("Hierbij zend ik u de antwoorden op de 12 vragen van het lid", &[12]);
        check("de antwoorden op de twaalf schriftelijke vragen van", &[12]);
        check("Bijgaand de antwoorden op vragen 1 tot en met 45.", &[45]);
        check("hierbij de antwoorden op uw zes Kamervragen", &[6]);
        check("antwoord op de vragen van de leden van 12 maart 2024", &[]);
        check("op 7 september vragen de leden", &[]);
        check("nr. 2023Z19006, deel ik u mede dat de vragen", &[]);
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
