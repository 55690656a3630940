//! Who cites a paper, its neighbours, other readings; which earlier questions a draft is near to, and in what.

use std::collections::BTreeSet;

use tempfile::TempDir;
use vraagbaak::record::Record;
use vraagbaak::search::{Cites, Embedder, Options, Results, Searcher, Strength};

use crate::index::letter;
use crate::search::indexed;

/// A letter of a day whose answer cites these papers.
fn citing(id: &str, date: &str, papers: &[&str]) -> Record {
    let references: Vec<_> = papers
        .iter()
        .map(|paper| serde_json::json!({"id": paper, "in": "answer:1", "text": paper, "page": 1}))
        .collect();
    let object = serde_json::json!({
        "id": id, "kind": "brief", "date": date, "source": {"path": format!("{id}.pdf")},
        "pairs": [{"id": format!("{id}#v1"), "numbers": [1],
            "questions": [{"numbers": [1], "text": "Klopt het?", "pages": [1]}],
            "answer": {"text": papers.join(" "), "pages": [1]}}],
        "references": references,
    });
    serde_json::from_value(object).expect("a letter object")
}

fn papers() -> (TempDir, Searcher) {
    indexed(&[
        citing("brief-a", "2021-05-01", &["kst-36200-VII-12", "kst-36200-VII-20"]),
        citing("brief-b", "2023-05-01", &["kst-36200-VII-12"]),
        citing("brief-c", "2022-05-01", &["kst-36200-VIII-14", "kst-36200-3", "kst-36200-VII-90"]),
        citing("brief-d", "2020-05-01", &["kst-33506-AB", "kst-33506-B", "ah-tk-20232024-1314", "stb-2010-139"]),
        citing("brief-e", "2019-05-01", &["h-tk-20162017-39-39", "ECLI:NL:RVS:2017:1789", "eu-richtlijn-2019-1937"]),
    ])
}

fn cites(searcher: &Searcher, document: &str) -> Cites {
    searcher.cites(document, &Options::default()).unwrap_or_else(|error| panic!("{document}: {error}"))
}

#[test]
fn a_document_a_dossier_or_a_beginning_is_asked_for() {
    let (_dir, searcher) = papers();
    let check = |document: &str, id: &str, letters: &[&str]| {
        let cites = cites(&searcher, document);
        let found: Vec<&str> = cites.hits.iter().map(|hit| hit.letter.as_str().trim_start_matches("brief-")).collect();
        assert_eq!((cites.id.as_str(), found.as_slice(), cites.total), (id, letters, letters.len()), "{document}");
        assert!(cites.hits.iter().all(|hit| !hit.alternative), "{document}");
    };
    check("36 200 VII, nr. 12", "kst-36200-VII-12", &["b", "a"]);
    check("36200-VII", "dossier-36200-VII", &["b", "c", "a", "a"]);
    check("36200-VII-*", "dossier-36200-VII", &["b", "c", "a", "a"]);
    check("36 200", "dossier-36200", &["b", "c", "c", "c", "a", "a"]);
    check("36200-", "dossier-36200", &["b", "c", "c", "c", "a", "a"]);
    check("kst-36200-*", "dossier-36200", &["b", "c", "c", "c", "a", "a"]);
    check("36200-VII-1*", "kst-36200-VII-1*", &["b", "a"]);
    check("36200-VIII", "dossier-36200-VIII", &["c"]);
    check("Aanhangsel Handelingen II 2023/24, nr. 1314", "ah-tk-20232024-1314", &["d"]);
    check("Stb. 2010, 139", "stb-2010-139", &["d"]);
    check("Handelingen II 2016/17, nr. 39, item 39", "h-tk-20162017-39-39", &["e"]);
    check("ECLI:NL:RVS:2017:1789", "ECLI:NL:RVS:2017:1789", &["e"]);
    check("Richtlijn (EU) 2019/1937", "eu-richtlijn-2019-1937", &["e"]);
}

#[test]
fn counts_and_pages_go_over_all_mentions() {
    let (_dir, searcher) = papers();
    let options = |page| Options { limit: 4, page, ..Options::default() };
    let pages: Vec<Cites> = (1..=3).map(|page| searcher.cites("36200", &options(page)).expect("an answer")).collect();
    assert_eq!(pages.iter().map(|cites| cites.hits.len()).collect::<Vec<_>>(), [4, 2, 0]);
    for cites in &pages {
        let years: Vec<_> = cites.years.iter().map(|year| (year.value.as_str(), year.count)).collect();
        assert_eq!((cites.total, years), (6, vec![("2023", 1), ("2022", 3), ("2021", 2)]));
    }
    let beside = cites(&searcher, "36200-VII-12").cocited;
    assert_eq!(
        beside.iter().map(|cited| (cited.id.as_str(), cited.count)).collect::<Vec<_>>(),
        [("kst-36200-VII-20", 1)]
    );
}

