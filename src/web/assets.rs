//! Serves the style sheet, the script and the fonts of the pages, which are compiled into the binary.
//!
//! **Invariant:** the address of a file changes with its content, so that it may be kept for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::failure::Failure;
use crate::record::hex;

/// A file of the pages.
struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

macro_rules! asset {
    ($name:literal, $kind:literal) => {
        Asset { name: $name, kind: $kind, bytes: include_bytes!(concat!("assets/", $name)) }
    };
}

const ASSETS: &[Asset] = &[
    asset!("vraagbaak.css", "text/css; charset=utf-8"),
    asset!("vraagbaak.js", "text/javascript; charset=utf-8"),
    asset!("icon.svg", "image/svg+xml"),
    asset!("fonts/source-sans-3-latin-wght-normal.woff2", "font/woff2"),
    asset!("fonts/source-sans-3-latin-ext-wght-normal.woff2", "font/woff2"),
    asset!("fonts/source-serif-4-latin-wght-normal.woff2", "font/woff2"),
    asset!("fonts/source-serif-4-latin-ext-wght-normal.woff2", "font/woff2"),
    asset!("fonts/source-sans-3.LICENSE", "text/plain; charset=utf-8"),
    asset!("fonts/source-serif-4.LICENSE", "text/plain; charset=utf-8"),
];

/// Hex digits of the version: eight tell any two releases apart.
const DIGITS: usize = 8;

/// Stands for the content of all files, so that addresses inside the style sheet need no version of their own.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut digest = Sha256::new();
    for asset in ASSETS {
        digest.update(asset.bytes);
    }
    hex(&digest.finalize()[..DIGITS / 2])
});

/// The address of a file.
pub(super) fn address(name: &str) -> String {
    format!("/bestanden/{}/{name}", *VERSION)
}

/// Serves a file; for ever under its own version, an older one is asked for again.
pub(super) async fn serve(Path((version, name)): Path<(String, String)>) -> Result<Response, Failure> {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    let asset = asset.ok_or_else(|| Failure::not_found(format!("there is no file `{name}`")))?;
    let caching = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(([(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, caching)], asset.bytes).into_response())
}
