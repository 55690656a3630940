//! What the compiled list says of a word, packed into one number.
//!
//! `make.rs` writes it, the lookup reads it.

/// What is known of a listed word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listing {
    /// Listed with a capital only.
    pub is_name: bool,
    /// How many listed words begin with it as a part of a compound, on the scale of [`scale`].
    pub as_first: u8,
    /// How many listed words end in it as a part of a compound, on that scale.
    pub as_last: u8,
}

/// Steps of the scale for one doubling; the most frequent part, in a thousand compounds, then reaches 15.
const STEPS: f64 = 1.5;

/// A count on a scale from 0 to 15, each step half as much again.
#[must_use]
pub fn scale(count: u32) -> u8 {
    (STEPS * f64::from(count + 1).log2()).round().min(15.0) as u8
}

/// The count that a place on the scale stands for.
#[must_use]
pub fn count(scale: u8) -> f64 {
    (f64::from(scale) / STEPS).exp2() - 1.0
}

impl Listing {
    /// As one number, 0 for the most frequent kind.
    #[must_use]
    pub fn to_value(self) -> u64 {
        u64::from(self.is_name) | u64::from(self.as_first) << 1 | u64::from(self.as_last) << 5
    }

    /// From that number.
    #[must_use]
    pub fn from_value(value: u64) -> Self {
        Self { is_name: value & 1 == 1, as_first: (value >> 1 & 15) as u8, as_last: (value >> 5 & 15) as u8 }
    }
}
