//! The thresholds of the word lists; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "lexicon";

    // Compounds: what it costs to divide a word, as `ln` of how unlikely that is.

    /// Added to each count: what is listed and in no listed compound is rare as a part, not impossible.
    unseen: f64 = 0.3, "compounds", same 0.3..=0.33, witness "retrieval: q9075";
    /// The cost at which a listed word stays whole: `ln` of the number of words (12.8), and a margin.
    whole: f64 = 20.3, "cost", same 20.3..=20.3, witness "retrieval: sprinklerinstallatie";
    /// The same for a word that is itself a part: «bedrijf» in «bedrijfsbezoek» is no «bed».
    whole_part: f64 = 16.8, "cost", same 16.8..=16.8, witness "retrieval: stikstofproblematiek";
    /// The cost above which a word that is not listed stays whole: two unseen parts.
    unlisted: f64 = 25.0, "cost", same 25.0..=31.25, witness "retrieval: q8936";
    /// The cost of a linking s.
    link_s: f64 = 1.0, "cost", same 0.75..=1.25, witness "retrieval: q19823";
    /// The cost of a linking en or er.
    link_en: f64 = 3.0, "cost", same 2.25..=3.0, witness "retrieval: kinderartsen";
    /// The cost of a linking e.
    link_e: f64 = 4.0, "cost", same 3.0..=5.0, witness "retrieval: q21518";
    /// The cost of a part of three letters: such are found in longer words by chance.
    short_part: f64 = 1.5, "cost", same 1.35..=1.5, witness "retrieval: q25015";
    /// In how many listed compounds a word must be last to be told after a first part that nobody listed
    /// («covidklachten»).
    last_count_min: f64 = 15.0, "compounds", same 11.25..=15.0, witness "retrieval: quantumdreiging";
    /// Fewest letters of such a last part.
    last_min: usize = 5, "letters", same 5..=5, witness "retrieval: zorgers";

    // Abbreviations.

    /// Fewest letters of an abbreviation with capitals that is understood without them.
    small_abbreviation_min: usize = 3, "letters", same 2..=4, witness "test lexicon::abbreviations::tests::abbreviations_lead_to_names_and_back";
}
