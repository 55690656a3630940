//! The thresholds of reading scans; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "ocr";

    // Level lines.

    /// Pages lie at most so askew (3°): feeders turn by 1°, hands by 2°.
    askew_max: f32 = 0.0525, "radians", same 0.0525..=0.0525, witness "none known";
    /// First step of the search for the angle.
    askew_coarse: f32 = 0.0035, "radians", same 0.0035..=0.0035, witness "tests/scans/kst-37214-7.pdf";
    /// Fine step around its best: it moves the end of a line of 500 points by 0.2 points.
    askew_fine: f32 = 0.0004, "radians", same 0.0004..=0.0004, witness "tests/scans/kst-37214-7.pdf";
    /// Every so many pixels of a row one is looked at. Of the rows each is: rows left out would favour the angle 0.
    askew_stride: usize = 4, "pixels", same 4..=4, witness "tests/scans/ah-tk-20252026-87.pdf";

    // Rules.

    /// Shortest rule: the rule over notes has 144, the narrowest cell of a table some 20.
    rule_length_min: f32 = 18.0, "points", same 18.0..=18.0, witness "none known";
    /// Thickest rule: pictures and bars are thicker.
    rule_thickness_max: f32 = 3.0, "points", same 3.0..=3.0, witness "none known";
    /// Gaps in a rule that a scanner's noise makes.
    rule_gap: f32 = 0.6, "points", same 0.6..=0.6, witness "none known";

    // Raised marks.

    /// Least height of a blob that may be a letter or figure: 6 point figures raised have 2.6.
    letter_height_min: f32 = 1.8, "points", same 1.8..=1.8, witness "tests/scans/kst-37214-7.pdf";
    /// Greatest such height: 24 point capitals have 17.
    letter_height_max: f32 = 20.0, "points", same 20.0..=20.0, witness "tests/scans/kst-37214-7.pdf";
    /// Least height of a raised figure (.4 to .5); quotes have .26, the degree sign .3.
    mark_height_min: f32 = 0.33, "sizes", same 0.33..=0.33, witness "tests/scans/kst-37214-7.pdf";
    /// Greatest height of a raised figure.
    mark_height_max: f32 = 0.57, "sizes", same 0.57..=0.57, witness "tests/scans/kst-37214-7.pdf";
    /// How far its foot stands above the baseline at least (.27 to .4); guillemets .07.
    mark_raise_min: f32 = 0.16, "sizes", same 0.16..=0.16, witness "tests/scans/kst-37214-7.pdf";
    /// How far its foot stands above the baseline at most.
    mark_raise_max: f32 = 0.62, "sizes", same 0.62..=0.62, witness "tests/scans/kst-37214-7.pdf";
    /// Its widest: figures have .2 to .33.
    mark_width_max: f32 = 0.45, "sizes", same 0.45..=0.45, witness "tests/scans/kst-37214-7.pdf";
    /// So far apart its word may stand: a space is .6 of it.
    mark_beside: f32 = 2.2, "heights of the mark", same 2.2..=2.2, witness "tests/scans/kst-37214-7.pdf";
    /// Gap within a mark of several figures.
    mark_within: f32 = 0.5, "heights of the mark", same 0.5..=0.5, witness "none known";
    /// Letters beside it are at least so high: «x» is .75 of a figure, a quote .6 of a raised one.
    peer_height_min: f32 = 0.7, "heights of the mark", same 0.7..=0.7, witness "tests/scans/kst-37214-7.pdf";
    /// How high «d» stands where the line of a mark is told by its letters.
    mark_ascender: f32 = 0.74, "sizes", same 0.74..=0.74, witness "tests/scans/kst-37214-7.pdf";
    /// Two measures of one size differ by less than this.
    same_size: f32 = 0.1, "share", same 0.1..=0.1, witness "none known";
    /// Letters around a mark that tell its line.
    peers: usize = 8, "letters", same 8..=8, witness "tests/scans/kst-37214-7.pdf";
    /// Tesseract is sure of a lone figure from here.
    mark_sure: f32 = 0.3, "confidence", same 0.3..=0.3, witness "tests/scans/kst-37214-7.pdf";

    // Sizes.

    /// How high «d» stands above the baseline. Verdana, Univers, Liberation and DejaVu lie within .04 of this and the
    /// next.
    ascender: f32 = 0.75, "sizes", same 0.75..=0.75, witness "tests/scans/kst-37214-7.pdf";
    /// How high capitals and figures stand.
    capital: f32 = 0.725, "sizes", same 0.725..=0.725, witness "tests/scans/kst-37214-7.pdf";
    /// How high «t» stands.
    t_height: f32 = 0.67, "sizes", same 0.67..=0.67, witness "tests/scans/kst-37214-7.pdf";
    /// How high «x» stands.
    x_height: f32 = 0.54, "sizes", same 0.54..=0.54, witness "tests/scans/kst-37214-7.pdf";
    /// How deep «p» reaches below the baseline.
    descender: f32 = 0.21, "sizes", same 0.21..=0.21, witness "tests/scans/kst-37214-7.pdf";
    /// Sizes of one kind of type differ by so much from line to line: a pixel in the height of a letter is .03.
    size_spread: f32 = 0.055, "share", same 0.055..=0.055, witness "none known";
    /// Height of a figure of a mark.
    figure_height: f32 = 0.72, "sizes", same 0.72..=0.72, witness "tests/scans/kst-37214-7.pdf";
    /// A blank that parts two texts on one line: spaces have .4, columns 2 and more.
    column_gap: f32 = 1.8, "heights of the words", same 1.8..=1.8, witness "tests/scans/ah-tk-20252026-87.pdf";

    // Bold.

    /// Above the baseline, from here on stems are crossed to be measured.
    stem_band_low: f32 = 0.08, "sizes", same 0.08..=0.08, witness "none known";
    /// Up to here they are crossed.
    stem_band_high: f32 = 0.45, "sizes", same 0.45..=0.45, witness "none known";
    /// Longest stretch that may be a stem: bold has .2, a bar of «e» .4.
    stem_max: f32 = 0.3, "sizes", same 0.3..=0.3, witness "none known";
    /// Bold strokes are so much wider than those of regular type on the same page. Verdana, Liberation and DejaVu Sans:
    /// 1.6 to 1.8 in print; a scanner's blur leaves 1.4 and more. From word to word regular type differs by 1.15.
    bolder: f32 = 1.28, "widths of regular type", same 1.28..=1.28, witness "none known";
    /// This share of the letters of a page is set in regular type at least.
    regular_share: f32 = 0.3, "share of the letters", same 0.3..=0.3, witness "none known";
    /// A word of so many letters tells its weight; a shorter one goes with the word before.
    telling_letters: usize = 3, "letters", same 3..=3, witness "none known";
    /// A line in which so many letters agree is of one weight.
    agreed_share: f32 = 0.8, "share of the letters", same 0.8..=0.8, witness "none known";

    // Lone figures.

    /// Numbers of questions have at most three figures, and «56» was read «ate)».
    lone_max: usize = 4, "characters", same 4..=4, witness "none known";
    /// A lone word that is less sure than this may be a figure: «il» for 1 and «7,» for 7 have .31; numbers read well
    /// .9 and more.
    lone_unsure: f32 = 0.6, "confidence", same 0.6..=0.6, witness "none known";
    /// What takes the place of a reading has to be better than it.
    lone_sure: f32 = 0.8, "confidence", same 0.8..=0.8, witness "none known";
}
