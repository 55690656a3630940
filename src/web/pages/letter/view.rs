//! What the page of a letter shows, as data for its template.

use std::ops::Range;

use askama::Template;
use jiff::civil::Date;

use super::super::picture::{picture, rectangle};
use super::super::{Frame, Visit};
use super::parts::parts;
use crate::citation::Citation;
use crate::document::{Cutout, cutouts};
use crate::record::page_map::PageMap;
use crate::record::{self, Kind, Pair, PairId, Record, Relation, SectionPart, Stated, TextOf, Warning};
use crate::search::{Highlights, Part, ShownLetter};
use crate::web::params::{Params, segment};
use crate::web::source::{Absent, Source};
use crate::web::state::App;
use crate::web::text::{self, Annotations, Paragraph, Piece};
use crate::web::words::{Words, sentence};
use crate::web::{address_in, address_of, address_of_letter, copy};

/// Characters of a question in the list of questions.
const BEGINNING: usize = 70;

#[derive(Template)]
#[template(path = "letter.html", config = "src/web/askama.toml")]
pub(super) struct LetterPage {
    frame: Frame,
    kind: &'static str,
    identifier: Option<String>,
    title: String,
    facts: Vec<Fact>,
    trust: TrustLine,
    official: Option<String>,
    has_pdf: bool,
    with_pdf: bool,
    /// Why the source cannot be shown beside the text.
    absent: Option<&'static str>,
    back: Option<String>,
    address: String,
    text_view: String,
    pdf_view: String,
    sections: Vec<SectionView>,
    pairs: Vec<PairView>,
    after: Vec<SectionView>,
    list: Vec<Listed>,
    parts: Vec<(String, String, bool)>,
    notice: Option<&'static str>,
    answered_by: Vec<(String, String)>,
}

/// A line of the facts.
struct Fact {
    name: &'static str,
    values: Vec<Linked>,
}

/// A text, with where it leads.
struct Linked {
    text: String,
    href: Option<String>,
    after: String,
}

pub(in crate::web) struct TrustLine {
    pub(in crate::web) is_doubtful: bool,
    pub(in crate::web) label: &'static str,
    pub(in crate::web) text: String,
}

struct SectionView {
    anchor: String,
    heading: String,
    paragraphs: Vec<Paragraph>,
    notes: Vec<NoteView>,
    pages: String,
    /// What stands before the questions says mostly what the facts say: it is there for who wants it.
    is_folded: bool,
}

pub(super) struct PairView {
    anchor: String,
    /// The anchors of the other numbers of a group.
    others: Vec<String>,
    questions: Vec<QuestionView>,
    heading: String,
    answer: Option<Vec<Paragraph>>,
    notes: Vec<NoteView>,
    pages: String,
    page: Option<usize>,
    warnings: Vec<WarningView>,
    see: Vec<(String, String)>,
    card: String,
    citation: String,
    text: String,
    similar: String,
    cuts: Vec<CutView>,
}

struct QuestionView {
    heading: String,
    paragraphs: Vec<Paragraph>,
}

struct NoteView {
    anchor: String,
    label: String,
    back: String,
    paragraphs: Vec<Paragraph>,
}

/// A piece of a page of the PDF that holds the pair.
pub(in crate::web) struct CutView {
    pub(in crate::web) page: usize,
    pub(in crate::web) caption: String,
    pub(in crate::web) picture: String,
    pub(in crate::web) view_box: String,
    pub(in crate::web) marks: Vec<[f32; 4]>,
    pub(in crate::web) width: f32,
    pub(in crate::web) height: f32,
}

/// A warning in words.
pub(in crate::web) struct WarningView {
    pub(in crate::web) doubt: bool,
    pub(in crate::web) sentence: String,
    /// The page to compare it with: what the link says, and where it leads.
    pub(in crate::web) compare: Option<(String, String)>,
    /// The words of the letter at that place.
    pub(in crate::web) snippet: Option<String>,
    /// The question that it is about.
    pub(in crate::web) pair: Option<(String, String)>,
}

struct Listed {
    href: String,
    number: String,
    beginning: String,
    is_doubtful: bool,
}

/// Where the texts of a letter are printed, in which file.
pub(in crate::web) type Places = (Source, Vec<PageMap>);

