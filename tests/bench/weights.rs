//! Prints all explanations of letters with their signs: `tests/weights` fits the weights of the signs on them.
//!
//! A line of JSON for each file that is named: the file, and of each explanation, the best first, its signs, its worth,
//! its headings and its pairs.

use serde_json::{Value, json};
use vraagbaak::document;
use vraagbaak::letter::{self, Weighed};

#[expect(clippy::print_stdout, reason = "what is printed is the result")]
fn main() {
    for file in std::env::args().skip(1).filter(|word| !word.starts_with("--")) {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let Ok(document) = document::read(&bytes) else { continue };
        let explained = letter::weighed(&document.text);
        println!("{}", json!({"file": file, "explanations": explained.iter().map(shown).collect::<Vec<_>>()}));
    }
}

fn shown(explanation: &Weighed) -> Value {
    json!({
        "signs": explanation.signs,
        "worth": explanation.worth,
        "heads": explanation.heads,
        "pairs": explanation.pairs,
    })
}
