//! Completion: words, names, numbers and titles while they are typed.

use vraagbaak::record::Record;
use vraagbaak::search::{Field, Options, Query, Searcher, Suggested};

use crate::index::letter;
use crate::words::indexed;

fn letters() -> Vec<Record> {
    let mut letters = vec![
        letter("brief-a", "Varen de veerboten naar Texel?", "Veerboten varen volgens de provincie niet naar Texel."),
        letter(
            "brief-b",
            "Hoe zijn de financiële gevolgen voor de veerdienst?",
            "De financiële gevolgen zijn groot. Financiële steun helpt.",
        ),
        letter("brief-c", "Wat kost de veerdienst naar Texel?", "Veel."),
    ];
    letters[0].askers = serde_json::from_str(
        r#"[{"name": "Van der Plas", "party": "BBB"}, {"name": "Mutluer", "party": "GroenLinks-PvdA"}]"#,
    )
    .expect("askers");
    letters[0].responders =
        serde_json::from_str(r#"[{"name": "H.M. de Jonge", "office": "Minister", "ministry": "IenW"}]"#)
            .expect("responders");
    letters[1].title = Some("de toekomst van de Waddenveren".into());
    letters[1].references = serde_json::from_str(
        r#"[{"id": "kst-32847-808", "in": "answer:1", "text": "x", "page": 1}, {"id": "kst-36200-VII-12", "in": "answer:1", "text": "x", "page": 1},
            {"id": "kst-36200-V-3", "in": "answer:1", "text": "x", "page": 1}]"#,
    )
    .expect("references");
    letters
}

fn suggested(searcher: &Searcher, typed: &str) -> Vec<(Suggested, String, usize)> {
    let found = searcher.suggest(typed, 5).expect("an answer").suggestions;
    for suggestion in &found {
        let (query, unread) = Query::parse(&suggestion.query);
        assert!(unread.is_empty(), "{typed}: {}", suggestion.query);
        let results = searcher.search(&query, unread, &Options::default()).expect("an answer");
        assert!(results.total >= suggestion.count && !results.relaxed, "{typed}: {suggestion:?}");
    }
    found.into_iter().map(|suggestion| (suggestion.kind, suggestion.text, suggestion.count)).collect()
}

#[test]
fn what_is_typed_is_completed() {
    use Field::{Bewindspersoon, Dossier, Fractie, Kamerstuk, Lid, Ministerie, Titel};
    use Suggested::{Value, Word};
    let (_dir, searcher) = indexed(&letters());
    let check = |typed: &str, expect: &[(Suggested, &str, usize)]| {
        let found = suggested(&searcher, typed);
        let found: Vec<_> = found.iter().map(|(kind, text, count)| (*kind, text.as_str(), *count)).collect();
        assert_eq!(found, expect, "{typed:?}");
    };
    check("veer", &[(Word, "veerdienst", 2), (Word, "veerboten", 1)]);
    check("VEERB", &[(Word, "veerboten", 1)]);
    check("tex", &[(Word, "Texel", 2)]);
    check("financie", &[(Word, "financiële", 1)]);
    check("texel veer", &[(Word, "veerboten", 1), (Word, "veerdienst", 1)]);
    check("provincie veer", &[(Word, "veerboten", 1)]);
    check("antwoord:veer", &[(Word, "veerboten", 1)]);
    check("v", &[(Value(Lid), "Van der Plas", 1)]);
    check("van der p", &[(Value(Lid), "Van der Plas", 1)]);
    check("plas", &[(Value(Lid), "Van der Plas", 1)]);
    check("mut", &[(Value(Lid), "Mutluer", 1)]);
    check("de jon", &[(Value(Bewindspersoon), "H.M. de Jonge", 1)]);
    check("bewindspersoon:\"de j", &[(Value(Bewindspersoon), "H.M. de Jonge", 1)]);
    check("pvd", &[(Value(Fractie), "GroenLinks-PvdA", 1)]);
    check("infrastr", &[(Value(Ministerie), "IenW", 1)]);
    check("veerboten ministerie:ien", &[(Value(Ministerie), "IenW", 1)]);
    check("veerdienst ministerie:ien", &[]);
    check("32 8", &[(Value(Dossier), "32847", 1), (Value(Kamerstuk), "kst-32847-808", 1)]);
    check("kst-328", &[(Value(Dossier), "32847", 1), (Value(Kamerstuk), "kst-32847-808", 1)]);
    check("32 847, nr. 8", &[(Value(Dossier), "32847", 1), (Value(Kamerstuk), "kst-32847-808", 1)]);
    check("dossier:36 200 VI", &[(Value(Dossier), "36200-VII", 1), (Value(Kamerstuk), "kst-36200-VII-12", 1)]);
    check("toekomst van de w", &[(Value(Titel), "de toekomst van de Waddenveren", 1)]);
    check("", &[]);
    check("   ", &[]);
    check("?!", &[]);
    check("qqq", &[]);
}

#[test]
fn any_text_is_completed_or_not() {
    let (_dir, searcher) = indexed(&letters());
    for typed in [
        "\"",
        "lid:",
        "lid:\"",
        "(",
        "-",
        "a:b",
        "é",
        "*",
        "OF",
        "NIET veer",
        "-veer",
        "\u{0}",
        "veer\u{10FFFF}",
        "titel:\"",
        "36 200 V (R12",
        "«de",
    ] {
        searcher.suggest(typed, 50).expect("an answer");
    }
    assert_eq!(searcher.suggest(&"veer ".repeat(1_000), 5).expect("an answer").suggestions, []);
    assert_eq!(searcher.suggest("veer", 0).expect("an answer").suggestions, []);
    assert_eq!(searcher.suggest("veer", 1).expect("an answer").suggestions.len(), 1);
}
