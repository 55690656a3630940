//! The server as browsers and programs ask it: pages, the API, feeds, downloads, uploads, headers.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use vraagbaak::search::Field;

use crate::cli::{command, root, run};

/// A letter of the corpus with questions, answers, notes and citations.
const LETTER: &str = "ah-tk-20252026-101";
/// How long a test waits for what must happen soon.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server of this program.
struct Server {
    process: Child,
    address: SocketAddr,
    folder: TempDir,
}

impl Server {
    /// Serves the letters of a folder, which are indexed first.
    fn of(letters: &Path, more: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let letters = letters.to_str().expect("a path of text");
        let mut process = command(folder.path())
            .args(["serve", letters, "--no-ocr", "--listen", "127.0.0.1:0"])
            .args(more)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut talk = BufReader::new(process.stderr.take().expect("piped"));
        let address = loop {
            let mut line = String::new();
            assert!(talk.read_line(&mut line).expect("talk") > 0, "the server ended before it served");
            if let Some(rest) = line.strip_prefix("serving http://") {
                break rest.split('/').next().and_then(|address| address.parse().ok()).expect("an address");
            }
        };
        // What it says later must not block it.
        let log = folder.path().join("log");
        thread::spawn(move || {
            let mut file = fs::File::create(log).expect("a log");
            std::io::copy(&mut talk, &mut file)
        });
        Self { process, address, folder }
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        for (name, value) in headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        head.extend(["Content-Length: ", &body.len().to_string(), "\r\n\r\n"]);
        stream.write_all(head.as_bytes()).expect("sent");
        stream.write_all(body).expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        Answer::read(&bytes)
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"")
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// An answer of the server, its body put together.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
        let headers: BTreeMap<String, String> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let mut body = bytes[end + 4..].to_vec();
        if headers.get("transfer-encoding").is_some_and(|coding| coding == "chunked") {
            body = unchunked(&body);
        }
        Self { status, headers, body }
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("text")
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|window| window == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).expect("digits"), 16).expect("a size");
        body.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 4 + size..];
    }
    body
}

/// One server of the corpus for all tests that change nothing.
static CORPUS: LazyLock<Server> = LazyLock::new(|| Server::of(&root().join("corpus"), &[]));

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[test]
fn the_list_says_what_parties_and_ministries_were_widened_to() {
    let check = |path: &str, sentence: &str| {
        let page = CORPUS.get(path);
        assert!(page.text().contains(sentence), "{path}: {}", page.text());
    };
    check("/zoeken?q=fractie%3AGL", "GL: ook GroenLinks en GroenLinks-PvdA (vanaf 27 oktober 2023).");

    check(
        "/zoeken?q=ministerie%3AVRO%2B",
        "VRO+: ook BZK (vanaf 14 oktober 2010 tot 2 juli 2024) en VROM (tot 14 oktober 2010).",
    );
}

#[test]
fn the_api_answers_as_the_command_line_does() {
    let server = &*CORPUS;
    let check = |path: &str, arguments: &[&str]| {
        let printed = run(server.folder.path(), arguments);
        assert_eq!(server.get(path).json(), printed.json(), "{path}");
    };
    for query in ["subsidie", "32 847, nr. 808", "bibliotheekbus -subsidie", "zorg OF water", "bibliotheekbuss"] {
        check(&format!("/api/search?q={}", escaped(query)), &["search", "--json", "--", query]);
    }
    check(
        "/api/search?q=water&limit=2&page=2&facets=true&sort=oldest",
        &["search", "--json", "--limit", "2", "--page", "2", "--facets", "--sort", "oldest", "water"],
    );
    check("/api/search?q=water&ministerie=IenW", &["search", "--json", "--ministerie", "IenW", "water"]);
    check(&format!("/api/letters/{LETTER}"), &["show", "--json", LETTER]);
    check(&format!("/api/pairs/{LETTER}%23v2"), &["show", "--json", &format!("{LETTER}#v2")]);
    check("/api/kamerstukken/kst-37214-7", &["cites", "--json", "kst-37214-7"]);
    check("/api/suggest?q=sub", &["suggest", "--json", "sub"]);
    let draft = "1. Hoeveel subsidie kreeg de bibliotheekbus?\n2. Waarom stopt de bus?";
    let printed = run(server.folder.path(), &["similar", "--json", draft]).lines();
    let body = json!({ "text": draft }).to_string();
    let answer = server.ask("POST", "/api/similar", &[("Content-Type", "application/json")], body.as_bytes());
    assert_eq!((answer.json(), answer.header("cache-control")), (Value::Array(printed), "no-store"));
}

