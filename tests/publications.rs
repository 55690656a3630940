//! What is one result: the publications of an answer, the letters of a case, answers given since, facets and order.

use std::fs;
use std::path::Path;

use serde_json::json;
use tempfile::TempDir;
use vraagbaak::index::Writer;
use vraagbaak::record::{Kind, Record, Relation, Stated};
use vraagbaak::search::{Evidence, Expansion, Field, Hit, Options, Publication, Query, Results, Searcher, Shown, Sort};

use crate::index::file;
use crate::sets::sets;

/// Questions long enough to be a letter's own.
const WHY: &str = "Waarom is de spoorbrug bij Oudeschans al sinds het voorjaar gesloten voor goederentreinen?";
const LONG: &str = "Hoe lang moeten de bewoners van Oudeschans nog rekening houden met omrijdend verkeer door de kern?";
const DUE: &str =
    "De pijlers vertonen scheuren die groter zijn dan bij de vorige inspectie; het herstel duurt tot het najaar.";
const SOON: &str =
    "Het omrijden eindigt wanneer de hulpbrug er ligt; die wordt nu gebouwd en is voor de winter klaar voor gebruik.";

/// A letter of questions with answers; an empty answer is none.
fn letter(id: &str, kind: Kind, date: &str, pairs: &[(&str, &str)]) -> Record {
    let pairs: Vec<_> = (1..)
        .zip(pairs)
        .map(|(number, (question, answer))| {
            let answer = if answer.is_empty() { json!(null) } else { json!({"text": answer, "pages": [1]}) };
            json!({"id": format!("{id}#v{number}"), "numbers": [number], "answer": answer,
                "questions": [{"numbers": [number], "text": question, "pages": [1]}]})
        })
        .collect();
    let date = if date.is_empty() { json!(null) } else { json!(date) };
    serde_json::from_value(
        json!({"id": id, "kind": kind, "date": date, "source": {"path": format!("{id}.pdf")}, "pairs": pairs}),
    )
    .expect("a letter object")
}

/// An index of letters, each from a file and a commit of its own.
fn indexed(letters: &[Record]) -> (TempDir, Searcher) {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let mut writer = Writer::open(dir.path()).expect("a new index");
    for (number, letter) in (1..).zip(letters) {
        writer.add(file(&format!("{}.pdf", letter.id), number), std::slice::from_ref(letter)).expect("added");
        writer.commit().expect("committed");
    }
    writer.close().expect("committed");
    let searcher = Searcher::open(dir.path()).expect("the index");
    (dir, searcher)
}

fn ask(searcher: &Searcher, typed: &str, options: &Options) -> Results {
    let (query, unread) = Query::parse(typed);
    searcher.search(&query, unread, options).expect("an answer")
}

fn ids(results: &Results) -> Vec<String> {
    results.hits.iter().map(|hit| hit.id.to_string()).collect()
}

/// A ministry's letter, its Aanhangsel, and a letter that says «Ja.» as well.
fn twice() -> Vec<Record> {
    let printed = DUE.replace("scheuren", "scheu\u{ad}ren").replace("; het", " ; het");
    vec![
        letter("brief-a", Kind::Brief, "2024-03-01", &[("Klopt dit?", "Ja."), (WHY, DUE), (LONG, SOON)]),
        letter("ah-b", Kind::Aanhangsel, "2024-03-04", &[("Klopt dit?", "Ja."), (WHY, &printed), (LONG, SOON)]),
        letter("brief-c", Kind::Brief, "2024-04-01", &[("Klopt dit?", "Ja."), ("En de brug?", "Die ook.")]),
    ]
}

