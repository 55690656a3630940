//! Atom feeds that follow a query, a dossier or a paper; and what search engines and browsers ask for: an OpenSearch
//! description, a sitemap, `robots.txt`.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

use super::failure::Failure;
use super::pages::Visit;
use super::pages::paper::id_of_path;
use super::pages::search::who;
use super::params::segment;
use super::state::App;
use super::words::Words;
use super::{address_in, address_of, address_of_letter, language, query, text};
use crate::record::{PairId, Stated};
use crate::search::{Options, Sort};

/// Entries of a feed: more than appear between two visits of a reader.
const ENTRIES: usize = 50;
/// The day of letters without a date: Atom wants one.
const UNDATED: &str = "1970-01-01";

#[derive(Template)]
#[template(path = "feed.xml", config = "src/web/askama.toml")]
struct Feed {
    title: String,
    id: String,
    page: String,
    own: String,
    updated: String,
    language: &'static str,
    entries: Vec<Entry>,
}

struct Entry {
    id: String,
    title: String,
    href: String,
    day: String,
    author: String,
    summary: String,
}

impl Entry {
    fn cleaned(self) -> Self {
        let Self { id, title, href, day, author, summary } = self;
        Self { id, title: clean(title), href, day, author: clean(author), summary: clean(summary) }
    }
}

#[derive(Template)]
#[template(path = "opensearch.xml", config = "src/web/askama.toml")]
struct OpenSearch {
    base: String,
    description: &'static str,
}

#[derive(Template)]
#[template(path = "sitemap.xml", config = "src/web/askama.toml")]
struct Sitemap {
    base: String,
    letters: Vec<(String, Option<Stated<Date>>)>,
}

/// The address under which this server is reached: the public one that was set, else the one that was asked.
fn base(app: &App, headers: &HeaderMap) -> String {
    app.config().base_address.clone().unwrap_or_else(|| {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        format!("http://{host}")
    })
}

fn xml(kind: &'static str, page: &impl Template) -> Result<Response, Failure> {
    let body = page.render().map_err(|error| Failure::internal(&error))?;
    Ok(([(header::CONTENT_TYPE, kind)], body).into_response())
}