#[test]
fn the_description_is_of_what_is_answered() {
    let description = CORPUS.get("/openapi.json").json();
    assert_eq!(description["openapi"], "3.1.0");
    let check = |path: &str, method: &str, asked: &str, body: &[u8]| {
        let answer = CORPUS.ask(&method.to_uppercase(), asked, &[("Content-Type", "text/plain")], body).json();
        let schema = &description["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"];
        let whole = json!({ "allOf": [schema], "components": description["components"] });
        let schema = jsonschema::validator_for(&whole).expect("the description holds schemas");
        let faults: Vec<String> =
            schema.iter_errors(&answer).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{asked}: {faults:#?}");
    };
    check("/api/search", "get", "/api/search?q=water&facets=true", b"");
    check("/api/letters/{id}", "get", &format!("/api/letters/{LETTER}"), b"");
    check("/api/pairs/{id}", "get", &format!("/api/pairs/{LETTER}%23v2"), b"");
    check("/api/kamerstukken/{id}", "get", "/api/kamerstukken/kst-37214-7", b"");
    check("/api/similar", "post", "/api/similar", "Waarom stopt de bibliotheekbus?".as_bytes());
    check("/api/suggest", "get", "/api/suggest?q=sub", b"");
    let parameters = description["paths"]["/api/search"]["get"]["parameters"].as_array().expect("parameters");
    let named = |field: Field| parameters.iter().any(|parameter| parameter["name"] == field.name());
    assert!(Field::filters().into_iter().all(named), "every filter of the query language is there: {parameters:#?}");
    assert_eq!(description["paths"].as_object().expect("paths").len(), 6, "every path is checked here");
}

#[test]
fn problems_are_told_to_programs_and_to_people() {
    let check = |method: &str, path: &str, status: u16, kind: &str| {
        let answer = CORPUS.ask(method, path, &[], b"");
        assert_eq!((answer.status, answer.header("content-type")), (status, "application/problem+json"), "{path}");
        assert_eq!(
            (answer.json()["kind"].as_str(), answer.json()["status"].as_u64()),
            (Some(kind), Some(status.into()))
        );
    };
    check("GET", "/api/search", 400, "empty-query");
    check("GET", "/api/search?q=water&limit=0", 400, "bad-number");
    check("GET", "/api/search?q=water&page=100000000", 400, "too-deep");
    check("GET", "/api/letters/nothing", 404, "not-found");
    check("GET", &format!("/api/pairs/{LETTER}%23v999"), 404, "not-found");
    check("GET", "/api/kamerstukken/zorg", 400, "not-a-document");
    check("GET", "/api/nothing", 404, "not-found");
    check("GET", "/api/letters/%ff", 400, "bad-request");
    check("GET", "/api/search?q=water&sort=bogus", 400, "bad-sort");
    check("POST", "/api/search?q=water", 405, "wrong-method");
    check("POST", "/api/similar", 400, "empty-query");
    let page = CORPUS.get("/brief/bestaat-niet");
    assert_eq!((page.status, page.header("content-type")), (404, "text/html; charset=utf-8"));
    assert!(page.text().contains("‘bestaat-niet’ kennen wij niet."), "{}", page.text());
    let large = CORPUS.ask("POST", "/api/similar", &[], &vec![b'x'; 3 << 20]);
    assert_eq!((large.status, large.header("content-type")), (413, "application/problem+json"));
    let large = CORPUS.ask("POST", "/zoeken", &[], b"");
    assert_eq!((large.status, large.header("content-type")), (405, "text/html; charset=utf-8"));
    assert_eq!(CORPUS.get("/zoeken.csv").status, 400, "an empty question has no answers");
    assert_eq!(CORPUS.get("/toevoegen").status, 404, "uploads are off");
}

#[test]
fn every_page_is_safe_small_and_kept_by_its_tag() {
    let letter = format!("/brief/{LETTER}");
    let paths = [
        "/".to_owned(),
        "/zoeken?q=water".to_owned(),
        "/zoeken?q=geensterveling".to_owned(),
        letter.clone(),
        format!("{letter}?weergave=pdf"),
        format!("{letter}/betrouwbaarheid"),
        format!("{letter}/pagina/1"),
        "/kamerstuk/kst-37214-7".to_owned(),
        "/dossier/37214".to_owned(),
        "/al-eerder-gevraagd".to_owned(),
        "/hulp".to_owned(),
        "/over".to_owned(),
        "/api".to_owned(),
    ];
    for path in &paths {
        let page = CORPUS.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.len() < 100_000, "{path} has {} bytes", page.body.len());
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        let text = page.text();
        assert!(
            text.contains("<html lang=\"nl\">") && !text.contains(" style=\"") && !text.contains("onclick"),
            "{path}"
        );
        let tag = page.header("etag");
        if page.header("cache-control") != "no-store" {
            assert_eq!(CORPUS.ask("GET", path, &[("If-None-Match", tag)], b"").status, 304, "{path}");
        }
        let packed = CORPUS.ask("GET", path, &[("Accept-Encoding", "gzip")], b"");
        assert!(packed.header("content-encoding") == "gzip" && packed.body.len() < page.body.len(), "{path}");
    }
    let english = CORPUS.ask("GET", "/", &[("Accept-Language", "en-GB,en;q=0.9,nl;q=0.4")], b"");
    assert!(english.text().contains("<html lang=\"en\">"));
    let chosen = CORPUS.get("/taal/en?terug=%2Fhulp");
    assert_eq!((chosen.status, chosen.header("location")), (303, "/hulp"));
    assert!(CORPUS.ask("GET", "/", &[("Cookie", "taal=en")], b"").text().contains("<html lang=\"en\">"));
    assert_eq!(CORPUS.get("/taal/en?terug=%2F%2Fevil.example").header("location"), "/", "never to another site");
}

