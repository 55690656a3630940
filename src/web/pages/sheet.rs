//! The page of a letter's PDF, as a picture with its pairs marked.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use super::letter::{find, places};
use super::picture::{picture, rectangle};
use super::{Frame, Visit, html};
use crate::record::page_map::PageMap;
use crate::record::{Record, TextOf};
use crate::web::address_of_letter;
use crate::web::failure::Failure;
use crate::web::params::segment;
use crate::web::source::Source;
use crate::web::state::App;
use crate::web::words::Words;

/// Width of a picture, in pixels: a column of a letter is read at twice the size of our text on a dense screen.
const WIDTH: u32 = 1_400;

#[derive(Template)]
#[template(path = "sheet.html", config = "src/web/askama.toml")]
struct SheetPage {
    frame: Frame,
    title: String,
    address: String,
    caption: String,
    page: usize,
    picture: String,
    width: f32,
    height: f32,
    pairs: Vec<Marked>,
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
}

/// A pair on the page: where it leads, and the rectangles of its lines.
struct Marked {
    anchor: String,
    name: String,
    href: String,
    lines: Vec<[f32; 4]>,
}

/// The whole page with the pairs on it; `{page}.png` is its picture.
pub(in crate::web) async fn show(
    State(app): State<App>,
    Path((id, name)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (number, wants_picture) = name.strip_suffix(".png").map_or((name.as_str(), false), |number| (number, true));
    let unknown = || Failure::not_found(format!("the letter `{id}` has no page `{name}`")).about(&name);
    let number: usize = number.parse().map_err(|_| unknown())?;
    let (shown, _) = find(&app, &id, None).await?;
    let record = shown.letter;
    if number == 0 || record.pages.is_some_and(|pages| number > pages) {
        return Err(unknown());
    }
    if wants_picture {
        let wanted = visit.params.get("v").map(str::to_owned);
        let sources = app.clone();
        let (png, is_kept) = app
            .wait(move || {
                let source = sources.sources().of(&record)?;
                let is_kept = wanted.as_deref() == Some(source.version());
                Ok((sources.sources().picture(&source, number, WIDTH)?, is_kept))
            })
            .await?;
        let caching = if is_kept { "private, max-age=31536000, immutable" } else { "no-cache" };
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("image/png")),
            (header::CACHE_CONTROL, HeaderValue::from_static(caching)),
        ];
        return Ok((headers, png.as_ref().clone()).into_response());
    }
    let (source, maps) = places(&app, &record).await??;
    let map = maps.iter().find(|map| map.page == number).ok_or_else(unknown)?;
    html(&page(&app, &visit, &record, &source, map, maps.len()))
}

fn page(app: &App, visit: &Visit, record: &Record, source: &Source, map: &PageMap, of: usize) -> SheetPage {
    let words = visit.words;
    let address = address_of_letter(&record.id);
    let title = record.title.clone().unwrap_or_else(|| words.kind(record.kind).to_owned());
    let caption = words.page_of(map.page, of);
    let beside = |page: usize| (words.pages(&[page]), format!("{address}/pagina/{page}"));
    SheetPage {
        frame: Frame::of(visit, app, format!("{caption}, {title}")),
        picture: picture(&address, source, map.page),
        pairs: pairs(words, record, map, &address),
        previous: (map.page > 1).then(|| beside(map.page - 1)),
        next: (map.page < of).then(|| beside(map.page + 1)),
        page: map.page,
        width: map.width,
        height: map.height,
        title,
        address,
        caption,
    }
}

fn pairs(words: Words, record: &Record, map: &PageMap, address: &str) -> Vec<Marked> {
    let mut lines: BTreeMap<usize, Vec<[f32; 4]>> = BTreeMap::new();
    for line in &map.lines {
        if let TextOf::Question { pair, .. } | TextOf::Answer { pair } = line.text {
            lines.entry(pair).or_default().push(rectangle(line.area));
        }
    }
    let marked = lines.into_iter().filter_map(|(at, lines)| {
        let pair = record.pairs.get(at)?;
        let anchor = pair.id.anchor();
        let href = format!("{address}/{}", segment(&anchor));
        Some(Marked { name: words.question_heading(&pair.numbers), href, anchor, lines })
    });
    marked.collect()
}

/// The PDF itself.
pub(in crate::web) async fn pdf(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    let (shown, _) = find(&app, &id, None).await?;
    let sources = app.clone();
    let bytes = app
        .wait(move || {
            let source = sources.sources().of(&shown.letter)?;
            source.bytes()
        })
        .await?;
    Ok(as_pdf(&id, "inline", bytes))
}

/// The PDF with its references clickable.
pub(in crate::web) async fn linked(State(app): State<App>, Path(id): Path<String>) -> Result<Response, Failure> {
    let (shown, _) = find(&app, &id, None).await?;
    let (source, maps) = places(&app, &shown.letter).await??;
    let sources = app.clone();
    let bytes = app.wait(move || sources.sources().linked(&source, &shown.letter, &maps)).await?;
    Ok(as_pdf(&format!("{id}-verwijzingen"), "attachment", bytes))
}

fn as_pdf(name: &str, disposition: &str, bytes: Vec<u8>) -> Response {
    let safe: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect();
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("{disposition}; filename=\"{safe}.pdf\"")),
    ];
    (headers, bytes).into_response()
}
