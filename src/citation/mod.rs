//! Finds the mentions of official documents in running text and gives them canonical ids and addresses.
//!
//! [`find`] reads one text; [`resolve`] reads all texts of a letter and binds what points back. A [`Citation`] is parsed
//! from its id, from an official address or from any printed notation, and printed in the one canonical form.
//!
//! **Invariant:** a leaf, written as if it were its own crate: no other module of the program is known here.
//! **Invariant:** a value has no position and an occurrence is not a value: [`Citation`] and [`Mention`] are two types.
//! **Invariant:** finding is local and cannot fail; what looks like a citation and does not parse is a [`NearMiss`].
//! **Invariant:** what a citation prints parses back to the same value.

mod aanhangsel;
mod address;
mod annex;
mod back_reference;
mod dossier;
mod ecli;
mod error;
mod eu;
mod find;
mod handelingen;
mod head;
mod id;
mod item;
mod kamerstuk;
mod kamerstuk_list;
mod keyword;
mod mention;
mod misspelling;
mod notation;
mod numbers;
mod own_number;
mod printed_dossier;
mod publication;
mod readings;
mod regulation;
mod scan;
mod tuning;
mod unkeyed;
mod value;
mod vergaderjaar;

pub use aanhangsel::{Aanhangsel, CaseNumber, QuestionCase};
pub use annex::Annex;
pub use back_reference::{Note, Passage, resolve};
pub use dossier::{Dossier, Toevoeging};
pub use ecli::Ecli;
pub use error::Error;
pub use eu::{Com, EuKind, EuLaw};
pub use find::{Setting, find};
pub use handelingen::Handelingen;
pub use kamerstuk::{Kamerstuk, Ondernummer, Version};
pub use mention::{Expected, Found, Mention, NearMiss, NearMissKind};
pub use own_number::{own_aanhangsel, own_cases, own_identifier, own_kamerstuk, own_year};
pub use publication::{Gazette, Publication};
pub use regulation::Regulation;
pub use tuning::TABLE as TUNING;
pub use value::Citation;
pub use vergaderjaar::{Kamer, Vergaderjaar};
