//! Makes mentions of what one item of a citation lists: dossiers, and the numbers of papers read with them.
//!
//! **Invariant:** the numbers belong to the first of several dossiers, unless «respectievelijk» gives each its own; the others
//! are cited as dossiers, with the paper as other reading of the last.

use std::ops::Range;

use super::kamerstuk::Version;
use super::numbers::Element;
use super::printed_dossier::PrintedDossier;
use super::{Citation, Dossier, Kamerstuk, Mention};

/// What introduces the numbers, from the surest to the weakest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// «nr.», or the chamber's letters.
    Labelled,
    /// A dash without spaces.
    Dash,
    /// Brackets.
    Brackets,
    /// A comma.
    Comma,
    /// Nothing but a space.
    Space,
    /// There are no numbers.
    Alone,
}

/// Dossiers with the numbers of their papers.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) parts: Vec<PrintedDossier>,
    pub(super) numbers: Vec<Element>,
    pub(super) how: How,
    /// True where a reprint is meant.
    pub(super) reprint: bool,
    /// «32 847 en 29 453, nrs. 808 respectievelijk 560»: to each its own.
    pub(super) respective: bool,
    /// Where the last of it ends, pages and remarks too.
    pub(super) end: usize,
}

impl Item {
    /// True where the first paper has letters for a number.
    pub(super) fn lettered(&self) -> bool {
        let first = self.numbers.first().and_then(|element| element.numbers.first());
        first.is_some_and(|number| number.number().is_none())
    }

    /// The mentions, in order of place.
    pub(super) fn mentions(self, start: usize) -> Vec<Mention> {
        if self.respective {
            return self.respectively(start);
        }
        let Self { parts, numbers, reprint, end, .. } = self;
        let several = parts.len() > 1;
        let mut mentions = Vec::new();
        let Some(owner) = parts.first().map(|part| part.dossier.clone()) else { return mentions };
        let mut elements = numbers.into_iter();
        let first = elements.next();
        let last = parts.len() - 1;
        for (index, part) in parts.into_iter().enumerate() {
            let from = if index == 0 { start } else { part.at.start };
            let to =
                if index == last { first.as_ref().map_or(part.at.end, |element| element.at.end) } else { part.at.end };
            let of_owner = index == 0 && first.is_some();
            let mut alternatives = part.alternatives;
            match &first {
                Some(element) if of_owner => {
                    for number in &element.numbers {
                        mentions.push(paper(from..to, &owner, number, reprint));
                    }
                    alternatives = if several { vec![Citation::Dossier(owner.clone())] } else { alternatives };
                    if let Some(mention) = mentions.first_mut() {
                        mention.alternatives.extend(alternatives);
                    }
                    continue;
                }
                // «32 847 en 29 453, nr. 808»: print leaves open which of the two is meant
                Some(element) if index == last => alternatives.extend(
                    element
                        .numbers
                        .first()
                        .map(|number| Citation::Kamerstuk(Kamerstuk::new(part.dossier.clone(), number.clone()))),
                ),
                _ => {}
            }
            mentions.push(Mention { at: from..to, citation: Citation::Dossier(part.dossier), alternatives });
        }
        for element in elements {
            for number in &element.numbers {
                mentions.push(paper(element.at.clone(), &owner, number, reprint));
            }
        }
        // What follows the last number, its pages, belongs to the last mention.
        let place = mentions.last().map(|mention| mention.at.clone());
        for mention in mentions.iter_mut().filter(|mention| Some(&mention.at) == place.as_ref()) {
            mention.at.end = mention.at.end.max(end);
        }
        mentions
    }

    /// The first paper of the first dossier, the second of the second.
    fn respectively(self, start: usize) -> Vec<Mention> {
        let last = self.parts.len() - 1;
        let mut mentions = Vec::new();
        for (index, (part, element)) in self.parts.into_iter().zip(self.numbers).enumerate() {
            let from = if index == 0 { start } else { part.at.start };
            let to = if index == last { self.end } else { part.at.end };
            mentions.extend(element.numbers.iter().map(|number| paper(from..to, &part.dossier, number, self.reprint)));
        }
        mentions
    }
}

fn paper(at: Range<usize>, dossier: &Dossier, number: &super::Ondernummer, reprint: bool) -> Mention {
    let paper = Kamerstuk::new(dossier.clone(), number.clone());
    let alternatives =
        if reprint { vec![Citation::Kamerstuk(paper.clone().with(Some(Version::REPRINT)))] } else { Vec::new() };
    Mention { at, citation: Citation::Kamerstuk(paper), alternatives }
}
