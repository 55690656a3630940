//! Tells how another letter that is named belongs to this one: postponed, supplemented, corrected, or merely «zie ook».
//!
//! **Invariant:** only what the letter says: «Zie ook» alone is [`Relation::See`], whatever the other may be.

use crate::record::{Kind, Relation};

/// What the sentence says before the number, in small letters; the first that occurs is meant.
const SAID: &[(&str, Relation)] = &[
    ("ter vervanging van", Relation::Corrects),
    ("vervangt", Relation::Corrects),
    ("rectificatie", Relation::Corrects),
    ("correctie op", Relation::Corrects),
    ("correctie van", Relation::Corrects),
    ("herziening van", Relation::Corrects),
    ("aanvulling op", Relation::Supplements),
    ("aanvulling van", Relation::Supplements),
    ("nader antwoord op", Relation::Supplements),
    ("nadere beantwoording van", Relation::Supplements),
    ("zelfde antwoord", Relation::SameAnswer),
    ("gelijkluidend", Relation::SameAnswer),
    ("identiek aan", Relation::SameAnswer),
    ("mede in antwoord op", Relation::SameAnswer),
    ("tevens in antwoord op", Relation::SameAnswer),
    ("mededeling van uitstel", Relation::Postponed),
    ("uitstelbrief", Relation::Postponed),
    ("uitstelbericht", Relation::Postponed),
];

/// What the heading calls the answer, as its first word.
const HEADINGS: &[(&str, Relation)] = &[
    ("nader", Relation::Supplements),
    ("aanvullend", Relation::Supplements),
    ("herzien", Relation::Corrects),
    ("hernieuwd", Relation::Corrects),
    ("gewijzigd", Relation::Corrects),
    ("gecorrigeerd", Relation::Corrects),
    ("mededeling", Relation::Postponed),
];

/// By the first word of «Nader antwoord van Minister …»; `None` for a plain answer.
pub(super) fn of_heading(heading: &str) -> Option<Relation> {
    let heading = heading.trim_start().to_lowercase();
    HEADINGS.iter().find(|(word, _)| heading.starts_with(word)).map(|&(_, relation)| relation)
}

/// How a letter belongs to what its front names, by the text before that name. Letters in the layout of the Aanhangsel
/// name others only to refer to them; in any other, words must say so.
#[must_use]
pub fn relation(kind: Kind, answers_as: Option<Relation>, before: &str) -> Option<Relation> {
    let sentence = before.rsplit('\n').next().unwrap_or_default();
    // «(ontvangen 3 mei 2024). Zie ook»: a full stop before a capital, so that «nr. 12» ends none.
    let start = sentence.rmatch_indices(". ").find(|(index, _)| {
        sentence.get(index + 2..).is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase))
    });
    let own = sentence.get(start.map_or(0, |(index, _)| index + 1)..).unwrap_or_default().to_lowercase();
    let said = SAID.iter().find(|(words, _)| own.contains(words)).map(|&(_, relation)| relation);
    let published = matches!(kind, Kind::Aanhangsel | Kind::Mededeling);
    said.or_else(|| published.then(|| answers_as.unwrap_or(Relation::See)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_letter_says() {
        let check = |kind: Kind, heading: &str, text: &str, expect: Option<Relation>| {
            let before = text.strip_suffix("Aanhangsel").unwrap();
            assert_eq!(relation(kind, of_heading(heading), before), expect, "{text}");
        };
        let answer = "Antwoord van Minister Jansen";
        let see = "Antwoord van Minister Jansen (ontvangen 3 mei 2024). Zie ook Aanhangsel";
        check(Kind::Aanhangsel, answer, see, Some(Relation::See));
        check(Kind::Aanhangsel, "Nader antwoord van Minister", see, Some(Relation::Supplements));
        check(Kind::Aanhangsel, "Herzien antwoord van Minister", see, Some(Relation::Corrects));
        check(Kind::Mededeling, "Mededeling van Minister", see, Some(Relation::Postponed));
        check(Kind::Aanhangsel, answer, "Ter vervanging van Aanhangsel", Some(Relation::Corrects));
        check(Kind::Brief, "", "Dit is een aanvulling op mijn antwoord. Zie Aanhangsel", None);
        check(Kind::Brief, "", "In aanvulling op mijn antwoorden (Aanhangsel", Some(Relation::Supplements));
    }
}
