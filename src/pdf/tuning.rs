//! The thresholds of reading PDFs; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "pdf";

    // Scans.

    /// Part of the page that pictures must cover for a page without text to count as a scan: a letterhead covers some 5
    /// %.
    scan_cover_min: f32 = 0.3, "share of the page", same 0.225..=0.375, witness "test pdf::scan_detection::tests::a_picture_makes_a_scan_of_a_page_without_text";
    /// Part of the page from which it counts as a scan in spite of some text.
    scan_cover_full: f32 = 0.8, "share of the page", same 0.6..=1.0, witness "test pdf::scan_detection::tests::a_picture_makes_a_scan_of_a_page_without_text";
    /// Most printed signs on a scan: a number or a date of receipt that was stamped on it.
    stamp_max: usize = 40, "signs", same 40..=40, witness "no-header.pdf";

    // Glyphs into runs.

    /// Most difference of baselines within a run.
    same_baseline: f64 = 0.05, "points", same 0.05..=0.05, witness "no-header.pdf";
    /// Most difference of sizes within a run.
    same_size: f32 = 0.01, "share of the size", same 0.01..=0.01, witness "no-header.pdf";
    /// Gap from which a run ends. Word gaps reach 1 in justified lines.
    run_gap: f32 = 1.5, "sizes", same 1.5..=1.5, witness "no-header.pdf";
    /// How far back a glyph may stand and still be in the run.
    run_overlap: f32 = 0.5, "sizes", same 0.5..=0.5, witness "no-header.pdf";
    /// How far aside a glyph or a run is printed again to make it bold. Printer drivers use 0.02 to 0.05.
    overprint_aside: f64 = 0.08, "sizes", same 0.08..=0.08, witness "ah-tk-19981999-2907.pdf";
    /// Most lean of level text.
    level_lean: f64 = 0.02, "rise over advance", same 0.02..=0.02, witness "no-header.pdf";
    /// Slant of the letters from which text counts as italic: writers that lean a regular font use 0.2 to 0.35.
    slant_min: f64 = 0.15, "slant", same 0.15..=0.15, witness "no-header.pdf";
    /// How far beyond the page's edge a glyph may start and still be on it.
    off_page_margin: f64 = 1.0, "points", same 1.0..=1.0, witness "brief-wolvega.pdf";
    /// Letters that are missed at least: a sign or two beyond the edge are rests of the layout.
    unread_min: usize = 4, "letters", same 3..=5, witness "operators.pdf";

    // Rules and pictures.

    /// Greatest thickness of a rule. Borders and footnote rules of the letters are 0.25 to 1.5 thick.
    rule_thickness_max: f32 = 2.0, "points", same 1.5..=2.5, witness "korte-lijst.pdf";
    /// Least length of a rule: shorter ones are dots and dashes.
    rule_length_min: f32 = 3.0, "points", same 2.25..=3.75, witness "test pdf::repair::graphics::tests::rules_are_straight_and_longer_than_dots";
    /// How much a rule may lean over its whole length.
    rule_lean_max: f64 = 0.3, "points", same 0.225..=0.375, witness "test pdf::repair::graphics::tests::rules_are_straight_and_longer_than_dots";
    /// Colours from here on are white to the eye.
    white: f64 = 0.98, "of 1", same 0.735..=0.98, witness "kst-29338-289.pdf";
    /// So many bytes after the `EI` that ends an inline image must look like content; binary data seldom has that many
    /// printable ones in a row.
    image_end_proof: usize = 12, "bytes", same 9..=15, witness "test pdf::repair::lexer::tests::an_inline_image_ends_where_no_binary_data_follows";

    // Fonts.

    /// From this share of a figure's width on, the signs that tell the encodings of TeX apart are the wider ones.
    wider_sign: f64 = 1.05, "widths of a figure", same 0.7875..=1.3125, witness "test pdf::repair::tex::tests::codes_of_bitmap_fonts_are_letters";
    /// How much higher or lower than its size a Type 3 font's box may be for the size to say what a reader sees: between
    /// 1 / 2.5 and 2.5. Text fonts have 0.7 to 1.6.
    type3_height: f64 = 2.5, "sizes", same 1.875..=3.125, witness "type3.pdf";
}
