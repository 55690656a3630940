//! The page «Al eerder gevraagd?»: for each draft question, what was asked before.
//!
//! **Invariant:** drafts are confidential: they travel in the body of a request, stand in the page that answers it and
//! nowhere else, and are in no address, log or cache.

use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::search::{HitView, hit_view};
use super::{Frame, Visit, html};
use crate::record::Id;
use crate::search::{Likeness, Options, Results, Shown, Strength};
use crate::web::failure::Failure;
use crate::web::state::App;
use crate::web::words::Words;

/// Earlier pairs for each draft: what can be taken in.
const LIMIT: usize = 3;

#[derive(Template)]
#[template(path = "earlier_questions.html", config = "src/web/askama.toml")]
struct AskedPage {
    frame: Frame,
    text: String,
    summary: Option<String>,
    drafts: Vec<DraftView>,
    no_proof: String,
}

struct DraftView {
    number: usize,
    draft: String,
    matches: Vec<Match>,
}

struct Match {
    strength: &'static str,
    /// Of three squares, how many are filled.
    filled: usize,
    shared: String,
    hit: HitView,
}

/// What the form sends.
#[derive(Deserialize)]
pub(in crate::web) struct Drafts {
    #[serde(default)]
    pub(in crate::web) tekst: String,
}

/// The form; with `zoals`, filled with a published question.
pub(in crate::web) async fn form(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let Some(pair) = visit.params.get("zoals").map(str::to_owned) else {
        return Ok(private(html(&page(&app, &visit, String::new(), &[], 0))?));
    };
    let own = pair.clone();
    let found = app.ask(move |index| index.searcher.show(&own)).await?;
    let Some(Shown::Pair(shown)) = found else {
        return Err(Failure::not_found(format!("the index holds no question `{pair}`")).about(&pair));
    };
    let text = shown.pair.questions.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join("\n\n");
    answer(&app, &visit, text, Some(&Id::Pair(shown.pair.id))).await
}

/// The answer.
pub(in crate::web) async fn compare(
    State(app): State<App>,
    visit: Visit,
    Form(Drafts { tekst }): Form<Drafts>,
) -> Result<Response, Failure> {
    answer(&app, &visit, tekst, None).await
}

async fn answer(app: &App, visit: &Visit, text: String, without: Option<&Id>) -> Result<Response, Failure> {
    let (results, letters) = earlier(app, text.clone(), without).await?;
    Ok(private(html(&page(app, visit, text, &results, letters))?))
}

/// What was asked before of each draft, without the question that is compared; and how many letters were searched.
pub(in crate::web) async fn earlier(
    app: &App,
    asked: String,
    without: Option<&Id>,
) -> Result<(Vec<Results>, usize), Failure> {
    // One more than is shown: a published question finds itself.
    let options = Options { limit: LIMIT + 1, ..Options::default() };
    let (mut results, letters) =
        app.ask(move |index| Ok((index.searcher.similar(&asked, &options)?, index.overview.counts.letters))).await?;
    for result in &mut results {
        result.hits.retain(|hit| Some(&hit.id) != without);
        result.hits.retain(|hit| hit.likeness.as_ref().is_some_and(|likeness| likeness.strength.is_some()));
        result.hits.truncate(LIMIT);
    }
    Ok((results, letters))
}

/// Kept by nobody.
fn private(page: Response) -> Response {
    ([(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))], page).into_response()
}

fn page(app: &App, visit: &Visit, text: String, results: &[Results], letters: usize) -> AskedPage {
    let words = visit.words;
    let alike = results.iter().filter(|result| !result.hits.is_empty()).count();
    AskedPage {
        frame: Frame { current: "asked", ..Frame::of(visit, app, words.asked_before()) },
        summary: (!results.is_empty()).then(|| words.alike_of(alike, results.len())),
        drafts: results.iter().enumerate().map(|(at, result)| draft(app, words, at, result)).collect(),
        no_proof: words.no_proof(letters),
        text,
    }
}

fn draft(app: &App, words: Words, at: usize, result: &Results) -> DraftView {
    let matches = result.hits.iter().filter_map(|hit| {
        let Likeness { strength, shared } = hit.likeness.as_ref()?;
        let strength = (*strength)?;
        let filled = match strength {
            Strength::NearSame => 3,
            Strength::Alike => 2,
            Strength::Touches => 1,
        };
        Some(Match {
            strength: words.strength(strength),
            filled,
            shared: shared.join(", "),
            hit: hit_view(app, words, hit, ""),
        })
    });
    DraftView { number: at + 1, draft: result.query.clone(), matches: matches.collect() }
}
