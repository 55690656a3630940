//! What people come for, from the question to the copied quote.

use serde_json::{Value, json};

use crate::http;
use crate::site::{LETTER, Site};
use crate::webdriver::{Browser, ENTER, ESCAPE, TAB};

/// The focused element, as a test names it.
const FOCUS: &str =
    "return document.activeElement.id || document.activeElement.className || document.activeElement.tagName";

fn letter(site: &Site) -> Value {
    serde_json::from_str(&http::get(site.port, &format!("{LETTER}/brief.json")).body).unwrap()
}

/// What the clipboard would hold of an answer's words: the selection from its first to its last paragraph.
fn selected(browser: &Browser, anchor: &str) -> String {
    browser.text_of(&format!(
        "const text = document.querySelector('#{anchor} .text.answered'); const range = document.createRange();
         range.selectNodeContents(text); const selection = getSelection(); selection.removeAllRanges();
         selection.addRange(range); return selection.toString().trim()"
    ))
}

/// A clerk: words, a filter, the letter at the question, the words of the answer and how to cite it.
pub(crate) fn clerk(browser: &Browser, site: &Site) {
    browser.open(&site.at("/"));
    browser.fill("#q", "bibliotheekbus subsidie");
    browser.press(ENTER);
    browser.wait("document.querySelector('.hits .hit')");
    let before = browser.text_of("return document.getElementById('kop').textContent");
    browser.click(".facets a[href*='bewindspersoon=Terwindt']");
    browser.wait("document.querySelector('.chips li')");
    assert!(browser.address().contains("bewindspersoon=Terwindt"), "{}", browser.address());
    assert!(!before.is_empty());

    let href = browser
        .text_of(&format!("return document.querySelector(\".hits h2 a[href^='{LETTER}']\").getAttribute('href')"));
    browser.click(&format!(".hits h2 a[href=\"{href}\"]"));
    browser.wait("document.querySelector('.letter')");
    let address = browser.address();
    let anchor = address.split_once('#').expect("a hit opens at its pair").1;
    let top = browser.run("return document.querySelector(location.hash).getBoundingClientRect().top");
    assert!(top.as_f64().unwrap().abs() < 300.0, "{address} lies {top} px away");
    assert!(selected(browser, anchor).len() > 40, "{address}");

    browser.click(&format!("#{anchor} [data-copy]"));
    let card = browser.text_of(&format!("return document.querySelector('#{anchor} .card textarea').value"));
    assert!(card.contains("Aanhangsel Handelingen") && card.contains("zoek.officielebekendmakingen.nl"), "{card}");
    browser.wait(&format!("document.querySelector('#{anchor} .card').matches(':popover-open')"));
}

/// A journalist: a Kamerstuk as it stood in the newspaper, who cites it, the place, and the official address.
pub(crate) fn journalist(browser: &Browser, site: &Site) {
    for notation in ["37 214, nr. 7", "kst-37214-7", "Kamerstukken II 2024/25, 37214, nr. 7"] {
        browser.open(&site.at("/"));
        browser.fill("#q", notation);
        browser.press(ENTER);
        browser.wait("document.querySelector('main a[href=\"/kamerstuk/kst-37214-7\"]') || location.pathname.startsWith('/kamerstuk/')");
        if !browser.address().contains("/kamerstuk/") {
            browser.click("main a[href=\"/kamerstuk/kst-37214-7\"]");
        }
        browser.wait("location.pathname === '/kamerstuk/kst-37214-7' && document.querySelector('.mention')");
    }
    let card = browser.text_of("return document.getElementById('kaart-stuk-tekst').value");
    assert!(card.contains("https://zoek.officielebekendmakingen.nl/kst-37214-7.html"), "{card}");
    let quotation = browser.text_of(
        "return [...document.querySelectorAll('.mention textarea')].map((one) => one.value).find((text) => text.includes('https'))",
    );
    assert!(quotation.contains('«') && quotation.contains("https://zoek.officielebekendmakingen.nl/"), "{quotation}");
    browser.click(".mention p a");
    browser.wait("document.querySelector('.letter') && location.hash");
    let shown =
        browser.run("return Boolean(document.querySelector(`${location.hash} .cited[href='/kamerstuk/kst-37214-7']`))");
    assert_eq!(shown, json!(true), "{}", browser.address());
}