#[test]
fn addresses_lead_where_they_should() {
    let check = |path: &str, expect: &str| {
        let answer = CORPUS.get(path);
        assert!((300..400).contains(&answer.status), "{path}: {}", answer.status);
        assert_eq!(answer.header("location"), expect, "{path}");
    };
    check("/zoeken?q=37+214%2C+nr.+7", "/kamerstuk/kst-37214-7");
    check("/zoeken?q=dossier%3A37214", "/dossier/37214");
    check("/kamerstuk?nummer=37+214%2C+nr.+7", "/kamerstuk/kst-37214-7");
    check("/kamerstuk/37214-7", "/kamerstuk/kst-37214-7");
    check(&format!("/brief/{LETTER}/v2?q=bus"), &format!("/brief/{LETTER}?q=bus#v2"));
    check("/zoeken", "/");
    let text = CORPUS.get(&format!("/brief/{LETTER}/v2.txt"));
    let pair = CORPUS.get(&format!("/api/pairs/{LETTER}%23v2")).json();
    let answer = pair["pair"]["answer"]["text"].as_str().expect("an answer");
    assert!(text.header("content-type").starts_with("text/plain") && text.text().contains(answer));
}

#[test]
fn a_pdf_is_known_by_its_bytes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (pdf, text) = (folder.path().join("letter"), folder.path().join("letter.pdf"));
    fs::copy(root().join(format!("corpus/{LETTER}.pdf")), &pdf).expect("a letter of the corpus");
    fs::copy(root().join("corpus/brief-loketten.txt"), &text).expect("a letter of the corpus");
    let server = Server::of(&pdf, &[text.to_str().expect("a path of text")]);
    let shown = server.get(&format!("/brief/{LETTER}/pdf"));
    assert_eq!((shown.status, shown.header("content-type")), (200, "application/pdf"));
    let letters = server.get("/api/search?q=loket").json();
    let mut letters = letters["hits"].as_array().expect("hits").iter().filter_map(|hit| hit["letter"].as_str());
    let letter = letters.find(|letter| *letter != LETTER).expect("the text file is a letter");
    assert_eq!(server.get(&format!("/brief/{letter}/pdf")).status, 404);
}

