//! Letters out of plain text: headings, number lists, forms of lists, people, dates, pointers, notes, doubts.

use std::fmt::Write as _;
use std::ops::Range;

use proptest::prelude::*;
use vraagbaak::layout::{self, Flow};
use vraagbaak::letter::{self, DoubtKind, Letter};
use vraagbaak::record::Number;

fn joined(numbers: &[Number]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// One line per pair: `numbers: question / question | answer -> see`, with `!` for each doubt on it.
fn outline(source: &str) -> String {
    let text = layout::from_plain(source);
    let letter = letter::parse(&text);
    let mut lines = String::new();
    for pair in &letter.pairs {
        let questions: Vec<&str> =
            pair.questions.iter().map(|&index| text.slice(&letter.questions[index].body)).collect();
        let answer = pair.answer.map(|index| &letter.answers[index]);
        let body = answer.map_or("—", |answer| text.slice(&answer.body)).replace('\n', " ¶ ");
        let see = answer.map(|answer| joined(&answer.see)).filter(|see| !see.is_empty());
        let see = see.map_or_else(String::new, |see| format!(" -> {see}"));
        let series = if pair.series == 0 { String::new() } else { format!("s{}.", pair.series + 1) };
        let asked = questions.join(" / ").replace('\n', " ¶ ");
        let doubts = "!".repeat(doubts_on(&letter, pair));
        writeln!(lines, "{series}{}: {asked} | {body}{see}{doubts}", joined(&pair.numbers))
            .expect("a string takes all");
    }
    lines
}

fn doubts_on(letter: &Letter, pair: &letter::Pair) -> usize {
    let unsure =
        |kind: &DoubtKind| matches!(kind, DoubtKind::Boundary | DoubtKind::NoHeading | DoubtKind::UnmappedGlyphs(_));
    let about = |numbers: &[Number]| pair.numbers.iter().any(|number| numbers.contains(number));
    letter.doubts.iter().filter(|d| unsure(&d.kind) && d.numbers.0 == pair.series && about(&d.numbers.1)).count()
}

#[track_caller]
fn check(source: &str, expect: &str) {
    assert_eq!(outline(source).trim(), expect.trim(), "\n{source}");
}

#[test]
fn headings_in_all_spellings() {
    check("Vraag 1\nKent u dit?\n\nAntwoord 1\nJa.\n", "1: Kent u dit? | Ja.");
    check("Vraag 1:\nKent u dit?\n\nAntwoord op vraag 1: Ja.\n", "1: Kent u dit? | Ja.");
    check("VRAAG 1\nKent u dit?\n\nANTWOORD\nJa.\n", "1: Kent u dit? | Ja.");
    check("Vraag9\nKent u dit?\n\nAntwoord9\nJa.\n", "9: Kent u dit? | Ja.");
    check("Vraag 4b\nKent u dit?\n\nBeantwoording vraag 4b\nJa.\n", "4b: Kent u dit? | Ja.");
    check("Vraag 1. Kent u dit?\n\nAntwoord. Ja.\n", "1: Kent u dit? | Ja.");
    check("Vraag 1 (VVD)\nKent u dit?\n\nAntwoord:\nJa.\n", "1: Kent u dit? | Ja.");
    check("Vraag\nKent u dit?\n\nAntwoord\nJa.\n", "1: Kent u dit? | Ja.");
    check("Vraag 1\nHoeveel?\n\nAntwoord: 38.400.\n", "1: Hoeveel? | 38.400.");
    check("Vraag 1\nHoeveel?\n\nAntwoord op vraag: 1\nTien.\n", "1: Hoeveel? | Tien.");
    check("Vraag 1\nHoeveel?\n\nNader antwoord 1\nTien.\n", "1: Hoeveel? | Tien.");
    check("Vraag nr. 2\nKent u dit?\n\nAntwoord op de vraag nr. 2\nJa.\n", "2: Kent u dit? | Ja.");
}

#[test]
fn number_lists() {
    let list = |list: &str| {
        let asked = format!("Vraag {list}\nKent u dit?\n\nAntwoord op vragen {list}\nJa.\n");
        outline(&asked).split(':').next().unwrap_or_default().to_owned()
    };
    let check = |print: &str, expect: &str| assert_eq!(list(print), expect, "{print}");
    check("3, 4 en 5", "3,4,5");
    check("3, 4en 5", "3,4,5");
    check("7, 8, en 9", "7,8,9");
    // A comma is missing in print.
    check("7, 8, 9 10 en 11", "7,8,9,10,11");
    check("4 t/m 7", "4,5,6,7");
    check("2 tot en met 4", "2,3,4");
    check("3–5", "3,4,5");
    check("1a t/m 1c", "1a,1b,1c");
    check("2 & 3", "2,3");
    check("1 en vraag 2", "1,2");
}

#[test]
fn a_sentence_is_no_heading() {
    check(
        "Vraag 1\nKent u dit?\n\nAntwoord 1\nZoals gemeld in het\nantwoord op vraag 4\nis dat zo.\n\nVraag 4 gaat daarover.\n",
        "1: Kent u dit? | Zoals gemeld in het ¶ antwoord op vraag 4 ¶ is dat zo. ¶ Vraag 4 gaat daarover.",
    );
}

#[test]
fn pairs_by_number() {
    // Answered at the end, and together.
    check(
        "Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord 2\nB.\n\nVraag 3\nDrie?\n\nAntwoord 1 en 3\nA. Zie antwoord 2.\n",
        "1,3: Een? / Drie? | A. Zie antwoord 2. -> 2\n2: Twee? | B.",
    );
    // Unanswered.
    check("Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord 2\nB.\n", "1: Een? | —\n2: Twee? | B.");
    // A bare heading after two questions answers both, with a doubt.
    check("Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord\nB.\n", "1,2: Een? / Twee? | B.!");
    // A misprinted number goes to the question before it, with doubts on both.
    check(
        "Vraag 1\nEen?\n\nAntwoord 1\nA.\n\nVraag 2\nTwee?\n\nAntwoord 1\nB.\n\nVraag 3\nDrie?\n\nAntwoord 3\nC.\n",
        "1: Een? | A.!\n2: Twee? | B.!\n3: Drie? | C.",
    );
    // An answer whose question is missing is doubtful.
    check("Vraag 1\nEen?\n\nAntwoord 1\nA.\n\nAntwoord 2\nB.\n", "1: Een? | A.\n2:  | B.!");
}

#[test]
fn a_second_numbering() {
    check(
        "Vraag 1\nEen?\n\nAntwoord 1\nA.\n\nVraag 2\nTwee?\n\nAntwoord 2\nB.\n\nVragen van het lid Y (Z)\n\nVraag 1\nUno?\n\nAntwoord 1\nC.\n\nVraag 2\nDue?\n\nAntwoord 2\nZie vraag 1.\n",
        "1: Een? | A.\n2: Twee? | B.\ns2.1: Uno? | C.\ns2.2: Due? | Zie vraag 1. -> 1",
    );
}

const LIST: &str = "Lijst van vragen en antwoorden\n\nDe commissie heeft vragen gesteld.\n\n";

#[test]
fn lists_without_headings() {
    let check = |body: &str, expect: &str| check(&format!("{LIST}{body}"), expect);
    check("1\nEen?\n\nJa.\n\n2\nTwee?\n\nNee.\n", "1: Een? | Ja.\n2: Twee? | Nee.");
    check(
        "1. Een?\n\nJa.\n\n2. Twee? Drie?\n\nNee.\n\nToch wel.\n",
        "1: Een? | Ja.\n2: Twee? Drie? | Nee. ¶ Toch wel.",
    );
    check(
        "Vraag 1\nEen? Ja.\n\nVraag 2\nTwee? Zo nee, waarom niet? Nee. Nooit.\n",
        "1: Een? | Ja.\n2: Twee? Zo nee, waarom niet? | Nee. Nooit.",
    );
    // Groups, a gap, and a number with a letter.
    check(
        "1\nEen?\n\nJa.\n\n2, 3 en 4\nTwee?\n\nNee.\n\n5\nVijf?\n\nOok.\n",
        "1: Een? | Ja.\n2,3,4: Twee? | Nee.\n5: Vijf? | Ook.",
    );
    check(
        "1. Een?\n\nJa.\n\n2 t/m 4. Twee?\n\nNee.\n\n9. Negen?\n\nOok.\n",
        "1: Een? | Ja.\n2,3,4: Twee? | Nee.\n9: Negen? | Ook.",
    );
    // A year may open a question that asks.
    check(
        "1. Een?\n\nJa.\n\n2. 2024 was een druk jaar. Klopt dat?\n\nNee.\n\n3. Drie?\n\nOok.\n",
        "1: Een? | Ja.\n2: 2024 was een druk jaar. Klopt dat? | Nee.\n3: Drie? | Ook.",
    );
    check("1a. Een?\n\nJa.\n\n1b. Twee?\n\nNee.\n", "1a: Een? | Ja.\n1b: Twee? | Nee.");
    // A list inside an answer is not the list of questions.
    check(
        "1. Een?\n\nNamelijk:\n\n1. dit.\n\n2. Dat.\n\n2. Twee?\n\nNee.\n\n3. Drie?\n\nJa.\n",
        "1: Een? | Namelijk: ¶ 1. dit. ¶ 2. Dat.\n2: Twee? | Nee.\n3: Drie? | Ja.",
    );
    // Two paragraphs of question; and a question that does not ask, with a doubt.
    check(
        "1\nEen?\n\nEn hoe?\n\nJa.\n\n2\nNoem de cijfers.\n\nTien.\n",
        "1: Een? ¶ En hoe? | Ja.\n2: Noem de cijfers. | Tien.!",
    );
}

#[test]
fn a_list_in_which_no_question_is_found_says_so() {
    let doubts = |source: &str| letter::parse(&layout::from_plain(source)).doubts;
    let doubtful = |source: &str| doubts(source).iter().any(|doubt| doubt.kind == DoubtKind::NoQuestions);
    assert!(doubtful(&format!("{LIST}Hier staat alleen een mededeling van het kabinet.\n")));
    assert!(!doubtful(&format!("{LIST}1\nEen?\n\nJa.\n")));
}

#[test]
fn a_letter_with_numbered_measures_has_no_pairs() {
    check(
        "Geachte voorzitter,\n\nIk neem drie maatregelen.\n\n1. Meer geld.\n\n2. Meer mensen.\n\n3. Meer tijd.\n",
        "",
    );
}

#[test]
fn the_last_answer_ends_before_the_signature() {
    let letter = |tail: &str| format!("Vraag 1\nEen?\n\nAntwoord 1\nJa, dat is zo.\n\n{tail}");
    let check = |tail: &str| check(&letter(tail), "1: Een? | Ja, dat is zo.");
    check("De Minister van Financiën,\n\nW.B. Hoekstra\n");
    check("Hoogachtend,\n\nde minister van Sociale Zaken en Werkgelegenheid,\n\nC.E.G. van Gennip\n");
    check("Toelichting:\nDeze vragen dienen ter aanvulling op eerdere vragen.\n");
    check("2024Z03816\n(ingezonden 6 maart 2024)\n\nVragen van het lid X (Y)\n");
}

#[test]
fn pointers() {
    let see = |answer: &str| {
        let source = format!(
            "Vraag 1\nA?\n\nAntwoord 1\nJa.\n\nVraag 2\nB?\n\nAntwoord 2\nJa.\n\nVraag 3\nC?\n\nAntwoord 3\nJa.\n\nVraag 4\nD?\n\nAntwoord 4\n{answer}\n"
        );
        let text = layout::from_plain(&source);
        joined(&letter::parse(&text).answers[3].see)
    };
    let check = |answer: &str, expect: &str| assert_eq!(see(answer), expect, "{answer}");
    check("Zie het antwoord op vraag 1.", "1");
    check("Zie de antwoorden op de vragen 2, 3 en 1.", "1,2,3");
    check("Zoals in mijn antwoord 1 t/m 3 staat.", "1,2,3");
    check("Zie de beantwoording bij vraag 3 en dit antwoord op vraag 4.", "3");
    // Of another letter, of no question, an amount.
    check("Zie vraag 2 van de schriftelijke vragen over water.", "");
    check("Dat vraagt 3 jaar.", "");
    check("Zie het antwoord op vraag 9.", "");
    check("Zoals hiervoor aangegeven.", "");
}

const HEAD: &str =
    "Tweede Kamer der Staten-Generaal\n\nVergaderjaar 2023–2024\n\nAanhangsel van de Handelingen\n\n1314\n\n";

/// The front matter of an Aanhangsel with this heading, in one line.
fn front(heading: &str) -> String {
    let text = layout::from_plain(&format!("{HEAD}{heading}\n\nVraag 1\nEen?\n\nAntwoord 1\nJa.\n"));
    let front = letter::parse(&text).front;
    let askers: Vec<String> =
        front.askers.iter().map(|a| format!("{} ({})", a.name, a.party.as_deref().unwrap_or("—"))).collect();
    let responders: Vec<String> = front
        .responders
        .iter()
        .map(|r| {
            let behalf = if r.on_behalf { "*" } else { "" };
            format!("{behalf}{}: {}", r.name.as_deref().unwrap_or("—"), r.office.as_deref().unwrap_or("—"))
        })
        .collect();
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "—".to_owned(), |day| day.to_string());
    format!(
        "{} | {} | {} | {} | {} | {}",
        front.identifier.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string),
        askers.join(", "),
        front.title.as_deref().unwrap_or("—"),
        day(front.asked),
        responders.join("; "),
        day(front.date),
    )
}

