//! The marks that items of a list begin with: «–», «•», «1.», «(2)», «a)», «iii.».

use super::sentence::is_open_abbreviation;

/// Bullets and dashes; what fonts of symbols leave without a meaning counts too.
const BULLETS: [char; 15] = ['•', '–', '-', '●', '▪', '◦', '○', '■', '·', '*', '—', '‣', '➢', '□', '►'];
/// Most digits of an item's number, and most letters of a Roman one.
const DIGITS: usize = 3;
const ROMAN: usize = 4;

/// What an item of a list begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListMark {
    /// «•», «–», «-».
    Bullet,
    /// «1.», «(1)», «1)».
    Number,
    /// «a.», «b)», «(c)».
    Letter,
    /// «ii.», «(iv)».
    Roman,
}

/// The mark that a line begins with, if a blank follows it: «– eerst», «1. Kent u», «a) of».
///
/// Whether an item begins there is for the caller to say: the line may begin so by the accident of a line break
/// («… pagina / 3. In dit rapport»).
#[must_use]
pub fn list_mark(line: &str) -> Option<ListMark> {
    let (mark, _) = line.split_once(' ')?;
    let mut chars = mark.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        let symbol = ('\u{E000}'..='\u{F8FF}').contains(&only);
        return (BULLETS.contains(&only) || symbol).then_some(ListMark::Bullet);
    }
    if !mark.ends_with(['.', ')', ']']) || is_open_abbreviation(mark) {
        return None;
    }
    let core = mark.trim_matches(['(', ')', '.', '[', ']']);
    let all = |longest: usize, is: fn(char) -> bool| !core.is_empty() && core.len() <= longest && core.chars().all(is);
    if all(DIGITS, |c| c.is_ascii_digit()) {
        Some(ListMark::Number)
    } else if all(1, |c| c.is_ascii_lowercase()) {
        Some(ListMark::Letter)
    } else {
        all(ROMAN, |c| "ivx".contains(c)).then_some(ListMark::Roman)
    }
}

#[cfg(test)]
mod tests {
    use super::{ListMark, list_mark};

    #[test]
    fn marks_are_told_by_their_form() {
        let check = |line: &str, expect: Option<ListMark>| assert_eq!(list_mark(line), expect, "{line}");
        check("– eerst", Some(ListMark::Bullet));
        check("\u{F0B7} eerst", Some(ListMark::Bullet));
        check("1. Kent u", Some(ListMark::Number));
        check("(12) Kent u", Some(ListMark::Number));
        check("a) of", Some(ListMark::Letter));
        check("iii. en", Some(ListMark::Roman));
        for line in ["2024 later", "nr. 3", "p. 4", "A. Jansen", "1.", "12.500 woningen", "... en", "Ja. Nee", ""] {
            check(line, None);
        }
    }
}
