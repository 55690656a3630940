//! The thresholds of making records; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "document";

    /// A pair that holds a word read from a picture with less confidence than this is in doubt. On scans of the corpus
    /// at 200 and 300 dots to the inch it stands on 31 of 53 wrong pairs and 59 of 354 right ones; .6 on 24 and 31, .8
    /// on 39 and 104.
    unsure_word: f32 = 0.7, "confidence", same 0.7..=0.7, witness "none known";
    /// Share of a text in Windows-1252 that is plain ASCII: a Dutch text has .99, a picture .4.
    ascii_min: f64 = 0.9, "share of the bytes", same 0.9..=0.9, witness "none known";
}
