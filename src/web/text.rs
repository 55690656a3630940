//! Cuts a text of a letter into paragraphs and pieces (plain, highlighted, a mark of a note, a citation) for a template
//! to write.
//!
//! **Invariant:** the words of all pieces together, paragraphs apart, are the text, character for character.
//! **Invariant:** spans are cut here once, and escaped once, in the template; nothing is looked for in HTML.

use std::collections::{BTreeMap, BTreeSet};

use crate::citation::Citation;
use crate::record::{NoteId, NoteSystem, ParagraphKind, Record, Reference, Spot, Stated, TextOf};

/// A paragraph or list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) pieces: Vec<Piece>,
    /// True for an item of a list.
    pub(super) is_item: bool,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Words(Words),
    /// The mark of a note.
    Mark {
        /// The note, as a place in [`Record::footnotes`].
        note: usize,
        /// As shown: `v1` in the questioner's series.
        label: String,
    },
    /// A mention of another document.
    Cited(Cited),
}

/// Words, highlighted or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) is_found: bool,
}

/// A mention of another document, with where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cited {
    pub(super) words: Vec<Words>,
    pub(super) id: Stated<Citation>,
    /// Our page about it.
    pub(super) page: String,
    /// The official document.
    pub(super) official: Option<String>,
    /// In how many places of this letter it is cited.
    pub(super) times: usize,
}

/// What stands where in the texts of one letter.
pub(super) struct Annotations<'r> {
    record: &'r Record,
    marks: BTreeMap<TextOf, Vec<(usize, usize)>>,
    mentions: BTreeMap<TextOf, Vec<&'r Reference>>,
    times: BTreeMap<&'r Stated<Citation>, usize>,
}

impl<'r> Annotations<'r> {
    pub(super) fn of(record: &'r Record) -> Self {
        let mut marks: BTreeMap<TextOf, Vec<(usize, usize)>> = BTreeMap::new();
        for (note, footnote) in record.footnotes.iter().enumerate() {
            for Spot { text, at } in footnote.spots.iter().flatten() {
                marks.entry(*text).or_default().push((at[0], note));
            }
        }
        let mut mentions: BTreeMap<TextOf, Vec<&Reference>> = BTreeMap::new();
        let mut times = BTreeMap::new();
        for reference in &record.references {
            *times.entry(&reference.id).or_default() += 1;
            if let Some(spot) = reference.spot {
                mentions.entry(spot.text).or_default().push(reference);
            }
        }
        for list in marks.values_mut() {
            list.sort_unstable();
        }
        for list in mentions.values_mut() {
            list.sort_by_key(|reference| reference.spot.map(|spot| spot.at));
        }
        Self { record, marks, mentions, times }
    }

    /// The notes whose marks stand in some texts, each once, in order.
    pub(super) fn notes_in(&self, texts: impl IntoIterator<Item = TextOf>) -> Vec<usize> {
        let notes: BTreeSet<usize> = texts
            .into_iter()
            .filter_map(|text| self.marks.get(&text))
            .flat_map(|marks| marks.iter().map(|(_, note)| *note))
            .collect();
        notes.into_iter().collect()
    }

    /// A text with all that stands in it; `found` are the places to highlight, in code points, in order.
    pub(super) fn paragraphs(&self, of: TextOf, found: &[[usize; 2]]) -> Vec<Paragraph> {
        let Some(text) = of.of(self.record) else { return Vec::new() };
        let listed = of.paragraphs(self.record).unwrap_or_default();
        let is_item = |start: usize| listed.iter().any(|one| one.at[0] == start && one.kind == ParagraphKind::Item);
        let mut writer = Writer { annotations: self, paragraphs: Vec::new(), open: Vec::new(), is_item: is_item(0) };
        let marks = self.marks.get(&of).map_or(&[][..], Vec::as_slice);
        let mentions = self.mentions.get(&of).map_or(&[][..], Vec::as_slice);
        let points: Vec<char> = text.chars().collect();
        let cuts = cuts(points.len(), marks, mentions, found, &points);
        let mut marks = marks.iter().peekable();
        for cut in cuts.windows(2) {
            let &[start, end] = cut else { continue };
            while let Some((_, note)) = marks.next_if(|(at, _)| *at <= start) {
                writer.mark(*note);
            }
            let piece: String = points[start..end].iter().collect();
            if piece == "\n" {
                writer.close();
                writer.is_item = is_item(end);
                continue;
            }
            let is_found = found.iter().any(|[from, to]| *from <= start && end <= *to);
            let mention = mentions
                .iter()
                .find(|mention| mention.spot.is_some_and(|Spot { at: [from, to], .. }| from <= start && end <= to));
            writer.words(Words { text: piece, is_found }, mention.copied());
        }
        for (_, note) in marks {
            writer.mark(*note);
        }
        writer.close();
        writer.paragraphs
    }

