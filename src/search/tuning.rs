//! The thresholds of search; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "search";

    // Ranking: what was measured to be best on the retrieval sets; `cargo bench --bench ranking` tries other values.

    /// Weight of a whole word.
    stem_weight: f32 = 0.5, "weight", same 0.5..=0.5, witness "retrieval: q3801";
    /// Weight of the parts of compounds, and of words that are none, in the field of parts.
    parts_weight: f32 = 1.0, "weight", same 1.0..=1.0, witness "retrieval: q8936";
    /// Weight of words in the notes of a pair; those in question and answer as one text weigh 1.
    note_weight: f32 = 0.5, "weight", same 0.375..=0.625, witness "test search::words_of_question_and_answer_count_most";
    /// Weight of words in the title of a pair's letter.
    title_weight: f32 = 0.5, "weight", same 0.375..=0.625, witness "test search::words_of_question_and_answer_count_most";
    /// Weight of an abbreviation beside the name that was typed, and of a full name, as one phrase, beside the
    /// abbreviation: less than what was typed itself.
    also_weight: f32 = 0.5, "weight", same 0.375..=0.625, witness "retrieval: recall@10";
    /// How often a word of a draft question counts at most.
    repeated_max: usize = 1, "times", same 1..=1, witness "retrieval: q18868";

    // Earlier questions.

    /// From where on two questions are one, some words aside. A question that lost every fourth word is at .69 or more
    /// of itself (98 % of 80), half a question at .54 (75 %); the 150 reworded questions reach .52, other questions
    /// .58.
    near_same: f32 = 0.6, "likeness", same 0.45..=0.75, witness "retrieval: reworded:95";
    /// From where on an earlier question may well ask the same: of 150 reworded questions 94 have their original there,
    /// among 103 others in all their first tens; of all pairs that share any word .3 % lie there.
    alike: f32 = 0.15, "likeness", same 0.1125..=0.1875, witness "retrieval: reworded:3";
    /// From where on two questions are about the same: 123 of the 150 originals lie there, and 4 % of what shares any
    /// word.
    touches: f32 = 0.08, "likeness", same 0.06..=0.1, witness "retrieval: reworded:2";
    /// The share of the questions below which a word gets no rarer: nearness keeps its meaning as an index grows beyond
    /// the thousand pairs on which it was measured.
    rarest: f32 = 0.001, "share of the questions", same 0.00075..=0.00125, witness "retrieval: reworded:6";

    // Other spellings.

    /// Fewest letters of a word that is corrected: of shorter ones too many others are near.
    corrected_min: usize = 4, "letters", same 3..=5, witness "retrieval: q18868 misspelt";
    /// Fewest letters of a word in which two letters may be wrong.
    corrected_twice_min: usize = 8, "letters", same 6..=10, witness "retrieval: q16341 misspelt";
    /// Fewest letters of the name of a party or a ministry that is corrected: of those there are few.
    corrected_name_min: usize = 3, "letters", same 2..=4, witness "test words::names_are_corrected_in_their_fields";
    /// Fewest letters of the two words as which a compound is spelt: nobody writes «wis kunde».
    piece_min: usize = 4, "letters", same 3..=5, witness "test search::compile::expand::tests::phrases_are_spelt_with_and_without_hyphens";
}
