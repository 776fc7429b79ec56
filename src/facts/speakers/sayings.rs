//! Nouns for something said, which name the one who said it: "his claim that", "a warning from Lee".

use super::governed;
use super::referent::{Manner, Reference, Who, is_owner};
use super::scene::Scene;
use crate::facts::page::lists::Class;

/// How far before the quotation such a noun may stand, in tokens.
const REACH: usize = 16;

/// How many words may stand between the owner and the noun: "Lee's own first remark".
const BETWEEN: usize = 3;

/// Whose saying the noun nearest before the token at `start` is, and how far off it stands.
pub(in crate::facts) fn before(
    scene: &Scene<'_>,
    sentence: usize,
    start: usize,
) -> Option<(Who, usize)> {
    let page = scene.page;
    let first = page
        .sentence(sentence)
        .start
        .max(start.saturating_sub(REACH));
    let noun = (first..start).rev().find(|at| {
        let token = page.token(*at);
        token.is_some_and(|t| !t.quoted && page.is_frame("noun", &t.key))
    })?;
    let references = scene.references(sentence);
    // "Lee's claim was “…”" gives what another says of it.
    let that = |at: usize| {
        page.token(at)
            .is_some_and(|t| page.is_frame("that", &t.key))
    };
    let owner = references
        .iter()
        .rfind(|r| owns(scene, r, noun) && that(noun + 1));
    let from = |r: &&Reference| {
        let between = page.slice(noun + 1..r.tokens.start.max(noun + 1));
        r.tokens.start > noun
            && r.tokens.end <= start
            && between
                .first()
                .is_some_and(|t| t.is_one_of(&["from", "by"]))
            && between
                .iter()
                .skip(1)
                .all(|t| t.class.is(Class::DETERMINER))
    };
    // "Lee posted it with the comment: “…”".
    let colon = page.slice(noun + 1..start).iter().all(|t| !t.is_word())
        && page
            .token(noun + 1)
            .is_some_and(|t| t.key == ":" && noun + 1 < start);
    // "Said in a statement:" has its verb.
    let near = |end: usize| end <= noun && noun - end < BETWEEN + 1;
    let said = scene.cues(sentence).iter().any(|cue| near(cue.tokens.end));
    let colon = colon && !said;
    let range = page.sentence(sentence);
    let doer = || {
        let mut free = references.iter().rev().filter(|r| {
            r.tokens.end <= noun
                && r.manner <= Manner::Name
                && !governed::is_governed(page, &range, r)
        });
        free.find(|r| !page.is_possessive(r.tokens.end) && !is_owner(page, r))
    };
    let who = owner.or_else(|| references.iter().find(from));
    let who = who.or_else(|| colon.then(doer).flatten())?.who;
    Some((who, start - noun - 1))
}

/// Whether a reference is the owner of the noun at `noun`: "Lee's claim", "his claim".
pub(super) fn owns(scene: &Scene<'_>, reference: &Reference, noun: usize) -> bool {
    let page = scene.page;
    let end = reference.tokens.end;
    let pronoun = page
        .token(reference.tokens.start)
        .is_some_and(|t| t.is_one_of(&["his", "her"]));
    let possessive = page.is_possessive(end);
    if !pronoun && !possessive || end > noun {
        return false;
    }
    let between = page.slice(end + usize::from(possessive)..noun);
    between.iter().filter(|t| t.is_word()).count() <= BETWEEN
        && between
            .iter()
            .all(|t| !t.class.is(Class::FUNCTION) && t.key != ",")
}
