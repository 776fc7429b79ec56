//! Which changes of a quotation's wording are worth showing.

use crate::text::diff::{self, Change, Op};
use crate::text::{stopwords::is_function_word, words::Tokenizer};
use std::collections::BTreeSet;

/// Changes longer than this, in characters, say only that the rest is different.
const LONGEST: usize = 80;

/// The changes inside the words that two versions share: what one has before the first shared word
/// or after the last is a cut, not an alteration, and so is a change of function words, of
/// punctuation, or of nothing but a word's ending.
pub(super) fn alterations(left: &str, right: &str, language: Option<&str>) -> Vec<Change> {
    let changes = diff::words(left, right);
    let first = changes.iter().position(|change| change.op == Op::Equal);
    let last = changes.iter().rposition(|change| change.op == Op::Equal);
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    let tokenizer = Tokenizer::new(language);
    let content = |text: &str| -> BTreeSet<String> {
        let words = tokenizer.words(text).into_iter();
        words
            .filter(|w| !is_function_word(&w.key, language))
            .map(|w| w.stem)
            .collect()
    };
    let altered = |at: usize, change: &Change| {
        let (was, is) = (content(change.a.of(left)), content(change.b.of(right)));
        let inside = first < at && at < last;
        match change.op {
            Op::Equal => false,
            Op::Replace => was != is && (inside || (!was.is_empty() && !is.is_empty())),
            Op::Delete | Op::Insert => inside && was != is,
        }
    };
    let short = |change: &Change| change.a.len().max(change.b.len()) <= LONGEST;
    let kept = changes
        .iter()
        .enumerate()
        .filter(|(at, change)| altered(*at, change));
    kept.map(|(_, change)| *change).filter(short).collect()
}

/// "“come to” → “reach”", "without “very”", "with “very”".
pub(super) fn words(change: &Change, left: &str, right: &str) -> String {
    let (was, is) = (change.a.of(left).trim(), change.b.of(right).trim());
    match change.op {
        Op::Delete => format!("without “{was}”"),
        Op::Insert => format!("with “{is}”"),
        Op::Replace | Op::Equal => format!("“{was}” → “{is}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::{alterations, words};

    fn shown(left: &str, right: &str) -> Vec<String> {
        alterations(left, right, None)
            .iter()
            .map(|c| words(c, left, right))
            .collect()
    }

    #[test]
    fn changed_words_are_shown_and_cuts_are_not() {
        assert_eq!(
            shown(
                "they will find a settlement and halt this cruel, cruel feud",
                "We hope they will reach a settlement and end this bitter feud, at last"
            ),
            [
                "“find” → “reach”",
                "“halt” → “end”",
                "“cruel, cruel” → “bitter”"
            ]
        );
    }

    #[test]
    fn punctuation_small_words_and_endings_are_no_alteration() {
        assert!(
            shown(
                "a mistake on the part of the board",
                "a mistake, on part of the boards"
            )
            .is_empty()
        );
    }
}
