//! Citations: texts and what is cited in them, values and their notations, short forms, errors.

use std::fmt::Write;

use proptest::prelude::*;
use vraagbaak::citation::{Citation, Dossier, Found, NearMissKind, Passage, Setting, Vergaderjaar, find, resolve};

#[test]
fn table_of_texts() {
    let mut wrong = String::new();
    for (number, line) in include_str!("citations.txt").lines().enumerate() {
        let Some((text, rest)) = line.split_once(" =>").filter(|_| !line.starts_with('#')) else { continue };
        let expect = rest.split('#').next().unwrap_or_default().trim();
        let (setting, text) =
            text.strip_prefix("note: ").map_or((Setting::Running, text), |text| (Setting::Footnote, text));
        let found = outline(&find(&unescaped(text), setting));
        if found != expect {
            writeln!(wrong, "line {}: {text}\n    expected {expect}\n    found    {found}", number + 1).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The reference spellings, where they are at hand: F1, and no citation of a Kamerstuk where there is none.
#[test]
fn reference_spellings() {
    /// What the table is read with; the contract asks for .93.
    const LEAST: f64 = 0.985;
    let Some(sets) = crate::sets::sets() else { return };
    let table = std::fs::read_to_string(sets.join("citations/spellings.tsv")).expect("the set has its table");
    let (mut right, mut found, mut expected) = (0_u32, 0_u32, 0_usize);
    for row in table.lines().skip(1) {
        let [text, ids, note] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row has three columns: {row}")
        };
        let mut wanted: Vec<String> = ids.split_whitespace().map(str::to_owned).collect();
        expected += wanted.len();
        for mention in find(text, Setting::Running).mentions {
            let id = mention.citation.id();
            assert!(!(note.starts_with("negative") && id.starts_with("kst-")), "{text}: {id}");
            found += 1;
            if let Some(index) = wanted.iter().position(|other| *other == id) {
                wanted.swap_remove(index);
                right += 1;
            }
        }
    }
    let f1 = 2.0 * f64::from(right) / f64::from(found + u32::try_from(expected).unwrap());
    assert!(f1 >= LEAST, "F1 is {f1:.3}");
}

fn unescaped(text: &str) -> String {
    text.replace(r"\n", "\n")
        .replace(r"\s", "\u{a0}")
        .replace(r"\r", "\u{202f}")
        .replace(r"\h", "\u{2011}")
        .replace(r"\y", "\u{ad}")
}

/// Ids with their other readings, then near misses.
fn outline(found: &Found) -> String {
    let mentions = found.mentions.iter().map(|mention| {
        std::iter::once(&mention.citation).chain(&mention.alternatives).map(Citation::id).collect::<Vec<_>>().join("|")
    });
    let misses = found.near_misses.iter().map(|miss| {
        let name = match miss.kind {
            NearMissKind::Unread(_) => "!unread",
            NearMissKind::Unresolved => "!unresolved",
            NearMissKind::ImpossibleYear => "!impossible-year",
        };
        name.to_owned()
    });
    mentions.chain(misses).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_notation_is_one_value() {
    let check = |text: &str, expect: &str| {
        let parsed = text.parse::<Citation>().map_or_else(|error| error.to_string(), |citation| citation.id());
        assert_eq!(parsed, expect, "{text}");
    };
    for notation in [
        "kst-31765-412",
        "KST-31765-412",
        "31765-412",
        "31 765, nr. 412",
        "31 765 nr. 412",
        "31765, 412",
        "(31 765, nr. 412)",
        "Kamerstuk 31 765, nr. 412",
        "Kamerstukken II 2021/22, 31 765, nr. 412.",
        "«Kamerstukken II, 2021–2022, 31 765, nr. 412, p. 3»",
        "https://zoek.officielebekendmakingen.nl/kst-31765-412.html",
        "https://zoek.officielebekendmakingen.nl/dossier/31765/kst-31765-412.html",
        "  31\u{a0}765,\u{a0}nr.\u{a0}412 ",
    ] {
        check(notation, "kst-31765-412");
    }
    for notation in [
        "31765",
        "31 765",
        "31.765",
        "dossier-31765",
        "dossier 31 765",
        "Kamerstuk 31 765",
        "https://zoek.officielebekendmakingen.nl/dossier/31765",
    ] {
        check(notation, "dossier-31765");
    }
    check("36 200 VII, nr. 12", "kst-36200-VII-12");
    check("36200 VII", "dossier-36200-VII");
    check("36200-VII", "dossier-36200-VII");
    check("kst-33506-ab", "kst-33506-AB");
    check("33506-AB", "kst-33506-AB");
    check("21501-02-2498", "kst-21501-02-2498");
    check("21501-02", "dossier-21501-02");
    check("Aanhangsel Handelingen II 2017/18, nr. 12", "ah-tk-20172018-12");
    check("ah-tk-20172018-0012", "ah-tk-20172018-12");
    check("h-tk-20162017-39-39", "h-tk-20162017-39-39");
    check("2024z11859", "2024Z11859");
    check("kv-tk-2024Z11859", "kv-tk-2024Z11859");
    check("Stb. 2010, 139", "stb-2010-139");
    check("ecli:nl:rvs:2017:1789", "ECLI:NL:RVS:2017:1789");
    check("https://uitspraken.rechtspraak.nl/details?id=ECLI%3ANL%3ARVS%3A2017%3A1789", "ECLI:NL:RVS:2017:1789");
    check("https://www.tweedekamer.nl/kamerstukken/detail?id=2024Z11859&did=2024D39058", "2024Z11859");
    check("bwbr0040889", "BWBR0040889");
}

#[test]
fn every_error_says_what_was_expected() {
    let message = |text: &str| text.parse::<Citation>().unwrap_err().to_string();
    let messages = [
        message(" "),
        message("3660"),
        message("36600-VIIII"),
        message("kst-36600-VII-12345"),
        message("kst-36600"),
        message("kst-3660-12"),
        message("ah-tk-20232025-12"),
        message("https://www.nrc.nl/nieuws/2024"),
        message("31 765, nrs. 1, 2 en 4"),
        message("wolven"),
        "2023-2025".parse::<Vergaderjaar>().unwrap_err().to_string(),
    ];
    insta::assert_snapshot!(messages.join("\n"), @r"
    expected a Kamerstuk such as `32847-808`, but found nothing
    expected a dossier number such as `36600-VII`, but found `3660`
    expected the chapter of a dossier such as `VII`, `B` or `02`, but found `VIIII`
    expected the number of a paper such as `808`, `188b` or `AB`, but found `12345`
    expected the number of a paper after the dossier, as in `kst-32847-808`, but found `kst-36600`
    expected a dossier number such as `36600-VII`, but found `3660`
    expected an identifier such as `ah-tk-20232024-1314`, but found `ah-tk-20232025-12`
    expected the address of an official document, but found `https://www.nrc.nl/nieuws/2024`
    expected one document, but found 3: `kst-31765-1`, `kst-31765-2`, `kst-31765-4`
    expected a citation such as `32 847, nr. 808`, `36600-VII` or `ah-tk-20232024-1314`, but found `wolven`
    expected two successive years such as `2023-2024`, but found `2023-2025`
    ");
}

#[test]
fn addresses_lead_back() {
    let check = |id: &str, expect: Option<&str>| {
        let citation: Citation = id.parse().unwrap();
        assert_eq!(citation.address().as_deref(), expect, "{id}");
        if let Some(address) = expect {
            assert_eq!(address.parse::<Citation>().as_ref(), Ok(&citation), "{address}");
        }
    };
    check("kst-31765-412", Some("https://zoek.officielebekendmakingen.nl/kst-31765-412.html"));
    check("dossier-36410-VIII", Some("https://zoek.officielebekendmakingen.nl/dossier/36410-VIII"));
    check("ah-tk-20232024-2147", Some("https://zoek.officielebekendmakingen.nl/ah-tk-20232024-2147.html"));
    check("kv-tk-2024Z11859", Some("https://zoek.officielebekendmakingen.nl/kv-tk-2024Z11859.html"));
    check("h-tk-20162017-39-39", Some("https://zoek.officielebekendmakingen.nl/h-tk-20162017-39-39.html"));
    check("h-tk-20062007-p3564", None);
    check("stcrt-2010-21009", Some("https://zoek.officielebekendmakingen.nl/stcrt-2010-21009.html"));
    check("ECLI:NL:RVS:2017:1789", Some("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2017:1789"));
    check("eu-richtlijn-2019-1937", Some("https://eur-lex.europa.eu/eli/dir/2019/1937/oj"));
    check("com-2022-123", Some("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2022:123:FIN"));
    check("blg-1007826", Some("https://zoek.officielebekendmakingen.nl/blg-1007826.html"));
    check("BWBR0040889", Some("https://wetten.overheid.nl/BWBR0040889"));
    check("2024D39058", Some("https://www.tweedekamer.nl/kamerstukken/detail?id=2024D39058"));
}

#[test]
fn a_paper_knows_its_dossier() {
    let dossier = |id: &str| id.parse::<Citation>().unwrap().dossier().map(|dossier: Dossier| dossier.to_string());
    assert_eq!(dossier("kst-36410-VIII-82").as_deref(), Some("36410-VIII"));
    assert_eq!(dossier("dossier-21501-02").as_deref(), Some("21501-02"));
    assert_eq!(dossier("ah-tk-20232024-2147"), None);
    assert!("dossier-36197".parse::<Citation>().unwrap().is_dossier());
}

#[test]
fn short_forms_are_bound() {
    let check = |texts: &[(Option<&str>, &str)], expect: &[&str]| {
        let passages: Vec<_> = texts
            .iter()
            .map(|(mark, text)| match mark.map(|mark| mark.strip_prefix('q').map_or((0, mark), |mark| (1, mark))) {
                Some((series, mark)) => Passage::note(series, mark, text),
                None => Passage::body(text),
            })
            .collect();
        let found: Vec<String> = resolve(&passages).iter().map(outline).collect();
        assert_eq!(found, expect, "{texts:?}");
    };
    let first = (Some("1"), "Kamerstuk 31 765, nr. 412.");
    check(&[first, (Some("2"), "Idem.")], &["kst-31765-412", "kst-31765-412"]);
    check(&[first, (Some("2"), "Ibidem, p. 4."), (Some("3"), "Ibid.")], &["kst-31765-412"; 3]); // a chain
    check(&[first, (Some("2"), "Idem, nr. 413.")], &["kst-31765-412", "kst-31765-413"]); // same dossier
    check(&[first, (None, "Idem voor de woningen."), (Some("2"), "T.a.p.")], &["kst-31765-412", "", "kst-31765-412"]);
    check(&[(Some("1"), "NRC, 3 mei 2021."), (Some("2"), "Idem.")], &["", "!unresolved"]); // no witness
    check(&[first, (Some("2"), "NRC, 3 mei 2021."), (Some("3"), "Idem.")], &["kst-31765-412", "", "!unresolved"]);
    check(
        &[first, (Some("2"), "NRC, 3 mei 2021."), (Some("3"), "Zie noot 1.")],
        &["kst-31765-412", "", "kst-31765-412"],
    );
    check(
        &[first, (Some("2"), "Kamerstuk 29 811, nr. 7."), (Some("3"), "Zie voetnoten 1 en 2.")],
        &["kst-31765-412", "kst-29811-7", "kst-31765-412 kst-29811-7"],
    );
    check(&[(Some("1"), "Kamerstuk 31 765, nr. 412, p. 3; idem, p. 5.")], &["kst-31765-412 kst-31765-412"]); // its own note
    check(
        &[(Some("1"), "Kamerstuk 31 765, nrs. 1 en 2."), (Some("2"), "Idem.")],
        &["kst-31765-1 kst-31765-2", "kst-31765-2|kst-31765-1"],
    ); // print leaves open which of them
    check(
        &[(Some("1"), "Kamerstuk 31 765, nr. 412; Stb. 2021, 88."), (Some("2"), "Idem, nr. 413.")],
        &["kst-31765-412 stb-2021-88", "kst-31765-413"],
    ); // only one of them has a dossier
    check(
        &[(Some("1"), "Kamerstuk 31 765, nr. 412; Kamerstuk 29 811, nr. 7."), (Some("2"), "Zie noot 1, p. 4.")],
        &["kst-31765-412 kst-29811-7", "kst-31765-412|kst-29811-7"],
    );
    check(&[first, (Some("3"), "Idem.")], &["kst-31765-412", "!unresolved"]); // note 2 is missing
    check(&[first, (Some("q1"), "Idem."), (Some("2"), "Ibid.")], &["kst-31765-412", "!unresolved", "kst-31765-412"]); // another series
    check(
        &[first, (Some("2"), "NRC."), (Some("3"), "Idem; a.w. (noot 1), p. 3. Zie ook voetnoten 1 t/m 3.")],
        &["kst-31765-412", "", "kst-31765-412 kst-31765-412 !unresolved !unresolved !unresolved"],
    );
    check(
        &[(None, "Zie ook noot 2."), first, (Some("2"), "Idem, p. 3.")],
        &["kst-31765-412", "kst-31765-412", "kst-31765-412"],
    ); // the body points forward, through a chain
    check(
        &[(None, "zie voetnoot 1"), first, (Some("q1"), "Stb. 2021, 88.")],
        &["kst-31765-412|stb-2021-88", "kst-31765-412", "stb-2021-88"],
    ); // two series have a note 1
    check(&[(None, "zie voetnoot 1 en 9"), (Some("1"), "NRC.")], &["!unresolved", ""]); // an article is no citation, a missing note is
    check(&[first, (Some("2"), "Zie voetnoot 1 van dat rapport.")], &["kst-31765-412", ""]); // another document's note
    check(
        &[first, (Some("2"), "Voetnoot 1."), (Some("3"), "Noot 1 juli 2021.")],
        &["kst-31765-412", "kst-31765-412", ""],
    );
    check(&[first, (Some("2"), "Idem voor Wolvega.")], &["kst-31765-412", ""]); // a word of the sentence
    check(
        &[first, (Some("2"), "Idem als noot 1."), (Some("3"), "Zie noot 2 en Kamerstuk 29 811, nr. 7.")],
        &["kst-31765-412", "kst-31765-412", "kst-31765-412 kst-29811-7"],
    );
    check(&[first, (Some("2"), "Zie ook het identieke antwoord.")], &["kst-31765-412", ""]); // a word that begins so
    check(&[(Some("1"), "Idem.")], &["!unresolved"]);
    check(
        &[(Some("1"), "Stb. 2021, 1; Stb. 2021, 2; Stb. 2021, 3; Stb. 2021, 4."), (Some("2"), "Zie noot 1.")],
        &["stb-2021-1 stb-2021-2 stb-2021-3 stb-2021-4", "stb-2021-1|stb-2021-2|stb-2021-3|stb-2021-4"],
    );
    let survey: Vec<String> = (1..=8).map(|number| format!("Stb. 2021, {number}")).collect();
    let ids: Vec<String> = (1..=8).map(|number| format!("stb-2021-{number}")).collect();
    check(&[(Some("1"), &survey.join("; ")), (Some("2"), "Zie noot 1.")], &[&ids.join(" "), "!unresolved"]); // a survey
    // With a number it may stand in mid-sentence, in the body too, where its witness stands before it.
    let both = &["kst-31765-412 kst-31765-413"];
    check(&[(None, "de motie-Postma (Kamerstuk 31 765, nr. 412) en een andere (ibidem nr. 413)")], both);
    check(&[(Some("1"), "Kamerstuk 31 765, nr. 412, ibidem nr. 413.")], both);
    check(&[(None, "Kamerstuk 31 765, nr. 412 en idem nr. 413")], both);
    check(&[(None, "Zie Kamerstuk 31 765, nr. 412; voor Wolvega idem.")], &["kst-31765-412"]);
    check(&[(None, "Dit geldt voor woning nr. 3 en idem nr. 4.")], &[""]);
}

/// Texts made to be read again and again: four times the text may take four times as long, and not sixteen.
#[test]
fn hostile_texts_take_linear_time() {
    /// Bytes of the shorter text; what takes the square of four times as many takes longer than [`FLOOR`].
    const LENGTH: usize = 5_000;
    /// Between the four of linear time and the sixteen of its square, with room for a busy machine.
    const RATIO: u32 = 11;
    /// Below this, the clock and other programs decide.
    const FLOOR: std::time::Duration = std::time::Duration::from_millis(60);
    let best = |text: &str| {
        let once = || {
            let start = std::time::Instant::now();
            let _ = resolve(&[Passage::note(0, "1", text), Passage::note(0, "2", text), Passage::body(text)]);
            start.elapsed()
        };
        (0..2).map(|_| once()).min().unwrap()
    };
    let check = |unit: &str| {
        let (short, long) = (unit.repeat(LENGTH / unit.len()), unit.repeat(4 * LENGTH / unit.len()));
        let (short, long) = (best(&short), best(&long));
        assert!(long < FLOOR || long < short * RATIO, "{unit:?}: {short:?}, four times the text {long:?}");
    };
    for unit in [
        "3",
        "3 ",
        "33 333 ",
        "33 333, ",
        "33 333 en ",
        "33 333-",
        "33 333, nr. 1, ",
        "nr. 1, ",
        "1, ",
        "A, ",
        "A",
        "a",
        " ",
        "\u{a0}",
        "-",
        "(",
        "*",
        "Kamerstuk ",
        "Kamerstukken II 2021/22, ",
        "Kamerstuk 33 333, nr. ",
        "Kamerstuk 333 ",
        "Tweede Kamer, ",
        "vergaderjaar 2021–2022 ",
        "TK ",
        "TK",
        "Aanhangsel Handelingen ",
        "Handelingen II 2021/22, nr. 1, ",
        "Handelingen ",
        "Stb. ",
        "Stb. 2021, ",
        "Stb. 580; ",
        "ECLI:NL:",
        "ecli:",
        "kst-",
        "kst-1",
        "kst-33333-",
        "ah-tk-",
        "2023Z",
        "2023D1234",
        "COM(",
        "Richtlijn ",
        "Verordening (EU) nr. ",
        "2016/679, ",
        "Idem. ",
        "Zie noot 1. ",
        "zie noten 1, 2, ",
        "Zie noot 1 t/m 999, ",
        "Kamerstuk 33 333, nr. 1. Idem. ",
        "Kamestuk ",
        "https://zoek.",
        "é33 333-1 ",
        "Kamerstuk 33 333 (",
        "Kamerstuk 33 333, nr. 1 (",
        "33 333, Titel van iets, ",
    ] {
        check(unit);
    }
}

#[test]
fn a_long_text_takes_linear_time() {
    let text = "Kamerstukken II 2021/22, 31 765, nr. 412 en nr. 413, zie ook de motie 31 765 (".repeat(20_000);
    let found = find(&text, Setting::Running);
    assert_eq!(found.mentions.len(), 40_000);
}

/// Canonical ids of every kind.
fn ids() -> impl Strategy<Value = String> {
    prop_oneof![
        "kst-[1-9][0-9]{4}(-(VIII|IXB|B|J|02|XVI))?-([1-9][0-9]{0,3}[a-z]{0,2}|[A-Z]{1,2})(-[hbnv][1-9])?",
        "kst-(CXXXIX|XLVII)-[A-Z]{1,2}",
        "dossier-[1-9][0-9]{4}(-(VIII|IXB|B|J|02|XVI))?",
        "ah-(tk|ek)-(20232024|19992000)-[1-9][0-9]{0,3}",
        "kv-tk-20[0-9]{2}Z[0-9]{5}",
        "kv-[1-9][0-9]{9}",
        "h-(tk|ek)-(20232024|19992000)-([1-9][0-9]{0,2}(-[1-9][0-9]{0,1})?|p[1-9][0-9]{0,3})",
        "(stb|stcrt|trb)-(19|20)[0-9]{2}-[1-9][0-9]{0,4}(-n1)?",
        "ECLI:(NL|EU):[A-Z]{2,5}:20[0-9]{2}:[0-9]{1,5}",
        "eu-(richtlijn|verordening)-(19[6-9][0-9]|20[0-9]{2})-[1-9][0-9]{0,3}",
        "com-20[0-9]{2}-[1-9][0-9]{0,3}",
        "blg-[1-9][0-9]{4,6}",
        "BWBR[0-9]{7}",
        "20[0-9]{2}[ZDA][0-9]{4,5}",
    ]
}

/// Pieces of which citations, and what is none, are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Kamerstukken II ".to_owned()),
        Just("Aanhangsel van de Handelingen, ".to_owned()),
        Just("Handelingen TK ".to_owned()),
        Just("Tweede Kamer, vergaderjaar ".to_owned()),
        Just("Verordening (EU) nr. ".to_owned()),
        Just("Stcrt. ".to_owned()),
        Just("ECLI:NL:".to_owned()),
        Just("kst-".to_owned()),
        Just(" nr. ".to_owned()),
        Just(" nrs. ".to_owned()),
        Just(", p. ".to_owned()),
        Just(" en ".to_owned()),
        Just(" t/m ".to_owned()),
        "20[0-9]{2}/[0-9]{2}, ",
        "[1-9][0-9] [0-9]{3}",
        "[1-9][0-9]{4}-[0-9]{1,3}",
        "[0-9]{1,4}",
        "[A-Z]{1,4}",
        "[ ,;.()/é€«\u{2013}\u{a0}-]{1,2}",
        "\\PC{0,3}",
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_printed_parses_back(id in ids()) {
        let citation: Citation = id.parse().unwrap();
        prop_assert_eq!(citation.id(), id.clone());
        let found = find(&format!("zie {id}, en verder"), Setting::Running);
        let mentions: Vec<_> = found.mentions.iter().map(|mention| mention.citation.id()).collect();
        prop_assert_eq!(mentions, vec![id]);
    }

    #[test]
    fn an_address_leads_back(id in ids()) {
        let citation: Citation = id.parse().unwrap();
        if let Some(address) = citation.address() {
            prop_assert_eq!(address.parse::<Citation>(), Ok(citation));
        }
    }

    #[test]
    fn places_are_sound(text in pieces()) {
        for setting in [Setting::Running, Setting::Footnote] {
            let found = find(&text, setting);
            let mut last = 0..0;
            for mention in &found.mentions {
                prop_assert!(text.get(mention.at.clone()).is_some_and(|printed| !printed.is_empty()));
                prop_assert!(mention.at.start >= last.end || mention.at == last, "{:?}", found);
                prop_assert_eq!(mention.citation.id().parse(), Ok(mention.citation.clone()));
                for other in &mention.alternatives {
                    prop_assert_eq!(other.id().parse(), Ok(other.clone()));
                }
                last = mention.at.clone();
            }
            for miss in &found.near_misses {
                prop_assert!(text.get(miss.at.clone()).is_some());
            }
        }
    }

    #[test]
    fn nothing_panics(text in "\\PC*", mark in "[0-9]{1,2}") {
        let _ = find(&text, Setting::Running);
        let _ = text.parse::<Citation>();
        let _ = text.parse::<Dossier>();
        let _ = resolve(&[Passage::body(&text), Passage::note(0, &mark, &text), Passage::note(0, "2", "Idem.")]);
    }
}
