//! Words that point back to a citation elsewhere in the letter, such as «idem» and «zie noot 3»: `find` reads them in one
//! text, `bind` says what they stand for in the letter.

mod bind;
mod find;

pub use bind::{Note, Passage, resolve};
