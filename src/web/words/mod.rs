//! All that the pages say of themselves, in Dutch and English.
//!
//! **Invariant:** every word of ours stands here, once, in both languages; what a letter says is never translated.

mod named;
mod sentences;

use crate::record::Language;

pub(in crate::web) use named::within;
pub(in crate::web) use sentences::sentence;

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct Words(pub(in crate::web) Language);

/// Words without arguments: the name, Dutch, English.
macro_rules! words {
    ($($name:ident: $dutch:literal, $english:literal;)*) => {
        impl Words {
            $(pub(in crate::web) fn $name(self) -> &'static str { self.pick($dutch, $english) })*
        }
    };
}

words! {
    // The frame.
    skip: "Naar de inhoud", "Skip to content";
    skip_to_answers: "Naar de antwoorden", "Skip to the answers";
    search_label: "Zoekwoorden, een hele vraag of een Kamerstuk", "Words, a whole question or a Kamerstuk";
    search: "Zoek", "Search";
    asked_before: "Al eerder gevraagd?", "Asked before?";
    help: "Uitleg", "Help";
    about: "Over vraagbaak", "About vraagbaak";
    home: "Naar de startpagina", "To the home page";
    main_menu: "Hoofdmenu", "Main menu";
    other_language: "English", "Nederlands";
    accessibility: "Toegankelijkheid", "Accessibility";
    upload: "Brieven toevoegen", "Add letters";
    disclaimer: "Vraagbaak is geen website van de overheid. De tekst is door een programma uit de pdf gelezen. Controleer een citaat altijd in de bron.",
        "Vraagbaak is no government website. A program has read the text from the PDF. Always check a quotation against the source.";
    // The start.
    tagline: "Zoek in antwoorden op Kamervragen", "Search the answers to parliamentary questions";
    promise: "Elke vraag met het antwoord, de noten en de Kamerstukken, uit de brieven van ministers en staatssecretarissen.",
        "Every question with its answer, notes and Kamerstukken, from the letters of Dutch ministers and state secretaries.";
    for_example: "Bijvoorbeeld", "For example";
    asked_before_lead: "Plak uw conceptvragen. U ziet per vraag welke eerdere vragen erop lijken en wat het antwoord was.",
        "Paste your draft questions. For each you see earlier questions like it, and what was answered.";
    compare_yours: "Vergelijk uw vragen", "Compare your questions";
    where_is_it: "Waar staat dit Kamerstuk?", "Who cites this Kamerstuk?";
    any_notation: "Elke schrijfwijze mag: 32 847, nr. 808 of kst-32847-808 of 36 200 VII, 12. Een heel dossier mag ook.",
        "Any notation will do: 32 847, nr. 808 or kst-32847-808 or 36 200 VII, 12. A whole dossier, too.";
    find_paper: "Zoek Kamerstuk", "Find Kamerstuk";
    newest_answers: "Nieuwste antwoorden", "Newest answers";
    often_cited: "Vaak aangehaald", "Often cited";
    per_ministry: "Vragen per ministerie", "Questions per ministry";
    no_numbered_questions: "geen genummerde vragen", "no numbered questions";
    empty_index: "Er zijn nog geen brieven", "There are no letters yet";
    empty_index_hint: "Start het programma met een map met pdf’s:", "Start the program with a folder of PDFs:";
    // Search.
    order: "Volgorde:", "Order:";
    by_relevance: "Best passend", "Best match";
    newest: "Nieuwste", "Newest";
    oldest: "Oudste", "Oldest";
    filters: "Filters", "Filters";
    close_filters: "Sluit filters", "Close filters";
    clear_filters: "Wis alle filters", "Clear all filters";
    date_of_answer: "Datum van het antwoord", "Date of the answer";
    since: "van", "from";
    until: "tot en met", "up to and including";
    date_hint: "Zoals 2023-01", "Such as 2023-01";
    apply_date: "Pas datum toe", "Apply date";
    follow_or_download: "Volg of download", "Follow or download";
    follow_new: "Volg nieuwe antwoorden (Atom)", "Follow new answers (Atom)";
    csv_rows: "CSV, één rij per vraag (ten hoogste 1.000)", "CSV, one row a question (at most 1,000)";
    ndjson_rows: "NDJSON, één antwoord per regel (ten hoogste 1.000)", "NDJSON, one answer a line (at most 1,000)";
    previous: "Vorige", "Previous";
    next: "Volgende", "Next";
    pages_of_results: "Bladeren", "Pages of results";
    answer_label: "Antwoord:", "Answer:";
    note_label: "Noot:", "Note:";
    no_answer_here: "Geen antwoord in deze brief.", "No answer in this letter.";
    relaxed: "Geen enkel antwoord heeft alle woorden. Deze hebben de meeste.", "No answer has all the words. These have most of them.";
    did_you_mean: "Bedoelde u", "Did you mean";
    what_to_try: "Wat u kunt proberen", "What you can try";
    try_fewer: "Gebruik minder woorden. Alle woorden moeten in één vraag met antwoord staan.",
        "Use fewer words. All words must stand in one question with its answer.";
    try_or: "Zet OF tussen woorden als één ervan genoeg is:", "Put OF between words if one of them is enough:";
    try_prefix: "Zoek op het begin van een woord met een sterretje:", "Search for the beginning of a word with an asterisk:";
    try_asked: "Plak een hele vraag bij", "Paste a whole question at";
    filter_is_on: "Er staat een filter aan", "A filter is on";
    also_in: "Ook gepubliceerd als", "Also published as";
    answered_since: "Inmiddels beantwoord:", "Answered since:";
    rest_was_used: "De rest van uw zoekopdracht is wel gebruikt.", "The rest of your query was used.";
    // A letter.
    asked_by: "Gevraagd door", "Asked by";
    answered_by: "Beantwoord door", "Answered by";
    on_behalf_of: "Mede namens", "Also on behalf of";
    see_also: "Zie ook", "See also";
    trust: "Betrouwbaarheid", "Trust";
    official_document: "Officieel document", "Official document";
    download: "Download", "Download";
    open_pdf: "Open pdf", "Open PDF";
    pdf_file: "De pdf", "The PDF";
    clickable_pdf: "Pdf met klikbare verwijzingen", "PDF with clickable references";
    letter_as_json: "De brief als JSON", "The letter as JSON";
    pairs_as_csv: "De vragen en antwoorden als CSV", "Questions and answers as CSV";
    letter_as_markdown: "De brief als Markdown", "The letter as Markdown";
    back_to_results: "Terug naar de zoekresultaten", "Back to the results";
    text_view: "Tekst", "Text";
    pdf_view: "Tekst met pdf", "Text with PDF";
    view: "Weergave", "View";
    question_list: "Vragen in deze brief", "Questions in this letter";
    answer: "Antwoord", "Answer";
    notes: "Noten", "Notes";
    copy_citation: "Kopieer verwijzing", "Copy citation";
    copy_text: "Kopieer tekst", "Copy text";
    copy_hint: "Klik in het vak en druk op Ctrl+C (Mac: ⌘C).", "Click in the box and press Ctrl+C (Mac: ⌘C).";
    copied: "Gekopieerd", "Copied";
    copy_failed: "Kopiëren lukt hier niet.", "Copying does not work here.";
    doubt_in_citation: "Let op: onze lezing van dit antwoord is onzeker. Vergelijk met de pdf.",
        "Note: our reading of this answer is uncertain. Compare it with the PDF.";
    show_in_pdf: "Toon in de pdf", "Show in the PDF";
    similar_questions: "Vergelijkbare vragen", "Similar questions";
    running_text: "Andere tekst", "Other text";
    front_text: "Aanhef", "Opening";
    whole_page: "Hele pagina", "Whole page";
    other_files: "Andere bestanden van deze brief", "Other files of this letter";
    case_number: "Zaaknummer", "Case number";
    parts_of_letter: "Delen van deze brief", "Parts of this letter";
    close: "Sluit", "Close";
    mededeling_notice: "Mededeling: deze brief heeft geen antwoorden", "Mededeling: this letter has no answers";
    pdf_changed: "Het bestand is veranderd sinds deze brief is gelezen. Daarom tonen wij de plaats niet.",
        "The file has changed since this letter was read. So we do not show the place.";
    pdf_gone: "Het bestand van deze brief is er niet meer.", "The file of this letter is gone.";
    no_pdf: "Deze brief is uit een tekstbestand gelezen. Er is geen pdf bij.", "This letter was read from a text file. It has no PDF.";
    // Trust.
    trust_title: "Hoe betrouwbaar is deze lezing?", "How far can this reading be trusted?";
    trust_lead: "Een programma heeft de pdf gelezen. Hier staat wat goed ging en wat u zelf moet nakijken.",
        "A program has read the PDF. Here is what went well and what you should check yourself.";
    uncertain: "Onze lezing is onzeker", "Our reading is uncertain";
    note_well: "Let op", "Note";
    no_doubt: "Geen twijfel", "No doubt";
    check_this: "Kijk dit na", "Check this";
    so_it_stands: "Zo staat het in de brief", "So it stands in the letter";
    so_it_stands_lead: "Hier twijfelen wij niet. De brief zelf is op dit punt bijzonder.",
        "Here we have no doubt. The letter itself is unusual at this point.";
    all_citations: "Alle verwijzingen", "All references";
    as_printed: "In de brief", "In the letter";
    read_as: "Gelezen als", "Read as";
    left_out: "Wat buiten de tekst is gelaten", "What was left out of the text";
    left_out_lead: "Dit staat op de bladzijden, maar niet in een vraag, antwoord, noot of ander deel van de brief. Er wordt niet in gezocht.",
        "This stands on the pages, but in no question, answer, note or other part of the letter. It is not searched.";
    left_out_because: "Wat het is", "What it is";
    place: "Plaats", "Place";
    nothing_to_check: "Er is niets om na te kijken.", "There is nothing to check.";
    no_citations: "Deze brief verwijst nergens naar.", "This letter refers to nothing.";
    questions: "Vragen", "Questions";
    answers: "Antwoorden", "Answers";
    citations: "Verwijzingen", "References";
    glyphs_and_scans: "Tekens en scans", "Characters and scans";
    all_readable: "alles leesbaar, geen scan", "all readable, no scan";
    // A Kamerstuk or dossier.
    where_does_it_stand: "Waar staat het?", "Where does it stand?";
    same_dossier: "Uit hetzelfde dossier", "From the same dossier";
    cited_with: "Samen aangehaald met", "Cited together with";
    cited_by_none: "Geen enkele brief in deze index haalt dit Kamerstuk aan.", "No letter in this index cites this Kamerstuk.";
    neighbours_do: "Deze stukken uit hetzelfde dossier wel:", "These papers of the same dossier are cited:";
    per_year: "Aanhalingen per jaar", "Citations per year";
    as_table: "Toon als tabel", "Show as a table";
    year: "Jaar", "Year";
    times: "Aantal", "Number";
    follow: "Volg (Atom)", "Follow (Atom)";
    papers_of_dossier: "Stukken uit dit dossier", "Papers of this dossier";
    outside_pairs: "buiten de vragen en antwoorden", "outside questions and answers";
    may_mean: "kan meer dan één ding betekenen. Kies:", "can mean more than one thing. Choose:";
    other_reading: "Dit is niet de waarschijnlijkste lezing van deze verwijzing.", "This is not the likeliest reading of this reference.";
    // Asked before.
    your_drafts: "Uw conceptvragen", "Your draft questions";
    drafts_hint: "Eén vraag per regel, of genummerd. Wij bewaren uw tekst niet.", "One question a line, or numbered. We do not keep your text.";
    compare: "Vergelijk", "Compare";
    no_match: "Geen vraag gevonden die hierop lijkt", "No question like this was found";
    near_same: "Bijna gelijk", "Almost the same";
    alike: "Lijkt erop", "Much alike";
    touches: "Raakt eraan", "Touches on it";
    shared_words: "Gelijk:", "Shared:";
    download_markdown: "Download als Markdown", "Download as Markdown";
    // Upload.
    choose_pdfs: "Kies pdf’s", "Choose PDFs";
    upload_lead: "Kies een of meer pdf’s of sleep ze hierheen. U ziet eerst wat het programma leest. Daarna voegt u ze toe.",
        "Choose one or more PDFs or drop them here. First you see what the program reads. Then you add them.";
    read_them: "Lees", "Read";
    to: "aan", "to";
    nothing_of_dossier: "Ook uit hetzelfde dossier wordt in deze index niets aangehaald.", "Nothing of the same dossier is cited in this index, either.";
    none_found: "niet gevonden", "not found";
    add_to_index: "Voeg toe aan de index", "Add to the index";
    busy: "Bezig", "Busy";
    discard: "Niet toevoegen", "Do not add";
    added: "Toegevoegd aan de index.", "Added to the index.";
    // Errors.
    not_found: "Deze pagina kennen wij niet", "We do not know this page";
    our_fault: "Er ging iets mis bij ons", "Something went wrong on our side";
    try_again: "Probeer het opnieuw. Blijft het misgaan? Geef dit nummer door:", "Try again. Does it go wrong again? Pass on this number:";
    bad_request: "Dit begrijpen wij niet", "We do not understand this";
    no_index_yet: "Er is nog geen index", "There is no index yet";
}

impl Words {
    pub(in crate::web) fn pick<T>(self, dutch: T, english: T) -> T {
        match self.0 {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }

    /// A number with its thousands apart.
    pub(in crate::web) fn number(self, number: usize) -> String {
        let digits = number.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(self.pick('.', ','));
            }
            text.push(digit);
        }
        text
    }

    /// «1 vraag», «12 vragen».
    fn count(self, number: usize, dutch: [&str; 2], english: [&str; 2]) -> String {
        let words = self.pick(dutch, english);
        format!("{} {}", self.number(number), words[usize::from(number != 1)])
    }

    /// «4, 5 en 6».
    fn list(self, items: &[impl ToString]) -> String {
        let items: Vec<String> = items.iter().map(ToString::to_string).collect();
        match items.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => format!("{} {} {last}", before.join(", "), self.pick("en", "and")),
        }
    }

    pub(in crate::web) fn answers_count(self, number: usize) -> String {
        self.count(number, ["antwoord", "antwoorden"], ["answer", "answers"])
    }

    pub(in crate::web) fn questions_count(self, number: usize) -> String {
        self.count(number, ["vraag", "vragen"], ["question", "questions"])
    }

    pub(in crate::web) fn notes_count(self, number: usize) -> String {
        self.count(number, ["noot", "noten"], ["note", "notes"])
    }

    pub(in crate::web) fn citations_count(self, number: usize) -> String {
        self.count(number, ["verwijzing", "verwijzingen"], ["reference", "references"])
    }

    pub(in crate::web) fn letters_count(self, number: usize) -> String {
        self.count(number, ["brief", "brieven"], ["letter", "letters"])
    }

    pub(in crate::web) fn places_count(self, number: usize) -> String {
        self.count(number, ["plaats", "plaatsen"], ["place", "places"])
    }

    pub(in crate::web) fn times_count(self, number: usize) -> String {
        self.count(number, ["keer", "keer"], ["time", "times"])
    }
}

/// A text with a capital at its beginning.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
