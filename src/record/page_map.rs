//! Where the texts and the citations of a letter stand on its pages: what it takes to mark a pair on the picture of a
//! page, to cut it out, or to put links on the PDF, without reading the letter again.
//!
//! A map belongs to the [`Record`] that the same reading gave: it names texts and references by their places in it.
//! Reading processes and the index keep maps [packed](pack). Each number is written as its difference from the one it
//! is likely to equal (the left edge of the line above, say), so that a line of a letter takes some seven bytes.
//!
//! **Invariant:** all lengths are points from the upper left corner of the page as displayed, in whole hundredths, so
//! that packing loses nothing.

use super::{Record, TextOf};

/// A letter as read, with the maps of its pages; plain text has no maps.
pub type Reading = (Record, Vec<PageMap>);

/// Left, top, right and bottom edge.
pub type Area = [f32; 4];

/// A page of a letter, and where its texts and citations are.
#[derive(Debug, Clone, PartialEq)]
pub struct PageMap {
    /// The page's number, from 1.
    pub page: usize,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// The lines of every text that has a part on it, in order of reading.
    pub lines: Vec<Line>,
    /// Its citations, an area for each line of them.
    pub citations: Vec<Cited>,
}

/// A line of a text, or the part of one that stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Which text.
    pub text: TextOf,
    /// Where.
    pub area: Area,
}

/// A citation, or the part of it on one line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cited {
    /// Its place in [`Record::references`].
    pub reference: usize,
    /// Where.
    pub area: Area,
}

/// Hundredths of a point.
const UNITS: f32 = 100.0;

/// A length in points to the nearest hundredth, as all lengths of a map are.
#[must_use]
pub fn rounded(length: f32) -> f32 {
    points(units(length))
}

fn units(length: f32) -> i64 {
    // The narrower type keeps what a broken file makes infinite in bounds.
    i64::from((length * UNITS).round() as i32)
}

