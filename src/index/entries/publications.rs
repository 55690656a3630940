//! By what other publications of a letter's answers, and other letters of its case, are recognised.
//!
//! The ministry's letter and its Aanhangsel print the same answers twice; such pairs are twins and are shown as one
//! result.
//!
//! **Invariant:** two pairs have one mark only if their questions and answers are the same letters and digits, one after
//! the other: typography differs between the publications of an answer, a corrected word makes it another answer.
//! **Invariant:** what many letters say in the same words («Kunt u deze vragen één voor één beantwoorden?», «Ja.») is no
//! evidence by itself.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::keys::Key;
use crate::index::tuning;
use crate::normalize;
use crate::record::{Pair, Record};

/// Most questions of a letter that it is found by: a lijst has hundreds, a few tens are enough to recognise it.
const MAX_ASKED: usize = 64;

/// For each pair of a letter: the mark that it shares with the other publications of the same answer to the same
/// questions; `None` where nothing tells them from those of other letters.
///
/// A short answer takes the longest of its letter into its mark: «Ja.» is the same answer in two letters that share more.
#[must_use]
pub fn twins(record: &Record) -> Vec<Option<u64>> {
    let said: Vec<(String, usize)> = record.pairs.iter().map(said).collect();
    let longest =
        said.iter().filter(|(_, answer)| *answer >= tuning::telling_answer()).max_by_key(|(_, answer)| *answer);
    let mark = |(pair, (text, answer)): (&Pair, &(String, usize))| {
        pair.answer.as_ref()?;
        if *answer >= tuning::telling_answer() {
            return Some(hash(&[text]));
        }
        longest.map(|(context, _)| hash(&[text, context]))
    };
    record.pairs.iter().zip(&said).map(mark).collect()
}

/// The letters and digits of a pair, and how many of them are the answer's.
fn said(pair: &Pair) -> (String, usize) {
    let questions: Vec<String> = pair.questions.iter().map(|question| normalize::letters(&question.text)).collect();
    let answer = pair.answer.as_ref().map(|answer| normalize::letters(&answer.text)).unwrap_or_default();
    // The blocks of a group are apart in one layout and one block in another.
    let length = answer.chars().count();
    (format!("{}\n{answer}", questions.concat()), length)
}

/// By what the other letters of its case find a letter: its case numbers, who asked what on which day, its questions, and
/// the letters that it names.
pub(in crate::index) fn case_keys(record: &Record) -> Vec<(Key, String)> {
    let mut keys: Vec<(Key, String)> = cases(record).into_iter().map(|case| (Key::Case, case)).collect();
    keys.extend(questions_asked(record).into_iter().take(MAX_ASKED).map(|question| (Key::Asked, question)));
    keys.extend(record.related.iter().map(|related| (Key::Named, related.id.clone())));
    keys
}

/// The cases to which a letter belongs: the numbers of its questions, and what its head says of them (members, day and
/// subject, which a Mededeling and the answer that follows have in common).
#[must_use]
pub fn cases(record: &Record) -> BTreeSet<String> {
    let numbers = record.case_numbers.iter().map(|number| normalize::letters(&number.to_string()));
    let head = record.asked.as_ref().zip(record.title.as_ref()).map(|(day, title)| {
        let askers: BTreeSet<String> = record.askers.iter().map(|asker| normalize::letters(&asker.name)).collect();
        let askers = askers.into_iter().collect::<Vec<_>>().join(",");
        format!("{day}:{:016x}", hash(&[&askers, &normalize::letters(title)]))
    });
    numbers.chain(head).collect()
}

/// The questions of a letter that are long enough to be its own, each as a mark, in order.
#[must_use]
pub fn questions_asked(record: &Record) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let questions = record.pairs.iter().flat_map(|pair| &pair.questions);
    let telling = questions
        .map(|question| normalize::letters(&question.text))
        .filter(|q| q.chars().count() >= tuning::telling_question());
    telling.map(|question| format!("{:016x}", hash(&[&question]))).filter(|mark| seen.insert(mark.clone())).collect()
}

/// The first 64 bits of a digest: the same in every build of the program, so that an index outlives it.
fn hash(texts: &[&str]) -> u64 {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.as_bytes());
        digest.update([0]);
    }
    let bytes = digest.finalize();
    bytes.iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(pairs: &[(&str, &str)]) -> Record {
        let pairs: Vec<_> = pairs
            .iter()
            .enumerate()
            .map(|(at, (question, answer))| {
                serde_json::json!({"id": format!("a#v{at}"), "numbers": [at], "questions": [{"numbers": [at], "text": question}],
                    "answer": if answer.is_empty() { serde_json::Value::Null } else { serde_json::json!({"text": answer}) }})
            })
            .collect();
        serde_json::from_value(serde_json::json!({"id": "a", "kind": "brief", "pairs": pairs}))
            .expect("a letter object")
    }

    const LONG: &str = "De brug is op 3 mei dichtgegaan omdat de pijlers scheuren vertonen; het herstel duurt tot in het najaar van 2026.";

    #[test]
    fn long_questions_are_evidence_for_a_case() {
        let short = "Kent u het bericht «Brug dicht»?";
        let long = "Hoe lang blijft de brug over de Zwarte Beek nog dicht voor auto’s?";
        assert_eq!(questions_asked(&letter(&[(short, "Ja."), (long, "Tot mei."), (long, "Zie 2.")])).len(), 1);
    }

    #[test]
    fn only_the_same_answer_has_the_same_mark() {
        let check = |a: &[(&str, &str)], b: &[(&str, &str)], at: usize, same: bool| {
            let (a, b) = (twins(&letter(a))[at], twins(&letter(b))[at]);
            assert_eq!(a.is_some() && a == b, same, "{a:?} {b:?}");
        };
        let printed = LONG.replace("3 mei", "3\u{a0}mei").replace("najaar", "na-\njaar");
        check(&[("Waarom?", LONG)], &[("Waarom ?", &printed)], 0, true);
        check(&[("Waarom?", LONG)], &[("Waarom?", &LONG.replace("3 mei", "4 mei"))], 0, false);
        check(&[("Waarom?", LONG)], &[("Hoe lang?", LONG)], 0, false);
        // Short answers are the same only beside a long one.
        check(&[("Klopt het?", "Ja.")], &[("Klopt het?", "Ja.")], 0, false);
        check(&[("Klopt het?", "Ja."), ("Waarom?", LONG)], &[("Klopt het?", "«Ja»."), ("Waarom?", LONG)], 0, true);
        check(&[("Klopt het?", "Ja.")], &[("Klopt het?", "Ja."), ("Waarom?", LONG)], 0, false);
        check(&[("Waarom?", "")], &[("Waarom?", "")], 0, false);
    }
}
