//! Whom a sentence is about, so that "he" or "she" in the next one may mean them.

use super::cues::{ACCORDING, Cue};
use super::governed::{follows_word, is_free};
use super::referent::{self, Manner, Reference, Who, is_oblique, is_outside, is_pronoun};
use super::subjects;
use crate::facts::names::cast::Cast;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use std::ops::Range;

/// The first person of a sentence who stands free: likelier to be meant by "he" than one behind
/// a preposition.
pub(super) fn free_person(
    page: &Page<'_>,
    found: &[Reference],
    range: &Range<usize>,
) -> Option<Who> {
    let mut free = found.iter().filter(|r| {
        let token = page.token(r.tokens.start);
        let subject = token.is_some_and(|t| !is_oblique(t)) && !is_pronoun(page, r.who);
        let person = r.manner == Manner::Person && is_outside(page, r);
        subject && person && is_free(page, range, r)
    });
    let opening = subjects::opening_clause(page, range);
    let behind = |r: &&Reference| opening.is_some_and(|comma| r.tokens.start > comma);
    let free = free.clone().find(behind).or_else(|| free.next());
    free.map(|r| r.who)
}

/// Somebody described who speaks in the sentence, or the man or the woman whom it begins with:
/// "a driver said", "her father disapproved".
pub(in crate::facts) fn described(
    page: &Page<'_>,
    cast: &Cast,
    cues: &[Cue],
    found: &[Reference],
    range: &Range<usize>,
) -> Option<Who> {
    let quoted = page.slice(range.clone()).iter().any(|t| t.quoted);
    let mut told = cues.iter().filter(|cue| cue.lemma != ACCORDING);
    let cue = if quoted {
        told.rev().min_by_key(|cue| cue.weak)
    } else {
        told.find(|cue| !cue.weak)
    };
    let speaks = cue.and_then(|cue| {
        let place = subjects::subject(page, range, cue, found, false)?;
        found.get(place)
    });
    let person = |r: &&Reference| {
        let known = quoted && r.manner == Manner::Person && !is_pronoun(page, r.who);
        // "The sprinter" is likelier whom the text was about already.
        let is = |at: usize, is: &dyn Fn(&Token) -> bool| page.token(at).is_some_and(is);
        let the = is(r.tokens.start, &|t| t.key == "the")
            && is(r.tokens.end - 1, &|t| t.class.is(Class::MEMBER));
        known || r.manner == Manner::Described && !the && referent::is_human(page, r)
    };
    let known = |r: &&Reference| {
        let token = page.token(r.tokens.start);
        is_outside(page, r) && token.is_some_and(|t| r.tokens.len() > 1 || !is_oblique(t))
    };
    let shown =
        |r: &&Reference| is_free(page, range, r) && referent::gender(page, cast, r.who).is_some();
    let named = found
        .iter()
        .filter(known)
        .any(|r| r.manner == Manner::Person);
    let first = found.iter().find(known).filter(shown).filter(|_| !named);
    // "Nothing moved, though one pilot was hopeful."
    let only = || {
        let told = |r: &&Reference| {
            let word = page.token(r.tokens.start);
            let one = word.is_some_and(|t| t.key == "one");
            let last = page.token(r.tokens.end - 1);
            let office = last.is_some_and(|t| t.class.is(Class::OFFICE));
            (one || office) && is_free(page, range, r) && !follows_word(page, range, r)
        };
        found
            .iter()
            .rev()
            .filter(known)
            .find(told)
            .filter(|_| !named)
    };
    let speaks = speaks.filter(person).or(first.filter(person));
    Some(speaks.or_else(only).filter(person)?.who)
}
