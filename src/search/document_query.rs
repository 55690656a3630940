//! Understands what a person types for a document, in any notation, and tells which ids it asks for.
//!
//! ```text
//! asked     = beginning | citation | dossier
//! beginning = citation "*"                     «32847-80*»: every paper whose id begins so
//!           | dossier ("-" ["*"] | "*")        «32847-», «kst-36200-*», «36 200*»: the dossier
//! ```
//!
//! **Invariant:** a dossier asks for what is in its parts too; a part of a dossier asks for itself alone.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{InvertedIndexRangeQuery, Query as Engine};

use super::compile;
use super::error::Error;
use crate::citation::{Citation, Dossier, Kamerstuk};
use crate::index::{Fields, Key};
use crate::record::Stated;

/// A document, a dossier, or the beginning of the ids of documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DocumentQuery {
    /// A document or dossier, and what else the notation may mean.
    One(Citation, Vec<Citation>),
    /// Every id that begins so.
    Beginning(String),
}

impl DocumentQuery {
    /// Reads any notation.
    pub(super) fn read(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        if let Some(bare) = text.strip_suffix('*').or_else(|| text.ends_with(is_dash).then_some(text)) {
            let name = bare.trim_end_matches(|c: char| is_dash(c) || c.is_whitespace());
            if let Some(dossier) = dossier(name)
                && (name != bare || dossier.toevoeging().is_none())
            {
                return Ok(Self::One(Citation::Dossier(dossier), Vec::new()));
            }
            // «32847-80*» may be read as a part of a dossier, which nothing begins with.
            return match name.parse().or_else(|_| name.parse().map(Citation::Kamerstuk)) {
                Ok(paper @ Citation::Kamerstuk(_)) if name == bare => Ok(Self::Beginning(paper.id())),
                Ok(_) => Err(Error::Beginning(text.to_owned())),
                Err(source) => Err(Error::Document { text: text.to_owned(), source }),
            };
        }
        match Citation::readings(text) {
            Ok((citation, mut others)) => {
                if let Citation::Dossier(part) = &citation
                    && !text.to_ascii_lowercase().starts_with("dossier")
                {
                    others.extend(Kamerstuk::lettered(part).map(Citation::Kamerstuk));
                }
                Ok(Self::One(citation, others))
            }
            Err(source) => match dossier(text) {
                Some(dossier) => Ok(Self::One(Citation::Dossier(dossier), Vec::new())),
                None => Err(Error::Document { text: text.to_owned(), source }),
            },
        }
    }

    /// The canonical id; that of a beginning ends in `*`.
    pub(super) fn id(&self) -> String {
        match self {
            Self::One(citation, _) => citation.id(),
            Self::Beginning(start) => format!("{start}*"),
        }
    }

    /// What else the notation may mean, as canonical ids.
    pub(super) fn alternatives(&self) -> Vec<String> {
        match self {
            Self::One(_, others) => others.iter().map(Citation::id).collect(),
            Self::Beginning(_) => Vec::new(),
        }
    }

    /// What cites it, as a filter.
    pub(super) fn cited(&self, fields: &Fields) -> Box<dyn Engine> {
        compile::filter(match self {
            Self::One(citation, _) => compile::exact_term(fields, Key::Cites, &citation.id()),
            Self::Beginning(start) => {
                let term = |id: &str| Term::from_field_text(fields.key(Key::Cites), id);
                let end = format!("{start}{}", char::MAX);
                Box::new(InvertedIndexRangeQuery::new(Bound::Included(term(start)), Bound::Excluded(term(&end))))
            }
        })
    }

    /// Is a document what is asked for, or of the dossier that is?
    pub(super) fn has(&self, document: &Stated<Citation>) -> bool {
        match self {
            Self::One(citation, _) if document.value() == Some(citation) => true,
            Self::One(Citation::Dossier(asked), _) => {
                let dossier = document.value().and_then(Citation::dossier);
                dossier.is_some_and(|dossier| dossier == *asked || dossier.base() == *asked)
            }
            Self::One(..) => false,
            Self::Beginning(start) => document.to_string().starts_with(start.as_str()),
        }
    }
}

/// A dossier in any notation, with or without the prefix of a Kamerstuk.
fn dossier(text: &str) -> Option<Dossier> {
    let bare = text
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("kst-"))
        .map_or(text, |start| text.get(start.len()..).expect("the prefix is ASCII"));
    bare.parse().ok()
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_any_notation() {
        let check = |typed: &str, expect: &str, alternatives: &[&str]| {
            let asked = DocumentQuery::read(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
            assert_eq!(
                (asked.id().as_str(), asked.alternatives()),
                (expect, alternatives.iter().map(|id| (*id).to_owned()).collect()),
                "{typed}"
            );
        };
        check("32847", "dossier-32847", &[]);
        check("32 847", "dossier-32847", &[]);
        check("32847-", "dossier-32847", &[]);
        check("32 847 –", "dossier-32847", &[]);
        check("32847-*", "dossier-32847", &[]);
        check("32847*", "dossier-32847", &[]);
        check("kst-32847", "dossier-32847", &[]);
        check("kst-36200-*", "dossier-36200", &[]);
        check("KST-36200-VII-*", "dossier-36200-VII", &[]);
        check("36200-VII-", "dossier-36200-VII", &[]);
        check("36 200 VII", "dossier-36200-VII", &[]);
        check("dossier-36200-VII", "dossier-36200-VII", &[]);
        check("36 200 B", "dossier-36200-B", &["kst-36200-B"]);
        check("21501-02, 12", "kst-21501-02-12", &["kst-21501-2"]);
        check("36200-VII-12", "kst-36200-VII-12", &[]);
        check("32847-80*", "kst-32847-80*", &[]);
        check("kst-36200-VII-1*", "kst-36200-VII-1*", &[]);
        check("CXXXIX", "dossier-CXXXIX", &[]);
        check("21501-02-*", "dossier-21501-02", &[]);
        check("Aanhangsel Handelingen II 2023/24, nr. 1314", "ah-tk-20232024-1314", &[]);
        check("ah-tk-20232024-1314", "ah-tk-20232024-1314", &[]);
        check("Handelingen II 2016/17, nr. 39, item 39", "h-tk-20162017-39-39", &[]);
        check("Stb. 2010, 139", "stb-2010-139", &[]);
        check("Stcrt. 2010, 21009", "stcrt-2010-21009", &[]);
        check("ECLI:NL:RVS:2017:1789", "ECLI:NL:RVS:2017:1789", &[]);
        check("Richtlijn (EU) 2019/1937", "eu-richtlijn-2019-1937", &[]);
        check("COM(2022) 123", "com-2022-123", &[]);
        check("2023Z03816", "2023Z03816", &[]);
        check("https://zoek.officielebekendmakingen.nl/kst-32847-808.html", "kst-32847-808", &[]);
        for wrong in ["", "*", "-", "zorg*", "ah-tk-*", "36200-V*", "32 847 en 29 453"] {
            assert!(DocumentQuery::read(wrong).is_err(), "{wrong}: {:?}", DocumentQuery::read(wrong));
        }
    }
}
