//! What the help of `search` and `suggest` says of the fields of the query language.

use std::fmt::Write;

use crate::search::{FIELDS, Suggested};

/// Columns of an example of a field, before what it finds.
const EXAMPLE: usize = 29;

/// How to search: examples, operators, the fields of the table, and what else is good to know.
pub(super) fn search() -> String {
    let mut help = OPERATORS.to_owned();
    for row in FIELDS {
        let example = format!("{}:{}", row.field.name(), row.example);
        writeln!(help, "  {example:<EXAMPLE$} {}", row.finds.1).expect("a string takes all");
    }
    help.push_str(BRACKETS);
    let english: Vec<String> =
        FIELDS.iter().filter_map(|row| row.english.first()).map(|name| format!("{name}:")).collect();
    writeln!(help, "English names do as well: {}.", english.join(" ")).expect("a string takes all");
    help + REST
}

/// How words and names are completed.
pub(super) fn suggest() -> String {
    let kinds: Vec<&str> = Suggested::all().into_iter().map(Suggested::name).collect();
    format!("{BEGINNINGS}Prints for each suggestion its kind ({}), the text, {AND_COUNT}", kinds.join(", "))
}

const OPERATORS: &str = "\
Examples:
  vraagbaak search wachtlijst jeugdzorg
  vraagbaak search '\"passend onderwijs\" OF thuiszitters'
  vraagbaak search 'antwoord:stikstof NIET vraag:veestapel datum:2023-01..2023-06'
  vraagbaak search --ministerie OCW --facets lerarentekort
  vraagbaak search --ministerie VRO+ --sort newest woningbouw   also by its predecessors
  vraagbaak search --count 'kamerstuk:32847-808 -soort:mededeling'
  vraagbaak search 'kamerstuk:32847-808'

The query:
  passend onderwijs             both words, in any inflection, also as parts of longer words
  \"passend onderwijs\"           exactly so; also «…», “…”, ‘…’
  wachtlijst*                   words that begin so (two letters at least)
  trein OF bus                  either; also OR, |
  trein NIET bus, trein -bus    not; also NOT
  (trein OF bus) vertraging     brackets
";

const BRACKETS: &str = "\
Before brackets a field counts for all in them: lid:(Klaver OF Mutluer).
";

const REST: &str = "\
At most 64 words and values of the first 4,000 characters are looked for; what is left out is said.
Abbreviations find their full names and the other way round, with less weight. Where nothing has what \
was typed, words and names that the index does not know are read as the nearest that it does, and that \
is said; phrases never are.
A party is found by any of its names, and so is what it became or merged into: fractie:GL finds \
GroenLinks and GroenLinks-PvdA. What else was looked for is said.
A plus after a ministry (ministerie:VRO+) also finds the ministries before it that did its work, each in \
the years in which it did; one after a party (fractie:NSC+) finds the parties before it.
The same answer in several letters, such as the ministry's own and the Aanhangsel, is one result with \
its publications, and is counted once. Answers are the same where the letters and digits of question and \
answer are; short ones («Ja.») only beside a longer one that is. A question that a letter leaves open \
names the answer that was given since.
Facets count the whole result. One that the query limits itself (soort:brief) is counted as if it did \
not: it says how much there would be with each other value.
A query that begins with a dash comes after `--`.
Exit status: 1 if nothing was found.";

const BEGINNINGS: &str = "\
Examples:
  vraagbaak suggest jeugdz                  words that begin so, as they are printed
  vraagbaak suggest 'wachtlijsten jeugdz'   those that stand in one pair with the words before
  vraagbaak suggest 'van der p'             members, ministers, parties and ministries of that name
  vraagbaak suggest '36 200 V'              dossiers and Kamerstukken whose numbers begin so
  vraagbaak suggest 'lid:mut'               only what fits the field

";

const AND_COUNT: &str = "\
and in how many pairs and sections it is found; the most frequent of each \
kind first. With --json also the query that it makes of PREFIX.
A PREFIX of words looks for titles as well, from two words on; stop words are not suggested.
Exit status: 1 if nothing begins so.";
