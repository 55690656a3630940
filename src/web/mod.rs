//! The web server: pages for people, the API for programs, feeds and files.
//!
//! **Invariant:** a handler parses, asks, views and renders; what is true of letters is decided by the core.
//! **Invariant:** nothing is loaded from elsewhere: all that a page needs is in the binary.

mod address;
mod api;
mod assets;
mod chart;
mod copy;
mod export;
mod failure;
mod feeds;
mod headers;
mod language;
mod log;
mod pages;
mod params;
mod query;
mod source;
mod state;
mod text;
mod upload;
mod waiting;
mod words;

use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;

use address::{address_in, address_of, address_of_letter, page_about};
pub use state::{App, Config, Log};

/// The whole server.
pub fn app(state: &App) -> Router {
    let pages = Router::new()
        .route("/", get(pages::start::show))
        .route("/zoeken", get(pages::search::show))
        .route("/brief/{id}", get(pages::letter::show))
        .route("/brief/{id}/betrouwbaarheid", get(pages::trust::show))
        .route("/brief/{id}/brief.json", get(export::letter_json))
        .route("/brief/{id}/vragen.csv", get(export::letter_csv))
        .route("/brief/{id}/brief.md", get(export::letter_markdown))
        .route("/brief/{id}/pdf", get(pages::sheet::pdf))
        .route("/brief/{id}/verwijzingen.pdf", get(pages::sheet::linked))
        .route("/brief/{id}/pagina/{page}", get(pages::sheet::show))
        .route("/brief/{id}/{name}", get(pages::letter::pair))
        .route("/zoeken.csv", get(export::search_csv))
        .route("/zoeken.ndjson", get(export::search_ndjson))
        .route("/kamerstuk/{id}/plaatsen.csv", get(export::places_csv))
        .route("/dossier/{id}/plaatsen.csv", get(export::places_csv))
        .route("/kamerstuk/{id}/feed", get(feeds::paper))
        .route("/dossier/{id}/feed", get(feeds::paper))
        .route("/feed", get(feeds::query))
        .route("/kamerstuk", get(pages::paper::named))
        .route("/kamerstuk/{id}", get(pages::paper::document))
        .route("/dossier/{id}", get(pages::paper::dossier))
        .route("/al-eerder-gevraagd", get(pages::earlier_questions::form).post(pages::earlier_questions::compare))
        .route("/al-eerder-gevraagd.md", post(export::drafts_markdown))
        .route("/api", get(pages::api::show))
        .route("/toevoegen", get(upload::form).post(upload::read).layer(DefaultBodyLimit::max(upload::MOST)))
        .route("/toevoegen/bevestig", post(upload::add))
        .route("/over", get(pages::about::about))
        .route("/hulp", get(pages::about::help))
        .route("/taal/{code}", get(pages::choose_language))
        .fallback(pages::unknown)
        .layer(from_fn_with_state(state.clone(), pages::in_words));
    let api = Router::new()
        .route("/search", get(api::search))
        .route("/letters/{id}", get(api::letter))
        .route("/pairs/{id}", get(api::pair))
        .route("/kamerstukken/{id}", get(api::paper))
        .route("/similar", post(api::similar))
        .route("/suggest", get(api::suggest))
        .fallback(api::unknown)
        .method_not_allowed_fallback(api::wrong_method)
        .layer(from_fn(api::as_problems));
    Router::new()
        .nest("/api/", api)
        .route("/openapi.json", get(api::description))
        .route("/opensearch.xml", get(feeds::opensearch))
        .route("/sitemap.xml", get(feeds::sitemap))
        .route("/robots.txt", get(feeds::robots))
        .route("/bestanden/{version}/{*name}", get(assets::serve))
        .route("/healthz", get(health))
        .merge(pages)
        .layer(from_fn(headers::tag))
        .layer(CompressionLayer::new())
        .layer(from_fn(headers::secure))
        .layer(from_fn_with_state(state.clone(), log::access))
        .with_state(state.clone())
}

/// Serves until the process is told to end; requests that are being answered are answered to their end.
///
/// # Errors
/// When the address cannot be listened on, or the connection to the system breaks.
pub fn serve(state: &App, address: SocketAddr, ready: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        ready(listener.local_addr()?);
        axum::serve(listener, app(state)).with_graceful_shutdown(told_to_end()).await
    })
}

async fn told_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut ended = signal(SignalKind::terminate()).ok();
    let terminated = async {
        match &mut ended {
            Some(signal) => signal.recv().await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}

/// The process is there and answers.
async fn health() -> &'static str {
    "ok\n"
}
