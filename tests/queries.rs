//! The query language to its edges: ranges, operators, quotation marks, stars; what is explained; hostile strings.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use vraagbaak::record::{Record, Stated};
use vraagbaak::search::{Explanation, Field, Options, Part, Query, Results, Searcher, StepKind};

use crate::index::letter;
use crate::search::indexed;

#[path = "bench/model.rs"]
mod model;

use model::{Chance, Model};

#[test]
fn understands_all_of_the_language() {
    let check = |typed: &str, expect: &str| {
        let (query, unread) = Query::parse(typed);
        assert_eq!(query.to_string(), expect, "{typed:?}");
        assert!(unread.is_empty(), "{typed:?}: {unread:?}");
    };
    check("vergaderjaar:2021-2022..2023-2024", "vergaderjaar:2021-2022..2023-2024");
    check("vergaderjaar:2021/22..2023/24", "vergaderjaar:2021-2022..2023-2024");
    check("vergaderjaar:..20232024", "vergaderjaar:..2023-2024");
    check("vergaderjaar:>=2023-2024", "vergaderjaar:2023-2024..");
    check("vergaderjaar:2023-2024..2023-2024", "vergaderjaar:2023-2024");
    check("vergaderjaar:\"2021-2022 .. 2023-2024\"", "vergaderjaar:2021-2022..2023-2024");
    check("vergaderjaar:(2021-2022 OF 2023-2024)", "vergaderjaar:2021-2022 OF vergaderjaar:2023-2024");
    check("datum:2023-01…2023-06", "datum:2023-01..2023-06");
    check("datum:<=2023-06-30", "datum:..2023-06-30");
    check("date:2023 kind:brief party:D66 member:Omtzigt", "datum:2023 soort:brief fractie:D66 lid:Omtzigt");
    check(
        "minister:\"De Jonge\" ministry:VWS has:footnote",
        "bewindspersoon:\"De Jonge\" ministerie:VWS heeft:voetnoot",
    );
    check("question:trein answer:bus note:cbs title:spoor", "vraag:trein antwoord:bus noot:cbs titel:spoor");
    check("-soort:mededeling NOT heeft:twijfel", "-soort:mededeling -heeft:twijfel");
    check("-(trein OF bus) boot", "-(trein OF bus) boot");
    check("NIET NIET trein", "-trein");
    check("trein trein bus trein", "trein bus");
    check("‘passend onderwijs’ klas", "\"passend onderwijs\" klas");
    check("antwoord:‘Ja.’", "antwoord:\"Ja.\"");
    check("‚foto’s van auto’s’", "\"foto’s van auto’s\"");
    check("’s avonds", "s avonds");
    check("‘s avonds in de auto’s", "s avonds in de auto’s");
    check("trein | bus || boot", "trein OF bus OF boot");
    check("trein & bus && boot", "trein bus boot");
    check("((trein))", "trein");
    check("(trein bus) OF (boot vliegtuig)", "trein bus OF boot vliegtuig");
    check("vraag:(trein -bus \"de boot\")", "vraag:trein -vraag:bus vraag:\"de boot\"");
    check("2 * 3", "2 3");
}

#[test]
fn says_where_it_went_wrong() {
    let check = |typed: &str, expect: &str, at: [usize; 2], reason: &str| {
        let (query, unread) = Query::parse(typed);
        assert_eq!(query.to_string(), expect, "{typed:?}");
        let first = unread.first().unwrap_or_else(|| panic!("{typed:?} leaves something unread"));
        assert_eq!(first.at, at, "{typed:?}");
        assert!(first.reason.to_string().contains(reason), "{typed:?}: {}", first.reason);
    };
    check("vergaderjaar:2023-2024..2021-2022 zorg", "zorg", [0, 33], "ends before it begins");
    check("zorg datum:2024..2023", "zorg", [5, 21], "ends before it begins");
    check("vergaderjaar:..", "", [0, 15], "expected a vergaderjaar");
    check("vergaderjaar:2023", "", [0, 17], "expected a vergaderjaar");
    check("datum:..", "", [0, 8], "expected a date");
    check("*zorg", "zorg", [0, 1], "only at the end of a word");
    check("(trein OF) bus", "trein bus", [7, 9], "nothing to work on");
    check("trein EN", "trein", [6, 8], "nothing to work on");
    check("()", "", [0, 2], "nothing between");
}

/// A string of anything, mostly of what means something here.
fn any_typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zé]{1,8}",
        2 => Just(" ".to_owned()),
        1 => "\\PC{1,4}",
        4 => (0..PIECES.len()).prop_map(|at| PIECES[at].to_owned()),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same(typed in any_typed()) {
        let (query, _) = Query::parse(&typed);
        let printed = query.to_string();
        let (again, unread) = Query::parse(&printed);
        prop_assert_eq!(&again, &query, "{:?} printed as {:?}", typed, printed);
        prop_assert!(unread.is_empty(), "{:?} printed as {:?} leaves {:?}", typed, printed, unread);
    }
}

