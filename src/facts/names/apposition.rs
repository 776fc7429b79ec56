//! What an apposition says of the bearer of a name: "his widow, Ann Lee," and "Ann Lee, a judge".

use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use std::ops::Range;

/// How many words and signs an apposition has before the noun that counts, at most.
const LENGTH: usize = 8;

/// The roles, folded, that stand beside the name `name` of the sentence `range`.
pub(in crate::facts) fn roles(
    page: &Page<'_>,
    range: &Range<usize>,
    name: &Range<usize>,
) -> Vec<String> {
    let both = [before(page, range, name), after(page, range, name)];
    let found = both.into_iter().flatten();
    found.map(|token| token.key.clone()).collect()
}

/// "His widow, Ann Lee,".
fn before<'p>(page: &'p Page<'_>, range: &Range<usize>, name: &Range<usize>) -> Option<&'p Token> {
    let comma = name.start.checked_sub(1).filter(|at| *at > range.start)?;
    let closed = page.token(name.end).is_none_or(|t| !t.is_word());
    let beside = closed && is_sign(page, comma, ",") && !page.is_possessive(name.end);
    if !beside {
        return None;
    }
    // "The master of the two ships, Ann Lee,": the noun before a preposition.
    let inside = |at: &usize| {
        page.token(*at).is_some_and(|t| {
            let number = t.key.starts_with(|c: char| c.is_ascii_digit());
            !t.quoted && (t.is_word() || number)
        })
    };
    let back = (range.start.max(comma.saturating_sub(LENGTH))..comma).rev();
    let back = back.take_while(inside);
    let ends = |at: &usize| {
        let next = page.token(at + 1);
        at + 1 == comma || next.is_some_and(|t| t.class.is(Class::PREPOSITION))
    };
    let noun = |at: usize| page.token(at).filter(|t| is_role(page, t));
    back.filter(ends).find_map(noun)
}

/// "Ann Lee, 45, a retired judge": the last word before the sign or preposition that ends it.
fn after<'p>(page: &'p Page<'_>, range: &Range<usize>, name: &Range<usize>) -> Option<&'p Token> {
    let lead = name.start.checked_sub(1).filter(|at| *at >= range.start);
    let lead = lead.and_then(|at| page.token(at));
    // "In Elmford, a judge said": the name says where.
    if !is_sign(page, name.end, ",")
        || lead.is_some_and(|t| t.class.is(Class::PREPOSITION) && t.key != "to")
    {
        return None;
    }
    let number = |at: usize| {
        page.token(at)
            .is_some_and(|t| t.case == Case::None && t.key.parse::<u8>().is_ok())
    };
    let aged = number(name.end + 1) && is_sign(page, name.end + 2, ",");
    let start = name.end + if aged { 3 } else { 1 };
    let article = page
        .token(start)
        .is_some_and(|t| t.is_one_of(&["a", "an", "the"]));
    let start = start + usize::from(article);
    let plain = |at: &usize| {
        page.token(*at).is_some_and(|t| {
            let number = t.key.starts_with(|c: char| c.is_ascii_digit());
            number
                || t.is_one_of(&["-", "'s"])
                || t.is_word() && !t.quoted && !t.class.is(Class::FUNCTION.or(Class::VERB))
        })
    };
    let words = (start..range.end.min(start + LENGTH))
        .take_while(plain)
        .count();
    let last = start + words.checked_sub(1)?;
    let next = page.token(last + 1).filter(|_| last + 1 < range.end);
    let closed =
        next.is_none_or(|t| !t.is_word() || t.class.is(Class::PREPOSITION.or(Class::CONJUNCTION)));
    page.token(last).filter(|t| closed && is_role(page, t))
}

fn is_sign(page: &Page<'_>, at: usize, sign: &str) -> bool {
    page.token(at).is_some_and(|t| t.key == sign && !t.quoted)
}

/// Whether a word in small letters is a noun for one person, and for no body.
fn is_role(page: &Page<'_>, token: &Token) -> bool {
    !page.is_frame("body_too", &token.key)
        && token.case == Case::Lower
        && token.class.is(Class::HUMAN)
        && !token.quoted
}
