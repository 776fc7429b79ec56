//! Nations, by the words that say of which somebody is.

use crate::text::lexicon::Lexicon;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The words of the nation of which a folded noun means one: "jamaican", "finn".
pub(in crate::facts) fn of(noun: &str) -> Option<&'static str> {
    static BY_NOUN: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let lines = data()
            .sections()
            .flat_map(|section| data().section(section));
        lines.map(|line| (first(line), line)).collect()
    });
    BY_NOUN.get(noun).copied()
}

/// Whether a folded word says of some nation that somebody is of it.
pub(in crate::facts) fn is_word(key: &str) -> bool {
    data().entries().any(|line| has(line, key))
}

/// Whether a folded word is one of the words of a nation.
pub(in crate::facts) fn has(nation: &str, key: &str) -> bool {
    nation.split(' ').any(|word| word == key)
}

/// The nouns that are adjectives as well.
pub(super) fn adjectives() -> impl Iterator<Item = &'static str> {
    data().section("adjective").map(first)
}

fn first(line: &'static str) -> &'static str {
    line.split(' ').next().unwrap_or_default()
}

fn data() -> &'static Lexicon {
    static DATA: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/nations.txt")));
    &DATA
}