fn explained(searcher: &Searcher, typed: &str) -> (Results, Explanation) {
    let (query, unread) = Query::parse(typed);
    let options = Options::default();
    let results = searcher.search(&query, unread, &options).expect("an answer");
    let explanation = searcher.explain(&query, &results, &options).expect("an explanation");
    (results, explanation)
}

#[test]
fn session_years_are_found_by_range() {
    let dated =
        |id: &str, date: &str| Record { date: Some(Stated::of(date)), ..letter(id, "Vaart de veerboot?", "Ja.") };
    let letters =
        [dated("a", "2020-03-01"), dated("b", "2022-03-01"), dated("c", "2024-03-01"), letter("d", "Nee?", "Nee.")];
    let (_dir, searcher) = indexed(&letters);
    let check = |typed: &str, expect: &[&str]| {
        let hits = explained(&searcher, typed).0.hits;
        let mut found: Vec<String> = hits.into_iter().map(|hit| hit.letter.to_string()).collect();
        found.sort();
        assert_eq!(found, expect, "{typed:?}");
    };
    check("vergaderjaar:2021-2022..2023-2024 veerboot", &["b", "c"]);
    check("vergaderjaar:..2021-2022 veerboot", &["a", "b"]);
    check("vergaderjaar:2022-2023.. veerboot", &["c"]);
    check("vergaderjaar:2019-2020 veerboot", &["a"]);
    check("veerboot -vergaderjaar:2021-2022..2023-2024", &["a"]);
}

#[test]
fn explains_what_was_looked_up_and_what_matched() {
    let (_dir, searcher) = indexed(&[letter("a", "Is de spoorbrug bij Texel dicht?", "De brugwachter is gehoord.")]);
    let (_, explanation) = explained(&searcher, "(spoorbruggen OF boot) de brugw* -soort:mededeling \"is gehoord\"");
    let kinds: Vec<_> = explanation.steps.iter().map(|step| (step.depth, step.kind, step.text.as_str())).collect();
    assert_eq!(
        kinds,
        [
            (0, StepKind::All, ""),
            (1, StepKind::Any, ""),
            (2, StepKind::Word, "spoorbruggen"),
            (2, StepKind::Word, "boot"),
            (1, StepKind::StopWord, "de"),
            (1, StepKind::Prefix, "brugw*"),
            (1, StepKind::Not, ""),
            (2, StepKind::Filter, "soort:mededeling"),
            (1, StepKind::Phrase, "\"is gehoord\""),
        ]
    );
    let forms = |at: usize| -> Vec<(&str, &str)> {
        explanation.steps[at].looked_up.iter().map(|term| (term.form.as_str(), term.word.as_str())).collect()
    };
    for term in [("stem", "spoorbrug"), ("parts", "spoor"), ("parts", "brug")] {
        assert!(forms(2).contains(&term), "{term:?} of {:?}", forms(2));
    }
    assert_eq!(forms(5), [("exact", "brugwachter")]);
    let matched: Vec<_> =
        explanation.hits[0].matched.iter().map(|one| (one.text.as_str(), one.parts.as_slice())).collect();
    assert_eq!(
        matched,
        [
            ("spoorbruggen", [Part::Question].as_slice()),
            ("brugw*", [Part::Answer].as_slice()),
            ("\"is gehoord\"", [Part::Answer].as_slice())
        ]
    );
    let (_, explanation) = explained(&searcher, "spoorbrugg");
    assert_eq!(explanation.query, "spoorbrug", "what is explained is what was asked");
}

#[test]
fn says_where_a_beginning_has_too_many_words() {
    let words: Vec<String> = (0..20_001).map(|n| format!("zz{n}")).collect();
    let (_dir, searcher) = indexed(&[letter("a", "Hoe heet het?", &words.join(" "))]);
    assert_eq!(explained(&searcher, "zz* heet").0.capped, ["zz*"]);
    assert!(explained(&searcher, "zz1* heet").0.capped.is_empty());
}

/// What means something in a query, and what other programs stumble over.
const PIECES: [&str; 64] = [
    "OF",
    " OF ",
    "OR",
    "EN",
    "AND",
    "NIET",
    "NOT ",
    "-",
    "--",
    "(",
    ")",
    "((",
    "))",
    "\"",
    "«",
    "»",
    "“",
    "”",
    "„",
    "‘",
    "’",
    "*",
    "**",
    "?",
    "+",
    "|",
    "&&",
    ":",
    "::",
    "..",
    "…",
    "vraag:",
    "antwoord:",
    "noot:",
    "titel:",
    "lid:",
    "fractie:",
    "minister:",
    "ministerie:",
    "kamerstuk:",
    "dossier:",
    "soort:",
    "soort:brief",
    "vergaderjaar:",
    "vergaderjaar:2021-2022..2023-2024",
    "datum:",
    "datum:2023-01..2023-06",
    "heeft:",
    "heeft:voetnoot",
    "32 847, nr. 808",
    "36200-VII",
    "kst-32847-808",
    "Van der Burg",
    "ve*",
    "a*",
    "\u{0}",
    "\u{200B}",
    "\u{202E}",
    "\u{FEFF}",
    "e\u{301}\u{301}\u{301}",
    "🧑‍⚖️",
    "ﬀ",
    "\\",
    "'; DROP TABLE",
];

