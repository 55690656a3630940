//! How sure a reading is.

use serde::{Deserialize, Serialize};

/// A share of certainty between 0 and 1, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "f32", into = "f64")]
pub struct Confidence(u8);

impl Confidence {
    /// The nearest hundredth; what is beyond 0 or 1 is brought there.
    #[must_use]
    pub fn new(share: f32) -> Self {
        Self((share.clamp(0.0, 1.0) * 100.0).round() as u8)
    }
}

impl From<f32> for Confidence {
    fn from(share: f32) -> Self {
        Self::new(share)
    }
}

impl From<Confidence> for f64 {
    fn from(Confidence(hundredths): Confidence) -> Self {
        Self::from(hundredths) / 100.0
    }
}
