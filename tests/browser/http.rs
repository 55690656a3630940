//! As much of HTTP as the tests need: one request to this machine, one answer.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// Longer than any page or script may take.
const LONGEST: Duration = Duration::from_secs(90);

#[derive(Debug)]
pub(crate) struct Answer {
    pub status: u16,
    pub body: String,
}

pub(crate) fn get(port: u16, path: &str) -> Answer {
    request(port, "GET", path, "")
}

pub(crate) fn request(port: u16, method: &str, path: &str, body: &str) -> Answer {
    try_request(port, method, path, body).unwrap_or_else(|fault| panic!("{method} {path}: {fault}"))
}

pub(crate) fn try_request(port: u16, method: &str, path: &str, body: &str) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(LONGEST))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nAccept: */*\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    let mut length = None;
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let mut bytes = Vec::new();
    reader.take(length.unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(Answer { status, body: String::from_utf8_lossy(&bytes).into_owned() })
}
