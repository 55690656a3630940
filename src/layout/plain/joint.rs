//! How two lines of a paragraph meet.

/// What stands between two lines that are one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A space.
    Space,
    /// Nothing; what the upper line ends with stays.
    None,
    /// Nothing; the hyphen that the upper line ends with goes.
    Drop,
}

/// How these two lines meet.
pub(super) fn between(upper: &str, lower: &str) -> Joint {
    let left = upper.rsplit(char::is_whitespace).next().unwrap_or_default();
    let right = lower.split(char::is_whitespace).next().unwrap_or_default();
    if is_address(left) && (left.ends_with(['/', '-', '_', '=', '&', '%']) || right.starts_with(['/', '%', '_', '=', '&'])) {
        return Joint::None;
    }
    let Some(stem) = left.strip_suffix(['-', '\u{2010}', '\u{ad}']) else { return Joint::Space };
    if matches!(right, "en" | "of" | "en/of" | "tot" | "dan" | "noch" | "respectievelijk") || stem.is_empty() {
        return Joint::Space;
    }
    let part = stem.rsplit('-').next().unwrap_or_default();
    let name = part.chars().skip(1).any(char::is_uppercase) || part.chars().any(|c| c.is_ascii_digit());
    let right_name = right.chars().any(char::is_uppercase);
    if name || right_name || part.is_empty() { Joint::None } else { Joint::Drop }
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.")
}
