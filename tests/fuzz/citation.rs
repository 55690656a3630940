//! Citations are found in any text, in order and on character boundaries, and their ids read back as themselves.

#![no_main]

use libfuzzer_sys::fuzz_target;
use vraagbaak::citation::{self, Citation, Setting};

fuzz_target!(|text: &str| {
    let mut end = 0;
    for mention in citation::find(text, Setting::Footnote).mentions {
        assert!(mention.at.start >= end && text.get(mention.at.clone()).is_some());
        end = mention.at.end;
        let id = mention.citation.id();
        assert_eq!(id.parse::<Citation>().map(|citation| citation.id()), Ok(id));
    }
});
