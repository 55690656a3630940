use std::time::Instant;
struct R(u64);
impl R {
    fn n(&mut self, m: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % m.max(1) as u64) as usize
    }
}
fn main() {
    let mut args = std::env::args().skip(1);
    let rounds: u64 = args.next().unwrap().parse().unwrap();
    let (mut read, mut failed, mut panicked, mut faulty, mut worst) = (0, 0, 0, 0, 0.0f64);
    let mut reasons = std::collections::BTreeMap::<String, usize>::new();
    for path in args {
        let bytes = std::fs::read(&path).unwrap();
        for round in 0..rounds {
            let mut r = R(0x9E3779B97F4A7C15 ^ (round + 1).wrapping_mul(0xD1B54A32D192ED03) ^ bytes.len() as u64);
            for _ in 0..5 {
                r.n(2);
            }
            let mut b = bytes.clone();
            match round % 6 {
                0 => {
                    let n = r.n(b.len());
                    b.truncate(n);
                }
                1 => {
                    for _ in 0..1 + r.n(20) {
                        let i = r.n(b.len());
                        b[i] = r.n(256) as u8;
                    }
                }
                2 => {
                    let i = r.n(b.len());
                    let n = r.n(2000).min(b.len() - i);
                    b.drain(i..i + n);
                }
                3 => {
                    let i = r.n(b.len());
                    let n = r.n(2000).min(b.len() - i);
                    b[i..i + n].fill(0);
                }
                4 => {
                    for _ in 0..200 {
                        let i = r.n(b.len());
                        b[i] = r.n(256) as u8;
                    }
                }
                _ => {
                    for _ in 0..30 {
                        // swap digits in ascii parts
                        let i = r.n(b.len());
                        if let Some(o) = b[i..].iter().position(|c| c.is_ascii_digit()) {
                            b[i + o] = b'0' + r.n(10) as u8;
                        }
                    }
                }
            }
            let t = Instant::now();
            if std::env::var_os("KEEP").is_some() {
                std::fs::write("/tmp/pdfwork/last.pdf", &b).unwrap();
            }
            let res = std::panic::catch_unwind(|| vraagbaak::pdf::pages(&b));
            let dt = t.elapsed().as_secs_f64();
            if dt > worst {
                worst = dt;
                if dt > 1.0 {
                    println!("slow {dt} {path} {round}");
                    std::fs::write("/tmp/pdfwork/slow.pdf", &b).unwrap();
                }
            }
            match res {
                Err(_) => {
                    panicked += 1;
                    println!("PANIC {path} {round}");
                }
                Ok(Err(e)) => {
                    failed += 1;
                    *reasons
                        .entry(format!("{e} {:?}", std::error::Error::source(&e).map(|s| s.to_string())))
                        .or_default() += 1;
                    if let Some(d) = std::env::var_os("SAVEFAIL") {
                        std::fs::write(
                            format!(
                                "{}/{}-{round}.pdf",
                                d.to_string_lossy(),
                                std::path::Path::new(&path).file_stem().unwrap().to_string_lossy()
                            ),
                            &b,
                        )
                        .unwrap();
                    }
                }
                Ok(Ok(p)) => {
                    read += 1;
                    for f in p.iter().flat_map(|p| &p.faults) {
                        faulty += 1;
                        if let vraagbaak::pdf::Fault::Failed(s) = f {
                            *reasons.entry(format!("page: {s}")).or_default() += 1;
                        }
                    }
                }
            }
        }
    }
    println!("read {read} failed {failed} panicked {panicked} faulty pages {faulty} worst {worst:.2}s");
    for (r, n) in reasons {
        println!("{n:6} {r}");
    }
}
