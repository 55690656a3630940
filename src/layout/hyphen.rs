//! Decides how a line's end and the next line's start join.
//!
//! A hyphen at a line end is either the typesetter's (it goes) or the author's (it stays). The letter's own spelling
//! elsewhere decides first, then the Dutch word list with its own hyphens and the parts of compounds, then the form of
//! the parts.

use std::collections::BTreeSet;

use super::tuning;
use crate::lexicon::{self, lists};

/// How two lines join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A space between them.
    Space,
    /// Nothing between them.
    Glue,
    /// Nothing between them, and the hyphen at the end of the first goes.
    Drop,
}

/// What a document says about its hyphens.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// The words that stand unbroken in it, lower case.
    words: BTreeSet<String>,
    lines: usize,
    /// Lines that a hyphen ends.
    cut: usize,
}

impl Vocabulary {
    /// Takes in the words of a line, but for the last, which a hyphen may cut.
    pub(crate) fn learn(&mut self, line: &str) {
        let cut = line.trim_end().ends_with(HYPHENS);
        if line.len() > tuning::full_line() {
            self.lines += 1;
            self.cut += usize::from(cut && !line.rsplit(' ').next().is_some_and(is_address));
        }
        let mut words: Vec<&str> = line.split_whitespace().collect();
        if cut {
            words.pop();
        }
        self.words.extend(words.into_iter().map(bare).filter(|word| !word.is_empty()).map(str::to_lowercase));
    }

    /// Does a word of the letter begin with this part and a hyphen («mvo-beleid»)?
    fn hyphenates(&self, part: &str) -> bool {
        let start = format!("{}-", part.to_lowercase());
        self.words.range(start.clone()..).next().is_some_and(|word| word.starts_with(&start))
    }

    /// True where the typesetter breaks no words, so that a hyphen at a line end is the author's.
    fn is_unhyphenated(&self) -> bool {
        self.lines >= tuning::hyphenation_lines() && (self.cut as f32) < tuning::hyphenated_share() * self.lines as f32
    }

    fn knows(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }

    /// Does a word of the letter begin with these two parts and the hyphen between them («‘no-regret’-maatregel»)?
    fn joins(&self, tail: &str, head: &str) -> bool {
        let start = format!("{tail}-{head}").to_lowercase();
        let after = |word: &str| word.get(start.len()..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric));
        self.words.range(start.clone()..).take_while(|word| word.starts_with(&start)).any(|word| after(word))
    }
}

/// Hyphens proper; a soft hyphen at a line end is always the typesetter's.
const HYPHENS: [char; 4] = ['-', '\u{2010}', '\u{2011}', '\u{AD}'];

/// What closes or opens a quotation.
const QUOTES: [char; 7] = ['’', '”', '»', '\'', '"', '‘', '“'];

/// How a line that ends in `before` and one that begins with `after` join.
pub(crate) fn joint(before: &str, after: &str, letter: &Vocabulary) -> Joint {
    let before = before.trim_end();
    let after = after.trim_start();
    let left = before.split_whitespace().next_back().unwrap_or_default();
    let right = after.split_whitespace().next().unwrap_or_default();
    let Some(last) = left.chars().next_back() else { return Joint::Space };
    if right.is_empty() {
        return Joint::Space;
    }
    if left.ends_with("://") {
        return Joint::Glue;
    }
    if is_address(left) {
        return if address_goes_on(left, right) { Joint::Glue } else { Joint::Space };
    }
    if last == '\u{AD}' {
        return Joint::Drop;
    }
    if matches!(last, '–' | '—') {
        let number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let glued = number(left.chars().rev().nth(1)) && number(right.chars().next());
        return if glued { Joint::Glue } else { Joint::Space };
    }
    if last == '/' && left.chars().count() > 1 {
        return Joint::Glue;
    }
    if !HYPHENS.contains(&last) {
        return Joint::Space;
    }
    hyphen(left.trim_end_matches(HYPHENS), right, letter)
}

