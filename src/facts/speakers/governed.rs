//! What stands before somebody who is named: a verb or a preposition that makes an object of them.

use super::referent::{Manner, Reference, is_nominative};
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page};
use std::ops::Range;

/// Whether a word in small letters that is no conjunction, adverb or role stands before the
/// reference with its titles: most often the verb whose object it is.
pub(super) fn follows_word(page: &Page<'_>, range: &Range<usize>, reference: &Reference) -> bool {
    let mut at = reference.tokens.start;
    while at > range.start {
        let Some(token) = page.token(at - 1) else {
            return false;
        };
        let part = token.class.is(Class::DETERMINER
            .or(Class::TITLE)
            .or(Class::ADJECTIVE)
            .or(Class::SPEAKER_NOUN))
            || token.is_one_of(&["'s", ".", "-"])
            || token.is_capital();
        if !part {
            let adverb = token
                .class
                .is(Class::CONJUNCTION.or(Class::OTHER).or(Class::MONTH))
                || token.key.ends_with("ly");
            return token.case == Case::Lower && !adverb && !token.quoted && !says(page, at - 1);
        }
        at -= 1;
    }
    false
}

/// Whether the verb at `at` has a clause behind it, not somebody: "officials claim Ann Lee fled".
fn says(page: &Page<'_>, at: usize) -> bool {
    let verb = page.verb(at);
    verb.is_some_and(|(verb, _)| page.is_frame("says", verb.lemma))
}

/// Whether a preposition or a verb stands before the reference.
pub(super) fn is_governed(page: &Page<'_>, range: &Range<usize>, reference: &Reference) -> bool {
    let mut at = reference.tokens.start;
    // "She" is a subject wherever it stands.
    if is_nominative(page, reference) {
        return false;
    }
    while at > range.start {
        let Some(token) = page.token(at - 1) else {
            return false;
        };
        // "That the envoy Ann Lee said": a clause begins before its subject; and of "on Monday Ann
        // Lee said" the preposition has its noun.
        // "Born Ann Ono, Lee": the same one under another name.
        if token.key == "born" {
            return true;
        }
        let day = token.class.is(Class::WEEKDAY) && !page.is_possessive(at);
        if day || token.class.is(Class::FUNCTION) && page.is_frame("that", &token.key) {
            return false;
        }
        let part = token
            .class
            .is(Class::DETERMINER.or(Class::TITLE).or(Class::ADJECTIVE))
            || token.is_one_of(&["'s", "."])
            || token.is_capital() && at > range.start + 1 && !token.class.is(Class::FUNCTION)
            || is_of_place(page, reference, at - 1);
        if !part || token.class.is(Class::PREPOSITION) {
            return token.class.is(Class::PREPOSITION)
                && !token.is_one_of(&["like", "after", "before", "since", "until", "than"])
                || token.class.is(Class::SPEECH) && !token.quoted && !says(page, at - 1);
        }
        at -= 1;
    }
    false
}

/// Whether the token at `at` belongs to a place that is named behind it: "in west Norland", "in
/// Norhaven, Norland,".
fn is_of_place(page: &Page<'_>, reference: &Reference, at: usize) -> bool {
    let beside = reference.manner == Manner::Place && at + 1 == reference.tokens.start;
    let Some(token) = page.token(at).filter(|_| beside) else {
        return false;
    };
    let plain = token.case == Case::Lower && token.class == Class::default();
    let comma = |at: usize| page.token(at).is_some_and(|t| t.key == ",");
    let city = at.checked_sub(1).and_then(|at| page.token(at));
    let city = city.is_some_and(|t| t.is_capital() && !t.class.is(Class::MONTH));
    plain && !token.key.ends_with("ed") || comma(at) && city && comma(reference.tokens.end)
}

/// Whether the reference is neither a possessive nor governed.
pub(super) fn is_free(page: &Page<'_>, range: &Range<usize>, reference: &Reference) -> bool {
    !page.is_possessive(reference.tokens.end) && !is_governed(page, range, reference)
}
