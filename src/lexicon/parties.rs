//! The parties and groups of the Tweede Kamer: the names that letters print for them, and how they belong together, so
//! that `fractie:GL` finds the questions of GroenLinks and those of GroenLinks-PvdA, into which it merged.
//!
//! **Invariant:** a name, without case, accents, spaces and signs, is that of one party.
//! **Invariant:** a relation leads to a party of the table.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use super::table;
use crate::normalize;

/// A party, or a group or single member that left one.
#[derive(Debug, PartialEq, Eq)]
pub struct Party {
    /// The name that letters mostly print.
    pub name: &'static str,
    /// The other names: short, in full, as printed.
    pub others: Vec<&'static str>,
}

impl Party {
    /// All its names, the usual one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.others.iter().copied())
    }
}

/// A party that another went on as, or that was there before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// The party.
    pub party: &'static Party,
    /// The day on which the other became it or merged into it, where that is known for sure.
    pub from: Option<Date>,
    /// The day on which the other left it.
    pub until: Option<Date>,
}

/// How a party belongs to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// It went on as the other, alone or together with a third.
    Became,
    /// It left the other.
    SplitFrom,
}

struct Link {
    party: &'static Party,
    relation: Relation,
    other: &'static Party,
    day: Option<Date>,
}

static ALL: LazyLock<Vec<Party>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("data/parties.tsv"));
    rows.map(|[name, others]| Party { name, others: table::values(others).collect() }).collect()
});

/// The parties by the letters of their names. Completions look up each party that an index holds.
static BY_LETTERS: LazyLock<BTreeMap<String, &Party>> = LazyLock::new(|| {
    ALL.iter().flat_map(|party| party.names().map(move |name| (normalize::letters(name), party))).collect()
});

static LINKS: LazyLock<Vec<Link>> = LazyLock::new(|| {
    let party = |name: &str| named(name).expect("the table of parties has it");
    let rows = table::rows(include_str!("data/party_relations.tsv"));
    rows.map(|[name, relation, other, since]| Link {
        party: party(name),
        relation: if relation == "split from" { Relation::SplitFrom } else { Relation::Became },
        other: party(other),
        day: table::day(since),
    })
    .collect()
});

/// The party of this name, without regard to case, accents, spaces and signs.
#[must_use]
pub fn named(name: &str) -> Option<&'static Party> {
    BY_LETTERS.get(&normalize::letters(name)).copied()
}

/// The parties that a party became or merged into, and those that these became, the nearest first.
#[must_use]
pub fn successors(party: &'static Party) -> Vec<Related> {
    follow(party, |link, of| {
        let became = link.relation == Relation::Became && link.party == of;
        became.then_some(Related { party: link.other, from: link.day, until: None })
    })
}

/// The parties that became this one or merged into it and those that it left, and those before these, the nearest
/// first. A party that was left is not meant any more from that day on; where the day is not known, it is not among them.
#[must_use]
pub fn predecessors(party: &'static Party) -> Vec<Related> {
    follow(party, |link, of| match link.relation {
        Relation::Became if link.other == of => Some(Related { party: link.party, from: None, until: None }),
        Relation::SplitFrom if link.party == of && link.day.is_some() => {
            Some(Related { party: link.other, from: None, until: link.day })
        }
        _ => None,
    })
}

/// All parties that links lead to from one, each once.
fn follow(from: &'static Party, step: impl Fn(&Link, &Party) -> Option<Related>) -> Vec<Related> {
    let mut found: Vec<Related> = Vec::new();
    let mut at = 0;
    let mut of = from;
    loop {
        for related in LINKS.iter().filter_map(|link| step(link, of)) {
            if related.party != from && found.iter().all(|known| known.party != related.party) {
                found.push(related);
            }
        }
        let Some(next) = found.get(at) else { return found };
        of = next.party;
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_relations_are_of_one_party() {
        for party in &*ALL {
            for name in party.names() {
                assert_eq!(named(name), Some(party), "{name}");
            }
        }
        let names: usize = ALL.iter().map(|party| party.names().count()).sum();
        assert_eq!(names, BY_LETTERS.len(), "a name stands twice");
        for [party, relation, other] in table::rows(include_str!("data/party_relations.tsv")) {
            assert!(["became", "merged into", "split from"].contains(&relation), "{party}: {relation}");
            assert!([party, other].iter().all(|name| named(name).is_some_and(|own| own.name == *name)), "{party}");
            assert_ne!(party, other);
        }
        assert!(!LINKS.is_empty());
    }

    #[test]
    fn names_lead_to_parties_and_what_they_became() {
        let names = |related: Vec<Related>| related.iter().map(|it| it.party.name).collect::<Vec<_>>();
        let check = |typed: &str, party: &str, after: &[&str], before: &[&str]| {
            let found = named(typed).unwrap_or_else(|| panic!("{typed} is a party"));
            assert_eq!(found.name, party, "{typed}");
            assert_eq!(
                (names(successors(found)), names(predecessors(found))),
                (after.to_vec(), before.to_vec()),
                "{typed}"
            );
        };
        check("GL", "GroenLinks", &["GroenLinks-PvdA"], &[]);
        check("groen links", "GroenLinks", &["GroenLinks-PvdA"], &[]);
        check("Partij van de Arbeid", "PvdA", &["GroenLinks-PvdA"], &[]);
        check("GL-PvdA", "GroenLinks-PvdA", &[], &["GroenLinks", "PvdA"]);
        check("PvdA/GroenLinks", "GroenLinks-PvdA", &[], &["GroenLinks", "PvdA"]);
        check("CU", "ChristenUnie", &[], &["GPV", "RPF"]);
        check("rpf", "RPF", &["ChristenUnie"], &[]);
        check("SGP", "SGP", &[], &[]);
        check("Omtzigt", "Lid Omtzigt", &["NSC"], &["CDA"]);
        check("NSC", "NSC", &[], &["Lid Omtzigt", "CDA"]);
        check("Forum voor Democratie", "FvD", &[], &[]);
        check("JA21", "JA21", &[], &[]);
        check("groep van haga", "Groep Van Haga", &["BVNL"], &["FvD"]);
        check("Kuzu/Ozturk", "Groep Kuzu/Öztürk", &["DENK"], &["PvdA"]);
        check("Lid Van Klaveren", "Lid Van Klaveren", &["Groep Bontes/Van Klaveren"], &["PVV", "Groep Wilders", "VVD"]);
        check("50+", "50PLUS", &[], &[]);
        for unknown in ["", "vuurtoren", "Groen"] {
            assert_eq!(named(unknown), None, "{unknown}");
        }
    }
}
