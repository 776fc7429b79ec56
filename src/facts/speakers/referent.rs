//! Somebody or something that can speak, and how a sentence means them.

use super::acting;
use crate::facts::names::cast::Cast;
use crate::facts::names::persons::Gender;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::model::FactKind;
use crate::text::Span;
use std::ops::Range;

/// A place in a sentence where somebody or something that can speak is meant.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::facts) struct Reference {
    /// Where, in the page's tokens.
    pub tokens: Range<usize>,
    /// Who.
    pub who: Who,
    /// How.
    pub manner: Manner,
}

/// Somebody or something that can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::facts) enum Who {
    /// An entity of the cast, and where the text names it last.
    Entity(usize, Span),
    /// Whoever these words describe.
    Described(Span),
}

/// Whether two mean the same entity or the same words.
pub(super) fn is_same(a: Who, b: Who) -> bool {
    match (a, b) {
        (Who::Entity(a, _), Who::Entity(b, _)) => a == b,
        _ => a == b,
    }
}

/// How somebody is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::facts) enum Manner {
    /// By a person's name, by a pronoun or an office that stands for one.
    Person,
    /// By another name.
    Name,
    /// By a description.
    Described,
    /// By the name of a place, which speaks when nobody else does.
    Place,
}

/// Whether a pronoun is none that can be a subject.
pub(in crate::facts) fn is_oblique(token: &Token) -> bool {
    token.is_one_of(&["his", "her", "him"])
}

/// Whether a reference is a pronoun that can be a subject only.
pub(super) fn is_nominative(page: &Page<'_>, reference: &Reference) -> bool {
    let only = page
        .token(reference.tokens.start)
        .filter(|_| reference.tokens.len() == 1);
    only.is_some_and(|t| page.is_frame("nominative", &t.key))
}

/// Whether somebody is known by a pronoun only.
pub(in crate::facts) fn is_pronoun(page: &Page<'_>, who: Who) -> bool {
    let Who::Described(span) = who else {
        return false;
    };
    let pronoun = Class::HE.or(Class::SHE);
    page.within(span).iter().all(|t| t.class.is(pronoun))
}

/// The end of an aside in brackets that begins at `at`, inside a sentence: "Lee (D-Ohio)".
pub(in crate::facts) fn aside(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<usize> {
    let opens = at > range.start && page.token(at).is_some_and(|t| t.key == "(");
    let close = |i: &usize| page.token(*i).is_some_and(|t| t.key == ")");
    let inside = at + 1..range.end.min(at + ASIDE);
    opens
        .then(|| inside.into_iter().find(close))?
        .map(|end| end + 1)
}

/// How many tokens an aside has, at most.
const ASIDE: usize = 12;

/// Whether a reference is "his" or "her" before a noun: whose, not who.
pub(super) fn is_owner(page: &Page<'_>, reference: &Reference) -> bool {
    let pronoun = page
        .token(reference.tokens.start)
        .filter(|_| reference.tokens.len() == 1);
    let next = page.token(reference.tokens.end).filter(|t| t.is_word());
    // "His first wife"; but "told her first" has no noun.
    let his = pronoun.is_some_and(|t| t.key == "his");
    let other = Class::FUNCTION.or(Class::SPEECH);
    let noun = next.is_some_and(|t| !t.class.is(if his { Class::AUXILIARY } else { other }));
    noun && pronoun.is_some_and(is_oblique)
}

/// Whether a reference stands outside quotation marks.
pub(super) fn is_outside(page: &Page<'_>, reference: &Reference) -> bool {
    let token = page.token(reference.tokens.start);
    token.is_some_and(|t| !t.quoted)
}

/// Whether a reference means a body or a document.
pub(in crate::facts) fn is_body(page: &Page<'_>, cast: &Cast, reference: &Reference) -> bool {
    match reference.who {
        Who::Entity(entity, _) => {
            let entity = cast.entities.get(entity);
            entity.is_some_and(|e| e.kind == FactKind::Organisation)
        }
        Who::Described(_) => !are_several(page, reference) && !is_human(page, reference),
    }
}

/// Whether a description is of several, by its last noun: "the officials of the agency", not "the news
/// agency".
pub(super) fn are_several(page: &Page<'_>, reference: &Reference) -> bool {
    let of = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.class.is(Class::PREPOSITION))
    };
    let noun = reference.tokens.clone().take_while(|at| !of(at)).last();
    noun.is_some_and(|at| is_plural(page, reference, at))
}

/// Whether a description whose noun stands at `at` is one of several.
pub(in crate::facts) fn is_plural(page: &Page<'_>, reference: &Reference, at: usize) -> bool {
    let noun = page.token(at);
    let several = |t: &Token| t.key.ends_with('s') || page.is_frame("plural", &t.key);
    reference.tokens.contains(&at) && noun.is_some_and(several)
}

/// Whether a reference means one person.
pub(super) fn is_human(page: &Page<'_>, reference: &Reference) -> bool {
    let words = page.slice(reference.tokens.clone()).iter();
    // Not "the letter to the mayor".
    let mut words = words.take_while(|t| !t.class.is(Class::PREPOSITION));
    match reference.manner {
        Manner::Person => true,
        Manner::Described => words.any(|t| t.class.is(Class::HUMAN) || acting::is_person(t)),
        _ => false,
    }
}

/// Of a person named, or of one described by a word such as "widow".
pub(in crate::facts) fn gender(page: &Page<'_>, cast: &Cast, who: Who) -> Option<Gender> {
    match who {
        Who::Entity(entity, _) => cast.entities.get(entity)?.gender,
        Who::Described(span) => {
            let tokens = page.within(span).iter();
            tokens
                .filter(|t| t.case == Case::Lower)
                .find_map(|t| Gender::of_title(t.class))
        }
    }
}
