//! The pages in a real browser: chromium, driven through chromedriver. One browser and one server for all checks, so this is
//! a table of checks with a `main` of its own. It runs where `VRAAGBAAK_BROWSER` is set, as `.ci/run` does.

#![expect(clippy::print_stdout, reason = "a test says what it did and what it skipped")]
#![expect(clippy::unwrap_used, reason = "a test ends where something is amiss")]

mod http;
mod journeys;
mod pages;
mod site;
mod webdriver;

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use site::Site;
use webdriver::Browser;

type Check = fn(&Browser, &Site);

const CHECKS: &[(&str, Check)] = &[
    ("clerk", journeys::clerk),
    ("journalist", journeys::journalist),
    ("journeys_without_scripts", journeys::without_scripts),
    ("keyboard", journeys::keyboard),
    ("copied_text_is_the_answer", journeys::copied_text_is_the_answer),
    ("html_is_small", pages::html_is_small),
    ("nothing_blocks_or_comes_from_elsewhere", pages::nothing_comes_from_elsewhere),
    ("narrow", pages::narrow),
    ("accessible", pages::accessible),
    ("console_is_silent", pages::console_is_silent),
];

fn main() -> ExitCode {
    let filter = env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    if env::args().any(|argument| argument == "--list") {
        for (name, _) in CHECKS {
            println!("{name}: test");
        }
        return ExitCode::SUCCESS;
    }
    if env::var_os("VRAAGBAAK_BROWSER").is_none() {
        println!("skipped: the pages are looked at in a browser where VRAAGBAAK_BROWSER=1 is set");
        return ExitCode::SUCCESS;
    }
    let driver = Command::new("chromedriver").arg("--version").stdout(Stdio::null()).status();
    if driver.is_err() {
        println!("skipped: no chromedriver here (on Debian: chromium and chromium-driver)");
        return if env::var_os("CI").is_some_and(|value| value == "true") {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        };
    }
    let dir = tempfile::tempdir().unwrap();
    let site = Site::start(dir.path());
    let browser = Browser::start(&dir.path().join("profile"));
    let mut failed = 0;
    for (name, check) in CHECKS.iter().filter(|(name, _)| name.contains(&filter)) {
        let start = Instant::now();
        browser.reset();
        let is_fine = catch_unwind(AssertUnwindSafe(|| check(&browser, &site))).is_ok();
        failed += usize::from(!is_fine);
        println!("{name} … {} ({:.1} s)", if is_fine { "ok" } else { "FAILED" }, start.elapsed().as_secs_f32());
    }
    println!("{failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
