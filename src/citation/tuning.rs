//! The thresholds of finding citations; what a row is, and what is none, is said in [`crate::tuning`].

crate::tuning::table! {
    stage "citation";

    /// The most documents that a short form may leave open. A note that cites more is a survey, of which none is
    /// likeliest.
    open_max: usize = 6, "documents", same 5..=8, witness "test citations::short_forms_are_bound";
    /// The most elements of one head; the longest in print has 6 («Tweede Kamer der Staten-Generaal, vergaderjaar
    /// 2003–2004, Aanhangsel van de Handelingen, II, …»).
    head_elements_max: usize = 12, "elements", same 9..=15, witness "citations.txt:312";
    /// The most dossiers of one citation: eight are the most in print (laws that are debated together).
    dossiers_max: usize = 20, "dossiers", same 15..=25, witness "spellings.tsv:375";
    /// The longest title of a paper that stands between dossier and number: titles of budgets have 60 to 110.
    title_max: usize = 160, "characters", same 120..=200, witness "spellings.tsv:355";
    /// The most pages of one debate: budget debates run over some 150.
    debate_pages_max: u16 = 300, "pages", same 225..=375, witness "test citations::table_of_texts";
    /// A session has had at most 120 meetings: what is higher after a dash is a page.
    meetings_max: u16 = 200, "meetings", same 150..=250, witness "test citations::table_of_texts";
}