/// The page of a letter, or of a part of a long one.
pub(super) fn page(
    app: &App,
    visit: &Visit,
    shown: &ShownLetter,
    marks: &Highlights,
    places: Option<&Result<Places, Absent>>,
) -> LetterPage {
    let (words, params, record) = (visit.words, &visit.params, &shown.letter);
    let all_parts = parts(record);
    let wanted = params.get("deel").and_then(|part| part.parse::<usize>().ok()).unwrap_or(1);
    let part = wanted.clamp(1, all_parts.len()) - 1;
    let range = all_parts[part].clone();
    let path = address_of_letter(&record.id);
    let title = record.title.clone().unwrap_or_else(|| words.kind(record.kind).to_owned());
    let found = places.and_then(|places| places.as_ref().ok());
    let writer = Writer { app, words, record, annotations: Annotations::of(record), marks, path: &path, places: found };
    let is_front = |part: SectionPart| part == SectionPart::Front;
    let sections = |front: bool| {
        let own = record.sections.iter().enumerate().filter(|(_, section)| is_front(section.part) == front);
        own.filter_map(|(at, _)| writer.section(at)).collect::<Vec<_>>()
    };
    let view = |view: &str| params.without("weergave").with("weergave", view).of(&path);
    let link_of_part = |at: usize| match at {
        0 => params.without("deel").of(&path),
        _ => params.with("deel", &(at + 1).to_string()).of(&path),
    };
    let named = |range: &Range<usize>| {
        let numbers: Vec<_> =
            record.pairs[range.clone()].iter().flat_map(|pair| pair.numbers.iter().copied()).collect();
        words.span(&numbers)
    };
    LetterPage {
        frame: Frame::of(visit, app, &*title),
        kind: words.kind(record.kind),
        identifier: record.identifier.as_ref().map(text::notation),
        facts: facts(words, shown),
        trust: trust_line(words, record),
        official: copy::official(record.id.as_str()),
        has_pdf: has_pdf(record),
        with_pdf: matches!(places, Some(Ok(_))),
        absent: match places {
            Some(Err(Absent::Changed)) => Some(words.pdf_changed()),
            Some(Err(Absent::Gone)) => Some(words.pdf_gone()),
            Some(Err(Absent::NoPdf)) => Some(words.no_pdf()),
            _ => None,
        },
        back: params.get("q").map(|query| Params::default().with("q", query).of("/zoeken")),
        text_view: params.without("weergave").of(&path),
        pdf_view: view("pdf"),
        sections: if part == 0 { sections(true) } else { Vec::new() },
        pairs: range.map(|at| writer.pair(at)).collect(),
        after: if part + 1 == all_parts.len() { sections(false) } else { Vec::new() },
        list: listed(words, record, &link_of_part, &all_parts, part),
        parts: match all_parts.len() {
            1 => Vec::new(),
            _ => all_parts.iter().enumerate().map(|(at, range)| (named(range), link_of_part(at), at == part)).collect(),
        },
        notice: (record.kind == Kind::Mededeling).then(|| words.mededeling_notice()),
        answered_by: shown
            .answered_by
            .iter()
            .map(|one| {
                let address = address_in(&one.letter, one.pair.as_ref().map(PairId::anchor));
                (text::named(one.letter.as_str()), address)
            })
            .collect(),
        address: path.clone(),
        title,
    }
}

/// True where the letter was read from a PDF that is on disk here.
fn has_pdf(record: &Record) -> bool {
    record.source.as_ref().is_some_and(record::Source::may_be_pdf)
}

/// The questions of the letter, each with where it stands.
fn listed(
    words: Words,
    record: &Record,
    link_of_part: &dyn Fn(usize) -> String,
    parts: &[Range<usize>],
    part: usize,
) -> Vec<Listed> {
    let one = |(at, pair): (usize, &Pair)| {
        let own = parts.iter().position(|range| range.contains(&at)).unwrap_or(0);
        let page = if own == part { String::new() } else { link_of_part(own) };
        let question = pair.questions.first().map_or("", |question| question.text.as_str());
        Listed {
            href: format!("{page}#{}", pair.id.anchor()),
            number: words.span(&pair.numbers),
            beginning: beginning(question),
            is_doubtful: record.is_doubted(&pair.id),
        }
    };
    record.pairs.iter().enumerate().map(one).collect()
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= BEGINNING {
        return line.to_owned();
    }
    let cut: String = line.chars().take(BEGINNING).collect();
    let end = cut.rfind(char::is_whitespace).unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut))
}

