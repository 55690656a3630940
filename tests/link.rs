//! References made clickable: the file stays sound and the same to read, and each link lies on its reference.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use lopdf::{Document, Object, ObjectId};
use vraagbaak::document::{self, Linked, Scans, Signed, link};
use vraagbaak::pdf;
use vraagbaak::worker::{Config, Pool};

use crate::sets::sets;

fn letters(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of letters").map(|entry| entry.expect("listed").path());
    let mut letters: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "pdf")).collect();
    letters.sort();
    letters
}

fn linked(bytes: &[u8]) -> (Vec<u8>, Vec<Linked>) {
    let links = links_of(bytes);
    (link(bytes, &links, Signed::Refuse).expect("links can be added"), links)
}

fn links_of(bytes: &[u8]) -> Vec<Linked> {
    let (record, maps) = document::reading(&document::read(bytes).expect("it can be read"));
    document::linked(&record.references, &maps)
}

/// Page, rectangle in user space, and address of every link of a file, in order.
fn links(bytes: &[u8]) -> Vec<(usize, [f32; 4], String)> {
    let file = Document::load_mem(bytes).expect("it can be opened");
    let resolve = |object: &Object| file.dereference(object).expect("a sound reference").1.clone();
    let mut links = Vec::new();
    for (number, page) in file.get_pages() {
        let page = file.get_dictionary(page).expect("a page");
        let Ok(annotations) = page.get(b"Annots") else { continue };
        for annotation in resolve(annotations).as_array().expect("a list") {
            let annotation = resolve(annotation);
            let annotation = annotation.as_dict().expect("an annotation");
            let action = annotation.get(b"A").map(resolve);
            let Ok(Ok(uri)) = action.as_ref().map(|action| action.as_dict().and_then(|dict| dict.get(b"URI"))) else {
                continue;
            };
            let rect: Vec<f32> = resolve(annotation.get(b"Rect").expect("every annotation has a place"))
                .as_array()
                .expect("a rectangle")
                .iter()
                .map(|side| side.as_float().expect("a number"))
                .collect();
            let address = String::from_utf8(uri.as_str().expect("an address").to_vec()).expect("ASCII");
            links.push((number as usize, rect.try_into().expect("four sides"), address));
        }
    }
    links
}

/// What stands between two edges on the lines of an area of a page, without blanks.
fn under(page: &pdf::Page, [left, top, right, bottom]: [f32; 4]) -> String {
    let mut glyphs: Vec<_> = page
        .runs
        .iter()
        .filter(|run| (top..bottom).contains(&(run.baseline - run.size / 4.0)))
        .flat_map(|run| &run.glyphs)
        .filter(|glyph| (left..right).contains(&(glyph.x + glyph.advance / 2.0)))
        .collect();
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    squeezed(&glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>())
}

/// Without blanks and hyphens, which a line end adds or takes away.
fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '\u{ad}' | '‑')).collect()
}

/// What a program says, or nothing where it is not installed.
fn said(program: &str, arguments: &[&str]) -> Option<BTreeSet<String>> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = [output.stdout, output.stderr].concat();
    Some(String::from_utf8_lossy(&text).lines().map(str::to_owned).collect())
}

/// Holds one letter to all that is promised of it; how many links it got.
fn check(path: &Path, folder: &Path) -> usize {
    let name = path.display();
    let bytes = fs::read(path).expect("a letter");
    let (file, made) = linked(&bytes);
    assert!(file.starts_with(&bytes), "{name}: the letter is no prefix");
    let (before, after) = (links(&bytes), links(&file));
    let places: Vec<_> = made.iter().flat_map(|one| one.places.iter().map(move |place| (one, *place))).collect();
    assert_eq!(before.len() + places.len(), after.len(), "{name}");
    let pages = pdf::pages(&file).expect("it can be read");
    for one in &made {
        let words: String = one.places.iter().map(|&(page, area)| under(&pages[page - 1], area)).collect();
        assert_eq!(words, squeezed(&one.text), "{name}: what lies under {}", one.id);
        for (page, _) in &one.places {
            assert!(after.iter().any(|(own, _, address)| own == page && *address == one.url), "{name}: {}", one.id);
        }
    }
    let out = folder.join("linked.pdf");
    fs::write(&out, &file).expect("a folder of its own");
    let (old, new) = (path.to_string_lossy(), out.to_string_lossy());
    if let (Some(old), Some(new)) = (said("qpdf", &["--check", &old]), said("qpdf", &["--check", &new])) {
        let warns = |lines: &BTreeSet<String>| lines.iter().filter(|line| line.contains("WARNING")).count();
        assert!(warns(&new) <= warns(&old), "{name}: {new:?}");
        assert!(new.iter().all(|line| !line.contains("ERROR")), "{name}: {new:?}");
    }
    let text = |path: &str| Some(Command::new("pdftotext").args([path, "-"]).output().ok()?.stdout);
    assert_eq!(text(&old), text(&new), "{name}: pdftotext reads something else");
    made.len()
}

