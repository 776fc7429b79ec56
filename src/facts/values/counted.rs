//! What a number counts: the noun behind it, or the noun before it that says what it measures.

use super::amounts::{self, Reading};
use super::nouns::{
    WORDS, behind_name, is_initialism, is_name, is_participle, is_people, is_plural, stops,
};
use super::units::{measure_after, speed_after, stem_of, unit_of};
use crate::facts::page::counting::list;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::model::Unit;
use crate::text::words::Tokenizer;

/// The stem by which all words that count persons are known.
pub(super) const PEOPLE: &str = "peopl";

/// How many tokens from a number to the noun that it counts, at most.
const REACH: usize = 6;

/// What a number counts, and where the words that say so end.
///
/// Of several things, words in the singular only say more of the plural behind them.
pub(in crate::facts) fn counted(
    page: &Page<'_>,
    number: &Reading,
    end: usize,
    tokenizer: &Tokenizer,
) -> (Unit, usize) {
    let at = number.end;
    if let Some(found) = measured(page, at, end, tokenizer) {
        return found;
    }
    // "A five-member panel": of what follows there is one.
    let hyphen = page.token(at).is_some_and(|t| t.key == "-") && page.is_joined(at);
    let several = number.number > 1.0;
    let mut place = at;
    while place < end.min(at + REACH) {
        let Some(token) = page.token(place) else {
            break;
        };
        if token.key == "-" && (page.is_joined(place) || place > at) {
            place += 1;
            continue;
        }
        if leads_on(page, place, end) {
            place += 1;
            continue;
        }
        // "A 101-second clip", though "second" is no noun elsewhere.
        let measured = hyphen && place == at + 1 && list().has_in("whole", &token.key);
        if stops(token) && !measured || is_credit(page, place) {
            break;
        }
        let ahead =
            || several && !hyphen && !is_plural(token) && plural_ahead(page, at, place, end);
        if !is_people(token) && (goes_on(page, at, place, several, end) || ahead()) {
            place += 1;
            continue;
        }
        // "40 Norland workers": a name only says more of what is counted.
        if several && !hyphen && is_name(page, place) {
            return behind_name(page, place, end, tokenizer).unwrap_or((Unit::Unsaid, at));
        }
        // "Four sixth-formers".
        let compound = place == at && page.token(at + 1).is_some_and(|t| t.key == "-");
        if compound && page.is_joined(at + 1) && page.is_joined(at + 2) {
            place += 2;
            continue;
        }
        let unit = if is_people(token) {
            Unit::Counted(PEOPLE.to_owned())
        } else if is_participle(token) && !list().has_in("state", &token.key)
            || several && !hyphen && lacks_noun(page, place)
        {
            // "The two played on", "19 straight": no noun follows.
            break;
        } else {
            // "Light-years".
            let linked = place > at + 1 && page.token(place - 1).is_some_and(|t| t.key == "-");
            let before = place.checked_sub(1 + usize::from(linked));
            let before = before.filter(|before| *before >= at);
            unit_of(before.and_then(|at| page.token(at)), token, tokenizer)
        };
        // "A 42-year-old driver", whom no name follows.
        let old = |at: usize, key: &str| {
            page.is_joined(at) && page.token(at).is_some_and(|t| t.key == key)
        };
        if old(place + 1, "-") && old(place + 2, "old") {
            return (Unit::Old(stem_of(token, tokenizer)), place + 3);
        }
        return (unit, place + 1);
    }
    (Unit::Unsaid, at)
}

/// The measure whose words begin at `at`, and where they end.
fn measured(
    page: &Page<'_>,
    at: usize,
    end: usize,
    tokenizer: &Tokenizer,
) -> Option<(Unit, usize)> {
    let stem = |(stem, end): (&str, usize)| (Unit::Counted(stem.to_owned()), end);
    let short = || measure_after(page, at, end).map(|(unit, length)| (unit, at + length));
    let whole = || {
        Some((
            Unit::Counted(stem_of(whole(page, at, end)?, tokenizer)),
            at + 1,
        ))
    };
    let found = speed_after(page, at, end).or_else(short).map(stem);
    found.or_else(whole)
}

/// Whether the word at `place` never says what is counted but stands before it: "300 other people", but
/// not "300 more than"; "six US officials".
fn leads_on(page: &Page<'_>, place: usize, end: usize) -> bool {
    let next = page
        .token(place + 1)
        .filter(|t| place + 1 < end && !stops(t));
    let filler = page
        .token(place)
        .is_some_and(|t| list().has_in("filler", &t.key));
    next.is_some_and(|t| filler || t.case == Case::Lower && is_initialism(page, place))
}

