//! The access log: one line of JSON for each request on stderr, where that is asked for.
//!
//! **Invariant:** a line holds method, path, status and time; the query string only with [`Log::Queries`]; never a body:
//! drafts are confidential.

use std::io::Write as _;
use std::time::{Instant, SystemTime};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;

use super::state::{App, Log};

#[derive(Serialize)]
struct Line<'a> {
    time: String,
    method: &'a str,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<&'a str>,
    status: u16,
    milliseconds: f64,
}

/// Writes down what was asked and how it went.
pub(super) async fn access(State(app): State<App>, request: Request, next: Next) -> Response {
    let log = app.config().log;
    if log == Log::Off {
        return next.run(request).await;
    }
    let (method, uri, begun) = (request.method().clone(), request.uri().clone(), Instant::now());
    let response = next.run(request).await;
    let line = Line {
        time: jiff::Timestamp::try_from(SystemTime::now()).map(|now| now.to_string()).unwrap_or_default(),
        method: method.as_str(),
        path: uri.path(),
        query: uri.query().filter(|_| log == Log::Queries),
        status: response.status().as_u16(),
        milliseconds: begun.elapsed().as_micros() as f64 / 1_000.0,
    };
    if let Ok(line) = serde_json::to_string(&line) {
        drop(writeln!(std::io::stderr().lock(), "{line}"));
    }
    response
}
