//! Analysis: words, stems and parts, as they are indexed and searched.

use proptest::prelude::*;
use vraagbaak::index::{analyse, word};

#[test]
fn inflections_have_one_stem() {
    let check = |words: &[&str]| {
        let stems: Vec<String> = words.iter().map(|w| word(w).stem).collect();
        assert!(stems.iter().all(|stem| *stem == stems[0]), "{words:?}: {stems:?}");
    };
    check(&["minister", "ministers", "Minister"]);
    check(&["ministerie", "ministeries"]);
    check(&["gemeente", "gemeenten", "gemeentelijk", "gemeentelijke"]);
    check(&["politiek", "politieke"]);
    check(&["stad", "steden", "stedelijk"]);
    check(&["lid", "leden"]);
    check(&["overheid", "overheden"]);
    check(&["hoog", "hoge"]);
    check(&["nationaal", "nationale"]);
    check(&["proces", "processen"]);
    check(&["mens", "mensen"]);
    check(&["beeld", "beelden"]);
    check(&["weg", "wegen"]);
    check(&["financiële", "financiele", "financieel"]);
    check(&["zorgt", "zorgen", "zorg"]);
    // Hyphens and soft hyphens aside.
    check(&["wiskundeonderwijs", "wiskunde-onderwijs", "wiskunde\u{AD}onderwijs"]);
}

#[test]
fn different_words_have_different_stems() {
    let check = |a: &str, b: &str| assert_ne!(word(a).stem, word(b).stem, "{a} and {b}");
    check("minister", "ministerie");
    check("gemeente", "mening");
    check("gezin", "zin");
    check("gebied", "bied");
    check("gezondheid", "zon");
    check("overheid", "over");
    check("steden", "steeds");
    check("regelgeving", "relgeving");
}

#[test]
fn tokens_know_their_places() {
    let text = "De «wiskunde-onderwijs»-eisen, één voor één.";
    let tokens = analyse(text);
    let words: Vec<&str> = tokens.iter().map(|token| text.get(token.at.clone()).expect("on boundaries")).collect();
    assert_eq!(words, ["De", "«", "wiskunde-onderwijs", "»", "-", "eisen", ",", "één", "voor", "één", "."]);
    assert_eq!(tokens[2].parts.last().map(String::as_str), Some("onderwijs"));
    assert_eq!((tokens[0].stem.as_deref(), tokens[7].word.as_str()), (None, "een"));
}

proptest! {
    #[test]
    fn any_text_is_analysed(text in "\\PC{0,60}") {
        let mut end = 0;
        for (position, token) in analyse(&text).into_iter().enumerate() {
            prop_assert!(token.at.start >= end && token.at.end > token.at.start);
            prop_assert!(text.get(token.at.clone()).is_some());
            prop_assert_eq!(token.position, position);
            end = token.at.end;
        }
    }

    #[test]
    fn any_word_has_a_stem_and_sound_parts(typed in "[a-zé]{1,30}(-[a-z]{1,10})?") {
        let found = word(&typed);
        let joined: String = found.parts.concat();
        prop_assert!(joined.chars().count() <= typed.chars().count());
        prop_assert!(found.parts.len() != 1);
    }
}
