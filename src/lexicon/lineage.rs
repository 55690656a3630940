//! The name of a ministry comes in; the ministries that did its work before it go out, each with its time.
//!
//! **Invariant:** only ministries of the table; a ministry is never among its own predecessors, though it may have been
//! renamed and named back (EZ, EZK, EZ).

use super::ministries;

/// A ministry, and the days in which it did the work of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predecessor {
    /// Its key in the table of ministries.
    pub key: &'static str,
    /// The first day, `20101014`; open where its beginning is before the letters.
    pub from: Option<u32>,
    /// The day on which a successor took over.
    pub until: u32,
}

// The days on which cabinets took office, as ISO dates without dashes: ministries are renamed and split then.
const RUTTE_1: u32 = 20_101_014;
const RUTTE_2: u32 = 20_121_105;
const RUTTE_3: u32 = 20_171_026;
const SCHOOF: u32 = 20_240_702;

const fn until(key: &'static str, until: u32) -> Predecessor {
    Predecessor { key, from: None, until }
}

const fn between(key: &'static str, from: u32, until: u32) -> Predecessor {
    Predecessor { key, from: Some(from), until }
}

/// Of each ministry that has any: its predecessors, the latest first. A ministry with a wider field (BZK for housing) is
/// one only while it had that field, and then with all of its letters. Source: the decrees by which the cabinets of 2010,
/// 2012, 2017 and 2024 made the ministries over.
const PREDECESSORS: &[(&str, &[Predecessor])] = &[
    ("VRO", &[between("BZK", RUTTE_1, SCHOOF), until("VROM", RUTTE_1)]),
    ("BZK", &[until("VROM", RUTTE_1)]),
    ("IenW", &[between("IenM", RUTTE_1, RUTTE_3), until("VenW", RUTTE_1), until("VROM", RUTTE_1)]),
    ("IenM", &[until("VenW", RUTTE_1), until("VROM", RUTTE_1)]),
    ("EZ", &[between("EZK", RUTTE_3, SCHOOF)]),
    ("EZK", &[until("EZ", RUTTE_3)]),
    ("KGG", &[between("EZK", RUTTE_3, SCHOOF), until("EZ", RUTTE_3)]),
    // From 2010 to 2017 agriculture was part of EL&I, later EZ.
    ("LNV", &[between("EZ", RUTTE_1, RUTTE_3)]),
    ("LVVN", &[until("LNV", SCHOOF), between("EZ", RUTTE_1, RUTTE_3)]),
    ("JenV", &[between("VenJ", RUTTE_1, RUTTE_3), until("Justitie", RUTTE_1)]),
    ("VenJ", &[until("Justitie", RUTTE_1)]),
    (
        "AenM",
        &[
            between("JenV", RUTTE_3, SCHOOF),
            between("VenJ", RUTTE_2, RUTTE_3),
            between("BZK", RUTTE_1, RUTTE_2),
            until("Justitie", RUTTE_1),
        ],
    ),
];

/// The predecessors of a ministry, by its key, an abbreviation or a name in full, case and accents aside; none where it
/// has none, or is no ministry.
#[must_use]
pub fn predecessors(name: &str) -> &'static [Predecessor] {
    let key = ministries::named(name);
    PREDECESSORS.iter().find(|(of, _)| Some(*of) == key).map_or(&[], |(_, predecessors)| predecessors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predecessors_are_ministries_with_a_time() {
        for (of, predecessors) in PREDECESSORS {
            for predecessor in *predecessors {
                for key in [*of, predecessor.key] {
                    assert!(ministries::ALL.iter().any(|ministry| ministry.key == key), "{key}");
                }
                assert_ne!(*of, predecessor.key);
                assert!(predecessor.from.is_none_or(|from| from < predecessor.until), "{of}");
            }
            assert!(predecessors.is_sorted_by(|a, b| a.until >= b.until), "{of}");
        }
    }

    #[test]
    fn ministries_are_named_in_many_ways() {
        let check = |name: &str, expect: &[&str]| {
            assert_eq!(predecessors(name).iter().map(|p| p.key).collect::<Vec<_>>(), expect, "{name}");
        };
        check("VRO", &["BZK", "VROM"]);
        check("vro", &["BZK", "VROM"]);
        check("Volkshuisvesting en Ruimtelijke Ordening", &["BZK", "VROM"]);
        check("I&W", &["IenM", "VenW", "VROM"]);
        check("kgg", &["EZK", "EZ"]);
        check("A&M", &["JenV", "VenJ", "BZK", "Justitie"]);
        check("OCW", &[]);
        check("vuurtorens", &[]);
    }
}
