//! The thresholds of reading PDFs; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "pdf";

    // Scans.

    /// Part of the page that pictures must cover for a page without text to count as a scan: a letterhead covers some 5
    /// %.
    scan_cover_min: f32 = 0.3, "share of the page", same 0.3..=0.3, witness "none known";
    /// Part of the page from which it counts as a scan in spite of some text.
    scan_cover_full: f32 = 0.8, "share of the page", same 0.8..=0.8, witness "none known";
    /// Most printed signs on a scan: a number or a date of receipt that was stamped on it.
    stamp_max: usize = 40, "signs", same 40..=40, witness "none known";

    // Glyphs into runs.

    /// Most difference of baselines within a run.
    same_baseline: f64 = 0.05, "points", same 0.05..=0.05, witness "none known";
    /// Most difference of sizes within a run.
    same_size: f32 = 0.01, "share of the size", same 0.01..=0.01, witness "none known";
    /// Gap from which a run ends. Word gaps reach 1 in justified lines.
    run_gap: f32 = 1.5, "sizes", same 1.5..=1.5, witness "none known";
    /// How far back a glyph may stand and still be in the run.
    run_overlap: f32 = 0.5, "sizes", same 0.5..=0.5, witness "none known";
    /// How far aside a glyph or a run is printed again to make it bold. Printer drivers use 0.02 to 0.05.
    overprint_aside: f64 = 0.08, "sizes", same 0.08..=0.08, witness "none known";
    /// Most lean of level text.
    level_lean: f64 = 0.02, "rise over advance", same 0.02..=0.02, witness "none known";
    /// Slant of the letters from which text counts as italic: writers that lean a regular font use 0.2 to 0.35.
    slant_min: f64 = 0.15, "slant", same 0.15..=0.15, witness "none known";
    /// How far beyond the page's edge a glyph may start and still be on it.
    off_page_margin: f64 = 1.0, "points", same 1.0..=1.0, witness "none known";
    /// Letters that are missed at least: a sign or two beyond the edge are rests of the layout.
    unread_min: usize = 4, "letters", same 4..=4, witness "none known";

    // Rules and pictures.

    /// Greatest thickness of a rule. Borders and footnote rules of the letters are 0.25 to 1.5 thick.
    rule_thickness_max: f32 = 2.0, "points", same 2.0..=2.0, witness "none known";
    /// Least length of a rule: shorter ones are dots and dashes.
    rule_length_min: f32 = 3.0, "points", same 3.0..=3.0, witness "none known";
    /// How much a rule may lean over its whole length.
    rule_lean_max: f64 = 0.3, "points", same 0.3..=0.3, witness "none known";
    /// Least side of a picture.
    picture_side_min: f32 = 1.0, "points", same 1.0..=1.0, witness "none known";
    /// Colours from here on are white to the eye.
    white: f64 = 0.98, "of 1", same 0.98..=0.98, witness "none known";
    /// So many bytes after the `EI` that ends an inline image must look like content; binary data seldom has that many
    /// printable ones in a row.
    image_end_proof: usize = 12, "bytes", same 12..=12, witness "none known";

    // Fonts.

    /// Weight from which a font counts as bold: 600 is semibold.
    bold_weight: f64 = 600.0, "weight", same 600.0..=600.0, witness "none known";
    /// Slant from which a font counts as italic; upright fonts say 0, italics 8 to 20.
    italic_angle: f64 = 4.0, "degrees", same 4.0..=4.0, witness "none known";
    /// From this share of a figure's width on, the signs that tell the encodings of TeX apart are the wider ones.
    wider_sign: f64 = 1.05, "widths of a figure", same 1.05..=1.05, witness "none known";
    /// Least height of a Type 3 font's box for which its size says what a reader sees. Text fonts have 0.7 to 1.6.
    type3_height_min: f64 = 0.4, "sizes", same 0.4..=0.4, witness "none known";
    /// Greatest such height.
    type3_height_max: f64 = 2.5, "sizes", same 2.5..=2.5, witness "none known";
}
