//! Ordinals: "the eighth time", "his 16th goal", "the 11th minute".
//!
//! They are amounts of a kind of their own: which one of several like it. Those below three are of too
//! many things ("the second half", "the first time"), and where a name holds one ("Fifth Avenue") it
//! tells which street that is.

use super::numerals;
use super::units::stem_of;
use crate::facts::page::counting::list;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::model::{Amount, Qualifier, Unit};
use crate::text::words::Tokenizer;
use std::ops::Range;

/// Ordinals from this on are read.
const LEAST: f64 = 3.0;

/// How many words may stand between an ordinal and its noun.
const REACH: usize = 2;

/// The ordinal with its noun that begins at a token, and its tokens.
pub(in crate::facts) fn read(
    page: &Page<'_>,
    sentence: &Range<usize>,
    at: usize,
    tokenizer: &Tokenizer,
) -> Option<(Amount, Range<usize>)> {
    let (number, next) = number(page, at, sentence.end)?;
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start);
    let word = before.and_then(|before| page.token(before));
    // "Elm's 5th" may be a street; "a third boat" is one more.
    let named = |t: &Token| t.is_capital() && before != Some(sentence.start);
    if word.is_some_and(|t| named(t) || t.is_one_of(&["-", "a", "an"])) {
        return None;
    }
    let (noun, place) = noun(page, next, sentence.end)?;
    let amount = Amount {
        number,
        to: None,
        unit: Unit::Ordinal(stem_of(noun, tokenizer)),
        qualifier: Qualifier::Exact,
    };
    Some((amount, at..place + 1))
}

/// The number of an ordinal, and where it ends: "16th", "sixteenth".
fn number(page: &Page<'_>, at: usize, end: usize) -> Option<(f64, usize)> {
    let token = page.token(at)?;
    let suffix = page
        .token(at + 1)
        .filter(|_| at + 1 < end && page.is_joined(at + 1));
    let (number, next) = if suffix.is_some_and(|t| t.is_one_of(&["th", "rd", "st", "nd"])) {
        (token.key.parse().ok()?, at + 2)
    } else {
        (*numerals::ordinals().get(token.key.as_str())?, at + 1)
    };
    (number >= LEAST).then_some((number, next))
}

/// The noun of an ordinal that ends before the token at `at`, and its place.
fn noun<'a>(page: &'a Page<'_>, at: usize, end: usize) -> Option<(&'a Token, usize)> {
    let hyphen = usize::from(page.token(at).is_some_and(|t| t.key == "-") && page.is_joined(at));
    let other = Class::FUNCTION
        .or(Class::SPEECH)
        .or(Class::CALENDAR)
        .or(Class::NUMBER);
    for place in (at + hyphen..end).take(REACH) {
        let token = page.token(place)?;
        if token.case != Case::Lower || token.class.is(other) {
            return None;
        }
        if !list().has_in("filler", &token.key) {
            // "The third-largest port", "a third ready".
            let other = ["est", "ing", "ly"]
                .iter()
                .any(|it| token.key.ends_with(it));
            let unordered = list().has_in("unordered", &token.key);
            return (!other && !unordered).then_some((token, place));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::article;
    use crate::model::{Unit, Value};

    fn amounts(text: &str) -> Vec<(f64, Unit)> {
        let facts = find(&[article(&[text])]).facts.into_iter();
        let amounts = facts.filter_map(|fact| match fact.value {
            Value::Amount(it) => Some((it.number, it.unit)),
            _ => None,
        });
        amounts.collect()
    }

    #[test]
    fn ordinals_tell_which_one_of_several() {
        for (text, number, of) in [
            ("She won for the eighth time.", 8.0, "time"),
            ("It was her 16th goal.", 16.0, "goal"),
            ("She fell at the 11th-minute mark.", 11.0, "minut"),
            ("It was her fourth straight loss.", 4.0, "loss"),
        ] {
            let ordinal = Unit::Ordinal(of.to_owned());
            assert_eq!(amounts(text), [(number, ordinal)], "{text}");
        }
    }

    #[test]
    fn parts_names_days_and_superlatives_are_no_ordinals() {
        for text in [
            "She came in the second half of the fourth quarter.",
            "The house on Fifth Avenue burned on June 5th in the last century.",
            "It is the third-largest port and came third.",
            "They sent for a third boat.",
            "It was the fourth public sea alarm in all.",
            "A third of the crew left in the 18th century.",
        ] {
            assert!(amounts(text).is_empty(), "{text} {:?}", amounts(text));
        }
    }
}
