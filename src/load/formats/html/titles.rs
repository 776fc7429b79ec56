//! Whether a title on a page is the article's.

use crate::text::fold::fold;
use std::collections::BTreeSet;

/// A headline on the page is the one that the page declares if it shares this part of the words of
/// the shorter of both.
const SAME_HEADLINE: f64 = 0.5;

/// Whether two headlines are versions of one.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let shared = a.intersection(&b).count();
    shared > 0
        && shared as f64 >= a.len().min(b.len()) as f64 * SAME_HEADLINE
        && a.len().min(b.len()) > 1
}
