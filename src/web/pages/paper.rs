//! The page of a Kamerstuk, dossier or other document: who cites it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

use super::{Frame, Visit, html};
use crate::citation::Citation;
use crate::record::{LetterId, PairId, Place};
use crate::search::{Cited, Cites, Citing, Options};
use crate::web::chart::Chart;
use crate::web::failure::Failure;
use crate::web::params::segment;
use crate::web::state::App;
use crate::web::text::{self, Words as Piece};
use crate::web::words::{Words, within};
use crate::web::{address_in, address_of, address_of_letter, copy, page_about};

/// Places of a page: a much cited Kamerstuk has some hundreds.
const LIMIT: usize = 50;
/// Years from which on a picture says more than the numbers.
const FEW_YEARS: usize = 3;

#[derive(Template)]
#[template(path = "paper.html", config = "src/web/askama.toml")]
struct PaperPage {
    frame: Frame,
    name: String,
    dossier: Option<(String, String)>,
    is_dossier: bool,
    summary: String,
    total: usize,
    official: Option<String>,
    citation: String,
    feed: String,
    csv: String,
    letter: Option<String>,
    alternatives: Vec<(String, String)>,
    groups: Vec<Group>,
    chart: Option<Chart>,
    papers: Vec<Counted>,
    cocited: Vec<Counted>,
    window: String,
    previous: Option<String>,
    next: Option<String>,
}

/// A letter with the places in it.
struct Group {
    date: String,
    title: String,
    kind: &'static str,
    places: Vec<PlaceView>,
}

struct PlaceView {
    name: String,
    href: String,
    page: String,
    source: Option<String>,
    /// The passage before and after the mark of its note.
    marked: Option<(String, String)>,
    mark: String,
    context: Vec<Piece>,
    /// The id that is cited there, where a whole dossier is looked at.
    cited: Option<(String, String)>,
    is_other_reading: bool,
    card: String,
    quotation: String,
}

struct Counted {
    name: String,
    href: String,
    count: String,
    is_this: bool,
}

