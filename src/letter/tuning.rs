//! The thresholds of reading letters; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "letter";

    // The head.

    /// Among the first paragraphs of the body the head of a document stands.
    head_paragraphs: usize = 14, "paragraphs", same 11..=18, witness "test fronts::letters_say_who_asks_and_who_answers";
    /// Words of the line that gives a paper's number, where the title stands in the next paragraph.
    number_alone_words_max: usize = 2, "words", same 1..=3, witness "k05-control.pdf";
    /// A paragraph that names a committee's chair or clerk is shorter than this, or it is prose about them.
    clerk_max: usize = 120, "bytes", same 90..=150, witness "kst-37251-5.pdf";

    // People.

    /// Most words of a bracket that names a party or group: «Groep Van Haga».
    party_words_max: usize = 4, "words", same 3..=5, witness "test letter::front::people::tests::a_bracket_that_is_no_party";
    /// Most digits in the name of a party: «50PLUS», «D66»; a reference has more.
    party_digits_max: usize = 2, "digits", same 2..=3, witness "test letter::front::people::tests::a_bracket_that_is_no_party";
    /// The name of a ministry in capitals that is no longer than this is an abbreviation, and stays as it is printed.
    capitals_max: usize = 5, "bytes", same 4..=6, witness "fronts.txt: brief: on behalf of several, in capitals, a comma at each line";
    /// An abbreviation in brackets behind a ministry's name is no longer than this.
    abbreviation_max: usize = 8, "bytes", same 6..=10, witness "fronts.txt: brief: side column, a state secretary, an abbreviation after the office";
    /// Longest line that may be a name.
    name_max: usize = 60, "characters", same 45..=75, witness "brief-drinkwater.pdf";
    /// Most words of a name, particles and titles among them.
    name_words_max: usize = 8, "words", same 6..=10, witness "brief-veerdienst.pdf";
    /// Lines that an office may take below a signature.
    office_lines: usize = 3, "lines", same 2..=4, witness "brief-waterlijnen.pdf";

    // Numbers of questions.

    /// Most numbers that a range may stand for: one answer to more questions than this does not occur, a year read as
    /// the end of a range would.
    range_max: u32 = 100, "questions", same 75..=125, witness "test letter::number::tests::a_range_is_no_longer_than_a_list";
    /// Most digits of a question number: lists of questions run to some 400.
    digits_max: usize = 3, "digits", same 3..=4, witness "kst-37188-12.pdf";
    /// Largest step in a chain of numbers that costs nothing: lists with withdrawn questions skip one or two.
    step_max: u32 = 3, "numbers", same 2..=4, witness "test letter::numbered::tests::a_chain_takes_questions_and_small_steps";
    /// Largest step at all: an excerpt of a list leaves out whole chapters, yet a page number among them is no
    /// question.
    step_limit: u32 = 40, "numbers", same 30..=50, witness "test letter::numbered::tests::a_chain_takes_questions_and_small_steps";
    /// What a larger step costs: less than a question that asks is worth, more than an item that does not.
    step_cost: u32 = 2, "worth", same 1..=3, witness "test letter::numbered::tests::a_chain_takes_questions_and_small_steps";
    /// What a member of a chain that asks nothing is worth.
    silent_worth: u32 = 1, "worth", same 1..=2, witness "k14-two-lists.pdf";
    /// What a member of a chain that asks something is worth.
    asking_worth: u32 = 4, "worth", same 3..=5, witness "test letter::numbered::tests::a_chain_takes_questions_and_small_steps";
    /// Share of a chain's members that must ask something; in the corpus and in real lists nearly all do, in a letter
    /// with numbered measures none.
    asking_min: f32 = 0.6, "share", same 0.45..=0.6, witness "k14-two-lists.pdf";
    /// The same in a document that calls itself a list of questions: «Noem de cijfers per jaar.» asks too.
    asking_min_in_list: f32 = 0.3, "share", same 0.225..=0.375, witness "kst-36800-XII-52.pdf";
    /// Fewest members of a chain in a letter that is no list and heads no answers: two items could be anything.
    chain_min: usize = 3, "questions", same 3..=4, witness "k08-heading-rows.pdf";
    /// Fewest members of a chain that begins late in a letter that is no list: an excerpt, not a paragraph's number.
    late_chain_min: usize = 4, "questions", same 3..=5, witness "test letter::numbered::tests::a_list_that_begins_late_is_longer";

    // Explaining the letter.

    /// Fewest labels of one wording that are a family.
    family_min: usize = 3, "labels", same 3..=3, witness "bodies.txt: brief: labels of any wording that count";
    /// Most words of a label that bears a number: «Antwoord van de minister op vraag 3».
    label_words_max: usize = 9, "words", same 9..=9, witness "bodies.txt: brief: labels of any wording that count";
    /// Most words of a label without a number.
    bare_label_words_max: usize = 4, "words", same 4..=4, witness "bodies.txt: brief: labels of any wording that count";
    /// Most words of a label that counts for something where it comes back and heads nothing: «Reactie minister».
    bare_words_max: usize = 2, "words", same 2..=4, witness "bodies.txt: brief: a word that comes back heads the answers";
    /// How much more an explanation must be worth to take the place of the usual one, by the weights of the signs.
    explanation_gain: f32 = 0.4, "worth", same 0.4..=0.4, witness "bodies.txt: brief: labels of any wording that count";
    /// An explanation that is worth so little less is nearly as good.
    explanation_margin: f32 = 0.5, "worth", same 0.5..=0.5, witness "bodies.txt: brief: labels of any wording that count";

    // Answers without a heading.

    /// Share of the question in its type, and of the answer not in it: emphasis inside either is the rest.
    question_type_share: f32 = 0.8, "share", same 0.6..=1.0, witness "k14-bold.pdf";

    // The audit.

    /// So many paragraphs that end asking, and no question, are a contradiction.
    asking_sentences: usize = 3, "paragraphs", same 3..=3, witness "test audit::asking_letters_without_questions";
    /// Share of the words among the pairs that stand in a pair with question and answer.
    explained_min: f32 = 0.8, "share", same 0.8..=0.8, witness "test audit::text_between_pairs_is_missed";
    /// Questions that ask to their end, or answers, from which on one that is otherwise is told apart.
    asking_questions: usize = 3, "questions", same 3..=3, witness "test audit::one_that_is_otherwise";
    /// And their share.
    asking_share: f32 = 0.6, "share", same 0.6..=0.6, witness "test audit::one_that_is_otherwise";
    /// Numbers that count up and head nothing: fewer may be measures.
    numbered_min: usize = 5, "numbers", same 5..=5, witness "test audit::numbers_that_head_nothing";
    /// And the share of the letter through which they go on.
    numbered_share: f32 = 0.5, "share", same 0.5..=0.5, witness "test audit::numbers_that_head_nothing";

    // Titles between answers, and headings.

    /// Longest paragraph that may be a title between two answers.
    title_max: usize = 160, "bytes", same 144..=200, witness "k04-wide-heading.pdf";
    /// Share of such a title that is in its type.
    title_type_min: f32 = 0.9, "share", same 0.675..=0.99, witness "k04-wide-heading.pdf";
    /// Longest heading: the fullest of a verslag, with a list of fractions, stay below; a paragraph that ends in no
    /// punctuation is longer.
    heading_max: usize = 160, "bytes", same 120..=200, witness "k09-toelichting.pdf";
    /// Share of a heading's characters that are in its type.
    heading_type_share: f32 = 0.9, "share", same 0.675..=1.125, witness "brief-waterlijnen.pdf";
    /// A heading that is larger than the text below it is larger by more than this.
    heading_larger: f32 = 1.0, "points", same 0.75..=1.25, witness "kst-37214-7.pdf";
    /// Shortest paragraph that a heading without type of its own may stand above: a line of prose, no cell.
    prose_min: usize = 60, "bytes", same 45..=66, witness "bodies.txt: brief: a letter with a list of measures and a table of questions asked earlier";
    /// Words of a line that gives place and day, and is no heading: «Den Haag, 24 april 2018».
    dated_words_max: usize = 6, "words", same 5..=8, witness "bodies.txt: schriftelijk overleg of the Eerste Kamer";
}
