//! The page of search results.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Frame, Visit, html};
use crate::record::{Asker, LetterId, PairId, Responder};
use crate::search::{Field, Hit, Options, Results, Sort};
use crate::web::failure::Failure;
use crate::web::params::Params;
use crate::web::state::App;
use crate::web::text::{self, Words as Piece};
use crate::web::words::Words;
use crate::web::{address_in, address_of, address_of_letter, copy, query};

/// Hits of a page: as many as are looked through before the query is changed.
const LIMIT: usize = 10;
/// Values of a facet that are shown at once.
const SHOWN: usize = 6;
/// Names that are all written out; of more the first ones are.
const NAMES: usize = 4;
/// Where the bar of a facet's greatest count ends, in units of its drawing.
const BAR: usize = 100;

#[derive(Template)]
#[template(path = "search.html", config = "src/web/askama.toml")]
struct SearchPage {
    frame: Frame,
    heading: String,
    results: Results,
    hits: Vec<HitView>,
    facets: Vec<FacetView>,
    chips: Vec<Chip>,
    orders: Vec<Choice>,
    unread: Vec<String>,
    widened: Vec<String>,
    card: Option<(String, String)>,
    did_you_mean: Option<Choice>,
    without_filters: Option<String>,
    clear: String,
    tries: Vec<Choice>,
    from: String,
    until: String,
    kept: Vec<(String, String)>,
    window: String,
    previous: Option<String>,
    next: Option<String>,
    feed: String,
    csv: String,
    ndjson: String,
}

/// A link among others of its kind.
struct Choice {
    text: String,
    href: String,
    is_on: bool,
}

/// A filter that is on.
struct Chip {
    text: String,
    off: String,
}

struct FacetView {
    name: &'static str,
    has_bars: bool,
    values: Vec<ValueView>,
    more: Vec<ValueView>,
    all: String,
}

struct ValueView {
    text: String,
    count: String,
    href: String,
    is_on: bool,
    bar: usize,
}

/// A hit as it is shown.
pub(in crate::web) struct HitView {
    pub(in crate::web) date: String,
    pub(in crate::web) title: String,
    pub(in crate::web) which: String,
    pub(in crate::web) href: String,
    pub(in crate::web) question: Vec<Piece>,
    pub(in crate::web) label: &'static str,
    pub(in crate::web) snippet: Vec<Piece>,
    pub(in crate::web) is_open: bool,
    pub(in crate::web) who: String,
    pub(in crate::web) pages: String,
    pub(in crate::web) page: String,
    pub(in crate::web) card: String,
    pub(in crate::web) citation: String,
    pub(in crate::web) publications: Vec<(String, String)>,
    pub(in crate::web) answered_by: Vec<(String, String)>,
}

pub(in crate::web) async fn show(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let asked = query::search(&visit.params, LIMIT, Field::facets().collect());
    if visit.params.get("q").is_none() && asked.query.is_empty() {
        return Ok(Redirect::to("/").into_response());
    }
    if let Some(document) = asked.query.document() {
        return Ok(Redirect::to(&address_of(&document)).into_response());
    }
    let options = asked.options.clone();
    let (query, unread, unfiltered) = (asked.query.clone(), asked.unread.clone(), asked.unfiltered.clone());
    let (results, without) = app
        .ask(move |index| {
            let results = index.searcher.search(&query, unread, &options)?;
            let counted = Options { limit: 0, ..Options::default() };
            let is_empty = results.total == 0 && unfiltered != query;
            let without = is_empty.then(|| index.searcher.search(&unfiltered, Vec::new(), &counted)).transpose()?;
            Ok((results, without.map(|all| all.total)))
        })
        .await?;
    html(&page(&app, &visit, &asked, results, without))
}

