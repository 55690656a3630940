//! The start page: the search box, what is new, what is cited most.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::search::who;
use super::{Frame, Visit, html};
use crate::record::Record;
use crate::search::{Field, Overview};
use crate::web::failure::Failure;
use crate::web::params::Params;
use crate::web::state::App;
use crate::web::text;
use crate::web::words::Words;
use crate::web::{address_of, address_of_letter};

/// Letters that are named as the newest: what is seen without scrolling.
const NEWEST: usize = 5;

#[derive(Template)]
#[template(path = "start.html", config = "src/web/askama.toml")]
struct StartPage {
    frame: Frame,
    is_empty: bool,
    examples: Vec<(String, String)>,
    newest: Vec<Newest>,
    cited: Vec<(String, String, String)>,
    ministries: Vec<Ministry>,
    holdings: String,
}

struct Newest {
    date: String,
    title: String,
    href: String,
    line: String,
}

/// A bar of the chart of ministries.
struct Ministry {
    name: String,
    href: String,
    count: String,
    bar: usize,
}

pub(in crate::web) async fn show(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let overview = app.ask(|index| Ok(index.overview.clone())).await?;
    html(&page(&app, &visit, &overview))
}

fn page(app: &App, visit: &Visit, overview: &Overview) -> StartPage {
    let words = visit.words;
    let span = overview.first.as_ref().zip(overview.last.as_ref());
    let span = span.map(|(first, last)| (words.date(first), words.date(last)));
    let counts = overview.counts;
    let most = overview.ministries.iter().map(|count| count.count).max().unwrap_or(1);
    let ministry = |count: &crate::search::Count| Ministry {
        name: words.value(Field::Ministerie, &count.value),
        href: Params::default().with("ministerie", &count.value).of("/zoeken"),
        count: words.number(count.count),
        bar: (count.count * 100).div_ceil(most),
    };
    StartPage {
        frame: Frame { feed: Some("/feed".to_owned()), ..Frame::of(visit, app, "") },
        is_empty: counts.letters == 0,
        examples: examples(overview),
        newest: overview.newest.iter().take(NEWEST).map(|letter| newest(words, letter)).collect(),
        cited: overview
            .cited
            .iter()
            .map(|one| (text::named(&one.id), address_of(&one.id), words.times_count(one.count)))
            .collect(),
        ministries: overview.ministries.iter().map(ministry).collect(),
        holdings: words.holdings(
            counts.letters,
            counts.pairs,
            counts.footnotes,
            counts.references,
            span.as_ref().map(|(first, last)| (first.as_str(), last.as_str())),
        ),
    }
}

/// Queries that find something here: a subject, the number of a paper, who answered.
fn examples(overview: &Overview) -> Vec<(String, String)> {
    /// Words of a subject that are enough to find it.
    const WORDS: usize = 2;
    /// Letters of a word that says what a subject is about.
    const LONG: usize = 7;
    let title = overview.newest.iter().find_map(|letter| letter.title.as_deref()).unwrap_or_default();
    let long = |word: &&str| word.chars().count() >= LONG && word.chars().all(char::is_alphabetic);
    let subject = title.split_whitespace().filter(long).take(WORDS).collect::<Vec<_>>().join(" ");
    let paper = overview.cited.first().map(|one| text::named(&one.id).trim_start_matches("Kamerstuk ").to_owned());
    let minister = overview.newest.iter().flat_map(|letter| &letter.responders).find_map(|one| one.name.as_deref());
    let minister = minister.map(|name| format!("bewindspersoon:\"{name}\""));
    let queries = [Some(subject).filter(|words| !words.is_empty()), paper, minister];
    queries
        .into_iter()
        .flatten()
        .map(|query| {
            let href = Params::default().with("q", &query.replace('\u{a0}', " ")).of("/zoeken");
            (query, href)
        })
        .collect()
}

fn newest(words: Words, letter: &Record) -> Newest {
    let who = who(words, &letter.askers, &letter.responders);
    let questions: usize = letter.pairs.iter().flat_map(|pair| &pair.questions).map(|one| one.numbers.len()).sum();
    let questions =
        if questions == 0 { words.no_numbered_questions().to_owned() } else { words.questions_count(questions) };
    Newest {
        date: letter.date.as_ref().map(|date| words.short_date(date)).unwrap_or_default(),
        title: letter.title.clone().unwrap_or_else(|| words.kind(letter.kind).to_owned()),
        href: address_of_letter(&letter.id),
        line: [who, questions].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
    }
}
