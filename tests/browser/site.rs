//! What is looked at: the built program, serving the corpus and one long letter, and the list of its pages.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

const PROGRAM: &str = env!("CARGO_BIN_EXE_vraagbaak");
/// The letter that the journeys read: of the kinds with footnotes, references and its own PDF.
pub(crate) const LETTER: &str = "/brief/ah-tk-20252026-101";
/// A list of 120 questions, the longest kind of letter there is.
pub(crate) const LONG: &str = "/brief/kst-37999-5";
const LONG_PAIRS: usize = 120;

#[derive(Debug)]
pub(crate) struct Site {
    server: Child,
    pub port: u16,
}

impl Site {
    /// Indexes the corpus and serves it on a free port.
    pub(crate) fn start(dir: &Path) -> Self {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let long = dir.join("long.ndjson");
        fs::write(&long, long_letter(&corpus)).unwrap();
        let index = dir.join("index");
        let done =
            Command::new(PROGRAM).arg("index").arg(&corpus).arg(&long).arg("--index").arg(&index).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let mut server = Command::new(PROGRAM)
            .args(["serve", "--listen", "127.0.0.1:0", "--allow-upload", "--upload-dir"])
            .arg(dir.join("uploads"))
            .arg("--index")
            .arg(&index)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(server.stderr.take().expect("its talk is piped")).lines();
        let port = said
            .map_while(Result::ok)
            .find_map(|line| line.split_once("127.0.0.1:")?.1.split('/').next()?.parse().ok())
            .expect("the server names its address");
        Self { server, port }
    }

    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// A letter object as another program would write it: the list of questions of the corpus, with the pairs of many.
fn long_letter(corpus: &Path) -> String {
    let read = Command::new(PROGRAM).arg("read").arg(corpus.join("kst-37188-12.pdf")).arg("--json").output().unwrap();
    let mut letter: Value = serde_json::from_slice(&read.stdout).unwrap();
    let words =
        "De regering hecht aan bereikbare voorzieningen en heeft hierover met provincies en gemeenten gesproken. ";
    let pairs = (1..=LONG_PAIRS).map(|number| {
        json!({
            "id": format!("kst-37999-5#v{number}"),
            "numbers": [number],
            "questions": [{"numbers": [number], "text": format!("Kunt u toelichten hoe voorziening {number} bereikbaar blijft?"), "pages": [1]}],
            "answer": {"text": words.repeat(1 + number % 9).trim_end(), "pages": [1]},
            "see": []
        })
    });
    letter["pairs"] = pairs.collect();
    for (key, value) in [("id", "kst-37999-5"), ("identifier", "kst-37999-5")] {
        letter[key] = json!(value);
    }
    for key in ["footnotes", "references", "warnings", "sections", "related"] {
        letter[key] = json!([]);
    }
    letter["announced"] = json!(LONG_PAIRS);
    letter["source"] = json!({"path": "long.ndjson", "sha256": "0".repeat(64)});
    format!("{letter}\n")
}

/// Every kind of page, and its states.
pub(crate) const PAGES: &[&str] = &[
    "/",
    "/zoeken?q=bibliotheekbus",
    "/zoeken?q=de+regering&ministerie=OCW",
    "/zoeken?q=qqqxyz",
    LETTER,
    "/brief/ah-tk-20252026-101?weergave=pdf",
    "/brief/ah-tk-20252026-101/betrouwbaarheid",
    "/brief/ah-tk-20252026-101/pagina/1",
    "/brief/ah-tk-20252026-87",
    LONG,
    "/kamerstuk/kst-37214-7",
    "/kamerstuk/kst-11111-1",
    "/dossier/37214",
    "/al-eerder-gevraagd",
    "/hulp",
    "/over",
    "/api",
    "/toevoegen",
    "/brief/bestaat-niet",
];