fn page(app: &App, visit: &Visit, asked: &query::Search, results: Results, without: Option<usize>) -> SearchPage {
    let (words, params) = (visit.words, &visit.params);
    let first_page = params.without("pagina");
    let at = |page: usize| first_page.with("pagina", &page.to_string()).of("/zoeken");
    let Options { page, limit, sort, .. } = asked.options;
    let (first, last) = ((page - 1) * limit + 1, (page * limit).min(results.total));
    let typed = params.get("q").unwrap_or_default().to_owned();
    let heading = words.found(results.total, &typed);
    let order = |text: &'static str, own: Sort| {
        let kept = first_page.without("volgorde");
        let params = if own == Sort::default() { kept } else { kept.with("volgorde", own.name()) };
        Choice { text: text.to_owned(), href: params.of("/zoeken"), is_on: sort == own }
    };
    let filtered = query::unfiltered(&first_page);
    let meant = results.did_you_mean.as_ref().map(|better| Choice {
        text: better.clone(),
        href: filtered.with("q", better).of("/zoeken"),
        is_on: false,
    });
    SearchPage {
        frame: Frame {
            query: typed.clone(),
            feed: Some(first_page.of("/feed")),
            has_filters: true,
            ..Frame::of(visit, app, &*heading)
        },
        heading,
        hits: results.hits.iter().map(|hit| hit_view(app, words, hit, &typed)).collect(),
        facets: facets(words, &first_page, &results),
        chips: chips(words, &first_page),
        orders: vec![
            order(words.by_relevance(), Sort::Relevance),
            order(words.newest(), Sort::Newest),
            order(words.oldest(), Sort::Oldest),
        ],
        unread: results.unread.iter().map(|unread| words.unread(&unread.text, &words.reason(unread.reason))).collect(),
        widened: results.expansions.iter().filter_map(|made| words.widened(made)).collect(),
        card: asked.query.documents().first().map(|id| (text::named(id), address_of(id))),
        did_you_mean: meant,
        without_filters: without.filter(|total| *total > 0).map(|total| words.without_filters(total)),
        clear: filtered.of("/zoeken"),
        tries: tries(&typed),
        from: params.get("van").unwrap_or_default().to_owned(),
        until: params.get("tot").unwrap_or_default().to_owned(),
        kept: first_page.without("van").without("tot").pairs().to_vec(),
        window: words.window(first, last, results.total),
        previous: (page > 1).then(|| at(page - 1)),
        next: (last < results.total).then(|| at(page + 1)),
        feed: first_page.of("/feed"),
        csv: first_page.of("/zoeken.csv"),
        ndjson: first_page.of("/zoeken.ndjson"),
        results,
    }
}

/// What may find more: any of the words, the beginning of the first.
fn tries(typed: &str) -> Vec<Choice> {
    /// Letters of a beginning that finds other words, too, and not half of all.
    const BEGINNING: usize = 6;
    let link = |query: String| {
        let href = Params::default().with("q", &query).of("/zoeken");
        Choice { text: query, href, is_on: false }
    };
    let loose: Vec<&str> = typed.split_whitespace().filter(|word| word.chars().all(char::is_alphanumeric)).collect();
    let any = (loose.len() > 1).then(|| link(loose.join(" OF ")));
    let longest = loose.iter().filter(|word| word.chars().count() > BEGINNING).max_by_key(|word| word.len());
    let beginning = longest.map(|word| link(format!("{}*", word.chars().take(BEGINNING).collect::<String>())));
    any.into_iter().chain(beginning).collect()
}

fn facets(words: Words, params: &Params, results: &Results) -> Vec<FacetView> {
    let Some(counted) = &results.facets else { return Vec::new() };
    let view = |field: Field| {
        let name = field.name();
        let mut counts = counted.get(name)?.clone();
        if field == Field::Vergaderjaar {
            counts.sort_by(|a, b| b.value.cmp(&a.value));
        }
        let most = counts.iter().map(|count| count.count).max()?;
        let value = |count: &crate::search::Count| {
            let is_on = params.all(name).any(|on| on == count.value);
            let changed = if is_on { params.without(name) } else { params.with(name, &count.value) };
            ValueView {
                text: words.value(field, &count.value),
                count: words.number(count.count),
                href: changed.of("/zoeken"),
                is_on,
                bar: (count.count * BAR).div_ceil(most),
            }
        };
        let mut values: Vec<ValueView> = counts.iter().map(value).collect();
        let total = values.len();
        let more = if total > SHOWN + 1 { values.split_off(SHOWN) } else { Vec::new() };
        let (name, all) = (words.field(field), words.show_all(total));
        Some(FacetView { name, has_bars: field == Field::Vergaderjaar, values, more, all })
    };
    Field::filters().into_iter().filter_map(view).collect()
}