#[test]
fn an_answer_is_shown_once_with_its_publications() {
    let (_dir, searcher) = indexed(&twice());
    let check = |typed: &str, expect: &[&str], publications: &[&str]| {
        let results = ask(&searcher, typed, &Options::default());
        assert_eq!(ids(&results), expect, "{typed}");
        assert_eq!(results.total, expect.len(), "{typed}");
        let pair = |other: &Publication| other.pair.as_ref().map(ToString::to_string);
        let of = |hit: &Hit| hit.publications.iter().filter_map(pair).collect::<Vec<_>>();
        assert_eq!(of(&results.hits[0]), publications, "{typed}");
    };
    check("pijlers", &["ah-b#v2"], &["brief-a#v2", "ah-b#v2"]);
    check("\"Klopt dit\"", &["ah-b#v1", "brief-c#v1"], &["brief-a#v1", "ah-b#v1"]);
    // A filter chooses which one is shown, not how many there are.
    check("pijlers soort:brief", &["brief-a#v2"], &["brief-a#v2", "ah-b#v2"]);
    let shown = searcher.show("brief-a#v2").expect("an answer");
    let Some(Shown::Pair(shown)) = shown else { panic!("a pair is shown") };
    assert_eq!(shown.publications.iter().map(|other| other.letter.as_str()).collect::<Vec<_>>(), ["brief-a", "ah-b"]);
}

#[test]
fn facets_count_answers_once_and_look_sideways() {
    let (_dir, searcher) = indexed(&twice());
    let options = Options { facets: Field::facets().collect(), limit: 1, ..Options::default() };
    let check = |typed: &str, total: usize, kinds: &[(&str, usize)], years: &[(&str, usize)]| {
        let results = ask(&searcher, typed, &options);
        let facets = results.facets.as_ref().expect("facets were asked for");
        let counts = |name: &str| facets[name].iter().map(|c| (c.value.as_str(), c.count)).collect::<Vec<_>>();
        assert_eq!((results.total, counts("soort").as_slice()), (total, kinds), "{typed}");
        assert_eq!(counts("vergaderjaar"), years, "{typed}");
    };
    // Five answers: three of them were published twice.
    check("heeft:antwoord", 5, &[("brief", 5), ("aanhangsel", 3)], &[("2023-2024", 5)]);
    check("heeft:antwoord soort:aanhangsel", 3, &[("brief", 5), ("aanhangsel", 3)], &[("2023-2024", 3)]);
    check("soort:aanhangsel", 3, &[("brief", 5), ("aanhangsel", 3)], &[("2023-2024", 3)]);
    check("(soort:brief OF soort:lijst) brug", 3, &[("brief", 3), ("aanhangsel", 2)], &[("2023-2024", 3)]);
}

#[test]
fn results_are_sorted_by_date_and_pages_are_stable() {
    let dates = ["2024-03-01", "", "2021-05-06", "2024-03-01", "2019-01-02"];
    let mut letters = twice();
    letters.extend(
        (1..)
            .zip(dates)
            .map(|(n, date)| letter(&format!("brief-{n}"), Kind::Brief, date, &[("Vaart de veerboot?", "Nee.")])),
    );
    let (_dir, searcher) = indexed(&letters);
    let check = |sort: Sort, expect: &[&str]| {
        for limit in [1, 2, 5] {
            let mut seen = Vec::new();
            for page in 1..=5_usize.div_ceil(limit) {
                let results = ask(&searcher, "veerboot", &Options { sort, limit, page, ..Options::default() });
                assert_eq!(results.total, 5);
                seen.extend(results.hits.into_iter().map(|hit| hit.letter.to_string()));
            }
            assert_eq!(seen, expect, "{sort:?} by {limit}");
        }
    };
    check(Sort::Relevance, &["brief-1", "brief-2", "brief-3", "brief-4", "brief-5"]);
    check(Sort::Newest, &["brief-1", "brief-4", "brief-3", "brief-5", "brief-2"]);
    check(Sort::Oldest, &["brief-5", "brief-3", "brief-1", "brief-4", "brief-2"]);
    // Of an answer the publication that comes first in that order is shown.
    let first = |sort| ask(&searcher, "pijlers", &Options { sort, ..Options::default() }).hits.remove(0).id.to_string();
    assert_eq!((first(Sort::Newest).as_str(), first(Sort::Oldest).as_str()), ("ah-b#v2", "brief-a#v2"));
}

