//! Words behind a number: those that may be counted, and names that only say more of them ("40,000
//! Skerra Nets Inc workers").

use super::units::unit_of;
use crate::facts::page::capitals::is_title_case;
use crate::facts::page::counting::list;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::model::Unit;
use crate::text::words::Tokenizer;

/// How many words may stand before the plural of what is counted.
pub(super) const WORDS: usize = 3;

/// How many tokens stand in brackets behind the name of a body, at most.
const ASIDE: usize = 6;

/// Whether the word at `at` is a name that nobody counts: "Norland", not "Democrats".
pub(super) fn is_name(page: &Page<'_>, at: usize) -> bool {
    let name = |t: &Token| t.is_capital() && !is_plural(t) && !list().has_in("state", &t.key);
    // "16 House-passed measures".
    let hyphen = page.token(at + 1).is_some_and(|t| t.key == "-") && page.is_joined(at + 1);
    if !page.token(at).is_some_and(name) || hyphen || page.is_frame("nouns", "capital") {
        return false;
    }
    let sentence = page.sentences.partition_point(|s| s.end <= at);
    !is_title_case(page.slice(page.sentence(sentence)))
}

/// Whether the word at `at` is a name in initials: "US", "E.U."
pub(super) fn is_initialism(page: &Page<'_>, at: usize) -> bool {
    let text = page.token(at).map(|t| page.article.slice(t.span));
    text.is_some_and(|text| {
        let letters = text.chars().filter(|c| *c != '.');
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    })
}

/// The plural noun behind the name that the word at `at` ends, with what stands in brackets between,
/// and where it ends: "Skerra Nets Inc (SNI) deck and harbour workers".
pub(super) fn behind_name(
    page: &Page<'_>,
    at: usize,
    end: usize,
    tokenizer: &Tokenizer,
) -> Option<(Unit, usize)> {
    let is = |at: usize, sign: &str| page.token(at).is_some_and(|t| t.key == sign);
    let close = |at: &usize| is(*at, ")");
    let next = at + 1;
    let aside = (next..end.min(next + ASIDE)).find(close);
    let first = aside
        .filter(|_| is(next, "("))
        .map_or(next, |close| close + 1);
    let noun = |t: &Token| t.case == Case::Lower && !stops(t) && !is_participle(t);
    let part = |at: &usize| {
        let plain = page.token(*at).is_some_and(|t| noun(t) || t.key == "and");
        plain && page.verb(*at).is_none()
    };
    let mut words = (first..end.min(first + WORDS + 1)).take_while(part);
    let noun = words.find(|at| page.token(*at).is_some_and(is_plural))?;
    Some((unit_of(None, page.token(noun)?, tokenizer), noun + 1))
}

/// Whether a token ends the phrase of what is counted.
pub(super) fn stops(token: &Token) -> bool {
    let other = Class::FUNCTION.or(Class::WEEKDAY).or(Class::MONTH);
    !token.is_word() || token.class.is(other) || list().has_in("scale", &token.key)
}

/// Whether a word counts persons.
pub(super) fn is_people(token: &Token) -> bool {
    list().has_in("people", &token.key)
}

/// Whether a word is a plural, or looks like one.
pub(super) fn is_plural(token: &Token) -> bool {
    token.key.ends_with('s') && !token.key.ends_with("ss")
        || is_people(token)
        // "Airmen".
        || list().section("plural").any(|plural| token.key.ends_with(plural))
}

/// Whether a word is the participle of a verb, or looks like one.
pub(super) fn is_participle(token: &Token) -> bool {
    token.key.ends_with("ed") || list().has_in("participle", &token.key)
}
