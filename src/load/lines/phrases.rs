//! The phrases of page furniture (`data/furniture.txt`).

use crate::load::page::shape::Shape;
use crate::text::{fold::fold, lexicon::Lexicon};
use std::sync::LazyLock;

static PHRASES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(include_str!("data/furniture.txt")));

/// A heading of a list is at most so long, in words.
const LONGEST_HEADING: usize = 9;

/// Whether the section `kind` holds `key`.
pub(in crate::load) fn listed(kind: &str, key: &str) -> bool {
    PHRASES.has_in(kind, key)
}

/// What the section `kind` holds.
pub(in crate::load) fn phrases(kind: &str) -> impl Iterator<Item = &'static str> {
    PHRASES.section(kind)
}

/// Whether `block` is the heading of a list of other articles.
pub(in crate::load) fn is_heading(shape: &Shape) -> bool {
    let key = shape
        .key
        .trim_matches(|c: char| c.is_whitespace() || ":-#*>~.+=_/\\\"[]()".contains(c));
    listed("heading", key)
        || (shape.words <= LONGEST_HEADING && !shape.stop && begins("heading start", key).is_some())
}

/// Whether a line that holds a date tells when something was changed.
pub(in crate::load) fn tells_of_change(line: &str) -> bool {
    let line = fold(line);
    PHRASES
        .section("changed")
        .any(|phrase| line.contains(phrase))
}

/// Whether `key` ends with a phrase of the section `kind`, behind other words.
pub(in crate::load) fn ends_in(kind: &str, key: &str) -> bool {
    let mut phrases = PHRASES.section(kind);
    phrases.any(|phrase| {
        let before = key.strip_suffix(phrase);
        before.is_some_and(|before| before.ends_with(' '))
    })
}

/// The longest phrase of the section `kind` with which `key` begins, at a word's end.
pub(in crate::load) fn begins(kind: &str, key: &str) -> Option<&'static str> {
    let fits = |phrase: &&str| {
        key.strip_prefix(*phrase).is_some_and(|rest| {
            !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
        })
    };
    PHRASES
        .alike(kind, key)
        .filter(fits)
        .max_by_key(|phrase| phrase.len())
}

#[cfg(test)]
mod tests {
    use super::is_heading;
    use crate::load::page::shape::Shape;

    #[test]
    fn headings_of_lists_in_any_dress() {
        let is = |text: &str| is_heading(&Shape::new(text));
        assert!(is("TIN LIÊN QUAN") && is("Read more:") && is("### Mehr zum Thema ###"));
        assert!(is("More from the Gazette"));
        assert!(!is("Related developments") && !is("More from the mayor came on Monday."));
    }
}
