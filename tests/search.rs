//! Search: the query language, hits, citations, similar questions.

use proptest::prelude::*;
use tempfile::TempDir;
use vraagbaak::index::Writer;
use vraagbaak::record::Record;
use vraagbaak::search::{Field, Options, Query, Results, Searcher, Shown};

use crate::index::{file, letter};

#[test]
fn understands_what_is_typed() {
    let check = |typed: &str, expect: &str| {
        let (query, unread) = Query::parse(typed);
        assert_eq!(query.to_string(), expect, "{typed:?}");
        assert!(unread.is_empty(), "{typed:?}: {unread:?}");
    };
    check("jeugdzorg wachtlijsten", "jeugdzorg wachtlijsten");
    check("  jeugdzorg\n wachtlijsten ", "jeugdzorg wachtlijsten");
    check("\"het  kabinet\" «in  beraad» “zo nodig”", "\"het kabinet\" \"in beraad\" \"zo nodig\"");
    check("«de \"zaak\"»", "«de \"zaak\"»");
    check("\"open einde", "\"open einde\"");
    check("jeugdz*", "jeugdz*");
    check("trein OF bus OR boot", "trein OF bus OF boot");
    check("(trein OF bus) vertraging", "(trein OF bus) vertraging");
    check("trein NIET bus", "trein -bus");
    check("trein -bus -\"de boot\"", "trein -bus -\"de boot\"");
    check("trein EN bus AND boot", "trein bus boot");
    check("zorg - welzijn", "zorg welzijn");
    check("vraag:trein antwoord:\"Ja.\" noot:cbs titel:spoor", "vraag:trein antwoord:\"Ja.\" noot:cbs titel:spoor");
    check("titel: spoor", "titel:spoor");
    check("vraag:(trein OF bus)", "vraag:trein OF vraag:bus");
    check("lid:\"Van der Burg\" fractie:GroenLinks-PvdA", "lid:\"Van der Burg\" fractie:GroenLinks-PvdA");
    check("lid:(Klaver OF Mutluer)", "lid:Klaver OF lid:Mutluer");
    check("soort:Aanhangsel", "soort:aanhangsel");
    check("-soort:mededeling", "-soort:mededeling");
    check("vergaderjaar:2023/24", "vergaderjaar:2023-2024");
    check("datum:2023-01..2023-06", "datum:2023-01..2023-06");
    check("datum:2023", "datum:2023");
    check("datum:30-6-2023", "datum:2023-06-30");
    check("datum:2023..", "datum:2023..");
    check("heeft:voetnoot", "heeft:voetnoot");
    check("32 847, nr. 808", "kamerstuk:kst-32847-808");
    check("kst-32847-808", "kamerstuk:kst-32847-808");
    check("kamerstuk:32847-808 wonen", "kamerstuk:kst-32847-808 wonen");
    check("kamerstuk:\"36 200 VII, nr. 12\"", "kamerstuk:kst-36200-VII-12");
    check("dossier:36200-VII", "dossier:36200-VII");
    check("dossier:32847", "dossier:32847");
    // What is an error, or worse, to the engine's own parser.
    check("motie: Klaver", "motie Klaver");
    check("12:30", "12 30");
    check("art. 3:4", "art 3 4");
    check("'s-Gravenhage", "s-Gravenhage");
    check("[bijlage]", "bijlage");
    check("https://www.rijksoverheid.nl/?q=1&x", "https www rijksoverheid nl q 1 x");
    check("Vraag: hoe gaat het?", "Vraag hoe gaat het");
    check("?!… ---", "");
}

