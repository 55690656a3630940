fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let pages = vraagbaak::pdf::pages(&bytes).unwrap();
        if std::env::var("RUNS").is_ok() {
            for p in &pages { println!("PAGE {} {}x{} faults {:?}", p.number, p.width, p.height, p.faults); for r in &p.runs {
                let t: String = r.glyphs.iter().map(|g| g.text.as_str()).collect();
                println!("p{} y{:.1} x{:.1}-{:.1} s{:.2} b{} i{} {:?} {} {:?} last {:?}", p.number, r.baseline, r.glyphs[0].x, r.glyphs.last().map(|g| g.x+g.advance).unwrap(), r.size, r.style.bold as u8, r.style.italic as u8, r.tags, r.style.font, t, r.glyphs.iter().rev().take(3).map(|g| (g.text.clone(), g.advance / r.size)).collect::<Vec<_>>());
            } println!("rules {:?}", p.rules); }
            continue;
        }
        let t = vraagbaak::layout::text(&pages);
        for p in &t.paragraphs {
            println!("{:?} p{:?} {}{}{} sp{:?} in{:.0} {}{:?}{} | {}", p.flow, p.page.unwrap_or(0), if p.style.bold {"B"} else {""}, if p.style.italic {"I"} else {""}, p.style.size, p.space_above.map(|x| x.round()), p.indent, if p.break_open {"OPEN "} else {""}, p.mark.as_ref().map(|m| &m.mark), if p.cells.is_empty() {""} else {"TABLE"}, t.slice(&p.at));
        }
        for m in &t.marks { let a: String = t.string[..m.at].chars().rev().take(15).collect::<Vec<_>>().into_iter().rev().collect(); println!("MARK {} {:?} after {a}", m.mark, m.form); }
    }
}