#[test]
fn headings_of_an_aanhangsel() {
    let check = |heading: &str, expect: &str| {
        assert_eq!(front(heading), format!("ah-tk-20232024-1314 | {expect}"), "{heading}");
    };
    check(
        "Vragen van de leden Mutluer (GroenLinks-PvdA) en Kostić (PvdD) aan de Minister van Onderwijs, Cultuur en Wetenschap over het bericht «A over B» (ingezonden 6 maart 2024). Antwoord van Minister Dijkgraaf (Onderwijs, Cultuur en Wetenschap) (ontvangen 25 maart 2024).",
        "Mutluer (GroenLinks-PvdA), Kostić (PvdD) | het bericht «A over B» | 2024-03-06 | Dijkgraaf: Minister (Onderwijs, Cultuur en Wetenschap) | 2024-03-25",
    );
    // One bracket for several, a name with particles, several offices on behalf.
    check(
        "Vragen van de leden Van der Lee en De Vries (beiden VVD) aan de Staatssecretarissen van Volksgezondheid, Welzijn en Sport en van Justitie en Veiligheid over zorg (ingezonden 1 juni 2024). Antwoord van Staatssecretaris Van Huffelen (Binnenlandse Zaken en Koninkrijksrelaties), mede namens de Staatssecretarissen van Volksgezondheid, Welzijn en Sport en van Justitie en Veiligheid (ontvangen 2 juli 2024).",
        "Van der Lee (VVD), De Vries (VVD) | zorg | 2024-06-01 | Van Huffelen: Staatssecretaris (Binnenlandse Zaken en Koninkrijksrelaties); *—: Staatssecretaris van Volksgezondheid, Welzijn en Sport; *—: Staatssecretaris van Justitie en Veiligheid | 2024-07-02",
    );
    // An article inside a name, and a bracket behind it.
    check(
        "Vragen van het lid Inge vanDijk (CDA) aan de Minister van Financiën over geld (ingezonden 3 mei 2024). Antwoord van Minister Heinen (Financiën), mede namens de Minister van Binnenlandse Zaken en de Koninkrijksrelaties (ontvangen 4 mei 2024).",
        "Inge vanDijk (CDA) | geld | 2024-05-03 | Heinen: Minister (Financiën); *—: Minister van Binnenlandse Zaken en de Koninkrijksrelaties | 2024-05-04",
    );
    // No name in the heading; a list of two ministers.
    check(
        "Vragen van het lid Inge vanDijk (CDA) aan de Minister van Financiën over geld (ingezonden 3 mei 2024). Antwoord van de Minister van Financiën en de Minister voor Rechtsbescherming (ontvangen 4 mei 2024).",
        "Inge vanDijk (CDA) | geld | 2024-05-03 | —: Minister van Financiën; —: Minister voor Rechtsbescherming | 2024-05-04",
    );
    check(
        "Vragen van het lid Faber-van de Klashorst(PVV) aan de Minister-President over iets (ingezonden 3 mei 2024). Antwoord van Minister-President Rutte (Algemene Zaken), mede namens de Minister van Buitenlandse Zaken (ontvangen 4 mei 2024).",
        "Faber-van de Klashorst (PVV) | iets | 2024-05-03 | Rutte: Minister-President (Algemene Zaken); *—: Minister van Buitenlandse Zaken | 2024-05-04",
    );
}

