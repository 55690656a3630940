//! The keywords that announce a citation.

/// What a keyword announces; the later in this order takes precedence («Tweede Kamer, …, Aanhangsel Handelingen»).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keyword {
    /// «vergaderjaar»: a session year alone.
    Vergaderjaar,
    /// «Tweede Kamer»: mostly the chamber itself.
    Kamer,
    /// «TK», «EK».
    Short,
    /// «dossier», «wetsvoorstel».
    Dossier,
    /// «Kamerstukken» and its kin; «Bijlagen Handelingen», as they were called.
    Kamerstuk,
    /// «Handelingen».
    Handelingen,
    /// «Aanhangsel».
    Aanhangsel,
}
