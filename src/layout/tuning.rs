//! The thresholds of the layout; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "layout";

    // Signs and words.

    /// An accent stands over its letter when it begins before this share of the letter's width; an apostrophe printed
    /// as an accent («auto´s») begins at 1.0. Witness: ah-tk-20232024-1314, .23.
    accent_over: f32 = 0.7, "widths of the letter", same 0.525..=0.875, witness "ah-tk-20232024-1314.pdf";
    /// Superior figures are narrower than this share of the plain figure of the same value (.60 to .89); one figure of
    /// one font has one width, give or take the letter spacing of justified lines.
    superior_narrower: f32 = 0.92, "widths of the plain figure", same 0.69..=0.92, witness "ah-tk-19981999-2907.pdf";
    /// Where the plain figure does not occur: narrower than this share of the font's other figures, which are alike but
    /// for a proportional 1 of .70 to .80.
    superior_narrow: f32 = 0.75, "widths of the other figures", same 0.5625..=0.9375, witness "ah-tk-19981999-2907.pdf";
    /// The same for a figure 1.
    superior_narrow_one: f32 = 0.65, "widths of the other figures", same 0.4875..=0.8125, witness "ah-tk-19981999-2907.pdf";
    /// Size of superior figures beside that of the type they belong to, for those who look at geometry.
    superior_size: f32 = 0.6, "sizes", same 0.6..=0.6, witness "k07-oldstyle-sups.pdf";
    /// How far they stand above the baseline.
    superior_raise: f32 = 0.35, "sizes", same 0.35..=0.35, witness "k07-oldstyle-sups.pdf";
    /// Blank between two glyphs that the eye takes for a gap, as a share of the size. Word spaces are .2 to .35 of the
    /// size, tight justified lines go down to .19; kerning stays below .1.
    word_gap: f32 = 0.18, "sizes", same 0.18..=0.18, witness "brief-loketten.pdf";
    /// The same where the file itself has a blank there: justified lines squeeze real blanks to .12 of the size.
    word_gap_at_blank: f32 = 0.08, "sizes", same 0.06..=0.1, witness "ah-tk-19981999-2907.pdf";
    /// So many blanks of the file between its words tell that a line parts all of them so.
    kerned_blanks: usize = 2, "blanks", same 1..=2, witness "k07-kerned-notes.pdf";
    /// On a page with so many blanks of the file for each gap without one, that holds for lines of a single word, too.
    kerned_share: usize = 3, "blanks for a gap", same 2..=4, witness "k07-kerned-notes.pdf";
    /// A gap without a blank, narrower than this share of the line's narrowest blank, is kerning.
    kerned_gap: f32 = 0.85, "blanks", same 0.7..=0.95, witness "k07-kerned-notes.pdf";
    /// Blank that parts two fragments of a line (columns, table cells, a label and its value), as a share of the size.
    /// Justified lines stretch word spaces to .8; cells of Word tables are 1.2 apart.
    gutter: f32 = 1.0, "sizes", same 0.75..=1.0, witness "brief-loketten.pdf";
    /// Fewest blanks of a line that may be stretched text and no row of cells.
    stretched_blanks: usize = 4, "blanks", same 3..=5, witness "korte-lijst.pdf";
    /// The blanks of such a line differ by no more than this factor.
    stretched_even: f32 = 1.15, "factor", same 1.035..=1.4375, witness "brief-loketten.pdf";
    /// Raised or lowered type is smaller than this share of its line (superscripts are .58 to .7, those of browsers
    /// .83; notes are .88 of the body and stand lines apart).
    small: f32 = 0.85, "sizes of the line", same 0.85..=0.85, witness "groepen.pdf";
    /// Raised type stands higher than this share of its line's size.
    raised: f32 = 0.12, "sizes of the line", same 0.09..=0.15, witness "ah-tk-19981999-2907.pdf";
    /// A mark stands at most so far behind its word, in shares of the word's size.
    raised_beside: f32 = 0.6, "sizes", same 0.54..=0.66, witness "groepen.pdf";
    /// Raised type that is no mark, «1ᵉ», stands right behind its word, in shares of the word's size.
    raised_word: f32 = 0.25, "sizes", same 0.2..=0.35, witness "test layout::lines::tests::a_word_of_the_next_column_is_not_raised";
    /// Before its word it stands at most so far, in shares of the word's size: the tab after a note's mark.
    mark_beside: f32 = 2.5, "sizes", same 2.5..=3.125, witness "groepen.pdf";
    /// And never further from its line than this share.
    mark_farthest: f32 = 0.65, "sizes", same 0.585..=0.65, witness "ah-tk-20142015-698.pdf";
    /// Letters of a word that is joined, at least: shorter ones may be initials or items.
    spaced_letters: usize = 4, "letters", same 3..=5, witness "blanks.pdf";
    /// A blank wider than the narrowest between its letters by this factor parts two words.
    spaced_wider: f32 = 1.4, "factor", same 1.05..=1.75, witness "blanks.pdf";
    /// Letters further apart than this share of their size stand in columns of their own.
    spaced_far: f32 = 1.5, "sizes", same 1.125..=1.875, witness "blanks.pdf";

    // Columns.

    /// A fragment of so many characters is running text, not a label or a table cell. Body lines have 40 to 95
    /// characters.
    long_line: usize = 25, "characters", same 19..=25, witness "k08-no-rules.pdf";
    /// A left edge needs this share of the commonest one's characters to be the margin: hanging numbers have .05 and
    /// more, an outdented label in a letterhead less.
    margin_share: f32 = 0.05, "share of the characters", same 0.05..=0.0625, witness "k08-no-rules.pdf";
    /// How far left of the commonest edge the margin may lie, in points: the hang of numbers and list marks.
    margin_hang: f32 = 60.0, "points", same 60.0..=75.0, witness "k01-control.pdf";
    /// Fewest lines of small type at one left edge beside the text that are a side column.
    side_lines: usize = 4, "lines", same 4..=4, witness "k04-wide-office.pdf";
    /// Type of a side column is smaller than this share of the text's.
    side_size: f32 = 0.92, "sizes", same 0.92..=0.92, witness "k04-wide-office.pdf";
    /// Fewest rows of a table that begins in the margin.
    rows_beside_min: usize = 3, "rows", same 3..=3, witness "k05-nota-wide.pdf";
    /// Such rows stand no further apart.
    row_beside_apart: f32 = 5.0, "sizes", same 5.0..=5.0, witness "k05-nota-wide.pdf";
    /// So far below its first line the last row may wrap.
    row_beside_wraps: f32 = 2.5, "sizes", same 2.5..=2.5, witness "k05-nota-wide.pdf";
    /// A page with fewer long fragments takes the document's column. A cover letter has 4 to 8.
    column_lines: usize = 8, "lines", same 6..=10, witness "k04-wide-heading.pdf";
    /// Share of long lines that end at the right margin in justified type; ragged type has .1 to .25.
    justified_share: f32 = 0.5, "share of the lines", same 0.375..=0.625, witness "groepen.pdf";
    /// A second text column has this share of all characters at least; side columns stay below .2.
    second_column_share: f32 = 0.3, "share of the characters", same 0.225..=0.375, witness "brief-loketten.pdf";
    /// Or it is as wide as the first, by this share: the last page's may be short. Measured: 1.02 (layout
    /// «two-columns-ragged», the one witness); a table's columns reach .86 and have numbers before them.
    twin_column_width: f32 = 0.9, "widths of the first", same 0.675..=0.99, witness "k08-heading-rows.pdf";
    /// Fewest lines of such a column.
    twin_column_lines: usize = 2, "lines", same 1..=3, witness "k13-hyphens-other.pdf";
    /// So many numbers before a column, or rules across it, make it a table's; a list of fewer may stand in text.
    table_numbers: usize = 3, "numbers", same 3..=4, witness "k10-questioner-raised.pdf";
    /// Two lines of one text stand the usual distance apart, give or take this share of it.
    even_pitch: f32 = 0.04, "share of the distance", same 0.04..=0.1, witness "test layout::rows_nearer_than_lines_are_rows";
    /// An outdented number or label is at most so long.
    label_max: usize = 6, "characters", same 5..=8, witness "k06-table-note.pdf";

    // Frames.

    /// Height of letters above the baseline, as a share of the size.
    frame_letter_height: f32 = 0.7, "sizes", same 0.525..=0.875, witness "brief-wolvega.pdf";
    /// Boxes that share more than this of the lower one's height are printed over one another; the lines of one text
    /// share none, a raised mark and its word some .3.
    frame_shared: f32 = 0.5, "share of the height", same 0.375..=0.625, witness "brief-wolvega.pdf";
    /// And more than this along the line, in shares of the smaller size: three letters. Cells that overflow stay below.
    frame_along: f32 = 1.5, "sizes", same 1.125..=1.875, witness "brief-wolvega.pdf";
    /// The next line of a frame stands at most so far below, in shares of the size.
    frame_next_line: f32 = 3.0, "sizes", same 2.25..=3.75, witness "brief-wolvega.pdf";
    /// Type larger than the text under it by this factor is a stamp.
    stamp_size: f32 = 2.0, "sizes", same 1.5..=2.5, witness "brief-wolvega.pdf";

    // Furniture and notes.

    /// Heads and feet stand in the outer parts of the page, as a share of its height. Feet of the Handelingen stand at
    /// .93.
    furniture_zone: f32 = 0.15, "share of the height", same 0.135..=0.165, witness "ah-tk-19981999-2907.pdf";
    /// Blank between text and what is set apart from it, furniture or notes, as a share of the size: text lines are 1.15 to 1.5 apart.
    furniture_apart: f32 = 1.9, "sizes", same 1.425..=2.09, witness "k02-idem.pdf";
    /// Repeated lines may shift by so many points.
    furniture_shift: f32 = 4.0, "points", same 3.0..=5.0, witness "test layout::furniture::tests::furniture_repeats_in_its_place";
    /// Notes are set smaller than this share of the body where size has to tell (7/8.53, 8/9, 10/11 = .91).
    note_size: f32 = 0.95, "sizes of the body", same 0.95..=0.95, witness "k14-ad.pdf";
    /// Lines of the zone may be larger than its first by this share.
    note_same_size: f32 = 1.06, "sizes of the first line", same 1.06..=1.166, witness "kst-37214-9.pdf";
    /// Notes of neighbouring pages are set in one size, give or take so many points.
    note_same_type: f32 = 0.3, "points", same 0.225..=0.375, witness "test layout::a_note_runs_on_over_the_page_without_a_rule";
    /// The rule over notes is at least so wide. Word draws 144 points.
    note_rule_min: f32 = 15.0, "points", same 11.25..=18.75, witness "k03-timeline-frame.pdf";
    /// And at most so wide: what is wider is the rule of a table, or stands over notes that run on.
    note_rule_max: f32 = 0.6, "share of the column", same 0.45..=0.75, witness "kst-37251-5.pdf";
    /// The rule starts at the margin, give or take so many points.
    note_rule_edge: f32 = 8.0, "points", same 7.2..=10.0, witness "k03-box-foot.pdf";
    /// A rule so near below a line's foot underlines it, in shares of its size (Word and browsers draw it at .1 to .25).
    underline_below: f32 = 0.5, "sizes", same 0.4..=0.6, witness "k03-underlined.pdf";
    /// No letter has more notes in one series; a larger raised number is no mark.
    mark_max: u32 = 999, "number", same 749..=1249, witness "test layout::mark::tests::a_year_is_no_mark";

    // Paragraphs.

    /// Blank above a new paragraph, as a share of the usual distance between lines.
    paragraph_blank: f32 = 1.3, "line distances", same 1.3..=1.43, witness "groepen.pdf";
    /// Edges closer than this are the same, in points: of two lines, of a column and a rule beside it.
    same_edge: f32 = 1.5, "points", same 1.125..=1.875, witness "test layout::an_indented_line_begins_a_paragraph";
    /// Room that a line must leave beyond the next word before its end is an end by choice, in shares of the size.
    slack: f32 = 0.35, "sizes", same 0.2625..=0.4375, witness "standard.pdf";
    /// The same after a sentence: there an end is likely.
    slack_after_sentence: f32 = 0.08, "sizes", same 0.06..=0.1, witness "ah-tk-20232024-1949.pdf";
    /// Inside a sentence a line ends by choice where it leaves this share of the column.
    line_end_far: f32 = 0.3, "share of the column", same 0.27..=0.375, witness "k04-wide-heading.pdf";
    /// A word space, as a share of the size; in justified type a sentence that stops so far before the margin ends there.
    word_space: f32 = 0.26, "sizes", same 0.195..=0.325, witness "korte-lijst.pdf";
    /// A heading that stands alone takes less than this share of the column.
    heading_width_max: f32 = 0.6, "share of the column", same 0.6..=0.66, witness "k07-kerned-notes.pdf";
    /// How far a piece reaches above its baseline, where the font's own measure is unknown.
    ascent: f32 = 0.75, "sizes", same 0.75..=0.75, witness "ah-tk-19981999-2907.pdf";
    /// How far it reaches below.
    descent: f32 = 0.25, "sizes", same 0.25..=0.25, witness "ah-tk-19981999-2907.pdf";
    /// Widest gap inside a run, in points: a word space of justified 9 pt text stays below, a tab stop between two
    /// signatures (`brief-waterlijnen`: 30) or two columns does not.
    text_run_gap: f32 = 12.0, "points", same 12.0..=12.0, witness "brief-loketten.txt";

    // Tables.

    /// A cell of this width, in shares of its type's size, holds running text: some 20 letters.
    wide_cell: f32 = 11.0, "sizes", same 8.25..=13.75, witness "kst-36800-XII-52.pdf";
    /// The rules of a grid span this share of the column at least; the rule over notes spans a third.
    grid_span: f32 = 0.6, "share of the column", same 0.45..=0.75, witness "brief-drinkwater.pdf";
    /// A line without a gap that spans this share of a grid is text between two tables; cells span half at most.
    grid_text_span: f32 = 0.7, "share of the grid", same 0.525..=0.875, witness "brief-drinkwater.pdf";
    /// A vertical rule of a grid is drawn over this share of the longest: those of a table inside a cell end with it.
    grid_drawn: f32 = 0.5, "share of the longest rule", same 0.375..=0.625, witness "korte-lijst.pdf";
    /// A table without rules has so many rows with a gap in one place at least: fewer may be labels with their values.
    gap_rows: usize = 3, "rows", same 2..=4, witness "brief-waterlijnen.pdf";
    /// A table inside a cell may have so much blank around it, as a share of the size (23 points on 8 in
    /// `table-plain`).
    gap_inside: f32 = 6.0, "sizes", same 4.5..=7.5, witness "test layouts::layouts_by_typst_read_the_same";
    /// A number with text is wider than this; one that stands alone, and its mark, are not.
    numbered_text_min: f32 = 4.0, "sizes", same 3.0..=5.0, witness "test layout::rows_nearer_than_lines_are_rows";
    /// A word that begins within so many points of a cell's edge, begins the cell, however near the cell before comes.
    cell_edge: f32 = 1.0, "points", same 0.75..=1.25, witness "ah-tk-20252026-101.pdf";
    /// Two cells with a rule between them are farther apart than this: padding on both sides of it.
    cell_gap: f32 = 0.45, "sizes", same 0.45..=0.45, witness "test layout::a_heading_runs_over_ruled_cells";
    /// The least blank before such a word, as a share of the size: a narrow word space.
    cell_edge_gap: f32 = 0.2, "sizes", same 0.15..=0.25, witness "kst-37214-7.pdf";
    /// Rules closer than this are one, or meet as those of one table do, in points.
    rules_touch: f32 = 1.5, "points", same 1.125..=1.875, witness "k03-box-foot.pdf";
    /// The lines of one cell are closer than this share of the distance between rows.
    cell_wrapped: f32 = 0.92, "row distances", same 0.828..=1.15, witness "ah-tk-20252026-233.pdf";
    /// Blank between two rows where neither rules nor a first cell tell, as a share of the size.
    row_gap: f32 = 1.75, "sizes", same 1.3125..=2.1875, witness "ah-tk-20252026-233.pdf";

    // Hyphens.

    /// A document in which a smaller share of its full lines ends in a hyphen is not hyphenated: what stands there is
    /// the author's. Measured: .024 (`ah-tk-20232024-1292`) to .13 in hyphenated letters, .00 to .017 in others.
    hyphenated_share: f32 = 0.02, "share of the full lines", same 0.015..=0.025, witness "ah-tk-20232024-1786.pdf";
    /// Fewest full lines that tell: in so many a hyphenated document has two hyphens or more.
    hyphenation_lines: usize = 90, "lines", same 68..=113, witness "brief-drinkwater.pdf";
    /// A full line has so many characters; labels and cells are not set to a width.
    full_line: usize = 40, "characters", same 40..=40, witness "ah-tk-20232024-1292.pdf";
    /// A part of at most so many letters that is no word is an abbreviation (`ggz`, `mvo`, `hbo`).
    abbreviation_max: usize = 4, "letters", same 3..=4, witness "ah-tk-20252026-101.pdf";
    /// The other part is a whole word from so many letters on: shorter ones are syllables as well («webi-nar»).
    whole_word_min: usize = 4, "letters", same 3..=5, witness "test layout::hyphen::tests::authors_hyphens_stay";
    /// Behind a name or what is no word a listed word of so many letters stands for itself («Nibud-rapport»); a
    /// shorter one may end the name («Velder-mond»).
    noun_min: usize = 6, "letters", same 6..=7, witness "ah-tk-20252026-101.pdf";

    // Plain text.

    /// Most lines of a note; so many may stand above the first mark of its block, or end a page.
    plain_note_lines: usize = 6, "lines", same 5..=8, witness "test layout::plain::order::tests::a_mark_below_the_next_one_goes_above_its_text";
    /// Most lines of a note block: a page's head bears bare numbers too, far above.
    plain_block_lines: usize = 25, "lines", same 19..=31, witness "test layout::plain::order::tests::a_mark_below_the_next_one_goes_above_its_text";
    /// So many short lines in succession are the cells of a table or a side column, each printed on a line of its own;
    /// headings with a one-word answer stand three together at most.
    plain_short_run: usize = 4, "lines", same 4..=4, witness "brief-loketten.txt";
    /// A line of fewer characters is short; the text is 60 to 95 wide.
    plain_short: usize = 30, "characters", same 30..=30, witness "brief-loketten.txt";
    /// What a blank line counts as, in points.
    plain_blank: f32 = 10.0, "points", same 10.0..=10.0, witness "no-header.pdf";
    /// A line that ends before this share of the text's width, with room for the next word, ends its paragraph. Full
    /// lines of proportional type vary by a tenth in characters (`brief-aandachtsgroepen.txt`: 66 to 76).
    plain_surely_short: f32 = 0.8, "share of the width", same 0.8..=0.8, witness "brief-aandachtsgroepen.txt";
    /// Longest heading, as share of the width.
    plain_heading: f32 = 0.7, "share of the width", same 0.7..=0.7, witness "no-header.pdf";
    /// Lines below which a text is too short to tell how wide it is set; it counts as set to a usual width.
    plain_short_text: usize = 20, "lines", same 20..=20, witness "bodies.txt: aanhangsel of 1997: answers grouped over a gap, the sources at the end";
    /// The usual width, in characters.
    plain_usual_width: f32 = 60.0, "characters", same 60.0..=66.0, witness "bodies.txt: aanhangsel of 1997: answers grouped over a gap, the sources at the end";
    /// Share of the lines of a text below a blank line above which blank lines are what parts its paragraphs.
    plain_blanks_part: f32 = 0.06, "share of the lines", same 0.06..=0.06, witness "brief-aandachtsgroepen.txt";
    /// Successive lines that another page bears in the same words are its side column: one line may repeat by accident
    /// («Antwoord», «Ja.»), so many do not.
    plain_repeated: usize = 3, "lines", same 3..=3, witness "no-header.pdf";
    /// Blanks that part two columns; prose and `-layout` justification show at most two.
    plain_gap: usize = 3, "blanks", same 3..=3, witness "brief-loketten.txt";
    /// Leftmost character at which a side column begins; text columns of letters are 70 to 90 characters wide.
    plain_side_start: usize = 60, "characters", same 60..=60, witness "no-header.pdf";
    /// How far the first bare mark of a block may be ahead: `pdftotext` prints two marks of one block in exchanged
    /// order.
    plain_out_of_order: u32 = 2, "marks", same 1..=3, witness "test layout::plain::notes::tests::a_first_mark_is_ahead_by_one_at_most";
}
