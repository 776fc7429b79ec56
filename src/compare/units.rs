//! What amounts count and what is told of it, by meaning: passengers and lives are people, who died
//! and whom a toll counts are dead.

use crate::model::Amount;
use crate::text::lexicon::Lexicon;
use crate::text::words::Tokenizer;
use std::collections::BTreeMap;
use std::sync::LazyLock;

fn lists() -> &'static Lexicon {
    static LISTS: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("data/units.txt")));
    &LISTS
}

/// The stems of a section, each with the name of its meaning.
fn table(section: &'static str) -> BTreeMap<String, &'static str> {
    let tokenizer = Tokenizer::new(None);
    let lines = lists().section(section).map(|line| line.split(' '));
    let named = lines.filter_map(|mut words| words.next().map(|name| (name, words)));
    let all = named.flat_map(|(name, words)| words.chain([name]).map(move |word| (word, name)));
    all.map(|(word, name)| (tokenizer.stem(word), name))
        .collect()
}

/// Units by stem, with their meaning.
fn units() -> &'static BTreeMap<String, &'static str> {
    static TABLE: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| table("unit"));
    &TABLE
}

/// A unit by its meaning: passengers and lives are people.
pub(super) fn meaning(unit: &str) -> &str {
    units().get(unit).map_or(unit, |name| name)
}

/// What a unit counts, by meaning: "three deaths" and "19 injured" count people.
pub(super) fn counted(unit: &str) -> &str {
    if toll(PEOPLE, unit).is_some() {
        PEOPLE
    } else {
        meaning(unit)
    }
}

/// The name of a meaning that the list has.
pub(super) fn named(meaning: &str) -> Option<&'static str> {
    let mut names = units().values();
    names.find(|name| **name == meaning).copied()
}

/// The meaning of all words that count persons.
pub(super) const PEOPLE: &str = "people";

/// The words that say something of the things counted, by stem.
fn said() -> &'static BTreeMap<String, &'static str> {
    static TABLE: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| table("about"));
    &TABLE
}

/// What a word says of the things counted: "died" and "toll" are of the dead.
pub(super) fn about(stem: &str) -> &str {
    said().get(stem).map_or(stem, |name| name)
}

/// What a word says of the people that an event touched, or of the `counted` things, if it is one of
/// the words for that.
pub(super) fn toll(counted: &str, stem: &str) -> Option<&'static str> {
    let section = if counted == PEOPLE { "toll" } else { "tally" };
    let name = said().get(stem).copied();
    name.filter(|name| lists().has_in(section, name))
}

/// Whether a word parts a number from what is told before it.
pub(super) fn parts(key: &str) -> bool {
    lists().has_in("apart", key)
}

/// Whether a unit is one of time.
pub(super) fn is_of_time(unit: &str) -> bool {
    lists().has_in("time", unit)
}

/// Whether a unit leaves open what is counted: "36", "36 times".
pub(super) fn is_open(unit: &str) -> bool {
    unit.is_empty() || lists().has_in("open", unit)
}

/// Whether two units are different measures, so that one number of both is no sign.
pub(super) fn are_measures_apart(x: &str, y: &str) -> bool {
    let measure = |unit: &str| is_of_time(unit) || lists().has_in("measure", unit);
    x != y && measure(x) && measure(y)
}

/// Whether a word is one of the names for what is said of things counted.
pub(super) fn is_said(word: &str) -> bool {
    said().values().any(|name| *name == word)
}

/// Whether an amount is one that a person or an event has one of: an age, a magnitude.
pub(super) fn is_trait(amount: &Amount) -> bool {
    amount.is_age() || lists().has_in("measure_of_one", &amount.unit)
}

/// Whether a word tells of people only beside a number that says it counts people.
pub(super) fn needs_unit(key: &str) -> bool {
    lists().has_in("named", key)
}

#[cfg(test)]
mod tests {
    use super::{about, meaning};

    #[test]
    fn units_and_words_around_go_by_meaning() {
        assert_eq!(meaning("passeng"), meaning("peopl"));
        assert_ne!(meaning("train"), meaning("peopl"));
        assert_eq!(about("die"), about("toll"));
    }
}