/// Whether the word at `place`, of a phrase that begins at `at`, only says more of the next one.
fn goes_on(page: &Page<'_>, at: usize, place: usize, several: bool, end: usize) -> bool {
    let (Some(token), Some(next)) = (page.token(place), page.token(place + 1)) else {
        return false;
    };
    // "Three federal charges": behind an adjective no verb stands.
    let described = page.slice(at..place + 1).iter().any(describes);
    let verb = next.class.is(Class::SPEECH) && !(described && is_plural(next));
    if place + 1 >= end || stops(next) || verb {
        return false;
    }
    // "5,000 rescue workers": more than one of something has a plural.
    let first = place == at && several && !token.key.ends_with('s') && next.case == Case::Lower;
    (is_adjective(token) || first) && is_plural(next)
        || list().has_in("filler", &token.key)
        || token.class.is(Class::ADJECTIVE)
        || token.is_capital() && next.is_capital()
}

/// What an amount is a share of: "tenths of a" ends before the token at `at`.
fn whole<'a>(page: &'a Page<'_>, at: usize, end: usize) -> Option<&'a Token> {
    let of_a = page
        .token(at - 1)
        .is_some_and(|t| t.is_one_of(&["a", "an"]));
    let whole = page.token(at).filter(|_| at < end && of_a);
    whole.filter(|t| list().has_in("whole", &t.key))
}

/// What "X of the Y voters" and "X out of Y voters" count, where X ends before the token at `at`.
pub(super) fn of_the(
    page: &Page<'_>,
    at: usize,
    end: usize,
    tokenizer: &Tokenizer,
) -> Option<Unit> {
    const WHOLE: [&str; 5] = ["the", "those", "these", "its", "their"];
    let is = |at: usize, keys: &[&str]| page.token(at).is_some_and(|t| t.is_one_of(keys));
    let of = is(at, &["of"]) && is(at + 1, &WHOLE) || is(at, &["out"]) && is(at + 1, &["of"]);
    let whole = at + 2 + usize::from(is(at, &["out"]) && is(at + 2, &WHOLE));
    if !of || whole >= end {
        return None;
    }
    let whole = amounts::read(page, whole, end)?;
    Some(counted(page, &whole, end, tokenizer).0)
}

/// Where the noun stands that says what the number at `at` measures: "magnitude of 6.2".
pub(super) fn gauge_before(page: &Page<'_>, first: usize, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let binds = page
        .token(before)
        .is_some_and(|t| t.is_one_of(&["of", "-"]));
    let noun = before
        .checked_sub(usize::from(binds))
        .filter(|noun| *noun >= first)?;
    let gauge = page
        .token(noun)
        .is_some_and(|t| list().has_in("gauge", &t.key));
    gauge.then_some(noun)
}

/// Whether the name of one whose picture it is stands behind a number: "40 Ann Olden/Elm Times".
fn is_credit(page: &Page<'_>, at: usize) -> bool {
    let capital = |at: usize| page.token(at).filter(|t| t.is_capital());
    capital(at).is_some_and(|t| t.class.is(Class::GIVEN))
        && capital(at + 1).is_some()
        && page.token(at + 2).is_none_or(|t| !t.is_word())
}

fn is_adjective(token: &Token) -> bool {
    const ENDINGS: [&str; 11] = [
        "ed", "al", "ic", "ous", "ive", "ful", "less", "ary", "ian", "able", "ish",
    ];
    ENDINGS.iter().any(|ending| token.key.ends_with(ending))
}

/// Whether the word at `at` says more of a noun that does not follow: "19 straight", "18 naval, army
/// and other boats".
fn lacks_noun(page: &Page<'_>, at: usize) -> bool {
    let listed = page.token(at + 1).is_some_and(|t| t.key == ",");
    page.token(at).is_some_and(|t| {
        let adjective = is_adjective(t) && listed || list().has_in("filler", &t.key);
        t.case == Case::Lower && adjective && !is_plural(t) && !list().has_in("state", &t.key)
    })
}

/// Whether a word only says more of a noun.
fn describes(token: &Token) -> bool {
    is_adjective(token) || list().has_in("filler", &token.key) || token.class.is(Class::ADJECTIVE)
}