    /// A text as Markdown: nothing in it is markup but the marks of notes and the links of mentions.
    pub(super) fn markdown(&self, of: TextOf) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Words(words) => escaped(&words.text),
            Piece::Mark { label, .. } => format!("[^{label}]"),
            Piece::Cited(cited) => {
                let words: String = cited.words.iter().map(|words| escaped(&words.text)).collect();
                cited.official.as_ref().map_or(words.clone(), |address| format!("[{words}]({address})"))
            }
        };
        let paragraph = |paragraph: &Paragraph| paragraph.pieces.iter().map(piece).collect::<String>();
        self.paragraphs(of, &[]).iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
    }

    /// The label of a note's mark.
    pub(super) fn label(&self, note: usize) -> String {
        label(&self.record.footnotes[note].id)
    }
}

/// Text in Markdown, with what would be markup escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let at_start = at == 0 && matches!(c, '#' | '>' | '-' | '+' | '=');
        if at_start || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// How a note is named: `4`, in the questioner's series `v1`.
pub(super) fn label(note: &NoteId) -> String {
    let series = if note.system == NoteSystem::Questioner { "v" } else { "" };
    format!("{series}{}", note.short())
}

/// Every place at which something begins or ends, in order; line ends stand alone.
fn cuts(
    length: usize,
    marks: &[(usize, usize)],
    mentions: &[&Reference],
    found: &[[usize; 2]],
    points: &[char],
) -> Vec<usize> {
    let spans = mentions.iter().filter_map(|mention| mention.spot).flat_map(|spot| spot.at);
    let breaks = points.iter().enumerate().filter(|(_, c)| **c == '\n').flat_map(|(at, _)| [at, at + 1]);
    let places = marks.iter().map(|(at, _)| *at).chain(spans).chain(found.iter().flatten().copied()).chain(breaks);
    let cuts: BTreeSet<usize> = places.filter(|at| *at <= length).chain([0, length]).collect();
    cuts.into_iter().collect()
}

/// Gathers pieces into paragraphs.
struct Writer<'a, 'r> {
    annotations: &'a Annotations<'r>,
    paragraphs: Vec<Paragraph>,
    open: Vec<Piece>,
    /// What is written now is an item of a list.
    is_item: bool,
}

impl Writer<'_, '_> {
    fn words(&mut self, words: Words, mention: Option<&Reference>) {
        let Some(mention) = mention else {
            self.open.push(Piece::Words(words));
            return;
        };
        // Cut by a highlight, one mention is still one link.
        if let Some(Piece::Cited(cited)) = self.open.last_mut()
            && cited.id == mention.id
            && mention.spot.is_some_and(|spot| cited.length() < spot.at[1] - spot.at[0])
        {
            cited.words.push(words);
            return;
        }
        self.open.push(Piece::Cited(Cited {
            words: vec![words],
            page: super::page_about(&mention.id),
            official: mention.url.clone(),
            times: self.annotations.times.get(&mention.id).copied().unwrap_or(1),
            id: mention.id.clone(),
        }));
    }

    fn mark(&mut self, note: usize) {
        self.open.push(Piece::Mark { note, label: self.annotations.label(note) });
    }

