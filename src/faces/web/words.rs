//! A language comes in; all that the pages say of themselves goes out.
//!
//! **Invariant:** every word of ours stands here, once, in both languages; what a letter says is never translated.

use jiff::civil::Date;

use super::failure::Failure;
use super::text::{label, named};
use crate::citation::Citation;
use crate::record::{Kind, Language, Number, Relation};
use crate::search::{Facet, Reason, Strength, ministry_name};

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Words(pub(super) Language);

/// Words without arguments: the name, Dutch, English.
macro_rules! words {
    ($($name:ident: $dutch:literal, $english:literal;)*) => {
        impl Words {
            $(pub(super) fn $name(self) -> &'static str { self.pick($dutch, $english) })*
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
    from: "van", "from";
    until: "tot en met", "up to and including";
    date_hint: "Zoals 2023-01", "Such as 2023-01";
    apply_date: "Pas datum toe", "Apply date";
    follow_or_download: "Volg of download", "Follow or download";
    follow_new: "Volg nieuwe antwoorden (Atom)", "Follow new answers (Atom)";
    csv_rows: "CSV, één rij per vraag", "CSV, one row a question";
    ndjson_rows: "NDJSON, één antwoord per regel", "NDJSON, one answer a line";
    previous: "Vorige", "Previous";
    next: "Volgende", "Next";
    pages_of_results: "Bladeren", "Pages of results";
    answer_label: "Antwoord:", "Answer:";
    question_label: "Vraag:", "Question:";
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
    remove_the_filter: "Verwijder het filter", "Remove the filter";
    also_in: "Ook gepubliceerd als", "Also published as";
    answered_since: "Inmiddels beantwoord:", "Answered since:";
    rest_was_used: "De rest van uw zoekopdracht is wel gebruikt.", "The rest of your query was used.";
    year_derived: "afgeleid van de datum", "derived from the date";
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
    one_note: "Noot", "Note";
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
    everything_about: "Alles over dit Kamerstuk", "Everything about this Kamerstuk";
    close: "Sluit", "Close";
    mededeling_notice: "Mededeling: deze brief heeft geen antwoorden", "Mededeling: this letter has no answers";
    pdf_changed: "Het bestand is veranderd sinds deze brief is gelezen. Daarom tonen wij de plaats niet.",
        "The file has changed since this letter was read. So we do not show the place.";
    pdf_gone: "Het bestand van deze brief is er niet meer.", "The file of this letter is gone.";
    from_text_file: "Deze brief is uit een tekstbestand gelezen. Er is geen pdf bij.", "This letter was read from a text file. It has no PDF.";
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
    search_loose_words: "Zoek op losse woorden", "Search for the words";
    nothing_typed: "Plak eerst een of meer vragen.", "Paste one or more questions first.";
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
    letter_not_found: "Deze brief kennen wij niet.", "We do not know this letter.";
    our_fault: "Er ging iets mis bij ons", "Something went wrong on our side";
    try_again: "Probeer het opnieuw. Blijft het misgaan? Geef dit nummer door:", "Try again. Does it go wrong again? Pass on this number:";
    bad_request: "Dit begrijpen wij niet", "We do not understand this";
    no_index_yet: "Er is nog geen index", "There is no index yet";
}

impl Words {
    fn pick<T>(self, dutch: T, english: T) -> T {
        match self.0 {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }

    /// A number with its thousands apart.
    pub(super) fn number(self, number: usize) -> String {
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

    pub(super) fn answers_count(self, number: usize) -> String {
        self.count(number, ["antwoord", "antwoorden"], ["answer", "answers"])
    }

    pub(super) fn questions_count(self, number: usize) -> String {
        self.count(number, ["vraag", "vragen"], ["question", "questions"])
    }

    pub(super) fn notes_count(self, number: usize) -> String {
        self.count(number, ["noot", "noten"], ["note", "notes"])
    }

    pub(super) fn citations_count(self, number: usize) -> String {
        self.count(number, ["verwijzing", "verwijzingen"], ["reference", "references"])
    }

    pub(super) fn letters_count(self, number: usize) -> String {
        self.count(number, ["brief", "brieven"], ["letter", "letters"])
    }

    pub(super) fn places_count(self, number: usize) -> String {
        self.count(number, ["plaats", "plaatsen"], ["place", "places"])
    }

    pub(super) fn times_count(self, number: usize) -> String {
        self.count(number, ["keer", "keer"], ["time", "times"])
    }

    /// The head of a list of results.
    pub(super) fn found(self, number: usize, query: &str) -> String {
        match number {
            0 => {
                self.pick(format!("Geen antwoorden gevonden voor ‘{query}’"), format!("No answers found for ‘{query}’"))
            }
            _ => format!("{} {} ‘{query}’", self.answers_count(number), self.pick("voor", "for")),
        }
    }

    pub(super) fn window(self, first: usize, last: usize, total: usize) -> String {
        let [first, last, total] = [first, last, total].map(|number| self.number(number));
        self.pick(format!("{first} tot en met {last} van {total}"), format!("{first} to {last} of {total}"))
    }

    pub(super) fn show_all(self, number: usize) -> String {
        self.pick(format!("Toon alle {number}"), format!("Show all {number}"))
    }

    pub(super) fn remove_filter(self, what: &str) -> String {
        self.pick(format!("Verwijder filter {what}"), format!("Remove filter {what}"))
    }

    pub(super) fn without_filters(self, number: usize) -> String {
        let answers = self.answers_count(number);
        self.pick(
            format!("Zonder filters {} er {answers}.", if number == 1 { "is" } else { "zijn" }),
            format!("Without filters there {} {answers}.", if number == 1 { "is" } else { "are" }),
        )
    }

    /// The name of a filter.
    pub(super) fn facet(self, name: &str) -> &'static str {
        match name {
            "ministerie" => self.pick("Ministerie", "Ministry"),
            "vergaderjaar" => self.pick("Vergaderjaar", "Session year"),
            "bewindspersoon" => self.pick("Bewindspersoon", "Minister"),
            "lid" => self.pick("Gevraagd door", "Asked by"),
            "fractie" => self.pick("Fractie", "Party"),
            "soort" => self.pick("Soort", "Kind"),
            "dossier" => "Dossier",
            "kamerstuk" => "Kamerstuk",
            _ => self.pick("Datum", "Date"),
        }
    }

    pub(super) fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Aanhangsel => self.pick("Antwoord op Kamervragen", "Answers to parliamentary questions"),
            Kind::Mededeling => self.pick("Mededeling", "Mededeling (notice)"),
            Kind::Brief => self.pick("Brief", "Letter"),
            Kind::Lijst => self.pick("Lijst van vragen en antwoorden", "List of questions and answers"),
            Kind::SchriftelijkOverleg => self.pick("Schriftelijk overleg", "Written consultation"),
            Kind::Kamerstuk => "Kamerstuk",
        }
    }

    pub(super) fn relation(self, relation: Relation) -> &'static str {
        match relation {
            Relation::SameAnswer => self.pick("zelfde antwoord", "same answer"),
            Relation::Postponed => self.pick("uitstel", "postponement"),
            Relation::Supplements => self.pick("aanvulling", "addition"),
            Relation::Corrects => self.pick("verbetering", "correction"),
            Relation::See => self.pick("zie ook", "see also"),
        }
    }

    /// «vraag 3», «vragen 4, 5 en 6»; nothing for text outside the questions.
    pub(super) fn questions_named(self, numbers: &[Number]) -> String {
        match numbers {
            [] => String::new(),
            [one] => format!("{} {one}", self.pick("vraag", "question")),
            _ => format!("{} {}", self.pick("vragen", "questions"), self.list(numbers)),
        }
    }

    /// The heading of a question block.
    pub(super) fn question_heading(self, numbers: &[Number]) -> String {
        capital(&self.questions_named(numbers))
    }

    /// The heading of an answer: its numbers where it answers several questions.
    pub(super) fn answer_heading(self, numbers: &[Number]) -> String {
        if numbers.len() > 1 {
            format!("{} {}", self.pick("Antwoord op", "Answer to"), self.questions_named(numbers))
        } else {
            self.answer().to_owned()
        }
    }

    /// Numbers in the least room: «3», «4–6».
    pub(super) fn span(self, numbers: &[Number]) -> String {
        match numbers {
            [] => self.running_text().to_lowercase(),
            [one] => one.to_string(),
            [first, .., last] => format!("{first}–{last}"),
        }
    }

    /// Names in a row.
    pub(super) fn listed(self, names: &[String]) -> String {
        self.list(names)
    }

    pub(super) fn and_others(self, number: usize) -> String {
        self.pick(format!("en {number} anderen"), format!("and {number} others"))
    }

    /// A sentence that begins small, as warnings do.
    pub(super) fn sentence(self, text: &str) -> String {
        format!("{}.", capital(text))
    }

    /// A value of a facet as people read it.
    pub(super) fn facet_value(self, facet: Facet, value: &str) -> String {
        match facet {
            Facet::Soort => Kind::ALL
                .into_iter()
                .find(|kind| kind.name() == value)
                .map_or_else(|| value.to_owned(), |kind| self.kind(kind).to_owned()),
            Facet::Ministerie => match ministry_name(value) {
                Some(name) if name != value => format!("{name} ({value})"),
                _ => value.to_owned(),
            },
            Facet::Dossier => named(&format!("dossier-{value}")).trim_start_matches("Dossier ").to_owned(),
            _ => value.to_owned(),
        }
    }

    /// A document in the company of another: of the same dossier its number is enough.
    pub(super) fn within(self, other: &str, id: &str) -> String {
        let dossier = |id: &str| id.parse::<Citation>().ok().and_then(|citation| citation.dossier());
        let name = named(id);
        match (dossier(other), dossier(id)) {
            (Some(own), Some(of)) if own == of => match name.rsplit_once(", ") {
                Some((_, number)) => number.to_owned(),
                None => name,
            },
            _ => name.trim_start_matches("Kamerstuk ").to_owned(),
        }
    }

    /// Where something stands in a letter, as `in` of a reference says it.
    pub(super) fn place_of(self, place: &str) -> String {
        let (part, numbers) = place.split_once(':').unwrap_or((place, ""));
        let numbers: Vec<Number> = numbers.split(',').filter_map(|number| number.parse().ok()).collect();
        match part {
            "footnote" => format!("{} {}", self.pick("noot", "note"), label(place)),
            "question" => self.questions_named(&numbers),
            "answer" => self.pick("antwoord op ", "answer to ").to_owned() + &self.questions_named(&numbers),
            "front" => self.front_text().to_lowercase(),
            _ => self.running_text().to_lowercase(),
        }
    }

    pub(super) fn questions_found(self, found: usize, announced: Option<usize>) -> String {
        let found_text = self.pick(format!("{found} gevonden"), format!("{found} found"));
        match announced.filter(|announced| *announced != found) {
            Some(announced) => self.pick(
                format!("{found_text}, {announced} aangekondigd"),
                format!("{found_text}, {announced} announced"),
            ),
            None => found_text,
        }
    }

    pub(super) fn answers_found(self, found: usize, unanswered: usize) -> String {
        match unanswered {
            0 => self.pick(format!("{found}, voor alle vragen"), format!("{found}, for all questions")),
            _ => self.pick(
                format!("{found}; {} zonder antwoord", self.questions_count(unanswered)),
                format!("{found}; {} without an answer", self.questions_count(unanswered)),
            ),
        }
    }

    pub(super) fn notes_found(self, found: usize, loose: usize) -> String {
        match loose {
            0 => self.pick(format!("{found} gevonden"), format!("{found} found")),
            _ => self.pick(
                format!("{found} gevonden, {loose} los van de tekst"),
                format!("{found} found, {loose} without a place"),
            ),
        }
    }

    pub(super) fn citations_found(self, found: usize, unread: usize) -> String {
        self.pick(
            format!("{found} herkend, {unread} niet begrepen"),
            format!("{found} recognised, {unread} not understood"),
        )
    }

    pub(super) fn legible(self, glyphs: usize, recognised: usize, unread: usize) -> String {
        let mut parts = Vec::new();
        if glyphs > 0 {
            parts.push(self.pick(format!("{glyphs} tekens onleesbaar"), format!("{glyphs} characters illegible")));
        }
        if recognised > 0 {
            parts.push(self.count(
                recognised,
                ["pagina is een scan", "pagina’s zijn scans"],
                ["page is a scan", "pages are scans"],
            ));
        }
        if unread > 0 {
            parts.push(self.count(
                unread,
                ["pagina niet gelezen", "pagina’s niet gelezen"],
                ["page not read", "pages not read"],
            ));
        }
        if parts.is_empty() { self.all_readable().to_owned() } else { parts.join(", ") }
    }

    /// Why a part of a query could not be read.
    pub(super) fn reason(self, reason: Reason) -> String {
        if self.0 == Language::English {
            return reason.to_string();
        }
        let text = match reason {
            Reason::Bracket => "dit haakje heeft geen wederhelft",
            Reason::Operator => "hier ontbreekt een woord",
            Reason::EmptyPhrase => "tussen deze aanhalingstekens staat niets",
            Reason::EmptyBrackets => "tussen deze haakjes staat niets",
            Reason::Backwards => "deze periode eindigt voor zij begint",
            Reason::Star => "een sterretje werkt alleen aan het eind van een woord; wij zochten zonder",
            Reason::EmptyField => "achter de dubbele punt staat niets",
            Reason::Date => "schrijf bijvoorbeeld datum:2023-01..2023-06",
            Reason::Vergaderjaar => "schrijf bijvoorbeeld vergaderjaar:2023-2024",
            Reason::Kind => "kies uit aanhangsel, mededeling, brief, lijst, schriftelijk-overleg en kamerstuk",
            Reason::Document => "schrijf bijvoorbeeld 32847-808, of dossier:36200-VII",
            Reason::Has => "kies uit voetnoot, verwijzing, antwoord en twijfel",
            Reason::ShortPrefix => "voor het sterretje staan ten minste twee letters",
            Reason::TooMuch => "de zoekopdracht is te lang",
        };
        text.to_owned()
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

    /// «Pagina 1 en 2».
    pub(super) fn pages(self, pages: &[usize]) -> String {
        let word = if pages.len() == 1 { self.pick("Pagina", "Page") } else { self.pick("Pagina", "Pages") };
        format!("{word} {}", self.list(pages))
    }

    pub(super) fn page_of(self, page: usize, of: usize) -> String {
        self.pick(format!("In de pdf, pagina {page} van {of}"), format!("In the PDF, page {page} of {of}"))
    }

    pub(super) fn compare_with(self, page: usize) -> String {
        self.pick(format!("Vergelijk met pagina {page}"), format!("Compare with page {page}"))
    }

    pub(super) fn to_a_question(self, number: usize) -> String {
        self.pick(format!("Naar een vraag ({number})"), format!("To a question ({number})"))
    }

    pub(super) fn to_answer(self, number: Number) -> String {
        self.pick(format!("Ga naar antwoord {number}"), format!("Go to answer {number}"))
    }

    /// The same where the name of the question is known.
    pub(super) fn to_question_named(self, name: &str) -> String {
        format!("{} {}", self.pick("Ga naar", "Go to"), name.to_lowercase())
    }

    pub(super) fn to_question(self, numbers: &[Number]) -> String {
        format!("{} {}", self.pick("Ga naar", "Go to"), self.questions_named(numbers))
    }

    /// «12 van 12 vragen beantwoord, 17 noten, 12 verwijzingen».
    pub(super) fn trust_line(self, answered: usize, questions: usize, notes: usize, citations: usize) -> String {
        let (notes, citations) = (self.notes_count(notes), self.citations_count(citations));
        let of = self.questions_count(questions);
        self.pick(
            format!("{answered} van {of} beantwoord, {notes}, {citations}"),
            format!("{answered} of {of} answered, {notes}, {citations}"),
        )
    }

    pub(super) fn cited_in(self, places: usize, letters: usize, newest: Option<&str>) -> String {
        let (places, letters) = (self.places_count(places), self.letters_count(letters));
        let last =
            newest.map(|date| self.pick(format!(", het laatst op {date}"), format!(", most recently on {date}")));
        let last = last.unwrap_or_default();
        self.pick(
            format!("Aangehaald op {places} in {letters}{last}."),
            format!("Cited in {places} of {letters}{last}."),
        )
    }

    /// Where a mention stands: «Noot 1 bij het antwoord op vraag 4».
    pub(super) fn mention_place(self, note: Option<&str>, part: MentionPart, numbers: &[Number]) -> String {
        let questions = self.questions_named(numbers);
        let block = match part {
            MentionPart::Question => questions,
            MentionPart::Answer => {
                self.pick(format!("het antwoord op {questions}"), format!("the answer to {questions}"))
            }
            MentionPart::Elsewhere => self.outside_pairs().to_owned(),
        };
        let place = match (note, part) {
            (None, _) => block,
            (Some(note), MentionPart::Elsewhere) => format!("{} {note}, {block}", self.pick("noot", "note")),
            (Some(note), _) => self.pick(format!("noot {note} bij {block}"), format!("note {note} to {block}")),
        };
        capital(&place)
    }

    pub(super) fn alike_of(self, found: usize, of: usize) -> String {
        self.pick(
            format!("{found} van uw {of} vragen {} op een eerdere vraag.", if found == 1 { "lijkt" } else { "lijken" }),
            format!("{found} of your {of} questions {} like an earlier one.", if found == 1 { "is" } else { "are" }),
        )
    }

    pub(super) fn no_proof(self, letters: usize) -> String {
        let letters = self.letters_count(letters);
        self.pick(
            format!(
                "Dit is geen bewijs dat de vraag nooit is gesteld: wij zoeken alleen in de {letters} van deze index."
            ),
            format!("This is no proof that it was never asked: we only search the {letters} of this index."),
        )
    }

    /// What the index holds, in a sentence.
    pub(super) fn holdings(
        self,
        letters: usize,
        questions: usize,
        notes: usize,
        citations: usize,
        span: Option<(&str, &str)>,
    ) -> String {
        let letters = self.letters_count(letters);
        let (questions, notes, citations) =
            (self.questions_count(questions), self.notes_count(notes), self.citations_count(citations));
        let span = span.map(|(first, last)| {
            self.pick(format!(", van {first} tot en met {last}"), format!(", from {first} to {last}"))
        });
        let span = span.unwrap_or_default();
        self.pick(
            format!("In deze index: {letters} met {questions}, {notes} en {citations}{span}."),
            format!("In this index: {letters} with {questions}, {notes} and {citations}{span}."),
        )
    }

    pub(super) fn unread(self, text: &str, reason: &str) -> String {
        self.pick(
            format!("‘{text}’ begrijpen wij niet: {reason}."),
            format!("We do not understand ‘{text}’: {reason}."),
        )
    }

    pub(super) fn did_you_mean_letter(self, id: &str) -> String {
        self.pick(format!("Bedoelde u {id}?"), format!("Did you mean {id}?"))
    }

    /// Why a file could not be read.
    pub(super) fn unreadable(self, kind: &str, sentence: &str) -> String {
        let dutch = match kind {
            "not-a-pdf" | "not-pdf" => "Dit is geen pdf.",
            "encrypted" => "Deze pdf heeft een wachtwoord.",
            "too-large" => "Dit bestand is te groot.",
            "too-slow" | "out-of-memory" | "crashed" => "Deze pdf is beschadigd of te zwaar om te lezen.",
            _ => return self.sentence(sentence),
        };
        self.pick(dutch.to_owned(), self.sentence(sentence))
    }

    /// How near an earlier question is to a draft.
    pub(super) fn strength(self, strength: Strength) -> &'static str {
        match strength {
            Strength::NearSame => self.near_same(),
            Strength::Alike => self.alike(),
            Strength::Touches => self.touches(),
        }
    }

    /// Why a request has no answer, for people.
    pub(super) fn failure(self, failure: &Failure) -> String {
        let subject = failure.subject.as_deref().unwrap_or_default();
        match (self.0, failure.kind.as_str()) {
            (_, "source-changed") => self.pdf_changed().to_owned(),
            (_, "source-gone") => self.pdf_gone().to_owned(),
            (Language::English, _) => capital(&format!("{}.", failure.detail)),
            (_, "not-found") if !subject.is_empty() => format!("‘{subject}’ kennen wij niet."),
            (_, "not-found") => "Dit adres heeft geen pagina.".to_owned(),
            (_, "not-a-document") => {
                "Dit is geen nummer van een Kamerstuk of ander stuk. Schrijf bijvoorbeeld 32 847, nr. 808 of 36200-VII."
                    .to_owned()
            }
            (_, "too-deep") => "Zo ver bladeren kan niet. Maak de zoekopdracht preciezer.".to_owned(),
            (_, "signed") => "Deze pdf is ondertekend. Wij veranderen hem niet.".to_owned(),
            (_, "encrypted") => "Deze pdf heeft een wachtwoord.".to_owned(),
            (_, "index-locked") => "Iemand anders voegt nu brieven toe. Probeer het zo opnieuw.".to_owned(),
            (_, "upload-gone") => {
                "Deze brieven wachten niet meer: ze zijn al toegevoegd, of het is te lang geleden.".to_owned()
            }
            (_, "forbidden") => "Een formulier van een andere website nemen wij niet aan.".to_owned(),
            _ => capital(&format!("{}.", failure.detail)),
        }
    }

    /// «12 augustus 2024»; as it is where it is no date.
    pub(super) fn date(self, date: &str) -> String {
        self.dated(date, self.pick(&DUTCH_MONTHS, &ENGLISH_MONTHS))
    }

    /// «12 aug. 2024».
    pub(super) fn short_date(self, date: &str) -> String {
        self.dated(date, self.pick(&SHORT_DUTCH_MONTHS, &SHORT_ENGLISH_MONTHS))
    }

    fn dated(self, date: &str, months: &[&str; 12]) -> String {
        let Ok(day) = date.parse::<Date>() else { return date.to_owned() };
        let month = months[usize::try_from(day.month() - 1).unwrap_or_default()];
        format!("{} {month} {}", day.day(), day.year())
    }
}

/// In what a mention, or the mark of its note, stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MentionPart {
    Question,
    Answer,
    Elsewhere,
}

const DUTCH_MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_DUTCH_MONTHS: [&str; 12] =
    ["jan.", "feb.", "maart", "april", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."];
const SHORT_ENGLISH_MONTHS: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// A text with a capital at its beginning.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