#[test]
fn notes_of_plain_text() {
    let source = "Vraag 1\nKent u het bericht van 20225 en de brief1, 2 over CO2?\n\nAntwoord 1\nJa, dat «stuk»3 ook. Het was in 20214.\n\n1 Kamerstuk 32 847, nr. 808.\n2 NRC, 1 mei 2022.\n3 Zie: https://www.voorbeeld.nl/een/\ntwee.\n4 Idem.\n";
    let text = layout::from_plain(source);
    let letter = letter::parse(&text);
    // There is no note 5: the year keeps its digits, however odd.
    assert_eq!(text.slice(&letter.questions[0].body), "Kent u het bericht van 20225 en de brief over CO2?");
    assert_eq!(text.slice(&letter.answers[0].body), "Ja, dat «stuk» ook. Het was in 2021.");
    let notes: Vec<String> = letter
        .notes
        .iter()
        .map(|note| {
            let places: Vec<String> =
                note.places.iter().map(|p| format!("{:?} {}", p.kind, joined(&p.numbers))).collect();
            format!("{} {} @ {}", note.mark, text.slice(&note.body), places.join(", "))
        })
        .collect();
    assert_eq!(
        notes,
        [
            "1 Kamerstuk 32 847, nr. 808. @ Question 1",
            "2 NRC, 1 mei 2022. @ Question 1",
            "3 Zie: https://www.voorbeeld.nl/een/twee. @ Answer 1",
            "4 Idem. @ Answer 1",
        ]
    );
}

