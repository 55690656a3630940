//! Answers as files to take along: CSV, NDJSON, Markdown.
//!
//! **Invariant:** a cell of a CSV never begins as a formula does: a spreadsheet that opens it runs nothing.

use std::fmt::Write as _;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::failure::Failure;
use super::pages::earlier_questions::Drafts;
use super::pages::letter::find;
use super::pages::paper::id_of_path;
use super::pages::search::who;
use super::pages::{Visit, earlier_questions as drafts};
use super::params::segment;
use super::state::App;
use super::words::Words;
use super::{api, copy, query, text};
use crate::record::{Number, Record};
use crate::search::{Hit, MAX_LIMIT, Options};

/// Hits of a download: what a spreadsheet and its reader can take; who needs more pages through the API.
const HITS: usize = MAX_LIMIT;
/// Byte order mark: without it Excel takes UTF-8 for Windows-1252.
const MARK: &str = "\u{feff}";

/// A row of cells as CSV (RFC 4180).
fn row(csv: &mut csv::Writer<Vec<u8>>, cells: &[String]) -> Result<(), Failure> {
    csv.write_record(cells.iter().map(|cell| safe(cell))).map_err(|error| Failure::internal(&error))
}

/// An apostrophe before what a spreadsheet would take for a formula.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

fn as_csv(name: &str, head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Response, Failure> {
    let mut csv = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    csv.write_record(head).map_err(|error| Failure::internal(&error))?;
    for cells in rows {
        row(&mut csv, &cells)?;
    }
    let bytes = csv.into_inner().map_err(|error| Failure::internal(&error.error()))?;
    Ok(attached("text/csv; charset=utf-8", name, bytes))
}

/// A file to be saved under a name.
fn attached(kind: &'static str, name: &str, body: impl IntoResponse) -> Response {
    let safe: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-.".contains(c) { c } else { '_' }).collect();
    let disposition = format!("attachment; filename=\"{safe}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], body).into_response()
}

fn numbers(list: &[Number]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The hits of a search, in its order.
async fn hits(app: &App, visit: &Visit) -> Result<Vec<Hit>, Failure> {
    let asked = query::search(&visit.params.without("pagina"), HITS, Vec::new());
    if asked.query.is_empty() {
        return Err(Failure::bad_request("empty-query", "expected something to look for in `q`, or a filter"));
    }
    Ok(app.ask(move |index| index.searcher.search(&asked.query, asked.unread, &asked.options)).await?.hits)
}

/// `/zoeken.csv`: one row a question with its answer, or a piece of other text.
pub(super) async fn search_csv(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let hits = hits(&app, &visit).await?;
    let head = [
        "id",
        "datum",
        "soort",
        "titel",
        "vragen",
        "vraag",
        "antwoord (begin)",
        "gevraagd door en beantwoord door",
        "pagina's",
        "officieel",
    ];
    let rows = hits.into_iter().map(|hit| {
        vec![
            hit.id.to_string(),
            hit.date.as_ref().map(ToString::to_string).unwrap_or_default(),
            visit.words.kind(hit.kind).to_owned(),
            hit.title.clone().unwrap_or_default(),
            numbers(&hit.numbers),
            hit.question.clone().unwrap_or_default(),
            hit.answer
                .clone()
                .unwrap_or_else(|| if hit.question.is_none() { hit.snippet.text.clone() } else { String::new() }),
            who(visit.words, &hit.askers, &hit.responders),
            hit.pages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            copy::official(hit.letter.as_str()).unwrap_or_default(),
        ]
    });
    as_csv("vraagbaak.csv", &head, rows)
}

/// `/zoeken.ndjson`: the hits as the API gives them, one a line.
pub(super) async fn search_ndjson(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let mut lines = String::new();
    for hit in hits(&app, &visit).await? {
        lines.push_str(&serde_json::to_string(&hit).expect("a hit is plain data"));
        lines.push('\n');
    }
    Ok(attached("application/x-ndjson", "vraagbaak.ndjson", lines))
}

/// `/kamerstuk/{id}/plaatsen.csv`, `/dossier/{number}/plaatsen.csv`: one row a mention.
pub(super) async fn places_csv(
    State(app): State<App>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (id, options) = (id_of_path(&visit.path, &id), Options { limit: HITS, ..Options::default() });
    let cites = app.ask(move |index| index.searcher.cites(&id, &options)).await?;
    let head = [
        "stuk",
        "brief",
        "vraag",
        "plaats",
        "datum",
        "soort",
        "titel",
        "zoals gedrukt",
        "omgeving",
        "pagina",
        "officieel",
    ];
    let rows = cites.hits.into_iter().map(|hit| {
        vec![
            hit.id.to_string(),
            hit.letter.to_string(),
            hit.pair.as_ref().map(ToString::to_string).unwrap_or_default(),
            hit.place.to_string(),
            hit.date.as_ref().map(ToString::to_string).unwrap_or_default(),
            visit.words.kind(hit.kind).to_owned(),
            hit.title.clone().unwrap_or_default(),
            hit.text.clone(),
            hit.context.text.clone(),
            hit.page.map(|page| page.to_string()).unwrap_or_default(),
            copy::official(hit.letter.as_str()).unwrap_or_default(),
        ]
    });
    as_csv(&format!("{}.csv", cites.id), &head, rows)
}

/// `/brief/{id}/brief.json`: the letter object.
pub(super) async fn letter_json(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    let (shown, _) = find(&app, &id, None).await?;
    let disposition = format!("attachment; filename=\"{}.json\"", segment(&id));
    Ok(([(header::CONTENT_DISPOSITION, disposition)], api::json(&shown)).into_response())
}

/// `/brief/{id}/vragen.csv`: one row a pair.
pub(super) async fn letter_csv(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    let (shown, _) = find(&app, &id, None).await?;
    let record = shown.letter;
    let head = ["id", "vragen", "vraag", "antwoord", "pagina's", "onzeker"];
    let rows = record.pairs.iter().map(|pair| {
        let questions: Vec<&str> = pair.questions.iter().map(|question| question.text.as_str()).collect();
        vec![
            pair.id.to_string(),
            numbers(&pair.numbers),
            questions.join("\n\n"),
            pair.answer.as_ref().map(|answer| answer.text.clone()).unwrap_or_default(),
            pair.pages().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            if record.is_doubted(&pair.id) { "ja" } else { "" }.to_owned(),
        ]
    });
    as_csv(&format!("{id}.csv"), &head, rows)
}

/// `/brief/{id}/brief.md`: the letter to read and edit; texts as printed, marks of notes as `[^1]`.
pub(super) async fn letter_markdown(
    State(app): State<App>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (shown, _) = find(&app, &id, None).await?;
    Ok(attached("text/markdown; charset=utf-8", &format!("{id}.md"), markdown(visit.words, &shown.letter)))
}

fn markdown(words: Words, record: &Record) -> String {
    use crate::record::{SectionPart, TextOf};
    let annotated = text::Annotations::of(record);
    let body = |of: TextOf| annotated.markdown(of);
    let mut out = String::new();
    let title = record.title.clone().unwrap_or_else(|| words.kind(record.kind).to_owned());
    let _infallible = writeln!(out, "# {}\n", text::escaped(&title));
    let date = record.date.as_ref().map(|date| words.date(date)).unwrap_or_default();
    let _infallible =
        writeln!(out, "{} · {date} · {}\n", words.kind(record.kind), who(words, &record.askers, &record.responders));
    if let Some(address) = copy::official(record.id.as_str()) {
        let _infallible = writeln!(out, "<{address}>\n");
    }
    let sections = |out: &mut String, part: SectionPart| {
        for (at, section) in record.sections.iter().enumerate().filter(|(_, section)| section.part == part) {
            if let Some(heading) = &section.heading {
                let _infallible = writeln!(out, "## {}\n", text::escaped(heading));
            }
            let _infallible = writeln!(out, "{}\n", body(TextOf::Section(at)));
        }
    };
    if record.pairs.is_empty() {
        sections(&mut out, SectionPart::Front);
    }
    for (at, pair) in record.pairs.iter().enumerate() {
        for (number, question) in pair.questions.iter().enumerate() {
            let heading = words.question_heading(&question.numbers);
            let _infallible =
                writeln!(out, "## {heading}\n\n{}\n", body(TextOf::Question { pair: at, question: number }));
        }
        let answer = match &pair.answer {
            Some(_) => body(TextOf::Answer { pair: at }),
            None => format!("*{}*", words.no_answer_here()),
        };
        let _infallible = writeln!(out, "### {}\n\n{answer}\n", words.answer_heading(&pair.numbers));
    }
    sections(&mut out, SectionPart::Other);
    for at in 0..record.footnotes.len() {
        let _infallible =
            writeln!(out, "[^{}]: {}\n", annotated.label(at), body(TextOf::Footnote(at)).replace("\n\n", "\n    "));
    }
    out
}

/// `POST /al-eerder-gevraagd.md`: what was found for the drafts; sent to nobody else and kept nowhere.
pub(super) async fn drafts_markdown(
    State(app): State<App>,
    visit: Visit,
    Form(Drafts { tekst }): Form<Drafts>,
) -> Result<Response, Failure> {
    let results = drafts::earlier(&app, tekst, None).await?.0;
    let words = visit.words;
    let mut out = format!("# {}\n", words.asked_before());
    for (at, result) in results.iter().enumerate() {
        let _infallible = write!(out, "\n## {}. {}\n", at + 1, text::escaped(&result.query.replace('\n', " ")));
        if result.hits.is_empty() {
            let _infallible = write!(out, "\n{}.\n", words.no_match());
        }
        for hit in &result.hits {
            let question = hit.question.as_deref().unwrap_or_default().replace('\n', " ");
            let answer = hit.answer.as_deref().unwrap_or(words.no_answer_here()).replace('\n', " ");
            let _infallible = write!(
                out,
                "\n- **{}** ({})\n  {}\n  {}\n",
                text::escaped(&question),
                hit.likeness.as_ref().and_then(|likeness| likeness.strength).map_or("", |one| words.strength(one)),
                text::escaped(&answer),
                copy::of_hit(&app, hit).replace('\n', " ")
            );
        }
    }
    let response = attached("text/markdown; charset=utf-8", "al-eerder-gevraagd.md", out);
    Ok(([(header::CACHE_CONTROL, "no-store")], response).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("-plekken"), "'-plekken");
        assert_eq!(safe("Ja."), "Ja.");
    }
}
