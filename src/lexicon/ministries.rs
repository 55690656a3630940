//! The ministries: keys, names and abbreviations as data; the name of an office comes in, the key goes out.
//!
//! **Invariant:** a key is what a person would type (`OCW`); former ministries keep their own.

use crate::normalize;

/// A ministry, or a minister's portfolio that belongs to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ministry {
    /// The abbreviation by which it is asked for.
    pub key: &'static str,
    /// Names in full, the usual one first; those of portfolios inside the ministry too.
    pub names: &'static [&'static str],
    /// Abbreviations in print, the key aside.
    pub abbreviations: &'static [&'static str],
}

/// All ministries since 2000. Source: the names in the heads and signatures of parliamentary papers.
pub const ALL: &[Ministry] = &[
    Ministry { key: "AZ", names: &["Algemene Zaken"], abbreviations: &["MP"] },
    Ministry {
        key: "BZ",
        names: &[
            "Buitenlandse Zaken",
            "Buitenlandse Handel en Ontwikkelingssamenwerking",
            "Buitenlandse Handel en Ontwikkelingshulp",
            "Buitenlandse Handel",
            "Ontwikkelingssamenwerking",
            "Europese Zaken",
            "Europese Zaken en Internationale Samenwerking",
        ],
        abbreviations: &["BuZa", "BHOS", "BHO", "BuHa-OS", "BH-OS", "OS"],
    },
    Ministry {
        key: "BZK",
        names: &[
            "Binnenlandse Zaken en Koninkrijksrelaties",
            "Binnenlandse Zaken",
            "Koninkrijksrelaties",
            "Koninkrijksrelaties en Digitalisering",
            "Digitalisering en Koninkrijksrelaties",
            "Herstel Groningen",
            "Rechtsbescherming, Koninkrijksrelaties en Digitalisering",
            "Bestuurlijke Vernieuwing en Koninkrijksrelaties",
            "Bestuurlijke Vernieuwing",
            "Grote Steden- en Integratiebeleid",
            "Wonen en Rijksdienst",
            "Milieu en Wonen",
            // From 2010 to 2012 a minister without portfolio at this ministry.
            "Immigratie, Integratie en Asiel",
            "Immigratie en Asiel",
        ],
        abbreviations: &["BiZa", "WenR"],
    },
    Ministry {
        key: "VRO",
        names: &["Volkshuisvesting en Ruimtelijke Ordening", "Volkshuisvesting", "Ruimtelijke Ordening"],
        abbreviations: &["VHRO"],
    },
    Ministry { key: "Def", names: &["Defensie"], abbreviations: &["DEF", "MinDef"] },
    Ministry {
        key: "EZ",
        names: &["Economische Zaken", "Economie", "Economische Zaken, Landbouw en Innovatie"],
        abbreviations: &["EL&I", "ELI"],
    },
    Ministry {
        key: "EZK",
        names: &["Economische Zaken en Klimaat", "Klimaat en Energie", "Mijnbouw"],
        abbreviations: &[],
    },
    Ministry { key: "KGG", names: &["Klimaat en Groene Groei"], abbreviations: &[] },
    Ministry {
        key: "Fin",
        names: &[
            "Financiën",
            "Financiën – Fiscaliteit en Belastingdienst",
            "Financiën – Toeslagen en Douane",
            "Fiscaliteit en Belastingdienst",
            "Fiscaliteit, Belastingdienst en Douane",
            "Toeslagen en Douane",
            "Herstel en Toeslagen",
        ],
        abbreviations: &["FIN", "MinFin"],
    },
    Ministry {
        key: "IenW",
        names: &["Infrastructuur en Waterstaat", "Milieu", "Openbaar Vervoer en Milieu"],
        abbreviations: &["I&W", "IW"],
    },
    Ministry { key: "IenM", names: &["Infrastructuur en Milieu"], abbreviations: &["I&M"] },
    Ministry { key: "JenV", names: &["Justitie en Veiligheid", "Rechtsbescherming"], abbreviations: &["J&V", "JV"] },
    Ministry { key: "VenJ", names: &["Veiligheid en Justitie"], abbreviations: &["V&J"] },
    Ministry {
        key: "Justitie",
        names: &["Justitie", "Vreemdelingenzaken en Integratie"],
        abbreviations: &["JUS", "Jus"],
    },
    Ministry { key: "AenM", names: &["Asiel en Migratie", "Migratie"], abbreviations: &["A&M"] },
    Ministry {
        key: "LNV",
        names: &["Landbouw, Natuur en Voedselkwaliteit", "Landbouw, Natuurbeheer en Visserij", "Natuur en Stikstof"],
        abbreviations: &["NenS"],
    },
    Ministry { key: "LVVN", names: &["Landbouw, Visserij, Voedselzekerheid en Natuur"], abbreviations: &[] },
    Ministry {
        key: "OCW",
        names: &[
            "Onderwijs, Cultuur en Wetenschap",
            "Onderwijs, Cultuur en Wetenschappen",
            "Primair en Voortgezet Onderwijs",
            "Basis- en Voortgezet Onderwijs en Media",
            "Cultuur en Media",
            "Funderend Onderwijs en Emancipatie",
        ],
        abbreviations: &["OC&W", "OCenW"],
    },
    Ministry {
        key: "SZW",
        names: &[
            "Sociale Zaken en Werkgelegenheid",
            "Armoedebeleid, Participatie en Pensioenen",
            "Participatie en Integratie",
            "Werk en Participatie",
        ],
        abbreviations: &["SoZaWe"],
    },
    Ministry {
        key: "VWS",
        names: &[
            "Volksgezondheid, Welzijn en Sport",
            "Langdurige Zorg en Sport",
            "Langdurige en Maatschappelijke Zorg",
            "Medische Zorg en Sport",
            "Medische Zorg",
            "Jeugd, Preventie en Sport",
            "Jeugd en Gezin",
        ],
        abbreviations: &[],
    },
    Ministry {
        key: "VROM",
        names: &[
            "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
            "Volkshuisvesting, Ruimtelijke Ordening en Milieu",
            "Wonen, Wijken en Integratie",
        ],
        abbreviations: &["WWI"],
    },
    Ministry { key: "VenW", names: &["Verkeer en Waterstaat"], abbreviations: &["V&W"] },
];