#[test]
fn a_list_of_bare_numbers_is_no_note_block() {
    check(
        &format!("{LIST}1\nWat kost dat?\n\nTien.\n\n2\nEn dit?\n\nElf.\n"),
        "1: Wat kost dat? | Tien.\n2: En dit? | Elf.",
    );
}

/// A list of this many questions, as bare numbers.
fn long_list(count: usize) -> String {
    (1..=count).fold(LIST.to_owned(), |mut list, number| {
        write!(list, "{number}\nWat is het antwoord?\n\nDat is {number}, zoals bekend.\n\n")
            .expect("a string takes all");
        list
    })
}

#[test]
fn four_hundred_questions() {
    let text = layout::from_plain(&long_list(400));
    assert_eq!(letter::parse(&text).pairs.len(), 400);
}

/// Spans of blocks and sections, in order of place.
fn spans(letter: &Letter) -> Vec<Range<usize>> {
    let questions = letter.questions.iter().map(|question| question.body.clone());
    let answers = letter.answers.iter().map(|answer| answer.body.clone());
    let sections = letter.sections.iter().map(letter::Section::span);
    let mut spans: Vec<Range<usize>> = questions.chain(answers).chain(sections).filter(|at| !at.is_empty()).collect();
    spans.sort_by_key(|at| at.start);
    spans
}

