//! What belongs where: notes and references of letters in which numbers, words and pages do not tell pairs apart.

use vraagbaak::record::{Belongings, Kind, Owner, Record};

use crate::search::indexed;

/// A lijst in which two members number their questions from 1; the first pair ends on the page where the second begins,
/// and both answers have the same note.
const TWICE: &str = "Lijst van vragen en antwoorden\n\nDe commissie heeft vragen gesteld.\n\n\
    Vraag 1\nRijdt de bus van de provincie ook op zondag?\n\nAntwoord 1\nJa, dat staat in het verslag1 van de minister.\n\n\
    1 Kamerstuk 32 847, nr. 808.\n\u{c}\
    De bus rijdt op zondag tot middernacht.\n\nVragen van het lid Y (Z)\n\n\
    Vraag 1\nRijdt de trein van de provincie ook op zondag?\n\n\
    Antwoord 1\nNee, dat staat in Kamerstuk 29 984, nr. 1 en in het verslag2 van de minister.\n\n\
    2 Kamerstuk 32 847, nr. 808.\n";

fn twice() -> Record {
    let document = vraagbaak::document::read(TWICE.as_bytes()).expect("a text is a letter");
    vraagbaak::document::record(&document)
}

/// For each pair: its anchor, its notes, its references.
fn outline(record: &Record) -> Vec<String> {
    let belongings = Belongings::of(record);
    let pairs = record.pairs.iter().enumerate().map(|(at, pair)| {
        let owner = Owner::Pair(at);
        let notes = belongings.notes_of(owner).map(|note| record.footnotes[note].id.to_string());
        let references = belongings.references_of(owner).map(|at| record.references[at].text.clone());
        format!("{}: {}", pair.id.anchor(), notes.chain(references).collect::<Vec<_>>().join(" | "))
    });
    pairs.collect()
}

#[test]
fn pairs_with_one_number_on_one_page_keep_their_own() {
    let record = twice();
    assert_eq!(record.kind, Kind::Lijst);
    assert_eq!(record.pairs[0].pages(), [1, 2], "the first pair ends where the second begins");
    assert_eq!(
        outline(&record),
        [
            "v1: footnote:1 | Kamerstuk 32 847, nr. 808",
            "s2.v1: footnote:2 | Kamerstuk 29 984, nr. 1 | Kamerstuk 32 847, nr. 808",
        ]
    );
    let (_dir, searcher) = indexed(&[record]);
    let cited_in = |document: &str| {
        let cites = searcher.cites(document, &vraagbaak::search::Options::default()).expect("an answer");
        cites.hits.into_iter().map(|hit| hit.pair.map(|pair| pair.anchor()).unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(cited_in("29984-1"), ["s2.v1"]);
    assert_eq!(cited_in("32847-808"), ["s2.v1", "v1"]);
}

#[test]
fn letters_without_spots_go_by_words_and_page() {
    let mut record = twice();
    record.footnotes.iter_mut().for_each(|note| note.spots.clear());
    record.references.iter_mut().for_each(|reference| reference.spot = None);
    // The words of the first reference stand in one of the answers; the second note is on the page of both.
    assert_eq!(
        outline(&record),
        [
            "v1: footnote:1 | footnote:2 | Kamerstuk 32 847, nr. 808 | Kamerstuk 32 847, nr. 808",
            "s2.v1: Kamerstuk 29 984, nr. 1",
        ]
    );
}
