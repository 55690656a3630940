//! A word in lower case comes in; its folded stem goes out.

use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

use crate::fold::fold;

/// Kraaij and Pohlmann's stemmer for Dutch.
static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::Dutch));

/// The folded stem of a word in lower case.
pub(super) fn stem(lower: &str) -> String {
    fold(&STEMMER.stem(lower))
}
