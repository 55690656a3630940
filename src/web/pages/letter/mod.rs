//! The page of a letter: facts, questions with answers, notes, citations.
//!
//! **Invariant:** every pair has a permanent address, `/brief/{id}/v3`, whatever part of a long letter it stands in.

mod parts;
mod view;

use std::fmt::Write as _;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Visit, html};
use crate::citation::Citation;
use crate::record::{Language, Pair, Record};
use crate::search::{Highlights, Query, Shown, ShownLetter};
use crate::web::address_of_letter;
use crate::web::failure::Failure;
use crate::web::source::Absent;
use crate::web::state::App;
use crate::web::words::Words;

use parts::parts;
pub(in crate::web) use view::{CutView, Places, TrustLine, WarningView, cuts, trust_line, warnings_of};

/// The page of a letter.
pub(in crate::web) async fn show(
    State(app): State<App>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (letter, marks) = find(&app, &id, visit.params.get("q")).await?;
    let wants_pdf = visit.params.get("weergave") == Some("pdf");
    let places = if wants_pdf { Some(places(&app, &letter.letter).await?) } else { None };
    html(&view::page(&app, &visit, &letter, &marks, places.as_ref()))
}

/// Where the texts of a letter are printed, or why that cannot be shown.
pub(in crate::web) async fn places(app: &App, record: &Record) -> Result<Result<Places, Absent>, Failure> {
    let (own, record) = (app.clone(), record.clone());
    app.ask(move |index| {
        Ok(match own.sources().of(&record) {
            Err(absent) => Err(absent),
            Ok(source) => match index.searcher.page_maps(&record)? {
                maps if maps.is_empty() => Err(Absent::NoPdf),
                maps => Ok((source, maps)),
            },
        })
    })
    .await
}

/// A letter by its id, with what of a query is highlighted in it.
pub(in crate::web) async fn find(
    app: &App,
    id: &str,
    query: Option<&str>,
) -> Result<(ShownLetter, Highlights), Failure> {
    let (wanted, query) = (id.to_owned(), query.map(|typed| Query::parse(typed).0));
    let found = app
        .ask(move |index| {
            let marks = query.map(|query| index.searcher.highlights(&query)).unwrap_or_default();
            Ok((index.searcher.show(&wanted)?, marks))
        })
        .await?;
    match found {
        (Some(Shown::Letter(letter)), marks) if letter.letter.id.as_str() == id => Ok((*letter, marks)),
        _ => Err(unknown(id)),
    }
}

fn unknown(id: &str) -> Failure {
    let canonical = id.parse::<Citation>().map(|citation| citation.id()).ok();
    let meant = canonical.filter(|canonical| canonical != id).into_iter().collect();
    Failure::not_found(format!("the index holds no letter `{id}`")).about(id).meant(meant)
}

/// The permanent address of a pair (`v3`), or its text (`v3.txt`).
pub(in crate::web) async fn pair(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (anchor, wants_text) = name.strip_suffix(".txt").map_or((name.as_str(), false), |anchor| (anchor, true));
    let (shown, _) = find(&app, &id, None).await?;
    let record = &shown.letter;
    let named = format!("{id}#{anchor}").parse().ok();
    let at = named
        .and_then(|id| record.pair_at(&id))
        .ok_or_else(|| Failure::not_found(format!("the letter `{id}` has no question `{anchor}`")).about(anchor))?;
    if wants_text {
        let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
        return Ok((plain, plain_text(&record.pairs[at])).into_response());
    }
    let part = parts(record).iter().position(|range| range.contains(&at)).unwrap_or(0);
    let params = if part == 0 { visit.params } else { visit.params.with("deel", &(part + 1).to_string()) };
    Ok(Redirect::to(&format!("{}#{anchor}", params.of(&address_of_letter(&record.id)))).into_response())
}

/// What is copied of a pair: the question as printed, and the answer.
fn plain_text(pair: &Pair) -> String {
    let words = Words(Language::Dutch);
    let mut text = String::new();
    for question in &pair.questions {
        let _infallible = write!(text, "{}\n{}\n\n", words.question_heading(&question.numbers), question.text);
    }
    let _infallible = match &pair.answer {
        Some(answer) => writeln!(text, "{}\n{}", words.answer_heading(&pair.numbers), answer.text),
        None => writeln!(text, "{}", words.no_answer_here()),
    };
    text
}
