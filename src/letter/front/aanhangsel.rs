//! The heading of an Aanhangsel: «Vragen van het lid X (PARTY) aan de Minister van … over … (ingezonden …). Antwoord
//! van Minister Y (…) (ontvangen …).» Until about 2005 the second sentence stood below the questions.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::matter::Front;
use super::people;
use crate::citation::{Aanhangsel, Vergaderjaar, own_aanhangsel};
use crate::layout::Text;
use crate::letter::{date, place, relation};

static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:Vragen|Vraag) van (?:het lid|de leden|de heer|mevrouw|[A-Z])").expect("the pattern is a constant")
});
static ANSWERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:(?:[Nn]ader|[Aa]anvullend|[Hh]erzien|[Hh]ernieuwd|[Gg]ewijzigd|[Gg]ecorrigeerd)\s?e?\s)?",
        r"(?:[Aa]ntwoord(?:en)?|[Mm]ededeling(?:en)?)\s+(?:van|door)\s+(?:de\s+)?(?:demissionair\s+)?(?:[Mm]inister|[Ss]taatssecretaris)"
    ))
    .expect("the pattern is a constant")
});
static SENT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\(\s?[Ii]ngezonden").expect("the pattern is a constant"));
static RECEIVED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\(\s?[Oo]ntvangen").expect("the pattern is a constant"));
static OVER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\s(?:over|inzake)\s").expect("the pattern is a constant"));
static ADDRESSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\saan\s+(?:(?:de|het)\s|[Mm]inister|[Ss]taatssecretaris)").expect("the pattern is a constant")
});

/// True for a paragraph that begins by saying who asks.
pub(in crate::letter) fn is_asked(text: &Text, at: &Range<usize>) -> bool {
    ASKED.find(text.slice(at)).is_some_and(|found| found.start() == 0)
}

/// True for a paragraph that says who answers, and when.
pub(in crate::letter) fn is_answerer(text: &Text, at: &Range<usize>) -> bool {
    let own = text.slice(at).replace('\n', " ");
    ANSWERED.find(&own).is_some_and(|found| found.start() == 0) && RECEIVED.is_match(&own)
}

/// Reads the heading; `answerer`: the paragraph below the questions that says who answers.
pub(super) fn read(text: &Text, front: &Range<usize>, answerer: Option<&Range<usize>>) -> Front {
    let all = text.slice(front).replace('\n', " ");
    let from = ASKED.find(&all).map_or(0, |m| m.start());
    let after = all.get(from..).unwrap_or_default();
    let split = ANSWERED.find(after).map_or(after.len(), |m| m.start());
    let (questions, answers) = after.split_at_checked(split).unwrap_or((after, ""));
    let sent = SENT.find(questions).map_or(questions.len(), |m| m.start());
    let below = answerer.map(|at| text.slice(at).replace('\n', " ")).unwrap_or_default();
    let answers = if answers.is_empty() { below.as_str() } else { answers };
    let received = RECEIVED.find(answers).map_or(answers.len(), |m| m.start());
    let (asked, sent_in) = questions.split_at_checked(sent).unwrap_or((questions, ""));
    let (answerers, received_on) = answers.split_at_checked(received).unwrap_or((answers, ""));
    let addressed = ADDRESSED.find(asked).map_or(0, |m| m.end());
    let over =
        asked.get(addressed..).and_then(|rest| OVER.find(rest)).map(|m| (addressed + m.start(), addressed + m.end()));
    let names = if addressed > 0 { asked.get(..addressed) } else { asked.get(..over.map_or(asked.len(), |at| at.0)) };
    let title = over.and_then(|(_, end)| asked.get(end..)).map(place::one_line);
    Front {
        asked: date::first(sent_in),
        date: date::first(received_on),
        title: title.map(|title| title.trim_end_matches('.').to_owned()).filter(|title| !title.is_empty()),
        askers: people::askers(names.unwrap_or_default()),
        responders: people::responders(answerers),
        answers_as: relation::of_heading(answerers),
        head_end: front.end,
        ..Front::default()
    }
}

/// The number above the heading.
pub(super) fn number(text: &Text, front: &Range<usize>, year: Vergaderjaar) -> Option<Aanhangsel> {
    let lines = place::paragraphs(text, front).iter().flat_map(|p| &p.lines).map(|line| text.slice(line).trim());
    let is_asked = |line: &&str| line.starts_with("Vragen van") || line.starts_with("Vraag van");
    own_aanhangsel(lines.take_while(|line| !is_asked(line)), year)
}
