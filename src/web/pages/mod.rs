//! The pages for people, and what all of them share.
//!
//! **Invariant:** every page is whole without scripts; a script only makes it quicker.
//! **Invariant:** a page's words of ours come from [`Words`], those of a letter from the letter.

pub(super) mod about;
pub(super) mod api;
pub(super) mod earlier_questions;
pub(super) mod letter;
pub(super) mod paper;
mod picture;
pub(super) mod search;
pub(super) mod sheet;
pub(super) mod start;
pub(super) mod trust;

use std::convert::Infallible;

use askama::Template;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::failure::Failure;
use super::params::Params;
use super::state::App;
use super::words::Words;
use super::{assets, language};
use crate::record::Language;

/// What a page is asked with: its address and its language.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    pub(super) words: Words,
    pub(super) path: String,
    pub(super) params: Params,
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self {
            words: Words(language::of_request(&parts.headers)),
            path: parts.uri.path().to_owned(),
            params: Params::parse(parts.uri.query().unwrap_or_default()),
        })
    }
}

/// What stands around every page.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    pub(super) words: Words,
    /// The code of the page's language.
    pub(super) language: &'static str,
    /// The title in the browser, before the program's name; empty on the start page.
    pub(super) title: String,
    /// What stands in the search box.
    pub(super) query: String,
    /// Which of the links of the head is this page.
    pub(super) current: &'static str,
    /// Where the switch of language leads.
    pub(super) switch: String,
    /// The feed that follows this page.
    pub(super) feed: Option<String>,
    /// The address of the page, where one is set: what search engines should keep.
    pub(super) canonical: Option<String>,
    /// True where a second skip link leads past the filters.
    pub(super) has_filters: bool,
    /// True where letters may be uploaded.
    pub(super) takes_letters: bool,
}

impl Frame {
    pub(super) fn of(visit: &Visit, app: &App, title: impl Into<String>) -> Self {
        let other = match visit.words.0 {
            Language::Dutch => Language::English,
            Language::English => Language::Dutch,
        };
        let here = visit.params.of(&visit.path);
        let base = app.config().base_address.as_deref();
        Self {
            words: visit.words,
            language: language::code(visit.words.0),
            title: title.into(),
            query: visit.params.get("q").unwrap_or_default().to_owned(),
            current: "",
            switch: Params::default().with("terug", &here).of(&format!("/taal/{}", language::code(other))),
            feed: None,
            canonical: base.map(|base| format!("{base}{}", visit.path)),
            has_filters: false,
            takes_letters: app.config().uploads.is_some(),
        }
    }

    /// The address of a file of the pages.
    #[expect(clippy::unused_self, reason = "templates call methods of what they are given")]
    pub(super) fn asset(&self, name: &str) -> String {
        assets::address(name)
    }
}

/// A page as HTML.
pub(super) fn html(page: &impl Template) -> Result<Response, Failure> {
    let body = page.render().map_err(|error| Failure::internal(&error))?;
    Ok(Html(body).into_response())
}

/// What went wrong, for people.
#[derive(Template)]
#[template(path = "failure.html", config = "src/web/askama.toml")]
struct FailurePage {
    frame: Frame,
    heading: &'static str,
    sentence: String,
    number: Option<String>,
    is_ours: bool,
    is_without_index: bool,
    meant: Vec<String>,
}

/// Makes pages of failures, and says of every answer that its words depend on the reader's language.
pub(super) async fn in_words(State(app): State<App>, visit: Visit, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    let failure = response.extensions_mut().remove::<Failure>().or_else(|| Failure::of_refusal(&response));
    let Some(failure) = failure else { return response };
    let words = visit.words;
    let heading = match failure.status() {
        StatusCode::NOT_FOUND | StatusCode::GONE => words.not_found(),
        StatusCode::SERVICE_UNAVAILABLE => words.no_index_yet(),
        status if status.is_client_error() => words.bad_request(),
        _ => words.our_fault(),
    };
    let page = FailurePage {
        frame: Frame { canonical: None, ..Frame::of(&visit, &app, heading) },
        heading,
        is_ours: failure.status() == StatusCode::INTERNAL_SERVER_ERROR,
        is_without_index: failure.status() == StatusCode::SERVICE_UNAVAILABLE,
        meant: failure.others.clone(),
        sentence: words.failure(&failure),
        number: failure.instance.clone(),
    };
    match html(&page) {
        Ok(page) => (failure.status(), page).into_response(),
        Err(failure) => failure.into_response(),
    }
}

/// No page has this address.
pub(super) async fn unknown() -> Failure {
    Failure::not_found("no page has this address")
}

/// Keeps the choice of a language, and goes back to where it was made.
pub(super) async fn choose_language(Path(code): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let chosen =
        language::of_code(&code).ok_or_else(|| Failure::not_found(format!("there is no language `{code}`")))?;
    // Only to a page of this server: «//elsewhere» is an address of another, also with a tab that browsers take out.
    let elsewhere = |c: char| c == '\\' || c.is_control();
    let back = visit
        .params
        .get("terug")
        .filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.contains(elsewhere));
    let cookie = format!(
        "{}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
        language::COOKIE_NAME,
        language::code(chosen)
    );
    let cookie = HeaderValue::from_str(&cookie).map_err(|error| Failure::internal(&error))?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(back.unwrap_or("/"))).into_response())
}
