use lopdf::*;
fn main() {
    let b = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let b = if std::env::args().nth(2).is_some() {
        [&b[..], b"\nendstream\nendobj\n999999 0 obj\n<< /Type /Catalog /Pages << /Kids [] >> >>\nendobj\ntrailer\n<< /Root 999999 0 R >>\n"].concat()
    } else {
        b
    };
    let d = Document::load_mem_with_options(&b, LoadOptions { force_reconstruct: true, ..LoadOptions::default() });
    match d {
        Err(e) => println!("ERR {e}"),
        Ok(d) => {
            println!("{:?} {:?}", d.trailer, d.xref_recovery);
            for (id, o) in &d.objects {
                let s = format!("{o:?}");
                println!("{id:?} {}", s.chars().take(150).collect::<String>());
            }
        }
    }
}
