//! The Handelingen: the report of what was said in a meeting.

use std::fmt;
use std::ops::Range;

use super::aanhangsel::{kamer_of_id, plain_number};
use super::head::{self, Head};
use super::numbers::{self, Label};
use super::scan::{Cursor, is_dash};
use super::tuning;
use super::{Kamer, Vergaderjaar, dossier};

/// A place in the Handelingen: `h-tk-20162017-39-39`, `h-ek-20112012-21`, `h-tk-20062007-p3564`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handelingen {
    kamer: Kamer,
    year: Vergaderjaar,
    place: Place,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Place {
    /// A meeting.
    Meeting(u16),
    /// An item of a meeting's agenda; in old identifiers the first and the last page.
    Item(u16, u16),
    /// A page, where no item is known: pages were numbered through the year.
    Page(u16),
}

/// From this session year on, items are numbered and pages begin anew with each.
const ITEMS_SINCE: u16 = 2011;

impl Handelingen {
    /// `chamber "-" dddddddd "-" (meeting ["-" item] | "p" page)`, what follows `h-`.
    pub(super) fn from_segments(segments: &[&str]) -> Option<Self> {
        let (kamer, year, place) = match segments {
            [kamer, year, place] => {
                let place = match place.strip_prefix('p') {
                    Some(page) => Place::Page(plain_number(page)?),
                    None => Place::Meeting(plain_number(place)?),
                };
                (kamer, year, place)
            }
            [kamer, year, meeting, item] => (kamer, year, Place::Item(plain_number(meeting)?, plain_number(item)?)),
            _ => return None,
        };
        Some(Self { kamer: kamer_of_id(kamer)?, year: Vergaderjaar::from_compact(year)?, place })
    }

    /// True where the identifier is that of a published document.
    pub(super) fn has_address(&self) -> bool {
        matches!(self.place, Place::Item(..))
    }
}

impl fmt::Display for Handelingen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "h-{}-{}-", self.kamer, self.year.compact())?;
        match self.place {
            Place::Meeting(meeting) => write!(f, "{meeting}"),
            Place::Item(meeting, item) => write!(f, "{meeting}-{item}"),
            Place::Page(page) => write!(f, "p{page}"),
        }
    }
}

/// What follows the keyword, the chamber and the year.
///
/// ```text
/// body    = [","] [dossier ","] (places | pages) {(";" | "," | "en") [year ","] places}
/// places  = [label] meeting (DASH item [DASH page] | [","] items | [","] pages | nothing)
/// items   = ("item" | "items" | "agendapunt") list
/// pages   = ("p." | "blz." …) page [DASH page [DASH page]]
/// ```
pub(super) fn body(c: &mut Cursor<'_>, head: &Head) -> Option<Vec<(Range<usize>, Handelingen)>> {
    let year = head.year?;
    let kamer = head.kamer.unwrap_or(Kamer::Tweede);
    let make = |year, place| Handelingen { kamer, year, place };
    c.attempt(|c| {
        comma(c);
        if c.attempt(|c| {
            dossier::number(c)?;
            c.mark(|c| c == ',')
        })
        .is_some()
        {
            c.spaces();
        }
        let places = pages(c, year, None).map(|place| vec![(c.at()..c.at(), place)]).or_else(|| meetings(c, year))?;
        let mut found: Vec<_> = places.into_iter().map(|(at, place)| (at, make(year, place))).collect();
        while let Some(more) = c.attempt(|c| {
            let sign = c.mark(|c| matches!(c, ';' | ',')).is_some();
            c.spaces();
            (numbers::conjunction(c) || sign).then_some(())?;
            let year = head::bare(c).year.unwrap_or(year);
            comma(c);
            c.sees(numbers::label).then_some(())?;
            let places = meetings(c, year)?;
            Some(places.into_iter().map(|(at, place)| (at, make(year, place))).collect::<Vec<_>>())
        }) {
            found.extend(more);
        }
        Some(found)
    })
}

fn comma(c: &mut Cursor<'_>) {
    c.mark(|c| matches!(c, ',' | ':' | '.'));
    c.spaces();
}

