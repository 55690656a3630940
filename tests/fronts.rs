//! Whole invented letters as plain text, each with what must be read of it: `letters/fronts.txt` for what a letter says
//! of itself, `letters/bodies.txt` for its pairs and sections.

use std::fmt::Write as _;

use vraagbaak::citation::Kamer;
use vraagbaak::layout::{self, Text};
use vraagbaak::letter::{self, Letter};
use vraagbaak::record::{Number, SectionPart};

/// Name, letter and right reading of every case of a file.
fn cases(file: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    file.split("\n=== ").skip(1).map(|case| {
        let (name, rest) = case.split_once('\n').expect("a name is a line of its own");
        let (source, expect) = rest.split_once("\n---\n").expect("a line of three hyphens ends the letter");
        (name, source, expect.trim_end())
    })
}

#[track_caller]
fn check(file: &str, outline: fn(&Text, &Letter) -> String) {
    let mut wrong = String::new();
    let mut all = 0;
    for (name, source, expect) in cases(file) {
        all += 1;
        let text = layout::from_plain(source);
        let found = outline(&text, &letter::parse(&text));
        let (found, expect): (Vec<&str>, Vec<&str>) = (found.trim_end().lines().collect(), expect.lines().collect());
        if found == expect {
            continue;
        }
        writeln!(wrong, "=== {name}").expect("a string takes all");
        for line in expect.iter().filter(|line| !found.contains(line)) {
            writeln!(wrong, "  missing: {line}").expect("a string takes all");
        }
        for line in found.iter().filter(|line| !expect.contains(line)) {
            writeln!(wrong, "  instead: {line}").expect("a string takes all");
        }
    }
    let failed = wrong.matches("=== ").count();
    assert!(wrong.is_empty(), "{failed} of {all} letters are read wrongly\n{wrong}");
}

/// What a letter says of itself, one value a line.
fn front(_: &Text, letter: &Letter) -> String {
    let front = &letter.front;
    let kind = serde_json::to_value(letter.kind).expect("a kind is a string");
    let mut lines = vec![format!("kind {}", kind.as_str().expect("a kind is a string"))];
    let mut add = |key: &str, value: Option<String>| lines.extend(value.map(|value| format!("{key} {value}")));
    add("chamber", front.chamber.filter(|kamer| *kamer == Kamer::Eerste).map(|kamer| kamer.to_string()));
    add("id", front.identifier.as_ref().map(ToString::to_string));
    add("year", front.vergaderjaar.map(|year| year.to_string()));
    add("asked", front.asked.map(|day| day.to_string()));
    add("date", front.date.map(|day| day.to_string()));
    add("other date", front.other_date.as_ref().map(|(day, _)| day.to_string()));
    add("title", front.title.clone());
    add("committee", front.committee.clone());
    for asker in &front.askers {
        add("asker", Some(format!("{} ({})", asker.name, asker.party.as_deref().unwrap_or("—"))));
    }
    for responder in &front.responders {
        let name = responder.name.as_deref().unwrap_or("—");
        let office = responder.office.as_deref().unwrap_or("—");
        let ministry = responder.ministry().map_or_else(String::new, |key| format!(" [{key}]"));
        let key = if responder.on_behalf { "behalf" } else { "responder" };
        add(key, Some(format!("{name}: {office}{ministry}")));
    }
    for number in &front.case_numbers {
        add("case", Some(number.to_string()));
    }
    lines.join("\n")
}

fn joined(numbers: &[Number]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// Pairs, or in a letter without any its sections by their headings.
fn body(text: &Text, letter: &Letter) -> String {
    let mut lines = Vec::new();
    for pair in &letter.pairs {
        let questions: Vec<&str> =
            pair.questions.iter().map(|&index| text.slice(&letter.questions[index].body)).collect();
        let answer = pair.answer.map(|index| &letter.answers[index]);
        let given = answer.map_or("—", |answer| text.slice(&answer.body)).replace('\n', " ¶ ");
        let see = answer.map(|answer| joined(&answer.see)).filter(|see| !see.is_empty());
        let see = see.map_or_else(String::new, |see| format!(" -> {see}"));
        let series = if pair.series == 0 { String::new() } else { format!("s{}.", pair.series + 1) };
        let asked = questions.join(" / ").replace('\n', " ¶ ");
        lines.push(format!("{series}{}: {asked} | {given}{see}", joined(&pair.numbers)));
    }
    if letter.pairs.is_empty() {
        for section in &letter.sections {
            let part = if section.part == SectionPart::Front { "front" } else { "other" };
            let heading = section.heading.as_ref().map_or("—", |at| text.slice(at).trim());
            lines.push(format!("{part} {heading}"));
        }
    }
    lines.join("\n")
}

#[test]
fn letters_say_who_asks_and_who_answers() {
    check(include_str!("letters/fronts.txt"), front);
}

#[test]
fn bodies_are_pairs_and_sections() {
    check(include_str!("letters/bodies.txt"), body);
}