/// A count or a place in a list, none of which comes near the bounds.
fn signed(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

fn points(units: i64) -> f32 {
    units as f32 / UNITS
}

/// The maps of a letter in few bytes; none for no maps.
#[must_use]
pub fn pack(maps: &[PageMap]) -> Vec<u8> {
    let mut packed = Packer::default();
    for map in maps {
        packed.place(map.page);
        packed.number(units(map.width));
        packed.number(units(map.height));
        let (mut text, mut area) = (None, [0; 4]);
        packed.place(map.lines.len());
        for line in &map.lines {
            packed.text(text.replace(line.text), line.text);
            packed.area(&mut area, line.area);
        }
        let mut reference = 0;
        packed.place(map.citations.len());
        for cited in &map.citations {
            let own = signed(cited.reference);
            packed.number(own - std::mem::replace(&mut reference, own));
            packed.area(&mut area, cited.area);
        }
    }
    packed.0
}

/// The maps that were packed; `None` where the bytes are damaged.
#[must_use]
pub fn unpack(packed: &[u8]) -> Option<Vec<PageMap>> {
    let mut packed = Unpacker(packed);
    let mut maps = Vec::new();
    while !packed.0.is_empty() {
        let (page, width, height) = (packed.place()?, points(packed.number()?), points(packed.number()?));
        let (mut text, mut area) = (None, [0; 4]);
        let lines = (0..packed.place()?).map(|_| {
            let own = packed.text(text)?;
            text = Some(own);
            Some(Line { text: own, area: packed.area(&mut area)? })
        });
        let lines = lines.collect::<Option<Vec<_>>>()?;
        let mut reference = 0_i64;
        let citations = (0..packed.place()?).map(|_| {
            reference = reference.checked_add(packed.number()?)?;
            Some(Cited { reference: reference.try_into().ok()?, area: packed.area(&mut area)? })
        });
        let citations = citations.collect::<Option<Vec<_>>>()?;
        maps.push(PageMap { page, width, height, lines, citations });
    }
    Some(maps)
}

/// Writes numbers, small ones in one byte.
#[derive(Default)]
struct Packer(Vec<u8>);

impl Packer {
    /// Zigzag, then seven bits a byte, the lowest first; the high bit says that more follow.
    fn number(&mut self, number: i64) {
        let mut rest = ((number << 1) ^ (number >> 63)) as u64;
        while rest >= 0x80 {
            self.0.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    fn place(&mut self, place: usize) {
        self.number(signed(place));
    }

    /// 0 for the text of the line before; else its kind and its places.
    fn text(&mut self, before: Option<TextOf>, text: TextOf) {
        if before == Some(text) {
            return self.number(0);
        }
        let (kind, places) = match text {
            TextOf::Question { pair, question } => (1, vec![pair, question]),
            TextOf::Answer { pair } => (2, vec![pair]),
            TextOf::Section(at) => (3, vec![at]),
            TextOf::Footnote(at) => (4, vec![at]),
        };
        self.number(kind);
        for place in places {
            self.place(place);
        }
    }

    /// Left, top and right as they differ from the area before, and the height likewise.
    fn area(&mut self, before: &mut [i64; 4], area: Area) {
        let [left, top, right, bottom] = area.map(units);
        let now = [left, top, right, bottom - top];
        now.iter().zip(*before).for_each(|(now, before)| self.number(now - before));
        *before = now;
    }
}

/// Reads what a [`Packer`] wrote.
struct Unpacker<'a>(&'a [u8]);

impl Unpacker<'_> {
    fn number(&mut self) -> Option<i64> {
        let mut bits = 0_u64;
        for shift in (0..u64::BITS).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            bits |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some((bits >> 1).cast_signed() ^ -(bits & 1).cast_signed());
            }
        }
        None
    }

    fn place(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    fn text(&mut self, before: Option<TextOf>) -> Option<TextOf> {
        Some(match self.number()? {
            0 => before?,
            1 => TextOf::Question { pair: self.place()?, question: self.place()? },
            2 => TextOf::Answer { pair: self.place()? },
            3 => TextOf::Section(self.place()?),
            4 => TextOf::Footnote(self.place()?),
            _ => return None,
        })
    }

    fn area(&mut self, before: &mut [i64; 4]) -> Option<Area> {
        for side in &mut *before {
            *side = side.checked_add(self.number()?)?;
        }
        let [left, top, right, height] = *before;
        Some([left, top, right, top.checked_add(height)?].map(points))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn maps() -> impl Strategy<Value = Vec<PageMap>> {
        let length = || (-10_000_i32..1_000_000).prop_map(|units| rounded(units as f32 / UNITS));
        let area = move || [length(), length(), length(), length()];
        let text = prop_oneof![
            (0..900_usize, 0..3_usize).prop_map(|(pair, question)| TextOf::Question { pair, question }),
            (0..900_usize).prop_map(|pair| TextOf::Answer { pair }),
            (0..90_usize).prop_map(TextOf::Section),
            (0..90_usize).prop_map(TextOf::Footnote),
        ];
        let lines = prop::collection::vec((text, area()).prop_map(|(text, area)| Line { text, area }), 0..9);
        let cited = (0..999_usize, area()).prop_map(|(reference, area)| Cited { reference, area });
        let page = (1..999_usize, length(), length(), lines, prop::collection::vec(cited, 0..9));
        let page =
            page.prop_map(|(page, width, height, lines, citations)| PageMap { page, width, height, lines, citations });
        prop::collection::vec(page, 0..4)
    }

    proptest! {
        #[test]
        fn what_was_packed_is_unpacked(maps in maps()) {
            let packed = pack(&maps);
            prop_assert_eq!(unpack(&packed), Some(maps));
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _read = unpack(&bytes);
        }
    }

    #[test]
    fn a_line_like_the_one_above_takes_seven_bytes() {
        let line = |top: f32| Line {
            text: TextOf::Answer { pair: 3 },
            area: [100.0, top, 480.0 + top / 9.0, top + 10.0].map(rounded),
        };
        let lines: Vec<Line> = (0..40).map(|at| line(60.0 + 14.4 * at as f32)).collect();
        let map = PageMap { page: 1, width: 595.28, height: 841.89, lines, citations: Vec::new() };
        let packed = pack(std::slice::from_ref(&map));
        assert!(packed.len() < 40 * 8, "{}", packed.len());
        assert_eq!(unpack(&packed[..packed.len() - 1]), None, "cut off");
        assert_eq!(unpack(&[]), Some(Vec::new()));
    }
}