/// A hostile string: pieces and words at random, a real query with letters changed, or too much of one thing.
fn hostile(model: &Model, chance: &mut Chance) -> String {
    match chance.below(10) {
        0 => PIECES[chance.below(PIECES.len())].repeat(chance.within(1, 3_000)),
        1 => (0..chance.within(1, 2_000))
            .map(|_| char::from_u32(chance.next() as u32 % 0x11_0000).unwrap_or('\u{FFFD}'))
            .collect(),
        2 => model.ranked(chance.below(50_000)).repeat(chance.within(1, 1_500)),
        3 => model.text(chance.within(1, 1_500), '?', chance),
        4..7 => {
            let piece = |chance: &mut Chance| match chance.below(3) {
                0 => model.ranked(chance.below(3_000)).to_owned(),
                1 => " ".to_owned(),
                _ => PIECES[chance.below(PIECES.len())].to_owned(),
            };
            (0..chance.within(1, 60)).map(|_| piece(chance)).collect()
        }
        _ => {
            let mut letters: Vec<char> = REAL[chance.below(REAL.len())].chars().collect();
            for _ in 0..chance.within(1, 6) {
                let at = chance.below(letters.len());
                match chance.below(4) {
                    0 => drop(letters.remove(at)),
                    1 => letters.insert(at, *chance.of(&['"', '(', ')', ':', '-', '*', '«', ' ', 'x', '\u{301}'])),
                    2 => letters[at] = char::from_u32(chance.next() as u32 % 0x3_0000).unwrap_or(' '),
                    _ => letters.extend_from_within(at..),
                }
                if letters.is_empty() {
                    letters.push(' ');
                }
            }
            letters.into_iter().collect()
        }
    }
}

/// Queries as people type them.
const REAL: [&str; 12] = [
    "huisvesting van statushouders",
    "antwoord:stikstof NIET vraag:veestapel datum:2023-01..2023-06",
    "\"passend onderwijs\" OF thuiszitters",
    "(trein OF bus) vertraging -soort:mededeling",
    "bewindspersoon:\"De Jonge\" ministerie:VWS wachtlijst*",
    "36 200 VII, nr. 12",
    "dossier:36200-VII heeft:voetnoot",
    "vergaderjaar:2021-2022..2023-2024 lid:(Klaver OF Mutluer)",
    "«Spoorbrug blijft dicht» titel:spoor",
    "kamerstuk:\"Kamerstukken II 2020/21, 32 847, nr. 808\"",
    "jeugdzorg wachtlijsten gemeenten tekort begroting",
    "antwoord:\"Ja.\" fractie:GroenLinks-PvdA",
];

/// Hostile queries of an ordinary run; `VRAAGBAAK_FUZZ=100000` asks as many.
const FUZZ: usize = 3_000;
/// Letters in the index that is asked.
const FUZZED_LETTERS: usize = 200;
/// No query may take so long, in a build without optimisation on a busy machine.
const HANG: Duration = Duration::from_secs(10);

/// Every string gives an answer, soon. The slowest is printed: `VRAAGBAAK_FUZZ=100000 cargo test hostile -- --nocapture`.
#[test]
#[expect(clippy::print_stdout, reason = "the slowest query is what one wants to know")]
fn hostile_strings_are_answered() {
    let count = std::env::var("VRAAGBAAK_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(FUZZ);
    let model = Model::new();
    let mut chance = Chance::new(2);
    let letters: Vec<Record> = (0..FUZZED_LETTERS)
        .map(|number| serde_json::from_value(model.letter(number, &mut chance)).expect("a letter object"))
        .collect();
    let (_dir, searcher) = indexed(&letters);
    let mut slowest = (Duration::ZERO, String::new());
    for number in 0..count {
        let typed = hostile(&model, &mut chance);
        let start = Instant::now();
        let (query, unread) = Query::parse(&typed);
        let length = typed.chars().count();
        assert!(unread.iter().all(|unread| unread.at[0] <= unread.at[1] && unread.at[1] <= length), "{typed:?}");
        let printed = query.to_string();
        assert_eq!(Query::parse(&printed).0, query, "{typed:?} printed as {printed:?}");
        let facets = if number % 10 == 0 { Field::facets().collect() } else { Vec::new() };
        let options = Options { facets, ..Options::default() };
        let results = searcher.search(&query, unread, &options).unwrap_or_else(|error| panic!("{typed:?}: {error}"));
        if number % 10 == 1 {
            searcher.explain(&query, &results, &options).unwrap_or_else(|error| panic!("{typed:?}: {error}"));
        }
        let took = start.elapsed();
        assert!(took < HANG, "{took:?} for {typed:?}");
        if took > slowest.0 {
            slowest = (took, typed);
        }
    }
    let shown: String = slowest.1.chars().take(120).collect();
    println!("{count} hostile queries; the slowest took {:?}: {shown:?} ({} characters)", slowest.0, slowest.1.len());
}