/// Pieces of letters in any order, among noise.
fn any_letter() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Vraag 1\n".to_owned()),
        Just("Antwoord\n".to_owned()),
        Just("Antwoord op vragen 2 en 3:\n".to_owned()),
        Just("Mededeling\n".to_owned()),
        Just("1. Waarom?\n\n".to_owned()),
        Just("De Minister van Financiën,\nW. Hoekstra\n".to_owned()),
        Just("\u{c}".to_owned()),
        Just("1 Kamerstuk 32 847, nr. 808.\n".to_owned()),
        (1..30u32).prop_map(|number| format!("Vraag {number}\nKent u dit{number}?\n\n")),
        (1..30u32).prop_map(|number| format!("{number}\n")),
        "[ -~«»é–\u{a0}]{0,60}\n{0,2}",
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_a_letter(source in "\\PC{0,400}") {
        let text = layout::from_plain(&source);
        let letter = letter::parse(&text);
        prop_assert!(letter.pairs.len() <= letter.questions.len() + letter.answers.len());
    }

    #[test]
    fn blocks_headings_and_sections_are_all_of_the_body(source in any_letter()) {
        let text = layout::from_plain(&source);
        let letter = letter::parse(&text);
        let spans = spans(&letter);
        for pair in spans.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start, "{pair:?} overlap");
        }
        // What is in no span is a heading, a number that leads a question, or white space.
        let body: Vec<_> = text.paragraphs().iter().filter(|p| p.flow == Flow::Body).collect();
        let mut at = body.first().map_or(0, |p| p.at.start);
        let end = body.last().map_or(0, |p| p.at.end);
        for span in spans.iter().cloned().chain(std::iter::once(end..end)) {
            let gap = text.slice(&(at.min(span.start)..span.start)).trim();
            let words = gap.split_whitespace().filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
            for word in words {
                let folded = word.trim_end_matches([':', '.', ',', '-', '–', ')', ';']).to_lowercase();
                // «Vraag 1 a.» is a number with a letter.
                let heading = ["op", "en", "onder", "mededeling", ""].contains(&folded.as_str())
                    || ["vrag", "vraag", "antwoord"].iter().any(|word| folded.starts_with(word))
                    || matches!(folded.as_bytes(), [b'a'..=b'z']);
                prop_assert!(heading, "lost: {gap:?}");
            }
            at = at.max(span.end);
        }
    }
}
