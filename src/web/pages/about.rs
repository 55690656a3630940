//! Nothing comes in; what the program is, and how to search with it, goes out.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Frame, Visit, html};
use crate::record::Language;
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
    query: &'static str,
    href: String,
    finds: &'static str,
}

/// Queries that show the whole query language: what is typed, what it finds in Dutch and in English.
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
    ("dossier:36200-VII", "wat uit dit dossier wordt aangehaald", "what is cited of this dossier"),
    (
        "antwoord:\"Ja.\" vraag:bereid",
        "woorden in het antwoord, in de vraag, in een noot (noot:) of in de titel (titel:)",
        "words in the answer, the question, a note (noot:) or the title (titel:)",
    ),
    (
        "bewindspersoon:\"De Jonge\"",
        "wie antwoordde; met lid: en fractie: wie vroeg",
        "who answered; lid: and fractie: say who asked",
    ),
    (
        "ministerie:OCW soort:mededeling",
        "van een ministerie, en een soort brief",
        "of a ministry, and a kind of letter",
    ),
    ("vergaderjaar:2023-2024", "uit een vergaderjaar", "of a session year"),
    ("datum:2023-01..2023-06", "uit een periode", "of a span of days"),
    ("heeft:voetnoot -heeft:antwoord", "met een noot, zonder antwoord", "with a note, without an answer"),
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
    let is_dutch = words.0 == Language::Dutch;
    let example = |&(query, dutch, english): &(&'static str, &'static str, &'static str)| Example {
        query,
        href: Params::default().with("q", query).of("/zoeken"),
        finds: if is_dutch { dutch } else { english },
    };
    html(&HelpPage {
        frame: Frame { current: "help", ..Frame::of(&visit, &app, words.help()) },
        is_dutch,
        examples: EXAMPLES.iter().map(example).collect(),
    })
}
