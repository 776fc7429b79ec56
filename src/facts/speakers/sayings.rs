//! Nouns for something said, which name the one who said it: "his claim that", "a warning from Lee".

use super::governed;
use super::referent::{Manner, Reference, Who, is_owner};
use super::scene::Scene;
use crate::facts::page::lists::Class;
use crate::facts::page::mark::is_mark;
use crate::facts::page::{Page, Token};

/// How far before the quotation such a noun may stand, in tokens.
const REACH: usize = 16;

/// How many words may stand between the owner and the noun: "Lee's own first remark".
const BETWEEN: usize = 3;

/// A noun for something said, before a quotation.
pub(super) struct Saying {
    /// Whose it is.
    pub who: Who,
    /// How far off it stands, in tokens.
    pub distance: usize,
    /// Whether it says what its owner will do, in the words of the quotation.
    pub aims: bool,
}

/// The saying whose noun stands nearest before the token at `start`.
pub(super) fn before(scene: &Scene<'_>, sentence: usize, start: usize) -> Option<Saying> {
    let page = scene.page;
    let first = page
        .sentence(sentence)
        .start
        .max(start.saturating_sub(REACH));
    let noun = (first..start).rev().find(|at| {
        let token = page.token(*at);
        let said = |t: &Token| page.is_frame("noun", &t.key) || aims(page, *at, start);
        token.is_some_and(|t| !t.quoted && said(t))
    })?;
    let references = scene.references(sentence);
    // "Lee's claim was “…”" gives what another says of it.
    let that = page.token(noun + 1);
    let that = that.is_some_and(|t| page.is_frame("that", &t.key));
    let aims = aims(page, noun, start);
    let owner = references.iter().rfind(|r| owns(scene, r, noun));
    let owner = owner.filter(|_| aims || that);
    if let Some(owner) = owner.filter(|_| aims) {
        return Some(Saying {
            who: owner.who,
            distance: 0,
            aims,
        });
    }
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
    Some(Saying {
        who,
        distance: start - noun - 1,
        aims: false,
    })
}

/// "Ann Lee's pledge to pass on the “whole sum”": whether the noun at `noun` is one for what somebody
/// says that will be done, and nothing but that stands between it and the marks, so that the words are
/// of whoever says it.
fn aims(page: &Page<'_>, noun: usize, start: usize) -> bool {
    let is = |at: usize, role: &str| page.token(at).is_some_and(|t| page.is_frame(role, &t.key));
    let other = Class::AUXILIARY.or(Class::CONJUNCTION);
    let plain = |t: &Token| t.is_word() && !t.quoted && !t.class.is(other);
    let mark = |t: &Token| t.key.chars().all(is_mark);
    let words = page.slice(noun + 2..start.max(noun + 2));
    let words = words.split_last().filter(|(last, _)| mark(last));
    let to = page.token(noun + 1).is_some_and(|t| t.key == "to");
    to && is(noun, "aim") && words.is_some_and(|(_, words)| words.iter().all(plain))
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