#[test]
fn an_open_question_says_by_what_it_was_answered() {
    let open = letter("ah-1", Kind::Mededeling, "2024-02-01", &[("Klopt dit?", ""), (WHY, ""), (LONG, "")]);
    let answered = letter("ah-9", Kind::Aanhangsel, "2024-03-04", &[("Is het waar?", "Ja."), (WHY, DUE), (LONG, SOON)]);
    let earlier = letter("ah-0", Kind::Aanhangsel, "2023-03-04", &[("Is het waar?", "Ja."), (WHY, SOON), (LONG, DUE)]);
    // In whatever order letters come in.
    for letters in [vec![open.clone(), answered.clone(), earlier.clone()], vec![earlier, answered, open]] {
        let (_dir, searcher) = indexed(&letters);
        let results = ask(&searcher, "soort:mededeling", &Options::default());
        let answered_by = |hit: &Hit| Some(hit.answered_by.as_ref()?.pair.as_ref()?.to_string());
        let answers: Vec<_> = results.hits.iter().map(answered_by).collect();
        let expect = ["ah-9#v1", "ah-9#v2", "ah-9#v3"].map(|id| Some(id.to_owned()));
        assert_eq!(answers, expect, "the first by its number, the others by their words");
        let Some(Shown::Letter(shown)) = searcher.show("ah-1").expect("an answer") else { panic!("a letter is shown") };
        assert_eq!(shown.answered_by.as_ref().map(|by| by.letter.as_str()), Some("ah-9"));
        let links: Vec<_> =
            shown.links.iter().map(|link| (link.id.as_str(), link.how, link.because.as_slice())).collect();
        let by_questions = [Evidence::Questions];
        let expect =
            [("ah-0", Relation::Postponed, by_questions.as_slice()), ("ah-9", Relation::Postponed, &by_questions)];
        assert_eq!(links, expect);
        assert!(
            ask(&searcher, "soort:aanhangsel", &Options::default()).hits.iter().all(|hit| hit.answered_by.is_none())
        );
    }
}

#[test]
fn letters_of_one_case_are_linked_both_ways() {
    let related = |mut letter: Record, id: &str, how: Relation| {
        letter.related.push(vraagbaak::record::Related { id: id.into(), how });
        letter
    };
    let cased = |mut letter: Record, number: &str| {
        letter.case_numbers.push(Stated::of(number));
        letter
    };
    let common = "Kunt u deze vragen één voor één en voor het commissiedebat van volgende week beantwoorden?";
    let letters = [
        letter("ah-1", Kind::Aanhangsel, "2024-02-01", &[(WHY, DUE), (common, "Ja.")]),
        related(letter("ah-2", Kind::Aanhangsel, "2024-03-01", &[(WHY, SOON)]), "ah-1", Relation::Supplements),
        related(letter("ah-3", Kind::Aanhangsel, "2024-04-01", &[(WHY, DUE)]), "ah-1", Relation::Corrects),
        cased(letter("brief-4", Kind::Brief, "2024-05-01", &[(LONG, SOON), (common, "Ja.")]), "2024Z00004"),
        cased(letter("brief-5", Kind::Brief, "2024-06-01", &[("En nu?", "Nee.")]), "2024Z00004"),
        related(letter("ah-6", Kind::Aanhangsel, "2024-07-01", &[("En nu?", "Ja.")]), "ah-77", Relation::See),
    ];
    let (_dir, searcher) = indexed(&letters);
    let check = |id: &str, expect: &[(&str, Relation)]| {
        let Some(Shown::Letter(shown)) = searcher.show(id).expect("an answer") else { panic!("{id} is shown") };
        let links: Vec<_> = shown.letter.related.iter().map(|other| (other.id.as_str(), other.how)).collect();
        assert_eq!(links, expect, "{id}");
    };
    check("ah-1", &[("ah-2", Relation::Supplements), ("ah-3", Relation::Corrects)]);
    check("ah-2", &[("ah-1", Relation::Supplements), ("ah-3", Relation::See)]);
    check("brief-4", &[("brief-5", Relation::See)]);
    check("brief-5", &[("brief-4", Relation::See)]);
    check("ah-6", &[("ah-77", Relation::See)]);
}