#[test]
fn every_letter_of_the_corpus_is_linked() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    assert!(letters(&own).iter().map(|path| check(path, folder.path())).sum::<usize>() > 50);
}

#[test]
#[expect(clippy::print_stdout, reason = "the numbers are shown with --nocapture")]
fn every_real_letter_is_linked() {
    let Some(sets) = sets() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    for path in letters(&sets.join("letters")) {
        println!("{}: {} links", path.file_name().unwrap_or_default().display(), check(&path, folder.path()));
    }
}

/// A file of one page, its parts and trailer as given; the page is object 3 and shows a Kamerstuk at 100 700.
fn written(page: &str, others: &[(u32, &str)], trailer: &str) -> Vec<u8> {
    written_at("100 700 Td", page, others, trailer)
}

fn written_at(place: &str, page: &str, others: &[(u32, &str)], trailer: &str) -> Vec<u8> {
    let content = format!("BT /F1 12 Tf {place} (Zie Kamerstuk 32 847, nr. 808, en verder.) Tj ET");
    let mut objects = vec![
        (1, "<< /Type /Catalog /Pages 2 0 R >>".to_owned()),
        (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned()),
        (3, format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {page} >>")),
        (4, format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len())),
        (5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned()),
    ];
    objects.extend(others.iter().map(|(number, object)| (*number, (*object).to_owned())));
    let (mut file, mut table) = ("%PDF-1.7\n".to_owned(), String::new());
    for (number, object) in &objects {
        writeln!(table, "{:010} 00000 n ", file.len()).expect("a String takes all");
        write!(file, "{number} 0 obj\n{object}\nendobj\n").expect("a String takes all");
    }
    let (at, size) = (file.len(), objects.len() + 1);
    write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n"
    )
    .expect("a String takes all");
    file.into_bytes()
}

const BOX: &str = "/MediaBox [0 0 600 800]";
const OLD: &str = "<< /Type /Annot /Subtype /Link /Rect [1 2 3 4] /A << /S /URI /URI (https://example.org/) >> >>";

fn annotations(file: &[u8]) -> Vec<ObjectId> {
    let file = Document::load_mem(file).expect("it can be opened");
    let page = file.get_dictionary((3, 0)).expect("the page");
    let list = file.dereference(page.get(b"Annots").expect("a list")).expect("sound").1;
    list.as_array().expect("a list").iter().filter_map(|one| one.as_reference().ok()).collect()
}

#[test]
fn links_lie_where_the_page_shows_the_reference() {
    // The same place of the text in user space, however the page is shown.
    for page in [
        BOX,
        "/MediaBox [0 0 600 800] /CropBox [50 100 550 780]",
        "/MediaBox [0 0 600 800] /Rotate 90",
        "/MediaBox [0 0 600 800] /CropBox [50 100 550 780] /Rotate 180",
        "/MediaBox [-100 -50 600 800] /Rotate 270",
        "/MediaBox [0 0 600 800] /UserUnit 2",
    ] {
        let bytes = written(page, &[], "");
        let (file, made) = linked(&bytes);
        assert!(file.starts_with(&bytes));
        let found = links(&file);
        assert_eq!((made.len(), found.len()), (1, 1), "{page}");
        let (number, [left, bottom, right, top], address) = found.into_iter().next().expect("one link");
        assert_eq!((number, address.as_str()), (1, "https://zoek.officielebekendmakingen.nl/kst-32847-808.html"));
        // «Zie » is 20 points wide in this font, the reference up to its comma 141.4.
        let near = |at: f32, expect: f32| (at - expect).abs() < 0.1;
        assert!(near(left, 120.0) && near(right, 261.4), "{page}: {left} {right}");
        assert!(near(bottom, 697.0) && near(top, 709.0), "{page}: {bottom} {top}");
    }
    // Text that runs up, down and upside down is read from the turned page.
    for (place, expect) in [
        ("0 1 -1 0 300 100 Tm", [291.0, 120.0, 303.0, 261.4]),
        ("0 -1 1 0 300 700 Tm", [297.0, 538.6, 309.0, 680.0]),
        ("-1 0 0 -1 500 400 Tm", [338.6, 391.0, 480.0, 403.0]),
    ] {
        let (file, _) = linked(&written_at(place, BOX, &[], ""));
        let (_, found, _) = links(&file).into_iter().next().expect("one link");
        assert!(found.iter().zip(expect).all(|(at, expect)| (at - expect).abs() < 0.1), "{place}: {found:?}");
    }
}

#[test]
fn files_are_linked_however_their_objects_are_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/kst-37302-10.pdf");
    let made = folder.path().join("written.pdf");
    for form in ["--object-streams=generate", "--object-streams=disable", "--linearize", "--qdf"] {
        if said("qpdf", &[form, &own.to_string_lossy(), &made.to_string_lossy()]).is_some() {
            assert!(check(&made, folder.path()) > 1, "{form}");
        }
    }
}