/// How two lines of a narrow cell join: a word or number too long for the cell is cut without a hyphen.
pub(crate) fn joint_in_cell(before: &str, after: &str, letter: &Vocabulary) -> Joint {
    let left = before.split_whitespace().next_back().unwrap_or_default();
    let right = after.split_whitespace().next().unwrap_or_default();
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let thousands = left.rsplit(['.', ',']).next().is_some_and(|group| {
        group.len() < left.len() && digits(group) && digits(right) && group.len() + right.len() == 3
    });
    let open_group = left.ends_with(['.', ','])
        && digits(&left.replace(['.', ','], ""))
        && right.starts_with(|c: char| c.is_ascii_digit());
    let word = left.chars().all(char::is_alphabetic)
        && right.chars().next().is_some_and(char::is_lowercase)
        && lexicon::is_word(&format!("{left}{right}"))
        && !(lexicon::is_word(left) && lexicon::is_word(right));
    if thousands || open_group || word { Joint::Glue } else { joint(before, after, letter) }
}

/// The joint at a hyphen, `left` without it.
fn hyphen(left: &str, right: &str, letter: &Vocabulary) -> Joint {
    let Some(last) = left.chars().next_back() else { return Joint::Space };
    let right = right.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
    if lists::AFTER_SUSPENDED.contains(&right.to_lowercase().as_str()) {
        // «zo-» and «als» are one word; «zorg-» and «en» are not, though «zorgen» is one, too: no break falls before «en».
        let whole = lexicon::is_word(&format!("{}{right}", bare(left))) && !matches!(right, "en" | "of");
        return if whole { Joint::Drop } else { Joint::Space };
    }
    if !last.is_alphabetic() {
        // «‘vangnet’-regeling»: no typesetter breaks a word behind a quotation mark.
        let closes = last.is_ascii_digit() || [')', ']', '%'].contains(&last) || QUOTES.contains(&last);
        return if closes { Joint::Glue } else { Joint::Space };
    }
    match right.chars().next() {
        Some(first) if QUOTES.contains(&first) => return Joint::Glue,
        // «sport- (en beweeg)voorzieningen»
        Some('(') => return Joint::Space,
        _ => {}
    }
    let left = bare(left);
    let start = right.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first_part: String = start.chars().take_while(|c| c.is_alphanumeric() || HYPHENS.contains(c)).collect();
    let joined = format!("{left}{first_part}");
    let hyphenated = format!("{left}-{first_part}");
    if letter.knows(&hyphenated) || letter.is_unhyphenated() {
        return Joint::Glue;
    }
    if letter.knows(&joined) {
        return Joint::Drop;
    }
    if letter.hyphenates(left) && !lexicon::is_word(&joined) {
        return Joint::Glue;
    }
    // Only the word next to the break decides: «sociaal-econo-» breaks «economisch».
    let tail = left.rsplit(HYPHENS).next().unwrap_or(left);
    let head = first_part.split(HYPHENS).next().unwrap_or_default();
    let listed = || lexicon::is_word(&hyphenated) && !lexicon::is_word(&joined);
    let by_author = letter.joins(left, head)
        || listed()
        || in_chain(tail, head, left.len() > tail.len(), first_part.len() > head.len())
        || stays(tail, head);
    if by_author { Joint::Glue } else { Joint::Drop }
}

/// Whether two parts of a chain of words keep the hyphen between them: «no-regret-maatregel», «kant-en-klaar». One
/// more hyphen stands before or behind them.
fn in_chain(tail: &str, head: &str, before: bool, behind: bool) -> bool {
    if behind && lists::AFTER_SUSPENDED.contains(&head.to_lowercase().as_str()) {
        return true;
    }
    let whole = format!("{tail}{head}");
    let one = || lexicon::is_word(&whole) || lexicon::is_compound(&whole);
    let small = tail.starts_with(char::is_lowercase);
    let sound = lexicon::is_word(head) || lexicon::is_compound(head);
    (before && sound && is_long_word(head) || behind && small && lexicon::is_word(tail)) && !one()
}

