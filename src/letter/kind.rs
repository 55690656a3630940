//! The kinds of document that are read.

/// The kinds of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Answered questions in the layout of the Aanhangsel van de Handelingen.
    Aanhangsel,
    /// That layout with a notice in place of answers.
    Mededeling,
    /// A ministry's letter.
    Brief,
    /// Lijst van vragen en antwoorden.
    Lijst,
    /// Verslag van een schriftelijk overleg.
    SchriftelijkOverleg,
    /// Any other Kamerstuk.
    Kamerstuk,
}
