//! Which other questions of the letter an answer points to: «Zie het antwoord op vraag 2».

use std::sync::LazyLock;

use regex::Regex;
use unscanny::Scanner;

use super::number;
use crate::record::Number;

/// The words after which numbers of questions stand.
static ANCHOR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:vraag|vragen|antwoord|antwoorden|beantwoording)",
        r"(?:\s+(?:op|bij|van|onder|aan|in|de|het|die|mijn|uw|vraag|vragen|nummers?|nrs?\.?|sub|deel|deelvraag|deelvragen))*\s+(?P<list>\d)"
    ))
    .expect("the pattern is a constant")
});

/// What follows when the numbers are those of another letter.
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^,?\s*(?:",
        r"(?:van|uit|in|bij|op)\s+(?:de\s+|het\s+|mijn\s+|uw\s+|een\s+|eerdere\s+|onze\s+|die\s+|deze\s+)*",
        r"(?:schriftelijke|mondelinge|eerdere|feitelijke|kamervragen|vragen\s+van|vragenset|set|lid|leden|brief|lijst|verslag|nota|Aanhangsel|fractie|vragen\s+over|vaste|commissie|motie)",
        r"|\(?(?:Aanhangsel|Kamerstuk))"
    ))
    .expect("the pattern is a constant")
});

/// What follows when the number is a day or counts something.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^\s+(?:",
        r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
        r"|miljoen|miljard|procent|euro|keer|maal|dagen|weken|maanden|jaar|jaren|uur)\b|^\s?%",
    ))
    .expect("the pattern is a constant")
});

/// The numbers named, ascending, each once, less the answer's own.
pub(super) fn numbers(answer: &str, own: &[Number]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    for anchor in ANCHOR.captures_iter(answer) {
        let Some(start) = anchor.name("list").map(|list| list.start()) else { continue };
        let rest = answer.get(start..).unwrap_or_default();
        let mut scanner = Scanner::new(rest);
        let Some(numbers) = number::list(&mut scanner) else { continue };
        if [&*ELSEWHERE, &*COUNTED].iter().any(|other| other.is_match(scanner.after())) || is_amount(scanner.after()) {
            continue;
        }
        found.extend(numbers);
    }
    found.retain(|number| !own.contains(number));
    found.sort_unstable();
    found.dedup();
    found
}

/// «antwoord 4,5 miljoen», «vragen 20.000»: no question numbers.
fn is_amount(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| ".,".contains(c)) && chars.next().is_some_and(|c| c.is_ascii_digit())
}
