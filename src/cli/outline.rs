//! Prints a letter as an outline that a person can hold beside the page: one line for each element, the page number at
//! the left, parts indented under their pair, warnings marked `!` right below what they are about.
//!
//! **Invariant:** it shows what was understood and nothing else: the golden files beside the letters are these lines.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::cli::terminal::{FAINT, STRONG, WARNING, count, excerpt, hang, pages};
use crate::record::{
    Chamber, Footnote, Language, LeftOut, NoteSystem, Number, Pair, Place, Record, Reference, Responder, Section,
    SectionPart, Warning,
};

/// Columns of the outlines that stand beside letters: what a screen shows side by side with a page.
const GOLDEN: usize = 120;
/// Columns of the page number.
const PAGES: usize = 7;
/// Columns of the label after it.
const LABEL: usize = 14;

/// The outline without colours, as it stands beside a letter in the corpus.
///
/// # Panics
/// Never: memory takes every byte, and an outline is text.
#[must_use]
pub fn plain(record: &Record) -> String {
    let mut stripped = anstream::StripStream::new(Vec::new());
    write(&mut stripped, record, GOLDEN).expect("writing to memory does not fail");
    String::from_utf8(stripped.into_inner()).expect("an outline is text")
}

/// Writes the outline in lines of `width` columns.
pub fn write(out: &mut impl Write, record: &Record, width: usize) -> io::Result<()> {
    let mut outline = Outline { out, width };
    outline.front_matter(record)?;
    let sections = |part| record.sections.iter().filter(move |section| section.part == part);
    for section in sections(SectionPart::Front) {
        outline.section(section)?;
    }
    for pair in &record.pairs {
        outline.pair(pair)?;
        for warning in record.warnings.iter().filter(|warning| warning.pair.as_ref() == Some(&pair.id)) {
            outline.warning(warning)?;
        }
    }
    for section in sections(SectionPart::Other) {
        outline.section(section)?;
    }
    for note in &record.footnotes {
        outline.footnote(note)?;
    }
    for reference in &record.references {
        outline.reference(reference)?;
    }
    outline.left_out(&record.left_out)?;
    let of_a_pair = |warning: &&Warning| record.pairs.iter().any(|pair| warning.pair.as_ref() == Some(&pair.id));
    for warning in record.warnings.iter().filter(|warning| !of_a_pair(warning)) {
        outline.warning(warning)?;
    }
    Ok(())
}

struct Outline<'a, W> {
    out: &'a mut W,
    width: usize,
}

/// Writes what the head of a letter says.
pub(super) fn front_matter(out: &mut impl Write, record: &Record, width: usize) -> io::Result<()> {
    Outline { out, width }.front_matter(record)
}

/// Writes a warning.
pub(super) fn warning(out: &mut impl Write, warning: &Warning, width: usize) -> io::Result<()> {
    Outline { out, width }.warning(warning)
}

/// Writes what of the pages is in no text.
pub(super) fn left_out(out: &mut impl Write, left_out: &[LeftOut], width: usize) -> io::Result<()> {
    Outline { out, width }.left_out(left_out)
}

/// Writes a line of front matter.
pub(super) fn field(out: &mut impl Write, label: &str, value: &str, width: usize) -> io::Result<()> {
    Outline { out, width }.field(label, value)
}

/// Where the marks of a note stand.
pub(super) fn anchors(note: &Footnote) -> String {
    let anchors: Vec<_> = note.anchor.iter().map(place).collect();
    if anchors.is_empty() { "at no mark".to_owned() } else { format!("at {}", anchors.join(" and ")) }
}