#[test]
fn a_ministry_with_a_plus_finds_those_before_it() {
    let by = |id: &str, date: &str, ministry: &str| {
        let mut letter = letter(id, Kind::Brief, date, &[("Hoeveel woningen?", "Veel.")]);
        letter.responders =
            serde_json::from_value(json!([{"name": "Jansen", "office": "Minister", "ministry": ministry}]))
                .expect("responders");
        letter
    };
    let letters = [
        by("a-vro", "2025-01-01", "VRO"),
        by("b-bzk", "2015-01-01", "BZK"),
        by("c-bzk", "2025-01-01", "BZK"),
        by("d-vrom", "2005-01-01", "VROM"),
        by("e-vws", "2005-01-01", "VWS"),
    ];
    let (_dir, searcher) = indexed(&letters);
    let check = |typed: &str, shown: &str, expect: &[&str]| {
        let results = ask(&searcher, typed, &Options::default());
        assert_eq!(
            (results.query.as_str(), results.hits.iter().map(|hit| hit.letter.as_str()).collect::<Vec<_>>()),
            (shown, expect.to_vec())
        );
    };
    check("ministerie:VRO", "ministerie:VRO", &["a-vro"]);
    check("ministerie:VRO+", "ministerie:\"VRO+\"", &["a-vro", "b-bzk", "d-vrom"]);
    check("ministerie:vws+", "ministerie:\"vws+\"", &["e-vws"]);
    let flag = Query::field(vraagbaak::search::Field::Ministerie, "VRO+").expect("a ministry");
    assert_eq!(searcher.search(&flag, Vec::new(), &Options::default()).expect("an answer").total, 3);
}

#[test]
fn a_party_is_found_by_all_its_names_and_by_what_it_became() {
    let by = |id: &str, date: &str, party: &str| {
        let mut letter = letter(id, Kind::Aanhangsel, date, &[("Hoeveel woningen?", "Veel.")]);
        letter.askers = serde_json::from_value(json!([{"name": "Jansen", "party": party}])).expect("askers");
        letter
    };
    let letters = [
        by("a-gl", "2019-01-01", "GroenLinks"),
        by("b-gl", "2020-01-01", "GL"),
        by("c-pvda", "2020-01-01", "PvdA"),
        by("d-both", "2024-01-01", "GroenLinks-PvdA"),
        by("e-both", "2025-01-01", "GL-PvdA"),
        by("f-cda", "2020-01-01", "CDA"),
        by("g-cda", "2024-01-01", "CDA"),
        by("h-lid", "2022-01-01", "Lid Omtzigt"),
        by("i-nsc", "2024-01-01", "Nieuw Sociaal Contract"),
        by("j-ons", "2024-01-01", "Ons Dorp"),
    ];
    let (_dir, searcher) = indexed(&letters);
    let options = Options { limit: 20, facets: vec![Field::Fractie], ..Options::default() };
    let check = |typed: &str, expect: &[&str], widened: &[&str]| {
        let results = ask(&searcher, typed, &options);
        let mut found: Vec<&str> = results.hits.iter().map(|hit| hit.letter.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, expect, "{typed}");
        let told: Vec<&str> = results
            .expansions
            .iter()
            .flat_map(|made| match made {
                Expansion::Widened { field: "fractie", into, .. } => into.as_slice(),
                other => panic!("{other:?}"),
            })
            .map(|other| other.name.as_str())
            .collect();
        assert_eq!(told, widened, "{typed}");
    };
    check("fractie:GL", &["a-gl", "b-gl", "d-both", "e-both"], &["GroenLinks", "GroenLinks-PvdA"]);
    check("fractie:groenlinks", &["a-gl", "b-gl", "d-both", "e-both"], &["GroenLinks-PvdA"]);
    check("fractie:\"Partij van de Arbeid\"", &["c-pvda", "d-both", "e-both"], &["PvdA", "GroenLinks-PvdA"]);
    check("fractie:GL-PvdA", &["d-both", "e-both"], &["GroenLinks-PvdA"]);
    check("fractie:GroenLinks-PvdA+", &["a-gl", "b-gl", "c-pvda", "d-both", "e-both"], &["GroenLinks", "PvdA"]);
    check("fractie:Omtzigt", &["h-lid", "i-nsc"], &["Lid Omtzigt", "NSC"]);
    check("fractie:NSC", &["i-nsc"], &[]);
    check("fractie:NSC+", &["f-cda", "h-lid", "i-nsc"], &["Lid Omtzigt", "CDA"]);
    check("fractie:CDA", &["f-cda", "g-cda"], &[]);
    check("fractie:\"Ons Dorp\"", &["j-ons"], &[]);
    check("-fractie:GL fractie:PvdA", &["c-pvda"], &["GroenLinks", "GroenLinks-PvdA", "GroenLinks-PvdA"]);
    let facets = ask(&searcher, "fractie:GL", &options).facets.expect("asked for");
    let shown: Vec<&str> = facets["fractie"].iter().map(|count| count.value.as_str()).collect();
    assert!(["GL", "GroenLinks", "GL-PvdA", "GroenLinks-PvdA"].iter().all(|name| shown.contains(name)), "{shown:?}");
    let told = serde_json::to_value(&ask(&searcher, "fractie:GL", &options).expansions).expect("plain data");
    let into = json!([{"name": "GroenLinks"}, {"name": "GroenLinks-PvdA", "from": "2023-10-27"}]);
    assert_eq!(told, json!([{"widened": {"field": "fractie", "word": "GL", "into": into}}]));
    let told = serde_json::to_value(&ask(&searcher, "ministerie:VRO+", &options).expansions).expect("plain data");
    let into =
        json!([{"name": "BZK", "from": "2010-10-14", "until": "2024-07-02"}, {"name": "VROM", "until": "2010-10-14"}]);
    assert_eq!(told, json!([{"widened": {"field": "ministerie", "word": "VRO+", "into": into}}]));
    for typed in ["fractie:GL", "fractie:groenl", "gl-p"] {
        let found = searcher.suggest(typed, 9).expect("an answer").suggestions;
        let found: Vec<&str> = found.iter().map(|suggestion| suggestion.text.as_str()).collect();
        assert!(found.contains(&"GroenLinks-PvdA"), "{typed}: {found:?}");
    }
}

