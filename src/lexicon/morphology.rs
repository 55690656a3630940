//! What Dutch words are made of besides words: particles, suffixes, inflections.
//!
//! Used by `make.rs`, which counts the parts of listed compounds, and by the splitter, which finds those of any word.

/// Fewest letters of a part of a compound: «zee», «wet». Shorter ones («ui», «ei») are found in every other word.
pub const MIN_PART: usize = 3;

/// Prepositions, particles of separable verbs and prefixes, in order: «voortzetting», «onderhandeling» are no compounds.
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "al", "be", "bij", "binnen", "boven", "buiten", "daar", "den", "der", "door", "een", "er",
    "even", "ge", "heen", "her", "het", "hier", "hoe", "in", "langs", "los", "mede", "mee", "mis", "na", "naar",
    "neer", "niet", "om", "on", "onder", "ont", "op", "over", "rond", "samen", "te", "tegen", "ten", "ter", "terug",
    "toe", "tot", "tussen", "uit", "van", "vast", "ver", "vol", "voor", "voorbij", "voort", "waar", "wan", "weg",
    "wel",
];

/// Suffixes and their inflections that are words, or end in the form of words, in order: «straffeloosheid», «stelselmatig»
/// are no compounds.
const SUFFIXES: &[&str] = &[
    "aal",
    "aar",
    "aard",
    "aardig",
    "aardige",
    "aars",
    "achtig",
    "achtige",
    "are",
    "aren",
    "atie",
    "aties",
    "ator",
    "baar",
    "baarheid",
    "bare",
    "baren",
    "de",
    "ding",
    "dom",
    "eel",
    "eer",
    "eerde",
    "eert",
    "ele",
    "elijk",
    "elijke",
    "eling",
    "end",
    "ende",
    "er",
    "eren",
    "erij",
    "erijen",
    "ering",
    "ers",
    "ging",
    "graaf",
    "grafie",
    "grafisch",
    "grafische",
    "handig",
    "handige",
    "heden",
    "heid",
    "iek",
    "ieke",
    "ing",
    "ingen",
    "isch",
    "ische",
    "isme",
    "ist",
    "isten",
    "iteit",
    "jarig",
    "jarige",
    "jarigen",
    "je",
    "jes",
    "king",
    "lijk",
    "lijke",
    "lijker",
    "lijks",
    "ling",
    "lingen",
    "logie",
    "logieen",
    "logisch",
    "logische",
    "loos",
    "loosheid",
    "loze",
    "matig",
    "matige",
    "matigheid",
    "ning",
    "nis",
    "nissen",
    "orisch",
    "ping",
    "rijk",
    "rijke",
    "ring",
    "schap",
    "schappelijk",
    "schappelijke",
    "schappen",
    "sel",
    "sels",
    "sing",
    "ste",
    "ster",
    "sters",
    "talig",
    "talige",
    "te",
    "tig",
    "tige",
    "ting",
    "tje",
    "tjes",
    "vaardig",
    "vaardige",
    "vol",
    "volle",
    "vormig",
    "vormige",
    "waardig",
    "waardige",
    "zaam",
    "zame",
    "zinnig",
    "zinnige",
];

/// Inflections, with the consonants that they double.
const INFLECTIONS: &[&str] = &[
    "en", "s", "e", "n", "t", "de", "te", "den", "ten", "er", "ere", "st", "ste", "je", "jes", "tje", "tjes", "nen",
    "ren", "pen", "sen", "ken", "len", "gen", "men",
];

/// Can this word be the first part of a compound, as far as its form goes?
#[must_use]
pub fn may_be_first(word: &str) -> bool {
    word.len() >= MIN_PART && !is_particle(word)
}

/// Can this word be the last part of a compound, as far as its form goes?
#[must_use]
pub fn may_be_last(word: &str) -> bool {
    may_be_first(word) && has_vowel(word) && SUFFIXES.binary_search(&word).is_err()
}

/// Is this a preposition, a particle or a prefix?
#[must_use]
pub fn is_particle(word: &str) -> bool {
    PARTICLES.binary_search(&word).is_ok()
}

/// Has the word a vowel?
#[must_use]
pub fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// What stands before each inflection that the word may end in.
pub fn bases(word: &str) -> impl Iterator<Item = &str> {
    INFLECTIONS.iter().filter_map(move |inflection| word.strip_suffix(inflection)).filter(|base| base.len() >= MIN_PART)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(PARTICLES.is_sorted() && SUFFIXES.is_sorted());
        assert!(may_be_first("handel") && !may_be_first("voort") && !may_be_last("heden") && may_be_last("dienst"));
    }
}