#[test]
fn a_paper_that_nobody_cites_has_neighbours() {
    let (_dir, searcher) = papers();
    let check = |document: &str, expect: &[(&str, usize)]| {
        let cites = cites(&searcher, document);
        let found: Vec<_> = cites.neighbours.iter().map(|cited| (cited.id.as_str(), cited.count)).collect();
        assert_eq!((cites.total, found.as_slice()), (0, expect), "{document}");
    };
    let of_its_part = [("kst-36200-VII-12", 2), ("kst-36200-VII-20", 1), ("kst-36200-VII-90", 1)];
    check("36200-VII-13", &of_its_part);
    check("36200-VII-19", &[of_its_part[1], of_its_part[0], of_its_part[2]]);
    // Where nothing of its part is cited, what is cited of other parts.
    check(
        "36200-IX-13",
        &[
            ("kst-36200-VII-12", 2),
            ("kst-36200-VIII-14", 1),
            ("kst-36200-VII-20", 1),
            ("kst-36200-3", 1),
            ("kst-36200-VII-90", 1),
        ],
    );
    check("dossier-36200-IX", &[("dossier-36200-VII", 4), ("dossier-36200-VIII", 1)]);
    check("33506, AC", &[("kst-33506-AB", 1), ("kst-33506-B", 1)]);
    check("32847-808", &[]);
    check("32847", &[]);
    check("stb-2011-1", &[]);
    let cited = cites(&searcher, "36200-VII-12");
    assert!((cited.letters, cited.neighbours.is_empty()) == (2, false), "so does what is cited: {cited:?}");
}

#[test]
fn other_readings_are_said() {
    let (_dir, searcher) = papers();
    let check =
        |document: &str, expect: &[&str]| assert_eq!(cites(&searcher, document).alternatives, expect, "{document}");
    check("21501-02, 12", &["kst-21501-2"]);
    check("36 200 B", &["kst-36200-B"]);
    check("36200-VII", &[]);
    check("kst-21501-02-12", &[]);
}

/// Questions on many subjects, so that words are rarer than one another.
fn questions() -> (TempDir, Searcher) {
    let subjects = [
        "Hoeveel wolven leven er op de Veluwe?",
        "Waarom vaart de veerboot naar Texel niet in de winter?",
        "Deelt u de mening dat de wachttijden in de jeugdzorg te lang zijn?",
        "Hoeveel kinderen wachten langer dan een jaar op jeugdzorg in Zeeland?",
        "Welke gevolgen heeft de stikstofnorm voor melkveehouders in Friesland?",
        "Wanneer wordt de spoorbrug bij Zutphen hersteld?",
        "Klopt het dat scholen in Limburg sluiten door het lerarentekort?",
        "Hoe beoordeelt u de verkoop van huizen aan buitenlandse beleggers?",
        "Wat kost de verbouwing van het Binnenhof?",
        "Bent u bereid het gebruik van vuurwerk door particulieren te verbieden?",
    ];
    let letters: Vec<Record> = subjects
        .iter()
        .enumerate()
        .map(|(at, question)| letter(&format!("brief-{at}"), question, "Daarover later meer."))
        .collect();
    indexed(&letters)
}

fn similar(searcher: &Searcher, text: &str) -> Vec<Results> {
    searcher.similar(text, &Options::default()).expect("an answer")
}

#[test]
fn a_hit_says_how_near_it_is_and_in_what() {
    let (_dir, searcher) = questions();
    let check = |draft: &str, letter: &str, strength: Option<Strength>, shared: &[&str]| {
        let results = similar(&searcher, draft);
        let hit = results[0]
            .hits
            .iter()
            .find(|hit| hit.letter.as_str() == letter)
            .unwrap_or_else(|| panic!("{draft}: {letter}"));
        let likeness = hit.likeness.as_ref().expect("every hit of `similar` has one");
        assert_eq!(
            (likeness.strength, likeness.shared.iter().map(String::as_str).collect::<Vec<_>>().as_slice()),
            (strength, shared),
            "{draft}"
        );
    };
    let near = Some(Strength::NearSame);
    check("Is de spoorbrug bij Zutphen hersteld?", "brief-5", near, &["spoorbrug", "Zutphen", "hersteld"]);
    // Other inflections are the same words; a word is said once, as it stands in the draft.
    check("Wolven op de Veluwe: leven er wolven?", "brief-0", near, &["Wolven", "Veluwe", "leven"]);
    // A part of a compound is shared by the whole word.
    check("Hoe lang sluit de brug bij Zutphen nog?", "brief-5", Some(Strength::Alike), &["brug", "Zutphen"]);
    check(
        "Gaat er in Zeeland geld naar haven, akkerbouw, toerisme, visserij, natuur, cultuur, sport en openbaar vervoer?",
        "brief-3",
        Some(Strength::Touches),
        &["Zeeland"],
    );
}