#[test]
fn says_what_it_could_not_read() {
    let check = |typed: &str, expect: &str, text: &str, at: [usize; 2], reason: &str| {
        let (query, unread) = Query::parse(typed);
        assert_eq!(query.to_string(), expect, "{typed:?}");
        let first = unread.first().unwrap_or_else(|| panic!("{typed:?} leaves something unread"));
        assert_eq!((first.text.as_str(), first.at), (text, at), "{typed:?}");
        assert!(first.reason.to_string().contains(reason), "{typed:?}: {}", first.reason);
    };
    check("\"\" zorg", "zorg", "\"\"", [0, 2], "no words between");
    check("één (zorg", "één zorg", "(", [4, 5], "no other half");
    check("zorg)", "zorg", ")", [4, 5], "no other half");
    check("zorg OF", "zorg", "OF", [5, 7], "nothing to work on");
    check("OF zorg", "zorg", "OF", [0, 2], "nothing to work on");
    check("NIET", "", "NIET", [0, 4], "nothing to work on");
    check("zorg datum:gisteren", "zorg", "datum:gisteren", [5, 19], "expected a date");
    check("soort:gedicht zorg", "zorg", "soort:gedicht", [0, 13], "expected one of");
    check("vergaderjaar:2023-2025", "", "vergaderjaar:2023-2025", [0, 22], "expected a vergaderjaar");
    check("kamerstuk:zorg", "", "kamerstuk:zorg", [0, 14], "expected a Kamerstuk");
    check("heeft:haast", "", "heeft:haast", [0, 11], "expected one of");
    check("lid: ", "", "lid:", [0, 4], "no value");
    check("z* zorg", "z zorg", "z*", [0, 2], "two letters");
}

#[test]
fn long_queries_are_cut() {
    let (query, unread) = Query::parse(&"zorg ".repeat(2_000));
    assert!(query.to_string().split(' ').count() <= 64);
    assert!(unread.iter().any(|unread| unread.reason.to_string().contains("too long")));
    let (_, unread) = Query::parse(&"(".repeat(3_000));
    assert!(!unread.is_empty());
}

proptest! {
    #[test]
    fn any_string_is_a_query(typed in "\\PC{0,80}") {
        let (query, unread) = Query::parse(&typed);
        let length = typed.chars().count();
        prop_assert!(unread.iter().all(|unread| unread.at[0] <= unread.at[1] && unread.at[1] <= length));
        let printed = query.to_string();
        prop_assert_eq!(Query::parse(&printed).0.to_string(), printed);
    }

    #[test]
    fn what_was_understood_is_understood_again(words in proptest::collection::vec(
        prop_oneof![
            Just("zorg"), Just("OF"), Just("NIET"), Just("("), Just(")"), Just("-"), Just("\""), Just("«"), Just("»"), Just("*"),
            Just("vraag:"), Just("lid:"), Just("datum:"), Just("2023"), Just("32 847, nr. 808"), Just("32847-808"), Just("kamerstuk:"),
            Just("soort:brief"), Just("Van der Burg"), Just(" "), Just("é"), Just("36 200 VII"), Just("EN"), Just("1,5"), Just("’s"),
        ], 0..12)) {
        let typed = words.concat();
        let (query, _) = Query::parse(&typed);
        let printed = query.to_string();
        prop_assert_eq!(&Query::parse(&printed).0, &query, "{:?} printed as {:?}", typed, printed);
    }
}

/// A letter with everything that can be looked for.
fn full() -> Record {
    serde_json::from_str(
        r#"{"id": "ah-tk-20232024-7", "kind": "aanhangsel", "identifier": "ah-tk-20232024-7", "date": "2024-03-25",
        "title": "het bericht «Spoorbrug blijft dicht»",
        "askers": [{"name": "Van der Plas", "party": "BBB"}, {"name": "Kostić", "party": "PvdD"}],
        "responders": [{"name": "H.M. de Jonge", "office": "Minister (Infrastructuur en Waterstaat)", "ministry": "IenW"}],
        "source": {"path": "spoor.pdf"}, "pages": 3,
        "pairs": [
         {"id": "ah-tk-20232024-7#v1", "numbers": [1], "questions": [{"numbers": [1], "text": "Kent u het bericht?", "pages": [1]}],
          "answer": {"text": "Ja.", "pages": [1]}},
         {"id": "ah-tk-20232024-7#v2", "numbers": [2, 3],
          "questions": [{"numbers": [2], "text": "Waarom is de spoorbrug gesloten?", "pages": [1]}, {"numbers": [3], "text": "Hoe lang nog?", "pages": [1, 2]}],
          "answer": {"text": "De veiligheid van de brug was niet gewaarborgd.\nDe brugwachters zijn gehoord.", "pages": [2]}}],
        "sections": [{"part": "other", "text": "Toelichting: zie ook Kamerstuk 29 984, nr. 1.", "pages": [3]}],
        "footnotes": [{"id": "footnote:1", "mark": "1", "text": "Kamerstuk 32 847, nr. 808.", "page": 2, "anchor": [{"part": "answer", "numbers": "2,3"}]}],
        "references": [
         {"id": "kst-32847-808", "in": "footnote:1", "text": "Kamerstuk 32 847, nr. 808", "page": 2},
         {"id": "kst-29984-1", "in": "other", "text": "Kamerstuk 29 984, nr. 1", "page": 3}]}"#,
    )
    .expect("a letter object")
}

