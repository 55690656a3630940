//! Where a document can be read, and the addresses that name a document in a text.

use super::scan::Cursor;
use super::value::Citation;
use super::{Com, Dossier};

impl Citation {
    /// Where the document can be read; `None` for what has no page of its own: a meeting as a whole, a page of the Handelingen.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        const OFFICIAL: &str = "https://zoek.officielebekendmakingen.nl";
        Some(match self {
            Self::Handelingen(place) if !place.has_address() => return None,
            Self::Kamerstuk(_)
            | Self::Aanhangsel(_)
            | Self::QuestionCase(_)
            | Self::Handelingen(_)
            | Self::Publication(_)
            | Self::Annex(_) => format!("{OFFICIAL}/{self}.html"),
            Self::Dossier(dossier) => format!("{OFFICIAL}/dossier/{dossier}"),
            Self::CaseLaw(ecli) => format!("https://deeplink.rechtspraak.nl/uitspraak?id={ecli}"),
            Self::EuLaw(law) => law.address(),
            Self::Com(com) => com.address(),
            Self::Regulation(regulation) => format!("https://wetten.overheid.nl/{regulation}"),
            Self::Case(case) => format!("https://www.tweedekamer.nl/kamerstukken/detail?id={case}"),
        })
    }
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
pub(super) fn com(cursor: &mut Cursor<'_>) -> Option<Com> {
    cursor.attempt(|c| {
        c.literal("uri=com").then_some(())?;
        let colon = |c: &mut Cursor<'_>| (c.eat_char(':') || c.literal("%3a")).then_some(());
        colon(c)?;
        let year = c.digits(4..5)?;
        colon(c)?;
        let number = c.digits(1..5)?;
        Com::from_segments(&[year, number])
    })
}
