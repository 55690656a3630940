//! Fuses the order by words with that of a model of meaning, where a caller hands one over as an [`Embedder`].
//!
//! No model is built in. Only the best by words are put in another order, so that the index holds no vectors and the
//! model reads few texts a draft.
//!
//! **Invariant:** no hit is added or lost; without a model nothing here is called.

use crate::search::error::Error;
use crate::search::results::Hit;

/// A limit on work: how many of the best by words are put in another order by meaning. At ten hits a page ten pages; the
/// original of a reworded question is among the first ten for 136 of 150.
pub(super) const FUSED: usize = 100;

/// How little the first places count above the next ones; the usual value of reciprocal rank fusion.
const FLATTENING: f32 = 60.0;

/// A model of meaning, such as one read from a file of the user's.
pub trait Embedder {
    /// One vector for each text; texts whose vectors point the same way mean the same. The length of a vector is of no
    /// account, but all have as many numbers.
    ///
    /// # Errors
    ///
    /// Whatever keeps the model from reading the texts.
    fn embed(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, Box<dyn std::error::Error + Send + Sync>>;
}

/// Puts hits, the best by words first, in the order fused of words and meaning. Their scores become the fused ones.
pub(in crate::search) fn fuse(draft: &str, hits: &mut [Hit], embedder: &dyn Embedder) -> Result<(), Error> {
    let fused = &hits[..FUSED.min(hits.len())];
    let questions = fused.iter().map(|hit| hit.question.as_deref().unwrap_or_default());
    let texts: Vec<&str> = std::iter::once(draft).chain(questions).collect();
    let vectors = embedder.embed(&texts).map_err(Error::Embedder)?;
    let (Some(asked), true) = (vectors.first(), vectors.len() == texts.len()) else {
        return Err(Error::Embedder(format!("{} vectors for {} texts", vectors.len(), texts.len()).into()));
    };
    let nearness: Vec<f32> = vectors.iter().skip(1).map(|vector| cosine(asked, vector)).collect();
    let mut by_meaning: Vec<usize> = (0..nearness.len()).collect();
    by_meaning.sort_by(|a, b| nearness[*b].total_cmp(&nearness[*a]));
    for (place, hit) in hits.iter_mut().enumerate() {
        hit.score = reciprocal(place);
    }
    for (place, at) in by_meaning.into_iter().enumerate() {
        hits[at].score += reciprocal(place);
    }
    // The sort is stable: of equals the better by words stays first.
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    Ok(())
}

fn reciprocal(place: usize) -> f32 {
    1.0 / (FLATTENING + place as f32)
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
    let sizes = (dot(a, a) * dot(b, b)).sqrt();
    if sizes > 0.0 { dot(a, b) / sizes } else { 0.0 }
}
