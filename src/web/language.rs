//! Chooses the language of a page: by the switch, else by what the browser prefers.
//!
//! **Invariant:** the choice of the switch comes before the browser's, and Dutch is spoken where neither says anything.

use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};

use crate::record::Language;

/// The cookie in which the switch keeps its choice; it says nothing about anybody.
pub(super) const COOKIE_NAME: &str = "taal";

/// The language that a request asks for.
pub(super) fn of_request(headers: &HeaderMap) -> Language {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    chosen(text(COOKIE)).or_else(|| preferred(text(ACCEPT_LANGUAGE))).unwrap_or(Language::Dutch)
}

/// The code of a language in HTML and in addresses.
pub(super) fn code(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl",
        Language::English => "en",
    }
}

/// The language with a code.
pub(super) fn of_code(code: &str) -> Option<Language> {
    match code.split('-').next()?.trim().to_ascii_lowercase().as_str() {
        "nl" => Some(Language::Dutch),
        "en" => Some(Language::English),
        _ => None,
    }
}

fn chosen(cookies: &str) -> Option<Language> {
    let pairs = cookies.split(';').filter_map(|cookie| cookie.trim().split_once('='));
    pairs.filter(|(name, _)| *name == COOKIE_NAME).find_map(|(_, code)| of_code(code))
}

/// The language with the highest weight that we speak; of equals the first.
fn preferred(accepted: &str) -> Option<Language> {
    let mut best: Option<(Language, f32)> = None;
    for range in accepted.split(',') {
        let mut parts = range.split(';');
        let Some(language) = parts.next().and_then(of_code) else { continue };
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
        if weight > 0.0 && best.is_none_or(|(_, most)| weight > most) {
            best = Some((language, weight));
        }
    }
    best.map(|(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_language_that_we_speak() {
        let check = |accepted: &str, expect: Option<Language>| assert_eq!(preferred(accepted), expect, "{accepted}");
        check("", None);
        check("de-DE,de;q=0.9", None);
        check("en-GB,en;q=0.9,nl;q=0.8", Some(Language::English));
        check("fr, en;q=0.4, nl-BE;q=0.7", Some(Language::Dutch));
        check("en;q=0, nl;q=0.1", Some(Language::Dutch));
        assert_eq!(chosen("a=b; taal=en"), Some(Language::English));
        assert_eq!(chosen("taal=xx"), None);
    }
}
