//! The test suite, one binary.

mod pdf; // PDFs into positioned runs

// Layout: nothing is lost, ranges are sound, paragraphs and marks.
mod layout;
