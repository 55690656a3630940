//! The thresholds of making records; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "document";

    // Marking the lines of a text on its page.

    /// Widest blank within a line: justified lines stretch a word space to .8, tab stops and cells are farther apart.
    line_gap: f32 = 3.0, "heights of the line", same 2.25..=3.0, witness "brief-drinkwater.pdf";
    /// Share of the lower of two rectangles that lies beside the other where they are one line.
    line_beside: f32 = 0.5, "share of the height", same 0.5..=0.625, witness "operators.pdf";

    // Doubts and encodings.

    /// A pair that holds a word read from a picture with less confidence than this is in doubt. On scans of the corpus
    /// at 200 and 300 dots to the inch it stands on 31 of 53 wrong pairs and 59 of 354 right ones; .6 on 24 and 31, .8
    /// on 39 and 104.
    unsure_word: f32 = 0.7, "confidence", same 0.525..=0.875, witness "tests/scans/kst-37214-7.pdf";
    /// Share of a text in Windows-1252 that is plain ASCII: a Dutch text has .99, a picture .4.
    ascii_min: f64 = 0.9, "share of the bytes", same 0.675..=1.125, witness "test document::plain::tests::text_files_are_read_in_three_encodings";
}
