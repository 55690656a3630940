//! vraagbaak reads the letters in which Dutch ministers answer the Tweede Kamer: every question gets its answer, every
//! footnote its place, every reference its official number, and all of it becomes searchable.
//!
//! This page is the map of the house. What the program promises to people stands in its README and help texts.
//!
//! # Pipeline
//!
//! Data flows one way; a stage is a module; a type lives in the module that makes it.
//!
//! ```text
//! bytes ── pdf (ocr: of scans) ──▶ pages ── layout ──▶ Text ── letter ──▶ Letter ─┐
//!                                                     └──── citation ─▶ Found ──┴─ document ──▶ Record
//!
//! corpus ──▶ files ── ingest (worker: document in a process of its own) ──▶ index ── search ──▶ cli, web
//! ```
//!
//! | module | takes | gives |
//! |---|---|---|
//! | [`tuning`] | a row for each threshold | its value, with unit, reason and witness |
//! | [`normalize`] | text | the form in which texts are compared |
//! | [`lexicon`] | words | whether Dutch knows them; abbreviations, ministries, parties, lists of words |
//! | [`pdf`] | bytes | pages of positioned, styled text runs |
//! | [`ocr`] | the picture of a page | its words, as runs |
//! | [`layout`] | pages or plain text | one running [`Text`](layout::Text) with its marks and rectangles |
//! | [`letter`] | a text | kind, front matter, questions, answers, notes, doubts |
//! | [`citation`] | running text | mentions of official documents, as values with canonical ids |
//! | [`record`] | | the letter object, as everyone outside sees it |
//! | [`document`] | bytes | the stages called in order: a record, the maps of its pages, pictures of them, a PDF with links |
//! | [`corpus`] | paths | files of letters, and which are new, changed, gone |
//! | [`worker`] | bytes | the same, made in a process of its own with limits |
//! | [`index`] | records | an index on disk, with the list of what it holds |
//! | [`search`] | a query | results as plain data |
//! | [`ingest`] | paths | an index brought up to date, and a report |
//! | [`answer`] | results | the answers as JSON, the same for the command line and the API |
//! | [`cli`] | arguments | output of the command line |
//! | [`web`] | requests | pages, the API, feeds |
//!
//! # Arrows
//!
//! These are all the imports between modules; the suite holds the code to them. The letter object has no stage of its
//! own: [`letter`] already speaks in its kinds, relations and numbers, so that nothing is translated on the way.
//!
//! ```text
//! every stage → tuning
//! lexicon  → normalize
//! ocr      → pdf
//! layout   → pdf, lexicon
//! letter   → layout, lexicon, normalize, citation, record
//! record   → citation
//! document → pdf, ocr, layout, letter, citation, record, normalize
//! worker   → document, record
//! index    → record, lexicon, citation, normalize
//! search   → index, record, lexicon, citation, normalize
//! ingest   → corpus, worker, record, index
//! answer   → worker, document, record, search, citation
//! cli      → answer, web, ingest, worker, document, record, search, citation
//! web      → answer, ingest, worker, document, record, search, citation
//! ```
//!
//! # Invariants
//!
//! - **One text.** [`layout::Text`] is built once; every later span is a byte range into it. No later stage cleans,
//!   rewrites or re-joins it. Texts are normalized to be compared, never to be kept.
//! - **Only files fail.** A file that cannot be read as a whole is the only error of reading, and it comes from [`pdf`].
//!   Everything else that goes wrong, a page whose picture cannot be recognised too, is data: a fault, a doubt or a near
//!   miss, which [`document`] turns into warnings.
//! - **Nothing is invented.** Text that is not in the letter is in no record; unknown is absent, never empty.
//! - **Pairs are paired by number**, never by position, and what is not sure carries a doubt.
//! - **The index is derived.** It may be deleted at any time, is never migrated, and holds the list of its files in
//!   itself; what was committed survives a kill.
//! - **Every string is a query.** What a person types gives results or a plain sentence, never a parser's error.
//! - **One grammar for official numbers**: letters, queries and flags all go through [`citation`].
//! - **A bad file costs itself**: reading happens in other processes, with limits on memory and time.
//!
//! # Glossary
//!
//! | word | meaning |
//! |---|---|
//! | Kamer | a chamber of parliament: Tweede (the questioner here) or Eerste |
//! | Kamerstuk | a parliamentary paper: dossier and ondernummer, `kst-32847-808` |
//! | Dossier | a file of Kamerstukken on one subject, `32847`, with a toevoeging where it is a chapter, `36600-VII` |
//! | Toevoeging | the part of a dossier's number after the dash |
//! | Ondernummer | the number of a paper within its dossier |
//! | Vergaderjaar | the session year, September to September, `2023-2024` |
//! | Handelingen | the minutes of a chamber |
//! | Aanhangsel | the appendix to the Handelingen, in which answered questions are published |
//! | Mededeling | a notice in the Aanhangsel that an answer is postponed |
//! | Lijst | lijst van vragen en antwoorden: a committee's numbered questions with the answers |
//! | Schriftelijk overleg | written consultation: prose by party, and the minister's reaction |
//! | Nota | nota naar aanleiding van het verslag: the government's answers to what a chamber asks about a bill |
//! | Motie | a motion: members propose that the chamber says something |
//! | pair | one answer with the questions that it answers |
//! | publication | a letter in which an answer stands; the ministry's letter and its Aanhangsel are two of one answer |
//! | twin | a pair that is another publication of the same answer; the mark that twins share |
//! | case | the letters about the same questions: postponement, answer, addition, correction |
//! | section | running text that is in no pair |
//! | mark | the small raised number that leads to a note |
//! | anchor | the place in the body where a note's mark stands |
//! | mention | an occurrence of a citation in a text |
//! | doubt | a warning that our reading may be wrong there |

pub mod lexicon;
pub mod tuning;

pub mod normalize;

pub mod pdf;

pub mod ocr;

pub mod layout;

pub mod letter;

pub mod citation;

pub mod record;

pub mod document;

pub mod corpus;
pub mod worker;

pub mod index;
pub mod search;

pub mod ingest;

pub mod answer;
pub mod cli;
pub mod web;
