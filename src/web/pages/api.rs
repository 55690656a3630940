//! The page that describes the API, made of the description itself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;

use super::{Frame, Visit, html};
use crate::web::api::DESCRIPTION;
use crate::web::failure::Failure;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "api.html", config = "src/web/askama.toml")]
struct ApiPage {
    frame: Frame,
    summary: String,
    calls: Vec<Call>,
}

/// An address with what it takes and gives.
struct Call {
    method: String,
    path: String,
    summary: String,
    parameters: Vec<(String, String)>,
    gives: String,
    example: Option<String>,
}

pub(in crate::web) async fn show(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut calls = Vec::new();
    for (path, methods) in DESCRIPTION["paths"].as_object().into_iter().flatten() {
        for (method, call) in methods.as_object().into_iter().flatten() {
            let parameters = call["parameters"].as_array().into_iter().flatten();
            calls.push(Call {
                method: method.to_uppercase(),
                path: path.clone(),
                summary: text(&call["summary"]),
                parameters: parameters.map(|one| (text(&one["name"]), text(&one["description"]))).collect(),
                gives: text(&call["responses"]["200"]["description"]),
                example: call["x-example"].as_str().map(str::to_owned),
            });
        }
    }
    html(&ApiPage { frame: Frame::of(&visit, &app, "API"), summary: text(&DESCRIPTION["info"]["description"]), calls })
}