    fn close(&mut self) {
        let pieces = std::mem::take(&mut self.open);
        if !pieces.is_empty() {
            self.paragraphs.push(Paragraph { pieces, is_item: self.is_item });
        }
    }
}

impl Cited {
    fn length(&self) -> usize {
        self.words.iter().map(|words| words.text.chars().count()).sum()
    }
}

/// A passage with its highlights.
pub(super) fn highlighted(text: &str, found: &[[usize; 2]]) -> Vec<Words> {
    let points: Vec<char> = text.chars().collect();
    let cuts = cuts(points.len(), &[], &[], found, &[]);
    let pieces = cuts.windows(2).filter_map(|cut| match cut {
        &[start, end] => {
            let is_found = found.iter().any(|[from, to]| *from <= start && end <= *to);
            Some(Words { text: points[start..end].iter().collect(), is_found })
        }
        _ => None,
    });
    pieces.collect()
}

/// A document as people write it: «Kamerstuk 32 847, nr. 808».
pub(super) fn named(id: &str) -> String {
    notation(&Stated::of(id))
}

/// The same, of a document as a letter states it.
pub(super) fn notation(document: &Stated<Citation>) -> String {
    document.value().map_or_else(|| document.to_string(), Citation::notation)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A letter of one answer with a note and a mention.
    fn letter(text: &str, mark: usize, mention: [usize; 2]) -> Record {
        serde_json::from_value(serde_json::json!({
            "id": "brief-x", "kind": "brief",
            "pairs": [{"id": "brief-x#v1", "numbers": [1], "answer": {"text": text, "paragraphs": items(text)}}],
            "footnotes": [{"id": "footnote:questioner:2", "mark": "2", "text": "Zie daar.",
                "spots": [{"text": "/pairs/0/answer/text", "at": [mark, mark]}]}],
            "references": [{"id": "kst-32847-808", "in": "answer:1", "text": "x",
                "spot": {"text": "/pairs/0/answer/text", "at": mention}}],
        }))
        .expect("a letter object")
    }

    /// The paragraphs of a text, of which those that begin with a dash are items.
    fn items(text: &str) -> serde_json::Value {
        let mut start = 0;
        let one = |own: &str| {
            let at = [start, start + own.chars().count()];
            start = at[1] + 1;
            serde_json::json!({"at": at, "kind": if own.starts_with('–') { "item" } else { "plain" }})
        };
        text.split('\n').map(one).collect()
    }

    /// Pieces as one line: `[…]` is highlighted, `<…>` a mention, `^…` a mark.
    fn outline(paragraphs: &[Paragraph]) -> String {
        let words = |words: &Words| if words.is_found { format!("[{}]", words.text) } else { words.text.clone() };
        let piece = |piece: &Piece| match piece {
            Piece::Words(own) => words(own),
            Piece::Mark { label, .. } => format!("^{label}"),
            Piece::Cited(cited) => format!("<{}>", cited.words.iter().map(words).collect::<String>()),
        };
        let line = |paragraph: &Paragraph| {
            let line: String = paragraph.pieces.iter().map(piece).collect();
            if paragraph.is_item { format!("* {line}") } else { line }
        };
        paragraphs.iter().map(line).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn texts_are_cut_at_what_stands_in_them() {
        let check = |text: &str, mark: usize, mention: [usize; 2], found: &[[usize; 2]], expect: &str| {
            let record = letter(text, mark, mention);
            let paragraphs = Annotations::of(&record).paragraphs(TextOf::Answer { pair: 0 }, found);
            assert_eq!(outline(&paragraphs), expect, "{text}");
        };
        check("Zie Kst 808.", 12, [4, 11], &[], "Zie <Kst 808>.^v2");
        check("Zie Kst 808.", 11, [4, 11], &[[4, 7]], "Zie <[Kst] 808>^v2.");
        check("Eén.\n– twee Kst", 4, [12, 15], &[[0, 3]], "[Eén].^v2 | * – twee <Kst>");
        check("– eerst\n2. later", 0, [2, 7], &[], "* ^v2– <eerst> | 2. later");
    }
}
