//! The arguments that several commands take.

use std::path::PathBuf;

use clap::{Args as Group, ValueHint};

use crate::document::Scans;

/// Where the index lies when nothing else is said.
const INDEX: &str = "index";

/// How an answer is printed.
#[derive(Debug, Clone, Copy, Group)]
pub(in crate::cli) struct Output {
    /// Print JSON, one object a line
    #[arg(long)]
    pub json: bool,
}

/// What is done with scans.
#[derive(Debug, Clone, Copy, Group)]
pub(in crate::cli) struct Recognition {
    /// Leave scanned pages unread
    #[arg(long)]
    pub no_ocr: bool,
}

impl Recognition {
    pub(in crate::cli) fn scans(self) -> Scans {
        if self.no_ocr { Scans::Leave } else { Scans::Recognise }
    }
}

/// Which index is asked.
#[derive(Debug, Clone, Group)]
pub(in crate::cli) struct Place {
    /// The folder of the index
    #[arg(long = "index", value_name = "DIR", default_value = INDEX, value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}