#[test]
fn every_draft_of_a_paste_has_its_hits() {
    let (_dir, searcher) = questions();
    let paste = "Vragen van het lid X aan de minister van Y\n1\nHoe lang is de spoor-\nbrug bij Zutphen dicht?\n2\nWat eten de\nwolven op de Veluwe?\n3\nZo ja, waarom?";
    let results = similar(&searcher, paste);
    let best: Vec<_> = results.iter().map(|results| results.hits.first().map(|hit| hit.letter.as_str())).collect();
    assert_eq!(best, [Some("brief-5"), Some("brief-0"), None]);
    assert_eq!(results[0].query, "Hoe lang is de spoorbrug bij Zutphen dicht?");
}

#[test]
fn likeness_is_of_similar_alone() {
    let (_dir, searcher) = questions();
    let hit = &similar(&searcher, "wolven")[0].hits[0];
    let json = serde_json::to_value(hit).expect("JSON");
    assert!(json["strength"].is_string());
    assert_eq!(json["shared"], serde_json::json!(["wolven"]));
    let (query, unread) = vraagbaak::search::Query::parse("wolven");
    let hit = &searcher.search(&query, unread, &Options::default()).expect("an answer").hits[0];
    assert!(serde_json::to_value(hit).expect("JSON").get("shared").is_none());
}

/// A model for which a text means the subjects of which it has a word.
struct Toy(&'static [&'static [&'static str]]);

impl Embedder for Toy {
    fn embed(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, Box<dyn std::error::Error + Send + Sync>> {
        let vector = |text: &&str| {
            self.0.iter().map(|words| f32::from(u8::from(words.iter().any(|word| text.contains(word))))).collect()
        };
        Ok(texts.iter().map(vector).collect())
    }
}

/// A model that fails, or gives too little.
struct Broken(Option<usize>);

impl Embedder for Broken {
    fn embed(&self, _: &[&str]) -> Result<Vec<Vec<f32>>, Box<dyn std::error::Error + Send + Sync>> {
        self.0.map(|vectors| vec![vec![1.0]; vectors]).ok_or_else(|| "out of memory".into())
    }
}

#[test]
fn a_model_of_meaning_changes_the_order_alone() {
    let (_dir, searcher) = questions();
    // By words the draft is nearest to the wait of children, by meaning to the brug.
    let draft = "Hoeveel kinderen wachten op herstel van de oeververbinding?";
    let model = Toy(&[&["oeververbinding", "spoorbrug"], &["kinderen"]]);
    let options = Options::default();
    let by_words = similar(&searcher, draft).remove(0);
    let fused = searcher.similar_in_meaning(draft, &options, &model).expect("an answer").remove(0);
    let letters = |results: &Results| results.hits.iter().map(|hit| hit.letter.clone()).collect::<Vec<_>>();
    assert_eq!(letters(&by_words).into_iter().collect::<BTreeSet<_>>(), letters(&fused).into_iter().collect());
    assert_eq!(by_words.total, fused.total);
    assert!(fused.hits.is_sorted_by(|a, b| a.score >= b.score));
    // A model that sees no difference leaves the order of words.
    let blind = searcher.similar_in_meaning(draft, &options, &Toy(&[])).expect("an answer").remove(0);
    assert_eq!(letters(&blind), letters(&by_words));
    // Pages of the fused order do not overlap.
    let page = |page| searcher.similar_in_meaning(draft, &Options { limit: 1, page, ..Options::default() }, &model);
    let paged: Vec<_> =
        (1..=fused.hits.len()).flat_map(|number| letters(&page(number).expect("an answer")[0])).collect();
    assert_eq!(paged, letters(&fused));
    for broken in [Broken(None), Broken(Some(1))] {
        assert_eq!(searcher.similar_in_meaning(draft, &options, &broken).expect_err("no vectors").kind(), "model");
    }
}