/// Whether nothing but words in small letters stand between the word at `at`, of a phrase that begins
/// at `first`, and a plural noun: "hate crime charges", "world-class teams".
fn plural_ahead(page: &Page<'_>, first: usize, at: usize, end: usize) -> bool {
    let hyphen = |at: usize| page.token(at).is_some_and(|t| t.key == "-") && page.is_joined(at);
    let mut place = at;
    for _ in 0..WORDS {
        let described = page.slice(first..place + 1).iter().any(describes);
        place += 1 + usize::from(hyphen(place + 1) && page.is_joined(place + 2));
        let Some(token) = page.token(place).filter(|t| place < end && !stops(t)) else {
            return false;
        };
        let verb = token.key.ends_with("ed") || token.class.is(Class::SPEECH) && !described;
        if token.case != Case::Lower || verb {
            return false;
        }
        if is_plural(token) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::article;
    use crate::model::Value;

    /// The amounts of a text as they stand, with number and unit.
    fn amounts(text: &str) -> Vec<String> {
        let articles = [article(&[text])];
        let facts = find(&articles).facts.into_iter();
        let amounts = facts.filter_map(|fact| match fact.value {
            Value::Amount(it) => {
                let words = articles[0].slice(fact.span);
                let to = it.to.map_or(String::new(), |to| format!("–{to}"));
                Some(format!("{words} | {}{to} {}", it.number, it.unit))
            }
            _ => None,
        });
        amounts.collect()
    }

    #[test]
    fn the_plural_is_counted_not_the_words_before_it() {
        for (text, amount) in [
            (
                "She faced 21 federal charges.",
                "21 federal charges | 21 charg",
            ),
            ("They met six US officials.", "six US officials | 6 offici"),
            (
                "A plane with four U.S. airmen fell.",
                "four U.S. airmen | 4 airmen",
            ),
            (
                "She faced 21 federal fraud charges.",
                "21 federal fraud charges | 21 charg",
            ),
            (
                "They won 19 straight points.",
                "19 straight points | 19 point",
            ),
            (
                "Two world-class boats came.",
                "Two world-class boats | 2 boat",
            ),
            (
                "All four Skerra Cup races fell out.",
                "four Skerra Cup races | 4 race",
            ),
            ("They sent 120 navy divers.", "120 navy divers | 120 diver"),
            (
                "It is a five-member panel that meets.",
                "five-member | 5 member",
            ),
            ("They sent 18 naval, army and other boats.", "18 | 18 "),
            ("They won 19 straight.", "19 | 19 "),
        ] {
            assert_eq!(amounts(text), [amount], "{text}");
        }
    }

    #[test]
    fn some_of_the_passengers_are_passengers() {
        let found = amounts("They saved 91 of the 214 passengers.");
        assert_eq!(found, ["91 | 91 passeng", "214 passengers | 214 passeng"]);
    }

    #[test]
    fn a_noun_before_the_number_says_what_it_measures() {
        for (text, amount) in [
            (
                "A magnitude-6.2 quake came.",
                "magnitude-6.2 | 6.2 magnitud",
            ),
            (
                "A magnitude 6.2 quake came.",
                "magnitude 6.2 | 6.2 magnitud",
            ),
            (
                "It had a magnitude of about 6.2.",
                "magnitude of about 6.2 | 6.2 magnitud",
            ),
            (
                "A 6.2-magnitude quake came.",
                "6.2-magnitude | 6.2 magnitud",
            ),
        ] {
            assert_eq!(amounts(text), [amount], "{text}");
        }
        assert!(amounts("An F-16 and the A-7 came.").is_empty());
    }

    #[test]
    fn points_shares_ranges_and_scores_are_read_as_they_are_meant() {
        for (text, amount) in [
            ("She won by .14 seconds.", ".14 seconds | 0.14 second"),
            (
                "She won by 14 tenths of a second.",
                "14 tenths of a second | 1.4 second",
            ),
            (
                "It costs $10M to $20M.",
                "$10M to $20M | 10000000–20000000 USD",
            ),
            (
                "It costs between $19 and $22 million.",
                "between $19 and $22 million | 19000000–22000000 USD",
            ),
            ("They won 7 – 1 there.", "7 – 1 | 7–1 score"),
            ("They won 6:3 there.", "6:3 | 6–3 score"),
        ] {
            assert_eq!(amounts(text), [amount], "{text}");
        }
        for text in [
            "It takes two-thirds of the crew.",
            "At 3:30 and at 1730 GMT it rang.",
        ] {
            assert!(amounts(text).is_empty(), "{text} {:?}", amounts(text));
        }
        assert_eq!(amounts("SKERRA 24's boat came."), ["24 | 24 "]);
        assert_eq!(amounts("It fell from $13 million to 10 million.").len(), 2);
        assert_eq!(amounts("It rose by $6m to $43m.").len(), 2);
    }
}
