//! The test suite, one binary.

mod pdf; // PDFs into positioned runs
