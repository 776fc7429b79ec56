//! What the capitals of a sentence show: which words are names, and which only begin something.

use super::dateline::dateline;
use super::lists::Class;
use super::{Case, Page, Token};
use std::collections::BTreeSet;

/// The folded words that stand with a capital where nothing but a name explains it.
pub(in crate::facts) type Capitals = BTreeSet<String>;

/// Adds a page's words that have a capital inside a sentence.
pub(in crate::facts) fn capitals(page: &Page<'_>, known: &mut Capitals) {
    for range in &page.sentences {
        let tokens = page.slice(dateline(page, range)..range.end);
        if is_title_case(tokens) {
            continue;
        }
        for (place, token) in tokens.iter().enumerate() {
            let name = token.is_capital() && !token.class.is(Class::FUNCTION);
            if name && !known.contains(&token.key) && !begins(tokens, place) {
                known.insert(token.key.clone());
            }
        }
    }
}

/// Whether a sentence is set like a headline, so that its capitals show nothing.
pub(in crate::facts) fn is_title_case(tokens: &[Token]) -> bool {
    let long = tokens.iter().filter(|t| t.is_word() && t.key.len() > 3);
    let (small, all) = long.fold((0, 0), |(small, all), token| {
        (small + usize::from(token.case == Case::Lower), all + 1)
    });
    let upper = tokens
        .iter()
        .filter(|t| t.is_word() && t.case == Case::Upper)
        .count();
    let stopped = tokens
        .iter()
        .rev()
        .take(2)
        .any(|t| t.is_one_of(&[".", "?", "!"]));
    all >= 4 && small * 5 <= all && (!stopped || upper >= all)
}

/// Whether the word at `place` has a capital because something begins with it.
pub(in crate::facts) fn begins(tokens: &[Token], place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|i| tokens.get(i));
    before.is_none_or(|token| {
        !token.is_word()
            && !token.is_one_of(&[",", "-", "(", "'s", "&", "/", "'", "’", ")", "$", "."])
            && !token.key.starts_with(|c: char| c.is_ascii_digit())
    }) || before.is_some_and(|t| t.is_one_of(&["(", "—", "."]) && place < 3)
}
