//! Adds the headers that keep answers safe and cheap: content security policy, caching, entity tags.
//!
//! **Invariant:** no answer may load anything from elsewhere, run a script that is not a file of ours, or tell another
//! site where its reader came from.

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use sha2::{Digest, Sha256};

use crate::record::hex;

/// What a page may load: files of this server, and no code or style inside the page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// Bytes of the largest answer that gets a tag: pages are far below, PDFs are sent as they come.
const MAX_TAGGED: usize = 4 << 20;
/// Bytes of a tag: enough that no two answers of one address share it.
const TAG: usize = 16;

/// The headers of every answer.
pub(super) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let is_pdf = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/pdf");
    // A browser's own viewer of PDFs is a page with code and style inside.
    if !is_pdf {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "interest-cohort=(), camera=(), microphone=(), geolocation=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Gives answers a tag, and says «not modified» to who has them already. What says nothing of caching itself is asked
/// for again each time, which costs a tag where it is the same.
pub(super) async fn tag(request: Request, next: Next) -> Response {
    let reads = *request.method() == Method::GET;
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if !reads || response.status() != StatusCode::OK || response.headers().contains_key(header::ETAG) {
        return response;
    }
    // What is streamed has no length.
    let length = response.body().size_hint().exact();
    if length.is_none_or(|length| length > MAX_TAGGED as u64) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // It is in memory already, and as long as it said.
    let Ok(bytes) = to_bytes(body, MAX_TAGGED).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let tag = tag_of(&bytes);
    if !parts.headers.contains_key(header::CACHE_CONTROL) {
        parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    let is_known = known.as_ref().is_some_and(|known| matches(known, &tag));
    parts.headers.insert(header::ETAG, tag);
    if is_known {
        parts.status = StatusCode::NOT_MODIFIED;
        without_body(&mut parts.headers);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn without_body(headers: &mut HeaderMap) {
    headers.remove(header::CONTENT_LENGTH);
    headers.remove(header::CONTENT_TYPE);
}

/// A weak tag: the same bytes may be compressed in several ways.
fn tag_of(bytes: &[u8]) -> HeaderValue {
    let hex = hex(&Sha256::digest(bytes)[..TAG]);
    HeaderValue::from_str(&format!("W/\"{hex}\"")).expect("hex digits are a header")
}

/// Whether a list of known tags holds one.
fn matches(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let Ok(known) = known.to_str() else { return false };
    known.split(',').map(str::trim).any(|one| one == "*" || one.as_bytes() == tag.as_bytes())
}