fn facts(words: Words, shown: &ShownLetter) -> Vec<Fact> {
    let record = &shown.letter;
    let search = |name: &str, value: &str| Some(Params::default().with(name, value).of("/zoeken"));
    let dated = |date: Option<&Stated<Date>>| date.map(|date| format!(", {}", words.date(date))).unwrap_or_default();
    let mut facts = Vec::new();
    let mut add = |name: &'static str, values: Vec<Linked>| {
        if !values.is_empty() {
            facts.push(Fact { name, values });
        }
    };
    let mut askers: Vec<Linked> = record
        .askers
        .iter()
        .map(|asker| Linked {
            text: asker.name.clone(),
            href: search("lid", &asker.name),
            after: asker.party.as_ref().map(|party| format!(" ({party})")).unwrap_or_default(),
        })
        .collect();
    askers.extend(record.committee.iter().map(|name| Linked { text: name.clone(), href: None, after: String::new() }));
    if let Some(last) = askers.last_mut() {
        last.after.push_str(&dated(record.asked.as_ref()));
    }
    add(words.asked_by(), askers);
    for on_behalf in [false, true] {
        let own = record.responders.iter().filter(|one| one.on_behalf == on_behalf);
        let mut responders: Vec<Linked> = own
            .map(|one| {
                let office = one.office.as_deref().or(one.ministry.as_deref()).unwrap_or_default();
                match &one.name {
                    Some(name) => Linked {
                        text: name.clone(),
                        href: search("bewindspersoon", name),
                        after: if office.is_empty() { String::new() } else { format!(", {office}") },
                    },
                    None => Linked {
                        text: office.to_owned(),
                        href: one.ministry.as_deref().and_then(|key| search("ministerie", key)),
                        after: String::new(),
                    },
                }
            })
            .collect();
        if let Some(last) = responders.last_mut().filter(|_| !on_behalf) {
            last.after.push_str(&dated(record.date.as_ref()));
        }
        add(if on_behalf { words.on_behalf_of() } else { words.answered_by() }, responders);
    }
    let related = record.related.iter().map(|one| Linked {
        text: text::named(&one.id),
        href: Some(if shown.links.iter().any(|link| link.id.as_str() == one.id) {
            format!("/brief/{}", segment(&one.id))
        } else {
            address_of(&one.id)
        }),
        after: if one.how == Relation::See { String::new() } else { format!(" ({})", words.relation(one.how)) },
    });
    add(words.see_also(), related.collect());
    let cases = record.case_numbers.iter().map(|case| Linked {
        text: case.to_string(),
        href: case.value().and_then(|case| Citation::Case(case.clone()).address()),
        after: String::new(),
    });
    add(words.case_number(), cases.collect());
    let others = shown.others.iter().map(|other| Linked { text: other.path.clone(), href: None, after: String::new() });
    add(words.other_files(), others.collect());
    facts
}

/// How far a reading can be trusted, in one line.
pub(in crate::web) fn trust_line(words: Words, record: &Record) -> TrustLine {
    let is_doubtful = record.is_doubtful();
    let asked = |pair: &&Pair| !pair.questions.is_empty();
    let count = |pair: &Pair| pair.questions.iter().map(|question| question.numbers.len()).sum::<usize>();
    let questions = record.pairs.iter().filter(asked).map(count).sum();
    let answered = record.pairs.iter().filter(asked).filter(|pair| pair.answer.is_some()).map(count).sum();
    TrustLine {
        is_doubtful,
        label: if is_doubtful { words.uncertain() } else { words.no_doubt() },
        text: words.trust_line(answered, questions, record.footnotes.len(), record.references.len()),
    }
}

/// Warnings as sentences.
pub(in crate::web) fn warnings_of<'w>(
    words: Words,
    path: &str,
    warnings: impl Iterator<Item = &'w Warning>,
) -> Vec<WarningView> {
    let view = |warning: &Warning| WarningView {
        doubt: warning.doubt,
        sentence: sentence(&warning.sentence(words.0)),
        compare: warning.page.map(|page| (words.compare_with(page), format!("{path}/pagina/{page}"))),
        snippet: warning.snippet.clone(),
        pair: warning
            .pair
            .as_ref()
            .map(|pair| (words.to_question(&warning.numbers), format!("{path}/{}", segment(&pair.anchor())))),
    };
    warnings.map(view).collect()
}

/// Writes the parts of one letter.
struct Writer<'a> {
    app: &'a App,
    words: Words,
    record: &'a Record,
    annotations: Annotations<'a>,
    marks: &'a Highlights,
    path: &'a str,
    places: Option<&'a Places>,
}

