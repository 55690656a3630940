//! vraagbaak reads the letters in which Dutch ministers answer the Tweede Kamer.

pub mod citation;
pub mod corpus;
pub mod document;
pub mod faces;
pub mod fold;
pub mod index;
pub mod layout;
pub mod letter;
pub mod lexicon;
pub mod pdf;
pub mod record;
pub mod worker;
