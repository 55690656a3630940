//! Where a document can be read, and which document an address names.

use super::find::{Setting, find};
use super::scan::Cursor;
use super::{Citation, Dossier, Error};

/// The address of a document; `None` for what has no page of its own: a meeting as a whole, a page of the Handelingen.
pub(super) fn of(citation: &Citation) -> Option<String> {
    const OFFICIAL: &str = "https://zoek.officielebekendmakingen.nl";
    Some(match citation {
        Citation::Handelingen(place) if !place.has_address() => return None,
        Citation::Kamerstuk(_)
        | Citation::Aanhangsel(_)
        | Citation::QuestionCase(_)
        | Citation::Handelingen(_)
        | Citation::Publication(_)
        | Citation::Annex(_) => format!("{OFFICIAL}/{citation}.html"),
        Citation::Dossier(dossier) => format!("{OFFICIAL}/dossier/{dossier}"),
        Citation::CaseLaw(ecli) => format!("https://deeplink.rechtspraak.nl/uitspraak?id={ecli}"),
        Citation::EuLaw(law) => law.address(),
        Citation::Com(com) => com.address(),
        Citation::Regulation(regulation) => format!("https://wetten.overheid.nl/{regulation}"),
        Citation::Case(case) => format!("https://www.tweedekamer.nl/kamerstukken/detail?id={case}"),
    })
}

/// True where a text is an address.
pub(super) fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !text.contains(char::is_whitespace)
        && (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."))
}

/// The document that an address names: the last one in its path, the first one in the query of tweedekamer.nl.
pub(super) fn parse(text: &str) -> Result<Citation, Error> {
    let found = find(text, Setting::Running).mentions;
    let mention = if text.contains("tweedekamer.nl") { found.first() } else { found.last() };
    mention.map(|mention| mention.citation.clone()).ok_or_else(|| Error::Address(text.to_owned()))
}

/// ```text
/// dossier-address = "officielebekendmakingen.nl/dossier/" ddddd ["-" toevoeging]       unless a document of it follows
///                 | "eerstekamer.nl/wetsvoorstel/" ddddd | ("?" | "&") "dossier=" ddddd ["-" toevoeging]
/// ```
pub(super) fn dossier(cursor: &mut Cursor<'_>) -> Option<Dossier> {
    cursor.attempt(|c| {
        let starts = ["officielebekendmakingen.nl/dossier/", "eerstekamer.nl/wetsvoorstel/", "?dossier=", "&dossier="];
        starts.iter().any(|start| c.literal(start)).then_some(())?;
        let segment = c.eat_while(|c| c.is_ascii_alphanumeric() || c == '-');
        let document = c.sees(|c| {
            c.eat_char('/').then_some(())?;
            c.literal("kst-").then_some(())
        });
        if document { None } else { segment.trim_end_matches('-').parse().ok() }
    })
}

/// ```text
/// com-address = "uri=COM:" dddd ":" d{1,4}
/// ```
pub(super) fn com(cursor: &mut Cursor<'_>) -> Option<super::Com> {
    cursor.attempt(|c| {
        c.literal("uri=com").then_some(())?;
        let colon = |c: &mut Cursor<'_>| (c.eat_char(':') || c.literal("%3a")).then_some(());
        colon(c)?;
        let year = c.digits(4..5)?;
        colon(c)?;
        let number = c.digits(1..5)?;
        super::Com::from_segments(&[year, number])
    })
}