/// The key of the ministry that an office names: in full, or by its abbreviation; the longest name wins.
#[must_use]
pub fn of_office(office: &str) -> Option<&'static str> {
    let spelled = office.replace('\n', " ");
    let named = ALL
        .iter()
        .flat_map(|ministry| ministry.names.iter().map(move |name| (ministry.key, *name)))
        .filter(|(_, name)| spelled.to_lowercase().contains(&name.to_lowercase()))
        .max_by_key(|(_, name)| name.len())
        .map(|(key, _)| key);
    named
        .or_else(|| {
            let mut words = spelled.split(|c: char| !(c.is_alphanumeric() || c == '&' || c == '-'));
            words.find_map(by_abbreviation)
        })
        .or_else(|| spelled.to_lowercase().starts_with("minister-president").then_some("AZ"))
}

/// The key that this abbreviation stands for.
#[must_use]
pub fn by_abbreviation(word: &str) -> Option<&'static str> {
    ALL.iter().find(|m| m.key == word || m.abbreviations.contains(&word)).map(|m| m.key)
}

/// The key of a ministry by its key, an abbreviation or a name in full, without regard to case, accents and signs.
#[must_use]
pub fn named(name: &str) -> Option<&'static str> {
    let wanted = normalize::letters(name);
    let is_meant = |name: &str| normalize::letters(name) == wanted;
    let bears = |ministry: &&Ministry| {
        let mut names = std::iter::once(&ministry.key).chain(ministry.abbreviations).chain(ministry.names);
        names.any(|name| is_meant(name))
    };
    ALL.iter().find(bears).map(|ministry| ministry.key)
}

/// The length in bytes of the longest full name that a text begins with, white space and case aside.
#[must_use]
pub fn name_at_start(text: &str) -> Option<usize> {
    ALL.iter().flat_map(|ministry| ministry.names).filter_map(|name| match_start(text, name)).max()
}

fn match_start(text: &str, name: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    for wanted in name.chars() {
        let (_, found) = chars.next()?;
        let blank = wanted == ' ' && found.is_whitespace();
        if !blank && !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
        if blank {
            while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        }
    }
    let end = chars.peek().map_or(text.len(), |(at, _)| *at);
    chars.next().is_none_or(|(_, c)| !c.is_alphanumeric()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_lead_to_keys() {
        let check = |office: &str, key: Option<&str>| assert_eq!(of_office(office), key, "{office}");
        check("Minister (Onderwijs, Cultuur en Wetenschap)", Some("OCW"));
        check("Minister voor Rechtsbescherming", Some("JenV"));
        check("Minister (BZ)", Some("BZ"));
        check("Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", Some("BZ"));
        check("Staatssecretaris (Financiën – Fiscaliteit en Belastingdienst)", Some("Fin"));
        check("Minister van Economische Zaken en Klimaat", Some("EZK"));
        check("Minister-President", Some("AZ"));
        check("Minister voor Immigratie en Asiel", Some("BZK"));
        check("Minister voor Wonen en Rijksdienst", Some("BZK"));
        check("Minister voor Milieu en Wonen", Some("BZK"));
        check("Minister voor Grote Steden- en Integratiebeleid", Some("BZK"));
        check("Minister voor Vreemdelingenzaken en Integratie", Some("Justitie"));
        check("Staatssecretaris Herstel Groningen", Some("BZK"));
        check("Minister van Onderwijs, Cultuur en Wetenschappen", Some("OCW"));
        check("Minister van Landbouw, Natuurbeheer en Visserij", Some("LNV"));
        check("Minister van VWS", Some("VWS"));
        check("De voorzitter", None);
    }

    #[test]
    fn names_are_matched_over_line_ends() {
        assert_eq!(name_at_start("Sociale Zaken en\nWerkgelegenheid, X"), Some(32));
        assert_eq!(name_at_start("FINANCIËN"), Some(10));
        assert_eq!(name_at_start("Financieel"), None);
    }
}
