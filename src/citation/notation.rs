//! Prints a citation the way people write it: «Kamerstukken II 2023/24, 31 839, nr. 1024».
//!
//! **Invariant:** what [`Citation::notation`] prints is read back as the same citation.

use super::{Citation, Dossier, Kamer, Kamerstuk, Vergaderjaar};

/// Keeps the halves of a dossier's number on one line.
const NO_BREAK_SPACE: char = '\u{a0}';

impl Citation {
    /// As it is named in a list or heading: «Kamerstuk 32 847, nr. 808», with a no-break space in the dossier; its id
    /// where people have no other name for it.
    #[must_use]
    pub fn notation(&self) -> String {
        let id = self.id();
        let segments: Vec<&str> = id.split('-').collect();
        let printed = match (self, segments.as_slice()) {
            (Self::Kamerstuk(paper), _) => format!("Kamerstuk {}", in_dossier(paper, NO_BREAK_SPACE)),
            (Self::Dossier(dossier), _) => format!("Dossier {}", spaced(dossier, NO_BREAK_SPACE)),
            (Self::Aanhangsel(question), _) => {
                let chamber = if question.kamer() == Kamer::Eerste { "I " } else { "" };
                format!("Aanhangsel Handelingen {chamber}{}, nr. {}", question.vergaderjaar(), question.number())
            }
            (Self::Handelingen(_), [_, kamer, year, meeting, item]) => {
                let chamber = if *kamer == "ek" { "I" } else { "II" };
                let year =
                    year.split_at_checked(4).map_or_else(String::new, |(first, second)| format!("{first}-{second}"));
                format!("Handelingen {chamber} {year}, nr. {meeting}, item {item}")
            }
            (Self::Publication(_), ["stb", year, number]) => format!("Staatsblad {year}, {number}"),
            (Self::Publication(_), ["stcrt", year, number]) => format!("Staatscourant {year}, {number}"),
            (Self::Publication(_), ["trb", year, number]) => format!("Tractatenblad {year}, {number}"),
            (Self::EuLaw(_), [_, "richtlijn", year, number]) => format!("Richtlijn {year}/{number}"),
            (Self::EuLaw(_), [_, _, year, number]) => format!("Verordening {year}/{number}"),
            (Self::Com(_), [_, year, number]) => format!("COM({year}) {number}"),
            _ => return id,
        };
        // A reprint, or a number that the grammar reads the other way round, has no name but its id.
        if printed.parse() == Ok::<_, super::Error>(self.clone()) { printed } else { id }
    }

    /// In the form of the Aanwijzingen voor de regelgeving, 3.43: «Kamerstukken II 2022/23, 32 847, nr. 808». `year` is
    /// that of a Kamerstuk, whose id does not hold it; unknown it is left out.
    #[must_use]
    pub fn formal(&self, year: Option<Vergaderjaar>) -> String {
        match self {
            Self::Kamerstuk(paper) => {
                let of_eerste = paper.ondernummer().number().is_none() || paper.dossier().is_roman();
                let chamber = if of_eerste { "I" } else { "II" };
                let year = year.map(|year| format!(" {}", short(year))).unwrap_or_default();
                format!("Kamerstukken {chamber}{year}, {}", in_dossier(paper, ' '))
            }
            Self::Aanhangsel(question) => {
                let chamber = if question.kamer() == Kamer::Eerste { "I" } else { "II" };
                let year = short(question.vergaderjaar());
                format!("Aanhangsel Handelingen {chamber} {year}, nr. {}", question.number())
            }
            Self::Dossier(dossier) => format!("Kamerstukken {}", spaced(dossier, ' ')),
            other => other.notation(),
        }
    }
}

/// `2022/23`.
fn short(year: Vergaderjaar) -> String {
    format!("{}/{:02}", year.first(), (year.first() + 1) % 100)
}

/// `32 847, nr. 808`; `33 506, AB`.
fn in_dossier(paper: &Kamerstuk, space: char) -> String {
    let number = paper.ondernummer();
    let label = if number.number().is_some() { "nr. " } else { "" };
    format!("{}, {label}{number}", spaced(paper.dossier(), space))
}

/// `36 410 VIII`, `21 501-02`.
fn spaced(dossier: &Dossier, space: char) -> String {
    let base = dossier.base().to_string();
    let number = match base.split_at_checked(2) {
        Some((thousands, rest)) if base.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{thousands}{space}{rest}")
        }
        _ => base,
    };
    match dossier.toevoeging().map(ToString::to_string) {
        None => number,
        Some(council) if council.bytes().all(|byte| byte.is_ascii_digit()) => format!("{number}-{council}"),
        Some(chapter) => format!("{number}{space}{chapter}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_named_as_people_write_them() {
        let check = |id: &str, notation: &str, formal: &str| {
            let citation: Citation = id.parse().unwrap();
            let plain = citation.notation().replace(NO_BREAK_SPACE, " ");
            let year = "2022-2023".parse().ok();
            assert_eq!((plain.as_str(), citation.formal(year).as_str()), (notation, formal), "{id}");
            assert_eq!(citation.notation().parse::<Citation>().map(|read| read.id()), Ok(id.to_owned()));
        };
        check("kst-32847-808", "Kamerstuk 32 847, nr. 808", "Kamerstukken II 2022/23, 32 847, nr. 808");
        check("kst-36410-VIII-82", "Kamerstuk 36 410 VIII, nr. 82", "Kamerstukken II 2022/23, 36 410 VIII, nr. 82");
        check("kst-21501-02-2498", "Kamerstuk 21 501-02, nr. 2498", "Kamerstukken II 2022/23, 21 501-02, nr. 2498");
        check("kst-33506-AB", "Kamerstuk 33 506, AB", "Kamerstukken I 2022/23, 33 506, AB");
        check("dossier-36410-VIII", "Dossier 36 410 VIII", "Kamerstukken 36 410 VIII");
        check(
            "ah-tk-20232024-2147",
            "Aanhangsel Handelingen 2023-2024, nr. 2147",
            "Aanhangsel Handelingen II 2023/24, nr. 2147",
        );
        check("stb-2010-139", "Staatsblad 2010, 139", "Staatsblad 2010, 139");
        check("2024Z11859", "2024Z11859", "2024Z11859");
    }
}