/// The page of a Kamerstuk or of any other document.
pub(in crate::web) async fn document(
    State(app): State<App>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Failure> {
    show(&app, &visit, &id).await
}

/// The page of a dossier: its number is its address.
pub(in crate::web) async fn dossier(
    State(app): State<App>,
    Path(number): Path<String>,
    visit: Visit,
) -> Result<Response, Failure> {
    let id = id_of_path(&visit.path, &number);
    show(&app, &visit, &id).await
}

/// The id that the address of a document or dossier names.
pub(in crate::web) fn id_of_path(path: &str, named: &str) -> String {
    let is_dossier = path.starts_with("/dossier/") && !named.starts_with("dossier-");
    if is_dossier { format!("dossier-{named}") } else { named.to_owned() }
}

/// Any notation, from the box of the start page: leads to the page of the document.
pub(in crate::web) async fn named(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let Some(typed) = visit.params.get("nummer") else { return Ok(Redirect::to("/").into_response()) };
    let typed = typed.to_owned();
    let cites = app.ask(move |index| index.searcher.cites(&typed, &Options { limit: 0, ..Options::default() })).await?;
    Ok(Redirect::to(&address_of(&cites.id)).into_response())
}

async fn show(app: &App, visit: &Visit, id: &str) -> Result<Response, Failure> {
    let page = visit.params.get("pagina").and_then(|page| page.parse().ok()).unwrap_or(1).max(1);
    let (asked, options) = (id.to_owned(), Options { limit: LIMIT, page, ..Options::default() });
    let (cites, holds) = app
        .ask(move |index| {
            let cites = index.searcher.cites(&asked, &options)?;
            let holds = index.searcher.show(&cites.id)?.is_some();
            Ok((cites, holds))
        })
        .await?;
    let own = address_of(&cites.id);
    if own != visit.path {
        return Ok(Redirect::permanent(&visit.params.of(&own)).into_response());
    }
    html(&view(app, visit, &cites, holds, page))
}

fn view(app: &App, visit: &Visit, cites: &Cites, holds: bool, page: usize) -> PaperPage {
    let words = visit.words;
    let citation = cites.id.parse::<Citation>().ok();
    let is_dossier = citation.as_ref().is_some_and(Citation::is_dossier);
    let dossier = citation.as_ref().filter(|_| !is_dossier).and_then(Citation::dossier).map(Citation::Dossier);
    let name = text::named(&cites.id);
    let at = |page: usize| visit.params.without("pagina").with("pagina", &page.to_string()).of(&visit.path);
    let (first, last) = ((page - 1) * LIMIT + 1, (page * LIMIT).min(cites.total));
    let newest = cites.newest.as_ref().map(|date| words.date(date));
    let feed = format!("{}/feed", visit.path);
    let official = citation.as_ref().and_then(Citation::address);
    let formal = citation.as_ref().map(|citation| citation.formal(None));
    let copied = formal.into_iter().chain(official.clone()).collect::<Vec<_>>().join("\n");
    let counted = |one: &Cited| Counted {
        name: within(&cites.id, &one.id),
        href: address_of(&one.id),
        count: words.number(one.count),
        is_this: one.id == cites.id,
    };
    PaperPage {
        frame: Frame {
            query: name.trim_start_matches("Kamerstuk ").replace('\u{a0}', " "),
            feed: Some(feed.clone()),
            ..Frame::of(visit, app, &*name)
        },
        dossier: dossier.map(|dossier| (dossier.notation(), address_of(&dossier.id()))),
        is_dossier,
        summary: words.cited_in(cites.total, cites.letters, newest.as_deref()),
        total: cites.total,
        official,
        citation: copied,
        feed,
        csv: format!("{}/plaatsen.csv", visit.path),
        letter: holds.then(|| format!("/brief/{}", segment(&cites.id))),
        alternatives: cites.alternatives.iter().map(|id| (text::named(id), address_of(id))).collect(),
        groups: groups(app, words, cites),
        chart: (cites.years.len() >= FEW_YEARS).then(|| Chart::of_years(&cites.years)),
        papers: if is_dossier { &cites.papers } else { &cites.neighbours }.iter().map(counted).collect(),
        cocited: cites.cocited.iter().map(counted).collect(),
        window: words.window(first, last, cites.total),
        previous: (page > 1).then(|| at(page - 1)),
        next: (last < cites.total).then(|| at(page + 1)),
        name,
    }
}

/// The places by letter: they come newest first, so those of one letter stand together.
fn groups(app: &App, words: Words, cites: &Cites) -> Vec<Group> {
    let mut groups: Vec<(&LetterId, Group)> = Vec::new();
    for (at, hit) in cites.hits.iter().enumerate() {
        let place = place(app, words, &cites.id, at, hit);
        match groups.last_mut().filter(|(letter, _)| **letter == hit.letter) {
            Some((_, group)) => group.places.push(place),
            None => groups.push((
                &hit.letter,
                Group {
                    date: hit.date.as_ref().map(|date| words.date(date)).unwrap_or_default(),
                    title: hit.title.clone().unwrap_or_else(|| words.kind(hit.kind).to_owned()),
                    kind: words.kind(hit.kind),
                    places: vec![place],
                },
            )),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn place(app: &App, words: Words, asked: &str, at: usize, hit: &Citing) -> PlaceView {
    let letter = address_of_letter(&hit.letter);
    let note = if let Place::Footnote(note) = &hit.place { text::label(note) } else { String::new() };
    let mut quotation = format!("«{}»", hit.context.text.trim());
    quotation.push('\n');
    quotation.push_str(&copy::of_mention(app, hit));
    PlaceView {
        name: words.mention_place(hit),
        href: address_in(&hit.letter, hit.pair.as_ref().map(PairId::anchor)),
        page: hit.page.map(|page| words.pages(&[page]).to_lowercase()).unwrap_or_default(),
        source: hit.page.map(|page| format!("{letter}/pagina/{page}")),
        marked: hit.marked.as_ref().map(|passage| {
            let at = passage.highlights.first().map_or(0, |[at, _]| *at);
            (passage.text.chars().take(at).collect(), passage.text.chars().skip(at).collect())
        }),
        mark: note,
        context: text::highlighted(&hit.context.text, &hit.context.highlights),
        cited: (hit.id.to_string() != asked).then(|| (text::notation(&hit.id), page_about(&hit.id))),
        is_other_reading: hit.alternative,
        card: format!("plaats-{at}"),
        quotation,
    }
}
