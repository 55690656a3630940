//! What can go wrong with a request, as programs and people are told.
//!
//! **Invariant:** a failure of ours (5xx) hides its cause from whoever asks; the cause goes to the log under a number that
//! the answer names.

use std::fmt::Display;
use std::io::Write as _;
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::{ingest, search};

/// Why a request has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Failure(Box<Problem>);

/// A problem as programs get it (RFC 9457); pages make one for people out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Problem {
    /// Always `about:blank`: the kind tells problems apart.
    #[serde(rename = "type")]
    about: &'static str,
    /// One word, the same as with `--json`.
    pub(super) kind: String,
    /// What the status means.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// What went wrong, in one sentence.
    pub(super) detail: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hint: Option<String>,
    /// The number of a failure of ours, by which it is found in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) instance: Option<String>,
    /// What was asked for, for pages that name it.
    #[serde(skip)]
    pub(super) subject: Option<String>,
    /// What may have been meant.
    #[serde(skip)]
    pub(super) others: Vec<String>,
}

impl Deref for Failure {
    type Target = Problem;

    fn deref(&self) -> &Problem {
        &self.0
    }
}

impl Failure {
    /// Any failure; the usual ones have names of their own.
    pub(super) fn new(status: StatusCode, kind: &str, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        let (kind, detail) = (kind.to_owned(), detail.into());
        Self(Box::new(Problem {
            about: "about:blank",
            kind,
            title,
            status: status.as_u16(),
            detail,
            hint: None,
            instance: None,
            subject: None,
            others: Vec::new(),
        }))
    }

    /// What the server's own machinery refuses before a handler sees it: a body that is too large, a wrong method, an
    /// address that is no text.
    pub(super) fn of_refusal(response: &Response) -> Option<Self> {
        let status = response.status();
        if !status.is_client_error() || response.extensions().get::<Self>().is_some() {
            return None;
        }
        let (kind, detail) = match status {
            StatusCode::PAYLOAD_TOO_LARGE => ("too-large", "what was sent is too large"),
            StatusCode::METHOD_NOT_ALLOWED => ("wrong-method", "this address takes another method"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                ("bad-body", "what was sent is of a kind that this address does not take")
            }
            StatusCode::NOT_FOUND => ("not-found", "there is nothing at this address"),
            _ => ("bad-request", "the request cannot be understood"),
        };
        Some(Self::new(status, kind, detail))
    }

    /// What is asked for is not there.
    pub(super) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", detail)
    }

    /// The request is not allowed to this client.
    pub(super) fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", detail)
    }

    /// The letter or page was there, and is no longer.
    pub(super) fn gone(kind: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::GONE, kind, detail)
    }

    /// The request cannot be understood.
    pub(super) fn bad_request(kind: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, kind, detail)
    }

    /// The file is there, and what was asked for cannot be made of it.
    pub(super) fn unprocessable(kind: &str, detail: impl Into<String>, hint: Option<&str>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, kind, detail).hinted(hint.map(str::to_owned))
    }

    /// Adds the addresses or words that may have been meant.
    pub(super) fn meant(mut self, meant: Vec<String>) -> Self {
        self.0.others = meant;
        self
    }

    fn hinted(mut self, hint: Option<String>) -> Self {
        self.0.hint = hint;
        self
    }

    /// With what was asked for.
    pub(super) fn about(mut self, subject: &str) -> Self {
        self.0.subject = Some(subject.to_owned());
        self
    }

    /// A failure of ours; the cause is written to stderr.
    pub(super) fn internal(cause: &dyn Display) -> Self {
        let number = number();
        drop(writeln!(anstream::stderr(), "error {number}: {cause}"));
        let mut failure = Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "something went wrong on our side");
        failure.0.instance = Some(number);
        failure
    }

    pub(super) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// A number that no other failure of this process has, nor likely one of an earlier.
fn number() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    format!("{seconds:x}-{}", COUNT.fetch_add(1, Ordering::Relaxed) + 1)
}

impl From<search::Error> for Failure {
    fn from(error: search::Error) -> Self {
        let status = match &error {
            search::Error::Document { .. } | search::Error::Beginning(_) | search::Error::Depth => {
                StatusCode::BAD_REQUEST
            }
            search::Error::Index(index) if index.is_missing() => StatusCode::SERVICE_UNAVAILABLE,
            search::Error::Index(_) | search::Error::Embedder(_) => return Self::internal(&error),
        };
        Self::new(status, error.kind(), error.to_string()).hinted(error.hint())
    }
}

impl From<ingest::Error> for Failure {
    fn from(error: ingest::Error) -> Self {
        match error.kind() {
            "index-locked" => {
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "index-locked", error.to_string()).hinted(error.hint())
            }
            _ => Self::internal(&error),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&*self.0).expect("strings and numbers are JSON");
        let json = HeaderValue::from_static("application/problem+json");
        let mut response = (self.status(), [(header::CONTENT_TYPE, json)], body).into_response();
        // Pages take it out again and say it in words.
        response.extensions_mut().insert(self);
        response
    }
}
