//! What holds of every page.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::http;
use crate::site::{LETTER, LONG, PAGES, Site};
use crate::webdriver::Browser;

/// Bytes of HTML, uncompressed: what a slow telephone reads at once.
const MOST_HTML: usize = 100_000;
/// WCAG 2.1, levels A and AA, as axe names them.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']";

/// Calls for every page, and for the answered page of drafts, which has no address of its own.
fn each(browser: &Browser, site: &Site, mut check: impl FnMut(&str)) {
    for page in PAGES {
        browser.open(&site.at(page));
        check(page);
    }
    browser.open(&site.at("/al-eerder-gevraagd"));
    browser.fill(
        "#tekst",
        "Klopt het dat de provincie de subsidie voor de bibliotheekbus beëindigt?\nWat kost een vuurtoren?",
    );
    browser.click(".draft-form button.main");
    browser.wait("document.querySelector('.draft-list section')");
    check("/al-eerder-gevraagd, answered");
}

pub(crate) fn html_is_small(_: &Browser, site: &Site) {
    for page in PAGES {
        let answer = http::get(site.port, page);
        assert!(answer.status == if page.contains("bestaat-niet") { 404 } else { 200 }, "{page}: {}", answer.status);
        assert!(answer.body.len() < MOST_HTML, "{page}: {} bytes", answer.body.len());
    }
    assert!(http::get(site.port, LONG).body.contains("id=\"v1\""), "the long letter shows its pairs");
}

/// Nothing is asked of another machine, and nothing but the one sheet of style holds the first look back.
pub(crate) fn nothing_comes_from_elsewhere(browser: &Browser, site: &Site) {
    browser.log("performance");
    each(browser, site, |page| {
        let blocking = browser.run("return performance.getEntriesByType('resource').filter((one) => one.renderBlockingStatus === 'blocking').map((one) => one.name)");
        assert!(
            blocking.as_array().unwrap().iter().all(|one| one.as_str().unwrap().contains(".css")),
            "{page}: {blocking}"
        );
    });
    let own = site.at("/");
    for entry in browser.log("performance") {
        let message: Value = serde_json::from_str(entry["message"].as_str().unwrap_or("{}")).unwrap_or_default();
        let address = message["message"]["params"]["request"]["url"].as_str().unwrap_or(&own);
        assert!(address.starts_with(&own) || address.starts_with("data:"), "a request to {address}");
    }
}

/// No page is wider than a narrow screen.
pub(crate) fn narrow(browser: &Browser, site: &Site) {
    let mut wide = Vec::new();
    for width in [360, 320] {
        browser.width(width);
        each(browser, site, |page| {
            let measured =
                browser.run("const root = document.documentElement; return [root.scrollWidth, root.clientWidth]");
            if measured[0].as_u64() > measured[1].as_u64() {
                let widest = browser.run(
                    "const end = document.documentElement.clientWidth;
                     return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > end + 0.5)
                       .slice(0, 8).map((one) => one.outerHTML.slice(0, 80))",
                );
                wide.push(format!("{page} at {width} px: {measured}, by {widest}"));
            }
        });
    }
    assert!(wide.is_empty(), "{wide:#?}");
}

/// axe finds no fault of WCAG 2.1 AA on any page: wide and narrow, light and dark, with a card open.
pub(crate) fn accessible(browser: &Browser, site: &Site) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/axe/axe.min.js");
    let axe = fs::read_to_string(&script).expect("tests/browser/axe was run");
    let mut faults = Vec::new();
    for (width, scheme) in [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")] {
        browser.width(width);
        browser.colours(scheme);
        each(browser, site, |page| {
            if page == LETTER || page.starts_with("/zoeken?q=bibliotheekbus") {
                browser.click("main .actions [data-copy]");
            }
            browser.run(&axe);
            let found = browser.run_later(&format!(
                "axe.run(document, {{ runOnly: {{ type: 'tag', values: {RULES} }}, resultTypes: ['violations'] }}).then(({{ violations }}) =>
                 violations.map((one) => `${{one.id}}: ${{one.nodes.length}}× ${{one.nodes[0].html.slice(0, 200)}} | ${{one.nodes[0].failureSummary}}`))"
            ));
            if found != json!([]) {
                faults.push(format!("{page} {width} px {scheme}: {found:#}"));
            }
        });
    }
    assert!(faults.is_empty(), "{} pages:\n{}", faults.len(), faults.join("\n"));
}

/// No error and no warning in the console of any page.
pub(crate) fn console_is_silent(browser: &Browser, site: &Site) {
    browser.log("browser");
    let mut said = Vec::new();
    each(browser, site, |page| {
        for entry in browser.log("browser") {
            let message = entry["message"].as_str().unwrap_or_default().to_owned();
            // That a page is absent is what the browser says of an absent page.
            if !(page.contains("bestaat-niet") && message.contains("404")) {
                said.push(format!("{page}: {message}"));
            }
        }
    });
    assert!(said.is_empty(), "{said:#?}");
}