fn chips(words: Words, params: &Params) -> Vec<Chip> {
    let chip = |text: String, name: &str| Chip { text, off: params.without(name).of("/zoeken") };
    let of_field = |field: Field| {
        let text = move |value| format!("{}: {}", words.field(field), words.value(field, value));
        params.all(field.name()).map(move |value| chip(text(value), field.name()))
    };
    let of_span = query::SPAN.into_iter().zip([words.since(), words.until()]).flat_map(|(name, end)| {
        let text = move |value| format!("{}: {end} {value}", words.field(Field::Datum));
        params.all(name).map(move |value| chip(text(value), name))
    });
    Field::filters().into_iter().flat_map(of_field).chain(of_span).collect()
}

pub(in crate::web) fn hit_view(app: &App, words: Words, hit: &Hit, typed: &str) -> HitView {
    let href = |letter: &LetterId, anchor: Option<String>| {
        let path = address_in(letter, anchor);
        if typed.is_empty() { path } else { Params::default().with("q", typed).of(&path) }
    };
    let is_question = hit.snippet.part == crate::search::Part::Question;
    let question = match (&hit.question, is_question) {
        (Some(_), true) => text::highlighted(&hit.snippet.text, &hit.snippet.highlights),
        (Some(question), false) => text::highlighted(question, &[]),
        (None, _) => text::highlighted(hit.title.as_deref().unwrap_or(hit.letter.as_str()), &[]),
    };
    let snippet = match (&hit.answer, is_question) {
        (Some(answer), true) => text::highlighted(answer, &[]),
        (None, true) => Vec::new(),
        (_, false) => text::highlighted(&hit.snippet.text, &hit.snippet.highlights),
    };
    let elsewhere = |letter: &LetterId, pair: Option<&PairId>| {
        (text::named(letter.as_str()), href(letter, pair.map(PairId::anchor)))
    };
    let copied = copy::of_hit(app, hit);
    HitView {
        date: hit.date.as_ref().map(|date| words.date(date)).unwrap_or_default(),
        title: hit.title.clone().unwrap_or_else(|| words.kind(hit.kind).to_owned()),
        which: if hit.numbers.is_empty() {
            words.running_text().to_lowercase()
        } else {
            words.questions_named(&hit.numbers)
        },
        href: href(&hit.letter, hit.id.anchor()),
        question,
        label: label(words, hit),
        snippet,
        is_open: hit.question.is_some() && hit.answer.is_none(),
        who: who(words, &hit.askers, &hit.responders),
        pages: if hit.pages.is_empty() { String::new() } else { words.pages(&hit.pages) },
        page: hit
            .pages
            .first()
            .map(|page| format!("{}/pagina/{page}", address_of_letter(&hit.letter)))
            .unwrap_or_default(),
        card: format!("kaart-{}", hit.id.to_string().replace(['#', '.'], "-")),
        citation: copied,
        publications: hit
            .publications
            .iter()
            .filter(|one| one.letter != hit.letter)
            .map(|one| elsewhere(&one.letter, one.pair.as_ref()))
            .collect(),
        answered_by: hit.answered_by.iter().map(|one| elsewhere(&one.letter, one.pair.as_ref())).collect(),
    }
}

/// What the passage is of.
fn label(words: Words, hit: &Hit) -> &'static str {
    use crate::search::Part;
    match hit.snippet.part {
        Part::Note => words.note_label(),
        Part::Question | Part::Answer | Part::Body if hit.answer.is_some() => words.answer_label(),
        _ => "",
    }
}

/// «Westerveld (GroenLinks-PvdA) aan Karremans, VWS».
pub(in crate::web) fn who(words: Words, askers: &[Asker], responders: &[Responder]) -> String {
    let asker = |asker: &Asker| match &asker.party {
        Some(party) => format!("{} ({party})", asker.name),
        None => asker.name.clone(),
    };
    let responder = |responder: &Responder| {
        let name = responder.name.as_deref();
        let office = responder.office.as_deref().or(responder.ministry.as_deref());
        name.into_iter().chain(office).collect::<Vec<_>>().join(", ")
    };
    let names = |all: Vec<String>| match all.len() {
        0..=NAMES => words.listed(&all),
        more => format!("{} {}", all[..NAMES - 1].join(", "), words.and_others(more + 1 - NAMES)),
    };
    let members: Vec<String> = askers.iter().map(asker).collect();
    let answers: Vec<String> =
        responders.iter().filter(|one| !one.on_behalf).map(responder).filter(|one| !one.is_empty()).collect();
    match (members.is_empty(), answers.is_empty()) {
        (true, true) => String::new(),
        (false, true) => names(members),
        (true, false) => names(answers),
        (false, false) => format!("{} {} {}", names(members), words.to(), names(answers)),
    }
}
