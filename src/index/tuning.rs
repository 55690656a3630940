//! The thresholds of the index; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "index";

    // Publications and cases.

    /// From this length on an answer is told apart by itself. Of the 1,017 questions of the retrieval set 4 are asked
    /// in several letters, in up to 217 letters and digits; the longest answer that two of them share has 2 («Ja»), the
    /// longest that any two letters share 22.
    telling_answer: usize = 80, "letters and digits", same 60..=100, witness "retrieval: q3045";
    /// From this length on a question is evidence for a case, with others of the letter (61: the second longest
    /// question that unlike letters of the retrieval set share).
    telling_question: usize = 40, "letters and digits", same 30..=50, witness "test index::entries::publications::tests::long_questions_are_evidence_for_a_case";

    // Stems.

    /// Letters that a word must have more than for an ending to be taken off on the word list's word alone.
    verb_min: usize = 3, "letters", same 3..=3, witness "retrieval: q16619";
    /// Letters that a name must have more than to be told by its inflected form.
    name_min: usize = 6, "letters", same 5..=8, witness "retrieval: q4135";
}