/// Text without the characters that XML 1.0 has no place for.
fn clean(text: impl AsRef<str>) -> String {
    let is_legal = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.as_ref().chars().filter(|c| is_legal(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

/// A feed of entries, as old as its newest.
fn atom(words: Words, title: String, page: String, own: String, entries: Vec<Entry>) -> Result<Response, Failure> {
    let entries: Vec<Entry> = entries.into_iter().map(Entry::cleaned).collect();
    let updated = entries.iter().map(|entry| entry.day.as_str()).max().unwrap_or(UNDATED).to_owned();
    let language = language::code(words.0);
    let feed = Feed { title: clean(title), id: own.clone(), page, own, updated, language, entries };
    xml("application/atom+xml; charset=utf-8", &feed)
}

/// `/feed`: the newest answers to a query; without one, the newest letters.
pub(super) async fn query(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let base = base(&app, &headers);
    let words = visit.words;
    let params = visit.params.without("pagina").without("volgorde");
    let asked = query::search(&params, ENTRIES, Vec::new());
    let mut entries = Vec::new();
    if asked.query.is_empty() {
        for letter in app.ask(|index| Ok(index.overview.newest.clone())).await? {
            let title = letter.title.clone().unwrap_or_else(|| words.kind(letter.kind).to_owned());
            entries.push(Entry {
                id: format!("{base}{}", address_of_letter(&letter.id)),
                href: format!("{base}{}", address_of_letter(&letter.id)),
                day: letter.date.as_ref().map_or_else(|| UNDATED.to_owned(), ToString::to_string),
                author: who(words, &[], &letter.responders),
                summary: who(words, &letter.askers, &letter.responders),
                title,
            });
        }
    } else {
        let options = Options { sort: Sort::Newest, ..asked.options };
        let results = app.ask(move |index| index.searcher.search(&asked.query, asked.unread, &options)).await?;
        for hit in results.hits {
            let href = format!("{base}{}", address_in(&hit.letter, hit.id.anchor()));
            let named = hit.title.clone().unwrap_or_else(|| words.kind(hit.kind).to_owned());
            entries.push(Entry {
                id: href.clone(),
                href,
                day: hit.date.as_ref().map_or_else(|| UNDATED.to_owned(), ToString::to_string),
                author: who(words, &[], &hit.responders),
                summary: hit.answer.clone().unwrap_or_else(|| hit.snippet.text.clone()),
                title: hit.question.clone().unwrap_or(named),
            });
        }
    }
    let title = match params.get("q") {
        Some(query) => format!("vraagbaak: {query}"),
        None => "vraagbaak".to_owned(),
    };
    let (page, own) = (format!("{base}{}", params.of("/zoeken")), format!("{base}{}", params.of("/feed")));
    atom(words, title, page, own, entries)
}

/// `/kamerstuk/{id}/feed`, `/dossier/{number}/feed`: who cites it, the newest first.
pub(super) async fn paper(
    State(app): State<App>,
    Path(id): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let base = base(&app, &headers);
    let words = visit.words;
    let (id, options) = (id_of_path(&visit.path, &id), Options { limit: ENTRIES, ..Options::default() });
    let cites = app.ask(move |index| index.searcher.cites(&id, &options)).await?;
    let entries: Vec<Entry> = cites
        .hits
        .iter()
        .enumerate()
        .map(|(at, hit)| {
            let href = format!("{base}{}", address_in(&hit.letter, hit.pair.as_ref().map(PairId::anchor)));
            Entry {
                // Mentions of one letter stand together: its earlier ones are the same whatever else is in the feed.
                id: format!(
                    "{href}#{}-{}",
                    segment(&hit.place.to_string()),
                    cites.hits[..at].iter().filter(|other| other.letter == hit.letter).count() + 1
                ),
                href,
                day: hit.date.as_ref().map_or_else(|| UNDATED.to_owned(), ToString::to_string),
                author: words.kind(hit.kind).to_owned(),
                summary: hit.context.text.clone(),
                title: hit.title.clone().unwrap_or_else(|| words.kind(hit.kind).to_owned()),
            }
        })
        .collect();
    let own = format!("{base}{}", visit.path);
    let page = format!("{base}{}", address_of(&cites.id));
    let title = format!("vraagbaak: {}", text::named(&cites.id));
    atom(words, title, page, own, entries)
}

/// `/opensearch.xml`: how a browser offers this search box.
pub(super) async fn opensearch(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let page = OpenSearch { base: base(&app, &headers), description: visit.words.tagline() };
    xml("application/opensearchdescription+xml; charset=utf-8", &page)
}

/// `/sitemap.xml`: the letters, where the server has a public address.
pub(super) async fn sitemap(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    /// Addresses of one sitemap, by its protocol.
    const MOST: usize = 50_000;
    let base = base(&app, &headers);
    let letters = app
        .ask(|index| {
            let mut letters = Vec::new();
            index.searcher.letters(|letter| {
                if letters.len() < MOST {
                    letters.push((address_of_letter(&letter.id), letter.date));
                }
            })?;
            Ok(letters)
        })
        .await?;
    xml("application/xml; charset=utf-8", &Sitemap { base, letters })
}

/// `/robots.txt`: pages may be found; searches, drafts and uploads are no pages.
pub(super) async fn robots(State(app): State<App>, headers: HeaderMap) -> Response {
    let base = base(&app, &headers);
    let rules = format!(
        "User-agent: *\nDisallow: /zoeken\nDisallow: /api/\nDisallow: /feed\nDisallow: /al-eerder-gevraagd\n\
         Disallow: /toevoegen\nDisallow: /taal/\nSitemap: {base}/sitemap.xml\n"
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], rules).into_response()
}
