//! The frames in which a reading process and the program speak: a length in eight bytes, least first, then the content.

use std::io::{self, Read, Write};

/// The next frame; `None` where the other side has closed between two frames.
pub(super) fn read_frame(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut head = [0; 8];
    match from.read(&mut head[..1])? {
        0 => return Ok(None),
        _ => from.read_exact(&mut head[1..])?,
    }
    let length = u64::from_le_bytes(head);
    let mut frame = Vec::new();
    if from.take(length).read_to_end(&mut frame)? as u64 == length {
        Ok(Some(frame))
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

pub(super) fn write_frame(to: &mut impl Write, frame: &[u8]) -> io::Result<()> {
    to.write_all(&(frame.len() as u64).to_le_bytes())?;
    to.write_all(frame)?;
    to.flush()
}