#[test]
fn what_is_taken_along_is_whole() {
    let csv = CORPUS.get("/zoeken.csv?q=water");
    assert!(csv.body.starts_with("\u{feff}".as_bytes()), "spreadsheets take it for UTF-8");
    let found = CORPUS.get("/api/search?q=water&limit=1000").json();
    let rows =
        csv::Reader::from_reader(&csv.body[3..]).into_records().collect::<Result<Vec<_>, _>>().expect("rows").len();
    assert_eq!(found["total"], rows);
    let lines = CORPUS.get("/zoeken.ndjson?q=water").text();
    let objects: Result<Vec<Value>, _> = lines.lines().map(serde_json::from_str).collect();
    assert_eq!(objects.expect("objects").len(), rows);
    let letter = CORPUS.get(&format!("/api/letters/{LETTER}")).json();
    assert_eq!(CORPUS.get(&format!("/brief/{LETTER}/brief.json")).json(), letter);
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let markdown = bare(&CORPUS.get(&format!("/brief/{LETTER}/brief.md")).text());
    for pair in letter["pairs"].as_array().expect("pairs") {
        let question = pair["questions"][0]["text"].as_str().expect("a question");
        let first: String = bare(question).chars().take(40).collect();
        assert!(markdown.contains(&first), "{question}");
    }
    for (path, root) in [
        ("/feed?q=water", "feed"),
        ("/feed?q=water%01", "feed"),
        ("/feed", "feed"),
        ("/kamerstuk/kst-37214-7/feed", "feed"),
        ("/sitemap.xml", "urlset"),
        ("/opensearch.xml", "OpenSearchDescription"),
    ] {
        let text = CORPUS.get(path).text();
        let parsed = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(parsed.root_element().tag_name().name(), root, "{path}");
    }
    let pdf = CORPUS.get(&format!("/brief/{LETTER}/verwijzingen.pdf")).body;
    let own = fs::read(root().join(format!("corpus/{LETTER}.pdf"))).expect("a letter of the corpus");
    assert!(pdf.len() > own.len() && pdf.starts_with(&own), "the original is a prefix");
    assert_eq!(CORPUS.get(&format!("/brief/{LETTER}/pdf")).body, own);
    let picture = CORPUS.get(&format!("/brief/{LETTER}/pagina/1.png"));
    assert!(picture.header("content-type") == "image/png" && picture.body.starts_with(b"\x89PNG"));
}

#[test]
fn drafts_are_kept_nowhere() {
    let server = Server::of(&root().join("corpus/brief-loketten.txt"), &["--access-log", "--log-queries"]);
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    for path in ["/al-eerder-gevraagd", "/al-eerder-gevraagd.md"] {
        let answer = server.ask("POST", path, &form, b"tekst=Wat+kost+de+geheimzinnige+vuurvlieg%3F");
        assert_eq!((answer.status, answer.header("cache-control")), (200, "no-store"), "{path}");
        assert!(answer.text().contains("vuurvlieg"), "the draft stands in its own answer");
    }
    server.ask("POST", "/api/similar", &[], "Wat kost de geheimzinnige vuurvlieg?".as_bytes());
    server.get("/zoeken?q=zichtbaar");
    let begun = Instant::now();
    while !server.log().contains("zichtbaar") {
        assert!(begun.elapsed() < PATIENCE, "the query is logged where that was asked: {}", server.log());
        thread::sleep(Duration::from_millis(50));
    }
    assert!(!server.log().contains("vuurvlieg"), "{}", server.log());
    assert!(server.log().contains("\"path\":\"/al-eerder-gevraagd\""), "{}", server.log());
}

