//! Standard output as JSON, and standard input as text.

use std::io::{self, IsTerminal, Read as _, Write};

/// One value as one line.
pub(super) fn print_json(out: &mut impl Write, value: &impl serde::Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

/// What was typed, or standard input for `-`.
pub(super) fn typed_or_stdin(words: &[String]) -> anyhow::Result<String> {
    if words == ["-"] { stdin_text() } else { Ok(words.join(" ")) }
}

/// All of standard input; bytes that are no UTF-8 become U+FFFD.
pub(super) fn stdin_text() -> anyhow::Result<String> {
    if io::stdin().is_terminal() {
        drop(writeln!(anstream::stderr(), "type the text, and end it with Ctrl-D on a line of its own"));
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