/// An index of these letters, in a folder that goes with the test.
pub(crate) fn indexed(letters: &[Record]) -> (TempDir, Searcher) {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let mut writer = Writer::open(dir.path()).expect("a new index");
    writer.add(file("letters.ndjson", 1), letters).expect("added");
    writer.close().expect("committed");
    let searcher = Searcher::open(dir.path()).expect("the index");
    (dir, searcher)
}

fn ask(searcher: &Searcher, typed: &str) -> Results {
    let (query, unread) = Query::parse(typed);
    searcher.search(&query, unread, &Options::default()).expect("an answer")
}

#[test]
fn words_of_question_and_answer_count_most() {
    let asked = letter("a", "Waar leeft de zeepier in de winter?", "In het zand van het wad.");
    let mut noted = letter("b", "Waar leeft die in de winter?", "In het zand van het wad.");
    noted.footnotes = full().footnotes;
    noted.footnotes[0].text = "Over de zeepier.".to_owned();
    noted.footnotes[0].anchor = vec!["answer:1".parse().expect("a place")];
    let mut titled = letter("c", "Waar leeft die in de winter?", "In het zand van het wad.");
    titled.title = Some("de zeepier".to_owned());
    let first = |records: &[Record]| ask(&indexed(records).1, "zeepier").hits.first().map(|hit| hit.id.to_string());
    assert_eq!(first(&[noted, asked.clone()]).as_deref(), Some("a#v1"));
    assert_eq!(first(&[titled, asked]).as_deref(), Some("a#v1"));
}

#[test]
fn every_field_finds_its_pair() {
    let (_dir, searcher) = indexed(&[full(), letter("brief-x", "Vaart de veerboot naar Texel?", "De veerboot vaart.")]);
    let check = |typed: &str, expect: &[&str]| {
        let results = ask(&searcher, typed);
        let ids: Vec<_> = results.hits.iter().map(|hit| hit.id.to_string()).collect();
        let found: Vec<&str> = ids.iter().map(|id| id.trim_start_matches("ah-tk-20232024-7")).collect();
        assert_eq!(found, expect, "{typed:?}");
        assert_eq!((results.total, results.relaxed), (expect.len(), false), "{typed:?}");
    };
    check("brug", &["#v2", "#section1", "#v1"]);
    check("bruggen gesloten", &["#v2"]);
    check("antwoord:brug", &["#v2"]);
    check("vraag:brug", &["#v2"]);
    check("titel:brug", &["#section1", "#v1", "#v2"]);
    check("antwoord:\"Ja.\"", &["#v1"]);
    check("\"de VEILIGHEID  van de brug\"", &["#v2"]);
    check("\"veiligheid de brug\"", &[]);
    check("brugwacht*", &["#v2"]);
    check("noot:kamerstuk", &["#v2"]);
    check("heeft:voetnoot", &["#v2"]);
    check("lid:\"van der plas\" antwoord:brug", &["#v2"]);
    check("lid:plas antwoord:ja", &["#v1"]);
    check("lid:kostic antwoord:\"ja\"", &["#v1"]);
    check("fractie:pvdd antwoord:brug", &["#v2"]);
    check("bewindspersoon:\"De Jonge\" antwoord:brug", &["#v2"]);
    check("ministerie:IenW antwoord:brug", &["#v2"]);
    check("ministerie:waterstaat antwoord:brug", &["#v2"]);
    check("ministerie:OCW", &[]);
    check("32 847, nr. 808", &["#v2"]);
    check("dossier:32847", &["#v2"]);
    check("kst-29984-1", &["#section1"]);
    check("soort:brief", &["brief-x#v1"]);
    check("-soort:aanhangsel", &["brief-x#v1"]);
    check("veerboot NIET texel", &[]);
    // The excluded phrase ends before the last pair: the engine must not be asked for it beyond.
    check("(brug OF veerboot) -\"niet gewaarborgd\"", &["brief-x#v1", "#section1", "#v1"]);
    check("texel OF gesloten", &["brief-x#v1", "#v2"]);
    check("vergaderjaar:2023-2024 texel", &["brief-x#v1"]);
    check("datum:2024-03 texel", &["brief-x#v1"]);
    check("datum:..2023 texel", &[]);
}

