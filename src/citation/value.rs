//! A document that is cited, with the one form in which it is printed.

use std::fmt;

use super::{
    Aanhangsel, Annex, CaseNumber, Com, Dossier, Ecli, EuLaw, Handelingen, Kamerstuk, Publication, QuestionCase,
    Regulation,
};

/// A document that is cited: a value, without position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Citation {
    /// A paper of the chambers: `kst-32847-808`.
    Kamerstuk(Kamerstuk),
    /// A dossier as a whole: `dossier-36410-VIII`.
    Dossier(Dossier),
    /// An answered question: `ah-tk-20232024-2147`.
    Aanhangsel(Aanhangsel),
    /// A question without answer yet: `kv-tk-2024Z11859`.
    QuestionCase(QuestionCase),
    /// A place in the report of a meeting: `h-tk-20162017-39-39`.
    Handelingen(Handelingen),
    /// Staatsblad, Staatscourant, Tractatenblad: `stb-2010-139`.
    Publication(Publication),
    /// Case law: `ECLI:NL:RVS:2017:1789`.
    CaseLaw(Ecli),
    /// A directive or regulation: `eu-richtlijn-2019-1937`.
    EuLaw(EuLaw),
    /// A document of the European Commission: `com-2022-123`.
    Com(Com),
    /// An annex: `blg-1007826`.
    Annex(Annex),
    /// A regulation of the Netherlands: `BWBR0040889`.
    Regulation(Regulation),
    /// A case, document or activity of the Tweede Kamer: `2024Z11859`.
    Case(CaseNumber),
}

impl Citation {
    /// The canonical id, such as `kst-32847-808`.
    #[must_use]
    pub fn id(&self) -> String {
        self.to_string()
    }

    /// The dossier that is cited, or of which a paper is cited.
    #[must_use]
    pub fn dossier(&self) -> Option<Dossier> {
        match self {
            Self::Kamerstuk(paper) => Some(paper.dossier().clone()),
            Self::Dossier(dossier) => Some(dossier.clone()),
            _ => None,
        }
    }

    /// True for a dossier as a whole.
    #[must_use]
    pub fn is_dossier(&self) -> bool {
        matches!(self, Self::Dossier(_))
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kamerstuk(paper) => paper.fmt(f),
            Self::Dossier(dossier) => write!(f, "dossier-{dossier}"),
            Self::Aanhangsel(question) => question.fmt(f),
            Self::QuestionCase(question) => question.fmt(f),
            Self::Handelingen(place) => place.fmt(f),
            Self::Publication(publication) => publication.fmt(f),
            Self::CaseLaw(ecli) => ecli.fmt(f),
            Self::EuLaw(law) => law.fmt(f),
            Self::Com(com) => com.fmt(f),
            Self::Annex(annex) => annex.fmt(f),
            Self::Regulation(regulation) => regulation.fmt(f),
            Self::Case(case) => case.fmt(f),
        }
    }
}
