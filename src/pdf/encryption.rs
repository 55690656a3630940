//! Words the encryption of a file so that the PDF crate understands it.
//!
//! A file may keep its encryption dictionary in the trailer itself, as MuPDF writes it, where the crate looks for an
//! object alone; or it gives lengths that readers look past, because its version settles them. Such a file is read with
//! an update at its end, which holds the dictionary as an object of its own, with the values that readers go by.
//!
//! **Invariant:** nothing is deciphered here, and no password is tried but the empty one.

use std::io::Write as _;

use lopdf::encryption::DecryptionError;
use lopdf::xref::XrefEntry;
use lopdf::{Dictionary, Document, Error, Object, StringFormat, Writer};

/// Bytes of `/O` and `/U` up to revision 4, and of the keys `/OE` and `/UE` from revision 5 on.
const KEY: usize = 32;
/// Bytes of `/Perms`.
const PERMISSIONS: usize = 16;
/// The shortest key in bits. A smaller number in `/Length` counts bytes.
const SHORTEST: i64 = 40;

/// Whether a document was opened without being deciphered.
pub(super) fn is_locked(document: &Document) -> bool {
    document.trailer.has(b"Encrypt")
}

/// Whether a locked document could be read with a password.
pub(super) fn needs_password(document: &Document) -> bool {
    let refusal = document.authenticate_password("");
    matches!(refusal, Err(Error::InvalidPassword | Error::Decryption(DecryptionError::IncorrectPassword)))
}

/// The bytes of a locked document with its encryption worded anew; `None` where its dictionary is lost.
pub(super) fn reworded(bytes: &[u8], document: &Document) -> Option<Vec<u8>> {
    let encryption = match document.trailer.get(b"Encrypt").ok()? {
        Object::Reference(id) => document.get_dictionary(*id).ok()?,
        direct => direct.as_dict().ok()?,
    };
    let used = document.reference_table.entries.iter().filter(|(_, entry)| !matches!(entry, XrefEntry::Free));
    let own = used.map(|(number, _)| *number).max().unwrap_or_default().max(document.max_id).checked_add(1)?;
    // Places count from the header, whatever stands before it.
    let header = bytes.windows(5).position(|window| window == b"%PDF-").unwrap_or_default();
    let mut out = bytes.to_vec();
    out.push(b'\n');
    let at = out.len() - header;
    write_object(&mut out, own, &worded(encryption)).ok()?;
    let mut trailer = document.trailer.clone();
    trailer.set("Encrypt", Object::Reference((own, 0)));
    trailer.set("Size", i64::from(own) + 1);
    if !trailer.has(b"ID") {
        let none = || Object::String(Vec::new(), StringFormat::Hexadecimal);
        trailer.set("ID", vec![none(), none()]);
    }
    // The trailer of a table that is a stream says more than a trailer holds.
    for key in ["Type", "W", "Index", "Length", "Filter", "DecodeParms"] {
        trailer.remove(key.as_bytes());
    }
    // Where the tables cannot be read, the objects are searched for again, and the last trailer is found.
    let is_table = document.xref_start > 0;
    let table = out.len() - header;
    if is_table {
        write!(out, "xref\n{own} 1\n{at:010} 00000 n\r\n").ok()?;
        trailer.set("Prev", i64::try_from(document.xref_start).ok()?);
    }
    out.extend(b"trailer\n");
    Writer::write_object(&mut out, &Object::Dictionary(trailer)).ok()?;
    if is_table {
        write!(out, "\nstartxref\n{table}").ok()?;
    }
    out.extend(b"\n%%EOF\n");
    Some(out)
}

fn write_object(out: &mut Vec<u8>, number: u32, dictionary: &Dictionary) -> lopdf::Result<()> {
    writeln!(out, "{number} 0 obj")?;
    Writer::write_object(out, &Object::Dictionary(dictionary.clone()))?;
    out.extend(b"\nendobj\n");
    Ok(())
}

/// The dictionary with the lengths that its version and revision settle.
fn worded(encryption: &Dictionary) -> Dictionary {
    let number = |key: &[u8]| encryption.get(key).and_then(Object::as_i64).unwrap_or_default();
    let mut worded = encryption.clone();
    match (number(b"V"), number(b"Length")) {
        (2, bytes) if (1..SHORTEST).contains(&bytes) => worded.set("Length", bytes * 8),
        (2, _) => {}
        _ => drop(worded.remove(b"Length")),
    }
    let keys: &[(&str, usize)] = match number(b"R") {
        ..=4 => &[("O", KEY), ("U", KEY)],
        _ => &[("OE", KEY), ("UE", KEY), ("Perms", PERMISSIONS)],
    };
    for &(key, length) in keys {
        if let Ok(Object::String(value, _)) = encryption.get(key.as_bytes()) {
            let mut value = value.clone();
            value.resize(length, 0);
            worded.set(key, Object::String(value, StringFormat::Hexadecimal));
        }
    }
    worded
}
