//! The pages that say what the program is and how to search with it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Frame, Visit, html};
use crate::record::Language;
use crate::search::FIELDS;
use crate::web::failure::Failure;
use crate::web::params::Params;
use crate::web::state::App;

#[derive(Template)]
#[template(path = "about.html", config = "src/web/askama.toml")]
struct AboutPage {
    frame: Frame,
    is_dutch: bool,
    version: &'static str,
    letters: String,
}

#[derive(Template)]
#[template(path = "help.html", config = "src/web/askama.toml")]
struct HelpPage {
    frame: Frame,
    is_dutch: bool,
    examples: Vec<Example>,
}

/// A query with what it finds.
struct Example {
    query: String,
    href: String,
    finds: &'static str,
}

/// Queries that show the query language but for its fields: what is typed, what it finds in Dutch and in English.
const EXAMPLES: &[(&str, &str, &str)] = &[
    (
        "wachtlijst jeugdzorg",
        "beide woorden, ook vervoegd en als deel van samenstellingen",
        "both words, inflected and inside compounds, too",
    ),
    ("\"code zwart\"", "precies deze woorden achter elkaar", "exactly these words in a row"),
    ("trein OF bus", "een van beide", "either of them"),
    ("stikstof -veestapel", "wel het ene, niet het andere (ook met NIET)", "the one without the other (also with NOT)"),
    ("bibliothe*", "alles wat zo begint", "all that begins so"),
    (
        "32 847, nr. 808",
        "wie dit Kamerstuk aanhaalt, in elke schrijfwijze",
        "who cites this Kamerstuk, in any notation",
    ),
];

pub(in crate::web) async fn about(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let letters = app.ask(|index| Ok(index.overview.counts.letters)).await.unwrap_or(0);
    let words = visit.words;
    html(&AboutPage {
        frame: Frame::of(&visit, &app, words.about()),
        is_dutch: words.0 == Language::Dutch,
        version: env!("CARGO_PKG_VERSION"),
        letters: words.letters_count(letters),
    })
}

pub(in crate::web) async fn help(State(app): State<App>, visit: Visit) -> Result<Response, Failure> {
    let words = visit.words;
    let example = |query: String, (dutch, english)| Example {
        href: Params::default().with("q", &query).of("/zoeken"),
        query,
        finds: words.pick(dutch, english),
    };
    let general = EXAMPLES.iter().map(|(query, dutch, english)| example((*query).to_owned(), (*dutch, *english)));
    let fields = FIELDS.iter().map(|row| example(format!("{}:{}", row.field.name(), row.example), row.finds));
    html(&HelpPage {
        frame: Frame { current: "help", ..Frame::of(&visit, &app, words.help()) },
        is_dutch: words.0 == Language::Dutch,
        examples: general.chain(fields).collect(),
    })
}
