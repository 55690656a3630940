use std::fmt::Write;
fn main() {
    for arg in std::env::args().skip(1) {
        let path = std::path::PathBuf::from(&arg);
        let out = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut text = String::new();
        let start = std::time::Instant::now();
        let bytes = std::fs::read(&path).unwrap();
        match vraagbaak::pdf::pages(&bytes) {
            Err(error) => {
                println!(
                    "{out}: ERROR {error} | {}",
                    std::error::Error::source(&error).map(|e| e.to_string()).unwrap_or_default()
                );
                writeln!(text, "ERROR {error}").unwrap();
            }
            Ok(pages) => {
                let glyphs: usize = pages.iter().flat_map(|p| &p.runs).map(|r| r.glyphs.len()).sum();
                let faults: Vec<_> =
                    pages.iter().filter(|p| !p.faults.is_empty()).map(|p| (p.number, &p.faults)).take(5).collect();
                println!("{out}: {} pages {glyphs} glyphs {:?} {:.0?}", pages.len(), faults, start.elapsed());
                for page in &pages {
                    writeln!(
                        text,
                        "PAGE {} {} {} {:?} rules {:?} pictures {:?}",
                        page.number, page.width, page.height, page.faults, page.rules, page.pictures
                    )
                    .unwrap();
                    for run in &page.runs {
                        let string: String = run.glyphs.iter().map(|g| g.text.as_str()).collect();
                        writeln!(
                            text,
                            "RUN {} {} {:?} {:?} {} {} {:?}",
                            run.baseline, run.size, run.style, run.tags, run.hidden, run.level, string
                        )
                        .unwrap();
                        for g in &run.glyphs {
                            writeln!(text, "G {:?} {} {}", g.text, g.x, g.advance).unwrap();
                        }
                    }
                }
            }
        }
        if std::env::var_os("NODUMP").is_none() {
            std::fs::write(format!("/tmp/pdfwork/{out}.dump"), text).unwrap();
        }
    }
}
