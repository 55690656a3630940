//! A browser under test: chromedriver's WebDriver protocol, spoken by hand.
//!
//! **Invariant:** one session; what a test set (width, colours, scripts) is put back by [`Browser::reset`].

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::http;

/// The name under which WebDriver gives an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// How long a test waits for what a page should do by itself; seconds. The slowest witness (a first picture) takes under 2.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keys as WebDriver writes them.
pub(crate) const TAB: &str = "\u{e004}";
pub(crate) const ENTER: &str = "\u{e007}";
pub(crate) const ESCAPE: &str = "\u{e00c}";

#[derive(Debug)]
pub(crate) struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

impl Browser {
    /// Starts chromedriver on a port of its own choosing, and one browser with an empty profile.
    pub(crate) fn start(profile: &Path) -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let mut said = BufReader::new(driver.stdout.take().expect("its output is piped"));
        let named = |line: String| line.split_once("on port ")?.1.trim_end().trim_end_matches('.').parse().ok();
        let port = (&mut said)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| named(line).filter(|port| *port != 0))
            .expect("chromedriver names its port");
        // It may say more, and would end if nobody could hear it.
        driver.stdout = Some(said.into_inner());
        let mut browser = Self { driver, port, session: String::new() };
        let data = format!("--user-data-dir={}", profile.display());
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            "--lang=nl",
            &data,
        ];
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": flags, "prefs": {"intl.accept_languages": "nl"}},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
            "timeouts": {"implicit": 3_000, "script": 60_000, "pageLoad": 60_000}
        }}});
        let answer = browser.send("POST", "/session", &wanted);
        answer["sessionId"].as_str().expect("a session has an id").clone_into(&mut browser.session);
        browser
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if method == "GET" { String::new() } else { body.to_string() };
        let answer = http::request(self.port, method, path, &body);
        let value: Value = serde_json::from_str(&answer.body).expect("WebDriver speaks JSON");
        assert!(answer.status == 200, "{method} {path}: {}", value["value"]["message"]);
        value["value"].clone()
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.send("POST", &format!("/session/{}/{path}", self.session), body)
    }

    fn get(&self, path: &str) -> Value {
        self.send("GET", &format!("/session/{}/{path}", self.session), &Value::Null)
    }

    /// A command of the browser's own debugging protocol.
    pub(crate) fn tell(&self, command: &str, parameters: &Value) {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters}));
    }

    pub(crate) fn open(&self, address: &str) {
        self.post("url", &json!({ "url": address }));
    }

    pub(crate) fn address(&self) -> String {
        self.get("url").as_str().expect("an address is text").to_owned()
    }

    /// The value of a piece of script that ends in `return`.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.post("execute/sync", &json!({"script": script, "args": []}))
    }

    pub(crate) fn text_of(&self, script: &str) -> String {
        let value = self.run(script);
        value.as_str().unwrap_or_else(|| panic!("`{script}` gave {value}")).to_owned()
    }

    /// The value that a promise comes to.
    pub(crate) fn run_later(&self, script: &str) -> Value {
        let script = format!("const done = arguments[0]; ({script}).then(done, (fault) => done(String(fault)));");
        self.post("execute/async", &json!({"script": script, "args": []}))
    }

    /// Waits until an expression is true.
    pub(crate) fn wait(&self, expression: &str) {
        let start = Instant::now();
        while self.run(&format!("return Boolean({expression})")) != Value::Bool(true) {
            assert!(start.elapsed() < PATIENCE, "never came true on {}: {expression}", self.address());
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Waits until the address holds these words; asked of the driver, which needs no scripts in the page.
    pub(crate) fn arrive(&self, words: &str) {
        let start = Instant::now();
        while !self.address().contains(words) {
            assert!(start.elapsed() < PATIENCE, "never came to {words}, but to {}", self.address());
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post("element", &json!({"using": "css selector", "value": selector}));
        found[ELEMENT].as_str().expect("an element has a name").to_owned()
    }

    pub(crate) fn click(&self, selector: &str) {
        self.post(&format!("element/{}/click", self.element(selector)), &json!({}));
    }

    /// Whether an element is to be seen; asked of the driver, which needs no scripts in the page.
    pub(crate) fn is_shown(&self, selector: &str) -> bool {
        self.get(&format!("element/{}/displayed", self.element(selector))) == Value::Bool(true)
    }

    /// Types into a field that is emptied first.
    pub(crate) fn fill(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.post(&format!("element/{element}/clear"), &json!({}));
        self.post(&format!("element/{element}/value"), &json!({ "text": text }));
    }

    /// Presses a key, wherever the focus is.
    pub(crate) fn press(&self, key: &str) {
        let strokes = json!([{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]);
        self.post("actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": strokes}]}));
    }

    pub(crate) fn width(&self, pixels: u32) {
        let screen = json!({"width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", &screen);
    }

    pub(crate) fn colours(&self, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.tell("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    pub(crate) fn scripts(&self, are_on: bool) {
        self.tell("Emulation.setScriptExecutionDisabled", &json!({ "value": !are_on }));
    }

    /// What was logged since the last time: `browser` (the console) or `performance` (requests, among others).
    pub(crate) fn log(&self, kind: &str) -> Vec<Value> {
        self.post("se/log", &json!({ "type": kind })).as_array().cloned().unwrap_or_default()
    }

    /// As a fresh browser: wide, light, scripts on.
    pub(crate) fn reset(&self) {
        self.scripts(true);
        self.colours("light");
        self.width(1440);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            http::try_request(self.port, "DELETE", &format!("/session/{}", self.session), "").ok();
        }
        self.driver.kill().ok();
        self.driver.wait().ok();
    }
}
