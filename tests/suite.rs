//! One suite, one binary: each module tests a stage or a face, from the outside, in the order of the pipeline.

// Where the reference sets lie.
mod sets;

// The map in lib.rs is true: arrows, homes of crates, headers.
mod architecture;

// Thresholds: each with unit, reason and witness.
mod thresholds;

// PDFs into positioned runs.
mod pdf;

// Signs, blanks and places as writers of PDFs leave them, and the text that comes of it.
mod glyphs;

// OCR: scans read as their letters, and what a missing or failing program costs.
mod ocr;

// Layout: nothing is lost, ranges are sound, paragraphs and marks.
mod layout;

// Letters out of plain text: headings, pairs, front matter, notes, doubts.
mod letter;

// The audit: what contradicts a reading as a whole becomes a doubt.
mod audit;

// Invented letters of all times: what they say of themselves, their pairs and sections.
mod fronts;

// Citations: find, resolve, canonical ids, addresses, errors.
mod citations;

// Analysis: words, stems and parts.
mod analysis;

// Words as people type them: misspelt, short for something, with and without hyphens.
mod words;

// Completion of what is typed so far.
mod suggest;

// Which pair the notes and references of a letter belong to.
mod belongings;

// The index: what is held, what survives.
mod index;

// Page maps: kept by the index, and made once.
mod page_maps;

// Search: query language, hits, citations, similar questions.
mod search;

// The query language to its edges, its explanation, and hostile strings.
mod queries;

// What is one result: publications of an answer, letters of a case, answers given since, facets, order, ministries.
mod publications;

// Papers and drafts: who cites, what is near, what an earlier question shares.
mod papers;

// Whole letters against their right reading: pairs and texts, of the corpus and of real letters.
mod reading;

// Doubts that can be relied on: no pair without one is wrong, few with one are right.
mod trust;

// The same letters in many layouts: the same reading, or a doubt.
mod layouts;

// The letters of the corpus: what was understood of each, as an outline beside it.
mod golden;

// References made clickable: sound files, right places, right addresses.
mod link;

// Reading in other processes: what a bad file costs.
mod worker;

// The program as it is run: exit statuses, output, bad input.
mod cli;

// The server: pages, API, feeds, downloads, uploads, headers.
mod web;

// The trust report: what is doubtful, where, in which order, with which exit status.
mod check;

// Every kind of warning arises from a letter.
mod witnesses;

// The wording of every error and every warning.
mod messages;