impl Writer<'_> {
    fn paragraphs(&self, of: TextOf, part: Part) -> Vec<Paragraph> {
        let found = of.of(self.record).map(|text| self.marks.places(part, text)).unwrap_or_default();
        self.annotations.paragraphs(of, &found)
    }

    fn section(&self, at: usize) -> Option<SectionView> {
        let section = &self.record.sections[at];
        let anchor = format!("deel-{}", at + 1);
        let usual =
            if section.part == SectionPart::Front { self.words.front_text() } else { self.words.running_text() };
        let paragraphs = self.paragraphs(TextOf::Section(at), Part::Section);
        if paragraphs.is_empty() && section.heading.is_none() {
            return None;
        }
        Some(SectionView {
            heading: section.heading.clone().unwrap_or_else(|| usual.to_owned()),
            notes: self.notes(&anchor, [TextOf::Section(at)]),
            pages: self.pages(&section.pages),
            is_folded: section.part == SectionPart::Front && !self.record.pairs.is_empty(),
            paragraphs,
            anchor,
        })
    }

    fn pages(&self, pages: &[usize]) -> String {
        if pages.is_empty() { String::new() } else { self.words.pages(pages) }
    }

    fn notes(&self, anchor: &str, texts: impl IntoIterator<Item = TextOf>) -> Vec<NoteView> {
        let note = |note: usize| {
            let label = self.annotations.label(note);
            NoteView {
                anchor: format!("{anchor}-noot-{label}"),
                back: format!("#{anchor}-teken-{label}-{note}"),
                paragraphs: self.paragraphs(TextOf::Footnote(note), Part::Note),
                label,
            }
        };
        self.annotations.notes_in(texts).into_iter().map(note).collect()
    }

    fn pair(&self, at: usize) -> PairView {
        let (words, pair) = (self.words, &self.record.pairs[at]);
        let anchor = pair.id.anchor();
        let question = |question: usize| TextOf::Question { pair: at, question };
        let texts = (0..pair.questions.len()).map(question).chain([TextOf::Answer { pair: at }]);
        let pages = pair.pages();
        let concerns = |warning: &&Warning| warning.pair.as_ref() == Some(&pair.id);
        let warnings = warnings_of(words, self.path, self.record.warnings.iter().filter(concerns));
        let mut citation = copy::of_pair(self.app, self.record, pair);
        if warnings.iter().any(|warning| warning.doubt) {
            citation = format!("{citation}\n{}", words.doubt_in_citation());
        }
        let see = pair.see.iter().map(|number| {
            let other = pair.id.with_number(*number).anchor();
            (words.to_answer(*number), format!("{}/{other}", self.path))
        });
        PairView {
            others: pair.ids().iter().filter(|other| **other != pair.id).map(PairId::anchor).collect(),
            questions: pair
                .questions
                .iter()
                .enumerate()
                .map(|(at, block)| QuestionView {
                    heading: words.question_heading(&block.numbers),
                    paragraphs: self.paragraphs(question(at), Part::Question),
                })
                .collect(),
            heading: words.answer_heading(&pair.numbers),
            answer: pair.answer.as_ref().map(|_| self.paragraphs(TextOf::Answer { pair: at }, Part::Answer)),
            notes: self.notes(&anchor, texts),
            pages: self.pages(&pages),
            page: pages.first().copied(),
            warnings,
            see: see.collect(),
            card: format!("kaart-{}", anchor.replace('.', "-")),
            citation,
            text: format!("{}/{anchor}.txt", self.path),
            similar: Params::default().with("zoals", &pair.id.to_string()).of("/al-eerder-gevraagd"),
            cuts: self.places.map(|places| cuts(words, self.path, places, at)).unwrap_or_default(),
            anchor,
        }
    }
}

/// The parts of the PDF's pages that hold a pair.
pub(in crate::web) fn cuts(words: Words, path: &str, (source, maps): &Places, pair: usize) -> Vec<CutView> {
    let view = |cut: Cutout| {
        let map = maps.iter().find(|map| map.page == cut.page)?;
        let [left, top, width, height] = rectangle(cut.area);
        Some(CutView {
            page: cut.page,
            caption: words.page_of(cut.page, maps.len()),
            picture: picture(path, source, cut.page),
            view_box: format!("{left} {top} {width} {height}"),
            marks: cut.marks.into_iter().map(rectangle).collect(),
            width: map.width,
            height: map.height,
        })
    };
    cutouts(maps, pair).into_iter().filter_map(view).collect()
}