/// `places`
fn meetings(c: &mut Cursor<'_>, year: Vergaderjaar) -> Option<Vec<(Range<usize>, Place)>> {
    c.attempt(|c| {
        let label = numbers::label(c);
        c.attempt(|c| (c.word("vergadering") && c.spaces() > 0).then_some(()));
        let start = c.at();
        let meeting: u16 = plain_number(c.digits(1..4)?)?;
        // «45e vergadering»
        c.attempt(|c| {
            c.any_word(&["ste", "de", "e"]).then_some(())?;
            c.spaces();
            c.word("vergadering").then_some(())
        });
        if let Some(place) = joined(c, meeting, year, label) {
            return Some(vec![(start..c.at(), place)]);
        }
        if let Some(items) = items(c) {
            let mut places: Vec<_> = items.into_iter().map(|(at, item)| (at, Place::Item(meeting, item))).collect();
            numbers::pages(c);
            if let Some((at, _)) = places.last_mut() {
                at.end = c.at();
            }
            return Some(places);
        }
        if let Some(place) = c.attempt(|c| {
            c.attempt(numbers::remark);
            comma(c);
            pages(c, year, Some(meeting))
        }) {
            return Some(vec![(start..c.at(), place)]);
        }
        let mut places = vec![(start..c.at(), Place::Meeting(meeting))];
        while let Some((at, next)) = c.attempt(|c| {
            c.mark(|c| c == ',');
            c.spaces();
            numbers::conjunction(c).then_some(())?;
            c.spaces();
            let start = c.at();
            let next = plain_number(c.digits(1..4)?)?;
            label?;
            Some((start..c.at(), next))
        }) {
            places.push((at, Place::Meeting(next)));
        }
        let ended = label.is_some()
            || c.sees(|c| c.mark(|c| matches!(c, ')' | '.' | ';' | ',' | ']')))
            || c.sees(|c| {
                c.spaces();
                c.done().then_some(())
            });
        let date = c.sees(|c| {
            c.spaces();
            numbers::month(c)
        });
        (ended && !date).then_some(places)
    })
}

/// `meeting DASH item [DASH page]`: the debate form; before 2011 the second is a page.
fn joined(c: &mut Cursor<'_>, meeting: u16, year: Vergaderjaar, label: Option<Label>) -> Option<Place> {
    c.attempt(|c| {
        c.mark(is_dash)?;
        c.spaces();
        let second: u16 = plain_number(c.digits(1..6)?)?;
        let third = c
            .attempt(|c| {
                c.mark(is_dash)?;
                c.spaces();
                c.digits(1..6)
            })
            .is_some();
        if label == Some(Label::Plural) && !third && second > meeting {
            return None;
        }
        Some(if third || year.first() >= ITEMS_SINCE || second < tuning::meetings_max() {
            Place::Item(meeting, second)
        } else {
            Place::Page(second)
        })
    })
}

/// `items`
fn items(c: &mut Cursor<'_>) -> Option<Vec<(Range<usize>, u16)>> {
    c.attempt(|c| {
        comma(c);
        let label = if c.any_word(&["items", "agendapunten"]) {
            Label::Plural
        } else {
            c.any_word(&["item", "agendapunt"]).then_some(Label::Singular)?
        };
        c.spaces();
        numbers::label(c);
        // «item 6 en nr. 15, item 2»: a label begins the next meeting
        let elements = numbers::unlabelled(c, label)?;
        let items: Vec<_> = elements
            .iter()
            .flat_map(|element| {
                element.numbers.iter().filter_map(|number| Some((element.at.clone(), number.number()?)))
            })
            .collect();
        (!items.is_empty()).then_some(items)
    })
}

/// `pages`: which place they tell, with or without the meeting.
fn pages(c: &mut Cursor<'_>, year: Vergaderjaar, meeting: Option<u16>) -> Option<Place> {
    const WORDS: &[&str] = &["pp", "p", "blz", "bladzijden", "bladzijde", "pag", "pagina's", "pagina"];
    c.attempt(|c| {
        c.any_word(WORDS).then_some(())?;
        c.spaces();
        let first: u16 = plain_number(c.digits(1..6)?)?;
        let mut next = || {
            c.attempt(|c| {
                c.mark(is_dash)?;
                c.spaces();
                plain_number::<u16>(c.digits(1..6)?)
            })
        };
        let (second, third) = (next(), next());
        Some(match (second, third) {
            (Some(item), Some(_)) => Place::Item(first, item),
            (Some(second), None) if meeting == Some(first) => {
                if year.first() >= ITEMS_SINCE {
                    Place::Item(first, second)
                } else {
                    Place::Page(second)
                }
            }
            // «p. 17-1246»: meeting and page, where no year's pages run that far
            (Some(second), None)
                if meeting.is_none()
                    && first < tuning::meetings_max()
                    && second > first + tuning::debate_pages_max() =>
            {
                Place::Page(second)
            }
            _ => Place::Page(first),
        })
    })
}
