//! The API: the same JSON as `--json` prints.
//!
//! **Invariant:** the answers are those of the command line: the same types, asked in the same way.
//! **Invariant:** drafts travel in bodies and are kept nowhere.

use std::sync::LazyLock;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::failure::Failure;
use super::params::Params;
use super::query;
use super::state::App;
use super::words::sentence;
use crate::search::{Field, MAX_LIMIT, MAX_SUGGESTIONS, Options, Shown, Sort};

/// Hits of a page where nothing else is asked for, as on the command line.
const LIMIT: usize = 10;
/// The description of the API; the filters of a search are those of the query language.
pub(super) static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    let mut description: Value = serde_json::from_str(include_str!("openapi.json")).expect("the file holds JSON");
    let filters = Field::filters().into_iter().map(|field| {
        let finds = sentence(field.row().finds.1);
        serde_json::json!({"name": field.name(), "in": "query", "description": finds, "schema": {"type": "string"}})
    });
    let parameters = description["paths"]["/api/search"]["get"]["parameters"].as_array_mut();
    parameters.expect("a search has parameters").splice(1..1, filters);
    description
});

/// A value as JSON.
pub(super) fn json(value: &impl Serialize) -> Response {
    let body = serde_json::to_string(value).expect("answers are plain data with string keys");
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], body).into_response()
}

/// A number within bounds; the usual one where none is given.
fn number(params: &Params, name: &str, usual: usize, most: usize) -> Result<usize, Failure> {
    let Some(typed) = params.get(name) else { return Ok(usual) };
    let number = typed.parse().ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| {
        Failure::bad_request("bad-number", format!("expected `{name}` from 1 to {most}, but found `{typed}`"))
    })
}

/// `GET /api/search`
pub(super) async fn search(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let params = Params::parse(query.as_deref().unwrap_or_default());
    let facets =
        if params.get("facets").is_some_and(|on| on != "false") { Field::facets().collect() } else { Vec::new() };
    let limit = number(&params, "limit", LIMIT, MAX_LIMIT)?;
    let page = number(&params, "page", 1, usize::MAX)?;
    let params = match params.get("sort") {
        Some(sort) if Sort::named(sort).is_some() => params.with("volgorde", sort),
        Some(sort) => {
            let expected = format!("expected `sort` to be `relevance`, `newest` or `oldest`, but found `{sort}`");
            return Err(Failure::bad_request("bad-sort", expected));
        }
        None => params.clone(),
    };
    let asked = query::search(&params.with("pagina", &page.to_string()), limit, facets);
    if asked.query.is_empty() {
        return Err(Failure::bad_request("empty-query", "expected something to look for in `q`, or a filter"));
    }
    let results = app.ask(move |index| index.searcher.search(&asked.query, asked.unread, &asked.options)).await?;
    Ok(json(&results))
}

/// `GET /api/letters/{id}`
pub(super) async fn letter(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    let wanted = id.clone();
    match app.ask(move |index| index.searcher.show(&wanted)).await? {
        Some(Shown::Letter(letter)) => Ok(json(&letter)),
        _ => Err(Failure::not_found(format!("the index holds no letter `{id}`"))),
    }
}

/// `GET /api/pairs/{id}`: the `#` of the id is written `%23`.
pub(super) async fn pair(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    let wanted = id.clone();
    match app.ask(move |index| index.searcher.show(&wanted)).await? {
        Some(Shown::Pair(pair)) => Ok(json(&pair)),
        _ => Err(Failure::not_found(format!("the index holds no question `{id}`"))),
    }
}

/// `GET /api/kamerstukken/{id}`: any notation, a whole dossier or a prefix too. Nobody citing it is an answer.
pub(super) async fn paper(
    State(app): State<App>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let params = Params::parse(query.as_deref().unwrap_or_default());
    let limit = number(&params, "limit", MAX_LIMIT, MAX_LIMIT)?;
    let page = number(&params, "page", 1, usize::MAX)?;
    let options = Options { limit, page, ..Options::default() };
    Ok(json(&app.ask(move |index| index.searcher.cites(&id, &options)).await?))
}

/// `GET /api/suggest`
pub(super) async fn suggest(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let params = Params::parse(query.as_deref().unwrap_or_default());
    let limit = number(&params, "limit", LIMIT, MAX_SUGGESTIONS)?;
    let typed = params.get("q").unwrap_or_default().to_owned();
    Ok(json(&app.ask(move |index| index.searcher.suggest(&typed, limit)).await?))
}

/// What `POST /api/similar` takes as JSON.
#[derive(Deserialize)]
struct Drafts {
    text: String,
    #[serde(default)]
    limit: Option<usize>,
}

/// `POST /api/similar`: drafts as JSON or as plain text; one object for each, in an array.
pub(super) async fn similar(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Result<Response, Failure> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("text/plain");
    let (text, limit) = if kind.starts_with("application/json") {
        let expected = "expected a JSON object such as `{\"text\": \"…\"}`";
        let drafts: Drafts = serde_json::from_slice(&body).map_err(|_| Failure::bad_request("bad-body", expected))?;
        (drafts.text, drafts.limit.unwrap_or(LIMIT))
    } else {
        (String::from_utf8_lossy(&body).into_owned(), LIMIT)
    };
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(Failure::bad_request(
            "bad-number",
            format!("expected `limit` from 1 to {MAX_LIMIT}, but found `{limit}`"),
        ));
    }
    let options = Options { limit, ..Options::default() };
    let drafts = app.ask(move |index| index.searcher.similar(&text, &options)).await?;
    if drafts.is_empty() {
        return Err(Failure::bad_request("empty-query", "expected the text of a question, but found nothing"));
    }
    Ok(([(header::CACHE_CONTROL, "no-store")], json(&drafts)).into_response())
}

/// `GET /openapi.json`
pub(super) async fn description() -> Response {
    json(&*DESCRIPTION)
}

/// Makes problems of what is refused before a handler sees it.
pub(super) async fn as_problems(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    Failure::of_refusal(&response).map_or(response, IntoResponse::into_response)
}

/// Nothing of the API has this address.
pub(super) async fn unknown() -> Failure {
    Failure::not_found("no answer of the API has this address; see /openapi.json")
}

/// The address is right, the method is not.
pub(super) async fn wrong_method() -> Failure {
    Failure::new(StatusCode::METHOD_NOT_ALLOWED, "wrong-method", "this address takes another method; see /openapi.json")
}
