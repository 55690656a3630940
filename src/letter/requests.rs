//! Tells whether a text asks: by a question mark, by a request («Graag een overzicht …»), or by saying who asks («De
//! leden van de …-fractie verzoeken de regering …»).

use std::sync::LazyLock;

use regex::Regex;

use super::place;
use crate::lexicon::lists;

/// Members, a fraction or a committee, and what they do, within one sentence.
static THEY_ASK: LazyLock<Regex> = LazyLock::new(|| {
    let verbs = lists::ASKING_WORDS.join("|");
    Regex::new(&format!(
        r"(?i)\b(?:leden|lid|fracties?|commissie|zij|deze leden|kamer)\b[^.?!]*\b(?:{verbs})\b|\b(?:{verbs})\b[^.?!]*\b(?:leden|lid|fracties?|commissie|zij)\b"
    ))
    .expect("the pattern is made of words")
});

/// True for a text that asks or requests something.
pub(super) fn asks(text: &str) -> bool {
    text.split('\n').any(|paragraph| place::ends_question(paragraph) || requests(paragraph))
}

/// A verb before who is asked: «Kunt u een overzicht geven», or a question that names them: «Welke stappen zet u»,
/// whether or not a question mark ends it.
static ADDRESSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?:En |Zo ja, |Zo nee, )?(?:",
        r"(?i:\p{L}*[^aeiou\W]t|bent|ziet|doet|gaat|laat|staat) u\b",
        r"|(?i:kan|kunnen|wil|willen|zal|is|heeft|hebben|ziet|deelt|acht|weet) (?:de (?:minister|staatssecretaris|regering|bewindspersoon)|het kabinet)",
        r"|(?:(?:Op|In|Met|Aan|Voor|Door) )?(?i:welke?|wat|hoe|waarom|wanneer|wie|hoeveel|waar|hoeverre)\b[^.?!]* u\b)"
    ))
    .expect("the pattern is a constant")
});

/// True for a text whose last paragraph asks to its end: a question mark ends it, or its last sentence requests.
pub(super) fn ends_asking(text: &str) -> bool {
    let last = text.rsplit('\n').next().unwrap_or_default().trim();
    let sentence = last.trim_end_matches('.').rsplit(". ").next().unwrap_or_default();
    place::ends_question(last) || requests(sentence)
}

fn requests(paragraph: &str) -> bool {
    opens_request(paragraph) || THEY_ASK.is_match(paragraph)
}

/// One of its sentences requests something.
fn opens_request(paragraph: &str) -> bool {
    let requests = |sentence: &str| {
        let opens = |word: &&str| sentence.strip_prefix(*word).is_some_and(|rest| rest.starts_with([' ', ',', '.']));
        lists::REQUESTS.iter().any(opens) || ADDRESSED.is_match(sentence)
    };
    paragraph.split(". ").any(requests)
}
