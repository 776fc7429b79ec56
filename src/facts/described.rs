//! Somebody who is described, not named: "a senior official", "the statement", "they".

use super::frames::is_frame;
use super::lists::Class;
use super::page::{Case, Page, Token};
use super::reference::{Manner, Reference, Who};
use std::ops::Range;

/// "They" before a reporting verb: those who were described last in the plural, else nobody
/// whom the text names.
pub(super) fn they(
    page: &Page<'_>,
    several: Option<Who>,
    at: usize,
    range: &Range<usize>,
) -> Option<Reference> {
    let token = page.token(at)?;
    let subject = is_frame(page, "they", &token.key);
    let adverb = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.class.is(Class::AUXILIARY.or(Class::OTHER)))
    };
    let verb = (at + 1..range.end.min(at + 4)).find(|at| !adverb(at))?;
    let says = page.verb(verb).is_some_and(|(verb, _)| !verb.weak);
    let own = Who::Described(token.span);
    (subject && says).then(|| Reference {
        tokens: at..at + 1,
        who: several.unwrap_or(own),
        manner: Manner::Described,
    })
}

/// Whether a description whose noun stands at `at` is one of several.
pub(super) fn is_plural(page: &Page<'_>, reference: &Reference, at: usize) -> bool {
    let noun = page.token(at);
    let several = |t: &Token| t.key.ends_with('s') || is_frame(page, "plural", &t.key);
    reference.tokens.contains(&at) && noun.is_some_and(several)
}

/// "A senior official", "the statement", "a spokesman for Mr. Ono".
pub(super) fn described(
    page: &Page<'_>,
    at: usize,
    range: &Range<usize>,
    found: &[Reference],
) -> Option<Reference> {
    let token = page.token(at)?;
    let speaks = Class::SPEAKER_NOUN
        .or(Class::OFFICE)
        .or(Class::PERSON_TITLE);
    let small = token.case == Case::Lower || is_frame(page, "nouns", "capital");
    let noun = token.class.is(speaks) && (small || at == range.start);
    if !noun {
        return None;
    }
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    let goes_on = next.is_some_and(|t| {
        t.is_capital() && !t.class.is(Class::FUNCTION.or(Class::WEEKDAY))
            || t.class.is(speaks) && t.case == Case::Lower && !t.class.is(Class::SPEECH)
    });
    if goes_on || page.is_joined(at) {
        return None;
    }
    let start = noun_phrase(page, at, range)?;
    // "The sheriff whose department has the case said": the department says nothing.
    let before = start.checked_sub(1).filter(|before| *before >= range.start);
    let owned = |at: usize| page.token(at).is_some_and(|t| t.key == "whose");
    if owned(start) || before.is_some_and(owned) {
        return None;
    }
    if found
        .last()
        .is_some_and(|r| r.tokens.start >= start && r.manner == Manner::Described)
    {
        return None;
    }
    let mut end = at + 1;
    if next.is_some_and(|t| is_frame(page, "of", &t.key)) {
        end = complement(page, at + 2, range).unwrap_or(end);
    }
    Some(Reference {
        tokens: start..end,
        who: Who::Described(page.span(&(start..end))),
        manner: Manner::Described,
    })
}

/// Where the noun phrase of the noun at `at` begins.
fn noun_phrase(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let mut start = at;
    while start > range.start {
        let before = page.token(start - 1)?;
        let sign = !before.is_word() && !before.is_one_of(&["'s", "'", "-", "."]);
        let stop = before.class.is(Class::FUNCTION) && !before.class.is(Class::DETERMINER)
            || before.class.is(Class::SPEECH) && before.case == Case::Lower;
        if sign || stop || before.quoted {
            break;
        }
        start -= 1;
        if before.class.is(Class::DETERMINER) {
            break;
        }
    }
    if !page
        .token(start)
        .is_some_and(|t| t.class.is(Class::DETERMINER))
    {
        // Without an article, a verb may stand before: "sway lawmakers".
        let part = Class::ADJECTIVE.or(Class::TITLE).or(Class::SPEAKER_NOUN);
        let holds = |t: &Token| t.class.is(part) || t.is_capital() || !t.is_word();
        let words = page
            .slice(start..at)
            .iter()
            .rev()
            .take_while(|t| holds(t))
            .count();
        start = at - words;
    }
    Some(start)
}

/// The end of a name that follows "for" or "of", with the words before it.
fn complement(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let mut end = at;
    let mut named = false;
    while end < range.end.min(at + 8) {
        let token = page.token(end)?;
        let title = token.class.is(Class::TITLE.or(Class::DETERMINER)) || token.key == ".";
        if token.is_capital() && !token.class.is(Class::WEEKDAY) {
            named |= !token.class.is(Class::TITLE);
        } else if named && !token.is_one_of(&["'s", "-", "."]) || !named && !title {
            break;
        }
        end += 1;
    }
    while end > at && page.token(end - 1).is_some_and(|t| t.key == ".") {
        end -= 1;
    }
    named.then_some(end)
}