#[test]
fn relaxes_only_when_nothing_has_all_words() {
    let (_dir, searcher) = indexed(&[full(), letter("brief-x", "Vaart de veerboot naar Texel?", "De veerboot vaart.")]);
    let results = ask(&searcher, "veerboot texel maanlanding");
    assert!(results.relaxed && results.total == 1);
    let results = ask(&searcher, "maanlanding zeppelin");
    assert_eq!((results.relaxed, results.total), (false, 0));
    // Filters are never left out.
    let results = ask(&searcher, "veerboot maanlanding soort:aanhangsel");
    assert_eq!(results.total, 0);
    assert_eq!(ask(&searcher, "veerbott").did_you_mean.as_deref(), Some("veerboot"));
    assert_eq!(ask(&searcher, "vanwege").total, 0);
    assert_eq!(ask(&searcher, "naar").total, 1, "a query of stop words only looks for them");
    assert_eq!(ask(&searcher, "").total, 0);
}

#[test]
fn hits_say_where_and_what() {
    let (_dir, searcher) = indexed(&[full()]);
    let hit = ask(&searcher, "brugwachters gewaarborgd").hits.remove(0);
    assert_eq!((hit.letter.as_str(), hit.pages.as_slice()), ("ah-tk-20232024-7", [1, 2].as_slice()));
    assert_eq!(hit.numbers.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2", "3"]);
    assert_eq!(hit.question.as_deref(), Some("Waarom is de spoorbrug gesloten?\nHoe lang nog?"));
    assert_eq!((hit.vergaderjaar, hit.vergaderjaar_derived), ("2023-2024".parse().ok(), true));
    let marked: Vec<String> = hit
        .snippet
        .highlights
        .iter()
        .map(|[start, end]| hit.snippet.text.chars().skip(*start).take(end - start).collect())
        .collect();
    assert_eq!(marked, ["brug", "gewaarborgd", "brugwachters"]);
}

#[test]
fn facets_count_the_whole_result() {
    let (_dir, searcher) = indexed(&[full(), letter("brief-x", "Vaart de veerboot?", "Ja.")]);
    let (query, unread) = Query::parse("heeft:antwoord");
    let options = Options { limit: 1, facets: Field::facets().collect(), ..Options::default() };
    let results = searcher.search(&query, unread, &options).expect("an answer");
    assert_eq!((results.total, results.hits.len()), (3, 1));
    let facets = results.facets.expect("facets were asked for");
    let counts = |name: &str| facets[name].iter().map(|count| (count.value.as_str(), count.count)).collect::<Vec<_>>();
    assert_eq!(counts("soort"), [("aanhangsel", 2), ("brief", 1)]);
    assert_eq!(counts("lid"), [("Kostić", 2), ("Van der Plas", 2)]);
    assert_eq!(counts("dossier"), [("32847", 1)]);
}

#[test]
fn pages_do_not_overlap() {
    let letters: Vec<Record> = (0..25).map(|n| letter(&format!("brief-{n:02}"), "Vaart de veerboot?", "Ja.")).collect();
    let (_dir, searcher) = indexed(&letters);
    let (query, _) = Query::parse("veerboot");
    let mut seen = Vec::new();
    for page in 1..=4 {
        let options = Options { page, ..Options::default() };
        let results = searcher.search(&query, Vec::new(), &options).expect("an answer");
        assert_eq!(results.total, 25);
        seen.extend(results.hits.into_iter().map(|hit| hit.letter));
    }
    assert_eq!(seen, letters.into_iter().map(|letter| letter.id).collect::<Vec<_>>(), "ties are in order of id");
    let options = Options { page: usize::MAX, ..Options::default() };
    assert_eq!(searcher.search(&query, Vec::new(), &options).expect_err("too far").kind(), "too-deep");
}

#[test]
fn cites_go_to_the_pair_of_the_note() {
    let (_dir, searcher) = indexed(&[full()]);
    for document in
        ["32 847, nr. 808", "32847-808", "kst-32847-808", "Kamerstukken II 2020/21, 32 847, nr. 808", "dossier-32847"]
    {
        let cites = searcher.cites(document, &Options::default()).expect("an answer");
        assert_eq!(cites.total, 1, "{document}");
        let hit = &cites.hits[0];
        assert_eq!(
            (hit.pair.as_ref().map(ToString::to_string).as_deref(), hit.place.to_string().as_str(), hit.page),
            (Some("ah-tk-20232024-7#v2"), "footnote:1", Some(2))
        );
        assert_eq!(
            (hit.context.text.as_str(), hit.context.highlights.as_slice()),
            ("Kamerstuk 32 847, nr. 808.", [[0, 25]].as_slice())
        );
        assert_eq!((cites.years[0].value.as_str(), cites.years[0].count), ("2024", 1));
    }
    let cites = searcher.cites("29984-1", &Options::default()).expect("an answer");
    assert_eq!(
        (cites.hits[0].pair.as_ref(), cites.hits[0].context.highlights.as_slice()),
        (None, [[21, 44]].as_slice())
    );
    assert_eq!(searcher.cites("zorg", &Options::default()).expect_err("no document").kind(), "not-a-document");
}

#[test]
fn ids_lead_to_letters_and_pairs() {
    let (_dir, searcher) = indexed(&[full()]);
    let pair = |id: &str| match searcher.show(id).expect("an answer") {
        Some(Shown::Pair(shown)) => shown,
        other => panic!("{id} leads to {other:?}"),
    };
    for id in ["ah-tk-20232024-7#v2", "ah-tk-20232024-7#v3"] {
        let shown = pair(id);
        assert_eq!(shown.pair.id.to_string(), "ah-tk-20232024-7#v2");
        assert_eq!((shown.footnotes.len(), shown.references.len()), (1, 1));
    }
    assert!(matches!(searcher.show("ah-tk-20232024-7").expect("an answer"), Some(Shown::Letter(_))));
    assert!(matches!(searcher.show("ah-tk-20232024-7#section1").expect("an answer"), Some(Shown::Letter(_))));
    assert!(searcher.show("ah-tk-20232024-7#v9").expect("an answer").is_none());
    assert!(searcher.show("ah-tk-1").expect("an answer").is_none());
}

#[test]
fn similar_finds_each_draft_its_pairs() {
    let (_dir, searcher) = indexed(&[full(), letter("brief-x", "Vaart de veerboot naar Texel?", "De veerboot vaart.")]);
    let drafts = searcher
        .similar("1. Waarom gaat de brug dicht?\n2. Hoe vaak vaart de Texelse boot?", &Options::default())
        .expect("an answer");
    let best: Vec<_> = drafts.iter().map(|results| results.hits[0].id.to_string()).collect();
    assert_eq!(best, ["ah-tk-20232024-7#v2", "brief-x#v1"]);
    assert!(searcher.similar("", &Options::default()).expect("an answer").is_empty());
}