/// The same ways by links and forms alone.
pub(crate) fn without_scripts(browser: &Browser, site: &Site) {
    browser.scripts(false);
    browser.open(&site.at("/"));
    browser.fill("#q", "bibliotheekbus");
    browser.click("form[role=search] button");
    browser.click(".facets a[href*='ministerie=OCW']");
    browser.arrive("ministerie=OCW");
    browser.click(&format!(".hits h2 a[href^='{LETTER}']"));
    browser.arrive(LETTER);
    browser.click(".pair [data-copy]");
    assert!(browser.is_shown(".pair .card"), "a card opens without scripts");
    browser.press(ESCAPE);
    browser.open(&site.at("/"));
    browser.fill("[name=nummer]", "37 214, nr. 7");
    browser.click("form[action='/kamerstuk'] button");
    browser.arrive("/kamerstuk/kst-37214-7");
    browser.open(&site.at("/al-eerder-gevraagd"));
    browser.fill("#tekst", "Klopt het dat de provincie de subsidie voor de bibliotheekbus beëindigt?");
    browser.click(".draft-form button.main");
    assert!(browser.is_shown(".draft-list section"), "drafts are compared without scripts");
    assert!(browser.address().ends_with("/al-eerder-gevraagd"), "a draft stands in no address");
}

/// The first keys reach what people come for; a card opens, closes and gives the focus back.
pub(crate) fn keyboard(browser: &Browser, site: &Site) {
    browser.open(&site.at("/hulp"));
    browser.press(TAB);
    assert_eq!(browser.text_of(FOCUS), "skip");
    browser.wait("document.activeElement.getBoundingClientRect().top >= 0");
    browser.press(TAB);
    assert_eq!(browser.text_of(FOCUS), "wordmark");
    browser.press(TAB);
    assert_eq!(browser.text_of(FOCUS), "q");

    browser.open(&site.at("/zoeken?q=bibliotheekbus"));
    browser.press(TAB);
    browser.press(TAB);
    assert_eq!(browser.text_of(FOCUS), "skip", "and one to the answers");
    browser.run("window.stays = true");
    browser.press(ENTER);
    browser.wait("location.hash === '#antwoorden'");
    browser.wait("document.activeElement.id === 'antwoorden'");
    assert_eq!(browser.run("return window.stays"), true, "a link within the page does not load it anew");
    browser.run("document.querySelector('.hits [data-copy]').focus()");
    browser.press(ENTER);
    browser.wait("document.querySelector('.hits .card').matches(':popover-open')");
    browser.press(ESCAPE);
    browser.wait("!document.querySelector('.hits .card').matches(':popover-open')");
    browser.wait("document.activeElement === document.querySelector('.hits [data-copy]')");
}

/// What one selects and copies of an answer are its words, as programs get them: no marks of notes or icons between.
pub(crate) fn copied_text_is_the_answer(browser: &Browser, site: &Site) {
    browser.open(&site.at(LETTER));
    let mut compared = 0;
    for pair in letter(site)["pairs"].as_array().unwrap() {
        let (Some(text), Some(anchor)) =
            (pair["answer"]["text"].as_str(), pair["id"].as_str().unwrap().split('#').nth(1))
        else {
            continue;
        };
        assert_eq!(lines(&selected(browser, anchor)), lines(text), "{anchor}");
        compared += 1;
    }
    assert!(compared > 2, "only {compared} answers");
}

/// The paragraphs of a text; how much room lies between them is the page's own.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}