#[test]
fn the_command_writes_the_file_and_says_what_it_linked() {
    let folder = tempfile::tempdir().expect("a folder");
    let (letter, out) = (folder.path().join("letter.pdf"), folder.path().join("linked.pdf"));
    fs::write(&letter, written(BOX, &[], "")).expect("a folder of its own");
    let run = |letter: &Path, out: &Path, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vraagbaak"));
        let output = command.arg("link").arg(letter).arg("-o").arg(out).args(more).output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let told = "p. 1  kst-32847-808  Kamerstuk 32 847, nr. 808\n1 reference linked\n";
    assert_eq!(run(&letter, &out, &[]), (Some(0), told.to_owned(), String::new()));
    assert_eq!(links(&fs::read(&out).expect("it is written")).len(), 1);
    let (status, json, _) = run(&letter, &out, &["--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((status, &json["links"][0]["id"]), (Some(0), &"kst-32847-808".into()));
    let (status, _, talk) = run(&letter, &letter, &[]);
    assert_eq!(status, Some(2));
    assert!(talk.contains("OUT is the letter itself") && talk.contains("hint: "), "{talk}");
    let never = folder.path().join("never.pdf");
    let (status, _, talk) = run(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdfs/encrypted.pdf"), &never, &[]);
    assert!(status == Some(2) && talk.contains("encrypted.pdf: the PDF is encrypted") && !never.exists(), "{talk}");
    let (status, json, _) = run(&folder.path().join("none.pdf"), &never, &["--json"]);
    assert!(status == Some(2) && json.contains("\"kind\":\"missing\""), "{json}");
}

#[test]
fn a_pool_gives_maps_and_pictures() {
    let config = Config::new(env!("CARGO_BIN_EXE_vraagbaak").into(), vec!["worker".into()]);
    let pool = Pool::new(Config { count: 1, scans: Scans::Leave, ..config });
    let bytes = written(&format!("{BOX} /Rotate 90"), &[], "");
    let (record, maps) = pool.read(&bytes).expect("it is read");
    let [map] = maps.as_slice() else { panic!("one page: {maps:?}") };
    assert_eq!((map.width, map.height, map.lines.len(), map.citations.len()), (800.0, 600.0, 1, 1));
    assert_eq!(record.references.len(), 1);
    let png = pool.picture(&bytes, 1, 400).expect("it is drawn");
    // Width and height stand behind the first sixteen bytes.
    assert_eq!(png.get(16..24), Some([0, 0, 1, 144, 0, 0, 1, 44].as_slice()));
    assert_eq!(pool.picture(&bytes, 2, 400).expect_err("there is one page").kind(), "undrawn");
    // Many at once wait for the one process.
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(|| pool.picture(&bytes, 1, 100).is_ok())).collect();
        assert!(all.into_iter().all(|one| one.join().expect("no panic")));
    });
}

#[test]
fn annotations_that_were_there_stay() {
    let count = |page: &str, others: &[(u32, &str)]| {
        let (file, _) = linked(&written(&format!("{BOX} {page}"), others, ""));
        (links(&file).len(), annotations(&file).len())
    };
    // In the page itself, behind a reference, as references, and a reference to nothing.
    assert_eq!(count(&format!("/Annots [{OLD}]"), &[]), (2, 1));
    assert_eq!(count("/Annots 6 0 R", &[(6, &format!("[{OLD}]"))]), (2, 1));
    assert_eq!(count("/Annots 6 0 R", &[(6, "[7 0 R]"), (7, OLD)]), (2, 2));
    assert_eq!(count("/Annots 9 0 R", &[]), (1, 1));
}

#[test]
fn files_that_an_update_would_harm_are_refused() {
    let refuse = |bytes: &[u8], expect: &str| {
        let found = link(bytes, &[], Signed::Refuse).expect_err("it is refused");
        assert_eq!(found.kind(), expect, "{found}");
    };
    let own = |name: &str| {
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdfs").join(name)).expect("a committed file")
    };
    for name in [
        "encrypted.pdf",
        "encrypted-empty.pdf",
        "encrypted-password.pdf",
        "encrypted-rc4.pdf",
        "encrypted-inline-rc4-40.pdf",
    ] {
        refuse(&own(name), "encrypted");
    }
    for name in ["no-tables.pdf", "no-end.pdf", "cut.pdf"] {
        refuse(&own(name), "unsound");
    }
    refuse(b"Zie Kamerstuk 32 847, nr. 808.", "not-a-pdf");
    let signature = "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>";
    let signed = written(BOX, &[(6, signature)], "");
    refuse(&signed, "signed");
    let made = links_of(&signed);
    let file = link(&signed, &made, Signed::Change).expect("it is forced");
    assert!(file.starts_with(&signed) && links(&file).len() == 1);
    // Bytes before the header, and a table that is not where the file says.
    refuse(&[b"junk\n", written(BOX, &[], "").as_slice()].concat(), "unsound");
    let moved = String::from_utf8(written(BOX, &[], "")).expect("ASCII").replace("startxref\n", "startxref\n1");
    refuse(moved.as_bytes(), "unsound");
}