#[test]
fn a_source_that_changed_or_went_is_said_to_be_so() {
    let letters = tempfile::tempdir().expect("a temporary folder");
    let own = letters.path().join(format!("{LETTER}.pdf"));
    fs::copy(root().join(format!("corpus/{LETTER}.pdf")), &own).expect("copied");
    let server = Server::of(letters.path(), &[]);
    let page = || server.get(&format!("/brief/{LETTER}?weergave=pdf")).text();
    assert!(page().contains("<rect class=\"spot\""), "marks stand on the picture");
    fs::copy(root().join("corpus/brief-veerdienst.pdf"), &own).expect("changed");
    assert!(page().contains("is veranderd") && !page().contains("<rect class=\"spot\""));
    assert_eq!(server.get(&format!("/brief/{LETTER}/pdf")).status, 410);
    fs::remove_file(&own).expect("removed");
    assert!(page().contains("is er niet meer"));
    assert_eq!(server.get(&format!("/brief/{LETTER}/pagina/1.png")).status, 410);
}

#[test]
fn what_another_process_indexes_is_seen() {
    let server = Server::of(&root().join("corpus/brief-loketten.txt"), &[]);
    assert_eq!(server.get(&format!("/brief/{LETTER}")).status, 404);
    let letter = root().join(format!("corpus/{LETTER}.pdf"));
    let ran = run(server.folder.path(), &["index", letter.to_str().expect("a path of text")]);
    assert_eq!(ran.status, 0, "{}", ran.talk);
    let begun = Instant::now();
    while server.get(&format!("/brief/{LETTER}")).status != 200 {
        assert!(begun.elapsed() < PATIENCE, "it is seen within seconds");
        thread::sleep(Duration::from_millis(100));
    }
}

/// Files as a browser's form sends them.
fn multipart(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!("--rand\r\nContent-Disposition: form-data; name=\"bestanden\"; filename=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--rand--\r\n");
    body
}

#[test]
fn letters_are_added_on_a_second_word() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let uploads = folder.path().join("uploads");
    let server = Server::of(
        &root().join("corpus/brief-loketten.txt"),
        &["--allow-upload", "--upload-dir", uploads.to_str().expect("a path of text")],
    );
    let letter = fs::read(root().join(format!("corpus/{LETTER}.pdf"))).expect("a letter of the corpus");
    let body = multipart(&[("../een brief.pdf", &letter), ("foto.pdf", b"\xff\xd8\xff")]);
    let kind = [("Content-Type", "multipart/form-data; boundary=rand")];
    let foreign = [kind[0], ("Origin", "https://evil.example")];
    let silent = [kind[0], ("Origin", "null")];
    assert_eq!(server.ask("POST", "/toevoegen", &silent, &multipart(&[])).status, 200, "a browser over plain http");
    assert_eq!(server.ask("POST", "/toevoegen", &foreign, &body).status, 403);
    let page = server.ask("POST", "/toevoegen", &kind, &body);
    let text = page.text();
    assert!(page.status == 200 && text.contains("Dit is geen pdf.") && text.contains("vragen beantwoord"), "{text}");
    assert!(fs::read_dir(&uploads).expect("the folder of uploads").next().is_none(), "nothing is written yet");
    assert_eq!(server.get(&format!("/brief/{LETTER}")).status, 404);
    let token = text.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a token");
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let confirm = format!("token={token}");
    let added = server.ask("POST", "/toevoegen/bevestig", &form, confirm.as_bytes());
    assert!(added.status == 200 && added.text().contains(LETTER), "{}", added.text());
    let names: Vec<_> =
        fs::read_dir(&uploads).expect("a folder").map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(names, ["een brief.pdf"]);
    assert_eq!(server.ask("POST", "/toevoegen/bevestig", &form, confirm.as_bytes()).status, 410, "once");
    let begun = Instant::now();
    while server.get(&format!("/brief/{LETTER}")).status != 200 {
        assert!(begun.elapsed() < PATIENCE);
        thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_server_that_cannot_serve_says_why() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let taken = CORPUS.address.to_string();
    let ran = run(folder.path(), &["serve", "--listen", &taken]);
    assert_eq!(ran.status, 2);
    assert!(ran.talk.contains(&format!("`{taken}` cannot be listened on")), "{}", ran.talk);
    let ran = run(folder.path(), &["serve", "--base-address", "vraagbaak.example"]);
    assert!(ran.status == 2 && ran.talk.contains("expected an address such as"), "{}", ran.talk);
    let ran = run(folder.path(), &["serve", "nothing-here", "--listen", "127.0.0.1:0"]);
    assert_eq!(ran.status, 2, "{}", ran.talk);
}

