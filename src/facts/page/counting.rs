//! The words that count and measure.

use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// The list of numbers in words, qualifiers, currencies and units.
pub(in crate::facts) fn list() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/numbers.txt")));
    &LIST
}

/// The words with which a number can begin.
pub(super) fn number_words() -> impl Iterator<Item = &'static str> {
    let lines = list().section("word").chain(list().section("small"));
    lines
        .filter_map(|line| line.split([' ', '_']).next())
        .chain(["between"])
}