impl<W: Write> Outline<'_, W> {
    fn front_matter(&mut self, record: &Record) -> io::Result<()> {
        writeln!(self.out, "{STRONG}{}{STRONG:#}", record.id)?;
        self.field("kind", record.kind.name())?;
        // Nearly all letters are written to the other one.
        if record.chamber == Some(Chamber::Eerste) {
            self.field("chamber", Chamber::Eerste.name())?;
        }
        if let Some(number) = record.pages {
            let labels = record.page_labels.iter().map(|label| label.as_deref().unwrap_or("-")).collect::<Vec<_>>();
            let printed = record.page_labels.iter().any(Option::is_some);
            let labels = if printed { format!(", printed {}", labels.join(" ")) } else { String::new() };
            self.field("pages", &format!("{number}{labels}"))?;
        }
        for (label, value) in [
            ("title", record.title.clone()),
            ("vergaderjaar", record.vergaderjaar.as_ref().map(ToString::to_string)),
            ("asked", record.asked.as_ref().map(ToString::to_string)),
            ("answered", record.date.as_ref().map(ToString::to_string)),
            ("committee", record.committee.clone()),
        ] {
            if let Some(value) = value {
                self.field(label, &value)?;
            }
        }
        for asker in &record.askers {
            let party = asker.party.as_ref().map(|party| format!(" ({party})")).unwrap_or_default();
            self.field("asker", &format!("{}{party}", asker.name))?;
        }
        for responder in &record.responders {
            self.field("responder", &name_of(responder))?;
        }
        if !record.case_numbers.is_empty() {
            self.field("case", &record.case_numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))?;
        }
        for related in &record.related {
            self.field("related", &format!("{} ({})", related.id, relation(related.how)))?;
        }
        Ok(())
    }

    fn field(&mut self, label: &str, value: &str) -> io::Result<()> {
        let indent = PAGES + LABEL;
        let value = hang(&format!("{}{value}", " ".repeat(indent)), self.width, indent);
        writeln!(self.out, "{}{FAINT}{label:LABEL$}{FAINT:#}{}", " ".repeat(PAGES), value.trim_start())
    }

    /// One line: pages, label, and as much of the text as fits.
    fn line(&mut self, at: &[usize], label: &str, said: &str, text: &str) -> io::Result<()> {
        let label_width = LABEL.max(label.width() + 1);
        let room = self.width.saturating_sub(PAGES + label_width + said.width());
        let fill = " ".repeat(label_width - label.width());
        let line = excerpt(text, room);
        writeln!(self.out, "{FAINT}{:PAGES$}{FAINT:#}{label}{fill}{FAINT}{said}{FAINT:#}{line}", pages(at))
    }

    fn section(&mut self, section: &Section) -> io::Result<()> {
        let label = match section.part {
            SectionPart::Front => "front",
            SectionPart::Other => "other",
        };
        let heading = section.heading.as_ref().map(|heading| format!("«{heading}» ")).unwrap_or_default();
        self.line(&section.pages, label, &format!("{heading}{}", size(&section.text)), &section.text)
    }

    fn pair(&mut self, pair: &Pair) -> io::Result<()> {
        let see = if pair.see.is_empty() { String::new() } else { format!("  see {}", list(&pair.see)) };
        writeln!(self.out, "{:PAGES$}{STRONG}{}{STRONG:#}{see}", "", list(&pair.numbers))?;
        for question in &pair.questions {
            let label = format!("  question {}", list(&question.numbers));
            self.line(&question.pages, &label, &size(&question.text), &question.text)?;
        }
        match &pair.answer {
            Some(answer) => self.line(&answer.pages, "  answer", &size(&answer.text), &answer.text),
            None => writeln!(self.out, "{:PAGES$}  no answer", ""),
        }
    }

    fn footnote(&mut self, note: &Footnote) -> io::Result<()> {
        let series = if note.id.system == NoteSystem::Questioner { "questioner:" } else { "" };
        let label = format!("footnote {series}{}", note.id.short());
        self.line(note.page.as_slice(), &label, &format!("{}: ", anchors(note)), &note.text)
    }

    fn reference(&mut self, reference: &Reference) -> io::Result<()> {
        let readings = std::iter::once(&reference.id).chain(&reference.alternatives).map(ToString::to_string);
        let label = readings.collect::<Vec<_>>().join(" or ");
        self.line(reference.page.as_slice(), &label, &format!("in {}: ", reference.place), &reference.text)
    }

    fn left_out(&mut self, left_out: &[LeftOut]) -> io::Result<()> {
        LeftOut::gathered(left_out).into_iter().try_for_each(|(reason, text, at)| {
            self.line(&at, "left out", &format!("{}: ", reason.words(Language::English)), &text)
        })
    }

    fn warning(&mut self, warning: &Warning) -> io::Result<()> {
        let doubt = if warning.doubt { " (doubt)" } else { "" };
        let text = format!("! {}{doubt}: {}", warning.kind.name(), warning.message);
        let text = hang(&format!("{:PAGES$}{text}", pages(warning.page.as_slice())), self.width, PAGES + 2);
        writeln!(self.out, "{WARNING}{text}{WARNING:#}")
    }
}

fn name_of(responder: &Responder) -> String {
    let mut text =
        [responder.name.as_deref(), responder.office.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    if let Some(ministry) = &responder.ministry {
        text.extend([" [", ministry, "]"]);
    }
    if responder.on_behalf {
        text.push_str(" (on behalf of)");
    }
    text
}

fn relation(how: crate::record::Relation) -> &'static str {
    use crate::record::Relation;
    match how {
        Relation::SameAnswer => "same answer",
        Relation::Postponed => "postponed",
        Relation::Supplements => "supplements",
        Relation::Corrects => "corrects",
        Relation::See => "see",
    }
}

fn list(numbers: &[Number]) -> String {
    numbers.iter().map(Number::to_string).collect::<Vec<_>>().join(", ")
}

fn place(place: &Place) -> String {
    match place {
        Place::Question(numbers) => format!("question {numbers}"),
        Place::Answer(numbers) => format!("answer {numbers}"),
        Place::Front | Place::Other | Place::Footnote(_) => place.to_string(),
    }
}

/// Words and paragraphs, so that a change in the middle of a text shows in the outline.
fn size(text: &str) -> String {
    let words = count(text.split_whitespace().count(), "word", "words");
    match text.lines().count() {
        0 | 1 => format!("[{words}] "),
        paragraphs => format!("[{words}, {paragraphs} paragraphs] "),
    }
}
