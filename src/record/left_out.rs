//! What the pages print and no text of the letter holds, with the reason for leaving it out.
//!
//! Pairs, sections, notes, front matter, marks, headings and this list together hold every sign of the pages exactly
//! once (`tests/account` counts). Nothing here is searched; all of it can be shown.

use serde::{Deserialize, Serialize};

use super::language::Language;

/// A line or paragraph that is printed and in no text of the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Why it was left out.
    pub reason: Reason,
    /// As printed.
    pub text: String,
    /// The page on which it stands; `null` for plain text without form feeds.
    #[serde(default)]
    pub page: Option<usize>,
}

impl LeftOut {
    /// The same words for the same reason on several pages as one, with those pages, and page numbers as one; the
    /// reasons in the order of [`Reason::ALL`].
    #[must_use]
    pub fn gathered(all: &[Self]) -> Vec<(Reason, String, Vec<usize>)> {
        let mut gathered: Vec<(Reason, String, Vec<usize>)> = Vec::new();
        for left in all {
            let same = gathered.iter_mut().find(|(reason, text, _)| {
                *reason == left.reason && (*text == left.text || left.reason == Reason::PageNumber)
            });
            match same {
                Some((reason, text, pages)) => {
                    if *reason == Reason::PageNumber {
                        text.extend([" ", &left.text]);
                    }
                    pages.extend(left.page.filter(|page| !pages.contains(page)));
                }
                None => gathered.push((left.reason, left.text.clone(), left.page.into_iter().collect())),
            }
        }
        gathered.sort_by_key(|(reason, ..)| *reason);
        gathered
    }
}

/// Makes the closed list of reasons: each is one row with its name in JSON and its words.
macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident, $name:literal, $english:literal, $dutch:literal;)*) => {
        /// The reasons for leaving something out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Reason {
            $($(#[$doc])* #[serde(rename = $name)] $reason,)*
        }

        impl Reason {
            /// All reasons, in the order in which they are listed to people.
            pub const ALL: &[Self] = &[$(Self::$reason),*];

            /// The name in JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$reason => $name,)* }
            }

            /// What people read.
            #[must_use]
            pub fn words(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$reason, Language::English) => $english, (Self::$reason, Language::Dutch) => $dutch,)*
                }
            }
        }
    };
}

reasons! {
    /// A line that heads the pages.
    RunningHead, "running-head", "running head", "kopregel";
    /// A line at the foot of the pages.
    RunningFoot, "running-foot", "running foot", "voetregel";
    /// The number of the page.
    PageNumber, "page-number", "page number", "paginanummer";
    /// A column beside the text: address, date, reference.
    SideColumn, "side-column", "side column", "kolom naast de tekst";
    /// The sender's name and address.
    Letterhead, "letterhead", "letterhead", "briefhoofd";
    /// What is filled into a form.
    Form, "form", "form field", "formulierveld";
    /// The same words printed twice in one place.
    Overprint, "overprint", "printed twice", "dubbel gedrukt";
    /// A stamp, or type that does not run level.
    Watermark, "watermark", "stamp or watermark", "stempel of watermerk";
    /// Lettering of a picture.
    Figure, "figure", "lettering of a figure", "tekst in een afbeelding";
    /// Text that the page does not show.
    Hidden, "hidden", "hidden text", "verborgen tekst";
}
