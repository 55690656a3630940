//! The page that says, in plain words, how far our reading of a letter can be trusted.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::letter::{CutView, Places, WarningView, cuts, find, places, warnings_of};
use super::{Frame, Visit, html};
use crate::record::{LeftOut, Reason, Record, Source, Trust, Warning};
use crate::web::failure::Failure;
use crate::web::state::App;
use crate::web::words::Words;
use crate::web::{address_of_letter, page_about};

#[derive(Template)]
#[template(path = "trust.html", config = "src/web/askama.toml")]
struct TrustPage {
    frame: Frame,
    title: String,
    address: String,
    totals: Vec<Total>,
    doubts: Vec<Doubt>,
    oddities: Vec<WarningView>,
    citations: Vec<Row>,
    left_out: Vec<LeftOutView>,
    has_pdf: bool,
}

/// A doubt with the part of the page that it is about.
struct Doubt {
    warning: WarningView,
    anchor: String,
    cuts: Vec<CutView>,
}

/// Words of the pages that are in no text.
struct LeftOutView {
    reason: &'static str,
    text: String,
    pages: String,
}

struct Total {
    name: &'static str,
    text: String,
    look: &'static str,
}

struct Row {
    printed: String,
    id: String,
    href: String,
    place: String,
}

pub(in crate::web) async fn show(
    State(app): State<App>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (shown, _) = find(&app, &id, None).await?;
    // Without its file the report is the same but for the pictures.
    let places = places(&app, &shown.letter).await?.ok();
    html(&page(&app, &visit, &shown.letter, places.as_ref()))
}

fn page(app: &App, visit: &Visit, record: &Record, places: Option<&Places>) -> TrustPage {
    let words = visit.words;
    let path = address_of_letter(&record.id);
    let of = |doubt: bool| record.warnings.iter().filter(move |warning| warning.doubt == doubt);
    let doubts = of(true).zip(warnings_of(words, &path, of(true))).map(|(warning, view)| {
        let pair = record.pairs.iter().position(|pair| Some(&pair.id) == warning.pair.as_ref());
        let all = places.zip(pair).map(|(places, pair)| cuts(words, &path, places, pair)).unwrap_or_default();
        let anchor = pair.map(|at| record.pairs[at].id.anchor()).unwrap_or_default();
        let is_here = |cut: &CutView| warning.page.is_none_or(|page| page == cut.page);
        Doubt { warning: view, anchor, cuts: all.into_iter().filter(is_here).collect() }
    });
    let doubts: Vec<Doubt> = doubts.collect();
    let citations = record.references.iter().map(|reference| Row {
        printed: reference.text.clone(),
        href: page_about(&reference.id),
        id: reference.id.to_string(),
        place: words.place_of(&reference.place),
    });
    TrustPage {
        frame: Frame::of(visit, app, words.trust_title()),
        title: record.title.clone().unwrap_or_else(|| record.id.to_string()),
        totals: totals(words, record),
        doubts,
        oddities: warnings_of(words, &path, of(false)),
        citations: citations.collect(),
        left_out: left_out(words, record),
        has_pdf: record.source.as_ref().is_some_and(Source::may_be_pdf),
        address: path,
    }
}

fn left_out(words: Words, record: &Record) -> Vec<LeftOutView> {
    let gathered = LeftOut::gathered(&record.left_out).into_iter();
    let view = |(reason, text, pages): (Reason, String, Vec<usize>)| {
        let pages = words.pages(&pages);
        LeftOutView { reason: reason.words(words.0), text, pages }
    };
    gathered.map(view).collect()
}

fn totals(words: Words, record: &Record) -> Vec<Total> {
    let counts = Trust::of(record);
    let doubted =
        |kinds: &dyn Fn(&Warning) -> bool| record.warnings.iter().any(|warning| warning.doubt && kinds(warning));
    let odd = |count: usize| if count > 0 { "caution" } else { "fine" };
    let look = |is_doubtful: bool, odd: &'static str| if is_doubtful { "doubt" } else { odd };
    let numbers: BTreeSet<_> =
        record.pairs.iter().flat_map(|pair| &pair.questions).flat_map(|question| question.numbers.clone()).collect();
    let answers = record.pairs.iter().filter(|pair| pair.answer.is_some()).count();
    let unread = counts.citations_unread + counts.citations_unresolved;
    let marks = counts.notes_without_mark + counts.marks_without_note;
    vec![
        Total {
            name: words.questions(),
            text: words.questions_found(numbers.len(), record.announced),
            look: look(doubted(&|warning| warning.pair.is_some()), odd(counts.numbering)),
        },
        Total {
            name: words.answers(),
            text: words.answers_found(answers, counts.unanswered),
            look: odd(counts.unanswered + counts.answers_without_question),
        },
        Total { name: words.notes(), text: words.notes_found(record.footnotes.len(), marks), look: odd(marks) },
        Total {
            name: words.citations(),
            text: words.citations_found(record.references.len(), unread),
            look: odd(unread + counts.citations_ambiguous),
        },
        Total {
            name: words.date_of_answer(),
            text: record.date.as_ref().map_or_else(|| words.none_found().to_owned(), |date| words.date(date)),
            look: odd(record.warnings.iter().filter(|w| w.kind == crate::record::WarningKind::TwoDates).count()),
        },
        Total {
            name: words.glyphs_and_scans(),
            text: words.legible(counts.unmapped_glyphs, counts.ocr_pages, counts.unread_pages),
            look: look(counts.unmapped_glyphs + counts.ocr_pages + counts.unread_pages > 0, "fine"),
        },
    ]
}