#[test]
fn no_switch_of_language_leads_elsewhere() {
    for back in ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "/\t/evil.example", "/\n/evil"] {
        let answer = CORPUS.get(&format!("/taal/nl?terug={}", escaped(back)));
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{back:?}");
    }
}

#[test]
fn answers_are_compressed_as_asked() {
    let path = format!("/brief/{LETTER}");
    let plain = CORPUS.get(&path);
    assert_eq!(plain.header("content-encoding"), "");
    let packed = CORPUS.ask("GET", &path, &[("Accept-Encoding", "gzip, br")], b"");
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert_eq!(packed.header("etag"), plain.header("etag"), "one tag for all codings: it is a weak one");
    assert!(packed.body.len() < plain.body.len());
}

#[test]
fn every_answer_goes_along() {
    let letter = CORPUS.get(&format!("/api/letters/{LETTER}")).json();
    let pairs = letter["pairs"].as_array().expect("pairs");
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let markdown = bare(&CORPUS.get(&format!("/brief/{LETTER}/brief.md")).text());
    for answer in pairs.iter().filter_map(|pair| pair["answer"]["text"].as_str()) {
        // Marks of notes stand further on; the first words of each paragraph are whole.
        for paragraph in answer.split("\n\n") {
            let first: String = bare(paragraph).chars().take(24).collect();
            assert!(markdown.contains(&first), "{paragraph}");
        }
    }
    let check = |path: &str, rows: u64| {
        let csv = CORPUS.get(path);
        assert!(csv.body.starts_with("\u{feff}".as_bytes()), "{path}");
        let read: Result<Vec<_>, _> = csv::Reader::from_reader(&csv.body[3..]).into_records().collect();
        assert_eq!(read.unwrap_or_else(|error| panic!("{path}: {error}")).len() as u64, rows, "{path}");
    };
    check(&format!("/brief/{LETTER}/vragen.csv"), pairs.len() as u64);
    let mentions = CORPUS.get("/api/kamerstukken/kst-37214-7").json()["total"].as_u64().expect("a number");
    check("/kamerstuk/kst-37214-7/plaatsen.csv", mentions);
}

#[test]
fn a_server_that_is_told_to_end_answers_first_and_ends_well() {
    let mut server = Server::of(&root().join("corpus/brief-loketten.txt"), &[]);
    // A request of which only the head has come is being answered.
    let body = b"Wie betaalt het loket?";
    let mut stream = TcpStream::connect(server.address).expect("the server listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
    let head = format!(
        "POST /api/similar HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("sent");
    thread::sleep(Duration::from_millis(300));
    let pid = server.process.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().expect("kill runs").success());
    thread::sleep(Duration::from_millis(300));
    stream.write_all(body).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = server.process.try_wait().expect("a process of ours") {
            break status;
        }
        assert!(begun.elapsed() < PATIENCE, "it ends");
        thread::sleep(Duration::from_millis(50));
    };
    assert_eq!(status.code(), Some(0));
}
