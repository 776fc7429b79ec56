//! How exact a number is meant: "about", "at least", "nearly".

use crate::facts::page::Page;
use crate::facts::page::counting::list;
use crate::model::Qualifier;

/// How exact the number that begins at `at` is meant, and where the words that say so begin.
pub(super) fn qualifier(page: &Page<'_>, first: usize, at: usize) -> (Qualifier, usize) {
    const KINDS: [(&str, Qualifier); 6] = [
        ("at_least", Qualifier::AtLeast),
        ("more_than", Qualifier::MoreThan),
        ("at_most", Qualifier::AtMost),
        ("less_than", Qualifier::LessThan),
        ("about", Qualifier::About),
        ("nearly", Qualifier::Nearly),
    ];
    for length in (1..=4).rev() {
        let Some(start) = at.checked_sub(length).filter(|start| *start >= first) else {
            continue;
        };
        let keys: Vec<&str> = page
            .slice(start..at)
            .iter()
            .map(|t| t.key.as_str())
            .collect();
        let phrase = keys.join(" ");
        for (section, qualifier) in KINDS {
            if list().has_in(section, &phrase) {
                return (qualifier, start);
            }
        }
    }
    (Qualifier::Exact, at)
}