/// The letters of a folder, as they are read.
fn read(folder: &Path, names: &[&str]) -> Vec<Record> {
    let read = |name: &&str| {
        let bytes = fs::read(folder.join(name)).expect("a letter can be read");
        let document = vraagbaak::document::read(&bytes).expect("a letter is a PDF or a text");
        vraagbaak::document::record(&document)
    };
    names.iter().map(read).collect()
}

#[test]
fn letters_of_the_corpus_are_linked() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let names =
        ["ah-tk-20252026-87", "ah-tk-20252026-101", "ah-tk-20252026-233", "brief-warmtenet", "brief-drinkwater"];
    let letters = read(&corpus, &names.map(|name| format!("{name}.pdf")).each_ref().map(String::as_str));
    let (_dir, searcher) = indexed(&letters);
    let links = |at: usize| {
        let shown = searcher.show(letters[at].id.as_str()).expect("an answer");
        let Some(Shown::Letter(shown)) = shown else { panic!("{} is shown", letters[at].id) };
        shown.links.into_iter().map(|link| (link.id, link.how)).collect::<Vec<_>>()
    };
    let id = |at: usize| letters[at].id.clone();
    assert_eq!(links(0), [(id(1), Relation::Postponed)], "the mededeling and its answer");
    assert_eq!(links(1), [(id(0), Relation::Postponed)]);
    assert_eq!(links(2), [(id(3), Relation::SameAnswer)], "the Aanhangsel and the ministry's letter");
    assert_eq!(links(3), [(id(2), Relation::SameAnswer)]);
    assert_eq!(links(4), []);
    let open = ask(&searcher, "soort:mededeling heeft:verwijzing vraag:zorgplicht", &Options::default());
    let answered_by = open.hits[0].answered_by.as_ref().and_then(|by| by.pair.as_ref());
    assert_eq!(answered_by.map(ToString::to_string).as_deref(), Some("ah-tk-20252026-101#v3"));
}

#[test]
fn a_text_and_its_pdf_are_one_answer() {
    let Some(sets) = sets() else { return };
    let letters = read(&sets.join("letters"), &["brief-aandachtsgroepen.pdf", "brief-aandachtsgroepen.txt"]);
    let (_dir, searcher) = indexed(&letters);
    let results = ask(&searcher, "heeft:antwoord", &Options::default());
    assert_eq!(results.total, letters[0].pairs.len());
    assert!(results.hits.iter().all(|hit| hit.publications.len() == 2));
}
