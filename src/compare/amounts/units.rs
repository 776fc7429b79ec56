//! What amounts count and what is told of it, by meaning: passengers and lives are people, who died
//! and whom a toll counts are dead.

use crate::model::{Amount, Unit};
use crate::text::lexicon::Lexicon;
use crate::text::words::Tokenizer;
use std::collections::BTreeMap;
use std::sync::LazyLock;

fn lists() -> &'static Lexicon {
    static LISTS: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/units.txt")));
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

/// Units by the stem of what they count, with their meaning: the unit that has its name for a stem.
fn units() -> &'static BTreeMap<String, Unit> {
    static TABLE: LazyLock<BTreeMap<String, Unit>> = LazyLock::new(|| {
        let named = table("unit").into_iter();
        named
            .map(|(stem, name)| (stem, Unit::Counted(name.to_owned())))
            .collect()
    });
    &TABLE
}

/// A unit by its meaning: passengers and lives are people.
pub(in crate::compare) fn meaning(unit: &Unit) -> &Unit {
    let named = match unit {
        Unit::Counted(stem) => units().get(stem),
        _ => None,
    };
    named.unwrap_or(unit)
}

/// What a unit counts, by meaning: "three deaths" and "19 injured" count people.
pub(in crate::compare) fn counted(unit: &Unit) -> &Unit {
    match unit {
        Unit::Counted(stem) if toll(people(), stem).is_some() => people(),
        _ => meaning(unit),
    }
}

/// A meaning, if the list has it.
pub(in crate::compare) fn listed(meaning: &Unit) -> Option<&'static Unit> {
    units().values().find(|it| *it == meaning)
}

/// The meaning of all words that count persons.
pub(in crate::compare) fn people() -> &'static Unit {
    static PEOPLE: LazyLock<Unit> = LazyLock::new(|| Unit::Counted("people".to_owned()));
    &PEOPLE
}

/// Whether a word, by its stem, is one that counts persons.
pub(in crate::compare) fn means_people(stem: &str) -> bool {
    units().get(stem) == Some(people())
}

/// The words that say something of the things counted, by stem.
fn said() -> &'static BTreeMap<String, &'static str> {
    static TABLE: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| table("about"));
    &TABLE
}

/// What a word says of the things counted: "died" and "toll" are of the dead.
pub(in crate::compare) fn about(stem: &str) -> &str {
    said().get(stem).map_or(stem, |name| name)
}

/// What a word says of the people that an event touched, or of the `counted` things, if it is one of
/// the words for that.
pub(in crate::compare) fn toll(counted: &Unit, stem: &str) -> Option<&'static str> {
    let section = if counted == people() { "toll" } else { "tally" };
    let name = said().get(stem).copied();
    name.filter(|name| lists().has_in(section, name))
}

/// Whether a word parts a number from what is told before it.
pub(in crate::compare) fn parts(key: &str) -> bool {
    lists().has_in("apart", key)
}

/// Whether a unit is one of time: "36 hours", "the 36th hour".
pub(in crate::compare) fn is_of_time(unit: &Unit) -> bool {
    match unit {
        Unit::Counted(stem) | Unit::Ordinal(stem) => lists().has_in("time", stem),
        Unit::Old(stem) => lists().has_in("old", stem),
        _ => false,
    }
}

/// Whether a unit leaves open what is counted: "36", "36 times".
pub(in crate::compare) fn is_open(unit: &Unit) -> bool {
    match unit {
        Unit::Unsaid => true,
        Unit::Counted(stem) => lists().has_in("open", stem),
        _ => false,
    }
}

/// Whether a unit measures and counts no things: "36 hours", "36 miles".
pub(in crate::compare) fn is_measure(unit: &Unit) -> bool {
    match unit {
        Unit::Counted(stem) => lists().has_in("measure", stem) || is_of_time(unit),
        Unit::Old(_) => is_of_time(unit),
        _ => false,
    }
}

/// Whether two units are different measures, so that one number of both is no sign.
pub(in crate::compare) fn are_measures_apart(x: &Unit, y: &Unit) -> bool {
    x != y && is_measure(x) && is_measure(y)
}

/// Whether a word is one of the names for what is said of things counted.
pub(in crate::compare) fn is_said(word: &str) -> bool {
    said().values().any(|name| *name == word)
}

/// Whether an amount is one that a person or an event has one of: an age, a magnitude.
pub(in crate::compare) fn is_trait(amount: &Amount) -> bool {
    match &amount.unit {
        Unit::Age(_) => true,
        Unit::Counted(stem) => lists().has_in("measure_of_one", stem),
        _ => false,
    }
}

/// Whether a word tells of people only beside a number that says it counts people.
pub(in crate::compare) fn needs_unit(key: &str) -> bool {
    lists().has_in("named", key)
}

#[cfg(test)]
mod tests {
    use super::{about, meaning, people};
    use crate::model::Unit;

    #[test]
    fn units_and_words_around_go_by_meaning() {
        let counted = |stem: &str| Unit::Counted(stem.to_owned());
        assert_eq!(meaning(&counted("passeng")), people());
        assert_eq!(meaning(&counted("peopl")), people());
        assert_ne!(meaning(&counted("train")), people());
        assert_eq!(about("die"), about("toll"));
    }
}