/// A word, or a compound, long enough to be no syllable.
fn is_long_word(part: &str) -> bool {
    part.chars().count() >= tuning::whole_word_min()
        && (lexicon::is_word(part) || !lexicon::split(&part.to_lowercase()).is_empty())
}

/// The same, too long for the end of a name.
fn is_noun(part: &str) -> bool {
    part.chars().count() >= tuning::noun_min() && is_long_word(part)
}

/// Whether the hyphen between these two parts is the author's.
fn stays(tail: &str, head: &str) -> bool {
    let Some(first) = head.chars().next() else { return true };
    if first.is_ascii_digit() {
        return true;
    }
    let whole = format!("{tail}{head}");
    let hyphenated = || lexicon::is_word(&format!("{tail}-{head}"));
    let caps = |part: &str| part.chars().count() > 1 && part.chars().all(char::is_uppercase);
    if first.is_uppercase() || caps(tail) {
        let short = |part: &str| part.chars().count() <= tuning::abbreviation_max();
        let one = || lexicon::is_word(&whole) || lexicon::is_compound(&whole);
        // A heading in capitals breaks its words like any other: «MINIS-TER», but «KRO-NCRV».
        return if caps(tail) && caps(head) {
            short(tail) && short(head) && !one()
        } else {
            hyphenated() || !lexicon::is_word(&whole)
        };
    }
    // No typesetter leaves one letter alone: «e-health».
    if tail.chars().count() == 1 {
        return true;
    }
    // «YouTube-kanaal»: a name with a capital inside is no first part of a solid word.
    if tail.chars().skip(1).any(char::is_uppercase) && is_noun(head) {
        return true;
    }
    // «sub-sidieregeling», «scho-lenbestand»: the break is inside a part of the compound.
    if lexicon::is_word(&whole) || lexicon::divides_a_part(tail, head) {
        return false;
    }
    // No syllable is without a vowel: «pgb-achtig», «jeugd-ggz».
    if !tail.chars().any(is_vowel) || head.chars().count() > 1 && !head.chars().any(is_vowel) {
        return true;
    }
    if hyphenated() || clash(tail, head) && lexicon::is_word(tail) {
        return true;
    }
    let prefix = lists::HYPHENATED_PREFIXES.contains(&tail.to_lowercase().as_str());
    // Behind such a prefix a word need not be listed, if it is long: «niet-ingezetenenloket».
    let long = head.chars().count() >= tuning::noun_min();
    if (is_long_word(head) && (prefix || lexicon::hyphenates(tail))) || (prefix && long) {
        return true;
    }
    // «Woo-verzoek», «Nibud-rapport»: a name, or what is no word, before a listed one; «Omge-vingsdienst» breaks.
    if tail.starts_with(char::is_uppercase) {
        let linked = || tail.strip_suffix('s').is_some_and(lexicon::is_word);
        let named = lexicon::is_name(tail) || !lexicon::is_word(tail) && !linked();
        return named && is_noun(head) && lexicon::is_word(head) && !lexicon::is_compound(&whole);
    }
    let abbreviation = |part: &str| {
        part.chars().count() <= tuning::abbreviation_max() && (!lexicon::is_word(part) || lexicon::is_name(part))
    };
    (abbreviation(tail)
        && is_long_word(head)
        && lexicon::is_word(head)
        && !lists::SYLLABLE_PREFIXES.contains(&tail.to_lowercase().as_str()))
        || (abbreviation(head) && is_long_word(tail) && !is_ending(head))
}

/// Parts that are no words and yet end one: what has a vowel may be a syllable, but for a listed abbreviation.
fn is_ending(part: &str) -> bool {
    part.chars().any(is_vowel) && !lexicon::is_name(part)
}

/// Vowel pairs that read as one sound.
const CLASHES: [&str; 14] = ["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "oe", "oi", "oo", "ou", "uu"];

/// Two vowels that would read as one sound keep a hyphen in a compound («zee-egel», «auto-ongeluk»).
fn clash(tail: &str, head: &str) -> bool {
    let (Some(last), Some(first)) = (tail.chars().next_back(), head.chars().next()) else { return false };
    let pair: String = [last, first].into_iter().collect();
    CLASHES.contains(&pair.as_str())
}

fn is_vowel(c: char) -> bool {
    "aeiouyáéíóúàèäëïöüAEIOUY".contains(c)
}

/// The word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Does this look like a web address, or the start of one?
fn is_address(token: &str) -> bool {
    let lower = token.to_lowercase();
    lower.contains("://") || lower.contains("www.") || {
        // «nos.nl/artikel/…» without its scheme.
        let host = lower.split('/').next().unwrap_or_default().trim_start_matches(['(', '[', '<']);
        lower.contains('/') && host.contains('.') && !host.ends_with('.') && host.chars().any(char::is_alphabetic)
    }
}

/// Whether the next line's first word goes on with the address.
fn address_goes_on(left: &str, right: &str) -> bool {
    const CLOSERS: [char; 7] = [',', ';', ')', ']', '>', '»', '”'];
    if left.ends_with(CLOSERS) {
        return false;
    }
    let core = right.trim_end_matches([',', '.', ';', ')', ']', '>', '»', '”', '?']);
    let inner = core.chars().any(|c| "/=&%_#?~".contains(c)) || core.trim_matches('-').contains(['-', '.']);
    let own = right.to_lowercase();
    let begins_another = own.starts_with("http") || own.starts_with("www.") || own.starts_with('[');
    if begins_another {
        return false;
    }
    if left.ends_with(['-', '/', '_', '=', '&', '?', '%', '#', '~']) {
        return true;
    }
    if left.ends_with('.') {
        // A sentence may end here; a file name or a domain may be cut here.
        return inner
            || core.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
                && core.len() <= 5
                && !lexicon::is_word(core);
    }
    inner
        || core.chars().any(|c| c.is_ascii_digit()) && core.chars().any(|c| c.is_ascii_alphabetic())
        || right.starts_with(['.', '-', '/'])
        || (core.chars().all(|c| c.is_ascii_lowercase()) && !core.is_empty() && !lexicon::is_word(core))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, after: &str, expect: &str) {
        let mut letter = Vocabulary::default();
        letter.learn("De boa-organisatie en het Rijks-CIO-overleg spraken over de huisvestingsopgave. ");
        let joined = match joint(before, after, &letter) {
            Joint::Space => format!("{before} {after}"),
            Joint::Glue => format!("{before}{after}"),
            Joint::Drop => {
                let mut kept = before.to_owned();
                kept.pop();
                format!("{kept}{after}")
            }
        };
        assert_eq!(joined, expect);
    }

    #[test]
    fn typesetters_hyphens_go() {
        check("regen-", "boogprovincie is", "regenboogprovincie is");
        check("exportkredietverze-", "keringen", "exportkredietverzekeringen");
        check("kostende-", "lersnorm,", "kostendelersnorm,");
        check("ouderenhuis-", "vesting", "ouderenhuisvesting");
        check("Atra-", "dius", "Atradius");
        check("de\u{AD}", "len", "de\u{AD}len".replace('\u{AD}', "").as_str());
        check("huisvestings-", "opgave", "huisvestingsopgave");
        check("MINIS-", "TER", "MINISTER");
        check("zo-", "als voorgesteld", "zoals voorgesteld");
        check("webi-", "nar", "webinar");
        check("de sub-", "sidieregeling", "de subsidieregeling");
        check("het scho-", "lenbestand", "het scholenbestand");
        check("een pro-", "ductieproces", "een productieproces");
        check("EU-richt-", "lijnvoorstel", "EU-richtlijnvoorstel");
        check("sociaal-econo-", "mische", "sociaal-economische");
        check("een Elektriciteits-", "richtlijn", "een Elektriciteitsrichtlijn");
        check("te Velder-", "mond", "te Veldermond");
    }

    #[test]
    fn authors_hyphens_stay() {
        check("zorg-", "en welzijn", "zorg- en welzijn");
        check("jeugd-", "ggz", "jeugd-ggz");
        check("GroenLinks-", "PvdA", "GroenLinks-PvdA");
        check("CCS-", "projecten", "CCS-projecten");
        check("mvo-", "standaarden", "mvo-standaarden");
        check("boa-", "organisatie", "boa-organisatie");
        check("2023-", "2026", "2023-2026");
        check("18-", "jarigen", "18-jarigen");
        check("niet-", "westerse", "niet-westerse");
        check("e-", "health", "e-health");
        check("woon-", "als werkverkeer", "woon- als werkverkeer");
        check("woonbehoefte en", "-opgave", "woonbehoefte en -opgave");
        check("een ‘vangnet’-", "regeling", "een ‘vangnet’-regeling");
        check("een anti-", "‘woke’-wet", "een anti-‘woke’-wet");
        check("een pgb-", "achtige", "een pgb-achtige");
        check("een vwo-", "leerling", "een vwo-leerling");
        check("een hbo-", "student", "een hbo-student");
        check("een ict-", "project", "een ict-project");
        check("een oud-", "minister", "een oud-minister");
        check("een niet-", "gouvernementele", "een niet-gouvernementele");
        check("de ChristenUnie-", "fractie", "de ChristenUnie-fractie");
        check("een Nibud-", "rapport", "een Nibud-rapport");
        check("een Woo-", "verzoek", "een Woo-verzoek");
        check("KRO-", "NCRV", "KRO-NCRV");
        check("de motie-", "Haverkorn", "de motie-Haverkorn");
        check("micro-", "organismen", "micro-organismen");
        check("een zee-", "egelvangst", "een zee-egelvangst");
        check("minister-", "president", "minister-president");
        check("een no-regret-", "maatregel", "een no-regret-maatregel");
        check("een no-", "regret-maatregel", "een no-regret-maatregel");
        check("kant-", "en-klare", "kant-en-klare");
        check("F35-", "route", "F35-route");
        check("CO2-", "heffing", "CO2-heffing");
        check("regen-", "en smeltwater", "regen- en smeltwater");
        check("sport-", "(en beweeg)voorzieningen", "sport- (en beweeg)voorzieningen");
    }

    #[test]
    fn addresses_join_bare() {
        check(
            "zie https://www.voorbeeld.nl/nieuws/een-",
            "lang-bericht.",
            "zie https://www.voorbeeld.nl/nieuws/een-lang-bericht.",
        );
        check("zie www.voorbeeld.nl/", "documenten/2023", "zie www.voorbeeld.nl/documenten/2023");
        check("(voorbeeld.nl/artikel/25-", "verbod-op).", "(voorbeeld.nl/artikel/25-verbod-op).");
        check("https://www.voorbeeld.nl/a?", "utm=b", "https://www.voorbeeld.nl/a?utm=b");
        check("zie www.voorbeeld.nl", "en verder", "zie www.voorbeeld.nl en verder");
        check("https://www.voorbeeld.nl/pad,", "geraadpleegd", "https://www.voorbeeld.nl/pad, geraadpleegd");
    }

    #[test]
    fn cells_cut_without_a_hyphen() {
        let letter = Vocabulary::default();
        assert_eq!(joint_in_cell("237.06", "2", &letter), Joint::Glue);
        assert_eq!(joint_in_cell("Infrastructuu", "r", &letter), Joint::Glue);
        assert_eq!(joint_in_cell("Open", "Competitie", &letter), Joint::Space);
    }
}
